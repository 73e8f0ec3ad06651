//! `contact-missing`: a place without anybody to ask.
//!
//! Why: every page ends with whom to ask (JIS X 8341-3 and WCAG 2.2 SC 3.2.6; domain §3.4 G `contact-missing`).
//!
//! Bad: a `ward.yaml` without `contacts`. Good: `contacts: [{name: 北区役所 保健福祉課, phone: 06-0000-0101}]`.

use crate::checks::Input;
use crate::diag::{Diagnostic, Where};
use crate::text::span::SourceId;

pub fn check(input: &Input) -> Vec<Diagnostic> {
    let settings = &input.site.settings;
    let city = (
        settings.source,
        settings.contacts.as_slice(),
        settings.municipality.office.as_str(),
    );
    let wards = input.site.wards.iter();
    let wards = wards.map(|ward| (ward.source, ward.contacts.as_slice(), ward.office.as_str()));
    std::iter::once(city)
        .chain(wards)
        .filter(|(_, contacts, _)| contacts.is_empty())
        .map(|(source, _, office)| diagnostic(source, office))
        .collect()
}

fn diagnostic(source: SourceId, office: &str) -> Diagnostic {
    Diagnostic::error(
        "contact-missing",
        Where::File(source),
        "問い合わせ先が1つもありません",
    )
    .help(format!(
        "「contacts:」の次の行に「  - {{name: {office} 保健福祉課, phone: 市外局番からの電話番号}}」の形で書いてください。"
    ))
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::Sample;

    #[test]
    fn a_ward_without_contacts_is_reported_at_its_settings() {
        let mut sample = Sample::new();
        assert!(sample.found(Rule::Site(super::check)).is_empty());
        sample.site.wards[1].contacts.clear();
        assert_eq!(sample.marked(Rule::Site(super::check)), ["file 2"]);
    }
}
