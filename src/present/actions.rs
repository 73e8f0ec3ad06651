//! What a reader of something that is still to come can do at once.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::model::document::Document;
use crate::model::facet::State;
use crate::model::site::Site;
use crate::model::stage::Stage;
use crate::model::ward::Contact;
use crate::present::wording;
use crate::theme::view::{ActionsView, LinkView};

/// Ways to keep the day, to apply and to ask; `None` for what is over, cancelled, or does not take place at all.
pub fn actions(site: &Site, document: &Document, contact: &Contact) -> Option<ActionsView> {
    let facets = &document.facets;
    let is_cancelled = document.state() == Some(State::Cancelled);
    if is_cancelled || !document.is_ahead(site.today) {
        return None;
    }
    let contact_view = wording::contact(contact);
    let form = facets.application.url.as_ref();
    Some(ActionsView {
        calendar: (!document.occurrences.is_empty()).then(|| site.href(&site.event_file(document))),
        form: form
            .filter(|_| can_apply(site, document))
            .map(|form| form.value.as_str().to_owned()),
        phone: contact_view.phone,
        email: contact_view.email.map(|email| LinkView {
            href: format!(
                "{}?subject={}",
                email.href,
                encoded(document.title.as_str())
            ),
            ..email
        }),
    })
}

/// Whether a form may still, or already, take what is sent: who opens one in vain has been led astray.
fn can_apply(site: &Site, document: &Document) -> bool {
    match Stage::on(document, site.today) {
        None | Some(Stage::Open | Stage::ClosingSoon | Stage::Said(State::Postponed)) => true,
        Some(
            Stage::NotYetOpen
            | Stage::Closed
            | Stage::Running
            | Stage::Ended
            | Stage::Said(State::Cancelled | State::Full),
        ) => false,
    }
}

/// As a value in a `mailto:` address (RFC 6068, section 2).
fn encoded(words: &str) -> String {
    utf8_percent_encode(words, NON_ALPHANUMERIC).to_string()
}
