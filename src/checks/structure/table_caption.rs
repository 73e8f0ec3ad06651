//! `table-caption`: a table without a caption.
//!
//! Why: people who jump from table to table hear only the caption (WCAG SC 1.3.1, JIS X 8341-3; domain §3.4 D `table-caption`).
//!
//! Bad: a table below any sentence. Good: the line `表：令和6年度の開催回数` directly above it.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};

pub const ROW: CheckRow = CheckRow {
    code: "table-caption",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "題のない表を見つけます。",
    why: "表から表へ移って読む人には、表の題だけが聞こえます。題がないと、何の表かを中身から考えることになります。",
    source: "JIS X 8341-3:2016 1.3.1",
    bad: &["開催回数は次のとおりです。\n\n| 区 | 回数 |\n|--|--|\n| 北区 | 3 |"],
    good: &[
        "表：令和6年度の開催回数\n\n| 区 | 回数 |\n|--|--|\n| 北区 | 3 |",
        "```\n| 区 | 回数 |\n|--|--|\n| 北区 | 3 |\n```",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let tables = writing.body.tables.iter();
    tables
        .filter(|table| table.caption.is_none())
        .map(|table| {
            let rows = table.span.of(input.text(writing.source));
            let first_row = rows.lines().next().unwrap_or_default().trim_end();
            let span = input.find(writing.source, table.span, first_row);
            Diagnostic::warning(
                "table-caption",
                at(writing.source, span),
                "表に題がありません",
            )
            .label("この表の題がありません")
            .help("表のすぐ上に「表：令和6年度の開催回数」のような1行を書き、表との間を1行あけてください。")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::{Sample, words};
    use crate::model::body::Table;

    fn marked(caption: Option<&str>) -> Vec<String> {
        let mut sample = Sample::new();
        let rows = "| 区 | 人数 |\n|---|---|\n| 北区 | 3 |\n";
        sample.add("guides/start", &format!("題名\n{rows}"), |draft| {
            let span = draft.span(rows);
            draft.document.body.tables.push(Table {
                caption: caption.map(words),
                has_header: true,
                rows: Vec::new(),
                span,
            });
        });
        sample.marked(Rule::Writing(super::check))
    }

    #[test]
    fn a_table_needs_a_caption() {
        assert_eq!(marked(None), ["| 区 | 人数 |"]);
        assert!(marked(Some("参加した人")).is_empty());
    }
}
