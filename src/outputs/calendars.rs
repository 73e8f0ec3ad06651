//! iCalendar files (RFC 5545, RFC 7986): everything, every ward, every kind of either, and each event for itself.
//!
//! Invariant: the bytes depend on the manuscripts and not on the day, as long as the same documents are public.
//! Invariant: a happening is one VEVENT with one UID in whichever files it stands; what is cancelled or postponed stays in them.

mod event;
mod ical;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::model::address::{Address, OutputPath};
use crate::model::document::DocumentIndex;
use crate::model::field::Facet;
use crate::model::site::{ListKey, Site};
use crate::model::ward::Place;
use crate::outputs::frame::{Frame, calendar_title};
use crate::outputs::{Fingerprint, Job, Make};

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let site = &frame.site;
    let documents = scheduled(site);
    let known = documents
        .par_iter()
        .map(|index| (*index, Events::of(frame, *index)));
    let known: Arc<BTreeMap<DocumentIndex, Events>> = Arc::new(known.collect());
    let own = documents.into_iter().map(|index| {
        let document = site.document(index);
        let address = site.event_file(document);
        Calendar {
            title: None,
            address,
            documents: vec![index],
        }
    });
    let shared = site.places().flat_map(|place| of_place(site, place));
    let calendars: Vec<Calendar> = own.chain(shared).collect();
    calendars
        .into_par_iter()
        .map(|calendar| job(frame, &known, calendar))
        .collect()
}

/// One file.
struct Calendar {
    /// What it is called where a reader subscribes to it; `None` for a single event.
    title: Option<String>,
    address: Address,
    /// In the order of their manuscripts, whatever day it is.
    documents: Vec<DocumentIndex>,
}

/// The public documents whose day is known.
fn scheduled(site: &Site) -> Vec<DocumentIndex> {
    let is_public = |index: &DocumentIndex| site.document(*index).public;
    let has_day = |index: &DocumentIndex| !site.document(*index).occurrences.is_empty();
    site.documents()
        .map(|(index, _)| index)
        .filter(|index| is_public(index) && has_day(index))
        .collect()
}

/// The calendar of a place, and one of each kind that takes place there.
fn of_place(site: &Site, place: Place) -> Vec<Calendar> {
    let kinds = place.kinds().filter(|kind| kind.has(Facet::Schedule));
    let mut all = Vec::new();
    let mut calendars = Vec::new();
    for kind in kinds {
        let list = site.list(ListKey::at(place, kind)).iter().copied();
        let mut documents: Vec<_> = list
            .filter(|index| !site.document(*index).occurrences.is_empty())
            .collect();
        documents.sort_unstable();
        all.extend(documents.iter().copied());
        calendars.push(Calendar {
            title: Some(calendar_title(site, place, Some(kind))),
            address: site.calendar_file(place, Some(kind)),
            documents,
        });
    }
    all.sort_unstable();
    calendars.push(Calendar {
        title: Some(calendar_title(site, place, None)),
        address: site.calendar_file(place, None),
        documents: all,
    });
    calendars
}

/// The events of a document, which stand in five files and are written once.
struct Events {
    fingerprint: Fingerprint,
    text: OnceLock<Box<str>>,
}

impl Events {
    fn of(frame: &Frame, index: DocumentIndex) -> Self {
        Self {
            fingerprint: frame.fingerprint(frame.site.document(index)),
            text: OnceLock::new(),
        }
    }

    fn text(&self, site: &Site, index: DocumentIndex) -> &str {
        let write = || {
            let events = event::events(site, site.document(index));
            events.iter().map(ical::event).collect::<String>().into()
        };
        self.text.get_or_init(write)
    }
}

fn job(
    frame: &Arc<Frame>,
    known: &Arc<BTreeMap<DocumentIndex, Events>>,
    calendar: Calendar,
) -> (OutputPath, Job) {
    let mut hash = blake3::Hasher::new();
    hash.update(ical::calendar(&head(&frame.site, &calendar), []).as_bytes());
    for index in &calendar.documents {
        hash.update(&known[index].fingerprint);
    }
    let path = calendar.address.output();
    let (frame, known) = (Arc::clone(frame), Arc::clone(known));
    let bytes = move || {
        let documents = calendar.documents.iter();
        let events = documents.map(|index| known[index].text(&frame.site, *index));
        let file = ical::calendar(&head(&frame.site, &calendar), events);
        Ok(file.into_bytes())
    };
    let job = Job {
        fingerprint: *hash.finalize().as_bytes(),
        template: None,
        make: Make::Bytes(Box::new(bytes)),
    };
    (path, job)
}

fn head(site: &Site, calendar: &Calendar) -> ical::Head {
    let documents = calendar.documents.iter();
    ical::Head {
        title: calendar.title.clone(),
        publisher: site.settings.title.to_string(),
        url: site.absolute(&calendar.address),
        changed: documents
            .filter_map(|index| site.document(*index).changed())
            .max(),
    }
}
