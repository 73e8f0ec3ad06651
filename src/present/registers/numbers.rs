//! How many institutions there are, which is all that is known where their names are not published.

use crate::model::figures::Declared;
use crate::model::institution::{Institution, Roster};
use crate::model::register::Register;
use crate::model::site::Site;
use crate::model::ward::{Place, WardIndex};
use crate::present::registers::notes::Notes;
use crate::theme::view::LinkView;
use crate::theme::view::registers::{KnownView, MarkView, WardCountView};

/// What is said of the numbers of a place, and how many every ward has.
pub fn numbers(
    site: &Site,
    register: Register,
    place: Place,
    notes: &mut Notes,
) -> (Vec<KnownView>, Vec<WardCountView>) {
    match place {
        Place::City => {
            let counts = register.is_counted.then(|| counts(site, register, notes));
            (of_city(site, register), counts.unwrap_or_default())
        }
        Place::Ward(ward) => {
            let known = of_ward(site, register, ward, notes);
            (known.into_iter().collect(), Vec::new())
        }
    }
}

fn of_city(site: &Site, register: Register) -> Vec<KnownView> {
    let counts = site.ward_indices().map(|ward| count(site, register, ward));
    let all: Option<Vec<u32>> = counts.collect();
    let declared = site
        .ward_indices()
        .filter_map(|ward| site.declared(register, ward));
    let as_of = declared.filter_map(|declared| declared.as_of).max();
    let as_of = as_of.map(|day| format!("（{}現在）", site.settings.style.day(day)));
    let total = all.filter(|_| register.is_counted);
    let total = total.map(|all| {
        format!(
            "{}の{}区に、合わせて{}の{}があります{}。",
            site.place_name(Place::City),
            site.wards.len(),
            all.iter().sum::<u32>(),
            register.unit,
            as_of.unwrap_or_default()
        )
    });
    let mut wards = site.ward_indices();
    let hidden = wards
        .any(|ward| only_declared(site, register, ward).is_some())
        .then(|| "名前の公開されていない区は、数だけを載せています。".to_owned());
    let sentences = total.into_iter().chain(hidden);
    sentences
        .map(|text| KnownView {
            text,
            marks: Vec::new(),
            rest: String::new(),
        })
        .collect()
}

fn of_ward(
    site: &Site,
    register: Register,
    ward: WardIndex,
    notes: &mut Notes,
) -> Option<KnownView> {
    let declared = only_declared(site, register, ward)?;
    let name = site.place_name(Place::Ward(ward));
    let as_of = declared
        .as_of
        .map(|day| format!("（{}現在）", site.settings.style.day(day)));
    Some(KnownView {
        text: format!("{name}の{}は{}か所", register.label, declared.count),
        marks: marks(&declared, &format!("{name}の数"), notes),
        rest: format!(
            "です{}。名前は、このサイトでは公開していません。",
            as_of.unwrap_or_default()
        ),
    })
}

fn counts(site: &Site, register: Register, notes: &mut Notes) -> Vec<WardCountView> {
    let view = |ward: WardIndex| {
        let place = Place::Ward(ward);
        let name = site.place_name(place);
        let declared = only_declared(site, register, ward);
        WardCountView {
            ward: LinkView {
                label: name.to_owned(),
                href: match site.has_register(register, place) {
                    true => site.href(&site.register_address(place, register)),
                    false => site.href(&site.top_address(place)),
                },
            },
            count: count(site, register, ward).map(|count| count.to_string()),
            marks: declared.map_or_else(Vec::new, |declared| marks(&declared, name, notes)),
        }
    };
    site.ward_indices().map(view).collect()
}

fn marks(declared: &Declared, name: &str, notes: &mut Notes) -> Vec<MarkView> {
    let texts = declared.notes.iter();
    texts.map(|text| notes.mark(text.as_str(), name)).collect()
}

/// The number of a ward of which nothing else is known.
fn only_declared(site: &Site, register: Register, ward: WardIndex) -> Option<Declared> {
    let is_named = real(site, register, ward).next().is_some();
    site.declared(register, ward).filter(|_| !is_named)
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
