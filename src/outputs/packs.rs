//! All files of a training material in one ZIP, with a readme and the list of their SHA-256, beside its page.
//!
//! Here it is only said what goes in and under which names; `disk` makes the bytes, because files of the content are no bytes yet.
//! Invariant: a pack and its page name the same files in the same order.

use std::sync::Arc;

use crate::model::address::OutputPath;
use crate::model::blob::Blob;
use crate::model::date::Date;
use crate::model::document::{Attachment, Document, DocumentIndex};
use crate::model::teaching::edition_number;
use crate::outputs::frame::Frame;
use crate::outputs::{Fingerprint, Job, Make};
use crate::present::readme;
use crate::present::teaching::files;

/// What to read first, in Japanese, as those who get the pack look for it.
const README: &str = "お読みください.txt";

/// What goes into one ZIP.
pub struct Pack {
    /// The folder that everything in it lies in; ASCII.
    pub folder: Box<str>,
    /// The day that is the time of every file.
    pub day: Option<Date>,
    pub readme: Entry,
    /// In the order of the page.
    pub files: Vec<Entry>,
}

/// One file of a pack.
pub struct Entry {
    /// Its name in the folder.
    pub name: Box<str>,
    pub content: Content,
}

/// A pure function that makes the bytes of a file; the error is a sentence about the theme for the person who builds.
pub type Bytes = Arc<dyn Fn() -> Result<Vec<u8>, String> + Send + Sync>;

/// Where the bytes of an entry come from.
pub enum Content {
    /// A file of the content as it is.
    File(Blob),
    /// What is made for it, and a hash of all that its bytes depend on.
    Made {
        make: Bytes,
        fingerprint: Fingerprint,
    },
}

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let site = &frame.site;
    let mut jobs = Vec::new();
    for (index, document) in site.documents() {
        let papers = frame.papers.of(index).count();
        if !(document.public && document.has_pack(papers)) {
            continue;
        }
        let pack = Arc::new(pack(frame, index));
        let job = |fingerprint, make| Job {
            fingerprint,
            template: None,
            make,
        };
        let zip = job(pack.fingerprint(), Make::Pack(Arc::clone(&pack)));
        let sums = job(pack.fingerprint_of_files(), Make::Sums(pack));
        jobs.push((site.pack_file(document).output(), zip));
        jobs.push((site.sums_file(document).output(), sums));
    }
    jobs
}

fn pack(frame: &Arc<Frame>, index: DocumentIndex) -> Pack {
    let document = frame.site.document(index);
    let own = |file: &Attachment| Entry {
        name: file.name.clone(),
        content: Content::File(file.blob.clone()),
    };
    let papers = frame.papers.of(index).map(|paper| {
        let maker = Arc::clone(frame);
        Entry {
            name: paper.file_name().into(),
            content: Content::Made {
                make: Arc::new(move || maker.paper(index, paper).map(|made| made.bytes.clone())),
                fingerprint: frame.paper_fingerprint(index, paper),
            },
        }
    });
    Pack {
        folder: folder(document).into(),
        day: document.changed(),
        readme: readme(frame, index),
        files: papers.chain(files(document).map(own)).collect(),
    }
}

/// `shushi-eisei-check-ed2`: the name of a material and the number of its edition.
fn folder(document: &Document) -> String {
    let name = document.name.address_part();
    let edition = document.facets.teaching.edition.as_ref();
    match edition.and_then(|edition| edition_number(&edition.value)) {
        Some(number) => format!("{name}-ed{number}"),
        None => name,
    }
}

/// As bytes that Notepad of every Windows shows right: with a byte order mark, and with both signs of a line end.
fn readme(frame: &Arc<Frame>, index: DocumentIndex) -> Entry {
    let text = move |frame: &Frame| {
        let site = &frame.site;
        let text = readme::readme(
            site,
            site.document(index),
            &frame.papers.of(index).collect::<Vec<_>>(),
        );
        format!("\u{FEFF}{}", text.replace('\n', "\r\n")).into_bytes()
    };
    let fingerprint = *blake3::hash(&text(frame)).as_bytes();
    let frame = Arc::clone(frame);
    Entry {
        name: README.into(),
        content: Content::Made {
            make: Arc::new(move || Ok(text(&frame))),
            fingerprint,
        },
    }
}

impl Pack {
    fn fingerprint(&self) -> Fingerprint {
        let mut hash = blake3::Hasher::new();
        hash.update(self.folder.as_bytes());
        hash.update(self.day.map(Date::iso).unwrap_or_default().as_bytes());
        hash.update(&self.readme.fingerprint());
        hash.update(&self.fingerprint_of_files());
        *hash.finalize().as_bytes()
    }

    fn fingerprint_of_files(&self) -> Fingerprint {
        let mut hash = blake3::Hasher::new();
        // A later version may write the same files otherwise.
        hash.update(env!("CARGO_PKG_VERSION").as_bytes());
        for file in &self.files {
            hash.update(&file.fingerprint());
        }
        *hash.finalize().as_bytes()
    }
}

impl Entry {
    fn fingerprint(&self) -> Fingerprint {
        let mut hash = blake3::Hasher::new();
        hash.update(self.name.as_bytes());
        hash.update(match &self.content {
            Content::File(blob) => &blob.digest,
            Content::Made { fingerprint, .. } => fingerprint,
        });
        *hash.finalize().as_bytes()
    }
}
