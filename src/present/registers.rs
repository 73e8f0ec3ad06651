//! Registers: institutions in words, with their notes.

mod hours;
mod institution;
mod notes;

use crate::model::institution::{Institution, Roster};
use crate::model::names::Text;
use crate::model::register::Register;
use crate::model::selection::Selection;
use crate::model::site::Site;
use crate::model::ward::{Place, WardIndex};
use crate::present::registers::notes::Notes;
use crate::theme::view::LinkView;
use crate::theme::view::registers::{
    FilterLink, FilterView, InstitutionGroup, NoteView, WardCountView,
};

pub use hours::hours;
pub use institution::institution;

/// `積極的医療機関（看取り）`, `北区の医療・介護・福祉資源`.
pub fn title(site: &Site, register: Register, place: Place, selection: Selection) -> String {
    let whose = match place {
        Place::City => String::new(),
        Place::Ward(_) => format!("{}の", site.place_name(place)),
    };
    let which = selection.id().map(|_| format!("（{}）", selection.label()));
    format!("{whose}{}{}", register.label, which.unwrap_or_default())
}

/// What is said where only the number is known.
pub fn known(site: &Site, register: Register, place: Place) -> Vec<String> {
    let style = site.settings.style;
    let day = |day| format!("（{}現在）", style.day(day));
    match place {
        Place::City => {
            let all: Option<Vec<u32>> = site
                .ward_indices()
                .map(|ward| count(site, register, ward))
                .collect();
            let declared = site
                .ward_indices()
                .filter_map(|ward| site.declared(register, ward));
            let as_of = declared
                .filter_map(|declared| declared.as_of)
                .max()
                .map(day);
            let total = all
                .filter(|_| register.is_counted)
                .map(|all| all.iter().sum::<u32>());
            let total = total.map(|total| {
                format!(
                    "{}の{}区に、合わせて{total}の{}があります{}。",
                    site.place_name(place),
                    site.wards.len(),
                    register.unit,
                    as_of.unwrap_or_default()
                )
            });
            let hidden = "名前の公開されていない区は、数だけを載せています。".to_owned();
            let is_hidden = site
                .ward_indices()
                .any(|ward| is_only_counted(site, register, ward));
            total
                .into_iter()
                .chain(is_hidden.then_some(hidden))
                .collect()
        }
        Place::Ward(ward) => {
            let declared = site.declared(register, ward);
            let declared = declared.filter(|_| is_only_counted(site, register, ward));
            let sentence = declared.map(|declared| {
                format!(
                    "{}の{}は{}か所です{}。名前は、このサイトでは公開していません。",
                    site.place_name(place),
                    register.label,
                    declared.count,
                    declared.as_of.map(day).unwrap_or_default()
                )
            });
            sentence.into_iter().collect()
        }
    }
}

/// Whether nothing but a number of a ward is known.
fn is_only_counted(site: &Site, register: Register, ward: WardIndex) -> bool {
    let is_named = real(site, register, ward).next().is_some();
    !is_named && site.declared(register, ward).is_some()
}

fn real(site: &Site, register: Register, ward: WardIndex) -> impl Iterator<Item = &Institution> {
    let roster = site.roster(register, ward);
    roster.into_iter().flat_map(Roster::real)
}

/// How many institutions a ward has, by its register or else by a report.
fn count(site: &Site, register: Register, ward: WardIndex) -> Option<u32> {
    match u32::try_from(real(site, register, ward).count()) {
        Ok(0) | Err(_) => site.declared(register, ward).map(|declared| declared.count),
        Ok(count) => Some(count),
    }
}

/// What a page shows below its counts and filters.
pub struct Listing {
    pub counts: Vec<WardCountView>,
    pub groups: Vec<InstitutionGroup>,
    pub notes: Vec<NoteView>,
}

/// Institutions in their groups, and every note of the page once, in the order in which they are marked.
pub fn listing(
    site: &Site,
    (register, place): (Register, Place),
    shown: &[(WardIndex, &Institution)],
    has_counts: bool,
) -> Listing {
    let mut notes = Notes::default();
    let counts = match has_counts {
        true => counts(site, register, &mut notes),
        false => declared_notes(site, register, place, &mut notes),
    };
    let mut groups: Vec<InstitutionGroup> = Vec::new();
    let mut previous = None;
    for (number, (ward, one)) in shown.iter().enumerate() {
        let key = (*ward, one.category.filter(|_| place != Place::City));
        if previous != Some(key) || groups.is_empty() {
            let id = format!("k-group-{}", groups.len() + 1);
            let (heading, href) = heading(site, (register, place), (*ward, one));
            groups.push(InstitutionGroup {
                heading,
                id,
                href,
                count: String::new(),
                institutions: Vec::new(),
            });
            previous = Some(key);
        }
        if let Some(group) = groups.last_mut() {
            let view = institution(site, one, number, &mut notes);
            group.institutions.push(view);
        }
    }
    for group in &mut groups {
        group.count = format!("{}件", group.institutions.len());
    }
    Listing {
        counts,
        groups,
        notes: notes.into_views(),
    }
}

/// What stands above a group, and where it leads.
fn heading(
    site: &Site,
    (register, place): (Register, Place),
    (ward, first): (WardIndex, &Institution),
) -> (String, Option<String>) {
    match place {
        Place::City => {
            let ward = Place::Ward(ward);
            let address = site.register_address(ward, register);
            let name = site.place_name(ward).to_owned();
            (name, Some(site.href(&address)))
        }
        Place::Ward(_) => {
            let label = first.category.map(|category| category.row().label);
            (label.unwrap_or("種別の書かれていないもの").to_owned(), None)
        }
    }
}

fn counts(site: &Site, register: Register, notes: &mut Notes) -> Vec<WardCountView> {
    let view = |ward: WardIndex| {
        let place = Place::Ward(ward);
        let declared = site.declared(register, ward);
        let declared = declared.filter(|_| is_only_counted(site, register, ward));
        let texts = declared.map_or_else(Vec::new, |declared| declared.notes);
        let name = site.place_name(place);
        WardCountView {
            ward: LinkView {
                label: name.to_owned(),
                href: match site.has_register(register, place) {
                    true => site.href(&site.register_address(place, register)),
                    false => site.href(&site.top_address(place)),
                },
            },
            count: count(site, register, ward).map(|count| count.to_string()),
            marks: texts
                .iter()
                .map(|text| notes.mark(text.as_str(), name))
                .collect(),
        }
    };
    site.ward_indices().map(view).collect()
}

/// On the page of a ward whose number is said in a sentence its notes stand below without a mark to lead back to.
fn declared_notes(
    site: &Site,
    register: Register,
    place: Place,
    notes: &mut Notes,
) -> Vec<WardCountView> {
    if let Place::Ward(ward) = place {
        let declared = site.declared(register, ward);
        let declared = declared.filter(|_| is_only_counted(site, register, ward));
        for text in declared.map_or_else(Vec::new, |declared| declared.notes) {
            notes.lone(&text);
        }
    }
    Vec::new()
}

/// The pages with a part of the list, where there are any.
pub fn filters(
    site: &Site,
    (register, place): (Register, Place),
    all: &[(Selection, usize)],
    current: Selection,
) -> Vec<FilterView> {
    let link = |(selection, count): &(Selection, usize)| FilterLink {
        id: selection.id().unwrap_or_default().to_owned(),
        label: selection.label().to_owned(),
        count: format!("{count}件"),
        href: site.href(&site.selection_address(place, register, *selection)),
        current: *selection == current,
    };
    let of = |label: &str, holds: fn(&Selection) -> bool| {
        let links: Vec<FilterLink> = all
            .iter()
            .filter(|(selection, _)| holds(selection))
            .map(link)
            .collect();
        FilterView {
            label: label.to_owned(),
            links,
        }
    };
    let functions = of("機能", |one| matches!(one, Selection::Function(_)));
    let kinds = of("種別", |one| matches!(one, Selection::Category(_)));
    let mut filters: Vec<FilterView> = [functions, kinds]
        .into_iter()
        .filter(|filter| {
            filter.links.len() > 1 || current != Selection::All && !filter.links.is_empty()
        })
        .collect();
    if !filters.is_empty() {
        filters.insert(0, of("全体", |one| *one == Selection::All));
    }
    filters
}

/// What the report says about those whose place is not settled yet (大阪市「在宅医療連携拠点事業の取組について」, ※1).
const CONSENT: &str = "位置づけについて、拠点の内諾を受けている段階です。";

/// The sentences that are marked on an institution.
fn remarks(institution: &Institution) -> impl Iterator<Item = &str> {
    let consent = institution.consented.then_some(CONSENT);
    consent
        .into_iter()
        .chain(institution.note.as_ref().map(Text::as_str))
}
