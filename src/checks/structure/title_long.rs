//! `title-long`: a title of more than 40 characters.
//!
//! Why: long titles are cut off in lists, tabs and search results (WCAG SC 2.4.2, JIS X 8341-3; rule of 板橋区 in domain §3.3).
//! Half-width letters count as half a character, as they take half the place.
//!
//! Bad: a title that also tells date, place and speaker. Good: `講演会「人生会議をはじめてみませんか」`.

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity, Where};
use crate::model::document::Document;
use crate::text::japanese::halves;

const LONGEST: usize = 40;

pub const ROW: CheckRow = CheckRow {
    code: "title-long",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "40文字を超える題名を見つけます。",
    why: "長い題名は、一覧や検索の結果やタブで途中までしか見えません。",
    source: "JIS X 8341-3:2016 2.4.2",
    bad: &[
        "---\n題名: 令和8年12月5日（土曜日）に北区役所3階302会議室で開く見本太郎さんによる人生会議の講演会のお知らせ\n---\n本文",
    ],
    good: &[
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n---\n本文",
        "---\n題名: 在宅医療（Home Medical Care）と人生会議（Advance Care Planning）の手引き\n---\n本文",
    ],
};

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    let title = document.title.as_str();
    let width = halves(title);
    if width <= LONGEST * 2 {
        return Vec::new();
    }
    let place = match &document.facets.title {
        Some(words) => at(
            document.source,
            input.find(document.source, words.span, title),
        ),
        None => Where::File(document.source),
    };
    let found = Diagnostic::warning("title-long", place, "題名が長すぎます")
        .label(format!("{}文字あります", width.div_ceil(2)))
        .help(format!(
            "{LONGEST}文字までに短くして、日付や会場は「日時」や「会場」に、説明は「概要」に書いてください。"
        ));
    vec![found]
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::Sample;

    fn labels(title: &str) -> Vec<String> {
        let mut sample = Sample::new();
        sample.add("guides/start", title, |_| {});
        let found = sample.found(Rule::Document(super::check));
        found.into_iter().map(|found| found.label).collect()
    }

    #[test]
    fn half_width_letters_count_half() {
        assert!(labels(&"題".repeat(40)).is_empty());
        assert_eq!(labels(&"題".repeat(41)), ["41文字あります"]);
        assert!(labels(&"a".repeat(80)).is_empty());
        assert_eq!(labels(&"a".repeat(81)), ["41文字あります"]);
    }
}
