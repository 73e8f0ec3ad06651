//! The calendar of every place.

use crate::model::calendar::Calendar;
use crate::model::field::Facet;
use crate::model::site::{ListKey, Site};
use crate::model::ward::Place;

/// Fills `Site::calendars` from the lists, so that what is not listed is in no calendar either.
pub fn fill(site: &mut Site) {
    site.calendars = site.places().map(|place| calendar(site, place)).collect();
}

fn calendar(site: &Site, place: Place) -> Calendar {
    let kinds = place.kinds().filter(|kind| kind.has(Facet::Schedule));
    let listed = kinds.flat_map(|kind| site.list(ListKey::at(place, kind)));
    Calendar::new(listed.map(|index| (*index, site.document(*index))))
}
