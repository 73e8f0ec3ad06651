//! Sheets of paper: a view and a `.typ` file of the theme in, a tagged PDF (PDF/UA-1, ISO 14289-1) or a picture of it out.
//!
//! Invariant: this is the only module that names typst.
//! Invariant: a sheet is a pure function of the printer and of its view; `Printer::digest` covers both.
//! Invariant: every sheet is set from the same few names of files, because the engine never forgets a name.

mod picture;
mod typeface;
mod world;

use std::collections::BTreeSet;
use std::sync::{Arc, mpsc};

use rayon::{ThreadPool, ThreadPoolBuilder};
use serde::Serialize;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Label, Smart, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;
use typst::{World, WorldExt, comemo};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

use crate::diag::{Diagnostic, Where};
use crate::source::Sources;
use crate::theme::faults;
use crate::theme::print::typeface::Typeface;
use crate::theme::print::world::{Desk, Files, Purpose, Shown};

/// The files of `print/` that draw a sheet; the rest are parts of them.
pub const SHEETS: &[&str] = &[
    "flyer", "large", "fax", "slides", "handout", "check", "record",
];

/// Blocks lie in one another, and each takes several frames of the stack.
const STACK_BYTES: usize = 16 * 1024 * 1024;

/// A sheet 21 cm wide becomes a picture of 893 pixels, in which 12 pt can be read on a screen.
const PIXELS_PER_POINT: f64 = 1.5;

/// What is to be set.
pub struct Sheet<'a, V> {
    /// One of `SHEETS`.
    pub name: &'static str,
    /// Of the page it belongs to, with scheme and host; printed as text and as a QR code.
    pub address: &'a str,
    pub view: &'a V,
}

/// A sheet that has been set.
pub struct Pdf {
    pub bytes: Vec<u8>,
    pub pages: usize,
}

/// The `print/` of a theme with a typeface to set it in.
pub struct Printer {
    desk: Arc<Desk>,
    /// Of the files, the typeface and the version of the program.
    digest: [u8; 32],
    threads: ThreadPool,
}

impl Printer {
    /// `None` where there is no Japanese typeface, or nobody looked for one.
    ///
    /// # Errors
    /// Everything that is wrong with the files.
    pub fn load(sources: &Sources, folder: &str) -> Result<Option<Self>, Vec<Diagnostic>> {
        let below = format!("{folder}print/");
        let files = Files::read(sources, &below);
        let missing = SHEETS.iter().filter(|name| !files.has(name));
        let missing = missing.map(|name| {
            let path = format!("{below}{name}.typ");
            let title = "テーマに必要な印刷物のひな型がありません";
            let help = format!("{path} を作ってください。");
            Diagnostic::error(faults::TEMPLATE, Where::Path(path), title).help(help)
        });
        let mut wrong: Vec<Diagnostic> = missing.collect();
        wrong.extend(files.faults(sources, &below));
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let Some(typeface) = Typeface::choose(sources.fonts.as_deref().unwrap_or_default()) else {
            return Ok(None);
        };
        let mut hash = files.hasher();
        hash.update(&typeface.digest);
        hash.update(env!("CARGO_PKG_VERSION").as_bytes());
        let threads = ThreadPoolBuilder::new().stack_size(STACK_BYTES).build();
        // Where there are no threads to be had, nothing else is made either.
        Ok(threads.ok().map(|threads| Self {
            desk: Arc::new(Desk::new(files, typeface)),
            digest: *hash.finalize().as_bytes(),
            threads,
        }))
    }

    /// Of everything a sheet depends on.
    pub fn digest(&self, sheet: &Sheet<'_, impl Serialize>) -> [u8; 32] {
        let view = serde_json::to_vec(sheet.view).unwrap_or_default();
        let mut hash = blake3::Hasher::new();
        hash.update(&self.digest);
        for part in [sheet.name.as_bytes(), sheet.address.as_bytes(), &view] {
            hash.update(blake3::hash(part).as_bytes());
        }
        *hash.finalize().as_bytes()
    }

    /// The sheet as a tagged PDF.
    ///
    /// # Errors
    /// A sentence about the theme for the person who builds.
    pub fn pdf(&self, sheet: &Sheet<'_, impl Serialize>) -> Result<Pdf, String> {
        let (name, ident) = (sheet.name, ident(sheet));
        self.with(sheet, Purpose::Print, move |world, document| {
            pdf(world, document, name, ident)
        })
    }

    /// The sheet as a tagged PDF, and its first page as a PNG, for the price of setting it once.
    ///
    /// # Errors
    /// As for `pdf`.
    pub fn pdf_and_picture(
        &self,
        sheet: &Sheet<'_, impl Serialize>,
    ) -> Result<(Pdf, Vec<u8>), String> {
        let (name, ident) = (sheet.name, ident(sheet));
        self.with(sheet, Purpose::Print, move |world, document| {
            Ok((pdf(world, document, name, ident)?, first_page(document)?))
        })
    }

    /// The letters in a view that the typeface lacks, each once; a sheet has 〓 in their places.
    pub fn unwritable(&self, view: &impl Serialize) -> BTreeSet<char> {
        let text = serde_json::to_string(view).unwrap_or_default();
        self.desk.typeface().unwritable(&text)
    }

    /// How many lines of a sheet are too many for its page at the smallest size of its type.
    ///
    /// # Errors
    /// As for `pdf`.
    pub fn lines_over(&self, sheet: &Sheet<'_, impl Serialize>) -> Result<usize, String> {
        self.with(sheet, Purpose::Proof, |_, document| {
            let label = Label::new(PicoStr::constant("lines-over"));
            let found = label.and_then(|label| document.introspector().query_label(label).ok());
            let lines = found.and_then(|content| content.to_packed::<MetadataElem>());
            Ok(lines.map_or(0, |lines| match &lines.value {
                Value::Int(lines) => usize::try_from(*lines).unwrap_or(0),
                _ => 0,
            }))
        })
    }

    /// Sets a sheet on the printer's own threads, and sleeps until it is done: the engine works on several threads itself, and a thread of
    /// those that run jobs would begin another job while it waits, which may wait for this very sheet.
    fn with<T: Send + 'static>(
        &self,
        sheet: &Sheet<'_, impl Serialize>,
        purpose: Purpose,
        take: impl FnOnce(&Shown, &PagedDocument) -> Result<T, String> + Send + 'static,
    ) -> Result<T, String> {
        let name = sheet.name;
        let Some(world) = Desk::world(&self.desk, sheet, purpose) else {
            return Err(format!(
                "テーマに印刷物のひな型 print/{name}.typ がありません。"
            ));
        };
        let (sender, receiver) = mpsc::sync_channel(1);
        self.threads.spawn(move || {
            let taken = match typst::compile::<PagedDocument>(&world).output {
                Ok(document) => take(&world, &document),
                Err(faults) => Err(sentence(&world, name, &faults)),
            };
            // What was not used while the last two sheets were set is forgotten: neighbours share little more than their fonts.
            comemo::evict(2);
            // The receiver waits for this and for nothing else.
            sender.send(taken).unwrap_or_default();
        });
        let lost = |_| {
            Err(format!(
                "印刷物 print/{name}.typ を組む途中で止まりました。"
            ))
        };
        receiver.recv().unwrap_or_else(lost)
    }
}

/// By what the document of a sheet is known.
fn ident(sheet: &Sheet<'_, impl Serialize>) -> String {
    format!("{} {}", sheet.address, sheet.name)
}

fn pdf(world: &Shown, document: &PagedDocument, name: &str, ident: String) -> Result<Pdf, String> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]);
    let standards = standards.map_err(|error| error.message().to_string())?;
    let options = PdfOptions {
        ident: Smart::Custom(ident),
        creator: Smart::Custom(Some("kairan".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(document, &options);
    let pages = document.pages().len();
    bytes
        .map(|bytes| Pdf { bytes, pages })
        .map_err(|faults| sentence(world, name, &faults))
}

fn first_page(document: &PagedDocument) -> Result<Vec<u8>, String> {
    let options = RenderOptions {
        pixel_per_pt: PIXELS_PER_POINT.into(),
        ..RenderOptions::default()
    };
    let page = document.pages().first();
    let page = page.ok_or("紙が1枚もできませんでした。")?;
    let drawn = typst_render::render(page, &options);
    let size = (drawn.width(), drawn.height());
    let opaque: Vec<[u8; 3]> = drawn
        .data()
        .chunks_exact(4)
        .map(|pixel| [pixel[0], pixel[1], pixel[2]])
        .collect();
    picture::encode(size, &opaque)
        .map_err(|error| format!("ちらしの画像を作れませんでした（{error}）。"))
}

/// The first of the engine's complaints, with the file and the line.
fn sentence(world: &dyn World, sheet: &str, faults: &[SourceDiagnostic]) -> String {
    let Some(fault) = faults.first() else {
        return format!("印刷物 print/{sheet}.typ を組めませんでした。");
    };
    let place = || {
        let file = fault.span.id()?;
        let range = world.range(fault.span)?;
        let source = world.source(file).ok()?;
        let line = source.lines().byte_to_line(range.start)?;
        Some((file.vpath().get_without_slash().to_owned(), line + 1))
    };
    let (file, line) = place().unwrap_or_else(|| (format!("{sheet}.typ"), 1));
    format!(
        "テーマのひな型 print/{file} の{line}行目で、印刷物を組めませんでした（{}）。",
        fault.message
    )
}
