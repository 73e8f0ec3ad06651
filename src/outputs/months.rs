//! The calendar of the city and of every ward: a page that shows what comes next, and one for every month in which anything takes place.

use std::sync::Arc;

use rayon::prelude::*;

use crate::model::address::OutputPath;
use crate::model::calendar::Happening;
use crate::model::date::FiscalYear;
use crate::model::month::Month;
use crate::model::site::Site;
use crate::model::ward::Place;
use crate::outputs::Job;
use crate::outputs::frame::{CALENDAR, Frame, Page, Title, calendar_file, job};
use crate::present::months;
use crate::theme::view::LinkView;
use crate::theme::view::months::{CalendarPage, MonthGroup, MonthPage};

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let site = &frame.site;
    let pages: Vec<(Place, Option<Month>)> = site
        .places()
        .flat_map(|place| {
            let months = site.calendar(place).months().map(Some);
            std::iter::once(None)
                .chain(months)
                .map(move |month| (place, month))
        })
        .collect();
    pages
        .into_par_iter()
        .map(|(place, month)| match month {
            None => {
                let address = site.calendar_address(place);
                job(frame, place, &address, move |frame| calendar(frame, place))
            }
            Some(month) => {
                let address = site.month_address(place, month);
                job(frame, place, &address, move |frame| {
                    self::month(frame, place, month)
                })
            }
        })
        .collect()
}

fn calendar(frame: &Frame, place: Place) -> Page<CalendarPage> {
    let site = &frame.site;
    let calendar = site.calendar(place);
    let is_ahead = |month: &Month| {
        let happenings = calendar.happenings(*month).iter();
        happenings.rev().any(|happening| !is_over(site, *happening))
    };
    let (ahead, past): (Vec<Month>, Vec<Month>) = calendar.months().partition(is_ahead);
    let shown = ahead.first().or(past.last());
    let title = title(site, place);
    let page = CalendarPage {
        title: title.clone(),
        kind_label: CALENDAR.to_owned(),
        month: shown.map(|month| months::month(site, place, *month)),
        nothing_ahead: ahead.is_empty() && !past.is_empty(),
        ahead: groups(site, place, ahead.into_iter()),
        past: groups(site, place, past.into_iter().rev()),
        file: calendar_file(site, place, None),
        all: all(site, place, None),
    };
    let title = Title {
        title: &title,
        description: Some(format!(
            "{}の講演会や催しなどの予定を、月ごとにまとめています。",
            whose(site, place)
        )),
        canonical: site.calendar_address(place),
        noindex: false,
        steps: Vec::new(),
    };
    frame.page("pages/calendar.html", place, title, page)
}

fn month(frame: &Frame, place: Place, month: Month) -> Page<MonthPage> {
    let site = &frame.site;
    let calendar = site.calendar_address(place);
    let style = site.settings.style;
    let title = format!("{}の予定", style.month(month));
    let page = MonthPage {
        title: title.clone(),
        kind_label: CALENDAR.to_owned(),
        month: months::month(site, place, month),
        calendar: LinkView {
            label: self::title(site, place),
            href: site.href(&calendar),
        },
        file: calendar_file(site, place, None),
        all: all(site, place, Some(month)),
    };
    let title = Title {
        title: &title,
        description: Some(format!(
            "{}（{}）の、{}の講演会や催しなどの予定です。",
            style.month(month),
            style.other_year(month),
            whose(site, place)
        )),
        canonical: site.month_address(place, month),
        noindex: false,
        steps: vec![(CALENDAR.to_owned(), calendar)],
    };
    frame.page("pages/month.html", place, title, page)
}

/// `大阪市と各区` or `北区`.
fn whose(site: &Site, place: Place) -> String {
    let name = site.place_name(place);
    match place {
        Place::City => format!("{name}と各区"),
        Place::Ward(_) => name.to_owned(),
    }
}

/// `北区の予定表`.
fn title(site: &Site, place: Place) -> String {
    format!("{}の{CALENDAR}", site.place_name(place))
}

fn is_over(site: &Site, happening: Happening) -> bool {
    let document = site.document(happening.document);
    document.occurrences[happening.time].last < site.today
}

/// Neighbouring months under their fiscal years.
fn groups(site: &Site, place: Place, months: impl Iterator<Item = Month>) -> Vec<MonthGroup> {
    let mut groups: Vec<(FiscalYear, MonthGroup)> = Vec::new();
    let style = site.settings.style;
    for month in months {
        let year = month.first_day().fiscal_year();
        if groups.last().is_none_or(|(last, _)| *last != year) {
            let heading = style.fiscal_year(year);
            let months = Vec::new();
            groups.push((year, MonthGroup { heading, months }));
        }
        if let Some((_, group)) = groups.last_mut() {
            let count = site.calendar(place).happenings(month).len();
            group.months.push(LinkView {
                label: format!("{}（{count}件）", style.month(month)),
                href: site.href(&site.month_address(place, month)),
            });
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// From a ward to all wards: the same month, which they have as well, or their calendar.
fn all(site: &Site, place: Place, month: Option<Month>) -> Option<LinkView> {
    let city = Place::City;
    let what = month.map(|month| format!("{}の予定", site.settings.style.month(month)));
    let address = month.map(|month| site.month_address(city, month));
    (place != city).then(|| LinkView {
        label: format!(
            "{}24区の{}を見る",
            site.place_name(city),
            what.unwrap_or_else(|| CALENDAR.to_owned())
        ),
        href: site.href(&address.unwrap_or_else(|| site.calendar_address(city))),
    })
}
