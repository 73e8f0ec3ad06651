//! What one teaches with as a LearningResource.

use crate::model::document::Document;
use crate::model::facet::Words;
use crate::model::site::Site;
use crate::model::teaching::Role;
use crate::present::structured::article::citation;
use crate::present::structured::node::{Node, Value};
use crate::present::structured::office::{office, organizers};
use crate::present::structured::{canonical, duration, marked};
use crate::present::teaching::{Licence, licence};

/// The material with what one learns by it. What its files are is said of those whose part is known.
pub fn material(site: &Site, document: &Document, description: &str) -> Node {
    let facets = &document.facets;
    let teaching = &facets.teaching;
    let url = canonical(site, document);
    let texts = |words: &[Words]| -> Vec<String> {
        words.iter().map(|word| word.value.to_string()).collect()
    };
    let audience = facets.audience.iter();
    let audience =
        audience.map(|words| Node::new("Audience").with("audienceType", words.value.as_str()));
    let minutes = teaching
        .duration
        .as_ref()
        .and_then(|taken| taken.value.minutes);
    let edition = teaching.edition.as_ref();
    let changed = facets.updated.as_ref();
    Node::new("LearningResource")
        .with("@id", format!("{url}#material"))
        .with("name", marked(document.title.as_str(), facets.sample))
        .with("description", description)
        .with("url", url)
        .with_each("learningResourceType", parts(document))
        .with_each("teaches", texts(&teaching.goals))
        .with_each("audience", audience)
        .with_known(
            "timeRequired",
            minutes.map(|minutes| duration(minutes.into())),
        )
        .with_known("version", edition.map(|edition| edition.value.to_string()))
        .with_known("license", licence(site, document).map(terms))
        .with_known("dateModified", changed.map(|day| day.value.iso()))
        .with_each("author", organizers(site, document))
        .with("publisher", office(site, document.place))
        .with("inLanguage", "ja")
        .with("isAccessibleForFree", true)
        .with_each(
            "citation",
            facets
                .references
                .iter()
                .map(|source| citation(&source.value)),
        )
}

/// スライド, 配布資料 … of which there is a file.
fn parts(document: &Document) -> impl Iterator<Item = &'static str> {
    let has = |role: &Role| {
        let mut files = document.attachments.iter();
        files.any(|file| file.listed && file.role == *role)
    };
    let named = Role::ALL.into_iter().filter(|role| *role != Role::Other);
    named.filter(has).map(Role::label)
}

/// The address of the terms, else their name.
fn terms(licence: Licence) -> Value {
    match licence.url {
        Some(url) => url.into(),
        None => Node::new("CreativeWork").with("name", licence.text).into(),
    }
}
