//! What the text of a lesson is parted into: the introduction, the slides with what is said to them, and the questions.
//!
//! Invariant: every word of the text is on exactly one of its pages.

mod cut;
mod elements;

use crate::model::body::{Piece, has_ruby, has_terms};
use crate::model::document::Document;
use crate::model::lesson::{Parting, QUIZ, Sheet};
use crate::model::site::Site;
use crate::model::ward::Place;
use crate::present::document::{Reader, pieces_html};
use crate::present::wording;
use crate::theme::view::lessons::{
    CheckPage, LessonView, QuizView, SheetLink, SlideView, SlidesPage,
};
use crate::theme::view::{ContentsView, LinkView, ReferenceView};

/// What decks are called wherever pages lead to them.
pub const SLIDES: &str = "スライド";

/// `人生会議（ACP）入門 スライド`, `【旧版】人生会議（ACP）入門 スライド`: the title of a page with a part of a lesson.
pub fn title(document: &Document, name: &str) -> String {
    format!("{}{} {name}", wording::old_mark(document), document.title)
}

/// The page of the deck, of a document without files to print.
pub fn slides_page(site: &Site, document: &Document) -> SlidesPage {
    let (has_ruby, has_terms) = marks(document, Sheet::Slides);
    let edition = document.facets.teaching.edition.as_ref();
    let slides = slides(site, document);
    let entry = |slide: &SlideView| ContentsView {
        id: slide.id.clone(),
        text: slide.title.clone(),
        children: Vec::new(),
    };
    SlidesPage {
        kind_label: document.kind.label.to_owned(),
        title: title(document, SLIDES),
        sample: document.facets.sample,
        edition: edition.map(|edition| edition.value.to_string()),
        document: own_link(site, document),
        contents: slides.iter().map(entry).collect(),
        has_notes: slides.iter().any(|slide| slide.notes_html.is_some()),
        slides,
        is_printed: false,
        lesson: only(None, check_link(site, document)),
        references: references(document),
        contact: wording::contact(site.contact(document, document.place)),
        has_ruby,
        has_terms,
    }
}

/// The page of the questions, of a document without files to print.
pub fn check_page(site: &Site, document: &Document) -> CheckPage {
    let (has_ruby, has_terms) = marks(document, Sheet::Check);
    CheckPage {
        kind_label: document.kind.label.to_owned(),
        title: title(document, QUIZ),
        sample: document.facets.sample,
        document: own_link(site, document),
        quiz: quiz(site, document),
        is_printed: false,
        lesson: only(slides_link(site, document), None),
        references: references(document),
        contact: wording::contact(site.contact(document, document.place)),
        has_ruby,
        has_terms,
    }
}

fn own_link(site: &Site, document: &Document) -> LinkView {
    LinkView {
        label: document.title.to_string(),
        href: site.href(&site.own_address(document)),
    }
}

fn references(document: &Document) -> Vec<ReferenceView> {
    let references = document.facets.references.iter();
    let references = references.map(|reference| super::document::reference(&reference.value));
    references.collect()
}

/// The ways to the deck and to the questions; `None` for what has neither.
pub fn links(site: &Site, document: &Document) -> Option<LessonView> {
    only(slides_link(site, document), check_link(site, document))
}

fn only(slides: Option<SheetLink>, check: Option<SheetLink>) -> Option<LessonView> {
    (slides.is_some() || check.is_some()).then_some(LessonView { slides, check })
}

pub fn slides_link(site: &Site, document: &Document) -> Option<SheetLink> {
    let count = document.parting()?.slides().count();
    (count > 0).then(|| link(site, document, Sheet::Slides, count))
}

pub fn check_link(site: &Site, document: &Document) -> Option<SheetLink> {
    let parting = document.parting()?;
    parting.quiz()?;
    Some(link(site, document, Sheet::Check, parting.questions()))
}

fn link(site: &Site, document: &Document, sheet: Sheet, count: usize) -> SheetLink {
    SheetLink {
        href: site.href(&site.sheet_address(document, document.place, sheet)),
        count,
    }
}

/// The text of the document's own page for readers in `place`: of a lesson, all but its slides and its questions.
pub fn own_html(site: &Site, document: &Document, place: Place) -> String {
    let html = |pieces: &[Piece]| sheet_html(site, document, pieces, (place, Sheet::Own));
    let Some(parting) = document.parting() else {
        return html(&document.body.pieces);
    };
    let whole = html(own_pieces(document));
    match parting.quiz().filter(|_| !parting.is_deck()) {
        Some(quiz) => {
            let [before, _, after] = cut::section(&whole, quiz, parting.after_quiz());
            format!("{before}{after}")
        }
        None => whole,
    }
}

/// The pieces of which the document's own page is made.
pub fn own_pieces(document: &Document) -> &[Piece] {
    let is_deck = document.parting().is_some_and(Parting::is_deck);
    let first = document.body.parts().next().filter(|_| is_deck);
    first.unwrap_or(&document.body.pieces)
}

/// Whether any of the words that a page shows has a reading, and whether any leads to its explanation.
pub fn marks(document: &Document, sheet: Sheet) -> (bool, bool) {
    let Some(parting) = document.parting().filter(|parting| parting.is_deck()) else {
        return (document.body.has_ruby(), document.body.has_terms());
    };
    let parts = document.body.parts().enumerate();
    let shown = parts.filter(|(part, _)| parting.part_sheet(*part) == sheet);
    shown.fold((false, false), |(ruby, terms), (_, pieces)| {
        (ruby || has_ruby(pieces), terms || has_terms(pieces))
    })
}

/// The slides of a deck; none where the text is not parted.
pub fn slides(site: &Site, document: &Document) -> Vec<SlideView> {
    let Some(parting) = document.parting() else {
        return Vec::new();
    };
    let parts: Vec<&[Piece]> = document.body.parts().collect();
    let slides = parting.slides().filter_map(|part| {
        let pieces = parts.get(part)?;
        let html = sheet_html(site, document, pieces, (document.place, Sheet::Slides));
        Some(cut::slide(&html, parting.title(part)?))
    });
    slides.collect()
}

/// The questions of a lesson, where it has any.
pub fn quiz(site: &Site, document: &Document) -> Option<QuizView> {
    let parting = document.parting()?;
    let heading = parting.quiz()?;
    let pieces = match parting.is_deck() {
        true => {
            let part = document.body.part_of(heading.span);
            document.body.parts().nth(part)?
        }
        false => &document.body.pieces,
    };
    let html = sheet_html(site, document, pieces, (document.place, Sheet::Check));
    let [_, html, _] = cut::section(&html, heading, parting.after_quiz());
    Some(cut::quiz(html, heading))
}

fn sheet_html(
    site: &Site,
    document: &Document,
    pieces: &[Piece],
    (place, sheet): (Place, Sheet),
) -> String {
    let reader = Reader {
        document: Some(document),
        place,
        sheet,
    };
    pieces_html(site, pieces, &document.targets, reader)
}
