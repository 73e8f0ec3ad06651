//! `table-header`: a table with a column that has no heading in the first row, and lines of cells that are no table for want of the row of
//! dashes below the first.
//!
//! Why: screen readers say the heading of the column before each value; without it a number means nothing (WCAG SC 1.3.1,
//! JIS X 8341-3; domain §3.4 D `table-header-missing`).
//!
//! Bad: `| | 人数 |` as the first row. Good: `| 区 | 人数 |`.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::{Passage, Role};
use crate::text::span::Span;

pub const ROW: CheckRow = CheckRow {
    code: "table-header",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "1行目に見出しのない列がある表と、見出しの下の線がないため表にならない行を見つけます。",
    why: "読み上げソフトは、値の前に列の見出しを読みます。見出しがないと、数だけが聞こえて意味が分かりません。",
    source: "JIS X 8341-3:2016 1.3.1",
    bad: &[
        "表：開催回数\n\n| 区 | |\n|--|--|\n| 北区 | 3 |",
        "表：開催回数\n\n| | 回数 |\n|--|--|\n| 北区 | 3 |",
        "| 区 | 回数 |\n| 北区 | 3 |",
    ],
    good: &[
        "表：開催回数\n\n| 区 | 回数 |\n|--|--|\n| 北区 | 3 |",
        "|絶対値|の記号と、「| 区 | 回数 |」の書き方です。",
        "表：地図\n\n| 区 | ![印](map.png) |\n|--|--|\n| 北区 | 地図 |",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let tables = writing.body.tables.iter();
    let passages = writing.body.passages.iter();
    let rows = passages.filter(|passage| passage.role == Role::Paragraph);
    let rows = rows.filter_map(|passage| loose_rows(passage, input.text(writing.source)));
    let loose = rows.map(|(span, columns)| {
        let line = "| --- ".repeat(columns);
        let title = "表になっていません";
        Diagnostic::error("table-header", at(writing.source, span), title)
            .label("縦の線がそのまま表示されます")
            .help(format!(
                "列の見出しを1行目に書き、そのすぐ下に「{line}|」の行を入れてください。"
            ))
    });
    let mut found: Vec<Diagnostic> = loose.collect();
    found.extend(tables.filter(|table| !table.has_header).map(|table| {
        let rows = table.span.of(input.text(writing.source));
        let first_row = rows.lines().next().unwrap_or_default().trim_end();
        let span = input.find(writing.source, table.span, first_row);
        let found = match is_corner(first_row) {
            true => Diagnostic::warning,
            false => Diagnostic::error,
        };
        found(
            "table-header",
            at(writing.source, span),
            "表の見出しが足りません",
        )
        .label("文字のない欄があります")
        .help("表の1行目のすべての欄に、「| 日付 | 内容 |」のように列の見出しを書いてください。")
    }));
    found
}

/// The first line of a paragraph whose lines are all rows of cells, and how many columns it has.
fn loose_rows(passage: &Passage, text: &str) -> Option<(Span, usize)> {
    let start = passage.parts.first()?.span.range().start;
    let end = passage.parts.last()?.span.range().end;
    let written = text.get(start..end)?;
    if !written.starts_with('|') {
        return None;
    }
    let mut rows = written.lines().map(str::trim);
    let is_row =
        |row: &str| row.starts_with('|') && row.ends_with('|') && row.matches('|').count() > 2;
    let first = written.lines().next()?.trim_end();
    rows.all(is_row).then(|| {
        (
            Span::new(start..start + first.len()),
            first.matches('|').count() - 1,
        )
    })
}

/// Whether only the first cell of a row is empty: the corner of a table with headings on two sides, which people leave so.
fn is_corner(row: &str) -> bool {
    let cells = row.trim().trim_start_matches('|').trim_end_matches('|');
    let mut cells = cells.split('|').map(|cell| !cell.trim().is_empty());
    cells.next() == Some(false) && cells.all(|has_words| has_words)
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::Sample;
    use crate::diag::Severity;
    use crate::model::body::Table;

    fn sample(head: &str, has_header: bool) -> Sample {
        let mut sample = Sample::new();
        let rows = &format!("{head}\r\n|---|---|\r\n| 北区 | 3 |\r\n");
        sample.add("guides/start", &format!("題名\n{rows}"), |draft| {
            let span = draft.span(rows);
            draft.document.body.tables.push(Table {
                caption: None,
                has_header,
                rows: Vec::new(),
                span,
            });
        });
        sample
    }

    fn marked(has_header: bool) -> Vec<String> {
        sample("| | 人数 |", has_header).marked(Rule::Writing(super::check))
    }

    #[test]
    fn an_empty_corner_keeps_no_site_from_being_published() {
        let severity = |head: &str| {
            let found = sample(head, false).found(Rule::Writing(super::check));
            found[0].severity
        };
        assert_eq!(severity("| | 人数 |"), Severity::Warning);
        assert_eq!(severity("| 区 | |"), Severity::Error);
        assert_eq!(severity("| | |"), Severity::Error);
    }

    #[test]
    fn the_first_row_is_marked() {
        assert_eq!(marked(false), ["| | 人数 |"]);
        assert!(marked(true).is_empty());
    }
}
