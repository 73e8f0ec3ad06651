//! PDF files of others (layer 1): the bytes of one in, plain facts about it out. What they mean for readers is for others to say.
//!
//! Invariant: nothing here panics, hangs or grows without bound, whatever the bytes are.

mod canvas;
mod cmap;
mod decoding;
mod fonts;
mod lexer;
mod load;
mod pages;
mod properties;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod spoilt;
mod text;

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// No larger file is looked into; what it weighs is a finding of its own.
pub const LIMIT_BYTES: u64 = 32 * 1024 * 1024;

/// The library goes down a hundred levels of nested objects, each of which takes several of its functions.
const STACK_BYTES: usize = 16 * 1024 * 1024;

/// A thousand times what a large file takes. The library has no limit on time, and bytes can be made that are read over and over.
const PATIENCE: Duration = Duration::from_secs(60);

/// What could be found out about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inspection {
    Read(Contents),
    /// It is encrypted. Pages are known unless it asks for a password.
    Locked {
        pages: Option<usize>,
    },
    /// It is no PDF, or its parts cannot be found.
    Broken,
    /// It holds more than is looked at; nothing is said about it.
    TooMuch,
}

impl Inspection {
    /// The number of its pages, where that is known.
    pub fn pages(&self) -> Option<usize> {
        match self {
            Self::Read(contents) => Some(contents.pages),
            Self::Locked { pages } => *pages,
            Self::Broken | Self::TooMuch => None,
        }
    }
}

/// What stands in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Not 0.
    pub pages: usize,
    /// Whether it has a structure of headings, paragraphs and so on, and says so (ISO 32000-1, 14.7 and 14.8).
    pub tagged: bool,
    /// `ja-JP`, of the document as a whole.
    pub language: Option<Box<str>>,
    /// The title of the document, from its information or its XMP metadata.
    pub title: Option<Box<str>>,
    /// The words of the first pages in the order in which they are drawn, a line for each line that was seen (NFKC).
    pub text: Box<str>,
    /// How many characters are drawn on the first pages.
    pub drawn: usize,
    /// How many of them nothing tells the Unicode characters of.
    pub lost: usize,
    /// The pages, counted from 1, with pictures and without a single character.
    pub scanned: Vec<usize>,
    /// The names of fonts that are used and not part of the file, without those that every reader has to have.
    pub loose_fonts: Vec<Box<str>>,
}

/// Looks into a file. It is read on a thread of its own, because the library needs more stack than others may have, and because a file that
/// is read without end must not keep anybody waiting: then that thread is left alone and the answer is `TooMuch`.
pub fn inspect(bytes: Vec<u8>) -> Inspection {
    let (send, receive) = mpsc::sync_channel(1);
    let look = move || {
        let found = catch_unwind(AssertUnwindSafe(|| look_into(&bytes)));
        // Nobody listens any more when it took too long.
        let _ = send.send(found.unwrap_or_else(|stop| stopped(&*stop)));
    };
    let thread = thread::Builder::new().stack_size(STACK_BYTES).spawn(look);
    match thread {
        Ok(_) => receive
            .recv_timeout(PATIENCE)
            .unwrap_or(Inspection::TooMuch),
        Err(_) => Inspection::TooMuch,
    }
}

fn look_into(bytes: &[u8]) -> Inspection {
    match load::load(bytes) {
        Ok(document) => match pages::contents(&document) {
            Some(contents) => Inspection::Read(contents),
            None => Inspection::Broken,
        },
        Err(other) => other,
    }
}

/// What it means that reading was given up: on purpose, or because the library met what it did not expect. The latter would also be printed,
/// as panics are; thousands of damaged files have not brought it about.
fn stopped(stop: &(dyn Any + Send)) -> Inspection {
    match stop.is::<load::TooMuch>() {
        true => Inspection::TooMuch,
        false => Inspection::Broken,
    }
}

#[cfg(test)]
mod tests;
