//! What a template sees of the files and the editions of a training material.

use serde::Serialize;

use crate::theme::view::{AttachmentView, LabelledDay, LinkView};

/// The files of a lesson: all in one, then by the part they play.
#[derive(Clone, Debug, Serialize)]
pub struct FilesView {
    pub pack: Option<PackView>,
    /// スライド, 配布資料 … in this order; only groups that have files.
    pub groups: Vec<FileGroup>,
    /// In the order of the groups.
    pub sums: Vec<SumView>,
}

/// All files in one.
#[derive(Clone, Debug, Serialize)]
pub struct PackView {
    pub href: String,
    /// `1.2MB`, that of the files before they are packed.
    pub size: String,
    pub count: usize,
    /// The list of SHA-256 as a file.
    pub sums: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct FileGroup {
    /// `スライド`; nothing where no file has a part of its own.
    pub label: Option<String>,
    pub files: Vec<AttachmentView>,
}

/// By what a reader can see that a file came as it was published.
#[derive(Clone, Debug, Serialize)]
pub struct SumView {
    /// `tebiki.pdf`.
    pub name: String,
    /// 64 hexadecimal digits.
    pub sha256: String,
}

/// Which edition a page shows, and the others.
#[derive(Clone, Debug, Serialize)]
pub struct EditionsView {
    /// `第2版`.
    pub own: Option<String>,
    /// On the page of an old edition: the newest one.
    pub newest: Option<LinkView>,
    /// `第3版`, that of the newest one.
    pub newest_edition: Option<String>,
    /// The whole address that always leads to the newest edition.
    pub address: String,
    /// On the page of the newest edition: those before it, the latest first.
    pub older: Vec<OldEdition>,
}

#[derive(Clone, Debug, Serialize)]
pub struct OldEdition {
    pub href: String,
    /// `第1版`, or its title.
    pub label: String,
    pub dated: Option<LabelledDay>,
}
