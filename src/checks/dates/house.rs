//! Days and times of a text in the words of the house; the rules of this family agree on them, so that their edits fit together.

use crate::checks::{Day, Form, Half, Kind, Passage, Time, Token};
use crate::model::date::{Clock, Date};
use crate::model::settings::{Hours, Style};
use crate::text::japanese::fold;
use crate::text::span::Span;

/// 令和8年10月1日 for what is written in signs, R8.10.1 or 10/1; `None` when it is written in words, may be understood in two ways or does not exist.
pub fn day(day: Day, style: Style) -> Option<String> {
    if day.form == Form::Words {
        return None;
    }
    match day.year {
        None => Some(format!("{}月{}日", day.month?, day.day?)),
        Some(year) => {
            let date = day.date()?;
            let is_of_era = year.era.is_none_or(|era| date.era().0 == era);
            is_of_era.then(|| style.day(date))
        }
    }
}

/// 13時30分 for 13:30 and 13時半; `None` when it is in words, may be understood in two ways or does not exist.
pub fn time(time: Time, style: Style) -> Option<String> {
    let is_late = style.hours == Hours::Twelve && time.half.is_none() && time.hour > 12;
    if !time.has_colon && !time.is_half_past && !is_late {
        return None;
    }
    let clock = Clock::new(time.hour, time.minute)?;
    let words = match (time.half, time.hour) {
        (None, _) => return Some(style.clock(clock)),
        (Some(_), 12..) => return None,
        (Some(Half::Morning), _) => "午前",
        (Some(Half::Afternoon), _) => "午後",
    };
    Some(format!("{words}{clock}"))
}

/// The token as the rules of this family leave it.
pub fn written(passage: &Passage, token: &Token, style: Style) -> String {
    let as_it_is = passage.part(token.range.clone());
    match token.kind {
        Kind::Day(found) => {
            let own = passage.part(found.span.range());
            let own = day(found, style).unwrap_or_else(|| own.to_owned());
            let behind = passage.part(found.span.range().end..token.range.end);
            match found.weekday.filter(|weekday| weekday.is_short) {
                Some(weekday) => {
                    let before = passage.part(found.span.range().end..weekday.span.range().start);
                    let after = passage.part(weekday.span.range().end..token.range.end);
                    format!("{own}{before}{}{after}", weekday.weekday.label())
                }
                None => format!("{own}{behind}"),
            }
        }
        Kind::Time(found) => time(found, style).unwrap_or_else(|| as_it_is.to_owned()),
        Kind::Url
        | Kind::Email
        | Kind::File
        | Kind::Standard
        | Kind::Code
        | Kind::Item
        | Kind::Lot
        | Kind::Room
        | Kind::Postal(_)
        | Kind::Phone(_)
        | Kind::Fraction
        | Kind::Ratio
        | Kind::Money(_)
        | Kind::Quantity(_) => as_it_is.to_owned(),
    }
}

/// The digits of a part, half-width.
pub fn digits(passage: &Passage, span: Span) -> String {
    let signs = passage.part(span.range()).chars().map(fold);
    signs.filter(char::is_ascii_digit).collect()
}

/// The days of a passage in Japanese with their tokens.
pub fn days(passage: &Passage) -> impl Iterator<Item = (&Token, Day)> {
    tokens(passage)
        .iter()
        .filter_map(|token| Some((token, token.kind.day()?)))
}

/// The times of a passage in Japanese with their tokens.
pub fn times(passage: &Passage) -> impl Iterator<Item = (&Token, Time)> {
    tokens(passage)
        .iter()
        .filter_map(|token| Some((token, token.kind.time()?)))
}

/// The tokens of a passage, none when it is in another language, where days and times are written differently.
pub fn tokens(passage: &Passage) -> &[Token] {
    match passage.is_foreign {
        true => &[],
        false => passage.tokens(),
    }
}

/// The date of a day; without a year the one nearest to the 掲載日, from three months before it to nine months after.
pub fn dated(passage: &Passage, day: Day) -> Option<Date> {
    match day.year {
        Some(_) => day.date(),
        None => nearest(passage.opens?, day.month?, day.day?),
    }
}

fn nearest(opens: Date, month: u32, day: u32) -> Option<Date> {
    // The months from the 掲載日, counted from three months before it.
    let ahead = (month + 12 - opens.month() + 3) % 12;
    let year = match (ahead < 3, month > opens.month(), month < opens.month()) {
        (true, true, _) => opens.year() - 1,
        (true, false, _) | (false, _, false) => opens.year(),
        (false, _, true) => opens.year() + 1,
    };
    Date::new(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::nearest;
    use crate::checks::testing::date;

    #[test]
    fn a_day_without_a_year_is_near_the_day_of_publication() {
        let near = |opens, month| nearest(date(opens), month, 1).map(|date| date.iso());
        assert_eq!(near("2026-11-01", 9).as_deref(), Some("2026-09-01"));
        assert_eq!(near("2026-11-01", 12).as_deref(), Some("2026-12-01"));
        assert_eq!(near("2026-11-01", 3).as_deref(), Some("2027-03-01"));
        assert_eq!(near("2026-01-10", 12).as_deref(), Some("2025-12-01"));
        assert_eq!(near("2026-01-10", 9).as_deref(), Some("2026-09-01"));
    }
}
