//! The deck and the questions of every lesson, each a page of its own in the place the document belongs to.

use std::sync::Arc;

use rayon::prelude::*;

use crate::model::address::OutputPath;
use crate::model::document::{Document, DocumentIndex};
use crate::model::lesson::{QUIZ, Sheet};
use crate::model::paper::Paper;
use crate::outputs::Job;
use crate::outputs::frame::{Frame, Page, Title, job};
use crate::present::lesson;
use crate::present::wording::marked_title;
use crate::theme::view::lessons::{CheckPage, SlidesPage};

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let documents: Vec<(DocumentIndex, &Document)> = frame.site.documents().collect();
    let public = documents
        .into_par_iter()
        .filter(|(_, document)| document.public);
    public
        .flat_map_iter(|(index, document)| {
            let site = &frame.site;
            let address = |sheet| site.sheet_address(document, document.place, sheet);
            let has_slides = lesson::slides_link(site, document).is_some();
            let has_check = lesson::check_link(site, document).is_some();
            let slides = has_slides.then(|| {
                let address = address(Sheet::Slides);
                job(frame, document.place, &address, move |frame| {
                    slides(frame, index)
                })
            });
            let check = has_check.then(|| {
                let address = address(Sheet::Check);
                job(frame, document.place, &address, move |frame| {
                    check(frame, index)
                })
            });
            slides.into_iter().chain(check)
        })
        .collect()
}

fn slides(frame: &Frame, index: DocumentIndex) -> Page<SlidesPage> {
    let document = frame.site.document(index);
    let description = format!(
        "{}「{}」のスライドです。",
        document.kind.label, document.title
    );
    let page = SlidesPage {
        is_printed: frame.papers.of(index).next().is_some(),
        ..lesson::slides_page(&frame.site, document)
    };
    self::page(frame, document, Sheet::Slides, (description, page))
}

fn check(frame: &Frame, index: DocumentIndex) -> Page<CheckPage> {
    let document = frame.site.document(index);
    let description = format!(
        "{}「{}」の{QUIZ}です。",
        document.kind.label, document.title
    );
    let page = CheckPage {
        is_printed: frame.papers.of(index).any(|paper| paper == Paper::Check),
        ..lesson::check_page(&frame.site, document)
    };
    self::page(frame, document, Sheet::Check, (description, page))
}

fn page<P>(
    frame: &Frame,
    document: &Document,
    sheet: Sheet,
    (description, view): (String, P),
) -> Page<P> {
    let site = &frame.site;
    let place = document.place;
    let (template, name) = match sheet {
        Sheet::Own | Sheet::Slides => ("pages/slides.html", lesson::SLIDES),
        Sheet::Check => ("pages/check.html", QUIZ),
    };
    let own = site.own_address(document);
    let title = Title {
        title: &lesson::title(document, name),
        description: Some(description),
        canonical: site.sheet_address(document, place, sheet),
        noindex: document.is_hidden(),
        steps: vec![
            (
                document.kind.label.to_owned(),
                site.list_address(place, document.kind),
            ),
            (document.title.to_string(), own),
        ],
    };
    let mut page = frame.page_of_kind(template, (place, document.kind), title, view);
    page.head.name = format!("{}（{name}）", marked_title(document));
    page
}
