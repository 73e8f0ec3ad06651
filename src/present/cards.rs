//! Documents in lists.

use crate::model::date::FiscalYear;
use crate::model::document::{Document, DocumentIndex};
use crate::model::field::{Facet, Field};
use crate::model::kind::Dating;
use crate::model::settings::Style;
use crate::model::site::Site;
use crate::model::ward::Place;
use crate::present::{stages, wording};
use crate::theme::view::{CardView, GroupView, LabelledDay, StateView};

/// Whether cards name the ward: they do in lists of several places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    WithPlace,
    Plain,
}

/// A document as it stands in a list of the place `reader`.
pub fn card(site: &Site, document: &Document, reader: Place, naming: Naming) -> CardView {
    let place = site.nearest_place(document, reader);
    let style = site.settings.style;
    let names_place = naming == Naming::WithPlace || place != reader;
    CardView {
        href: site.href(&site.document_address(document, place)),
        title: document.title.to_string(),
        kind: document.kind.id.to_owned(),
        kind_label: document.kind.label.to_owned(),
        place: names_place.then(|| site.place_name(document.place).to_owned()),
        day: wording::schedule_line(document, site.today, style),
        venue: document
            .facets
            .venue
            .as_ref()
            .map(|venue| venue.value.to_string()),
        dated: dated(document, style),
        summary: document
            .facets
            .summary
            .as_ref()
            .map(|summary| summary.value.to_string()),
        stage: stages::label(site, document),
        sample: document.facets.sample,
    }
}

/// 掲載日 of what has no schedule, 確認日 of what is not dated.
fn dated(document: &Document, style: Style) -> Option<LabelledDay> {
    if !document.facets.sessions.is_empty() {
        return None;
    }
    let labelled = |label: &str, date| LabelledDay {
        label: label.to_owned(),
        day: wording::day(date, style),
    };
    if let Some(published) = document.published() {
        return Some(labelled("掲載日", published));
    }
    let reviewed = document.facets.reviewed.as_ref();
    reviewed.map(|date| labelled(Field::Reviewed.label(), date.value))
}

pub fn state(document: &Document) -> Option<StateView> {
    let state = document.facets.state.as_ref()?.value;
    Some(StateView {
        id: state.id().to_owned(),
        label: state.label().to_owned(),
        note: document
            .facets
            .state_note
            .as_ref()
            .map(|note| note.value.to_string()),
    })
}

/// Neighbouring documents of a sorted list under common headings: これから and what is over, by fiscal year; news by fiscal year; undated
/// ones under one.
pub fn groups(
    site: &Site,
    documents: &[DocumentIndex],
    reader: Place,
    naming: Naming,
) -> Vec<GroupView> {
    let mut groups: Vec<GroupView> = Vec::new();
    let mut current: Option<Section> = None;
    for index in documents {
        let document = site.document(*index);
        let section = section(site, document);
        if current != Some(section) {
            let (heading, id) = section.heading(site.settings.style);
            groups.push(GroupView {
                heading,
                id,
                cards: Vec::new(),
                more: None,
            });
            current = Some(section);
        }
        if let Some(group) = groups.last_mut() {
            group.cards.push(card(site, document, reader, naming));
        }
    }
    groups
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Upcoming,
    Ended(FiscalYear),
    Year(FiscalYear),
    Rest,
}

impl Section {
    fn heading(self, style: Style) -> (String, String) {
        match self {
            Self::Upcoming => ("これから".to_owned(), "upcoming".to_owned()),
            Self::Ended(year) => (
                format!("{}に終了", style.fiscal_year(year)),
                format!("fy{}", year.0),
            ),
            Self::Year(year) => (style.fiscal_year(year), format!("fy{}", year.0)),
            Self::Rest => ("一覧".to_owned(), "all".to_owned()),
        }
    }
}

fn section(site: &Site, document: &Document) -> Section {
    if is_upcoming(site, document) {
        return Section::Upcoming;
    }
    match document.fiscal_year() {
        Some(year) if document.kind.has(Facet::Schedule) => Section::Ended(year),
        Some(year) if document.kind.dating == Dating::Dated => Section::Year(year),
        _ => Section::Rest,
    }
}

/// Whether something is still to take place.
pub fn is_upcoming(site: &Site, document: &Document) -> bool {
    document.kind.has(Facet::Schedule) && document.is_ahead(site.today)
}
