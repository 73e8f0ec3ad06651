//! Times of day: 13:30, 13時30分, 13時半, 午後1時30分, PM1:30, 正午.

use crate::checks::tokens::Found;
use crate::checks::tokens::kinds::{Half, Kind, Time};
use crate::checks::tokens::scan::{Scan, is_digit_next, sized};
use crate::text::japanese::Cursor;

/// Words before a number with a colon that make it a ratio or a score.
const RATIOS: &[&str] = &[
    "比率",
    "割合",
    "比",
    "倍率",
    "スコア",
    "得点",
    "縮尺",
    "希釈",
    "比率は",
];

/// The same behind it.
const RATIOS_BEHIND: &[&str] = &[
    "の比",
    "の割合",
    "に薄め",
    "に希釈",
    "で勝",
    "で敗",
    "で引き分け",
];

/// What 時 begins a longer word with: 時間, 時点, 時代, 時限.
const LONGER: &[char] = &['間', '点', '代', '限', '期', '給', '短', '制', '差', '速'];

/// A time that begins here.
pub fn time(scan: &Scan, at: usize) -> Option<Found> {
    let mut cursor = scan.cursor(at);
    if cursor.eat_word("正午") {
        let noon = Time {
            half: None,
            hour: 12,
            minute: 0,
            has_colon: false,
            is_half_past: false,
        };
        return Some((cursor.at(), Some(Kind::Time(noon))));
    }
    let half = half(&mut cursor);
    cursor.spaces();
    let hour = sized(&mut cursor, 1..3)?.value;
    let time = colon(&mut cursor, hour).or_else(|| hours(&mut cursor, hour))?;
    let half = half.or_else(|| behind(&mut cursor));
    let time = Time { half, ..time };
    if time.has_colon && half.is_none() && !is_alone(scan, at, cursor) {
        return None;
    }
    Some((cursor.at(), Some(Kind::Time(time))))
}

/// Takes 午前, 午後, AM or PM.
fn half(cursor: &mut Cursor<'_>) -> Option<Half> {
    const MORNING: &[&str] = &["午前", "AM", "am", "Am", "A.M.", "a.m."];
    const AFTERNOON: &[&str] = &["午後", "PM", "pm", "Pm", "P.M.", "p.m."];
    match cursor.eat_any(MORNING) {
        Some(_) => Some(Half::Morning),
        None => cursor.eat_any(AFTERNOON).map(|_| Half::Afternoon),
    }
}

/// Takes AM or PM behind a time.
fn behind(cursor: &mut Cursor<'_>) -> Option<Half> {
    let mut ahead = *cursor;
    ahead.spaces();
    if !matches!(ahead.peek(), Some('A' | 'a' | 'P' | 'p')) {
        return None;
    }
    let half = half(&mut ahead)?;
    let is_word = ahead.peek().is_some_and(|sign| sign.is_ascii_alphabetic());
    if is_word {
        return None;
    }
    *cursor = ahead;
    Some(half)
}

/// Takes `:30` behind the hour.
fn colon(cursor: &mut Cursor<'_>, hour: u32) -> Option<Time> {
    let mut ahead = *cursor;
    ahead.spaces();
    if !ahead.eat(':') {
        return None;
    }
    ahead.spaces();
    let minute = sized(&mut ahead, 2..3)?.value;
    if hour > 30 || minute > 60 {
        return None;
    }
    *cursor = ahead;
    Some(Time {
        half: None,
        hour,
        minute,
        has_colon: true,
        is_half_past: false,
    })
}

/// Takes 時, 時30分 or 時半 behind the hour.
fn hours(cursor: &mut Cursor<'_>, hour: u32) -> Option<Time> {
    let mut ahead = *cursor;
    ahead.spaces();
    if !ahead.eat('時') || ahead.peek().is_some_and(|sign| LONGER.contains(&sign)) || hour > 30 {
        return None;
    }
    *cursor = ahead;
    let is_half_past = ahead.eat('半') && ahead.peek() != Some('期');
    let mut minute = match is_half_past {
        true => 30,
        false => 0,
    };
    if !is_half_past {
        ahead = *cursor;
        ahead.spaces();
        if let Some(digits) = sized(&mut ahead, 1..3).filter(|_| ahead.eat('分')) {
            minute = digits.value;
            *cursor = ahead;
        }
    } else {
        *cursor = ahead;
    }
    Some(Time {
        half: None,
        hour,
        minute,
        has_colon: false,
        is_half_past,
    })
}

/// Whether nothing around a number with a colon says that it is a ratio, a score, a span of time or part of a code.
fn is_alone(scan: &Scan, at: usize, cursor: Cursor<'_>) -> bool {
    let is_part = |sign: char| sign.is_ascii_alphanumeric() || sign == '.';
    let goes_on = |mut cursor: Cursor<'_>| {
        let next = cursor.bump();
        let is_code = matches!(next, Some(':' | '.')) && is_digit_next(cursor);
        is_code || next.is_some_and(|sign| sign.is_ascii_digit())
    };
    // A colon before it may stand behind a name (日時：13:30), or behind another number.
    let name = match scan.before(at) {
        Some(':') => at - 1,
        _ => at,
    };
    let is_whole = !scan.before(name).is_some_and(is_part) && !goes_on(cursor);
    let mut behind = cursor;
    let is_ratio = scan.follows(scan.lead(at), RATIOS) || behind.eat_any(RATIOS_BEHIND).is_some();
    is_whole && !is_ratio
}
