//! Real sheets of paper for tests: the fonts they are set in, and what a reader finds in them.
//!
//! They need a Japanese font; `make font` installs one.

use std::path::PathBuf;

use kairan::disk::fonts;
use kairan::pdf::{Contents, Inspection, inspect};
use kairan::source::FontFile;
use unicode_normalization::UnicodeNormalization;

pub fn japanese() -> Vec<FontFile> {
    let folders = [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/Library/Fonts",
        "/System/Library/Fonts",
        "C:\\Windows\\Fonts",
    ];
    let found = fonts::find(&folders.map(PathBuf::from));
    assert!(
        !found.is_empty(),
        "no Japanese font is installed; `make font` installs one"
    );
    found
}

pub fn contents(pdf: Vec<u8>) -> Contents {
    match inspect(pdf) {
        Inspection::Read(contents) => contents,
        other => panic!("it cannot be read: {other:?}"),
    }
}

/// Without blanks, in which lines of paper and of pages differ, and with one form of every letter.
pub fn squeezed(text: &str) -> String {
    text.nfkc()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}
