//! A folded text with the ways to look around in it that the readings of tokens share.
//!
//! Invariant: places and ranges count signs; only `bytes` and `span` lead back to the text.

use std::ops::Range;

use crate::text::japanese::{Cursor, Folded};
use crate::text::span::Span;

/// No word that decides what a number is stands farther away than this.
const REACH: usize = 8;

pub struct Scan {
    folded: Folded,
}

/// Digits in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digits {
    /// `u32::MAX` for a number too large to be meant.
    pub value: u32,
    pub count: usize,
}

impl Scan {
    pub fn new(text: &str) -> Self {
        Self {
            folded: Folded::new(text),
        }
    }

    pub fn len(&self) -> usize {
        self.folded.len()
    }

    pub fn sign(&self, at: usize) -> Option<char> {
        self.folded.sign(at)
    }

    /// The sign before a place.
    pub fn before(&self, at: usize) -> Option<char> {
        self.sign(at.checked_sub(1)?)
    }

    pub fn cursor(&self, at: usize) -> Cursor<'_> {
        self.folded.cursor_at(at)
    }

    pub fn bytes(&self, range: Range<usize>) -> Range<usize> {
        self.folded.bytes(range)
    }

    pub fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.bytes(range))
    }

    /// Whether the sign here is written in ASCII, not as a wide variant of it.
    pub fn is_ascii(&self, at: usize) -> bool {
        self.bytes(at..at + 1).len() == 1 && self.sign(at).is_some_and(|sign| sign.is_ascii())
    }

    /// Whether one of `words` ends directly before `at`; Latin letters may be of any case.
    pub fn follows(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| {
            let mut place = at;
            word.chars().rev().all(|sign| {
                let before = self.before(place);
                place = place.saturating_sub(1);
                before.is_some_and(|before| before.eq_ignore_ascii_case(&sign))
            })
        })
    }

    /// The place before the blanks, colons, brackets and particles that stand between a name and its number.
    pub fn lead(&self, at: usize) -> usize {
        let mut place = at;
        while at - place < REACH
            && self
                .before(place)
                .is_some_and(|sign| " :()は、・【】「」/=".contains(sign))
        {
            place -= 1;
        }
        place
    }
}

/// Takes digits; kanji numerals are words here.
pub fn digits(cursor: &mut Cursor<'_>) -> Option<Digits> {
    let (mut value, mut count) = (0_u32, 0);
    while let Some(digit) = cursor.peek().and_then(|sign| sign.to_digit(10)) {
        value = value.saturating_mul(10).saturating_add(digit);
        count += 1;
        cursor.bump();
    }
    (count > 0).then_some(Digits { value, count })
}

/// Takes digits of a length in `counts`.
pub fn sized(cursor: &mut Cursor<'_>, counts: Range<usize>) -> Option<Digits> {
    let mut ahead = *cursor;
    let digits = digits(&mut ahead).filter(|digits| counts.contains(&digits.count))?;
    *cursor = ahead;
    Some(digits)
}

pub fn is_digit_next(cursor: Cursor<'_>) -> bool {
    cursor.peek().is_some_and(|sign| sign.is_ascii_digit())
}
