//! `reviewed-old`: a 確認日 more than a year ago.
//!
//! Why: people act on what a guide says; somebody must look at it once a year (domain §3.4 G `updated-stale`).

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;

pub const ROW: CheckRow = CheckRow {
    code: "reviewed-old",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "確認日から1年を超えた原稿を見つけます。",
    why: "読む人は、書かれたとおりに動きます。年に1度は、今も正しいかを確かめる必要があります。",
    source: "",
    bad: &["---\n題名: 在宅医療の始め方\n確認日: 令和7年10月1日\n---\n本文です。"],
    good: &[
        "---\n題名: 在宅医療の始め方\n確認日: 令和8年11月1日\n---\n本文です。",
        "---\n題名: 在宅医療の始め方\n確認日: 令和7年11月22日\n---\n本文です。",
    ],
};

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    let today = input.site.today;
    let reviewed = document.facets.reviewed.as_ref();
    // Nobody needs to read an old edition again: its page leads to the newest.
    let is_kept = document.newest.is_none();
    let old = reviewed.filter(|reviewed| is_kept && reviewed.value.year_after() < today);
    let found = old.map(|reviewed| {
        Diagnostic::warning(
            "reviewed-old",
            at(document.source, reviewed.span),
            "確認日から1年を超えています",
        )
        .label(format!("今日は{today}です"))
        .help(format!(
            "内容が今も正しいことを確かめてから、「{today}」に書き換えてください。"
        ))
    });
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::Sample;
    use crate::model::document::DocumentIndex;

    fn marked(iso: &str) -> Vec<String> {
        let mut sample = Sample::new();
        sample.add("guides/start", "題名\n確認日: その日", |draft| {
            draft.document.facets.reviewed = Some(draft.date(iso, "その日"));
        });
        sample.marked(Rule::Document(super::check))
    }

    #[test]
    fn an_old_edition_stays_as_it_was() {
        let mut sample = Sample::new();
        sample.add(
            "materials/tearai-1",
            "題名\n確認日: その日",
            |draft| {
                draft.document.facets.reviewed = Some(draft.date("2025-11-21", "その日"));
                draft.document.newest = Some(DocumentIndex(0));
            },
        );
        assert!(sample.marked(Rule::Document(super::check)).is_empty());
    }

    #[test]
    fn a_guide_is_read_again_after_a_year() {
        assert_eq!(marked("2025-11-21"), ["その日"]);
        assert!(marked("2025-11-22").is_empty());
        assert_eq!(marked("2024-02-29"), ["その日"]);
    }
}
