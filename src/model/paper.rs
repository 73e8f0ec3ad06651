//! What is printed of a lesson: its slides, what is handed out, what is said, its questions, and a sheet to write down what was learnt.

use crate::model::body::{Passage, Role as PassageRole};
use crate::model::document::Document;
use crate::model::teaching::Role;

/// A PDF that is made of a lesson, in the order in which pages name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paper {
    /// The deck, 16:9.
    Slides,
    /// The slides on A4 beside lines to write on.
    HandOut,
    /// The questions, with the answers on the last page.
    Check,
    /// The slides on A4 with what is said to them.
    Script,
    /// 受講記録票.
    Record,
}

impl Paper {
    pub const ALL: [Self; 5] = [
        Self::Slides,
        Self::HandOut,
        Self::Check,
        Self::Script,
        Self::Record,
    ];

    /// The last part of its address.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Slides => "slides.pdf",
            Self::HandOut => "handout.pdf",
            Self::Check => "check.pdf",
            Self::Script => "script.pdf",
            Self::Record => "record.pdf",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Slides => "スライド",
            Self::HandOut => "配布資料（書き込む欄つき）",
            Self::Check => "理解度チェック（答えは最後のページ）",
            Self::Script => "台本（話すこと）",
            Self::Record => "受講記録票",
        }
    }

    pub fn role(self) -> Role {
        match self {
            Self::Slides => Role::Slides,
            Self::HandOut => Role::HandOut,
            Self::Check => Role::Quiz,
            Self::Script => Role::Script,
            Self::Record => Role::Other,
        }
    }
}

impl Document {
    /// What is printed of it.
    pub fn papers(&self) -> Vec<Paper> {
        let Some(parting) = self.parting() else {
            return Vec::new();
        };
        let has_slides = parting.slides().next().is_some();
        let has_quiz = parting.quiz().is_some();
        let is_said = |passage: &Passage| passage.role == PassageRole::Script;
        let has_script = has_slides && self.body.passages.iter().any(is_said);
        let all = [
            (Paper::Slides, has_slides),
            (Paper::HandOut, has_slides),
            (Paper::Check, has_quiz),
            (Paper::Script, has_script),
            (Paper::Record, has_slides || has_quiz),
        ];
        let wanted = all.into_iter().filter(|(_, is_wanted)| *is_wanted);
        wanted.map(|(paper, _)| paper).collect()
    }
}
