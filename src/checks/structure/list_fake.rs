//! `list-fake`: lines of one paragraph that begin like items: `・…`, `１．…`, `(1)…`, `ア）…`.
//!
//! Why: the lines run together into one on the page, and who hears it is not told of a list and how long it is (JIS X 8341-3:2016 1.3.1;
//! domain §3.4 D `list-fake`).

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at, location};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::{Passage, Role};
use crate::text::span::Span;

pub const ROW: CheckRow = CheckRow {
    code: "list-fake",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "「・」や「１．」や「ア）」で箇条書きのように見せている行を見つけます。",
    why: "ページでは1行につながって表示されます。読み上げソフトでは、箇条書きであることも項目の数も伝わりません。",
    source: "JIS X 8341-3:2016 1.3.1",
    bad: &[
        "・筆記用具\n・飲み物\n・上履き",
        "次のものをお持ちください。\n・筆記用具\n・飲み物",
        "１．手をぬらす\n２．石けんを付ける\n３．水で流す",
        "(1) 申込書を書く\n(2) 窓口に出す",
        "ア）本人の思いを聞く\nイ）家族の思いを聞く",
    ],
    good: &[
        "- 筆記用具\n- 飲み物",
        "1. 手をぬらす\n2. 石けんを付ける",
        "医師・看護師・薬剤師・\n介護支援専門員が集まります。",
        "対象は次の人です。\n(1)の人は窓口で、ほかの人は電話でお申し込みください。",
        "・筆記用具だけをお持ちください。",
        "ア行から探す人は、\n用語集をご覧ください。",
        "1.5倍に増えました。\n2.5倍になった区もあります。",
        "```\n・筆記用具\n・飲み物\n```",
    ],
};

/// What a line begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Dot,
    /// `１．`, with the number.
    Number(u32),
    /// `(1)`, `ア）` and other marks that Markdown has not.
    Other,
}

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let text = input.text(writing.source);
    let passages = writing.body.passages.iter();
    let paragraphs = passages.filter(|passage| passage.role == Role::Paragraph);
    paragraphs
        .filter_map(|passage| {
            let span = lines_of(passage, text)?;
            found(writing, span, text)
        })
        .collect()
}

/// The lines of a paragraph that has several and begins a line itself.
fn lines_of(passage: &Passage, text: &str) -> Option<Span> {
    let start = passage.parts.first()?.span.range().start;
    let end = passage.parts.last()?.span.range().end;
    let is_line_start = start == 0 || text.get(..start)?.ends_with('\n');
    let span = Span::new(start..end);
    (is_line_start && span.of(text).contains('\n')).then_some(span)
}

fn found(writing: &Writing, paragraph: Span, text: &str) -> Option<Diagnostic> {
    let mut at_byte = 0;
    let mut items: Vec<(Span, Mark, &str)> = Vec::new();
    let mut is_whole = true;
    for line in paragraph.of(text).split_inclusive('\n') {
        let written = line.trim_end();
        match mark(written.trim_start()) {
            Some((mark, words)) => {
                let span = paragraph.part(at_byte..at_byte + written.len());
                items.push((span, mark, words));
            }
            // Words above the first item introduce the list; below, a line may belong to an item or to nothing.
            None => is_whole &= items.is_empty(),
        }
        at_byte += line.len();
    }
    let [(first, kind, words), .., (last, _, _)] = items.as_slice() else {
        return None;
    };
    let whole = Span::new(first.range().start..last.range().end);
    let example = match kind {
        Mark::Dot => format!("- {words}"),
        Mark::Number(_) | Mark::Other => format!("1. {words}"),
    };
    let finding = Diagnostic::warning(
        "list-fake",
        at(writing.source, whole),
        "箇条書きに見えるだけの行です",
    )
    .label("1行につながって表示されます")
    .help(format!("1項目ずつ「{example}」のように書いてください。"));
    Some(match rewritten(&items).filter(|_| is_whole) {
        Some(list) => {
            let has_words_above = whole.start > paragraph.start;
            let list = if has_words_above {
                format!("\n{list}")
            } else {
                list
            };
            finding.fix(location(writing.source, whole), list)
        }
        None => finding,
    })
}

/// The items in Markdown, when all have the same mark and numbers count from 1.
fn rewritten(items: &[(Span, Mark, &str)]) -> Option<String> {
    let mut lines = Vec::with_capacity(items.len());
    for (wanted, (_, mark, words)) in (1..).zip(items) {
        match mark {
            Mark::Dot if matches!(items.first(), Some((_, Mark::Dot, _))) => {
                lines.push(format!("- {words}"))
            }
            Mark::Number(number) if *number == wanted => lines.push(format!("{number}. {words}")),
            Mark::Dot | Mark::Number(_) | Mark::Other => return None,
        }
    }
    Some(lines.join("\n"))
}

/// The mark of a line, and the words behind it.
fn mark(line: &str) -> Option<(Mark, &str)> {
    if let Some(words) = line.strip_prefix('・') {
        return item(Mark::Dot, words);
    }
    let digits = |text: &str| {
        let rest = text
            .trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '０'..='９'));
        text.len() - rest.len()
    };
    let opened = line.strip_prefix(['(', '（']);
    if let Some(inner) = opened {
        let length = digits(inner).max(kana(inner));
        let rest = inner.get(length..)?.strip_prefix([')', '）'])?;
        // 「(1)の人は」 goes on with a sentence.
        let is_item =
            length > 0 && !rest.starts_with(|sign: char| "のはをにとでがもや、。".contains(sign));
        return is_item.then(|| item(Mark::Other, rest)).flatten();
    }
    match digits(line) {
        0 => {
            let length = kana(line);
            let rest = line.get(length..)?.strip_prefix([')', '）', '．'])?;
            (length > 0).then(|| item(Mark::Other, rest)).flatten()
        }
        length => {
            let (number, rest) = line.split_at_checked(length)?;
            let is_wide = !number.is_ascii();
            let words = match rest.strip_prefix(['．', '）']) {
                Some(words) => words,
                // `1.5` is a number, and `1. ` is a list already.
                None => rest.strip_prefix(['.', ')']).filter(|_| is_wide)?,
            };
            let folded: String = number.chars().map(crate::text::japanese::fold).collect();
            let number = folded.parse().ok()?;
            let is_number = words.starts_with(|sign: char| sign.is_numeric());
            (!is_number)
                .then(|| item(Mark::Number(number), words))
                .flatten()
        }
    }
}

/// The length of the one letter of ア, イ, ウ … a line may begin with.
fn kana(text: &str) -> usize {
    let first = text.chars().next();
    first
        .filter(|sign| matches!(sign, 'ア'..='ン'))
        .map_or(0, char::len_utf8)
}

fn item(mark: Mark, words: &str) -> Option<(Mark, &str)> {
    let words = words.trim();
    (!words.is_empty()).then_some((mark, words))
}
