//! What Unicode says of a character: its width, its script, and whether it is punctuation.
//!
//! Invariant: the only place that names icu_properties.

use icu_properties::props::{
    EastAsianWidth, EmojiPresentation, GeneralCategory, GeneralCategoryGroup, Script,
};
use icu_properties::{CodePointMapData, CodePointSetData};

/// A character between two of which a line break is no space (CSS Text 3, section 4.1.3). Korean divides its words by spaces.
pub fn is_full_width(character: char) -> bool {
    is_wide(character) && !is_hangul(character)
}

/// A "CJK character" of the CommonMark CJK-friendly Amendments, section 2.1: wide and no emoji, or Hangul.
pub fn is_east_asian(character: char) -> bool {
    !character.is_ascii()
        && (is_hangul(character) || is_wide(character) && !EMOJI.contains(character))
}

/// A "Unicode punctuation character" (CommonMark 0.31, section 2.1), which takes in symbols.
pub fn is_punctuation(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_punctuation();
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(character);
    GeneralCategoryGroup::Punctuation.contains(category)
        || GeneralCategoryGroup::Symbol.contains(category)
}

/// A character that every version of Unicode takes for the same, punctuation or not; symbols are still being added.
pub fn is_settled(character: char) -> bool {
    matches!(character,
        '\0'..='\u{FF}' | '\u{2010}'..='\u{205E}' | '\u{3001}'..='\u{303F}' | '\u{FF01}'..='\u{FF65}')
        || !is_punctuation(character)
}

/// A selector of a form that is no emoji; it belongs to the character before it (Unicode, section 23.4).
pub fn is_form_selector(character: char) -> bool {
    matches!(character, '\u{FE00}'..='\u{FE0E}')
}

/// A selector of a variant of a Chinese character, as 葛 has two.
pub fn is_ideographic_selector(character: char) -> bool {
    matches!(character, '\u{E0100}'..='\u{E01EF}')
}

/// `Wide`, `Fullwidth` or `Halfwidth` (Unicode Standard Annex 11).
fn is_wide(character: char) -> bool {
    let width = CodePointMapData::<EastAsianWidth>::new().get(character);
    matches!(
        width,
        EastAsianWidth::Wide | EastAsianWidth::Fullwidth | EastAsianWidth::Halfwidth
    )
}

fn is_hangul(character: char) -> bool {
    CodePointMapData::<Script>::new().get(character) == Script::Hangul
}

static EMOJI: icu_properties::CodePointSetDataBorrowed<'static> =
    CodePointSetData::new::<EmojiPresentation>();

#[cfg(test)]
mod tests {
    use super::{is_east_asian, is_full_width, is_punctuation, is_settled};

    #[test]
    fn full_width_takes_in_chinese_and_japanese_and_leaves_out_korean() {
        for wide in "漢かカﾊ。、「（１Ａ　㎡〇𠮷㊗ㄅ々".chars() {
            assert!(is_full_width(wide), "{wide}");
        }
        for other in "aé1 (“…—한ㅎ㈎ﾡ±①\u{FE0F}".chars() {
            assert!(!is_full_width(other), "{other}");
        }
    }

    #[test]
    fn east_asian_takes_in_korean_and_leaves_out_emoji() {
        for east_asian in "漢かﾊ。「한ᄀ\u{1160}ﾡ㊗🈂〽₩".chars() {
            assert!(is_east_asian(east_asian), "{east_asian}");
        }
        for other in "a1*é“①👪⭐🈚\u{FE0F}\u{E0100}".chars() {
            assert!(!is_east_asian(other), "{other}");
        }
    }

    #[test]
    fn symbols_are_not_settled() {
        assert!("a*—」！漢한\u{E000}".chars().all(is_settled));
        assert!(!"★👪␧\u{1B4E}".chars().any(is_settled));
    }

    #[test]
    fn punctuation_takes_in_symbols() {
        for mark in "*_~!。「＋￥€👪・".chars() {
            assert!(is_punctuation(mark), "{mark}");
        }
        for other in "a1漢ー々〇한\u{FE0E}\u{E000}　".chars() {
            assert!(!is_punctuation(other), "{other}");
        }
    }
}
