//! `page` of `pages/messages.html`: where the texts to send on are, for those who send them.

use serde::Serialize;

use crate::theme::view::WhenView;

#[derive(Debug, Serialize)]
pub struct MessagesPage {
    pub title: String,
    /// The most characters of a text for mail and LINE, and of one for a ward's paper.
    pub limits: [usize; 2],
    /// Only places where something is ahead.
    pub places: Vec<PlaceMessages>,
}

#[derive(Debug, Serialize)]
pub struct PlaceMessages {
    /// Unique on the page.
    pub id: String,
    /// `北区`.
    pub name: String,
    /// At least one.
    pub documents: Vec<MessagesView>,
}

/// The texts about one document.
#[derive(Debug, Serialize)]
pub struct MessagesView {
    /// `【中止】講演会「…」`.
    pub title: String,
    pub href: String,
    pub day: Option<WhenView>,
    /// For mail and LINE.
    pub message: String,
    /// For a ward's paper.
    pub bulletin: String,
}
