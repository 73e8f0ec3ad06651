//! `ja-control-char`: characters that are no writing: control characters, 外字, U+FFFD, text read in the wrong encoding, and `?` where
//! a wave dash was lost.

use crate::checks::characters::mojibake;
use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::text::runs::{after, before, runs};

pub const ROW: CheckRow = CheckRow {
    code: "ja-control-char",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(
        Signs::CONTROL.or(Signs::NARROW_KANA).or(Signs::DIGIT),
        check,
    )),
    detects: "文字化けと、画面に出ない制御文字や外字を見つけます。",
    why: "読めない文字になり、何が書いてあったのか読む人には分かりません。",
    source: "Unicode 15.0 23章（制御文字、私用領域、U+FFFD）",
    bad: &[
        "講演会\u{FFFD}のお知らせ",
        "縺薙ｓ縺ｫ縺｡縺ｯ",
        "ã“ã‚“ã«ã¡ã¯",
        "見本\u{E000}之助",
        "講演\u{0B}会です。",
        "時間は10時?12時です。",
    ],
    good: &[
        "講演会のお知らせ",
        "糸が縺れる。もつれて縺れた。",
        "São Paulo、não、manhã",
        "何時ですか? 10時です。",
        "https://example.jp/?page=2&day=5?1",
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let text = passage.text.as_str();
    let mut found = Vec::new();
    if let Some((at, sign)) = mojibake::first(text) {
        let at = passage.at(at..at + sign.len_utf8());
        let broken = Diagnostic::error(ROW.code, at, "文字が化けています")
            .label("ここから文字化けしています")
            .help("元の原稿を開き直し、文字コードをUTF-8にして保存してください。");
        return vec![broken];
    }
    for run in runs(text, is_no_writing) {
        let (title, label) = match after(text, run.start) {
            Some('\u{FFFD}') => ("文字が化けています", "元の文字が失われています"),
            Some('\u{E000}'..='\u{F8FF}') => ("外字があります", "ほかのパソコンでは見えません"),
            _ => ("画面に出ない制御文字があります", "制御文字があります"),
        };
        let broken = Diagnostic::error(ROW.code, passage.at(run), title);
        found.push(
            broken
                .label(label)
                .help("消して、正しい文字を打ち直してください。"),
        );
    }
    found.extend(lost_waves(passage));
    found
}

/// A `?` between a time or a number and a number, which stands for a `～` that an encoding did not have.
fn lost_waves(passage: &Passage) -> impl Iterator<Item = Diagnostic> {
    let text = passage.text.as_str();
    let marks = text.match_indices('?').map(|(at, _)| at..at + 1);
    let lost = marks.filter(|mark| {
        let ahead = before(text, mark.start);
        let behind = after(text, mark.end);
        let is_number = |sign: char| sign.is_ascii_digit() || "時分日月円人歳".contains(sign);
        ahead.is_some_and(is_number) && behind.is_some_and(|sign| sign.is_ascii_digit())
    });
    let free = lost.filter(|mark| !passage.is_fixed(mark.clone()));
    free.map(|mark| {
        Diagnostic::warning(ROW.code, passage.at(mark), "文字化けした「～」のようです")
            .label("「?」があります")
            .help("範囲を表すなら「から」と「まで」で書いてください。")
    })
}

fn is_no_writing(sign: char) -> bool {
    matches!(sign, '\u{0}'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFD}' | '\u{E000}'..='\u{F8FF}')
}
