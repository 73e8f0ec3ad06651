//! `flyer.pdf` and `flyer.png` beside the page of every document that can be handed out, in every place that shows it.

use std::sync::Arc;

use rayon::prelude::*;

use crate::model::address::OutputPath;
use crate::model::document::DocumentIndex;
use crate::model::flyer::{FLYER_FILES, FlyerDesign};
use crate::model::ward::Place;
use crate::outputs::frame::Frame;
use crate::outputs::{Fingerprint, Job, Make};
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

type Draw = fn(&Printer, &Sheet<'_, FlyerView>) -> Result<Vec<u8>, String>;

fn pdf(printer: &Printer, sheet: &Sheet<'_, FlyerView>) -> Result<Vec<u8>, String> {
    printer.pdf(sheet).map(|pdf| pdf.bytes)
}

impl Flyer {
    fn jobs(self, frame: &Arc<Frame>, printer: &Printer) -> [(OutputPath, Job); 2] {
        let fingerprint = self.with(frame, |sheet| printer.digest(sheet));
        let folder = frame
            .site
            .document_address(frame.site.document(self.document), self.place);
        let draws: [Draw; 2] = [pdf, Printer::picture];
        let [pdf_path, picture_path] = FLYER_FILES.map(|name| folder.file(name).output());
        let [draw_pdf, draw_picture] = draws;
        [
            (pdf_path, self.job(frame, fingerprint, draw_pdf)),
            (picture_path, self.job(frame, fingerprint, draw_picture)),
        ]
    }

    fn job(self, frame: &Arc<Frame>, fingerprint: Fingerprint, draw: Draw) -> Job {
        let frame = Arc::clone(frame);
        let bytes = move || {
            let printer = frame
                .theme
                .printer()
                .ok_or("日本語のフォントがありません。")?;
            self.with(&frame, |sheet| draw(printer, sheet))
        };
        Job {
            fingerprint,
            template: None,
            make: Make::Bytes(Box::new(bytes)),
        }
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
