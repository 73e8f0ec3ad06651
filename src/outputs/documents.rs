//! The page of every document, in every place that shows it.

use std::sync::Arc;

use rayon::prelude::*;

use crate::model::address::OutputPath;
use crate::model::document::{Document, DocumentIndex};
use crate::model::site::{ListKey, Site};
use crate::model::ward::Place;
use crate::outputs::Job;
use crate::outputs::frame::{Frame, Page, Title, job_in_two};
use crate::present::document::{Neighbours, neighbours, page};
use crate::present::teaching::{self, Printed};
use crate::present::wording::{self, marked_title};
use crate::present::{flyer, structured};
use crate::theme::view::DocumentPage;

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let site = &frame.site;
    let mut shown: Vec<(DocumentIndex, Place, Neighbours)> = Vec::new();
    for (key, list) in &site.lists {
        let ListKey::Of(place, _) = *key else {
            continue;
        };
        let with_neighbours = |(position, index): (usize, &DocumentIndex)| {
            (*index, place, neighbours(site, *key, position))
        };
        shown.extend(list.iter().enumerate().map(with_neighbours));
    }
    // Documents that have left the lists keep their pages.
    for (index, document) in site
        .documents()
        .filter(|(_, document)| document.public && document.has_left())
    {
        shown.extend(
            document
                .shown_in
                .iter()
                .map(|place| (index, *place, Neighbours::default())),
        );
    }
    shown
        .par_iter()
        .map(|(index, place, neighbours)| {
            let (index, place, neighbours) = (*index, *place, *neighbours);
            let address = site.document_address(site.document(index), place);
            let planned =
                move |frame: &Frame| view(frame, (index, place), neighbours, &frame.planned(index));
            let drawn = move |frame: &Frame| {
                let printed = frame.printed(index)?;
                Ok(view(frame, (index, place), neighbours, &printed))
            };
            job_in_two(frame, place, &address, (planned, drawn))
        })
        .collect()
}

/// What a search engine shows below the title: the summary, or at least what the page is and whose.
fn description(site: &Site, document: &Document) -> String {
    match &document.facets.summary {
        Some(summary) => summary.value.to_string(),
        None => format!(
            "{}（{}の{}）",
            document.title,
            site.place_name(document.place),
            document.kind.label
        ),
    }
}

fn view(
    frame: &Frame,
    (index, place): (DocumentIndex, Place),
    neighbours: Neighbours,
    printed: &[Printed],
) -> Page<DocumentPage> {
    let site = &frame.site;
    let document = site.document(index);
    let description = description(site, document);
    let things = structured::document(site, document, &description);
    let name = format!("{}{}", wording::old_mark(document), document.title);
    let title = Title {
        title: &name,
        description: Some(description),
        canonical: site.own_address(document),
        noindex: document.is_hidden(),
        steps: vec![(
            document.kind.label.to_owned(),
            site.list_address(place, document.kind),
        )],
    };
    let mut view = page(site, document, place, neighbours, frame.figures(index));
    view.files = teaching::files_view(site, document, printed);
    if frame.theme.printer().is_some() {
        view.flyer = flyer::link(site, document, place);
    }
    let mut page = frame.page_of_kind(document.kind.template, (place, document.kind), title, view);
    page.head.name = marked_title(document);
    page.head.is_article = true;
    page.things = things;
    page
}
