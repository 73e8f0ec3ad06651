//! `pdf-only-page`: a page that says hardly more than "see the PDF".
//!
//! Why: PDF is hard to read on a telephone and often not at all with a screen reader, so what it says belongs on the page first
//! (みんなの公共サイト運用ガイドライン; domain §3.4 F `pdf-only-page`). A document that names its day and place in front matter says enough.

use crate::checks::{CheckRow, Input, Rule, Stage, at, offered};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::{Part, PartKind};
use crate::model::document::Document;

/// Fewer characters on the page than this cannot tell what the file says.
const FEW: usize = 60;

/// Fewer than this tell nothing.
const NOTHING: usize = 25;

pub const ROW: CheckRow = CheckRow {
    code: "pdf-only-page",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "内容がPDFにしかなく、本文がほとんどないページを見つけます。",
    why: "PDFは、スマートフォンでは読みにくく、読み上げソフトでは読めないことがあります。大切なことはページの本文で伝えます。",
    source: "みんなの公共サイト運用ガイドライン（総務省）",
    bad: &[
        "[ちらし](chirashi.pdf)",
        "くわしくは[ちらし](chirashi.pdf)をご覧ください。",
        "令和8年度の研修の予定をまとめました。[研修の予定](chirashi.pdf)をご覧ください。",
        "---\n題名: お知らせの見本\n添付: chirashi.pdf：ちらし\n---\n添付のファイルをご覧ください。",
    ],
    good: &[
        "令和8年度の研修は、6月、9月、12月の3回です。どの回も北区役所の3階で、14時から2時間行います。申込みは保健福祉課で受け付けます。\n\n[研修の予定](chirashi.pdf)",
        "窓口は北区役所の2階です。",
        "[記録](kiroku.csv)をご覧ください。",
    ],
};

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    let facets = &document.facets;
    if !facets.sessions.is_empty() {
        return Vec::new();
    }
    let files = offered(document);
    let is_pdf = |name: &str| name.to_ascii_lowercase().ends_with(".pdf");
    let Some((_, span)) = files.iter().find(|(file, _)| is_pdf(&file.name)) else {
        return Vec::new();
    };
    let text = input.text(document.source);
    let summary = facets.summary.as_ref();
    let summary = summary.map_or(0, |summary| letters(summary.value.as_str()));
    let said = summary + body(document, text);
    if said >= FEW {
        return Vec::new();
    }
    let place = at(document.source, *span);
    let (found, label) = match said < NOTHING {
        true => (
            Diagnostic::error("pdf-only-page", place, "内容がPDFにしかありません"),
            "本文がほとんどありません",
        ),
        false => (
            Diagnostic::warning("pdf-only-page", place, "内容がPDFにしかないようです"),
            "本文が短すぎます",
        ),
    };
    vec![found.label(label).help(
        "PDFの内容のうち、いつ・どこで・だれが・何を・どうやって申し込むかなど、大切なことを本文に書いてください。",
    )]
}

/// How many letters the text has outside links; notes and headings count, as readers meet them too.
fn body(document: &Document, text: &str) -> usize {
    let passages = &document.body.passages;
    let parts = passages.iter().flat_map(|passage| &passage.parts);
    let words = parts.filter(|part: &&Part| part.kind == PartKind::Words && !part.linked);
    let mut count = 0;
    for part in words {
        count += letters(part.span.of(text));
        if count >= FEW {
            break;
        }
    }
    count
}

fn letters(text: &str) -> usize {
    text.chars().filter(|sign| sign.is_alphanumeric()).count()
}
