//! The list of files an earlier build wrote, kept in the output folder: what may be removed and what need not be made again.
//!
//! Invariant: a path that is not a safe path below the output folder is never read from it.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::model::address::OutputPath;
use crate::outputs::Fingerprint;

/// The name of the file in the output folder.
pub const FILE: &str = ".kairan-manifest";

const HEADER: &str = "kairan 1";

/// One file of an earlier build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub fingerprint: Fingerprint,
    pub bytes: u64,
}

/// Reads a manifest; lines that cannot be understood are passed over, so that a damaged one only costs time.
pub fn read(text: &str) -> BTreeMap<OutputPath, Entry> {
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        return BTreeMap::new();
    }
    lines.filter_map(entry).collect()
}

fn entry(line: &str) -> Option<(OutputPath, Entry)> {
    let mut parts = line.splitn(3, ' ');
    let fingerprint = *blake3::Hash::from_hex(parts.next()?).ok()?.as_bytes();
    let bytes = parts.next()?.parse().ok()?;
    let path = OutputPath::new(parts.next()?)?;
    Some((path, Entry { fingerprint, bytes }))
}

/// The text of a manifest, in the order of paths.
pub fn text(entries: &BTreeMap<OutputPath, Entry>) -> String {
    let mut text = String::with_capacity(entries.len() * 120);
    text.push_str(HEADER);
    text.push('\n');
    for (path, entry) in entries {
        let fingerprint = blake3::Hash::from_bytes(entry.fingerprint).to_hex();
        writeln!(text, "{fingerprint} {} {path}", entry.bytes)
            .expect("writing to a String does not fail");
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Entry, read, text};
    use crate::model::address::OutputPath;

    #[test]
    fn a_manifest_is_read_as_it_was_written_and_unsafe_lines_are_not() {
        let path = OutputPath::new("kita/index.html").expect("a safe path");
        let entry = Entry {
            fingerprint: [7; 32],
            bytes: 12,
        };
        let entries = BTreeMap::from([(path, entry)]);
        let written = text(&entries);
        assert_eq!(read(&written), entries);
        let hostile = written.replace("kita/index.html", "../outside");
        assert!(read(&hostile).is_empty());
        assert!(read("something else\n").is_empty());
    }
}
