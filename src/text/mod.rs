//! Text primitives (layer 0): positions in a text, and the facts about Japanese writing that know nothing of manuscripts.

pub mod japanese;
pub mod nearest;
pub mod span;
