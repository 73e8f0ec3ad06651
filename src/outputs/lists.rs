//! The list of every kind, for each ward and for all of them, in pages.

use std::sync::Arc;

use rayon::prelude::*;

use crate::model::address::OutputPath;
use crate::model::document::DocumentIndex;
use crate::model::field::Facet;
use crate::model::kind::{Kind, Scope};
use crate::model::site::{ListKey, Site};
use crate::model::ward::Place;
use crate::outputs::Job;
use crate::outputs::frame::{Frame, Page, Title, calendar_file, job, page_address, pagination};
use crate::present::cards::{Naming, groups, is_upcoming};
use crate::theme::view::months::CalendarFile;
use crate::theme::view::{LinkView, ListPage};

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let site = &frame.site;
    let mut pages = Vec::new();
    for kind in Kind::all() {
        let wards = site
            .ward_indices()
            .map(Place::Ward)
            .filter(|_| kind.scope == Scope::Everywhere);
        for place in std::iter::once(Place::City).chain(wards) {
            let count = site
                .list(ListKey::at(place, kind))
                .len()
                .div_ceil(site.settings.per_page)
                .max(1);
            pages.extend((1..=count).map(|number| (place, kind, number, count)));
        }
    }
    pages
        .into_par_iter()
        .map(|(place, kind, number, count)| {
            let address = page_address(&site.list_address(place, kind), number);
            job(frame, place, &address, move |frame| {
                view(frame, place, kind, (number, count))
            })
        })
        .collect()
}

fn view(
    frame: &Frame,
    place: Place,
    kind: Kind,
    (number, count): (usize, usize),
) -> Page<ListPage> {
    let site = &frame.site;
    let list = site.list_address(place, kind);
    let start = (number - 1) * site.settings.per_page;
    let documents = site
        .list(ListKey::at(place, kind))
        .iter()
        .skip(start)
        .take(site.settings.per_page);
    let documents: Vec<_> = documents.copied().collect();
    let naming = if place == Place::City {
        Naming::WithPlace
    } else {
        Naming::Plain
    };
    let title = title(site, place, kind);
    let paged = if number == 1 {
        title.clone()
    } else {
        format!("{title}（{number}ページ）")
    };
    let steps = if number == 1 {
        Vec::new()
    } else {
        vec![(title.clone(), list.clone())]
    };
    let address = page_address(&list, number);
    let page = ListPage {
        title,
        kind: kind.id.to_owned(),
        kind_label: kind.label.to_owned(),
        intro: kind.intro.to_owned(),
        groups: groups(site, &documents, place, naming),
        nothing_ahead: number == 1 && is_over(site, kind, &documents),
        pagination: pagination(frame, &list, number, count),
        file: file(site, place, kind).filter(|_| !documents.is_empty()),
        wards: wards(frame, place, kind),
        all: (place != Place::City).then(|| LinkView {
            label: format!(
                "{}24区の{}を見る",
                site.settings.municipality.name, kind.label
            ),
            href: site.href(&site.list_address(Place::City, kind)),
        }),
    };
    let title = Title {
        title: &paged,
        description: Some(format!("{paged}の一覧です。{}", kind.intro)),
        canonical: address,
        noindex: false,
        steps,
    };
    frame.page_of_kind("pages/list.html", (place, kind), title, page)
}

fn title(site: &Site, place: Place, kind: Kind) -> String {
    match place {
        Place::City => kind.label.to_owned(),
        Place::Ward(_) => format!("{}の{}", site.place_name(place), kind.label),
    }
}

/// The calendar of what takes place at all.
fn file(site: &Site, place: Place, kind: Kind) -> Option<CalendarFile> {
    kind.has(Facet::Schedule)
        .then(|| calendar_file(site, place, Some(kind)))
}

/// Whether everything that was ever planned is over; what is still to come stands first in a list.
fn is_over(site: &Site, kind: Kind, documents: &[DocumentIndex]) -> bool {
    let first = documents.first().map(|index| site.document(*index));
    kind.has(Facet::Schedule) && first.is_some_and(|document| !is_upcoming(site, document))
}

fn wards(frame: &Frame, place: Place, kind: Kind) -> Vec<LinkView> {
    let site = &frame.site;
    if place != Place::City || kind.scope == Scope::CityOnly {
        return Vec::new();
    }
    let link = |ward| LinkView {
        label: site.place_name(ward).to_owned(),
        href: site.href(&site.list_address(ward, kind)),
    };
    site.ward_indices().map(Place::Ward).map(link).collect()
}
