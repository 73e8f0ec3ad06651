//! Days, months and years in every form people write them, with the weekday behind them.

use crate::checks::tokens::Found;
use crate::checks::tokens::kinds::{Day, Form, Kind, Written};
use crate::checks::tokens::scan::{Scan, is_digit_next, sized};
use crate::checks::tokens::weekdays::weekday;
use crate::model::date::Era;
use crate::text::japanese::Cursor;

/// What stands before a month and a day written 10/1.
const OCCASIONS: &[&str] = &[
    "日", "日時", "日程", "締切", "〆切", "期限", "期間", "開催", "申込", "受付", "提出", "掲載",
    "公開", "更新", "当日", "開始", "終了", "延期", "変更",
];

/// What stands before a fraction.
const SHARES: &[&str] = &[
    "率", "割合", "比", "確率", "の", "約", "負担", "費用", "全体",
];

/// Words that 日 and 月 begin, and that make the number before them something else: 10日間, 3日分, 1日目.
const LONGER: &[char] = &['間', '分', '目', '数', '割', '当', '額', '給'];

/// A day, a month or a year that begins here.
pub fn day(scan: &Scan, at: usize) -> Option<Found> {
    let mut cursor = scan.cursor(at);
    let parts = match year(scan, &mut cursor) {
        Some(year) => with_year(scan, &mut cursor, year)?,
        None => without_year(scan, &mut cursor)?,
    };
    Some(finish(scan, at, cursor, parts))
}

/// A day whose month stands before it, 3日, the end of a range, 10/3, or what only its weekday makes a day, 3日（火）.
pub fn later_day(scan: &Scan, at: usize, follows_day: bool) -> Option<Found> {
    let mut cursor = scan.cursor(at);
    if let Some((month, day)) = slashed(&mut cursor).filter(|_| follows_day) {
        let parts = Parts {
            month: Some(month),
            day: Some(day),
            ..Parts::of(Form::Slash)
        };
        return Some(finish(scan, at, cursor, parts));
    }
    let mut cursor = scan.cursor(at);
    let day = day_of_month(&mut cursor)?;
    let mut ahead = cursor;
    let has_weekday = weekday(scan, &mut ahead).is_some();
    if !follows_day && !has_weekday {
        return None;
    }
    let parts = Parts {
        day: Some(day),
        ..Parts::of(Form::Words)
    };
    Some(finish(scan, at, cursor, parts))
}

/// The parts of a day before its weekday.
#[derive(Clone, Copy)]
struct Parts {
    form: Form,
    year: Option<Written>,
    twin: Option<Written>,
    fiscal: bool,
    month: Option<u32>,
    day: Option<u32>,
}

impl Parts {
    fn of(form: Form) -> Self {
        Self {
            form,
            year: None,
            twin: None,
            fiscal: false,
            month: None,
            day: None,
        }
    }
}

fn finish(scan: &Scan, at: usize, mut cursor: Cursor<'_>, parts: Parts) -> Found {
    let span = scan.span(at..cursor.at());
    let weekday = match parts.day {
        Some(_) => weekday(scan, &mut cursor),
        None => None,
    };
    let day = Day {
        form: parts.form,
        year: parts.year,
        twin: parts.twin,
        fiscal: parts.fiscal,
        month: parts.month,
        day: parts.day,
        weekday,
        span,
    };
    (cursor.at(), Some(Kind::Day(day)))
}

/// Takes 令和8, R8, 西暦2026 or 2026, without what follows.
fn year(scan: &Scan, cursor: &mut Cursor<'_>) -> Option<Written> {
    let start = cursor.at();
    let mut ahead = *cursor;
    let era = era(scan, &mut ahead);
    if era.is_none() {
        ahead.eat_word("西暦");
    }
    ahead.spaces();
    let digits_from = ahead.at();
    let is_first = era.is_some() && ahead.eat('元');
    let number = match (is_first, era) {
        (true, _) => 1,
        (false, Some(_)) => sized(&mut ahead, 1..3)?.value,
        (false, None) => sized(&mut ahead, 4..5)?.value,
    };
    let is_year = era.is_some() || (1868..2200).contains(&number);
    let is_whole = era.is_some() || !scan.before(start).is_some_and(is_number_part);
    if !is_year || !is_whole {
        return None;
    }
    let from = if era.is_some() { start } else { digits_from };
    let span = scan.span(from..ahead.at());
    *cursor = ahead;
    Some(Written {
        era: era.map(|(era, _)| era),
        number,
        is_letter: era.is_some_and(|(_, is_letter)| is_letter),
        is_first,
        span,
    })
}

fn is_number_part(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '/' | ',')
}

/// Takes 令和, or R directly before a digit.
fn era(scan: &Scan, cursor: &mut Cursor<'_>) -> Option<(Era, bool)> {
    for era in Era::ALL {
        if cursor.eat_word(era.label()) {
            return Some((era, false));
        }
    }
    let mut ahead = *cursor;
    let era = match ahead.bump()?.to_ascii_uppercase() {
        'R' => Era::Reiwa,
        'H' => Era::Heisei,
        'S' => Era::Showa,
        'T' => Era::Taisho,
        'M' => Era::Meiji,
        _ => return None,
    };
    ahead.eat('.');
    let is_word = scan
        .before(cursor.at())
        .is_some_and(|sign| sign.is_ascii_alphanumeric());
    if is_word || !is_digit_next(ahead) {
        return None;
    }
    *cursor = ahead;
    Some((era, true))
}

fn with_year(scan: &Scan, cursor: &mut Cursor<'_>, year: Written) -> Option<Parts> {
    let mut parts = Parts {
        year: Some(year),
        ..Parts::of(Form::Words)
    };
    let mut ahead = *cursor;
    ahead.spaces();
    // 令和8（2026）年.
    let inner = twin(scan, &mut ahead);
    ahead.spaces();
    if ahead.eat('年') {
        parts.fiscal = ahead.eat('度');
        parts.twin = inner.or_else(|| twin(scan, &mut ahead));
        *cursor = ahead;
        if !parts.fiscal && ahead.peek() != Some('間') {
            month_and_day(cursor, &mut parts);
        }
        return Some(parts);
    }
    let (form, month, day) = signed(cursor, true)?;
    Some(Parts {
        form,
        month: Some(month),
        day: Some(day),
        ..parts
    })
}

/// Takes the same year in the other calendar, in brackets.
fn twin(scan: &Scan, cursor: &mut Cursor<'_>) -> Option<Written> {
    let mut ahead = *cursor;
    if !ahead.eat('(') {
        return None;
    }
    ahead.spaces();
    let year = year(scan, &mut ahead)?;
    ahead.spaces();
    if ahead.eat('年') {
        ahead.eat('度');
    }
    ahead.spaces();
    if !ahead.eat(')') {
        return None;
    }
    *cursor = ahead;
    Some(year)
}

/// Takes 10月1日, or 10月 alone.
fn month_and_day(cursor: &mut Cursor<'_>, parts: &mut Parts) -> Option<()> {
    let mut ahead = *cursor;
    ahead.spaces();
    let month = sized(&mut ahead, 1..3)?.value;
    ahead.spaces();
    if !ahead.eat('月') || ahead.peek().is_some_and(|sign| LONGER.contains(&sign)) {
        return None;
    }
    parts.month = Some(month);
    *cursor = ahead;
    ahead.spaces();
    parts.day = Some(day_of_month(&mut ahead)?);
    *cursor = ahead;
    Some(())
}

/// Takes 1日.
fn day_of_month(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut ahead = *cursor;
    let day = sized(&mut ahead, 1..3)?.value;
    ahead.spaces();
    if !ahead.eat('日') || ahead.peek().is_some_and(|sign| LONGER.contains(&sign)) {
        return None;
    }
    *cursor = ahead;
    Some(day)
}

/// Takes /10/1 behind a year.
fn signed(cursor: &mut Cursor<'_>, may_be_apart: bool) -> Option<(Form, u32, u32)> {
    let mut ahead = *cursor;
    let blanks = |ahead: &mut Cursor<'_>| {
        if may_be_apart {
            ahead.spaces();
        }
    };
    let sign = ahead.bump()?;
    let form = match sign {
        '/' => Form::Slash,
        '.' => Form::Dot,
        '-' => Form::Hyphen,
        _ => return None,
    };
    blanks(&mut ahead);
    let month = sized(&mut ahead, 1..3)?.value;
    if !ahead.eat(sign) {
        return None;
    }
    blanks(&mut ahead);
    let day = sized(&mut ahead, 1..3)?.value;
    if goes_on(ahead) {
        return None;
    }
    *cursor = ahead;
    Some((form, month, day))
}

/// Whether the number here is only the beginning of a version, a lot or a code.
fn goes_on(mut cursor: Cursor<'_>) -> bool {
    match cursor.bump() {
        Some('.' | '/' | '-' | ',') => is_digit_next(cursor),
        next => next.is_some_and(|sign| sign.is_ascii_alphanumeric()),
    }
}

fn without_year(scan: &Scan, cursor: &mut Cursor<'_>) -> Option<Parts> {
    let mut parts = Parts::of(Form::Words);
    if month_and_day(cursor, &mut parts).is_some() || parts.month.is_some() {
        return Some(parts);
    }
    if scan.before(cursor.at()).is_some_and(is_number_part) {
        return None;
    }
    short_year(scan, cursor).or_else(|| month_slash_day(scan, cursor))
}

/// Takes 26/10/1; two digits may be of either calendar.
fn short_year(scan: &Scan, cursor: &mut Cursor<'_>) -> Option<Parts> {
    let mut ahead = *cursor;
    let start = ahead.at();
    let number = sized(&mut ahead, 2..3)?.value;
    let span = scan.span(start..ahead.at());
    let (form, month, day) = signed(&mut ahead, false)?;
    let is_day = (1..13).contains(&month) && (1..32).contains(&day);
    if form != Form::Slash || !is_day {
        return None;
    }
    *cursor = ahead;
    let year = Written {
        era: None,
        number,
        is_letter: false,
        is_first: false,
        span,
    };
    Some(Parts {
        year: Some(year),
        month: Some(month),
        day: Some(day),
        ..Parts::of(form)
    })
}

/// Takes 10/1 where the words around it say that it is a day.
fn month_slash_day(scan: &Scan, cursor: &mut Cursor<'_>) -> Option<Parts> {
    let start = cursor.at();
    let mut ahead = *cursor;
    let (month, day) = slashed(&mut ahead)?;
    let lead = scan.lead(start);
    let is_occasion = scan.follows(lead, OCCASIONS);
    let has_weekday = weekday(scan, &mut ahead.clone()).is_some();
    // 1/2から is a share, 10/1から can only be a day.
    let cannot_be_share = month >= day || day > 12;
    let is_open = begins_range(ahead) && cannot_be_share && !scan.follows(lead, SHARES);
    let is_range = {
        let mut other = ahead;
        other.spaces();
        let joint = other.eat_any(&["~", "-", "から"]).is_some();
        other.spaces();
        joint && cannot_be_share && slashed(&mut other).is_some()
    };
    if !(is_occasion || has_weekday || is_open || is_range) {
        return None;
    }
    *cursor = ahead;
    Some(Parts {
        month: Some(month),
        day: Some(day),
        ..Parts::of(Form::Slash)
    })
}

/// Takes two numbers that can be a month and a day.
fn slashed(cursor: &mut Cursor<'_>) -> Option<(u32, u32)> {
    let mut ahead = *cursor;
    let month = sized(&mut ahead, 1..3)?.value;
    if !ahead.eat('/') {
        return None;
    }
    let day = sized(&mut ahead, 1..3)?.value;
    let is_day = (1..13).contains(&month) && (1..32).contains(&day);
    let is_end = match ahead.peek() {
        Some('-') => true,
        _ => !goes_on(ahead),
    };
    if !is_day || !is_end {
        return None;
    }
    *cursor = ahead;
    Some((month, day))
}

fn begins_range(mut cursor: Cursor<'_>) -> bool {
    cursor.spaces();
    cursor
        .eat_any(&[
            "から",
            "より",
            "に開催",
            "開催",
            "必着",
            "消印",
            "締切",
            "〆切",
        ])
        .is_some()
}
