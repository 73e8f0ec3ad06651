//! `ja-wave-dash`: both of the characters for a wave dash in one document, 〜 (U+301C) and ～ (U+FF5E).
//!
//! Those between numbers stand for 「から」 and are another rule's.

use crate::checks::characters::numbers::is_digit;
use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::text::runs::{after, before};

pub const ROW: CheckRow = CheckRow {
    code: "ja-wave-dash",
    severity: Severity::Info,
    fixes: true,
    finds: Stage::Checking(Rule::Passages(Signs::WAVE, check)),
    detects: "一つの原稿に混ざった2種類の波線（「〜」U+301Cと「～」U+FF5E）を見つけます。",
    why: "同じに見える別の文字なので、検索で片方しか見つかりません。",
    source: "JIS X 0208（波ダッシュ）",
    bad: &["人生会議〜もしものときのために〜\n\n講演会～第2回～"],
    good: &[
        "人生会議〜もしものときのために〜\n\n講演会〜第2回〜",
        "講演会～第2回～",
        "〜人生会議〜 受付は9時～です。",
    ],
};

fn check(passages: &[Passage], _: &Input) -> Vec<Diagnostic> {
    let waves: Vec<_> = passages
        .iter()
        .filter(|passage| passage.signs.meets(Signs::WAVE))
        .flat_map(|passage| waves(passage).map(move |(at, sign)| (passage, at, sign)))
        .collect();
    let narrow = waves.iter().filter(|(_, _, sign)| *sign == '〜').count();
    let wide = waves.len() - narrow;
    if narrow == 0 || wide == 0 {
        return Vec::new();
    }
    let (kept, other) = match narrow < wide {
        true => ('～', '〜'),
        false => ('〜', '～'),
    };
    let odd = waves.into_iter().filter(|(_, _, sign)| *sign == other);
    let found = odd.map(|(passage, at, sign)| {
        let range = at..at + sign.len_utf8();
        let found = Diagnostic::info(
            ROW.code,
            passage.at(range.clone()),
            "2種類の波線が混ざっています",
        )
        .label("ほかの波線と別の文字です")
        .help(format!("この原稿に多い「{kept}」にそろえてください。"));
        match passage.exact(range) {
            Some(at) => found.fix(at, kept),
            None => found,
        }
    });
    found.collect()
}

/// The wave dashes that stand for no range.
fn waves(passage: &Passage) -> impl Iterator<Item = (usize, char)> {
    let text = passage.text.as_str();
    let waves = text
        .char_indices()
        .filter(|(_, sign)| matches!(sign, '〜' | '～'));
    waves.filter(move |(at, sign)| {
        let is_number = |sign: char| is_digit(sign) || "年月日時分円人歳午前後）".contains(sign);
        let ahead = before(text, *at).is_some_and(is_number);
        let behind = after(text, at + sign.len_utf8()).is_some_and(is_number);
        !ahead && !behind
    })
}
