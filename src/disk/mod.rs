//! The disk (layer 10): the only part of the library that touches files.

pub mod file;
pub mod fonts;
pub mod manifest;
pub mod pack;
pub mod read;
pub mod write;
