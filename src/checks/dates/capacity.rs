//! `ja-capacity`: 先着順 in a document that says nowhere how many.

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;
use crate::text::span::Span;

pub const ROW: CheckRow = CheckRow {
    code: "ja-capacity",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "人数のない「先着順」を見つけます。",
    why: "何人まで入れるかが分からないと、申し込むか、早く行くかを決められません。",
    source: "",
    bad: &["---\n題名: お知らせ\n---\n会場の席は先着順です。"],
    good: &[
        "---\n題名: お知らせ\n---\n定員は30人です。先着順に受け付けます。",
        "---\n題名: お知らせ\n---\n先着順に、五十人までお入りいただけます。",
        "---\n題名: お知らせ\n---\n先着順ではありません。抽選で決めます。",
    ],
};

/// What people and their seats are counted with.
const COUNTED: &[&str] = &[
    "人", "名", "組", "席", "台", "件", "世帯", "家族", "個", "冊", "部", "枚", "本", "区画",
];

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    let text = input.text(document.source);
    let Some(start) = text.find("先着") else {
        return Vec::new();
    };
    let behind = text.get(start..).unwrap_or_default();
    let is_denied = ["ではありません", "ではなく", "にはより", "ではない"]
        .iter()
        .any(|words| behind.trim_start_matches("先着順").starts_with(words));
    if is_denied
        || counts(text)
        || document
            .facets
            .capacity
            .as_ref()
            .is_some_and(|capacity| capacity.value.people.is_some())
    {
        return Vec::new();
    }
    let words = match behind.starts_with("先着順") {
        true => "先着順",
        false => "先着",
    };
    let span = Span::new(start..start + words.len());
    let found = Diagnostic::warning(
        ROW.code,
        at(document.source, span),
        "先着の人数が書かれていません",
    )
    .label("何人までか分かりません")
    .help("「先着30人」のように、人数を書いてください。");
    vec![found]
}

/// Whether a number of people stands anywhere.
fn counts(text: &str) -> bool {
    let is_number = |sign: char| {
        sign.is_ascii_digit() || "０１２３４５６７８９一二三四五六七八九十百千".contains(sign)
    };
    COUNTED.iter().any(|word| {
        let mut places = text.match_indices(word);
        places.any(|(at, _)| {
            let before = text.get(..at).unwrap_or_default();
            before.trim_end().ends_with(is_number)
        })
    })
}
