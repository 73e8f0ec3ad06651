//! XLSX (ECMA-376), both ways.

mod read;
mod write;

pub use read::read;
pub use write::{Page, PageColumn, Value, write};
