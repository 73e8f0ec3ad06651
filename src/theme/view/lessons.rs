//! What the pages of a deck and of its questions see.

use serde::Serialize;

use crate::theme::view::{ContactView, ContentsView, LinkView, ReferenceView};

/// A part of a deck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SlideView {
    /// The id of its heading, unique in the deck.
    pub id: String,
    /// The words of its heading.
    pub title: String,
    /// The same with readings and markup.
    pub title_html: String,
    /// What stands below its heading, without the sources.
    pub html: String,
    /// Paragraphs with the sources of the slide.
    pub source_html: Option<String>,
    /// What the speaker says.
    pub notes_html: Option<String>,
}

/// A question of 理解度チェック.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuestionView {
    /// Words without blocks.
    pub question_html: String,
    /// Words or blocks.
    pub answer_html: String,
}

/// 理解度チェック.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuizView {
    /// What stands between its heading and the questions, and behind them.
    pub introduction_html: String,
    pub questions: Vec<QuestionView>,
}

/// On the page of a document: the ways to what its text is parted into.
#[derive(Clone, Debug, Serialize)]
pub struct LessonView {
    pub slides: Option<SheetLink>,
    pub check: Option<SheetLink>,
}

/// The way to the deck or to the questions.
#[derive(Clone, Debug, Serialize)]
pub struct SheetLink {
    pub href: String,
    /// How many slides or questions there are.
    pub count: usize,
}

/// `page` of a deck (`pages/slides.html`).
#[derive(Debug, Serialize)]
pub struct SlidesPage {
    pub kind_label: String,
    pub title: String,
    pub sample: bool,
    /// `第1版`.
    pub edition: Option<String>,
    /// The document the deck is of.
    pub document: LinkView,
    /// The titles of the slides.
    pub contents: Vec<ContentsView>,
    pub slides: Vec<SlideView>,
    /// Whether anything is said to any slide.
    pub has_notes: bool,
    /// Whether the document has files to print.
    pub is_printed: bool,
    /// The way to the questions.
    pub lesson: Option<LessonView>,
    pub references: Vec<ReferenceView>,
    pub contact: ContactView,
    pub has_ruby: bool,
    pub has_terms: bool,
}

/// `page` of 理解度チェック (`pages/check.html`).
#[derive(Debug, Serialize)]
pub struct CheckPage {
    pub kind_label: String,
    pub title: String,
    pub sample: bool,
    /// The document the questions are about.
    pub document: LinkView,
    pub quiz: Option<QuizView>,
    /// Whether the document has files to print.
    pub is_printed: bool,
    /// The way to the slides.
    pub lesson: Option<LessonView>,
    pub references: Vec<ReferenceView>,
    pub contact: ContactView,
    pub has_ruby: bool,
    pub has_terms: bool,
}
