//! `lang-part`: a sentence in English, Chinese or Korean that is not marked as such.
//!
//! Why: a Japanese voice reads it out letter by letter or not at all (JIS X 8341-3:2016 3.1.2; domain §3.4 D `lang-part`). Names, titles and
//! single words need no mark, so only whole sentences count.

use std::ops::Range;

use crate::checks::{CheckRow, Input, Origin, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Role;
use crate::text::languages::foreign;

/// Words of a sentence; fewer are a name or a title.
const ENGLISH_WORDS: usize = 5;

/// Words that sentences have and names of organisations and titles of papers seldom do.
const OF_SENTENCES: [&str; 24] = [
    "are", "can", "cannot", "do", "does", "have", "is", "may", "must", "our", "please", "should",
    "they", "this", "us", "was", "we", "were", "will", "would", "you", "your", "it", "be",
];

/// Characters of Chinese that Japanese does not write.
const CHINESE: &str = "们这说请话为时对吗您這們嗎谢给从边见约预疗护员问题办费";

/// So many of them are no name.
const CHINESE_SIGNS: usize = 3;

/// So many syllables are no name.
const KOREAN_SYLLABLES: usize = 8;

pub const ROW: CheckRow = CheckRow {
    code: "lang-part",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::ANY, check)),
    detects: "何語かが示されていない、英語・中国語・韓国語の文を見つけます。",
    why: "日本語の声のまま読み上げられ、聞き取れません。何語かを示すと、その言葉の声に切り替わります。",
    source: "JIS X 8341-3:2016 3.1.2",
    bad: &[
        "Please call the ward office if you need help.",
        "お困りのときはお電話ください。If you need an interpreter, please tell us.",
        "需要帮助时，请给区政府打电话。我们会为您说明。",
        "도움이 필요하시면 구청에 전화해 주세요.",
    ],
    good: &[
        "<span lang=\"en\">Please call the ward office if you need help.</span>",
        "<div lang=\"en\">\n\nPlease call the ward office if you need help.\n\n</div>",
        "<div lang=\"ko\">\n\n도움이 필요하시면 구청에 전화해 주세요.\n\n</div>",
        "人生会議は、ACP（Advance Care Planning）の愛称です。",
        "世界保健機関（World Health Organization）が定めた「WHO Guidelines on Hand Hygiene in Health Care」によります。",
        "English、中文、한국어の案内があります。",
        "会議の通話には、Microsoft Teamsを使います。",
        "```\nPlease call the ward office if you need help.\n```",
        "進め方は論文によります。[^1]\n\n[^1]: Advance care planning is a process that supports adults. Lancet.",
        "前進、後退、会計、時間、説明、医療、看護、約束、事務、費用の区分です。",
    ],
};

fn check(passage: &Passage, input: &Input) -> Vec<Diagnostic> {
    let is_own_words = match passage.origin {
        Origin::Field(_) | Origin::Body(Role::Quotation | Role::Note) => false,
        Origin::Body(
            Role::Paragraph
            | Role::Script
            | Role::Item
            | Role::Heading
            | Role::Header
            | Role::Cell
            | Role::Term
            | Role::Description,
        ) => true,
    };
    if !is_own_words {
        return Vec::new();
    }
    let found = part(passage);
    let found = found.filter(|(range, ..)| !is_marked(passage, range, input));
    let found = found.map(|(range, name, tag)| diagnostic(passage, range, name, tag));
    found.into_iter().collect()
}

/// The first part of a passage in another language, with the name of the language and its tag.
fn part(passage: &Passage) -> Option<(Range<usize>, &'static str, &'static str)> {
    if passage.signs.meets(Signs::LATIN)
        && let Some(range) = english(&passage.text)
    {
        return Some((range, "英語", "en"));
    }
    // Nearly every Japanese passage has hiragana among its first characters, and then nothing is counted.
    if passage.text.chars().any(|sign| matches!(sign, 'ぁ'..='ん')) {
        return None;
    }
    let count =
        |is_sign: fn(char) -> bool| passage.text.chars().filter(|sign| is_sign(*sign)).count();
    let all = 0..passage.text.len();
    if count(|sign| matches!(sign, '가'..='힣')) >= KOREAN_SYLLABLES {
        return Some((all, "韓国語", "ko"));
    }
    let is_chinese = count(|sign| CHINESE.contains(sign)) >= CHINESE_SIGNS;
    is_chinese.then_some((all, "中国語", "zh"))
}

/// The first run of English words that has a sentence.
fn english(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    let mut runs = text.split(|sign: char| !sign.is_ascii()).map(|run| {
        let range = start..start + run.len();
        start += run.len()
            + text
                .get(range.end..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8);
        (range, run)
    });
    runs.find_map(|(range, run)| {
        let words = run.split_whitespace();
        let is_word = |word: &&str| {
            let word = word.trim_matches(|sign: char| ",.?!;:()\"'".contains(sign));
            !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_alphabetic() || b"'-".contains(&byte))
        };
        let count = words.clone().filter(is_word).count();
        let tells = |word: &str| {
            let word = word
                .trim_matches(|sign: char| ",.?!;:".contains(sign))
                .to_ascii_lowercase();
            OF_SENTENCES.contains(&word.as_str())
        };
        let is_sentence = count >= ENGLISH_WORDS
            && words.clone().any(|word| word.ends_with(['.', '?', '!']))
            && words.clone().any(tells);
        is_sentence.then(|| {
            let blank = run.len() - run.trim_start().len();
            range.start + blank..range.start + run.trim_end().len()
        })
    })
}

/// Whether a tag with `lang` is open where the words stand.
fn is_marked(passage: &Passage, range: &Range<usize>, input: &Input) -> bool {
    let start = passage.span(range.clone()).range().start;
    let marked = foreign(input.text(passage.source));
    marked.iter().any(|part| part.contains(&start))
}

fn diagnostic(passage: &Passage, range: Range<usize>, name: &str, tag: &str) -> Diagnostic {
    Diagnostic::warning("lang-part", passage.at(range), format!("{name}の文に印がありません"))
        .label("日本語の声で読み上げられます")
        .help(format!(
            "文の前に「<span lang=\"{tag}\">」、後に「</span>」を書いてください。段落がいくつもあるときは、空行をはさんで「<div lang=\"{tag}\">」と「</div>」で囲みます。"
        ))
}
