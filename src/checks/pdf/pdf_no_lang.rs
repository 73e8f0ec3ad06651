//! `pdf-no-lang`: a PDF file that does not say which language it is in.
//!
//! Why: a screen reader set to another language reads Japanese as something else (JIS X 8341-3:2016 3.1.1; WCAG technique PDF16).

use crate::checks::pdf::{is_picture, read};
use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;

pub const ROW: CheckRow = CheckRow {
    code: "pdf-no-lang",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "何語で書かれているかの設定がない、添付のPDFを見つけます。",
    why: "読み上げソフトは、言語の設定を見て読み方を選びます。設定がないと、日本語を外国語の読み方で読むことがあります。",
    source: "JIS X 8341-3:2016 3.1.1",
    bad: &["[講演会のちらし](gengo-nashi.pdf)をご覧ください。"],
    good: &[
        "[講演会のちらし](yoi.pdf)をご覧ください。",
        "[古いちらし](scan.pdf)をご覧ください。",
    ],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let without = read(document).filter(|(pdf, _)| pdf.language.is_none() && !is_picture(pdf));
    let found = without.map(|(_, span)| {
        let place = at(document.source, span);
        Diagnostic::warning(ROW.code, place, "PDFに言語の設定がありません")
            .label("日本語だと分かりません")
            .help(
                "Wordで全体を選び、「校閲」→「言語」→「校正言語の設定」で「日本語」を選んでから、\
                「アクセシビリティ用のドキュメント構造タグ」に印を付けてPDFで保存しなおしてください。",
            )
    });
    found.collect()
}
