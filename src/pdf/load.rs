//! The bytes of a file in, its objects out, as long as they are not too many.
//!
//! Invariant: what is held at once stays below a small multiple of `MOST_PARTS` and of the size of the file.
//!
//! The library limits what one stream unpacks to and how deep objects nest, and nothing else: a table of a few megabytes may name the same
//! large object a hundred thousand times, and an object stream of a few kilobytes may do the same. So objects are counted while they are read.

use std::cell::Cell;
use std::panic::resume_unwind;

use lopdf::{Document, LoadOptions, Object, ObjectId, Stream};

use crate::pdf::Inspection;

/// Numbers, names, texts, lists and the like of all objects together; a tagged report of 500 pages has about a million.
const MOST_PARTS: usize = 3_000_000;

/// What one stream may unpack to while objects are read.
const MOST_UNPACKED_BYTES: usize = 16 * 1024 * 1024;

/// Why reading was given up. It is thrown through the library by unwinding, which is the only way out of it.
pub struct TooMuch;

thread_local! {
    /// How many parts may still be read on this thread.
    static LEFT: Cell<usize> = const { Cell::new(0) };
}

/// Reads all objects. It unwinds with `TooMuch` when there are too many, and may panic where the library does.
///
/// # Errors
/// What is to be said about a file that has no objects to look at.
pub fn load(bytes: &[u8]) -> Result<Document, Inspection> {
    if parts(bytes) > MOST_PARTS + bytes.len() / 16 {
        return Err(Inspection::TooMuch);
    }
    // An encrypted file is not read whole: its objects are copied before they are weighed.
    if names(bytes, b"Encrypt") {
        let metadata = Document::load_metadata_mem(bytes).map_err(|_| Inspection::Broken)?;
        if metadata.encrypted {
            let pages = usize::try_from(metadata.page_count).ok();
            let pages = pages.filter(|pages| *pages > 0);
            return Err(Inspection::Locked { pages });
        }
    }
    let document = read(bytes, false)?;
    let has_pages = document.page_iter().next().is_some();
    match has_pages {
        true => Ok(document),
        // The table may point past the objects, though they are all there.
        false => read(bytes, true),
    }
}

fn read(bytes: &[u8], force_reconstruct: bool) -> Result<Document, Inspection> {
    LEFT.set(MOST_PARTS);
    let options = LoadOptions {
        filter: Some(weigh),
        max_decompressed_size: Some(MOST_UNPACKED_BYTES),
        force_reconstruct,
        ..LoadOptions::default()
    };
    Document::load_mem_with_options(bytes, options).map_err(|_| Inspection::Broken)
}

/// Takes every object as it is, and gives up reading when there were too many. The library asks for each object once: for those of the file
/// itself it only wants to know whether to keep it, and an object stream is asked for before it is taken apart.
fn weigh(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    match object {
        Object::Stream(stream) if stream.dict.has_type(b"ObjStm") => spend(packed(stream)),
        Object::Stream(stream) => spend(stream.dict.len() + stream.content.len() / 1024 + 1),
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Name(_)
        | Object::String(..)
        | Object::Array(_)
        | Object::Dictionary(_)
        | Object::Reference(_) => {
            spend(weight(object));
            return Some((id, object.clone()));
        }
    }
    // Streams never stand in object streams, so that what is given back for one is not looked at.
    Some((id, Object::Null))
}

fn spend(parts: usize) {
    match LEFT.get().checked_sub(parts) {
        Some(left) => LEFT.set(left),
        // Nothing is wrong with the program, so the hook for panics is not called.
        None => resume_unwind(Box::new(TooMuch)),
    }
}

/// How many parts an object has; it is nested no deeper than the library allows.
fn weight(object: &Object) -> usize {
    match object {
        Object::Array(items) => 1 + items.iter().map(weight).sum::<usize>(),
        Object::Dictionary(entries) => {
            1 + entries
                .iter()
                .map(|(_, value)| 1 + weight(value))
                .sum::<usize>()
        }
        Object::String(bytes, _) | Object::Name(bytes) => 1 + bytes.len() / 1024,
        Object::Stream(stream) => 1 + stream.content.len() / 1024,
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Reference(_) => 1,
    }
}

/// How many parts will be read when an object stream is taken apart (ISO 32000-1, 7.5.7). Objects that begin in one another, or that do not
/// end where the next begins, are counted as often as they will be read.
fn packed(stream: &Stream) -> usize {
    let Ok(content) = stream.get_plain_content_with_limit(MOST_UNPACKED_BYTES) else {
        return 1;
    };
    let first = stream.dict.get(b"First").and_then(Object::as_i64);
    let first = first.ok().and_then(|first| usize::try_from(first).ok());
    let Some((index, objects)) = first.and_then(|first| content.split_at_checked(first)) else {
        return 1;
    };
    let numbers = index.split(u8::is_ascii_whitespace);
    let numbers: Vec<usize> = numbers.filter_map(number).collect();
    let starts: Vec<usize> = numbers.chunks_exact(2).map(|pair| pair[1]).collect();
    let total = parts(objects);
    let mut sum = starts.len() * 2;
    for (at, start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(objects.len());
        let own = objects.get(*start..end);
        sum += match own.filter(|own| !own.is_empty() && is_whole(own)) {
            Some(own) => parts(own),
            None => total,
        };
        if sum > MOST_PARTS {
            break;
        }
    }
    sum
}

fn number(word: &[u8]) -> Option<usize> {
    std::str::from_utf8(word).ok()?.parse().ok()
}

/// Whether as many lists and dictionaries end in these bytes as begin. Brackets in texts may make it wrong, which only costs some budget.
fn is_whole(bytes: &[u8]) -> bool {
    let mut depth = 0_i64;
    for byte in bytes {
        match byte {
            b'[' | b'<' => depth += 1,
            b']' | b'>' => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}

/// About how many parts stand in these bytes: each but the first of a row has one of these signs before it.
fn parts(bytes: &[u8]) -> usize {
    let is_sign = |byte: &&u8| {
        matches!(
            **byte,
            b' ' | b'\n' | b'\r' | b'\t' | b'\0' | b'\x0C' | b'[' | b'(' | b'/' | b'<'
        )
    };
    bytes.iter().filter(is_sign).count()
}

/// Whether a name stands anywhere in the bytes, written out or with `#` (ISO 32000-1, 7.3.5).
fn names(bytes: &[u8], name: &[u8]) -> bool {
    let slashes = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    let mut rests = slashes.filter_map(|(at, _)| bytes.get(at + 1..));
    rests.any(|rest| begins_with(rest, name))
}

fn begins_with(mut rest: &[u8], name: &[u8]) -> bool {
    name.iter().all(|wanted| {
        let (sign, behind) = match rest {
            [b'#', high, low, behind @ ..] => (hex(*high, *low), behind),
            [sign, behind @ ..] => (Some(*sign), behind),
            [] => return false,
        };
        rest = behind;
        sign == Some(*wanted)
    })
}

fn hex(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}
