//! What takes place again and again: 毎月第2火曜日, 毎週水曜日 (the part of RFC 5545, section 3.3.10 that people write).

use crate::model::date::{Clock, Date, Weekday};
use crate::model::facet::When;
use crate::model::holidays::Holidays;
use crate::model::month::Month;

/// A rule, the days it holds between, and the hours of each time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    pub rule: Rule,
    /// No time lies before this day; 隔週 counts its weeks from it.
    pub from: Date,
    /// No time lies after this day; `None` where no end was written.
    pub until: Option<Date>,
    pub hours: Option<Hours>,
    pub pauses: Pauses,
}

/// From a time of day to one of the same day, where an end is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    pub start: Clock,
    pub end: Option<Clock>,
}

/// On which days something takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Every `every`th week, 1 for 毎週 and 2 for 隔週; weeks begin on Monday, as in RFC 5545 unless WKST says otherwise.
    Weekly { weekdays: Weekdays, every: u8 },
    /// 毎月第2・第4火曜日.
    MonthlyWeekday { weeks: Weeks, weekday: Weekday },
    /// 毎月15日; a month without the day is passed over.
    MonthlyDay(u8),
}

/// Days of closing on which it does not take place, （祝日・年末年始を除く）.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pauses {
    pub holidays: bool,
    /// 12月29日 to 1月3日.
    pub year_end: bool,
}

/// A set of weekdays, not empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekdays(u8);

impl Weekdays {
    /// `None` for no weekday at all.
    pub fn new(weekdays: impl IntoIterator<Item = Weekday>) -> Option<Self> {
        let bits = weekdays
            .into_iter()
            .fold(0, |bits, weekday| bits | 1 << weekday as u8);
        (bits != 0).then_some(Self(bits))
    }

    pub fn contains(self, weekday: Weekday) -> bool {
        self.0 & 1 << weekday as u8 != 0
    }

    /// From Monday to Sunday, as people name them.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        let monday_first = Weekday::ALL.into_iter().cycle().skip(1).take(7);
        monday_first.filter(move |weekday| self.contains(*weekday))
    }
}

/// A set of weeks of a month: 第1 to 第5 and 最終, not empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weeks(u8);

/// One of `Weeks`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Week {
    /// 1 to 5: the first to the fifth such weekday of a month.
    Nth(u8),
    Last,
}

impl Week {
    /// `2TU`, `-1FR`: such a weekday of a month (RFC 5545, section 3.3.10).
    pub fn counted(self, weekday: Weekday) -> String {
        match self {
            Self::Nth(number) => format!("{number}{}", weekday.sign()),
            Self::Last => format!("-1{}", weekday.sign()),
        }
    }
}

impl Weeks {
    /// `None` for no week at all or one that no month has.
    pub fn new(weeks: impl IntoIterator<Item = Week>) -> Option<Self> {
        let mut bits = 0;
        for week in weeks {
            bits |= match week {
                Week::Nth(number @ 1..=5) => 1 << number,
                Week::Nth(_) => return None,
                Week::Last => 1,
            };
        }
        (bits != 0).then_some(Self(bits))
    }

    pub fn contains(self, week: Week) -> bool {
        match week {
            Week::Nth(number) => number <= 5 && self.0 & 1 << number != 0,
            Week::Last => self.0 & 1 != 0,
        }
    }

    /// 第1 to 第5, then 最終.
    pub fn iter(self) -> impl Iterator<Item = Week> {
        let all = (1..=5).map(Week::Nth).chain([Week::Last]);
        all.filter(move |week| self.contains(*week))
    }
}

impl Repeat {
    /// The last day that is shown: the one written, no further ahead than anybody announces, so that a slip in the year only costs a
    /// little time; `reach` where none is.
    pub fn end(self, reach: Date) -> Date {
        const TEN_YEARS_DAYS: i64 = 3_653;
        let later = self.from.max(reach);
        let furthest = later.plus_days(TEN_YEARS_DAYS).unwrap_or(later);
        self.until.map_or(reach, |until| until.min(furthest))
    }

    /// The days of the rule from the first to `end`, ascending, whether or not something takes place on them.
    pub fn days(self, end: Date) -> impl Iterator<Item = Date> {
        let end = self.until.map_or(end, |until| until.min(end));
        let days = std::iter::successors(Some(self.from), |day| day.next());
        days.take_while(move |day| *day <= end)
            .filter(move |day| self.holds(*day))
    }

    /// One time of it.
    pub fn on(self, day: Date) -> When {
        match self.hours {
            None => When::Days {
                first: day,
                last: day,
            },
            Some(hours) => When::Timed {
                start: (day, hours.start),
                end: hours.end.map(|end| (day, end)),
            },
        }
    }

    /// Whether a day is one of the rule, whether or not something takes place on it.
    pub fn names(self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until) && self.holds(day)
    }

    /// Whether the rule names a day, which is not before `from`.
    fn holds(self, day: Date) -> bool {
        match self.rule {
            Rule::Weekly { weekdays, every } => {
                let weeks = (monday(self.from).days_until(monday(day))) / 7;
                weekdays.contains(day.weekday()) && weeks % i64::from(every.max(1)) == 0
            }
            Rule::MonthlyWeekday { weeks, weekday } => {
                let nth = u8::try_from((day.day() - 1) / 7 + 1).unwrap_or(u8::MAX);
                let is_last = day.day() + 7 > Month::of(day).last_day().day();
                let is_named =
                    weeks.contains(Week::Nth(nth)) || (is_last && weeks.contains(Week::Last));
                day.weekday() == weekday && is_named
            }
            Rule::MonthlyDay(number) => day.day() == u32::from(number),
        }
    }
}

impl Pauses {
    /// What either of them leaves out.
    pub fn and(self, other: Self) -> Self {
        Self {
            holidays: self.holidays || other.holidays,
            year_end: self.year_end || other.year_end,
        }
    }

    pub fn any(self) -> bool {
        self.holidays || self.year_end
    }

    /// Whether nothing takes place on a day because of it.
    pub fn include(self, day: Date, holidays: &Holidays) -> bool {
        self.holidays && holidays.name(day).is_some() || self.year_end && Holidays::is_year_end(day)
    }
}

fn monday(day: Date) -> Date {
    let back = (day.weekday() as i64 + 6) % 7;
    day.plus_days(-back).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::{Repeat, Rule, Week, Weekdays, Weeks};
    use crate::model::date::{Date, Weekday};

    fn days(rule: Rule, from: &str, end: &str) -> Vec<String> {
        let date = |iso| Date::from_iso(iso).expect("a day");
        let repeat = Repeat {
            rule,
            from: date(from),
            until: None,
            hours: None,
            pauses: super::Pauses::default(),
        };
        repeat.days(date(end)).map(Date::iso).collect()
    }

    fn weekly(weekdays: &[Weekday], every: u8) -> Rule {
        let weekdays = Weekdays::new(weekdays.iter().copied()).expect("a weekday");
        Rule::Weekly { weekdays, every }
    }

    fn monthly(weeks: &[Week], weekday: Weekday) -> Rule {
        let weeks = Weeks::new(weeks.iter().copied()).expect("a week");
        Rule::MonthlyWeekday { weeks, weekday }
    }

    #[test]
    fn weeks_are_counted_from_the_first_day() {
        let wednesdays = days(weekly(&[Weekday::Wednesday], 1), "2026-12-01", "2026-12-20");
        assert_eq!(wednesdays, ["2026-12-02", "2026-12-09", "2026-12-16"]);
        let every_other = days(
            weekly(&[Weekday::Monday, Weekday::Sunday], 2),
            "2026-12-02",
            "2026-12-31",
        );
        // The week of 2 December began on 30 November.
        assert_eq!(
            every_other,
            ["2026-12-06", "2026-12-14", "2026-12-20", "2026-12-28"]
        );
    }

    #[test]
    fn weekdays_of_a_month_are_counted_from_its_first_day() {
        let second_and_fourth = days(
            monthly(&[Week::Nth(2), Week::Nth(4)], Weekday::Tuesday),
            "2026-12-01",
            "2027-01-31",
        );
        assert_eq!(
            second_and_fourth,
            ["2026-12-08", "2026-12-22", "2027-01-12", "2027-01-26"]
        );
        let last = days(
            monthly(&[Week::Last], Weekday::Sunday),
            "2026-12-01",
            "2027-02-28",
        );
        assert_eq!(last, ["2026-12-27", "2027-01-31", "2027-02-28"]);
    }

    #[test]
    fn a_month_without_the_fifth_week_or_the_day_is_passed_over() {
        let fifth = days(
            monthly(&[Week::Nth(5)], Weekday::Sunday),
            "2026-12-01",
            "2027-05-31",
        );
        assert_eq!(fifth, ["2027-01-31", "2027-05-30"]);
        let last = days(Rule::MonthlyDay(31), "2026-12-01", "2027-03-31");
        assert_eq!(last, ["2026-12-31", "2027-01-31", "2027-03-31"]);
        assert!(Weeks::new([Week::Nth(6)]).is_none());
    }
}
