//! When a site becomes another one although nobody edits it: something is published, opens, closes, begins, ends or leaves the lists.

use crate::model::date::Date;
use crate::model::document::{Document, DocumentIndex};
use crate::model::site::Site;
use crate::model::stage::Stage;

/// The first day on which a site built then would differ from one built today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextChange {
    pub day: Date,
    pub cause: Cause,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// 掲載日 comes.
    Published(DocumentIndex),
    /// Another stage begins, or none.
    Stage(DocumentIndex, Option<Stage>),
    /// One of several times begins or is over, or one of something that was cancelled; the stage stays.
    Time(DocumentIndex),
    /// 掲載終了 is over.
    Expired(DocumentIndex),
    /// The list of holidays ends, and with it what is repeated without an end.
    CalendarEnds,
}

impl Site {
    /// What changes next; of several things on one day the first in the order of manuscripts. `None` when nothing is ahead.
    ///
    /// Between two changes a site is the same to the byte, so a scheduler has to build on these days only.
    pub fn next_change(&self) -> Option<NextChange> {
        let documents = self.documents();
        let of_documents = documents.flat_map(|(index, document)| self.of(index, document));
        let ends = self.calendar_end().map(|day| NextChange {
            day,
            cause: Cause::CalendarEnds,
        });
        of_documents.chain(ends).min_by_key(|change| change.day)
    }

    fn of(&self, index: DocumentIndex, document: &Document) -> Vec<NextChange> {
        let change = |day, cause| NextChange { day, cause };
        if !document.public {
            let published = document.published();
            let published = published.map(|day| change(day, Cause::Published(index)));
            return published.into_iter().collect();
        }
        let stage = document.stage_days_ahead(self.today).next();
        let expires = document.facets.expires.as_ref();
        let leaves = expires.and_then(|last| last.value.next());
        let leaves = leaves.filter(|day| *day > self.today);
        let stage = stage.map(|(day, stage)| change(day, Cause::Stage(index, stage)));
        let leaves = leaves.map(|day| change(day, Cause::Expired(index)));
        let time = next_turn(document, self.today).map(|day| change(day, Cause::Time(index)));
        // Of changes on one day the first is named, and a stage says more than a time.
        stage.into_iter().chain(time).chain(leaves).collect()
    }

    /// The day after the last one to which calendars reach, where it matters.
    fn calendar_end(&self) -> Option<Date> {
        let reach = self.holidays.reach(self.today);
        let goes_on = |document: &Document| {
            let mut sessions = document.facets.sessions.iter();
            sessions.any(|session| {
                let repeat = session.when.repeat();
                repeat.is_some_and(|repeat| repeat.until != Some(repeat.end(reach)))
            })
        };
        let is_any = self
            .documents
            .iter()
            .any(|document| document.public && goes_on(document));
        is_any.then(|| reach.next()).flatten()
    }
}

/// The first day after `today` on which a time begins or is over. Of what was cancelled, postponed or full nobody is told that it begins.
fn next_turn(document: &Document, today: Date) -> Option<Date> {
    let begins = document.facets.state.is_none();
    let turns = document.occurrences.iter().flat_map(|time| {
        let first = begins.then_some(time.first);
        first.into_iter().chain(time.last.next())
    });
    turns.filter(|day| *day > today).min()
}
