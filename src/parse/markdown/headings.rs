//! The ids of headings: those the author gave, and for the rest ones that stay the same while the words do.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::text::span::Span;

/// How much of the hash stands in an id: two headings of one text with the same eight digits are met about once in four billion.
const DIGITS: usize = 8;

/// Ids given out so far.
#[derive(Debug, Default)]
pub struct Headings {
    /// For each automatic id how many headings have it, told apart by a number.
    automatic: BTreeMap<String, usize>,
    given: BTreeMap<Box<str>, Span>,
}

/// What became of an id an author asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Wish {
    Granted,
    /// It has other characters than ASCII letters, digits, hyphens and underscores.
    Malformed,
    /// The program writes such ids itself.
    Reserved,
    /// An earlier heading has it.
    Taken(Span),
}

impl Headings {
    /// The id of a heading without a wish, made of its words alone, so that links to it outlive other headings, its place and its markup.
    pub fn automatic(&mut self, words: &str) -> Box<str> {
        let words: Vec<&str> = words.split_whitespace().collect();
        let words: String = words.join(" ").nfc().collect();
        let hash = blake3::hash(words.as_bytes()).to_hex();
        let id = format!("h-{}", hash.get(..DIGITS).unwrap_or_default());
        let count = self.automatic.entry(id.clone()).or_default();
        *count += 1;
        match *count {
            1 => id.into_boxed_str(),
            count => format!("{id}-{count}").into_boxed_str(),
        }
    }

    /// The id of a heading of `words` whose author wrote `id` at `span`.
    pub fn wished(&mut self, id: &str, span: Span, words: &str) -> (Box<str>, Wish) {
        if !is_well_formed(id) {
            return (self.automatic(words), Wish::Malformed);
        }
        if is_reserved(id) {
            return (self.automatic(words), Wish::Reserved);
        }
        match self.given.get(id) {
            Some(first) => {
                let first = *first;
                (self.automatic(words), Wish::Taken(first))
            }
            None => {
                self.given.insert(id.into(), span);
                (id.into(), Wish::Granted)
            }
        }
    }
}

fn is_well_formed(id: &str) -> bool {
    !id.is_empty()
        && id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

fn is_reserved(id: &str) -> bool {
    let is_note = ["fn-", "fnref-"]
        .iter()
        .filter_map(|prefix| id.strip_prefix(prefix))
        .any(|rest| rest.starts_with(|character: char| character.is_ascii_digit()));
    id == "footnotes" || is_note || is_automatic(id)
}

fn is_automatic(id: &str) -> bool {
    let Some(rest) = id.strip_prefix("h-") else {
        return false;
    };
    let (hash, number) = rest.split_once('-').unwrap_or((rest, ""));
    let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    hash.len() == DIGITS
        && hash.bytes().all(is_digit)
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{Headings, Wish};
    use crate::text::span::Span;

    #[test]
    fn an_id_depends_on_the_words_alone() {
        let id = |words: &str| Headings::default().automatic(words);
        let first = id("がん 相談");
        assert!(first.starts_with("h-") && first.len() == 10, "{first}");
        assert!(first.is_ascii());
        assert_eq!(id("か\u{3099}ん　\n相談 "), first);
        assert_ne!(id("がん相談"), first);
    }

    #[test]
    fn headings_of_the_same_words_are_numbered() {
        let mut headings = Headings::default();
        let first = headings.automatic("申込み");
        assert_ne!(headings.automatic("会場"), first);
        assert_eq!(*headings.automatic("申込み"), format!("{first}-2"));
        assert_eq!(*headings.automatic("申込み"), format!("{first}-3"));
    }

    #[test]
    fn ids_are_granted_or_refused() {
        let mut headings = Headings::default();
        let span = Span::new(0..3);
        let automatic = headings.automatic("題");
        let mut wished = |id: &str| headings.wished(id, span, id);
        for good in ["what-is", "h-1", "h-0123abcg", "section-1", "h-0123abcd-e"] {
            assert_eq!(wished(good), (good.into(), Wish::Granted), "{good}");
        }
        for (bad, wish) in [
            ("概要", Wish::Malformed),
            ("", Wish::Malformed),
            ("fn-1", Wish::Reserved),
            ("footnotes", Wish::Reserved),
            (&automatic, Wish::Reserved),
            ("h-0123abcd-2", Wish::Reserved),
            ("what-is", Wish::Taken(span)),
        ] {
            let (id, answer) = wished(bad);
            assert_eq!(answer, wish, "{bad}");
            assert!(id.starts_with("h-") && *id != *bad, "{bad}");
        }
    }
}
