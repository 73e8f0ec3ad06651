//! `heading-duplicate`: two headings with the same words, of the same level and below the same heading.
//!
//! Why: in the contents of a page and in a list of headings nobody can tell them apart (JIS X 8341-3:2016 2.4.6; domain §3.4 D
//! `heading-duplicate`).

use std::collections::BTreeMap;

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::text::span::Span;

pub const ROW: CheckRow = CheckRow {
    code: "heading-duplicate",
    severity: Severity::Info,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "同じ見出しの下に並んだ、同じ言葉の見出しを見つけます。",
    why: "目次や見出しの一覧で、どちらを選べばよいか分からなくなります。",
    source: "JIS X 8341-3:2016 2.4.6",
    bad: &[
        "## 講演会\n\n6月の回です。\n\n## 講演会\n\n9月の回です。",
        "## 第1回\n\n### 内容\n\n講演\n\n### 内容\n\n質疑",
    ],
    good: &[
        "## 第1回\n\n### 内容\n\n講演\n\n## 第2回\n\n### 内容\n\n講演",
        "## 講演会（6月）\n\n6月の回です。\n\n## 講演会（9月）\n\n9月の回です。",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    // The headings above the current one, by their number; a section is known by the heading it stands below.
    let mut above: Vec<(u8, usize)> = Vec::new();
    let mut first_of: BTreeMap<(Option<usize>, u8, &str), Span> = BTreeMap::new();
    for (number, heading) in writing.body.headings.iter().enumerate() {
        while above
            .last()
            .is_some_and(|(level, _)| *level >= heading.level)
        {
            above.pop();
        }
        let parent = above.last().map(|(_, number)| *number);
        above.push((heading.level, number));
        let words = heading.text.trim();
        if words.is_empty() {
            continue;
        }
        let key = (parent, heading.level, words);
        let first = *first_of.entry(key).or_insert(heading.span);
        if first == heading.span {
            continue;
        }
        let span = input.find(writing.source, heading.span, words);
        let place = at(writing.source, span);
        let finding = Diagnostic::info("heading-duplicate", place, "同じ見出しがもう1つあります")
            .label("前にも同じ見出しがあります")
            .help(format!(
                "「{words}（第2回）」のように書き足すか、1つの見出しの下にまとめてください。"
            ))
            .related(at(writing.source, first), "先に書いた見出しです");
        found.push(finding);
    }
    found
}
