//! `ja-decorative-bullet`: a line, an item or a heading that begins with a mark where a list would say the same.
//!
//! Several lines with ・ are `list-fake`, a short line with a mark above a text is `heading-fake`.

use std::ops::Range;

use crate::checks::{CheckRow, Input, Origin, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Role;
use crate::text::japanese::{is_blank, is_kanji};

pub const ROW: CheckRow = CheckRow {
    code: "ja-decorative-bullet",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(Signs::ORNAMENT, check)),
    detects: "箇条書きの代わりに行の始めに置いた「・」「●」「◎」などの記号を見つけます。",
    why: "箇条書きとして伝わらないので、読み上げソフトで項目の数や区切りが分かりません。行もつながって表示されます。",
    source: "JIS X 8341-3:2016 1.3.1（WCAG 2.2 達成方法H48）",
    bad: &[
        "●筆記用具\n●眼鏡",
        "持ち物\n◆筆記用具\n◆眼鏡",
        "・筆記用具だけをお持ちください。",
        "- ・筆記用具",
        "## ■ 申込方法",
        "◎駐車場はありません。",
        "●日時：令和8年12月5日（土曜日）",
    ],
    good: &[
        "- 筆記用具\n- 眼鏡",
        "○月○日に開きます。",
        "○○区役所で受け付けます。",
        "在宅医療・介護連携",
        "| 名前 | 参加 |\n| --- | --- |\n| 見本 | ○ |\n",
        "相談は\n・・・",
        "■ 申込方法\n\n電話でお申し込みください。",
    ],
};

/// Characters of a line that may stand for a heading.
const LONGEST_HEADING: usize = 30;

fn check(passage: &Passage, input: &Input) -> Vec<Diagnostic> {
    let text = input.text(passage.source);
    let marks = passage
        .text
        .char_indices()
        .filter(|(_, sign)| is_mark(*sign));
    let marks = marks.filter_map(|(at, sign)| Some((at, sign, place(passage, at, text)?)));
    let found = marks.filter_map(|(at, sign, place)| {
        let behind = passage.text.get(at + sign.len_utf8()..)?;
        let words = behind.trim_start_matches(is_blank);
        let end = passage.text.len() - words.len();
        let is_own = matches!(place, Place::Start) || !is_other_fault(passage, at, text);
        (is_own && begins_words(sign, words)).then(|| diagnostic(passage, at..end, place))
    });
    found.collect()
}

/// Where a mark stands.
#[derive(Clone, Copy)]
enum Place {
    /// At the start of a line that is no item yet.
    Line,
    /// At the start of a short line of its own, which may be an item or a heading.
    Alone,
    /// At the start of an item, a heading or a value.
    Start,
}

fn place(passage: &Passage, at: usize, text: &str) -> Option<Place> {
    match passage.origin {
        Origin::Body(Role::Paragraph) => {
            let is_heading = is_like_heading(passage, at, text);
            let place = if is_heading {
                Place::Alone
            } else {
                Place::Line
            };
            passage.opens_line(at, text).then_some(place)
        }
        Origin::Body(Role::Item | Role::Heading | Role::Term | Role::Description)
        | Origin::Field(_) => (at == 0).then_some(Place::Start),
        Origin::Body(Role::Header | Role::Cell | Role::Quotation | Role::Script | Role::Note) => {
            None
        }
    }
}

/// Whether the line of the mark at byte `at` is one of a list of ・, or a short line that stands for a heading.
fn is_other_fault(passage: &Passage, at: usize, text: &str) -> bool {
    let words = passage.text.get(at..).unwrap_or_default();
    if words.starts_with('・') {
        let dots = passage.text.match_indices('・');
        return dots.filter(|(at, _)| passage.opens_line(*at, text)).count() > 1;
    }
    let span = passage.span(0..passage.text.len());
    let behind = text.get(span.range().end..).unwrap_or_default();
    is_like_heading(passage, at, text) && !behind.trim_start().starts_with(is_mark)
}

/// Whether the line of the mark at byte `at` is a short paragraph of its own without a sentence.
fn is_like_heading(passage: &Passage, at: usize, text: &str) -> bool {
    let span = passage.span(0..passage.text.len());
    let is_line = at == 0 && !span.of(text).contains('\n');
    let is_short = passage.text.chars().count() <= LONGEST_HEADING;
    let is_sentence = passage.text.contains(['。', '：', ':', '！', '？']);
    is_line && is_short && !is_sentence
}

fn diagnostic(passage: &Passage, mark: Range<usize>, place: Place) -> Diagnostic {
    let (replacement, help) = match place {
        Place::Line => (
            Some("- "),
            "記号の代わりに、半角のハイフンと空白「- 」で行を始めてください。",
        ),
        Place::Alone => (
            None,
            "記号の代わりに、項目なら「- 」で、見出しなら「## 」で行を始めてください。",
        ),
        Place::Start => (
            Some(""),
            "記号を消してください。見出しや箇条書きの印は自動で付きます。",
        ),
    };
    let found = Diagnostic::warning(
        ROW.code,
        passage.at(mark.clone()),
        "記号で箇条書きを表しています",
    )
    .label("記号は箇条書きになりません")
    .help(help);
    match (passage.exact(mark), replacement) {
        (Some(at), Some(replacement)) => found.fix(at, replacement),
        (None, _) | (_, None) => found,
    }
}

fn is_mark(sign: char) -> bool {
    matches!(
        sign,
        '・' | '•'
            | '●'
            | '○'
            | '◎'
            | '■'
            | '□'
            | '◆'
            | '◇'
            | '▼'
            | '▲'
            | '▶'
            | '►'
            | '★'
            | '☆'
    )
}

/// Whether what follows a mark is an item; in ○月○日 and □人 the mark is a blank to fill.
fn begins_words(mark: char, words: &str) -> bool {
    let mut signs = words.chars();
    let Some(first) = signs.next() else {
        return false;
    };
    let goes_on = signs
        .next()
        .is_some_and(|sign| is_kanji(sign) || is_blank(sign));
    let is_unit = "年月日時分人円区市町名歳回×".contains(first);
    let is_to_fill = matches!(mark, '○' | '□' | '●' | '◎') && is_unit && !goes_on;
    let is_start = first.is_alphanumeric() || matches!(first, '「' | '（' | '【' | '『');
    is_start && !is_mark(first) && !is_to_fill
}
