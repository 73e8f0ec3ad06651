//! `schedule-reversed`: a session that ends before it begins.
//!
//! Why: nobody can tell when to come, and calendar files with such times are refused (RFC 5545 §3.8.2.2; domain §3.4 B `ja-date-impossible`).

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::date::{Clock, Date};
use crate::model::document::Document;
use crate::model::facet::{Session, When};

pub const ROW: CheckRow = CheckRow {
    code: "schedule-reversed",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "始まりより前に終わる日時を見つけます。",
    why: "読む人は、いつ行けばよいか分かりません。カレンダーにも取り込めなくなります。",
    source: "RFC 5545 3.8.2.2",
    bad: &[
        "---\n題名: 人生会議の講演会\n日時: 令和8年12月5日（土曜日）14時から3時30分まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話でお申し込みください。\n---\n本文です。",
        "---\n題名: 人生会議の講演会\n日時: 令和8年12月6日（日曜日）から令和8年12月5日（土曜日）まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話でお申し込みください。\n---\n本文です。",
        "---\n題名: 在宅医療の相談会\n日時: 毎月第2火曜日 14時から3時30分まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 不要\n---\n本文です。",
    ],
    good: &[
        "---\n題名: 人生会議の講演会\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話でお申し込みください。\n---\n本文です。",
        "---\n題名: 人生会議の講演会\n日時: 令和8年12月31日（木曜日）22時から令和9年1月1日（金曜日）6時まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話でお申し込みください。\n---\n本文です。",
        "---\n題名: 人生会議の講演会\n日時: 毎月第2火曜日 午後2時から3時30分まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 不要\n---\n本文です。",
        "---\n題名: 人生会議の講演会\n日時: 令和8年12月5日（土曜日）14時から\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話でお申し込みください。\n---\n本文です。",
    ],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let sessions = document.facets.sessions.iter();
    let reversed = sessions.filter(|session| session.when.is_reversed());
    reversed
        .map(|session| diagnostic(document, session))
        .collect()
}

fn diagnostic(document: &Document, session: &Session) -> Diagnostic {
    let found = Diagnostic::error(
        "schedule-reversed",
        at(document.source, session.span),
        "終わりが始まりより前です",
    )
    .label("始まりより前に終わっています");
    match meant(session.when) {
        Some(meant) => found.help(format!("「{meant}」のように書いてください。")),
        None => found,
    }
}

/// The range that was probably meant: an end written on a 12-hour clock, else the two ends the other way round.
fn meant(when: When) -> Option<String> {
    match when {
        When::Undecided | When::Timed { end: None, .. } => None,
        When::Repeated(repeat) => {
            let hours = repeat.hours?;
            Some(meant_hours(hours.start, hours.end?))
        }
        When::Days { first, last } => Some(format!(
            "{}から{}まで",
            last.with_weekday(),
            first.with_weekday()
        )),
        When::Timed {
            start,
            end: Some(end),
        } => Some(meant_times(start, end)),
    }
}

fn meant_times(start: (Date, Clock), end: (Date, Clock)) -> String {
    let day = start.0.with_weekday();
    match start.0 == end.0 {
        true => format!("{day}{}", meant_hours(start.1, end.1)),
        false => format!("{}{}から{day}{}まで", end.0.with_weekday(), end.1, start.1),
    }
}

fn meant_hours(start: Clock, end: Clock) -> String {
    let afternoon = Clock::new(end.hour() + 12, end.minute());
    match afternoon.filter(|clock| *clock > start) {
        Some(afternoon) => format!("{start}から{afternoon}まで"),
        None => format!("{end}から{start}まで"),
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::{Sample, date, timed};
    use crate::model::facet::When;

    fn found(when: When) -> Vec<(String, String)> {
        let mut sample = Sample::new();
        sample.add(
            "lectures/2026-11-01-acp",
            "題名\n日時: 開催日",
            |draft| {
                draft.session(when, "開催日");
            },
        );
        let marked = sample.marked(Rule::Document(super::check));
        let found = sample.found(Rule::Document(super::check));
        let help = found.into_iter().map(|found| found.help);
        marked.into_iter().zip(help).collect()
    }

    fn marked(help: &str) -> Vec<(String, String)> {
        vec![(
            "開催日".to_owned(),
            format!("「{help}」のように書いてください。"),
        )]
    }

    #[test]
    fn an_end_on_a_twelve_hour_clock_is_written_out() {
        let afternoon = timed("2026-12-05", (14, 0), Some((3, 30)));
        let help = "令和8年12月5日（土曜日）14時から15時30分まで";
        assert_eq!(found(afternoon), marked(help));
    }

    #[test]
    fn exchanged_ends_are_put_in_order() {
        let times = timed("2026-12-05", (15, 30), Some((14, 0)));
        let help = "令和8年12月5日（土曜日）14時から15時30分まで";
        assert_eq!(found(times), marked(help));
        let (first, last) = (date("2026-12-06"), date("2026-12-05"));
        let help = "令和8年12月5日（土曜日）から令和8年12月6日（日曜日）まで";
        assert_eq!(found(When::Days { first, last }), marked(help));
    }

    #[test]
    fn sessions_that_end_later_or_at_an_open_time_are_fine() {
        assert!(found(timed("2026-12-05", (14, 0), Some((15, 30)))).is_empty());
        assert!(found(timed("2026-12-05", (14, 0), None)).is_empty());
        assert!(found(When::Undecided).is_empty());
    }
}
