//! `link-text-short`: a link of one character.
//!
//! Why: it is hard to hit with a finger and says too little when heard alone (JIS X 8341-3:2016 2.4.4; domain §3.4 C `link-text-short`).
//! Names of wards have two characters and are fine, and so are the letters of an index that leads into the same page.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Target;

pub const ROW: CheckRow = CheckRow {
    code: "link-text-short",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "1文字だけのリンクを見つけます。",
    why: "1文字のリンクは指で押しにくく、リンクだけを聞く人には行き先が分かりません。",
    source: "JIS X 8341-3:2016 2.4.4",
    bad: &[
        "過去の講演会：[1](/guides/start/)、[2](/kita/)",
        "[北](/kita/)区の窓口にお電話ください。",
    ],
    good: &[
        "[北区](/kita/)の窓口にお電話ください。",
        "[あ](#a)　[か](#ka)\n\n## あ行 {#a}\n\nアセスメント\n\n## か行 {#ka}\n\n介護",
        "[地図](/guides/start/)",
        "話し合いの進め方を知ります。[^1]\n\n[^1]: 国の指針によります。",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    writing
        .links()
        .filter(|(link, target)| {
            let is_index = matches!(target, Target::Here { .. });
            link.text.chars().count() == 1 && !is_index && !super::is_generic(&link.text)
        })
        .map(|(link, _)| {
            let span = input.find(writing.source, link.span, &link.text);
            Diagnostic::warning(
                "link-text-short",
                at(writing.source, span),
                "リンクの言葉が短すぎます",
            )
            .label("1文字だけのリンクです")
            .help("「第1回講演会の記録」のように、行き先が分かる言葉をリンクにしてください。")
        })
        .collect()
}
