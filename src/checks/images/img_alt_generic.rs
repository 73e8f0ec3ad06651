//! `img-alt-generic`: a text alternative that ends by saying that it is an image.
//!
//! Screen readers say 「画像」 or 「グラフィック」 before the alternative, so it is heard twice (domain §3.4 E `img-alt-generic`).
//! Alternatives that are nothing but such a word are errors of `image-alt`. 「〜の写真」 is left alone: that it is a photograph can matter.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Image;

/// The longest first.
const ENDINGS: [&str; 5] = [
    "のイラストです",
    "の画像です",
    "の写真です",
    "の図です",
    "の画像",
];

/// Where an image is what the words are about, as in 検査の画像.
const ABOUT_IMAGES: [&str; 10] = [
    "検査",
    "診断",
    "CT",
    "MRI",
    "エックス線",
    "X線",
    "レントゲン",
    "超音波",
    "内視鏡",
    "衛星",
];

pub const ROW: CheckRow = CheckRow {
    code: "img-alt-generic",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "「〜の画像」や「〜の写真です」で終わる代替テキストを見つけます。",
    why: "音声で読むソフトは、はじめに「画像」と読み上げます。代替テキストにも書くと、同じ言葉を二度聞くことになります。",
    source: "JIS X 8341-3:2016 1.1.1",
    bad: &[
        "![手を洗う人の画像](tearai.png)",
        "![見本区民センターの入口の写真です。](iriguchi.jpg)",
        "![マスクを着けた人のイラストです](mask.png)",
    ],
    good: &[
        "![せっけんを泡立てて、手の甲を洗っているところ](tearai.png)",
        "![開館したころの区民センターの写真](mukashi.jpg)",
        "![胸の検査の画像](kensa.png)",
        "お口の中の画像を送ると、歯科医師が答えます。",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let images = writing.body.images.iter();
    images
        .filter_map(|image| diagnostic(writing, input, image))
        .collect()
}

fn diagnostic(writing: &Writing, input: &Input, image: &Image) -> Option<Diagnostic> {
    let alt = image.alt.trim().trim_end_matches('。');
    let ending = ENDINGS.into_iter().find(|ending| alt.ends_with(ending))?;
    let words = alt.strip_suffix(ending).filter(|words| !words.is_empty())?;
    if ABOUT_IMAGES.iter().any(|word| words.contains(word)) {
        return None;
    }
    let alt = input.find(writing.source, image.span, alt);
    let span = input.find_last(writing.source, alt, ending);
    let title = "代替テキストに「画像」などと書かなくてかまいません";
    let found = Diagnostic::warning("img-alt-generic", at(writing.source, span), title)
        .label("音声では「画像」と二度読まれます")
        .help(format!(
            "何が描いてあるかだけを、「{words}」のように書いてください。"
        ));
    Some(found)
}
