//! The words of content streams and of character maps (ISO 32000-1, 7.2 and 7.8.2): bytes in, lexemes out, one at a time.
//!
//! Invariant: every step goes forward, and nothing is nested here.
//!
//! The library has a reader of content streams. It ends at the first picture that stands in the stream with a filter, as most do, and it makes
//! objects of everything; here only texts are copied.

use std::borrow::Cow;

/// One word.
#[derive(Clone, Debug, PartialEq)]
pub enum Lexeme<'a> {
    Number(f32),
    /// Without its slash.
    Name(Cow<'a, [u8]>),
    /// What stands in `()` or `<>`.
    Text(Vec<u8>),
    /// `[`
    Open,
    /// `]`
    Close,
    /// An operator, or anything else.
    Word(&'a [u8]),
}

pub struct Lexer<'a> {
    rest: &'a [u8],
}

impl<'a> Lexer<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Goes to the end of a picture that stands in the stream, when `ID` was just read (ISO 32000-1, 8.9.7).
    pub fn skip_picture(&mut self) {
        let end = self.rest.windows(4).position(|four| {
            is_blank(four[0]) && four[1] == b'E' && four[2] == b'I' && is_blank(four[3])
        });
        self.rest = end
            .and_then(|end| self.rest.get(end + 3..))
            .unwrap_or_default();
    }

    fn literal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut depth = 1;
        while let Some(byte) = self.bump() {
            match byte {
                b'\\' => self.escaped(&mut text),
                b'(' => {
                    depth += 1;
                    text.push(byte);
                }
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                    text.push(byte);
                }
                _ => text.push(byte),
            }
        }
        text
    }

    /// What stands behind a backslash: a sign, up to three octal digits, or the end of a line, which is nothing.
    fn escaped(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.bump() else {
            return;
        };
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\n' => {}
            b'\r' => {
                self.eat(b'\n');
            }
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.rest.first() else {
                        break;
                    };
                    value = value * 8 + u32::from(digit - b'0');
                    self.bump();
                }
                text.extend(u8::try_from(value % 256));
            }
            _ => text.push(byte),
        }
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut high = None;
        while let Some(byte) = self.bump() {
            if byte == b'>' {
                break;
            }
            let Some(digit) = nibble(byte) else {
                continue;
            };
            match high.take() {
                Some(high) => text.push(high << 4 | digit),
                None => high = Some(digit),
            }
        }
        text.extend(high.map(|high| high << 4));
        text
    }

    /// Takes the signs up to the next blank or delimiter.
    fn run(&mut self) -> &'a [u8] {
        let end = self.rest.iter().position(|byte| !is_regular(*byte));
        let (run, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        run
    }

    fn bump(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn eat(&mut self, wanted: u8) -> bool {
        let is_next = self.rest.first() == Some(&wanted);
        if is_next {
            self.bump();
        }
        is_next
    }
}

impl<'a> Iterator for Lexer<'a> {
    type Item = Lexeme<'a>;

    fn next(&mut self) -> Option<Lexeme<'a>> {
        loop {
            let first = *self.rest.first()?;
            if is_regular(first) {
                let run = self.run();
                return Some(number(run).map_or(Lexeme::Word(run), Lexeme::Number));
            }
            self.bump();
            match first {
                b'(' => return Some(Lexeme::Text(self.literal())),
                b'[' => return Some(Lexeme::Open),
                b']' => return Some(Lexeme::Close),
                b'/' => return Some(Lexeme::Name(unescaped(self.run()))),
                b'<' if !self.eat(b'<') => return Some(Lexeme::Text(self.hexadecimal())),
                b'%' => {
                    let end = self
                        .rest
                        .iter()
                        .position(|byte| matches!(byte, b'\n' | b'\r'));
                    self.rest = end.and_then(|end| self.rest.get(end..)).unwrap_or_default();
                }
                // Blanks, and the ends of dictionaries.
                _ => {}
            }
        }
    }
}

/// `12`, `-.5`; `None` for words.
fn number(run: &[u8]) -> Option<f32> {
    let is_part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.');
    if !run.iter().all(is_part) {
        return None;
    }
    std::str::from_utf8(run).ok()?.parse().ok()
}

fn unescaped(name: &[u8]) -> Cow<'_, [u8]> {
    if !name.contains(&b'#') {
        return Cow::Borrowed(name);
    }
    let mut plain = Vec::with_capacity(name.len());
    let mut rest = name;
    while let Some((first, behind)) = rest.split_first() {
        let digits = match rest {
            [b'#', high, low, ..] => nibble(*high).zip(nibble(*low)),
            _ => None,
        };
        match digits {
            Some((high, low)) => {
                plain.push(high << 4 | low);
                rest = rest.get(3..).unwrap_or_default();
            }
            None => {
                plain.push(*first);
                rest = behind;
            }
        }
    }
    Cow::Owned(plain)
}

fn nibble(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16)?.try_into().ok()
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | 0 | 12)
}

fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !b"()<>[]{}/%".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::{Lexeme, Lexer};

    fn texts(bytes: &[u8]) -> Vec<Vec<u8>> {
        let texts = Lexer::new(bytes).filter_map(|lexeme| match lexeme {
            Lexeme::Text(text) => Some(text),
            _ => None,
        });
        texts.collect()
    }

    #[test]
    fn texts_are_read_in_every_form() {
        let bytes = br"(a(b)c) (\(\101\7\)\\) <48 6F7> (x\
y) <</MCID 0>> [(1)-250(2)] (open";
        let expected: [&[u8]; 7] = [b"a(b)c", b"(A\x07)\\", b"Hop", b"xy", b"1", b"2", b"open"];
        assert_eq!(texts(bytes), expected);
    }

    #[test]
    fn words_numbers_and_names_are_told_apart() {
        let found: Vec<Lexeme> = Lexer::new(b"/F#31 -.5 Tf%(no)\nT*").collect();
        let expected = [
            Lexeme::Name(b"F1".as_slice().into()),
            Lexeme::Number(-0.5),
            Lexeme::Word(b"Tf"),
            Lexeme::Word(b"T*"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_stands_behind_a_picture_is_found() {
        let mut lexer = Lexer::new(b"BI /W 1 ID \x01(EI)\x02 EI Q");
        lexer.find(|lexeme| *lexeme == Lexeme::Word(b"ID"));
        lexer.skip_picture();
        assert_eq!(lexer.collect::<Vec<_>>(), [Lexeme::Word(b"Q")]);
    }
}
