//! 相談支援室: one desk in words, and what all of them come to.

use crate::model::desk::{self, Band, Coordinators, Desk, Qualification};
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

/// How many desks are open for how long, in the bands of the yearly report.
pub fn bands(desks: &[&Desk]) -> Vec<CountView> {
    let bands = desk::in_bands(desks).into_iter().flatten();
    let label = |band| match band {
        Band::Long => "週20時間以上",
        Band::Middle => "週10時間から19時間まで",
        Band::Short => "週1時間から9時間まで",
        Band::Unknown => "週1時間未満、または不明",
    };
    let view = |(band, count)| CountView {
        label: label(band).to_owned(),
        count: format!("{count}区"),
    };
    bands.map(view).collect()
}

/// How many coordinators have each qualification.
pub fn qualifications(desks: &[&Desk]) -> Vec<CountView> {
    let counts = desk::qualified(desks).map(|people| Qualification::ALL.into_iter().zip(people));
    let count = |(qualification, people): (Qualification, u32)| CountView {
        label: qualification.name(),
        count: format!("{people}人"),
    };
    counts.into_iter().flatten().map(count).collect()
}
