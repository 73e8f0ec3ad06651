//! The order of documents in lists and topics.

use std::cmp::Reverse;

use crate::model::date::Date;
use crate::model::document::{Document, DocumentIndex, DocumentName};
use crate::model::kind::Kind;
use crate::model::site::{ListKey, Site};

/// Fills `Site::lists` and `Site::topics`.
pub fn fill(site: &mut Site) {
    let mut order: Vec<DocumentIndex> = site
        .documents()
        .filter(|(_, document)| document.public && !document.has_left())
        .map(|(index, _)| index)
        .collect();
    let today = site.today;
    order.sort_by_cached_key(|index| sort_key(site.document(*index), today));
    let mut lists = std::mem::take(&mut site.lists);
    let mut topics = vec![Vec::new(); site.settings.topics.len()];
    for index in order {
        let document = site.document(index);
        lists
            .entry(ListKey::All(document.kind))
            .or_default()
            .push(index);
        for place in &document.shown_in {
            lists
                .entry(ListKey::Of(*place, document.kind))
                .or_default()
                .push(index);
        }
        for topic in &document.topics {
            topics[*topic].push(index);
        }
    }
    site.lists = lists;
    site.topics = topics;
}

/// By kind; within it upcoming ones by their next day, those whose day is undecided, then the others newest first, then by name so that the order is total.
fn sort_key(document: &Document, today: Date) -> (Kind, bool, SortDay, DocumentName, u32) {
    let next = document.next_day(today);
    let is_ahead = document.is_ahead(today);
    let day = match (document.order(), next, document.day()) {
        (Some(order), _, _) => SortDay::Ordered(order),
        (None, Some(next), _) => SortDay::Ascending(next),
        (None, None, _) if is_ahead => SortDay::Undecided,
        (None, None, Some(day)) => SortDay::Descending(Reverse(day)),
        (None, None, None) => SortDay::Unknown,
    };
    (
        document.kind,
        !is_ahead,
        day,
        document.name.clone(),
        document.source.0,
    )
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum SortDay {
    Ordered(u32),
    Ascending(Date),
    Undecided,
    Descending(Reverse<Date>),
    Unknown,
}
