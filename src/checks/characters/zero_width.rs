//! `ja-zero-width`: characters without any width, which come along with text copied from browsers and word processors.
//!
//! Why some stay: emoji, Arabic and the scripts of India are written with them, Thai and Khmer divide words by them, and variation
//! selectors choose how a name is written.

use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::text::japanese::is_invisible;
use crate::text::runs::{after, before, runs};

pub const ROW: CheckRow = CheckRow {
    code: "ja-zero-width",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(Signs::INVISIBLE, check)),
    detects: "言葉の間に紛れ込んだ、目に見えない文字を見つけます。",
    why: "見た目では分からないまま、検索で見つからなくなり、読み上げや折り返しが乱れます。",
    source: "JIS X 8341-3:2016 1.3.2",
    bad: &[
        "人生\u{200B}会議の講演会",
        "\u{FEFF}講演会です。",
        "北区\u{AD}役所",
    ],
    good: &[
        "人生会議の講演会",
        "渡邊\u{E0100}さん",
        "می\u{200C}خواهم",
        "ไทย\u{200B}ไทย",
        "communi\u{AD}cation",
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let text = passage.text.as_str();
    let invisible = runs(text, is_invisible);
    let stray = invisible.filter(|run| {
        let (ahead, behind) = (before(text, run.start), after(text, run.end));
        let is_hyphen = passage.part(run.clone()) == "\u{AD}";
        let is_letter = |sign: char| sign.is_ascii_alphabetic();
        let in_word = ahead.is_some_and(is_letter) && behind.is_some_and(is_letter);
        !(is_hyphen && in_word) && ahead.is_none_or(is_at_home) && behind.is_none_or(is_at_home)
    });
    let found = stray.map(|run| {
        let found = Diagnostic::warning(
            ROW.code,
            passage.at(run.clone()),
            "目に見えない文字があります",
        )
        .label("ここにあります")
        .help("前後の文字ごと消して、打ち直してください。");
        match passage.exact(run) {
            Some(at) => found.fix(at, ""),
            None => found,
        }
    });
    found.collect()
}

/// Whether a character belongs to a script that needs no invisible ones.
fn is_at_home(sign: char) -> bool {
    let is_latin = sign <= '\u{24F}';
    let is_japanese = matches!(sign, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}');
    let is_punctuation = matches!(sign, '\u{2010}'..='\u{206F}');
    is_latin || is_japanese || is_punctuation
}
