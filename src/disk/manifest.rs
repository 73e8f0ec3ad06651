//! What an earlier build wrote, kept in the output folder: which files may be removed and need not be made again, and which manuscripts
//! were public.
//!
//! Invariant: a path that is not a safe path below the output folder is never read from it.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::model::address::OutputPath;
use crate::model::date::Date;
use crate::outputs::Fingerprint;
use crate::outputs::revisions::Revision;

/// The name of the file in the output folder.
pub const FILE: &str = ".kairan-manifest";

const HEADER: &str = "kairan 1";

/// What a line about a manuscript begins with; no line about a file does.
const MANUSCRIPT: &str = "manuscript ";

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

/// Reads the revisions of manuscripts out of a manifest.
pub fn revisions(text: &str) -> BTreeMap<Box<str>, Revision> {
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        return BTreeMap::new();
    }
    lines.filter_map(revision).collect()
}

fn revision(line: &str) -> Option<(Box<str>, Revision)> {
    let mut parts = line.strip_prefix(MANUSCRIPT)?.splitn(3, ' ');
    let digest = *blake3::Hash::from_hex(parts.next()?).ok()?.as_bytes();
    let changed = Date::from_iso(parts.next()?)?;
    Some((parts.next()?.into(), Revision { digest, changed }))
}

fn entry(line: &str) -> Option<(OutputPath, Entry)> {
    let mut parts = line.splitn(3, ' ');
    let fingerprint = *blake3::Hash::from_hex(parts.next()?).ok()?.as_bytes();
    let bytes = parts.next()?.parse().ok()?;
    let path = OutputPath::new(parts.next()?)?;
    Some((path, Entry { fingerprint, bytes }))
}

/// The text of a manifest, in the order of paths.
pub fn text(
    entries: &BTreeMap<OutputPath, Entry>,
    revisions: &BTreeMap<Box<str>, Revision>,
) -> String {
    let mut text = String::with_capacity((entries.len() + revisions.len()) * 120);
    text.push_str(HEADER);
    text.push('\n');
    for (path, entry) in entries {
        let fingerprint = blake3::Hash::from_bytes(entry.fingerprint).to_hex();
        writeln!(text, "{fingerprint} {} {path}", entry.bytes)
            .expect("writing to a String does not fail");
    }
    for (path, revision) in revisions {
        let digest = blake3::Hash::from_bytes(revision.digest).to_hex();
        writeln!(
            text,
            "{MANUSCRIPT}{digest} {} {path}",
            revision.changed.iso()
        )
        .expect("writing to a String does not fail");
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Entry, read, revisions, text};
    use crate::model::address::OutputPath;
    use crate::model::date::Date;
    use crate::outputs::revisions::Revision;

    #[test]
    fn a_manifest_is_read_as_it_was_written_and_unsafe_lines_are_not() {
        let path = OutputPath::new("kita/index.html").expect("a safe path");
        let entry = Entry {
            fingerprint: [7; 32],
            bytes: 12,
        };
        let entries = BTreeMap::from([(path, entry)]);
        let revision = Revision {
            digest: [9; 32],
            changed: Date::from_iso("2026-11-22").expect("a day"),
        };
        let manuscripts = BTreeMap::from([("content/city/notices/a b.md".into(), revision)]);
        let written = text(&entries, &manuscripts);
        assert_eq!(read(&written), entries);
        assert_eq!(revisions(&written), manuscripts);
        let hostile = written.replace("kita/index.html", "../outside");
        assert!(read(&hostile).is_empty());
        assert!(read("something else\n").is_empty());
    }
}
