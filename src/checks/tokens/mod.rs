//! What in a text is more than words: days, times, numbers, telephone numbers, web addresses. A passage goes in, its tokens come out, each
//! classified once, so that no rule has to guess again what a number is (the guards of domain §3.4).
//!
//! Invariant: tokens do not overlap and stand in the order of the text; every digit of the text is part of one.
//! Invariant: one walk, linear in the text; nothing is made when the text has neither digits nor Latin letters.

use std::ops::Range;

use scan::Scan;

pub use kinds::{Day, Form, Half, Kind, Line, Money, Named, Phone, Postal, Time, Written};

mod days;
mod kinds;
mod latin;
mod numbers;
mod phones;
mod places;
mod scan;
mod times;
mod weekdays;

/// Something in a passage that is read as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    /// Bytes of the text of the passage.
    pub range: Range<usize>,
}

/// What stands at a place: where it ends, and what it is; `None` for words that only have to be passed.
type Found = (usize, Option<Kind>);

/// The tokens of `text`.
pub fn tokens(text: &str) -> Vec<Token> {
    if !text.contains(is_start) {
        return Vec::new();
    }
    let scan = Scan::new(text);
    let mut walk = Walk {
        scan: &scan,
        found: Vec::new(),
        plain_until: 0,
    };
    let mut at = 0;
    while at < scan.len() {
        at = walk.step(at).max(at + 1);
    }
    let tokens = walk.found.into_iter();
    let tokens = tokens.map(|(range, kind)| Token {
        kind,
        range: scan.bytes(range),
    });
    tokens.collect()
}

fn is_start(sign: char) -> bool {
    matches!(sign, '0'..='9' | '０'..='９' | 'a'..='z' | 'A'..='Z' | 'ａ'..='ｚ' | 'Ａ'..='Ｚ')
}

struct Walk<'a> {
    scan: &'a Scan,
    /// In signs.
    found: Vec<(Range<usize>, Kind)>,
    /// Up to here, printable ASCII is known to be neither an address nor the name of a file.
    plain_until: usize,
}

impl Walk<'_> {
    /// Looks at one place and gives the next one.
    fn step(&mut self, at: usize) -> usize {
        let Some(sign) = self.scan.sign(at) else {
            return at + 1;
        };
        let begins = sign.is_ascii_alphanumeric() || sign == '.';
        if begins && at >= self.plain_until {
            let (until, address) = latin::address(self.scan, at);
            if let Some((range, kind)) = address {
                // The name of a file may begin with words and numbers that were already passed.
                self.found.retain(|(token, _)| token.end <= range.start);
                let end = range.end;
                self.found.push((range, kind));
                return end;
            }
            self.plain_until = until;
        }
        let found = match sign {
            '0'..='9' => Some(self.number(at)),
            'a'..='z' | 'A'..='Z' => Some(latin::word(self.scan, at)),
            '〒' => phones::postal(self.scan, at),
            '(' | '+' => phones::phone(self.scan, at),
            '¥' => numbers::yen(self.scan, at),
            '午' | '正' => times::time(self.scan, at),
            '令' | '平' | '昭' | '大' | '明' | '西' => days::day(self.scan, at),
            _ => None,
        };
        let Some((end, kind)) = found else {
            return at + 1;
        };
        let kind = kind.map(|kind| (at..end, kind));
        self.found.extend(kind);
        end
    }

    /// What a number is, by the first reading that fits.
    fn number(&self, at: usize) -> Found {
        let scan = self.scan;
        phones::phone(scan, at)
            .or_else(|| phones::bare_postal(scan, at))
            .or_else(|| numbers::code(scan, at))
            .or_else(|| days::day(scan, at))
            .or_else(|| days::later_day(scan, at, self.follows_day(at)))
            .or_else(|| times::time(scan, at))
            .or_else(|| places::item(scan, at))
            .or_else(|| places::place(scan, at))
            .unwrap_or_else(|| numbers::number(scan, at))
    }

    /// Whether only a joint stands between the last day and this place, as in 10月1日から3日.
    fn follows_day(&self, at: usize) -> bool {
        let Some((range, Kind::Day(_))) = self.found.last() else {
            return false;
        };
        let mut cursor = self.scan.cursor(range.end);
        cursor.spaces();
        cursor.eat_any(&["~", "-", "から", "・", "、", "及び", "と"]);
        cursor.spaces();
        cursor.at() == at
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Line, tokens};

    /// The tokens of a text with a word for what each is.
    fn named(text: &str) -> Vec<String> {
        let all = tokens(text).into_iter();
        let all = all.map(|token| {
            let written = text.get(token.range).expect("whole characters");
            format!("{} {written}", name(token.kind))
        });
        all.collect()
    }

    fn name(kind: Kind) -> &'static str {
        match kind {
            Kind::Url => "url",
            Kind::Email => "email",
            Kind::File => "file",
            Kind::Standard => "standard",
            Kind::Code => "code",
            Kind::Item => "item",
            Kind::Lot => "lot",
            Kind::Room => "room",
            Kind::Postal(_) => "postal",
            Kind::Phone(phone) => match phone.line {
                Line::Local => "local",
                Line::Dashes | Line::Brackets | Line::Blanks | Line::Joined | Line::Abroad => {
                    "phone"
                }
            },
            Kind::Fraction => "fraction",
            Kind::Ratio => "ratio",
            Kind::Money(_) => "money",
            Kind::Quantity(_) => "count",
            Kind::Day(_) => "day",
            Kind::Time(_) => "time",
        }
    }

    fn check(samples: &[(&str, &[&str])]) {
        for (text, expected) in samples {
            assert_eq!(named(text), *expected, "{text}");
        }
    }

    #[test]
    fn days_are_known_in_every_form() {
        check(&[
            ("2024/10/1に", &["day 2024/10/1"]),
            ("2024.10.1（火）", &["day 2024.10.1（火）"]),
            ("2024-10-01", &["day 2024-10-01"]),
            ("２０２４／１０／１", &["day ２０２４／１０／１"]),
            ("R6.10.1", &["day R6.10.1"]),
            ("R6年10月1日", &["day R6年10月1日"]),
            (
                "令和元年（2019年）5月1日（水曜日）から",
                &["day 令和元年（2019年）5月1日（水曜日）"],
            ),
            ("令和6（2024）年10月", &["day 令和6（2024）年10月"]),
            ("令和6年度（2023年度）", &["day 令和6年度（2023年度）"]),
            ("10月1日 (火・祝)に", &["day 10月1日 (火・祝)"]),
            ("10月1日火曜日", &["day 10月1日火曜日"]),
            ("10月1日～3日", &["day 10月1日", "day 3日"]),
            ("10/1（火）", &["day 10/1（火）"]),
            ("10/1から10/15まで", &["day 10/1", "day 10/15"]),
            ("4/1～4/30", &["day 4/1", "day 4/30"]),
            ("開催日：10/1", &["day 10/1"]),
            ("24/10/1", &["day 24/10/1"]),
            ("2月30日、13月1日", &["day 2月30日", "day 13月1日"]),
        ]);
    }

    #[test]
    fn what_only_looks_like_a_day_is_none() {
        check(&[
            ("1/2から2/3に引き上げ", &["fraction 1/2", "fraction 2/3"]),
            ("費用の2/3以上", &["fraction 2/3"]),
            ("24/7で", &["fraction 24/7"]),
            ("版2024.10.1.2", &["item 2024.10.1.2"]),
            ("1-2-3", &["lot 1-2-3"]),
            ("10月10日間", &["day 10月", "count 10日間"]),
            ("1日3回、2時間", &["count 1日", "count 3回", "count 2時間"]),
            ("平日2日分", &["count 2日"]),
        ]);
    }

    #[test]
    fn times_are_known_and_ratios_are_none() {
        check(&[
            ("13:30〜15：00", &["time 13:30", "time 15：00"]),
            ("時刻：13:30", &["time 13:30"]),
            ("13時半、13時30分から", &["time 13時半", "time 13時30分"]),
            (
                "午後1時30分、PM1:30、1:30pm",
                &["time 午後1時30分", "time PM1:30", "time 1:30pm"],
            ),
            ("10時から正午まで", &["time 10時", "time 正午"]),
            ("比率16:10", &["ratio 16:10"]),
            ("3:1の割合", &["ratio 3:1"]),
            ("21:15で勝ち", &["ratio 21:15"]),
            (
                "24時間、9時点、2時限目",
                &["count 24時間", "count 9", "count 2"],
            ),
        ]);
    }

    #[test]
    fn numbers_to_call_are_known_in_every_shape() {
        check(&[
            (
                "電話06-0000-0101（内線 1234）",
                &["phone 06-0000-0101", "code 1234"],
            ),
            (
                "０６－００００－０１０１",
                &["phone ０６－００００－０１０１"],
            ),
            (
                "06（0000）0101、（06）0000-0101",
                &["phone 06（0000）0101", "phone （06）0000-0101"],
            ),
            (
                "TEL06−0000−0101/FAX:06-0000-0301",
                &["phone 06−0000−0101", "phone 06-0000-0301"],
            ),
            (
                "0120-11-1234、0570-01-2345、090-0000-0000",
                &[
                    "phone 0120-11-1234",
                    "phone 0570-01-2345",
                    "phone 090-0000-0000",
                ],
            ),
            ("0600000101", &["phone 0600000101"]),
            ("電話番号：6462-8101", &["local 6462-8101"]),
            ("（06-0000-0101）", &["phone 06-0000-0101"]),
            ("電話 06-0000-010", &["phone 06-0000-010"]),
            ("図書 06-0000-010", &["lot 06-0000-010"]),
            ("お問い合わせは6462-8101", &["local 6462-8101"]),
            ("〒553-0007", &["postal 〒553-0007"]),
            (
                "553-0007 大阪市福島区大開1-2-3",
                &["postal 553-0007", "lot 1-2-3"],
            ),
            ("2019-2024", &["lot 2019-2024"]),
        ]);
    }

    #[test]
    fn names_with_digits_are_whole() {
        check(&[
            ("JIS X 8341-3:2016に", &["standard JIS X 8341-3:2016"]),
            ("JISX8341-3:2010", &["standard JISX8341-3:2010"]),
            (
                "ISO/IEC 40500:2012、RFC 5545",
                &["standard ISO/IEC 40500:2012", "standard RFC 5545"],
            ),
            (
                "A4判、N95マスク、COVID-19",
                &["standard A4", "standard N95", "standard COVID-19"],
            ),
            ("WCAG 2.2のAA", &["standard WCAG 2.2"]),
            (
                "https://example.jp/a?b=1。",
                &["url https://example.jp/a?b=1"],
            ),
            ("メール:kita-1@example.jp", &["email kita-1@example.jp"]),
            (
                "資料は20241001_講演会.pdf（PDF）",
                &["file 資料は20241001_講演会.pdf"],
            ),
            ("法人番号1234567890123", &["code 1234567890123"]),
            ("医療機関コード：27-1234567", &["code 27-1234567"]),
            ("事業所番号 2700000000", &["code 2700000000"]),
            (
                "第2回、議案第1号、別表1、図1-2",
                &["item 2", "item 1", "item 1", "item 1-2"],
            ),
            ("1.2.3節", &["item 1.2.3"]),
            (
                "1丁目2番3号101号室、3階",
                &["lot 1丁目2番3号", "room 101号室", "room 3階"],
            ),
        ]);
    }

    #[test]
    fn amounts_are_known_with_what_they_count() {
        check(&[
            (
                "1,000円、￥1000、3万円",
                &["money 1,000円", "money ￥1000", "money 3万円"],
            ),
            (
                "25㎡、36.5℃、3か月",
                &["count 25㎡", "count 36.5℃", "count 3か月"],
            ),
            ("10～20人", &["count 10", "count 20人"]),
            ("3分の2", &["fraction 3分の2"]),
        ]);
    }

    #[test]
    fn prose_without_digits_has_no_tokens() {
        assert!(tokens("住み慣れた地域で、正午に「人生会議」。").is_empty());
        assert!(tokens("Zoomで").is_empty());
    }
}
