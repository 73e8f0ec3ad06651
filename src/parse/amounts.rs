//! Values that are counted (phase `parse`): 費用, 定員 and 出席. The words stay as they were written; the number is what programs need.

use std::ops::Range;

use crate::diag::Findings;
use crate::model::facet::{Attendance, Capacity, Fee};
use crate::model::names::Text;
use crate::parse::values::{Background, Fault, Line, read};
use crate::text::japanese::Cursor;
use crate::text::span::Spanned;

/// 費用: nothing, one amount, or words.
pub fn fee(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<Fee>> {
    read(value, background, findings, |line, _| {
        let counts = counts(line);
        let amounts: Vec<&Count> = counts
            .iter()
            .filter(|count| count.unit == Some('円'))
            .collect();
        if let Some(wrong) = amounts.iter().find(|count| count.value.is_none()) {
            return Err(Fault::new("fee-unreadable", wrong.at.clone(), FEE)
                .label("金額として読み取れません")
                .help("「,」は3けたごとに書きます。"));
        }
        if let (true, Some(bare)) = (amounts.is_empty(), counts.iter().find(|count| count.digits)) {
            return Err(without_unit("fee-unreadable", FEE, "円", bare, line));
        }
        let outside: Vec<&&Count> = amounts.iter().filter(|count| !count.nested).collect();
        let folded = line.folded.text(line.whole());
        let main = folded.split('(').next().unwrap_or_default().trim();
        let nothing = ["なし", "不要", "ありません", "かかりません"];
        let is_free = main.contains("無料") || nothing.iter().any(|word| main.starts_with(word));
        let yen = match (is_free, outside.as_slice()) {
            (true, []) if amounts.is_empty() => Some(0),
            (false, [one]) => one.value,
            _ => None,
        };
        let text = text(line, "fee-unreadable", FEE)?;
        Ok(Fee { yen, text })
    })
}

/// 定員: a number of people, or words such as 定員なし.
pub fn capacity(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<Capacity>> {
    read(value, background, findings, |line, _| {
        let counts = counts(line);
        let people: Vec<&Count> = counts
            .iter()
            .filter(|count| !count.nested && count.is_people())
            .collect();
        let bare = counts
            .iter()
            .find(|count| count.digits && !count.nested && !count.has_known_unit());
        if let (true, Some(bare)) = (people.is_empty(), bare) {
            return Err(without_unit(
                "capacity-unreadable",
                CAPACITY,
                "人",
                bare,
                line,
            ));
        }
        if let Some(wrong) = people.iter().find(|count| count.value.is_none()) {
            return Err(
                Fault::new("capacity-unreadable", wrong.at.clone(), CAPACITY)
                    .label("人数として読み取れません")
                    .help("人数を数字で書いてください。"),
            );
        }
        let folded = line.folded.text(line.whole());
        let order_only = folded.trim_start().starts_with("先着") || folded.contains("抽選");
        if counts.is_empty() && order_only {
            return Err(Fault::new("capacity-unreadable", line.whole(), CAPACITY)
                .label("人数がありません")
                .help("何人までかを書いてください。決まりがなければ「定員なし」と書きます。"));
        }
        let people = match people.as_slice() {
            [one] => one.value,
            _ => None,
        };
        let text = text(line, "capacity-unreadable", CAPACITY)?;
        Ok(Capacity { people, text })
    })
}

/// 出席: the wards and the people who came, after words that say to what.
pub fn attendance(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<Attendance>> {
    read(value, background, findings, |line, _| {
        let counts = counts(line);
        let mut counted = counts.iter().filter(|count| !count.nested);
        let wards = counted.clone().find(|count| count.unit == Some('区'));
        let people = counted.clone().find(|count| count.is_people());
        let first = wards
            .into_iter()
            .chain(people)
            .map(|count| count.at.start)
            .min();
        let bare = counted.find(|count| count.digits && !count.has_known_unit());
        if let (None, Some(bare)) = (first, bare) {
            return Err(
                Fault::new("attendance-unreadable", bare.at.clone(), ATTENDANCE)
                    .label("区の数か人の数かが分かりません")
                    .help("数のあとに「区」か「人」を書いてください。"),
            );
        }
        let label = first.and_then(|end| {
            let before = line.folded.text(0..end);
            let kept = before.trim_end_matches([' ', ':', '、', ',']);
            line.label(0..kept.chars().count())
        });
        Ok(Attendance {
            label,
            wards: wards.and_then(|count| count.value),
            people: people.and_then(|count| count.value),
            text: text(line, "attendance-unreadable", ATTENDANCE)?,
        })
    })
}

const FEE: &str = "費用を読み取れません";
const CAPACITY: &str = "定員を読み取れません";
const ATTENDANCE: &str = "出席を読み取れません";

fn text(line: &Line<'_>, code: &'static str, title: &str) -> Result<Text, Fault> {
    Text::new(line.raw).ok_or_else(|| Fault::new(code, line.whole(), title))
}

fn without_unit(
    code: &'static str,
    title: &str,
    unit: &str,
    count: &Count,
    line: &Line<'_>,
) -> Fault {
    let written = line.folded.text(count.at.clone());
    let fault = Fault::new(code, count.at.clone(), title)
        .label(format!("「{unit}」がありません"))
        .help(format!("「{written}{unit}」のように書いてください。"))
        .without_example();
    match count.at == line.whole() {
        true => fault.fix(count.at.clone(), format!("{written}{unit}")),
        false => fault,
    }
}

/// A number in a value.
struct Count {
    /// `None` where the digits make no number.
    value: Option<u32>,
    /// Digits and unit.
    at: Range<usize>,
    /// The sign behind it; ¥ before it counts as 円.
    unit: Option<char>,
    digits: bool,
    /// Whether it stands in brackets.
    nested: bool,
}

impl Count {
    fn is_people(&self) -> bool {
        matches!(self.unit, Some('人' | '名'))
    }

    /// Whether the number counts something else, as in 5組 and 第1回.
    fn has_known_unit(&self) -> bool {
        self.unit
            .is_some_and(|unit| "人名区組世施事か席台回歳家団チ枠%部日月年階時分:~".contains(unit))
    }
}

/// All numbers of a value; kanji numerals only where they count people, wards or money.
fn counts(line: &Line<'_>) -> Vec<Count> {
    let mut cursor = line.folded.cursor();
    let mut counts = Vec::new();
    let mut depth = 0_usize;
    while let Some(sign) = cursor.peek() {
        depth = match sign {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        let start = cursor.at();
        let mut ahead = cursor;
        let has_yen_sign = ahead.eat('¥');
        if has_yen_sign {
            ahead.spaces();
        }
        let digits = ahead.peek().is_some_and(|sign| sign.is_ascii_digit());
        let value = match digits || sign != ' ' && !has_yen_sign {
            true => amount(&mut ahead),
            false => None,
        };
        let Some(value) = value else {
            cursor.bump();
            continue;
        };
        let end = ahead.at();
        ahead.spaces();
        let unit = if has_yen_sign {
            Some('円')
        } else {
            ahead.peek()
        };
        let counts_something = digits || unit.is_some_and(|unit| "人名区円".contains(unit));
        if !counts_something {
            cursor.bump();
            continue;
        }
        counts.push(Count {
            value,
            at: start..end,
            unit,
            digits,
            nested: depth > 0,
        });
        cursor = ahead;
    }
    counts
}

/// Takes 1,000, 五百, 5千 or 1万5千; inside, `None` where commas or size are wrong.
fn amount(cursor: &mut Cursor<'_>) -> Option<Option<u32>> {
    let mut total = Some(0_u32);
    let mut found = false;
    loop {
        let Some(part) = grouped(cursor) else {
            return found.then_some(total);
        };
        found = true;
        let times = match cursor.eat_any(&["百", "千", "万"]) {
            Some("百") => 100,
            Some("千") => 1_000,
            Some(_) => 10_000,
            None => 1,
        };
        let part = part.and_then(|part| part.checked_mul(times));
        total = total
            .zip(part)
            .and_then(|(total, part)| total.checked_add(part));
        if times == 1 {
            return Some(total);
        }
    }
}

/// Takes digits with commas between groups of three, or kanji numerals.
fn grouped(cursor: &mut Cursor<'_>) -> Option<Option<u32>> {
    let mut groups = Vec::new();
    let mut ahead = *cursor;
    loop {
        let from = ahead.at();
        let Some(number) = ahead.number() else { break };
        groups.push((ahead.at() - from, number));
        *cursor = ahead;
        if !ahead.eat(',') || !ahead.peek().is_some_and(|sign| sign.is_ascii_digit()) {
            break;
        }
    }
    let (first, rest) = groups.split_first()?;
    let well_grouped = rest.is_empty() || first.0 <= 3 && rest.iter().all(|group| group.0 == 3);
    let number = groups.iter().try_fold(0_u32, |number, group| {
        number.checked_mul(1_000)?.checked_add(group.1)
    });
    Some(number.filter(|number| well_grouped && *number != u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::{attendance, capacity, fee};
    use crate::parse::values::trial::{finding, outcome};

    #[test]
    fn amounts_are_found_in_what_people_write() {
        let yen = |value: &str| {
            outcome(value, |value, background, findings| {
                fee(value, background, findings)
                    .map_or_else(String::new, |fee| format!("{:?}", fee.value.yen))
            })
        };
        for (value, said) in [
            ("無料", "Some(0)"),
            ("参加費無料（昼食は各自で用意）", "Some(0)"),
            ("0円", "Some(0)"),
            ("なし", "Some(0)"),
            ("500円", "Some(500)"),
            ("1,000円（資料代）", "Some(1000)"),
            ("１，０００円", "Some(1000)"),
            ("五百円", "Some(500)"),
            ("5千円", "Some(5000)"),
            ("1万5千円", "Some(15000)"),
            ("¥500", "Some(500)"),
            ("￥1,000", "Some(1000)"),
            ("1人500円", "Some(500)"),
            ("1,000円（学生500円）", "Some(1000)"),
            ("200円（お茶代、オンラインは無料）", "Some(200)"),
            ("一般500円、学生300円", "None"),
            ("学生は無料、一般500円", "None"),
            ("無料（資料代500円）", "None"),
            ("実費", "None"),
            ("500", "fee-unreadable「500」"),
            ("資料代500", "fee-unreadable「500」"),
            ("1,00円", "fee-unreadable「1,00」"),
            ("99999999999円", "fee-unreadable「99999999999」"),
        ] {
            assert_eq!(yen(value), said, "{value}");
        }
    }

    #[test]
    fn a_bare_number_gets_its_unit() {
        let found = finding("５００", |value, background, findings| {
            fee(value, background, findings);
            String::new()
        });
        assert_eq!(
            found.fix.map(|fix| fix.replacement).as_deref(),
            Some("500円")
        );
    }

    #[test]
    fn people_are_counted_where_there_is_one_number_of_them() {
        let people = |value: &str| {
            outcome(value, |value, background, findings| {
                capacity(value, background, findings).map_or_else(String::new, |capacity| {
                    format!("{:?}", capacity.value.people)
                })
            })
        };
        for (value, said) in [
            ("50人（先着順）", "Some(50)"),
            ("５０名程度", "Some(50)"),
            ("各回20名", "Some(20)"),
            ("五十人", "Some(50)"),
            ("1,200人", "Some(1200)"),
            ("20人　先着順", "Some(20)"),
            ("50〜60人", "Some(60)"),
            ("30組60人", "Some(60)"),
            ("会場50人、オンライン100人", "None"),
            ("定員なし", "None"),
            ("5組", "None"),
            ("50", "capacity-unreadable「50」"),
            ("約50程度", "capacity-unreadable「50」"),
            ("先着順", "capacity-unreadable「先着順」"),
        ] {
            assert_eq!(people(value), said, "{value}");
        }
    }

    #[test]
    fn wards_and_people_who_came_are_counted() {
        let came = |value: &str| {
            outcome(value, |value, background, findings| {
                attendance(value, background, findings).map_or_else(String::new, |read| {
                    let read = read.value;
                    let label = read.label.map(|label| label.to_string());
                    format!("{label:?} {:?} {:?}", read.wards, read.people)
                })
            })
        };
        for (value, said) in [
            ("第1回 19区39人", r#"Some("第1回") Some(19) Some(39)"#),
            ("第２回：１９区３９名", r#"Some("第2回") Some(19) Some(39)"#),
            ("19区39人（ほかに傍聴5人）", "None Some(19) Some(39)"),
            ("会場 12人", r#"Some("会場") None Some(12)"#),
            ("十九区三十九人", "None Some(19) Some(39)"),
            ("見本 太郎", "None None None"),
            ("第2回 中止", "None None None"),
            ("第1回 19 39", "attendance-unreadable「19」"),
        ] {
            assert_eq!(came(value), said, "{value}");
        }
    }
}
