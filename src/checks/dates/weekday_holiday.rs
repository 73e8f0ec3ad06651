//! `date-holiday` in values, `ja-weekday-holiday` in the text: a day written as 祝 that is no holiday.
//!
//! Why: people think that the office is closed, or that the day is another (domain §3.4 B `ja-weekday-holiday`). Only the years of the list
//! are judged. That a holiday is not called one is no fault, as nothing happens on many of them.

use crate::checks::dates::house::{dated, days};
use crate::checks::{CheckRow, Day, Input, Passage, Rule, Signs, Stage, Token, Writing};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;
use crate::model::field::Field;

pub const VALUES: CheckRow = CheckRow {
    code: "date-holiday",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(in_values)),
    detects: "日時や締切で、祝日でない日に付いた「祝」を見つけます。",
    why: "窓口が閉まる日と思われたり、日付のほうが違うと思われたりします。前の年の原稿を写したときに起こりがちです。",
    source: "国民の祝日に関する法律",
    bad: &[
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年11月24日（火・祝）14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n講演会です。\n",
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話\n申込締切: 12月4日（金曜日・祝日）\n---\n講演会です。\n",
    ],
    good: &[
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年11月23日（月・祝）14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n講演会です。\n",
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年11月23日（月曜日）14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n講演会です。\n",
        "---\n題名: 在宅医療の相談会\n日時: 12月7日（月曜日）から毎週月曜日（祝日を除く） 14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n相談会です。\n",
    ],
};

pub const PROSE: CheckRow = CheckRow {
    code: "ja-weekday-holiday",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::BRACKET, in_passage)),
    detects: "本文で、祝日でない日に付いた「祝」を見つけます。",
    why: "窓口が閉まる日と思われたり、日付のほうが違うと思われたりします。",
    source: "国民の祝日に関する法律",
    bad: &[
        "令和8年11月24日（火曜日・祝日）は休みます。",
        "12月7日（月・祝）は休みます。",
        "令和9年5月6日（祝日）は休みます。",
    ],
    good: &[
        "令和8年11月23日（月曜日・祝日）は休みます。",
        "令和9年3月22日（月・振替休日）は休みます。",
        "令和18年11月24日（月曜日・祝日）は休みます。",
        "令和8年12月7日（月曜日）は開きます。祝日は休みます。",
    ],
};

fn in_passage(passage: &Passage, input: &Input) -> Vec<Diagnostic> {
    found(PROSE.code, passage, input)
}

fn in_values(document: &Document, input: &Input) -> Vec<Diagnostic> {
    let facets = &document.facets;
    let mut values: Vec<_> = facets
        .sessions
        .iter()
        .map(|session| (Field::Schedule, session.span))
        .collect();
    // A line that names several days is several sessions.
    values.dedup();
    values.extend(
        facets
            .excluded
            .iter()
            .map(|day| (Field::Excluded, day.span)),
    );
    let moments = [
        (Field::ApplyOpens, facets.application.opens),
        (Field::ApplyDeadline, facets.application.deadline),
    ];
    values.extend(
        moments
            .into_iter()
            .filter_map(|(field, moment)| Some((field, moment?.span))),
    );
    let (writing, text) = (Writing::of_document(document), input.text(document.source));
    let values = values
        .into_iter()
        .filter(|(_, span)| span.of(text).contains('祝'));
    let passages = values.map(|(field, span)| Passage::of_field(&writing, field, span, text));
    passages
        .flat_map(|passage| found(VALUES.code, &passage, input))
        .collect()
}

fn found(code: &'static str, passage: &Passage, input: &Input) -> Vec<Diagnostic> {
    days(passage)
        .filter_map(|(token, day)| diagnostic(code, passage, input, (token, day)))
        .collect()
}

fn diagnostic(
    code: &'static str,
    passage: &Passage,
    input: &Input,
    (token, day): (&Token, Day),
) -> Option<Diagnostic> {
    let start = day.span.range().end;
    let behind = passage.part(start..passage.text.len());
    let brackets = behind.trim_start().starts_with(['（', '(']);
    let inside = behind.split(['）', ')']).next().filter(|_| brackets)?;
    let at = inside.find('祝')?;
    // （祝日を除く） behind a day is no name for it.
    let has_weekday = day.weekday.is_some() && start + at < token.range.end;
    let rest = inside.get(at..)?;
    let is_alone = inside
        .chars()
        .take_while(|sign| *sign != '祝')
        .all(|sign| "（( 　".contains(sign))
        && matches!(rest, "祝" | "祝日");
    if !has_weekday && !is_alone {
        return None;
    }
    let date = dated(passage, day)?;
    let holidays = &input.site.holidays;
    if !holidays.knows(date.year()) || holidays.name(date).is_some() {
        return None;
    }
    let length = if rest.starts_with("祝日") {
        "祝日"
    } else {
        "祝"
    }
    .len();
    let at = start + at..start + at + length;
    let title = "祝日でない日に「祝」と書かれています";
    Some(
        Diagnostic::warning(code, passage.at(at), title)
            .label(format!("{date}は祝日ではありません"))
            .help(format!(
                "「（{}）」と書いてください。日付のほうが違うときは、日付を直してください。",
                date.weekday().label()
            )),
    )
}
