//! Codes, shares, money and quantities; what is left is a quantity without a unit.

use crate::checks::tokens::Found;
use crate::checks::tokens::kinds::{Kind, Money, Quantity};
use crate::checks::tokens::scan::{Scan, digits, is_digit_next};
use crate::text::japanese::Cursor;

/// What stands before a number by which a register knows somebody.
const REGISTERS: &[&str] = &[
    "番号",
    "コード",
    "ナンバー",
    "ID",
    "No",
    "No.",
    "№",
    "内線",
    "口座",
    "暗証",
    "パスコード",
    "パスワード",
    "JIS",
    "ISO",
];

/// More digits in a row than people count with.
const LONG: usize = 7;

/// What follows a count, so that even many digits are no code.
const COUNTED: &[&str] = &["円", "人", "件", "回", "世帯", "個", "枚", "部"];

/// Units, longer ones first where one begins with another.
const UNITS: &[&str] = &[
    "か月",
    "ヶ月",
    "ヵ月",
    "カ月",
    "ケ月",
    "ｹ月",
    "ヵ月",
    "箇月",
    "個月",
    "か年",
    "ヶ年",
    "ヵ年",
    "カ年",
    "箇年",
    "年間",
    "年度",
    "年",
    "月",
    "週間",
    "週",
    "日間",
    "日",
    "時間",
    "分間",
    "分",
    "秒間",
    "秒",
    "人",
    "名",
    "件",
    "回",
    "か所",
    "ヶ所",
    "ヵ所",
    "カ所",
    "ケ所",
    "箇所",
    "個",
    "枚",
    "本",
    "冊",
    "台",
    "歳",
    "才",
    "世帯",
    "部",
    "区",
    "校",
    "点",
    "割",
    "倍",
    "列",
    "席",
    "組",
    "泊",
    "食",
    "杯",
    "錠",
    "度",
    "キロ",
    "メートル",
    "グラム",
    "リットル",
    "パーセント",
];

/// Units in Latin letters and signs.
const SIGNS: &[&str] = &[
    "km²", "km2", "m²", "m2", "m³", "cm", "mm", "km", "kg", "mg", "mL", "ml", "dL", "kcal", "℃",
    "°C", "°", "%", "‰", "㎡", "㎢", "㎥", "㎝", "㎜", "㎞", "㎏", "㎎", "㍑", "㎖", "㍉", "m",
    "g", "L", "ℓ", "t", "KB", "MB", "GB", "Hz", "W", "V", "cc",
];

/// A number by which a register knows something.
pub fn code(scan: &Scan, at: usize) -> Option<Found> {
    let mut cursor = scan.cursor(at);
    let first = digits(&mut cursor)?;
    let is_named = scan.follows(scan.lead(at), REGISTERS);
    let is_long = first.count >= LONG && cursor.eat_any(COUNTED).is_none();
    if !is_named && !is_long {
        return None;
    }
    let mut cursor = scan.cursor(at);
    cursor.take_while(|sign| sign.is_ascii_digit());
    loop {
        let mut ahead = cursor;
        let joint = ahead.take_while(|sign| sign == '-' || is_named && sign == ' ');
        if joint != 1 || digits(&mut ahead).is_none() {
            return Some((cursor.at(), Some(Kind::Code)));
        }
        cursor = ahead;
    }
}

/// ￥1,000.
pub fn yen(scan: &Scan, at: usize) -> Option<Found> {
    let mut cursor = scan.cursor(at);
    if !cursor.eat('¥') {
        return None;
    }
    cursor.spaces();
    let start = cursor.at();
    amount(&mut cursor)?;
    let number = start..cursor.at();
    let unit = cursor.at();
    if cursor.eat('-') && is_digit_next(cursor) {
        return None;
    }
    let money = Money {
        has_sign: true,
        number: scan.span(number),
        unit: scan.span(unit..cursor.at()),
    };
    Some((cursor.at(), Some(Kind::Money(money))))
}

/// What any other number is.
pub fn number(scan: &Scan, at: usize) -> Found {
    let mut cursor = scan.cursor(at);
    if amount(&mut cursor).is_none() {
        return (at + 1, None);
    }
    let end = cursor.at();
    if let Some(found) = share(cursor) {
        return found;
    }
    if cursor
        .eat_any(&["円", "千円", "万円", "百万円", "億円", "兆円"])
        .is_some()
    {
        let money = Money {
            has_sign: false,
            number: scan.span(at..end),
            unit: scan.span(end..cursor.at()),
        };
        return (cursor.at(), Some(Kind::Money(money)));
    }
    let is_unit = cursor.eat_any(SIGNS).is_some() && !is_letter_next(cursor);
    if !is_unit {
        cursor = scan.cursor(end);
        if cursor.eat_any(UNITS).is_none() && is_letter_next(cursor) {
            // 5G, 3DK.
            cursor.take_while(|sign| sign.is_ascii_alphanumeric());
            return (cursor.at(), Some(Kind::Standard));
        }
    }
    let quantity = Quantity {
        number: scan.span(at..end),
        unit: scan.span(end..cursor.at()),
    };
    (cursor.at(), Some(Kind::Quantity(quantity)))
}

fn is_letter_next(cursor: Cursor<'_>) -> bool {
    cursor.peek().is_some_and(|sign| sign.is_ascii_alphabetic())
}

/// Takes 1,000 or 36.5.
fn amount(cursor: &mut Cursor<'_>) -> Option<()> {
    digits(cursor)?;
    loop {
        let mut ahead = *cursor;
        let is_group = ahead.eat(',') && digits(&mut ahead).is_some_and(|group| group.count == 3);
        if !is_group {
            break;
        }
        *cursor = ahead;
    }
    let mut ahead = *cursor;
    if ahead.eat('.') && digits(&mut ahead).is_some() {
        *cursor = ahead;
    }
    Some(())
}

/// 1/2, 3分の2, 3:1 and 3対1, where the number before this place is the first.
fn share(cursor: Cursor<'_>) -> Option<Found> {
    let mut ahead = cursor;
    let joint = ahead.eat_any(&["/", "分の", ":", "対"])?;
    digits(&mut ahead)?;
    let kind = match joint {
        "/" | "分の" => Kind::Fraction,
        _ => Kind::Ratio,
    };
    loop {
        let mut next = ahead;
        if next.eat_any(&["/", ":"]).is_none() || digits(&mut next).is_none() {
            return Some((ahead.at(), Some(kind)));
        }
        ahead = next;
    }
}
