//! `ja-combining-dakuten`: a kana whose dakuten or handakuten is a character of its own.

use unicode_normalization::UnicodeNormalization;

use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::text::runs::before;

pub const ROW: CheckRow = CheckRow {
    code: "ja-combining-dakuten",
    severity: Severity::Error,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(Signs::COMBINING, check)),
    detects: "「か」と「゛」のように、かなと濁点が別々の文字になったものを見つけます。",
    why: "Macのファイル名などから写すと混ざります。検索で見つからず、読み上げや表示が乱れます。",
    source: "Unicode 15.0 3.11節（正規化形式C）",
    bad: &["か\u{3099}ん検診", "ハ\u{309A}ンフレット", "カ゛イドライン"],
    good: &[
        "がん検診",
        "濁点（゛）と半濁点（゜）",
        "「あ゛」と書く人もいます。",
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let text = passage.text.as_str();
    let marks = text
        .char_indices()
        .filter_map(|(at, sign)| Some((at, sign, combining(sign)?)));
    let found = marks.filter_map(|(at, sign, mark)| {
        let kana = before(text, at)?;
        let whole: String = [kana, mark].into_iter().nfc().collect();
        // あ has no form with a dakuten.
        let is_one = whole.chars().count() == 1;
        let range = at - kana.len_utf8()..at + sign.len_utf8();
        let found = Diagnostic::error(
            ROW.code,
            passage.at(range.clone()),
            "かなと濁点が別の文字です",
        )
        .label("二文字に分かれています")
        .help(format!("「{whole}」と打ち直してください。"));
        let found = match passage.exact(range) {
            Some(at) => found.fix(at, whole),
            None => found,
        };
        is_one.then_some(found)
    });
    found.collect()
}

/// The mark that joins a kana, for a mark of either kind.
fn combining(sign: char) -> Option<char> {
    match sign {
        '\u{3099}' | '゛' => Some('\u{3099}'),
        '\u{309A}' | '゜' => Some('\u{309A}'),
        _ => None,
    }
}
