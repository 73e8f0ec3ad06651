//! `sentence-length`: a sentence of more than 100 characters.
//!
//! Addresses, images and code do not count, and what stands in quotation marks ends with its own 。.

use std::ops::Range;

use crate::checks::{CheckRow, Input, OBJECT, Origin, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Role;
use crate::text::japanese::is_kana;
use crate::text::runs::runs;

/// The longest sentence, in characters.
const LONGEST: usize = 100;

pub const ROW: CheckRow = CheckRow {
    code: "sentence-length",
    severity: Severity::Info,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::ANY, check)),
    detects: "100文字を超える文を見つけます。",
    why: "長い文は、読み返さないと分からなくなります。耳で聞く人や日本語を学んでいる人には特に負担です。",
    source: "公用文作成の考え方（文化審議会建議、令和4年1月7日）",
    bad: &[
        "この講演会は、住み慣れた地域で最後まで自分らしく暮らしていくために大切なことを、医師や看護師、ケアマネジャーなどの専門の職員と一緒に考え、家族や身近な人と話し合うきっかけをつくることを目的として、区民のみなさまを対象に毎年開いているものです。",
    ],
    good: &[
        "この講演会は、区民のみなさまを対象に毎年開いています。住み慣れた地域で最後まで自分らしく暮らすために大切なことを、医師や看護師と一緒に考えます。家族や身近な人と話し合うきっかけになれば幸いです。お気軽にお越しください。",
        "詳しくは https://www.city.osaka.lg.jp/kenko/page/0000364086.html?with=a-very-long-query-that-nobody-reads-aloud-and-that-does-not-count をご覧ください。",
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let is_prose = matches!(
        passage.origin,
        Origin::Body(Role::Paragraph | Role::Item | Role::Description | Role::Script)
    );
    // A character takes at most four bytes and a Japanese one three, so most passages are short enough at a glance.
    if !is_prose || passage.text.len() <= LONGEST {
        return Vec::new();
    }
    let sentences = runs(&passage.text, |sign| !is_end(sign));
    let long = sentences.filter_map(|run| Some((length(passage, run.clone())?, run)));
    let found = long.map(|(count, run)| {
        Diagnostic::info(ROW.code, passage.at(run), "文が長すぎます")
            .label(format!("{count}文字あります"))
            .help("二つ以上の文に分けてください。一文は60文字くらいまでが読みやすい長さです。")
    });
    found.collect()
}

/// How many characters a sentence has when they are too many and Japanese.
fn length(passage: &Passage, run: Range<usize>) -> Option<usize> {
    let sentence = passage.part(run.clone());
    if sentence.len() <= LONGEST || !sentence.contains(is_kana) {
        return None;
    }
    let characters = sentence.chars().filter(|sign| *sign != OBJECT).count();
    if characters <= LONGEST {
        return None;
    }
    let inside = passage
        .tokens()
        .iter()
        .filter(|token| run.contains(&token.range.start));
    let is_address = |part: &str| part.contains("://") || part.contains('@');
    let addresses = inside
        .map(|token| passage.part(token.range.clone()))
        .filter(|part| is_address(part));
    let count = characters
        - addresses
            .map(|part| part.chars().count())
            .sum::<usize>()
            .min(characters);
    (count > LONGEST).then_some(count)
}

fn is_end(sign: char) -> bool {
    matches!(sign, '。' | '！' | '？' | '\n')
}
