//! `ja-postal`: a postal code without its mark, with another dash, or of a wrong number of digits.

use crate::checks::dates::house::digits;
use crate::checks::{CheckRow, Input, Passage, Postal, Rule, Signs, Stage, Token};
use crate::diag::{Diagnostic, Severity};

pub const ROW: CheckRow = CheckRow {
    code: "ja-postal",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(Signs::DIGIT.or(Signs::WIDE_ALNUM), check)),
    detects: "「〒」や区切りのない郵便番号、桁の数が違う郵便番号を見つけます。",
    why: "申込みの郵便が届かないことがあります。",
    source: "デジタル庁 政府相互運用性フレームワーク（GIF）DS-443",
    bad: &[
        "送り先は〒5530007 大阪市福島区です。",
        "送り先は〒５５３－０００７です。",
        "送り先は553-0007 大阪市福島区です。",
        "送り先は〒553-007です。",
    ],
    good: &[
        "送り先は〒553-0007 大阪市福島区です。",
        "郵便番号は553-0007です。",
        "資料番号は123-4567、電話は06-0000-0101です。",
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let tokens = passage.tokens().iter();
    let postals = tokens.filter_map(|token| Some((token, token.kind.postal()?)));
    postals
        .filter_map(|(token, postal)| diagnostic(passage, token, postal))
        .collect()
}

fn diagnostic(passage: &Passage, token: &Token, postal: Postal) -> Option<Diagnostic> {
    let written = passage.part(postal.number.range());
    let warning = |title| Diagnostic::warning(ROW.code, passage.at(token.range.clone()), title);
    if postal.digits != 7 {
        let found = warning("郵便番号の桁の数が合っていません");
        return Some(
            found
                .label(format!("{}桁あります", postal.digits))
                .help("「〒553-0007」のように、3桁と4桁の数字で書いてください。"),
        );
    }
    let is_named = passage.part(0..token.range.start).contains("郵便番号");
    let is_good = postal.is_split && written.is_ascii();
    if is_good && (postal.has_mark || is_named) {
        return None;
    }
    let digits = digits(passage, postal.number);
    let (area, town) = digits.split_at_checked(3)?;
    let mark = match postal.has_mark || !is_named {
        true => "〒",
        false => "",
    };
    let words = format!("{mark}{area}-{town}");
    let found =
        warning("郵便番号の書き方が違います").help(format!("「{words}」と書いてください。"));
    Some(match passage.exact(token.range.clone()) {
        Some(at) => found.fix(at, words),
        None => found,
    })
}
