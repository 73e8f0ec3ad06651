//! 相談支援室, on the page of its ward and beside those of the other wards.

use serde::Serialize;

use crate::theme::view::{ContactView, LinkView};

/// The desk of one ward.
#[derive(Clone, Debug, Serialize)]
pub struct DeskView {
    /// To the ward.
    pub ward: LinkView,
    pub contact: ContactView,
    /// `週20時間`.
    pub weekly: Option<String>,
    /// `（ア）保健師、看護師など 2人`.
    pub coordinators: Vec<String>,
    /// What one can ask.
    pub asks: Vec<String>,
    /// The page of all desks.
    pub all: LinkView,
}

/// `page` of `pages/desks.html`.
#[derive(Debug, Serialize)]
pub struct DesksPage {
    pub title: String,
    /// In the order of the wards.
    pub desks: Vec<DeskView>,
    /// Whether any desk says who works there.
    pub has_people: bool,
    /// Wards whose desk is not known.
    pub missing: Vec<LinkView>,
    /// `週20時間以上` and how many desks; empty where no hours are known.
    pub bands: Vec<CountView>,
    /// `（ア）保健師、看護師など` and how many people; empty where nobody is known.
    pub qualifications: Vec<CountView>,
}

/// A number of something.
#[derive(Debug, Serialize)]
pub struct CountView {
    pub label: String,
    /// `15区`, `12人`.
    pub count: String,
}
