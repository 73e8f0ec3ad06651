//! Numbers as they are typed: digits of both widths with the separators between them, for the rules that look at their width.

use std::ops::Range;

use crate::text::runs::{after, before};

/// A number with its separators.
pub struct Number {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Whether half-width and full-width characters are mixed in it.
    pub is_mixed: bool,
}

/// The number that the run of digits at `digits` belongs to, which is the first of its digits; `None` when it is not the first.
pub fn number(text: &str, digits: Range<usize>) -> Option<Number> {
    let mut end = digits.end;
    while let Some(next) = group_behind(text, end) {
        end = next;
    }
    if continues(text, digits.start) {
        return None;
    }
    let written = text.get(digits.start..end)?;
    let is_wide = |sign: char| matches!(sign, '０'..='９' | '，' | '．');
    let is_mixed = written.contains(is_wide) && !written.chars().all(is_wide);
    Some(Number {
        range: digits.start..end,
        is_mixed,
    })
}

pub fn is_digit(sign: char) -> bool {
    matches!(sign, '0'..='9' | '０'..='９')
}

/// The end of the digits behind a separator at `at`: three after a comma, any number after a point.
fn group_behind(text: &str, at: usize) -> Option<usize> {
    let separator = after(text, at)?;
    let rest = text.get(at + separator.len_utf8()..)?;
    let digits = rest.chars().take_while(|sign| is_digit(*sign)).count();
    let is_group = match separator {
        ',' | '，' => digits == 3,
        '.' | '．' => digits > 0,
        _ => false,
    };
    let group = rest.chars().take(digits).map(char::len_utf8).sum::<usize>();
    is_group.then_some(at + separator.len_utf8() + group)
}

/// Whether the digits that begin at `start` stand behind a separator and digits.
fn continues(text: &str, start: usize) -> bool {
    let Some(separator) = before(text, start) else {
        return false;
    };
    let at = start - separator.len_utf8();
    let is_behind_digits = before(text, at).is_some_and(is_digit);
    is_behind_digits && group_behind(text, at).is_some()
}
