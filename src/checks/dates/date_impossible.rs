//! `ja-date-impossible`: a day or a time that does not exist, and a range that ends before it begins.

use crate::checks::dates::house::{days, times};
use crate::checks::{CheckRow, Day, Input, Passage, Rule, Signs, Stage, Time, Token};
use crate::diag::{Diagnostic, Severity};
use crate::model::date::Date;

pub const ROW: CheckRow = CheckRow {
    code: "ja-date-impossible",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::DIGIT.or(Signs::WIDE_ALNUM), check)),
    detects: "「2月30日」「13月」「25時」のように、ない日や時刻と、始まりより前に終わる期間を見つけます。",
    why: "読む人は、いつ行けばよいか分かりません。数字の打ち間違いです。",
    source: "",
    bad: &[
        "講演会は令和9年2月30日に開きます。",
        "次の回は13月1日です。",
        "開始は25時です。",
        "開始は14時75分です。",
        "受付は午後14時からです。",
        "期間は令和8年12月10日から令和8年12月1日までです。",
        "期間は12月10日から1日までです。",
    ],
    good: &[
        "令和10年2月29日は火曜日です。2月29日に生まれた方へ。",
        "窓口は24時間開いています。受付は24時までです。",
        "12月28日から1月4日まで休みます。",
        "令和8年12月28日から令和9年1月4日まで休みます。",
        "22時から翌日の6時まで。30時間の研修です。",
        "10日から3日間です。10月10日から3日間続きます。",
        "第31回と第32回の資料、32日分の薬、13か月分の記録。",
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let days_found = days(passage).filter(|(_, day)| !exists(*day));
    let days_found = days_found.map(|(_, day)| {
        error(passage, day.span.range(), "このような日はありません")
            .help("月と日を確かめて、正しい日付を書いてください。")
    });
    let times_found = times(passage).filter_map(|(token, time)| {
        let why = fault(time)?;
        Some(
            error(passage, token.range.clone(), "このような時刻はありません")
                .label(why)
                .help("正しい時刻を書いてください。"),
        )
    });
    let all: Vec<_> = days(passage).collect();
    let reversed = all.iter().zip(all.iter().skip(1));
    let reversed = reversed.filter(|(start, end)| is_reversed(passage, **start, **end));
    let reversed = reversed.map(|(_, (_, end))| {
        error(passage, end.span.range(), "期間の終わりが始まりより前です")
            .label("始まりより前の日です")
            .help("始まりと終わりの日を確かめて、正しい日付を書いてください。")
    });
    days_found.chain(times_found).chain(reversed).collect()
}

fn error(passage: &Passage, range: std::ops::Range<usize>, title: &str) -> Diagnostic {
    Diagnostic::error(ROW.code, passage.at(range), title)
}

/// Whether the day can be: in its year where that is written, in some year otherwise.
fn exists(day: Day) -> bool {
    // 2024 is a leap year; a day of an unknown month is in the longest one.
    const LEAP: i32 = 2024;
    let year = day.year.and_then(|year| year.western()).unwrap_or(LEAP);
    let month = day.month.unwrap_or(1);
    let first = day.day.unwrap_or(1);
    year < 1900 || Date::new(year, month, first).is_some()
}

fn fault(time: Time) -> Option<String> {
    match (time.half, time.hour, time.minute) {
        (_, _, 60..) => Some("分は0から59までです".to_owned()),
        (Some(_), 13.., _) => Some("午前と午後は0時から11時までです".to_owned()),
        (_, 24.., 1..) | (_, 25.., _) if !time.has_colon => Some("時は24までです".to_owned()),
        (_, _, _) => None,
    }
}

fn is_reversed(passage: &Passage, start: (&Token, Day), end: (&Token, Day)) -> bool {
    let between = passage.part(start.0.range.end..end.0.range.start);
    let behind = passage.part(end.0.range.end..passage.text.len());
    let is_range = between.trim() == "から" && behind.starts_with("まで");
    let (start, end) = (start.1, end.1);
    if !is_range || !exists(start) || !exists(end) {
        return false;
    }
    match (start.date(), end.date()) {
        (Some(start), Some(end)) => end < start,
        _ => {
            let same_month = end.month.is_none_or(|month| Some(month) == start.month);
            let is_ordered = start
                .day
                .zip(end.day)
                .is_none_or(|(start, end)| start <= end);
            end.year.is_none() && start.month.is_some() && same_month && !is_ordered
        }
    }
}
