//! `ja-kome-note`: ※ as the mark of a note that stands elsewhere. A ※ that begins its own note is no fault.

use crate::checks::characters::numbers::is_digit;
use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::text::japanese::{is_kana, is_kanji};
use crate::text::runs::{after, before};

pub const ROW: CheckRow = CheckRow {
    code: "ja-kome-note",
    severity: Severity::Info,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::KOME, check)),
    detects: "離れた所にある説明を指す「※」「※1」を見つけます。",
    why: "読み上げで聞いている人は、「こめじるし」の説明がどこにあるのか探せません。注にすれば行き来できます。",
    source: "JIS X 8341-3:2016 1.3.1",
    bad: &[
        "参加費※は当日集めます。",
        "対象は区内の事業所※1の職員です。\n\n※1 見本を含みます。",
    ],
    good: &[
        "※ 申込みは要りません。",
        "筆記用具（※会場で貸し出します）",
        "参加費は500円です。※当日集めます。",
        "対象は区内の事業所[^1]の職員です。\n\n[^1]: 見本を含みます。",
    ],
};

fn check(passage: &Passage, input: &Input) -> Vec<Diagnostic> {
    let text = passage.text.as_str();
    let source = input.text(passage.source);
    let marks = text
        .match_indices('※')
        .map(|(at, mark)| at..at + mark.len());
    let references = marks.filter(|mark| {
        let is_word = |sign: char| is_kanji(sign) || is_kana(sign) || matches!(sign, '」' | '）');
        let behind = after(text, mark.end);
        let is_numbered = behind.is_some_and(is_digit);
        let goes_on = behind.is_some_and(|sign| "はがをにでとのもへや、。）".contains(sign));
        let is_in_text = before(text, mark.start).is_some_and(is_word)
            && !passage.opens_line(mark.start, source);
        is_in_text && (is_numbered || goes_on)
    });
    let found = references.map(|mark| {
        Diagnostic::info(ROW.code, passage.at(mark), "「※」が離れた所の説明を指しています")
            .label("説明の場所が分かりません")
            .help("「言葉[^1]」のように注の印を付け、説明は「[^1]: 」で始まる行に書いてください。短い説明なら、すぐ後に（ ）で書きます。")
    });
    found.collect()
}
