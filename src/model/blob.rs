//! Files that are copied as they are.

use std::path::PathBuf;

/// A file that is only copied: where it is, and what its bytes are known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blob {
    pub file: PathBuf,
    pub bytes: u64,
    pub digest: [u8; 32],
}
