//! `ja-time-noon`: 午前12時 and 午後12時, which may be noon or midnight, and 午後0時.

use crate::checks::dates::house::times;
use crate::checks::{CheckRow, Half, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};

pub const ROW: CheckRow = CheckRow {
    code: "ja-time-noon",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::DIGIT.or(Signs::WIDE_ALNUM), check)),
    detects: "「午前12時」「午後12時」「午後0時」のように、昼か夜かを取り違えやすい時刻を見つけます。",
    why: "正午とも夜中の0時とも読めるので、来る時刻を間違えます。",
    source: "",
    bad: &[
        "午前12時に始まります。",
        "午後12時30分までです。",
        "午後0時に始まります。",
    ],
    good: &[
        "正午に始まります。",
        "午後0時30分に始まります。12時に始まります。",
        "午前0時から翌朝6時まで、設備の点検をします。",
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let found = times(passage).filter_map(|(token, time)| {
        let (day, night) = match (time.half?, time.hour, time.minute) {
            (Half::Afternoon, 0, 0) => ("正午".to_owned(), None),
            (_, 12, 0) => ("正午".to_owned(), Some("午前0時".to_owned())),
            (_, 12, minute) => (
                format!("12時{minute}分"),
                Some(format!("午前0時{minute}分")),
            ),
            (_, _, _) => return None,
        };
        let help = match night {
            Some(night) => format!("昼なら「{day}」、夜なら「{night}」と書いてください。"),
            None => format!("「{day}」と書いてください。"),
        };
        let at = passage.at(token.range.clone());
        let found = Diagnostic::warning(ROW.code, at, "昼か夜かを取り違えやすい時刻です");
        Some(found.label("昼とも夜とも読めます").help(help))
    });
    found.collect()
}
