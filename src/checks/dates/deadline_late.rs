//! `deadline-late`: a 申込締切 after the last session has begun.
//!
//! Why: nobody can apply for what is over; one of the two dates is a slip (domain §3.4 G `event-deadline-order`, GIF DS-43C).

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;
use crate::model::facet::{Moment, Session, When};
use crate::model::occurrence::Occurrence;

pub const ROW: CheckRow = CheckRow {
    code: "deadline-late",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "最後の回が始まったあとの申込締切を見つけます。",
    why: "終わった催しには、だれも申し込めません。どちらかの日付が間違っています。",
    source: "デジタル庁 政府相互運用性フレームワーク（GIF）DS-43C",
    bad: &[
        "---\n題名: 在宅医療の講座\n日時: 12月から3月まで 毎月第2火曜日 14時から16時まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話でお申し込みください。\n申込締切: 令和9年3月20日（土曜日）\n---\n本文です。",
        "---\n題名: 人生会議の講演会\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話でお申し込みください。\n申込締切: 令和8年12月6日（日曜日）\n---\n本文です。",
    ],
    good: &[
        "---\n題名: 在宅医療の講座\n日時: 12月から3月まで 毎月第2火曜日 14時から16時まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話でお申し込みください。\n申込締切: 令和9年3月5日（金曜日）\n---\n本文です。",
        "---\n題名: 人生会議の講演会\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話でお申し込みください。\n申込締切: 令和8年11月30日（月曜日）17時\n---\n本文です。",
        "---\n題名: 人生会議の講演会\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話でお申し込みください。\n申込締切: 令和8年12月5日（土曜日）\n---\n本文です。",
    ],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let facets = &document.facets;
    let Some((deadline, (session, start))) = facets.application.deadline.zip(last_start(document))
    else {
        return Vec::new();
    };
    if !deadline.value.is_after(start) {
        return Vec::new();
    }
    let found = Diagnostic::error(
        "deadline-late",
        at(document.source, deadline.span),
        "申込締切が開催よりあとです",
    )
    .label(format!("開催は{}です", words(start)))
    .help(format!("「{}」までの日時を書いてください。", words(start)))
    .related(at(document.source, session.span), "最後の回の日時です");
    vec![found]
}

/// When the last session begins; `None` while the day of any session is open. One may still join whole days on the last of them.
fn last_start(document: &Document) -> Option<(&Session, Moment)> {
    let sessions = &document.facets.sessions;
    let is_open = sessions.iter().any(|session| match session.when {
        When::Undecided => true,
        When::Days { .. } | When::Timed { .. } => false,
        When::Repeated(repeat) => repeat.until.is_none(),
    });
    if is_open {
        return None;
    }
    let times = document.occurrences.iter();
    let starts = times.filter_map(|time| Some((sessions.get(time.session)?, begins(time))));
    starts.max_by_key(|(_, start)| *start)
}

fn begins(time: &Occurrence) -> Moment {
    match time.when {
        When::Timed { start, .. } => Moment {
            date: start.0,
            clock: Some(start.1),
        },
        When::Undecided | When::Days { .. } | When::Repeated(_) => Moment {
            date: time.last,
            clock: None,
        },
    }
}

fn words(moment: Moment) -> String {
    let day = moment.date.with_weekday();
    moment
        .clock
        .map_or(day.clone(), |clock| format!("{day}{clock}"))
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::{Sample, date, timed};
    use crate::model::date::Clock;
    use crate::model::facet::{Moment, When};

    fn marked(day: &str, clock: Option<(u32, u32)>, sessions: &[When]) -> Vec<String> {
        let mut sample = Sample::new();
        let text = "題名\n日時: 開催日\n申込締切: その日";
        sample.add("lectures/2026-11-01-acp", text, |draft| {
            let clock = clock.and_then(|(hour, minute)| Clock::new(hour, minute));
            let date = date(day);
            let deadline = draft.value(Moment { date, clock }, "その日");
            draft.document.facets.application.deadline = Some(deadline);
            for session in sessions {
                draft.session(*session, "開催日");
            }
        });
        sample.marked(Rule::Document(super::check))
    }

    #[test]
    fn days_decide_and_times_only_when_both_are_known() {
        let session = [timed("2026-12-05", (14, 0), Some((15, 30)))];
        assert_eq!(marked("2026-12-06", None, &session), ["その日"]);
        assert_eq!(marked("2026-12-05", Some((14, 1)), &session), ["その日"]);
        assert!(marked("2026-12-05", Some((14, 0)), &session).is_empty());
        assert!(marked("2026-12-05", None, &session).is_empty());
    }

    #[test]
    fn one_may_apply_until_the_last_session() {
        let first = timed("2026-12-05", (14, 0), None);
        let second = timed("2026-12-12", (14, 0), None);
        assert!(marked("2026-12-10", None, &[second, first]).is_empty());
        assert!(marked("2026-12-20", None, &[first, When::Undecided]).is_empty());
        let (first, last) = (date("2026-12-01"), date("2026-12-05"));
        let days = [When::Days { first, last }];
        assert!(marked("2026-12-05", Some((17, 0)), &days).is_empty());
        assert_eq!(marked("2026-12-06", None, &days), ["その日"]);
    }
}
