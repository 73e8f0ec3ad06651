//! Weekdays behind a day, in brackets or without.

use crate::checks::tokens::kinds::Named;
use crate::checks::tokens::scan::Scan;
use crate::model::date::Weekday;
use crate::text::japanese::Cursor;

/// The longest that stands behind a weekday in its brackets: ・振替休日.
const REST: usize = 12;

/// Takes （火）, （火曜日）, （火・祝） or 火曜日 behind a day.
pub fn weekday(scan: &Scan, cursor: &mut Cursor<'_>) -> Option<Named> {
    let mut ahead = *cursor;
    ahead.spaces();
    let is_bracketed = ahead.eat('(');
    if is_bracketed {
        ahead.take_while(|sign| "祝休・,、/ ".contains(sign));
    }
    let start = ahead.at();
    let weekday = of_sign(ahead.bump()?)?;
    let is_short = ahead.eat_any(&["曜日", "曜"]).is_none();
    let word = start..ahead.at();
    if is_bracketed {
        let rest = ahead.take_while(|sign| sign != ')' && sign != '(');
        let is_list = rest == 0
            || scan
                .sign(word.end)
                .is_some_and(|sign| "・,、/ 祝休".contains(sign));
        if rest > REST || !is_list || !ahead.eat(')') {
            return None;
        }
    } else if is_short {
        return None;
    }
    *cursor = ahead;
    Some(Named {
        weekday,
        span: scan.span(word),
        is_short,
    })
}

fn of_sign(sign: char) -> Option<Weekday> {
    let mut all = Weekday::ALL.into_iter();
    all.find(|weekday| weekday.label().starts_with(sign))
}
