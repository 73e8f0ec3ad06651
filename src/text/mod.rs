//! Text primitives (layer 0): positions in a text, and the facts about Japanese writing that know nothing of manuscripts.

pub mod columns;
pub mod escape;
pub mod japanese;
pub mod kana;
pub mod languages;
pub mod nearest;
pub mod phrases;
pub mod reading;
pub mod runs;
pub mod script;
pub mod span;
