//! `link-text-empty`: a link without words.
//!
//! Why: nobody can see it, and screen readers read out its address or nothing (JIS X 8341-3:2016 2.4.4; domain §3.4 C `link-text-empty`).
//! A link around an image has the words of the image, and `image-alt` looks after them.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Link;

pub const ROW: CheckRow = CheckRow {
    code: "link-text-empty",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "言葉のないリンクを見つけます。",
    why: "画面には何も見えないのに、キーボードで移ると止まり、読み上げソフトはアドレスを読むか、何も読みません。",
    source: "JIS X 8341-3:2016 2.4.4",
    bad: &[
        "[](/guides/start/)くわしくは窓口へ。",
        "申込書はありません。[ ](/guides/start/)",
        "[<br>](/guides/start/)",
    ],
    good: &[
        "[在宅医療のはじめ方](/guides/start/)",
        "[![会場までの地図](map.png)](/guides/start/)",
        "[`kairan`](/guides/start/)",
    ],
};

fn check(writing: &Writing, _: &Input) -> Vec<Diagnostic> {
    writing
        .links()
        .filter(|(link, _)| link.text.trim().is_empty() && !has_image(writing, link))
        .map(|(link, _)| {
            Diagnostic::error(
                "link-text-empty",
                at(writing.source, link.span),
                "リンクに言葉がありません",
            )
            .label("このリンクは見えません")
            .help(format!(
                "「[行き先の題名]({})」のように角かっこの中に言葉を書くか、このリンクを消してください。",
                link.target
            ))
        })
        .collect()
}

fn has_image(writing: &Writing, link: &Link) -> bool {
    let images = &writing.body.images;
    let first = images.partition_point(|image| image.span.start < link.span.start);
    let image = images.get(first);
    image.is_some_and(|image| image.span.end <= link.span.end)
}
