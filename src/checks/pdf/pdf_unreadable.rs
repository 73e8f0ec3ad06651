//! `pdf-unreadable`: a file that is called a PDF and is none, or is damaged.
//!
//! Why: readers get an error instead of the flyer. Files are cut off when they are copied from a mail or a full disk.

use crate::checks::pdf::inspected;
use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;
use crate::pdf::Inspection;

pub const ROW: CheckRow = CheckRow {
    code: "pdf-unreadable",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "名前は「.pdf」でも、PDFとして読めない添付ファイルを見つけます。",
    why: "途中で切れたファイルや、名前だけを変えたファイルは、読む人の手元で開けません。",
    source: "",
    bad: &["[講演会のちらし](kowareta.pdf)をご覧ください。"],
    good: &[
        "[講演会のちらし](yoi.pdf)をご覧ください。",
        "[講演会のちらし](kagi.pdf)をご覧ください。",
    ],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let broken = inspected(document).filter(|(inspection, _)| **inspection == Inspection::Broken);
    let found = broken.map(|(_, span)| {
        let place = at(document.source, span);
        Diagnostic::warning(ROW.code, place, "PDFとして読めないファイルです")
            .label("壊れているか、PDFではありません")
            .help("ファイルを開いて確かめ、元のファイルからPDFを作り直して入れ替えてください。")
    });
    found.collect()
}
