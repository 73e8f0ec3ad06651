//! `table-layout`: a table of one column, or of nothing but its first row.
//!
//! Why: a table says that its cells belong together in two directions; here it only draws a frame (JIS X 8341-3:2016 1.3.1; domain §3.4 D
//! `table-layout`).

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};

pub const ROW: CheckRow = CheckRow {
    code: "table-layout",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "1列だけの表や、見出しの行しかない表を見つけます。",
    why: "表と読み上げられても、組み合わせて読むものがありません。枠で囲むためだけの表は、聞く人にも狭い画面で読む人にもじゃまになります。",
    source: "JIS X 8341-3:2016 1.3.1",
    bad: &[
        "表：持ち物\n\n| 持ち物 |\n|--|\n| 筆記用具 |\n| 飲み物 |",
        "表：問い合わせ先\n\n| 北区役所 | 06-0000-0101 |\n|--|--|",
    ],
    good: &[
        "表：開催回数\n\n| 区 | 回数 |\n|--|--|\n| 北区 | 3 |",
        "表：受付時間\n\n| 午前 | 午後 |\n|--|--|\n| 9時から12時まで | 13時から17時まで |",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let tables = writing.body.tables.iter();
    tables
        .filter_map(|table| {
            let columns = table.rows.first().map_or(0, Vec::len);
            let (title, label, help) = match (columns, table.rows.len()) {
                (1, _) => (
                    "1列だけの表です",
                    "この表には列が1つしかありません",
                    "表にせず、「- 筆記用具」のような箇条書きにしてください。",
                ),
                (2.., 1) => (
                    "見出しの行しかない表です",
                    "この行の下に何もありません",
                    "1行目に列の見出しを書き、値は下の行に書いてください。1つだけの事柄は、表にせず文で書いてください。",
                ),
                _ => return None,
            };
            let rows = table.span.of(input.text(writing.source));
            let first_row = rows.lines().next().unwrap_or_default().trim_end();
            let span = input.find(writing.source, table.span, first_row);
            let place = at(writing.source, span);
            Some(Diagnostic::warning("table-layout", place, title).label(label).help(help))
        })
        .collect()
}
