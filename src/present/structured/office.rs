//! The offices that publish, and the site itself.
//!
//! Invariant: hours are never said here. 平日 leaves out holidays and the end of the year, which `openingHours` cannot.

use crate::model::document::Document;
use crate::model::site::Site;
use crate::model::ward::{Contact, Place, WardIndex};
use crate::present::structured::marked;
use crate::present::structured::node::Node;

/// The office of a ward, for its top page.
pub fn ward(site: &Site, index: WardIndex) -> Node {
    let ward = site.ward(index);
    let municipality = &site.settings.municipality;
    let name = format!("{}{}", municipality.name, ward.name);
    let code = ward.code.as_ref().map(ToString::to_string);
    let office = office(site, Place::Ward(index));
    reachable(office, site.default_contact(Place::Ward(index)))
        .with("areaServed", area(name, code))
        .with("parentOrganization", whole_city(site))
}

/// The department of the city that publishes the site, and the site, for the top page.
pub fn city(site: &Site) -> Vec<Node> {
    let settings = &site.settings;
    let municipality = &settings.municipality;
    let code = municipality.code.as_ref().map(ToString::to_string);
    let office = reachable(office(site, Place::City), site.default_contact(Place::City))
        .with("areaServed", area(municipality.name.to_string(), code))
        .with("parentOrganization", whole_city(site));
    let url = site.absolute(&site.top_address(Place::City));
    let whole = Node::new("WebSite")
        .with("@id", format!("{url}#site"))
        .with("name", marked(settings.title.as_str(), settings.sample))
        .with("url", url)
        .with_known(
            "description",
            settings.tagline.as_ref().map(|tagline| tagline.as_str()),
        )
        .with("inLanguage", "ja")
        .with("publisher", self::office(site, Place::City));
    vec![office, whole]
}

/// The office of a place as others name it.
pub fn office(site: &Site, place: Place) -> Node {
    let kind = match place {
        Place::City => "GovernmentOrganization",
        Place::Ward(_) => "GovernmentOffice",
    };
    let url = site.absolute(&site.top_address(place));
    Node::new(kind)
        .with("@id", format!("{url}#office"))
        .with(
            "name",
            marked(site.office_name(place).as_str(), site.settings.sample),
        )
        .with("url", url)
}

/// Those who organise what takes place: 主催 and 共催 as they are written, the office of the place where nobody is named.
pub fn organizers(site: &Site, document: &Document) -> Vec<Node> {
    let facets = &document.facets;
    let named = facets.organizer.iter().chain(&facets.co_organizers);
    let own = site.office_name(document.place).as_str();
    let organizer = |name: &str| match name == own {
        true => office(site, document.place),
        false => Node::new("Organization").with("name", name),
    };
    let mut all: Vec<Node> = named.map(|words| organizer(words.value.as_str())).collect();
    if facets.organizer.is_none() {
        all.insert(0, office(site, document.place));
    }
    all
}

/// With the numbers that the site gives to those who ask.
fn reachable(office: Node, contact: &Contact) -> Node {
    office
        .with_known(
            "telephone",
            contact.phone.as_ref().map(|phone| phone.as_str()),
        )
        .with_known("faxNumber", contact.fax.as_ref().map(|fax| fax.as_str()))
        .with_known("email", contact.email.as_ref().map(|email| email.as_str()))
}

/// A part of the country and its 全国地方公共団体コード (JIS X 0402 with check digit).
fn area(name: String, code: Option<String>) -> Node {
    let identifier = code.map(|code| {
        Node::new("PropertyValue")
            .with("propertyID", "全国地方公共団体コード（JIS X 0402）")
            .with("value", code)
    });
    Node::new("AdministrativeArea")
        .with("name", name)
        .with_known("identifier", identifier)
}

fn whole_city(site: &Site) -> Node {
    Node::new("GovernmentOrganization").with("name", site.settings.municipality.name.as_str())
}
