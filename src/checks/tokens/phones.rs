//! Telephone numbers and postal codes in every shape people give them.

use crate::checks::tokens::Found;
use crate::checks::tokens::kinds::{Kind, Line, Phone, Postal};
use crate::checks::tokens::scan::{Digits, Scan, digits, is_digit_next, sized};
use crate::text::japanese::Cursor;

/// What stands before a number that can only be a telephone or a fax number.
const LINES: &[&str] = &[
    "電話",
    "電話番号",
    "tel",
    "tel.",
    "℡",
    "☎",
    "📞",
    "☏",
    "fax",
    "fax.",
    "ファクス",
    "ファックス",
    "ファクシミリ",
    "ファクス番号",
    "ファックス番号",
    "fax番号",
    "問い合わせ",
    "問い合わせ先",
    "問合せ",
    "問合せ先",
    "連絡先",
];

/// How an address behind a postal code begins.
const AREAS: &[&str] = &["大阪", "東京都", "京都", "兵庫県", "奈良県", "北海道"];

/// A telephone number that begins here.
pub fn phone(scan: &Scan, at: usize) -> Option<Found> {
    if scan
        .before(at)
        .is_some_and(|sign| sign.is_ascii_digit() || sign == '-')
    {
        return None;
    }
    let mut cursor = scan.cursor(at);
    let is_named = scan.follows(scan.lead(at), LINES);
    // Behind 電話 a last group of three is a slip, elsewhere it may be any number: 01-2345-678.
    let shortest = if is_named { 3 } else { 4 };
    let phone = abroad(&mut cursor)
        .or_else(|| joined(&mut cursor))
        .or_else(|| grouped(&mut cursor, shortest))
        .or_else(|| local(&mut cursor))?;
    if phone.line == Line::Local && !is_named {
        return None;
    }
    let phone = Phone { is_named, ..phone };
    let mut behind = cursor;
    let goes_on = is_digit_next(cursor) || behind.eat('-') && is_digit_next(behind);
    (!goes_on).then_some((cursor.at(), Some(Kind::Phone(phone))))
}

/// A number whose surroundings are not known yet.
fn of(digits: usize, line: Line) -> Phone {
    Phone {
        digits,
        line,
        is_named: false,
    }
}

/// +81-6-0000-0101.
fn abroad(cursor: &mut Cursor<'_>) -> Option<Phone> {
    let mut ahead = *cursor;
    if !ahead.eat('+') {
        return None;
    }
    let mut count = digits(&mut ahead)?.count;
    loop {
        let mut group = ahead;
        group.take_while(|sign| "-() ".contains(sign));
        let Some(digits) = digits(&mut group) else {
            break;
        };
        count += digits.count;
        ahead = group;
    }
    *cursor = ahead;
    let line = Line::Abroad;
    (count >= 9).then_some(of(count, line))
}

/// 0600000101.
fn joined(cursor: &mut Cursor<'_>) -> Option<Phone> {
    if cursor.peek() != Some('0') {
        return None;
    }
    let digits = sized(cursor, 10..12)?.count;
    let line = Line::Joined;
    Some(of(digits, line))
}

/// Three groups, the first of which begins with 0. Fewer or more digits than a number has are a slip the rules tell of.
fn grouped(cursor: &mut Cursor<'_>, shortest: usize) -> Option<Phone> {
    let mut ahead = *cursor;
    let opened = ahead.eat('(');
    if ahead.peek() != Some('0') {
        return None;
    }
    let first = sized(&mut ahead, 2..6)?;
    let one = joint(&mut ahead)?;
    let second = sized(&mut ahead, 1..6)?;
    let other = joint(&mut ahead)?;
    let last = sized(&mut ahead, 3..6)?;
    let line = match (opened, one, other) {
        (true, ')', '-' | ' ') | (false, '(', ')') => Line::Brackets,
        (false, '-', '-') => Line::Dashes,
        (false, ' ', ' ') => Line::Blanks,
        _ => return None,
    };
    let digits = first.count + second.count + last.count;
    let is_sure = (10..12).contains(&digits);
    let is_slip = line != Line::Blanks && (8..13).contains(&digits) && last.count >= shortest;
    if !is_sure && !is_slip {
        return None;
    }
    *cursor = ahead;
    Some(of(digits, line))
}

/// Takes what stands between two groups; blanks around it do not count.
fn joint(cursor: &mut Cursor<'_>) -> Option<char> {
    let mut ahead = *cursor;
    ahead.spaces();
    let sign = ['-', '(', ')'].into_iter().find(|sign| ahead.eat(*sign));
    // （06）-0000 is as good as （06）0000.
    if sign == Some(')') {
        ahead.eat('-');
    }
    ahead.spaces();
    let is_joint = ahead.at() > cursor.at() && ahead.at() - cursor.at() < 4;
    *cursor = ahead;
    is_joint.then_some(sign.unwrap_or(' '))
}

/// 0000-0101 behind 電話.
fn local(cursor: &mut Cursor<'_>) -> Option<Phone> {
    let mut ahead = *cursor;
    let first: Digits = sized(&mut ahead, 2..5)?;
    if !ahead.eat('-') {
        return None;
    }
    let last = sized(&mut ahead, 4..5)?;
    *cursor = ahead;
    let digits = first.count + last.count;
    let line = Line::Local;
    Some(of(digits, line))
}

/// 〒553-0007, and what was meant to be one.
pub fn postal(scan: &Scan, at: usize) -> Option<Found> {
    let mut cursor = scan.cursor(at);
    let has_mark = cursor.eat('〒');
    cursor.spaces();
    let start = cursor.at();
    let first = digits(&mut cursor)?;
    let mut ahead = cursor;
    let second = if ahead.eat('-') {
        digits(&mut ahead)
    } else {
        None
    };
    if second.is_some() {
        cursor = ahead;
    }
    let postal = Postal {
        digits: first.count + second.map_or(0, |second| second.count),
        has_mark,
        is_split: first.count == 3 && second.is_some(),
        number: scan.span(start..cursor.at()),
    };
    Some((cursor.at(), Some(Kind::Postal(postal))))
}

/// 553-0007 without its mark, before an address or behind 郵便番号.
pub fn bare_postal(scan: &Scan, at: usize) -> Option<Found> {
    let found = postal(scan, at)?;
    let Some(Kind::Postal(postal)) = found.1 else {
        return None;
    };
    let is_code = postal.is_split && postal.digits == 7;
    let mut behind = scan.cursor(found.0);
    behind.spaces();
    let is_before_address = behind.eat_any(AREAS).is_some();
    let is_named = scan.follows(scan.lead(at), &["郵便番号"]);
    (is_named || is_code && is_before_address).then_some(found)
}
