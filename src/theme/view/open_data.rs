//! `page` of `pages/open-data.html`.

use serde::Serialize;

use crate::theme::view::LinkView;

#[derive(Debug, Serialize)]
pub struct OpenDataPage {
    pub title: String,
    pub licence: Option<LicenceView>,
    /// What whoever uses the data is asked to name.
    pub credit: String,
    pub sets: Vec<SetView>,
    /// The list of all files, for programs.
    pub catalogue: Vec<LinkView>,
}

#[derive(Debug, Serialize)]
pub struct LicenceView {
    /// `CC BY 4.0`.
    pub label: String,
    pub href: Option<&'static str>,
}

#[derive(Debug, Serialize)]
pub struct SetView {
    pub id: String,
    pub label: String,
    pub description: String,
    /// `12件`.
    pub count: String,
    pub updated: Option<String>,
    pub editions: Vec<EditionView>,
}

/// The files of a set in the columns of one standard.
#[derive(Debug, Serialize)]
pub struct EditionView {
    pub label: String,
    pub files: Vec<LinkView>,
    /// `2列あり、左から順に、名称、電話番号です。`
    pub columns: String,
}
