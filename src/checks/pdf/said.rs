//! What the text of a PDF file says about an event: its days, the times behind them, telephone numbers, the place.

use std::ops::Range;

use crate::checks::tokens::{Token, tokens};
use crate::checks::{Day, Half, Time};
use crate::text::japanese::fold;

/// What stands before the day of an event; blanks between the letters do not count.
const DAYS: [&str; 9] = [
    "日時",
    "日程",
    "開催日",
    "実施日",
    "期日",
    "日にち",
    "と き",
    "とき",
    "いつ",
];

/// What stands before other days.
const OTHER_DAYS: [&str; 14] = [
    "締切",
    "締め切り",
    "〆切",
    "期限",
    "期間",
    "申込",
    "申し込み",
    "受付",
    "必着",
    "前回",
    "次回",
    "発行",
    "作成",
    "現在",
];

/// What stands before the place.
const PLACES: [&str; 5] = ["会場", "場所", "開催場所", "ところ", "どこ"];

/// How many characters before a day may say what it is, and how many behind it its times may stand.
const BEFORE: usize = 14;
const BEHIND: usize = 40;

/// How many characters of the place are looked at.
const PLACE: usize = 30;

/// A text with what was found in it.
pub struct Said<'a> {
    text: &'a str,
    tokens: Vec<Token>,
}

/// A day on which an event takes place.
pub struct EventDay {
    pub day: Day,
    pub range: Range<usize>,
    /// Whether 日時 or the like stands before it.
    pub is_named: bool,
    /// The times behind it.
    pub times: Vec<(Time, Range<usize>)>,
}

impl<'a> Said<'a> {
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            tokens: tokens(text),
        }
    }

    pub fn words(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// The days that are named as those of the event or stand with their weekday, and not as a deadline or the like.
    pub fn event_days(&self) -> Vec<EventDay> {
        let mut days = Vec::new();
        for (at, token) in self.tokens.iter().enumerate() {
            let Some(day) = token
                .kind
                .day()
                .filter(|day| day.month.is_some() && day.day.is_some())
            else {
                continue;
            };
            let lead = self.lead(at);
            let named = last_of(&lead, &DAYS);
            let other = last_of(&lead, &OTHER_DAYS);
            let is_named = named.is_some() && named >= other;
            if other > named || !is_named && day.weekday.is_none() || self.is_until(token) {
                continue;
            }
            days.push(EventDay {
                day,
                range: token.range.clone(),
                is_named,
                times: self.times(at),
            });
        }
        days
    }

    /// All days with month and day.
    pub fn days(&self) -> impl Iterator<Item = Day> {
        let days = self.tokens.iter().filter_map(|token| token.kind.day());
        days.filter(|day| day.month.is_some() && day.day.is_some())
    }

    /// Telephone and fax numbers with their digits; those without their area have eight or fewer.
    pub fn phones(&self) -> impl Iterator<Item = (String, Range<usize>)> {
        let phones = self
            .tokens
            .iter()
            .filter(|token| token.kind.phone().is_some());
        phones.map(|token| {
            let digits = self.words(token.range.clone()).chars().map(fold);
            (
                digits.filter(char::is_ascii_digit).collect(),
                token.range.clone(),
            )
        })
    }

    /// The words behind 会場 or the like on the same line, or on the next when nothing follows.
    pub fn place(&self) -> Option<&'a str> {
        let mut lines = self.text.lines().peekable();
        while let Some(line) = lines.next() {
            let name = line.strip_prefix(bullet(line)).unwrap_or(line);
            let Some(rest) = PLACES.iter().find_map(|place| behind(name, place)) else {
                continue;
            };
            let is_mark = |sign: char| sign.is_whitespace() || ":：】」』)）・/|".contains(sign);
            let rest = rest.trim_start_matches(is_mark);
            let place = match rest.is_empty() {
                true => lines.peek().copied().unwrap_or_default(),
                false => rest,
            };
            let end = place
                .char_indices()
                .nth(PLACE)
                .map_or(place.len(), |(end, _)| end);
            let place = place.get(..end).unwrap_or_default();
            if place.chars().count() >= 3 {
                return Some(place);
            }
        }
        None
    }

    /// Whether a text has these words, blanks aside.
    pub fn has(&self, words: &str) -> bool {
        bare(self.text).contains(&bare(words))
    }

    /// The characters before a token, back to the last day, without blanks.
    fn lead(&self, at: usize) -> String {
        let before = self.tokens.get(..at).unwrap_or_default();
        let last = before.iter().rev().find(|token| token.kind.day().is_some());
        let from = last.map_or(0, |last| last.range.end);
        let start = self.tokens.get(at).map_or(from, |token| token.range.start);
        let near = self.words(from..start).chars().rev();
        let near: Vec<char> = near
            .filter(|sign| !sign.is_whitespace())
            .take(BEFORE)
            .collect();
        near.into_iter().rev().collect()
    }

    /// Whether 必着, まで, 現在 or the like follows: a day to apply by, or one on which the file was made.
    fn is_until(&self, token: &Token) -> bool {
        let behind = self.words(token.range.end..self.text.len());
        let behind = behind.trim_start_matches([' ', '(', '（']);
        [
            "必着", "消印", "締切", "〆切", "まで", "現在", "発行", "作成", "改訂", "更新",
        ]
        .iter()
        .any(|word| behind.starts_with(word))
    }

    /// The times behind a day, up to the next day.
    fn times(&self, at: usize) -> Vec<(Time, Range<usize>)> {
        let end = self.tokens.get(at).map_or(0, |token| token.range.end);
        let near = self.words(end..self.text.len()).char_indices().nth(BEHIND);
        let limit = near.map_or(self.text.len(), |(offset, _)| end + offset);
        let behind = self.tokens.get(at + 1..).unwrap_or_default().iter();
        let behind =
            behind.take_while(|token| token.kind.day().is_none() && token.range.start < limit);
        let times = behind.filter_map(|token| Some((token.kind.time()?, token.range.clone())));
        times.collect()
    }
}

/// The minutes of a day that a time may mean: without 午前 and 午後, 2:00 may be in the afternoon.
pub fn minutes(time: Time) -> Vec<u32> {
    let of = |hour: u32| hour * 60 + time.minute;
    match time.half {
        Some(Half::Afternoon) if time.hour < 12 => vec![of(time.hour + 12)],
        Some(Half::Morning) if time.hour == 12 => vec![of(0)],
        Some(_) => vec![of(time.hour)],
        None if time.hour < 8 => vec![of(time.hour), of(time.hour + 12)],
        None => vec![of(time.hour)],
    }
}

/// The text without blanks, in the forms in which letters are compared.
pub fn bare(text: &str) -> String {
    let signs = text.chars().map(fold);
    signs.filter(|sign| !sign.is_whitespace()).collect()
}

/// Where the last of these words stands.
fn last_of(text: &str, words: &[&str]) -> Option<usize> {
    words.iter().filter_map(|word| text.rfind(word)).max()
}

/// What follows a name at the start of a line, whose letters may be set apart: 会 場.
fn behind<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let rest = name
        .chars()
        .try_fold(line, |rest, sign| rest.trim_start().strip_prefix(sign));
    rest.filter(|rest| rest.len() < line.len())
}

/// The marks a line begins with: ●, 【, 1.
fn bullet(line: &str) -> &str {
    let end = line.find(|sign: char| sign.is_alphabetic());
    line.get(..end.unwrap_or(0)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Said;

    fn days(text: &str) -> Vec<String> {
        let said = Said::new(text);
        let days = said.event_days().into_iter();
        days.map(|day| said.words(day.range).to_owned()).collect()
    }

    #[test]
    fn days_of_an_event_are_named_or_stand_with_their_weekday() {
        let text = "日 時 令和8年12月5日(土)14時から\n申込締切 11月20日(金)\n12月6日(日)も開きます";
        assert_eq!(days(text), ["令和8年12月5日(土)", "12月6日(日)"]);
        assert_eq!(days("開催日:2026/12/5\n11月20日(金)必着"), ["2026/12/5"]);
        assert!(days("平成30年3月14日に改められました。2026年1月現在").is_empty());
    }

    #[test]
    fn times_belong_to_the_day_before_them() {
        let said = Said::new("日時 12月5日(土)13:30〜15:00 12月6日(日)10時から");
        let days = said.event_days().into_iter();
        let times = days.map(|day| day.times.into_iter().map(|(_, range)| said.words(range)));
        let times: Vec<Vec<&str>> = times.map(Iterator::collect).collect();
        assert_eq!(times, [vec!["13:30", "15:00"], vec!["10時"]]);
    }

    #[test]
    fn a_place_stands_behind_its_name() {
        let place = |text: &'static str| Said::new(text).place().map(str::to_owned);
        assert_eq!(
            place("●会 場見本区民センター").as_deref(),
            Some("見本区民センター")
        );
        assert_eq!(
            place("【場所】\n見本区役所 3階").as_deref(),
            Some("見本区役所 3階")
        );
        assert_eq!(
            place("会場は未定です。場所取りはご遠慮ください"),
            Some("は未定です。場所取りはご遠慮ください".to_owned())
        );
    }
}
