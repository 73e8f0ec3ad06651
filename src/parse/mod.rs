//! `Parsed` (layer 4): every file read for itself, its values in strict types, nothing resolved that crosses files.
//!
//! Invariant: parsing one file sees no other file, so files are parsed on all cores and in any order.

use crate::diag::Diagnostic;
use crate::model::body::Body;
use crate::model::document::DocumentName;
use crate::model::facet::Facets;
use crate::model::kind::Kind;
use crate::model::names::{Slug, Text};
use crate::model::settings::{Settings, Word};
use crate::model::ward::Contact;
use crate::source::Blob;
use crate::text::span::SourceId;

pub mod amounts;
pub mod answers;
pub mod contacts;
pub mod dates;
pub mod eras;
pub mod facets;
pub mod labels;
pub mod lines;
pub mod markdown;
pub mod paths;
pub mod schedule;
pub mod settings;
pub mod times;
pub mod values;
pub mod weekdays;
pub mod yaml;

/// All files, parsed.
#[derive(Debug, Default)]
pub struct Parsed {
    pub settings: Option<Settings>,
    pub words: Vec<Word>,
    pub wards: Vec<ParsedWard>,
    pub welcomes: Vec<ParsedWelcome>,
    pub manuscripts: Vec<Manuscript>,
    pub attachments: Vec<ParsedAttachment>,
    pub diagnostics: Vec<Diagnostic>,
}

/// `ward.yaml`.
#[derive(Debug)]
pub struct ParsedWard {
    pub source: SourceId,
    pub id: Slug,
    pub name: Text,
    pub reading: Text,
    pub roman: Option<Text>,
    pub code: Option<Text>,
    pub office: Text,
    pub hours: Option<Text>,
    /// May be empty; `assemble` says so.
    pub contacts: Vec<Contact>,
    pub desk: Option<Contact>,
}

/// `welcome.md`.
#[derive(Debug)]
pub struct ParsedWelcome {
    pub source: SourceId,
    pub home: Home,
    pub title: Option<Text>,
    pub body: Body,
}

/// A document as its author wrote it.
#[derive(Debug)]
pub struct Manuscript {
    pub source: SourceId,
    pub digest: [u8; 32],
    pub home: Home,
    pub kind: Kind,
    pub name: DocumentName,
    pub facets: Facets,
    pub body: Body,
}

/// A file in the folder of a document.
#[derive(Debug)]
pub struct ParsedAttachment {
    pub source: SourceId,
    /// The path of the manuscript it belongs to, whether or not there is one.
    pub manuscript: Box<str>,
    pub name: Box<str>,
    pub blob: Blob,
}

/// The folder a file lies in: `content/city` or one below `content/wards`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Home {
    City,
    Ward(Slug),
}
