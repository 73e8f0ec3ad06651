//! `personal-info`: a number or an address that belongs to one person.
//!
//! Once published it is copied and cannot be taken back (domain §3.4 G `personal-info`). マイナンバー is found by its word and its check
//! digit; a mobile number only beside a person's name, because desks have mobile telephones too; names alone cannot be told from others.
//! Front matter and tables are read as they are written, line by line.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity, Where};
use crate::text::span::Span;

mod numbers;
mod people;

/// Whose addresses private persons have.
const PRIVATE_HOSTS: [&str; 17] = [
    "gmail.com",
    "yahoo.co.jp",
    "yahoo.ne.jp",
    "ymail.ne.jp",
    "hotmail.com",
    "hotmail.co.jp",
    "outlook.com",
    "outlook.jp",
    "live.jp",
    "icloud.com",
    "me.com",
    "docomo.ne.jp",
    "ezweb.ne.jp",
    "au.com",
    "softbank.ne.jp",
    "i.softbank.jp",
    "ymobile.ne.jp",
];

pub const ROW: CheckRow = CheckRow {
    code: "personal-info",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "マイナンバー、名前と並んだ個人の携帯電話の番号、個人用のメールアドレスと思われるものを見つけます。",
    why: "一度公開した個人の情報は、写されて取り戻せません。本人や家族に迷惑がかかります。",
    source: "行政手続における特定の個人を識別するための番号の利用等に関する法律（平成25年法律第27号）",
    bad: &[
        "マイナンバー：1234 5678 9018",
        "個人番号は、１２３４５６７８９０１８です。",
        "お問い合わせは、見本 太郎（090-1234-5678）へ。",
        "| 名前 | 電話 |\n|---|---|\n| 見本花子さん | 080-1234-5678 |",
        "申込みは、mihon.hanako@gmail.com へお送りください。",
    ],
    good: &[
        "マイナンバーカードをお持ちください。受付番号は、1234 5678 9012です。",
        "法人番号は、1234567890123です。登録番号は、123456789018です。",
        "夜間の連絡先は、090-1234-5678（相談支援室の携帯電話）です。",
        "北区在宅医療・介護連携相談支援室 090-1234-5678",
        "保健福祉課 担当 070-1234-5678",
        "お客様相談窓口（0120-11-1234）、見本 太郎（06-0000-0101）",
        "申込みは、kita@example.jp か kita@city.example.lg.jp へお送りください。",
        "ファイルは、https://example.jp/090-1234-5678.pdf です。",
        "「@gmail.com」からのメールを受け取れるようにしてください。",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let text = input.text(writing.source);
    let place = |span: Span| at(writing.source, span);
    let mut found = Vec::new();
    let has_number = ["マイナンバー", "個人番号"].map(|word| text.contains(word));
    let has_number = has_number.contains(&true);
    let mut from = 0;
    for line in text.split_inclusive('\n') {
        let span = |start: usize, end: usize| Span::new(from + start..from + end);
        let names_it = line.contains("マイナンバー") || line.contains("個人番号");
        for number in numbers::all(line) {
            let marked = place(span(number.range.start, number.range.end));
            let in_table = has_number && line.starts_with('|');
            if (names_it || in_table) && number.is_my_number() {
                found.push(my_number(marked));
            } else if number.is_mobile() && people::ends_with_person(number.before(line)) {
                found.push(mobile(marked));
            }
        }
        let mails = addresses(line);
        found.extend(mails.map(|(start, end)| mail(place(span(start, end)))));
        from += line.len();
    }
    found
}

fn my_number(place: Where) -> Diagnostic {
    Diagnostic::error("personal-info", place, "マイナンバーと思われる番号です")
        .label("検査用の数字まで合っています")
        .help("この番号を消してください。すでに公開したときは、すぐに上司と個人情報の担当に知らせてください。")
}

fn mobile(place: Where) -> Diagnostic {
    let title = "個人の携帯電話の番号と思われます";
    Diagnostic::warning("personal-info", place, title)
        .label("名前と並んでいます")
        .help("事務所の番号に書き換えてください。本人の同意を得て載せる番号なら、このままでかまいません。")
}

fn mail(place: Where) -> Diagnostic {
    let title = "個人用のメールアドレスと思われます";
    Diagnostic::warning("personal-info", place, title)
        .label("だれでも作れるアドレスです")
        .help("役所や団体のアドレスに書き換えてください。団体が使うアドレスなら、このままでかまいません。")
}

/// Where private mail addresses stand in a line, each once.
fn addresses(line: &str) -> impl Iterator<Item = (usize, usize)> {
    let is_part = |sign: char| sign.is_ascii_alphanumeric() || "._+-".contains(sign);
    let mut seen = Vec::new();
    line.match_indices('@').filter_map(move |(at, _)| {
        let (user, host) = (line.get(..at)?, line.get(at + 1..)?);
        let start = user.trim_end_matches(is_part).len();
        let length = host.len() - host.trim_start_matches(is_part).len();
        let host = host.get(..length)?.trim_end_matches('.');
        let is_private = PRIVATE_HOSTS
            .iter()
            .any(|own| own.eq_ignore_ascii_case(host));
        let end = at + 1 + host.len();
        let address = line.get(start..end)?;
        let is_new = start < at && is_private && !seen.contains(&address);
        is_new.then(|| {
            seen.push(address);
            (start, end)
        })
    })
}
