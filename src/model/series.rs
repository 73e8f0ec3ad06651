//! The days of something that is repeated, as formats write them that have rules and exceptions of their own.

use crate::model::date::Date;
use crate::model::facet::Facets;
use crate::model::repeat::Repeat;
use crate::model::site::Site;

/// A rule with its end and its exceptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    pub repeat: Repeat,
    /// The first day on which it takes place.
    pub first: Date,
    pub last: Option<Date>,
    /// Days of the rule, not before the first, on which it does not take place.
    pub excluded: Vec<Date>,
}

impl Series {
    /// Ends where `Document::occurrences` do. A rule cannot say which days are holidays, so one without an end that pauses on them goes no
    /// further than they are known.
    pub fn new(site: &Site, facets: &Facets, repeat: Repeat, first: Date) -> Self {
        let ends = repeat.until.is_some() || repeat.pauses.any();
        let last = ends.then(|| repeat.end(site.holidays.reach(site.today)));
        let named = facets.excluded.iter().map(|day| day.value).max();
        let latest = last.filter(|_| repeat.pauses.any()).or(named);
        let days = latest.into_iter().flat_map(|latest| repeat.days(latest));
        let days = days.filter(|day| *day >= first);
        let excluded = days.filter(|day| facets.pauses(repeat, *day, &site.holidays));
        Self {
            repeat,
            first,
            last,
            excluded: excluded.collect(),
        }
    }
}
