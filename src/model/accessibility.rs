//! What the city has decided about the accessibility of the site, for its policy and for the report of a test.

use crate::model::names::Text;

/// `accessibility` of `site.yaml`, after 「ウェブアクセシビリティ方針策定ガイドライン」 of the Web Accessibility Infrastructure Committee.
/// What nobody has decided is `None` or empty; the page then says so instead of promising anything.
#[derive(Clone, Debug)]
pub struct Accessibility {
    /// `JIS X 8341-3:2016`.
    pub standard: Text,
    pub level: Level,
    pub goal: Option<Goal>,
    /// By when the goal is to be reached.
    pub deadline: Option<Text>,
    /// 対象範囲; without it, all pages of the site.
    pub scope: Option<Text>,
    /// 例外事項.
    pub exceptions: Vec<Text>,
    /// 追加する達成基準, beyond the level.
    pub criteria: Vec<Text>,
    /// 把握している問題点.
    pub issues: Vec<Text>,
    /// When and how it was tested, and where the results are.
    pub tested: Option<Text>,
}

impl Default for Accessibility {
    fn default() -> Self {
        Self {
            standard: Text::new("JIS X 8341-3:2016").expect("the name of the standard is a text"),
            level: Level::DoubleA,
            goal: None,
            deadline: None,
            scope: None,
            exceptions: Vec::new(),
            criteria: Vec::new(),
            issues: Vec::new(),
            tested: None,
        }
    }
}

/// 適合レベル (JIS X 8341-3:2016, 5.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    SingleA,
    DoubleA,
    TripleA,
}

impl Level {
    pub fn from_letters(raw: &str) -> Option<Self> {
        [Self::SingleA, Self::DoubleA, Self::TripleA]
            .into_iter()
            .find(|level| level.letters() == raw)
    }

    pub fn letters(self) -> &'static str {
        match self {
            Self::SingleA => "A",
            Self::DoubleA => "AA",
            Self::TripleA => "AAA",
        }
    }
}

/// 対応度, in the three words of the committee's guideline on wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    Full,
    Partial,
    Considered,
}

impl Goal {
    pub fn from_label(raw: &str) -> Option<Self> {
        [Self::Full, Self::Partial, Self::Considered]
            .into_iter()
            .find(|goal| goal.label() == raw)
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Full => "準拠",
            Self::Partial => "一部準拠",
            Self::Considered => "配慮",
        }
    }
}
