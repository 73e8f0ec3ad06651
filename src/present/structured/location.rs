//! Where something takes place: at a place, elsewhere through the network, or both.

use crate::model::document::Document;
use crate::model::facet::{Facets, Online, Session};
use crate::model::position::Position;
use crate::model::site::Site;
use crate::present::structured::node::Node;

/// How one takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attendance {
    AtPlace,
    Online,
    Either,
}

impl Attendance {
    /// What 会場 and オンライン say, unless the line of 日時 says in brackets that there is only one of them; `None` where nothing is known.
    pub fn of(facets: &Facets, session: &Session) -> Option<Self> {
        let has_place = [&facets.venue, &facets.venue_address, &facets.host]
            .into_iter()
            .any(Option::is_some);
        let only = match session.note.as_ref().map(|note| note.as_str()) {
            Some("オンラインのみ" | "オンライン開催" | "Webのみ" | "Web開催") => {
                Some(Self::Online)
            }
            Some("会場のみ") if has_place => Some(Self::AtPlace),
            Some(_) | None => None,
        };
        only.or(match (has_place, facets.online.is_some()) {
            (true, true) => Some(Self::Either),
            (true, false) => Some(Self::AtPlace),
            (false, true) => Some(Self::Online),
            (false, false) => None,
        })
    }

    pub fn event_mode(self) -> &'static str {
        match self {
            Self::AtPlace => "https://schema.org/OfflineEventAttendanceMode",
            Self::Online => "https://schema.org/OnlineEventAttendanceMode",
            Self::Either => "https://schema.org/MixedEventAttendanceMode",
        }
    }

    /// As Google writes it.
    pub fn course_mode(self) -> &'static str {
        match self {
            Self::AtPlace => "Onsite",
            Self::Online => "Online",
            Self::Either => "Blended",
        }
    }
}

pub fn locations(site: &Site, document: &Document, attendance: Option<Attendance>) -> Vec<Node> {
    let facets = &document.facets;
    match attendance {
        Some(Attendance::AtPlace) => vec![place(site, facets)],
        Some(Attendance::Online) => vec![network(facets)],
        Some(Attendance::Either) => vec![place(site, facets), network(facets)],
        None => Vec::new(),
    }
}

fn place(site: &Site, facets: &Facets) -> Node {
    let address = facets.venue_address.as_ref();
    // Visits take place at whoever receives them.
    let venue = facets.venue.as_ref().or(facets.host.as_ref()).or(address);
    Node::new("Place")
        .with_known("name", venue.map(|venue| venue.value.as_str()))
        .with_known(
            "address",
            address.map(|words| self::address(site, words.value.as_str())),
        )
        .with_known(
            "geo",
            facets.position.as_ref().map(|position| geo(position.value)),
        )
}

fn geo(position: Position) -> Node {
    Node::new("GeoCoordinates")
        .with("latitude", position.latitude.to_string())
        .with("longitude", position.longitude.to_string())
}

/// The address of a meeting is often told only to those who apply.
fn network(facets: &Facets) -> Node {
    let network = Node::new("VirtualLocation").with("name", "オンライン");
    match facets.online.as_ref().map(|online| &online.value) {
        Some(Online::Url(url)) => network.with("url", url.as_str()),
        Some(Online::Text(text)) => network.with("description", text.as_str()),
        None => network,
    }
}

/// `大阪市北区` apart from `扇町2丁目1番27号`, where the address begins with the names of the city and of one of its wards.
fn address(site: &Site, whole: &str) -> Node {
    let city = site.settings.municipality.name.as_str();
    let in_city = whole.strip_prefix(city).filter(|rest| !rest.is_empty());
    let ward = in_city.and_then(|rest| {
        let mut names = site.wards.iter().map(|ward| ward.name.as_str());
        names.find_map(|name| Some((name, rest.strip_prefix(name)?)))
    });
    let (locality, street) = match (in_city, ward) {
        (Some(_), Some((ward, street))) if !street.is_empty() => {
            (Some(format!("{city}{ward}")), street)
        }
        (Some(street), _) => (Some(city.to_owned()), street),
        (None, _) => (None, whole),
    };
    Node::new("PostalAddress")
        .with("addressCountry", "JP")
        .with_known("addressLocality", locality)
        .with("streetAddress", street)
}
