//! What the engine may see while it sets one sheet: the files of `print/`, the typeface and the values of the sheet, and nothing else.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{DiagSpanKind, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World};

use crate::diag::Diagnostic;
use crate::source::Sources;
use crate::theme::code::code;
use crate::theme::faults;
use crate::theme::print::Sheet;
use crate::theme::print::typeface::Typeface;

/// The name under which a sheet finds its values.
const VALUES: &str = "values.json";

/// The files of `print/`, parsed once.
#[derive(Default)]
pub struct Files {
    sources: BTreeMap<String, Source>,
}

impl Files {
    pub fn read(sources: &Sources, below: &str) -> Self {
        let file = |source: &crate::source::Source| {
            let name = source.path.strip_prefix(below)?;
            let id = name.ends_with(".typ").then(|| id(name)).flatten()?;
            let text = source.text()?.to_owned();
            Some((name.to_owned(), Source::new(id, text)))
        };
        Self {
            sources: sources
                .below(below)
                .filter_map(|(_, source)| file(source))
                .collect(),
        }
    }

    pub fn has(&self, sheet: &str) -> bool {
        self.sources.contains_key(&format!("{sheet}.typ"))
    }

    /// What cannot be read in them.
    pub fn faults(&self, sources: &Sources, below: &str) -> Vec<Diagnostic> {
        let of_file = |(name, source): (&String, &Source)| {
            let (errors, _) = source.root().errors_and_warnings();
            let path = format!("{below}{name}");
            errors.first().map(|error| {
                let range = match error.span.get() {
                    DiagSpanKind::Detached => None,
                    DiagSpanKind::Number { num, sub_range, .. } => source.range(num, sub_range),
                    DiagSpanKind::Range { range, .. } => Some(range),
                };
                let at = faults::at_range(sources, &path, range.unwrap_or_default());
                faults::template(at, &error.message)
            })
        };
        self.sources.iter().filter_map(of_file).collect()
    }

    pub fn hasher(&self) -> blake3::Hasher {
        let mut hasher = blake3::Hasher::new();
        for (name, source) in &self.sources {
            for part in [name, source.text()] {
                hasher.update(blake3::hash(part.as_bytes()).as_bytes());
            }
        }
        hasher
    }
}

/// What a sheet is set for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be printed.
    Print,
    /// To know how much of it is too much.
    Proof,
}

/// Everything that is the same for all sheets.
pub struct Desk {
    files: Files,
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    typeface: Typeface,
}

impl Desk {
    pub fn new(files: Files, typeface: Typeface) -> Self {
        // Only with this feature may a table say which of its cells are headings of rows.
        let features = Features::from_iter([Feature::A11yExtras]);
        Self {
            files,
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(FontBook::from_fonts(&typeface.fonts)),
            typeface,
        }
    }

    pub fn typeface(&self) -> &Typeface {
        &self.typeface
    }

    /// What the engine sees of one sheet; `None` when the theme has no such sheet.
    pub fn world(
        desk: &Arc<Self>,
        sheet: &Sheet<'_, impl Serialize>,
        purpose: Purpose,
    ) -> Option<Shown> {
        let main = desk.files.sources.get(&format!("{}.typ", sheet.name))?;
        Some(Shown {
            desk: Arc::clone(desk),
            main: main.id(),
            values: Bytes::new(desk.values(sheet, purpose)),
            values_id: id(VALUES)?,
        })
    }

    fn values(&self, sheet: &Sheet<'_, impl Serialize>, purpose: Purpose) -> Vec<u8> {
        #[derive(Serialize)]
        struct Values<'a, V> {
            font: &'a str,
            address: &'a str,
            /// Whether only the number of lines that are too many is asked for.
            proof: bool,
            /// The QR code of the address as SVG.
            code: Option<String>,
            view: &'a V,
        }
        let values = Values {
            font: &self.typeface.family,
            address: sheet.address,
            proof: purpose == Purpose::Proof,
            code: code(sheet.address).map(|code| code.svg()),
            view: sheet.view,
        };
        let json = serde_json::to_string(&values).unwrap_or_default();
        self.typeface.writable(&json).into_bytes()
    }
}

/// What the engine sees of one sheet.
pub struct Shown {
    desk: Arc<Desk>,
    main: FileId,
    values: Bytes,
    values_id: FileId,
}

impl World for Shown {
    fn library(&self) -> &LazyHash<Library> {
        &self.desk.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.desk.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let name = id.vpath().get_without_slash();
        let found = self.desk.files.sources.get(name).cloned();
        found.ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let is_known = id == self.values_id;
        is_known
            .then(|| self.values.clone())
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.desk.typeface.fonts.get(index).cloned()
    }

    /// Only `cmd` knows the clock; a sheet that says a day gets it in its values.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}
