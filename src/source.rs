//! `Sources` (layer 3): the files of `content/` and `themes/` as they were on disk, nothing interpreted but the path.
//!
//! Invariant: paths are relative to the root, use `/`, are in NFC and are unique; a `SourceId` is the position in path order.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostic, Where};
use crate::model::blob::Blob;
use crate::text::span::{SourceId, Span};

/// Everything read from disk.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
    by_path: BTreeMap<Box<str>, SourceId>,
    /// What could not be read as a source.
    pub problems: Vec<Diagnostic>,
    /// The fonts that sheets of paper may be set in; `None` where nobody looked for any, so that nothing is printed.
    pub fonts: Option<Vec<FontFile>>,
}

/// A font of this computer.
#[derive(Clone, Debug)]
pub struct FontFile {
    pub bytes: Arc<[u8]>,
    /// BLAKE3 of the bytes.
    pub digest: [u8; 32],
}

/// One file.
#[derive(Debug)]
pub struct Source {
    /// `content/wards/kita/ward.yaml`.
    pub path: Box<str>,
    pub content: Content,
}

/// What is kept of a file.
#[derive(Debug)]
pub enum Content {
    /// Text in UTF-8 without a byte order mark, line ends as written.
    Text(Box<str>),
    /// The bytes of a file of tables, whose form and characters are for `parse` to tell.
    Table(Box<[u8]>),
    /// A file that is only copied.
    Binary(Blob),
}

impl Sources {
    /// Orders the files by path. Of two files with the same path the first is kept; `disk::read` has reported the other.
    pub fn new(files: impl IntoIterator<Item = Source>, problems: Vec<Diagnostic>) -> Self {
        let ordered: BTreeMap<Box<str>, Source> = files
            .into_iter()
            .map(|source| (source.path.clone(), source))
            .collect();
        let ids = (0..).map(SourceId);
        let by_path = ordered.keys().cloned().zip(ids).collect();
        Self {
            files: ordered.into_values().collect(),
            by_path,
            problems,
            fonts: None,
        }
    }

    pub fn get(&self, id: SourceId) -> &Source {
        &self.files[id.0 as usize]
    }

    pub fn find(&self, path: &str) -> Option<SourceId> {
        self.by_path.get(path).copied()
    }

    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        (0..).map(SourceId).zip(&self.files)
    }

    /// The files whose path starts with `folder`, which ends with `/`.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (SourceId, &'a Source)> {
        let from = self.by_path.range::<str, _>((
            std::ops::Bound::Included(folder),
            std::ops::Bound::Unbounded,
        ));
        from.take_while(move |(path, _)| path.starts_with(folder))
            .map(|(_, id)| (*id, self.get(*id)))
    }

    pub fn path(&self, id: SourceId) -> &str {
        &self.get(id).path
    }

    /// The path of the file that a finding is about.
    pub fn path_of<'a>(&'a self, at: &'a Where) -> &'a str {
        match at {
            Where::Path(path) => path,
            Where::File(source) => self.path(*source),
            Where::Text(location) => self.path(location.source),
            Where::Cell(place) => self.path(place.source),
        }
    }

    /// The text of a file; empty for one that is only copied.
    pub fn text(&self, id: SourceId) -> &str {
        self.get(id).text().unwrap_or_default()
    }

    /// Puts another text in the place of a file's; its path stays.
    pub fn rewrite(&mut self, id: SourceId, text: impl Into<Box<str>>) {
        self.files[id.0 as usize].content = Content::Text(text.into());
    }

    pub fn slice(&self, id: SourceId, span: Span) -> &str {
        span.of(self.text(id))
    }
}

/// Orders findings by path, place, code and title, which is a total order whatever order they were found in.
pub fn sort(diagnostics: &mut [Diagnostic], sources: &Sources) {
    diagnostics.sort_by_cached_key(|found| {
        (
            sources.path_of(&found.at).to_owned(),
            found.at.clone(),
            found.code,
            found.title.clone(),
        )
    });
}

impl Source {
    /// A text made in memory, for tests and for files that are embedded in the program.
    pub fn text_file(path: &str, text: impl Into<Box<str>>) -> Self {
        Self {
            path: path.into(),
            content: Content::Text(text.into()),
        }
    }

    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(text),
            Content::Table(_) | Content::Binary(_) => None,
        }
    }
}
