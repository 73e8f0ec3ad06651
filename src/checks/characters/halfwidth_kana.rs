//! `ja-halfwidth-kana`: half-width katakana and its punctuation.

use unicode_normalization::UnicodeNormalization;

use crate::checks::characters::mojibake::is_mojibake;
use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::text::runs::runs;

pub const ROW: CheckRow = CheckRow {
    code: "ja-halfwidth-kana",
    severity: Severity::Error,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(Signs::NARROW_KANA, check)),
    detects: "半角のカタカナを見つけます。",
    why: "読みにくく、検索や読み上げで別の文字として扱われることがあります。",
    source: "みんなの公共サイト運用ガイドライン（総務省、2024年版）",
    bad: &["区民ｾﾝﾀｰで開きます。", "ﾃﾞｲｻｰﾋﾞｽの見学会です｡"],
    good: &["区民センターで開きます。", "`ｾﾝﾀｰ` は半角です。"],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    if is_mojibake(&passage.text) {
        return Vec::new();
    }
    let narrow = runs(&passage.text, |sign| matches!(sign, '｡'..='ﾟ'));
    let found = narrow.map(|run| {
        let wide: String = passage.part(run.clone()).nfkc().collect();
        let found = Diagnostic::error(
            ROW.code,
            passage.at(run.clone()),
            "半角のカタカナがあります",
        )
        .label("半角です")
        .help(format!("全角で「{wide}」と書いてください。"));
        match passage.exact(run) {
            Some(at) => found.fix(at, wide),
            None => found,
        }
    });
    found.collect()
}
