//! What stands around the days of a line of 日時 (phase `parse`): labels before them, 未定 in their place, notes behind them.

use std::ops::Range;

use crate::model::names::Text;
use crate::parse::dates::{Anchor, day};
use crate::parse::repeats::begins;
use crate::parse::values::Line;
use crate::text::japanese::Cursor;

/// Takes what stands before the first day: 第1回, ①, 一日目, 【昼の部】, or words that end in a colon or a blank.
pub fn label(cursor: &mut Cursor<'_>, anchor: Anchor) -> Option<Range<usize>> {
    let begins_with_day = |cursor: Cursor<'_>| {
        let mut ahead = cursor;
        begins(cursor)
            || !matches!(day(&mut ahead, anchor, &mut Vec::new()), Ok(None))
            || is_undecided(&mut ahead)
    };
    cursor.spaces();
    if begins_with_day(*cursor) {
        return None;
    }
    let mut ahead = *cursor;
    if let Some(at) = numbered(&mut ahead).or_else(|| ahead.bracketed()) {
        label_end(&mut ahead);
        *cursor = ahead;
        return Some(at);
    }
    let start = ahead.at();
    let length = ahead.take_while(|sign| !sign.is_ascii_digit() && !": ".contains(sign));
    let at = start..ahead.at();
    let mut words = *cursor;
    let has_words = words.take_while(|sign| !sign.is_alphanumeric()) < length;
    label_end(&mut ahead);
    if !has_words || !(1..=20).contains(&length) || ahead.at() == at.end || !begins_with_day(ahead)
    {
        return None;
    }
    *cursor = ahead;
    Some(at)
}

fn label_end(cursor: &mut Cursor<'_>) {
    cursor.take_while(|sign| " :、,・".contains(sign));
}

/// Takes 第1回, 令和8年度第1回（基礎編）, 2日目 or ①.
fn numbered(cursor: &mut Cursor<'_>) -> Option<Range<usize>> {
    let mut ahead = *cursor;
    ahead.spaces();
    let start = ahead.at();
    let mut year = ahead;
    year.eat_word("令和");
    if (year.eat('元') || year.number().is_some()) && year.eat_word("年度") {
        year.spaces();
        ahead = year;
    }
    let known = if ahead.eat('第') {
        ahead.spaces();
        ahead.number().is_some() && {
            ahead.spaces();
            ahead
                .eat_any(&["回目", "回", "部", "日目", "日", "講", "期", "夜"])
                .is_some()
        }
    } else if matches!(ahead.peek(), Some('①'..='⑳' | '❶'..='❿')) {
        ahead.bump().is_some()
    } else {
        let words = ["初日", "最終日", "午前の部", "午後の部", "昼の部", "夜の部"];
        ahead.eat_any(&words).is_some()
            || ahead.number().is_some()
                && ahead.eat_any(&["回目", "日目", "回", ")", "."]).is_some()
    };
    if !known {
        return None;
    }
    // 第1回（基礎編） is one label.
    ahead.bracketed();
    let at = start..ahead.at();
    *cursor = ahead;
    Some(at)
}

/// Takes 未定 and its like, when nothing but a note follows.
pub fn is_undecided(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    ahead.eat_any(&["日時", "日程"]);
    ahead.eat_any(&["は", "を"]);
    if ahead.eat_any(&["未定", "調整中", "検討中"]).is_none() {
        return false;
    }
    ahead.eat_word("です");
    ahead.eat('。');
    ahead.spaces();
    let is_whole = matches!(ahead.peek(), None | Some('('));
    if is_whole {
        *cursor = ahead;
    }
    is_whole
}

/// What says that the time of day is not known.
pub const NO_TIME_YET: &[&str] = &["時間未定", "時刻未定", "時間は未定", "時刻は未定"];

/// Takes notes in brackets at the end of a line, and the words that say that no time is given.
pub fn notes(cursor: &mut Cursor<'_>, line: &Line<'_>) -> Option<Text> {
    let mut notes = Vec::new();
    loop {
        cursor.spaces();
        match cursor.bracketed() {
            Some(note) => notes.extend(line.words(note).map(|words| words.value.to_string())),
            None if cursor.eat_any(NO_TIME_YET).is_some() => notes.push("時刻は未定".to_owned()),
            None if cursor.eat_any(&["。", "終日"]).is_some() => {}
            None => return Text::new(&notes.join("、")),
        }
    }
}
