//! `ja-mixed-width-number`: one number of half-width and full-width characters.

use unicode_normalization::UnicodeNormalization;

use crate::checks::characters::dashes::is_confused;
use crate::checks::characters::numbers::{is_digit, number};
use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::text::runs::runs;

pub const ROW: CheckRow = CheckRow {
    code: "ja-mixed-width-number",
    severity: Severity::Error,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(Signs::DIGIT, check)),
    detects: "「1２月」「1，000円」のように、全角と半角の混ざった数を見つけます。",
    why: "読み上げソフトが別々の数として読み、検索でも見つからなくなります。",
    source: "公用文作成の考え方（文化審議会建議、令和4年1月7日）",
    bad: &[
        "1２月5日に開きます。",
        "参加費は1，000円です。",
        "室温は2６．5度でした。",
    ],
    good: &[
        "12月5日に開きます。",
        "参加費は1,000円です。",
        "第1，第2の会場で開きます。",
        "1．会場は2階です。",
        "定員20人、30人，先着順です。",
        "JIS X 8341-3:2016、0120-11-1234、バージョン1.2.3",
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let text = passage.text.as_str();
    if !text.contains(|sign| matches!(sign, '０'..='９' | '，' | '．')) {
        return Vec::new();
    }
    let numbers = runs(text, is_digit).filter_map(|digits| number(text, digits));
    // A number whose hyphens are wrong too is put right as a whole.
    let mixed = numbers.filter(|number| number.is_mixed && !is_confused(text, &number.range));
    let free = mixed.filter(|number| {
        let range = number.range.clone();
        !passage.is_fixed(range.clone()) && !passage.is_dialled(range)
    });
    let found = free.map(|number| {
        let narrow: String = passage.part(number.range.clone()).nfkc().collect();
        let at = passage.at(number.range.clone());
        let found = Diagnostic::error(ROW.code, at, "数に全角と半角が混ざっています")
            .label("一つの数として読まれません")
            .help(format!("すべて半角で「{narrow}」と書いてください。"));
        match passage.exact(number.range) {
            Some(at) => found.fix(at, narrow),
            None => found,
        }
    });
    found.collect()
}
