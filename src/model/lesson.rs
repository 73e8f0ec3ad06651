//! How the text of a lesson is parted: what stands on the document's own page, what is a slide, and what are the questions.
//!
//! Everything before the first break is the introduction. Every part behind it is a slide, whose first heading is its title; a part with
//! the heading 「理解度チェック」 has the questions. A text without breaks may have them as a section.
//! Invariant: only kinds with `Facet::Lesson` are parted; in all others a break is a line.

use crate::model::address::Address;
use crate::model::body::{Body, Heading, Role};
use crate::model::document::Document;
use crate::model::field::Facet;
use crate::model::kind::Kind;
use crate::model::site::Site;
use crate::model::ward::Place;
use crate::text::span::Span;

/// The heading of the questions.
pub const QUIZ: &str = "理解度チェック";

/// What a quotation begins with to be what the speaker of a slide says.
pub const SCRIPT_MARKS: [&str; 2] = ["台本：", "台本:"];

/// What a paragraph of a slide begins with to be its source.
pub const SOURCE_MARKS: [&str; 2] = ["出典：", "出典:"];

/// The last parts of the addresses of the deck and of the questions, below the document's own page.
const SLIDES: &str = "slides";
const CHECK: &str = "check";

/// The page that shows a part of a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sheet {
    /// The page of the document.
    Own,
    /// The deck.
    Slides,
    /// The questions.
    Check,
}

/// The text of a lesson.
#[derive(Clone, Copy, Debug)]
pub struct Parting<'a> {
    body: &'a Body,
}

impl Document {
    /// How its text is parted, where its kind can be learnt from.
    pub fn parting(&self) -> Option<Parting<'_>> {
        Parting::of(self.kind, &self.body)
    }
}

impl Site {
    /// The page of a part of a lesson for readers in `place`: the deck and the questions are only in the document's own place.
    pub fn sheet_address(&self, document: &Document, place: Place, sheet: Sheet) -> Address {
        match sheet {
            Sheet::Own => self.document_address(document, self.nearest_place(document, place)),
            Sheet::Slides => self.own_address(document).child(SLIDES),
            Sheet::Check => self.own_address(document).child(CHECK),
        }
    }

    /// The pages of a document: its own, and those of the parts of a lesson.
    pub fn sheets(&self, document: &Document) -> Vec<Address> {
        let parts = [SLIDES, CHECK];
        let parts = parts.into_iter();
        let parts = parts.filter_map(|part| self.sheet_named(document, part));
        std::iter::once(self.own_address(document))
            .chain(parts)
            .collect()
    }

    /// The page of a part of a lesson by the last part of its address; `None` where the document has no such part.
    pub fn sheet_named(&self, document: &Document, name: &str) -> Option<Address> {
        let parting = document.parting()?;
        let sheet = match name {
            SLIDES => parting.slides().next().map(|_| Sheet::Slides),
            CHECK => parting.quiz().map(|_| Sheet::Check),
            _ => None,
        };
        Some(self.sheet_address(document, document.place, sheet?))
    }
}

impl<'a> Parting<'a> {
    pub fn of(kind: Kind, body: &'a Body) -> Option<Self> {
        kind.has(Facet::Lesson).then_some(Self { body })
    }

    pub fn is_deck(self) -> bool {
        !self.body.breaks.is_empty()
    }

    /// The numbers of the parts that are slides, in their order.
    pub fn slides(self) -> impl Iterator<Item = usize> + use<'a> {
        let parts = 1..=self.body.breaks.len();
        parts.filter(move |part| self.part_sheet(*part) == Sheet::Slides)
    }

    /// The first heading of a part that follows a break, unless it stands in another block.
    pub fn title(self, part: usize) -> Option<&'a Heading> {
        let headings = &self.body.headings;
        let start = self.body.breaks.get(part.checked_sub(1)?)?.start;
        // Headings are in the order of the source.
        let first = headings.partition_point(|heading| heading.span.start < start);
        let first = headings.get(first)?;
        (first.is_top && self.body.part_of(first.span) == part).then_some(first)
    }

    /// The heading of the questions.
    pub fn quiz(self) -> Option<&'a Heading> {
        let mut tops = self.tops();
        match self.is_deck() {
            true => (1..=self.body.breaks.len())
                .filter_map(|part| self.title(part))
                .find(|title| is_quiz(title)),
            false => tops.find(|heading| is_quiz(heading)),
        }
    }

    /// The heading that follows the questions of a text without breaks.
    pub fn after_quiz(self) -> Option<&'a Heading> {
        let quiz = self.quiz()?;
        let mut later = self
            .tops()
            .filter(|heading| heading.span.start > quiz.span.start);
        later.find(|heading| heading.level <= quiz.level)
    }

    /// How many questions there are.
    pub fn questions(self) -> usize {
        let sheets = self.sheets();
        let passages = self.body.passages.iter();
        let terms = passages.filter(|passage| passage.role == Role::Term);
        let parts = terms.filter_map(|passage| passage.parts.first());
        parts
            .filter(|part| sheets(part.span) == Sheet::Check)
            .count()
    }

    /// Tells for every place of the text the page that shows it.
    pub fn sheets(self) -> impl Fn(Span) -> Sheet + use<'a> {
        let end = self.after_quiz().map(|heading| heading.span.start);
        let section = self.quiz().filter(|_| !self.is_deck());
        let section = section.map(|quiz| quiz.span.start..end.unwrap_or(u32::MAX));
        move |span: Span| match &section {
            _ if self.is_deck() => self.part_sheet(self.body.part_of(span)),
            Some(section) if section.contains(&span.start) => Sheet::Check,
            _ => Sheet::Own,
        }
    }

    /// The page with the heading of this id; `None` where no heading has it.
    pub fn sheet_of(self, id: &str) -> Option<Sheet> {
        let mut headings = self.body.headings.iter();
        let heading = headings.find(|heading| *heading.id == *id)?;
        Some(self.sheets()(heading.span))
    }

    /// The page that shows a part.
    pub fn part_sheet(self, part: usize) -> Sheet {
        match self.title(part) {
            _ if part == 0 => Sheet::Own,
            Some(title) if is_quiz(title) => Sheet::Check,
            _ => Sheet::Slides,
        }
    }

    fn tops(self) -> impl Iterator<Item = &'a Heading> {
        self.body.headings.iter().filter(|heading| heading.is_top)
    }
}

fn is_quiz(heading: &Heading) -> bool {
    heading.text.trim() == QUIZ
}
