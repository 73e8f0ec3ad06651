//! `ja-fullwidth-alnum`: full-width digits and letters outside of names.
//!
//! Why names are left: a company or a room is called as it calls itself, 株式会社ＡＢＣ, Ａ会場.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::checks::characters::dashes::is_confused;
use crate::checks::characters::era_char::is_era_year;
use crate::checks::characters::mojibake::is_mojibake;
use crate::checks::characters::numbers::{is_digit, number};
use crate::checks::{CheckRow, Input, Kind, Origin, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Role;
use crate::model::field::Field;
use crate::text::runs::{after, runs};

pub const ROW: CheckRow = CheckRow {
    code: "ja-fullwidth-alnum",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(Signs::WIDE_ALNUM, check)),
    detects: "全角の数字と英字を見つけます。",
    why: "検索で半角の文字と別のものになり、読み上げソフトによっては一文字ずつ読まれます。",
    source: "公用文作成の考え方（文化審議会建議、令和4年1月7日）",
    bad: &[
        "定員は２０人です。",
        "人生会議（ＡＣＰ）の講演会です。",
        "参加費は１，０００円です。",
        "---\n題名: 第２回の講演会\n---\n講演会です。\n",
    ],
    good: &[
        "定員は20人です。",
        "人生会議（ACP）の講演会です。",
        "講演はＡ会場、相談はＢ会議室で行います。",
        "協力は株式会社ＡＢＣと見本ＡＢＣ株式会社です。",
        "> 第１条　この要綱は、Ａを定める。\n",
        "`２０` は全角です。",
        "１．手をぬらす\n２．石けんを付ける",
        "相談の窓口は１ヵ所です。",
        "縺薙ｓ縺ｫ縺｡縺ｯ",
    ],
};

/// Words that make what they touch a name of a company.
const COMPANIES: &[&str] = &[
    "株式会社",
    "有限会社",
    "合同会社",
    "医療法人",
    "社会福祉法人",
    "一般社団法人",
    "公益社団法人",
    "一般財団法人",
    "公益財団法人",
    "ＮＰＯ法人",
    "NPO法人",
    "（株）",
    "（有）",
];

/// Words that make a letter ahead of them the name of a room or a building.
const ROOMS: &[&str] = &[
    "棟",
    "館",
    "室",
    "会場",
    "会議室",
    "研修室",
    "和室",
    "ホール",
    "ゾーン",
    "ブロック",
    "出口",
    "号室",
    "号棟",
];

fn check(passage: &Passage, input: &Input) -> Vec<Diagnostic> {
    // A quotation is somebody else's text.
    if passage.origin == Origin::Body(Role::Quotation) {
        return Vec::new();
    }
    let text = passage.text.as_str();
    // Text in the wrong encoding has to be read again as a whole.
    if is_mojibake(text) {
        return Vec::new();
    }
    let digits = runs(text, is_digit).filter_map(|digits| number(text, digits));
    let digits = digits.filter(|number| !number.is_mixed);
    let digits = digits.map(|number| number.range);
    let digits = digits.filter(|run| has_wide(passage.part(run.clone())));
    let letters = runs(text, |sign| matches!(sign, 'Ａ'..='Ｚ' | 'ａ'..='ｚ'));
    let letters = letters.filter(|run| !is_name(passage, run));
    let wide = digits.chain(letters);
    let wide = wide.filter(|run| !belongs_elsewhere(passage, run));
    let wide = wide.filter(|run| !numbers_item(passage, run, input));
    let mut wide: Vec<Range<usize>> = wide.collect();
    wide.sort_by_key(|run| run.start);
    joined(passage, wide)
        .into_iter()
        .map(|run| diagnostic(passage, run))
        .collect()
}

/// The runs, those of one day or one time put together: ８年１２月６.
fn joined(passage: &Passage, runs: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(runs.len());
    for run in runs {
        let token = passage.token_in(run.clone());
        let token = token.filter(|token| matches!(token.kind, Kind::Day(_) | Kind::Time(_)));
        match (joined.last_mut(), token) {
            (Some(last), Some(token)) if token.range.start <= last.start => last.end = run.end,
            (_, _) => joined.push(run),
        }
    }
    joined
}

fn has_wide(number: &str) -> bool {
    number.contains(|sign| matches!(sign, '０'..='９'))
}

/// Whether another rule puts these characters right together with what stands around them.
fn belongs_elsewhere(passage: &Passage, run: &Range<usize>) -> bool {
    let text = passage.text.as_str();
    passage.is_fixed(run.clone())
        || passage.is_dialled(run.clone())
        || is_confused(text, run)
        || is_era_year(text, run)
        || counts_old_way(passage, run)
}

/// Whether か behind the number is written in an old way, 1ヵ所, which is `ja-number-kanji`.
fn counts_old_way(passage: &Passage, run: &Range<usize>) -> bool {
    let mut behind = passage.part(run.end..passage.text.len()).chars();
    let is_counter = behind
        .next()
        .is_some_and(|sign| "ヶヵカケ箇".contains(sign));
    let is_short = passage.part(run.clone()).chars().count() < 4;
    is_short
        && is_counter
        && behind
            .next()
            .is_some_and(|sign| "月所年国条".contains(sign))
}

/// Whether the number begins one of several lines that look like a list, which is `list-fake`.
fn numbers_item(passage: &Passage, run: &Range<usize>, input: &Input) -> bool {
    let is_mark = |sign: Option<char>| sign.is_some_and(|sign| "．.）)".contains(sign));
    let source = input.text(passage.source);
    if !is_mark(after(&passage.text, run.end)) || !passage.opens_line(run.start, source) {
        return false;
    }
    let lines = passage.span(0..passage.text.len()).of(source).lines();
    let items = lines.filter(|line| {
        let behind = line.trim_start().trim_start_matches(is_digit);
        behind.len() < line.trim_start().len() && is_mark(behind.chars().next())
    });
    passage.origin == Origin::Body(Role::Paragraph) && items.count() > 1
}

fn is_name(passage: &Passage, run: &Range<usize>) -> bool {
    let text = passage.text.as_str();
    let is_name_field = matches!(
        passage.origin,
        Origin::Field(
            Field::Venue
                | Field::VenueAddress
                | Field::Host
                | Field::Speakers
                | Field::CoOrganizers
                | Field::Supporters
        )
    );
    let ahead = text.get(..run.start).unwrap_or_default();
    let behind = text.get(run.end..).unwrap_or_default();
    let is_company = COMPANIES
        .iter()
        .any(|word| ahead.ends_with(word) || behind.starts_with(word));
    let is_one = after(text, run.start).is_some_and(|sign| run.len() == sign.len_utf8());
    is_name_field || is_company || (is_one && ROOMS.iter().any(|room| behind.starts_with(room)))
}

fn diagnostic(passage: &Passage, run: Range<usize>) -> Diagnostic {
    let narrow: String = passage.part(run.clone()).nfkc().collect();
    let title = match narrow.contains(|sign: char| sign.is_ascii_digit()) {
        true => "数字が全角です",
        false => "英字が全角です",
    };
    let found = Diagnostic::warning(ROW.code, passage.at(run.clone()), title)
        .label("全角です")
        .help(format!("半角で「{narrow}」と書いてください。"));
    match passage.exact(run) {
        Some(at) => found.fix(at, narrow),
        None => found,
    }
}
