//! 相談支援室: one desk in words, and what all of them come to.

use crate::model::desk::{Coordinators, Desk, Qualification};
use crate::model::site::Site;
use crate::model::ward::{Place, WardIndex};
use crate::present::wording;
use crate::theme::view::LinkView;
use crate::theme::view::desks::{CountView, DeskView};

/// The desk of `ward`.
pub fn desk(site: &Site, ward: WardIndex, desk: &Desk) -> DeskView {
    let place = Place::Ward(ward);
    let link = |label: String, address| LinkView {
        label,
        href: site.href(&address),
    };
    DeskView {
        ward: link(site.place_name(place).to_owned(), site.top_address(place)),
        contact: wording::contact(&desk.contact),
        weekly: desk.weekly_minutes().map(weekly),
        coordinators: desk.coordinators.iter().map(coordinators).collect(),
        asks: desk.asks.iter().map(ToString::to_string).collect(),
        all: link(
            format!("{}の相談支援室の一覧を見る", site.place_name(Place::City)),
            site.desks_address(),
        ),
    }
}

/// `週20時間`, `週17時間30分`.
fn weekly(minutes: u32) -> String {
    match minutes % 60 {
        0 => format!("週{}時間", minutes / 60),
        rest => format!("週{}時間{rest}分", minutes / 60),
    }
}

fn coordinators(coordinators: &Coordinators) -> String {
    format!(
        "{} {}人",
        coordinators.qualification.name(),
        coordinators.people
    )
}

/// How many desks are open for how long, in the three bands of the yearly report (大阪市「在宅医療連携拠点事業の取組について」).
pub fn bands(desks: &[&Desk]) -> Vec<CountView> {
    const BANDS: [(&str, std::ops::RangeInclusive<u32>); 3] = [
        ("週20時間以上", 20..=u32::MAX),
        ("週10時間から19時間まで", 10..=19),
        ("週10時間未満", 0..=9),
    ];
    let hours: Vec<u32> = desks
        .iter()
        .filter_map(|desk| Some(desk.weekly_minutes()? / 60))
        .collect();
    let band = |(label, band): (&str, std::ops::RangeInclusive<u32>)| CountView {
        label: label.to_owned(),
        count: format!(
            "{}区",
            hours.iter().filter(|hours| band.contains(hours)).count()
        ),
    };
    match hours.is_empty() {
        true => Vec::new(),
        false => BANDS.into_iter().map(band).collect(),
    }
}

/// How many coordinators have each qualification.
pub fn qualifications(desks: &[&Desk]) -> Vec<CountView> {
    let all: Vec<&Coordinators> = desks.iter().flat_map(|desk| &desk.coordinators).collect();
    let count = |qualification| {
        let people = all.iter().filter(|one| one.qualification == qualification);
        CountView {
            label: qualification.name(),
            count: format!("{}人", people.map(|one| one.people).sum::<u32>()),
        }
    };
    match all.is_empty() {
        true => Vec::new(),
        false => Qualification::ALL.into_iter().map(count).collect(),
    }
}
