//! XLSX (ECMA-376), both ways.

mod read;
mod stack;
mod write;

pub use read::read;
pub use stack::{Stack, StackRow, write_stacks};
pub use write::{Page, PageColumn, Value, write};
