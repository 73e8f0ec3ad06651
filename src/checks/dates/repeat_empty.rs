//! `repeat-empty`: what is repeated between two days, with no day on which it takes place.
//!
//! Why: a page and a calendar would announce what never happens; the end is usually a slip in the year (domain §3.4 B
//! `ja-date-impossible`). A rule without an end has days for ever.

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;
use crate::model::facet::{Session, When};

pub const ROW: CheckRow = CheckRow {
    code: "repeat-empty",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "行う日が1日もない、くり返しの日時を見つけます。",
    why: "ページには催しがあるように載りますが、来られる日がありません。たいていは、始まりか終わりの書き間違いです。",
    source: "",
    bad: &[
        "---\n題名: 在宅医療の相談会\n日時: 令和8年12月9日から令和8年12月25日まで 毎月第2火曜日 14時から16時まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
        "---\n題名: 在宅医療の相談会\n日時: 令和9年4月1日から令和9年3月31日まで 毎週水曜日 14時から16時まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
        "---\n題名: 在宅医療の相談会\n日時: 12月から1月まで 毎月第2火曜日 14時から16時まで\n除外日:\n  - 令和8年12月8日\n  - 令和9年1月12日\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
    ],
    good: &[
        "---\n題名: 在宅医療の相談会\n日時: 令和8年12月8日から令和9年3月9日まで 毎月第2火曜日 14時から16時まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
        "---\n題名: 在宅医療の相談会\n日時: 毎月31日 14時から16時まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
    ],
};

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    let sessions = document.facets.sessions.iter();
    let empty = sessions.filter(|session| is_empty(session, document, input));
    empty.map(|session| diagnostic(document, session)).collect()
}

fn is_empty(session: &Session, document: &Document, input: &Input) -> bool {
    session.when.repeat().is_some_and(|repeat| {
        let takes_place = |day| !document.facets.pauses(repeat, day, &input.site.holidays);
        let is_empty = |until| !repeat.days(until).any(takes_place);
        repeat.until.is_some_and(is_empty)
    })
}

fn diagnostic(document: &Document, session: &Session) -> Diagnostic {
    let title = "くり返しの中に、行う日が1日もありません";
    let found = Diagnostic::error(ROW.code, at(document.source, session.span), title);
    match session.when {
        When::Repeated(repeat) if repeat.until.is_some_and(|until| until < repeat.from) => {
            let first = repeat.from.with_weekday();
            found
                .label(format!("最初の日は{first}で、終わりはそれより前です"))
                .help(format!("終わりの日を「{}まで」か、それよりあとの日に直してください。日時に終わりがないときは、「掲載終了」が終わりです。", repeat.from))
        }
        When::Repeated(_) | When::Undecided | When::Days { .. } | When::Timed { .. } => found
            .label("どの日も、除外日か休みの日です")
            .help("くり返しの期間と「除外日」を確かめて、行う日が残るように直してください。"),
    }
}
