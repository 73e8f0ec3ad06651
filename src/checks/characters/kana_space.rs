//! `ja-kana-space`: a blank inside a sentence, behind a particle or in front of the end of a verb.
//!
//! Why only there: names, labels and texts with a blank after every phrase (わかち書き) have blanks between Japanese characters on purpose.

use std::ops::Range;

use crate::checks::{CheckRow, Input, Origin, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Role;
use crate::text::japanese::{is_blank, is_kana, is_kanji};
use crate::text::runs::{after, before, runs};

pub const ROW: CheckRow = CheckRow {
    code: "ja-kana-space",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::WIDE_SPACE.or(Signs::SPACE), check)),
    detects: "文の途中の、助詞の後や「です」「ください」の前に入った空白を見つけます。",
    why: "読み上げがそこで途切れ、検索でも言葉が見つからなくなります。",
    source: "JIS X 8341-3:2016 1.3.2",
    bad: &[
        "講演会は　区内に住んでいる人ならどなたでも参加できます。",
        "参加を希望する人は、電話かファクスで北区役所へお申し込み ください。",
    ],
    good: &[
        "講演会は、区内に住んでいる人ならどなたでも参加できます。",
        "こうえんかいは だれでも きくことが できます。",
        "会場は Zoom です。会場の 2階で受け付けます。",
        "問い合わせ先　北区役所 保健福祉課。電話で受け付けます。",
        "講師は見本　さくら（見本病院）です。",
        "持ち物 はがき、筆記用具。",
        "- ｜区役所《くやくしょ》の ｜電話番号《でんわばんごう》は 06-0000-0101です。",
    ],
};

/// With fewer Japanese characters than this to a blank, blanks are the way the text is written.
const CHARACTERS_PER_BLANK: usize = 9;

const PARTICLES: &str = "はがをにでとのもへ";

const ENDINGS: &[&str] = &[
    "ください",
    "です。",
    "です、",
    "ます。",
    "ます、",
    "します",
    "しました",
    "して、",
    "されます",
    "できます",
    "いたします",
    "ました。",
    "ません",
];

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let text = passage.text.as_str();
    let is_prose = matches!(
        passage.origin,
        Origin::Body(
            Role::Paragraph
                | Role::Item
                | Role::Description
                | Role::Script
                | Role::Note
                | Role::Cell
        )
    );
    if !is_prose || !text.contains('。') {
        return Vec::new();
    }
    let blanks = runs(text, is_blank).count();
    let japanese = text.chars().filter(|sign| !sign.is_ascii()).count();
    if blanks * CHARACTERS_PER_BLANK > japanese {
        return Vec::new();
    }
    let found = runs(text, is_blank).filter(|blanks| is_inside(text, blanks));
    found
        .filter_map(|blanks| diagnostic(passage, blanks))
        .collect()
}

fn is_between(text: &str, blanks: &Range<usize>) -> bool {
    let is_japanese = |sign: char| is_kanji(sign) || is_kana(sign);
    before(text, blanks.start).is_some_and(is_japanese)
        && after(text, blanks.end).is_some_and(is_japanese)
}

/// Whether the blanks part what belongs to one phrase.
fn is_inside(text: &str, blanks: &Range<usize>) -> bool {
    let Some(last) = before(text, blanks.start).filter(|_| is_between(text, blanks)) else {
        return false;
    };
    let ahead = before(text, blanks.start - last.len_utf8());
    let is_noun = |sign: char| is_kanji(sign) || matches!(sign, 'ァ'..='ヺ' | 'ー');
    let behind = text.get(blanks.end..).unwrap_or_default();
    let is_particle = PARTICLES.contains(last) && ahead.is_some_and(is_noun);
    is_particle || ENDINGS.iter().any(|ending| behind.starts_with(ending))
}

fn diagnostic(passage: &Passage, blanks: Range<usize>) -> Option<Diagnostic> {
    // The blank of a line break is none the author typed.
    passage.exact(blanks.clone())?;
    let found = Diagnostic::warning(ROW.code, passage.at(blanks), "文の途中に空白があります")
        .label("ここで読み上げが途切れます")
        .help("空白を取るか、区切りたいところなら「、」を入れてください。");
    Some(found)
}
