//! Lines of 日時 (phase `parse`): a label, days and times, and a note in brackets, in the forms people use.
//!
//! Invariant: nothing of a line is passed over; what is not understood is marked.

use std::ops::Range;

use crate::diag::Findings;
use crate::model::date::{Clock, Date};
use crate::model::facet::{Session, When};
use crate::model::names::Text;
use crate::parse::dates::{Anchor, day};
use crate::parse::hours::{JOINTS, closing, joint, next_day, opening, unclear};
use crate::parse::labels::{is_undecided, label, notes};
use crate::parse::repeats::{self, left_out, repeated, stands_in};
use crate::parse::times::{gap, time};
use crate::parse::values::{Background, Fault, Line, Reading, read};
use crate::text::japanese::Cursor;
use crate::text::span::Spanned;

/// The sessions of one line; several where a line names several days.
pub fn sessions(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Vec<Session> {
    read(value, background, findings, line_of_sessions).map_or_else(Vec::new, |read| read.value)
}

/// A day or days, with the hours that apply to them.
#[derive(Clone, Copy, Debug)]
struct Item {
    first: Date,
    last: Date,
    hours: Option<Hours>,
}

#[derive(Clone, Copy, Debug)]
struct Hours {
    start: Clock,
    /// The day only where one was written.
    end: Option<(Option<Date>, Clock)>,
}

fn line_of_sessions(line: &Line<'_>, faults: &mut Vec<Fault>) -> Result<Vec<Session>, Fault> {
    let mut cursor = line.folded.cursor();
    let anchor = Anchor::new(line.published());
    let label = label(&mut cursor, anchor).and_then(|at| line.label(at));
    if let Some(read) = repeated(&mut cursor, line, faults)? {
        if !cursor.is_end() {
            return Err(left_out(line, cursor).unwrap_or_else(|| tail(line, cursor)));
        }
        let whens = read.whens.into_iter();
        let sessions = whens.map(|when| session(line, &label, when, &read.note));
        return Ok(sessions.collect());
    }
    let undecided = is_undecided(&mut cursor);
    let from = cursor.at();
    let items = match undecided {
        true => Vec::new(),
        false => items(&mut cursor, anchor, faults)?,
    };
    let days = from..cursor.at();
    let note = notes(&mut cursor, line);
    if items.is_empty() && !undecided {
        return Err(no_day(line));
    }
    if !cursor.is_end() {
        return Err(tail(line, cursor));
    }
    let whens = match undecided {
        true => vec![When::Undecided],
        false => whens(items, days)?,
    };
    let whens = whens.into_iter();
    let sessions = whens.map(|when| session(line, &label, when, &note));
    Ok(sessions.collect())
}

fn session(line: &Line<'_>, label: &Option<Text>, when: When, note: &Option<Text>) -> Session {
    Session {
        label: label.clone(),
        when,
        note: note.clone(),
        span: line.span,
    }
}

/// Takes days and times up to a note or something unknown.
fn items(
    cursor: &mut Cursor<'_>,
    anchor: Anchor,
    faults: &mut Vec<Fault>,
) -> Result<Vec<Item>, Fault> {
    let mut items: Vec<Item> = Vec::new();
    let mut ahead = *cursor;
    loop {
        let previous = items.last().copied();
        let here = previous.map_or(anchor, |previous| anchor.after(previous.last));
        let Some(item) = item(&mut ahead, here, previous, faults)? else {
            return Ok(items);
        };
        items.push(item);
        *cursor = ahead;
        ahead.spaces();
        if ahead.eat_any(JOINTS).is_none() {
            return Ok(items);
        }
    }
}

fn item(
    cursor: &mut Cursor<'_>,
    anchor: Anchor,
    previous: Option<Item>,
    faults: &mut Vec<Fault>,
) -> Reading<Item> {
    let Some(first) = day(cursor, anchor, faults)? else {
        // 10時から12時、13時から15時: the second time is of the same day.
        let same_day = previous.filter(|item| item.hours.is_some() && item.first == item.last);
        let Some(previous) = same_day else {
            return Ok(None);
        };
        let hours = hours(cursor, previous.first, anchor, faults)?;
        return Ok(hours.map(|hours| Item {
            hours: Some(hours),
            ..previous
        }));
    };
    let mut last = first;
    let mut ahead = *cursor;
    if joint(&mut ahead)
        && let Some(day) = day(&mut ahead, anchor.after(first), faults)?
    {
        last = day;
        *cursor = ahead;
        cursor.spaces();
        cursor.eat_word("まで");
    }
    let hours = hours(cursor, last, anchor, faults)?;
    Ok(Some(Item { first, last, hours }))
}

/// Takes 14時から15時30分まで, 14:00〜, or 22時から12月1日6時まで.
fn hours(
    cursor: &mut Cursor<'_>,
    on: Date,
    anchor: Anchor,
    faults: &mut Vec<Fault>,
) -> Reading<Hours> {
    let Some(start) = opening(cursor)? else {
        return Ok(None);
    };
    let mut ahead = *cursor;
    if !joint(&mut ahead) {
        return Ok(Some(Hours {
            start: start.clock,
            end: None,
        }));
    }
    *cursor = ahead;
    let end_day = match next_day(&mut ahead) {
        true => on.next(),
        false => day(&mut ahead, anchor.after(on), faults)?,
    };
    if end_day.is_some() {
        gap(&mut ahead);
    }
    let before = end_day.is_none().then_some(&start);
    let end = closing(&mut ahead, before)?.map(|end| (end_day, end));
    if end.is_some() {
        *cursor = ahead;
    }
    Ok(Some(Hours {
        start: start.clock,
        end,
    }))
}

fn no_day(line: &Line<'_>) -> Fault {
    if let Some(fault) = repeats::unknown(line) {
        return fault;
    }
    Fault::new("schedule-unreadable", line.whole(), "日時を読み取れません")
        .label("日付が見つかりません")
        .help("1日を1行で書きます。決まっていないときは「未定」と書いてください。")
}

fn tail(line: &Line<'_>, mut cursor: Cursor<'_>) -> Fault {
    cursor.take_while(|sign| " 、,・".contains(sign));
    let at = line.folded.trimmed(cursor.at()..line.folded.len());
    let at = if at.is_empty() { line.whole() } else { at };
    let words = line
        .written(at.clone())
        .trim_start_matches(['※', ' ', '　']);
    let fault = Fault::new(
        "schedule-unreadable",
        at,
        "日時に読み取れないところがあります",
    )
    .label("ここが読み取れません");
    if stands_in(cursor) {
        return fault
            .help("くり返しは「12月8日から毎月第2火曜日 14時から15時まで」のように書きます。1日だけの回は、別の行に書いてください。")
            .without_example();
    }
    if names_a_time(cursor) {
        return fault
            .help("1日に1行で、日付、時刻の順に書きます。受付の時刻は「開場」に書いてください。");
    }
    match words.contains(['(', '（', ')', '）']) || words.chars().count() > 30 {
        true => {
            fault.help("日時のほかのことは、行の終わりに「（」と「）」でかこんで書いてください。")
        }
        false => fault.help(format!(
            "日時のほかのことは「（{words}）」のように、行の終わりにかっこで書いてください。"
        )),
    }
}

/// Whether a day or a time stands near behind a place; far behind it they belong to something else.
fn names_a_time(mut cursor: Cursor<'_>) -> bool {
    let anchor = Anchor::new(None);
    for _ in 0..40 {
        let (mut to_day, mut to_time) = (cursor, cursor);
        let is_day = !matches!(day(&mut to_day, anchor, &mut Vec::new()), Ok(None));
        if is_day || !matches!(time(&mut to_time, None), Ok(None)) {
            return true;
        }
        cursor.bump();
    }
    false
}

/// The most days that are written out one by one where hours apply to each.
const DAYS_WITH_HOURS: usize = 31;

/// What each item stands for. Hours at the end of a list of days apply to all of them.
fn whens(mut items: Vec<Item>, at: Range<usize>) -> Result<Vec<When>, Fault> {
    let with_hours = items.iter().filter(|item| item.hours.is_some()).count();
    let shared = items.last().and_then(|item| item.hours);
    let is_split = with_hours != 0 && with_hours != items.len();
    if is_split {
        let ends_elsewhere = shared.is_some_and(|hours| matches!(hours.end, Some((Some(_), _))));
        if with_hours > 1 || shared.is_none() || ends_elsewhere {
            return Err(unclear(at));
        }
        for item in &mut items {
            item.hours = shared;
        }
    }
    let mut whens = Vec::new();
    for item in items {
        match item.hours {
            None => whens.push(When::Days {
                first: item.first,
                last: item.last,
            }),
            Some(hours) => each_day(item, hours, &mut whens).ok_or_else(|| unclear(at.clone()))?,
        }
    }
    Ok(whens)
}

/// One session for each day; `None` when the hours cannot be meant for each.
fn each_day(item: Item, hours: Hours, whens: &mut Vec<When>) -> Option<()> {
    let from = whens.len();
    let mut date = item.first;
    loop {
        let end = hours.end.map(|(day, clock)| (day.unwrap_or(date), clock));
        whens.push(When::Timed {
            start: (date, hours.start),
            end,
        });
        if date >= item.last {
            return Some(());
        }
        let is_each = !matches!(hours.end, Some((Some(_), _)));
        if !is_each || whens.len() - from >= DAYS_WITH_HOURS {
            return None;
        }
        date = date.next()?;
    }
}

#[cfg(test)]
pub mod trial {
    use super::sessions;
    use crate::model::facet::Session;
    use crate::parse::values::trial::outcome;

    /// What a line comes to, each session as `show` writes it, and what is said of it.
    pub fn shown(line: &str, show: impl Fn(&Session) -> String) -> String {
        outcome(line, |value, background, findings| {
            let sessions = sessions(value, background, findings);
            sessions.iter().map(&show).collect::<Vec<_>>().join(" + ")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::trial::shown;
    use crate::model::date::{Clock, Date};
    use crate::model::facet::{Session, When};

    fn read(value: &str) -> String {
        shown(value, show)
    }

    fn show(session: &Session) -> String {
        let moment = |(date, clock): (Date, Clock)| format!("{}T{}", &date.iso()[5..], clock.iso());
        let when = match session.when {
            When::Undecided => "未定".to_owned(),
            When::Days { first, last } if first == last => first.iso()[5..].to_owned(),
            When::Days { first, last } => format!("{}..{}", &first.iso()[5..], &last.iso()[5..]),
            When::Timed { start, end: None } => format!("{}..", moment(start)),
            When::Timed {
                start,
                end: Some(end),
            } => format!("{}..{}", moment(start), moment(end)),
            When::Repeated(_) => "repeated".to_owned(),
        };
        let label = session.label.as_ref().map(|label| format!("[{label}]"));
        let note = session.note.as_ref().map(|note| format!("({note})"));
        format!(
            "{}{when}{}",
            label.unwrap_or_default(),
            note.unwrap_or_default()
        )
    }

    #[test]
    fn times_of_one_day_are_read_in_every_form_people_use() {
        for value in [
            "令和8年11月30日（月曜日）14時から15時30分まで",
            "2026-11-30 14:00-15:30",
            "R8.11.30(月) 14：00〜15：30",
            "11月30日（月）　14:00 ～ 15:30",
            "11月30日（月・祝）14時―15時半",
            "11月30日(月)14時から 15時30分 まで。",
            "11月30日月曜日の午後2時から3時30分まで",
            "11/30 PM2:00–PM3:30",
            "11月30日（月）、14時から15時30分",
            "11月30日 14時開演〜15時30分終了",
            "11月30日 午後2時00分〜3時30",
        ] {
            assert_eq!(read(value), "11-30T14:00..11-30T15:30", "{value}");
        }
    }

    #[test]
    fn days_without_an_end_a_time_or_a_date_are_read() {
        for (value, said) in [
            ("11月30日（月）14時から", "11-30T14:00.."),
            ("11月30日（月）14:00〜", "11-30T14:00.."),
            ("11月30日（月）午後2時", "11-30T14:00.."),
            ("令和8年11月30日（月曜日）", "11-30"),
            ("11月2日〜7日", "11-02..11-07"),
            ("11月28日〜12月3日", "11-28..12-03"),
            ("令和8年12月28日から1月5日まで", "12-28..01-05"),
            ("令和8年11月6日（金）から11月12日（木）まで", "11-06..11-12"),
            ("11月30日22時〜12月1日6時", "11-30T22:00..12-01T06:00"),
            ("11月30日22時から翌朝6時まで", "11-30T22:00..12-01T06:00"),
            ("12月31日22時から翌日24時まで", "12-31T22:00..01-01T24:00"),
            ("午後10時から6時", "schedule-unreadable「午後10時から6時」"),
            ("11月7日〜2日", "date-unreadable「2日」"),
            ("未定", "未定"),
            ("11月30日 14〜16時", "11-30T14:00..11-30T16:00"),
            ("11月30日 午後2-4時", "11-30T14:00..11-30T16:00"),
            ("11月30日 午前10時から正午まで", "11-30T10:00..11-30T12:00"),
            ("11月30日 正午から2時まで", "11-30T12:00..11-30T14:00"),
            ("11月30日 午前10時から12時", "11-30T10:00..11-30T12:00"),
            ("11月30日（月）終日", "11-30"),
            ("11月30日（月）時間未定", "11-30(時刻は未定)"),
            ("未定です。", "未定"),
            (
                "日程調整中（決まりしだいお知らせします）",
                "未定(決まりしだいお知らせします)",
            ),
            ("第3回 未定", "[第3回]未定"),
        ] {
            assert_eq!(read(value), said, "{value}");
        }
    }

    #[test]
    fn labels_and_notes_stay_with_their_day() {
        for (value, said) in [
            (
                "第1回 11月30日 14時から（Web開催）",
                "[第1回]11-30T14:00..(Web開催)",
            ),
            ("第１回：11月30日", "[第1回]11-30"),
            ("第1回11月30日", "[第1回]11-30"),
            ("第1回（基礎編）11月30日", "[第1回（基礎編）]11-30"),
            ("令和8年度第2回 11月30日", "[令和8年度第2回]11-30"),
            ("①11月30日", "[①]11-30"),
            ("(1) 11月30日", "[1]11-30"),
            ("一日目 11月30日", "[一日目]11-30"),
            ("【昼の部】11月30日 13時〜", "[昼の部]11-30T13:00.."),
            ("基礎編 11月30日 13時〜", "[基礎編]11-30T13:00.."),
            ("日時：11月30日", "[日時]11-30"),
            ("11月30日（雨天中止）", "11-30(雨天中止)"),
            (
                "11月30日（月）（予定）（会場とWeb併用）",
                "11-30(予定、会場とWeb併用)",
            ),
        ] {
            assert_eq!(read(value), said, "{value}");
        }
    }

    #[test]
    fn several_days_in_one_line_become_several_sessions() {
        for (value, said) in [
            (
                "11月1日、8日、15日 14時から",
                "11-01T14:00.. + 11-08T14:00.. + 11-15T14:00..",
            ),
            ("11月1日（日）、12月6日（日）", "11-01 + 12-06"),
            ("11月1、8日", "11-01 + 11-08"),
            ("11月1〜7日", "11-01..11-07"),
            (
                "11月1日 14時から、8日 15時から",
                "11-01T14:00.. + 11-08T15:00..",
            ),
            (
                "11月1日 10時〜12時、13時〜15時",
                "11-01T10:00..11-01T12:00 + 11-01T13:00..11-01T15:00",
            ),
            (
                "11月1日〜2日 10時〜16時",
                "11-01T10:00..11-01T16:00 + 11-02T10:00..11-02T16:00",
            ),
            (
                "11月1日 14時から、8日",
                "schedule-split「11月1日 14時から、8日」",
            ),
            ("11月30日、1日", "date-unreadable「1日」"),
            (
                "11月1日〜3月31日 10時〜16時",
                "schedule-split「11月1日〜3月31日 10時〜16時」",
            ),
        ] {
            assert_eq!(read(value), said, "{value}");
        }
    }

    #[test]
    fn what_is_not_understood_is_marked() {
        for (value, said) in [
            (
                "11月30日 14時から 雨天中止",
                "schedule-unreadable「雨天中止」",
            ),
            ("11月30日、雨天中止", "schedule-unreadable「雨天中止」"),
            ("11月30日 14時ごろ", "schedule-unreadable「ごろ」"),
            ("11月30日（月", "schedule-unreadable「（月」"),
            ("〜 11月30日", "schedule-unreadable「〜 11月30日」"),
            ("11月下旬", "date-unreadable「11月」"),
            ("11月30日（火）14時から", "11-30T14:00.. date-weekday「火」"),
            ("11月1日〜7日（金）", "11-01..11-07 date-weekday「金」"),
            ("11月30日 午前12時から", "time-ambiguous「午前12時」"),
            ("11月30日 24時から", "time-impossible「24時」"),
            ("11月31日 14時から", "date-impossible「11月31日」"),
        ] {
            assert_eq!(read(value), said, "{value}");
        }
    }
}
