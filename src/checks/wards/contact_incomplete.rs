//! `contact-incomplete`: whom to ask, without hours or with nothing but a fax number.
//!
//! Osaka's pages end with the section in charge, its numbers and its hours (domain §3.4 G `contact-incomplete`). Who has no fax machine
//! cannot ask, and who calls when nobody is there does not know it.

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity, Where};
use crate::model::document::Document;
use crate::model::names::Text;
use crate::model::ward::Contact;
use crate::text::span::{SourceId, Span};

pub const ROW: CheckRow = CheckRow {
    code: "contact-incomplete",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Site(check)),
    detects: "受付時間のない問い合わせ先と、ファクスの番号だけの問い合わせ先を見つけます。",
    why: "受付時間が分からないと、だれもいない時間に電話をかけることになります。ファクスのない人は、電話かメールがないと尋ねられません。",
    source: "",
    bad: &[
        "---\n題名: 年末年始の窓口のお知らせ\n問い合わせ先: 北区役所 講演会の受付\nファクス: 06-0000-0301\n---\n本文です。\n",
    ],
    good: &[
        "---\n題名: 年末年始の窓口のお知らせ\n問い合わせ先: 北区役所 講演会の受付\n電話: 06-0000-0101\nファクス: 06-0000-0301\n---\n本文です。\n",
        "---\n題名: 年末年始の窓口のお知らせ\n問い合わせ先: 北区役所 講演会の受付\nファクス: 06-0000-0301\nメール: kita-uketsuke@example.jp\n---\n本文です。\n",
        "---\n題名: 年末年始の窓口のお知らせ\n---\n本文です。\n",
    ],
};

fn check(input: &Input) -> Vec<Diagnostic> {
    let settings = &input.site.settings;
    let city = settings.contacts.iter();
    let city = city.map(|contact| (settings.source, contact, None));
    let wards = input.site.wards.iter().flat_map(|ward| {
        let desk = ward.desk.as_ref().map(|desk| &desk.contact);
        let contacts = ward.contacts.iter().chain(desk);
        contacts.map(|contact| (ward.source, contact, ward.hours.as_ref()))
    });
    let places = city.chain(wards);
    let of_places =
        places.filter_map(|(source, contact, hours)| of_place(input, source, contact, hours));
    let documents = input.site.documents.iter();
    of_places.chain(documents.filter_map(of_document)).collect()
}

/// A contact of `ward.yaml` or `site.yaml`; the hours of the office stand for those of its sections.
fn of_place(
    input: &Input,
    source: SourceId,
    contact: &Contact,
    office_hours: Option<&Text>,
) -> Option<Diagnostic> {
    let whole = Span::new(0..input.text(source).len());
    let place = at(source, input.find(source, whole, contact.name.as_str()));
    if is_only_fax(contact) {
        return Some(only_fax(place));
    }
    let has_hours = contact.hours.as_ref().or(office_hours).is_some();
    let found = Diagnostic::warning("contact-incomplete", place, "受付時間がありません")
        .label("いつ電話をかけられるかが分かりません")
        .help("「hours: 平日 9時から17時30分まで」のように書いてください。");
    (!has_hours).then_some(found)
}

/// A number that a manuscript gives itself.
fn of_document(document: &Document) -> Option<Diagnostic> {
    let line = &document.facets.contact;
    let fax = line.fax.as_ref()?;
    let contact = document.contact.as_ref()?;
    is_only_fax(contact).then(|| only_fax(at(document.source, fax.span)))
}

fn is_only_fax(contact: &Contact) -> bool {
    contact.fax.is_some() && contact.phone.is_none() && contact.email.is_none()
}

fn only_fax(place: Where) -> Diagnostic {
    let title = "ファクスの番号だけの問い合わせ先です";
    Diagnostic::warning("contact-incomplete", place, title)
        .label("ファクスのない人は尋ねられません")
        .help("電話番号かメールアドレスも書いてください。")
}
