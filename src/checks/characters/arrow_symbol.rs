//! `ja-arrow-symbol`: an arrow in the place of words.

use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::text::runs::{after, before, runs};

pub const ROW: CheckRow = CheckRow {
    code: "ja-arrow-symbol",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::ARROW, check)),
    detects: "言葉の代わりに使われた矢印を見つけます。",
    why: "「みぎやじるし」と読まれるか、読まれません。順番なのか、変更なのか、行き先なのか、聞いた人には分かりません。",
    source: "JIS X 8341-3:2016 1.1.1",
    bad: &[
        "電話→受付→会場の順に進みます。",
        "会場：2階⇒3階に変更しました。",
    ],
    good: &[
        "電話をしてから、受付へ進みます。",
        "「→」キーを押します。",
        "`a → b` と書きます。",
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let text = passage.text.as_str();
    let is_arrow = |sign: char| matches!(sign, '←'..='⇿' | '➔'..='➾' | '⟵'..='⟿');
    let arrows = runs(text, is_arrow);
    // The name of a key.
    let used = arrows
        .filter(|run| before(text, run.start) != Some('「') || after(text, run.end) != Some('」'));
    let found = used.map(|run| {
        Diagnostic::warning(ROW.code, passage.at(run), "矢印を言葉の代わりに使っています")
            .label("意味が読み上げられません")
            .help("「から」「次に」「へ変更」など、意味を言葉で書いてください。手順なら「1. 」の箇条書きにします。")
    });
    found.collect()
}
