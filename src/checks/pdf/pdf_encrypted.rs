//! `pdf-encrypted`: a PDF file with a password or with restrictions.
//!
//! Why: some screen readers and browsers are kept out together with those who would copy (ISO 14289-1, 7.16; domain §3.4 F).

use crate::checks::pdf::inspected;
use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;
use crate::pdf::Inspection;

pub const ROW: CheckRow = CheckRow {
    code: "pdf-encrypted",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "パスワードや、印刷・コピーの制限が付いた、添付のPDFを見つけます。",
    why: "パスワードのあるファイルは誰も開けません。制限だけのものも、読み上げソフトや翻訳が使えなくなることがあります。",
    source: "PDF/UA（ISO 14289-1）7.16",
    bad: &[
        "[講演会のちらし](kagi.pdf)をご覧ください。",
        "[講演会のちらし](seigen.pdf)をご覧ください。",
    ],
    good: &["[講演会のちらし](yoi.pdf)をご覧ください。"],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let found = inspected(document).filter_map(|(inspection, span)| {
        let label = match inspection {
            Inspection::Locked { pages: None } => "パスワードがないと開けないようです",
            Inspection::Locked { pages: Some(_) } => "印刷やコピーの制限があります",
            Inspection::Read(_) | Inspection::Broken | Inspection::TooMuch => return None,
        };
        let place = at(document.source, span);
        Some(
            Diagnostic::warning(ROW.code, place, "保護されたPDFです")
                .label(label)
                .help(
                    "元のWordやExcelのファイルから、パスワードや制限を付けずにPDFを作り直してください。Wordでは、「オプション」の\
                    「ドキュメントをパスワードで暗号化する」の印を外して保存します。",
                ),
        )
    });
    found.collect()
}
