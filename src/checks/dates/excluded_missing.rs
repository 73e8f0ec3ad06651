//! `excluded-missing`: a note that leaves days out of what is repeated, or moves them, where no 除外日 says which.
//!
//! Why: a calendar reads no notes; only 祝日を除く and 年末年始を除く are understood (RFC 5545 §3.8.5.1). Whoever has written 除外日 has
//! said which days are meant, so the note may say why.

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::date::Date;
use crate::model::document::Document;
use crate::model::facet::Session;
use crate::text::japanese::Folded;

pub const ROW: CheckRow = CheckRow {
    code: "excluded-missing",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "くり返しの日時に「8月を除く」「1月は第3火曜日」のような注があり、除外日がない原稿を見つけます。",
    why: "注に書いた休みや変更は、カレンダーに伝わりません。休みの日も行うものとして載り、来た人が困ります。",
    source: "RFC 5545 の 3.8.5.1",
    bad: &[
        "---\n題名: 在宅医療の相談会\n日時: 毎月第2火曜日 14時から16時まで（8月を除く）\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
        "---\n題名: 在宅医療の相談会\n日時: 毎週火曜日 14時から16時まで（第3週は休み）\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
        "---\n題名: 在宅医療の相談会\n日時: 毎週月曜日 14時から16時まで（祝日の場合は翌日）\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
        "---\n題名: 在宅医療の相談会\n日時: 毎月第2火曜日 14時から16時まで（1月は第3火曜日）\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
        "---\n題名: 在宅医療の相談会\n日時: 毎月第2火曜日 14時から16時まで（12月8日、1月12日、2月9日）\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
    ],
    good: &[
        "---\n題名: 在宅医療の相談会\n日時: 毎月第2火曜日 14時から16時まで（8月を除く）\n除外日: 令和9年8月10日\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
        "---\n題名: 在宅医療の相談会\n日時: 毎週月曜日 14時から16時まで（祝日・年末年始を除く。予約制）\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
        "---\n題名: 在宅医療の相談会\n日時: 毎週月曜日 14時から16時まで（夏休みも行います。昼休みに開きます。職員を除く。3月は会場が変わります。申込みは12月1日から）\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
        "---\n題名: 在宅医療の相談会\n日時: 令和8年12月8日（火曜日）14時から16時まで（正午から1時は休み）\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
    ],
};

/// What leaves something out, or moves it.
const LEAVES_OUT: [&str; 13] = [
    "除く",
    "除き",
    "のぞく",
    "のぞき",
    "休み",
    "休講",
    "休会",
    "行いません",
    "開催しません",
    "実施しません",
    "翌日",
    "翌週",
    "前日",
];

/// What is left out, besides days and months in figures.
const DAYS: [&str; 10] = [
    "祝",
    "休日",
    "年末",
    "年始",
    "盆",
    "夏休み",
    "冬休み",
    "曜",
    "週",
    "土日",
];

/// Where 休み is the name of a time.
const NAMES: [&str; 4] = ["夏休み", "冬休み", "春休み", "昼休み"];

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    if !document.facets.excluded.is_empty() {
        return Vec::new();
    }
    let sessions = document.facets.sessions.iter();
    let mut found: Vec<Diagnostic> = Vec::new();
    for (session, from) in sessions.filter_map(|one| Some((one, one.when.repeat()?.from))) {
        let note = session.note.iter().flat_map(|note| clauses(note.as_str()));
        let lost = note.filter(|clause| leaves_out(clause));
        let lost = lost.map(|clause| diagnostic(document, input, session, (clause, from)));
        // Two rules of one line share their note.
        let lost = lost.filter(|lost| found.iter().all(|known| known.at != lost.at));
        let lost: Vec<Diagnostic> = lost.collect();
        found.extend(lost);
    }
    found
}

fn clauses(note: &str) -> impl Iterator<Item = &str> {
    note.split(['。', '、']).map(str::trim)
}

fn leaves_out(clause: &str) -> bool {
    let folded = Folded::new(clause);
    let text = folded.text(0..folded.len());
    let without_names = NAMES
        .iter()
        .fold(text.clone(), |text, name| text.replace(name, ""));
    let is_left_out = LEAVES_OUT.iter().any(|word| without_names.contains(word));
    let is_moved = text
        .split_once('は')
        .is_some_and(|(days, instead)| names_days(days) && is_time(instead));
    let is_day = text
        .chars()
        .all(|sign| "0123456789年月日令和".contains(sign));
    names_days(&text) && (is_left_out || text.ends_with("以外") || is_moved || is_day)
}

fn names_days(text: &str) -> bool {
    DAYS.iter().any(|word| text.contains(word)) || has_figure_before(text, "月日")
}

/// 第3火曜日, 4日, 15時から.
fn is_time(text: &str) -> bool {
    text.starts_with('第') || has_figure_before(text, "日時:")
}

/// Whether one of `units` stands behind a figure, as in 8月.
fn has_figure_before(text: &str, units: &str) -> bool {
    let signs = text.chars().zip(text.chars().skip(1));
    let mut pairs = signs.filter(|(figure, _)| figure.is_ascii_digit());
    pairs.any(|(_, unit)| units.contains(unit))
}

fn diagnostic(
    document: &Document,
    input: &Input,
    session: &Session,
    (clause, from): (&str, Date),
) -> Diagnostic {
    let span = input.find(document.source, session.span, clause);
    let title = "注に書いた日が、カレンダーに伝わりません";
    Diagnostic::warning(ROW.code, at(document.source, span), title)
        .label("休みとして読み取れるのは「祝日を除く」と「年末年始を除く」です")
        .help(format!(
            "行わない日を「除外日: {from}」のように、1日に1行で並べてください。代わりに行う日は「日時」に並べます。"
        ))
}
