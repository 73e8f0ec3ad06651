//! `ja-weekday-abbrev`: a weekday of one sign behind a day, （火）.

use crate::checks::dates::house::{dated, days};
use crate::checks::{CheckRow, Input, Named, Passage, Rule, Signs, Stage, Token};
use crate::diag::{Diagnostic, Severity};

pub const ROW: CheckRow = CheckRow {
    code: "ja-weekday-abbrev",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(Signs::BRACKET, check)),
    detects: "日付のあとの「（火）」のように、1文字に縮めた曜日を見つけます。",
    why: "読み上げソフトは「（火）」を「か」や「ひ」と読みます。",
    source: "",
    bad: &[
        "令和8年12月5日（土）に開きます。",
        "12月1日(火)から受け付けます。",
        "令和8年11月3日（火・祝）は休みます。",
    ],
    good: &[
        "令和8年12月5日（土曜日）に開きます。",
        "令和8年11月3日（火曜日・祝日）は休みます。",
        "地目は（田）と（土）に分けます。",
        "担当（火曜日の午後）へお電話ください。",
        "令和8年12月5日（金）に開きます。",
        "毎週火・木曜日と、毎月第2（水曜日）に開きます。",
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let short = days(passage).filter_map(|(token, day)| Some((token, day, day.weekday?)));
    let short = short.filter(|(_, _, weekday)| weekday.is_short);
    // A weekday that is wrong is `ja-weekday-mismatch`, and nobody knows yet which one to write.
    let short = short.filter(|(_, day, weekday)| {
        let date = dated(passage, *day);
        date.is_none_or(|date| date.weekday() == weekday.weekday)
    });
    short
        .map(|(token, _, weekday)| diagnostic(passage, token, weekday))
        .collect()
}

fn diagnostic(passage: &Passage, token: &Token, named: Named) -> Diagnostic {
    let span = named.span.range();
    let words = named.weekday.label();
    let inside = passage.part(span.start..token.range.end);
    let found = Diagnostic::warning(
        ROW.code,
        passage.at(span.clone()),
        "曜日が縮めて書かれています",
    )
    .label(format!("「{words}」と読まれません"));
    let found = match inside.contains('祝') {
        true => found.help(format!("「{words}・祝日」のように書いてください。")),
        false => found.help(format!("「{words}」と書いてください。")),
    };
    match passage.exact(span) {
        Some(at) => found.fix(at, words),
        None => found,
    }
}
