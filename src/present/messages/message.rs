//! `message.txt`: an announcement for mail and LINE. A line a fact, with the labels and the house style of the page; no greeting.
//!
//! Lines end in CR and LF, which every editor of Windows takes for one; each counts as two characters.

use crate::model::document::Document;
use crate::model::facet::State;
use crate::model::field::{Facet, Field};
use crate::model::site::Site;
use crate::model::ward::Contact;
use crate::present::messages::fit::{Item, fit, sentences};
use crate::present::messages::{BYTE_ORDER_MARK, MESSAGE_LIMIT, address, least};
use crate::present::{facts, wording};

const LINE: &str = "\r\n";
const PARAGRAPH: &str = "\r\n\r\n";

/// What can be shortened, the first first: who stands behind it, then what makes coming easier, then what it is about, then how to come.
const ORDER: &[Field] = &[
    Field::Supporters,
    Field::CoOrganizers,
    Field::Organizer,
    Field::Agenda,
    Field::Access,
    Field::Speakers,
    Field::Belongings,
    Field::Support,
    Field::Doors,
    Field::ApplyTo,
    Field::Summary,
    Field::Capacity,
    Field::ApplyOpens,
    Field::ApplyUrl,
    Field::StateNote,
    Field::Audience,
    Field::Fee,
    Field::Excluded,
    Field::ApplyBy,
    Field::Application,
    Field::ApplyDeadline,
    Field::Online,
    Field::Contact,
    Field::VenueAddress,
    Field::Schedule,
];

/// The facts in the order of the text.
const FACTS: &[Field] = &[
    Field::Excluded,
    Field::Doors,
    Field::Venue,
    Field::Access,
    Field::Online,
    Field::Host,
    Field::Audience,
    Field::Capacity,
    Field::Fee,
    Field::Application,
    Field::ApplyBy,
    Field::ApplyTo,
    Field::ApplyUrl,
    Field::ApplyOpens,
    Field::ApplyDeadline,
    Field::Speakers,
    Field::Belongings,
    Field::Support,
    Field::Agenda,
    Field::Organizer,
    Field::CoOrganizers,
    Field::Supporters,
];

pub fn message(site: &Site, document: &Document) -> String {
    let title = wording::marked_title(document);
    let url = address(site, document);
    let limit = MESSAGE_LIMIT - 1;
    let mut items = vec![Item::firm("", title.clone())];
    items.extend(words(document));
    items.push(schedule(site, document));
    items.extend(
        FACTS
            .iter()
            .filter_map(|field| fact(site, document, *field)),
    );
    items.push(contact(site, document));
    items.push(Item::firm(LINE, url.clone()));
    let text = fit(&items, limit)
        .unwrap_or_else(|| least(document, format!("{title}{LINE}{url}"), &url, limit));
    format!("{BYTE_ORDER_MARK}{text}")
}

/// Why it is as it is, and what it is about.
fn words(document: &Document) -> Vec<Item> {
    let facets = &document.facets;
    let mut items = Vec::new();
    if let (Some(_), Some(note)) = (document.state(), &facets.state_note) {
        items.push(Item::loose(
            LINE,
            rank(Field::StateNote),
            note.value.to_string(),
        ));
    }
    let summary = facets.summary.as_ref().filter(|_| is_on(document));
    items.extend(summary.map(|summary| {
        let shorter = sentences(summary.value.as_str(), MESSAGE_LIMIT);
        Item::elastic(PARAGRAPH, rank(Field::Summary), shorter)
    }));
    items
}

/// Every line of 日時, or how many there are and the first.
fn schedule(site: &Site, document: &Document) -> Item {
    let label = Field::Schedule.label();
    let lines =
        facts::fact(site, document, Field::Schedule).map_or_else(Vec::new, |fact| fact.lines);
    let rank = rank(Field::Schedule);
    match lines.as_slice() {
        [] => Item::firm(PARAGRAPH, format!("{label}：{}", wording::UNDECIDED)),
        [one] => {
            let whole = format!("{label}：{}", facts::in_one_line(one));
            let bare = format!("{label}：{}", one.text);
            Item::elastic(PARAGRAPH, rank, vec![whole, bare])
        }
        several => {
            let all: String = several
                .iter()
                .map(|line| format!("{LINE}{}", facts::in_one_line(line)))
                .collect();
            let first = document.occurrences.first().map_or(0, |time| time.session);
            let first = several.get(first).map_or("", |line| line.text.as_str());
            let count = several.len();
            let short = format!("{label}：全{count}回（最初は{first}）");
            Item::elastic(PARAGRAPH, rank, vec![format!("{label}：{all}"), short])
        }
    }
}

fn fact(site: &Site, document: &Document, field: Field) -> Option<Item> {
    if !is_told(document, field) {
        return None;
    }
    if field == Field::Venue {
        return venue(document);
    }
    let fact = facts::fact(site, document, field)?;
    let words = facts::labelled(&fact);
    let facets = &document.facets;
    let is_firm = match field {
        Field::Host => true,
        Field::Online => facets.venue.is_none() && facets.venue_address.is_none(),
        _ => false,
    };
    Some(match is_firm {
        true => Item::firm(LINE, words),
        false => Item::loose(LINE, rank(field), words),
    })
}

/// With the address in brackets, as long as there is room.
fn venue(document: &Document) -> Option<Item> {
    let label = Field::Venue.label();
    let place = wording::place(document.facets.venue.as_ref(), document);
    let words: Vec<String> = place
        .into_iter()
        .map(|place| format!("{label}：{place}"))
        .collect();
    (!words.is_empty()).then(|| Item::elastic(LINE, rank(Field::VenueAddress), words))
}

/// All ways to ask, or the first.
fn contact(site: &Site, document: &Document) -> Item {
    let contact = site.contact(document, document.place);
    let words = [
        wording::contact_line(contact),
        wording::contact_line(&shortest(contact)),
    ];
    let words = words.map(|words| format!("{}：{words}", Field::Contact.label()));
    Item::elastic(PARAGRAPH, rank(Field::Contact), words.into())
}

/// With the one way to ask that most people take: telephone, else fax, else mail.
pub fn shortest(contact: &Contact) -> Contact {
    let fax = contact.fax.clone().filter(|_| contact.phone.is_none());
    let email = contact.email.clone();
    Contact {
        email: email.filter(|_| contact.phone.is_none() && fax.is_none()),
        fax,
        ..contact.clone()
    }
}

/// What can still be done or known.
fn is_told(document: &Document, field: Field) -> bool {
    let is_place = matches!(field, Field::Venue | Field::Online | Field::Host);
    let is_of_applying = field.facet() == Facet::Application;
    is_place || (is_on(document) && !(is_of_applying && document.state().is_some()))
}

fn is_on(document: &Document) -> bool {
    document.state() != Some(State::Cancelled)
}

fn rank(field: Field) -> usize {
    let place = ORDER.iter().position(|other| *other == field);
    place.unwrap_or(usize::MAX)
}
