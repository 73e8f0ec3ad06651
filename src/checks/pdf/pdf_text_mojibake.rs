//! `pdf-text-mojibake`: a PDF file whose letters are seen and mean nothing to a program.
//!
//! Why: fonts without a map to Unicode are read aloud as noise or not at all (PDF/UA, ISO 14289-1, 7.21.7; domain §3.4 F).

use crate::checks::pdf::read;
use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;
use crate::pdf::Contents;

/// Fewer characters may be ornaments.
const FEW: usize = 20;

pub const ROW: CheckRow = CheckRow {
    code: "pdf-text-mojibake",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "見た目は正しくても、文字のデータが読み取れない、添付のPDFを見つけます。",
    why: "読み上げソフトは、でたらめな音を読むか、何も読みません。写し取ると文字化けし、検索でも見つかりません。",
    source: "PDF/UA（ISO 14289-1）7.21.7",
    bad: &["[講演会のちらし](mojibake.pdf)をご覧ください。"],
    good: &[
        "[講演会のちらし](yoi.pdf)をご覧ください。",
        "[古いちらし](scan.pdf)をご覧ください。",
    ],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let unreadable = read(document).filter(|(pdf, _)| is_noise(pdf));
    let found = unreadable.map(|(pdf, span)| {
        let place = at(document.source, span);
        let share = (pdf.lost * 10).div_ceil(pdf.drawn.max(1));
        let label = match share >= 10 {
            true => "ほとんどの文字が読み取れません".to_owned(),
            false => format!("文字のおよそ{share}割が読み取れません"),
        };
        Diagnostic::warning(ROW.code, place, "文字のデータが読み取れないPDFです").label(label).help(
            "元のWordやExcelのファイルから、「印刷」ではなく「ファイル」→「名前を付けて保存」で種類を「PDF」にして作り直してください。\
            フォントを「BIZ UDPゴシック」などに替えると直ることもあります。",
        )
    });
    found.collect()
}

/// Whether at least half of the characters are lost.
fn is_noise(pdf: &Contents) -> bool {
    pdf.drawn >= FEW && pdf.lost * 2 >= pdf.drawn
}
