//! From the model to what templates may see (layer 7½): the wording of dates, the event summary block, cards, contacts.
//!
//! Invariant: nothing here knows of jobs or paths of files; everything is a pure function of the site.

pub mod actions;
pub mod cards;
pub mod change;
pub mod datasets;
pub mod desks;
pub mod document;
pub mod facts;
pub mod figures;
pub mod flyer;
pub mod lesson;
pub mod messages;
pub mod months;
pub mod paper;
mod portable;
mod prose;
pub mod readme;
pub mod registers;
pub mod stages;
pub mod status;
pub mod structured;
pub mod syndicated;
pub mod teaching;
pub mod wording;
