//! What is taught: what a training material says of itself, and the parts its files play.

use crate::model::facet::{Reference, Words};
use crate::model::names::Text;
use crate::text::span::Spanned;

/// 学習目標, 所要時間 and what belongs to the edition. Empty lists and `None` mean that nothing was written.
#[derive(Clone, Debug, Default)]
pub struct Teaching {
    pub goals: Vec<Words>,
    pub duration: Option<Spanned<Duration>>,
    pub edition: Option<Words>,
    /// 更新内容, a line for each edition.
    pub changes: Vec<Words>,
    /// 新しい版: the name of the manuscript that takes the place of this one.
    pub newer: Option<Words>,
    /// 利用条件, with the address of its text where one was written.
    pub licence: Option<Spanned<Reference>>,
}

/// 所要時間.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duration {
    /// `None` when the text gives no single number, as in 30分から60分.
    pub minutes: Option<u32>,
    pub text: Text,
}

/// The part a file plays in a lesson, in the order of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Slides,
    HandOut,
    Exercise,
    Quiz,
    Script,
    /// What its label does not say the part of.
    Other,
}

impl Role {
    pub const ALL: [Self; 6] = [
        Self::Slides,
        Self::HandOut,
        Self::Exercise,
        Self::Quiz,
        Self::Script,
        Self::Other,
    ];

    pub fn label(self) -> &'static str {
        match self {
            Self::Slides => "スライド",
            Self::HandOut => "配布資料",
            Self::Exercise => "演習",
            Self::Quiz => "理解度チェック",
            Self::Script => "台本",
            Self::Other => "ほかの資料",
        }
    }

    /// `手洗いの手順（配布資料）` is a hand-out 手洗いの手順; other words in brackets are part of the label.
    pub fn of_label(label: &Text) -> (Self, Text) {
        let words = label.as_str();
        let inside = words.strip_suffix(['）', ')']);
        let parts = inside.and_then(|inside| inside.rsplit_once(['（', '(']));
        let (rest, role) = parts.unwrap_or(("", words));
        let named = Self::ALL.into_iter().find(|one| one.label() == role.trim());
        match named {
            Some(role) => (role, Text::new(rest).unwrap_or_else(|| label.clone())),
            None => (Self::Other, label.clone()),
        }
    }
}

/// The number of an edition for names of files: `2` of 第2版, `2-1` of 第2.1版. `None` where the words have no number.
pub fn edition_number(edition: &Text) -> Option<String> {
    let digit = |sign: char| match sign {
        '０'..='９' => char::from_u32(sign as u32 - '０' as u32 + '0' as u32),
        '0'..='9' => Some(sign),
        _ => None,
    };
    let digits = edition.as_str().chars();
    let parted: String = digits.map(|sign| digit(sign).unwrap_or('-')).collect();
    let numbers: Vec<&str> = parted.split('-').filter(|part| !part.is_empty()).collect();
    (!numbers.is_empty()).then(|| numbers.join("-"))
}

#[cfg(test)]
mod tests {
    use super::{Role, edition_number};
    use crate::model::names::Text;

    fn text(words: &str) -> Text {
        Text::new(words).expect("the sample has words")
    }

    #[test]
    fn brackets_at_the_end_of_a_label_say_the_role() {
        for (label, role, shown) in [
            ("手洗いの手順（配布資料）", Role::HandOut, "手洗いの手順"),
            ("手洗い (スライド)", Role::Slides, "手洗い"),
            ("手洗い（１）（演習）", Role::Exercise, "手洗い（１）"),
            ("問題（理解度チェック）", Role::Quiz, "問題"),
            ("台本", Role::Script, "台本"),
            ("（台本）", Role::Script, "（台本）"),
            ("表（表計算用）", Role::Other, "表（表計算用）"),
            ("配布資料の一覧", Role::Other, "配布資料の一覧"),
            ("表（ほかの資料）", Role::Other, "表"),
        ] {
            assert_eq!(Role::of_label(&text(label)), (role, text(shown)), "{label}");
        }
    }

    #[test]
    fn an_edition_is_known_by_its_number() {
        for (edition, number) in [
            ("第2版", Some("2")),
            ("第１０版", Some("10")),
            ("第2.1版", Some("2-1")),
            ("初版", None),
        ] {
            assert_eq!(
                edition_number(&text(edition)).as_deref(),
                number,
                "{edition}"
            );
        }
    }
}
