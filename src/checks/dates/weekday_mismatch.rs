//! `ja-weekday-mismatch`: a weekday in the text that is not the weekday of its day.
//!
//! Without a year the day is the one nearest to the 掲載日, from three months before it to nine months after; then it is only a warning.
//! Days of the front matter are read more strictly, by `date-weekday`.

use crate::checks::dates::house::{dated, days};
use crate::checks::{CheckRow, Day, Input, Named, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};

pub const ROW: CheckRow = CheckRow {
    code: "ja-weekday-mismatch",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::DIGIT.or(Signs::WIDE_ALNUM), check)),
    detects: "本文で、日付と合わない曜日を見つけます。",
    why: "読む人はどちらを信じればよいか分からず、違う日に来てしまいます。",
    source: "",
    bad: &[
        "令和8年12月5日（日曜日）に開きます。",
        "2026年12月5日（金）に開きます。",
        "12月6日（土曜日）に開きます。",
    ],
    good: &[
        "令和8年12月5日（土曜日）に開きます。",
        "12月6日（日曜日）に開きます。",
        "10月31日（土曜日）に開きました。",
        "毎月5日（休日を除く）に開きます。",
    ],
};

fn check(passage: &Passage, input: &Input) -> Vec<Diagnostic> {
    let named = days(passage).filter_map(|(_, day)| Some((day, day.weekday?)));
    named
        .filter_map(|(day, weekday)| diagnostic(passage, input, day, weekday))
        .collect()
}

fn diagnostic(passage: &Passage, input: &Input, day: Day, named: Named) -> Option<Diagnostic> {
    let date = dated(passage, day)?;
    let right = date.weekday();
    if right == named.weekday {
        return None;
    }
    let at = passage.at(named.span.range());
    let title = "曜日が日付と合っていません";
    let found = match day.year {
        Some(_) => Diagnostic::error(ROW.code, at, title),
        None => Diagnostic::warning(ROW.code, at, title),
    };
    let day = input.site.settings.style.day(date);
    Some(
        found
            .label(format!("{day}は{}です", right.label()))
            .help(format!(
                "曜日が違うなら「{}」に、日付が違うなら日付を直してください。",
                right.label()
            )),
    )
}
