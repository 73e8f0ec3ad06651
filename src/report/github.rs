//! Findings as workflow commands of GitHub Actions, shown beside the lines of a change.

use crate::diag::{Diagnostic, Severity};
use crate::report::excerpt::visible;
use crate::report::places::Places;

pub fn render(diagnostics: &[Diagnostic], places: &Places<'_>) -> String {
    diagnostics
        .iter()
        .map(|diagnostic| command(diagnostic, places))
        .collect()
}

fn command(diagnostic: &Diagnostic, places: &Places<'_>) -> String {
    let name = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let file = property(&places.path(&diagnostic.at));
    let position = places.stretch(&diagnostic.at).map(|stretch| {
        let (start, end) = (stretch.start, stretch.end);
        format!(
            ",line={},col={},endLine={},endColumn={}",
            start.line, start.column, end.line, end.column
        )
    });
    let cell = places.cell(&diagnostic.at);
    let cell = cell.map(|cell| format!("{cell} ")).unwrap_or_default();
    let title = property(&format!("{cell}{} [{}]", diagnostic.title, diagnostic.code));
    let parts = [diagnostic.label.as_str(), diagnostic.help.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    // A command without a message is not shown.
    let message = match parts.is_empty() {
        true => data(&diagnostic.title),
        false => data(&parts.join("\n")),
    };
    let position = position.unwrap_or_default();
    format!("::{name} file={file}{position},title={title}::{message}\n")
}

fn data(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(visible).collect();
    lines.join("\n").replace('%', "%25").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use crate::diag::Diagnostic;
    use crate::report::places::tests::{sources, words};
    use crate::report::{Format, render};

    #[test]
    fn what_would_end_a_command_is_escaped() {
        let sources = sources(&[("a,b.md", "題名: あ\n会場: い\n")]);
        let found = Diagnostic::error("c-d", words(&sources, "a,b.md", "会場"), "題: 一, 二")
            .label("100%")
            .help("一行目\r\n二行目");
        assert_eq!(
            render(&[found], &sources, Format::Github, false),
            "::error file=a%2Cb.md,line=2,col=1,endLine=2,endColumn=3,title=題%3A 一%2C 二 [c-d]::100%25%0A一行目%0A二行目\n"
        );
    }

    #[test]
    fn a_finding_without_words_repeats_its_title() {
        let sources = sources(&[("a.md", "題名")]);
        let found = Diagnostic::warning("c", words(&sources, "a.md", "題"), "題がありません");
        let printed = render(&[found], &sources, Format::Github, false);
        assert!(
            printed.starts_with("::warning file=a.md,line=1,col=1,"),
            "{printed}"
        );
        assert!(printed.ends_with("::題がありません\n"), "{printed}");
    }
}
