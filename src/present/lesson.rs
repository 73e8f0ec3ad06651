//! What the text of a lesson is parted into: the introduction, the slides with what is said to them, and the questions.
//!
//! Invariant: works on the HTML of `parse::markdown`, whose elements are balanced and whose attributes stand between double quotes;
//! elements are taken out whole, so what is left is balanced too.

mod elements;

use crate::model::body::{Heading, Piece, has_ruby, has_terms};
use crate::model::document::Document;
use crate::model::lesson::{Parting, QUIZ, SCRIPT_MARKS, SOURCE_MARKS, Sheet};
use crate::model::site::Site;
use crate::model::ward::Place;
use crate::present::document::{Reader, pieces_html};
use crate::present::wording;
use crate::theme::view::lessons::{
    CheckPage, LessonView, QuestionView, QuizView, SheetLink, SlideView, SlidesPage,
};
use crate::theme::view::{ContentsView, LinkView, ReferenceView};

use elements::{element, heading_tag};

/// What decks are called wherever pages lead to them.
pub const SLIDES: &str = "スライド";

/// `人生会議（ACP）入門 スライド`, `【旧版】人生会議（ACP）入門 スライド`: the title of a page with a part of a lesson.
pub fn title(document: &Document, name: &str) -> String {
    format!("{}{} {name}", wording::old_mark(document), document.title)
}

/// The page of the deck.
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
        lesson: only(None, check_link(site, document)),
        references: references(document),
        contact: wording::contact(site.contact(document, document.place)),
        has_ruby,
        has_terms,
    }
}

/// The page of the questions.
pub fn check_page(site: &Site, document: &Document) -> CheckPage {
    let (has_ruby, has_terms) = marks(document, Sheet::Check);
    CheckPage {
        kind_label: document.kind.label.to_owned(),
        title: title(document, QUIZ),
        sample: document.facets.sample,
        document: own_link(site, document),
        quiz: quiz(site, document),
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
            let [before, _, after] = section(&whole, quiz, parting.after_quiz());
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
        Some(slide(&html, parting.title(part)?))
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
    let [_, html, _] = section(&html, heading, parting.after_quiz());
    let (_, html) = without_heading(html, heading);
    let mut questions = Vec::new();
    let introduction_html = taken(&html, "<dl>", "dl", |list| pairs(list, &mut questions));
    Some(QuizView {
        introduction_html: introduction_html.trim().to_owned(),
        questions,
    })
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

fn slide(html: &str, title: &Heading) -> SlideView {
    let (title_html, html) = without_heading(html, title);
    let (mut said, mut sources) = (String::new(), String::new());
    let script = "<blockquote class=\"k-script\">";
    let mut html = taken(&html, script, "blockquote", |words| {
        said.push_str(&spoken(words));
    });
    for mark in SOURCE_MARKS {
        html = taken(&html, &format!("<p>{mark}"), "p", |words| {
            sources.push_str(&format!("<p>{mark}{words}</p>\n"));
        });
    }
    let filled = |html: String| Some(html.trim().to_owned()).filter(|html| !html.is_empty());
    SlideView {
        id: title.id.to_string(),
        title: title.text.to_string(),
        title_html,
        html: html.trim().to_owned(),
        source_html: filled(sources),
        notes_html: filled(said),
    }
}

/// What is said, without the mark that says so.
fn spoken(said: &str) -> String {
    let said = said.trim_start();
    let words = said.strip_prefix("<p>").unwrap_or(said);
    let mut marks = SCRIPT_MARKS.iter();
    match marks.find_map(|mark| words.strip_prefix(mark)) {
        Some(words) => format!("<p>{}", words.trim_start()),
        // A word of the glossary took the mark apart.
        None => said.to_owned(),
    }
}

/// The words of the heading, and the HTML without it.
fn without_heading(html: &str, heading: &Heading) -> (String, String) {
    let (open, name) = heading_tag(heading);
    match element(html, &open, name) {
        Some(found) => (
            found.inner.to_owned(),
            format!("{}{}", found.before, found.after),
        ),
        None => (heading.text.to_string(), html.to_owned()),
    }
}

/// What stands before the section of a heading, in it and behind it, where the next heading or the notes of the text begin.
fn section<'a>(html: &'a str, heading: &Heading, next: Option<&Heading>) -> [&'a str; 3] {
    let (before, rest) = split(html, &heading_tag(heading).0);
    let notes = "<section class=\"k-footnotes\"";
    let next = next.map(|next| heading_tag(next).0);
    let (inside, after) = split(rest, next.as_deref().unwrap_or(notes));
    [before, inside, after]
}

/// The HTML before the first `mark`, and the rest from it.
fn split<'a>(html: &'a str, mark: &str) -> (&'a str, &'a str) {
    html.split_at(html.find(mark).unwrap_or(html.len()))
}

/// The HTML without the elements that begin with the tag `open`, whose insides go to `take`.
fn taken(html: &str, open: &str, name: &str, mut take: impl FnMut(&str)) -> String {
    let (mut left, mut rest) = (String::new(), html);
    while let Some(found) = element(rest, open, name) {
        left.push_str(found.before);
        take(found.inner);
        rest = found.after;
    }
    left.push_str(rest);
    left
}

/// The terms and descriptions of a list.
fn pairs(list: &str, questions: &mut Vec<QuestionView>) {
    let mut rest = list;
    loop {
        let term = element(rest, "<dt>", "dt");
        let description = element(rest, "<dd>", "dd");
        let is_first = |before: &str| {
            let other = description.as_ref().map(|found| found.before.len());
            other.is_none_or(|other| before.len() < other)
        };
        match (term, &description) {
            (Some(term), _) if is_first(term.before) => {
                questions.push(QuestionView {
                    question_html: term.inner.to_owned(),
                    answer_html: String::new(),
                });
                rest = term.after;
            }
            (_, Some(description)) => {
                if let Some(last) = questions.last_mut() {
                    last.answer_html.push_str(description.inner);
                }
                rest = description.after;
            }
            (_, None) => return,
        }
    }
}
