//! `ja-era-char`: an era as one character or as a letter, ㋿, R6年度, H31年.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::text::runs::{before, runs};

pub const ROW: CheckRow = CheckRow {
    code: "ja-era-char",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(
        Signs::LATIN.or(Signs::WIDE_ALNUM).or(Signs::COMPOUND),
        check,
    )),
    detects: "「㋿」「R6年度」「H31年」のような元号の略し方を見つけます。",
    why: "読み上げソフトは「アール6」と読みます。元号の頭文字になじみのない人には、いつのことか分かりません。",
    source: "公用文作成の考え方（文化審議会建議、令和4年1月7日）",
    bad: &[
        "R6年度の報告です。",
        "㋿7年1月の調査",
        "H31年3月に改訂しました。",
        "Ｓ６０年の調査",
    ],
    good: &[
        "令和6年度の報告です。",
        "会議室R6に集まってください。",
        "H12年式の型番",
        "N95年、S100年、R6.10は対象です。",
        "https://example.jp/R6年",
    ],
};

/// Eras with their letters and last years; that of 令和 is open.
const ERAS: [(char, &str, u32); 3] = [('R', "令和", 30), ('H', "平成", 31), ('S', "昭和", 64)];

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let text = passage.text.as_str();
    let mut found = Vec::new();
    for run in runs(text, |sign| sign == '㋿') {
        found.push(diagnostic(passage, run, "令和".to_owned()));
    }
    for run in runs(text, is_part) {
        if let Some(year) = era_year(text, &run).filter(|_| !passage.is_fixed(run.clone())) {
            found.push(diagnostic(passage, run, year));
        }
    }
    found
}

/// Whether the characters at `run` are part of an era's letter and year.
pub fn is_era_year(text: &str, run: &Range<usize>) -> bool {
    let ahead = text.get(..run.start).unwrap_or_default();
    let behind = text.get(run.end..).unwrap_or_default();
    let length =
        |signs: &mut dyn Iterator<Item = char>| -> usize { signs.map(char::len_utf8).sum() };
    let start = run.start - length(&mut ahead.chars().rev().take_while(|sign| is_part(*sign)));
    let end = run.end + length(&mut behind.chars().take_while(|sign| is_part(*sign)));
    era_year(text, &(start..end)).is_some()
}

/// `令和6` for a whole `R6` with 年 behind it.
fn era_year(text: &str, run: &Range<usize>) -> Option<String> {
    let behind = text.get(run.end..)?;
    let is_year = behind.starts_with('年') && !behind.starts_with("年式");
    let is_free = before(text, run.start).is_none_or(|sign| !matches!(sign, '-' | '_' | '/'));
    let written: String = text.get(run.clone())?.nfkc().collect();
    let mut signs = written.chars();
    let letter = signs.next()?;
    let (_, era, last) = ERAS.iter().find(|(sign, _, _)| *sign == letter)?;
    let year: u32 = signs.as_str().parse().ok()?;
    (is_year && is_free && (1..=*last).contains(&year)).then(|| format!("{era}{year}"))
}

fn diagnostic(passage: &Passage, run: Range<usize>, whole: String) -> Diagnostic {
    let found = Diagnostic::warning(ROW.code, passage.at(run.clone()), "元号が略されています")
        .label("元号として読み上げられません")
        .help(format!("「{whole}」と書いてください。"));
    match passage.exact(run) {
        Some(at) => found.fix(at, whole),
        None => found,
    }
}

fn is_part(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９')
}
