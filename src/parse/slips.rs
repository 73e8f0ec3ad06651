//! Slips of the Japanese keyboard in front matter, named before YAML misreads them.

use std::ops::Range;

use crate::diag::{Diagnostic, Findings};
use crate::model::field::Field;
use crate::parse::FENCE;
use crate::parse::plain::numbered_lines;
use crate::text::japanese::fold;
use crate::text::span::{Location, Span};

/// Slips of the Japanese keyboard that YAML would misread: full-width colons, spaces and hyphens, a missing space after the colon.
pub fn slips(text: &str, within: Range<usize>, findings: &Findings) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    // Lines of a block of text may begin as they like.
    let mut block_indent = None;
    let mut may_list = false;
    for (start, line) in numbered_lines(text, within) {
        let spaces = line.len() - line.trim_start_matches(' ').len();
        if block_indent.is_some_and(|indent| spaces > indent || line.trim().is_empty()) {
            continue;
        }
        block_indent = opens_block(line).then_some(spaces);
        let may_list_here = std::mem::replace(&mut may_list, begins_list(line));
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
            found.push(list_slip(
                marked,
                "並べる行の始めの記号が半角のハイフンではありません",
                findings,
            ));
        }
        if may_list_here && is_tight_item(trimmed) {
            let marked = at(indent..indent + 1);
            let title = "並べる行の「-」の後ろに半角の空白がありません";
            found.push(list_slip(marked, title, findings));
        }
        found.extend(unread(trimmed, start + indent, findings));
        found.extend(colon_slip(trimmed, indent, findings, &at));
    }
    found
}

fn list_slip(marked: Location, title: &str, findings: &Findings) -> Diagnostic {
    Diagnostic::error("front-matter-slip", findings.at(marked.span), title)
        .label("半角の「-」と空白にしてください")
        .help("「- 内容」のように、半角のハイフンと半角の空白で始めてください。")
        .fix(marked, "- ")
}

/// Whether the lines below are one text, as `概要: |` says.
fn opens_block(line: &str) -> bool {
    let line = line.trim_end();
    ["|", ">", "|-", ">-", "|+", ">+"].iter().any(|sign| {
        line.strip_suffix(sign)
            .is_some_and(|before| before.ends_with([' ', ':']))
    })
}

fn begins_list(line: &str) -> bool {
    let line = line.trim();
    line.ends_with(':') || line.starts_with('-') || line.is_empty()
}

/// `-内容`, where `- 内容` is meant.
fn is_tight_item(line: &str) -> bool {
    let after = line.strip_prefix('-').and_then(|rest| rest.chars().next());
    after.is_some_and(|next| !next.is_ascii() || next.is_ascii_alphabetic())
}

/// 「見本会館 #2」: YAML takes what follows for a remark and drops it. A remark people mean has a blank behind its `#`.
fn unread(line: &str, start: usize, findings: &Findings) -> Option<Diagnostic> {
    let (offset, value) = value_of(line)?;
    let is_quoted = value.starts_with(['"', '\'']);
    let at = line.match_indices(" #").map(|(at, _)| at + 1).find(|at| {
        let behind = line.get(at + 1..).and_then(|rest| rest.chars().next());
        behind.is_some_and(|sign| !sign.is_whitespace() && sign != '#')
    })?;
    if is_quoted || at < offset {
        return None;
    }
    let span = Span::new(start + at..start + line.trim_end().len());
    let whole = Span::new(start + offset..start + offset + value.len());
    let found = Diagnostic::error(
        "front-matter-slip",
        findings.at(span),
        "「#」から後ろが読まれません",
    )
    .label("このままではページに載りません");
    Some(in_quotes(found, line, (offset, value), whole, findings))
}

/// The value of `項目: 内容` or `- 内容`, and where it begins.
fn value_of(line: &str) -> Option<(usize, &str)> {
    let offset = match line.strip_prefix("- ") {
        Some(_) => 2,
        None => line.find(": ")? + 2,
    };
    let value = line.get(offset..)?;
    let blanks = value.len() - value.trim_start().len();
    let value = value.trim();
    (!value.is_empty()).then_some((offset + blanks, value))
}

/// Adds the line to type, with its value in quotes.
fn in_quotes(
    found: Diagnostic,
    line: &str,
    (offset, value): (usize, &str),
    whole: Span,
    findings: &Findings,
) -> Diagnostic {
    let quoted = match (value.contains(['"', '\\']), value.contains('\'')) {
        (false, _) => format!("\"{value}\""),
        (true, false) => format!("'{value}'"),
        (true, true) => {
            return found.help("内容から「\"」と「'」を除き、全体を半角の「\"」で囲んでください。");
        }
    };
    let before = line.get(..offset).unwrap_or_default();
    found
        .help(format!("「{before}{quoted}」と書いてください。"))
        .fix(findings.location(whole), quoted)
}

/// Why YAML stumbles over a line, where that can be told from the line alone.
pub fn stumble(line: &str, start: usize, findings: &Findings) -> Option<Diagnostic> {
    const CODE: &str = "front-matter-yaml";
    let trimmed = line.trim();
    let indent = line.len() - line.trim_start().len();
    let Some((offset, value)) = value_of(trimmed) else {
        let is_loose =
            indent == 0 && !trimmed.starts_with('-') && !trimmed.contains([':', '"', '\'']);
        let span = Span::new(start..start + trimmed.len());
        return is_loose.then(|| {
            Diagnostic::error(CODE, findings.at(span), "項目の名前がない行があります")
                .label("「項目: 内容」の形になっていません")
                .help("上の行の続きなら、上の行の終わりにつなげて、1行で書いてください。")
        });
    };
    let begin = start + indent + offset;
    let whole = Span::new(begin..begin + value.len());
    if let Some(rest) = value
        .strip_prefix('"')
        .filter(|rest| !rest.contains(['"', '\\']))
    {
        let before = trimmed.get(..offset).unwrap_or_default();
        return Some(
            Diagnostic::error(
                CODE,
                findings.at(whole),
                "「\"」で囲んだ内容が閉じていません",
            )
            .label("終わりの「\"」がありません")
            .help(format!("「{before}\"{rest}\"」と書いてください。"))
            .fix(findings.location(whole), format!("\"{rest}\"")),
        );
    }
    let is_sign = value.starts_with(['[', ']', '{', '}', '*', '&', '!', '%', '@', '`', '"', '\'']);
    if !is_sign && !value.contains(": ") && !value.ends_with(':') {
        return None;
    }
    let found = Diagnostic::error(CODE, findings.at(whole), "記号のために内容を読み取れません")
        .label("全体を半角の「\"」で囲むと読み取れます");
    Some(in_quotes(found, trimmed, (offset, value), whole, findings))
}

/// Whether a line was meant to be the `---` above or below front matter.
pub fn is_like_fence(line: &str) -> bool {
    let line = line.trim();
    line.chars().count() >= 2 && line.chars().all(|sign| fold(sign) == '-')
}

/// Says that a line is not quite `---`.
pub fn fence(span: Span, findings: &Findings) -> Diagnostic {
    let title = "項目を囲む線が、半角のハイフン3つではありません";
    Diagnostic::error("front-matter-slip", findings.at(span), title)
        .label("「---」にしてください")
        .help("この行を、半角のハイフン3つの「---」だけにしてください。")
        .fix(findings.location(span), FENCE)
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
