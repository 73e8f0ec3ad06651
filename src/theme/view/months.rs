//! `page` of `pages/calendar.html` and `pages/month.html`: what takes place, month by month.

use serde::Serialize;

use crate::theme::view::{LinkView, StageView, StateView};

/// `page` of `pages/calendar.html`: the month to look at now, and the way to all others.
#[derive(Debug, Serialize)]
pub struct CalendarPage {
    /// `北区の予定表`.
    pub title: String,
    /// `予定表`.
    pub kind_label: String,
    /// The month of the first happening that is not over, else the last one there is; nothing where there never was any.
    pub month: Option<MonthView>,
    /// Everything that was ever planned is over.
    pub nothing_ahead: bool,
    /// The months in which something is still to come, by fiscal year, ascending.
    pub ahead: Vec<MonthGroup>,
    /// The others, newest first.
    pub past: Vec<MonthGroup>,
    pub file: CalendarFile,
    /// The calendar of all wards, on a ward's own.
    pub all: Option<LinkView>,
}

/// `page` of `pages/month.html`.
#[derive(Debug, Serialize)]
pub struct MonthPage {
    /// `令和8年11月の予定`.
    pub title: String,
    /// `予定表`.
    pub kind_label: String,
    pub month: MonthView,
    /// The calendar it is a page of: `北区の予定表`.
    pub calendar: LinkView,
    pub file: CalendarFile,
    /// The same month of all wards, on a ward's own page.
    pub all: Option<LinkView>,
}

/// The file that programs for calendars read.
#[derive(Debug, Serialize)]
pub struct CalendarFile {
    /// `北区の予定`, `北区の講演会`.
    pub what: String,
    pub href: String,
}

/// Months of one fiscal year.
#[derive(Debug, Serialize)]
pub struct MonthGroup {
    /// `令和8年度（2026年度）`.
    pub heading: String,
    /// `令和8年11月（12件）`.
    pub months: Vec<LinkView>,
}

/// One month: the list, then the table.
#[derive(Debug, Serialize)]
pub struct MonthView {
    /// `令和8年11月`.
    pub label: String,
    /// `2026年`, for those who count so; `令和8年` where pages count by the Gregorian calendar.
    pub other_year: String,
    pub count: usize,
    /// Days on which something is shown first; at least one.
    pub days: Vec<DayEntries>,
    pub table: MonthTable,
    pub previous: Option<NearMonth>,
    pub next: Option<NearMonth>,
}

/// The nearest month before or after one in which something takes place.
#[derive(Debug, Serialize)]
pub struct NearMonth {
    /// `前の月`, or `前に予定がある月` where months without any happening lie between.
    pub way: String,
    /// `令和8年10月`.
    pub label: String,
    pub href: String,
}

/// What begins on a day, or goes on from the month before on the first.
#[derive(Debug, Serialize)]
pub struct DayEntries {
    /// Unique on the page.
    pub id: String,
    pub iso: String,
    /// `11月5日（木曜日）`.
    pub label: String,
    pub holiday: Option<String>,
    /// At least one.
    pub entries: Vec<EntryView>,
}

#[derive(Debug, Serialize)]
pub struct EntryView {
    pub href: String,
    pub title: String,
    pub kind_label: String,
    /// `北区`, in calendars of several places.
    pub place: Option<String>,
    /// `2026-11-05T14:00`.
    pub datetime: String,
    /// `14時から15時30分まで`, or the days of what goes on for several, in parts a line should break between.
    pub time: Vec<String>,
    /// `第2回`.
    pub session: Option<String>,
    /// `Web開催`.
    pub note: Option<String>,
    pub venue: Option<String>,
    pub stage: Option<StageView>,
    pub sample: bool,
}

#[derive(Debug, Serialize)]
pub struct MonthTable {
    /// `日曜日` to `土曜日`, from the day on which weeks start.
    pub weekdays: Vec<String>,
    /// Seven each; days of other months are nothing.
    pub weeks: Vec<Vec<Option<CellView>>>,
    /// A year of whose holidays nothing is known: `令和10年（2028年）`.
    pub unlisted: Option<String>,
}

/// A day in the table.
#[derive(Debug, Serialize)]
pub struct CellView {
    pub iso: String,
    /// 1 to 31.
    pub number: u32,
    pub holiday: Option<String>,
    /// Offices are closed.
    pub closed: bool,
    /// The first of what takes place on the day.
    pub items: Vec<CellItem>,
    /// `ほか7件`, to the list, where there are more.
    pub more: Option<LinkView>,
    /// `8件`, to the list, for screens on which titles have no room.
    pub count: Option<LinkView>,
}

#[derive(Debug, Serialize)]
pub struct CellItem {
    pub href: String,
    pub title: String,
    /// 中止・延期・満員, which a title alone would hide.
    pub state: Option<StateView>,
}
