//! `excluded-unused`: a 除外日 on which nothing that is repeated would take place.
//!
//! Why: the day that was meant stays in every calendar, and people come for nothing (RFC 5545 §3.8.5.1).

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity, Where};
use crate::model::date::Date;
use crate::model::document::Document;
use crate::model::field::Field;
use crate::model::repeat::Repeat;

pub const ROW: CheckRow = CheckRow {
    code: "excluded-unused",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "くり返しの日に当たらない除外日を見つけます。",
    why: "日付を書き間違えると、休むはずの日がカレンダーに残り、来た人が困ります。",
    source: "RFC 5545 の 3.8.5.1",
    bad: &[
        "---\n題名: 在宅医療の相談会\n日時: 12月8日から毎月第2火曜日 14時から16時まで\n除外日: 令和9年1月13日\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
        "---\n題名: 在宅医療の相談会\n日時: 12月から3月まで 毎月第2火曜日 14時から16時まで\n除外日: 令和9年4月13日\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
        "---\n題名: 在宅医療の相談会\n日時: 令和8年12月8日（火曜日）14時から16時まで\n除外日: 令和9年1月12日\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
    ],
    good: &[
        "---\n題名: 在宅医療の相談会\n日時: 12月8日から毎月第2火曜日 14時から16時まで\n除外日: 令和9年1月12日\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
        "---\n題名: 在宅医療の相談会\n日時: 毎週月曜日 14時から16時まで（祝日を除く）\n除外日: 令和9年1月11日（月曜日・祝日）\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
    ],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let facets = &document.facets;
    let sessions = facets.sessions.iter();
    let repeats: Vec<Repeat> = sessions
        .filter_map(|session| session.when.repeat())
        .collect();
    if repeats.is_empty() {
        // Where no line of 日時 could be read, that has been said.
        let is_known = !facets.sessions.is_empty() && !facets.excluded.is_empty();
        let key = facets.key(Field::Excluded).filter(|_| is_known);
        let found = key.map(|key| without_rule(at(document.source, key)));
        return found.into_iter().collect();
    }
    let excluded = facets.excluded.iter();
    let unused = excluded.filter(|day| !repeats.iter().any(|repeat| repeat.names(day.value)));
    unused
        .map(|day| {
            let title = "除外日が、くり返しの日に当たりません";
            Diagnostic::warning(ROW.code, at(document.source, day.span), title)
                .label(format!(
                    "{}は、行う日ではありません",
                    day.value.with_weekday()
                ))
                .help(meant(&repeats, day.value))
        })
        .collect()
}

fn without_rule(place: Where) -> Diagnostic {
    Diagnostic::warning(
        ROW.code,
        place,
        "除外日がありますが、くり返す催しがありません",
    )
    .label("「日時」にくり返しがありません")
    .help("くり返さない催しでは、この項目を消して、行う日だけを「日時」に書いてください。")
}

fn meant(repeats: &[Repeat], day: Date) -> String {
    let near = [nearest(repeats, day, -1), nearest(repeats, day, 1)];
    let near: Vec<String> = near
        .into_iter()
        .flatten()
        .map(|day| format!("「{}」", day.with_weekday()))
        .collect();
    match near.is_empty() {
        true => {
            "くり返しの期間の中の日か確かめてください。休む日でなければ、この行を消してください。"
                .to_owned()
        }
        false => format!(
            "近くの行う日は{}です。休む日でなければ、この行を消してください。",
            near.join("と")
        ),
    }
}

/// The nearest day of a rule before or after a day, within the longest gap between two fifth weekdays.
fn nearest(repeats: &[Repeat], day: Date, step: i64) -> Option<Date> {
    let mut days = (1..100).filter_map(|count| day.plus_days(count * step));
    days.find(|day| repeats.iter().any(|repeat| repeat.names(*day)))
}

#[cfg(test)]
mod tests {
    use super::nearest;
    use crate::checks::testing::date;
    use crate::model::date::Weekday;
    use crate::model::repeat::{Pauses, Repeat, Rule, Week, Weeks};

    #[test]
    fn the_days_of_the_rule_on_both_sides_are_named() {
        let weeks = Weeks::new([Week::Nth(2)]).expect("a week");
        let weekday = Weekday::Tuesday;
        let repeat = Repeat {
            rule: Rule::MonthlyWeekday { weeks, weekday },
            from: date("2026-12-08"),
            until: Some(date("2027-03-09")),
            hours: None,
            pauses: Pauses::default(),
        };
        let near = |iso, step| nearest(&[repeat], date(iso), step).map(|day| day.iso());
        assert_eq!(near("2027-01-13", -1).as_deref(), Some("2027-01-12"));
        assert_eq!(near("2027-01-13", 1).as_deref(), Some("2027-02-09"));
        assert_eq!(near("2027-04-13", 1), None);
        assert_eq!(near("2026-12-01", -1), None);
    }
}
