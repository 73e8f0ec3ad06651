//! Which characters the codes of a font stand for: the `ToUnicode` map of a font (ISO 32000-1, 9.10.3).
//!
//! Invariant: it is no larger than the bytes it comes from. The library writes every code of a range down, and four bytes can name four
//! thousand million of them.

use std::collections::BTreeMap;

use crate::pdf::lexer::{Lexeme, Lexer};

/// Ranges of codes by their first one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CharacterMap {
    ranges: BTreeMap<u32, Range>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Range {
    last: u32,
    /// What the first code stands for, in UTF-16; that of the others counts on from there.
    units: Vec<u16>,
}

impl CharacterMap {
    pub fn read(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut lexer = Lexer::new(bytes);
        while let Some(lexeme) = lexer.next() {
            if lexeme == Lexeme::Word(b"beginbfchar") {
                map.read_characters(&mut lexer);
            } else if lexeme == Lexeme::Word(b"beginbfrange") {
                map.read_ranges(&mut lexer);
            }
        }
        map
    }

    /// Adds what a code stands for, and says whether that is known.
    pub fn add(&self, code: u32, out: &mut String) -> bool {
        let before = self.ranges.range(..=code).next_back();
        let Some((first, range)) = before.filter(|(_, range)| code <= range.last) else {
            return false;
        };
        let Some((last, front)) = range.units.split_last() else {
            return false;
        };
        let step = u16::try_from(code - first).unwrap_or_default();
        let units = front.iter().copied().chain([last.wrapping_add(step)]);
        let characters = char::decode_utf16(units).map_while(Result::ok);
        let before = out.len();
        out.extend(characters.filter(|one| is_known(*one)));
        out.len() > before
    }

    /// `<code> <characters>` up to `endbfchar`.
    fn read_characters(&mut self, lexer: &mut Lexer<'_>) {
        while let Some(Lexeme::Text(code)) = lexer.next() {
            let Some(Lexeme::Text(characters)) = lexer.next() else {
                return;
            };
            self.insert(number(&code), number(&code), &characters);
        }
    }

    /// `<first> <last> <characters>` or `<first> <last> [<characters> …]` up to `endbfrange`.
    fn read_ranges(&mut self, lexer: &mut Lexer<'_>) {
        while let Some(Lexeme::Text(first)) = lexer.next() {
            let Some(Lexeme::Text(last)) = lexer.next() else {
                return;
            };
            let (first, last) = (number(&first), number(&last));
            let target = lexer.next();
            if let Some(Lexeme::Text(characters)) = target {
                self.insert(first, last, &characters);
            } else if target == Some(Lexeme::Open) {
                let mut code = first;
                while let Some(Lexeme::Text(characters)) = lexer.next() {
                    self.insert(code, code, &characters);
                    code = code.saturating_add(1);
                }
            } else {
                return;
            }
        }
    }

    fn insert(&mut self, first: u32, last: u32, characters: &[u8]) {
        let pairs = characters.chunks_exact(2);
        let units = pairs.map(|pair| u16::from(pair[0]) << 8 | u16::from(pair[1]));
        let units = units.collect();
        self.ranges.insert(first, Range { last, units });
    }
}

/// Signs that fonts put where they know no character: those for private use, the one for what cannot be shown, and controls.
fn is_known(character: char) -> bool {
    !matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{FFFD}') && !character.is_control()
}

/// The number that up to four bytes are.
fn number(bytes: &[u8]) -> u32 {
    let bytes = bytes.iter().take(4);
    bytes.fold(0, |number, byte| number << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::CharacterMap;

    #[test]
    fn codes_are_found_in_characters_ranges_and_lists() {
        let map = CharacterMap::read(
            b"1 beginbfchar <0001> <65E5> endbfchar\n\
            2 beginbfrange <0010> <0019> <0030> <0020> <0021> [<5348> <524D>] endbfrange\n\
            1 beginbfchar <0002> <D842DFB7> <0003> <E000> endbfchar",
        );
        let mut out = String::new();
        let known = [1, 0x10, 0x19, 0x21, 2, 3, 4, 0x22].map(|code| map.add(code, &mut out));
        assert_eq!(out, "日09前𠮷");
        assert_eq!(known, [true, true, true, true, true, false, false, false]);
    }

    #[test]
    fn a_range_of_everything_costs_nothing() {
        let map = CharacterMap::read(b"beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange");
        let mut out = String::new();
        assert!(map.add(1, &mut out));
        assert_eq!(out, "B");
    }
}
