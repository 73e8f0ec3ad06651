//! `heading-empty`: a heading without words.
//!
//! Why: screen readers announce a heading and then say nothing (WCAG SC 1.3.1 and 2.4.6, JIS X 8341-3; domain §3.4 D `heading-empty`).
//!
//! Bad: `##` alone on a line. Good: `## 申込みのしかた`.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};

pub const ROW: CheckRow = CheckRow {
    code: "heading-empty",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "文字のない見出しを見つけます。",
    why: "読み上げソフトは「見出し」とだけ読み、続けて何も読みません。",
    source: "JIS X 8341-3:2016 2.4.6",
    bad: &["## 内容\n\n講演\n\n##\n\n質疑"],
    good: &["## 内容\n\n講演", "## ![講演会の会場](map.png)\n\n北区役所"],
};

fn check(writing: &Writing, _: &Input) -> Vec<Diagnostic> {
    let headings = writing.body.headings.iter();
    headings
        .filter(|heading| heading.text.trim().is_empty())
        .map(|heading| {
            Diagnostic::error(
                "heading-empty",
                at(writing.source, heading.span),
                "見出しに文字がありません",
            )
            .label("文字のない見出しです")
            .help("「## 申込みのしかた」のように見出しの文字を書くか、この行を消してください。")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::Sample;

    #[test]
    fn a_heading_without_words_is_marked() {
        let mut sample = Sample::new();
        let text = "題名\n## 内容\n### \n本文";
        sample.add("guides/start", text, |draft| draft.headings());
        assert_eq!(sample.marked(Rule::Writing(super::check)), ["### "]);
    }
}
