//! `flyer.pdf` and `flyer.png` beside the page of every document that can be handed out, in every place that shows it.

use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use crate::model::address::OutputPath;
use crate::model::document::DocumentIndex;
use crate::model::flyer::{FLYER_FILES, FlyerDesign};
use crate::model::ward::Place;
use crate::outputs::frame::Frame;
use crate::outputs::{Job, Make};
use crate::present::flyer;
use crate::theme::print::{Printer, Sheet};
use crate::theme::view::print::FlyerView;

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let Some(printer) = frame.theme.printer() else {
        return Vec::new();
    };
    let site = &frame.site;
    let mut wanted: Vec<Flyer> = Vec::new();
    for (document, manuscript) in site.documents() {
        let Some(design) = manuscript.flyer().filter(|_| manuscript.public) else {
            continue;
        };
        let of_place = |place: &Place| Flyer {
            document,
            place: *place,
            design,
        };
        wanted.extend(manuscript.shown_in.iter().map(of_place));
    }
    wanted
        .par_iter()
        .flat_map_iter(|flyer| flyer.jobs(frame, printer))
        .collect()
}

/// One flyer to make.
#[derive(Clone, Copy)]
struct Flyer {
    document: DocumentIndex,
    place: Place,
    design: FlyerDesign,
}

/// The picture that was made together with the PDF, until it is asked for.
type Picture = Arc<Mutex<Option<Vec<u8>>>>;

impl Flyer {
    /// Both files come from setting the flyer once, where both are wanted: the one that is asked for first leaves the other.
    fn jobs(self, frame: &Arc<Frame>, printer: &Printer) -> [(OutputPath, Job); 2] {
        let site = &frame.site;
        let fingerprint = self.with(frame, |sheet| printer.digest(sheet));
        let folder = site.document_address(site.document(self.document), self.place);
        let [pdf_path, picture_path] = FLYER_FILES.map(|name| folder.file(name).output());
        let picture = Picture::default();
        let job = |make| Job {
            fingerprint,
            template: None,
            make: Make::Bytes(make),
        };
        let (of_pdf, left) = (Arc::clone(frame), Arc::clone(&picture));
        let pdf = job(Box::new(move || {
            // Whoever wants the picture meanwhile waits for it here.
            let mut left = left.lock().unwrap_or_else(PoisonError::into_inner);
            let (pdf, picture) = self.set(&of_pdf)?;
            *left = Some(picture);
            Ok(pdf)
        }));
        let of_picture = Arc::clone(frame);
        let picture = job(Box::new(move || {
            let left = picture
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .take();
            left.map_or_else(|| Ok(self.set(&of_picture)?.1), Ok)
        }));
        [(pdf_path, pdf), (picture_path, picture)]
    }

    /// The PDF and the picture.
    fn set(self, frame: &Frame) -> Result<(Vec<u8>, Vec<u8>), String> {
        let printer = frame
            .theme
            .printer()
            .ok_or("日本語のフォントがありません。")?;
        let (pdf, picture) = self.with(frame, |sheet| printer.pdf_and_picture(sheet))?;
        Ok((pdf.bytes, picture))
    }

    fn with<T>(self, frame: &Frame, take: impl FnOnce(&Sheet<'_, FlyerView>) -> T) -> T {
        let site = &frame.site;
        let document = site.document(self.document);
        let address = site.absolute(&site.document_address(document, self.place));
        take(&Sheet {
            name: flyer::sheet(self.design),
            address: &address,
            view: &flyer::flyer(site, document, self.place, self.design),
        })
    }
}
