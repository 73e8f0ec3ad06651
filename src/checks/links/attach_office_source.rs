//! `attach-office-source`: a file of Word, Excel or PowerPoint that is offered alone.
//!
//! Why: not everybody has the program, on telephones least of all, and such files keep the names of authors, remarks and earlier versions
//! (domain §3.4 C `attach-office-source`). A file of the same name as PDF, web page, CSV or text is enough.

use std::collections::BTreeSet;

use crate::checks::{CheckRow, Input, Rule, Stage, at, offered};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::{Attachment, Document};

const OFFICE: [&str; 9] = [
    "doc", "docm", "docx", "jtd", "ppt", "pptx", "xls", "xlsm", "xlsx",
];

const OPEN: [&str; 5] = ["csv", "htm", "html", "pdf", "txt"];

pub const ROW: CheckRow = CheckRow {
    code: "attach-office-source",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "WordやExcelなどの形式だけで載せている添付ファイルを見つけます。",
    why: "ソフトのない人やスマートフォンの人には開けません。作成者の名前や変更の履歴が残っていることもあります。",
    source: "",
    bad: &[
        "[申込書](moushikomi.docx)をお使いください。",
        "---\n題名: お知らせの見本\n添付: moushikomi.docx：申込書\n---\n本文",
    ],
    good: &[
        "[申込書](youshiki.docx)（[PDFで開く申込書](youshiki.pdf)）をお使いください。",
        "---\n題名: お知らせの見本\n添付:\n  - youshiki.docx：申込書（書き込む方用）\n  - youshiki.pdf：申込書（印刷する方用）\n---\n本文",
        "[ちらし](chirashi.pdf)と[記録](kiroku.csv)をご覧ください。",
    ],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let files = offered(document);
    let open: BTreeSet<&str> = files
        .iter()
        .filter_map(|(file, _)| stem_of(file, &OPEN))
        .collect();
    let files = files.iter();
    files
        .filter_map(|(file, span)| {
            let stem = stem_of(file, &OFFICE).filter(|stem| !open.contains(stem))?;
            let place = at(document.source, *span);
            let title = "開くのにソフトが要るファイルだけです";
            Some(
                Diagnostic::warning("attach-office-source", place, title)
                    .label("スマートフォンなどでは開けないことがあります")
                    .help(format!(
                        "PDFに書き出した「{stem}.pdf」を同じフォルダーに入れて並べるか、内容を本文に書いてください。"
                    )),
            )
        })
        .collect()
}

fn stem_of<'a>(file: &'a Attachment, endings: &[&str]) -> Option<&'a str> {
    let (stem, ending) = file.name.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    endings.contains(&ending.as_str()).then_some(stem)
}
