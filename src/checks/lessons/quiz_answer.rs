//! `quiz-answer`: questions without answers.
//!
//! Why: those who learn alone have nobody to ask whether they were right.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::{Passage, Role};
use crate::model::lesson::{Parting, QUIZ, Sheet};
use crate::text::span::Span;

const HELP: &str = "問いの次の行に「: 」に続けて答えを書いてください。「感染を防ぐ基本は何ですか。」の次の行に「: 手をきれいにすることです。」と書きます。";

pub const ROW: CheckRow = CheckRow {
    code: "quiz-answer",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "理解度チェックのうち、答えのない問いを見つけます。",
    why: "一人で学ぶ人は、答えがないと、自分の考えが合っていたかを確かめられません。",
    source: "",
    bad: &[
        "---\n題名: 教材の見本\n確認日: 令和8年11月1日\n版: 第1版\n---\n## 理解度チェック\n\n感染を防ぐ基本は何ですか。",
        "---\n題名: 教材の見本\n確認日: 令和8年11月1日\n版: 第1版\n---\n## 理解度チェック\n\n感染を防ぐ基本は何ですか。\n: 手をきれいにすることです。\n\n手袋を外したら何をしますか。",
        "---\n題名: 教材の見本\n確認日: 令和8年11月1日\n版: 第1版\n---\nはじめに\n\n---\n\n## 理解度チェック\n\n- 感染を防ぐ基本は何ですか。",
    ],
    good: &[
        "---\n題名: 教材の見本\n確認日: 令和8年11月1日\n版: 第1版\n---\n## 理解度チェック\n\n次の問いに答えてください。\n\n感染を防ぐ基本は何ですか。\n: 手をきれいにすることです。",
        "## 理解度チェック\n\n研修の終わりに、理解度チェックをします。",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let body = writing.body;
    let parting = writing.kind.and_then(|kind| Parting::of(kind, body));
    let Some((parting, quiz)) = parting.and_then(|parting| Some((parting, parting.quiz()?))) else {
        return Vec::new();
    };
    let sheets = parting.sheets();
    let text = input.text(writing.source);
    let passages = body.passages.iter();
    let alone = passages.filter(|passage| match passage.role {
        Role::Paragraph | Role::Item => true,
        Role::Heading
        | Role::Header
        | Role::Cell
        | Role::Term
        | Role::Description
        | Role::Quotation
        | Role::Script
        | Role::Note => false,
    });
    let asked = alone.filter_map(|passage| {
        let span = whole(passage)?;
        (is_question(span.of(text)) && sheets(span) == Sheet::Check).then_some(span)
    });
    let mut found: Vec<Diagnostic> = asked
        .map(|span| {
            Diagnostic::error(
                "quiz-answer",
                at(writing.source, span),
                "問いに答えがありません",
            )
            .label("この問いの答えがありません")
            .help(HELP)
        })
        .collect();
    if found.is_empty() && parting.questions() == 0 {
        let span = input.find(writing.source, quiz.span, QUIZ);
        let title = format!("{QUIZ}に問いと答えがありません");
        found.push(
            Diagnostic::error("quiz-answer", at(writing.source, span), title)
                .label("ここから問いと答えが始まります")
                .help(HELP),
        );
    }
    found
}

fn is_question(words: &str) -> bool {
    let words = words.trim_end();
    words.ends_with(['？', '?']) || words.ends_with("か。")
}

fn whole(passage: &Passage) -> Option<Span> {
    let (first, last) = (passage.parts.first()?, passage.parts.last()?);
    Some(Span {
        start: first.span.start,
        end: last.span.end,
    })
}
