//! Registers: the institutions of every ward and of all of them, whole and by what they do or are, in pages.

use std::sync::Arc;

use rayon::prelude::*;

use crate::model::address::{Address, OutputPath};
use crate::model::institution::Institution;
use crate::model::register::Register;
use crate::model::selection::{RowIndex, Selection};
use crate::model::site::Site;
use crate::model::ward::{Place, WardIndex};
use crate::outputs::Job;
use crate::outputs::frame::{Frame, Page, Title, job, page_address, pagination};
use crate::present::registers;
use crate::theme::view::LinkView;
use crate::theme::view::registers::{RegisterPage, SearchView};

/// How many institutions a page shows; all of a ward's, as a rule.
const PER_PAGE: usize = 200;

/// The institutions of a place that a selection holds, found once for all pages that show them.
struct List {
    register: Register,
    place: Place,
    selection: Selection,
    held: Vec<RowIndex>,
    /// What else the place offers.
    selections: Arc<Vec<(Selection, usize)>>,
}

/// A page of a list, counted from 1.
#[derive(Clone)]
struct Part {
    list: Arc<List>,
    number: usize,
    count: usize,
}

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let site = &frame.site;
    let places =
        Register::all().flat_map(|register| site.places().map(move |place| (register, place)));
    let places: Vec<(Register, Place)> = places.collect();
    let lists = places.into_par_iter().flat_map_iter(|(register, place)| {
        let selections = Arc::new(site.selections(register, place));
        let offered: Vec<Selection> = selections.iter().map(|(one, _)| *one).collect();
        let list = move |selection| List {
            register,
            place,
            selection,
            held: site.selected(register, place, selection),
            selections: selections.clone(),
        };
        offered.into_iter().map(list)
    });
    let parts = lists.flat_map_iter(|list| {
        let count = list.held.len().div_ceil(PER_PAGE).max(1);
        let list = Arc::new(list);
        (1..=count).map(move |number| Part {
            list: list.clone(),
            number,
            count,
        })
    });
    parts
        .map(|part| {
            let address = page_address(&part.list.address(site), part.number);
            let place = part.list.place;
            job(frame, place, &address, move |frame| view(frame, &part))
        })
        .collect()
}

impl List {
    fn address(&self, site: &Site) -> Address {
        site.selection_address(self.place, self.register, self.selection)
    }

    fn title(&self, site: &Site, selection: Selection) -> String {
        registers::title(site, self.register, self.place, selection)
    }
}

fn view(frame: &Frame, part: &Part) -> Page<RegisterPage> {
    let site = &frame.site;
    let (list, number) = (&*part.list, part.number);
    let (register, place) = (list.register, list.place);
    let start = (number - 1) * PER_PAGE;
    let end = list.held.len().min(start + PER_PAGE);
    let shown = list.held.get(start..end).unwrap_or_default();
    let shown: Vec<(WardIndex, &Institution)> = shown
        .iter()
        .filter_map(|row| site.row(register, *row))
        .collect();
    let is_first = number == 1 && list.selection == Selection::All;
    let mut listing = registers::listing(site, (register, place), &shown, is_first);
    if part.count > 1 {
        // A group may go on over pages, so what this page has of it is no number of it.
        listing
            .groups
            .iter_mut()
            .for_each(|group| group.count.clear());
    }
    let title = list.title(site, list.selection);
    let choices = registers::choices(site, (register, place), &list.selections, list.selection);
    let is_whole = part.count == 1 && shown.len() > 1;
    let (search, links) = match list.selection {
        Selection::All if is_whole => (Some(SearchView { choices }), None),
        _ => (is_whole.then_some(SearchView { choices: None }), choices),
    };
    let has_samples = shown.iter().any(|(_, one)| one.sample);
    let page = RegisterPage {
        title: title.clone(),
        kind_label: register.label.to_owned(),
        intro: register.intro.to_owned(),
        known: listing.known,
        counts: listing.counts,
        links,
        search,
        groups: listing.groups,
        notes: listing.notes,
        has_samples,
        pagination: pagination(frame, &list.address(site), number, part.count),
        all: (place != Place::City).then(|| all(frame, register)),
    };
    let paged = match number {
        1 => title,
        _ => format!("{title}（{number}ページ）"),
    };
    let title = Title {
        title: &paged,
        description: Some(format!("{paged}の一覧です。{}", register.intro)),
        canonical: page_address(&list.address(site), number),
        noindex: has_samples && shown.iter().all(|(_, one)| one.sample),
        steps: steps(site, part),
    };
    frame.page("pages/register.html", place, title, page)
}

/// The pages above a page: the whole register, and the first page of its list.
fn steps(site: &Site, part: &Part) -> Vec<(String, Address)> {
    let list = &part.list;
    let step = |selection| {
        let address = site.selection_address(list.place, list.register, selection);
        (list.title(site, selection), address)
    };
    let whole = (list.selection != Selection::All).then(|| step(Selection::All));
    let first = (part.number > 1).then(|| step(list.selection));
    whole.into_iter().chain(first).collect()
}

/// The way to the same register of all wards.
fn all(frame: &Frame, register: Register) -> LinkView {
    let site = &frame.site;
    let (city, wards) = (&site.settings.municipality.name, site.wards.len());
    LinkView {
        label: format!("{city}{wards}区の{}を見る", register.label),
        href: site.href(&site.register_address(Place::City, register)),
    }
}
