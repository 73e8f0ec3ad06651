//! `ja-fax-only`: somebody to ask, or a way to apply, that can only be reached by fax.

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;

pub const ROW: CheckRow = CheckRow {
    code: "ja-fax-only",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "ファクスでしか連絡や申込みができない原稿を見つけます。",
    why: "ファクスを持たない人は連絡できません。電話では難しい人のためにも、方法は2つ以上必要です。",
    source: "JIS X 8341-3:2016",
    bad: &[
        "---\n題名: お知らせ\n問い合わせ先: 北区役所 見本の担当\nファクス: 06-0000-0301\n---\n本文です。",
    ],
    good: &[
        "---\n題名: お知らせ\n問い合わせ先: 北区役所 見本の担当\n電話: 06-0000-0101\nファクス: 06-0000-0301\n---\n本文です。",
        "---\n題名: お知らせ\n問い合わせ先: 北区役所 見本の担当\nメール: kita@example.jp\nファクス: 06-0000-0301\n---\n本文です。",
    ],
};

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    let contact = &document.facets.contact;
    let by_fax = contact
        .fax
        .as_ref()
        .filter(|_| contact.phone.is_none() && contact.email.is_none());
    let by_fax = by_fax.map(|fax| {
        (
            fax.span,
            "連絡の方法がファクスだけです",
            "「電話: 06-0000-0101」か「メール: mihon@example.jp」の行を書き足してください。",
        )
    });
    let apply = &document.facets.application;
    let only = match (apply.by.as_slice(), &apply.url) {
        ([only], None) => Some(only.span),
        ([] | [_, ..], _) => None,
    };
    let text = input.text(document.source);
    let apply = only.filter(|span| is_fax(span.of(text)));
    let apply = apply.map(|span| {
        (
            span,
            "申込みの方法がファクスだけです",
            "「申込方法: 電話、ファクス」のように、ほかの方法も書いてください。",
        )
    });
    let found = by_fax.into_iter().chain(apply);
    found
        .map(|(span, title, help)| {
            Diagnostic::warning(ROW.code, at(document.source, span), title)
                .label("ファクスのない人は連絡できません")
                .help(help)
        })
        .collect()
}

fn is_fax(words: &str) -> bool {
    let names = [
        "ファクス",
        "ファックス",
        "ファクシミリ",
        "FAX",
        "Fax",
        "ＦＡＸ",
    ];
    names.contains(&words.trim())
}
