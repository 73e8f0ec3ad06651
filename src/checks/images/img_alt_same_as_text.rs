//! `img-alt-same-as-text`: a text alternative that repeats the words beside the image.
//!
//! Who listens hears the same words twice and learns nothing about the image (WCAG technique H2, domain §3.4 E
//! `img-alt-same-as-text`).

use crate::checks::{CheckRow, Input, OBJECT, Origin, Passage, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::{self, Image, PartKind};

/// What a caption may begin with before its words.
const CAPTIONS: [&str; 5] = ["写真", "画像", "図", "イラスト", "地図"];

pub const ROW: CheckRow = CheckRow {
    code: "img-alt-same-as-text",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "すぐ前や後ろの文と同じ代替テキストを見つけます。",
    why: "音声で聞く人は同じ言葉を二度聞くだけで、画像に何が写っているかは分かりません。",
    source: "JIS X 8341-3:2016 1.1.1",
    bad: &[
        "![見本区民センターの入口](iriguchi.jpg)\n\n見本区民センターの入口",
        "![手洗いの手順](tejun.png)\n図1：手洗いの手順",
        "[![感染対策のビラ](bira.png) 感染対策のビラ](https://example.jp/)",
    ],
    good: &[
        "![入口は建物の南側にあり、左手にスロープがある](iriguchi.jpg)\n\n見本区民センターの入口",
        "![手洗いの手順。くわしくは下の1から6まで](tejun.png)\n\n手洗いの手順は、次のとおりです。",
        "![地図](chizu.png)\n\n会場",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    if writing.body.images.is_empty() {
        return Vec::new();
    }
    let read = Passage::all(writing, input.text(writing.source)).into_iter();
    let read = read.filter(|passage| matches!(passage.origin, Origin::Body(_)));
    let words: Vec<String> = read
        .map(|passage| passage.text.replace(OBJECT, ""))
        .collect();
    let images = writing.body.images.iter();
    let repeated = images.filter(|image| is_repeated(image, &writing.body.passages, &words));
    repeated
        .map(|image| diagnostic(writing, input, image))
        .collect()
}

/// Whether the passage of the image, or the one before or behind, says just what its alternative says.
fn is_repeated(image: &Image, passages: &[body::Passage], words: &[String]) -> bool {
    let alt = plain(&image.alt);
    let has_image = |passage: &body::Passage| {
        let mut parts = passage.parts.iter();
        parts.any(|part| part.kind == PartKind::Image && part.span == image.span)
    };
    let Some(own) = passages.iter().position(has_image) else {
        return false;
    };
    let near = words.get(own.saturating_sub(1)..).unwrap_or_default();
    let says_same = |words: &String| words.lines().any(|line| plain(line) == alt);
    !alt.is_empty() && near.iter().take(own.min(1) + 2).any(says_same)
}

/// The words of a caption without its mark and number.
fn plain(words: &str) -> &str {
    let words = trimmed(words);
    let Some((mark, rest)) = words.split_once(['：', ':']) else {
        return words;
    };
    let is_mark = CAPTIONS.iter().any(|caption| mark.starts_with(caption));
    match is_mark && mark.chars().count() <= 6 {
        true => trimmed(rest),
        false => words,
    }
}

fn trimmed(words: &str) -> &str {
    words.trim_matches(|sign: char| sign.is_whitespace() || "▲△↑↓（）()。".contains(sign))
}

fn diagnostic(writing: &Writing, input: &Input, image: &Image) -> Diagnostic {
    let span = input.find(writing.source, image.span, &image.alt);
    let title = "代替テキストが、そばの文と同じです";
    Diagnostic::warning("img-alt-same-as-text", at(writing.source, span), title)
        .label("すぐ近くに同じ言葉があります")
        .help("画像を見ないと分からないことを、「![入口は建物の南側にあり、左手にスロープがある](iriguchi.jpg)」のように書いてください。")
}
