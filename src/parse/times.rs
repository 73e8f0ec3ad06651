//! Times of day as people write them (phase `parse`): 14:00, 14時30分, 午後2時半, 正午, 2:00PM.

use std::ops::Range;

use crate::diag::Findings;
use crate::model::date::Clock;
use crate::parse::values::{Background, Fault, Reading, read};
use crate::text::japanese::Cursor;
use crate::text::span::Spanned;

/// A time of day alone, as in 開場.
pub fn clock(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<Clock>> {
    read(value, background, findings, |line, _| {
        let mut cursor = line.folded.cursor();
        let read = time(&mut cursor, None)?;
        let after = ["から", "より", "~", "開場", "受付", "開始", "。", " "];
        while cursor.eat_any(&after).is_some() {}
        match read {
            Some(time) if cursor.is_end() => starting(&time).map(|()| time.clock),
            Some(_) => Err(unreadable(cursor.at()..line.folded.len())
                .label("ここには時刻だけを書きます")
                .help("印の付いたところを消すか、ほかの項目に書いてください。")),
            None => Err(unreadable(line.whole())
                .label("時刻として読み取れません")
                .help("何時何分かを数字で書いてください。")),
        }
    })
}

fn unreadable(at: Range<usize>) -> Fault {
    Fault::new("time-unreadable", at, "時刻を読み取れません")
}

/// A time of day and how it was written.
#[derive(Clone, Debug)]
pub struct Time {
    pub clock: Clock,
    pub half: Option<Half>,
    pub at: Range<usize>,
}

/// 午前 or 午後.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    Morning,
    Afternoon,
}

impl Half {
    fn label(self) -> &'static str {
        match self {
            Self::Morning => "午前",
            Self::Afternoon => "午後",
        }
    }
}

/// Takes a time of day; 4時 after 午後2時 is in the afternoon too.
pub fn time(cursor: &mut Cursor<'_>, after: Option<&Time>) -> Reading<Time> {
    let mut ahead = *cursor;
    ahead.spaces();
    let start = ahead.at();
    let before = half(&mut ahead);
    ahead.spaces();
    if before.is_none() && ahead.eat_word("正午") {
        let at = start..ahead.at();
        *cursor = ahead;
        return Ok(noon(at));
    }
    let Some((hour, minute)) = hour_minute(&mut ahead) else {
        return Ok(None);
    };
    let half = before.or_else(|| {
        let mut behind = ahead;
        behind.spaces();
        let half = half_in_letters(&mut behind)?;
        ahead = behind;
        Some(half)
    });
    let at = start..ahead.at();
    let clock = in_day((hour, minute), half, &at)?;
    *cursor = ahead;
    let time = Time { clock, half, at };
    Ok(Some(match after {
        Some(first) => inherited(time, first),
        None => time,
    }))
}

/// Takes what may stand between a day and a time.
pub fn gap(cursor: &mut Cursor<'_>) {
    cursor.spaces();
    let mut ahead = *cursor;
    if ahead.eat_any(&["の", "、", ",", "・", "/"]).is_some() {
        ahead.spaces();
        if matches!(time(&mut ahead.clone(), None), Ok(Some(_)) | Err(_)) {
            *cursor = ahead;
        }
    }
}

/// No time range and no door time begins at 24:00, which is the end of a day.
pub fn starting(time: &Time) -> Result<(), Fault> {
    match time.clock.hour() {
        24 => Err(impossible(time.at.clone())
            .label("24時から始まる日はありません")
            .help("次の日の「0時」と書いてください。")),
        _ => Ok(()),
    }
}

fn noon(at: Range<usize>) -> Option<Time> {
    let clock = Clock::new(12, 0)?;
    let half = Some(Half::Afternoon);
    Some(Time { clock, half, at })
}

fn half(cursor: &mut Cursor<'_>) -> Option<Half> {
    match cursor.eat_any(&["午前", "午後"]) {
        Some("午前") => Some(Half::Morning),
        Some(_) => Some(Half::Afternoon),
        None => half_in_letters(cursor),
    }
}

fn half_in_letters(cursor: &mut Cursor<'_>) -> Option<Half> {
    let found = cursor.eat_any(&[
        "AM", "A.M.", "am", "a.m.", "Am", "PM", "P.M.", "pm", "p.m.", "Pm",
    ])?;
    Some(match found.starts_with(['A', 'a']) {
        true => Half::Morning,
        false => Half::Afternoon,
    })
}

/// Takes 14:00, 14時, 14時30分 or 2時半 without a look at whether there is such a time.
fn hour_minute(cursor: &mut Cursor<'_>) -> Option<(u32, u32)> {
    let mut ahead = *cursor;
    let hour = ahead.number()?;
    let mut behind = ahead;
    behind.spaces();
    if behind.eat(':') {
        behind.spaces();
        let from = behind.at();
        let minute = behind.number()?;
        if behind.at() - from != 2 || behind.peek() == Some(':') {
            return None;
        }
        *cursor = behind;
        return Some((hour, minute));
    }
    if !behind.eat('時') {
        *cursor = ahead;
        return shares_its_unit(ahead).then_some((hour, 0));
    }
    if behind.peek() == Some('間') {
        return None;
    }
    *cursor = behind;
    if cursor.eat('半') {
        return Some((hour, 30));
    }
    ahead = behind;
    ahead.spaces();
    let minute = ahead.number();
    let is_apart = ahead.at() > behind.at() && behind.peek() == Some(' ');
    ahead.spaces();
    match minute {
        Some(minute) if ahead.eat('分') && ahead.peek() != Some('間') => {
            *cursor = ahead;
            Some((hour, minute))
        }
        Some(minute) if !is_apart && ends_a_time(behind) => {
            cursor.number();
            Some((hour, minute))
        }
        Some(_) | None => Some((hour, 0)),
    }
}

/// Whether the hour before this place is the first one of 14〜16時.
fn shares_its_unit(mut cursor: Cursor<'_>) -> bool {
    cursor.spaces();
    let is_joined = cursor.eat_any(&["~", "-", "から"]).is_some();
    cursor.spaces();
    is_joined && cursor.number().is_some() && cursor.eat('時') && cursor.peek() != Some('間')
}

/// Whether the number here ends a time without 分, as in 14時30から.
fn ends_a_time(mut cursor: Cursor<'_>) -> bool {
    let from = cursor.at();
    cursor.number();
    cursor.at() - from == 2
        && matches!(
            cursor.peek(),
            None | Some(' ' | '~' | '-' | 'か' | 'ま' | '(')
        )
}

/// The time of day, if it exists and can be understood in one way only.
fn in_day(
    (hour, minute): (u32, u32),
    half: Option<Half>,
    at: &Range<usize>,
) -> Result<Clock, Fault> {
    let hour_of_day = match half {
        Some(_) if hour == 12 => return Err(ambiguous(at.clone(), minute)),
        Some(half) if hour > 12 => {
            let fault = impossible(at.clone());
            let label = format!("{}は0時から11時までです", half.label());
            let Some(clock) = Clock::new(hour, minute) else {
                return Err(fault.label(label).help("正しい時刻を書いてください。"));
            };
            return Err(fault.label(label).help(format!(
                "「{}」を消して「{clock}」と書いてください。",
                half.label()
            )));
        }
        Some(Half::Afternoon) => hour + 12,
        Some(Half::Morning) | None => hour,
    };
    Clock::new(hour_of_day, minute).ok_or_else(|| {
        let fault = impossible(at.clone());
        match (hour, minute) {
            (_, 60..) => fault
                .label("分は0から59までです")
                .help("正しい時刻を書いてください。"),
            (24..30, _) => fault.label("時は24までです").help(format!(
                "次の日の日付をつけて「{}」と書いてください。",
                Clock::new(hour - 24, minute).map_or_else(String::new, |clock| clock.to_string())
            )),
            (_, _) => fault
                .label("時は24までです")
                .help("正しい時刻を書いてください。"),
        }
    })
}

fn impossible(at: Range<usize>) -> Fault {
    Fault::new("time-impossible", at, "そのような時刻はありません")
}

/// 午前12時 is noon by law and midnight to many; 午後12時 the other way round.
fn ambiguous(at: Range<usize>, minute: u32) -> Fault {
    let (day, night) = match minute {
        0 => ("正午".to_owned(), "午前0時".to_owned()),
        minute => (format!("12時{minute}分"), format!("午前0時{minute}分")),
    };
    Fault::new("time-ambiguous", at, "昼か夜かが分からない時刻です")
        .label("昼とも夜とも読めます")
        .help(format!(
            "昼なら「{day}」、夜なら「{night}」と書いてください。"
        ))
        .without_example()
}

fn inherited(time: Time, first: &Time) -> Time {
    let hour = time.clock.hour();
    let later = Clock::new(hour + 12, time.clock.minute())
        .filter(|later| hour < 12 && *later > first.clock);
    match (time.half, first.half, later) {
        (None, Some(Half::Afternoon), Some(clock)) => Time {
            clock,
            half: first.half,
            ..time
        },
        _ => time,
    }
}

#[cfg(test)]
mod tests {
    use super::clock;
    use crate::parse::values::trial::outcome;

    fn read(value: &str) -> String {
        outcome(value, |value, background, findings| {
            clock(value, background, findings).map_or_else(String::new, |clock| clock.value.iso())
        })
    }

    #[test]
    fn times_are_read_in_every_form_people_use() {
        for (value, iso) in [
            ("14:00", "14:00"),
            ("14：00", "14:00"),
            ("１４：３０", "14:30"),
            ("9:05", "09:05"),
            ("14時", "14:00"),
            ("14時30分", "14:30"),
            ("14 時 30 分", "14:30"),
            ("14時30", "14:30"),
            ("午後2時", "14:00"),
            ("午後２時半", "14:30"),
            ("午後二時三十分", "14:30"),
            ("午前10時", "10:00"),
            ("PM2:00", "14:00"),
            ("2:00 p.m.", "14:00"),
            ("正午", "12:00"),
            ("午前0時", "00:00"),
            ("午後0時30分", "12:30"),
            ("13時30分から", "13:30"),
        ] {
            assert_eq!(read(value), iso, "{value}");
        }
    }

    #[test]
    fn times_that_cannot_be_are_marked() {
        for (value, said) in [
            ("午前12時", "time-ambiguous「午前12時」"),
            ("午後12時30分", "time-ambiguous「午後12時30分」"),
            ("25時", "time-impossible「25時」"),
            ("14時75分", "time-impossible「14時75分」"),
            ("午後14時", "time-impossible「午後14時」"),
            ("24時", "time-impossible「24時」"),
            ("14:5", "time-unreadable「14:5」"),
            ("開始の30分前", "time-unreadable「開始の30分前」"),
            ("14時ごろ", "time-unreadable「ごろ」"),
            ("2時間", "time-unreadable「2時間」"),
        ] {
            assert_eq!(read(value), said, "{value}");
        }
    }
}
