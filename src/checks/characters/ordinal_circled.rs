//! `ja-ordinal-circled`: ①②③, ⑴⑵, ㋐㋑ in the place of a numbered list.

use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};

pub const ROW: CheckRow = CheckRow {
    code: "ja-ordinal-circled",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::COMPOUND, check)),
    detects: "番号付きの箇条書きの代わりに使われた「①②③」を見つけます。",
    why: "箇条書きとして伝わらないので、読み上げソフトでは何項目あるのか、どこが区切りなのか分かりません。",
    source: "JIS X 8341-3:2016 1.3.1（WCAG 2.2 達成方法H48）",
    bad: &[
        "①電話で申し込む。\n②当日、受付で名前を言う。",
        "申込みは、①電話、②ファクス、③メールで受け付けます。",
        "⑴ 目的",
    ],
    good: &[
        "1. 電話で申し込む。\n2. 当日、受付で名前を言う。",
        "手続きは②の窓口で行います。",
        "（1）目的と（2）方法を書きます。",
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    if !is_listing(passage) {
        return Vec::new();
    }
    let first = passage
        .text
        .char_indices()
        .find(|(_, sign)| is_ordinal(*sign));
    let found = first.map(|(at, sign)| {
        let range = at..at + sign.len_utf8();
        Diagnostic::warning(
            ROW.code,
            passage.at(range),
            "丸付きの番号で項目を並べています",
        )
        .label("箇条書きになりません")
        .help("一項目ずつ行を分け、「1. 」「2. 」のように半角の数字と点と空白で始めてください。")
    });
    found.into_iter().collect()
}

/// Whether such numbers put things in a row: several of them, or one that begins the passage.
pub fn is_listing(passage: &Passage) -> bool {
    let text = passage.text.as_str();
    let count = text.chars().filter(|sign| is_ordinal(*sign)).count();
    count > 1 || text.starts_with(is_ordinal)
}

/// Whether a character is a number or a letter of a list: in a ring, in brackets or with a point.
pub fn is_ordinal(sign: char) -> bool {
    matches!(sign, '\u{2460}'..='\u{24FF}' | '\u{2776}'..='\u{2793}' | '㈠'..='㈩' | '㊀'..='㊉' | '㋐'..='㋾' | '㉑'..='㉟' | '㊱'..='㊿')
}
