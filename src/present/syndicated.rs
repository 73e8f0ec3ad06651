//! A document as readers' programs get it, away from its page: what a feed says of it, and the feeds themselves by name and address.
//!
//! Invariant: nothing here depends on the day the site is built for, so that a feed changes only when its documents do.
//! Invariant: an `Article` holds all that its HTML is made from, so that its hash cannot miss an input.

use serde::Serialize;

use crate::model::address::Address;
use crate::model::document::Document;
use crate::model::kind::Kind;
use crate::model::site::Site;
use crate::model::ward::Place;
use crate::present::portable::{Base, portable};
use crate::present::{cards, document as pages, facts, lesson, wording};
use crate::text::escape::escape_into;
use crate::theme::view::{
    AttachmentView, ContactView, FactLine, FactView, LinkView, ReferenceView, StateView,
};

/// Everything of a place, or what it has of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Channel {
    pub place: Place,
    pub kind: Option<Kind>,
}

impl Channel {
    /// `/kita/feed.xml`, `/kita/lectures/feed.xml`.
    pub fn address(self, site: &Site) -> Address {
        self.page(site).file("feed.xml")
    }

    /// The page whose news it carries.
    pub fn page(self, site: &Site) -> Address {
        match self.kind {
            Some(kind) => site.list_address(self.place, kind),
            None => site.top_address(self.place),
        }
    }

    /// `北区の講演会（大阪市の在宅医療と人生会議）`; with the name of the site, as readers have it among those of other sites.
    pub fn title(self, site: &Site) -> String {
        let title = site.settings.title.as_str();
        let mark = wording::sample_mark(site.settings.sample);
        let about = match (self.place, self.kind) {
            (Place::City, None) => return format!("{mark}{title}"),
            (Place::City, Some(kind)) => kind.label.to_owned(),
            (Place::Ward(_), None) => site.place_name(self.place).to_owned(),
            (Place::Ward(_), Some(kind)) => {
                format!("{}の{}", site.place_name(self.place), kind.label)
            }
        };
        format!("{mark}{about}（{title}）")
    }

    pub fn link(self, site: &Site) -> LinkView {
        LinkView {
            label: self.title(site),
            href: site.href(&self.address(site)),
        }
    }
}

/// A document in the words of a place.
#[derive(Serialize)]
pub struct Article {
    /// A tag URI; the same in every place.
    pub id: String,
    /// `【中止】【見本】講演会「…」（北区）`.
    pub title: String,
    /// The page of the reader's place, with scheme and host.
    pub href: String,
    /// `北区役所`.
    pub author: String,
    pub labels: Vec<Label>,
    pub files: Vec<File>,
    pub summary: Option<String>,
    origin: String,
    kind_label: String,
    state: Option<StateView>,
    sample: bool,
    facts: Vec<FactView>,
    body_html: String,
    references: Vec<ReferenceView>,
    contact: ContactView,
}

/// What an article belongs to: a kind, a ward, a topic.
#[derive(Serialize)]
pub struct Label {
    /// A tag URI of all labels of this sort.
    pub scheme: String,
    pub term: String,
    pub label: String,
}

/// An attachment that front matter lists.
#[derive(Serialize)]
pub struct File {
    /// With scheme and host.
    pub href: String,
    pub name: String,
    /// `申込書（PDF、545KB、2ページ）`.
    pub label: String,
    pub bytes: u64,
}

/// `document` for readers of `reader`.
pub fn article(site: &Site, document: &Document, reader: Place) -> Article {
    let place = site.nearest_place(document, reader);
    let facets = &document.facets;
    let identity = &site.settings.identity;
    Article {
        id: identity.tag(&site.own_address(document)),
        title: title(site, document, reader),
        href: site.absolute(&site.document_address(document, place)),
        author: site.office_name(document.place).to_string(),
        labels: labels(site, document),
        files: files(site, document),
        summary: facets
            .summary
            .as_ref()
            .map(|summary| summary.value.to_string()),
        origin: site.settings.base_url.origin.to_string(),
        kind_label: document.kind.label.to_owned(),
        state: cards::state(document),
        sample: facets.sample,
        facts: facts::facts(site, document),
        body_html: lesson::own_html(site, document, place),
        references: facets
            .references
            .iter()
            .map(|reference| pages::reference(&reference.value))
            .collect(),
        contact: wording::contact(site.contact(document, place)),
    }
}

/// The ward last, where titles of several wards stand together.
fn title(site: &Site, document: &Document, reader: Place) -> String {
    let title = wording::marked_title(document);
    match document.place {
        Place::Ward(ward) if reader == Place::City => {
            format!("{title}（{}）", site.ward(ward).name)
        }
        Place::Ward(_) | Place::City => title,
    }
}

fn labels(site: &Site, document: &Document) -> Vec<Label> {
    let label = |sort: &str, term: &str, label: &str| Label {
        scheme: site.settings.identity.tag(&Address::page(&[sort])),
        term: term.to_owned(),
        label: label.to_owned(),
    };
    let mut labels = vec![label("kinds", document.kind.id, document.kind.label)];
    if let Place::Ward(ward) = document.place {
        let ward = site.ward(ward);
        labels.push(label("wards", ward.id.as_str(), ward.name.as_str()));
    }
    let topics = document.topics.iter().map(|topic| site.topic(*topic));
    labels.extend(topics.map(|topic| label("topics", topic.id.as_str(), topic.name.as_str())));
    labels
}

fn files(site: &Site, document: &Document) -> Vec<File> {
    let folder = site.own_address(document);
    let file = |view: AttachmentView| {
        let mut files = document.attachments.iter();
        let file = files.find(|file| site.href(&folder.file(&file.name)) == view.href)?;
        Some(File {
            href: format!("{}{}", site.settings.base_url.origin, view.href),
            name: file.name.to_string(),
            label: format!("{}（{}）", view.label, pages::measures(file)),
            bytes: file.blob.bytes,
        })
    };
    let shown = pages::attachments(site, document).into_iter();
    shown.filter_map(file).collect()
}

impl Article {
    /// All of it in HTML for programs that know nothing of the site. What must be known comes first: the state, then when and where.
    pub fn html(&self) -> String {
        let mut html = String::with_capacity(self.body_html.len() + 1024);
        if let Some(state) = &self.state {
            let said = format!("この{}は{}になりました。", self.kind_label, state.label);
            tagged("p", &said, &mut html);
            if let Some(note) = &state.note {
                tagged("p", note, &mut html);
            }
        }
        if self.sample {
            let said = wording::SAMPLE;
            tagged("p", said, &mut html);
        }
        fact_list(&self.facts, &mut html);
        if let Some(summary) = &self.summary {
            tagged("p", summary, &mut html);
        }
        html.push_str(&self.body_html);
        let files = self
            .files
            .iter()
            .map(|file| (file.label.as_str(), Some(file.href.as_str())));
        list("添付ファイル", files, &mut html);
        let references = self
            .references
            .iter()
            .map(|reference| (reference.text.as_str(), reference.href.as_deref()));
        list("出典", references, &mut html);
        contact(&self.contact, &mut html);
        let base = Base {
            origin: &self.origin,
            page: &self.href,
        };
        portable(&html, base)
    }
}

fn tagged(tag: &str, words: &str, html: &mut String) {
    html.push_str(&format!("<{tag}>"));
    escape_into(words, html);
    html.push_str(&format!("</{tag}>\n"));
}

fn linked(words: &str, href: Option<&str>, html: &mut String) {
    let Some(href) = href else {
        return escape_into(words, html);
    };
    html.push_str("<a href=\"");
    escape_into(href, html);
    html.push_str("\">");
    escape_into(words, html);
    html.push_str("</a>");
}

fn fact_list(facts: &[FactView], html: &mut String) {
    if facts.is_empty() {
        return;
    }
    html.push_str("<dl>\n");
    for fact in facts {
        tagged("dt", &fact.label, html);
        for line in &fact.lines {
            html.push_str("<dd>");
            self::line(line, html);
            html.push_str("</dd>\n");
        }
    }
    html.push_str("</dl>\n");
}

fn line(line: &FactLine, html: &mut String) {
    if let Some(label) = &line.label {
        escape_into(label, html);
        html.push(' ');
    }
    linked(&line.text, line.href.as_deref(), html);
    if let Some(note) = &line.note {
        escape_into(&format!("（{note}）"), html);
    }
}

fn list<'a>(
    heading: &str,
    entries: impl ExactSizeIterator<Item = (&'a str, Option<&'a str>)>,
    html: &mut String,
) {
    if entries.len() == 0 {
        return;
    }
    tagged("h2", heading, html);
    html.push_str("<ul>\n");
    for (words, href) in entries {
        html.push_str("<li>");
        linked(words, href, html);
        html.push_str("</li>\n");
    }
    html.push_str("</ul>\n");
}

fn contact(contact: &ContactView, html: &mut String) {
    tagged("h2", "問い合わせ先", html);
    tagged("p", &contact.name, html);
    let ways = [("電話", &contact.phone), ("メール", &contact.email)];
    for (label, way) in ways {
        if let Some(way) = way {
            html.push_str(&format!("<p>{label} "));
            linked(&way.label, Some(&way.href), html);
            html.push_str("</p>\n");
        }
    }
    let lines = [
        ("ファクス", &contact.fax),
        ("受付時間", &contact.hours),
        ("", &contact.note),
    ];
    for (label, line) in lines {
        if let Some(line) = line {
            tagged("p", format!("{label} {line}").trim_start(), html);
        }
    }
}
