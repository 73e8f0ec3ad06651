//! Which fonts a file uses without having them.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object};

use crate::pdf::decoding::descendant;
use crate::pdf::pages::{deref, dictionary};

/// How the fonts that every reader of PDF files has to have begin (ISO 32000-1, 9.6.2.2).
const STANDARD: [&str; 9] = [
    "Arial",
    "Courier",
    "CourierNew",
    "Helvetica",
    "Symbol",
    "Times-",
    "TimesNewRoman",
    "Times New Roman",
    "ZapfDingbats",
];

/// More names than this say no more.
const MOST_NAMES: usize = 20;

/// The fonts of the resources seen so far.
#[derive(Default)]
pub struct Fonts {
    seen: BTreeSet<*const Dictionary>,
    loose: BTreeSet<Box<str>>,
}

impl Fonts {
    /// Looks at the fonts of one dictionary of resources, once.
    pub fn note(&mut self, document: &Document, resources: &Dictionary) {
        let Some(fonts) = dictionary(document, resources, b"Font") else {
            return;
        };
        if !self.seen.insert(std::ptr::from_ref(fonts)) {
            return;
        }
        for (_, font) in fonts {
            let font = document.dereference(font).ok();
            let Some(font) = font.and_then(|(_, font)| font.as_dict().ok()) else {
                continue;
            };
            if self.seen.insert(std::ptr::from_ref(font)) && self.loose.len() < MOST_NAMES {
                self.loose.extend(loose(document, font));
            }
        }
    }

    pub fn loose(self) -> Vec<Box<str>> {
        self.loose.into_iter().collect()
    }
}

/// The name of a font that is not part of the file (ISO 32000-1, 9.8 and 9.9).
fn loose(document: &Document, font: &Dictionary) -> Option<Box<str>> {
    let subtype = font.get(b"Subtype").and_then(Object::as_name).ok()?;
    let name = deref(document, font, b"BaseFont").and_then(|name| name.as_name().ok());
    let name = plain(&String::from_utf8_lossy(name?));
    let described = match subtype {
        // Its glyphs are drawn in the file itself.
        b"Type3" => return None,
        b"Type0" => descendant(document, font).unwrap_or(font),
        _ if STANDARD.iter().any(|standard| name.starts_with(standard)) => return None,
        _ => font,
    };
    let descriptor = dictionary(document, described, b"FontDescriptor");
    let files: [&[u8]; 3] = [b"FontFile", b"FontFile2", b"FontFile3"];
    let is_there = descriptor.is_some_and(|one| files.iter().any(|file| one.has(file)));
    (!is_there && !name.is_empty()).then_some(name)
}

/// The name without the letters that mark a part of a font (ISO 32000-1, 9.6.4).
fn plain(name: &str) -> Box<str> {
    let is_mark =
        |mark: &str| mark.len() == 6 && mark.bytes().all(|byte| byte.is_ascii_uppercase());
    match name.split_once('+').filter(|(mark, _)| is_mark(mark)) {
        Some((_, name)) => name.into(),
        None => name.into(),
    }
}
