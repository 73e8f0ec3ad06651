//! Telephone numbers and addresses of mail and web (phase `parse`), in front matter and in settings.

use std::ops::Range;

use crate::diag::Findings;
use crate::model::facet::{Email, Phone, Url};
use crate::parse::values::{Background, Fault, Line, read};
use crate::text::japanese::Cursor;
use crate::text::span::Spanned;

/// A telephone or fax number, given back with the hyphens of its area (GIF DS-445).
pub fn phone(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<Phone>> {
    read(value, background, findings, |line, _| {
        let mut cursor = line.folded.cursor();
        let before = [
            "電話番号",
            "電話",
            "ファクス",
            "ファックス",
            "TEL",
            "Tel",
            "tel",
            "FAX",
            "Fax",
            "fax",
            "℡",
            "☎",
            ":",
            ".",
            " ",
            "(",
        ];
        while cursor.eat_any(&before).is_some() {}
        let start = cursor.at();
        let groups = groups(&mut cursor);
        let at = start..cursor.at();
        let mut behind = cursor;
        behind.spaces();
        if behind
            .eat_any(&["(代表)", "(直通)", "代表", "直通"])
            .is_some()
        {
            cursor = behind;
        }
        cursor.spaces();
        if groups.is_empty() {
            return Err(unreadable_phone(line.whole()).label("電話番号が見つかりません"));
        }
        if !cursor.is_end() {
            return Err(unreadable_phone(cursor.at()..line.folded.len())
                .label("ここには番号を1つだけ書きます")
                .help("印の付いたところを消してください。内線や担当者の名前は、本文に書けます。"));
        }
        number(&groups, at)
    })
}

/// Takes runs of digits with hyphens, brackets, dots or blanks between them.
fn groups(cursor: &mut Cursor<'_>) -> Vec<String> {
    let mut groups = Vec::new();
    let mut ahead = *cursor;
    if ahead.eat_word("+81") {
        groups.push("0".to_owned());
        ahead.eat_any(&["-(0)", " (0)", "(0)", "-", " "]);
    }
    loop {
        let mut group = String::new();
        while let Some(digit) = ahead.peek().filter(char::is_ascii_digit) {
            group.push(digit);
            ahead.bump();
        }
        if group.is_empty() {
            return groups;
        }
        match groups.first_mut() {
            Some(zero) if is_lone_zero(zero) => zero.push_str(&group),
            Some(_) | None => groups.push(group),
        }
        *cursor = ahead;
        ahead.take_while(|sign| "-() .".contains(sign));
    }
}

/// Whether the zero stands alone, because the area code after +81 is written without it.
fn is_lone_zero(first: &str) -> bool {
    first == "0"
}

fn number(groups: &[String], at: Range<usize>) -> Result<Phone, Fault> {
    let digits = groups.concat();
    let sizes: Vec<usize> = groups.iter().map(String::len).collect();
    let starts_with = |prefixes: &[&str]| prefixes.iter().any(|prefix| digits.starts_with(prefix));
    if !digits.starts_with('0') && matches!(digits.len(), 7 | 8) {
        return Err(incomplete(&digits, at));
    }
    let layout = match digits.len() {
        10 if starts_with(&["06", "03"]) => vec![2, 4, 4],
        10 if starts_with(&["0120", "0570", "0990"]) && sizes.len() != 3 => vec![4, 3, 3],
        11 if starts_with(&["0800"]) => vec![4, 3, 4],
        11 if starts_with(&["050", "070", "080", "090", "020"]) => vec![3, 4, 4],
        10 if starts_with(&["0"]) && sizes.len() == 3 => sizes,
        10 if starts_with(&["0"]) => {
            return Err(unreadable_phone(at)
                .label("どこで区切るかが分かりません")
                .help("市外局番、市内局番、番号のあいだに「-」を書いてください。"));
        }
        length => {
            return Err(unreadable_phone(at)
                .label(format!("数字が{length}けたです"))
                .help("市外局番から、10けたか11けたの番号を書いてください。"));
        }
    };
    let mut rest = digits.chars();
    let parts = layout
        .iter()
        .map(|size| rest.by_ref().take(*size).collect::<String>());
    let hyphened = parts.collect::<Vec<_>>().join("-");
    Phone::new(&hyphened).ok_or_else(|| {
        unreadable_phone(at)
            .label("電話番号の形ではありません")
            .help("市外局番から書いてください。")
    })
}

fn incomplete(digits: &str, at: Range<usize>) -> Fault {
    let fault = Fault::new("phone-incomplete", at, "市外局番がありません")
        .label("市外局番から始まっていません");
    let (office, line): (String, String) = (
        digits.chars().take(digits.len() - 4).collect(),
        digits.chars().skip(digits.len() - 4).collect(),
    );
    match digits.len() {
        8 => fault
            .help(format!(
                "大阪市内の番号なら「06-{office}-{line}」です。番号を確かめて書いてください。"
            ))
            .without_example(),
        _ => fault.help("市外局番から書いてください。"),
    }
}

fn unreadable_phone(at: Range<usize>) -> Fault {
    Fault::new("phone-unreadable", at, "電話番号を読み取れません")
}

/// An address for mail.
pub fn email(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<Email>> {
    read(value, background, findings, |line, _| {
        let folded = line.folded.text(line.whole());
        let address = folded.trim().trim_start_matches("mailto:");
        Email::new(address).ok_or_else(|| {
            let label = match address.matches('@').count() {
                0 => "「@」がありません",
                1 => "アドレスの形ではありません",
                _ => "アドレスは1つだけ書きます",
            };
            Fault::new(
                "email-unreadable",
                line.whole(),
                "メールアドレスを読み取れません",
            )
            .label(label)
            .help("半角の英数字で、アドレスだけを書いてください。")
        })
    })
}

/// An address of a page.
pub fn url(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<Url>> {
    read(value, background, findings, |line, _| url_of(line))
}

/// The whole value as an address of a page.
pub fn url_of(line: &Line<'_>) -> Result<Url, Fault> {
    let folded = line.folded.text(line.whole());
    let bare = |written: &str| Url::new(written.trim().trim_matches(['<', '>', '。', '、']));
    bare(line.raw)
        .or_else(|| bare(&folded))
        .ok_or_else(|| unreadable_url(line, line.whole()))
}

/// An address that is none, with what is the matter with it.
pub fn unreadable_url(line: &Line<'_>, at: Range<usize>) -> Fault {
    let written = line.written(at.clone()).trim();
    let label = if !written.starts_with("http://") && !written.starts_with("https://") {
        "「https://」から始まっていません"
    } else if written.contains(char::is_whitespace) {
        "アドレスの途中に空白があります"
    } else {
        "アドレスの形ではありません"
    };
    Fault::new("url-unreadable", at, "ページのアドレスを読み取れません")
        .label(label)
        .help("「https://」から始まるアドレスだけを書いてください。")
}

#[cfg(test)]
mod tests {
    use super::{email, phone, url};
    use crate::parse::values::trial::{finding, outcome};

    fn number(value: &str) -> String {
        outcome(value, |value, background, findings| {
            phone(value, background, findings)
                .map_or_else(String::new, |phone| phone.value.as_str().to_owned())
        })
    }

    #[test]
    fn numbers_get_the_hyphens_of_their_area() {
        for (value, said) in [
            ("06-0000-0101", "06-0000-0101"),
            ("０６－００００－０１０１", "06-0000-0101"),
            ("06−0000−0101", "06-0000-0101"),
            ("06ー0000ー0101", "06-0000-0101"),
            ("06(0000)0101", "06-0000-0101"),
            ("（06）0000-0101", "06-0000-0101"),
            ("ＴＥＬ 06-0000-0101", "06-0000-0101"),
            ("電話：06-0000-0101（代表）", "06-0000-0101"),
            ("0600000101", "06-0000-0101"),
            ("06 0000 0101", "06-0000-0101"),
            ("+81-6-0000-0101", "06-0000-0101"),
            ("+81 (0)6 0000 0101", "06-0000-0101"),
            ("0120-11-1234", "0120-11-1234"),
            ("0120111234", "0120-111-234"),
            ("0800-000-0000", "0800-000-0000"),
            ("09000000000", "090-0000-0000"),
            ("072-000-0000", "072-000-0000"),
        ] {
            assert_eq!(number(value), said, "{value}");
        }
    }

    #[test]
    fn numbers_that_cannot_be_dialled_are_marked() {
        for (value, said) in [
            ("6462-8101", "phone-incomplete「6462-8101」"),
            ("000-0101", "phone-unreadable「000-0101」"),
            ("623-0101", "phone-incomplete「623-0101」"),
            ("06-0000-010", "phone-unreadable「06-0000-010」"),
            ("0720000000", "phone-unreadable「0720000000」"),
            ("06-0000-0101 内線12", "phone-unreadable「内線12」"),
            (
                "06-0000-0101、06-0000-0102",
                "phone-unreadable「、06-0000-0102」",
            ),
            ("なし", "phone-unreadable「なし」"),
        ] {
            assert_eq!(number(value), said, "{value}");
        }
        let found = finding("6462-8101", |value, background, findings| {
            phone(value, background, findings);
            String::new()
        });
        assert!(found.help.contains("「06-6462-8101」"), "{}", found.help);
    }

    #[test]
    fn addresses_of_mail_and_web_are_read() {
        let mail = |value: &str| {
            outcome(value, |value, background, findings| {
                email(value, background, findings)
                    .map_or_else(String::new, |email| email.value.as_str().to_owned())
            })
        };
        assert_eq!(mail("ｍｉｈｏｎ＠ｅｘａｍｐｌｅ．ｊｐ"), "mihon@example.jp");
        assert_eq!(
            mail("mihon★example.jp"),
            "email-unreadable「mihon★example.jp」"
        );
        let page = |value: &str| {
            outcome(value, |value, background, findings| {
                url(value, background, findings)
                    .map_or_else(String::new, |url| url.value.as_str().to_owned())
            })
        };
        assert_eq!(
            page("https://example.jp/form?a=1"),
            "https://example.jp/form?a=1"
        );
        assert_eq!(page("<https://example.jp/>。"), "https://example.jp/");
        assert_eq!(page("ｈｔｔｐｓ：／／example.jp/"), "https://example.jp/");
        assert_eq!(page("www.example.jp"), "url-unreadable「www.example.jp」");
        assert_eq!(
            page("https://example.jp/ へ"),
            "url-unreadable「https://example.jp/ へ」"
        );
    }
}
