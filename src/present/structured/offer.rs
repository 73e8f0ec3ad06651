//! What it costs to take part, and until when one can say that one wants to.

use crate::model::document::Document;
use crate::model::facet::{Moment, State};
use crate::model::site::Site;
use crate::model::stage::Stage;
use crate::present::structured::event::instant;
use crate::present::structured::node::Node;

/// `None` where the manuscript gives no amount. The category is what Google asks of courses.
pub fn offer(site: &Site, document: &Document, url: &str) -> Option<Node> {
    let facets = &document.facets;
    let price = facets.fee.as_ref().and_then(|fee| fee.value.yen)?;
    let apply = &facets.application;
    let at = apply.url.as_ref().map_or(url, |form| form.value.as_str());
    let opens = apply.opens.as_ref().map(|moment| day_or_time(moment.value));
    let closes = apply
        .deadline
        .as_ref()
        .map(|moment| day_or_time(moment.value));
    let offer = Node::new("Offer")
        .with("price", price)
        .with("priceCurrency", "JPY")
        .with("category", if price == 0 { "Free" } else { "Paid" })
        .with("url", at)
        .with_known("availability", availability(site, document))
        .with_known("validFrom", opens)
        .with_known("validThrough", closes);
    Some(offer)
}

/// Only what is sure: that there are no places left, and that one can apply today.
fn availability(site: &Site, document: &Document) -> Option<&'static str> {
    match Stage::on(document, site.today)? {
        Stage::Said(State::Full) => Some("https://schema.org/SoldOut"),
        Stage::Open | Stage::ClosingSoon => Some("https://schema.org/InStock"),
        Stage::NotYetOpen
        | Stage::Closed
        | Stage::Running
        | Stage::Ended
        | Stage::Said(State::Cancelled | State::Postponed) => None,
    }
}

fn day_or_time(moment: Moment) -> String {
    let clock = moment.clock;
    clock.map_or_else(|| moment.date.iso(), |clock| instant((moment.date, clock)))
}
