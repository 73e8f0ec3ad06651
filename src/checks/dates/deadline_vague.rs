//! `ja-deadline-vague`: 近日, 先日, 来月 and their like in a dated document, where nothing beside them says the day.

use crate::checks::{CheckRow, Input, Origin, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Role;

/// Words whose day is another one each time the page is read. 今年, 本日 and 後日 are left: good writing has them where they are clear.
const WORDS: &[&str] = &[
    "近日中",
    "近日公開",
    "近日開催",
    "近日掲載",
    "近日",
    "先日",
    "来月",
    "来週",
    "先月",
    "先週",
    "今週",
    "今月中",
    "今月末",
];

pub const ROW: CheckRow = CheckRow {
    code: "ja-deadline-vague",
    severity: Severity::Info,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::ANY, check)),
    detects: "お知らせや催しで、「近日」「来月」「先日」のように読む日によって変わる言葉を見つけます。",
    why: "ページは何か月もあとにも読まれるので、いつのことか分からなくなります。",
    source: "",
    bad: &[
        "申込方法は、近日お知らせします。",
        "来月から受付を始めます。",
        "先日の講演会の資料を載せました。",
    ],
    good: &[
        "申込方法は、令和8年12月1日にお知らせします。",
        "来月（令和8年12月）から受付を始めます。",
        "「先日の話の続きをしよう」と声をかけます。",
        "優先日程と、先日付の書類について説明します。",
        "今年は、11月30日が人生会議の日です。",
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let is_own = match passage.origin {
        Origin::Body(Role::Quotation) => false,
        Origin::Body(_) | Origin::Field(_) => passage.opens.is_some(),
    };
    if !is_own {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut until = 0;
    for (at, _) in passage.text.match_indices(['近', '先', '来', '今']) {
        let rest = passage.part(at..passage.text.len());
        let Some(word) = WORDS.iter().find(|word| rest.starts_with(**word)) else {
            continue;
        };
        let range = at..at + word.len();
        if at >= until && is_vague(passage, &range) {
            found.push(diagnostic(passage, range.clone()));
        }
        until = range.end;
    }
    found
}

/// Whether the word is no part of a longer one or of somebody's speech, and its sentence has no digits.
fn is_vague(passage: &Passage, range: &std::ops::Range<usize>) -> bool {
    let before = passage.part(0..range.start);
    let behind = passage.part(range.end..passage.text.len());
    let is_end = |sign: char| matches!(sign, '。' | '\n');
    let start = before.rsplit(is_end).next().unwrap_or_default();
    let end = behind.split(is_end).next().unwrap_or_default();
    let is_digit = |sign: char| sign.is_ascii_digit() || matches!(sign, '０'..='９');
    let is_word = before.ends_with(['優', '未', '従', '由']) || behind.starts_with(['付', '程']);
    let is_speech = start.matches('「').count() > start.matches('」').count();
    !is_word && !is_speech && !start.contains(is_digit) && !end.contains(is_digit)
}

fn diagnostic(passage: &Passage, range: std::ops::Range<usize>) -> Diagnostic {
    Diagnostic::info(ROW.code, passage.at(range), "読む日によって変わる言葉です")
        .label("いつのことか分からなくなります")
        .help("「令和8年12月」のように、年と月か日付で書いてください。")
}
