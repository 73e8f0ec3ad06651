//! `heading-long`: a heading of more than 40 characters.
//!
//! Why: headings are read to find the place one looks for, and long ones fill the contents of a page (rule of 板橋区 in domain §3.3).
//! Half-width letters count as half a character, as they take half the place.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::text::japanese::halves;

const LONGEST: usize = 40;

pub const ROW: CheckRow = CheckRow {
    code: "heading-long",
    severity: Severity::Info,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "40文字を超える見出しを見つけます。",
    why: "見出しは、読みたい所を探すために拾い読みされます。長い見出しは目次にも収まりません。",
    source: "JIS X 8341-3:2016 2.4.6",
    bad: &[
        "## 住み慣れた地域で自分らしい暮らしを人生の最期まで続けるために大切にしたいことの話し合い\n\n本文",
    ],
    good: &[
        "## 自分らしい暮らしを最期まで続けるために\n\n本文",
        "## ACP（Advance Care Planning）と「人生会議」のちがい\n\n本文",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let headings = writing.body.headings.iter();
    headings
        .filter_map(|heading| {
            let width = halves(&heading.text);
            (width > LONGEST * 2).then(|| {
                let span = input.find(writing.source, heading.span, &heading.text);
                Diagnostic::info(
                    "heading-long",
                    at(writing.source, span),
                    "見出しが長すぎます",
                )
                .label(format!("{}文字あります", width.div_ceil(2)))
                .help(format!(
                    "{LONGEST}文字までに短くして、残りは本文に書いてください。"
                ))
            })
        })
        .collect()
}
