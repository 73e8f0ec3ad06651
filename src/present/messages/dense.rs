//! Days and times in as few characters as a paper uses.

use crate::model::date::{Clock, Date};
use crate::model::facet::{Moment, When};
use crate::model::repeat::Repeat;
use crate::model::settings::Style;
use crate::present::wording;

/// How days are written in one text.
#[derive(Clone, Copy)]
pub struct Dense {
    pub style: Style,
    /// A month and a day alone mean the first such day from here on; without it, years are written.
    pub since: Option<Date>,
}

impl Dense {
    /// `12月5日（土）`, with the year where it is not the next one of that name.
    pub fn day(self, date: Date) -> String {
        let weekday: String = date.weekday().label().chars().take(1).collect();
        format!("{}（{weekday}）", self.bare_day(date))
    }

    /// `12月5日（土）17時`.
    pub fn moment(self, moment: Moment) -> String {
        let clock = moment.clock.map(|clock| self.style.clock(clock));
        format!("{}{}", self.day(moment.date), clock.unwrap_or_default())
    }

    /// `12月5日（土）14時〜15時30分`, `毎月第2火曜日14時〜15時（12月8日〜3月9日、祝日を除く）`.
    pub fn when(self, when: When) -> String {
        match when {
            When::Undecided => wording::UNDECIDED.to_owned(),
            When::Days { first, last } if first == last => self.day(first),
            When::Days { first, last } => format!("{}〜{}", self.day(first), self.day(last)),
            When::Timed { start, end } => {
                let end = end.map(|end| match end.0 == start.0 {
                    true => (None, end.1),
                    false => (Some(end.0), end.1),
                });
                format!("{}{}", self.day(start.0), self.hours(start.1, end))
            }
            When::Repeated(repeat) => self.repeated(repeat),
        }
    }

    /// `14時〜15時30分`, `22時〜1月1日（金）6時`, `14時から`.
    fn hours(self, start: Clock, end: Option<(Option<Date>, Clock)>) -> String {
        let start = self.style.clock(start);
        match end {
            None => format!("{start}から"),
            Some((day, clock)) => {
                let day = day.map(|day| self.day(day)).unwrap_or_default();
                format!("{start}〜{day}{}", self.style.clock(clock))
            }
        }
    }

    fn repeated(self, repeat: Repeat) -> String {
        let hours = repeat.hours.map(|hours| {
            let end = hours.end.map(|end| (None, end));
            self.hours(hours.start, end)
        });
        let from = self.bare_day(repeat.from);
        let period = match repeat.until {
            Some(until) => format!("{from}〜{}", self.bare_day(until)),
            None => format!("{from}から"),
        };
        let pauses = wording::pauses(repeat.pauses);
        let pauses = pauses.map(|pauses| format!("、{pauses}"));
        format!(
            "{}{}（{period}{}）",
            wording::rule(repeat.rule),
            hours.unwrap_or_default(),
            pauses.unwrap_or_default()
        )
    }

    fn bare_day(self, date: Date) -> String {
        let is_next = self
            .since
            .is_some_and(|since| (0..365).contains(&since.days_until(date)));
        match is_next {
            true => format!("{}月{}日", date.month(), date.day()),
            false => self.style.day(date),
        }
    }
}
