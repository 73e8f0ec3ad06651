//! A run of words: text that pulldown-cmark hands over in pieces, put together again, with the way back to the source.

use std::ops::Range;

use crate::text::span::Span;

#[derive(Debug, Default)]
pub struct Run {
    text: String,
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    /// Where the part begins in the text of the run.
    at: usize,
    source: Range<usize>,
    /// Whether the words are in the source as they are here; a character reference is not.
    is_literal: bool,
    /// Whether a backslash took the meaning from the first character.
    is_escaped: bool,
}

impl Run {
    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub fn clear(&mut self) {
        self.text.clear();
        self.parts.clear();
    }

    /// Adds `words`, which stand for `range` of `source`.
    pub fn push(&mut self, words: &str, range: Range<usize>, source: &str) {
        let follows = self
            .parts
            .last()
            .is_some_and(|part| part.source.end == range.start);
        let before = range
            .start
            .checked_sub(1)
            .and_then(|at| source.as_bytes().get(at));
        self.parts.push(Part {
            at: self.text.len(),
            is_literal: source.get(range.clone()) == Some(words),
            is_escaped: !follows && before == Some(&b'\\'),
            source: range,
        });
        self.text.push_str(words);
    }

    /// Whether the character at `offset` was written as itself and may carry meaning.
    pub fn is_plain(&self, offset: usize) -> bool {
        self.part(offset)
            .is_some_and(|part| part.is_literal && !(part.is_escaped && part.at == offset))
    }

    /// The characters of the source that `range` of the run stands for.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self
            .part(range.start)
            .map_or(0, |part| part.source_of(range.start, part.source.start));
        let end = self
            .part(range.end.saturating_sub(1))
            .map_or(start, |part| part.source_of(range.end, part.source.end));
        Span::new(start..end.max(start))
    }

    fn part(&self, offset: usize) -> Option<&Part> {
        let after = self.parts.partition_point(|part| part.at <= offset);
        self.parts.get(after.checked_sub(1)?)
    }
}

impl Part {
    fn source_of(&self, offset: usize, otherwise: usize) -> usize {
        if self.is_literal {
            self.source.start + offset.saturating_sub(self.at)
        } else {
            otherwise
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Run;

    #[test]
    fn spans_lead_back_through_escapes_and_references() {
        let source = "甲\\*&amp;乙";
        let mut run = Run::default();
        run.push("甲", 0..3, source);
        run.push("*", 4..5, source);
        run.push("&", 5..10, source);
        run.push("乙", 10..13, source);
        assert_eq!(run.text(), "甲*&乙");
        assert_eq!(run.span(4..5).of(source), "&amp;");
        assert_eq!(run.span(3..8).of(source), "*&amp;乙");
        let plain: Vec<bool> = [0, 3, 4, 5].map(|at| run.is_plain(at)).into();
        assert_eq!(plain, [true, false, false, true]);
    }
}
