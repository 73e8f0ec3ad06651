//! Days as people write them (phase `parse`): eras and western years, missing years, weekdays in brackets, kanji numerals.
//!
//! Invariant: a day that is given back exists; a weekday or an era that does not fit it has been said to be wrong.

use std::ops::Range;

use crate::diag::Findings;
use crate::model::date::Date;
use crate::model::facet::Moment;
use crate::parse::eras::{check_era, year};
use crate::parse::times::{gap, time};
use crate::parse::values::{Background, Fault, Reading, read};
use crate::parse::weekdays::weekday;
use crate::text::japanese::Cursor;
use crate::text::span::Spanned;

const UNREADABLE: &str = "日付を読み取れません";

/// A day alone, as in 更新日.
pub fn date(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<Date>> {
    read(value, background, findings, |line, faults| {
        let mut cursor = line.folded.cursor();
        let date = first_day(&mut cursor, line.published(), faults)?;
        cursor.spaces();
        cursor.eat_any(&["まで", "から", "現在", "時点"]);
        nothing_left(&mut cursor, line.folded.len(), "ここには日付だけを書きます")?;
        Ok(date)
    })
}

/// A day with or without a time of day, as in 申込締切.
pub fn moment(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<Moment>> {
    read(value, background, findings, |line, faults| {
        let mut cursor = line.folded.cursor();
        let date = first_day(&mut cursor, line.published(), faults)?;
        gap(&mut cursor);
        let clock = time(&mut cursor, None)?.map(|time| time.clock);
        let words = cursor.at();
        deadline_words(&mut cursor);
        let words = line.folded.trimmed(words..cursor.at());
        let only = "ここには日付と時刻だけを書きます";
        nothing_left(&mut cursor, line.folded.len(), only)?;
        if line.folded.text(words.clone()).contains("消印") {
            faults.push(postmark(words));
        }
        Ok(Moment { date, clock })
    })
}

/// A page shows only the day, so what a postmark means must be said elsewhere.
fn postmark(at: Range<usize>) -> Fault {
    Fault::new("date-unreadable", at, "「消印有効」はページに載りません")
        .label("ここには日付と時刻だけを書きます")
        .help("ここから消して、「申込方法」に「郵送は、締切の日の消印まで有効です。」のように書いてください。")
        .without_example()
        .as_warning()
}

/// What a day is understood from where its year, or its month, is not written.
#[derive(Clone, Copy, Debug)]
pub struct Anchor {
    pub published: Option<Date>,
    /// The day before it in the same line.
    pub previous: Option<Date>,
}

impl Anchor {
    pub fn new(published: Option<Date>) -> Self {
        Self {
            published,
            previous: None,
        }
    }

    pub fn after(self, previous: Date) -> Self {
        Self {
            previous: Some(previous),
            ..self
        }
    }
}

/// Takes a day and the weekday behind it.
pub fn day(cursor: &mut Cursor<'_>, anchor: Anchor, faults: &mut Vec<Fault>) -> Reading<Date> {
    let mut ahead = *cursor;
    ahead.spaces();
    let start = ahead.at();
    let year = year(&mut ahead, faults)?;
    let (month, day) = match (month_day(&mut ahead, year.is_some())?, &year) {
        (Some(month_day), _) => month_day,
        (None, None) => {
            let Some(previous) = anchor.previous else {
                return Ok(None);
            };
            let Some(month_day) = day_only(&mut ahead, previous)? else {
                return Ok(None);
            };
            month_day
        }
        (None, Some(year)) => {
            return Err(Fault::new("date-unreadable", year.at.clone(), UNREADABLE)
                .label("このあとに月と日がありません")
                .help("何月何日かまで書いてください。"));
        }
    };
    let written = start..ahead.at();
    let number = match &year {
        Some(year) => year.number,
        None => {
            year_around(anchor, (month, day)).ok_or_else(|| no_year(written.clone(), month, day))?
        }
    };
    let Some(date) = Date::new(number, month, day) else {
        return Err(impossible(written, (number, month, day)));
    };
    if let Some((era, number, at)) = year.as_ref().and_then(|year| year.era.clone()) {
        check_era(date, (era, number), at, faults)?;
    }
    check_distance(date, anchor.published, written, faults);
    weekday(&mut ahead, date, year.is_some(), faults);
    *cursor = ahead;
    Ok(Some(date))
}

/// The day a value begins with.
fn first_day(
    cursor: &mut Cursor<'_>,
    published: Option<Date>,
    faults: &mut Vec<Fault>,
) -> Result<Date, Fault> {
    let whole = all_of(*cursor);
    day(cursor, Anchor::new(published), faults)?.ok_or_else(|| {
        Fault::new("date-unreadable", whole, UNREADABLE)
            .label("日付として読み取れません")
            .help("日が決まっていないときは、この行を消して本文に書いてください。決まっているときは、元号か西暦の年月日で書いてください。")
    })
}

fn all_of(mut cursor: Cursor<'_>) -> Range<usize> {
    let start = cursor.at();
    while cursor.bump().is_some() {}
    start..cursor.at()
}

fn nothing_left(cursor: &mut Cursor<'_>, end: usize, label: &str) -> Result<(), Fault> {
    cursor.spaces();
    cursor.eat('。');
    cursor.spaces();
    if cursor.is_end() {
        return Ok(());
    }
    let tail = cursor.at()..end;
    Err(Fault::new(
        "date-unreadable",
        tail,
        "日付のあとに読み取れない文字があります",
    )
    .label(label)
    .help("印の付いたところを消すか、ほかの項目に書いてください。"))
}

/// Words around a deadline that say how it is counted, in brackets or not; the day stands without them.
fn deadline_words(cursor: &mut Cursor<'_>) {
    const WORDS: &[&str] = &[
        "まで",
        "必着",
        "当日消印有効",
        "消印有効",
        "締切",
        "締め切り",
        "〆切",
        "厳守",
        "から",
        "より",
        "受付開始",
        "受付",
        "開始",
        "に",
        "、",
        " ",
    ];
    loop {
        while cursor.eat_any(WORDS).is_some() {}
        let mut ahead = *cursor;
        if !ahead.eat('(') {
            return;
        }
        while ahead.eat_any(WORDS).is_some() {}
        if !ahead.eat(')') {
            return;
        }
        *cursor = ahead;
    }
}

/// Takes 11月30日, 11/30, and after a year also 11.30 and 11-30.
fn month_day(cursor: &mut Cursor<'_>, has_year: bool) -> Reading<(u32, u32)> {
    let mut ahead = *cursor;
    ahead.spaces();
    let start = ahead.at();
    let Some(month) = ahead.number() else {
        return Ok(None);
    };
    ahead.spaces();
    let separators: &[&str] = if has_year {
        &["月", "/", ".", "-"]
    } else {
        &["月", "/"]
    };
    let Some(separator) = ahead.eat_any(separators) else {
        return Ok(None);
    };
    let month_end = ahead.at();
    ahead.spaces();
    let day = ahead.number();
    let is_closed = day.is_some()
        && (day_sign(&mut ahead, separator == "月") || separator == "月" && shares_its_sign(ahead));
    let Some(day) = day.filter(|_| is_closed || separator != "月") else {
        if separator != "月" {
            return Ok(None);
        }
        let fault = Fault::new("date-unreadable", start..month_end, UNREADABLE);
        return Err(fault
            .label("このあとに「○日」がありません")
            .help("何日かまで書いてください。"));
    };
    if !has_year
        && separator == "/"
        && ahead.eat('/')
        && let Some(third) = ahead.number()
    {
        // 24/11/30 may be meant in either calendar.
        return Err(
            Fault::new("date-year", start..ahead.at(), "年が分かりません")
                .label("年は元号か4けたの西暦で書きます")
                .help(year_first(day, third))
                .without_example(),
        );
    }
    *cursor = ahead;
    Ok(Some((month, day)))
}

/// Takes the 日 behind the number of a day; the one of 日曜日 is another.
fn day_sign(cursor: &mut Cursor<'_>, may_be_apart: bool) -> bool {
    let mut ahead = *cursor;
    if may_be_apart {
        ahead.spaces();
    }
    let here = ahead.eat('日') && ahead.peek() != Some('曜');
    if here {
        *cursor = ahead;
    }
    here
}

/// Whether the number before this place is one of 1、8、15日 or of 1〜7日, where only the last has its 日.
fn shares_its_sign(mut cursor: Cursor<'_>) -> bool {
    loop {
        cursor.spaces();
        if cursor.eat_any(&["、", ",", "・", "~", "-"]).is_none() {
            return false;
        }
        cursor.spaces();
        if cursor.number().is_none() {
            return false;
        }
        cursor.spaces();
        if cursor.eat('日') {
            return true;
        }
    }
}

/// Takes the 8日 that stands for a later day of the month before it.
fn day_only(cursor: &mut Cursor<'_>, previous: Date) -> Reading<(u32, u32)> {
    let mut ahead = *cursor;
    ahead.spaces();
    let start = ahead.at();
    let Some(day) = ahead.number() else {
        return Ok(None);
    };
    let is_closed = day_sign(&mut ahead, true) || shares_its_sign(ahead);
    if !is_closed || matches!(ahead.peek(), Some('間' | '目')) {
        return Ok(None);
    }
    if day <= previous.day() {
        let next = previous.month() % 12 + 1;
        let fault = Fault::new("date-unreadable", start..ahead.at(), UNREADABLE);
        return Err(fault
            .label("何月の日か分かりません")
            .help(format!(
                "「{next}月{day}日」のように、月から書いてください。"
            ))
            .without_example());
    }
    *cursor = ahead;
    Ok(Some((previous.month(), day)))
}

/// The year of a day written without one: the first such day from the previous one on, or from three months before 掲載日.
pub fn year_around(anchor: Anchor, month_day: (u32, u32)) -> Option<i32> {
    let from = match anchor.previous {
        Some(previous) => (previous.year(), previous.month(), previous.day()),
        None => {
            let published = anchor.published?;
            match published.month() {
                month @ 1..=3 => (published.year() - 1, month + 9, published.day()),
                month => (published.year(), month - 3, published.day()),
            }
        }
    };
    let (year, month, day) = from;
    let is_later = month_day >= (month, day) || anchor.previous.is_some() && month_day.0 == month;
    Some(if is_later { year } else { year + 1 })
}

fn no_year(at: Range<usize>, month: u32, day: u32) -> Fault {
    Fault::new("date-year", at, "年が分かりません")
        .label("年が書いてありません")
        .help(year_first(month, day))
        .without_example()
}

fn year_first(month: u32, day: u32) -> String {
    format!(
        "「令和○年{month}月{day}日」か「20○○年{month}月{day}日」のように、年から書いてください。"
    )
}

/// A day, or a month with its first day, that no calendar has.
pub fn impossible(at: Range<usize>, (year, month, day): (i32, u32, u32)) -> Fault {
    let last = (28..=31)
        .rev()
        .find(|last| Date::new(year, month, *last).is_some());
    let label = match last {
        _ if !(1..=12).contains(&month) => "月は1から12までです".to_owned(),
        Some(last) if day > last && month == 2 => {
            format!("{year}年の2月は{last}日までです")
        }
        Some(last) if day > last => format!("{month}月は{last}日までです"),
        Some(_) if day == 0 => "日は1から始まります".to_owned(),
        _ => "この年は使えません".to_owned(),
    };
    Fault::new("date-impossible", at, "カレンダーにない日です")
        .label(label)
        .help("日付を確かめて、正しい日を書いてください。")
}

/// A slip of the year is the usual reason for a day years away from 掲載日.
fn check_distance(date: Date, published: Option<Date>, at: Range<usize>, faults: &mut Vec<Fault>) {
    let parts = |date: Date, years: i32| (date.year() + years, date.month(), date.day());
    let Some(published) = published else { return };
    let far = parts(date, 0) > parts(published, 3) || parts(date, 3) < parts(published, 0);
    if far {
        faults.push(
            Fault::new("date-far", at, "掲載日から3年より離れた日です")
                .label(format!("掲載日は{published}です"))
                .help("年を確かめてください。正しければ、このままでかまいません。")
                .without_example()
                .as_warning(),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::{date, moment};
    use crate::diag::Severity;
    use crate::parse::values::trial::{all_findings, finding, outcome};

    fn day(value: &str) -> String {
        outcome(value, |value, background, findings| {
            date(value, background, findings).map_or_else(String::new, |date| date.value.iso())
        })
    }

    fn deadline(value: &str) -> String {
        outcome(value, |value, background, findings| {
            let moment = moment(value, background, findings).map(|moment| moment.value);
            moment.map_or_else(String::new, |moment| match moment.clock {
                Some(clock) => format!("{} {}", moment.date.iso(), clock.iso()),
                None => moment.date.iso(),
            })
        })
    }

    #[test]
    fn one_day_is_read_in_every_form_people_use() {
        for value in [
            "令和8年11月30日",
            "令和8年11月30日（月曜日）",
            "令和８年１１月３０日（月）",
            "令和 8 年 11 月 30 日 （ 月 ）",
            "令和八年十一月三十日",
            "令和8.11.30",
            "R8.11.30",
            "Ｒ８．１１．３０",
            "r8/11/30",
            "R8-11-30(月)",
            "R8. 11. 30",
            "㋿8年11月30日",
            "2026-11-30",
            "2026/11/30",
            "2026.11.30",
            "2026−11−30",
            "2026年11月30日（月曜日）",
            "西暦2026年11月30日",
            "二〇二六年十一月三十日",
            "令和8年（2026年）11月30日（月）",
            "2026年（令和8年）11月30日",
            "令和8（2026）年11月30日",
            "11月30日（月）",
            "11/30",
            "11/30（月・祝）",
            "11/30 月曜日",
            "11月30日㈪",
            "11/30(Mon)",
            "11月30日月曜",
            "11⽉30⽇（⽉）",
            "11月30日（月・文化の日）",
            "令8.11.30",
        ] {
            assert_eq!(day(value), "2026-11-30", "{value}");
        }
    }

    #[test]
    fn the_first_year_of_an_era_and_its_last_day_are_days() {
        for (value, iso) in [
            ("令和元年5月1日", "2019-05-01"),
            ("令和1年5月1日", "2019-05-01"),
            ("R元.5.1", "2019-05-01"),
            ("平成31年4月30日", "2019-04-30"),
            ("昭和64年1月7日", "1989-01-07"),
        ] {
            assert_eq!(day(value).split(' ').next(), Some(iso), "{value}");
        }
    }

    #[test]
    fn a_missing_year_follows_from_the_day_of_publication() {
        for (value, iso) in [
            ("11月1日", "2026-11-01"),
            ("8月1日", "2026-08-01"),
            ("7月31日", "2027-07-31"),
            ("3/31", "2027-03-31"),
        ] {
            assert_eq!(day(value), iso, "{value}");
        }
    }

    #[test]
    fn days_that_cannot_be_are_marked() {
        for (value, said) in [
            ("令和6年11月30日（金）", "2024-11-30 date-weekday「金」"),
            ("11/30 (Tue.)", "2026-11-30 date-weekday「Tue」"),
            ("11月30日(土曜日)", "2026-11-30 date-weekday「土曜日」"),
            ("令和8年11月30日㈯", "2026-11-30 date-weekday「㈯」"),
            ("令和6年（2023年）11月30日", "2024-11-30 date-era「2023」"),
            ("2024年（令和5年）11月30日", "2024-11-30 date-era「令和5」"),
            ("平成38年11月30日", "2026-11-30 date-era「平成38」"),
            ("H38.11.30", "2026-11-30 date-era「H38」"),
            ("令和0年11月30日", "date-era「令和0」"),
            ("2月30日", "date-impossible「2月30日」"),
            ("2027年2月29日（月）", "date-impossible「2027年2月29日」"),
            ("13月1日", "date-impossible「13月1日」"),
            ("11月0日", "date-impossible「11月0日」"),
            ("令和9999年1月1日", "date-impossible「令和9999年1月1日」"),
            ("2030年11月30日", "2030-11-30 date-far「2030年11月30日」"),
            ("24/11/30", "date-year「24/11/30」"),
            ("令和8年11月", "date-unreadable「11月」"),
            ("令和8年", "date-unreadable「令和8」"),
            ("来週の月曜日", "date-unreadable「来週の月曜日」"),
            ("11月30日 雨天中止", "date-unreadable「雨天中止」"),
            ("11月30日（雨天中止）", "date-unreadable「（雨天中止）」"),
        ] {
            assert_eq!(day(value), said, "{value}");
        }
    }

    #[test]
    fn a_wrong_weekday_names_the_right_one_and_can_be_put_right() {
        let found = finding(
            "令和6年11月30日（金）",
            |value, background, findings| {
                date(value, background, findings);
                String::new()
            },
        );
        assert_eq!(found.severity, Severity::Error);
        assert_eq!(found.label, "この日は土曜日です");
        assert!(found.help.contains("土曜日"), "{}", found.help);
        assert_eq!(
            found.fix.map(|fix| fix.replacement).as_deref(),
            Some("土曜日")
        );
    }

    #[test]
    fn an_era_past_its_end_becomes_the_next_one_as_it_was_written() {
        for (value, replacement) in [
            ("平成38年11月30日", "令和8"),
            ("H38.11.30", "R8"),
            ("平成31年5月1日", "令和元"),
        ] {
            let found = all_findings(value, |value, background, findings| {
                date(value, background, findings);
                String::new()
            });
            let edits = found.into_iter().filter_map(|found| found.fix);
            let edits: Vec<String> = edits.map(|fix| fix.replacement).collect();
            assert_eq!(edits, [replacement], "{value}");
        }
    }

    #[test]
    fn a_deadline_may_have_a_time_and_words_of_deadlines() {
        for (value, said) in [
            ("令和8年11月30日（月曜日）17時", "2026-11-30 17:00"),
            ("11月30日（月）午後5時まで", "2026-11-30 17:00"),
            ("11月30日（月）17：00必着", "2026-11-30 17:00"),
            (
                "11月30日（当日消印有効）",
                "2026-11-30 date-unreadable「（当日消印有効）」",
            ),
            ("11月30日24時", "2026-11-30 24:00"),
            ("11月30日（月）の正午まで", "2026-11-30 12:00"),
            ("11月2日（月曜日）9時から", "2026-11-02 09:00"),
            ("定員になりしだい", "date-unreadable「定員になりしだい」"),
            ("11月30日 午前12時", "time-ambiguous「午前12時」"),
            ("11月30日 25時", "time-impossible「25時」"),
            ("11月30日ごろ", "date-unreadable「ごろ」"),
            ("11月30日（先着順）", "date-unreadable「（先着順）」"),
        ] {
            assert_eq!(deadline(value), said, "{value}");
        }
    }
}
