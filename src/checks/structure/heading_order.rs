//! `heading-order`: a section that does not begin at `##`, or a heading that skips a level.
//!
//! Why: people jump from heading to heading and must not think they missed one (WCAG SC 1.3.1 and 2.4.6, JIS X 8341-3; domain §3.4 D
//! `heading-first`, `heading-skip`, `heading-multiple-h1`). The title of the page is level 1.
//!
//! Bad: `## 内容` followed by `#### 講師`. Good: `## 内容` followed by `### 講師`.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at, location};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Heading;

/// The level of the first sections below the title.
const TOP: u8 = 2;

pub const ROW: CheckRow = CheckRow {
    code: "heading-order",
    severity: Severity::Error,
    fixes: true,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "段を飛ばした見出しや、題名と同じ段の見出しを見つけます。",
    why: "読み上げソフトでは、見出しの段をたどって読みたい所を探します。段が飛ぶと、間の見出しを聞きのがしたと思われます。",
    source: "JIS X 8341-3:2016 1.3.1",
    bad: &[
        "## 内容\n\n#### 講師\n\n見本太郎",
        "### 内容\n\n講演",
        "# お知らせ\n\n本文",
    ],
    good: &[
        "## 内容\n\n### 講師\n\n見本太郎\n\n## 会場\n\n北区役所",
        "本文だけのお知らせです。",
        "`#### 見出し`のように書きます。",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    // The headings above the current one, as written and as they should be, so that one slip is said once
    // and all fixes together leave a text without fault.
    let mut above: Vec<(u8, u8)> = Vec::new();
    for heading in &writing.body.headings {
        let written = heading.level.max(TOP);
        while above.last().is_some_and(|(level, _)| *level >= written) {
            above.pop();
        }
        let right = above.last().map_or(TOP, |(_, right)| right + 1);
        if heading.level != right {
            found.push(diagnostic(writing, input, heading, right));
        }
        above.push((written, right));
    }
    found
}

fn diagnostic(writing: &Writing, input: &Input, heading: &Heading, right: u8) -> Diagnostic {
    let marks = "#".repeat(usize::from(right));
    let characters = heading.span.of(input.text(writing.source));
    let run = characters.len() - characters.trim_start_matches('#').len();
    let span = match run {
        0 => heading.span,
        run => heading.span.part(0..run),
    };
    let (title, label) = explanation(heading.level, right);
    let found = Diagnostic::error("heading-order", at(writing.source, span), title)
        .label(label)
        .help(format!(
            "「{marks} {}」と書いてください。",
            heading.text.trim()
        ));
    match run {
        // A heading underlined with `===` has no marks that could be replaced.
        0 => found,
        _ => found.fix(location(writing.source, span), marks),
    }
}

fn explanation(level: u8, right: u8) -> (&'static str, &'static str) {
    match (level, right) {
        (1, _) => (
            "本文に題名と同じ段の見出しがあります",
            "「#」1つは題名の段です",
        ),
        (_, TOP) => (
            "見出しが大見出しから始まっていません",
            "大見出しは「##」です",
        ),
        _ => (
            "見出しの段が飛んでいます",
            "上の見出しより2段以上深い見出しです",
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::Sample;

    fn sample(body: &str) -> Sample {
        let mut sample = Sample::new();
        let text = format!("題名\n{body}");
        sample.add("guides/start", &text, |draft| draft.headings());
        sample
    }

    fn titles(body: &str) -> Vec<String> {
        let found = sample(body).found(Rule::Writing(super::check));
        found.into_iter().map(|found| found.title).collect()
    }

    #[test]
    fn sections_without_gaps_are_fine() {
        assert!(titles("## 一\n### 二\n#### 三\n## 四\n### 五").is_empty());
        assert!(titles("").is_empty());
    }

    #[test]
    fn each_slip_is_explained() {
        let first = ["見出しが大見出しから始まっていません"];
        assert_eq!(titles("### 一\n## 二"), first);
        assert_eq!(titles("## 一\n#### 二"), ["見出しの段が飛んでいます"]);
        let title = ["本文に題名と同じ段の見出しがあります"];
        assert_eq!(titles("# 一\n## 二\n### 三"), title);
    }

    #[test]
    fn siblings_that_skip_a_level_are_moved_together() {
        let skipped = "## 一\n#### 二\n##### 三\n#### 四\n### 五";
        assert_eq!(titles(skipped).len(), 3);
    }

    #[test]
    fn the_fix_replaces_only_the_marks() {
        let sample = sample("## 一\n#### 二");
        assert_eq!(sample.marked(Rule::Writing(super::check)), ["####"]);
        assert_eq!(
            sample.fixed(Rule::Writing(super::check)),
            "題名\n## 一\n### 二"
        );
    }
}
