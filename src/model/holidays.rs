//! Holidays and the days on which offices are closed.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::model::date::{Date, Weekday};
use crate::model::names::Text;

/// 国民の祝日 by day, as `content/calendar/holidays.csv` lists them (国民の祝日に関する法律; 内閣府「国民の祝日について」).
///
/// Invariant: nothing is computed. The equinoxes are settled each February for the year after, so a year that is not listed is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holidays(BTreeMap<Date, Text>);

impl Holidays {
    pub fn new(days: impl IntoIterator<Item = (Date, Text)>) -> Self {
        Self(days.into_iter().collect())
    }

    /// `勤労感謝の日`.
    pub fn name(&self, day: Date) -> Option<&Text> {
        self.0.get(&day)
    }

    /// The first and the last year of the list; `None` for an empty one.
    pub fn years(&self) -> Option<RangeInclusive<i32>> {
        let (first, _) = self.0.first_key_value()?;
        let (last, _) = self.0.last_key_value()?;
        Some(first.year()..=last.year())
    }

    /// Whether the list says anything about a year.
    pub fn knows(&self, year: i32) -> bool {
        let days = Date::new(year, 1, 1).zip(Date::new(year, 12, 31));
        days.is_some_and(|(first, last)| self.0.range(first..=last).next().is_some())
    }

    /// All days of the list with their names.
    pub fn iter(&self) -> impl Iterator<Item = (Date, &Text)> {
        self.0.iter().map(|(day, name)| (*day, name))
    }

    /// How far calendars reach where no end is written: to the end of the last year of the list, and of the fiscal year of `today` where
    /// the list ends before it.
    pub fn reach(&self, today: Date) -> Date {
        let listed = self
            .years()
            .and_then(|years| Date::new(*years.end(), 12, 31));
        let this_year = Date::new(today.fiscal_year().0 + 1, 3, 31);
        let listed = listed.filter(|last| *last >= today);
        listed.or(this_year).unwrap_or(today)
    }

    /// Whether offices are closed: Saturdays, Sundays, holidays, 12月29日 to 1月3日 (地方自治法 第4条の2 and the by-laws that follow it).
    pub fn is_closed(&self, day: Date) -> bool {
        matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
            || self.name(day).is_some()
            || Self::is_year_end(day)
    }

    /// 12月29日 to 1月3日.
    pub fn is_year_end(day: Date) -> bool {
        matches!((day.month(), day.day()), (12, 29..=31) | (1, 1..=3))
    }
}
