//! Faults of a theme as diagnostics: from the names and positions the engines speak of to files and characters.
//!
//! Invariant: no engine is named here; `theme` and `theme::styles` hand over plain texts and numbers.

use std::ops::Range;

use crate::diag::{Diagnostic, Where};
use crate::source::Sources;
use crate::text::span::{Location, Span};

/// A template that is missing, cannot be read or is written wrongly.
pub const TEMPLATE: &str = "theme-template";
/// A style sheet that is missing, cannot be read or is written wrongly.
pub const STYLE: &str = "theme-style";
/// Colours that are too alike, and colours whose contrast nobody asks for.
pub const CONTRAST: &str = "theme-contrast";

/// Where the bytes of `range` are in the file at `path`; the whole file or the bare path when there is nothing more exact.
pub fn at_range(sources: &Sources, path: &str, range: Range<usize>) -> Where {
    let Some(source) = sources.find(path) else {
        return Where::Path(path.to_owned());
    };
    let fits = sources.text(source).get(range.clone()).is_some();
    if !fits {
        return Where::File(source);
    }
    let span = Span::new(range);
    Where::Text(Location { source, span })
}

/// Where a line and a column, both counted from 1, are in the file at `path`: from there to the end of the line.
pub fn at_line(sources: &Sources, path: &str, line: usize, column: usize) -> Where {
    let text = sources.find(path).map(|source| sources.text(source));
    let range = text.map(|text| line_range(text, line, column));
    at_range(sources, path, range.unwrap_or_default())
}

/// Where a custom property is declared in the rule that begins on `line`, counted from 1: from its name to the end of its value.
pub fn at_declaration(sources: &Sources, path: &str, line: usize, name: &str) -> Where {
    let text = sources.find(path).map_or("", |source| sources.text(source));
    let rule = line_range(text, line, 1).start;
    let rest = text.get(rule..).unwrap_or_default();
    let is_declared = |(at, _): &(usize, &str)| {
        let before = rest[..*at].trim_end();
        let after = rest[at + name.len()..].trim_start();
        before.ends_with(['{', ';', '/']) && after.starts_with(':')
    };
    let found = rest.match_indices(name).find(is_declared);
    let range = found.map(|(at, _)| {
        let length = rest[at..].find([';', '}']).unwrap_or(rest.len() - at);
        let declaration = rest[at..at + length].trim_end();
        rule + at..rule + at + declaration.len()
    });
    at_range(sources, path, range.unwrap_or(rule..rule))
}

/// The faults in a report of the template engine about several places:
/// each begins with `error: …`, and its second line ends with ` --> <template>:<line>:<column>`.
pub fn from_report(
    sources: &Sources,
    report: &str,
    path_of: impl Fn(&str) -> String,
    fallback: &Where,
) -> Vec<Diagnostic> {
    let blocks = report.split("error: ").map(str::trim);
    let fault = |block: &str| {
        let mut lines = block.lines();
        let message = lines.next().unwrap_or_default();
        let place = lines.next().and_then(arrow);
        let at = match place {
            Some((name, line, column)) => at_line(sources, &path_of(name), line, column),
            None => fallback.clone(),
        };
        template(at, message)
    };
    blocks
        .filter(|block| !block.is_empty())
        .map(fault)
        .collect()
}

/// A fault in a template, in the words of the engine.
pub fn template(at: Where, message: &str) -> Diagnostic {
    Diagnostic::error(TEMPLATE, at, "テーマのひな型の書き方が正しくありません")
        .label(message)
        .help("印のあるところの書き方を直してください。")
}

/// A fault in a style sheet, in the words of the engine.
pub fn style(at: Where, message: &str) -> Diagnostic {
    Diagnostic::error(STYLE, at, "テーマのスタイルの書き方が正しくありません")
        .label(message)
        .help("印のあるところの書き方を直してください。")
}

fn arrow(line: &str) -> Option<(&str, usize, usize)> {
    let place = line.trim().strip_prefix("-->")?.trim();
    let mut parts = place.rsplitn(3, ':');
    let column = parts.next()?.parse().ok()?;
    let line = parts.next()?.parse().ok()?;
    Some((parts.next()?, line, column))
}

fn line_range(text: &str, line: usize, column: usize) -> Range<usize> {
    let lines = text.split_inclusive('\n');
    let before = line.saturating_sub(1);
    let line_start: usize = lines.clone().take(before).map(str::len).sum();
    let marked = lines.skip(before).take(1).next().unwrap_or_default();
    let indent = marked.chars().take(column.saturating_sub(1));
    let start = line_start + indent.map(char::len_utf8).sum::<usize>();
    let end = line_start + marked.trim_end().len();
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::{at_line, from_report};
    use crate::diag::Where;
    use crate::source::{Source, Sources};

    const PATH: &str = "themes/t/templates/a.html";

    fn sources() -> Sources {
        let file = Source::text_file(PATH, "一行目\n日時 {{ x }}\n");
        Sources::new([file], Vec::new())
    }

    fn marked(at: &Where) -> Option<String> {
        let sources = sources();
        match at {
            Where::Text(location) => Some(sources.slice(location.source, location.span).to_owned()),
            Where::File(_) | Where::Path(_) | Where::Cell(_) => None,
        }
    }

    #[test]
    fn a_line_and_column_mark_the_rest_of_the_line() {
        let at = at_line(&sources(), PATH, 2, 4);
        assert_eq!(marked(&at).as_deref(), Some("{{ x }}"));
    }

    #[test]
    fn positions_outside_the_file_never_panic() {
        for (line, column) in [(0, 0), (9, 9), (2, 99), (usize::MAX, usize::MAX)] {
            at_line(&sources(), PATH, line, column);
        }
        let missing = at_line(&sources(), "themes/t/none.css", 1, 1);
        assert_eq!(missing, Where::Path("themes/t/none.css".to_owned()));
    }

    #[test]
    fn a_report_about_two_places_gives_two_faults() {
        let report = "error: one\n --> a.html:2:4\n  |\n\nerror: two\n --> b.html:1:1\n";
        let path_of = |name: &str| format!("themes/t/templates/{name}");
        let found = from_report(&sources(), report, path_of, &Where::Path(String::new()));
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].label, "one");
        assert_eq!(marked(&found[0].at).as_deref(), Some("{{ x }}"));
        assert_eq!(
            found[1].at,
            Where::Path("themes/t/templates/b.html".to_owned())
        );
    }
}
