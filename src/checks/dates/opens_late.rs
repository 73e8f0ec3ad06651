//! `opens-late`: a 申込開始 after the 申込締切.
//!
//! Why: nobody could apply at any time; one of the two dates is a slip (domain §3.4 G `event-deadline-order`).

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;

pub const ROW: CheckRow = CheckRow {
    code: "opens-late",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "申込締切よりあとの申込開始を見つけます。",
    why: "申し込める日が1日もありません。どちらかの日付が間違っています。",
    source: "",
    bad: &[
        "---\n題名: 人生会議の講演会\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話でお申し込みください。\n申込開始: 令和8年12月1日（火曜日）\n申込締切: 令和8年11月30日（月曜日）\n---\n本文です。",
    ],
    good: &[
        "---\n題名: 人生会議の講演会\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話でお申し込みください。\n申込開始: 令和8年11月2日（月曜日）9時\n申込締切: 令和8年11月30日（月曜日）17時\n---\n本文です。",
        "---\n題名: 人生会議の講演会\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 北区の見本会館\n対象: 北区にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話でお申し込みください。\n申込開始: 令和8年11月30日（月曜日）\n申込締切: 令和8年11月30日（月曜日）\n---\n本文です。",
    ],
};

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    let application = &document.facets.application;
    let Some((opens, deadline)) = application.opens.zip(application.deadline) else {
        return Vec::new();
    };
    if !opens.value.is_after(deadline.value) {
        return Vec::new();
    }
    let written = deadline.span.of(input.text(document.source));
    let found = Diagnostic::error(
        "opens-late",
        at(document.source, opens.span),
        "申込開始が申込締切よりあとです",
    )
    .label("締切のあとに始まります")
    .help(format!(
        "申込開始と申込締切のどちらが正しいか確かめて、申込開始には「{written}」より前の日を書いてください。"
    ))
    .related(at(document.source, deadline.span), "申込締切です");
    vec![found]
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::{Sample, date};
    use crate::model::facet::Moment;

    fn marked(opens: &str, deadline: &str) -> Vec<String> {
        let mut sample = Sample::new();
        let text = "題名\n申込開始: 開始の日\n申込締切: 締切の日";
        sample.add("lectures/2026-11-01-acp", text, |draft| {
            let moment = |iso, words| {
                let date = date(iso);
                Some(draft.value(Moment { date, clock: None }, words))
            };
            let opens = moment(opens, "開始の日");
            let deadline = moment(deadline, "締切の日");
            draft.document.facets.application.opens = opens;
            draft.document.facets.application.deadline = deadline;
        });
        sample.marked(Rule::Document(super::check))
    }

    #[test]
    fn an_opening_after_the_deadline_is_marked() {
        assert_eq!(marked("2026-12-01", "2026-11-30"), ["開始の日"]);
        assert!(marked("2026-11-30", "2026-11-30").is_empty());
    }
}
