//! `ja-date-year-missing`: 日時 or 締切 in the text of a dated document without the year.

use crate::checks::dates::house::days;
use crate::checks::{CheckRow, Form, Input, Origin, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::model::date::Date;

/// What a line about a day begins with.
const NAMES: &[&str] = &[
    "日時",
    "開催日時",
    "開催日",
    "期日",
    "日程",
    "とき",
    "申込締切",
    "申込期限",
    "締切",
    "受付期間",
    "募集期間",
    "開催期間",
];

pub const ROW: CheckRow = CheckRow {
    code: "ja-date-year-missing",
    severity: Severity::Info,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::COLON, check)),
    detects: "「日時：12月5日」のように、年のない開催日や締切を見つけます。",
    why: "ページは何年も残り、検索から開かれます。年がないと、終わった催しだと分かりません。",
    source: "",
    bad: &[
        "日時：12月5日（土曜日）14時から",
        "申込締切：11月30日（月曜日）",
    ],
    good: &[
        "日時：令和8年12月5日（土曜日）14時から",
        "開催期間：令和8年12月5日から12月12日まで",
        "11月30日は「人生会議の日」です。",
        "日時：毎月第2火曜日14時から",
        "日時：12/5（土曜日）14時から",
    ],
};

fn check(passage: &Passage, input: &Input) -> Vec<Diagnostic> {
    let is_body = matches!(passage.origin, Origin::Body(_));
    let name = passage.text.split([':', '：']).next().unwrap_or_default();
    let (Some(opens), true) = (passage.opens, is_body && NAMES.contains(&name.trim())) else {
        return Vec::new();
    };
    // A day in signs is `ja-date-format`, which says the same about its year.
    let Some((token, day)) = days(passage)
        .next()
        .filter(|(_, day)| day.form == Form::Words)
    else {
        return Vec::new();
    };
    let (Some(month), Some(number), None) = (day.month, day.day, day.year) else {
        return Vec::new();
    };
    let found = Diagnostic::info(
        ROW.code,
        passage.at(token.range.clone()),
        "年が書かれていません",
    )
    .label("何年かが分かりません");
    let years = [opens.year(), opens.year() + 1].into_iter();
    let mut dates = years.filter_map(|year| Date::new(year, month, number));
    let next = dates.find(|date| *date >= opens);
    let help = next.map(|date| {
        let date = input.site.settings.style.day(date);
        format!("「{date}」のように、年から書いてください。")
    });
    vec![found.help(help.unwrap_or_default())]
}
