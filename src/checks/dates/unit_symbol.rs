//! `ja-unit-symbol`: ㎡, km², ℃ and % behind a number in a sentence; in tables they are fine.
//!
//! Why not everywhere: doctors and nurses read and write SpO2 95%, 0.1% and 85℃ with their signs, and so do formulas.

use crate::checks::dates::house::tokens;
use crate::checks::{CheckRow, Input, Origin, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Role;

const WORDS: &[(&str, &str)] = &[
    ("㎡", "平方メートル"),
    ("m²", "平方メートル"),
    ("m2", "平方メートル"),
    ("㎢", "平方キロメートル"),
    ("km²", "平方キロメートル"),
    ("km2", "平方キロメートル"),
    ("㎥", "立方メートル"),
    ("m³", "立方メートル"),
    ("℃", "度"),
    ("°C", "度"),
    ("%", "パーセント"),
    ("％", "パーセント"),
];

pub const ROW: CheckRow = CheckRow {
    code: "ja-unit-symbol",
    severity: Severity::Info,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(
        Signs::UNIT.or(Signs::COMPOUND).or(Signs::LATIN),
        check,
    )),
    detects: "文の中で、「㎡」「℃」「%」のように記号で書いた単位を見つけます。",
    why: "読み上げソフトによっては、記号が読まれなかったり違う読み方をされたりします。",
    source: "",
    bad: &[
        "会場の広さは25㎡です。",
        "室温は25℃くらいにします。",
        "区の面積は10.3km2です。",
        "参加者の60%が区内の方でした。",
    ],
    good: &[
        "会場の広さは25平方メートルです。室温は25度くらいにします。",
        "表：室温\n\n| 部屋 | 室温 |\n| --- | --- |\n| 寝室 | 25℃ |\n| 参加 | 60% |",
        "A4の紙と、M2の部品を使います。H2Oと書きます。",
        "SpO2が90%を下回ったら、訪問看護師に連絡します。",
        "とろみは、水100mLに対して1%が目安です。",
        "濃度が70%以上95%以下のエタノールを選びます。",
        "便が付いたものは、85℃以上の湯で1分以上消毒します。",
        "利用率は、「利用した人÷登録した人×100%」で計算します。",
    ],
};

/// What is measured in these signs wherever it is written.
const MEASURED: &[&str] = &[
    "SpO2",
    "SPO2",
    "酸素",
    "HbA1c",
    "濃度",
    "エタノール",
    "アルコール",
    "消毒",
    "漂白",
    "体温",
    "発熱",
    "の湯",
    "冷蔵",
    "mg",
    "mL",
];

fn is_measured(text: &str) -> bool {
    text.contains(['×', '÷', '＝', '=', '±', '<', '＜'])
        || MEASURED.iter().any(|word| text.contains(word))
}

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    if matches!(passage.origin, Origin::Body(Role::Cell | Role::Header)) {
        return Vec::new();
    }
    let units = tokens(passage).iter();
    let units = units.filter_map(|token| token.kind.amount());
    let units = units.filter_map(|quantity| {
        let range = quantity.unit.range();
        let written = passage.part(range.clone());
        let (_, words) = WORDS.iter().find(|(sign, _)| *sign == written)?;
        if matches!(*words, "度" | "パーセント") && is_measured(&passage.text) {
            return None;
        }
        let found = Diagnostic::info(
            ROW.code,
            passage.at(range.clone()),
            "単位が記号で書かれています",
        )
        .label("読み上げられないことがあります")
        .help(format!("「{words}」と書いてください。"));
        Some(match passage.exact(range) {
            Some(at) => found.fix(at, *words),
            None => found,
        })
    });
    units.collect()
}
