//! One month of a calendar as a list of days and as a table.
//!
//! Invariant: nothing depends on the day of the build but what is over, what goes on and what can be applied for on it, so that a page
//! stays as it is until something really changes.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::calendar::Happening;
use crate::model::date::{Date, Weekday};
use crate::model::document::{Document, DocumentIndex};
use crate::model::facet::When;
use crate::model::month::Month;
use crate::model::names::Text;
use crate::model::occurrence::Occurrence;
use crate::model::settings::Style;
use crate::model::site::Site;
use crate::model::stage::Step;
use crate::model::ward::Place;
use crate::present::{cards, stages, wording};
use crate::theme::view::LinkView;
use crate::theme::view::months::{
    CellItem, CellView, DayEntries, EntryView, MonthTable, MonthView, NearMonth,
};

/// How many titles a day of the table shows.
const TITLES: usize = 3;

/// A month of the calendar of `place`, in which something takes place.
pub fn month(site: &Site, place: Place, month: Month) -> MonthView {
    let calendar = site.calendar(place);
    let happenings = calendar.happenings(month);
    let documents: BTreeSet<DocumentIndex> = happenings.iter().map(|one| one.document).collect();
    let steps: BTreeMap<DocumentIndex, Vec<Step>> = documents
        .into_iter()
        .map(|index| (index, stages::ahead(site, site.document(index))))
        .collect();
    let happenings: Vec<Shown> = happenings
        .iter()
        .map(|happening| Shown::new(site, *happening, month, &steps[&happening.document]))
        .collect();
    let style = site.settings.style;
    let link = |other: Option<Month>, near: &str, far: &str| {
        let other = other?;
        let is_next = other.next() == Some(month) || month.next() == Some(other);
        let way = if is_next { near } else { far };
        Some(NearMonth {
            way: way.to_owned(),
            label: style.month(other),
            href: site.href(&site.month_address(place, other)),
        })
    };
    MonthView {
        label: style.month(month),
        other_year: style.other_year(month),
        count: happenings.len(),
        days: days(site, place, &happenings),
        table: table(site, place, month, &happenings),
        previous: link(calendar.before(month), "前の月", "前に予定がある月"),
        next: link(calendar.after(month), "次の月", "次に予定がある月"),
    }
}

/// A happening and its days in the month.
struct Shown<'a> {
    document: &'a Document,
    time: &'a Occurrence,
    first: Date,
    last: Date,
    /// What follows for whoever would apply.
    ahead: &'a [Step],
}

impl<'a> Shown<'a> {
    fn new(site: &'a Site, happening: Happening, month: Month, ahead: &'a [Step]) -> Self {
        let document = site.document(happening.document);
        let time = &document.occurrences[happening.time];
        let (first, last) = time.days_in(month);
        Self {
            document,
            time,
            first,
            last,
            ahead,
        }
    }

    fn days(&self) -> impl Iterator<Item = Date> {
        let last = self.last;
        std::iter::successors(Some(self.first), |day| day.next())
            .take_while(move |day| *day <= last)
    }

    fn href(&self, site: &Site, reader: Place) -> String {
        let place = site.nearest_place(self.document, reader);
        site.href(&site.document_address(self.document, place))
    }
}

fn days(site: &Site, place: Place, happenings: &[Shown]) -> Vec<DayEntries> {
    let by_day = happenings.chunk_by(|one, other| one.first == other.first);
    let day = |shown: &[Shown]| {
        let date = shown.first()?.first;
        Some(DayEntries {
            id: anchor(date),
            iso: date.iso(),
            label: month_day(date),
            holiday: holiday(site, date),
            entries: shown.iter().map(|one| entry(site, place, one)).collect(),
        })
    };
    by_day.filter_map(day).collect()
}

fn anchor(day: Date) -> String {
    format!("day-{}", day.iso())
}

fn holiday(site: &Site, day: Date) -> Option<String> {
    site.holidays.name(day).map(ToString::to_string)
}

fn entry(site: &Site, reader: Place, shown: &Shown) -> EntryView {
    let (document, time) = (shown.document, shown.time);
    let place = site.nearest_place(document, reader);
    let names_place = reader == Place::City || place != reader;
    let session = document.facets.sessions.get(time.session);
    let text = |text: &Text| text.to_string();
    EntryView {
        href: shown.href(site, reader),
        title: document.title.to_string(),
        kind_label: document.kind.label.to_owned(),
        place: names_place.then(|| site.place_name(document.place).to_owned()),
        datetime: wording::datetime(time.when).unwrap_or_else(|| time.first.iso()),
        time: time_parts(time.when, site.settings.style),
        session: session.and_then(|session| session.label.as_ref().map(text)),
        note: session.and_then(|session| session.note.as_ref().map(text)),
        venue: document
            .facets
            .venue
            .as_ref()
            .map(|venue| text(&venue.value)),
        stage: stages::of_time(site, document, time, shown.ahead),
        sample: document.facets.sample,
    }
}

/// When something takes place on a day that is named already; the days too where it goes on for several. Of one day without hours there
/// is nothing more to say.
fn time_parts(when: When, style: Style) -> Vec<String> {
    let from = |clock| format!("{}から", style.clock(clock));
    let until = |clock| format!("{}まで", style.clock(clock));
    match when {
        When::Days { first, last } if first == last => Vec::new(),
        When::Days { first, last } if first.year() == last.year() => vec![
            format!("{}から", month_day(first)),
            format!("{}まで", month_day(last)),
        ],
        When::Timed { start, end: None } => vec![from(start.1)],
        When::Timed {
            start: (first, start),
            end: Some((last, end)),
        } if first == last => vec![from(start), until(end)],
        When::Timed {
            start: (first, start),
            end: Some((last, end)),
        } if first.year() == last.year() => {
            vec![month_day(first), from(start), month_day(last), until(end)]
        }
        When::Undecided | When::Days { .. } | When::Timed { .. } | When::Repeated(_) => {
            wording::when_parts(when, style)
        }
    }
}

/// `11月5日（木曜日）`.
fn month_day(day: Date) -> String {
    format!(
        "{}月{}日（{}）",
        day.month(),
        day.day(),
        day.weekday().label()
    )
}

fn table(site: &Site, place: Place, month: Month, happenings: &[Shown]) -> MonthTable {
    let settings = &site.settings;
    let by_day = by_day(happenings);
    let mut weeks: Vec<Vec<Option<CellView>>> = vec![Vec::new()];
    let other_month = || None;
    let before = weekdays(settings.week_starts)
        .take_while(|weekday| *weekday != month.first_day().weekday())
        .count();
    let mut listed = String::new();
    for day in month.days() {
        let shown = by_day.get(&day).map_or(&[][..], Vec::as_slice);
        // What goes on for several days is listed on the first of them, so the way to the list of a day may lead to an earlier one.
        if shown.iter().any(|one| one.first == day) {
            listed = format!("#{}", anchor(day));
        }
        if weeks.last().is_some_and(|week| week.len() == 7) {
            weeks.push(Vec::new());
        }
        if let Some(week) = weeks.last_mut() {
            if day == month.first_day() {
                week.resize_with(before, other_month);
            }
            week.push(Some(cell(site, place, shown, (day, &listed))));
        }
    }
    if let Some(last) = weeks.last_mut() {
        last.resize_with(7, other_month);
    }
    let style = settings.style;
    MonthTable {
        weekdays: weekdays(settings.week_starts)
            .map(|weekday| weekday.label().to_owned())
            .collect(),
        weeks,
        unlisted: (!site.holidays.knows(month.year()))
            .then(|| format!("{}（{}）", style.year(month), style.other_year(month))),
    }
}

/// What takes place on each day: what begins on it first, as the rest has been seen on the days before.
fn by_day<'a, 'b>(happenings: &'b [Shown<'a>]) -> BTreeMap<Date, Vec<&'b Shown<'a>>> {
    let mut days: BTreeMap<Date, Vec<&Shown>> = BTreeMap::new();
    for shown in happenings {
        days.entry(shown.first).or_default().push(shown);
    }
    for shown in happenings {
        for day in shown.days().skip(1) {
            days.entry(day).or_default().push(shown);
        }
    }
    days
}

/// The cell of a day, with the way to where it is listed.
fn cell(site: &Site, place: Place, shown: &[&Shown], (day, listed): (Date, &str)) -> CellView {
    let link = |label: String| LinkView {
        label,
        href: listed.to_owned(),
    };
    let item = |shown: &&Shown| CellItem {
        href: shown.href(site, place),
        title: shown.document.title.to_string(),
        state: cards::state(shown.document),
    };
    let rest = shown.len().saturating_sub(TITLES);
    CellView {
        iso: day.iso(),
        number: day.day(),
        holiday: holiday(site, day),
        closed: site.holidays.is_closed(day),
        items: shown.iter().take(TITLES).map(item).collect(),
        more: (rest > 0).then(|| link(format!("ほか{rest}件"))),
        count: (!shown.is_empty()).then(|| link(format!("{}件", shown.len()))),
    }
}

/// The seven days of a week from the one on which it starts.
fn weekdays(starts: Weekday) -> impl Iterator<Item = Weekday> {
    let all = Weekday::ALL.into_iter().cycle();
    all.skip_while(move |weekday| *weekday != starts).take(7)
}
