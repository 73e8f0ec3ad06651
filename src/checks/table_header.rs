//! `table-header`: a table with a column that has no heading in the first row.
//!
//! Why: screen readers say the heading of the column before each value; without it a number means nothing (WCAG SC 1.3.1,
//! JIS X 8341-3; domain §3.4 D `table-header-missing`).
//!
//! Bad: `| | 人数 |` as the first row. Good: `| 区 | 人数 |`.

use crate::checks::{Input, Writing, at};
use crate::diag::Diagnostic;

pub fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let tables = writing.body.tables.iter();
    tables
        .filter(|table| !table.has_header)
        .map(|table| {
            let rows = table.span.of(input.text(writing.source));
            let first_row = rows.lines().next().unwrap_or_default().trim_end();
            let span = input.find(writing.source, table.span, first_row);
            Diagnostic::error(
                "table-header",
                at(writing.source, span),
                "表の見出しが足りません",
            )
            .label("文字のないますがあります")
            .help("表の1行目のすべてのますに、「| 日付 | 内容 |」のように列の見出しを書いてください。")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::Sample;
    use crate::model::body::Table;

    fn marked(has_header: bool) -> Vec<String> {
        let mut sample = Sample::new();
        let rows = "| | 人数 |\r\n|---|---|\r\n| 北区 | 3 |\r\n";
        sample.add("guides/start", &format!("題名\n{rows}"), |draft| {
            let span = draft.span(rows);
            draft.document.body.tables.push(Table {
                caption: None,
                has_header,
                span,
            });
        });
        sample.marked(Rule::Writing(super::check))
    }

    #[test]
    fn the_first_row_is_marked() {
        assert_eq!(marked(false), ["| | 人数 |"]);
        assert!(marked(true).is_empty());
    }
}
