//! Whether words before a number end with somebody's name.

/// What stands behind a person's name.
const TITLES: [&str; 9] = [
    "さん",
    "様",
    "氏",
    "先生",
    "会長",
    "委員長",
    "世話人",
    "民生委員",
    "児童委員",
];

/// What stands between a name and a number.
const LABELS: [&str; 8] = [
    "携帯電話",
    "携帯番号",
    "電話番号",
    "携帯",
    "電話",
    "TEL",
    "Tel",
    "番号",
];

/// What stands before the name of who is in charge.
const ROLES: [&str; 8] = [
    "担当の",
    "担当者の",
    "担当は",
    "担当：",
    "担当者：",
    "代表の",
    "会長の",
    "委員の",
];

/// The last characters of the names of offices.
const OFFICES: &str = "課係室局所会館院団階号班署園";

/// The last characters of what stands where a name would: 担当, 受付, 夜間, 代表者, 窓口, 看護師, 1丁目.
const NO_NAMES: &str =
    "課係室局部所会館院団科階号口店班署校園番当付絡話間日急通用先者員師士人方丁目町区市府県";

/// `見本 太郎（`, `見本さん 携帯：`.
pub fn ends_with_person(before: &str) -> bool {
    let words = without_label(before);
    let is_title = TITLES.iter().any(|title| words.ends_with(title));
    is_title || ends_with_full_name(words) || follows_role(words)
}

fn without_label(before: &str) -> &str {
    let mut words = before;
    loop {
        let trimmed = words.trim_end_matches(|sign: char| {
            sign.is_whitespace() || "（(：:、,|「【・は☎*".contains(sign)
        });
        let label = LABELS.iter().find_map(|label| trimmed.strip_suffix(label));
        match label {
            Some(rest) => words = rest,
            None => return trimmed,
        }
    }
}

/// Two words of one to four kanji with a blank between them, neither of which is an office.
fn ends_with_full_name(words: &str) -> bool {
    let given = kanji_at_end(words);
    let rest = words.strip_suffix(given).unwrap_or_default();
    let Some(rest) = rest.strip_suffix([' ', '\u{3000}']) else {
        return false;
    };
    let family = kanji_at_end(rest);
    let names = [(family, OFFICES), (given, NO_NAMES)];
    names.into_iter().all(|(name, others)| {
        let is_short = (1..=4).contains(&name.chars().count());
        is_short && !name.ends_with(|last| others.contains(last))
    })
}

/// 担当の見本.
fn follows_role(words: &str) -> bool {
    let name = kanji_at_end(words);
    let rest = words.strip_suffix(name).unwrap_or_default();
    let is_short = (1..=4).contains(&name.chars().count());
    let is_name = is_short && !name.ends_with(|last| NO_NAMES.contains(last));
    is_name && ROLES.iter().any(|role| rest.ends_with(role))
}

fn kanji_at_end(words: &str) -> &str {
    let is_kanji = |sign: char| matches!(sign, '一'..='鿿' | '々');
    let start = words.trim_end_matches(is_kanji).len();
    words.get(start..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::ends_with_person;

    #[test]
    fn names_are_full_or_have_a_title() {
        for words in [
            "見本 太郎（",
            "| 見本　花子 | ",
            "見本さん 携帯：",
            "民生委員の見本様は、",
            "問い合わせは、担当の見本（",
        ] {
            assert!(ends_with_person(words), "{words}");
        }
    }

    #[test]
    fn offices_and_labels_are_no_names() {
        for words in [
            "保健福祉課 担当 ",
            "北区 相談支援室（",
            "夜間の連絡先は、",
            "携帯電話：",
            "担当の看護師（",
            "担当の窓口：",
            "相談 受付 ",
            "",
        ] {
            assert!(!ends_with_person(words), "{words}");
        }
    }
}
