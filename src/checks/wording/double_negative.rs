//! `double-negative`: a sentence that denies twice.

use crate::checks::{CheckRow, Input, Origin, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Role;

pub const ROW: CheckRow = CheckRow {
    code: "double-negative",
    severity: Severity::Info,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::ANY, check)),
    detects: "「できないことはありません」のような二重の打ち消しを見つけます。",
    why: "できるのかできないのか、一度では伝わりません。",
    source: "公用文作成の考え方（文化審議会建議、令和4年1月7日）",
    bad: &[
        "当日に申し込めないことはありません。",
        "費用がかからないわけではありません。",
        "参加できなくはない内容です。",
    ],
    good: &[
        "当日でも申し込めます。",
        "事前に申し込まなければなりません。",
        "分からないことはありませんか。",
        "知らないことは、はずかしいことではありません。",
        "必ず受けられるわけではありません。",
    ],
};

/// What begins the second denial, behind a first one.
const SECOND: &[&str] = &[
    "ことはない",
    "ことはありません",
    "こともない",
    "こともありません",
    "わけではない",
    "わけではありません",
    "わけでもない",
    "わけでもありません",
    "ものでもない",
    "ものでもありません",
    "とも限らない",
    "とも限りません",
];

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let text = passage.text.as_str();
    if matches!(passage.origin, Origin::Body(Role::Quotation)) {
        return Vec::new();
    }
    let first = text.match_indices("な").filter_map(|(at, _)| {
        let rest = text.get(at..)?;
        let length = twice(rest)?;
        // 「分からないことはありませんか」 asks.
        let is_question = rest.get(length..)?.starts_with('か');
        (!is_question).then_some(at..at + length)
    });
    let found = first.map(|range| {
        Diagnostic::info(ROW.code, passage.at(range), "打ち消しが二重になっています")
            .label("打ち消しが二つあります")
            .help("「できます」「あります」のように、打ち消さない形で書いてください。")
    });
    found.collect()
}

/// How long the two denials are that `rest` begins with.
fn twice(rest: &str) -> Option<usize> {
    let single = [
        "なくはない",
        "なくはありません",
        "なくもない",
        "なくもありません",
    ];
    let single = single.iter().find(|words| rest.starts_with(**words));
    let double = || {
        let behind = rest.strip_prefix("ない")?;
        let second = SECOND.iter().find(|words| behind.starts_with(**words))?;
        Some("ない".len() + second.len())
    };
    single.map(|words| words.len()).or_else(double)
}
