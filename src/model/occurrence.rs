//! The times at which something takes place: sessions as they stand, and what is repeated time by time.

use crate::model::date::Date;
use crate::model::facet::{Facets, When};
use crate::model::holidays::Holidays;
use crate::model::repeat::Repeat;

/// One time something takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The line of 日時 it comes from, an index into `Facets::sessions`.
    pub session: usize,
    pub first: Date,
    /// The same day or a later one.
    pub last: Date,
    /// Its day or days with their times; neither undecided nor repeated.
    pub when: When,
}

impl Facets {
    /// Every time, in the order of time. Without an end, what is repeated goes as far as `reach`.
    pub fn occurrences(&self, holidays: &Holidays, reach: Date) -> Vec<Occurrence> {
        let mut all = Vec::new();
        for (session, line) in self.sessions.iter().enumerate() {
            let occurrence = |when: When| {
                let (first, last) = when.days()?;
                Some(Occurrence {
                    session,
                    first,
                    last: last.max(first),
                    when,
                })
            };
            match line.when {
                When::Repeated(repeat) => {
                    let days = repeat.days(repeat.end(reach));
                    let days = days.filter(|day| !self.pauses(repeat, *day, holidays));
                    all.extend(days.filter_map(|day| occurrence(repeat.on(day))));
                }
                When::Undecided | When::Days { .. } | When::Timed { .. } => {
                    all.extend(occurrence(line.when));
                }
            }
        }
        // Whole days stand before times of the same day.
        all.sort_by_key(|time| (time.first, time.clock(), time.session));
        all
    }

    /// Whether something that is repeated does not take place on one of its days.
    pub fn pauses(&self, repeat: Repeat, day: Date, holidays: &Holidays) -> bool {
        self.excluded.iter().any(|excluded| excluded.value == day)
            || repeat.pauses.include(day, holidays)
    }
}
