//! What the page of a document says: the days, times, numbers and the place of its manuscript.

use crate::checks::pdf::said::Said;
use crate::checks::{Day, Input, Owner};
use crate::model::date::{Clock, Date};
use crate::model::document::Document;
use crate::model::facet::{Phone, When};
use crate::model::occurrence::Occurrence;
use crate::model::ward::Place;

/// A document whose manuscript was read as its readers will.
pub struct Known<'a, 'i> {
    document: &'a Document,
    input: &'a Input<'i>,
    manuscript: Said<'i>,
}

impl<'a, 'i> Known<'a, 'i> {
    pub fn new(document: &'a Document, input: &'a Input<'i>) -> Self {
        Self {
            document,
            input,
            manuscript: Said::new(input.text(document.source)),
        }
    }

    /// The times of the document on a day, which may be written without its year.
    pub fn takes_place(&self, day: Day) -> Vec<&Occurrence> {
        let times = self.document.occurrences.iter();
        times.filter(|time| is_within(time, day)).collect()
    }

    /// Whether the page names a day, as a deadline, in its text or as 掲載日.
    pub fn names(&self, day: Day) -> bool {
        let published = self.document.published().into_iter();
        let mut own = published.map(|date| (Some(date.year()), date.month(), date.day()));
        let wanted = (day.month, day.day);
        own.any(|(year, month, day_of_month)| {
            (Some(month), Some(day_of_month)) == wanted && agree(year, western(day))
        }) || self
            .manuscript
            .days()
            .any(|other| (other.month, other.day) == wanted && agree(western(other), western(day)))
    }

    /// Whether a number is on the page, or one that those who publish it are known to have.
    pub fn has_phone(&self, digits: &str) -> bool {
        let is_same = |own: &str| own == digits || digits.len() <= 8 && own.ends_with(digits);
        let mut contact = self
            .document
            .contact
            .iter()
            .flat_map(|one| one.phone.iter().chain(&one.fax));
        let is_known = match (self.input.phone_owner(digits), self.document.place) {
            (Some(Owner::Shared), _) | (Some(Owner::Ward(_)), Place::City) => true,
            (Some(Owner::Ward(other)), Place::Ward(own)) => other == own,
            (None, _) => false,
        };
        is_known
            || contact.any(|phone| is_same(&phone.as_str().replace('-', "")))
            || self.manuscript.phones().any(|(own, _)| is_same(&own))
    }

    /// The number readers of the page are given.
    pub fn phone(&self) -> Option<&Phone> {
        let document = self.document;
        let contact = self.input.site.contact(document, document.place);
        contact.phone.as_ref()
    }

    /// The first line of 日時 as it was written.
    pub fn sessions(&self) -> &'i str {
        let first = self.document.facets.sessions.first();
        first.map_or("", |session| {
            session.span.of(self.input.text(self.document.source))
        })
    }
}

/// When something begins, where its time is known.
pub fn start(time: &Occurrence) -> Option<Clock> {
    match time.when {
        When::Timed { start, .. } => Some(start.1),
        When::Undecided | When::Days { .. } | When::Repeated(_) => None,
    }
}

fn is_within(time: &Occurrence, day: Day) -> bool {
    let (Some(month), Some(day_of_month)) = (day.month, day.day) else {
        return false;
    };
    let (first, last) = (time.first.year(), time.last.year());
    let years = match western(day) {
        Some(year) => year.max(first)..=year.min(last),
        None => first..=last.min(first + 1),
    };
    let mut dates = years.filter_map(|year| Date::new(year, month, day_of_month));
    dates.any(|date| time.first <= date && date <= time.last)
}

fn western(day: Day) -> Option<i32> {
    day.year?.western()
}

/// Whether two years are the same, as far as they are known.
fn agree(one: Option<i32>, other: Option<i32>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one == other)
}
