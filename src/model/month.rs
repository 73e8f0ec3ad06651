//! Months of the Gregorian calendar.

use crate::model::date::Date;

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    first: Date,
}

impl Month {
    /// The month a day lies in.
    pub fn of(day: Date) -> Self {
        let back = i64::from(day.day()) - 1;
        Self {
            first: day.plus_days(-back).unwrap_or(day),
        }
    }

    /// Reads `2026-11`, the form of addresses.
    pub fn from_iso(text: &str) -> Option<Self> {
        Date::from_iso(&format!("{text}-01")).map(|first| Self { first })
    }

    pub fn first_day(self) -> Date {
        self.first
    }

    pub fn last_day(self) -> Date {
        let of_month = self.first.days_of_month();
        self.first
            .plus_days(i64::from(of_month) - 1)
            .unwrap_or(self.first)
    }

    pub fn days(self) -> impl DoubleEndedIterator<Item = Date> {
        let first = self.first;
        (0..first.days_of_month()).filter_map(move |back| first.plus_days(i64::from(back)))
    }

    pub fn contains(self, day: Date) -> bool {
        self.first <= day && day <= self.last_day()
    }

    pub fn next(self) -> Option<Self> {
        self.last_day().next().map(Self::of)
    }

    pub fn year(self) -> i32 {
        self.first.year()
    }

    /// 1 to 12.
    pub fn number(self) -> u32 {
        self.first.month()
    }

    /// `2026-11`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}", self.year(), self.number())
    }
}

#[cfg(test)]
mod tests {
    use super::Month;

    #[test]
    fn a_month_begins_on_its_first_day_and_ends_on_its_last() {
        for (iso, last, next) in [
            ("2028-02", "2028-02-29", "2028-03"),
            ("2026-02", "2026-02-28", "2026-03"),
            ("2026-12", "2026-12-31", "2027-01"),
        ] {
            let month = Month::from_iso(iso).expect("a month");
            assert_eq!(month.iso(), iso);
            assert_eq!(month.last_day().iso(), last);
            assert_eq!(month.next().map(Month::iso).as_deref(), Some(next));
            assert_eq!(month.days().next_back(), Some(month.last_day()));
            assert!(month.contains(month.last_day()));
        }
        assert_eq!(Month::from_iso("2026-13"), None);
        assert_eq!(Month::from_iso("2026-1"), None);
    }
}
