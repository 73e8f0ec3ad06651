//! Texts to send on (layer 7½): what takes place, told in at most 500 characters for mail and LINE, and in 200 for a ward's paper.
//!
//! Invariant: a text is a function of the content and not of the day, so that what was sent on can be compared with what stands there.
//! Invariant: a fact is told whole or not at all. Days, places, states, whom to ask and the address of the page are told first of all.
//!
//! What nobody can do any more is not asked of readers: how to apply is left out as soon as something is called off, put off or full,
//! and of what is called off only remain when and where it would have been.

mod bulletin;
mod dense;
mod fit;
mod message;

use crate::model::document::Document;
use crate::model::field::Facet;
use crate::model::site::Site;
use crate::present::wording;

pub use bulletin::bulletin;
pub use message::message;

/// The most characters (Unicode scalar values, line ends and the byte order mark among them) of a file for mail and LINE.
pub const MESSAGE_LIMIT: usize = 500;

/// The same of one for a ward's paper.
pub const BULLETIN_LIMIT: usize = 200;

/// Before each text. Browsers take plain text for UTF-8 only where the server says so or the text does, and few servers do; old editors
/// ask for it too. What is copied from a page has none.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// Whether there is anything to tell of a document.
pub fn are_of(document: &Document) -> bool {
    document.public && document.kind.has(Facet::Schedule)
}

/// The address of the page in the document's own place: the shortest that is true and stays so.
fn address(site: &Site, document: &Document) -> String {
    site.absolute(&site.own_address(document))
}

/// Where there is no room even for what must be told: the title and the address of the page, then the address alone with the marks of the
/// title, which must not be missed.
fn least(document: &Document, titled: String, address: &str, limit: usize) -> String {
    let marked = format!("{}{address}", wording::marks(document));
    fit::first_short([titled, marked, address.to_owned()], limit)
}
