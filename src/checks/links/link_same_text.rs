//! `link-same-text-diff-url`: two links of a section with the same words that lead to different places.
//!
//! Why: who hears only the links cannot tell them apart (JIS X 8341-3:2016 2.4.4; domain §3.4 C `link-same-text-diff-url`). The heading
//! above a link tells more about it, so only links below the same heading are compared, and not those in tables, whose headings do.

use std::collections::BTreeMap;

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Link;
use crate::model::document::Target;

pub const ROW: CheckRow = CheckRow {
    code: "link-same-text-diff-url",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "同じ見出しの下にある、同じ言葉なのに行き先の違うリンクを見つけます。",
    why: "リンクだけを順に聞く人には、同じ名前のページが2つあるように聞こえ、どちらを選べばよいか分かりません。",
    source: "JIS X 8341-3:2016 2.4.4",
    bad: &[
        "講演会は[申込書](chirashi.pdf)で、研修は[申込書](moushikomi.docx)でお申し込みください。",
        "- 厚生労働省の[手引き](https://www.mhlw.go.jp/)\n- 市の[手引き](/guides/start/)",
    ],
    good: &[
        "[講演会の申込書](chirashi.pdf)と[研修の申込書](moushikomi.docx)をお使いください。",
        "[手引き](/guides/start/)をお読みください。[手引き](/guides/start/)は窓口にもあります。",
        "## 講演会\n\n[申込書](chirashi.pdf)\n\n## 研修\n\n[申込書](moushikomi.docx)",
        "| 区 | 講演会 | 研修 |\n|--|--|--|\n| 北区 | [案内](/kita/) | [案内](/nishi/) |",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let mut first_of: BTreeMap<(usize, &str), (&Link, &Target)> = BTreeMap::new();
    let mut found = Vec::new();
    for (link, target) in writing.links() {
        let words = link.text.trim();
        let is_silent = words.is_empty() || super::is_generic(words) || is_in_table(writing, link);
        if is_silent {
            continue;
        }
        let key = (section(writing, link), words);
        let (first, other) = *first_of.entry(key).or_insert((link, target));
        if other != target {
            found.push(diagnostic(writing, input, link, first));
        }
    }
    found
}

fn diagnostic(writing: &Writing, input: &Input, link: &Link, first: &Link) -> Diagnostic {
    let span = |link: &Link| input.find(writing.source, link.span, &link.text);
    Diagnostic::warning(
        "link-same-text-diff-url",
        at(writing.source, span(link)),
        "同じ言葉のリンクの行き先が違います",
    )
    .label(format!("行き先は「{}」です", link.target))
    .help(format!(
        "「研修の{}」のように書き足して、言葉だけで区別できるようにしてください。",
        link.text
    ))
    .related(
        at(writing.source, span(first)),
        format!("行き先は「{}」です", first.target),
    )
}

/// How many headings stand above a link.
fn section(writing: &Writing, link: &Link) -> usize {
    let headings = &writing.body.headings;
    headings.partition_point(|heading| heading.span.start < link.span.start)
}

fn is_in_table(writing: &Writing, link: &Link) -> bool {
    let tables = &writing.body.tables;
    let after = tables.partition_point(|table| table.span.end <= link.span.start);
    let table = tables.get(after);
    table.is_some_and(|table| table.span.start <= link.span.start)
}
