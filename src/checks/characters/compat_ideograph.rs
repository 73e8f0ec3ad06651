//! `ja-compat-ideograph`: radicals in the place of the characters they look like, as text copied from a PDF has them.
//!
//! Why not all of the compatibility forms: 﨑, 神 and 德 (U+F900 to U+FAFF) are how people and places write their names.

use unicode_normalization::UnicodeNormalization;

use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::text::runs::runs;

pub const ROW: CheckRow = CheckRow {
    code: "ja-compat-ideograph",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(Signs::COMPATIBILITY, check)),
    detects: "PDFから写したときに混ざる、漢字に似た部首の文字を見つけます。",
    why: "見た目は同じでも別の文字なので、検索で見つからず、読み上げられないこともあります。",
    source: "Unicode 15.0 康熙部首（U+2F00〜U+2FDF）",
    bad: &[
        "12⽉5⽇に開きます。",
        "⾼齢者の⽅が対象です。",
        "区⺠センター",
    ],
    good: &[
        "12月5日に開きます。",
        "講師は山﨑 德子（見本病院）です。",
        "渡邊󠄀さん、神社",
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let radicals = runs(&passage.text, is_radical);
    let found = radicals.map(|run| {
        let written = passage.part(run.clone());
        let meant: Option<String> = written.chars().map(character).collect();
        let found = Diagnostic::warning(
            ROW.code,
            passage.at(run.clone()),
            "漢字ではなく部首の文字です",
        )
        .label("見た目の似た別の文字です");
        match (meant, passage.exact(run)) {
            (Some(meant), Some(at)) => found
                .help(format!("「{meant}」と打ち直してください。"))
                .fix(at, meant),
            (Some(meant), None) => found.help(format!("「{meant}」と打ち直してください。")),
            (None, _) => found.help("漢字を打ち直してください。"),
        }
    });
    found.collect()
}

fn is_radical(sign: char) -> bool {
    matches!(sign, '\u{2E80}'..='\u{2FDF}')
}

/// The character a radical looks like; Unicode says so for the 康熙部首 only.
fn character(radical: char) -> Option<char> {
    let meant = match radical {
        '⺟' => '母',
        '⺠' => '民',
        '⻁' => '虎',
        '⻄' => '西',
        '⻅' => '見',
        '⻆' => '角',
        '⻋' => '車',
        '⻑' => '長',
        '⻘' => '青',
        '⻝' => '食',
        '⻤' => '鬼',
        '⻩' => '黄',
        '⻫' => '斉',
        '⻭' => '歯',
        '⻯' => '竜',
        '⻲' => '亀',
        radical => radical.nfkc().next().filter(|sign| *sign != radical)?,
    };
    Some(meant)
}
