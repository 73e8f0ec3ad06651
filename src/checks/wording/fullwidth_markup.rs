//! `md-fullwidth-markup`: marks of Markdown typed with the Japanese input method, which stay on the page as they are.
//!
//! Why not every ＃: ＃7119 is a telephone number and ＃子育て a tag.

use std::ops::Range;

use crate::checks::{CheckRow, Input, Origin, Passage, Rule, Signs, Stage, location};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Role;
use crate::text::japanese::is_blank;

pub const ROW: CheckRow = CheckRow {
    code: "md-fullwidth-markup",
    severity: Severity::Error,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(
        Signs::PUNCTUATION
            .or(Signs::WIDE_SPACE)
            .or(Signs::DASH)
            .or(Signs::SLASH),
        check,
    )),
    detects: "全角で打たれたり、後ろの空白がなかったりして効いていない、見出し、箇条書き、太字、リンクの記号を見つけます。",
    why: "記号がそのまま画面に出て、見出しやリンクとして伝わりません。",
    source: "CommonMark 0.31.2 4.2節、5.2節、6.2節、6.3節",
    bad: &[
        "＃＃ 申込方法",
        "＃申込方法",
        "##申込方法",
        "##　申込方法",
        "－ 筆記用具\n－ 眼鏡",
        "-　筆記用具",
        "1.　受付をします。",
        "＞ 引用です。",
        "［申込方法］（https://www.city.osaka.lg.jp/kenko/）",
        "[申込方法]（/kita/guides/start/）をご覧ください。",
        "＊＊大切なこと＊＊です。",
    ],
    good: &[
        "## 申込方法",
        "＃7119に電話してください。",
        "＃子育て ＃北区 で投稿してください。",
        "- 筆記用具\n- 眼鏡",
        "-5度まで下がりました。",
        "［注］申込みは要りません（電話で確かめてください）。",
        "[申込方法](/kita/)（別の案内）をご覧ください。",
        "5＞3は正しい式です。",
    ],
};

fn check(passage: &Passage, input: &Input) -> Vec<Diagnostic> {
    let text = input.text(passage.source);
    let mut found = Vec::new();
    if passage.origin == Origin::Body(Role::Paragraph) {
        let lines = passage
            .text
            .char_indices()
            .filter(|(_, sign)| is_mark(*sign));
        let lines = lines.filter(|(at, _)| passage.opens_line(*at, text));
        found.extend(lines.filter_map(|(at, _)| line(passage, at, text)));
        found.extend(numbers(passage, text));
    }
    if matches!(passage.origin, Origin::Body(_)) {
        found.extend(links(passage, text));
        found.extend(strong(passage, text));
    }
    found
}

/// A mark at the start of a line, at byte `at`.
fn line(passage: &Passage, at: usize, text: &str) -> Option<Diagnostic> {
    let rest = passage.text.get(at..)?;
    let marks = rest.len() - rest.trim_start_matches(is_mark).len();
    let (mark, behind) = rest.split_at_checked(marks)?;
    let words = behind.trim_start_matches(is_blank);
    let blanks = behind.get(..behind.len() - words.len())?;
    if words.is_empty() || words.starts_with('\n') {
        return None;
    }
    let (right, what) = match mark {
        "－" | "＊" | "ー" if !blanks.is_empty() => ("- ".to_owned(), "箇条書き"),
        "-" | "*" | "+" if blanks.contains('\u{3000}') => ("- ".to_owned(), "箇条書き"),
        "＞" if !blanks.is_empty() => ("> ".to_owned(), "引用"),
        mark => (heading(mark, blanks, words)?, "見出し"),
    };
    let range = at..at + marks + blanks.len();
    Some(diagnostic(passage, range, &right, what, text))
}

/// A number of a list with a full-width blank behind its point.
fn numbers<'a>(passage: &'a Passage, text: &'a str) -> impl Iterator<Item = Diagnostic> {
    let points = passage.text.match_indices(".\u{3000}");
    points.filter_map(move |(at, point)| {
        let ahead = passage.text.get(..at)?;
        let line = ahead.trim_end_matches(|sign: char| sign.is_ascii_digit());
        let is_number = line.len() < at && passage.opens_line(line.len(), text);
        let right = format!("{}. ", ahead.get(line.len()..)?);
        let range = line.len()..at + point.len();
        is_number.then(|| diagnostic(passage, range, &right, "箇条書き", text))
    })
}

/// `## ` for `＃＃`; nothing for what is a tag or a number.
fn heading(mark: &str, blanks: &str, words: &str) -> Option<String> {
    let is_wide = mark.chars().all(|sign| sign == '＃');
    let is_narrow = mark.chars().all(|sign| sign == '#') && blanks.contains('\u{3000}');
    let count = mark.chars().count();
    let is_tag = count == 1 && words.contains(['＃', '#']);
    let is_number = words.starts_with(|sign: char| sign.is_numeric());
    // 「##申込方法」 lacks its blank; one # begins a tag.
    let is_tight = count > 1 && blanks.is_empty() && mark.chars().all(|sign| sign == '#');
    let is_heading = (is_wide || is_narrow || is_tight)
        && count <= 6
        && !is_tag
        && !(is_number && blanks.is_empty());
    is_heading.then(|| format!("{} ", "#".repeat(count.max(2))))
}

/// `［言葉］（https://…）` with any of its brackets full-width.
fn links<'a>(passage: &'a Passage, text: &'a str) -> impl Iterator<Item = Diagnostic> {
    let closed = passage.text.match_indices(['］', ']']);
    closed.filter_map(move |(at, close)| {
        let before = passage.text.get(..at)?;
        let start = before.rfind(['［', '['])?;
        let words = before.get(start..)?.trim_start_matches(['［', '[']);
        let behind = passage.text.get(at + close.len()..)?;
        let address = behind
            .strip_prefix('（')
            .or_else(|| behind.strip_prefix('('))?;
        let end = address.find(['）', ')', ' ', '\n'])?;
        let (address, tail) = address.split_at_checked(end)?;
        let closing = tail
            .chars()
            .next()
            .filter(|sign| matches!(sign, '）' | ')'))?;
        let is_address =
            address.is_ascii() && (address.starts_with('/') || address.contains("://"));
        let opening = behind.chars().next()?;
        let end = at + close.len() + opening.len_utf8() + address.len() + closing.len_utf8();
        let right = format!("[{words}]({address})");
        let is_narrow = right == passage.part(start..end);
        (is_address && !words.is_empty() && !is_narrow)
            .then(|| diagnostic(passage, start..end, &right, "リンク", text))
    })
}

/// `＊＊言葉＊＊`.
fn strong<'a>(passage: &'a Passage, text: &'a str) -> Option<Diagnostic> {
    let start = passage.text.find("＊＊")?;
    let inner = passage.text.get(start + "＊＊".len()..)?;
    let length = inner.find("＊＊")?;
    let words = inner.get(..length)?;
    let is_words = !words.is_empty() && !words.contains(['＊', '\n']) && words.trim() == words;
    let end = start + "＊＊".len() * 2 + length;
    is_words.then(|| diagnostic(passage, start..end, &format!("**{words}**"), "太字", text))
}

fn diagnostic(
    passage: &Passage,
    range: Range<usize>,
    right: &str,
    what: &str,
    text: &str,
) -> Diagnostic {
    let is_narrow = passage.part(range.clone()).is_ascii();
    let title = match is_narrow {
        true => format!("{what}の記号の後ろに空白がありません"),
        false => format!("{what}の記号が半角ではありません"),
    };
    let found = Diagnostic::error(ROW.code, passage.at(range.clone()), title)
        .label(format!("{what}になっていません"))
        .help(format!("半角で「{right}」と打ってください。"));
    // An address inside may be a link of its own by now; the characters must still stand there as they are read.
    let span = passage.span(range.clone());
    match span.of(text) == passage.part(range) {
        true => found.fix(location(passage.source, span), right),
        false => found,
    }
}

fn is_mark(sign: char) -> bool {
    matches!(
        sign,
        '＃' | '#' | '－' | 'ー' | '-' | '＊' | '*' | '+' | '＞'
    )
}
