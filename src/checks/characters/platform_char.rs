//! `ja-platform-char`: one character that stands for a word, a unit or a number, ㈱, ㍻, №, Ⅱ.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::checks::characters::numbers::is_digit;
use crate::checks::characters::ordinal_circled::{is_listing, is_ordinal};
use crate::checks::{CheckRow, Input, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::text::runs::before;

pub const ROW: CheckRow = CheckRow {
    code: "ja-platform-char",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(Signs::COMPOUND.or(Signs::EMOJI), check)),
    detects: "「㈱」「㍻」「№」「Ⅱ」のような、一文字に組まれた言葉や番号（機種依存文字）を見つけます。",
    why: "読み上げソフトによっては読まれず、別の文字になることもあります。言葉で書けば検索もできます。",
    source: "みんなの公共サイト運用ガイドライン（総務省、2024年版）",
    bad: &[
        "㈱見本商事が協力します。",
        "㍻30年3月に改訂しました。",
        "資料№5をご覧ください。",
        "単位は㎡です。",
        "第Ⅱ期の計画です。",
        "手続きは②の窓口で行います。",
        "お早めに☎お電話ください。",
    ],
    good: &[
        "株式会社見本商事が協力します。",
        "© 大阪市",
        "室温は26℃です。",
        "第2期の計画です。",
        "`㈱` は一文字です。",
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let text = passage.text.as_str();
    let in_list = is_listing(passage);
    let compound = text.char_indices().filter(|(_, sign)| is_compound(*sign));
    let compound = compound.filter(|(_, sign)| !(in_list && is_ordinal(*sign)));
    // A weekday of one sign behind a day is `ja-weekday-abbrev`, a unit behind a number `ja-unit-symbol`.
    let is_behind_digit = |at: usize| before(text, at).is_some_and(is_digit);
    let is_area = |sign: char| matches!(sign, '㎡' | '㎢' | '㎥');
    let compound = compound.filter(|(at, sign)| !(is_area(*sign) && is_behind_digit(*at)));
    let compound = compound
        .filter(|(at, sign)| !(weekday(*sign).is_some() && before(text, *at) == Some('日')));
    let found = compound.map(|(at, sign)| {
        let range = at..at + sign.len_utf8();
        let place = passage.at(range.clone());
        let found = Diagnostic::warning(ROW.code, place, "機種依存文字があります")
            .label("一文字に組まれています");
        let words = plain(sign).map(|words| needed(words, text, &range));
        match (words, passage.exact(range)) {
            (Some(""), Some(at)) => found.help("記号を消してください。").fix(at, ""),
            (Some(plain), exact) => {
                let found = found.help(format!("「{plain}」と書いてください。"));
                match exact {
                    Some(at) => found.fix(at, plain),
                    None => found,
                }
            }
            (None, _) => found.help(suggestion(sign)),
        }
    });
    found.collect()
}

/// The words for a character; none beside a telephone whose sign is followed by its name, ☎お電話.
fn needed<'w>(words: &'w str, text: &str, range: &Range<usize>) -> &'w str {
    let behind = text.get(range.end..).unwrap_or_default();
    let ahead = text.get(..range.start).unwrap_or_default();
    let names = ["電話", "TEL", "Tel", "ＴＥＬ"];
    let behind = behind.trim_start_matches('お');
    let is_named = names
        .iter()
        .any(|name| behind.starts_with(name) || ahead.ends_with(name));
    match words == "電話" && is_named {
        true => "",
        false => words,
    }
}

/// What to write where it depends on the sentence.
fn suggestion(sign: char) -> String {
    let parts: String = sign.nfkc().collect();
    match parts.chars().all(|part| part == sign) {
        true => "言葉に書き換えてください。".to_owned(),
        false => format!("「{parts}」か、意味の分かる言葉で書いてください。"),
    }
}

/// Whether a character is made of several; ©, ®, ™, ℃ and raised digits are signs of their own.
fn is_compound(sign: char) -> bool {
    match sign {
        '\u{2122}' | '\u{2103}' | '\u{2109}' | '\u{2126}' | '\u{212B}' | '\u{32FF}' => false,
        // Numbers that are one in a ring, and letters and numbers in brackets.
        '\u{2100}'..='\u{218F}' | '\u{2460}'..='\u{24FF}' | '\u{2776}'..='\u{2793}' => true,
        '\u{3200}'..='\u{33FF}' | '\u{1F100}'..='\u{1F1E5}' => true,
        '☎' | '☏' => true,
        _ => false,
    }
}

/// The words a character stands for wherever it stands.
fn plain(sign: char) -> Option<&'static str> {
    let words = match sign {
        '㈱' | '㍿' => "株式会社",
        '㈲' => "有限会社",
        '㈳' => "社団法人",
        '㈶' => "財団法人",
        '㈹' => "（代表）",
        '№' => "No.",
        '℡' | '☎' | '☏' => "電話",
        '㊤' => "上",
        '㊥' => "中",
        '㊦' => "下",
        '㊧' => "左",
        '㊨' => "右",
        '㍾' => "明治",
        '㍽' => "大正",
        '㍼' => "昭和",
        '㍻' => "平成",
        sign => return unit(sign).or_else(|| weekday(sign)),
    };
    Some(words)
}

fn unit(sign: char) -> Option<&'static str> {
    let words = match sign {
        '㎡' => "平方メートル",
        '㎥' => "立方メートル",
        '㎢' => "平方キロメートル",
        '㎞' => "キロメートル",
        '㎝' => "センチメートル",
        '㎜' => "ミリメートル",
        '㎏' => "キログラム",
        '㎎' => "ミリグラム",
        '㎖' => "ミリリットル",
        '㏄' => "cc",
        'ℓ' | '㍑' => "リットル",
        '㍉' => "ミリ",
        '㌔' => "キロ",
        '㌢' => "センチ",
        '㍍' => "メートル",
        '㌘' => "グラム",
        '㌧' => "トン",
        '㌶' => "ヘクタール",
        '㍗' => "ワット",
        '㌍' => "カロリー",
        '㌦' => "ドル",
        '㌫' => "パーセント",
        '㌻' => "ページ",
        _ => return None,
    };
    Some(words)
}

fn weekday(sign: char) -> Option<&'static str> {
    let words = match sign {
        '㈪' | '㊊' => "（月曜日）",
        '㈫' | '㊋' => "（火曜日）",
        '㈬' | '㊌' => "（水曜日）",
        '㈭' | '㊍' => "（木曜日）",
        '㈮' | '㊎' => "（金曜日）",
        '㈯' | '㊏' => "（土曜日）",
        '㈰' | '㊐' => "（日曜日）",
        _ => return None,
    };
    Some(words)
}
