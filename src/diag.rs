//! What the program says about a manuscript: one finding, where it is, what is wrong and how to put it right.
//!
//! Invariant: a diagnostic is written in plain Japanese where it is detected; printing it is `report`'s work.
//! Invariant: a code is a row of `checks::rows()`, whichever phase found the fault.

use crate::sheet::CellAddress;
use crate::text::span::{Location, SourceId, Span};

/// How much a finding matters: an error keeps the site from being published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Error,
    Warning,
    Info,
}

impl Severity {
    /// The word shown to people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Error => "誤り",
            Self::Warning => "注意",
            Self::Info => "参考",
        }
    }

    /// The word in JSON and in GitHub annotations.
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// Where a finding is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Where {
    /// A path below the root that could not be read as a source, or that is missing; `/` between folders.
    Path(String),
    /// A whole file.
    File(SourceId),
    /// Characters of a file.
    Text(Location),
    /// A cell of a file of tables.
    Cell(CellPlace),
}

/// A cell of a file that is no text, or whose text nobody sees as such.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellPlace {
    pub source: SourceId,
    /// The name of the sheet; none in a CSV file.
    pub sheet: Option<Box<str>>,
    pub cell: CellAddress,
}

/// An exact text edit that removes the cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    pub at: Location,
    pub replacement: String,
    pub certainty: Certainty,
}

/// Whether an edit may be made without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It changes nothing but what is wrong.
    Sure,
    /// It is what the author probably meant; something else may be wrong instead.
    Guess,
}

/// A second place that explains the finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    pub at: Where,
    pub label: String,
}

/// One finding about the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: &'static str,
    pub severity: Severity,
    pub at: Where,
    /// What is wrong, in one short sentence without a full stop.
    pub title: String,
    /// Said beside the marked characters; may be empty.
    pub label: String,
    /// 直し方: what to do, with the literal text to type; may be empty.
    pub help: String,
    pub related: Vec<Related>,
    pub fix: Option<Fix>,
}

impl Diagnostic {
    pub fn error(code: &'static str, at: Where, title: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, at, title.into())
    }

    pub fn warning(code: &'static str, at: Where, title: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, at, title.into())
    }

    pub fn info(code: &'static str, at: Where, title: impl Into<String>) -> Self {
        Self::new(code, Severity::Info, at, title.into())
    }

    fn new(code: &'static str, severity: Severity, at: Where, title: String) -> Self {
        Self {
            code,
            severity,
            at,
            title,
            label: String::new(),
            help: String::new(),
            related: Vec::new(),
            fix: None,
        }
    }

    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    pub fn related(mut self, at: Where, label: impl Into<String>) -> Self {
        let label = label.into();
        self.related.push(Related { at, label });
        self
    }

    /// Offers an edit that may be made without asking.
    pub fn fix(self, at: Location, replacement: impl Into<String>) -> Self {
        self.edit(at, replacement.into(), Certainty::Sure)
    }

    /// Offers an edit for the author to decide on.
    pub fn suggest(self, at: Location, replacement: impl Into<String>) -> Self {
        self.edit(at, replacement.into(), Certainty::Guess)
    }

    fn edit(mut self, at: Location, replacement: String, certainty: Certainty) -> Self {
        self.fix = Some(Fix {
            at,
            replacement,
            certainty,
        });
        self
    }

    /// The edit to make without asking, if there is one.
    pub fn sure_fix(&self) -> Option<&Fix> {
        let fix = self.fix.as_ref();
        fix.filter(|fix| fix.certainty == Certainty::Sure)
    }

    /// The file the finding is in, when it is in a file that could be read.
    pub fn source(&self) -> Option<SourceId> {
        match &self.at {
            Where::Path(_) => None,
            Where::File(source) => Some(*source),
            Where::Text(location) => Some(location.source),
            Where::Cell(place) => Some(place.source),
        }
    }
}

/// Whether any finding keeps the site from being published.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// Collects the findings about one file while it is read.
#[derive(Debug)]
pub struct Findings {
    source: SourceId,
    found: Vec<Diagnostic>,
}

impl Findings {
    pub fn new(source: SourceId) -> Self {
        Self {
            source,
            found: Vec::new(),
        }
    }

    pub fn location(&self, span: Span) -> Location {
        Location {
            source: self.source,
            span,
        }
    }

    pub fn at(&self, span: Span) -> Where {
        Where::Text(self.location(span))
    }

    pub fn file(&self) -> Where {
        Where::File(self.source)
    }

    /// A cell of the file, in a sheet where it has sheets.
    pub fn cell(&self, sheet: Option<Box<str>>, cell: CellAddress) -> Where {
        Where::Cell(CellPlace {
            source: self.source,
            sheet,
            cell,
        })
    }

    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.found.extend(diagnostics);
    }

    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.found
    }
}
