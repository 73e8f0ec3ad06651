//! Weekdays behind a day, in brackets or without (phase `parse`): one that does not fit the day is wrong.

use std::ops::Range;

use crate::model::date::{Date, Weekday};
use crate::parse::values::Fault;
use crate::text::japanese::Cursor;

/// Takes the weekday behind a day and says when it is another one.
pub fn weekday(cursor: &mut Cursor<'_>, date: Date, has_year: bool, faults: &mut Vec<Fault>) {
    let Some((written, at, bare)) = weekday_in_brackets(cursor).or_else(|| bare_weekday(cursor))
    else {
        return;
    };
    let right = date.weekday();
    let Some(written) = written.filter(|written| *written != right) else {
        return;
    };
    let replacement = match bare {
        Bare::Sign => format!("（{}）", right.label()),
        Bare::Word => right.label().to_owned(),
    };
    let which = match has_year {
        true => "この日は".to_owned(),
        false => format!("{date}は"),
    };
    faults.push(
        Fault::new("date-weekday", at.clone(), "曜日が日付と合っていません")
            .label(format!("{which}{}です", right.label()))
            .help(format!(
                "「{}」を「{}」に直してください。日付のほうが違うときは、日付を直してください。",
                written.label(),
                right.label()
            ))
            .fix(at, replacement),
    );
}

/// Whether a weekday is a word, or one sign that stands for it with its brackets, ㈯.
enum Bare {
    Word,
    Sign,
}

type Mark = (Option<Weekday>, Range<usize>, Bare);

/// Takes （土）, （土曜日）, （土・祝） or （祝）.
fn weekday_in_brackets(cursor: &mut Cursor<'_>) -> Option<Mark> {
    const HOLIDAYS: &[&str] = &["祝日", "祝", "振替休日", "振休", "休日", "休"];
    let mut ahead = *cursor;
    ahead.spaces();
    if !ahead.eat('(') {
        return None;
    }
    let joints = |ahead: &mut Cursor<'_>| ahead.take_while(|sign| "・,、/ ".contains(sign));
    joints(&mut ahead);
    let mut is_holiday = ahead.eat_any(HOLIDAYS).is_some();
    joints(&mut ahead);
    let start = ahead.at();
    let weekday = weekday_sign(&mut ahead);
    if weekday.is_some() {
        ahead.eat_any(&["曜日", "曜"]);
    }
    let weekday = weekday.or_else(|| english(&mut ahead));
    let at = start..ahead.at();
    ahead.eat('.');
    joints(&mut ahead);
    is_holiday |= ahead.eat_any(HOLIDAYS).is_some() || named_holiday(&mut ahead);
    joints(&mut ahead);
    if !ahead.eat(')') || weekday.is_none() && !is_holiday {
        return None;
    }
    *cursor = ahead;
    Some((weekday, at, Bare::Word))
}

/// Takes the name of a holiday that ends the brackets, as in （火・文化の日）.
fn named_holiday(cursor: &mut Cursor<'_>) -> bool {
    const ENDS: &[&str] = &["の日)", "元日)", "記念日)", "誕生日)", "休日)", "祝日)"];
    let mut ahead = *cursor;
    for _ in 0..12 {
        if ahead.eat_any(ENDS).is_some() {
            while cursor.peek().is_some_and(|sign| sign != ')') {
                cursor.bump();
            }
            return true;
        }
        if matches!(ahead.bump(), None | Some(')')) {
            return false;
        }
    }
    false
}

/// Takes 土曜日, 土曜, ㈯, and 土 where nothing else can be meant.
fn bare_weekday(cursor: &mut Cursor<'_>) -> Option<Mark> {
    let mut ahead = *cursor;
    ahead.spaces();
    let start = ahead.at();
    let small = ahead.peek().map_or(0, u32::from).wrapping_sub('㈪' as u32);
    if let Some(weekday) = usize::try_from(small)
        .ok()
        .and_then(|day| Weekday::FROM_MONDAY.get(day))
    {
        ahead.bump();
        *cursor = ahead;
        return Some((Some(*weekday), start..ahead.at(), Bare::Sign));
    }
    let weekday = weekday_sign(&mut ahead)?;
    let is_word = ahead.eat_any(&["曜日", "曜"]).is_some();
    let alone = matches!(
        ahead.peek(),
        None | Some(' ' | '午' | '、' | ',' | '~' | '0'..='9')
    );
    if !is_word && !alone {
        return None;
    }
    *cursor = ahead;
    Some((Some(weekday), start..ahead.at(), Bare::Word))
}

/// Takes Sat or Saturday.
fn english(cursor: &mut Cursor<'_>) -> Option<Weekday> {
    const SHORT: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let mut ahead = *cursor;
    let mut word = String::new();
    while let Some(sign) = ahead.peek().filter(char::is_ascii_alphabetic) {
        word.push(sign.to_ascii_lowercase());
        ahead.bump();
    }
    let mut known = SHORT.iter().zip(Weekday::FROM_MONDAY);
    let (_, weekday) = known.find(|(short, _)| {
        let rest = word.strip_prefix(**short);
        rest.is_some_and(|rest| {
            rest.is_empty() || rest.ends_with("day") || rest == "s" || rest == "r"
        })
    })?;
    *cursor = ahead;
    Some(weekday)
}

/// Takes 日, 月, 火, 水, 木, 金 or 土.
pub fn weekday_sign(cursor: &mut Cursor<'_>) -> Option<Weekday> {
    let mut ahead = *cursor;
    let weekday = match ahead.bump()? {
        '日' => Weekday::Sunday,
        '月' => Weekday::Monday,
        '火' => Weekday::Tuesday,
        '水' => Weekday::Wednesday,
        '木' => Weekday::Thursday,
        '金' => Weekday::Friday,
        '土' => Weekday::Saturday,
        _ => return None,
    };
    *cursor = ahead;
    Some(weekday)
}
