//! `ja-unit-symbol`: ㎡, km², ℃ and % behind a number in a sentence; in tables they are fine.

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
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    if matches!(passage.origin, Origin::Body(Role::Cell | Role::Header)) {
        return Vec::new();
    }
    let units = passage
        .tokens()
        .iter()
        .filter_map(|token| token.kind.amount());
    let units = units.filter_map(|quantity| {
        let range = quantity.unit.range();
        let written = passage.part(range.clone());
        let (_, words) = WORDS.iter().find(|(sign, _)| *sign == written)?;
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
