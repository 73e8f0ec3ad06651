//! House style: how days, times, sizes and people to ask are written on every page.

use crate::model::date::{Clock, Date};
use crate::model::facet::{Moment, Session, When};
use crate::model::ward::Contact;
use crate::theme::view::{ContactView, DayView, LinkView, WhenView};

pub fn day(date: Date) -> DayView {
    DayView {
        iso: date.iso(),
        label: date.to_string(),
    }
}

/// `令和8年12月5日（土曜日）14時から15時30分まで`.
pub fn when(when: When) -> String {
    when_parts(when).concat()
}

/// The same in the parts a line should break between: a day or a time that is torn in two is easily misread.
pub fn when_parts(when: When) -> Vec<String> {
    match when {
        When::Undecided => vec![
            "未定".to_owned(),
            "（決まりしだいお知らせします）".to_owned(),
        ],
        When::Days { first, last } if first == last => vec![first.with_weekday()],
        When::Days { first, last } => vec![
            format!("{}から", first.with_weekday()),
            format!("{}まで", last.with_weekday()),
        ],
        When::Timed { start, end: None } => {
            vec![start.0.with_weekday(), format!("{}から", start.1)]
        }
        When::Timed {
            start,
            end: Some((day, clock)),
        } if day == start.0 => vec![
            start.0.with_weekday(),
            format!("{}から{clock}まで", start.1),
        ],
        When::Timed {
            start,
            end: Some((day, clock)),
        } => vec![
            start.0.with_weekday(),
            format!("{}から", start.1),
            day.with_weekday(),
            format!("{clock}まで"),
        ],
    }
}

/// The machine-readable start for `<time datetime>`.
pub fn datetime(when: When) -> Option<String> {
    match when {
        When::Undecided => None,
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
pub fn moment(moment: Moment) -> String {
    let clock = moment
        .clock
        .map(|clock| clock.to_string())
        .unwrap_or_default();
    format!("{}{clock}", moment.date.with_weekday())
}

pub fn moment_datetime(moment: Moment) -> String {
    moment
        .clock
        .map_or_else(|| moment.date.iso(), |clock| local(moment.date, clock))
}

/// The schedule in one line for a card: the first session that is not over, and how many there are.
pub fn schedule_line(sessions: &[Session], today: Date) -> Option<WhenView> {
    let is_ahead = |session: &&Session| session.when.days().is_some_and(|(_, last)| last >= today);
    let session = sessions.iter().find(is_ahead).or_else(|| {
        sessions
            .iter()
            .find(|session| session.when.days().is_some())
    })?;
    let (first, _) = session.when.days()?;
    let mut parts = when_parts(session.when);
    if let (Some(last), count @ 2..) = (parts.last_mut(), sessions.len()) {
        last.push_str(&format!("、全{count}回"));
    }
    Some(WhenView {
        iso: first.iso(),
        parts,
    })
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
    use super::{size, when};
    use crate::model::date::{Clock, Date};
    use crate::model::facet::When;

    fn at(iso: &str, hour: u32, minute: u32) -> (Date, Clock) {
        (
            Date::from_iso(iso).expect("a day"),
            Clock::new(hour, minute).expect("a time"),
        )
    }

    #[test]
    fn schedules_are_written_in_house_style() {
        let day = |iso| Date::from_iso(iso).expect("a day");
        let timed = |start, end| when(When::Timed { start, end });
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
        assert_eq!(
            when(When::Days {
                first: day("2026-12-05"),
                last: day("2026-12-05")
            }),
            "令和8年12月5日（土曜日）"
        );
    }

    #[test]
    fn sizes_are_rounded_for_people() {
        assert_eq!(size(12), "12バイト");
        assert_eq!(size(1024), "1KB");
        assert_eq!(size(557_000), "544KB");
        assert_eq!(size(1_300_000), "1.2MB");
    }
}
