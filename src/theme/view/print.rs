//! What sheets of paper show: finished values for the `.typ` files of a theme.

use serde::Serialize;

use crate::theme::view::{ContactView, FactLine, StateView};

/// A flyer.
#[derive(Debug, Serialize)]
pub struct FlyerView {
    pub title: String,
    /// The title in parts a line should break between.
    pub title_parts: Vec<String>,
    pub lead: Option<String>,
    /// Whose flyer it is and of what kind: `大阪市北区　講演会`.
    pub series: String,
    /// Who publishes it.
    pub office: String,
    pub sample: bool,
    pub state: Option<StateView>,
    /// 日時, 会場, 対象 … as rows of a table.
    pub facts: Vec<PrintedFact>,
    /// プログラム, 講師, 配慮 … as lists.
    pub lists: Vec<PrintedList>,
    /// The text of a manuscript that has no facts to stand for it.
    pub body: Vec<Block>,
    pub contact: ContactView,
    /// What a form to apply with says and asks, where the design has one.
    pub form: Option<FormView>,
    /// `主催：北区役所`.
    pub organizers: Vec<String>,
}

/// A form to fill in by hand.
#[derive(Debug, Serialize)]
pub struct FormView {
    pub when: Vec<String>,
    /// 会場, オンライン.
    pub ways: Vec<String>,
    /// What can be asked for: 手話通訳 and the like.
    pub support: Vec<String>,
}

/// A row of the table of facts.
#[derive(Debug, Serialize)]
pub struct PrintedFact {
    pub label: String,
    pub lines: Vec<PrintedLine>,
}

#[derive(Debug, Serialize)]
pub struct PrintedLine {
    /// What people look for first.
    pub strong: bool,
    pub words: FactLine,
}

#[derive(Debug, Serialize)]
pub struct PrintedList {
    pub heading: String,
    pub items: Vec<String>,
}

/// What is printed of a lesson; empty lists for what a sheet does not show.
#[derive(Debug, Serialize)]
pub struct PaperView {
    pub title: String,
    /// The title in parts a line should break between.
    pub title_parts: Vec<String>,
    pub lead: Option<String>,
    /// スライド, 配布資料.
    pub kind: String,
    /// Who publishes it.
    pub office: String,
    /// `第2版`.
    pub edition: Option<String>,
    pub licence: Option<String>,
    pub sample: bool,
    /// Whether a newer edition takes its place.
    pub old: bool,
    pub goals: Vec<String>,
    /// Whether what is said stands below every slide, instead of lines beside it.
    pub is_script: bool,
    pub slides: Vec<PrintedSlide>,
    /// What stands before the questions.
    pub introduction: Vec<Block>,
    pub questions: Vec<PrintedQuestion>,
}

#[derive(Debug, Serialize)]
pub struct PrintedSlide {
    pub title: String,
    pub body: Vec<Block>,
    pub source: Vec<Block>,
    /// What is said.
    pub notes: Vec<Block>,
}

#[derive(Debug, Serialize)]
pub struct PrintedQuestion {
    pub question: Vec<Block>,
    pub answer: Vec<Block>,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
pub enum Block {
    /// Levels count from 1, the sections of the text.
    Heading {
        level: u8,
        words: Vec<Inline>,
    },
    Paragraph {
        words: Vec<Inline>,
    },
    List {
        ordered: bool,
        start: u32,
        items: Vec<Vec<Block>>,
    },
    /// Terms with what they mean.
    Terms {
        terms: Vec<Term>,
    },
    Table(TableBlock),
    /// A quotation or a note.
    Aside {
        blocks: Vec<Block>,
    },
    Code {
        text: String,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    pub words: Vec<Inline>,
    pub blocks: Vec<Block>,
}

/// Every row has as many cells as the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableBlock {
    pub caption: Option<String>,
    /// Empty where the table has no headings.
    pub header: Vec<Vec<Inline>>,
    pub rows: Vec<TableRow>,
    pub columns: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableRow {
    pub cells: Vec<Vec<Inline>>,
    /// Whether its first cell is its heading.
    pub headed: bool,
}

/// Words of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
pub enum Inline {
    Text {
        text: String,
    },
    Strong {
        words: Vec<Inline>,
    },
    Emphasis {
        words: Vec<Inline>,
    },
    /// An absolute address.
    Link {
        address: String,
        words: Vec<Inline>,
    },
    Break,
}
