//! 日時 of a manuscript from the columns of a list: our own words, or days and times put together.
//!
//! Invariant: what cannot be put together is in `others`, in the words of the list.

use crate::model::date::{Clock, Date};
use crate::parse::cells::{self, Reading, Spans, Year};
use crate::text::japanese::fold;

/// What the columns of a list say about when something takes place.
#[derive(Clone, Copy, Debug)]
pub struct Columns<'a> {
    /// 日時 in one cell.
    pub whole: &'a str,
    pub first_day: &'a str,
    pub last_day: &'a str,
    pub start: &'a str,
    pub end: &'a str,
    /// What days and times cannot say.
    pub special: &'a str,
}

/// The lines of 日時.
#[derive(Debug, Default)]
pub struct When {
    pub lines: Vec<String>,
    /// What is to stand elsewhere in the manuscript: a label and words.
    pub others: Vec<(&'static str, String)>,
    /// What had to be assumed.
    pub notes: Vec<String>,
}

/// Times of one day and what is said about them.
#[derive(Debug, Default)]
struct Hours {
    hours: Vec<(Clock, Option<Clock>)>,
    notes: Vec<String>,
}

/// Puts the lines together.
///
/// # Errors
/// Why nobody but a person can, in one sentence.
pub fn when(columns: Columns<'_>, today: Date) -> Result<When, String> {
    let mut when = When::default();
    if !cells::is_nothing(columns.whole) {
        for line in columns.whole.lines().filter(|line| !line.trim().is_empty()) {
            when.line(line, today)?;
        }
        return Ok(when);
    }
    // Our own lists say repetitions there.
    if !cells::is_nothing(columns.special) && when.line(columns.special, today).is_ok() {
        return Ok(when);
    }
    let spans = days(columns, today)?;
    when.assumed(spans.year, spans.days.first().map(|(first, _)| *first));
    let mut hours = hours(columns, &mut when);
    hours.notes.extend(spans.note);
    if !cells::is_nothing(columns.special) {
        hours
            .notes
            .push(columns.special.trim().replace(['\r', '\n'], " "));
    }
    let (short, long): (Vec<String>, Vec<String>) = std::mem::take(&mut hours.notes)
        .into_iter()
        .partition(|note| is_short(note));
    hours.notes = short;
    when.others
        .extend(long.into_iter().map(|note| ("日時について", note)));
    for run in spans.days {
        when.lines.extend(lines(run, &hours));
    }
    Ok(when)
}

impl When {
    /// One line in the form of front matter.
    fn line(&mut self, words: &str, today: Date) -> Result<(), String> {
        match cells::session(words, today) {
            Reading::Read((line, year)) | Reading::Repaired((line, year), _) => {
                self.assumed(year, None);
                self.lines.push(line);
                Ok(())
            }
            Reading::Empty => Ok(()),
            Reading::Faulty(fault) => Err(fault.title),
        }
    }

    fn assumed(&mut self, year: Year, first: Option<Date>) {
        let day = first.map(|day| format!("（{day}）")).unwrap_or_default();
        self.notes.extend(match year {
            Year::Written => None,
            Year::OfWeekday => Some(format!("年が書かれていないため、曜日から決めました{day}")),
            Year::Assumed => Some(format!(
                "年が書かれていないため、近い年としました{day}。確かめてください"
            )),
        });
    }
}

fn days(columns: Columns<'_>, today: Date) -> Result<Spans, String> {
    let first = span(columns.first_day, today)?;
    let last = span(columns.last_day, today)?;
    match (first, last) {
        (Some(first), None) => Ok(first),
        (None, Some(_)) => Err("開始日がありません".to_owned()),
        (None, None) => Err("開催日がありません".to_owned()),
        (Some(mut first), Some(last)) => match (first.days.as_slice(), last.days.as_slice()) {
            ([(start, same)], [(end, _)]) if start == same && start <= end => {
                first.days = vec![(*start, *end)];
                Ok(first)
            }
            ([(start, _)], [(end, _)]) if start > end => Err("終了日が開始日より前です".to_owned()),
            (days, [(_, end)]) if days.last().is_some_and(|(_, last)| last == end) => Ok(first),
            (_, _) => Err("開始日と終了日を1つの期間として読み取れません".to_owned()),
        },
    }
}

/// The days of a cell: one in any form, or as people write several.
fn span(words: &str, today: Date) -> Result<Option<Spans>, String> {
    if let Reading::Read(day) | Reading::Repaired(day, _) = cells::date(words) {
        return Ok(Some(Spans {
            days: vec![(day, day)],
            note: None,
            year: Year::Written,
        }));
    }
    match cells::spans(words, today) {
        Reading::Read(spans) | Reading::Repaired(spans, _) => Ok(Some(spans)),
        Reading::Empty => Ok(None),
        Reading::Faulty(fault) => Err(fault.title),
    }
}

/// The times of the day; those that cannot be read or have no partners stand elsewhere.
fn hours(columns: Columns<'_>, when: &mut When) -> Hours {
    let starts = clocks(columns.start, cells::clock(columns.start));
    let ends = clocks(columns.end, cells::closing_time(columns.end));
    let paired = match (starts, ends) {
        (Some(starts), Some(ends)) if ends.clocks.is_empty() => Some((starts, ends)),
        (Some(starts), Some(ends)) if starts.clocks.len() == ends.clocks.len() => {
            Some((starts, ends))
        }
        (_, _) => None,
    };
    let Some((starts, ends)) = paired else {
        let words = [columns.start, columns.end]
            .map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "));
        let mut words: Vec<String> = Vec::from(words);
        words.retain(|words| !cells::is_nothing(words));
        words.dedup();
        when.others.push(("時間", words.join("から")));
        return Hours::default();
    };
    let ends_of = ends
        .clocks
        .into_iter()
        .map(Some)
        .chain(std::iter::repeat(None));
    Hours {
        hours: starts.clocks.into_iter().zip(ends_of).collect(),
        notes: starts.note.into_iter().chain(ends.note).collect(),
    }
}

fn clocks(words: &str, alone: Reading<Clock>) -> Option<cells::Clocks> {
    if let Reading::Read(clock) | Reading::Repaired(clock, _) = alone {
        return Some(cells::Clocks {
            clocks: vec![clock],
            note: None,
        });
    }
    match cells::clocks(words) {
        Reading::Read(clocks) | Reading::Repaired(clocks, _) => Some(clocks),
        Reading::Empty => Some(cells::Clocks::default()),
        Reading::Faulty(_) => None,
    }
}

/// Whether words may stand in brackets behind a day.
fn is_short(note: &str) -> bool {
    const LONGEST: usize = 60;
    let folded: Vec<char> = note.chars().map(fold).collect();
    let count = |wanted| folded.iter().filter(|sign| **sign == wanted).count();
    folded.len() <= LONGEST && count('(') == count(')')
}

/// A line for every time of a day. Whether the hours of several days are those of each of them, a list does not say.
fn lines((first, last): (Date, Date), hours: &Hours) -> Vec<String> {
    let in_brackets = |notes: &[String]| match notes {
        [] => String::new(),
        notes => format!("（{}）", notes.join("、")),
    };
    if first != last {
        let spoken = hours.hours.iter().map(|hours| words(*hours));
        let notes: Vec<String> = spoken.chain(hours.notes.iter().cloned()).collect();
        return vec![format!(
            "{}から{}まで{}",
            first.with_weekday(),
            last.with_weekday(),
            in_brackets(&notes)
        )];
    }
    let note = in_brackets(&hours.notes);
    let day = first.with_weekday();
    match hours.hours.as_slice() {
        [] => vec![format!("{day}{note}")],
        hours => {
            let line = |hours: &(Clock, Option<Clock>)| format!("{day}{}{note}", words(*hours));
            hours.iter().map(line).collect()
        }
    }
}

/// `14時から15時30分まで`.
fn words((start, end): (Clock, Option<Clock>)) -> String {
    match end {
        Some(end) => format!("{start}から{end}まで"),
        None => format!("{start}から"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Columns, when};
    use crate::model::date::Date;

    fn read(first_day: &str, start: &str, end: &str) -> String {
        let columns = Columns {
            whole: "",
            first_day,
            last_day: "",
            start,
            end,
            special: "",
        };
        shown(columns)
    }

    fn shown(columns: Columns<'_>) -> String {
        match when(columns, Date::from_iso("2026-11-24").expect("a day")) {
            Ok(when) => {
                let others = when
                    .others
                    .iter()
                    .map(|(label, words)| format!("{label}：{words}"));
                let all: Vec<String> = when.lines.iter().cloned().chain(others).collect();
                all.join("|")
            }
            Err(why) => format!("!{why}"),
        }
    }

    #[test]
    fn days_and_times_of_lists_become_lines() {
        for ((first, start, end), expected) in [
            (
                (
                    "8月5日（水）～8月16日（日）\n※10日（月）以外",
                    "9:00",
                    "22：00\n※日曜は17：00まで",
                ),
                "令和8年8月5日（水曜日）から令和8年8月9日（日曜日）まで（9時から22時まで、日曜は17：00まで）|\
                 令和8年8月11日（火曜日）から令和8年8月16日（日曜日）まで（9時から22時まで、日曜は17：00まで）",
            ),
            (
                ("8月19日(水)", "②14:00\n③18:30", "②16:00\n③20:30"),
                "令和8年8月19日（水曜日）14時から16時まで|令和8年8月19日（水曜日）18時30分から20時30分まで",
            ),
            (
                ("8月20日(木)", "18:30", "-"),
                "令和8年8月20日（木曜日）18時30分から",
            ),
            (
                ("2026-12-08", "21:00", "24:00"),
                "令和8年12月8日（火曜日）21時から24時まで",
            ),
            (
                ("2026-12-08", "10:00\n13:00", "12:00"),
                "令和8年12月8日（火曜日）|時間：10:00 13:00から12:00",
            ),
            (("46363", "0.375", ""), "令和8年12月7日（月曜日）9時から"),
            (("随時", "", ""), "!日付が見つかりません（「随時」）"),
        ] {
            assert_eq!(read(first, start, end), expected, "{first} {start} {end}");
        }
    }

    #[test]
    fn words_of_our_own_form_stay_and_get_their_year() {
        let columns = |whole, special| Columns {
            whole,
            first_day: "2026-12-08",
            last_day: "2027-03-09",
            start: "14:00",
            end: "15:30",
            special,
        };
        for (whole, special, expected) in [
            (
                "令和8年12月5日（土曜日）14時から",
                "",
                "令和8年12月5日（土曜日）14時から",
            ),
            (
                "第1回 8月12日（水）13:30～14:20",
                "",
                "第1回 令和8年8月12日（水）13:30～14:20",
            ),
            (
                "",
                "毎月第2火曜日14時から15時30分まで（令和8年12月8日から令和9年3月9日まで）",
                "毎月第2火曜日14時から15時30分まで（令和8年12月8日から令和9年3月9日まで）",
            ),
            (
                "",
                "雨天のときは中止",
                "令和8年12月8日（火曜日）から令和9年3月9日（火曜日）まで（14時から15時30分まで、雨天のときは中止）",
            ),
            ("いつでも", "", "!日時を読み取れません"),
        ] {
            let shown = shown(columns(whole, special));
            assert!(shown.starts_with(expected), "{whole} {special}: {shown}");
        }
    }
}
