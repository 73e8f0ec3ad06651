//! `contact-incomplete`: somebody to ask who can be reached by neither phone, fax nor mail.
//!
//! Why: a name alone helps nobody, and pages must offer help in a way people can use (WCAG 2.2 SC 3.2.6; domain §3.4 G `contact-incomplete`).
//!
//! Bad: `- {name: 北区役所 保健福祉課}`. Good: `- {name: 北区役所 保健福祉課, phone: 06-0000-0101}`.

use crate::checks::{Input, at};
use crate::diag::{Diagnostic, Where};
use crate::model::document::Document;
use crate::model::ward::Contact;
use crate::text::span::SourceId;

/// Contacts of the settings are reported once where they are written, however many documents show them.
pub fn check(input: &Input) -> Vec<Diagnostic> {
    let settings = &input.site.settings;
    let of_city = settings.contacts.iter().map(|one| (settings.source, one));
    let of_wards = input.site.wards.iter().flat_map(|ward| {
        let contacts = ward.contacts.iter().chain(&ward.desk);
        contacts.map(|contact| (ward.source, contact))
    });
    let known: Vec<(SourceId, &Contact)> = of_city.chain(of_wards).collect();
    let in_settings = known.iter().filter(|(_, contact)| !is_reachable(contact));
    let in_settings = in_settings.map(|(source, contact)| {
        let name = contact.name.as_str();
        diagnostic(input.find_in_file(*source, name), name)
    });
    let documents = input.site.documents.iter();
    let in_documents = documents.filter_map(|document| {
        let contact = document.contact.as_ref()?;
        let is_known = known.iter().any(|(_, known)| *known == contact);
        let fine = is_reachable(contact) || is_known;
        (!fine).then(|| diagnostic(line_of_contact(document), contact.name.as_str()))
    });
    in_settings.chain(in_documents).collect()
}

fn is_reachable(contact: &Contact) -> bool {
    contact.phone.is_some() || contact.fax.is_some() || contact.email.is_some()
}

fn line_of_contact(document: &Document) -> Where {
    let name = document.facets.contact.name.as_ref();
    name.map_or(Where::File(document.source), |name| {
        at(document.source, name.span)
    })
}

fn diagnostic(place: Where, name: &str) -> Diagnostic {
    Diagnostic::error(
        "contact-incomplete",
        place,
        "問い合わせ先に連絡のしかたがありません",
    )
    .label("電話もファクスもメールもありません")
    .help(format!(
        "「{name}」に、電話番号かファクス番号かメールアドレスのどれかを書き足してください。例：「06-0000-0000」。"
    ))
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::{Sample, contact};

    #[test]
    fn a_contact_nobody_can_reach_is_reported_once_where_it_is_written() {
        let mut sample = Sample::new();
        let unreachable = contact("北区役所 福祉係", None);
        sample.texts[1] = "contacts: [{name: 北区役所 福祉係}]".into();
        sample.site.wards[0].contacts.push(unreachable.clone());
        for name in ["notices/2026-11-01-a", "notices/2026-11-01-b"] {
            sample.add(
                name,
                "題名\n問い合わせ先: 北区役所 福祉係",
                |draft| {
                    draft.document.contact = Some(unreachable.clone());
                },
            );
        }
        assert_eq!(sample.marked(Rule::Site(super::check)), ["北区役所 福祉係"]);
    }

    #[test]
    fn a_contact_of_one_document_is_marked_there() {
        let mut sample = Sample::new();
        let text = "題名\n問い合わせ先: 実行委員会";
        sample.add("notices/2026-11-01-a", text, |draft| {
            draft.document.contact = Some(contact("実行委員会", None));
            draft.document.facets.contact.name = Some(draft.words("実行委員会"));
        });
        sample.add("notices/2026-11-01-b", text, |draft| {
            draft.document.contact = Some(contact("実行委員会", Some("06-0000-0109")));
        });
        assert_eq!(sample.marked(Rule::Site(super::check)), ["実行委員会"]);
    }
}
