//! Plain front matter: `key: value` and `- item` lines, read without the full YAML parser because nearly all manuscripts have nothing else.
//!
//! Invariant: what is read here means the same in YAML; a test in `yaml` holds the two together.

use std::ops::Range;

use crate::parse::values::Entry;
use crate::text::span::{Span, Spanned};

/// Reads front matter that has only `key: value`, `key:` with `- item` lines below, comments and empty lines.
/// `None` as soon as anything else appears.
pub fn plain_entries(text: &str, within: Range<usize>) -> Option<Vec<Entry>> {
    let mut entries: Vec<Entry> = Vec::new();
    for (start, line) in numbered_lines(text, within) {
        let content = line.trim_start_matches(' ');
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let indent = line.len() - content.len();
        if let Some(item) = content.strip_prefix("- ") {
            let last = entries.last_mut()?;
            let value = plain_value(item, start + indent + 2)?;
            if !(last.is_list || last.values.is_empty()) {
                return None;
            }
            last.is_list = true;
            last.values.push(value);
            continue;
        }
        if indent > 0 {
            return None;
        }
        let colon = content.find(':')?;
        let (key, value) = content.split_at_checked(colon)?;
        let key = plain_value(key, start)?;
        let value = value.strip_prefix(':')?;
        let values = if value.is_empty() {
            Vec::new()
        } else {
            vec![plain_value(value.strip_prefix(' ')?, start + colon + 2)?]
        };
        entries.push(Entry {
            key,
            values,
            is_list: false,
        });
    }
    Some(entries)
}

/// A scalar that means exactly its characters in YAML (1.2, 7.3.3 Plain Style).
fn plain_value(raw: &str, start: usize) -> Option<Spanned<String>> {
    let value = raw.trim_matches(' ');
    let first = value.chars().next()?;
    let is_indicator = "-?:,[]{}#&*!|>'\"%@`".contains(first);
    let is_null = matches!(value, "~" | "null" | "Null" | "NULL");
    let is_mixed = value.contains(": ")
        || value.contains(" #")
        || value.ends_with(':')
        || value.contains(['\t', '\0']);
    if is_indicator || is_mixed || is_null {
        return None;
    }
    let indent = raw.len() - raw.trim_start_matches(' ').len();
    let start = start + indent;
    Some(Spanned::new(
        value.to_owned(),
        Span::new(start..start + value.len()),
    ))
}

/// The lines of `text[within]` without their ends, each with the offset of its start.
pub fn numbered_lines(text: &str, within: Range<usize>) -> impl Iterator<Item = (usize, &str)> {
    let mut next = within.start;
    text.get(within)
        .unwrap_or_default()
        .split_inclusive('\n')
        .map(move |line| {
            let start = next;
            next += line.len();
            (start, line.trim_end_matches(['\n', '\r']))
        })
}
