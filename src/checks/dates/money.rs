//! `ja-money`: an amount without commas or with the sign ￥, and 0円.

use crate::checks::dates::house::{digits, tokens};
use crate::checks::{CheckRow, Input, Money, Passage, Rule, Signs, Stage, Token};
use crate::diag::{Diagnostic, Severity};
use crate::text::runs::before;

pub const ROW: CheckRow = CheckRow {
    code: "ja-money",
    severity: Severity::Info,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(Signs::DIGIT.or(Signs::WIDE_ALNUM), check)),
    detects: "「1000円」「￥1,000」「0円」のように、読みにくい金額を見つけます。",
    why: "3桁ごとにコンマがあると、桁を読み違えません。「￥」は読み上げられないことがあります。",
    source: "公用文作成の考え方（文化審議会建議、令和4年1月7日）",
    bad: &[
        "資料代は1000円です。",
        "参加費は￥1,000です。",
        "参加費は0円です。",
    ],
    good: &[
        "資料代は1,000円です。参加費は無料です。",
        "予算は3万円、補助は1千円、全体は1億2000万円です。",
        "参加費は500円、1,500.5円ではありません。",
        "補助は1万5000円までです。",
        "100円ショップ、令和2000円札の話。",
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let tokens = tokens(passage).iter();
    let amounts = tokens.filter_map(|token| Some((token, token.kind.money()?)));
    amounts
        .filter_map(|(token, money)| diagnostic(passage, token, money))
        .collect()
}

fn diagnostic(passage: &Passage, token: &Token, money: Money) -> Option<Diagnostic> {
    let number = passage.part(money.number.range());
    let unit = passage.part(money.unit.range());
    let behind = passage.part(token.range.end..passage.text.len());
    let is_plain = !number.contains(['.', '．']) && (unit == "円" || unit.is_empty());
    // Notes and coins are named without a comma, and so are shops.
    let is_name = ["札", "玉", "硬貨", "ショップ", "均一"]
        .iter()
        .any(|word| behind.starts_with(word));
    // 1万5000円 is grouped by 万.
    let is_rest =
        before(&passage.text, token.range.start).is_some_and(|sign| "万億兆".contains(sign));
    if !is_plain || is_name || is_rest {
        return None;
    }
    let digits = digits(passage, money.number);
    let is_grouped = digits.len() < 4 || number.contains([',', '，']);
    let found = |title| Diagnostic::info(ROW.code, passage.at(token.range.clone()), title);
    if digits == "0" && !money.has_sign {
        return Some(found("「0円」は無料と書くと伝わります").help("「無料」と書いてください。"));
    }
    if is_grouped && !money.has_sign {
        return None;
    }
    let title = match money.has_sign {
        true => "金額に「円」が使われていません",
        false => "金額に3桁ごとのコンマがありません",
    };
    let words = format!("{}円", grouped(&digits));
    let found = found(title).help(format!("「{words}」と書いてください。"));
    // ￥1,000円 is left to its author.
    let is_sure = !(money.has_sign && behind.starts_with(['円', '千', '万', '億', '～', '〜']));
    Some(
        match passage.exact(token.range.clone()).filter(|_| is_sure) {
            Some(at) => found.fix(at, words),
            None => found,
        },
    )
}

/// Digits with a comma before each three of them.
fn grouped(digits: &str) -> String {
    let length = digits.len();
    let mut grouped = String::with_capacity(length + length / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (length - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
