//! Long numbers in a line: their digits, and what they can be.

use std::ops::Range;

/// Digits with at most one blank or dash between them.
pub struct Number {
    pub range: Range<usize>,
    digits: String,
}

/// The numbers of 11 or 12 digits in a line; parts of web addresses and of longer codes are none.
pub fn all(line: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut open: Option<Number> = None;
    let mut before = ' ';
    let mut gap = false;
    for (at, sign) in line.char_indices().chain([(line.len(), '\n')]) {
        match (digit(sign), &mut open) {
            (Some(digit), Some(number)) => {
                number.digits.push(digit);
                number.range.end = at + sign.len_utf8();
                gap = false;
            }
            (Some(digit), None) if !is_code(before) => {
                let range = at..at + sign.len_utf8();
                let digits = String::from(digit);
                open = Some(Number { range, digits });
            }
            (None, Some(_)) if !gap && is_gap(sign) => gap = true,
            (None, Some(_)) => {
                let is_whole = gap || !is_code(sign);
                let whole = open.take().filter(|number| is_whole && number.is_long());
                found.extend(whole);
                gap = false;
            }
            (Some(_) | None, None) => {}
        }
        before = sign;
    }
    found
}

impl Number {
    fn is_long(&self) -> bool {
        matches!(self.digits.len(), 11 | 12)
    }

    /// A mobile telephone (総務省 電気通信番号計画, 音声伝送携帯電話番号).
    pub fn is_mobile(&self) -> bool {
        let starts = |start: &&str| self.digits.starts_with(*start);
        self.digits.len() == 11 && ["070", "080", "090"].iter().any(starts)
    }

    /// 12 digits whose last checks the others (平成26年総務省令第85号, Article 5).
    pub fn is_my_number(&self) -> bool {
        let mut digits = self
            .digits
            .bytes()
            .rev()
            .map(|digit| u32::from(digit - b'0'));
        let Some(check) = digits.next().filter(|_| self.digits.len() == 12) else {
            return false;
        };
        let weights = (2..=7).chain(2..=6);
        let sum: u32 = digits
            .zip(weights)
            .map(|(digit, weight)| digit * weight)
            .sum();
        let expected = match sum % 11 {
            0 | 1 => 0,
            rest => 11 - rest,
        };
        check == expected
    }

    pub fn before<'a>(&self, line: &'a str) -> &'a str {
        line.get(..self.range.start).unwrap_or_default()
    }
}

fn digit(sign: char) -> Option<char> {
    match sign {
        '0'..='9' => Some(sign),
        '０'..='９' => char::from_u32(u32::from(sign) - u32::from('０') + u32::from('0')),
        _ => None,
    }
}

fn is_gap(sign: char) -> bool {
    matches!(sign, ' ' | '\u{3000}' | '-' | '‐' | '‑' | '–' | '−' | '－')
}

/// What stands beside digits in addresses of the web and in codes.
fn is_code(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || "/._=&?%#-".contains(sign)
}

#[cfg(test)]
mod tests {
    use super::all;

    fn kinds(line: &str) -> Vec<(&str, bool, bool)> {
        let numbers = all(line).into_iter();
        let kinds = numbers.map(|number| {
            let words = line.get(number.range.clone()).unwrap_or_default();
            (words, number.is_mobile(), number.is_my_number())
        });
        kinds.collect()
    }

    #[test]
    fn numbers_are_told_apart_by_length_beginning_and_check_digit() {
        let cases = [
            ("番号は1234 5678 9018です", ("1234 5678 9018", false, true)),
            ("123456789012", ("123456789012", false, false)),
            ("電話（090-1234-5678）", ("090-1234-5678", true, false)),
            (
                "０８０−１２３４−５６７８",
                ("０８０−１２３４−５６７８", true, false),
            ),
        ];
        for (line, expected) in cases {
            assert_eq!(kinds(line), [expected], "{line}");
        }
    }

    #[test]
    fn codes_addresses_and_shorter_numbers_are_none() {
        for line in [
            "1234567890123",
            "06-0000-0101",
            "a090-1234-5678",
            "/090-1234-5678.pdf",
            "0120-11-1234",
        ] {
            assert!(kinds(line).is_empty(), "{line}");
        }
    }
}
