//! On which days a rule does not hold (phase `parse`): 祝日を除く, 年末年始を除く, 祝日の場合はお休み.
//!
//! Invariant: only what `Pauses` can say is taken; everything else, such as 第3週を除く, stays a note.

use crate::model::repeat::Pauses;
use crate::parse::hours::JOINTS;
use crate::parse::weekdays::weekday_sign;
use crate::text::japanese::Cursor;

const HOLIDAYS: &[&str] = &["国民の祝日", "祝祭日", "祝日", "振替休日", "祝"];
const YEAR_END: &[&str] = &[
    "年末・年始",
    "年末、年始",
    "年末年始",
    "12月29日から1月3日まで",
    "12月29日~1月3日",
];
const WHEN: &[&str] = &[
    "に当たる場合",
    "にあたる場合",
    "に当たるとき",
    "にあたるとき",
    "の場合",
    "のとき",
    "の時",
    "の日",
    "期間",
];
const ENDINGS: &[&str] = &[
    "除きます",
    "除く",
    "のぞきます",
    "のぞく",
    "お休みします",
    "お休みです",
    "お休み",
    "休みます",
    "休みです",
    "休み",
    "休講です",
    "休講",
    "休会",
    "行いません",
    "開催しません",
    "実施しません",
    "ありません",
    "以外",
];

/// Takes days of closing with the words that leave them out.
pub fn pauses(cursor: &mut Cursor<'_>) -> Option<Pauses> {
    let mut ahead = *cursor;
    ahead.spaces();
    ahead.eat_any(&["※"]);
    ahead.spaces();
    if ahead.eat_any(&["ただし", "但し", "なお"]).is_some() {
        ahead.eat('、');
    }
    subject(&mut ahead);
    let mut pauses = Pauses::default();
    loop {
        ahead.spaces();
        if ahead.eat_any(HOLIDAYS).is_some() {
            pauses.holidays = true;
        } else {
            ahead.eat_any(YEAR_END)?;
            year_end_days(&mut ahead)?;
            pauses.year_end = true;
        }
        ahead.eat_any(WHEN);
        let mut next = ahead;
        next.spaces();
        if next.eat_any(JOINTS).is_none() && next.eat_any(&["や", "または"]).is_none() {
            break;
        }
        ahead = next;
    }
    ahead.eat_any(&["には", "は", "を", "も"]);
    ahead.spaces();
    ahead.eat_any(ENDINGS)?;
    *cursor = ahead;
    Some(pauses)
}

/// Takes the 開催日が of 開催日が祝日の場合.
fn subject(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    let is_known = match weekday_sign(&mut ahead) {
        Some(_) => ahead.eat_any(&["曜日", "曜"]).is_some(),
        None => ahead.eat_any(&["開催日", "当日", "その日"]).is_some(),
    };
    if is_known && ahead.eat('が') {
        *cursor = ahead;
    }
}

/// Takes the days that 年末年始 always means; `None` for other days in brackets.
fn year_end_days(cursor: &mut Cursor<'_>) -> Option<()> {
    if cursor.peek() != Some('(') {
        return Some(());
    }
    cursor.bump();
    cursor.eat_any(&[
        "12月29日から1月3日まで",
        "12月29日から1月3日",
        "12月29日~1月3日",
        "12/29~1/3",
    ])?;
    cursor.eat(')').then_some(())
}
