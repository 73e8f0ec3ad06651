//! Characters that look like a hyphen between digits: the minus sign, the long vowel, the dashes.

use std::ops::Range;

use crate::checks::characters::numbers::is_digit;
use crate::text::runs::{after, before};

/// Whether a character is taken for the hyphen.
pub fn is_look_alike(sign: char) -> bool {
    matches!(
        sign,
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' | '﹣' | '─' | '━' | 'ー'
    )
}

/// Groups of digits joined by hyphens and what looks like them, which begins with the digits at `digits`; `None` when these are not
/// the first, or when it has no look-alike or is a range of two numbers.
pub fn joined(text: &str, digits: Range<usize>) -> Option<Range<usize>> {
    let is_joint = |sign: char| sign == '-' || is_look_alike(sign);
    let ahead = before(text, digits.start);
    let is_first = !ahead.is_some_and(|sign| is_joint(sign) || sign.is_ascii_alphanumeric());
    let mut lengths = vec![count(text, digits.clone())];
    let mut end = digits.end;
    while let Some(next) = after(text, end).filter(|sign| is_joint(*sign)) {
        let start = end + next.len_utf8();
        let rest = text.get(start..).unwrap_or_default();
        let group: usize = rest
            .chars()
            .take_while(|sign| is_digit(*sign))
            .map(char::len_utf8)
            .sum();
        if group == 0 {
            break;
        }
        end = start + group;
        lengths.push(count(text, start..end));
    }
    let whole = digits.start..end;
    let is_number = matches!(lengths.as_slice(), [_, _, _, ..] | [3 | 4, 4]);
    let is_year = |group: &Range<usize>| {
        let years = text.get(group.clone()).unwrap_or_default();
        years.starts_with("19") || years.starts_with("20")
    };
    let is_years = lengths == [4, 4] && is_year(&digits);
    let is_mistyped = text.get(whole.clone())?.contains(is_look_alike);
    let goes_on = after(text, end)
        .is_some_and(|sign| sign.is_ascii_alphabetic() || "年月日時分円人".contains(sign));
    (is_first && is_number && is_mistyped && !is_years && !goes_on).then_some(whole)
}

/// Whether the characters at `run` are part of such a number.
pub fn is_confused(text: &str, run: &Range<usize>) -> bool {
    let ahead = text.get(..run.start).unwrap_or_default();
    let is_part = |sign: char| is_digit(sign) || sign == '-' || is_look_alike(sign);
    let start = ahead.len()
        - ahead
            .chars()
            .rev()
            .take_while(|sign| is_part(*sign))
            .map(char::len_utf8)
            .sum::<usize>();
    let number = text.get(start..).unwrap_or_default();
    let first: usize = number
        .chars()
        .take_while(|sign| is_digit(*sign))
        .map(char::len_utf8)
        .sum();
    joined(text, start..start + first).is_some_and(|whole| whole.end >= run.end)
}

fn count(text: &str, range: Range<usize>) -> usize {
    text.get(range).unwrap_or_default().chars().count()
}
