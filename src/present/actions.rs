//! What a reader of something that is still to come can do at once.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::model::document::Document;
use crate::model::facet::State;
use crate::model::site::Site;
use crate::model::ward::Contact;
use crate::present::wording;
use crate::theme::view::{ActionsView, LinkView};

/// Ways to keep the day, to apply and to ask; `None` for what is over, cancelled, or does not take place at all.
pub fn actions(site: &Site, document: &Document, contact: &Contact) -> Option<ActionsView> {
    let facets = &document.facets;
    let is_cancelled = facets.state.as_ref().map(|state| state.value) == Some(State::Cancelled);
    if is_cancelled || !document.is_ahead(site.today) {
        return None;
    }
    let contact_view = wording::contact(contact);
    let form = facets.application.url.as_ref();
    Some(ActionsView {
        calendar: (!document.occurrences.is_empty()).then(|| site.href(&site.event_file(document))),
        form: form.map(|form| form.value.as_str().to_owned()),
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

/// As a value in a `mailto:` address (RFC 6068, section 2).
fn encoded(words: &str) -> String {
    utf8_percent_encode(words, NON_ALPHANUMERIC).to_string()
}
