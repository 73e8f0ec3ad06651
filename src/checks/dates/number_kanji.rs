//! `ja-number-kanji`: 3ヶ月, 三ヵ所 and the other old ways to write か.

use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::text::japanese::Folded;

pub const ROW: CheckRow = CheckRow {
    code: "ja-number-kanji",
    severity: Severity::Info,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(
        Signs::DIGIT.or(Signs::WIDE_ALNUM).or(Signs::KANJI_NUMBER),
        check,
    )),
    detects: "「3ヶ月」「三ヵ所」「2箇所」のような書き方を見つけます。",
    why: "「ヶ」は読み上げソフトが「ケ」と読むことがあります。公用文では「3か月」「2か所」と書きます。",
    source: "公用文作成の考え方（文化審議会建議、令和4年1月7日）",
    bad: &[
        "3ヶ月ごとに見直します。",
        "三ヶ月ごとに見直します。",
        "会場は2箇所です。",
        "５カ年の計画です。",
        "十二ヵ月",
    ],
    good: &[
        "3か月ごとに見直します。会場は2か所です。",
        "三ヶ日みかん、関ヶ原、六ヶ所村、千ヶ所池、八ヶ岳",
        "カ所の数と、数箇所の誤りを直しました。3カラムの表です。",
    ],
};

/// The signs that stand for か between a number and what it counts.
const SIGNS: &[char] = &['ヶ', 'ヵ', 'カ', 'ケ', 'ｹ', 'ｶ', '箇', '個'];

/// What is counted with it.
const COUNTED: &[&str] = &["月", "所", "年", "国", "条", "町", "村"];

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let marks = passage.text.match_indices(SIGNS);
    marks
        .filter_map(|(at, sign)| diagnostic(passage, at, sign))
        .collect()
}

fn diagnostic(passage: &Passage, at: usize, sign: &str) -> Option<Diagnostic> {
    let behind = passage.part(at + sign.len()..passage.text.len());
    let counted = COUNTED.iter().find(|word| behind.starts_with(**word))?;
    let is_old = match sign {
        "個" => *counted == "月" || *counted == "所",
        _ => true,
    };
    // 六ヶ所村 is a place.
    let is_place = ["所村", "所池", "町", "村"]
        .iter()
        .any(|word| behind.starts_with(word));
    let before = passage.part(0..at);
    let number = number(before)?;
    if !is_old || is_place {
        return None;
    }
    let start = at - number.len();
    let range = start..at + sign.len() + counted.len();
    let folded = Folded::new(number);
    let value = folded.cursor().number()?;
    let words = format!("{value}か{counted}");
    let found = Diagnostic::info(
        ROW.code,
        passage.at(range.clone()),
        "数え方の「か」の書き方が違います",
    )
    .help(format!("「{words}」と書いてください。"));
    Some(match passage.exact(range) {
        Some(at) => found.fix(at, words),
        None => found,
    })
}

/// The number that ends here, in digits or in kanji numerals.
fn number(before: &str) -> Option<&str> {
    let is_digit = |sign: char| sign.is_ascii_digit() || matches!(sign, '０'..='９');
    let is_kanji = |sign: char| "一二三四五六七八九十".contains(sign);
    let last = before.chars().next_back()?;
    let rest = match (is_digit(last), is_kanji(last)) {
        (true, _) => before.trim_end_matches(is_digit),
        (_, true) => before.trim_end_matches(is_kanji),
        (false, false) => return None,
    };
    // 1.5か月 and 2～3か月 keep their first number; 1,200か所 its commas.
    let goes_on = rest.ends_with(['.', '．', ',', '，', '第', '数', '何']);
    let number = before.get(rest.len()..)?;
    (!goes_on && number.chars().count() < 4).then_some(number)
}
