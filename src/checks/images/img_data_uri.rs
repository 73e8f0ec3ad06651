//! `img-data-uri`: an image whose bytes stand in the manuscript itself.
//!
//! Editors write such images when a picture is pasted. They cannot be kept for the next page, make the manuscript unreadable and
//! every page that shows it heavy (domain §3.4 E `img-data-uri`).

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};

pub const ROW: CheckRow = CheckRow {
    code: "img-data-uri",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "原稿の中に文字として貼り付けられた画像を見つけます。",
    why: "画像が長い文字の列になって原稿に入り、直すことも、ほかのページで使うこともできません。",
    source: "",
    bad: &["![会場までの地図](data:image/png;base64,iVBORw0KGgo=)"],
    good: &[
        "![会場までの地図](chizu.png)",
        "「data:」で始まるアドレスは使えません。",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let images = writing.body.links.iter().filter(|link| link.is_image);
    let pasted = images.filter_map(|link| Some((link, beginning(&link.target)?)));
    pasted
        .map(|(link, beginning)| {
            let span = input.find(writing.source, link.span, beginning);
            let title = "画像が文字として貼り付けられています";
            Diagnostic::error("img-data-uri", at(writing.source, span), title)
                .label("ここから画像の中身が続いています")
                .help("画像をファイルに保存して原稿と同じ名前のフォルダーに入れ、「![会場までの地図](chizu.png)」のように書いてください。")
        })
        .collect()
}

/// What stands before the bytes, `data:image/png;base64`.
fn beginning(target: &str) -> Option<&str> {
    let scheme = target.get(..5)?;
    let before = target.split(',').next()?;
    scheme.eq_ignore_ascii_case("data:").then_some(before)
}
