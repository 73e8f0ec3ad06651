//! Findings for a person at a terminal: the line, carets under the marked characters, and how to put it right.
//!
//! Invariant: this is the only module that names the library that draws the carets.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, Title};

use crate::diag::{Diagnostic, Severity, Where};
use crate::report::excerpt::visible;
use crate::report::places::Places;

/// Wider than any excerpt, so that the library never cuts again.
const WIDTH: usize = 4_000;

pub fn render(diagnostics: &[Diagnostic], places: &Places<'_>, colour: bool) -> String {
    let renderer = match colour {
        true => Renderer::styled().hyperlink(false),
        false => Renderer::plain(),
    };
    let renderer = renderer.term_width(WIDTH);
    let mut printed = String::new();
    for diagnostic in diagnostics {
        for part in parts(diagnostic, places) {
            printed.push_str(&part.print(&renderer));
            printed.push('\n');
        }
        printed.push('\n');
    }
    printed.push_str(&places.summary(diagnostics));
    printed.push('\n');
    printed
}

/// A title with the place it is about.
struct Part<'a> {
    group: Group<'a>,
    address: String,
    /// The width of the column of line numbers.
    gutter: usize,
}

impl Part<'_> {
    /// The library would count the column in the cut line, so the address is put in by us, below the title.
    fn print(self, renderer: &Renderer) -> String {
        let printed = renderer.render(&[self.group]);
        let (title, rest) = match printed.split_once('\n') {
            Some((title, rest)) => (title, format!("\n{rest}")),
            None => (printed.as_str(), String::new()),
        };
        let gutter = " ".repeat(self.gutter);
        format!("{title}\n{gutter}--> {}{rest}", self.address)
    }
}

/// The finding, then its related places.
fn parts<'a>(diagnostic: &Diagnostic, places: &Places<'_>) -> Vec<Part<'a>> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let title = level
        .with_name(diagnostic.severity.label())
        .primary_title(visible(&diagnostic.title))
        .id(diagnostic.code);
    let mut first = part(title, &diagnostic.at, &diagnostic.label, places);
    if !diagnostic.help.is_empty() {
        let help = Level::HELP.with_name("直し方");
        first.group = first.group.element(help.message(lines(&diagnostic.help)));
    }
    let related = diagnostic.related.iter().map(|related| {
        let level = Level::NOTE.with_name("関連");
        part(
            level.secondary_title(visible(&related.label)),
            &related.at,
            "",
            places,
        )
    });
    std::iter::once(first).chain(related).collect()
}

/// A title and, for characters, their line with carets.
fn part<'a>(title: Title<'a>, at: &Where, label: &str, places: &Places<'_>) -> Part<'a> {
    let label = (!label.is_empty()).then(|| visible(label));
    let group = Group::with_title(title);
    let (gutter, group) = match (places.stretch(at), places.excerpt(at), label) {
        (Some(stretch), Some(excerpt), label) => {
            let line = stretch.start.line;
            let marked = excerpt.before.len()..excerpt.before.len() + excerpt.marked.len();
            let text = format!("{}{}{}", excerpt.before, excerpt.marked, excerpt.after);
            let mark = AnnotationKind::Primary.span(marked).label(label);
            let snippet = Snippet::source(text).line_start(line).annotation(mark);
            (line.to_string().len(), group.element(snippet))
        }
        (_, _, Some(label)) => (0, group.element(Level::NOTE.no_name().message(label))),
        (_, _, None) => (0, group),
    };
    Part {
        group,
        address: places.address(at),
        gutter,
    }
}

/// A text of several lines, each made safe.
fn lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(visible).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use crate::diag::{Diagnostic, Where};
    use crate::report::places::tests::{mark, sources, words};
    use crate::report::{Format, render};
    use crate::source::Sources;

    const PATH: &str = "content/wards/kita/lectures/2026-11-01-acp.md";

    fn printed(diagnostics: &[Diagnostic], sources: &Sources) -> String {
        render(diagnostics, sources, Format::Human, false)
    }

    #[test]
    fn carets_stand_under_full_width_characters() {
        let sources = sources(&[(
            PATH,
            "---\n題名: 講演会\n日時: 12月5日（日曜日）14時\n---\n",
        )]);
        let found = Diagnostic::error(
            "weekday-mismatch",
            words(&sources, PATH, "日曜日"),
            "曜日が日付と合っていません",
        )
        .label("この日は土曜日です")
        .help("「（土曜日）」と書いてください。");
        let expected = "\
誤り[weekday-mismatch]: 曜日が日付と合っていません
 --> content/wards/kita/lectures/2026-11-01-acp.md:3:11
  |
3 | 日時: 12月5日（日曜日）14時
  |                ^^^^^^ この日は土曜日です
  |
  = 直し方: 「（土曜日）」と書いてください。

誤り 1件（1ファイル）
";
        assert_eq!(printed(&[found], &sources), expected);
    }

    #[test]
    fn several_findings_stand_apart_and_end_with_a_summary() {
        let sources = sources(&[("a.md", "題名: あ\r\n会揚: い\r\n"), ("b.md", "")]);
        let found = [
            Diagnostic::error(
                "unknown-field",
                words(&sources, "a.md", "会揚"),
                "知らない項目です",
            )
            .related(words(&sources, "a.md", "題名"), "ここからが項目です"),
            Diagnostic::warning(
                "empty",
                Where::File(sources.find("b.md").expect("b.md")),
                "空です",
            )
            .help("消してください。"),
        ];
        let expected = "\
誤り[unknown-field]: 知らない項目です
 --> a.md:2:1
  |
2 | 会揚: い
  | ^^^^
関連: ここからが項目です
 --> a.md:1:1
  |
1 | 題名: あ
  | ^^^^

注意[empty]: 空です
--> b.md
 |
 = 直し方: 消してください。

誤り 1件、注意 1件（2ファイル）
";
        assert_eq!(printed(&found, &sources), expected);
    }

    #[test]
    fn a_place_without_characters_gets_one_caret() {
        let sources = sources(&[("a.md", "日時:\n"), ("b.md", "日時:")]);
        let line = Diagnostic::error("a", mark(&sources, "a.md", 7..7), "空です").label("ここ");
        assert!(printed(&[line], &sources).contains("1 | 日時:\n  |      ^ ここ\n"));
        let end = Diagnostic::error("a", mark(&sources, "a.md", 8..8), "終わりです").label("ここ");
        let shown = printed(&[end], &sources);
        assert!(shown.contains("--> a.md:2:1\n"), "{shown}");
        let end = Diagnostic::error("a", mark(&sources, "b.md", 7..7), "終わりです").label("ここ");
        assert!(printed(&[end], &sources).contains("1 | 日時:\n  |      ^ ここ\n"));
    }

    #[test]
    fn a_long_line_is_cut_and_its_carets_stay_right() {
        let text = format!("{}\t誤り\t{}", "あ".repeat(300), "い".repeat(300));
        let sources = sources(&[("a.md", &text)]);
        let found = Diagnostic::error("a", words(&sources, "a.md", "誤り"), "長い行").label("ここ");
        let shown = printed(&[found], &sources);
        let lines: Vec<&str> = shown.lines().collect();
        assert!(lines[1].ends_with("a.md:1:302"), "{shown}");
        assert!(
            lines[3].starts_with("1 | ...あ") && lines[3].ends_with("い..."),
            "{shown}"
        );
        let columns =
            |text: &str| -> usize { text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum() };
        let before = lines[3].split("誤り").next().unwrap_or_default();
        let carets = lines[4].find('^').expect("there are carets");
        assert_eq!(columns(before), carets, "{shown}");
    }

    #[test]
    fn colour_is_only_used_when_asked_for() {
        let sources = sources(&[("a.md", "題名")]);
        let found = [Diagnostic::error(
            "a",
            words(&sources, "a.md", "題名"),
            "題",
        )];
        assert!(!printed(&found, &sources).contains('\u{1b}'));
        assert!(render(&found, &sources, Format::Human, true).contains('\u{1b}'));
    }
}
