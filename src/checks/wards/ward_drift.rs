//! `ward-drift`: a ward's copy of a document of the city.
//!
//! The city's text is shown in the ward anyway. A copy stays as it was when the city's is put right, and the two then say different things
//! on one site (domain §3.4 G `ward-drift`). Compared are whole paragraphs, so that the work stays linear in the text.

use std::collections::BTreeMap;

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity, Where};
use crate::model::document::{Document, DocumentIndex};
use crate::model::ward::Place;

/// Shorter paragraphs are the same in many documents; bytes of the source, about 20 characters.
const SHORTEST_BYTES: usize = 60;

/// So many paragraphs are not the same by chance.
const FEWEST: usize = 3;

pub const ROW: CheckRow = CheckRow {
    code: "ward-drift",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Site(check)),
    detects: "市の原稿をほとんどそのまま写した、区の原稿を見つけます。",
    why: "市の原稿が直されても、写した原稿は古いまま残ります。同じサイトの中で、区によって違うことを伝えてしまいます。",
    source: "",
    bad: &[],
    good: &[],
};

fn check(input: &Input) -> Vec<Diagnostic> {
    let site = input.site;
    let mut of_city: BTreeMap<&str, DocumentIndex> = BTreeMap::new();
    for (index, document) in site.documents() {
        if document.place == Place::City {
            for paragraph in paragraphs(document, input.text(document.source)) {
                of_city.entry(paragraph).or_insert(index);
            }
        }
    }
    let copies = site.documents.iter().filter_map(|document| {
        let text = input.text(document.source);
        let (original, same, all) = copied(document, text, &of_city)?;
        let original = site.document(original);
        let is_shown = original.shown_in.contains(&document.place);
        is_shown.then(|| diagnostic(document, original, (same, all)))
    });
    copies.collect()
}

/// The document of the city that most of a ward's document comes from, the paragraphs they share, and all paragraphs.
fn copied(
    document: &Document,
    text: &str,
    of_city: &BTreeMap<&str, DocumentIndex>,
) -> Option<(DocumentIndex, usize, usize)> {
    if document.place == Place::City {
        return None;
    }
    let mut shared: BTreeMap<DocumentIndex, usize> = BTreeMap::new();
    let mut all = 0;
    for paragraph in paragraphs(document, text) {
        all += 1;
        if let Some(original) = of_city.get(paragraph) {
            *shared.entry(*original).or_default() += 1;
        }
    }
    let (original, same) = shared.into_iter().max_by_key(|(_, same)| *same)?;
    let is_copy = same >= FEWEST && same * 5 >= all * 3;
    is_copy.then_some((original, same, all))
}

/// The sources of the longer passages of a text.
fn paragraphs<'a>(document: &'a Document, text: &'a str) -> impl Iterator<Item = &'a str> {
    let passages = document.body.passages.iter();
    let sources = passages.filter_map(move |passage| {
        let (first, last) = (passage.parts.first()?, passage.parts.last()?);
        text.get(first.span.range().start..last.span.range().end)
    });
    sources.filter(|source| source.len() >= SHORTEST_BYTES)
}

fn diagnostic(document: &Document, original: &Document, (same, all): (usize, usize)) -> Diagnostic {
    let title_of = |document: &Document| match &document.facets.title {
        Some(title) => at(document.source, title.span),
        None => Where::File(document.source),
    };
    let title = "市の原稿を写したものです";
    Diagnostic::warning("ward-drift", title_of(document), title)
        .label(format!("{all}個の段落のうち{same}個が市の原稿と同じです"))
        .help("市の原稿は、この区のページにも載ります。区だけで違うところを短い原稿にして、市の原稿へのリンクを書いてください。")
        .related(title_of(original), "もとの原稿です")
}
