//! `pdf-no-title`: a PDF file without a title, or with the name of the file it was made from.
//!
//! Why: the title stands on the tab of the browser and is read first (JIS X 8341-3:2016 2.4.2; WCAG technique PDF18).

use crate::checks::pdf::read;
use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;

/// How titles begin that a printer wrote.
const PRINTED: [&str; 4] = [
    "microsoft word",
    "microsoft excel",
    "microsoft powerpoint",
    "powerpoint プレゼンテーション",
];

/// How titles end that are names of files.
const FILES: [&str; 11] = [
    ".ai", ".doc", ".docx", ".indd", ".jtd", ".pdf", ".ppt", ".pptx", ".pub", ".xls", ".xlsx",
];

/// What programs write where nobody did.
const EMPTY: [&str; 5] = [
    "タイトルなし",
    "無題",
    "名称未設定",
    "untitled",
    "スライド 1",
];

pub const ROW: CheckRow = CheckRow {
    code: "pdf-no-title",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "題名の設定がないか、元のファイルの名前のままになっている、添付のPDFを見つけます。",
    why: "題名は、ブラウザーのタブや検索の結果に出て、読み上げソフトが最初に読みます。ないと、何のファイルかが分かりません。",
    source: "JIS X 8341-3:2016 2.4.2",
    bad: &[
        "[講演会のちらし](daimei-nashi.pdf)をご覧ください。",
        "[講演会のちらし](word-daimei.pdf)をご覧ください。",
    ],
    good: &["[講演会のちらし](yoi.pdf)をご覧ください。"],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let found = read(document).filter_map(|(pdf, span)| {
        let (title, label) = match pdf.title.as_deref() {
            None => ("PDFに題名がありません", "題名の設定が空です".to_owned()),
            Some(words) if is_left_over(words) => (
                "PDFの題名が、元のファイルの名前のままです",
                format!("題名が「{words}」になっています"),
            ),
            Some(_) => return None,
        };
        let place = at(document.source, span);
        Some(Diagnostic::warning(ROW.code, place, title).label(label).help(
            "WordやExcelで開き、「ファイル」→「情報」の「タイトル」にちらしや資料の題名を書いてから、「オプション」の\
            「ドキュメントのプロパティ」に印を付けてPDFで保存しなおしてください。",
        ))
    });
    found.collect()
}

fn is_left_over(title: &str) -> bool {
    let title = title.to_lowercase();
    PRINTED.iter().any(|start| title.starts_with(start))
        || FILES.iter().any(|end| title.ends_with(end))
        || EMPTY.contains(&title.as_str())
}
