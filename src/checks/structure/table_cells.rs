//! `table-merged` and `table-newline-cell`: cells that are left blank, and cells with several facts.
//!
//! Why: a table is heard cell by cell, each with its headings. A blank says neither "none" nor "as above", and of two facts in one cell
//! nobody hears where the second begins (JIS X 8341-3:2016 1.3.1; domain §3.4 D `table-merged`, `table-newline-cell`). A column without any
//! word is one to write in, and blank headings are `table-header`.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Table;
use crate::text::span::Span;

pub const MERGED: CheckRow = CheckRow {
    code: "table-merged",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check_blanks)),
    detects: "何も書かれていない欄のある表を見つけます。",
    why: "空の欄は、「なし」なのか「上と同じ」なのか「書き忘れ」なのかが、見る人にも聞く人にも分かりません。",
    source: "JIS X 8341-3:2016 1.3.1",
    bad: &[
        "表：研修の予定\n\n| 区 | 回 | 内容 |\n|--|--|--|\n| 北区 | 1 | 手洗い |\n|  | 2 | 個人防護具 |",
        "表：費用\n\n| 項目 | 費用 |\n|--|--|\n| 講演会 | 無料 |\n| 資料 | |",
    ],
    good: &[
        "表：研修の予定\n\n| 区 | 回 | 備考 |\n|--|--|--|\n| 北区 | 1 | なし |\n| 北区 | 2 | ― |",
        "表：点検の記録\n\n| 項目 | できた日 |\n|--|--|\n| 手洗い | |\n| 換気 | |",
        "表：回数\n\n| 区 | 回数 |\n|--|--|\n| 北区 | 0 |",
        "表：地図\n\n| 区 | 地図 |\n|--|--|\n| 北区 | ![北区役所までの地図](map.png) |",
    ],
};

pub const NEWLINE: CheckRow = CheckRow {
    code: "table-newline-cell",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check_breaks)),
    detects: "改行で区切って、1つの欄に2つ以上の事柄を書いた表を見つけます。",
    why: "読み上げソフトは欄ごとに読むため、どこで次の事柄に移るかが伝わりません。表計算ソフトに写したときも、1つの値として扱われます。",
    source: "JIS X 8341-3:2016 1.3.1",
    bad: &[
        "表：受付時間\n\n| 曜日 | 時間 |\n|--|--|\n| 平日 | 9時から12時まで<br>13時から17時まで |",
        "表：連絡先\n\n| 区 | 連絡先 |\n|--|--|\n| 北区 | ・06-0000-0101<br>・06-0000-0102 |",
    ],
    good: &[
        "表：受付時間\n\n| 曜日 | 午前 | 午後 |\n|--|--|--|\n| 平日 | 9時から12時まで | 13時から17時まで |",
        "表：会場\n\n| 区 | 会場 |\n|--|--|\n| 北区 | 北区役所<br>3階302会議室 |",
        "表：住所\n\n| 区 | 住所 |\n|--|--|\n| 北区 | 〒000-0000<br>見本市北区1-2-3 |",
        "表：定員\n\n| 回 | 定員 |\n|--|--|\n| 第1回 | 30人<br>（うち車いす席2人） |",
    ],
};

fn check_blanks(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let text = input.text(writing.source);
    let tables = writing.body.tables.iter();
    tables
        .filter_map(|table| {
            let (first, count) = blanks(table, text)?;
            let found = Diagnostic::warning(
                "table-merged",
                at(writing.source, around(first, text)),
                "何も書かれていない欄があります",
            );
            let found = match count {
                1 => found.label("この欄が空です"),
                _ => found.label(format!("この欄のほか、{}か所が空です", count - 1)),
            };
            Some(found.help(
                "ないときは「なし」か「―」、上と同じときは同じ言葉をもう一度書いてください。",
            ))
        })
        .collect()
}

/// The first blank cell below the headings, and how many there are, not counting columns without any word.
fn blanks(table: &Table, text: &str) -> Option<(Span, usize)> {
    let (_, rows) = table.rows.split_first()?;
    let is_blank = |cell: &Span| {
        cell.of(text)
            .trim_matches(['|', ' ', '\t', '　'])
            .is_empty()
    };
    let mut is_used: Vec<bool> = Vec::new();
    for row in rows {
        is_used.resize(row.len().max(is_used.len()), false);
        for (used, cell) in is_used.iter_mut().zip(row) {
            *used |= !is_blank(cell);
        }
    }
    let cells = rows.iter().flat_map(|row| row.iter().zip(&is_used));
    let mut blanks = cells.filter(|(cell, used)| **used && is_blank(cell));
    let (first, _) = blanks.next()?;
    Some((*first, 1 + blanks.count()))
}

/// The line of an empty cell, as nothing itself cannot be marked.
fn around(cell: Span, text: &str) -> Span {
    let at = cell.range().start;
    let before = text.get(..at).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |line| line + 1);
    let line = text
        .get(start..)
        .unwrap_or_default()
        .lines()
        .next()
        .unwrap_or_default();
    Span::new(start..start + line.trim_end().len())
}

fn check_breaks(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let text = input.text(writing.source);
    let tables = writing.body.tables.iter();
    let cells = tables.flat_map(|table| table.rows.iter().skip(1).flatten());
    cells
        .filter(|cell| has_several(cell.of(text)))
        .map(|cell| {
            Diagnostic::warning(
                "table-newline-cell",
                at(writing.source, *cell),
                "1つの欄に2つ以上の事柄があります",
            )
            .label("改行で区切られています")
            .help("行か列を増やして、1つの欄に1つの事柄を書いてください。")
        })
        .collect()
}

/// Whether at least two of the lines of a cell tell a fact of their own; remarks in brackets and addresses do not.
fn has_several(cell: &str) -> bool {
    if !cell.contains("<br") || cell.contains('〒') {
        return false;
    }
    let lines = cell.split("<br");
    let lines = lines.map(|line| {
        line.trim_start_matches(['/', '>', ' '])
            .trim_matches(['|', ' '])
    });
    let facts = lines.filter(|line| {
        let is_remark = line.starts_with(['（', '(', '※', '注']);
        let is_item = line.starts_with(['・', '①', '②', '③', '○', '●', '◯']);
        let is_fact = is_item
            || ["時", "日", "円", "人", "回", "-"]
                .iter()
                .any(|unit| has_amount(line, unit));
        !is_remark && is_fact
    });
    facts.count() > 1
}

/// Whether a digit stands directly before `unit`.
fn has_amount(line: &str, unit: &str) -> bool {
    let parts: Vec<&str> = line.split(unit).collect();
    let before = parts.split_last().map_or(&[][..], |(_, before)| before);
    before
        .iter()
        .any(|part| part.ends_with(|sign: char| sign.is_ascii_digit()))
}
