//! Where a Japanese title may be torn without harm: text in, the parts a line should break between out.

use crate::text::japanese::is_kanji;

/// Particles and endings of verbs and adjectives, which end a phrase when what follows is not written in hiragana.
const ENDINGS: &str = "をにはがでともへのやるうたいて";

/// `講演会「人生会議を始めてみませんか」` is 講演会, 「人生会議を and 始めてみませんか」. Put together the parts are the text.
pub fn phrases(text: &str) -> Vec<String> {
    let mut phrases = Vec::new();
    let mut begin = 0;
    let mut before = None;
    for (at, letter) in text.char_indices() {
        if before.is_some_and(|before| is_end(before, letter)) {
            phrases.extend(text.get(begin..at).map(str::to_owned));
            begin = at;
        }
        before = Some(letter);
    }
    let rest = text.get(begin..).filter(|rest| !rest.is_empty());
    phrases.extend(rest.map(str::to_owned));
    together(phrases)
}

/// A phrase of a letter or two stays with the one before it: 朗読の会, 人生会議の日.
fn together(phrases: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::new();
    for phrase in phrases {
        match joined.last_mut() {
            Some(before) if phrase.chars().count() <= 2 => before.push_str(&phrase),
            _ => joined.push(phrase),
        }
    }
    joined
}

/// Whether a phrase ends between two letters.
fn is_end(before: char, after: char) -> bool {
    const OPENING: &str = "「『（【〈《";
    const CLOSING: &str = "」』）】〉》、。！？・";
    if CLOSING.contains(after) || after.is_whitespace() || OPENING.contains(before) {
        return false;
    }
    let is_word = !is_hiragana(after) && after != 'ー';
    OPENING.contains(after)
        || CLOSING.contains(before)
        || before.is_whitespace()
        || ENDINGS.contains(before) && is_word
        || is_kanji(before) && is_katakana(after)
        || is_katakana(before) && is_kanji(after)
}

fn is_hiragana(letter: char) -> bool {
    ('ぁ'..='ゖ').contains(&letter)
}

fn is_katakana(letter: char) -> bool {
    ('ァ'..='ヺ').contains(&letter) || letter == 'ー'
}

#[cfg(test)]
mod tests {
    use super::phrases;

    #[test]
    fn titles_part_before_words_and_not_in_them() {
        for (title, parts) in [
            ("在宅医療における感染対策", "在宅医療における|感染対策"),
            (
                "講演会「人生会議を始めてみませんか」",
                "講演会|「人生会議を|始めてみませんか」",
            ),
            ("手洗いは五つの場面で", "手洗いは|五つの|場面で"),
            (
                "映画と語らいの会「家にかえる日」",
                "映画と|語らいの会|「家にかえる日」",
            ),
            ("「人生会議の日」パネル展", "「人生会議の日」|パネル展"),
            (
                "個人防護具を正しく使う実技研修会",
                "個人防護具を|正しく使う|実技研修会",
            ),
            (
                "専門職のための人生会議オンライン研修会",
                "専門職のための|人生会議|オンライン|研修会",
            ),
            (
                "電話のそばに貼ろう 急変時の連絡メモ",
                "電話のそばに|貼ろう |急変時の連絡メモ",
            ),
            ("", ""),
        ] {
            assert_eq!(phrases(title).join("|"), parts);
            assert_eq!(phrases(title).concat(), title);
        }
    }
}
