//! `pdf-fonts-not-embedded`: a PDF file that uses fonts it does not carry.
//!
//! Why: a device without the font shows another one, or no characters at all (PDF/UA, ISO 14289-1, 7.21.4; domain §3.4 F).

use crate::checks::pdf::read;
use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;

/// No more names are told.
const MOST_NAMED: usize = 3;

pub const ROW: CheckRow = CheckRow {
    code: "pdf-fonts-not-embedded",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "使っているフォントが埋め込まれていない、添付のPDFを見つけます。",
    why: "同じフォントのないスマートフォンなどでは、別の文字の形で表示されたり、文字が出なかったりします。",
    source: "PDF/UA（ISO 14289-1）7.21.4",
    bad: &["[講演会のちらし](font-nashi.pdf)をご覧ください。"],
    good: &["[講演会のちらし](yoi.pdf)をご覧ください。"],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let loose = read(document).filter(|(pdf, _)| !pdf.loose_fonts.is_empty());
    let found = loose.map(|(pdf, span)| {
        let place = at(document.source, span);
        let names = pdf.loose_fonts.iter().take(MOST_NAMED);
        let names: Vec<String> = names.map(|name| format!("「{name}」")).collect();
        let more = match pdf.loose_fonts.len() > MOST_NAMED {
            true => "など",
            false => "",
        };
        let label = format!("{}{more}が入っていません", names.join(""));
        Diagnostic::warning(ROW.code, place, "フォントが埋め込まれていないPDFです").label(label).help(
            "Wordで開き、「ファイル」→「名前を付けて保存」で種類を「PDF」にし、「オプション」の「PDF/A準拠」に印を付けて\
            保存しなおすと、フォントが埋め込まれます。",
        )
    });
    found.collect()
}
