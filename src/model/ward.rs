//! Wards, whom to ask there, and their consultation desks.

use crate::model::body::Body;
use crate::model::desk::Desk;
use crate::model::facet::{Email, Phone};
use crate::model::kind::{Kind, Scope};
use crate::model::names::{Slug, Text};
use crate::text::span::SourceId;

/// `ward.yaml` of one ward.
#[derive(Clone, Debug)]
pub struct Ward {
    pub source: SourceId,
    /// BLAKE3 of the text of the file.
    pub digest: [u8; 32],
    /// The folder and the part of the address.
    pub id: Slug,
    /// `北区`.
    pub name: Text,
    pub reading: Text,
    pub roman: Option<Text>,
    /// 全国地方公共団体コード (JIS X 0402 with check digit), six digits.
    pub code: Option<Text>,
    /// `北区役所`.
    pub office: Text,
    pub hours: Option<Text>,
    /// The first is the default. Not empty.
    pub contacts: Vec<Contact>,
    /// 相談支援室.
    pub desk: Option<Desk>,
    pub welcome: Option<Welcome>,
}

/// The text of `welcome.md` on the top page of a ward or of the city.
#[derive(Clone, Debug)]
pub struct Welcome {
    pub title: Option<Text>,
    pub source: SourceId,
    pub body: Body,
    /// What each link of the body leads to, in the order of `Body::links`.
    pub targets: Vec<crate::model::document::Target>,
}

/// Someone one can ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub name: Text,
    pub phone: Option<Phone>,
    pub fax: Option<Phone>,
    pub email: Option<Email>,
    pub hours: Option<Text>,
    pub note: Option<Text>,
}

/// The position of a ward in `Site::wards`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WardIndex(pub u16);

/// Whose page something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    City,
    Ward(WardIndex),
}

impl Place {
    /// The position in tables of one entry a place: the city, then the wards.
    pub fn index(self) -> usize {
        match self {
            Self::City => 0,
            Self::Ward(ward) => 1 + usize::from(ward.0),
        }
    }

    /// The kinds of documents it has lists of.
    pub fn kinds(self) -> impl Iterator<Item = Kind> {
        Kind::all().filter(move |kind| self == Self::City || kind.scope == Scope::Everywhere)
    }
}
