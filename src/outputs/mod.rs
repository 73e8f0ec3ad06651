//! `OUTPUTS` (layer 8): what is made from a site, planned before any of it is made.
//!
//! An output returns jobs: a path, a fingerprint of everything the bytes depend on, and a pure function that makes the bytes.
//! Invariant: a job knows nothing of the disk, of the clock or of another job.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::address::OutputPath;
use crate::model::site::Site;
use crate::model::blob::Blob;
use crate::theme::Theme;

/// A hash of all that the bytes of a job depend on.
pub type Fingerprint = [u8; 32];

/// One file to make.
pub struct Job {
    pub fingerprint: Fingerprint,
    pub make: Make,
}

/// How the bytes of a job come to be.
pub enum Make {
    /// By a pure function; the error is a sentence about the theme for the person who builds.
    Bytes(Box<dyn Fn() -> Result<Vec<u8>, String> + Send + Sync>),
    /// By copying a file of the content as it is.
    Copy(Blob),
}

/// Every file of the site, by path.
#[derive(Default)]
pub struct Plan {
    pub jobs: BTreeMap<OutputPath, Job>,
    /// Folders, ending with `/`, whose files of an earlier build stay although nothing here makes them: the last published pages of
    /// documents that were left out because of errors.
    pub kept: Vec<String>,
}

impl Plan {
    /// Whether a file of an earlier build stays although no job makes it.
    pub fn keeps(&self, path: &OutputPath) -> bool {
        self.kept.iter().any(|folder| path.as_str().starts_with(folder.as_str()))
    }
}

/// What outputs are made from.
pub struct Input {
    pub site: Site,
    pub theme: Theme,
}

/// One row of `OUTPUTS`.
pub struct OutputRow {
    pub id: &'static str,
    pub label: &'static str,
    pub plan: fn(&Arc<Input>) -> Vec<(OutputPath, Job)>,
}
