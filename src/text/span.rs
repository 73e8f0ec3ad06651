//! Positions in source texts: which file, which bytes, which line and column.
//!
//! Invariant: a `Span` made by this project starts and ends on character boundaries of its source.
//! Invariant: this is the only module that slices text by byte offsets handed in from elsewhere.

use std::ops::Range;

/// The index of a file in `Sources`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// A half-open range of bytes in one source text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// A span of `range`; offsets beyond 4 GiB do not occur because sources are limited in size.
    pub fn new(range: Range<usize>) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self {
            start: clamp(range.start),
            end: clamp(range.end),
        }
    }

    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The part of this span at `inner`, an offset range counted from the start of this span.
    pub fn part(self, inner: Range<usize>) -> Self {
        let start = self.start as usize;
        Self::new(start + inner.start..start + inner.end)
    }

    /// The characters of the span in its text; empty when the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }
}

/// A span in a known source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    pub source: SourceId,
    pub span: Span,
}

/// A value and where its author wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

impl<T> Spanned<T> {
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned::new(change(self.value), self.span)
    }
}

/// A line and a column for people, both counted from 1; the column counts characters, not bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    pub line: usize,
    pub column: usize,
}

/// The starts of the lines of one text, made once and asked often.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    pub fn new(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0)
            .chain(breaks.map(|(at, _)| at + 1))
            .collect();
        Self { starts }
    }

    /// The line and column of byte `offset` in the `text` this index was made from.
    pub fn line_column(&self, text: &str, offset: usize) -> LineColumn {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts[line - 1];
        let before = text.get(start..offset).unwrap_or_default();
        LineColumn {
            line,
            column: before.chars().count() + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LineColumn, LineIndex, Span};

    #[test]
    fn columns_count_characters_after_full_width_text() {
        let text = "題名: 講演会\r\n日時: 未定";
        let offset = text.find("未定").expect("the sample has the word");
        let position = LineIndex::new(text).line_column(text, offset);
        assert_eq!(position, LineColumn { line: 2, column: 5 });
    }

    #[test]
    fn a_span_that_does_not_fit_is_empty_and_never_panics() {
        assert_eq!(Span::new(1..4).of("日"), "");
        assert_eq!(Span::new(0..3).of("日"), "日");
    }
}
