//! Texts to send on, beside the page of everything that takes place: `message.txt` for mail and LINE, `koho.txt` for a ward's paper.

use std::sync::Arc;

use rayon::prelude::*;

use crate::model::address::{Address, OutputPath};
use crate::model::document::{Document, DocumentIndex};
use crate::model::site::Site;
use crate::outputs::frame::Frame;
use crate::outputs::{Fingerprint, Job, Make};
use crate::present::messages;

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let site = &frame.site;
    let documents: Vec<(DocumentIndex, &Document)> = site
        .documents()
        .filter(|(_, document)| messages::are_of(document))
        .collect();
    documents
        .into_par_iter()
        .flat_map_iter(|(index, document)| {
            [
                job(frame, index, site.message_file(document), messages::message),
                job(
                    frame,
                    index,
                    site.bulletin_file(document),
                    messages::bulletin,
                ),
            ]
        })
        .collect()
}

/// The text is short and quickly made, so it is made again when it is wanted rather than kept.
fn job(
    frame: &Arc<Frame>,
    index: DocumentIndex,
    address: Address,
    text: fn(&Site, &Document) -> String,
) -> (OutputPath, Job) {
    let fingerprint: Fingerprint =
        *blake3::hash(text(&frame.site, frame.site.document(index)).as_bytes()).as_bytes();
    let frame = Arc::clone(frame);
    let bytes = move || Ok(text(&frame.site, frame.site.document(index)).into_bytes());
    let job = Job {
        fingerprint,
        template: None,
        make: Make::Bytes(Box::new(bytes)),
    };
    (address.output(), job)
}
