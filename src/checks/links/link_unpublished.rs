//! `link-unpublished`: a link to a document whose 掲載日 has not come.
//!
//! Why: the page does not exist yet, so readers would find nothing (WCAG SC 2.4.4; domain §3.4 C `link-broken-internal`).
//!
//! Bad: a link to `2026-12-01-acp.md` on 令和8年11月22日. Good: the link is added on the day, or stands in a document published later.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity, Where};
use crate::model::document::{Document, Target};

/// A document that is not public itself may lead to one that comes no later.
pub const ROW: CheckRow = CheckRow {
    code: "link-unpublished",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "まだ公開されていない原稿へのリンクを見つけます。",
    why: "まだページがないので、押しても何も開きません。",
    source: "JIS X 8341-3:2016 2.4.4",
    bad: &[],
    good: &[],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let links = writing.body.links.iter().zip(writing.targets);
    links
        .filter_map(|(link, target)| {
            let document = unpublished(input, target)?;
            if document.published() <= writing.opens {
                return None;
            }
            let span = input.find_last(writing.source, link.span, &link.target);
            let place = at(writing.source, span);
            Some(diagnostic(place, document))
        })
        .collect()
}

fn unpublished<'a>(input: &'a Input, target: &Target) -> Option<&'a Document> {
    match target {
        Target::Unpublished(index) => input.site.documents.get(index.0 as usize),
        Target::External(_)
        | Target::Reach(_)
        | Target::Here { .. }
        | Target::Document { .. }
        | Target::Page { .. }
        | Target::Attachment(_)
        | Target::File { .. }
        | Target::Forbidden
        | Target::Broken => None,
    }
}

fn diagnostic(place: Where, document: &Document) -> Diagnostic {
    let found = Diagnostic::error(
        "link-unpublished",
        place,
        "リンク先がまだ公開されていません",
    )
    .related(Where::File(document.source), "リンク先の原稿です");
    match document.published() {
        Some(day) => found
            .label(format!("公開は{day}からです"))
            .help(format!(
                "{day}になるまで、このリンクを消しておくか、リンク先の原稿のファイル名の日付を今日までの日に変えてください。"
            )),
        None => found.label("まだ公開されていません"),
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::Sample;
    use crate::model::document::{DocumentIndex, Target};

    fn marked(from: &str) -> Vec<String> {
        let mut sample = Sample::new();
        sample.add("notices/2026-12-01-later", "題名", |_| {});
        sample.add(from, "題名\n[案内](2026-12-01-later.md)", |draft| {
            let target = Target::Unpublished(DocumentIndex(0));
            draft.link("[案内](2026-12-01-later.md)", target);
        });
        sample.marked(Rule::Writing(super::check))
    }

    #[test]
    fn a_public_document_cannot_lead_to_one_that_is_not() {
        let link = ["2026-12-01-later.md"];
        assert_eq!(marked("notices/2026-11-01-now"), link);
        assert_eq!(marked("guides/start"), link);
        assert_eq!(marked("notices/2026-11-30-before"), link);
    }

    #[test]
    fn documents_of_the_same_day_may_lead_to_each_other() {
        assert!(marked("notices/2026-12-01-same").is_empty());
        assert!(marked("notices/2026-12-02-after").is_empty());
    }
}
