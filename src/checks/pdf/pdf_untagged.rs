//! `pdf-untagged`: a PDF file that does not say what is a heading, a list or a table.
//!
//! Why: without structure a screen reader has only characters in the order in which they were drawn (PDF/UA, ISO 14289-1, 7.1; domain §7.2).

use crate::checks::pdf::{is_picture, read};
use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;

pub const ROW: CheckRow = CheckRow {
    code: "pdf-untagged",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "見出しや表などの構造（タグ）がない、添付のPDFを見つけます。",
    why: "タグがないと、読み上げソフトは見出しをたどれず、段組みや表を書いた順とは違う順に読むことがあります。",
    source: "PDF/UA（ISO 14289-1）7.1",
    bad: &["[講演会のちらし](tagu-nashi.pdf)をご覧ください。"],
    good: &[
        "[講演会のちらし](yoi.pdf)をご覧ください。",
        "[古いちらし](scan.pdf)をご覧ください。",
    ],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let untagged = read(document).filter(|(pdf, _)| !pdf.tagged && !is_picture(pdf));
    let found = untagged.map(|(_, span)| {
        let place = at(document.source, span);
        Diagnostic::warning(ROW.code, place, "PDFにタグがありません")
            .label("読み上げソフトに、見出しや表が伝わりません")
            .help(
                "WordやExcelで開き、「ファイル」→「名前を付けて保存」で種類を「PDF」にして、「オプション」の\
                「アクセシビリティ用のドキュメント構造タグ」に印を付けて保存してください。「印刷」からPDFを作ると、タグは付きません。",
            )
    });
    found.collect()
}
