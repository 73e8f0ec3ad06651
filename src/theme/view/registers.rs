//! Registers: the institutions of a ward or of all wards.

use serde::Serialize;

use crate::theme::view::{LinkView, PaginationView};

/// `page` of `pages/register.html`.
#[derive(Debug, Serialize)]
pub struct RegisterPage {
    pub title: String,
    /// What the menu calls it.
    pub kind_label: String,
    pub intro: String,
    /// What is known where the names are not, in a sentence each.
    pub known: Vec<KnownView>,
    /// How many institutions every ward has; only on the page of all wards.
    pub counts: Vec<WardCountView>,
    /// The parts of the list, where the search does not offer them.
    pub links: Option<ChoicesView>,
    /// Where all of the list stands on this page, so that a script can look among it.
    pub search: Option<SearchView>,
    pub groups: Vec<InstitutionGroup>,
    pub notes: Vec<NoteView>,
    pub has_samples: bool,
    pub pagination: Option<PaginationView>,
    /// The same of all wards.
    pub all: Option<LinkView>,
}

/// A sentence with a number, its marks behind the number.
#[derive(Debug, Serialize)]
pub struct KnownView {
    pub text: String,
    pub marks: Vec<MarkView>,
    pub rest: String,
}

/// How many institutions a ward has.
#[derive(Debug, Serialize)]
pub struct WardCountView {
    pub ward: LinkView,
    /// `4`; none where nobody knows.
    pub count: Option<String>,
    pub marks: Vec<MarkView>,
}

/// Looks among the institutions of a page.
#[derive(Debug, Serialize)]
pub struct SearchView {
    /// What it offers besides words; the same as pages for readers without scripts.
    pub choices: Option<ChoicesView>,
}

/// The parts of a list.
#[derive(Debug, Serialize)]
pub struct ChoicesView {
    /// `機能と種別でしぼりこむ`.
    pub label: String,
    pub all: Option<FilterLink>,
    pub parts: Vec<FilterView>,
}

/// Parts of a list by one thing.
#[derive(Debug, Serialize)]
pub struct FilterView {
    /// `機能`.
    pub label: String,
    pub links: Vec<FilterLink>,
}

#[derive(Debug, Serialize)]
pub struct FilterLink {
    /// The key by which a script knows what it holds; empty for all.
    pub id: String,
    pub label: String,
    /// `12件`.
    pub count: String,
    pub href: String,
    pub current: bool,
}

/// Institutions of one ward or of one kind.
#[derive(Debug, Serialize)]
pub struct InstitutionGroup {
    pub heading: String,
    pub id: String,
    /// The page of the ward.
    pub href: Option<String>,
    /// `4件`.
    pub count: String,
    pub institutions: Vec<InstitutionView>,
}

#[derive(Debug, Serialize)]
pub struct InstitutionView {
    pub id: String,
    pub name: String,
    pub reading: Option<String>,
    pub category: Option<String>,
    pub sample: bool,
    /// The functions it has.
    pub functions: Vec<String>,
    pub marks: Vec<MarkView>,
    pub phone: Option<LinkView>,
    pub extension: Option<String>,
    pub fax: Option<String>,
    pub address: Option<String>,
    /// The map of 国土地理院, and the place for programs on the reader's own device.
    pub map: Option<String>,
    pub geo: Option<String>,
    pub website: Option<String>,
    pub email: Option<LinkView>,
    /// `月曜日から金曜日まで 9時から12時まで`.
    pub hours: Vec<String>,
    /// What else is to be known, by its name.
    pub facts: Vec<LabelledFact>,
    pub confirmed: Option<ConfirmedView>,
    /// What a script looks in, and the filters that hold it.
    pub words: String,
    pub keys: String,
}

#[derive(Debug, Serialize)]
pub struct LabelledFact {
    pub label: String,
    pub text: String,
}

#[derive(Debug, Serialize)]
pub struct ConfirmedView {
    pub iso: String,
    pub day: String,
}

/// `※1` beside what a note is about.
#[derive(Debug, Serialize)]
pub struct MarkView {
    pub mark: String,
    /// Of this mark, for the way back.
    pub id: String,
    pub href: String,
}

#[derive(Debug, Serialize)]
pub struct NoteView {
    pub mark: String,
    pub id: String,
    pub text: String,
    /// To each of its marks, by what is marked.
    pub backs: Vec<LinkView>,
}
