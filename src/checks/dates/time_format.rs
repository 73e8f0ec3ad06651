//! `ja-time-format`: a time of day written 13:30, 13時半 or PM1:30, and one of the other clock where the house has chosen 午前 and 午後.

use crate::checks::dates::house::{time, times};
use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};

pub const ROW: CheckRow = CheckRow {
    code: "ja-time-format",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(Signs::DIGIT.or(Signs::WIDE_ALNUM), check)),
    detects: "「13:30」「13時半」のように、時と分で書いていない時刻を見つけます。",
    why: "読み上げソフトは「13:30」を「13対30」や「13コロン30」と読むことがあります。",
    source: "",
    bad: &[
        "13:30に始まります。",
        "受付は13：00からです。",
        "13時半に始まります。",
        "受付時間：9:00から17:30まで",
        "PM1:30に始まります。",
    ],
    good: &[
        "13時30分に始まります。午後1時30分に始まります。",
        "JIS X 8341-3:2016に沿って点検しました。",
        "文字と背景の明るさの比は4.5:1より大きくします。画面の比率は16:10です。",
        "水と薬を10:1の割合で混ぜます。21:15で勝ちました。",
        "https://example.jp:8080/ をご覧ください。",
        "24時間、いつでも電話できます。3時間半の研修です。",
        "<div lang=\"en\">\n\nCall the ward office from 9:00 a.m. to 5:30 p.m. on weekdays.\n\n</div>",
    ],
};

fn check(passage: &Passage, input: &Input) -> Vec<Diagnostic> {
    let style = input.site.settings.style;
    let found = times(passage).filter_map(|(token, found)| {
        let words = time(found, style)?;
        let at = passage.at(token.range.clone());
        let title = "時刻の書き方が違います";
        // A time in words that only is not the house's is a matter of style.
        let diagnostic = match found.has_colon || found.is_half_past {
            true => {
                Diagnostic::warning(ROW.code, at, title).label("時刻と読まれないことがあります")
            }
            false => {
                Diagnostic::info(ROW.code, at, title).label("このサイトでは午前と午後で書きます")
            }
        };
        let diagnostic = diagnostic.help(format!("「{words}」と書いてください。"));
        Some(match passage.exact(token.range.clone()) {
            Some(at) => diagnostic.fix(at, words),
            None => diagnostic,
        })
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use crate::checks::dates::house::time;
    use crate::checks::{Half, Time};
    use crate::model::settings::{Hours, Style};

    fn written(hours: Hours, half: Option<Half>, hour: u32) -> Option<String> {
        let found = Time {
            half,
            hour,
            minute: 30,
            has_colon: true,
            is_half_past: false,
        };
        let style = Style {
            hours,
            ..Style::default()
        };
        time(found, style)
    }

    #[test]
    fn times_are_rewritten_for_the_clock_of_the_house() {
        let said = |hours, half, hour| written(hours, half, hour).unwrap_or_default();
        assert_eq!(said(Hours::TwentyFour, None, 13), "13時30分");
        assert_eq!(said(Hours::Twelve, None, 13), "午後1時30分");
        assert_eq!(said(Hours::Twelve, None, 9), "午前9時30分");
        assert_eq!(
            said(Hours::TwentyFour, Some(Half::Afternoon), 1),
            "午後1時30分"
        );
        assert_eq!(written(Hours::TwentyFour, Some(Half::Morning), 12), None);
        assert_eq!(written(Hours::TwentyFour, None, 25), None);
    }
}
