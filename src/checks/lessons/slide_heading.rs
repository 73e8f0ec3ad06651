//! `slide-heading`: a part of a deck that does not begin with its heading.
//!
//! Why: the heading is the title of the slide, its entry in the contents and its address (WCAG SC 2.4.6). A part without one is nothing that
//! could be shown, spoken of or led to.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::{Passage, Role};
use crate::model::lesson::Parting;
use crate::text::span::Span;

pub const ROW: CheckRow = CheckRow {
    code: "slide-heading",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "教材のスライドのうち、見出しから始まらないものを見つけます。",
    why: "見出しは、スライドの題名、目次の項目、リンク先になります。題名のないスライドは、今どこを見ているのかが分かりません。",
    source: "JIS X 8341-3:2016 2.4.6",
    bad: &[
        "---\n題名: 教材の見本\n確認日: 令和8年11月1日\n版: 第1版\n---\nはじめに\n\n---\n\n手を洗います。",
        "---\n題名: 教材の見本\n確認日: 令和8年11月1日\n版: 第1版\n---\nはじめに\n\n---\n\n手を洗います。\n\n## 手を洗うとき\n\n食事の前",
        "---\n題名: 教材の見本\n確認日: 令和8年11月1日\n版: 第1版\n---\nはじめに\n\n---\n\n## 手を洗うとき\n\n食事の前\n\n---\n",
    ],
    good: &[
        "---\n題名: 教材の見本\n確認日: 令和8年11月1日\n版: 第1版\n---\nはじめに\n\n---\n\n## 手を洗うとき\n\n食事の前",
        "お知らせの本文です。\n\n---\n\n区切りの線の後です。",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let body = writing.body;
    let Some(parting) = writing.kind.and_then(|kind| Parting::of(kind, body)) else {
        return Vec::new();
    };
    let lines = body.breaks.iter().enumerate();
    let found = lines.filter_map(|(before, line)| {
        let part = before + 1;
        let first = first_passage(writing, part);
        let begins = first.is_some_and(|(role, _)| role == Role::Heading);
        let is_right = begins && parting.title(part).is_some();
        (!is_right).then(|| diagnostic(writing, input, *line, first.map(|(_, span)| span)))
    });
    found.collect()
}

/// What is read first in a part.
fn first_passage(writing: &Writing, part: usize) -> Option<(Role, Span)> {
    let body = writing.body;
    let start = body.breaks.get(part.checked_sub(1)?)?.start;
    let place = |passage: &Passage| passage.parts.first().map(|part| part.span);
    // Passages are in the order of the source.
    let first = body
        .passages
        .partition_point(|passage| place(passage).is_some_and(|span| span.start < start));
    let first = body.passages.get(first)?;
    let span = place(first)?;
    (body.part_of(span) == part).then_some((first.role, span))
}

fn diagnostic(writing: &Writing, input: &Input, line: Span, first: Option<Span>) -> Diagnostic {
    let (marked, label) = match first {
        Some(first) => (first, "ここからスライドが始まります"),
        None => (line, "この線の後にスライドがありません"),
    };
    let marked = input.find(
        writing.source,
        marked,
        marked.of(input.text(writing.source)).trim(),
    );
    let found = Diagnostic::error(
        "slide-heading",
        at(writing.source, marked),
        "スライドに見出しがありません",
    );
    found.label(label).help(
        "「---」の次に「## スライドの題名」と書いてください。スライドを分けないときは「---」を消してください。",
    )
}
