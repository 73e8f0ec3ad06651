//! `ja-phone-format` and `ja-phone-link`: telephone and fax numbers that cannot be called as they are written.

use crate::checks::{CheckRow, Input, Line, Passage, Phone, Rule, Signs, Stage, Token};
use crate::diag::{Diagnostic, Severity};
use crate::text::japanese::fold;

pub const FORMAT: CheckRow = CheckRow {
    code: "ja-phone-format",
    severity: Severity::Warning,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(Signs::DIGIT.or(Signs::WIDE_ALNUM), format)),
    detects: "市外局番のない電話番号と、全角の数字、かっこ、長さの違う横線などで書いた電話番号を見つけます。",
    why: "市外局番がないと携帯電話からかけられません。半角の数字とハイフンなら、押すだけで電話をかけられるリンクになります。",
    source: "デジタル庁 政府相互運用性フレームワーク（GIF）DS-445",
    bad: &[
        "電話：6462-8101",
        "お問い合わせは6462-8101まで。",
        "電話は０６－００００－０１０１です。",
        "電話は06（0000）0101です。",
        "ファクスは06−0000−0301です。",
        "TEL 06 0000 0101",
        "電話は0600000101です。",
    ],
    good: &[
        "電話：06-0000-0101（内線 1234）",
        "フリーダイヤル0120-11-1234、ナビダイヤル0570-01-2345、携帯電話090-0000-0000",
        "法人番号は1234567890123、事業所番号は0270000000、資料番号は0600000101です。",
        "住所は1-2-3、期間は2019-2024、部屋は1234-5678です。",
        "郵便番号：553-0007。JIS X 8341-3:2016。",
        "海外からは+81-6-0000-0101へ。",
    ],
};

pub const LINK: CheckRow = CheckRow {
    code: "ja-phone-link",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::DIGIT.or(Signs::WIDE_ALNUM), count)),
    detects: "桁の数が合わない電話番号を見つけます。",
    why: "かけてもつながらないか、知らない人にかかります。",
    source: "電気通信番号計画（総務省告示）",
    bad: &[
        "電話06-6462-810です。",
        "電話は06-0000-01011です。",
        "電話は06-000-0101です。",
        "携帯電話は090-000-0000です。",
    ],
    good: &[
        "電話は06-0000-0101です。",
        "フリーダイヤルは0120-11-1234、0800-000-0000です。",
        "携帯電話は090-0000-0000です。図書番号は01-2345-6です。",
    ],
};

fn phones(passage: &Passage) -> impl Iterator<Item = (&Token, Phone)> {
    let tokens = passage.tokens().iter();
    tokens.filter_map(|token| Some((token, token.kind.phone()?)))
}

fn format(passage: &Passage, input: &Input) -> Vec<Diagnostic> {
    let found = phones(passage).filter_map(|(token, phone)| {
        let written = passage.part(token.range.clone());
        match phone.line {
            Line::Local => Some(without_area(passage, input, token)),
            Line::Joined => phone.is_named.then(|| joined(passage, token)),
            Line::Dashes if written.is_ascii() => None,
            Line::Dashes | Line::Brackets | Line::Blanks => Some(mended(passage, token, phone)),
            Line::Abroad => None,
        }
    });
    found.collect()
}

fn warning(passage: &Passage, token: &Token, title: &str) -> Diagnostic {
    Diagnostic::warning(FORMAT.code, passage.at(token.range.clone()), title)
}

fn without_area(passage: &Passage, input: &Input, token: &Token) -> Diagnostic {
    let found = warning(passage, token, "市外局番がありません")
        .label("このままではかけられないことがあります");
    let written = passage.part(token.range.clone());
    match input.site.settings.municipality.name.as_str() {
        "大阪市" => found.help(format!(
            "大阪市内の番号なら「06-{written}」と、市外局番から書いてください。"
        )),
        _ => found.help("「06-0000-0101」のように、市外局番から書いてください。"),
    }
}

fn joined(passage: &Passage, token: &Token) -> Diagnostic {
    warning(passage, token, "電話番号がハイフンで区切られていません")
        .label("区切りがないと、聞き取りにくくなります")
        .help("「06-0000-0101」のように、半角のハイフンで区切ってください。")
}

fn mended(passage: &Passage, token: &Token, phone: Phone) -> Diagnostic {
    let words = groups(passage.part(token.range.clone()));
    let found = warning(passage, token, "電話番号の書き方が違います")
        .label("半角の数字とハイフンで書きます")
        .help(format!("「{words}」と書いてください。"));
    match passage
        .exact(token.range.clone())
        .filter(|_| is_whole(passage, token, phone))
    {
        Some(at) => found.fix(at, words),
        None => found,
    }
}

/// The groups of digits with hyphens between them.
fn groups(written: &str) -> String {
    let folded: String = written.chars().map(fold).collect();
    let groups = folded.split(|sign: char| !sign.is_ascii_digit());
    let groups: Vec<&str> = groups.filter(|group| !group.is_empty()).collect();
    groups.join("-")
}

fn count(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let wrong = phones(passage).filter(|(token, phone)| match phone.line {
        Line::Local | Line::Abroad | Line::Joined => false,
        Line::Dashes | Line::Brackets | Line::Blanks => !is_whole(passage, token, *phone),
    });
    let found = wrong.map(|(token, phone)| {
        Diagnostic::warning(
            LINK.code,
            passage.at(token.range.clone()),
            "電話番号の桁の数が合っていません",
        )
        .label(format!("{}桁あります", phone.digits))
        .help("番号を確かめて、正しい電話番号を書いてください。")
    });
    found.collect()
}

/// Ten digits, eleven for mobile telephones, 050 and 0800.
fn is_whole(passage: &Passage, token: &Token, phone: Phone) -> bool {
    const LONG: &[&str] = &["020", "050", "060", "070", "080", "090", "0800"];
    let words = groups(passage.part(token.range.clone()));
    let area = words.split('-').next().unwrap_or_default();
    let is_long = LONG.contains(&area);
    phone.digits == if is_long { 11 } else { 10 }
}
