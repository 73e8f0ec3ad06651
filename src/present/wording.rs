//! House style: how days, times, sizes and people to ask are written on every page.
//!
//! Invariant: days and times for people follow the style of the site, those for machines (`<time datetime>`) are ISO 8601 in every style.

use crate::model::date::{Clock, Date};
use crate::model::document::Document;
use crate::model::facet::{Moment, Session, State, When, Words};
use crate::model::position::Position;
use crate::model::repeat::{Pauses, Repeat, Rule, Week};
use crate::model::settings::Style;
use crate::model::ward::Contact;
use crate::theme::view::{ContactView, DayView, LinkView, WhenView};

/// What is said of a day that is not known yet.
pub const UNDECIDED: &str = "未定";

/// What is said of a sample.
pub const SAMPLE: &str = "これは見本です。書かれている催しや人、場所、連絡先は実在しません。";

pub fn day(date: Date, style: Style) -> DayView {
    DayView {
        iso: date.iso(),
        label: style.day(date),
    }
}

/// `令和8年12月5日（土曜日）14時から15時30分まで`, or `2026年12月5日（土曜日）午後2時から午後3時30分まで`.
pub fn when(when: When, style: Style) -> String {
    when_parts(when, style).concat()
}

/// The same in the parts a line should break between: a day or a time that is torn in two is easily misread.
pub fn when_parts(when: When, style: Style) -> Vec<String> {
    let day = |date| style.with_weekday(date);
    let from = |clock| format!("{}から", style.clock(clock));
    let until = |clock| format!("{}まで", style.clock(clock));
    match when {
        When::Undecided => vec![
            UNDECIDED.to_owned(),
            "（決まりしだいお知らせします）".to_owned(),
        ],
        When::Days { first, last } if first == last => vec![day(first)],
        When::Days { first, last } => {
            vec![format!("{}から", day(first)), format!("{}まで", day(last))]
        }
        When::Timed { start, end: None } => vec![day(start.0), from(start.1)],
        When::Timed {
            start,
            end: Some(end),
        } if end.0 == start.0 => {
            vec![day(start.0), format!("{}{}", from(start.1), until(end.1))]
        }
        When::Timed {
            start,
            end: Some(end),
        } => vec![day(start.0), from(start.1), day(end.0), until(end.1)],
        When::Repeated(repeat) => repeat_parts(repeat, style),
    }
}

/// `毎月第2火曜日`, `14時から15時30分まで`, `（令和8年12月8日から令和9年3月9日まで。祝日を除く）`.
fn repeat_parts(repeat: Repeat, style: Style) -> Vec<String> {
    let mut parts = vec![rule(repeat.rule)];
    if let Some(hours) = repeat.hours {
        let from = format!("{}から", style.clock(hours.start));
        let until = hours.end.map(|end| format!("{}まで", style.clock(end)));
        parts.push(from + &until.unwrap_or_default());
    }
    let until = repeat.until.map(|last| format!("{}まで", style.day(last)));
    let days = format!(
        "{}から{}",
        style.day(repeat.from),
        until.unwrap_or_default()
    );
    let pauses = pauses(repeat.pauses).map(|pauses| format!("。{pauses}"));
    parts.push(format!("（{days}{}）", pauses.unwrap_or_default()));
    parts
}

/// `祝日を除く`; `None` for what does not pause.
pub fn pauses(pauses: Pauses) -> Option<&'static str> {
    match (pauses.holidays, pauses.year_end) {
        (false, false) => None,
        (true, false) => Some("祝日を除く"),
        (false, true) => Some("年末年始を除く"),
        (true, true) => Some("祝日と年末年始を除く"),
    }
}

/// `毎月第2・第4火曜日`, `毎週月・水曜日`, `毎月15日`.
pub fn rule(rule: Rule) -> String {
    match rule {
        Rule::Weekly { weekdays, every } => {
            let signs: Vec<&str> = weekdays
                .iter()
                .map(|weekday| weekday.label().trim_end_matches("曜日"))
                .collect();
            let often = if every == 2 { "隔週" } else { "毎週" };
            format!("{often}{}曜日", signs.join("・"))
        }
        Rule::MonthlyWeekday { weeks, weekday } => {
            let weeks: Vec<String> = weeks
                .iter()
                .map(|week| match week {
                    Week::Nth(number) => format!("第{number}"),
                    Week::Last => "最終".to_owned(),
                })
                .collect();
            format!("毎月{}{}", weeks.join("・"), weekday.label())
        }
        Rule::MonthlyDay(day) => format!("毎月{day}日"),
    }
}

/// The machine-readable start for `<time datetime>`.
pub fn datetime(when: When) -> Option<String> {
    match when {
        When::Undecided | When::Repeated(_) => None,
        When::Days { first, .. } => Some(first.iso()),
        When::Timed {
            start: (date, clock),
            ..
        } => Some(local(date, clock)),
    }
}

/// `2026-12-05T14:00`; 24:00 is the midnight that begins the next day, which `<time>` cannot say, so the day alone is given.
fn local(date: Date, clock: Clock) -> String {
    if clock.hour() == 24 {
        date.iso()
    } else {
        format!("{}T{}", date.iso(), clock.iso())
    }
}

/// `令和8年11月30日（月曜日）17時`.
pub fn moment(moment: Moment, style: Style) -> String {
    let clock = moment.clock.map(|clock| style.clock(clock));
    format!(
        "{}{}",
        style.with_weekday(moment.date),
        clock.unwrap_or_default()
    )
}

pub fn moment_datetime(moment: Moment) -> String {
    moment
        .clock
        .map_or_else(|| moment.date.iso(), |clock| local(moment.date, clock))
}

/// The schedule in one line for a card: the next time it takes place, else the last one, and how many there are.
pub fn schedule_line(document: &Document, today: Date, style: Style) -> Option<WhenView> {
    let time = document.next(today).or(document.occurrences.last())?;
    let sessions = &document.facets.sessions;
    let mut parts = when_parts(time.when, style);
    let rule_of = |when: When| when.repeat().map(|repeat| rule(repeat.rule));
    let own = sessions.get(time.session);
    let own = own.and_then(|session| rule_of(session.when));
    // Lines are times only where none of them stands for many.
    let is_counted = sessions.len() > 1 && sessions.iter().all(|one| rule_of(one.when).is_none());
    let more = match is_counted {
        true => Some(format!("、全{}回", sessions.len())),
        false => own.map(|rule| format!("、{rule}")),
    };
    if let (Some(last), Some(more)) = (parts.last_mut(), more) {
        last.push_str(&more);
    }
    Some(WhenView {
        iso: time.first.iso(),
        parts,
    })
}

/// The map of 国土地理院 around a place.
pub fn map(position: &Position) -> String {
    let Position {
        latitude,
        longitude,
    } = position;
    format!("https://maps.gsi.go.jp/#17/{latitude}/{longitude}/")
}

/// `545KB`, `1.2MB`, `512バイト`.
pub fn size(bytes: u64) -> String {
    const KB: u64 = 1024;
    match bytes {
        0..KB => format!("{bytes}バイト"),
        KB..1_048_576 => format!("{}KB", bytes.div_ceil(KB)),
        _ => format!(
            "{}.{}MB",
            bytes / (KB * KB),
            bytes % (KB * KB) * 10 / (KB * KB)
        ),
    }
}

/// `【中止】【見本】講演会「…」`: the title where nothing else tells the state of a document and that it is a sample.
pub fn marked_title(document: &Document) -> String {
    format!("{}{}", marks(document), document.title)
}

/// `【中止】【旧版】【見本】`; nothing for most documents.
pub fn marks(document: &Document) -> String {
    let old = old_mark(document);
    let state = document.state().map(State::label);
    let state = state.map(|state| format!("【{state}】"));
    let state = state.unwrap_or_default();
    format!("{state}{old}{}", sample_mark(document.facets.sample))
}

/// What stands before the name of an edition that a newer one has taken the place of.
pub fn old_mark(document: &Document) -> &'static str {
    document.newest.map_or("", |_| "【旧版】")
}

/// What stands before the name of what is not real, wherever nothing else says so.
pub fn sample_mark(is_sample: bool) -> &'static str {
    if is_sample { "【見本】" } else { "" }
}

/// `3回で学ぶ在宅医療の講座（第1回）`.
pub fn with_label(title: &str, session: &Session) -> String {
    match &session.label {
        Some(label) => format!("{title}（{label}）"),
        None => title.to_owned(),
    }
}

/// `見本区民センター 2階 大会議室（大阪市見本区見本1丁目1番1号）`, then without the address; the one that is known, or nothing.
pub fn place(venue: Option<&Words>, document: &Document) -> Vec<String> {
    let address = document.facets.venue_address.as_ref();
    let (venue, address) = (
        venue.map(|words| &words.value),
        address.map(|words| &words.value),
    );
    match (venue, address) {
        (Some(venue), Some(address)) => vec![format!("{venue}（{address}）"), venue.to_string()],
        (Some(only), None) | (None, Some(only)) => vec![only.to_string()],
        (None, None) => Vec::new(),
    }
}

/// Where the terms of a licence can be read.
pub fn licence_url(name: &str) -> Option<&'static str> {
    match name {
        "CC BY 4.0" => Some("https://creativecommons.org/licenses/by/4.0/"),
        _ => None,
    }
}

/// `北区役所 保健福祉課 電話 06-0000-0101 メール kita@example.jp`.
pub fn contact_line(contact: &Contact) -> String {
    let mut words = vec![contact.name.to_string()];
    words.extend(
        contact
            .phone
            .as_ref()
            .map(|phone| format!("電話 {}", phone.as_str())),
    );
    words.extend(
        contact
            .fax
            .as_ref()
            .map(|fax| format!("ファクス {}", fax.as_str())),
    );
    words.extend(
        contact
            .email
            .as_ref()
            .map(|email| format!("メール {}", email.as_str())),
    );
    words.join(" ")
}

pub fn contact(contact: &Contact) -> ContactView {
    ContactView {
        name: contact.name.to_string(),
        phone: contact.phone.as_ref().map(|phone| LinkView {
            label: phone.as_str().to_owned(),
            href: phone.href(),
        }),
        fax: contact.fax.as_ref().map(|fax| fax.as_str().to_owned()),
        email: contact.email.as_ref().map(|email| LinkView {
            label: email.as_str().to_owned(),
            href: format!("mailto:{}", email.as_str()),
        }),
        hours: contact.hours.as_ref().map(ToString::to_string),
        note: contact.note.as_ref().map(ToString::to_string),
    }
}

#[cfg(test)]
mod tests {
    use super::{datetime, day, moment, size, when};
    use crate::model::date::{Clock, Date};
    use crate::model::facet::{Moment, When};
    use crate::model::settings::{Hours, Style, Years};

    const WESTERN_TWELVE: Style = Style {
        hours: Hours::Twelve,
        years: Years::Western,
    };

    fn date(iso: &str) -> Date {
        Date::from_iso(iso).expect("a day")
    }

    fn clock(hour: u32, minute: u32) -> Clock {
        Clock::new(hour, minute).expect("a time")
    }

    fn at(iso: &str, hour: u32, minute: u32) -> (Date, Clock) {
        (date(iso), clock(hour, minute))
    }

    #[test]
    fn schedules_are_written_in_house_style() {
        let timed = |start, end| when(When::Timed { start, end }, Style::default());
        assert_eq!(
            timed(at("2026-12-05", 14, 0), Some(at("2026-12-05", 15, 30))),
            "令和8年12月5日（土曜日）14時から15時30分まで"
        );
        assert_eq!(
            timed(at("2026-12-31", 22, 0), Some(at("2027-01-01", 6, 0))),
            "令和8年12月31日（木曜日）22時から令和9年1月1日（金曜日）6時まで"
        );
        assert_eq!(
            timed(at("2026-12-05", 14, 0), None),
            "令和8年12月5日（土曜日）14時から"
        );
        let one_day = When::Days {
            first: date("2026-12-05"),
            last: date("2026-12-05"),
        };
        assert_eq!(when(one_day, Style::default()), "令和8年12月5日（土曜日）");
    }

    #[test]
    fn schedules_follow_a_style_of_western_years_and_twelve_hours() {
        let timed = |start, end| when(When::Timed { start, end }, WESTERN_TWELVE);
        assert_eq!(
            timed(at("2026-12-05", 14, 0), Some(at("2026-12-05", 15, 30))),
            "2026年12月5日（土曜日）午後2時から午後3時30分まで"
        );
        assert_eq!(
            timed(at("2026-12-31", 22, 0), Some(at("2027-01-01", 0, 0))),
            "2026年12月31日（木曜日）午後10時から2027年1月1日（金曜日）午前0時まで"
        );
        assert_eq!(
            timed(at("2026-12-05", 12, 0), None),
            "2026年12月5日（土曜日）正午から"
        );
        let days = When::Days {
            first: date("2026-12-05"),
            last: date("2026-12-06"),
        };
        assert_eq!(
            when(days, WESTERN_TWELVE),
            "2026年12月5日（土曜日）から2026年12月6日（日曜日）まで"
        );
    }

    #[test]
    fn the_calendar_and_the_clock_are_chosen_apart() {
        let start = at("2026-12-05", 14, 30);
        let timed = When::Timed { start, end: None };
        let of = |hours, years| when(timed, Style { hours, years });
        assert_eq!(
            of(Hours::Twelve, Years::Era),
            "令和8年12月5日（土曜日）午後2時30分から"
        );
        assert_eq!(
            of(Hours::TwentyFour, Years::Western),
            "2026年12月5日（土曜日）14時30分から"
        );
    }

    #[test]
    fn machines_read_the_same_day_in_every_style() {
        assert_eq!(day(date("2026-12-05"), WESTERN_TWELVE).iso, "2026-12-05");
        assert_eq!(
            day(date("2026-12-05"), WESTERN_TWELVE).label,
            "2026年12月5日"
        );
        let start = at("2026-12-05", 14, 0);
        assert_eq!(
            datetime(When::Timed { start, end: None }).as_deref(),
            Some("2026-12-05T14:00")
        );
    }

    #[test]
    fn the_end_of_a_day_is_never_told_as_its_beginning() {
        let until = |clock| Moment {
            date: date("2026-11-30"),
            clock,
        };
        let said = |clock| moment(until(clock), WESTERN_TWELVE);
        assert_eq!(said(Some(clock(24, 0))), "2026年11月30日（月曜日）24時");
        assert_eq!(said(Some(clock(0, 0))), "2026年11月30日（月曜日）午前0時");
        assert_eq!(said(Some(clock(17, 0))), "2026年11月30日（月曜日）午後5時");
        assert_eq!(said(None), "2026年11月30日（月曜日）");
    }

    #[test]
    fn sizes_are_rounded_for_people() {
        assert_eq!(size(12), "12バイト");
        assert_eq!(size(1024), "1KB");
        assert_eq!(size(557_000), "544KB");
        assert_eq!(size(1_300_000), "1.2MB");
    }
}
