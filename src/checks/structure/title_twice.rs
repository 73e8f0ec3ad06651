//! `title-twice`: two documents of the same place and kind with the same title.
//!
//! Why: in a list, a tab or a search result nobody can tell which is which (WCAG SC 2.4.2, JIS X 8341-3; domain §3.4 D `title-dup`).
//! Meetings of every month bear one title and are no mistake, so nothing is held back.
//! Editions of a material bear one title too; old ones are in no list and marked wherever their title stands.
//! The same title in two wards is fine, because lists of all wards name the ward.
//!
//! Bad: two lectures `人生会議の講演会` in 北区. Good: `人生会議の講演会（第1回）` and `人生会議の講演会（第2回）`.

use std::collections::BTreeMap;

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity, Where};
use crate::model::document::Document;

pub const ROW: CheckRow = CheckRow {
    code: "title-twice",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Site(check)),
    detects: "同じ区の同じ種類にある、同じ題名の原稿を見つけます。",
    why: "一覧や検索の結果で、どちらが読みたいページなのか分かりません。",
    source: "JIS X 8341-3:2016 2.4.2",
    bad: &[],
    good: &[],
};

fn check(input: &Input) -> Vec<Diagnostic> {
    let mut first_of = BTreeMap::new();
    let mut found = Vec::new();
    let is_new = |document: &&Document| document.facets.teaching.newer.is_none();
    for document in input.site.documents.iter().filter(is_new) {
        let key = (document.place, document.kind, document.title.as_str());
        let first: &Document = first_of.entry(key).or_insert(document);
        if first.source != document.source {
            found.push(diagnostic(document, first));
        }
    }
    found
}

fn diagnostic(document: &Document, first: &Document) -> Diagnostic {
    Diagnostic::warning(
        "title-twice",
        place(document),
        "同じ題名の原稿がほかにあります",
    )
    .label("ほかの原稿と同じ題名です")
    .help(format!(
        "「{}（第2回）」のように、回や年月を書き足して区別できるようにしてください。",
        document.title
    ))
    .related(place(first), "同じ題名の原稿です")
}

fn place(document: &Document) -> Where {
    let title = document.facets.title.as_ref();
    title.map_or(Where::File(document.source), |title| {
        at(document.source, title.span)
    })
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::{NISHI, Sample};
    use crate::diag::Where;

    #[test]
    fn an_old_edition_may_bear_the_title_of_the_newest() {
        let mut sample = Sample::new();
        sample.add("materials/tearai-1", "同じ題名\ntearai", |draft| {
            draft.document.facets.teaching.newer = Some(draft.words("tearai"));
        });
        sample.add("materials/tearai", "同じ題名", |_| {});
        assert!(sample.found(Rule::Site(super::check)).is_empty());
    }

    #[test]
    fn the_second_document_is_marked_and_shows_the_first() {
        let mut sample = Sample::new();
        sample.add("lectures/2026-11-01-a", "同じ題名", |_| {});
        sample.add("trainings/2026-11-01-a", "同じ題名", |_| {});
        sample.add_in(NISHI, "lectures/2026-11-01-a", "同じ題名", |_| {});
        assert!(sample.found(Rule::Site(super::check)).is_empty());
        sample.add("lectures/2026-11-02-b", "同じ題名", |_| {});
        let found = sample.found(Rule::Site(super::check));
        assert_eq!(sample.marked(Rule::Site(super::check)), ["同じ題名"]);
        assert_eq!(found[0].source().map(|source| source.0), Some(6));
        assert!(matches!(&found[0].related[0].at, Where::Text(at) if at.source.0 == 3));
    }
}
