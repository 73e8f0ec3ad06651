//! Front matter between YAML and strict types (phase `parse`): entries as they were written, one value with the way back to its
//! characters, and what can be wrong with part of it.
//!
//! Invariant: a fault marks characters of the value where the source shows the value as it is, and the whole value where it does not.

use std::ops::Range;

use crate::diag::{Diagnostic, Findings, Severity};
use crate::model::date::Date;
use crate::model::facet::Words;
use crate::model::names::Text;
use crate::text::japanese::{Folded, fold};
use crate::text::span::{Span, Spanned};

/// One `key: value` of front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub key: Spanned<String>,
    /// One trimmed line each; the span is its place in the source, verbatim unless quoted with escapes (then the whole scalar).
    pub values: Vec<Spanned<String>>,
    pub is_list: bool,
}

/// What a value is read against.
#[derive(Clone, Copy, Debug)]
pub struct Background<'a> {
    /// The whole file.
    pub text: &'a str,
    /// A value a person could write here, shown when this one cannot be read.
    pub example: &'a str,
    /// 掲載日, from which a year that is not written follows.
    pub published: Option<Date>,
}

/// One value and its folded reading.
#[derive(Debug)]
pub struct Line<'a> {
    pub raw: &'a str,
    pub span: Span,
    pub folded: Folded,
    background: Background<'a>,
}

impl<'a> Line<'a> {
    pub fn new(value: &'a Spanned<String>, background: Background<'a>) -> Self {
        Self {
            raw: &value.value,
            span: value.span,
            folded: Folded::new(&value.value),
            background,
        }
    }

    /// All signs of the value.
    pub fn whole(&self) -> Range<usize> {
        0..self.folded.len()
    }

    /// The written characters of a range of signs.
    pub fn written(&self, signs: Range<usize>) -> &'a str {
        self.raw.get(self.folded.bytes(signs)).unwrap_or_default()
    }

    pub fn published(&self) -> Option<Date> {
        self.background.published
    }

    /// Where a range of signs stands in the source.
    pub fn place(&self, signs: Range<usize>) -> Span {
        match self.is_verbatim() {
            true => self.span.part(self.folded.bytes(signs)),
            false => self.span,
        }
    }

    /// The words of a range of signs; `None` when only blanks are there.
    pub fn words(&self, signs: Range<usize>) -> Option<Words> {
        let signs = self.folded.trimmed(signs);
        let text = Text::new(self.written(signs.clone()))?;
        Some(Spanned::new(text, self.place(signs)))
    }

    /// A label such as 第1回, with its digits half-width.
    pub fn label(&self, signs: Range<usize>) -> Option<Text> {
        let narrow = |sign: char| match sign {
            '０'..='９' => fold(sign),
            sign => sign,
        };
        let written = self.written(self.folded.trimmed(signs));
        Text::new(&written.chars().map(narrow).collect::<String>())
    }

    /// The whole value as words.
    pub fn all_words(&self) -> Option<Words> {
        Some(Spanned::new(Text::new(self.raw)?, self.span))
    }

    /// Says what is wrong.
    pub fn report(&self, fault: Fault, findings: &mut Findings) {
        let place = findings.at(self.place(fault.at.clone()));
        let mut diagnostic = match fault.severity {
            Severity::Error => Diagnostic::error(fault.code, place, fault.title),
            Severity::Warning | Severity::Info => {
                Diagnostic::warning(fault.code, place, fault.title)
            }
        };
        let help = match fault.needs_example {
            true => format!("{}例：「{}」", fault.help, self.background.example),
            false => fault.help,
        };
        diagnostic = diagnostic.label(fault.label).help(help);
        if let Some((at, replacement)) = fault.fix.map(|fix| *fix).filter(|_| self.is_verbatim()) {
            diagnostic = diagnostic.suggest(findings.location(self.place(at)), replacement);
        }
        findings.push(diagnostic);
    }

    fn is_verbatim(&self) -> bool {
        self.span.of(self.background.text) == self.raw
    }
}

/// What is wrong with some signs of a value.
#[derive(Clone, Debug)]
pub struct Fault {
    pub code: &'static str,
    pub severity: Severity,
    pub at: Range<usize>,
    pub title: String,
    pub label: String,
    pub help: String,
    /// Whether the help leaves open what to type, so that an example is shown.
    pub needs_example: bool,
    /// Signs and what to write instead of them; boxed because a fault is handed back from every step of reading.
    pub fix: Option<Box<(Range<usize>, String)>>,
}

impl Fault {
    pub fn new(code: &'static str, at: Range<usize>, title: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            at,
            title: title.into(),
            label: String::new(),
            help: String::new(),
            needs_example: true,
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

    pub fn fix(mut self, at: Range<usize>, replacement: impl Into<String>) -> Self {
        self.fix = Some(Box::new((at, replacement.into())));
        self.without_example()
    }

    /// For a help that holds the text to type, or where the form of the value is not what is wrong.
    pub fn without_example(mut self) -> Self {
        self.needs_example = false;
        self
    }

    pub fn as_warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }
}

/// What reading some signs can come to: something else stands here, it was read, or it is wrong.
pub type Reading<T> = Result<Option<T>, Fault>;

/// Reads one value: reports what `read` finds wrong and gives what it understood.
pub fn read<T>(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
    read: impl FnOnce(&Line<'_>, &mut Vec<Fault>) -> Result<T, Fault>,
) -> Option<Spanned<T>> {
    let line = Line::new(value, background);
    let mut faults = Vec::new();
    let understood = match read(&line, &mut faults) {
        Ok(understood) => Some(Spanned::new(understood, value.span)),
        Err(fault) => {
            faults.push(fault);
            None
        }
    };
    for fault in faults {
        line.report(fault, findings);
    }
    understood
}

/// Reading one value in a test.
#[cfg(test)]
pub mod trial {
    use super::Background;
    use crate::diag::{Diagnostic, Findings, Where};
    use crate::model::date::Date;
    use crate::text::span::{SourceId, Span, Spanned};

    /// What `read` makes of a value, then what it says of it, as `code「marked characters」`. 掲載日 is 2026-11-01.
    pub fn outcome(
        value: &str,
        read: impl Fn(&Spanned<String>, Background<'_>, &mut Findings) -> String,
    ) -> String {
        let (understood, found) = read_one(value, read);
        let said = found.iter().map(|diagnostic| {
            let marked = match &diagnostic.at {
                Where::Text(location) => location.span.of(value),
                Where::Path(_) | Where::File(_) | Where::Cell(_) => "",
            };
            format!("{}「{marked}」", diagnostic.code)
        });
        let parts = std::iter::once(understood).chain(said);
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    }

    /// What is said about a value.
    pub fn all_findings(
        value: &str,
        read: impl Fn(&Spanned<String>, Background<'_>, &mut Findings) -> String,
    ) -> Vec<Diagnostic> {
        read_one(value, read).1
    }

    /// The one finding about a value.
    pub fn finding(
        value: &str,
        read: impl Fn(&Spanned<String>, Background<'_>, &mut Findings) -> String,
    ) -> Diagnostic {
        let mut found = all_findings(value, read);
        assert_eq!(found.len(), 1, "{value}: {found:?}");
        found.remove(0)
    }

    fn read_one(
        value: &str,
        read: impl Fn(&Spanned<String>, Background<'_>, &mut Findings) -> String,
    ) -> (String, Vec<Diagnostic>) {
        let background = Background {
            text: value,
            example: "書きかた",
            published: Date::from_iso("2026-11-01"),
        };
        let mut findings = Findings::new(SourceId(0));
        let written = Spanned::new(value.to_owned(), Span::new(0..value.len()));
        let understood = read(&written, background, &mut findings);
        (understood, findings.into_vec())
    }
}
