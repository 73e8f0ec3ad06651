//! `br-layout`: empty lines made of line breaks, `<br><br>`.
//!
//! Why: a break is no paragraph: who hears the page can neither tell nor jump over it, and the distance cannot follow the design of the site
//! (JIS X 8341-3:2016 1.3.1; domain §3.4 D `br-layout`).

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at, location};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::{Part, PartKind, Passage, Role};
use crate::text::span::Span;

pub const ROW: CheckRow = CheckRow {
    code: "br-layout",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "「<br>」を続けて書いて作られた空きを見つけます。",
    why: "改行で空けた所は、段落の区切りとして読み上げられません。空きの広さも、サイトの見た目にそろいません。",
    source: "JIS X 8341-3:2016 1.3.1",
    bad: &[
        "お知らせします。<br><br>研修を開きます。",
        "お知らせします。<br>\n<br />\n研修を開きます。",
        "- 会場は北区役所です。<br><br>駅から歩いて5分です。",
    ],
    good: &[
        "お知らせします。\n\n研修を開きます。",
        "見本市北区役所<br>3階302会議室",
        "見本市北区役所  \n3階302会議室",
        "`<br><br>`と書くと空きます。",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let text = input.text(writing.source);
    let passages = writing.body.passages.iter();
    passages
        .flat_map(|passage| {
            let gaps = gaps(passage, text).into_iter();
            gaps.map(|gap| diagnostic(writing, passage, gap, text))
        })
        .collect()
}

/// Where two or more breaks follow each other.
fn gaps(passage: &Passage, text: &str) -> Vec<Span> {
    let mut gaps: Vec<Span> = Vec::new();
    let mut run: Option<(Span, usize)> = None;
    for part in &passage.parts {
        let is_blank = || part.span.of(text).trim().is_empty();
        run = match run {
            Some((span, count)) if is_break(part, text) => {
                let span = Span {
                    end: part.span.end,
                    ..span
                };
                Some((span, count + 1))
            }
            Some(run) if is_blank() => Some(run),
            ended => {
                gaps.extend(ended.filter(|(_, count)| *count > 1).map(|(span, _)| span));
                is_break(part, text).then_some((part.span, 1))
            }
        };
    }
    gaps.extend(run.filter(|(_, count)| *count > 1).map(|(span, _)| span));
    gaps
}

fn is_break(part: &Part, text: &str) -> bool {
    match part.kind {
        PartKind::Break => true,
        PartKind::Tag => part.span.of(text).to_ascii_lowercase().starts_with("<br"),
        PartKind::Words
        | PartKind::Reference
        | PartKind::Code
        | PartKind::Image
        | PartKind::Space
        | PartKind::Mark => false,
    }
}

fn diagnostic(writing: &Writing, passage: &Passage, gap: Span, text: &str) -> Diagnostic {
    let found = Diagnostic::warning(
        "br-layout",
        at(writing.source, gap),
        "改行を続けて空きを作っています",
    )
    .label("段落の区切りになりません");
    let ends = passage.parts.first().zip(passage.parts.last());
    let is_inside =
        ends.is_some_and(|(first, last)| first.span.end <= gap.start && gap.end <= last.span.start);
    let is_tag = |part: &Part| part.kind == PartKind::Tag && !is_break(part, text);
    let mut parts = passage.parts.iter();
    let is_marked = parts.any(|part| part.strong || part.linked || is_tag(part));
    // Elsewhere an empty line would end a list, a cell or the words that are marked.
    match passage.role == Role::Paragraph && is_inside && !is_marked {
        true => found
            .help("「<br>」を消して、空行を入れてください。")
            .fix(location(writing.source, gap), "\n\n"),
        false => found.help("「<br>」を消して、別の段落や別の項目にしてください。"),
    }
}
