//! `page` of `pages/status.html`: how the city and the wards are doing.

use serde::Serialize;

use crate::theme::view::LinkView;

#[derive(Debug, Serialize)]
pub struct StatusPage {
    pub title: String,
    /// The day of the build, `令和8年11月22日（日曜日）`.
    pub day: String,
    /// What changes next by itself, in a sentence.
    pub next: Option<String>,
    /// The city, then the wards.
    pub rows: Vec<StatusRow>,
}

/// One place.
#[derive(Debug, Serialize)]
pub struct StatusRow {
    pub place: LinkView,
    pub updated: Option<DatedLink>,
    pub next: Option<DatedLink>,
    /// `相談支援室`, `医療・介護・福祉資源`.
    pub missing: Vec<String>,
    pub stale: usize,
    pub drafts: usize,
    pub expired: usize,
    pub errors: usize,
    pub warnings: usize,
    pub infos: usize,
}

/// A document and a day of it.
#[derive(Debug, Serialize)]
pub struct DatedLink {
    /// `2026-11-22`.
    pub iso: String,
    /// `令和8年11月22日`.
    pub day: String,
    pub link: LinkView,
}
