//! A document as events: one for each line of 日時, with everything a calendar shows of it.

use crate::model::date::Date;
use crate::model::document::Document;
use crate::model::facet::{Online, Session, State, When};
use crate::model::field::Field;
use crate::model::position::Position;
use crate::model::series::Series;
use crate::model::site::Site;
use crate::present::{facts, wording};
use crate::theme::view::FactView;

/// One VEVENT before it is written.
pub struct Event {
    pub uid: String,
    pub summary: String,
    pub description: String,
    pub location: Option<String>,
    pub position: Option<Position>,
    /// Absolute.
    pub url: String,
    pub categories: Vec<String>,
    pub contact: String,
    pub state: Option<State>,
    pub published: Option<Date>,
    /// 更新日, else 掲載日.
    pub changed: Date,
    pub when: When,
    /// When it is repeated; `when` is then the first time.
    pub series: Option<Series>,
}

/// The events of a document; none for lines whose day is not known, and for what is repeated and never takes place.
pub fn events(site: &Site, document: &Document) -> Vec<Event> {
    let facts = told_facts(site, document);
    let sessions = document.facets.sessions.iter().enumerate();
    sessions
        .filter_map(|(number, session)| event(site, document, &facts, (number, session)))
        .collect()
}

fn event(
    site: &Site,
    document: &Document,
    told_facts: &[String],
    (number, session): (usize, &Session),
) -> Option<Event> {
    let facets = &document.facets;
    let mut times = document.occurrences.iter();
    let first = times.find(|time| time.session == number)?;
    let repeat = session.when.repeat();
    let series = repeat.map(|repeat| Series::new(site, facets, repeat, first.first));
    let contact = site.contact(document, document.place);
    Some(Event {
        uid: uid(site, document, number),
        summary: wording::with_label(&wording::marked_title(document), session),
        description: description(document, session, told_facts),
        location: location(document),
        position: facets.position.as_ref().map(|position| position.value),
        url: site.absolute(&site.own_address(document)),
        categories: categories(site, document),
        contact: wording::contact_line(contact),
        state: document.state(),
        published: document.published(),
        // A document whose day is known is a dated one, so it has been published on some day.
        changed: document.changed().unwrap_or(first.first),
        when: first.when,
        series,
    })
}

/// `kita.lectures.2026-11-01-acp@kairan.example.jp`: from the address, so that it outlives every change of the content (RFC 5545, section
/// 3.8.4.7). The second line of 日時 ends in `.2`; names have no dots, so no two documents share one.
fn uid(site: &Site, document: &Document, number: usize) -> String {
    let address = site.own_address(document);
    let path = address.as_str().trim_matches('/').replace('/', ".");
    let domain = site.settings.identity.domain();
    match number {
        0 => format!("{path}@{domain}"),
        number => format!("{path}.{}@{domain}", number + 1),
    }
}

/// What the page says of it, but for what a calendar shows by itself.
fn description(document: &Document, session: &Session, told_facts: &[String]) -> String {
    let mut lines = Vec::new();
    let note = document.facets.state_note.as_ref();
    lines.extend(note.map(|note| note.value.to_string()));
    let summary = document.facets.summary.as_ref();
    lines.extend(summary.map(|summary| summary.value.to_string()));
    lines.extend(session.note.as_ref().map(ToString::to_string));
    lines.extend(told_facts.iter().cloned());
    lines.join("\n")
}

/// The facts that a calendar tells, the same for every line of 日時.
fn told_facts(site: &Site, document: &Document) -> Vec<String> {
    let is_told = |fact: &FactView| ON_THE_DAY.iter().any(|field| field.id() == fact.id);
    let facts = facts::facts(site, document).into_iter();
    facts
        .filter(is_told)
        .map(|fact| facts::labelled(&fact))
        .collect()
}

/// What one must know to come. The rest stands on the page, whose address is with the event: a subscribed calendar is fetched again and
/// again, often over a telephone.
const ON_THE_DAY: &[Field] = &[
    Field::Doors,
    Field::Access,
    Field::Online,
    Field::Host,
    Field::Audience,
    Field::Fee,
    Field::Application,
    Field::ApplyBy,
    Field::ApplyUrl,
    Field::ApplyDeadline,
    Field::Belongings,
    Field::Support,
];

/// The place, that of whoever receives a visit, or the way to take part from elsewhere.
fn location(document: &Document) -> Option<String> {
    let facets = &document.facets;
    let venue = facets.venue.as_ref().or(facets.host.as_ref());
    let whole = wording::place(venue, document).into_iter().next();
    let online = || {
        Some(match &facets.online.as_ref()?.value {
            Online::Text(_) => Field::Online.label().to_owned(),
            Online::Url(url) => url.as_str().to_owned(),
        })
    };
    whole.or_else(online)
}

fn categories(site: &Site, document: &Document) -> Vec<String> {
    let topics = document.topics.iter();
    let mut categories = vec![
        site.place_name(document.place).to_owned(),
        document.kind.label.to_owned(),
    ];
    categories.extend(topics.map(|topic| site.topic(*topic).name.to_string()));
    categories
}
