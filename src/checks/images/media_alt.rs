//! `media-alt`: a link to a video or a sound without a word about captions or a transcript.
//!
//! Who does not hear has no use of it, and finds out only after opening it (WCAG SC 1.2.1, 1.2.2, domain §3.4 E `media-alt`).
//! Whether captions are there cannot be seen from a manuscript, so this is a remark.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};

const FILES: [&str; 11] = [
    ".mp4", ".m4v", ".mov", ".wmv", ".avi", ".webm", ".mp3", ".m4a", ".wav", ".wma", ".ogg",
];

/// Addresses of one video; those of channels and lists are none.
const VIDEOS: [&str; 6] = [
    "youtube.com/watch",
    "youtube.com/live/",
    "youtube.com/shorts/",
    "youtube.com/embed/",
    "youtu.be/",
    "vimeo.com/",
];

/// Words that tell readers what there is for those who do not hear or see.
const TOLD: [&str; 9] = [
    "字幕",
    "文字起こし",
    "書き起こし",
    "テキスト版",
    "全文",
    "台本",
    "手話",
    "副音声",
    "音声はありません",
];

pub const ROW: CheckRow = CheckRow {
    code: "media-alt",
    severity: Severity::Info,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "字幕や文字起こしについて書かれていない、動画や音声へのリンクを見つけます。",
    why: "耳の聞こえにくい人や、音を出せない場所にいる人は、字幕があるかどうかを開く前に知りたいものです。",
    source: "JIS X 8341-3:2016 1.2.1、1.2.2",
    bad: &[
        "[人生会議の紹介動画](https://www.youtube.com/watch?v=mihon)をご覧ください。",
        "[手洗いの歌](tearai.mp3)を聞きながら、手を洗いましょう。",
    ],
    good: &[
        "[人生会議の紹介動画](https://www.youtube.com/watch?v=mihon)（3分、字幕あり）をご覧ください。",
        "[手洗いの歌](tearai.mp3)を聞きながら、手を洗いましょう。歌詞の全文は次のとおりです。",
        "[見本市の動画の一覧](https://www.youtube.com/@mihon)から選べます。",
        "[手洗いの説明](tearai.pdf)をご覧ください。",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let links = writing.body.links.iter();
    let mut media = links.filter(|link| is_media(&link.target)).peekable();
    if media.peek().is_none() {
        return Vec::new();
    }
    let text = input.text(writing.source);
    if TOLD.iter().any(|word| text.contains(word)) {
        return Vec::new();
    }
    media
        .map(|link| {
            let span = input.find_last(writing.source, link.span, &link.target);
            let title = "動画や音声に、字幕などの案内がありません";
            Diagnostic::info("media-alt", at(writing.source, span), title)
                .label("聞こえない人に伝わるかどうかが分かりません")
                .help("字幕があれば、リンクのすぐ後ろに「（3分、字幕あり）」のように書いてください。なければ、話している内容を本文に書いてください。")
        })
        .collect()
}

fn is_media(target: &str) -> bool {
    let address = target.split(['?', '#']).next().unwrap_or_default();
    let ending = address.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_file = FILES
        .iter()
        .any(|file| file.trim_start_matches('.').eq_ignore_ascii_case(ending));
    is_file || VIDEOS.iter().any(|video| target.contains(video))
}
