//! The hours of a day in a line of 日時 (phase `parse`): 14時から15時30分まで, 各日 10:00〜, and what joins two days or times.

use std::ops::Range;

use crate::model::date::Clock;
use crate::parse::times::{self, Time, gap, time};
use crate::parse::values::{Fault, Reading};
use crate::text::japanese::Cursor;

/// What stands between the items of a list.
pub const JOINTS: &[&str] = &["、", ",", "・", "と", "および", "及び", "/", "&"];

/// What stands before hours that apply to every day named before.
const FOR_ALL: &[&str] = &[
    "いずれも",
    "両日と",
    "両日",
    "各日と",
    "各日",
    "各回と",
    "各回",
    "毎回",
    "全日",
    "連日",
];

/// Takes から, 〜 or a dash.
pub fn joint(cursor: &mut Cursor<'_>) -> bool {
    cursor.spaces();
    let here = cursor.eat_any(&["から", "より", "~", "-"]).is_some();
    cursor.spaces();
    here
}

/// Takes the time at which something begins.
pub fn opening(cursor: &mut Cursor<'_>) -> Reading<Time> {
    let mut ahead = *cursor;
    ahead.spaces();
    if ahead.eat_any(FOR_ALL).is_some() {
        ahead.eat_word("も");
    }
    gap(&mut ahead);
    let Some(start) = time(&mut ahead, None)? else {
        return Ok(None);
    };
    times::starting(&start)?;
    ahead.eat_any(&["開始", "開演", "開会", "スタート"]);
    *cursor = ahead;
    Ok(Some(start))
}

/// Takes the time at which it ends; 4時 after 午後2時 is in the afternoon too.
pub fn closing(cursor: &mut Cursor<'_>, after: Option<&Time>) -> Reading<Clock> {
    let Some(end) = time(cursor, after)? else {
        return Ok(None);
    };
    let mut ahead = *cursor;
    ahead.spaces();
    if ahead.eat_any(&["まで", "終了", "終演", "閉会"]).is_some() {
        *cursor = ahead;
    }
    Ok(Some(end.clock))
}

/// Takes hours of one day, each from and to: 9時から12時まで、13時から17時まで. `None` where one has no end or ends before it begins.
pub fn spans(cursor: &mut Cursor<'_>) -> Option<Vec<(Clock, Clock)>> {
    let mut all = Vec::new();
    loop {
        cursor.spaces();
        cursor.eat_any(&["の", "、", ",", "・", "と", ";"]);
        cursor.spaces();
        let Some(start) = opening(cursor).ok()? else {
            return Some(all);
        };
        if !joint(cursor) {
            return None;
        }
        let end = closing(cursor, Some(&start)).ok()??;
        let start = start.clock;
        if end <= start {
            return None;
        }
        all.push((start, end));
        cursor.spaces();
    }
}

/// Takes what says that the end lies on the next day.
pub fn next_day(cursor: &mut Cursor<'_>) -> bool {
    cursor.eat_any(&["翌日の", "翌日", "翌朝", "翌"]).is_some()
}

/// Days and hours that do not say which belong together.
pub fn unclear(at: Range<usize>) -> Fault {
    Fault::new("schedule-split", at, "どの日がどの時刻か分かりません")
        .label("日と時刻の組み合わせが決まりません")
        .help("1日に1行ずつ分けて書いてください。")
}
