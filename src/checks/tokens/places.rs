//! Numbers that name a place or a thing: 第2回, 別表1, 1.2.3, 1丁目2番3号, 1-2-3, 101号室.

use crate::checks::tokens::Found;
use crate::checks::tokens::kinds::Kind;
use crate::checks::tokens::scan::{Scan, digits, is_digit_next};
use crate::text::japanese::Cursor;

/// What stands directly before the number of a thing in an order.
const ORDERS: &[&str] = &[
    "第",
    "表",
    "図",
    "様式",
    "別紙",
    "資料",
    "別記",
    "付録",
    "別添",
    "参考",
    "議案",
    "要介護",
    "要支援",
    "レベル",
    "ステップ",
    "ランク",
    "段階",
    "型",
    "フェーズ",
    "その",
    "問",
    "条",
    "項",
    "章",
    "節",
    "ページ",
    "階",
    "系",
];

/// What a number stands in a house or a street with.
const ROOMS: &[&str] = &[
    "号室",
    "号館",
    "号棟",
    "階",
    "番出口",
    "番窓口",
    "番のりば",
    "番乗り場",
    "番ホーム",
    "号線",
    "号車",
];

/// The number of a thing in an order.
pub fn item(scan: &Scan, at: usize) -> Option<Found> {
    let before = match scan.before(at) {
        Some(' ') => at - 1,
        _ => at,
    };
    if scan.follows(before, ORDERS) {
        let mut cursor = scan.cursor(at);
        chain(&mut cursor, &['-', '.', '~', 'の'])?;
        return Some((cursor.at(), Some(Kind::Item)));
    }
    // 1.2.3 is a section or a version; 1.2 is a number.
    let mut cursor = scan.cursor(at);
    let dots = chain(&mut cursor, &['.'])?;
    (dots >= 2).then_some((cursor.at(), Some(Kind::Item)))
}

/// Where a house, a room or an exit is.
pub fn place(scan: &Scan, at: usize) -> Option<Found> {
    let mut cursor = scan.cursor(at);
    digits(&mut cursor)?;
    if cursor.eat_any(ROOMS).is_some() {
        return Some((cursor.at(), Some(Kind::Room)));
    }
    if cursor.eat_any(&["丁目", "番地", "番町"]).is_some() || is_block(cursor) {
        lot_rest(&mut cursor);
        return Some((cursor.at(), Some(Kind::Lot)));
    }
    let mut cursor = scan.cursor(at);
    let dashes = chain(&mut cursor, &['-'])?;
    (dashes >= 1).then(|| {
        lot_rest(&mut cursor);
        (cursor.at(), Some(Kind::Lot))
    })
}

/// Whether 2番3号 or 3号 of an address goes on here.
fn is_block(mut cursor: Cursor<'_>) -> bool {
    cursor.eat('番') && is_digit_next(cursor)
}

/// Takes the rest of an address: 2番3号, の4, -5.
fn lot_rest(cursor: &mut Cursor<'_>) {
    loop {
        let mut ahead = *cursor;
        ahead.eat_any(&["番地", "番", "の", "-"]);
        if digits(&mut ahead).is_none() {
            return;
        }
        // What stands behind 号 is a room.
        let unit = ahead.eat_any(&["丁目", "番地", "番", "号"]);
        *cursor = ahead;
        if unit == Some("号") {
            return;
        }
    }
}

/// Takes numbers with one of `joints` between them, and says how many joints there were.
fn chain(cursor: &mut Cursor<'_>, joints: &[char]) -> Option<usize> {
    digits(cursor)?;
    let mut count = 0;
    loop {
        let mut ahead = *cursor;
        let is_joined = joints.iter().any(|joint| ahead.eat(*joint));
        if !is_joined || digits(&mut ahead).is_none() {
            return Some(count);
        }
        count += 1;
        *cursor = ahead;
    }
}
