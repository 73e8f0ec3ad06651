//! Days, times of day and fiscal years in the Japanese calendar.
//!
//! Invariant: this is the only module that names the calendar library; the zone of every time is Asia/Tokyo (UTC+9, no summer time).

use std::fmt;

use jiff::civil;
use jiff::tz::Offset;

/// A day of the Gregorian calendar, 1868-10-23 (the first day of 明治) to 9999-12-31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// `None` for a day that does not exist (2月30日) or lies outside the range.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let (year, month, day) = (
            i16::try_from(year).ok()?,
            i8::try_from(month).ok()?,
            i8::try_from(day).ok()?,
        );
        let date = civil::Date::new(year, month, day).ok()?;
        (date >= civil::date(1868, 10, 23)).then_some(Self(date))
    }

    /// The day in Tokyo at a moment given in seconds since 1970-01-01T00:00:00Z.
    pub fn in_tokyo(unix_seconds: i64) -> Option<Self> {
        let moment = jiff::Timestamp::from_second(unix_seconds).ok()?;
        Some(Self(Offset::constant(9).to_datetime(moment).date()))
    }

    /// Reads `YYYY-MM-DD`, the form of file names and options.
    pub fn from_iso(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts.as_slice() else {
            return None;
        };
        let sized = |part: &str, length: usize| {
            part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !(sized(year, 4) && sized(month, 2) && sized(day, 2)) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    pub fn year(self) -> i32 {
        i32::from(self.0.year())
    }

    pub fn month(self) -> u32 {
        self.0.month().unsigned_abs().into()
    }

    pub fn day(self) -> u32 {
        self.0.day().unsigned_abs().into()
    }

    pub fn weekday(self) -> Weekday {
        match self.0.weekday() {
            civil::Weekday::Sunday => Weekday::Sunday,
            civil::Weekday::Monday => Weekday::Monday,
            civil::Weekday::Tuesday => Weekday::Tuesday,
            civil::Weekday::Wednesday => Weekday::Wednesday,
            civil::Weekday::Thursday => Weekday::Thursday,
            civil::Weekday::Friday => Weekday::Friday,
            civil::Weekday::Saturday => Weekday::Saturday,
        }
    }

    /// 28 to 31.
    pub fn days_of_month(self) -> u32 {
        self.0.days_in_month().unsigned_abs().into()
    }

    /// The day after; `None` after the last day there is.
    pub fn next(self) -> Option<Self> {
        self.plus_days(1)
    }

    /// The day `days` after it, before it where negative; `None` outside the range.
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let moved = self.0.checked_add(jiff::Span::new().try_days(days).ok()?);
        moved
            .ok()
            .filter(|date| *date >= civil::date(1868, 10, 23))
            .map(Self)
    }

    /// The same day a year later; 1 March for 29 February.
    pub fn year_after(self) -> Self {
        let year = self.year() + 1;
        Self::new(year, self.month(), self.day())
            .or_else(|| Self::new(year, 3, 1))
            .unwrap_or(self)
    }

    /// How many days `later` is after it; negative when it is before.
    pub fn days_until(self, later: Self) -> i64 {
        self.0.duration_until(later.0).as_hours() / 24
    }

    /// 年度: April to March, named by the year it begins in.
    pub fn fiscal_year(self) -> FiscalYear {
        FiscalYear(if self.month() >= 4 {
            self.year()
        } else {
            self.year() - 1
        })
    }

    /// The era and the year in it.
    pub fn era(self) -> (Era, i32) {
        let era = Era::ALL
            .into_iter()
            .rev()
            .find(|era| era.first_day() <= self.0)
            .unwrap_or(Era::Meiji);
        (era, self.year() - era.first_year() + 1)
    }

    /// `2026-12-05`, for `<time datetime>` and file names.
    pub fn iso(self) -> String {
        self.0.to_string()
    }

    /// `令和8年12月5日（土曜日）`.
    pub fn with_weekday(self) -> String {
        format!("{self}（{}）", self.weekday().label())
    }
}

/// `令和8年12月5日`; the first year of an era is 元年.
impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (era, year) = self.era();
        write!(formatter, "{}", EraYear(era, year))?;
        write!(formatter, "{}月{}日", self.month(), self.day())
    }
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    Sunday,
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
}

impl Weekday {
    /// As people list the days of a week.
    pub const FROM_MONDAY: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// In their own order, which is that of calendars.
    pub const ALL: [Self; 7] = [
        Self::Sunday,
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
    ];

    /// `SU` … `SA` (RFC 5545, section 3.3.10).
    pub fn sign(self) -> &'static str {
        match self {
            Self::Sunday => "SU",
            Self::Monday => "MO",
            Self::Tuesday => "TU",
            Self::Wednesday => "WE",
            Self::Thursday => "TH",
            Self::Friday => "FR",
            Self::Saturday => "SA",
        }
    }

    /// 日曜日 … 土曜日, in full because （火） is read aloud as "か".
    pub fn label(self) -> &'static str {
        match self {
            Self::Sunday => "日曜日",
            Self::Monday => "月曜日",
            Self::Tuesday => "火曜日",
            Self::Wednesday => "水曜日",
            Self::Thursday => "木曜日",
            Self::Friday => "金曜日",
            Self::Saturday => "土曜日",
        }
    }
}

/// An era of the Japanese calendar since 明治.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Era {
    Meiji,
    Taisho,
    Showa,
    Heisei,
    Reiwa,
}

impl Era {
    pub const ALL: [Self; 5] = [
        Self::Meiji,
        Self::Taisho,
        Self::Showa,
        Self::Heisei,
        Self::Reiwa,
    ];

    pub fn label(self) -> &'static str {
        match self {
            Self::Meiji => "明治",
            Self::Taisho => "大正",
            Self::Showa => "昭和",
            Self::Heisei => "平成",
            Self::Reiwa => "令和",
        }
    }

    /// The Gregorian year of 元年.
    pub fn first_year(self) -> i32 {
        i32::from(self.first_day().year())
    }

    fn first_day(self) -> civil::Date {
        match self {
            Self::Meiji => civil::date(1868, 10, 23),
            Self::Taisho => civil::date(1912, 7, 30),
            Self::Showa => civil::date(1926, 12, 25),
            Self::Heisei => civil::date(1989, 1, 8),
            Self::Reiwa => civil::date(2019, 5, 1),
        }
    }
}

/// A year of an era as people write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EraYear(pub Era, pub i32);

impl fmt::Display for EraYear {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.1 {
            1 => write!(formatter, "{}元年", self.0.label()),
            year => write!(formatter, "{}{year}年", self.0.label()),
        }
    }
}

/// 年度: a year from April to March, by the Gregorian year it begins in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(pub i32);

impl FiscalYear {
    /// Reads the four digits of a file name such as `2024.md`.
    pub fn from_name(name: &str) -> Option<Self> {
        let digits = name.len() == 4 && name.bytes().all(|byte| byte.is_ascii_digit());
        let year = digits.then(|| name.parse().ok()).flatten()?;
        (1900..=2200).contains(&year).then_some(Self(year))
    }

    /// The first day, 1 April.
    pub fn first_day(self) -> Option<Date> {
        Date::new(self.0, 4, 1)
    }

    /// The same year of an era; one in which the era changes is named by the era of its last day, as in 令和元年度.
    pub fn in_era(self) -> Option<EraYear> {
        let (era, year) = Date::new(self.0 + 1, 3, 31)?.era();
        Some(EraYear(era, year - 1 + i32::from(year == 1)))
    }
}

/// `令和6年度（2024年度）`.
impl fmt::Display for FiscalYear {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.in_era() {
            Some(era) => write!(formatter, "{era}度（{}年度）", self.0),
            None => write!(formatter, "{}年度", self.0),
        }
    }
}

/// A time of day, 00:00 (the default) to 24:00; 24:00 is the end of a day and only ends a range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock {
    minutes: u16,
}

impl Clock {
    pub fn new(hour: u32, minute: u32) -> Option<Self> {
        let minutes = hour.checked_mul(60)?.checked_add(minute)?;
        let minutes = u16::try_from(minutes).ok()?;
        (minute < 60 && minutes <= 24 * 60).then_some(Self { minutes })
    }

    pub fn hour(self) -> u32 {
        u32::from(self.minutes / 60)
    }

    pub fn minute(self) -> u32 {
        u32::from(self.minutes % 60)
    }

    /// The moment on a day; the end of a day is the beginning of the next, where there is one.
    pub fn on(self, date: Date) -> (Date, Self) {
        match (self.hour(), date.next()) {
            (24, Some(next)) => (next, Self { minutes: 0 }),
            _ => (date, self),
        }
    }

    /// Since midnight.
    pub fn minutes(self) -> u32 {
        self.minutes.into()
    }

    /// `14:30`, for `<time datetime>`.
    pub fn iso(self) -> String {
        format!("{:02}:{:02}", self.hour(), self.minute())
    }
}

/// `14時`, `14時30分`.
impl fmt::Display for Clock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.minute() {
            0 => write!(formatter, "{}時", self.hour()),
            minute => write!(formatter, "{}時{minute}分", self.hour()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Clock, Date, FiscalYear};

    fn date(iso: &str) -> Date {
        Date::from_iso(iso).expect("the sample is a day")
    }

    #[test]
    fn days_are_written_in_the_era_they_fall_in() {
        assert_eq!(
            date("2024-11-30").with_weekday(),
            "令和6年11月30日（土曜日）"
        );
        assert_eq!(date("2019-04-30").to_string(), "平成31年4月30日");
        assert_eq!(date("2019-05-01").to_string(), "令和元年5月1日");
        assert_eq!(date("1989-01-07").to_string(), "昭和64年1月7日");
    }

    #[test]
    fn fiscal_years_run_from_april_to_march() {
        assert_eq!(date("2025-03-31").fiscal_year(), FiscalYear(2024));
        assert_eq!(date("2025-04-01").fiscal_year(), FiscalYear(2025));
        assert_eq!(FiscalYear(2024).to_string(), "令和6年度（2024年度）");
        assert_eq!(FiscalYear(2019).to_string(), "令和元年度（2019年度）");
        assert_eq!(FiscalYear(2018).to_string(), "平成30年度（2018年度）");
    }

    #[test]
    fn days_and_times_that_do_not_exist_are_none() {
        assert_eq!(Date::from_iso("2026-02-29"), None);
        assert_eq!(Date::from_iso("2026-2-1"), None);
        assert_eq!(Date::new(2026, 13, 1), None);
        assert_eq!(Clock::new(24, 1), None);
        assert_eq!(Clock::new(9, 60), None);
    }

    #[test]
    fn a_moment_belongs_to_a_day_in_tokyo() {
        // 2026-11-21T15:00:00Z is midnight of the 22nd in Tokyo.
        assert_eq!(Date::in_tokyo(1_795_273_200), Some(date("2026-11-22")));
        assert_eq!(Date::in_tokyo(1_795_273_199), Some(date("2026-11-21")));
    }
}
