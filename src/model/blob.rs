//! Files that are copied as they are.

use std::fmt::Write;
use std::path::PathBuf;
use std::sync::Arc;

use crate::pdf::Inspection;

/// A file that is only copied: where it is, what its bytes are known by, and what is in it where that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blob {
    pub file: PathBuf,
    pub bytes: u64,
    /// BLAKE3, by which a build sees that a file has changed.
    pub digest: [u8; 32],
    /// Of attachments that are called `.pdf`.
    pub pdf: Option<Arc<Inspection>>,
    /// SHA-256, by which readers can see that they have the file as it was published.
    pub sha256: [u8; 32],
}

/// A digest in hexadecimal digits, two for each byte.
pub fn hex(digest: &[u8; 32]) -> String {
    let mut digits = String::with_capacity(2 * digest.len());
    for byte in digest {
        write!(digits, "{byte:02x}").expect("writing to a String does not fail");
    }
    digits
}
