//! Where findings are, in the words people use: path, line and column.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, Severity, Where};
use crate::report::excerpt::{Excerpt, excerpt, visible};
use crate::source::Sources;
use crate::text::span::{LineColumn, LineIndex, Location, SourceId};

/// The sources of some findings and where their characters stand.
///
/// Invariant: every text is counted through once, however many findings stand in one long line of it.
pub struct Places<'a> {
    sources: &'a Sources,
    points: BTreeMap<(SourceId, usize), LineColumn>,
}

/// A stretch of characters; the end is the place after the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub start: LineColumn,
    pub end: LineColumn,
}

impl<'a> Places<'a> {
    pub fn of(diagnostics: &[Diagnostic], sources: &'a Sources) -> Self {
        let wheres = diagnostics.iter().flat_map(|diagnostic| {
            let related = diagnostic.related.iter().map(|related| &related.at);
            std::iter::once(&diagnostic.at).chain(related)
        });
        let marked = wheres.filter_map(|at| match at {
            Where::Text(location) => Some(*location),
            Where::File(_) | Where::Path(_) | Where::Cell(_) => None,
        });
        let fixed = diagnostics
            .iter()
            .filter_map(|diagnostic| Some(diagnostic.fix.as_ref()?.at));
        let mut offsets: BTreeMap<SourceId, BTreeSet<usize>> = BTreeMap::new();
        for location in marked.chain(fixed) {
            let range = location.span.range();
            let offsets = offsets.entry(location.source).or_default();
            offsets.extend([range.start, range.end]);
        }
        let mut points = BTreeMap::new();
        for (source, offsets) in offsets {
            let found = line_columns(sources.text(source), offsets);
            points.extend(found.map(|(offset, point)| ((source, offset), point)));
        }
        Self { sources, points }
    }

    /// The path as it is, for machines.
    pub fn raw_path<'b>(&'b self, at: &'b Where) -> &'b str {
        self.sources.path_of(at)
    }

    /// The path for people.
    pub fn path(&self, at: &Where) -> String {
        visible(self.raw_path(at))
    }

    /// `None` for a finding about a whole file or a cell.
    pub fn stretch(&self, at: &Where) -> Option<Stretch> {
        match at {
            Where::Path(_) | Where::File(_) | Where::Cell(_) => None,
            Where::Text(location) => self.stretch_of(*location),
        }
    }

    pub fn stretch_of(&self, location: Location) -> Option<Stretch> {
        let range = location.span.range();
        let point = |offset| self.points.get(&(location.source, offset)).copied();
        let start = point(range.start)?;
        let end = point(range.end)?.max(start);
        Some(Stretch { start, end })
    }

    /// `[Sheet1] D14`, or `D14` in a file without sheets.
    pub fn cell(&self, at: &Where) -> Option<String> {
        let Where::Cell(place) = at else {
            return None;
        };
        let sheet = place.sheet.as_deref().map(visible);
        let sheet = sheet.map(|sheet| format!("[{sheet}] "));
        Some(format!("{}{}", sheet.unwrap_or_default(), place.cell))
    }

    /// The line of a finding, cut to what can be read at once; `None` for a finding about a whole file or a cell.
    pub fn excerpt(&self, at: &Where) -> Option<Excerpt> {
        match at {
            Where::Path(_) | Where::File(_) | Where::Cell(_) => None,
            Where::Text(location) => {
                Some(excerpt(self.sources.text(location.source), location.span))
            }
        }
    }

    /// `path:line:column`, `path [sheet] cell`, or the path alone.
    pub fn address(&self, at: &Where) -> String {
        let path = self.path(at);
        match (self.stretch(at), self.cell(at)) {
            (Some(Stretch { start, .. }), _) => format!("{path}:{}:{}", start.line, start.column),
            (None, Some(cell)) => format!("{path} {cell}"),
            (None, None) => path,
        }
    }

    /// 「誤り 2件、注意 1件（3ファイル）」.
    pub fn summary(&self, diagnostics: &[Diagnostic]) -> String {
        let count = |severity: Severity| {
            let found = diagnostics
                .iter()
                .filter(|diagnostic| diagnostic.severity == severity)
                .count();
            (found > 0).then(|| format!("{} {found}件", severity.label()))
        };
        let counts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Info]
            .into_iter()
            .filter_map(count)
            .collect();
        if counts.is_empty() {
            return "指摘はありません。".to_owned();
        }
        let files: BTreeSet<&str> = diagnostics
            .iter()
            .map(|diagnostic| self.raw_path(&diagnostic.at))
            .collect();
        format!("{}（{}ファイル）", counts.join("、"), files.len())
    }
}

/// Each offset with its place, counted on from the one before when both stand in one line.
fn line_columns(text: &str, offsets: BTreeSet<usize>) -> impl Iterator<Item = (usize, LineColumn)> {
    let index = LineIndex::new(text);
    let mut last: Option<(usize, LineColumn)> = None;
    offsets.into_iter().map(move |offset| {
        let further = last.and_then(|(before, point)| {
            let between = text.get(before..offset)?;
            let column = point.column + between.chars().count();
            (!between.contains('\n')).then_some(LineColumn { column, ..point })
        });
        let point = further.unwrap_or_else(|| index.line_column(text, offset));
        last = Some((offset, point));
        (offset, point)
    })
}

#[cfg(test)]
pub mod tests {
    use std::ops::Range;

    use super::Places;
    use crate::diag::{CellPlace, Diagnostic, Where};
    use crate::sheet::CellAddress;
    use crate::source::{Source, Sources};
    use crate::text::span::{Location, Span};

    /// Sources made in memory, for the tests of every format.
    pub fn sources(files: &[(&str, &str)]) -> Sources {
        let files = files
            .iter()
            .map(|(path, text)| Source::text_file(path, *text));
        Sources::new(files, Vec::new())
    }

    /// The bytes `range` of a file of `sources`.
    pub fn mark(sources: &Sources, path: &str, range: Range<usize>) -> Where {
        let source = sources.find(path).expect("the sample has the file");
        let span = Span::new(range);
        Where::Text(Location { source, span })
    }

    /// The first `words` in a file of `sources`.
    pub fn words(sources: &Sources, path: &str, words: &str) -> Where {
        let source = sources.find(path).expect("the sample has the file");
        let text = sources.text(source);
        let start = text.find(words).expect("the sample has the words");
        mark(sources, path, start..start + words.len())
    }

    #[test]
    fn the_summary_counts_findings_and_files() {
        let sources = sources(&[("a.md", "題名"), ("b.md", "日時")]);
        let found = [
            Diagnostic::error("x", words(&sources, "a.md", "題名"), "一"),
            Diagnostic::error("x", words(&sources, "b.md", "日時"), "二"),
            Diagnostic::warning("y", words(&sources, "b.md", "時"), "三"),
        ];
        let summary = Places::of(&found, &sources).summary(&found);
        assert_eq!(summary, "誤り 2件、注意 1件（2ファイル）");
    }

    #[test]
    fn a_cell_is_named_as_its_spreadsheet_does() {
        let sources = sources(&[("kita/hospitals.xlsx", "")]);
        let cell = CellAddress { row: 13, column: 3 };
        let place = |sheet: Option<&str>| {
            Where::Cell(CellPlace {
                source: sources.find("kita/hospitals.xlsx").expect("a file"),
                sheet: sheet.map(Into::into),
                cell,
            })
        };
        let places = Places::of(&[], &sources);
        assert_eq!(
            places.address(&place(Some("Sheet1"))),
            "kita/hospitals.xlsx [Sheet1] D14"
        );
        assert_eq!(places.address(&place(None)), "kita/hospitals.xlsx D14");
    }
}
