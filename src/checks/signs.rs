//! The kinds of characters a passage has, found in one walk, so that a rule is asked only where it can find something.

/// A set of kinds of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs(u32);

impl Signs {
    pub const NONE: Self = Self(0);
    /// Any text at all.
    pub const ANY: Self = Self(u32::MAX);
    /// 0 to 9.
    pub const DIGIT: Self = Self(1);
    /// ０ to ９, Ａ to ｚ.
    pub const WIDE_ALNUM: Self = Self(1 << 1);
    /// ｱ and the other halfwidth forms of Japanese, ｡ to ﾟ.
    pub const NARROW_KANA: Self = Self(1 << 2);
    /// The ideographic space, U+3000.
    pub const WIDE_SPACE: Self = Self(1 << 3);
    /// Any other blank: space, tab, no-break space and their like.
    pub const SPACE: Self = Self(1 << 4);
    /// ①, Ⅱ, ㈱, ㎡, ㍻, ℡ and the other characters that stand for several.
    pub const COMPOUND: Self = Self(1 << 5);
    /// Radicals and compatibility forms of Chinese characters.
    pub const COMPATIBILITY: Self = Self(1 << 6);
    /// A dakuten or handakuten of its own.
    pub const COMBINING: Self = Self(1 << 7);
    /// What shows nothing: zero-width characters, soft hyphens, variation selectors.
    pub const INVISIBLE: Self = Self(1 << 8);
    /// Control characters, U+FFFD, private use, and ã, which Japanese read in a wrong encoding is full of.
    pub const CONTROL: Self = Self(1 << 9);
    /// ～ and 〜.
    pub const WAVE: Self = Self(1 << 10);
    /// Dashes other than the ASCII hyphen and ー.
    pub const DASH: Self = Self(1 << 11);
    /// ◎○●■◆★ and the other marks people draw attention with, and the middle dot.
    pub const ORNAMENT: Self = Self(1 << 12);
    pub const ARROW: Self = Self(1 << 13);
    /// ※.
    pub const KOME: Self = Self(1 << 14);
    pub const EMOJI: Self = Self(1 << 15);
    /// （ and (.
    pub const BRACKET: Self = Self(1 << 16);
    /// : and ：.
    pub const COLON: Self = Self(1 << 17);
    /// / and ／.
    pub const SLASH: Self = Self(1 << 18);
    /// ASCII punctuation that runs or Markdown are made of: * = # _ ~ + >, and its full-width forms.
    pub const PUNCTUATION: Self = Self(1 << 19);
    /// ¥ and ￥.
    pub const YEN: Self = Self(1 << 20);
    /// % ％ ° ℃ and units of one character.
    pub const UNIT: Self = Self(1 << 21);
    /// The ASCII hyphen.
    pub const HYPHEN: Self = Self(1 << 22);
    /// A to Z.
    pub const LATIN: Self = Self(1 << 23);
    /// 【 and 】.
    pub const LENTICULAR: Self = Self(1 << 24);
    /// 〇一二三 to 九十百千万.
    pub const KANJI_NUMBER: Self = Self(1 << 25);

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0 || other == Self::ANY
    }

    /// The kinds of characters of `text`.
    pub fn of(text: &str) -> Self {
        text.chars()
            .fold(Self::NONE, |all, sign| all.or(kind(sign)))
    }
}

fn kind(sign: char) -> Signs {
    match sign {
        // Most of a Japanese text.
        'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '、' | '。' | '「' | '」' => Signs::NONE,
        '0'..='9' => Signs::DIGIT,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千'
        | '万' | '〇' => Signs::KANJI_NUMBER,
        '一'..='鿿' | '㐀'..='䶿' => Signs::NONE,
        'A'..='Z' | 'a'..='z' => Signs::LATIN,
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => Signs::WIDE_ALNUM,
        '｡'..='ﾟ' => Signs::NARROW_KANA,
        '\u{3000}' => Signs::WIDE_SPACE,
        '（' | '(' => Signs::BRACKET,
        ':' | '：' => Signs::COLON,
        '/' | '／' => Signs::SLASH,
        '-' => Signs::HYPHEN,
        '¥' | '￥' => Signs::YEN,
        '%' | '％' | '°' | '℃' | '℉' | '‰' => Signs::UNIT,
        '*' | '=' | '#' | '_' | '~' | '+' | '>' | '＊' | '＝' | '＃' | '＿' | '＋' | '＞'
        | '［' | '］' => Signs::PUNCTUATION,
        '【' | '】' => Signs::LENTICULAR,
        '～' | '〜' => Signs::WAVE,
        '‐'..='―' | '−' | '－' | '─' | '━' | '﹣' => Signs::DASH,
        '※' => Signs::KOME,
        '゛' | '゜' | '\u{3099}' | '\u{309A}' => Signs::COMBINING,
        _ => rare(sign),
    }
}

fn rare(sign: char) -> Signs {
    match sign {
        '\u{200B}'..='\u{200F}'
        | '\u{AD}'
        | '\u{2060}'
        | '\u{FEFF}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{E0100}'..='\u{E01EF}' => Signs::INVISIBLE,
        '\n' | '\t' | ' ' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => {
            Signs::SPACE
        }
        '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFD}' | '\u{E000}'..='\u{F8FF}' | 'ã' => {
            Signs::CONTROL
        }
        '\u{F900}'..='\u{FAFF}' | '\u{2E80}'..='\u{2FDF}' | '\u{2F800}'..='\u{2FA1F}' => {
            Signs::COMPATIBILITY
        }
        '\u{2100}'..='\u{214F}'
        | '\u{2150}'..='\u{218F}'
        | '\u{2460}'..='\u{24FF}'
        | '\u{2776}'..='\u{2793}'
        | '\u{3200}'..='\u{33FF}'
        | '\u{1F100}'..='\u{1F1FF}'
        | '©'
        | '®'
        | '²'
        | '³' => Signs::COMPOUND,
        '←'..='⇿' | '➔'..='➾' | '⟵'..='⟿' => Signs::ARROW,
        '\u{2300}'..='\u{23FF}'
        | '\u{2600}'..='\u{27BF}'
        | '\u{1F000}'..='\u{1FAFF}'
        | '\u{2B50}'
        | '\u{2B55}' => match sign {
            '★' | '☆' => Signs::ORNAMENT,
            _ => Signs::EMOJI,
        },
        '■'..='◿' | '・' | '•' | '‣' | '∙' | '＊' | '＝' | '═' | '╋' | '┃' | '│' => {
            Signs::ORNAMENT
        }
        _ => Signs::NONE,
    }
}

#[cfg(test)]
mod tests {
    use super::Signs;

    #[test]
    fn plain_japanese_has_no_signs() {
        assert_eq!(
            Signs::of("住み慣れた地域で、安心して暮らす「人生会議」。"),
            Signs::NONE
        );
    }

    #[test]
    fn each_kind_is_found_among_words() {
        let kinds = [
            ("第2回", Signs::DIGIT),
            ("Ａ棟", Signs::WIDE_ALNUM),
            ("ｾﾝﾀｰ", Signs::NARROW_KANA),
            ("日　時", Signs::WIDE_SPACE),
            ("㈱見本", Signs::COMPOUND),
            ("⽇時", Signs::COMPATIBILITY),
            ("か\u{3099}", Signs::COMBINING),
            ("10～19", Signs::WAVE.or(Signs::DIGIT)),
            ("●会場", Signs::ORNAMENT),
            ("次→次", Signs::ARROW),
            ("😊", Signs::EMOJI),
        ];
        for (text, expected) in kinds {
            assert_eq!(Signs::of(text), expected, "{text}");
        }
    }
}
