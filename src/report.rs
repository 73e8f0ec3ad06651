//! `report`: diagnostics → what people and machines read, on a terminal, in an editor, on GitHub and in the preview.
//!
//! Invariant: what is printed of one finding is bounded, however long the line it stands in.
//! Invariant: control characters and invisible direction marks of the content never reach the terminal.

mod catalogue;
mod excerpt;
mod github;
mod human;
mod json;
mod page;
mod places;
mod short;

use crate::diag::Diagnostic;
use crate::report::places::Places;
use crate::source::Sources;

pub use page::page;

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// With the line, carets under the marked characters and a summary.
    #[default]
    Human,
    /// One line each.
    Short,
    /// JSON Lines: one object each.
    Json,
    /// Workflow commands that GitHub shows beside the changed lines.
    Github,
}

/// The findings as text, each line ended by a line break; `colour` matters to `Format::Human` only.
pub fn render(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    format: Format,
    colour: bool,
) -> String {
    let places = Places::of(diagnostics, sources);
    match format {
        Format::Human => human::render(diagnostics, &places, colour),
        Format::Short => short::render(diagnostics, &places),
        Format::Json => json::render(diagnostics, &places),
        Format::Github => github::render(diagnostics, &places),
    }
}

/// What can be found, for `kairan check --list`.
pub fn catalogue(format: Format) -> String {
    match format {
        Format::Human => catalogue::human(),
        Format::Short | Format::Github => catalogue::short(),
        Format::Json => catalogue::json(),
    }
}

/// 「誤り 2件、注意 1件（3ファイル）」.
pub fn summary(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    Places::of(diagnostics, sources).summary(diagnostics)
}

#[cfg(test)]
mod tests {
    use super::{Format, render};
    use crate::diag::{Diagnostic, Where};
    use crate::report::places::tests::{mark, sources};

    #[test]
    fn every_format_is_silent_or_content_when_there_is_nothing_to_say() {
        let sources = sources(&[("a.md", "")]);
        let nothing = |format| render(&[], &sources, format, false);
        assert_eq!(nothing(Format::Human), "指摘はありません。\n");
        for format in [Format::Short, Format::Json, Format::Github] {
            assert_eq!(nothing(format), "");
        }
    }

    #[test]
    fn positions_that_fit_no_text_are_printed_without_a_panic() {
        let sources = sources(&[("a.md", "日本\n語")]);
        let spans = [(1, 2), (0, 4000), (9, 9), (11, 3), (4000, 4001), (6, 7)];
        for (start, end) in spans {
            let at = mark(&sources, "a.md", start..end);
            let diagnostic = Diagnostic::error("a-b", at.clone(), "題")
                .label("ここ")
                .related(at, "関連");
            for format in [Format::Human, Format::Short, Format::Json, Format::Github] {
                assert!(
                    render(std::slice::from_ref(&diagnostic), &sources, format, true)
                        .contains("題")
                );
            }
        }
    }

    #[test]
    fn a_huge_line_is_not_printed_whole() {
        let text = "長い行".repeat(500_000);
        let sources = sources(&[("a.md", &text)]);
        let at = mark(&sources, "a.md", 300_000..4_000_002);
        let diagnostic = Diagnostic::error("a-b", at, "題").label("ここ");
        for format in [Format::Human, Format::Short, Format::Json, Format::Github] {
            let printed = render(std::slice::from_ref(&diagnostic), &sources, format, false);
            assert!(printed.len() < 2_000, "{} bytes", printed.len());
        }
        let page = super::page(&[diagnostic], &sources);
        assert!(page.len() < 10_000, "{} bytes", page.len());
    }

    #[test]
    fn many_findings_in_one_long_line_take_no_time_that_is_felt() {
        let text = "あい ".repeat(300_000);
        let sources = sources(&[("a.md", &text)]);
        let found: Vec<Diagnostic> = (0..100_000)
            .map(|word| mark(&sources, "a.md", word * 21..word * 21 + 6))
            .map(|at| Diagnostic::error("a-b", at, "題"))
            .collect();
        let start = std::time::Instant::now();
        let printed = render(&found, &sources, Format::Json, false);
        // Counting the line anew for every finding takes minutes.
        assert!(start.elapsed().as_secs() < 20);
        assert!(printed.ends_with("\n"));
        let last = printed.lines().last().unwrap_or_default();
        assert!(last.contains("\"column\":899992,"), "{last}");
    }

    #[test]
    fn a_path_without_a_source_is_named() {
        let sources = sources(&[("a.md", "")]);
        let at = Where::Path("content/site.yaml".to_owned());
        let diagnostic = Diagnostic::error("missing", at, "サイトの設定がありません");
        for format in [Format::Human, Format::Short, Format::Json, Format::Github] {
            let printed = render(std::slice::from_ref(&diagnostic), &sources, format, false);
            assert!(printed.contains("content/site.yaml"), "{printed}");
        }
    }
}
