//! `img-text-in-image`: a page that says what it has to say in an image.
//!
//! The picture of a flyer cannot be read aloud, enlarged without blur, translated or searched (WCAG SC 1.4.5, domain §3.4 E
//! `img-text-in-image`). Where front matter gives days and places, the page says them in words anyway.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::{Body, PartKind};
use crate::model::facet::Facets;

/// With fewer characters nothing is said but the greeting.
const FEWEST: usize = 15;

/// With fewer characters the text does not tell what a flyer tells.
const FEW: usize = 50;

/// What an alternative calls a picture that is full of words.
const PRINTED: [&str; 11] = [
    "ちらし",
    "チラシ",
    "ビラ",
    "ポスター",
    "リーフレット",
    "パンフレット",
    "案内",
    "お知らせ",
    "プログラム",
    "日程",
    "一覧",
];

pub const ROW: CheckRow = CheckRow {
    code: "img-text-in-image",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "内容が画像だけで、文章のない原稿を見つけます。",
    why: "画像の中の文字は、音声で聞くことも、ぼやけずに大きくすることも、翻訳することも、検索することもできません。",
    source: "JIS X 8341-3:2016 1.4.5",
    bad: &[
        "![相談会のちらし](chirashi.png)",
        "相談会を開きます。くわしくは、ちらしをご覧ください。\n\n![相談会のちらし](chirashi.png)",
    ],
    good: &[
        "在宅医療の相談会を、毎月第2水曜日の14時から16時まで、区役所2階の相談室で開きます。申込みはいりません。\n\n![相談会のちらし。内容は上の文と同じです](chirashi.png)",
        "区役所のロビーで、パネル展を開いています。\n\n![パネルの前で話す人たち](panel.jpg)",
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n![講演会のちらし](chirashi.png)\n",
    ],
};

fn check(writing: &Writing, _: &Input) -> Vec<Diagnostic> {
    let body = writing.body;
    let says_days = |facets: &Facets| !facets.sessions.is_empty();
    let (Some(image), false) = (body.images.first(), writing.facets.is_none_or(says_days)) else {
        return Vec::new();
    };
    let count = characters(body);
    let is_printed = PRINTED.iter().any(|word| image.alt.contains(word));
    if count >= FEW || (count >= FEWEST && !is_printed) {
        return Vec::new();
    }
    let title = "内容が画像だけで、文章がありません";
    let found = Diagnostic::warning("img-text-in-image", at(writing.source, image.span), title)
        .label("画像の中の文字は、音声で聞けません")
        .help(
            "画像に書いてある日時、場所、内容、問い合わせ先などを、本文にも文章で書いてください。",
        );
    vec![found]
}

/// About how many characters of words the text has; most take three bytes.
fn characters(body: &Body) -> usize {
    let parts = body.passages.iter().flat_map(|passage| &passage.parts);
    let words = parts.filter(|part| part.kind == PartKind::Words);
    words.map(|part| part.span.range().len()).sum::<usize>() / 3
}
