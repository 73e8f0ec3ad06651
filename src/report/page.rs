//! Findings as one page for the preview: grouped by file, the marked characters in `<mark>`.
//!
//! Invariant: the page is whole in itself and asks for nothing else; every text of the content is escaped.

use std::fmt::Write;

use crate::diag::{Diagnostic, Where};
use crate::report::places::Places;
use crate::source::Sources;

/// The whole page, ended by `</body></html>`. `diagnostics` are sorted, so that those of one file stand together.
pub fn page(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let places = Places::of(diagnostics, sources);
    let summary = places.summary(diagnostics);
    let mut body = String::new();
    for group in
        diagnostics.chunk_by(|left, right| places.raw_path(&left.at) == places.raw_path(&right.at))
    {
        file(&mut body, group, &places);
    }
    format!(
        "<!doctype html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>原稿の検査：{summary}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>原稿の検査</h1>\n\
         <p class=\"summary\">{summary}</p>\n{body}</main>\n</body>\n</html>\n"
    )
}

fn file(page: &mut String, found: &[Diagnostic], places: &Places<'_>) {
    let Some(first) = found.first() else {
        return;
    };
    let path = escape(&places.path(&first.at));
    push(
        page,
        format_args!("<section>\n<h2><code>{path}</code></h2>\n"),
    );
    for diagnostic in found {
        finding(page, diagnostic, places);
    }
    page.push_str("</section>\n");
}

fn finding(page: &mut String, diagnostic: &Diagnostic, places: &Places<'_>) {
    let id = diagnostic.severity.id();
    let word = diagnostic.severity.label();
    let title = escape(&diagnostic.title);
    push(
        page,
        format_args!(
            "<article data-severity=\"{id}\">\n<h3><span class=\"severity\">{word}</span> {title}</h3>\n"
        ),
    );
    place(page, &diagnostic.at, places);
    if !diagnostic.label.is_empty() {
        push(page, format_args!("<p>{}</p>\n", escape(&diagnostic.label)));
    }
    if !diagnostic.help.is_empty() {
        let help = escape(&diagnostic.help).replace('\n', "<br>");
        push(
            page,
            format_args!("<p><strong>直し方</strong> {help}</p>\n"),
        );
    }
    for related in &diagnostic.related {
        let label = escape(&related.label);
        let path = escape(&places.address(&related.at));
        push(
            page,
            format_args!("<p>関連：{label}（<code>{path}</code>）</p>\n"),
        );
        place(page, &related.at, places);
    }
    push(
        page,
        format_args!("<p class=\"code\">{}</p>\n</article>\n", diagnostic.code),
    );
}

/// The line of marked characters or the name of the cell; nothing for a whole file.
fn place(page: &mut String, at: &Where, places: &Places<'_>) {
    if let Some(cell) = places.cell(at) {
        let cell = escape(&cell);
        return push(page, format_args!("<p class=\"line\">セル {cell}</p>\n"));
    }
    let (Some(stretch), Some(excerpt)) = (places.stretch(at), places.excerpt(at)) else {
        return;
    };
    let (line, column) = (stretch.start.line, stretch.start.column);
    let before = escape(&excerpt.before);
    // An empty mark cannot be seen.
    let marked = match excerpt.marked.is_empty() {
        true => "▲".to_owned(),
        false => escape(&excerpt.marked),
    };
    let after = escape(&excerpt.after);
    push(
        page,
        format_args!(
            "<p class=\"line\">{line}行目の{column}文字目</p>\n<pre><code>{before}<mark>{marked}</mark>{after}</code></pre>\n"
        ),
    );
}

/// Writing to a `String` cannot fail.
fn push(page: &mut String, words: std::fmt::Arguments<'_>) {
    let _ = page.write_fmt(words);
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            plain => escaped.push(plain),
        }
    }
    escaped
}

const STYLE: &str = "
:root { color-scheme: light dark; --ink: #1a1a1c; --paper: #fff; --line: #767676; --error: #b3001b; --warning: #6b4c00; --info: #00448f; --mark: #ffe08a; --marked: #1a1a1c }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --paper: #1a1a1c; --line: #949494; --error: #ff9a9a; --warning: #ffd166; --info: #9fc9ff } }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1.125rem/1.75 sans-serif }
main { max-width: 60rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.75rem } h2 { font-size: 1.25rem; overflow-wrap: anywhere; border-bottom: 2px solid var(--line) } h3 { font-size: 1.125rem; margin: 0 }
article { margin: 1.5rem 0; padding: 0 0 0 1rem; border-left: .5rem solid var(--line) }
article[data-severity=error] { border-color: var(--error) } article[data-severity=warning] { border-color: var(--warning) } article[data-severity=info] { border-color: var(--info) }
.severity { display: inline-block; padding: 0 .5rem; border: 2px solid currentColor }
[data-severity=error] .severity { color: var(--error) } [data-severity=warning] .severity { color: var(--warning) } [data-severity=info] .severity { color: var(--info) }
.line, .code { margin: .5rem 0 0; font-size: 1rem }
pre { margin: .25rem 0; padding: .5rem; border: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere }
mark { color: var(--marked); background: var(--mark); text-decoration: underline 2px }
p { margin: .25rem 0 } .summary { font-weight: bold }
a { color: inherit }
";

#[cfg(test)]
mod tests {
    use super::page;
    use crate::diag::{Diagnostic, Where};
    use crate::report::places::tests::{mark, sources, words};

    #[test]
    fn findings_stand_under_their_file_with_the_characters_marked() {
        let sources = sources(&[("a.md", "日時: <b>未定</b>\n"), ("b.md", "題名")]);
        let found = [
            Diagnostic::error("x-y", words(&sources, "a.md", "<b>"), "題<script>")
                .help("「未定」と書いてください。"),
            Diagnostic::warning("x-y", mark(&sources, "a.md", 3..3), "空"),
            Diagnostic::warning("x-y", Where::Path("c.md".to_owned()), "ありません"),
        ];
        let html = page(&found, &sources);
        assert!(
            html.contains("日時: <mark>&lt;b&gt;</mark>未定&lt;/b&gt;"),
            "{html}"
        );
        assert!(html.contains("日<mark>▲</mark>時"), "{html}");
        assert!(html.contains("題&lt;script&gt;"), "{html}");
        assert!(html.contains("1行目の5文字目"), "{html}");
        assert_eq!(html.matches("<h2>").count(), 2);
        assert!(html.contains("誤り 1件、注意 2件（2ファイル）"), "{html}");
        assert!(html.trim_end().ends_with("</body>\n</html>"));
        assert!(html.contains("lang=\"ja\""));
    }
}
