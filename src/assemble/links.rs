//! What the links of a text lead to: file paths and addresses become documents, pages and attachments.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

use crate::model::address::Address;
use crate::model::body::{Body, Link};
use crate::model::document::{Document, DocumentIndex, Target};
use crate::model::facet::Url;
use crate::model::site::Site;
use crate::source::Sources;
use crate::text::span::SourceId;

/// Fills in the targets of all documents and welcome texts.
pub fn resolve(site: &mut Site, sources: &Sources) {
    let index = Index::new(site, sources);
    let targets: Vec<Vec<Target>> = site
        .documents
        .iter()
        .map(|document| {
            index.targets(
                site,
                &document.body,
                sources.path(document.source),
                Some(document),
            )
        })
        .collect();
    let welcome = |welcome: &crate::model::ward::Welcome| {
        index.targets(site, &welcome.body, sources.path(welcome.source), None)
    };
    let city = site.welcome.as_ref().map(welcome);
    let wards: Vec<Option<Vec<Target>>> = site
        .wards
        .iter()
        .map(|ward| ward.welcome.as_ref().map(welcome))
        .collect();
    for (document, targets) in site.documents.iter_mut().zip(targets) {
        document.targets = targets;
    }
    if let (Some(welcome), Some(targets)) = (&mut site.welcome, city) {
        welcome.targets = targets;
    }
    for (ward, targets) in site.wards.iter_mut().zip(wards) {
        if let (Some(welcome), Some(targets)) = (&mut ward.welcome, targets) {
            welcome.targets = targets;
        }
    }
}

/// Where documents can be found.
struct Index<'a> {
    sources: &'a Sources,
    by_address: BTreeMap<Address, DocumentIndex>,
    by_source: BTreeMap<SourceId, DocumentIndex>,
}

impl<'a> Index<'a> {
    fn new(site: &Site, sources: &'a Sources) -> Self {
        let mut by_address = BTreeMap::new();
        for (index, document) in site.documents() {
            for place in &document.shown_in {
                by_address.insert(site.document_address(document, *place), index);
            }
        }
        let by_source = site
            .documents()
            .map(|(index, document)| (document.source, index))
            .collect();
        Self {
            sources,
            by_address,
            by_source,
        }
    }

    fn targets(
        &self,
        site: &Site,
        body: &Body,
        path: &str,
        document: Option<&Document>,
    ) -> Vec<Target> {
        let resolve = |link: &Link| self.target(site, link.target.trim(), path, document);
        body.links.iter().map(resolve).collect()
    }

    fn target(&self, site: &Site, raw: &str, path: &str, document: Option<&Document>) -> Target {
        let base = &site.settings.base_url;
        let own = raw
            .strip_prefix(&*base.origin)
            .and_then(|rest| rest.strip_prefix(base.path.trim_end_matches('/')));
        if let Some(address) = own.filter(|rest| rest.is_empty() || rest.starts_with('/')) {
            return self.internal(site, address);
        }
        if let Some(url) = Url::new(raw) {
            return Target::External(url);
        }
        if raw.starts_with("mailto:") || raw.starts_with("tel:") {
            return Target::Reach(raw.into());
        }
        if let Some(anchor) = raw.strip_prefix('#') {
            return Target::Here {
                anchor: decode(anchor).into(),
            };
        }
        if raw.starts_with('/') && !raw.starts_with("//") {
            return self.internal(site, raw);
        }
        let scheme = raw.split(['/', '?', '#']).next().unwrap_or_default();
        if scheme.contains([':', '\\']) || raw.starts_with("//") {
            return Target::Forbidden;
        }
        self.relative(site, raw, path, document)
    }

    /// An address of the site, `/kita/guides/start/#what`.
    fn internal(&self, site: &Site, raw: &str) -> Target {
        let (path, anchor) = split_anchor(raw);
        let parts: Vec<String> = path
            .split('/')
            .filter(|part| !part.is_empty())
            .map(decode)
            .collect();
        let mut parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        // The file that serves a page stands for the page, as servers have it.
        parts.pop_if(|last| *last == "index.html");
        let address = Address::page(&parts);
        if let Some(document) = self.by_address.get(&address) {
            return self.found(site, *document, anchor);
        }
        if site.is_page(&parts) {
            return Target::Page { address, anchor };
        }
        let Some((name, folder)) = parts.split_last() else {
            return Target::Broken;
        };
        if site.is_subscribed(folder, name) {
            let address = Address::page(folder).file(name);
            return Target::Page { address, anchor };
        }
        let owner = self.by_address.get(&Address::page(folder));
        let lesson = owner.map(|owner| (*owner, site.document(*owner)));
        if let Some((owner, lesson)) = lesson
            && let Some(address) = site.sheet_named(lesson, name)
        {
            return match lesson.public {
                true => Target::Page { address, anchor },
                false => Target::Unpublished(owner),
            };
        }
        let file = owner.and_then(|document| {
            let attachments = &site.document(*document).attachments;
            let attachment = attachments.iter().position(|file| &*file.name == *name)?;
            Some(Target::File {
                document: *document,
                attachment,
            })
        });
        file.unwrap_or(Target::Broken)
    }

    /// A file beside the manuscript: another manuscript or an attachment.
    fn relative(&self, site: &Site, raw: &str, path: &str, document: Option<&Document>) -> Target {
        let (file, anchor) = split_anchor(raw);
        let file = decode(file);
        let stem = path
            .trim_end_matches(".md")
            .rsplit('/')
            .next()
            .unwrap_or_default();
        if let Some(document) = document {
            let name = file.strip_prefix("./").unwrap_or(&file);
            let name = name
                .strip_prefix(stem)
                .and_then(|rest| rest.strip_prefix('/'))
                .unwrap_or(name);
            if let Some(index) = document
                .attachments
                .iter()
                .position(|attachment| &*attachment.name == name)
            {
                return Target::Attachment(index);
            }
        }
        let mut parts: Vec<&str> = path.split('/').collect();
        parts.pop();
        for part in file.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop();
                }
                part => parts.push(part),
            }
        }
        let wanted = parts.join("/");
        let found = self
            .sources
            .find(&wanted)
            .and_then(|source| self.by_source.get(&source));
        found.map_or(Target::Broken, |document| {
            self.found(site, *document, anchor)
        })
    }

    fn found(&self, site: &Site, document: DocumentIndex, anchor: Option<Box<str>>) -> Target {
        if site.document(document).public {
            Target::Document { document, anchor }
        } else {
            Target::Unpublished(document)
        }
    }
}

fn split_anchor(raw: &str) -> (&str, Option<Box<str>>) {
    let (path, anchor) = raw
        .split_once('#')
        .map_or((raw, None), |(path, anchor)| (path, Some(anchor)));
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    (
        path,
        anchor
            .filter(|anchor| !anchor.is_empty())
            .map(|anchor| decode(anchor).into()),
    )
}

/// Percent-encoding undone and the text in NFC, as names on disk are compared in NFC.
fn decode(part: &str) -> String {
    percent_decode_str(part).decode_utf8_lossy().nfc().collect()
}
