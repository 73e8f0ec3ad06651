//! A pack in, the bytes of its ZIP or of the list of its SHA-256 out. The only place here that names the library for ZIP files.
//!
//! Invariant: the same pack gives the same bytes on every machine and at any time. Order and names come from the pack, times are its day
//! at midnight, rights are those of a plain file, and no file is looked at for more than its bytes.

use std::fmt;
use std::fs::File;
use std::io::{self, Seek, Write};
use std::path::PathBuf;

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::model::blob::{Blob, hex};
use crate::model::date::Date;
use crate::outputs::packs::{Content, Entry, Pack};

/// The list of SHA-256 in a pack and beside it, in the format of coreutils.
pub const SUMS: &str = "SHA256SUMS";

/// Why a pack could not be made.
#[derive(Debug)]
pub enum Fault {
    /// What was to be made for it could not; a sentence about the theme.
    Made(String),
    /// A file of the content cannot be read any more.
    Source { path: PathBuf, error: io::Error },
    /// The disk refused.
    Target(io::Error),
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Made(words) => formatter.write_str(words),
            Self::Source { path, error } => write!(formatter, "{}: {error}", path.display()),
            Self::Target(error) => error.fmt(formatter),
        }
    }
}

/// Writes a ZIP with everything in one folder: the readme, `SHA256SUMS`, then the files.
///
/// # Errors
/// When something cannot be made, read or written.
pub fn zip(pack: &Pack, target: impl Write + Seek) -> Result<(), Fault> {
    let readme = Ready::of(&pack.readme)?;
    let files = ready(pack)?;
    let sums = Ready::Bytes(list(&files).into_bytes());
    let head = [(&*pack.readme.name, &readme), (SUMS, &sums)];
    let rest = files.iter().map(|(name, ready)| (*name, ready));
    let mut archive = ZipWriter::new(target);
    for (name, ready) in head.into_iter().chain(rest) {
        let options = options(name, ready, pack.day);
        let started = archive.start_file(format!("{}/{name}", pack.folder), options);
        started.map_err(|error| Fault::Target(error.into()))?;
        ready.write(&mut archive)?;
    }
    let finished = archive.finish();
    finished.map_err(|error| Fault::Target(error.into()))?;
    Ok(())
}

/// A line for every file but the readme: its SHA-256, two blanks and its name.
///
/// Some programs that unpack write Japanese names in another way, so a list with the readme would find fault with a pack that is whole.
///
/// # Errors
/// When something cannot be made.
pub fn sums(pack: &Pack) -> Result<String, Fault> {
    Ok(list(&ready(pack)?))
}

/// What an entry holds: a file on disk, or bytes that have been made.
enum Ready<'a> {
    File(&'a Blob),
    Bytes(Vec<u8>),
}

fn ready(pack: &Pack) -> Result<Vec<(&str, Ready<'_>)>, Fault> {
    let files = pack.files.iter();
    files
        .map(|file| Ok((&*file.name, Ready::of(file)?)))
        .collect()
}

impl<'a> Ready<'a> {
    fn of(entry: &'a Entry) -> Result<Self, Fault> {
        match &entry.content {
            Content::File(blob) => Ok(Self::File(blob)),
            Content::Made { make, .. } => make().map(Self::Bytes).map_err(Fault::Made),
        }
    }

    fn bytes(&self) -> u64 {
        match self {
            Self::File(blob) => blob.bytes,
            Self::Bytes(bytes) => bytes.len() as u64,
        }
    }

    fn sha256(&self) -> [u8; 32] {
        match self {
            Self::File(blob) => blob.sha256,
            Self::Bytes(bytes) => Sha256::digest(bytes).into(),
        }
    }

    fn write(&self, to: &mut impl Write) -> Result<(), Fault> {
        match self {
            Self::File(blob) => {
                let mut original = File::open(&blob.file).map_err(|error| Fault::Source {
                    path: blob.file.clone(),
                    error,
                })?;
                io::copy(&mut original, to).map_err(Fault::Target)?;
                Ok(())
            }
            Self::Bytes(bytes) => to.write_all(bytes).map_err(Fault::Target),
        }
    }
}

fn list(files: &[(&str, Ready<'_>)]) -> String {
    let mut lines = String::new();
    for (name, ready) in files {
        lines.push_str(&hex(&ready.sha256()));
        lines.push_str("  ");
        lines.push_str(name);
        lines.push('\n');
    }
    lines
}

/// Formats that are packed already; packing them again takes time and saves nothing.
const PACKED: &[&str] = &[
    "7z", "docx", "epub", "gif", "gz", "jpeg", "jpg", "m4a", "mp3", "mp4", "odp", "ods", "odt",
    "pdf", "png", "pptx", "webm", "webp", "xlsx", "zip",
];

/// From this size on an entry needs the longer form of ZIP (APPNOTE, section 4.3.9.2), with room for what packing may add.
const LARGE_BYTES: u64 = 0xFF00_0000;

fn options(name: &str, ready: &Ready<'_>, day: Option<Date>) -> SimpleFileOptions {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let is_packed = PACKED.contains(&extension.to_ascii_lowercase().as_str());
    let method = match is_packed {
        true => CompressionMethod::Stored,
        false => CompressionMethod::Deflated,
    };
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(midnight(day))
        .unix_permissions(0o644)
        .system(System::Unix)
        .large_file(ready.bytes() >= LARGE_BYTES)
}

/// The first moment of a day; 1980-01-01, the first day that ZIP knows, for what has no day or one that ZIP cannot say.
fn midnight(day: Option<Date>) -> DateTime {
    let moment = |day: Date| {
        let year = u16::try_from(day.year()).ok()?;
        let (month, day) = (
            u8::try_from(day.month()).ok()?,
            u8::try_from(day.day()).ok()?,
        );
        DateTime::from_date_and_time(year, month, day, 0, 0, 0).ok()
    };
    day.and_then(moment).unwrap_or(DateTime::DEFAULT)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;
    use std::sync::Arc;

    use zip::DateTime;

    use super::{Fault, midnight, sums, zip};
    use crate::model::date::Date;
    use crate::outputs::packs::{Content, Entry, Pack};

    fn made(name: &str, bytes: Result<&'static str, &'static str>) -> Entry {
        let make = move || match bytes {
            Ok(text) => Ok(text.as_bytes().to_vec()),
            Err(words) => Err(words.to_owned()),
        };
        Entry {
            name: name.into(),
            content: Content::Made {
                make: Arc::new(make),
                fingerprint: [0; 32],
            },
        }
    }

    fn pack(file: Result<&'static str, &'static str>) -> Pack {
        Pack {
            folder: "tearai".into(),
            day: None,
            readme: made("お読みください.txt", Ok("はじめに")),
            files: vec![made("slides.pdf", file)],
        }
    }

    #[test]
    fn what_is_made_has_its_sum_as_files_have() {
        // The SHA-256 of `abc` (FIPS 180-2, appendix B.1).
        let expected =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  slides.pdf\n";
        assert_eq!(sums(&pack(Ok("abc"))).expect("it is made"), expected);
    }

    #[test]
    fn what_cannot_be_made_is_in_no_pack() {
        let fault = zip(&pack(Err("型の誤り")), Cursor::new(Vec::new()));
        assert!(matches!(fault, Err(Fault::Made(words)) if words == "型の誤り"));
    }

    #[test]
    fn a_day_that_a_zip_cannot_say_is_its_first() {
        let said = |iso: &str| midnight(Date::from_iso(iso)).to_string();
        assert_eq!(said("2026-11-01"), "2026-11-01 00:00:00");
        for iso in ["1979-12-31", "2108-01-01", "none"] {
            assert_eq!(midnight(Date::from_iso(iso)), DateTime::DEFAULT, "{iso}");
        }
    }
}
