//! Facts about Japanese writing: width, dashes, wave dashes, kanji numerals and brackets.
//!
//! Invariant: folding changes no text; it is a second reading of it, character by character, so that every position leads back to the original.

use std::ops::Range;

/// A text in which variants of one sign are the same sign: digits, letters and signs half-width, dashes `-`, wave dashes `~`, all white space one blank.
#[derive(Clone, Debug)]
pub struct Folded {
    signs: Vec<char>,
    /// The byte at which each sign starts in the original, and the length of the original.
    starts: Vec<usize>,
}

impl Folded {
    pub fn new(text: &str) -> Self {
        let mut signs = Vec::with_capacity(text.len());
        let mut starts = Vec::with_capacity(text.len() + 1);
        let mut before = ' ';
        for (at, sign) in text.char_indices() {
            let vowel = matches!(sign, 'ー' | 'ｰ') && is_kana(before);
            signs.push(if vowel { sign } else { fold(sign) });
            starts.push(at);
            before = sign;
        }
        starts.push(text.len());
        Self { signs, starts }
    }

    pub fn len(&self) -> usize {
        self.signs.len()
    }

    pub fn is_empty(&self) -> bool {
        self.signs.is_empty()
    }

    pub fn cursor(&self) -> Cursor<'_> {
        Cursor {
            signs: &self.signs,
            at: 0,
        }
    }

    /// A place to read from; beyond the end it is the end.
    pub fn cursor_at(&self, at: usize) -> Cursor<'_> {
        Cursor {
            signs: &self.signs,
            at: at.min(self.signs.len()),
        }
    }

    pub fn sign(&self, at: usize) -> Option<char> {
        self.signs.get(at).copied()
    }

    /// The folded signs of a range, which may reach beyond the end.
    pub fn text(&self, range: Range<usize>) -> String {
        let count = range.len();
        self.signs.iter().skip(range.start).take(count).collect()
    }

    /// The bytes of the original that a range of signs stands for.
    pub fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let end = self.starts.last().copied().unwrap_or_default();
        let byte = |sign: usize| self.starts.get(sign).copied().unwrap_or(end);
        let start = byte(range.start);
        start..byte(range.end).max(start)
    }

    /// A range without the blanks at its ends.
    pub fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let blank = |sign: usize| self.signs.get(sign) == Some(&' ');
        let end = range.end.min(self.len());
        let start = (range.start..end).find(|sign| !blank(*sign)).unwrap_or(end);
        let last = (start..end).rev().find(|sign| !blank(*sign));
        start..last.map_or(start, |last| last + 1)
    }

    /// The ranges between the signs `is_separator` names, outside of brackets, trimmed; empty ones are left out.
    pub fn split(&self, is_separator: impl Fn(char) -> bool) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let (mut start, mut depth) = (0, 0_usize);
        for (at, sign) in self.signs.iter().enumerate() {
            match sign {
                '(' | '「' | '『' => depth += 1,
                ')' | '」' | '』' => depth = depth.saturating_sub(1),
                sign if depth == 0 && is_separator(*sign) => {
                    parts.push(self.trimmed(start..at));
                    start = at + 1;
                }
                _ => {}
            }
        }
        parts.push(self.trimmed(start..self.len()));
        parts.retain(|part| !part.is_empty());
        parts
    }
}

/// The one sign for a sign and its variants. The long vowel mark counts as a dash; `Folded` keeps it after kana.
pub fn fold(sign: char) -> char {
    match sign {
        '！'..='～' => char::from_u32(sign as u32 - 0xFEE0).unwrap_or(sign),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹣' | '─' | '━' | 'ー' | 'ｰ' => {
            '-'
        }
        '〜' | '∼' | '〰' | '˜' => '~',
        '￥' => '¥',
        '〔' | '﹙' => '(',
        '〕' | '﹚' => ')',
        '∶' => ':',
        '､' => '、',
        '｡' => '。',
        '･' => '・',
        sign if is_invisible(sign) => ' ',
        // Radicals come with text copied from a PDF; they look like the characters and are others.
        '⽇' => '日',
        '⽉' => '月',
        '⽕' => '火',
        '⽔' => '水',
        '⽊' => '木',
        '⾦' => '金',
        '⼟' => '土',
        '⼈' => '人',
        '⼀' => '一',
        '⼆' => '二',
        '⼋' => '八',
        '⼗' => '十',
        sign if sign.is_whitespace() => ' ',
        sign => sign,
    }
}

/// A word as people mean it: folded, and without blanks and invisible characters.
pub fn squeezed(word: &str) -> String {
    let folded = Folded::new(word);
    folded
        .signs
        .into_iter()
        .filter(|sign| *sign != ' ')
        .collect()
}

/// Whether two names are the same to the people who write them.
pub fn is_same_name(one: &str, other: &str) -> bool {
    one == other || squeezed(one).eq_ignore_ascii_case(&squeezed(other))
}

/// The width of a text in half-width columns: ASCII and half-width katakana take one, all others two.
pub fn halves(text: &str) -> usize {
    let width = |sign: char| match sign {
        '\u{20}'..='\u{7e}' | '\u{ff61}'..='\u{ff9f}' => 1,
        _ => 2,
    };
    text.chars().map(width).sum()
}

/// Whether a character shows nothing: it comes along with text copied from a browser or a word processor.
pub fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

/// Whether a character is hiragana or katakana of any width.
pub fn is_kana(sign: char) -> bool {
    matches!(sign, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | 'ｦ'..='ﾟ')
}

/// Whether a character is a Chinese character, or repeats or stands for one.
pub fn is_kanji(sign: char) -> bool {
    matches!(
        sign,
        '一'..='鿿' | '㐀'..='䶿' | '々' | '〆' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}'
    )
}

/// Whether a character shows a blank: of any width, but no line break.
pub fn is_blank(sign: char) -> bool {
    sign.is_whitespace() && !matches!(sign, '\n' | '\r')
}

/// A place in a folded text, from which signs are read; a copy is a place to come back to.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'a> {
    signs: &'a [char],
    at: usize,
}

impl Cursor<'_> {
    /// The number of signs before this place.
    pub fn at(&self) -> usize {
        self.at
    }

    pub fn is_end(&self) -> bool {
        self.at >= self.signs.len()
    }

    pub fn peek(&self) -> Option<char> {
        self.signs.get(self.at).copied()
    }

    /// Takes the next sign.
    pub fn bump(&mut self) -> Option<char> {
        let sign = self.peek()?;
        self.at += 1;
        Some(sign)
    }

    pub fn eat(&mut self, sign: char) -> bool {
        let here = self.peek() == Some(sign);
        self.at += usize::from(here);
        here
    }

    /// Takes a word, given in its folded form.
    pub fn eat_word(&mut self, word: &str) -> bool {
        let mut ahead = *self;
        let here = word.chars().all(|sign| ahead.eat(sign));
        if here {
            *self = ahead;
        }
        here
    }

    /// Takes the first of `words` that stands here.
    pub fn eat_any<'w>(&mut self, words: &[&'w str]) -> Option<&'w str> {
        words.iter().copied().find(|word| self.eat_word(word))
    }

    /// Takes any number of blanks.
    pub fn spaces(&mut self) {
        while self.eat(' ') {}
    }

    /// Takes signs while `holds`, and says how many.
    pub fn take_while(&mut self, holds: impl Fn(char) -> bool) -> usize {
        let from = self.at;
        while self.peek().is_some_and(&holds) {
            self.at += 1;
        }
        self.at - from
    }

    /// Takes a number in digits or in kanji numerals; one too large to be meant is `u32::MAX`.
    pub fn number(&mut self) -> Option<u32> {
        let mut ahead = *self;
        let digits = ahead.take_while(|sign| sign.is_ascii_digit());
        let count = match digits {
            0 => ahead.kanji_numerals(),
            digits => digits,
        };
        let signs = self.signs.get(self.at..self.at + count)?;
        let number = match (digits, count) {
            (_, 0) => None,
            (0, _) => kanji_number(signs),
            (10.., _) => Some(u32::MAX),
            _ => signs.iter().collect::<String>().parse().ok(),
        }?;
        *self = ahead;
        Some(number)
    }

    /// Takes kanji numerals, and says how many; more than anyone writes would only take time.
    fn kanji_numerals(&mut self) -> usize {
        let from = self.at;
        while self.at - from < 20 && self.peek().and_then(kanji_value).is_some() {
            self.at += 1;
        }
        self.at - from
    }

    /// Takes a group in brackets with what is nested in it, and gives the range inside.
    pub fn bracketed(&mut self) -> Option<Range<usize>> {
        let mut ahead = *self;
        let close = match ahead.bump()? {
            '(' => ')',
            '【' => '】',
            '[' => ']',
            _ => return None,
        };
        let open = self.peek()?;
        let (start, mut depth) = (ahead.at, 1);
        while let Some(sign) = ahead.bump() {
            depth += i32::from(sign == open) - i32::from(sign == close);
            if depth == 0 {
                *self = ahead;
                return Some(start..ahead.at - 1);
            }
        }
        None
    }
}

/// The worth of a kanji numeral; those from ten on multiply.
fn kanji_value(sign: char) -> Option<u32> {
    let value = match sign {
        '〇' | '零' => 0,
        '一' | '壱' => 1,
        '二' | '弐' => 2,
        '三' | '参' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        _ => return None,
    };
    Some(value)
}

/// 十一, 二〇二四 and 五千三百 as numbers; `None` where people do not write so, as in 一二十.
fn kanji_number(signs: &[char]) -> Option<u32> {
    let values: Vec<u32> = signs
        .iter()
        .map(|sign| kanji_value(*sign))
        .collect::<Option<_>>()?;
    if values.iter().all(|value| *value < 10) {
        return values.iter().try_fold(0_u32, |number, value| {
            number.checked_mul(10)?.checked_add(*value)
        });
    }
    let (mut total, mut section, mut digit) = (0_u32, 0_u32, None);
    for value in values {
        match (value, digit) {
            (0..10, None) => digit = Some(value),
            (0..10, Some(_)) => return None,
            (10_000.., _) => {
                let units = section.checked_add(digit.take().unwrap_or_default())?;
                total = total.checked_add(units.max(1).checked_mul(value)?)?;
                section = 0;
            }
            (_, _) => section = section.checked_add(value * digit.take().unwrap_or(1))?,
        }
    }
    total
        .checked_add(section)?
        .checked_add(digit.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::Folded;

    fn folded(text: &str) -> String {
        Folded::new(text).text(0..usize::MAX)
    }

    fn number(text: &str) -> Option<u32> {
        Folded::new(text).cursor().number()
    }

    #[test]
    fn variants_of_one_sign_become_that_sign() {
        assert_eq!(folded("Ｒ６．１１．３０（土）"), "R6.11.30(土)");
        assert_eq!(folded("06−4866―6803"), "06-4866-6803");
        assert_eq!(folded("14：00ー15：00"), "14:00-15:00");
        assert_eq!(folded("14時〜15時～16時"), "14時~15時~16時");
        assert_eq!(folded("　\u{a0}\t"), "   ");
    }

    #[test]
    fn a_long_vowel_stays_after_kana() {
        assert_eq!(folded("センター"), "センター");
        assert_eq!(folded("ｾﾝﾀｰ"), "ｾﾝﾀｰ");
    }

    #[test]
    fn positions_lead_back_to_the_bytes_of_the_original() {
        let text = "Ｒ６年";
        let folded = Folded::new(text);
        assert_eq!(folded.bytes(1..2), 3..6);
        assert_eq!(folded.bytes(2..9), 6..9);
        assert_eq!(folded.bytes(7..9), 9..9);
    }

    #[test]
    fn kanji_numerals_are_read_as_people_write_them() {
        for (text, value) in [
            ("十一月", Some(11)),
            ("三十日", Some(30)),
            ("二〇二四年", Some(2024)),
            ("二千二十四", Some(2024)),
            ("五百円", Some(500)),
            ("一万五千円", Some(15_000)),
            ("１２", Some(12)),
            ("99999999999", Some(u32::MAX)),
            ("一二十", None),
            ("元年", None),
        ] {
            assert_eq!(number(text), value, "{text}");
        }
    }

    #[test]
    fn brackets_are_taken_with_what_is_nested_in_them() {
        let folded = Folded::new("（a（b）c）d");
        let mut cursor = folded.cursor();
        assert_eq!(cursor.bracketed(), Some(1..6));
        assert_eq!(cursor.peek(), Some('d'));
        assert_eq!(Folded::new("（a").cursor().bracketed(), None);
    }

    #[test]
    fn lists_are_split_outside_of_brackets() {
        let folded = Folded::new("在宅医療、 人生会議（ACP、手帳）、");
        let parts = folded.split(|sign| sign == '、');
        let parts: Vec<String> = parts.into_iter().map(|part| folded.text(part)).collect();
        assert_eq!(parts, ["在宅医療", "人生会議(ACP、手帳)"]);
    }
}
