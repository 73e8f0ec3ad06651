//! `kairan check --fix`: sources and their findings in, sources with every sure edit made out.
//!
//! Invariant: an edit is made only where its finding says it is sure; two edits of the same characters are never made in one round.
//! Invariant: edits are made until none is left, so mending a second time changes nothing.

use std::collections::BTreeMap;

use similar::TextDiff;

use crate::assemble::Wish;
use crate::check;
use crate::diag::{Diagnostic, Fix};
use crate::source::Sources;
use crate::text::span::SourceId;

/// An edit may bring to light what it had hidden; a text that is still not settled after so many rounds is left as it is.
const ROUNDS: usize = 10;

/// What came of mending.
pub struct Mended {
    pub changed: Vec<Changed>,
    /// How many edits were made.
    pub edits: usize,
    /// What is left for a person.
    pub left: Vec<Diagnostic>,
}

/// A file whose text is another now.
pub struct Changed {
    pub source: SourceId,
    pub path: String,
    pub before: String,
    pub after: String,
}

/// Makes the sure edits in `sources`.
pub fn mend(sources: &mut Sources, wish: &Wish) -> Mended {
    let mut originals: BTreeMap<SourceId, String> = BTreeMap::new();
    let mut edits = 0;
    let mut left = check(sources, wish);
    for _ in 0..ROUNDS {
        let round = round(&left);
        if round.is_empty() {
            break;
        }
        for (source, fixes) in round {
            let before = sources.text(source).to_owned();
            let after = edited(&before, &fixes);
            edits += fixes.len();
            originals.entry(source).or_insert(before);
            sources.rewrite(source, after);
        }
        left = check(sources, wish);
    }
    let changed = originals.into_iter().map(|(source, before)| Changed {
        source,
        path: sources.path(source).to_owned(),
        after: sources.text(source).to_owned(),
        before,
    });
    Mended {
        changed: changed.filter(|file| file.before != file.after).collect(),
        edits,
        left,
    }
}

/// The edits that can be made together, by file and in the order of the text.
fn round(found: &[Diagnostic]) -> BTreeMap<SourceId, Vec<&Fix>> {
    let mut by_source: BTreeMap<SourceId, Vec<&Fix>> = BTreeMap::new();
    for fix in found.iter().filter_map(Diagnostic::sure_fix) {
        by_source.entry(fix.at.source).or_default().push(fix);
    }
    for fixes in by_source.values_mut() {
        fixes.sort_by_key(|fix| (fix.at.span, fix.replacement.clone()));
        let mut end = 0;
        let mut is_first = true;
        fixes.retain(|fix| {
            let is_apart = is_first || fix.at.span.start > end;
            if is_apart {
                end = fix.at.span.end;
                is_first = false;
            }
            is_apart
        });
    }
    by_source
}

/// `text` with edits that do not touch each other, in order.
fn edited(text: &str, fixes: &[&Fix]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for fix in fixes {
        let range = fix.at.span.range();
        out.push_str(text.get(at..range.start).unwrap_or_default());
        out.push_str(&fix.replacement);
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

impl Changed {
    /// The change as a unified diff, which `patch -p1` and `git apply` read; the characters are those of the file.
    pub fn diff(&self) -> String {
        let (old, new) = (format!("a/{}", self.path), format!("b/{}", self.path));
        TextDiff::from_lines(&self.before, &self.after)
            .unified_diff()
            .context_radius(3)
            .header(&old, &new)
            .to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::{edited, round};
    use crate::diag::{Diagnostic, Fix, Where};
    use crate::text::span::{Location, SourceId, Span};

    fn finding(start: usize, end: usize, replacement: &str) -> Diagnostic {
        let at = location(start, end);
        Diagnostic::error("a-b", Where::Text(at), "題").fix(at, replacement)
    }

    fn location(start: usize, end: usize) -> Location {
        let span = Span::new(start..end);
        Location {
            source: SourceId(0),
            span,
        }
    }

    fn mended(text: &str, found: &[Diagnostic]) -> String {
        let round = round(found);
        let fixes: Vec<&Fix> = round.into_values().flatten().collect();
        edited(text, &fixes)
    }

    #[test]
    fn edits_are_made_in_the_order_of_the_text() {
        let found = [finding(3, 4, "D"), finding(0, 1, ""), finding(6, 6, "!")];
        assert_eq!(mended("abcdef", &found), "bcDef!");
    }

    #[test]
    fn edits_that_touch_wait_for_the_next_round() {
        let found = [finding(1, 3, "X"), finding(2, 4, "Y"), finding(3, 5, "Z")];
        assert_eq!(mended("abcdef", &found), "aXdef");
        assert_eq!(
            mended("ab", &[finding(0, 1, "x"), finding(0, 1, "y")]),
            "xb"
        );
    }

    #[test]
    fn guesses_are_left_to_the_author() {
        let at = location(0, 1);
        let guess = Diagnostic::error("a-b", Where::Text(at), "題").suggest(at, "x");
        assert_eq!(mended("abc", &[guess]), "abc");
    }
}
