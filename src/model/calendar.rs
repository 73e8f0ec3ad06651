//! What takes place in a place, month by month.
//!
//! Invariant: every month it holds has at least one happening, so there are no empty months without end.

use std::collections::BTreeMap;

use crate::model::date::{Clock, Date};
use crate::model::document::{Document, DocumentIndex};
use crate::model::facet::When;
use crate::model::month::Month;
use crate::model::occurrence::Occurrence;

/// In how many months something that goes on and on is shown, counted from the one it begins in. What lasts longer is no longer news,
/// and a slip in a year must not make a page for every month of centuries.
const MOST_MONTHS: usize = 24;

/// The happenings of a place, by month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar(BTreeMap<Month, Vec<Happening>>);

/// One time at which a document takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Happening {
    pub document: DocumentIndex,
    /// An index into `Document::occurrences`.
    pub time: usize,
}

impl Calendar {
    /// Sorts the times of `documents` into months. Within a month they stand in the order of the day on which they are shown first, then of
    /// their beginning: what goes on from earlier, whole days, times of day.
    pub fn new<'a>(documents: impl IntoIterator<Item = (DocumentIndex, &'a Document)>) -> Self {
        let mut months: BTreeMap<Month, Vec<(SortKey, Happening)>> = BTreeMap::new();
        for (document, text) in documents {
            for (time, occurrence) in text.occurrences.iter().enumerate() {
                let happening = Happening { document, time };
                for month in months_of(occurrence) {
                    let key = sort_key(occurrence, month);
                    months.entry(month).or_default().push((key, happening));
                }
            }
        }
        let in_order = |mut happenings: Vec<(SortKey, Happening)>| {
            happenings.sort_unstable();
            happenings.into_iter().map(|(_, one)| one).collect()
        };
        let months = months.into_iter();
        Self(months.map(|(month, all)| (month, in_order(all))).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The months in which something takes place, ascending.
    pub fn months(&self) -> impl DoubleEndedIterator<Item = Month> + Clone {
        self.0.keys().copied()
    }

    pub fn has(&self, month: Month) -> bool {
        self.0.contains_key(&month)
    }

    /// What takes place in a month, in the order of its list.
    pub fn happenings(&self, month: Month) -> &[Happening] {
        self.0.get(&month).map_or(&[], Vec::as_slice)
    }

    /// The nearest month before `month` in which something takes place.
    pub fn before(&self, month: Month) -> Option<Month> {
        self.0.range(..month).next_back().map(|(month, _)| *month)
    }

    /// The nearest month after `month` in which something takes place.
    pub fn after(&self, month: Month) -> Option<Month> {
        let mut later = self.0.range(month..).map(|(month, _)| *month);
        later.find(|later| *later != month)
    }
}

impl Occurrence {
    /// The last day on which it is shown: what ends at midnight does not take place on the day that begins then.
    pub fn last_shown(&self) -> Date {
        match self.when {
            When::Timed {
                end: Some((_, clock)),
                ..
            } if clock.hour() == 0 && clock.minute() == 0 && self.last > self.first => {
                self.last.plus_days(-1).unwrap_or(self.first)
            }
            When::Timed { .. } | When::Undecided | When::Days { .. } | When::Repeated(_) => {
                self.last
            }
        }
    }

    /// The days of a month on which it is shown; the first is after the last for a month it does not touch.
    pub fn days_in(&self, month: Month) -> (Date, Date) {
        (
            self.first.max(month.first_day()),
            self.last_shown().min(month.last_day()),
        )
    }

    /// The time of day at which it begins; nothing for whole days.
    pub fn clock(&self) -> Option<Clock> {
        match self.when {
            When::Timed { start, .. } => Some(start.1),
            When::Undecided | When::Days { .. } | When::Repeated(_) => None,
        }
    }
}

/// The day on which it is shown first, the day on which it begins, and the time of day.
type SortKey = (Date, Date, Option<Clock>);

fn sort_key(occurrence: &Occurrence, month: Month) -> SortKey {
    let (first, _) = occurrence.days_in(month);
    (first, occurrence.first, occurrence.clock())
}

fn months_of(occurrence: &Occurrence) -> impl Iterator<Item = Month> {
    let last = Month::of(occurrence.last_shown());
    let first = Month::of(occurrence.first);
    std::iter::successors(Some(first), |month| month.next())
        .take_while(move |month| *month <= last)
        .take(MOST_MONTHS)
}

#[cfg(test)]
mod tests {
    use super::{MOST_MONTHS, months_of};
    use crate::model::date::{Clock, Date};
    use crate::model::facet::When;
    use crate::model::month::Month;
    use crate::model::occurrence::Occurrence;

    fn date(iso: &str) -> Date {
        Date::from_iso(iso).expect("a day")
    }

    fn occurrence(when: When) -> Occurrence {
        let (first, last) = when.days().expect("its days are known");
        Occurrence {
            session: 0,
            first,
            last,
            when,
        }
    }

    fn days(first: &str, last: &str) -> Occurrence {
        occurrence(When::Days {
            first: date(first),
            last: date(last),
        })
    }

    fn months(occurrence: &Occurrence) -> Vec<String> {
        months_of(occurrence).map(Month::iso).collect()
    }

    #[test]
    fn what_goes_on_over_the_end_of_a_month_is_in_both() {
        let over = days("2026-12-28", "2027-01-05");
        assert_eq!(months(&over), ["2026-12", "2027-01"]);
        let january = Month::of(date("2027-01-01"));
        let shown = over.days_in(january);
        assert_eq!(shown, (date("2027-01-01"), date("2027-01-05")));
    }

    #[test]
    fn what_ends_at_midnight_is_not_on_the_next_day() {
        let clock = |hour, minute| Clock::new(hour, minute).expect("a time");
        let until = |end| {
            occurrence(When::Timed {
                start: (date("2026-12-31"), clock(22, 0)),
                end: Some((date("2027-01-01"), end)),
            })
        };
        assert_eq!(months(&until(clock(0, 0))), ["2026-12"]);
        assert_eq!(months(&until(clock(0, 30))), ["2026-12", "2027-01"]);
    }

    #[test]
    fn what_never_seems_to_end_has_months_that_do() {
        let standing = days("2026-04-01", "9999-12-31");
        assert_eq!(months(&standing).len(), MOST_MONTHS);
        assert_eq!(months(&days("9999-12-01", "9999-12-31")), ["9999-12"]);
    }
}
