//! What is taught with: files by the part they play, editions, and what they may be used for.

use crate::model::blob::hex;
use crate::model::document::{Attachment, Document, DocumentIndex};
use crate::model::facet::Reference;
use crate::model::field::{Facet, Field};
use crate::model::paper::Paper;
use crate::model::site::Site;
use crate::model::teaching::Role;
use crate::model::ward::Place;
use crate::present::{document as pages, wording};
use crate::theme::view::teaching::{
    EditionsView, FileGroup, FilesView, OldEdition, PackView, SumView,
};
use crate::theme::view::{AttachmentView, LabelledDay, LinkView};

/// What a material may be used for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    pub text: String,
    pub url: Option<String>,
}

/// The terms of a material, or those of the site; `None` for other documents.
pub fn licence(site: &Site, document: &Document) -> Option<Licence> {
    if !document.kind.has(Facet::Edition) {
        return None;
    }
    let of_site = || {
        let name = site.settings.licence.as_ref()?;
        Some(Licence {
            text: name.to_string(),
            url: wording::licence_url(name.as_str()).map(str::to_owned),
        })
    };
    let own = document.facets.teaching.licence.as_ref();
    own.map(|own| terms(&own.value)).or_else(of_site)
}

fn terms(own: &Reference) -> Licence {
    let written = own.url.as_ref().map(|url| url.as_str());
    let url = written.or_else(|| wording::licence_url(own.text.as_str()));
    Licence {
        text: own.text.to_string(),
        url: url.map(str::to_owned),
    }
}

/// The files by the part they play and then in the order of the manuscript; those that only its text leads to stand last.
pub fn files(document: &Document) -> impl Iterator<Item = &Attachment> {
    let others = document.attachments.iter().filter(|file| !file.listed);
    by_role(document).into_iter().chain(others)
}

fn by_role(document: &Document) -> Vec<&Attachment> {
    let mut listed = pages::listed(document);
    listed.sort_by_key(|file| file.role);
    listed
}

/// A paper of a lesson that has been made, or is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed {
    pub paper: Paper,
    pub bytes: u64,
    pub pages: usize,
    pub sha256: [u8; 32],
}

/// A file of a lesson: one that lies beside it, or one that is printed of it.
enum File<'a> {
    Own(&'a Attachment),
    Printed(&'a Printed),
}

impl File<'_> {
    fn role(&self) -> Role {
        match self {
            Self::Own(file) => file.role,
            Self::Printed(printed) => printed.paper.role(),
        }
    }

    fn bytes(&self) -> u64 {
        match self {
            Self::Own(file) => file.blob.bytes,
            Self::Printed(printed) => printed.bytes,
        }
    }

    fn view(&self, site: &Site, document: &Document) -> AttachmentView {
        match self {
            Self::Own(file) => pages::attachment(site, document, file),
            Self::Printed(printed) => {
                let folder = site.own_address(document);
                AttachmentView {
                    href: site.href(&folder.file(printed.paper.file_name())),
                    label: printed.paper.label().to_owned(),
                    format: "PDF".to_owned(),
                    size: wording::size(printed.bytes),
                    pages: Some(format!("{}ページ", printed.pages)),
                }
            }
        }
    }

    fn sum(&self) -> SumView {
        let (name, sha256) = match self {
            Self::Own(file) => (file.name.to_string(), &file.blob.sha256),
            Self::Printed(printed) => (printed.paper.file_name().to_owned(), &printed.sha256),
        };
        SumView {
            name,
            sha256: hex(sha256),
        }
    }
}

/// `None` for what is not taught with, and where there are no files.
pub fn files_view(site: &Site, document: &Document, printed: &[Printed]) -> Option<FilesView> {
    if !document.kind.has(Facet::Teaching) {
        return None;
    }
    let own = by_role(document).into_iter().map(File::Own);
    let mut files: Vec<File<'_>> = printed.iter().map(File::Printed).chain(own).collect();
    files.sort_by_key(File::role);
    if files.is_empty() {
        return None;
    }
    let is_parted = files.iter().any(|file| file.role() != Role::Other);
    let group = |files: &[File<'_>]| {
        let role = files.first().filter(|_| is_parted).map(File::role);
        FileGroup {
            label: role.map(|role| role.label().to_owned()),
            files: files.iter().map(|file| file.view(site, document)).collect(),
        }
    };
    let groups = files.chunk_by(|one, next| one.role() == next.role());
    Some(FilesView {
        pack: document
            .has_pack(printed.len())
            .then(|| pack(site, document, printed)),
        groups: groups.map(group).collect(),
        sums: files.iter().map(File::sum).collect(),
    })
}

fn pack(site: &Site, document: &Document, printed: &[Printed]) -> PackView {
    let own = document.attachments.iter().map(File::Own);
    let files = own.chain(printed.iter().map(File::Printed));
    PackView {
        href: site.href(&site.pack_file(document)),
        size: wording::size(files.map(|file| file.bytes()).sum()),
        count: document.attachments.len() + printed.len(),
        sums: site.href(&site.sums_file(document)),
    }
}

/// The document that is the newest edition of a document, which may be itself.
pub fn newest<'a>(site: &'a Site, document: &'a Document) -> &'a Document {
    document
        .newest
        .map_or(document, |newest| site.document(newest))
}

/// `None` for what has no editions.
pub fn editions(site: &Site, document: &Document, place: Place) -> Option<EditionsView> {
    if !document.kind.has(Facet::Edition) {
        return None;
    }
    let newest = newest(site, document);
    let address = |other: &Document| site.document_address(other, site.nearest_place(other, place));
    let link = |_| LinkView {
        label: newest.title.to_string(),
        href: site.href(&address(newest)),
    };
    let old = |index: &DocumentIndex| {
        let old = site.document(*index);
        let label = edition(old).unwrap_or_else(|| old.title.to_string());
        OldEdition {
            href: site.href(&address(old)),
            label,
            dated: dated(site, old),
        }
    };
    Some(EditionsView {
        own: edition(document),
        newest: document.newest.map(link),
        newest_edition: edition(newest),
        address: site.absolute(&site.own_address(newest)),
        older: document.older.iter().map(old).collect(),
    })
}

fn edition(document: &Document) -> Option<String> {
    let edition = document.facets.teaching.edition.as_ref();
    edition.map(|edition| edition.value.to_string())
}

/// 更新日, or 確認日.
fn dated(site: &Site, document: &Document) -> Option<LabelledDay> {
    let facets = &document.facets;
    let updated = facets.updated.map(|day| (Field::Updated, day));
    let (field, day) = updated.or_else(|| facets.reviewed.map(|day| (Field::Reviewed, day)))?;
    Some(LabelledDay {
        label: field.label().to_owned(),
        day: wording::day(day.value, site.settings.style),
    })
}
