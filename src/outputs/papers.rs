//! What is printed of lessons, beside the pages of the documents. Pages and packs name these files with their sizes, so each is made once
//! at most, and only when somebody asks for it.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::model::address::OutputPath;
use crate::model::document::{Document, DocumentIndex};
use crate::model::paper::Paper;
use crate::model::site::Site;
use crate::outputs::frame::Frame;
use crate::outputs::{Fingerprint, Job, Make};
use crate::present::paper;
use crate::present::teaching::Printed;
use crate::theme::print::{Printer, Sheet};
use crate::theme::view::print::PaperView;

/// All papers of a site.
pub struct Papers {
    all: BTreeMap<(DocumentIndex, Paper), Known>,
}

/// What is known of a paper by now; pages of every ward ask for it.
#[derive(Default)]
struct Known {
    fingerprint: OnceLock<Fingerprint>,
    made: OnceLock<Result<Made, String>>,
}

/// A paper whose bytes are known.
pub struct Made {
    pub bytes: Vec<u8>,
    printed: Printed,
}

impl Papers {
    /// Nothing is made yet; without a printer there is nothing to make.
    pub fn new(site: &Site, printer: Option<&Printer>) -> Self {
        let lessons = site.documents().filter(|(_, document)| document.public);
        let of = |(index, document): (DocumentIndex, &Document)| {
            let papers = document.papers().into_iter();
            papers.map(move |paper| ((index, paper), Known::default()))
        };
        Self {
            all: match printer {
                Some(_) => lessons.flat_map(of).collect(),
                None => BTreeMap::new(),
            },
        }
    }

    /// Those of a document.
    pub fn of(&self, index: DocumentIndex) -> impl Iterator<Item = Paper> {
        let own = (index, Paper::Slides)..=(index, Paper::Record);
        self.all.range(own).map(|((_, paper), _)| *paper)
    }
}

impl Frame {
    /// A paper, which is made now where nobody asked for it before.
    ///
    /// # Errors
    /// A sentence about the theme for the person who builds.
    pub fn paper(&self, index: DocumentIndex, paper: Paper) -> Result<&Made, String> {
        let known = self.papers.all.get(&(index, paper));
        let known = known.ok_or("この教材には、印刷するものがありません。")?;
        let made = known.made.get_or_init(|| {
            let pdf = self.with(index, paper, Printer::pdf)??;
            let printed = Printed {
                paper,
                bytes: pdf.bytes.len() as u64,
                pages: pdf.pages,
                sha256: Sha256::digest(&pdf.bytes).into(),
            };
            Ok(Made {
                bytes: pdf.bytes,
                printed,
            })
        });
        made.as_ref().map_err(Clone::clone)
    }

    /// Of everything the bytes of a paper depend on.
    pub fn paper_fingerprint(&self, index: DocumentIndex, paper: Paper) -> Fingerprint {
        let digest = || self.with(index, paper, Printer::digest).unwrap_or_default();
        let known = self.papers.all.get(&(index, paper));
        known.map_or_else(Fingerprint::default, |known| {
            *known.fingerprint.get_or_init(digest)
        })
    }

    /// What is known of the papers of a document while nothing is made: what their bytes depend on stands for their sums.
    pub fn planned(&self, index: DocumentIndex) -> Vec<Printed> {
        let planned = |paper| Printed {
            paper,
            bytes: 0,
            pages: 0,
            sha256: self.paper_fingerprint(index, paper),
        };
        self.papers.of(index).map(planned).collect()
    }

    /// What is known of the papers of a document when they are made.
    ///
    /// # Errors
    /// As for `paper`.
    pub fn printed(&self, index: DocumentIndex) -> Result<Vec<Printed>, String> {
        let papers = self.papers.of(index);
        papers
            .map(|paper| Ok(self.paper(index, paper)?.printed))
            .collect()
    }

    fn with<T>(
        &self,
        index: DocumentIndex,
        paper: Paper,
        take: impl FnOnce(&Printer, &Sheet<'_, PaperView>) -> T,
    ) -> Result<T, String> {
        let printer = self
            .theme
            .printer()
            .ok_or("日本語のフォントがありません。")?;
        let document = self.site.document(index);
        let address = self.site.absolute(&self.site.own_address(document));
        let sheet = Sheet {
            name: paper::sheet(paper),
            address: &address,
            view: &paper::view(&self.site, document, paper),
        };
        Ok(take(printer, &sheet))
    }
}

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let papers: Vec<&(DocumentIndex, Paper)> = frame.papers.all.keys().collect();
    papers
        .into_par_iter()
        .map(|(index, paper)| {
            let (index, paper) = (*index, *paper);
            let site = &frame.site;
            let folder = site.own_address(site.document(index));
            let fingerprint = frame.paper_fingerprint(index, paper);
            let frame = Arc::clone(frame);
            let make = move || frame.paper(index, paper).map(|made| made.bytes.clone());
            let job = Job {
                fingerprint,
                template: None,
                make: Make::Bytes(Box::new(make)),
            };
            (folder.file(paper.file_name()).output(), job)
        })
        .collect()
}
