//! Years of days, in an era, in the western calendar or in both (phase `parse`).

use std::ops::Range;

use crate::model::date::{Date, Era, EraYear};
use crate::parse::values::{Fault, Reading};
use crate::text::japanese::Cursor;

/// A year as it was written.
pub struct Year {
    pub number: i32,
    pub era: Option<(Era, i32, EraMark)>,
    pub at: Range<usize>,
}

/// Where an era and its year stand, and whether the era is a letter.
#[derive(Clone, Debug)]
pub struct EraMark {
    pub at: Range<usize>,
    pub letter: Option<char>,
}

/// Takes 令和6年, 令和6年（2024年）, 2024年, R6. or 2024/.
pub fn year(cursor: &mut Cursor<'_>, faults: &mut Vec<Fault>) -> Reading<Year> {
    let mut ahead = *cursor;
    let Some(year) = one_year(&mut ahead) else {
        return Ok(None);
    };
    ahead.spaces();
    let closed = ahead.eat('年');
    let twin = twin_year(&mut ahead);
    if !closed && twin.is_some() {
        ahead.eat('年');
    } else if !closed
        && !ahead
            .eat_any(&[".", "/", "-"])
            .is_some_and(|_| number_follows(ahead))
    {
        return Ok(None);
    }
    if ahead.peek() == Some('度') {
        return Ok(None);
    }
    if let Some(twin) = twin.filter(|twin| twin.number != year.number) {
        faults.push(years_differ(&year, &twin));
    }
    *cursor = ahead;
    Ok(Some(year))
}

fn number_follows(mut cursor: Cursor<'_>) -> bool {
    cursor.spaces();
    cursor.number().is_some()
}

/// Takes the same year in the other calendar, in brackets.
fn twin_year(cursor: &mut Cursor<'_>) -> Option<Year> {
    let mut ahead = *cursor;
    ahead.spaces();
    if !ahead.eat('(') {
        return None;
    }
    ahead.spaces();
    let year = one_year(&mut ahead)?;
    ahead.spaces();
    ahead.eat('年');
    ahead.spaces();
    if !ahead.eat(')') {
        return None;
    }
    *cursor = ahead;
    Some(year)
}

/// Takes an era with its year, or a western year of four digits, without 年.
fn one_year(cursor: &mut Cursor<'_>) -> Option<Year> {
    let mut ahead = *cursor;
    let start = ahead.at();
    if let Some((era, letter)) = era(&mut ahead) {
        ahead.spaces();
        let number = match ahead.eat('元') {
            true => 1,
            false => i32::try_from(ahead.number()?).ok()?,
        };
        let at = start..ahead.at();
        *cursor = ahead;
        return Some(Year {
            number: era.first_year().saturating_add(number.saturating_sub(1)),
            era: Some((
                era,
                number,
                EraMark {
                    at: at.clone(),
                    letter,
                },
            )),
            at,
        });
    }
    ahead.eat_word("西暦");
    ahead.spaces();
    let number = i32::try_from(ahead.number()?).ok()?;
    if !(1000..10_000).contains(&number) {
        return None;
    }
    let at = start..ahead.at();
    *cursor = ahead;
    Some(Year {
        number,
        era: None,
        at,
    })
}

fn era(cursor: &mut Cursor<'_>) -> Option<(Era, Option<char>)> {
    for era in Era::ALL {
        if cursor.eat_word(era.label()) {
            return Some((era, None));
        }
    }
    let mut ahead = *cursor;
    let sign = ahead.bump()?;
    let is_short = matches!(sign, '令' | '平' | '昭' | '大' | '明');
    if is_short && !matches!(ahead.peek(), Some('元' | '0'..='9')) {
        return None;
    }
    let found = match sign.to_ascii_uppercase() {
        '㋿' | '令' => (Era::Reiwa, None),
        '㍻' | '平' => (Era::Heisei, None),
        '㍼' | '昭' => (Era::Showa, None),
        '㍽' | '大' => (Era::Taisho, None),
        '㍾' | '明' => (Era::Meiji, None),
        'R' => (Era::Reiwa, Some(sign)),
        'H' => (Era::Heisei, Some(sign)),
        'S' => (Era::Showa, Some(sign)),
        'T' => (Era::Taisho, Some(sign)),
        'M' => (Era::Meiji, Some(sign)),
        _ => return None,
    };
    *cursor = ahead;
    Some(found)
}

fn years_differ(year: &Year, twin: &Year) -> Fault {
    let western = |year: &Year| match &year.era {
        Some((era, number, _)) => format!("{}は{}年です", EraYear(*era, *number), year.number),
        None => format!("{}年ではありません", year.number),
    };
    let label = match (&year.era, &twin.era) {
        (Some(_), _) => western(year),
        (None, _) => western(twin),
    };
    let both = |number: i32| match Date::new(number, 12, 31).map(Date::era) {
        Some((era, count)) => format!("「{}（{number}年）」", EraYear(era, count)),
        None => format!("「{number}年」"),
    };
    Fault::new(
        "date-era",
        twin.at.clone(),
        "元号の年と西暦の年が合っていません",
    )
    .label(label)
    .help(format!(
        "{}か{}のどちらかにしてください。",
        both(year.number),
        both(twin.number)
    ))
}

/// Says when a day does not lie in the era it is written in, and which era it lies in.
pub fn check_era(
    date: Date,
    (era, number): (Era, i32),
    mark: EraMark,
    faults: &mut Vec<Fault>,
) -> Result<(), Fault> {
    let fault = Fault::new("date-era", mark.at.clone(), "元号と年が合っていません");
    if number < 1 {
        return Err(fault
            .label(format!("{}は元年から始まります", era.label()))
            .help(format!(
                "{}元年は{}年です。正しい年を書いてください。",
                era.label(),
                era.first_year()
            )));
    }
    let (right, count) = date.era();
    if right == era {
        return Ok(());
    }
    let replacement = match (mark.letter, count) {
        (Some(_), count) => format!("{}{count}", letter(right)),
        (None, 1) => format!("{}元", right.label()),
        (None, count) => format!("{}{count}", right.label()),
    };
    let right = EraYear(right, count);
    faults.push(
        fault
            .label(format!("この日は{right}です"))
            .help(format!("「{right}」と書いてください。"))
            .fix(mark.at, replacement),
    );
    Ok(())
}

fn letter(era: Era) -> char {
    match era {
        Era::Meiji => 'M',
        Era::Taisho => 'T',
        Era::Showa => 'S',
        Era::Heisei => 'H',
        Era::Reiwa => 'R',
    }
}
