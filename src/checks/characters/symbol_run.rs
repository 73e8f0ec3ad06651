//! `ja-symbol-run`: the same kind of mark three times or more, as a line or as an ornament.

use std::ops::Range;

use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::text::runs::runs;

pub const ROW: CheckRow = CheckRow {
    code: "ja-symbol-run",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(
        Signs::ORNAMENT
            .or(Signs::PUNCTUATION)
            .or(Signs::DASH)
            .or(Signs::WAVE)
            .or(Signs::HYPHEN)
            .or(Signs::KOME),
        check,
    )),
    detects: "飾りや区切りのために三つ以上並べた記号を見つけます。",
    why: "読み上げソフトは記号を一つずつ読むので、肝心の内容がなかなか聞けません。",
    source: "WCAG 2.2 達成方法H86（記号で描いた図）",
    bad: &[
        "★☆★ 講演会のお知らせ ★☆★",
        "―――――――――――",
        "講演会のあとで・・・・相談会があります。",
        "ここから＝＝＝＝＝ここまで",
        "※※※ ご注意 ※※※",
    ],
    good: &[
        "講演会のお知らせ",
        "考えた末に――そう答えました。",
        "○○区役所の△△さん",
        "□□□□-□□□□（番号を書く欄）",
        "見出し\n---\n\n本文\n\n* * *\n",
        "| 甲 | 乙 |\n| --- | --- |\n| ― | なし |\n",
        "`=====` は罫線です。",
    ],
};

const FEWEST: usize = 3;

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let text = passage.text.as_str();
    let symbols = runs(text, is_symbol).filter(|run| is_long(passage.part(run.clone())));
    let free = symbols.filter(|run| !passage.is_fixed(run.clone()));
    free.map(|run| diagnostic(passage, run)).collect()
}

fn is_long(run: &str) -> bool {
    run.chars().count() >= FEWEST
}

fn diagnostic(passage: &Passage, run: Range<usize>) -> Diagnostic {
    let is_dots = passage.part(run.clone()).chars().all(|sign| sign == '・');
    let help = match is_dots {
        true => "省略なら「……」に、項目の区切りなら「、」か箇条書きにしてください。",
        false => {
            "記号を消してください。区切りは「## 」の見出しで、目立たせたい言葉は「**」で囲んで表します。"
        }
    };
    Diagnostic::warning(ROW.code, passage.at(run), "記号が続いています")
        .label("一つずつ読み上げられます")
        .help(help)
}

/// Marks without a meaning in a row; ○, △ and □ stand for what is to be written, # and * belong to Markdown.
fn is_symbol(sign: char) -> bool {
    match sign {
        '＊' | '＝' | '＋' | '～' | '〜' | '※' | '★' | '☆' | '・' | '•' | '=' | '-' | '_' => {
            true
        }
        '‒'..='―' | '─' | '━' | '−' | '－' | '═' => true,
        '○' | '△' | '▽' | '□' => false,
        '■'..='◿' => true,
        _ => false,
    }
}
