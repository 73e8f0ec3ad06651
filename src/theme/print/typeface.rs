//! The typeface of all sheets: the fonts that were found in, one Japanese family of them out.

use std::collections::{BTreeSet, HashSet};

use typst::foundations::Bytes;
use typst::text::{Font, FontInfo};

use crate::source::FontFile;

/// A family in its weights.
pub struct Typeface {
    /// As sheets name it.
    pub family: String,
    pub fonts: Vec<Font>,
    /// What every weight can write.
    letters: HashSet<u32>,
    /// Of the bytes of the fonts.
    pub digest: [u8; 32],
}

/// Families to be preferred, the best first: those of universal design, then what a collection has for Japan and not for its neighbours.
const PREFERRED: &[&str] = &["BIZ UDPGothic", "BIZ UDGothic", "UD", "JP", "Meiryo"];

/// A letter of every script that a Japanese sheet is written in.
const NEEDED: &[char] = &['あ', 'ア', '漢', '区', '0', 'A', '（', '①'];

impl Typeface {
    /// The best family that can write Japanese; `None` where there is none.
    pub fn choose(files: &[FontFile]) -> Option<Self> {
        let fonts: Vec<Font> = files
            .iter()
            .flat_map(|file| Font::iter(Bytes::new(file.bytes.clone())))
            .filter(|font| is_japanese(font.info()))
            .collect();
        let rank = |font: &&Font| {
            let family = font.info().family.as_str();
            let place = PREFERRED.iter().position(|name| family.contains(name));
            place.unwrap_or(PREFERRED.len())
        };
        let family = fonts.iter().min_by_key(rank)?.info().family.clone();
        let mut hasher = blake3::Hasher::new();
        for file in files {
            hasher.update(&file.digest);
        }
        let fonts: Vec<Font> = fonts
            .into_iter()
            .filter(|font| font.info().family == family)
            .collect();
        Some(Self {
            letters: letters(&fonts),
            fonts,
            family,
            digest: *hasher.finalize().as_bytes(),
        })
    }

    /// The text with 〓, which printers set for a letter they lack, in place of every letter that the family cannot write: the engine
    /// makes no PDF/UA-1 with such a letter.
    pub fn writable(&self, text: &str) -> String {
        let letter = |letter| if self.has(letter) { letter } else { '〓' };
        text.chars().map(letter).collect()
    }

    /// The letters of a text that the family cannot write, each once.
    pub fn unwritable(&self, text: &str) -> BTreeSet<char> {
        text.chars().filter(|letter| !self.has(*letter)).collect()
    }

    fn has(&self, letter: char) -> bool {
        let is_selector = matches!(letter, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}');
        letter.is_ascii() || is_selector || self.letters.contains(&u32::from(letter))
    }
}

/// What every weight can write. A font keeps this as runs, which are slow to ask for every letter of a sheet.
fn letters(fonts: &[Font]) -> HashSet<u32> {
    let mut all = fonts.iter().map(|font| font.info().coverage.iter());
    let mut letters: HashSet<u32> = all.next().into_iter().flatten().collect();
    for weight in all {
        let weight: HashSet<u32> = weight.collect();
        letters.retain(|letter| weight.contains(letter));
    }
    letters
}

fn is_japanese(info: &FontInfo) -> bool {
    let has = |letter: &char| info.coverage.contains(u32::from(*letter));
    NEEDED.iter().all(has)
}
