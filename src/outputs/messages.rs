//! Texts to send on, beside the page of everything that takes place: `message.txt` for mail and LINE, `koho.txt` for a ward's paper.

use std::sync::Arc;

use rayon::prelude::*;

use crate::model::address::{Address, OutputPath};
use crate::model::document::{Document, DocumentIndex};
use crate::model::site::{ListKey, Site};
use crate::model::ward::Place;
use crate::outputs::frame::{Frame, Page, Title, job};
use crate::outputs::{Job, Make};
use crate::present::{messages, wording};
use crate::theme::view::messages::{MessagesPage, MessagesView, PlaceMessages};

const TITLE: &str = "お知らせ用の文章";

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let site = &frame.site;
    let documents: Vec<(DocumentIndex, &Document)> = site
        .documents()
        .filter(|(_, document)| messages::are_of(document))
        .collect();
    let texts = documents
        .into_par_iter()
        .flat_map_iter(|(index, document)| {
            let message = site.message_file(document);
            let bulletin = site.bulletin_file(document);
            [
                text_job(frame, index, message, messages::message),
                text_job(frame, index, bulletin, messages::bulletin),
            ]
        });
    let mut all: Vec<_> = texts.collect();
    all.push(job(frame, Place::City, &address(), view));
    all
}

/// No page of residents leads to the texts; those who send them on find them here, where the program's other pages for them are.
fn address() -> Address {
    Address::page(&["docs", "messages"])
}

fn view(frame: &Frame) -> Page<MessagesPage> {
    let site = &frame.site;
    let title = Title {
        title: TITLE,
        description: Some(
            "お知らせを出す職員のための、メールや広報紙の文章の一覧です。".to_owned(),
        ),
        canonical: address(),
        noindex: true,
        steps: Vec::new(),
    };
    let page = MessagesPage {
        title: TITLE.to_owned(),
        limits: [messages::MESSAGE_LIMIT, messages::BULLETIN_LIMIT],
        places: site
            .places()
            .filter_map(|place| of_place(site, place))
            .collect(),
    };
    frame.page("pages/messages.html", Place::City, title, page)
}

/// What a place itself has ahead, as much as a list shows on a page; what has no day yet comes last.
fn of_place(site: &Site, place: Place) -> Option<PlaceMessages> {
    let lists = place
        .kinds()
        .map(|kind| site.list(ListKey::Of(place, kind)));
    let documents = lists.flatten().map(|index| site.document(*index));
    let mut ahead: Vec<&Document> = documents
        .filter(|document| document.place == place && messages::are_of(document))
        .filter(|document| !document.has_ended(site.today))
        .collect();
    ahead.sort_by_key(|document| {
        let day = document.next_day(site.today);
        (day.is_none(), day, document.kind, document.source)
    });
    let shown = ahead.iter().take(site.settings.per_page);
    let id = site.top_address(place).as_str().replace('/', "");
    (!ahead.is_empty()).then(|| PlaceMessages {
        id: format!("place-{id}"),
        name: site.place_name(place).to_owned(),
        documents: shown.map(|document| texts(site, document)).collect(),
    })
}

fn texts(site: &Site, document: &Document) -> MessagesView {
    MessagesView {
        title: wording::marked_title(document),
        href: site.href(&site.own_address(document)),
        day: wording::schedule_line(document, site.today, site.settings.style),
        message: site.href(&site.message_file(document)),
        bulletin: site.href(&site.bulletin_file(document)),
    }
}

/// The text is short and quickly made, so it is made again when it is wanted rather than kept.
fn text_job(
    frame: &Arc<Frame>,
    index: DocumentIndex,
    address: Address,
    text: fn(&Site, &Document) -> String,
) -> (OutputPath, Job) {
    let fingerprint = frame.fingerprint(frame.site.document(index));
    let frame = Arc::clone(frame);
    let bytes = move || Ok(text(&frame.site, frame.site.document(index)).into_bytes());
    let job = Job {
        fingerprint,
        template: None,
        make: Make::Bytes(Box::new(bytes)),
    };
    (address.output(), job)
}
