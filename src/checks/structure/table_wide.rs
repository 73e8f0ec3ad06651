//! `table-wide`: a table of more than six columns.
//!
//! Why: on a telephone only two or three columns fit, and the rest must be pushed to and fro (WCAG 2.2 1.4.10; domain §3.4 D `table-wide`).

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};

const MOST: usize = 6;

pub const ROW: CheckRow = CheckRow {
    code: "table-wide",
    severity: Severity::Info,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "7列以上ある、幅の広い表を見つけます。",
    why: "スマートフォンの画面に入るのは2列か3列です。列の多い表は横に動かさないと読めず、どの行を読んでいるか分からなくなります。",
    source: "WCAG 2.2 1.4.10",
    bad: &[
        "表：月ごとの回数\n\n| 区 | 4月 | 5月 | 6月 | 7月 | 8月 | 9月 |\n|--|--|--|--|--|--|--|\n| 北区 | 1 | 0 | 2 | 1 | 0 | 3 |",
    ],
    good: &[
        "表：月ごとの回数\n\n| 区 | 4月 | 5月 | 6月 | 7月 | 8月 |\n|--|--|--|--|--|--|\n| 北区 | 1 | 0 | 2 | 1 | 0 |",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let tables = writing.body.tables.iter();
    tables
        .filter_map(|table| {
            let columns = table.rows.first().map_or(0, Vec::len);
            (columns > MOST).then(|| {
                let rows = table.span.of(input.text(writing.source));
                let first_row = rows.lines().next().unwrap_or_default().trim_end();
                let span = input.find(writing.source, table.span, first_row);
                Diagnostic::info("table-wide", at(writing.source, span), "列の多い表です")
                    .label(format!("{columns}列あります"))
                    .help(format!(
                        "行と列を入れ替えるか、表を分けて、{MOST}列までにしてください。"
                    ))
            })
        })
        .collect()
}
