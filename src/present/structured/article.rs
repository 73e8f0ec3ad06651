//! A text to read as an Article.

use crate::model::document::Document;
use crate::model::facet::Reference;
use crate::model::site::Site;
use crate::present::structured::node::Node;
use crate::present::structured::office::office;
use crate::present::structured::{canonical, marked};

/// 更新日 is when the text was changed; 確認日 only says that somebody read it again, which is something about the page.
pub fn article(site: &Site, document: &Document, description: &str) -> Node {
    let facets = &document.facets;
    let url = canonical(site, document);
    let reviewed = facets.reviewed.as_ref().map(|day| day.value.iso());
    let page = Node::new("WebPage")
        .with("@id", url.as_str())
        .with_known("lastReviewed", reviewed);
    let topics = document.topics.iter().map(|topic| site.topic(*topic));
    let publisher = office(site, document.place);
    Node::new("Article")
        .with("@id", format!("{url}#article"))
        .with("headline", marked(document.title.as_str(), facets.sample))
        .with("description", description)
        .with("url", url)
        .with("mainEntityOfPage", page)
        .with_known("datePublished", document.published().map(|day| day.iso()))
        .with_known(
            "dateModified",
            facets.updated.as_ref().map(|day| day.value.iso()),
        )
        .with("author", publisher.clone())
        .with("publisher", publisher)
        .with("inLanguage", "ja")
        .with("isAccessibleForFree", true)
        .with_each(
            "about",
            topics.map(|topic| Node::new("Thing").with("name", topic.name.as_str())),
        )
        .with_each(
            "citation",
            facets
                .references
                .iter()
                .map(|reference| citation(&reference.value)),
        )
}

pub(super) fn citation(reference: &Reference) -> Node {
    Node::new("CreativeWork")
        .with("name", reference.text.as_str())
        .with_known("url", reference.url.as_ref().map(|url| url.as_str()))
}
