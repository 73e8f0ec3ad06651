//! The family of rules about PDF files that others made and that are attached (domain §3.4 F and §7.2).

use crate::checks::{CheckRow, offered};
use crate::model::document::Document;
use crate::pdf::{Contents, Inspection};
use crate::text::span::Span;

mod known;
mod pdf_encrypted;
mod pdf_fact_mismatch;
mod pdf_fonts_not_embedded;
mod pdf_no_lang;
mod pdf_no_title;
mod pdf_scan;
mod pdf_text_mojibake;
mod pdf_unreadable;
mod pdf_untagged;
mod said;

pub const ROWS: &[CheckRow] = &[
    pdf_fact_mismatch::ROW,
    pdf_scan::ROW,
    pdf_text_mojibake::ROW,
    pdf_untagged::ROW,
    pdf_no_title::ROW,
    pdf_no_lang::ROW,
    pdf_fonts_not_embedded::ROW,
    pdf_encrypted::ROW,
    pdf_unreadable::ROW,
];

/// The PDF files that readers of a document can reach, each with the place that first offers it.
fn inspected(document: &Document) -> impl Iterator<Item = (&Inspection, Span)> {
    let files = offered(document).into_iter();
    files.filter_map(|(file, span)| Some((file.blob.pdf.as_deref()?, span)))
}

/// Those of them that could be read.
fn read(document: &Document) -> impl Iterator<Item = (&Contents, Span)> {
    inspected(document).filter_map(|(inspection, span)| match inspection {
        Inspection::Read(contents) => Some((contents, span)),
        Inspection::Locked { .. } | Inspection::Broken | Inspection::TooMuch => None,
    })
}

/// Whether nothing in a file can be read aloud, so that other faults of it do not matter any more.
fn is_picture(contents: &Contents) -> bool {
    contents.drawn == 0 && !contents.scanned.is_empty()
}
