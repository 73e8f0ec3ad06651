//! Flyers: whether a document has one, how it is laid out, and the names of its files.

use crate::model::document::Document;
use crate::model::field::Facet;

/// The names of a flyer and of its picture, beside the page.
pub const FLYER_FILES: [&str; 2] = ["flyer.pdf", "flyer.png"];

/// ちらし: whether there is to be one, and which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlyerChoice {
    Without,
    Design(FlyerDesign),
}

/// How a flyer is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FlyerDesign {
    /// A sheet of A4 whose type is as large as its words allow, 12 pt at least.
    #[default]
    Standard,
    /// The same with 16 pt at least.
    Large,
    /// Two halves of A5: a flyer, and a form to fill in and send by fax.
    FaxForm,
}

impl FlyerDesign {
    pub const ALL: [Self; 3] = [Self::Standard, Self::Large, Self::FaxForm];

    /// As it stands in front matter.
    pub fn label(self) -> &'static str {
        match self {
            Self::Standard => "標準",
            Self::Large => "大きな文字",
            Self::FaxForm => "ファクス申込書",
        }
    }
}

impl Document {
    /// The flyer that is made of it; `None` where its kind has none and where the manuscript wants none.
    pub fn flyer(&self) -> Option<FlyerDesign> {
        if !self.kind.has(Facet::Flyer) {
            return None;
        }
        match self.facets.flyer.as_ref().map(|choice| choice.value) {
            Some(FlyerChoice::Without) => None,
            Some(FlyerChoice::Design(design)) => Some(design),
            None => Some(FlyerDesign::default()),
        }
    }
}
