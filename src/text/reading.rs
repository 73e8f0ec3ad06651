//! A word and its reading, part by part: the reading stands above the characters it belongs to where that is certain.

use crate::text::japanese::is_kanji;

/// Part of a word, with what to write above it; kana stand for themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    pub base: &'a str,
    pub reading: Option<&'a str>,
}

/// Lays `reading`, in hiragana, over `word`. Empty for a word without kanji, which is its own reading.
///
/// Kana of the word must be found again in the reading. Where that leaves exactly one way to divide it, each part gets its own share
/// (お薬手帳: 薬手帳 is くすりてちょう); otherwise the whole word gets the whole reading.
pub fn parts<'a>(word: &'a str, reading: &'a str) -> Vec<Part<'a>> {
    if !word.contains(is_kanji) {
        return Vec::new();
    }
    let runs = runs(word);
    let mut ways = Ways {
        runs: &runs,
        found: Vec::new(),
        count: 0,
        steps: 0,
    };
    ways.divide(0, reading, &mut Vec::new());
    if ways.count == 1 {
        return ways.found;
    }
    vec![Part {
        base: word,
        reading: Some(reading),
    }]
}

/// A stretch of kana, or of anything else.
struct Run<'a> {
    text: &'a str,
    is_kana: bool,
}

fn runs(word: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let is_kana = is_written_kana(first);
        let end = rest.find(|sign| is_written_kana(sign) != is_kana);
        let (text, after) = rest.split_at(end.unwrap_or(rest.len()));
        runs.push(Run { text, is_kana });
        rest = after;
    }
    runs
}

/// The ways to divide a reading among the runs of a word.
struct Ways<'r, 'a> {
    runs: &'r [Run<'a>],
    /// The last way that was found.
    found: Vec<Part<'a>>,
    count: usize,
    steps: usize,
}

impl<'a> Ways<'_, 'a> {
    /// More steps than any real word asks for; one that needs them is given up as uncertain.
    const MOST_STEPS: usize = 2_000;

    fn divide(&mut self, run: usize, reading: &'a str, parts: &mut Vec<Part<'a>>) {
        self.steps += 1;
        if self.steps > Self::MOST_STEPS {
            self.count = 0;
            return;
        }
        let Some(Run { text, is_kana }) = self.runs.get(run) else {
            if reading.is_empty() {
                self.count += 1;
                self.found.clone_from(parts);
            }
            return;
        };
        if *is_kana {
            if let Some(rest) = after_kana(text, reading) {
                parts.push(Part {
                    base: text,
                    reading: None,
                });
                self.divide(run + 1, rest, parts);
                parts.pop();
            }
            return;
        }
        let ends = reading
            .char_indices()
            .map(|(at, sign)| at + sign.len_utf8());
        for end in ends {
            // A second way is enough to know that none is certain.
            if self.count > 1 || self.steps > Self::MOST_STEPS {
                return;
            }
            let (own, rest) = reading.split_at(end);
            parts.push(Part {
                base: text,
                reading: Some(own),
            });
            self.divide(run + 1, rest, parts);
            parts.pop();
        }
    }
}

/// What of `reading` follows after `kana`; `None` where it begins otherwise. A middle dot is not read.
fn after_kana<'a>(kana: &str, reading: &'a str) -> Option<&'a str> {
    let mut rest = reading;
    for sign in kana.chars() {
        match rest.strip_prefix(hiragana(sign)) {
            Some(after) => rest = after,
            None if sign == '・' => {}
            None => return None,
        }
    }
    Some(rest)
}

fn is_written_kana(sign: char) -> bool {
    // The small ヵ and ヶ are read in other ways (一ヶ月).
    matches!(sign, 'ぁ'..='ゔ' | 'ァ'..='ヴ' | 'ー' | '・')
}

/// The hiragana for a katakana (Unicode, blocks Hiragana and Katakana, which have the same order).
fn hiragana(sign: char) -> char {
    match sign {
        'ァ'..='ヴ' => char::from_u32(sign as u32 - 0x60).unwrap_or(sign),
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::parts;

    /// `[看取|みと]り`.
    fn shown(word: &str, reading: &str) -> String {
        let show = |part: super::Part<'_>| match part.reading {
            Some(reading) => format!("[{}|{reading}]", part.base),
            None => part.base.to_owned(),
        };
        parts(word, reading).into_iter().map(show).collect()
    }

    #[test]
    fn a_reading_stands_above_the_characters_it_belongs_to() {
        for (word, reading, expected) in [
            ("嚥下", "えんげ", "[嚥下|えんげ]"),
            ("看取り", "みとり", "[看取|みと]り"),
            ("お薬手帳", "おくすりてちょう", "お[薬手帳|くすりてちょう]"),
            ("かかりつけ医", "かかりつけい", "かかりつけ[医|い]"),
            ("緩和ケア", "かんわけあ", "[緩和|かんわ]ケア"),
            (
                "人生の最終段階",
                "じんせいのさいしゅうだんかい",
                "[人生|じんせい]の[最終段階|さいしゅうだんかい]",
            ),
            ("立ち会い", "たちあい", "[立|た]ち[会|あ]い"),
            ("N95用マスク", "えぬようますく", "[N95用|えぬよう]マスク"),
        ] {
            assert_eq!(shown(word, reading), expected);
        }
    }

    #[test]
    fn where_the_kana_can_be_found_in_two_places_the_whole_word_is_read() {
        assert_eq!(shown("角の野原", "かどののはら"), "[角の野原|かどののはら]");
        assert_eq!(
            shown("医療・介護", "いりょうかいご"),
            "[医療・介護|いりょうかいご]"
        );
        assert_eq!(
            shown("医療・介護", "いりょう・かいご"),
            "[医療・介護|いりょう・かいご]"
        );
    }

    #[test]
    fn a_reading_that_does_not_fit_the_kana_is_laid_over_the_whole_word() {
        assert_eq!(shown("看取り", "みとる"), "[看取り|みとる]");
        assert_eq!(shown("看取り", "り"), "[看取り|り]");
    }

    #[test]
    fn words_without_kanji_need_no_reading() {
        for word in ["ケアマネジャー", "ACP", "がん", "N95マスク", ""] {
            assert_eq!(shown(word, "よみ"), "", "{word}");
        }
    }

    #[test]
    fn a_hostile_word_costs_no_time() {
        let word = "漢の".repeat(40);
        let reading = "の".repeat(120);
        assert_eq!(shown(&word, &reading), format!("[{word}|{reading}]"));
    }
}
