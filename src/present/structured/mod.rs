//! What a page is about, for programs (layer 7½): documents, offices and the way to a page as JSON-LD in the words of schema.org.
//!
//! Invariant: nothing is said here that the page does not say, and what nobody knows is left out, even where a search engine asks for it.
//! Invariant: the day of the build counts only as far as it changes what the page shows: the stage, and the next time of what is repeated.

mod article;
mod event;
mod location;
mod material;
mod node;
mod offer;
mod office;
mod schedule;

use crate::model::document::Document;
use crate::model::kind::Sense;
use crate::model::site::Site;
use crate::present::wording;
use crate::theme::view::Crumb;

pub use node::Node;
pub use office::{city, ward};

/// What stands in the script element of a page: the things it is about, then the way to it. `None` where there is neither.
pub fn script(site: &Site, mut things: Vec<Node>, crumbs: &[Crumb]) -> Option<String> {
    things.extend(way(site, crumbs));
    (!things.is_empty()).then(|| node::script(things))
}

/// What a document is about; `description` is what the head of its page says. Every page that shows it says the same, its copies in
/// wards too.
pub fn document(site: &Site, document: &Document, description: &str) -> Vec<Node> {
    match document.kind.sense {
        Sense::Event => event::events(site, document, description),
        Sense::Course => event::course(site, document, description)
            .into_iter()
            .collect(),
        Sense::Article => vec![article::article(site, document, description)],
        Sense::Lesson => vec![material::material(site, document, description)],
        Sense::Plain => Vec::new(),
    }
}

/// The breadcrumb. Its last step is the page itself and needs no address: Google takes that of the page.
fn way(site: &Site, crumbs: &[Crumb]) -> Option<Node> {
    if crumbs.len() < 2 {
        return None;
    }
    let step = |(position, crumb): (u32, &Crumb)| {
        let address = crumb.href.as_ref();
        Node::new("ListItem")
            .with("position", position)
            .with("name", crumb.label.as_str())
            .with_known(
                "item",
                address.map(|href| format!("{}{href}", site.settings.base_url.origin)),
            )
    };
    let steps = (1..).zip(crumbs).map(step);
    Some(Node::new("BreadcrumbList").with_each("itemListElement", steps))
}

/// A time that something takes, `PT1H30M` (ISO 8601).
fn duration(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("PT{rest}M"),
        (hours, 0) => format!("PT{hours}H"),
        (hours, rest) => format!("PT{hours}H{rest}M"),
    }
}

/// A name that no program takes for that of something real.
fn marked(name: &str, is_sample: bool) -> String {
    format!("{}{name}", wording::sample_mark(is_sample))
}

/// The one address of a document, that of its own place.
fn canonical(site: &Site, document: &Document) -> String {
    site.absolute(&site.own_address(document))
}
