//! How a place is doing: what its people would want to see before anyone else tells them.

use crate::model::date::Date;
use crate::model::document::DocumentIndex;
use crate::model::facet::State;
use crate::model::register::Register;
use crate::model::site::Site;
use crate::model::ward::{Place, WardIndex};

/// What a place has, what is coming, and what waits for somebody. Only its own documents count, not those of the city that it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub place: Place,
    /// Of what is public, the document that changed last and the day.
    pub updated: Option<(Date, DocumentIndex)>,
    /// What takes place next and when; today while it goes on.
    pub next: Option<(Date, DocumentIndex)>,
    /// Texts whose 確認日 is more than a year ago.
    pub stale: usize,
    /// Whether a ward has not said when its 相談支援室 is open.
    pub lacks_desk: bool,
    /// Registers of which a ward has no row but samples.
    pub lacks: Vec<Register>,
    /// Documents whose 掲載日 has not come.
    pub drafts: usize,
    /// Documents whose 掲載終了 is over.
    pub expired: usize,
}

impl Site {
    /// How the city and every ward are doing, in the order of places.
    pub fn standings(&self) -> Vec<Standing> {
        let mut standings: Vec<Standing> = self.places().map(|place| self.empty(place)).collect();
        for (index, document) in self.documents() {
            let standing = &mut standings[document.place.index()];
            if !document.public {
                standing.drafts += 1;
                continue;
            }
            if document.expired {
                standing.expired += 1;
            }
            let changed = document.changed().map(|day| (day, index));
            // Of two on one day the first in the order of manuscripts.
            if changed.map(|(day, _)| day) > standing.updated.map(|(day, _)| day) {
                standing.updated = changed;
            }
            let is_cancelled = document.state() == Some(State::Cancelled);
            let next = document.next_day(self.today).filter(|_| !is_cancelled);
            let is_sooner = |day: &Date| standing.next.is_none_or(|(sooner, _)| *day < sooner);
            if let Some(day) = next.filter(is_sooner) {
                standing.next = Some((day, index));
            }
            let reviewed = document.facets.reviewed.as_ref();
            let is_kept = document.newest.is_none();
            if is_kept && reviewed.is_some_and(|day| day.value.year_after() < self.today) {
                standing.stale += 1;
            }
        }
        standings
    }

    fn empty(&self, place: Place) -> Standing {
        let ward = match place {
            Place::City => None,
            Place::Ward(ward) => Some(ward),
        };
        let lacks = |ward: WardIndex| {
            Register::all().filter(move |register| {
                let roster = self.roster(*register, ward);
                roster.is_none_or(|roster| roster.real().next().is_none())
            })
        };
        Standing {
            place,
            updated: None,
            next: None,
            stale: 0,
            lacks_desk: ward.is_some_and(|ward| self.ward(ward).desk.is_none()),
            lacks: ward.into_iter().flat_map(lacks).collect(),
            drafts: 0,
            expired: 0,
        }
    }
}
