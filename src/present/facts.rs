//! The event summary block: when, where, for whom, what it costs, how to apply.

use crate::model::document::Document;
use crate::model::facet::{Facets, Moment, Online, Words};
use crate::model::field::{Facet, Field};
use crate::model::site::Site;
use crate::model::ward::Place;
use crate::present::wording;
use crate::text::span::Spanned;
use crate::theme::view::{FactLine, FactView};

/// The rows of a document's summary block, in the order of `FIELDS`.
pub fn facts(site: &Site, document: &Document) -> Vec<FactView> {
    let facets = &document.facets;
    let mut facts = Vec::new();
    let mut add = |field: Field, lines: Vec<FactLine>| {
        if !lines.is_empty() {
            let (id, label) = (field.id().to_owned(), field.label().to_owned());
            facts.push(FactView { id, label, lines });
        }
    };
    add(Field::Schedule, sessions(facets));
    add(
        Field::Doors,
        facets
            .doors
            .iter()
            .map(|doors| text(doors.value.to_string()))
            .collect(),
    );
    add(Field::Venue, words(&facets.venue));
    add(Field::VenueAddress, words(&facets.venue_address));
    add(Field::Access, words(&facets.access));
    add(
        Field::Online,
        facets
            .online
            .iter()
            .map(|online| self::online(&online.value))
            .collect(),
    );
    add(Field::Host, words(&facets.host));
    add(Field::Audience, words(&facets.audience));
    add(
        Field::Capacity,
        facets
            .capacity
            .iter()
            .map(|capacity| text(capacity.value.text.to_string()))
            .collect(),
    );
    add(
        Field::Fee,
        facets
            .fee
            .iter()
            .map(|fee| text(fee.value.text.to_string()))
            .collect(),
    );
    application(facets, &mut add);
    add(
        Field::Speakers,
        facets
            .speakers
            .iter()
            .map(|speaker| with_note(&speaker.value.name, speaker.value.role.as_ref()))
            .collect(),
    );
    add(Field::Programme, words(&facets.programme));
    add(Field::Belongings, words(&facets.belongings));
    add(Field::Support, words(&facets.support));
    add(Field::Agenda, words(&facets.agenda));
    add(
        Field::Attendance,
        facets
            .attendance
            .iter()
            .map(|line| text(line.value.text.to_string()))
            .collect(),
    );
    add(Field::Organizer, organizer(site, document));
    add(Field::CoOrganizers, words(&facets.co_organizers));
    add(Field::Supporters, words(&facets.supporters));
    add(Field::Edition, words(&facets.edition));
    facts
}

fn application(facets: &Facets, add: &mut impl FnMut(Field, Vec<FactLine>)) {
    let application = &facets.application;
    add(
        Field::Application,
        application
            .need
            .iter()
            .map(|need| text(need.value.text.to_string()))
            .collect(),
    );
    add(Field::ApplyBy, words(&application.by));
    add(Field::ApplyTo, words(&application.to));
    add(
        Field::ApplyUrl,
        application
            .url
            .iter()
            .map(|url| link(url.value.as_str()))
            .collect(),
    );
    add(Field::ApplyOpens, moments(&application.opens, "から"));
    add(Field::ApplyDeadline, moments(&application.deadline, "まで"));
}

fn moments(moment: &Option<Spanned<Moment>>, suffix: &str) -> Vec<FactLine> {
    let line = |moment: &Spanned<Moment>| FactLine {
        datetime: Some(wording::moment_datetime(moment.value)),
        ..text(format!("{}{suffix}", wording::moment(moment.value)))
    };
    moment.iter().map(line).collect()
}

fn sessions(facets: &Facets) -> Vec<FactLine> {
    let line = |session: &crate::model::facet::Session| FactLine {
        label: session.label.as_ref().map(ToString::to_string),
        text: wording::when(session.when),
        href: None,
        datetime: wording::datetime(session.when),
        note: session.note.as_ref().map(ToString::to_string),
    };
    facets.sessions.iter().map(line).collect()
}

/// What takes place is organised by somebody; where the manuscript names nobody it is the office.
fn organizer(site: &Site, document: &Document) -> Vec<FactLine> {
    if document.facets.organizer.is_none()
        && document.kind.has(Facet::Organizer)
        && document.kind.has(Facet::Schedule)
    {
        let office = match document.place {
            Place::City => &site.settings.municipality.office,
            Place::Ward(ward) => &site.ward(ward).office,
        };
        return vec![text(office.to_string())];
    }
    words(&document.facets.organizer)
}

fn online(online: &Online) -> FactLine {
    match online {
        Online::Text(words) => text(words.to_string()),
        Online::Url(url) => link(url.as_str()),
    }
}

fn words<'a>(words: impl IntoIterator<Item = &'a Words>) -> Vec<FactLine> {
    words
        .into_iter()
        .map(|word| text(word.value.to_string()))
        .collect()
}

fn with_note(
    name: &crate::model::names::Text,
    note: Option<&crate::model::names::Text>,
) -> FactLine {
    FactLine {
        note: note.map(ToString::to_string),
        ..text(name.to_string())
    }
}

fn link(url: &str) -> FactLine {
    FactLine {
        href: Some(url.to_owned()),
        ..text(url.to_owned())
    }
}

fn text(text: String) -> FactLine {
    FactLine {
        label: None,
        text,
        href: None,
        datetime: None,
        note: None,
    }
}
