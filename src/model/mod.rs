//! The validated site (layer 2): what a manuscript means once it is known to be right.
//!
//! Invariant: nothing here reads files, the clock or the environment, and nothing is a bare `String` where a stronger type says more.

pub mod accessibility;
pub mod address;
pub mod blob;
pub mod body;
pub mod calendar;
pub mod change;
pub mod date;
pub mod desk;
pub mod document;
pub mod facet;
pub mod field;
pub mod figures;
pub mod flyer;
pub mod holidays;
pub mod identity;
pub mod institution;
pub mod kind;
pub mod lesson;
pub mod month;
pub mod names;
pub mod occurrence;
pub mod paper;
pub mod position;
pub mod prefecture;
pub mod register;
pub mod repeat;
pub mod selection;
pub mod series;
pub mod settings;
pub mod site;
pub mod stage;
pub mod standing;
pub mod tally;
pub mod teaching;
pub mod ward;
