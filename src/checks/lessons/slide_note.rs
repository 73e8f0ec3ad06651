//! `slide-note`: a note at the end of the text that belongs to a slide or to a question.
//!
//! Why: notes are gathered at the end of a text, and slides and questions are pages and sheets of their own, so the note would be lost.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::{PartKind, Role};
use crate::model::lesson::{Parting, Sheet};

pub const ROW: CheckRow = CheckRow {
    code: "slide-note",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "スライドや理解度チェックに付けた注を見つけます。",
    why: "注は原稿の終わりに集まります。スライドと理解度チェックは別のページや紙になるため、注の印だけが残ってしまいます。",
    source: "",
    bad: &[
        "---\n題名: 教材の見本\n確認日: 令和8年11月1日\n版: 第1版\n---\nはじめに\n\n---\n\n## 人生会議とは\n\n前もって話し合うことです[^1]。\n\n[^1]: ACPともいいます。",
        "---\n題名: 教材の見本\n確認日: 令和8年11月1日\n版: 第1版\n---\nはじめに[^1]\n\n---\n\n## 人生会議とは\n\n前もって話し合うことです。\n\n[^1]: ACPともいいます。",
        "---\n題名: 教材の見本\n確認日: 令和8年11月1日\n版: 第1版\n---\n## 理解度チェック\n\n人生会議とは何ですか。\n: 前もって話し合うことです[^1]。\n\n[^1]: ACPともいいます。",
    ],
    good: &[
        "---\n題名: 教材の見本\n確認日: 令和8年11月1日\n版: 第1版\n---\nはじめに\n\n---\n\n## 人生会議とは\n\n前もって話し合うことです。\n\n出典：見本の手引き（令和7年）",
        "---\n題名: 教材の見本\n確認日: 令和8年11月1日\n版: 第1版\n---\n人生会議[^1]の教材です。\n\n[^1]: ACPともいいます。\n\n## 理解度チェック\n\n人生会議とは何ですか。\n: 前もって話し合うことです。",
    ],
};

fn check(writing: &Writing, _: &Input) -> Vec<Diagnostic> {
    let body = writing.body;
    let Some(parting) = writing.kind.and_then(|kind| Parting::of(kind, body)) else {
        return Vec::new();
    };
    let sheets = parting.sheets();
    let passages = body.passages.iter();
    let parts = passages.filter(|passage| passage.role != Role::Note);
    let marks = parts.flat_map(|passage| &passage.parts);
    let marks = marks.filter(|part| part.kind == PartKind::Mark);
    let lost = marks.filter(|mark| parting.is_deck() || sheets(mark.span) != Sheet::Own);
    let found = lost.map(|mark| {
        Diagnostic::error(
            "slide-note",
            at(writing.source, mark.span),
            "スライドや理解度チェックでは注を使えません",
        )
        .label("この注の説明は、同じ紙やページに出ません")
        .help("注を消し、出典は「出典：資料の名前（年）」という段落で、補足は本文か「> 台本：」に書いてください。")
    });
    found.collect()
}
