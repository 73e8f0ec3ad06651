//! Names and short texts of the model, each valid once it exists.

use std::fmt;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::text::japanese::is_invisible;

/// Words a person wrote: NFC, one line, no white space at the ends, not empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Box<str>);

impl Text {
    /// `None` when nothing but white space is left.
    pub fn new(raw: &str) -> Option<Self> {
        if !raw.chars().any(needs_care) {
            return Self::of_lines(raw);
        }
        let is_seen = |sign: &char| !is_invisible(*sign) && !is_no_text(*sign);
        let visible = raw.chars().filter(is_seen);
        Self::of_lines(&visible.nfc().collect::<String>())
    }

    fn of_lines(raw: &str) -> Option<Self> {
        let raw = raw.trim();
        if !raw.contains(['\n', '\r']) {
            return (!raw.is_empty()).then(|| Self(raw.into()));
        }
        let words: Vec<&str> = raw.lines().map(str::trim).collect();
        Some(Self(words.join(" ").into_boxed_str()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a character shows nothing, or may not be NFC: marks that follow a letter, as names of files on a Mac have them.
fn needs_care(sign: char) -> bool {
    // Nearly all that people write; the tables of Unicode are asked only about the rest.
    if matches!(sign, '\t' | '\n' | '\r' | ' '..='~' | '\u{a0}'..='\u{ac}' | '、'..='〕' | 'ぁ'..='ゖ' | 'ァ'..='ヿ' | '一'..='鿿' | '！'..='～')
    {
        return false;
    }
    is_invisible(sign)
        || is_no_text(sign)
        || is_nfc_quick(std::iter::once(sign)) != IsNormalized::Yes
}

/// What XML 1.0 (section 2.2) cannot write and no font shows; an escape in YAML can say it all the same.
fn is_no_text(sign: char) -> bool {
    let is_break = matches!(sign, '\t' | '\n' | '\r');
    sign.is_control() && !is_break || matches!(sign, '\u{FFFE}' | '\u{FFFF}')
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A name that is part of an address: lower-case ASCII words and digits joined by single hyphens, at most 60 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Box<str>);

impl Slug {
    pub const MAX_LENGTH: usize = 60;

    pub fn new(raw: &str) -> Option<Self> {
        let valid_word = |word: &str| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        let valid = raw.len() <= Self::MAX_LENGTH && raw.split('-').all(valid_word);
        (valid && !is_reserved(raw)).then(|| Self(raw.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The nearest valid slug to a name people chose: full-width letters made half-width, capitals lowered, the rest hyphens.
/// `None` when nothing of the name can be kept, as for a Japanese one.
pub fn suggest_slug(raw: &str) -> Option<Slug> {
    let narrow: String = raw.chars().map(narrow).collect();
    let words: Vec<String> = narrow
        .split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let mut slug = words.join("-");
    slug.truncate(Slug::MAX_LENGTH);
    Slug::new(slug.trim_end_matches('-'))
}

fn narrow(character: char) -> char {
    match character {
        '！'..='～' => char::from_u32(character as u32 - 0xFEE0).unwrap_or(character),
        _ => character,
    }
}

/// Names Windows keeps for devices; no file can have them.
fn is_reserved(name: &str) -> bool {
    let numbered = |prefix: &str| {
        name.strip_prefix(prefix)
            .is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
    };
    matches!(name, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::{Slug, Text, suggest_slug};

    #[test]
    fn slugs_are_lower_case_ascii_words_joined_by_hyphens() {
        for good in ["start", "acp-lecture", "2026-01"] {
            assert!(Slug::new(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "Start",
            "a--b",
            "-a",
            "a_b",
            "講演会",
            "con",
            "com1",
            "a b",
        ] {
            assert!(Slug::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_slug_is_suggested_from_what_was_typed() {
        let suggested = |raw| suggest_slug(raw).map(|slug| slug.to_string());
        assert_eq!(
            suggested("ＡＣＰ Lecture_1").as_deref(),
            Some("acp-lecture-1")
        );
        assert_eq!(suggested("講演会"), None);
    }

    #[test]
    fn a_text_is_nfc_and_has_nothing_that_cannot_be_seen() {
        let text = |raw| Text::new(raw).map(|text| text.to_string());
        assert_eq!(text("か\u{3099}んは\u{309a}").as_deref(), Some("がんぱ"));
        assert_eq!(
            text("\u{feff}講演\u{200b}会\u{ad}").as_deref(),
            Some("講演会")
        );
        assert_eq!(text("\u{a0}\u{3000}\u{200b}\t"), None);
        assert_eq!(text("講\u{b}演\u{7f}会\u{fffe}").as_deref(), Some("講演会"));
        assert_eq!(text("a\u{0}b").as_deref(), Some("ab"));
    }

    #[test]
    fn a_text_is_one_line() {
        assert_eq!(
            Text::new("  一行目\n  二行目 ")
                .map(|text| text.to_string())
                .as_deref(),
            Some("一行目 二行目")
        );
        assert_eq!(Text::new(" \n "), None);
    }
}
