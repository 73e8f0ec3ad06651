//! Hand-made views of calendars.

use super::lists::{stage, state};
use super::{link, some, text};
use crate::theme::view::months::{
    CalendarFile, CalendarPage, CellItem, CellView, DayEntries, EntryView, MonthGroup, MonthPage,
    MonthTable, MonthView, NearMonth,
};

fn entry() -> EntryView {
    EntryView {
        href: text("/kita/lectures/2026-10-15-acp/"),
        title: text("これからの暮らしと人生会議"),
        kind_label: text("講演会"),
        place: some("北区"),
        datetime: text("2026-11-03T14:00"),
        time: vec![text("14時から15時30分まで")],
        session: some("第2回"),
        note: some("Web開催"),
        venue: some("見本区民センター 2階 大会議室"),
        stage: Some(stage("cancelled", "中止")),
        sample: true,
    }
}

fn bare_entry() -> EntryView {
    EntryView {
        place: None,
        session: None,
        note: None,
        venue: None,
        stage: None,
        sample: false,
        ..entry()
    }
}

fn cell(number: u32) -> CellView {
    let is_holiday = number == 3;
    let titles = if is_holiday { 3 } else { 0 };
    let item = |number: usize| CellItem {
        href: text("/kita/lectures/2026-10-15-acp/"),
        title: text("これからの暮らしと人生会議"),
        state: (number == 0).then(|| state("cancelled", "中止")),
    };
    CellView {
        iso: format!("2026-11-{number:02}"),
        number,
        holiday: is_holiday.then(|| text("文化の日")),
        closed: is_holiday || number % 7 < 2,
        items: (0..titles).map(item).collect(),
        more: is_holiday.then(|| link("ほか7件", "#day-2026-11-03")),
        count: is_holiday.then(|| link("10件", "#day-2026-11-03")),
    }
}

fn near(way: &str, label: &str, href: &str) -> NearMonth {
    NearMonth {
        way: text(way),
        label: text(label),
        href: text(href),
    }
}

fn month() -> MonthView {
    let cells: Vec<_> = (1..=35).map(|day| (day <= 30).then(|| cell(day))).collect();
    let weekdays = [
        "日曜日",
        "月曜日",
        "火曜日",
        "水曜日",
        "木曜日",
        "金曜日",
        "土曜日",
    ];
    let mut weeks: Vec<Vec<Option<CellView>>> = Vec::new();
    for (index, cell) in cells.into_iter().enumerate() {
        if index % 7 == 0 {
            weeks.push(Vec::new());
        }
        weeks.last_mut().expect("a week").push(cell);
    }
    MonthView {
        label: text("令和8年11月"),
        other_year: text("2026年"),
        count: 10,
        days: vec![DayEntries {
            id: text("day-2026-11-03"),
            iso: text("2026-11-03"),
            label: text("11月3日（火曜日）"),
            holiday: some("文化の日"),
            entries: vec![entry(), bare_entry()],
        }],
        table: MonthTable {
            weekdays: weekdays.iter().map(|label| text(label)).collect(),
            weeks,
            unlisted: some("令和8年（2026年）"),
        },
        previous: Some(near("前の月", "令和8年10月", "/calendar/2026-10/")),
        next: Some(near("次に予定がある月", "令和9年2月", "/calendar/2027-02/")),
    }
}

pub fn file() -> CalendarFile {
    CalendarFile {
        what: text("北区の予定"),
        href: text("/kita/calendar.ics"),
    }
}

fn group(heading: &str) -> MonthGroup {
    MonthGroup {
        heading: text(heading),
        months: vec![
            link("令和8年11月（10件）", "/calendar/2026-11/"),
            link("令和8年12月（2件）", "/calendar/2026-12/"),
        ],
    }
}

pub fn calendar() -> CalendarPage {
    CalendarPage {
        title: text("大阪市の予定表"),
        kind_label: text("予定表"),
        month: Some(month()),
        nothing_ahead: true,
        ahead: vec![group("令和8年度（2026年度）")],
        past: vec![group("令和7年度（2025年度）")],
        file: file(),
        all: None,
    }
}

pub fn bare_calendar() -> CalendarPage {
    CalendarPage {
        title: text("北区の予定表"),
        month: None,
        nothing_ahead: false,
        ahead: Vec::new(),
        past: Vec::new(),
        all: Some(link("大阪市24区の予定表を見る", "/calendar/")),
        ..calendar()
    }
}

pub fn page() -> MonthPage {
    MonthPage {
        title: text("令和8年11月の予定"),
        kind_label: text("予定表"),
        month: month(),
        calendar: link("北区の予定表", "/kita/calendar/"),
        file: file(),
        all: Some(link(
            "大阪市24区の令和8年11月の予定を見る",
            "/calendar/2026-11/",
        )),
    }
}
