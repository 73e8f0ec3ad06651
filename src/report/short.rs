//! Findings of one line each: `path:line:column: 誤り[code] title（help）`.

use crate::diag::Diagnostic;
use crate::report::excerpt::visible;
use crate::report::places::Places;

pub fn render(diagnostics: &[Diagnostic], places: &Places<'_>) -> String {
    diagnostics
        .iter()
        .map(|diagnostic| line(diagnostic, places))
        .collect()
}

fn line(diagnostic: &Diagnostic, places: &Places<'_>) -> String {
    let address = places.address(&diagnostic.at);
    let severity = diagnostic.severity.label();
    let title = visible(&diagnostic.title);
    let help = one_line(&diagnostic.help);
    let help = match help.is_empty() {
        true => String::new(),
        false => format!("（{help}）"),
    };
    format!("{address}: {severity}[{}] {title}{help}\n", diagnostic.code)
}

fn one_line(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(visible).collect();
    lines.join(" ")
}

#[cfg(test)]
mod tests {
    use crate::diag::Diagnostic;
    use crate::report::places::tests::{sources, words};
    use crate::report::{Format, render};

    #[test]
    fn a_finding_is_one_line() {
        let sources = sources(&[("a.md", "題名: あ\r\n会揚: い\r\n")]);
        let found = [
            Diagnostic::error(
                "unknown-field",
                words(&sources, "a.md", "い"),
                "知らない項目です",
            )
            .help("「会場」と\n書いてください。"),
            Diagnostic::warning("b", words(&sources, "a.md", "題名"), "題"),
        ];
        assert_eq!(
            render(&found, &sources, Format::Short, true),
            "a.md:2:5: 誤り[unknown-field] 知らない項目です（「会場」と 書いてください。）\na.md:1:1: 注意[b] 題\n"
        );
    }
}
