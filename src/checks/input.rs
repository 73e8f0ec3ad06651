//! What rules look at: the site, the characters of its sources, and what is worked out once for all rules.

use std::collections::BTreeMap;

use crate::diag::Where;
use crate::model::body::{Body, Link};
use crate::model::date::Date;
use crate::model::document::{Attachment, Document, Target};
use crate::model::facet::{Facets, Phone};
use crate::model::kind::Kind;
use crate::model::site::Site;
use crate::model::ward::{Contact, Place, Ward, WardIndex, Welcome};
use crate::text::span::{Location, SourceId, Span};

/// Gives the text of a source as it was read.
pub type TextOf<'a> = dyn Fn(SourceId) -> &'a str + Sync + 'a;

/// Everything a rule may see.
pub struct Input<'a> {
    pub site: &'a Site,
    text: &'a TextOf<'a>,
    /// The names of all wards, the longest first, so that 東淀川区 is found before 淀川区.
    pub ward_names: Vec<(&'a str, WardIndex)>,
    phone_owners: BTreeMap<String, Owner>,
}

/// Whose a telephone number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    Ward(WardIndex),
    /// Several wards', or the city's.
    Shared,
}

/// One Markdown text with its links resolved: of a document, or the welcome of a place.
#[derive(Clone, Copy)]
pub struct Writing<'a> {
    pub source: SourceId,
    pub place: Place,
    /// 掲載日; `None` for what is public from the start.
    pub opens: Option<Date>,
    /// A welcome has none.
    pub kind: Option<Kind>,
    /// What the front matter of a document says; a welcome has none.
    pub facets: Option<&'a Facets>,
    pub body: &'a Body,
    pub targets: &'a [Target],
    pub attachments: &'a [Attachment],
}

impl<'a> Input<'a> {
    pub fn new(site: &'a Site, text: &'a TextOf<'a>) -> Self {
        Self {
            site,
            text,
            ward_names: ward_names(site),
            phone_owners: phone_owners(site),
        }
    }

    pub fn text(&self, source: SourceId) -> &'a str {
        (self.text)(source)
    }

    /// The part of a source that follows its front matter.
    pub fn prose(&self, source: SourceId) -> Span {
        let text = self.text(source);
        Span::new(front_matter_end(text)..text.len())
    }

    /// The first place in `span` where `words` stand; all of `span` when they are written differently, as in quotes.
    pub fn find(&self, source: SourceId, span: Span, words: &str) -> Span {
        let found = span.of(self.text(source)).find(words);
        found.map_or(span, |start| span.part(start..start + words.len()))
    }

    /// As `find`, for what stands at the end, such as the address of a link behind its text.
    pub fn find_last(&self, source: SourceId, span: Span, words: &str) -> Span {
        let found = span.of(self.text(source)).rfind(words);
        found.map_or(span, |start| span.part(start..start + words.len()))
    }

    /// The ward or the wards with a telephone or fax number, given by its digits.
    pub fn phone_owner(&self, digits: &str) -> Option<Owner> {
        self.phone_owners.get(digits).copied()
    }

    /// The texts of all documents and welcomes.
    pub fn writings(&self) -> impl Iterator<Item = Writing<'a>> + use<'a> {
        let site = self.site;
        let city = site.welcome.iter().map(|welcome| (Place::City, welcome));
        let wards = site.ward_indices().zip(&site.wards);
        let welcomes = wards.filter_map(|(index, ward)| {
            let welcome = ward.welcome.as_ref()?;
            Some((Place::Ward(index), welcome))
        });
        let documents = site.documents.iter().map(Writing::of_document);
        let welcomes = city.chain(welcomes);
        documents.chain(welcomes.map(|(place, welcome)| Writing::of_welcome(place, welcome)))
    }
}

impl<'a> Writing<'a> {
    pub fn of_document(document: &'a Document) -> Self {
        Self {
            source: document.source,
            place: document.place,
            opens: document.published(),
            kind: Some(document.kind),
            facets: Some(&document.facets),
            body: &document.body,
            targets: &document.targets,
            attachments: &document.attachments,
        }
    }

    /// The links of the text with what they lead to; images are none.
    pub fn links(&self) -> impl Iterator<Item = (&'a Link, &'a Target)> + use<'a> {
        let links = self.body.links.iter().zip(self.targets);
        links.filter(|(link, _)| !link.is_image)
    }

    /// The file beside a document that a link leads to.
    pub fn file<'s>(&'s self, input: &'s Input, target: &Target) -> Option<&'s Attachment> {
        match target {
            Target::Attachment(index) => self.attachments.get(*index),
            Target::File {
                document,
                attachment,
            } => {
                let documents = &input.site.documents;
                let owner = documents.get(document.0 as usize)?;
                owner.attachments.get(*attachment)
            }
            Target::External(_)
            | Target::Reach(_)
            | Target::Here { .. }
            | Target::Document { .. }
            | Target::Page { .. }
            | Target::Unpublished(_)
            | Target::Forbidden
            | Target::Broken => None,
        }
    }

    fn of_welcome(place: Place, welcome: &'a Welcome) -> Self {
        Self {
            source: welcome.source,
            place,
            opens: None,
            kind: None,
            facets: None,
            body: &welcome.body,
            targets: &welcome.targets,
            attachments: &[],
        }
    }
}

/// The files of a document that readers can reach, each with the place that first offers it.
pub fn offered(document: &Document) -> Vec<(&Attachment, Span)> {
    let named: BTreeMap<&str, usize> = document
        .attachments
        .iter()
        .enumerate()
        .map(|(index, file)| (&*file.name, index))
        .collect();
    let lines = document.facets.attachments.iter();
    let lines = lines.filter_map(|line| {
        let index = named.get(line.value.file.as_str())?;
        Some((*index, line.span))
    });
    let links = document.body.links.iter().zip(&document.targets);
    let links = links.filter_map(|(link, target)| match target {
        Target::Attachment(index) if !link.is_image => Some((*index, link.span)),
        _ => None,
    });
    let mut places: BTreeMap<usize, Span> = BTreeMap::new();
    for (index, span) in lines.chain(links) {
        places.entry(index).or_insert(span);
    }
    let files = places.into_iter();
    let files = files.filter_map(|(index, span)| Some((document.attachments.get(index)?, span)));
    files.collect()
}

/// The characters of `span`.
pub fn at(source: SourceId, span: Span) -> Where {
    Where::Text(location(source, span))
}

pub fn location(source: SourceId, span: Span) -> Location {
    Location { source, span }
}

fn ward_names(site: &Site) -> Vec<(&str, WardIndex)> {
    let names = site.wards.iter().map(|ward| ward.name.as_str());
    let mut names: Vec<_> = names.zip(site.ward_indices()).collect();
    names.sort_by_key(|(name, index)| (std::cmp::Reverse(name.len()), *index));
    names
}

fn phone_owners(site: &Site) -> BTreeMap<String, Owner> {
    let mut owners = BTreeMap::new();
    for digits in site.settings.contacts.iter().flat_map(numbers) {
        owners.insert(digits, Owner::Shared);
    }
    for (index, ward) in site.ward_indices().zip(&site.wards) {
        for digits in contacts(ward).flat_map(numbers) {
            let owner = owners.entry(digits).or_insert(Owner::Ward(index));
            if *owner != Owner::Ward(index) {
                *owner = Owner::Shared;
            }
        }
    }
    owners
}

fn contacts(ward: &Ward) -> impl Iterator<Item = &Contact> {
    let desk = ward.desk.as_ref().map(|desk| &desk.contact);
    ward.contacts.iter().chain(desk)
}

fn numbers(contact: &Contact) -> impl Iterator<Item = String> {
    let numbers = contact.phone.iter().chain(&contact.fax);
    numbers.map(|phone: &Phone| phone.as_str().replace('-', ""))
}

/// The offset behind the line that closes the front matter; 0 when there is none.
fn front_matter_end(text: &str) -> usize {
    let body = text.trim_start();
    let mut end = text.len() - body.len();
    for (number, line) in body.split_inclusive('\n').enumerate() {
        let is_rule = line.trim_end() == "---";
        end += line.len();
        match (number, is_rule) {
            (0, false) => return 0,
            (0, true) | (1.., false) => {}
            (1.., true) => return end,
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::front_matter_end;

    #[test]
    fn prose_begins_behind_the_front_matter() {
        let behind = |text: &'static str| text.get(front_matter_end(text)..);
        assert_eq!(behind("---\r\n題名: 見本\r\n---\r\n本文"), Some("本文"));
        assert_eq!(behind("\n---\n題名: 見本\n---\n本文"), Some("本文"));
        assert_eq!(behind("本文\n---\n"), Some("本文\n---\n"));
        assert_eq!(behind("---\n題名: 見本"), Some("---\n題名: 見本"));
    }
}
