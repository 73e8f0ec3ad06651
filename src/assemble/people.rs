//! Names in front matter that mean something of the site: topics, contacts, wards.

use crate::diag::{Diagnostic, Where};
use crate::model::facet::{Facets, WardChoice, Words};
use crate::model::names::Text;
use crate::model::settings::Settings;
use crate::model::ward::{Contact, Place, Ward, WardIndex};
use crate::text::japanese::is_same_name;
use crate::text::nearest::nearest;
use crate::text::span::{Location, SourceId, Span};

/// What names can mean.
pub struct Names<'a> {
    pub settings: &'a Settings,
    pub wards: &'a [Ward],
}

impl<'a> Names<'a> {
    pub fn new(settings: &'a Settings, wards: &'a [Ward]) -> Self {
        Self { settings, wards }
    }

    fn contacts(&self, place: Place) -> &'a [Contact] {
        match place {
            Place::City => &self.settings.contacts,
            Place::Ward(ward) => &self.wards[usize::from(ward.0)].contacts,
        }
    }
}

/// The topics a document names, as ascending indices.
pub fn topics(
    facets: &Facets,
    source: SourceId,
    names: &Names<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<usize> {
    let known = &names.settings.topics;
    let mut topics = Vec::new();
    for word in &facets.topics {
        let name = word.value.as_str();
        match known.iter().position(|topic| {
            is_same_name(topic.name.as_str(), name) || is_same_name(topic.id.as_str(), name)
        }) {
            Some(topic) => topics.push(topic),
            None => {
                let known: Vec<&str> = known.iter().map(|topic| topic.name.as_str()).collect();
                let title = format!("「{name}」という分野はありません");
                diagnostics.push(unknown("topic-unknown", (source, word), title, &known));
            }
        }
    }
    topics.sort_unstable();
    topics.dedup();
    topics
}

/// Whom a document names to ask: a contact of its place, completed and corrected by the numbers written with it.
pub fn contact(
    facets: &Facets,
    source: SourceId,
    place: Place,
    names: &Names<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Contact> {
    let line = &facets.contact;
    let has_number = line.phone.is_some() || line.fax.is_some() || line.email.is_some();
    let contacts = names.contacts(place);
    let mut contact = match &line.name {
        None if has_number => contacts.first()?.clone(),
        None => return None,
        Some(name) => match contacts
            .iter()
            .find(|contact| is_same_name(contact.name.as_str(), name.value.as_str()))
        {
            Some(contact) => contact.clone(),
            None if has_number => bare(name.value.clone()),
            None => {
                let all: Vec<&str> = contacts
                    .iter()
                    .map(|contact| contact.name.as_str())
                    .collect();
                let title = format!("「{}」という問い合わせ先は、設定にありません", name.value);
                diagnostics.push(unknown("contact-unknown", (source, name), title, &all));
                return None;
            }
        },
    };
    let replace = |slot: &mut Option<_>, written: Option<_>| {
        if written.is_some() {
            *slot = written;
        }
    };
    replace(
        &mut contact.phone,
        line.phone.as_ref().map(|phone| phone.value.clone()),
    );
    replace(
        &mut contact.fax,
        line.fax.as_ref().map(|fax| fax.value.clone()),
    );
    if let Some(email) = &line.email {
        contact.email = Some(email.value.clone());
    }
    Some(contact)
}

fn bare(name: Text) -> Contact {
    Contact {
        name,
        phone: None,
        fax: None,
        email: None,
        hours: None,
        note: None,
    }
}

/// The wards that show a document of the city.
pub fn wards(
    facets: &Facets,
    source: SourceId,
    place: Place,
    names: &Names<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Place> {
    let all = (0..names.wards.len() as u16).map(|index| Place::Ward(WardIndex(index)));
    match (place, &facets.wards) {
        (Place::City, None | Some(WardChoice::All)) => all.collect(),
        (Place::City, Some(WardChoice::None)) | (Place::Ward(_), None) => Vec::new(),
        (Place::Ward(_), Some(choice)) => {
            let span = first_span(choice);
            let at = Where::Text(Location { source, span });
            let title = "「掲載する区」は、市の原稿だけに書けます";
            diagnostics.push(
                Diagnostic::error("field-not-here", at, title)
                    .help("この行を消してください。区の原稿は、その区だけに載ります。"),
            );
            Vec::new()
        }
        (Place::City, Some(WardChoice::Named(chosen))) => {
            let mut places: Vec<Place> = Vec::new();
            for word in chosen {
                places.extend(ward_named(word, source, names, diagnostics).map(Place::Ward));
            }
            places.sort_unstable();
            places.dedup();
            places
        }
    }
}

fn first_span(choice: &WardChoice) -> Span {
    match choice {
        WardChoice::All | WardChoice::None => Span::default(),
        WardChoice::Named(words) => words.first().map(|word| word.span).unwrap_or_default(),
    }
}

fn ward_named(
    word: &Words,
    source: SourceId,
    names: &Names<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<WardIndex> {
    let name = word.value.as_str();
    let is_it = |ward: &Ward| {
        is_same_name(ward.name.as_str(), name)
            || ward.id.as_str() == name
            || ward.name.as_str().trim_end_matches('区') == name
    };
    let found = names.wards.iter().position(is_it);
    if found.is_none() {
        let known: Vec<&str> = names.wards.iter().map(|ward| ward.name.as_str()).collect();
        let title = format!("「{name}」という区はありません");
        diagnostics.push(unknown("ward-unknown", (source, word), title, &known));
    }
    found
        .and_then(|index| u16::try_from(index).ok())
        .map(WardIndex)
}

/// A name in front matter that is none of the `known` ones.
fn unknown(
    code: &'static str,
    (source, word): (SourceId, &Words),
    title: String,
    known: &[&str],
) -> Diagnostic {
    let at = Location {
        source,
        span: word.span,
    };
    let diagnostic = Diagnostic::error(code, Where::Text(at), title);
    let written = word.value.as_str();
    let holds = |known: &&&str| written.contains(**known) || known.contains(written);
    let near = nearest(written, known.iter().copied());
    match near.or_else(|| known.iter().find(holds).copied()) {
        Some(known) => diagnostic
            .label(format!("「{known}」のことですか"))
            .help(format!("「{known}」と書いてください。"))
            .suggest(at, known),
        None => diagnostic.help(format!("使えるのは「{}」です。", known.join("」「"))),
    }
}
