//! Which manuscript takes the place of which: 新しい版 becomes the newest edition of every old one.
//!
//! Invariant: an old edition leads to a document that is none, however long the chain; each document is looked at once.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Where};
use crate::model::document::{Document, DocumentIndex};
use crate::model::facet::Words;
use crate::model::kind::Kind;
use crate::model::ward::Place;
use crate::text::nearest::nearest;
use crate::text::span::{Location, SourceId};

/// Fills `Document::newest` and `Document::older`.
pub fn resolve(documents: &mut [Document], diagnostics: &mut Vec<Diagnostic>) {
    if documents.iter().all(|document| newer(document).is_none()) {
        return;
    }
    let next = next(documents, diagnostics);
    let ends = ends(&next);
    for (old, end) in ends.into_iter().enumerate() {
        match end {
            Some(newest) if newest == old => {}
            Some(newest) => {
                documents[old].newest = Some(index(newest));
                documents[newest].older.push(index(old));
            }
            None => diagnostics.extend(circle(&documents[old])),
        }
    }
    sort(documents);
}

fn newer(document: &Document) -> Option<&Words> {
    document.facets.teaching.newer.as_ref()
}

fn index(position: usize) -> DocumentIndex {
    DocumentIndex(u32::try_from(position).unwrap_or(u32::MAX))
}

/// What each document names, as a position. A name that leads nowhere is reported.
fn next(documents: &[Document], diagnostics: &mut Vec<Diagnostic>) -> Vec<Option<usize>> {
    let mut names: BTreeMap<(Place, Kind), BTreeMap<String, usize>> = BTreeMap::new();
    for (position, document) in documents.iter().enumerate() {
        let shelf = names.entry((document.place, document.kind)).or_default();
        shelf.insert(document.name.address_part(), position);
    }
    let mut find = |document: &Document| {
        let name = newer(document)?;
        let shelf = names.get(&(document.place, document.kind))?;
        let written = name.value.as_str();
        let found = shelf.get(written.trim_end_matches(".md")).copied();
        if found.is_none() {
            let own = document.name.address_part();
            let known = shelf
                .keys()
                .map(String::as_str)
                .filter(|known| *known != own);
            diagnostics.push(unknown(document.source, name, nearest(written, known)));
        }
        found
    };
    documents.iter().map(&mut find).collect()
}

/// Where following `next` from each position ends; `None` where it goes in a circle.
fn ends(next: &[Option<usize>]) -> Vec<Option<usize>> {
    let mut known: Vec<Option<Option<usize>>> = vec![None; next.len()];
    let mut way = Vec::new();
    for start in 0..next.len() {
        let mut at = start;
        let end = loop {
            if let Some(end) = known[at] {
                break end;
            }
            // Until its end is known, what is on the way counts as leading into a circle.
            known[at] = Some(None);
            way.push(at);
            match next[at] {
                Some(newer) => at = newer,
                None => break Some(at),
            }
        };
        for passed in way.drain(..) {
            known[passed] = Some(end);
        }
    }
    known.into_iter().map(Option::flatten).collect()
}

/// The latest of the old editions first.
fn sort(documents: &mut [Document]) {
    let age = |document: &Document| Reverse((document.changed(), document.name.clone()));
    for position in 0..documents.len() {
        let mut older = std::mem::take(&mut documents[position].older);
        older.sort_by_cached_key(|old| age(&documents[old.0 as usize]));
        documents[position].older = older;
    }
}

fn unknown(source: SourceId, name: &Words, near: Option<&str>) -> Diagnostic {
    let at = Location {
        source,
        span: name.span,
    };
    let title = format!("「{}」という名前の原稿はありません", name.value);
    let found = Diagnostic::error("edition-unknown", Where::Text(at), title);
    match near {
        Some(near) => found
            .label(format!("「{near}」のことですか"))
            .help(format!("「{near}」と書いてください。"))
            .suggest(at, near),
        None => found
            .label("同じフォルダーに、この名前の原稿がありません")
            .help("新しい版の原稿の、ファイルの名前から「.md」を除いたものを書いてください。"),
    }
}

fn circle(document: &Document) -> Option<Diagnostic> {
    let name = newer(document)?;
    let at = Location {
        source: document.source,
        span: name.span,
    };
    let title = "「新しい版」をたどると、元の原稿に戻ってしまいます";
    let found = Diagnostic::error("edition-circle", Where::Text(at), title)
        .label("ここから最新の版に行き着けません")
        .help("最新の版の原稿から「新しい版」の行を消してください。");
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::ends;

    #[test]
    fn a_chain_ends_with_the_newest_and_a_circle_nowhere() {
        let next = [
            Some(1),
            Some(2),
            None,
            None,
            Some(5),
            Some(4),
            Some(5),
            Some(7),
        ];
        let newest = [Some(2), Some(2), Some(2), Some(3), None, None, None, None];
        assert_eq!(ends(&next), newest);
    }

    #[test]
    fn a_long_chain_is_followed_in_any_order() {
        let rising: Vec<_> = (1..100_000).map(Some).chain([None]).collect();
        assert!(ends(&rising).iter().all(|end| *end == Some(99_999)));
        let falling: Vec<_> = [None].into_iter().chain((0..99_999).map(Some)).collect();
        assert!(ends(&falling).iter().all(|end| *end == Some(0)));
    }
}
