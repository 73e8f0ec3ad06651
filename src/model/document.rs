//! One manuscript with everything resolved that crosses files.

use crate::model::address::Address;
use crate::model::blob::Blob;
use crate::model::body::Body;
use crate::model::date::{Date, FiscalYear};
use crate::model::facet::{Facets, Session, State, Url, When};
use crate::model::field::Facet;
use crate::model::kind::Kind;
use crate::model::names::{Slug, Text};
use crate::model::occurrence::Occurrence;
use crate::model::teaching::Role;
use crate::model::ward::{Contact, Place};
use crate::text::span::SourceId;

/// A document of the site.
#[derive(Clone, Debug)]
pub struct Document {
    pub source: SourceId,
    /// Whose document it is; a document of the city is also shown in `shown_in`.
    pub place: Place,
    pub kind: Kind,
    pub name: DocumentName,
    pub title: Text,
    /// 概要 as HTML with the words of the glossary; empty where there is none.
    pub summary: Body,
    /// BLAKE3 of the text of its manuscript.
    pub digest: [u8; 32],
    pub facets: Facets,
    /// Every time it takes place, in the order of time; what is repeated without an end as far as the calendar reaches.
    pub occurrences: Vec<Occurrence>,
    pub body: Body,
    /// What each link of the body leads to, in the order of `Body::links`.
    pub targets: Vec<Target>,
    /// Indices into `Settings::topics`, ascending.
    pub topics: Vec<usize>,
    pub attachments: Vec<Attachment>,
    /// Whom to ask; `None` where the manuscript names nobody, so that the place's default contact is shown.
    pub contact: Option<Contact>,
    /// Where it has a page: its own place first, then wards that show a document of the city.
    pub shown_in: Vec<Place>,
    /// Whether its 掲載日 has come; others are checked but not published.
    pub public: bool,
    /// Whether 掲載終了 has passed.
    pub expired: bool,
    /// The newest edition of what this is an old one of.
    pub newest: Option<DocumentIndex>,
    /// The old editions of what this is the newest of, the latest of them first.
    pub older: Vec<DocumentIndex>,
}

/// What the file name says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocumentName {
    Dated(Date, Slug),
    Undated(Slug),
    FiscalYear(FiscalYear),
}

impl DocumentName {
    /// 掲載日, where the file name has one.
    pub fn published(&self) -> Option<Date> {
        match self {
            Self::Dated(date, _) => Some(*date),
            Self::Undated(_) | Self::FiscalYear(_) => None,
        }
    }

    /// The last part of the address.
    pub fn address_part(&self) -> String {
        match self {
            Self::Dated(date, slug) => format!("{}-{slug}", date.iso()),
            Self::Undated(slug) => slug.to_string(),
            Self::FiscalYear(year) => year.0.to_string(),
        }
    }
}

/// The position of a document in `Site::documents`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentIndex(pub u32);

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Out of the site, or a scheme such as `mailto:` and `tel:`.
    External(Url),
    /// `mailto:…` or `tel:…`.
    Reach(Box<str>),
    /// A heading on the same page.
    Here { anchor: Box<str> },
    /// Another document, in the place of the reader where it is shown there.
    Document {
        document: DocumentIndex,
        anchor: Option<Box<str>>,
    },
    /// A page of the site that is not a document.
    Page {
        address: Address,
        anchor: Option<Box<str>>,
    },
    /// A file in the document's own folder, an index into `Document::attachments`.
    Attachment(usize),
    /// A file in the folder of another document, an index into its `attachments`.
    File {
        document: DocumentIndex,
        attachment: usize,
    },
    /// A document that is not public yet.
    Unpublished(DocumentIndex),
    /// A scheme that no page may link to, such as `javascript:` or a path of somebody's computer.
    Forbidden,
    /// Nothing.
    Broken,
}

/// A file beside a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    pub source: SourceId,
    pub blob: Blob,
    /// The file name, the last part of its address.
    pub name: Box<str>,
    /// What a reader is told it is.
    pub label: Text,
    /// The part it plays in a lesson; for other documents its label says all there is.
    pub role: Role,
    /// Whether front matter lists it; others are only linked from the text.
    pub listed: bool,
}

impl Document {
    pub fn published(&self) -> Option<Date> {
        self.name.published()
    }

    /// When it last became another one: 更新日, else 確認日, else 掲載日.
    pub fn changed(&self) -> Option<Date> {
        let facets = &self.facets;
        let updated = facets.updated.as_ref().or(facets.reviewed.as_ref());
        updated.map(|day| day.value).or_else(|| self.published())
    }

    /// The day to order by: the first session of a happening, else 掲載日, else 更新日 or 確認日.
    pub fn day(&self) -> Option<Date> {
        self.occurrences
            .first()
            .map(|first| first.first)
            .or_else(|| self.published())
            .or_else(|| self.changed())
    }

    /// What to look forward to: the first time that is not over on `today`; `None` when there is none.
    pub fn next(&self, today: Date) -> Option<&Occurrence> {
        self.occurrences.iter().find(|time| time.last >= today)
    }

    /// The day to look forward to, which is `today` while something goes on.
    pub fn next_day(&self, today: Date) -> Option<Date> {
        self.next(today).map(|time| time.first.max(today))
    }

    /// Whether it is still to take place: its next day is known, or its day is undecided.
    pub fn is_ahead(&self, today: Date) -> bool {
        let is_undecided = |session: &Session| session.when == When::Undecided;
        self.next(today).is_some()
            || self.occurrences.is_empty() && self.facets.sessions.iter().any(is_undecided)
    }

    /// Whether it has left the lists: its time is over, or a newer edition has taken its place. It keeps its page.
    pub fn has_left(&self) -> bool {
        self.expired || self.newest.is_some()
    }

    /// Whether search engines are asked to leave it out: nobody should come upon a sample, or upon an edition that a newer one replaces.
    pub fn is_hidden(&self) -> bool {
        self.facets.sample || self.newest.is_some()
    }

    /// Whether everybody may be told of it: it is public, in the lists, and no sample.
    pub fn is_given(&self) -> bool {
        self.public && !self.has_left() && !self.facets.sample
    }

    /// Whether all its files are given in one: a material with any, a training with several, and whatever has `papers` printed of it.
    pub fn has_pack(&self, papers: usize) -> bool {
        let enough = match self.kind.has(Facet::Edition) {
            true => 1,
            false => 2,
        };
        let listed = self.attachments.iter().filter(|file| file.listed);
        papers > 0 || self.kind.has(Facet::Teaching) && listed.count() >= enough
    }

    /// 中止・延期・満員, where the manuscript says so.
    pub fn state(&self) -> Option<State> {
        self.facets.state.as_ref().map(|state| state.value)
    }

    /// 並び順, where the manuscript gives one.
    pub fn order(&self) -> Option<u32> {
        self.facets.order.as_ref().map(|order| order.value)
    }

    /// Whether a day is one of those on which it takes place.
    pub fn goes_on(&self, day: Date) -> bool {
        let begun = self.occurrences.partition_point(|time| time.first <= day);
        // Of what has begun, the latest times are those that may still go on.
        let mut latest_first = self.occurrences.iter().take(begun).rev();
        latest_first.any(|time| day <= time.last)
    }

    /// Whether it has taken place for the last time before `today`.
    pub fn has_ended(&self, today: Date) -> bool {
        let is_over = |time: &Occurrence| time.last < today;
        // The latest times stand last and tell at once.
        !self.occurrences.is_empty() && self.occurrences.iter().rev().all(is_over)
    }

    /// The fiscal year it belongs to.
    pub fn fiscal_year(&self) -> Option<FiscalYear> {
        match self.name {
            DocumentName::FiscalYear(year) => Some(year),
            DocumentName::Dated(..) | DocumentName::Undated(_) => self.day().map(Date::fiscal_year),
        }
    }
}
