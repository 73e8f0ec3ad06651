//! The writing of iCalendar files: the only place that names the library.
//!
//! Invariant: no DTSTAMP, UID or time comes from the clock; the library would add them where they are missing.

use icalendar::{Component, Event as Entry, EventLike, EventStatus, Property};

use crate::model::date::{Clock, Date, Weekday};
use crate::model::facet::{State, When};
use crate::model::repeat::Rule;
use crate::model::series::Series;
use crate::outputs::calendars::event::Event;

/// What a file says of itself.
pub struct Head {
    pub title: Option<String>,
    pub publisher: String,
    /// Its own address, absolute.
    pub url: String,
    /// The day on which something in it changed last.
    pub changed: Option<Date>,
}

const ZONE: &str = "Asia/Tokyo";

/// The one zone of every time (RFC 5545, section 3.6.5); Japan has had no summer time since 1951. It is written here because the library
/// gives every component a DTSTAMP and a UID of the moment, which a zone must not have.
const TIME_ZONE: &str = "BEGIN:VTIMEZONE\r\n\
TZID:Asia/Tokyo\r\n\
BEGIN:STANDARD\r\n\
DTSTART:19700101T000000\r\n\
TZNAME:JST\r\n\
TZOFFSETFROM:+0900\r\n\
TZOFFSETTO:+0900\r\n\
END:STANDARD\r\n\
END:VTIMEZONE\r\n";

/// A whole file, of events as `event` writes them.
pub fn calendar<'a>(head: &Head, events: impl IntoIterator<Item = &'a str>) -> String {
    let mut file = String::from("BEGIN:VCALENDAR\r\n");
    file.extend(properties(head).into_iter().map(line));
    file.push_str(TIME_ZONE);
    file.extend(events);
    file.push_str("END:VCALENDAR\r\n");
    file
}

/// What stands before the events. There is no METHOD, which would make the file a message from an organiser to attendees (RFC 5546).
fn properties(head: &Head) -> Vec<Property> {
    let mut properties = vec![
        Property::new("VERSION", "2.0"),
        Property::new("PRODID", "-//kairan//kairan//JA"),
        Property::new("CALSCALE", "GREGORIAN"),
    ];
    if let Some(title) = &head.title {
        let title = format!("{title}（{}）", head.publisher);
        properties.extend([
            // The library escapes what it knows to be text, and does not know NAME (RFC 7986, section 5.1).
            Property::new("NAME", escaped(&title)),
            Property::new("X-WR-CALNAME", title),
            Property::new("X-WR-TIMEZONE", ZONE),
            valued("REFRESH-INTERVAL", "DURATION", "P1D"),
            Property::new("X-PUBLISHED-TTL", "P1D"),
            valued("SOURCE", "URI", &head.url),
        ]);
    }
    let changed = head.changed.map(midnight);
    properties.extend(changed.map(|changed| Property::new("LAST-MODIFIED", changed)));
    properties
}

fn line(property: Property) -> String {
    let line: Result<String, std::fmt::Error> = property.try_into();
    refolded(&line.expect("writing to a String does not fail"))
}

/// The same lines, each piece of at most 75 octets (RFC 5545, section 3.1); the last piece the library makes may have 76.
fn refolded(lines: &str) -> String {
    const LIMIT: usize = 75;
    let mut folded = String::with_capacity(lines.len());
    for line in lines.replace("\r\n ", "").split_terminator("\r\n") {
        let mut room = LIMIT;
        for sign in line.chars() {
            if room < sign.len_utf8() {
                folded.push_str("\r\n ");
                room = LIMIT - 1;
            }
            room -= sign.len_utf8();
            folded.push(sign);
        }
        folded.push_str("\r\n");
    }
    folded
}

/// One event as it stands in a file.
pub fn event(event: &Event) -> String {
    refolded(&Component::to_string(&entry(event)))
}

fn entry(event: &Event) -> Entry {
    let mut entry = Entry::new();
    entry.uid(&event.uid);
    entry.summary(&event.summary);
    entry.description(&event.description);
    entry.categories(&event.categories);
    entry.url(&event.url);
    entry.add_property("CONTACT", &event.contact);
    if let Some(location) = &event.location {
        entry.location(location);
    }
    if let Some(position) = event.position {
        entry.add_property(
            "GEO",
            format!("{};{}", position.latitude, position.longitude),
        );
    }
    entry.status(match event.state {
        Some(State::Cancelled) => EventStatus::Cancelled,
        Some(State::Postponed) => EventStatus::Tentative,
        Some(State::Full) | None => EventStatus::Confirmed,
    });
    changes(&mut entry, event);
    times(&mut entry, event);
    entry.done()
}

/// 掲載日 and 更新日, and the days between them as the number of the revision (RFC 5545, section 3.8.7.4).
fn changes(entry: &mut Entry, event: &Event) {
    if let Some(published) = event.published {
        entry.add_property("CREATED", midnight(published));
    }
    entry.add_property("DTSTAMP", midnight(event.changed));
    entry.add_property("LAST-MODIFIED", midnight(event.changed));
    let days = event
        .published
        .map_or(0, |published| published.days_until(event.changed));
    entry.sequence(u32::try_from(days).unwrap_or(0));
}

fn times(entry: &mut Entry, event: &Event) {
    match event.when {
        When::Days { first, last } => {
            entry.append_property(valued("DTSTART", "DATE", &day(first)));
            // The end is the first day that is no longer part of it (RFC 5545, section 3.6.1).
            if let Some(after) = last.next() {
                entry.append_property(valued("DTEND", "DATE", &day(after)));
            }
            entry.add_property("TRANSP", "TRANSPARENT");
        }
        When::Timed { start, end } => {
            entry.append_property(zoned("DTSTART", &[local(start)]));
            if let Some(end) = end.filter(|end| *end > start) {
                entry.append_property(zoned("DTEND", &[local(end)]));
            }
        }
        When::Undecided | When::Repeated(_) => {}
    }
    if let Some(series) = &event.series {
        repetition(entry, series);
    }
}

fn repetition(entry: &mut Entry, series: &Series) {
    let hours = series.repeat.hours;
    let until = series.last.map(|last| match hours {
        None => format!(";UNTIL={}", day(last)),
        // In UTC where the start has a zone (RFC 5545, section 3.3.10); the last second of the day in Tokyo.
        Some(_) => format!(";UNTIL={}T145959Z", day(last)),
    });
    let rule = format!("{}{}", rule(series.repeat.rule), until.unwrap_or_default());
    entry.add_property("RRULE", rule);
    if series.excluded.is_empty() {
        return;
    }
    let excluded = series.excluded.iter();
    entry.append_property(match hours {
        None => valued(
            "EXDATE",
            "DATE",
            &excluded
                .map(|date| day(*date))
                .collect::<Vec<_>>()
                .join(","),
        ),
        Some(hours) => {
            let times: Vec<String> = excluded.map(|date| local((*date, hours.start))).collect();
            zoned("EXDATE", &times)
        }
    });
}

fn rule(rule: Rule) -> String {
    match rule {
        Rule::Weekly { weekdays, every } => {
            let days: Vec<&str> = weekdays.iter().map(Weekday::sign).collect();
            let interval = match every {
                0 | 1 => String::new(),
                every => format!(";INTERVAL={every}"),
            };
            format!("FREQ=WEEKLY{interval};BYDAY={}", days.join(","))
        }
        Rule::MonthlyWeekday { weeks, weekday } => {
            let weeks = weeks.iter().map(|week| week.counted(weekday));
            format!("FREQ=MONTHLY;BYDAY={}", weeks.collect::<Vec<_>>().join(","))
        }
        Rule::MonthlyDay(day) => format!("FREQ=MONTHLY;BYMONTHDAY={day}"),
    }
}

fn valued(name: &str, kind: &str, value: &str) -> Property {
    Property::new(name, value)
        .add_parameter("VALUE", kind)
        .done()
}

fn zoned(name: &str, times: &[String]) -> Property {
    Property::new(name, times.join(","))
        .add_parameter("TZID", ZONE)
        .done()
}

/// `20261205`.
fn day(date: Date) -> String {
    date.iso().replace('-', "")
}

/// `20261205T140000`; the end of a day is the beginning of the next, and of the last day there is its last second.
fn local((date, clock): (Date, Clock)) -> String {
    let (date, clock) = clock.on(date);
    match clock.hour() {
        24 => format!("{}T235959", day(date)),
        hour => format!("{}T{hour:02}{:02}00", day(date), clock.minute()),
    }
}

/// The beginning of a day in Tokyo, in UTC.
fn midnight(date: Date) -> String {
    let before = date.plus_days(-1).unwrap_or(date);
    format!("{}T150000Z", day(before))
}

/// TEXT of RFC 5545, section 3.3.11.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(',', "\\,")
        .replace(';', "\\;")
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::{Property, line};

    proptest! {
        #[test]
        fn no_line_is_longer_than_75_octets_and_nothing_is_lost(text in "[a-zあ-ん𠮷😀 \t]{0,120}") {
            let folded = line(Property::new("URL", text.clone()));
            prop_assert!(folded.ends_with("\r\n"));
            for piece in folded.split_terminator("\r\n") {
                prop_assert!(piece.len() <= 75, "{} octets: {piece}", piece.len());
            }
            let whole = folded.replace("\r\n ", "");
            prop_assert_eq!(whole, format!("URL:{text}\r\n"));
        }
    }
}
