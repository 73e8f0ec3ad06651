//! `link-anchor`: a link to a heading that the page it leads to does not have.
//!
//! Why: the reader lands at the top of a long page and must search (WCAG SC 2.4.4, JIS X 8341-3; domain §3.4 C `link-broken-internal`).
//! Only documents are looked at: what other pages contain is the theme's, and the audit of the finished site follows those links.
//!
//! Bad: `[申込み](#apply)` without such a heading. Good: the same with `## 申込み {#apply}`.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::{Body, Link};
use crate::model::document::Target;
use crate::model::field::Facet;
use crate::model::figures::layout;
use crate::text::nearest::nearest;

pub const ROW: CheckRow = CheckRow {
    code: "link-anchor",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "リンク先のページにない見出しを指すリンクを見つけます。",
    why: "長いページの先頭に着いてしまい、読みたい所を自分で探すことになります。",
    source: "JIS X 8341-3:2016 2.4.4",
    bad: &[
        "[申込みのしかた](#apply)を読んでください。\n\n## 申込みのしかた\n\n電話で申し込みます。",
        "[知ること](/guides/start/#lern)",
    ],
    good: &[
        "[申込みのしかた](#apply)を読んでください。\n\n## 申込みのしかた {#apply}\n\n電話で申し込みます。",
        "[知ること](/guides/start/#learn)",
        "[このページの先頭へ](#top)",
        "[厚生労働省](https://www.mhlw.go.jp/#main)",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let links = writing.body.links.iter().zip(writing.targets);
    links
        .filter_map(|(link, target)| {
            let (text, anchor) = destination(writing, input, target)?;
            let missing = !has_anchor(text, anchor);
            missing.then(|| diagnostic(writing, input, link, (text.body, anchor)))
        })
        .collect()
}

/// The text a link leads into, and the place in it.
fn destination<'a>(
    writing: &'a Writing,
    input: &'a Input,
    target: &'a Target,
) -> Option<(Writing<'a>, &'a str)> {
    match target {
        Target::Here { anchor } => Some((*writing, anchor)),
        Target::Document { document, anchor } => {
            let document = input.site.documents.get(document.0 as usize)?;
            Some((Writing::of_document(document), anchor.as_deref()?))
        }
        Target::External(_)
        | Target::Reach(_)
        | Target::Page { .. }
        | Target::Attachment(_)
        | Target::File { .. }
        | Target::Unpublished(_)
        | Target::Forbidden
        | Target::Broken => None,
    }
}

fn has_anchor(text: Writing, anchor: &str) -> bool {
    // An empty fragment and `top` mean the top of every page (HTML Standard, scrolling to a fragment).
    let is_top = anchor.is_empty() || anchor.eq_ignore_ascii_case("top");
    let mut headings = text.body.headings.iter();
    is_top
        || headings.any(|heading| *heading.id == *anchor)
        || is_footnote(anchor)
        || is_of_report(text, anchor)
}

/// A yearly report has headings that no manuscript writes.
fn is_of_report(text: Writing, anchor: &str) -> bool {
    let is_report = text.kind.is_some_and(|kind| kind.has(Facet::Figures));
    is_report && layout::ids().any(|id| id == anchor)
}

/// `footnotes`, `fn-1`, `fnref-1`: made for the footnotes of a text.
fn is_footnote(anchor: &str) -> bool {
    let note = anchor
        .strip_prefix("fn-")
        .or_else(|| anchor.strip_prefix("fnref-"));
    anchor == "footnotes" || note.is_some_and(|name| !name.is_empty())
}

fn diagnostic(
    writing: &Writing,
    input: &Input,
    link: &Link,
    (body, anchor): (&Body, &str),
) -> Diagnostic {
    let written = format!("#{anchor}");
    let span = input.find_last(writing.source, link.span, &written);
    let found = Diagnostic::error(
        "link-anchor",
        at(writing.source, span),
        "リンク先のページにこの見出しがありません",
    )
    .label("この目印の見出しはありません");
    match meant(body, anchor) {
        Some(id) => found.help(format!("「#{id}」と書いてください。")),
        None => found.help(format!(
            "リンク先の見出しの終わりに「{{#{anchor}}}」と書くか、リンクから「{written}」を消してください。"
        )),
    }
}

/// The heading whose words were written instead of its mark, else the one with the nearest mark.
fn meant<'a>(body: &'a Body, anchor: &str) -> Option<&'a str> {
    let headings = body.headings.iter();
    let mut named = headings.clone().filter(|heading| *heading.text == *anchor);
    let by_words = named.next().map(|heading| &*heading.id);
    by_words.or_else(|| nearest(anchor, headings.map(|heading| &*heading.id)))
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::Sample;
    use crate::model::document::{DocumentIndex, Target};
    use crate::model::ward::Place;

    const TEXT: &str = "題名\n## 申込み\n[行き先](LINK)";

    fn found(written: &str, target: Target) -> Vec<(String, String)> {
        let mut sample = Sample::new();
        sample.add("guides/other", "題名\n## 一\n## 二", |draft| {
            draft.headings()
        });
        sample.add("guides/start", &TEXT.replace("LINK", written), |draft| {
            draft.headings();
            draft.link(&format!("[行き先]({written})"), target);
        });
        let found = sample.found(Rule::Writing(super::check)).into_iter();
        let found = found.map(|found| (sample.characters(&found.at), found.help));
        found.collect()
    }

    fn here(anchor: &str) -> Vec<(String, String)> {
        let written = format!("#{anchor}");
        let anchor = anchor.into();
        found(&written, Target::Here { anchor })
    }

    #[test]
    fn marks_of_headings_and_footnotes_are_found() {
        for anchor in ["h1", "", "top", "footnotes", "fn-1", "fnref-1"] {
            assert!(here(anchor).is_empty(), "{anchor}");
        }
        assert_eq!(here("fn-").len(), 1);
    }

    #[test]
    fn the_parts_of_a_report_are_headings_of_it_alone() {
        let found = |name: &str, anchor: &str| {
            let mut sample = Sample::new();
            sample.add_in(Place::City, name, "題名\n本文", |_| ());
            let link = format!("[行き先](/{name}/#{anchor})");
            sample.add("guides/start", &format!("題名\n{link}"), |draft| {
                let anchor = Some(anchor.into());
                let document = DocumentIndex(0);
                draft.link(&link, Target::Document { document, anchor });
            });
            sample.found(Rule::Writing(super::check)).len()
        };
        assert_eq!(found("reports/2024", "active-hospitals"), 0);
        assert_eq!(found("reports/2024", "hospitals"), 1);
        assert_eq!(found("guides/other", "active-hospitals"), 1);
    }

    #[test]
    fn words_of_a_heading_lead_to_its_mark() {
        let help = "「#h1」と書いてください。".to_owned();
        assert_eq!(here("申込み"), [("#申込み".to_owned(), help)]);
    }

    #[test]
    fn the_headings_of_another_document_count_there() {
        let other = |anchor: &str| Target::Document {
            document: DocumentIndex(0),
            anchor: Some(anchor.into()),
        };
        assert!(found("/guides/other/#h2", other("h2")).is_empty());
        let help = "「#h1」と書いてください。".to_owned();
        assert_eq!(
            found("/guides/other/#h3", other("h3")),
            [("#h3".to_owned(), help)]
        );
    }
}
