//! The top page of the city and of every ward.

use std::sync::Arc;

use crate::model::address::OutputPath;
use crate::model::document::{Document, DocumentIndex};
use crate::model::field::Facet;
use crate::model::kind::{Dating, Kind};
use crate::model::site::ListKey;
use crate::model::ward::{Place, WardIndex};
use crate::outputs::Job;
use crate::outputs::frame::{CALENDAR, Frame, Page, Title, calendar_link, job};
use crate::present::cards::{Naming, card, is_upcoming};
use crate::present::document::{body_html, topic_link};
use crate::present::{desks, structured};
use crate::theme::view::{CityPage, GroupView, LinkView, WardPage};

/// How many documents a group of a top page shows.
const SHOWN: usize = 6;

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let site = &frame.site;
    let city = job(frame, Place::City, &site.top_address(Place::City), city);
    let wards = site.ward_indices().map(|ward| {
        let place = Place::Ward(ward);
        job(frame, place, &site.top_address(place), move |frame| {
            self::ward(frame, ward)
        })
    });
    std::iter::once(city).chain(wards).collect()
}

fn city(frame: &Frame) -> Page<CityPage> {
    let site = &frame.site;
    let welcome = site.welcome.as_ref();
    let page = CityPage {
        title: site.settings.title.to_string(),
        welcome_html: welcome
            .map(|welcome| body_html(site, &welcome.body, &welcome.targets, None, Place::City))
            .unwrap_or_default(),
        has_ruby: welcome.is_some_and(|welcome| welcome.body.has_ruby()),
        has_terms: welcome.is_some_and(|welcome| welcome.body.has_terms()),
        groups: groups(frame, Place::City),
        topics: (0..site.settings.topics.len())
            .map(|topic| topic_link(site, topic))
            .collect(),
    };
    let title = Title {
        title: site.settings.title.as_str(),
        description: site.settings.tagline.as_ref().map(ToString::to_string),
        canonical: site.top_address(Place::City),
        noindex: false,
        steps: Vec::new(),
    };
    let mut page = frame.page("pages/city.html", Place::City, title, page);
    // The top of the site is where one is already; a path to it says nothing.
    page.crumbs.clear();
    page.things = structured::city(site);
    page
}

fn ward(frame: &Frame, index: WardIndex) -> Page<WardPage> {
    let site = &frame.site;
    let place = Place::Ward(index);
    let ward = site.ward(index);
    let welcome = ward.welcome.as_ref();
    let page = WardPage {
        title: ward.name.to_string(),
        welcome_title: welcome
            .and_then(|welcome| welcome.title.as_ref())
            .map(ToString::to_string),
        welcome_html: welcome
            .map(|welcome| body_html(site, &welcome.body, &welcome.targets, None, place))
            .unwrap_or_default(),
        has_ruby: welcome.is_some_and(|welcome| welcome.body.has_ruby()),
        has_terms: welcome.is_some_and(|welcome| welcome.body.has_terms()),
        groups: groups(frame, place),
        office: ward.office.to_string(),
        hours: ward.hours.as_ref().map(ToString::to_string),
        desk: ward
            .desk
            .as_ref()
            .map(|desk| desks::desk(site, index, desk)),
    };
    let title = Title {
        title: ward.name.as_str(),
        description: Some(format!(
            "{}の、在宅医療と人生会議についてのお知らせや催しのページです。",
            ward.name
        )),
        canonical: site.top_address(place),
        noindex: false,
        steps: Vec::new(),
    };
    let mut page = frame.page("pages/ward.html", place, title, page);
    // The ward itself is the last step; the common form has it twice.
    let last = page.crumbs.len().saturating_sub(2);
    page.crumbs.remove(last);
    page.things = vec![structured::ward(site, index)];
    page
}

/// What is coming, what is new, and what to read, as far as there is any.
fn groups(frame: &Frame, place: Place) -> Vec<GroupView> {
    let mut groups = vec![upcoming(frame, place)];
    let news = place
        .kinds()
        .filter(|kind| kind.dating == Dating::Dated && !kind.has(Facet::Schedule));
    let reading = place.kinds().filter(|kind| kind.dating == Dating::Undated);
    let reports = place
        .kinds()
        .filter(|kind| kind.dating == Dating::FiscalYear);
    let kinds = news.chain(reading).chain(reports);
    groups.extend(kinds.map(|kind| of_kind(frame, place, kind)));
    groups.retain(|group| !group.cards.is_empty());
    groups
}

fn list(frame: &Frame, place: Place, kind: Kind) -> &[DocumentIndex] {
    frame.site.list(ListKey::at(place, kind))
}

fn naming(place: Place) -> Naming {
    if place == Place::City {
        Naming::WithPlace
    } else {
        Naming::Plain
    }
}

fn upcoming(frame: &Frame, place: Place) -> GroupView {
    let site = &frame.site;
    let mut ahead: Vec<&Document> = Vec::new();
    for kind in Kind::all().filter(|kind| kind.has(Facet::Schedule)) {
        // Upcoming documents stand first in a list, in the order of days.
        let first = list(frame, place, kind)
            .iter()
            .map(|index| site.document(*index));
        ahead.extend(
            first
                .take_while(|document| is_upcoming(site, document))
                .take(SHOWN),
        );
    }
    ahead.sort_by_key(|document| {
        (
            document
                .next_day(site.today)
                .map_or((true, None), |day| (false, Some(day))),
            document.kind,
            document.source,
        )
    });
    GroupView {
        heading: "これからの予定".to_owned(),
        id: "upcoming".to_owned(),
        cards: ahead
            .into_iter()
            .take(SHOWN)
            .map(|document| card(site, document, place, naming(place)))
            .collect(),
        more: calendar_link(site, place).map(|link| LinkView {
            label: format!("{CALENDAR}を見る"),
            ..link
        }),
    }
}

fn of_kind(frame: &Frame, place: Place, kind: Kind) -> GroupView {
    let site = &frame.site;
    let list = list(frame, place, kind);
    let shown = list
        .iter()
        .take(SHOWN)
        .map(|index| card(site, site.document(*index), place, naming(place)));
    GroupView {
        heading: kind.label.to_owned(),
        id: kind.id.to_owned(),
        cards: shown.collect(),
        more: (list.len() > SHOWN).then(|| LinkView {
            label: format!("{}をすべて見る（{}件）", kind.label, list.len()),
            href: site.href(&site.list_address(place, kind)),
        }),
    }
}
