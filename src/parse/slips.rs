//! Slips of the Japanese keyboard in front matter, named before YAML misreads them.

use std::ops::Range;

use crate::diag::{Diagnostic, Findings};
use crate::model::field::Field;
use crate::parse::plain::numbered_lines;
use crate::text::span::{Location, Span};

/// Slips of the Japanese keyboard that YAML would misread: full-width colons, spaces and hyphens, a missing space after the colon.
pub fn slips(text: &str, within: Range<usize>, findings: &Findings) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (start, line) in numbered_lines(text, within) {
        let at = |range: Range<usize>| {
            findings.location(Span::new(start + range.start..start + range.end))
        };
        let trimmed = line.trim_start_matches([' ', '\u{3000}', '\t']);
        let indent = line.len() - trimmed.len();
        if line
            .get(..indent)
            .is_some_and(|space| space.contains(['\u{3000}', '\t']))
            && !trimmed.is_empty()
        {
            let marked = at(0..indent);
            found.push(
                Diagnostic::error(
                    "front-matter-slip",
                    findings.at(marked.span),
                    "行の始めに全角の空白かタブがあります",
                )
                .label("半角の空白にしてください")
                .help("行の始めを半角の空白2つにしてください。")
                .fix(marked, "  "),
            );
        }
        if let Some(item) = trimmed
            .chars()
            .next()
            .filter(|first| "－ー−‐–—・".contains(*first))
        {
            let marked = at(indent..indent + item.len_utf8());
            found.push(
                Diagnostic::error(
                    "front-matter-slip",
                    findings.at(marked.span),
                    "並べる行の始めの記号が半角のハイフンではありません",
                )
                .label("半角の「-」と空白にしてください")
                .help("「- 内容」のように、半角のハイフンと半角の空白で始めてください。")
                .fix(marked, "- "),
            );
        }
        found.extend(colon_slip(trimmed, indent, findings, &at));
    }
    found
}

fn colon_slip(
    line: &str,
    indent: usize,
    findings: &Findings,
    at: &dyn Fn(Range<usize>) -> Location,
) -> Option<Diagnostic> {
    let (offset, colon) = line
        .char_indices()
        .find(|(_, character)| matches!(character, ':' | '：'))?;
    let key = line.get(..offset)?;
    let after = line.get(offset + colon.len_utf8()..)?;
    let is_key = Field::named(key.trim()).is_some();
    if !is_key || (colon == ':' && (after.is_empty() || after.starts_with(' '))) {
        return None;
    }
    let space = after.len() - after.trim_start_matches(['\u{3000}', ' ']).len();
    let marked = at(indent + offset..indent + offset + colon.len_utf8() + space);
    let title = if colon == '：' {
        "項目の名前の後ろのコロンが全角です"
    } else {
        "コロンの後ろに半角の空白がありません"
    };
    Some(
        Diagnostic::error("front-matter-slip", findings.at(marked.span), title)
            .label("半角のコロンと半角の空白にしてください")
            .help(format!(
                "「{}: {}」と書いてください。",
                key.trim(),
                after.trim()
            ))
            .fix(marked, ": "),
    )
}
