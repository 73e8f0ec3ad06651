//! `schedule-order`: sessions that do not stand in the order of time.
//!
//! Why: people read the first line as the next session; a line out of order is often a wrong month or year (domain §3.4 B `ja-date-impossible`).

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::date::{Clock, Date};
use crate::model::document::Document;
use crate::model::facet::When;

pub const ROW: CheckRow = CheckRow {
    code: "schedule-order",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "早い順に並んでいない日時を見つけます。",
    why: "読む人は、いちばん上の回を次の回だと思います。順番が違うときは、月や年の書き間違いもよくあります。",
    source: "",
    bad: &[
        "---\n題名: 人生会議の講演会\n日時:\n  - 第1回 令和8年12月12日（土曜日）14時から15時30分まで\n  - 第2回 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話でお申し込みください。\n---\n本文です。",
    ],
    good: &[
        "---\n題名: 人生会議の講演会\n日時:\n  - 第1回 令和8年12月5日（土曜日）14時から15時30分まで\n  - 第2回 令和8年12月12日（土曜日）14時から15時30分まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話でお申し込みください。\n---\n本文です。",
        "---\n題名: 人生会議の講演会\n日時:\n  - 令和8年12月5日（土曜日）10時から12時まで\n  - 令和8年12月5日（土曜日）14時から16時まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話でお申し込みください。\n---\n本文です。",
        "---\n題名: 在宅医療の相談会\n日時:\n  - 12月8日から毎月第2・第4火曜日 14時から16時まで\n  - 12月2日から毎週水曜日 10時から12時まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 不要\n---\n本文です。",
    ],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let sessions = document.facets.sessions.iter();
    let known = sessions.filter_map(|session| Some((start(session.when)?, session)));
    let known: Vec<_> = known.collect();
    let neighbours = known.iter().zip(known.iter().skip(1));
    neighbours
        .filter(|((before, _), (after, _))| after < before)
        .map(|((_, before), (_, after))| {
            Diagnostic::warning(
                "schedule-order",
                at(document.source, after.span),
                "日時が早い順に並んでいません",
            )
            .label("上の行より前の日時です")
            .help(
                "日付が正しいか確かめてください。正しいときは、早い日時の行を上に移してください。",
            )
            .related(at(document.source, before.span), "これよりあとの日時です")
        })
        .collect()
}

/// When a session begins; whole days come before the times of their first day.
fn start(when: When) -> Option<(Date, Option<Clock>)> {
    match when {
        // A rule with the days of another between its own stands neither before nor behind it.
        When::Undecided | When::Repeated(_) => None,
        When::Days { first, .. } => Some((first, None)),
        When::Timed { start, .. } => Some((start.0, Some(start.1))),
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::{Sample, timed};
    use crate::model::facet::When;

    fn marked(sessions: [When; 3]) -> Vec<String> {
        let mut sample = Sample::new();
        let text = "題名\n日時:\n- 一回目\n- 二回目\n- 三回目";
        sample.add("lectures/2026-11-01-acp", text, |draft| {
            for (when, words) in sessions.into_iter().zip(["一回目", "二回目", "三回目"]) {
                draft.session(when, words);
            }
        });
        sample.marked(Rule::Document(super::check))
    }

    #[test]
    fn the_line_that_goes_back_in_time_is_marked() {
        let morning = timed("2026-12-05", (10, 0), None);
        let evening = timed("2026-12-05", (18, 0), None);
        let later = timed("2026-12-12", (10, 0), None);
        assert_eq!(marked([later, morning, evening]), ["二回目"]);
        assert_eq!(marked([evening, morning, later]), ["二回目"]);
        assert!(marked([morning, When::Undecided, later]).is_empty());
        assert_eq!(marked([later, When::Undecided, morning]), ["三回目"]);
    }
}
