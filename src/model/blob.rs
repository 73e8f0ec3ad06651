//! Files that are copied as they are.

use std::path::PathBuf;
use std::sync::Arc;

use crate::pdf::Inspection;

/// A file that is only copied: where it is, what its bytes are known by, and what is in it where that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blob {
    pub file: PathBuf,
    pub bytes: u64,
    pub digest: [u8; 32],
    /// Of attachments that are called `.pdf`.
    pub pdf: Option<Arc<Inspection>>,
}
