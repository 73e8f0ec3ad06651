//! `page` of `pages/checks.html`: what the program can find in a manuscript.

use serde::Serialize;

#[derive(Debug, Serialize)]
pub struct CataloguePage {
    pub title: String,
    /// How many checks there are.
    pub count: usize,
    pub families: Vec<FamilyView>,
}

#[derive(Debug, Serialize)]
pub struct FamilyView {
    pub id: String,
    pub label: String,
    pub checks: Vec<CheckView>,
}

#[derive(Debug, Serialize)]
pub struct CheckView {
    /// `ja-halfwidth-kana`; the id of the entry as well.
    pub code: String,
    /// `error`, `warning`, `info`.
    pub severity: String,
    /// `誤り`.
    pub severity_label: String,
    pub detects: String,
    pub why: String,
    /// Empty when no standard or guideline asks for it.
    pub source: String,
    pub bad: Vec<String>,
    pub good: Vec<String>,
    pub fixes: bool,
}
