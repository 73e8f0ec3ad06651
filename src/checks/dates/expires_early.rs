//! `expires-early`: a 掲載終了 before the last session, or before the 掲載日.
//!
//! Why: the document would leave the lists while people still need it (domain §3.4 G `expiry-missing`, B `ja-date-impossible`).

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;

pub const ROW: CheckRow = CheckRow {
    code: "expires-early",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "掲載日や最後の開催日より前の掲載終了を見つけます。",
    why: "まだ必要な人がいるうちに、一覧から消えてしまいます。",
    source: "",
    bad: &[
        "---\n題名: 人生会議の講演会\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話でお申し込みください。\n掲載終了: 令和8年12月1日\n---\n本文です。",
        "---\n題名: お知らせ\n掲載終了: 令和8年10月1日\n---\n本文です。",
    ],
    good: &[
        "---\n題名: 人生会議の講演会\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話でお申し込みください。\n掲載終了: 令和8年12月5日\n---\n本文です。",
        "---\n題名: 在宅医療の相談会\n日時: 12月から3月まで 毎月第2火曜日 14時から16時まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 不要\n掲載終了: 令和9年3月10日\n---\n本文です。",
        "---\n題名: お知らせ\n掲載終了: 令和8年12月31日\n---\n本文です。",
    ],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let Some(expires) = document.facets.expires else {
        return Vec::new();
    };
    let last_session = document.occurrences.iter().map(|time| time.last).max();
    let sessions = last_session.map(|day| (day, "最後の開催日"));
    let published = document.published().map(|day| (day, "掲載日"));
    let bounds = sessions.into_iter().chain(published);
    let Some((day, name)) = bounds.max_by_key(|(day, _)| *day) else {
        return Vec::new();
    };
    if expires.value >= day {
        return Vec::new();
    }
    let found = Diagnostic::error(
        "expires-early",
        at(document.source, expires.span),
        format!("掲載終了が{name}より前です"),
    )
    .label(format!("{name}は{day}です"))
    .help(format!("「{day}」か、それよりあとの日を書いてください。"));
    vec![found]
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::{Sample, timed};

    fn found(expires: &str, session: Option<&str>) -> Vec<String> {
        let mut sample = Sample::new();
        let text = "題名\n日時: 開催日\n掲載終了: その日";
        sample.add("lectures/2026-11-01-acp", text, |draft| {
            draft.document.facets.expires = Some(draft.date(expires, "その日"));
            if let Some(day) = session {
                draft.session(timed(day, (14, 0), None), "開催日");
            }
        });
        let found = sample.found(Rule::Document(super::check));
        found.into_iter().map(|found| found.title).collect()
    }

    #[test]
    fn the_end_is_compared_with_the_later_of_publication_and_last_session() {
        let before_session = ["掲載終了が最後の開催日より前です"];
        assert_eq!(found("2026-12-04", Some("2026-12-05")), before_session);
        assert!(found("2026-12-05", Some("2026-12-05")).is_empty());
        assert_eq!(found("2026-10-31", None), ["掲載終了が掲載日より前です"]);
        assert!(found("2026-11-01", None).is_empty());
    }
}
