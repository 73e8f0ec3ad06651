//! Feeds (Atom, RFC 4287): what is new in the city, in a ward, and of each kind, for programs that tell their readers.
//!
//! There is a feed wherever there is a list, also an empty one: whoever waits for the first lecture of a ward is not turned away.
//! Invariant: the bytes depend on documents and settings only; the day of the build decides which documents are public, nothing else.
//! Invariant: what is not allowed in XML 1.0 is in no feed.

use std::collections::BTreeMap;
use std::sync::Arc;

use atom_syndication as atom;
use rayon::prelude::*;
use serde::Serialize;

use crate::model::address::{Address, OutputPath, media_type};
use crate::model::date::Date;
use crate::model::document::DocumentIndex;
use crate::model::site::Site;
use crate::model::ward::Place;
use crate::outputs::frame::Frame;
use crate::outputs::{Fingerprint, Job, Make};
use crate::present::syndicated::{Article, Channel, article};
use crate::text::escape::escape_into;
use crate::theme::digest_of;

/// A program that asks once a week misses nothing while fewer documents change in that week.
const ENTRIES: usize = 50;

/// One ward writes a few documents of a kind a month; its feeds are most of all feeds, and all full texts weigh something.
const ENTRIES_OF_A_WARDS_KIND: usize = 20;

/// Newest first.
type Entries = Vec<(Date, DocumentIndex)>;

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let site = &frame.site;
    let feeds = feeds(site);
    let digests = digests(site, &feeds);
    let job = |(channel, entries): (Channel, Entries)| {
        let path = channel.address(site).output();
        (path, job(frame, channel, entries, &digests))
    };
    feeds.into_iter().map(job).collect()
}

fn job(frame: &Arc<Frame>, channel: Channel, entries: Entries, digests: &Digests) -> Job {
    let mut hasher = blake3::Hasher::new();
    // A later version may write the same values otherwise.
    hasher.update(&digest_of(&env!("CARGO_PKG_VERSION")));
    hasher.update(&digest_of(&Head::new(frame, channel, &entries)));
    for (day, index) in &entries {
        hasher.update(day.iso().as_bytes());
        hasher.update(&digests[&(channel.place, *index)]);
    }
    let frame = Arc::clone(frame);
    Job {
        fingerprint: *hasher.finalize().as_bytes(),
        template: None,
        make: Make::Bytes(Box::new(move || bytes(&frame, channel, &entries))),
    }
}

/// Every feed with its entries, in one walk over the documents.
fn feeds(site: &Site) -> BTreeMap<Channel, Entries> {
    let mut feeds = BTreeMap::new();
    for place in site.places() {
        let kinds = place.kinds().map(Some);
        for kind in std::iter::once(None).chain(kinds) {
            feeds.insert(Channel { place, kind }, Entries::new());
        }
    }
    for (day, index) in newest(site) {
        let document = site.document(index);
        let wards = document.shown_in.iter().copied();
        let places = wards.filter(|place| *place != Place::City);
        for place in std::iter::once(Place::City).chain(places) {
            for kind in [None, Some(document.kind)] {
                let limit = match (place, kind) {
                    (Place::Ward(_), Some(_)) => ENTRIES_OF_A_WARDS_KIND,
                    (Place::Ward(_), None) | (Place::City, _) => ENTRIES,
                };
                let entries = feeds.entry(Channel { place, kind }).or_default();
                if entries.len() < limit {
                    entries.push((day, index));
                }
            }
        }
    }
    feeds
}

/// The documents readers may be told of, by the day they last changed, then by address.
fn newest(site: &Site) -> Entries {
    let public = site
        .documents()
        .filter(|(_, document)| document.public && !document.has_left());
    let mut newest: Entries = public
        .filter_map(|(index, document)| Some((document.changed()?, index)))
        .collect();
    newest.sort_by_cached_key(|(day, index)| {
        let document = site.document(*index);
        let address = site.own_address(document);
        (std::cmp::Reverse(*day), address)
    });
    newest
}

type Digests = BTreeMap<(Place, DocumentIndex), Fingerprint>;

/// The hash of each document in each place that tells of it, though it stand in two feeds there.
fn digests(site: &Site, feeds: &BTreeMap<Channel, Entries>) -> Digests {
    let told = |(channel, entries): (&Channel, &Entries)| {
        let place = channel.place;
        let told = entries.iter().map(move |(_, index)| (place, *index));
        told.collect::<Vec<_>>()
    };
    let mut told: Vec<(Place, DocumentIndex)> = feeds.iter().flat_map(told).collect();
    told.sort_unstable();
    told.dedup();
    told.into_par_iter()
        .map(|(place, index)| {
            let article = article(site, site.document(index), place);
            ((place, index), digest_of(&article))
        })
        .collect()
}

/// What a feed says of itself.
#[derive(Serialize)]
struct Head {
    id: String,
    title: String,
    subtitle: Option<String>,
    author: String,
    rights: Option<String>,
    /// The day of the newest entry; of an empty feed the day before which nothing can have changed.
    updated: String,
    page: String,
    address: String,
    /// How it looks to people who open it in a browser, where the theme says so.
    stylesheet: Option<String>,
}

/// The file of a theme that says how feeds look.
const STYLESHEET: &str = "feed.css";

impl Head {
    fn new(frame: &Frame, channel: Channel, entries: &Entries) -> Self {
        let site = &frame.site;
        let settings = &site.settings;
        let address = channel.address(site);
        let newest = entries.first().map(|(day, _)| *day);
        let tagline = settings.tagline.as_ref().map(ToString::to_string);
        Self {
            id: settings.identity.tag(&address),
            title: channel.title(site),
            subtitle: channel.kind.map(|kind| kind.intro.to_owned()).or(tagline),
            author: site.office_name(channel.place).to_string(),
            rights: settings
                .licence
                .as_ref()
                .map(|licence| format!("このサイトの文章は {licence} の条件で利用できます。")),
            updated: newest
                .unwrap_or_else(|| settings.identity.first_day())
                .iso(),
            page: site.absolute(&channel.page(site)),
            address: site.absolute(&address),
            stylesheet: frame
                .theme
                .static_files()
                .any(|(path, _)| path.as_str() == STYLESHEET)
                .then(|| site.href(&Address::page(&[]).file(STYLESHEET))),
        }
    }
}

/// The file. It names no program that made it, as a new version would then change every feed and tell its readers nothing.
fn bytes(frame: &Frame, channel: Channel, entries: &Entries) -> Result<Vec<u8>, String> {
    let site = &frame.site;
    let head = Head::new(frame, channel, entries);
    let entry = |(day, index): &(Date, DocumentIndex)| {
        let document = site.document(*index);
        let article = article(site, document, channel.place);
        entry(&article, document.published(), *day)
    };
    let feed = atom::Feed {
        title: head.title.into(),
        subtitle: head.subtitle.map(Into::into),
        updated: midnight(&head.updated)?,
        authors: vec![person(head.author)],
        rights: head.rights.map(Into::into),
        links: vec![
            link("self", head.address, "application/atom+xml"),
            page_link(head.page),
        ],
        entries: entries.iter().map(entry).collect::<Result<_, _>>()?,
        id: head.id,
        lang: Some("ja".to_owned()),
        ..atom::Feed::default()
    };
    // Each element on a line of its own, so that people too can see what has changed.
    let layout = atom::WriteConfig {
        write_document_declaration: false,
        indent_size: Some(0),
    };
    let start = declarations(head.stylesheet.as_deref()).into_bytes();
    let file = feed.write_with_config(start, layout).ok();
    let text = file.and_then(|file| String::from_utf8(file).ok());
    let mut text = text.ok_or("フィードを組み立てられませんでした。")?;
    text.push('\n');
    Ok(allowed(text).into_bytes())
}

/// What stands before the feed; the library has no word for style sheets (Associating Style Sheets with XML documents 1.0).
fn declarations(stylesheet: Option<&str>) -> String {
    let mut start = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    if let Some(href) = stylesheet {
        start.push_str("<?xml-stylesheet type=\"text/css\" href=\"");
        escape_into(href, &mut start);
        start.push_str("\"?>\n");
    }
    start
}

fn entry(article: &Article, published: Option<Date>, updated: Date) -> Result<atom::Entry, String> {
    let published = published.map(|day| midnight(&day.iso())).transpose()?;
    let files = article.files.iter().map(|file| atom::Link {
        title: Some(file.label.clone()),
        length: Some(file.bytes.to_string()),
        ..link("enclosure", file.href.clone(), media_type(&file.name))
    });
    let labels = article.labels.iter().map(|label| atom::Category {
        term: label.term.clone(),
        scheme: Some(label.scheme.clone()),
        label: Some(label.label.clone()),
    });
    Ok(atom::Entry {
        title: article.title.as_str().into(),
        id: article.id.clone(),
        updated: midnight(&updated.iso())?,
        published,
        authors: vec![person(article.author.clone())],
        categories: labels.collect(),
        links: std::iter::once(page_link(article.href.clone()))
            .chain(files)
            .collect(),
        summary: article.summary.as_deref().map(Into::into),
        content: Some(atom::Content {
            value: Some(article.html()),
            content_type: Some("html".to_owned()),
            ..atom::Content::default()
        }),
        ..atom::Entry::default()
    })
}

fn person(name: String) -> atom::Person {
    atom::Person {
        name,
        ..atom::Person::default()
    }
}

fn page_link(href: String) -> atom::Link {
    atom::Link {
        hreflang: Some("ja".to_owned()),
        ..link("alternate", href, "text/html")
    }
}

/// The media type goes without its parameters, as nobody has said in which encoding a file was written.
fn link(rel: &str, href: String, media_type: &str) -> atom::Link {
    let (media_type, _) = media_type.split_once(';').unwrap_or((media_type, ""));
    atom::Link {
        href,
        rel: rel.to_owned(),
        mime_type: Some(media_type.to_owned()),
        ..atom::Link::default()
    }
}

/// The beginning of a day in Tokyo, as manuscripts know days and no hours.
fn midnight(day: &str) -> Result<atom::FixedDateTime, String> {
    let moment = format!("{day}T00:00:00+09:00").parse();
    moment.map_err(|_| format!("フィードに書けない日付です（{day}）。"))
}

/// `text` without the characters that XML 1.0 knows no way to write (section 2.2); programs would refuse the whole feed for one.
fn allowed(mut text: String) -> String {
    let is_allowed = |sign: char| match sign {
        '\t' | '\n' | '\r' => true,
        sign => sign >= ' ' && !matches!(sign, '\u{FFFE}' | '\u{FFFF}'),
    };
    if !text.chars().all(is_allowed) {
        text.retain(is_allowed);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::allowed;

    #[test]
    fn characters_that_xml_cannot_write_are_left_out() {
        let spoilt = "講\u{0}演\u{b}会\u{1b}\u{fffe}\u{ffff}\n\t\u{85}𠮷\u{e000}";
        assert_eq!(allowed(spoilt.to_owned()), "講演会\n\t\u{85}𠮷\u{e000}");
    }
}
