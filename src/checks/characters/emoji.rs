//! `ja-emoji`: emoji, pictures among the letters and faces made of marks.

use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::text::runs::runs;

pub const ROW: CheckRow = CheckRow {
    code: "ja-emoji",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::EMOJI.or(Signs::BRACKET), check)),
    detects: "絵文字、絵の記号、顔文字を見つけます。",
    why: "機種によって絵が変わり、読み上げでは思わぬ名前で読まれます。顔文字は記号の羅列として読まれます。",
    source: "WCAG 2.2 達成方法H86（絵文字と顔文字）",
    bad: &[
        "ぜひお越しください😊",
        "☀晴れの日に開きます。",
        "お待ちしています(^^)",
        "楽しく歌いましょう♪",
    ],
    good: &[
        "ぜひお越しください。",
        "| 項目 | 済み |\n| --- | --- |\n| 受付 | ✓ |\n",
        "2(^3)の計算",
        "（＾）は記号です。",
    ],
};

const FACES: &[&str] = &[
    "(^^",
    "(^_",
    "(^-",
    "(^o",
    "(^▽",
    "（^^",
    "（^_",
    "(＾＾",
    "（＾＾",
    "（＾▽",
    "（＾_",
    "(^ｰ",
    "(*^",
];

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let text = passage.text.as_str();
    let pictures = runs(text, |sign| is_picture(sign) || is_part(sign));
    let pictures = pictures.filter(|run| passage.part(run.clone()).contains(is_picture));
    let has_faces = text.contains(['^', '＾']);
    let faces = FACES.iter().filter(|_| has_faces);
    let faces = faces.flat_map(|face| text.match_indices(*face));
    let faces = faces.map(|(at, face)| at..at + face.len());
    let found = pictures.chain(faces).map(|range| {
        Diagnostic::warning(ROW.code, passage.at(range), "絵文字や顔文字があります")
            .label("思わぬ名前で読み上げられます")
            .help("消すか、伝えたいことを言葉で書いてください。")
    });
    found.collect()
}

/// Pictures; ticks and crosses are marks of tables, ☎ is a word.
fn is_picture(sign: char) -> bool {
    match sign {
        '★' | '☆' | '☎' | '☏' | '☐' | '☑' | '☒' | '♀' | '♂' | '♭' | '♯' => {
            false
        }
        '⌚' | '⌛' | '⏩'..='⏺' => true,
        '\u{2600}'..='\u{26FF}' | '✂'..='✒' | '✝' | '✡'..='❓' | '❕' | '❗' | '❣' | '❤' => {
            !matches!(sign, '✓' | '✔')
        }
        '\u{1F000}'..='\u{1F0FF}' | '\u{1F1E6}'..='\u{1FAFF}' | '⭐' | '⭕' => true,
        _ => false,
    }
}

/// What joins and changes pictures.
fn is_part(sign: char) -> bool {
    matches!(sign, '\u{200D}' | '\u{FE0F}' | '\u{20E3}')
}
