//! The pages of a file one after the other, as far as a fixed amount of work reaches.

use lopdf::{Dictionary, Document, Object, Stream};

use crate::pdf::Contents;
use crate::pdf::fonts::Fonts;
use crate::pdf::properties::{is_tagged, language, title};
use crate::pdf::text::{Page, Reader};

/// The words of so many pages are read; of others only whether they have any.
const PAGES_WITH_TEXT: usize = 10;

/// What all streams together may unpack to. The pages of a book of 500 pages come to about 10 MB.
const MOST_BYTES: usize = 48 * 1024 * 1024;

/// What one stream may unpack to.
const MOST_STREAM_BYTES: usize = 4 * 1024 * 1024;

/// What looking at a page costs even when it is empty.
const PAGE_COST: usize = 256;

/// How far up a page looks for what it does not say itself.
const MOST_PARENTS: usize = 32;

/// What stands on the pages, and what the file says about itself; `None` when there is no page.
pub fn contents(document: &Document) -> Option<Contents> {
    let catalog = document.catalog().ok()?;
    let mut budget = Budget { left: MOST_BYTES };
    let mut contents = Contents {
        tagged: is_tagged(document, catalog),
        language: language(document, catalog),
        title: title(document, catalog, &mut budget),
        ..Contents::default()
    };
    let mut reader = Reader::new(document, budget);
    let mut fonts = Fonts::default();
    let mut text = String::new();
    for (page, number) in document.page_iter().zip(1..) {
        contents.pages = number;
        let Ok(page) = document.get_dictionary(page) else {
            continue;
        };
        let resources = inherited(document, page, b"Resources");
        if let Some(resources) = resources {
            fonts.note(document, resources);
        }
        let is_first = number <= PAGES_WITH_TEXT;
        if let Some(page) = reader.page(page, resources, is_first, &mut fonts) {
            contents.take(number, &page);
            if is_first {
                text.push_str(&page.text);
                text.push('\n');
            }
        }
    }
    contents.text = crate::pdf::text::tidy(&text);
    contents.loose_fonts = fonts.loose();
    (contents.pages > 0).then_some(contents)
}

impl Contents {
    fn take(&mut self, number: usize, page: &Page) {
        if page.drawn == 0 && page.is_drawn() {
            self.scanned.push(number);
        }
        if number <= PAGES_WITH_TEXT {
            self.drawn += page.drawn;
            self.lost += page.lost;
        }
    }
}

/// How much may still be unpacked.
pub struct Budget {
    left: usize,
}

impl Budget {
    /// Takes a piece of it; `false` when it is used up.
    pub fn spend(&mut self, amount: usize) -> bool {
        let left = self.left.checked_sub(amount);
        self.left = left.unwrap_or_default();
        left.is_some()
    }

    /// What a stream says; `None` when it says too much or is damaged.
    pub fn unpack(&mut self, stream: &Stream) -> Option<Vec<u8>> {
        let most = self.left.min(MOST_STREAM_BYTES);
        if !self.spend(PAGE_COST) {
            return None;
        }
        let content = stream.get_plain_content_with_limit(most);
        match content {
            Ok(content) => self.spend(content.len()).then_some(content),
            Err(_) => {
                // It may have been unpacked up to the limit before it failed.
                self.spend(most.min(stream.content.len().saturating_mul(1000)));
                None
            }
        }
    }
}

/// A value of a dictionary, where it is a reference what that leads to.
pub fn deref<'a>(document: &'a Document, from: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let (_, object) = document.dereference(from.get(key).ok()?).ok()?;
    Some(object)
}

/// The same where it is a dictionary.
pub fn dictionary<'a>(
    document: &'a Document,
    from: &'a Dictionary,
    key: &[u8],
) -> Option<&'a Dictionary> {
    deref(document, from, key)?.as_dict().ok()
}

/// A dictionary of a page or of the nearest of the nodes above it (ISO 32000-1, 7.7.3.4).
fn inherited<'a>(
    document: &'a Document,
    page: &'a Dictionary,
    key: &[u8],
) -> Option<&'a Dictionary> {
    let mut node = page;
    for _ in 0..MOST_PARENTS {
        if let Some(found) = dictionary(document, node, key) {
            return Some(found);
        }
        node = dictionary(document, node, b"Parent")?;
    }
    None
}
