//! The page of a document.

use crate::model::body::{self, Body, Heading, Hole, Piece};
use crate::model::date::Date;
use crate::model::document::{Attachment, Document, DocumentIndex, Target};
use crate::model::field::Field;
use crate::model::lesson::{Parting, Sheet};
use crate::model::settings::Style;
use crate::model::site::{ListKey, Site};
use crate::model::ward::Place;
use crate::present::{actions, cards, facts, figures, lesson, stages, teaching, wording};
use crate::text::escape::escape_into;
use crate::theme::view::figures::FigureSection;
use crate::theme::view::{
    AttachmentView, ContentsView, DocumentPage, LabelledDay, LinkView, ReferenceView,
};

/// From how many headings on a page has a contents list.
const CONTENTS_FROM: usize = 3;

/// The neighbours of a document in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    pub previous: Option<DocumentIndex>,
    pub next: Option<DocumentIndex>,
}

/// The page of `document` in `place`, which is one of those it is shown in, with the figures of a yearly report.
pub fn page(
    site: &Site,
    document: &Document,
    place: Place,
    neighbours: Neighbours,
    figures: &[FigureSection],
) -> DocumentPage {
    let facets = &document.facets;
    let style = site.settings.style;
    let (has_ruby, has_terms) = lesson::marks(document, Sheet::Own);
    let neighbour = |index: DocumentIndex| {
        let other = site.document(index);
        LinkView {
            label: other.title.to_string(),
            href: site.href(&site.document_address(other, place)),
        }
    };
    DocumentPage {
        kind: document.kind.id.to_owned(),
        kind_label: document.kind.label.to_owned(),
        title: document.title.to_string(),
        summary_html: (!document.summary.is_empty())
            .then(|| body_html(site, &document.summary, &[], None, place)),
        sample: facets.sample,
        state: cards::state(document),
        stage: stages::sentence(site, document),
        expired: facets
            .expires
            .as_ref()
            .filter(|_| document.expired)
            .map(|day| wording::day(day.value, style)),
        dates: dates(document, style),
        facts: facts::facts(site, document),
        actions: actions::actions(site, document, site.contact(document, place)),
        contents: contents(document, figures),
        body_html: lesson::own_html(site, document, place),
        lesson: lesson::links(site, document),
        figures_file: (!figures.is_empty()).then(|| site.href(&site.report_file(document))),
        figures: figures.to_vec(),
        has_ruby: document.summary.has_ruby() || has_ruby,
        has_terms: document.summary.has_terms() || has_terms,
        attachments: attachments(site, document),
        files: None,
        editions: teaching::editions(site, document, place),
        flyer: None,
        references: facets
            .references
            .iter()
            .map(|reference| self::reference(&reference.value))
            .collect(),
        topics: topics(site, document),
        contact: wording::contact(site.contact(document, place)),
        previous: neighbours.previous.map(neighbour),
        next: neighbours.next.map(neighbour),
        list: list_link(site, document, place),
        original: (place != document.place).then(|| original_link(site, document)),
    }
}

fn topics(site: &Site, document: &Document) -> Vec<LinkView> {
    let topics = document.topics.iter();
    topics.map(|topic| topic_link(site, *topic)).collect()
}

fn list_link(site: &Site, document: &Document, place: Place) -> LinkView {
    let owner = match place {
        Place::City => String::new(),
        Place::Ward(ward) => format!("{}の", site.ward(ward).name),
    };
    LinkView {
        label: format!("{owner}{}", document.kind.label),
        href: site.href(&site.list_address(place, document.kind)),
    }
}

fn original_link(site: &Site, document: &Document) -> LinkView {
    LinkView {
        label: format!("{}のページを見る", site.place_name(document.place)),
        href: site.href(&site.own_address(document)),
    }
}

/// The neighbours in the list of the place, for the document at `position`.
pub fn neighbours(site: &Site, key: ListKey, position: usize) -> Neighbours {
    let list = site.list(key);
    Neighbours {
        previous: position
            .checked_sub(1)
            .and_then(|before| list.get(before))
            .copied(),
        next: list.get(position + 1).copied(),
    }
}

pub fn topic_link(site: &Site, topic: usize) -> LinkView {
    LinkView {
        label: site.topic(topic).name.to_string(),
        href: site.href(&site.topic_address(topic)),
    }
}

pub(super) fn dates(document: &Document, style: Style) -> Vec<LabelledDay> {
    let labelled = |label: &str, date: Option<Date>| {
        date.map(|date| LabelledDay {
            label: label.to_owned(),
            day: wording::day(date, style),
        })
    };
    let facets = &document.facets;
    let all = [
        labelled("掲載日", document.published()),
        labelled(
            Field::Updated.label(),
            facets.updated.as_ref().map(|day| day.value),
        ),
        labelled(
            Field::Reviewed.label(),
            facets.reviewed.as_ref().map(|day| day.value),
        ),
    ];
    all.into_iter().flatten().collect()
}

/// Headings of levels 2 and 3 as a tree of two levels.
fn contents(document: &Document, figures: &[FigureSection]) -> Vec<ContentsView> {
    let sheets = document.parting().map(Parting::sheets);
    let is_own = |heading: &&Heading| {
        let sheet = sheets.as_ref().map(|sheets| sheets(heading.span));
        sheet.is_none_or(|sheet| sheet == Sheet::Own)
    };
    let headings = document.body.headings.iter();
    let shown: Vec<&Heading> = headings
        .filter(|heading| (1..=3).contains(&heading.level))
        .filter(is_own)
        .collect();
    if shown.len() + figures.len() < CONTENTS_FROM {
        return Vec::new();
    }
    let mut tree: Vec<ContentsView> = Vec::new();
    for heading in shown {
        let entry = ContentsView {
            id: heading.id.to_string(),
            text: heading.text.to_string(),
            children: Vec::new(),
        };
        match tree.last_mut() {
            Some(parent) if heading.level == 3 => parent.children.push(entry),
            _ => tree.push(entry),
        }
    }
    tree.extend(figures.iter().map(section));
    tree
}

fn section(section: &FigureSection) -> ContentsView {
    let parts = section
        .parts
        .iter()
        .filter(|part| part.level == figures::LEVEL);
    let parts = parts.filter_map(|part| {
        Some(ContentsView {
            id: part.id.clone(),
            text: part.heading.clone()?,
            children: Vec::new(),
        })
    });
    ContentsView {
        id: section.id.clone(),
        text: section.heading.clone(),
        children: parts.collect(),
    }
}

pub(super) fn attachments(site: &Site, document: &Document) -> Vec<AttachmentView> {
    let listed = listed(document).into_iter();
    listed
        .map(|file| attachment(site, document, file))
        .collect()
}

pub(super) fn attachment(site: &Site, document: &Document, file: &Attachment) -> AttachmentView {
    let folder = site.own_address(document);
    AttachmentView {
        href: site.href(&folder.file(&file.name)),
        label: file.label.to_string(),
        format: format(file),
        size: wording::size(file.blob.bytes),
        pages: pages(file),
    }
}

/// The files that front matter names, in the order of the manuscript, not of the folder.
pub(super) fn listed(document: &Document) -> Vec<&Attachment> {
    let place_in_text = |name: &str| {
        document
            .facets
            .attachments
            .iter()
            .position(|line| line.value.file.as_str() == name)
    };
    let mut listed: Vec<_> = document
        .attachments
        .iter()
        .filter(|attachment| attachment.listed)
        .collect();
    listed.sort_by_key(|attachment| place_in_text(&attachment.name));
    listed
}

pub(super) fn reference(reference: &crate::model::facet::Reference) -> ReferenceView {
    ReferenceView {
        text: reference.text.to_string(),
        href: reference.url.as_ref().map(|url| url.as_str().to_owned()),
    }
}

/// The HTML of a text for readers in `place`: each link leads to the page of the reader's ward where there is one, and each word of
/// the glossary to its explanation.
pub fn body_html(
    site: &Site,
    body: &Body,
    targets: &[Target],
    document: Option<&Document>,
    place: Place,
) -> String {
    let reader = Reader {
        document,
        place,
        sheet: Sheet::Own,
    };
    pieces_html(site, &body.pieces, targets, reader)
}

/// Who reads a text: on which page of which document, in which place.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub document: Option<&'a Document>,
    pub place: Place,
    pub sheet: Sheet,
}

/// As `body_html`, for a part of a text.
pub fn pieces_html(
    site: &Site,
    pieces: &[Piece],
    targets: &[Target],
    reader: Reader<'_>,
) -> String {
    let document = reader.document;
    body::html(pieces, |hole, out| match hole {
        Hole::Target(link) => {
            if let Some(target) = targets.get(link) {
                escape_into(&href(site, target, reader), out);
            }
        }
        Hole::Word(word) => {
            if let Some(word) = site.words.get(word) {
                escape_into(&site.word_href(word), out);
            }
        }
        Hole::File(link) => {
            let target = targets.get(link);
            if let Some((_, file)) = target.and_then(|target| attached(site, target, document)) {
                escape_into(&format!("（{}）", measures(file)), out);
            }
        }
    })
}

/// The file a link leads to, with the document whose it is.
fn attached<'a>(
    site: &'a Site,
    target: &Target,
    document: Option<&'a Document>,
) -> Option<(&'a Document, &'a Attachment)> {
    let (owner, index) = match target {
        Target::Attachment(index) => (document?, *index),
        Target::File {
            document,
            attachment,
        } => (site.document(*document), *attachment),
        Target::External(_)
        | Target::Reach(_)
        | Target::Here { .. }
        | Target::Document { .. }
        | Target::Page { .. }
        | Target::Unpublished(_)
        | Target::Forbidden
        | Target::Broken => return None,
    };
    Some((owner, owner.attachments.get(index)?))
}

/// `PDF、545KB、2ページ`: what readers should know of a file before they open it.
pub(super) fn measures(file: &Attachment) -> String {
    let (format, size) = (format(file), wording::size(file.blob.bytes));
    let pages = pages(file).map_or(String::new(), |pages| format!("、{pages}"));
    format!("{format}、{size}{pages}")
}

fn pages(file: &Attachment) -> Option<String> {
    let pages = file.blob.pdf.as_ref()?.pages()?;
    Some(format!("{pages}ページ"))
}

/// What kind of file it is, as `PDF`.
fn format(file: &Attachment) -> String {
    let extension = file.name.rsplit_once('.');
    extension.map_or(String::new(), |(_, extension)| {
        extension.to_ascii_uppercase()
    })
}

fn href(site: &Site, target: &Target, reader: Reader<'_>) -> String {
    let with_anchor = |href: String, anchor: &Option<Box<str>>| match anchor {
        Some(anchor) => format!("{href}#{anchor}"),
        None => href,
    };
    match target {
        Target::External(url) => url.as_str().to_owned(),
        Target::Reach(reach) => reach.to_string(),
        Target::Here { anchor } => match reader.document.zip(away(reader, anchor)) {
            Some((document, sheet)) => {
                let address = site.sheet_address(document, reader.place, sheet);
                format!("{}#{anchor}", site.href(&address))
            }
            None => format!("#{anchor}"),
        },
        Target::Document { document, anchor } => {
            let other = site.document(*document);
            let parting = other.parting().zip(anchor.as_deref());
            let sheet = parting.and_then(|(parting, anchor)| parting.sheet_of(anchor));
            let address = site.sheet_address(other, reader.place, sheet.unwrap_or(Sheet::Own));
            with_anchor(site.href(&address), anchor)
        }
        Target::Page { address, anchor } => with_anchor(site.href(address), anchor),
        Target::Attachment(_) | Target::File { .. } => {
            let file = attached(site, target, reader.document);
            file.map_or_else(String::new, |(owner, file)| {
                let folder = site.own_address(owner);
                site.href(&folder.file(&file.name))
            })
        }
        Target::Unpublished(_) | Target::Forbidden | Target::Broken => String::new(),
    }
}

/// The page of a heading of the reader's document, where it is another one than the reader's.
fn away(reader: Reader<'_>, anchor: &str) -> Option<Sheet> {
    let sheet = reader.document?.parting()?.sheet_of(anchor);
    sheet.filter(|sheet| *sheet != reader.sheet)
}
