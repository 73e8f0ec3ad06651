//! What is printed of a lesson, from the same parts as the pages of its deck and its questions.

use crate::model::document::Document;
use crate::model::paper::Paper;
use crate::model::site::Site;
use crate::present::prose::blocks;
use crate::present::{lesson, teaching};
use crate::text::phrases::phrases;
use crate::theme::view::lessons::{QuestionView, SlideView};
use crate::theme::view::print::{PaperView, PrintedQuestion, PrintedSlide};

/// The file of the theme that draws it.
pub fn sheet(paper: Paper) -> &'static str {
    match paper {
        Paper::Slides => "slides",
        Paper::HandOut | Paper::Script => "handout",
        Paper::Check => "check",
        Paper::Record => "record",
    }
}

pub fn view(site: &Site, document: &Document, paper: Paper) -> PaperView {
    let origin = &site.settings.base_url.origin;
    let shows_slides = matches!(paper, Paper::Slides | Paper::HandOut | Paper::Script);
    let slides = match shows_slides {
        true => lesson::slides(site, document),
        false => Vec::new(),
    };
    let quiz = lesson::quiz(site, document).filter(|_| paper == Paper::Check);
    let (introduction, questions) = quiz.map_or_else(Default::default, |quiz| {
        (blocks(&quiz.introduction_html, origin), quiz.questions)
    });
    let teaching = &document.facets.teaching;
    let summary = document.facets.summary.as_ref();
    PaperView {
        title: document.title.to_string(),
        title_parts: phrases(document.title.as_str()),
        lead: summary.map(|summary| summary.value.to_string()),
        kind: paper.role().label().to_owned(),
        office: site.office_name(document.place).to_string(),
        edition: teaching
            .edition
            .as_ref()
            .map(|edition| edition.value.to_string()),
        licence: teaching::licence(site, document).map(|licence| licence.text),
        sample: document.facets.sample || site.settings.sample,
        old: document.newest.is_some(),
        goals: teaching
            .goals
            .iter()
            .map(|goal| goal.value.to_string())
            .collect(),
        is_script: paper == Paper::Script,
        slides: slides
            .iter()
            .map(|slide| self::slide(slide, origin))
            .collect(),
        introduction,
        questions: questions
            .iter()
            .map(|question| self::question(question, origin))
            .collect(),
    }
}

fn slide(slide: &SlideView, origin: &str) -> PrintedSlide {
    let part = |html: &Option<String>| blocks(html.as_deref().unwrap_or_default(), origin);
    PrintedSlide {
        title: slide.title.clone(),
        body: blocks(&slide.html, origin),
        source: part(&slide.source_html),
        notes: part(&slide.notes_html),
    }
}

fn question(question: &QuestionView, origin: &str) -> PrintedQuestion {
    PrintedQuestion {
        question: blocks(&question.question_html, origin),
        answer: blocks(&question.answer_html, origin),
    }
}
