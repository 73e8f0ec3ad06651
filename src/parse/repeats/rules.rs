//! The words of a rule (phase `parse`): 毎週火・木曜日, 毎月第2・第4火曜日, 毎月最終金曜日, 毎月15日, 隔週水曜日, 毎日.
//!
//! Invariant: a rule that is given back can be meant in one way only.

use std::ops::Range;

use crate::model::date::Weekday;
use crate::model::repeat::{Rule, Week, Weekdays, Weeks};
use crate::parse::hours::{JOINTS, joint};
use crate::parse::values::{Fault, Reading};
use crate::parse::weekdays::weekday_sign;
use crate::text::japanese::Cursor;

/// Takes rules that stand together; several for 毎月5日・20日.
pub fn rules(cursor: &mut Cursor<'_>) -> Reading<Vec<Rule>> {
    let mut ahead = *cursor;
    ahead.spaces();
    let start = ahead.at();
    let read = if let Some(often) = ahead.eat_any(&["毎週", "隔週"]) {
        Some(weekly(&mut ahead, start, often)?)
    } else if ahead.eat_word("毎日") {
        let weekdays = Weekdays::new(Weekday::ALL);
        weekdays.map(|weekdays| vec![Rule::Weekly { weekdays, every: 1 }])
    } else if ahead.eat_any(&["毎月", "各月"]).is_some() {
        Some(monthly(&mut ahead, start)?)
    } else {
        of_weeks(&mut ahead)?.filter(|_| stands_alone(ahead))
    };
    if read.is_some() {
        *cursor = ahead;
    }
    Ok(read)
}

/// Takes words of repetition that no rule can say, or a weekday that does not say which.
pub fn unknown_rule(cursor: &mut Cursor<'_>) -> Option<Range<usize>> {
    const OTHERS: &[&str] = &[
        "隔月",
        "隔日",
        "奇数月",
        "偶数月",
        "毎年",
        "平日",
        "週1回",
        "週2回",
        "月1回",
        "月2回",
        "2週間ごと",
        "2週間に1回",
        "1週間おき",
        "1週おき",
    ];
    let mut ahead = *cursor;
    ahead.spaces();
    let start = ahead.at();
    if ahead.eat_any(OTHERS).is_none() {
        weekday_sign(&mut ahead)?;
        ahead.eat_any(&["曜日", "曜"])?;
    }
    *cursor = ahead;
    Some(start..ahead.at())
}

fn weekly(cursor: &mut Cursor<'_>, start: usize, often: &str) -> Result<Vec<Rule>, Fault> {
    let end = cursor.at();
    between(cursor);
    let named = weekdays(cursor).and_then(|named| Weekdays::new(named.days));
    let Some(weekdays) = named else {
        return Err(unreadable(start..end)
            .label("このあとに曜日がありません")
            .help(format!("「{often}水曜日」のように、曜日を続けて書いてください。行う日が決まっていないときは、1日に1行で並べます。")));
    };
    let every = if often == "隔週" { 2 } else { 1 };
    Ok(vec![Rule::Weekly { weekdays, every }])
}

fn monthly(cursor: &mut Cursor<'_>, start: usize) -> Result<Vec<Rule>, Fault> {
    let end = cursor.at();
    between(cursor);
    if let Some(rules) = of_weeks(cursor)? {
        return Ok(rules);
    }
    if let Some(rules) = of_days(cursor)? {
        return Ok(rules);
    }
    let mut ahead = *cursor;
    if ahead.eat_any(&["末日", "月末", "末", "最終日"]).is_some() {
        return Err(unreadable(start..ahead.at())
            .label("月の終わりの日は、月によって違います")
            .help("「令和9年1月31日」のように、1日に1行で並べてください。"));
    }
    Err(unreadable(start..end)
        .label("このあとに、日か曜日がありません")
        .help("「毎月15日」か「毎月第2火曜日」のように、行う日を続けて書いてください。"))
}

/// Takes 5日・20日 and 1、15日.
fn of_days(cursor: &mut Cursor<'_>) -> Reading<Vec<Rule>> {
    let mut ahead = *cursor;
    let mut days = Vec::new();
    loop {
        ahead.spaces();
        let start = ahead.at();
        let Some(number) = ahead.number() else { break };
        ahead.spaces();
        let has_sign = ahead.eat('日') && !matches!(ahead.peek(), Some('曜' | '間' | '目'));
        if !has_sign && !shares_its_sign(ahead) {
            break;
        }
        days.push((number, start..ahead.at()));
        *cursor = ahead;
        ahead.spaces();
        if ahead.eat_any(JOINTS).is_none() {
            break;
        }
    }
    let rule = |(number, at)| match u8::try_from(number) {
        Ok(day @ 1..=31) => Ok(Rule::MonthlyDay(day)),
        Ok(_) | Err(_) => Err(unreadable(at)
            .label("月は1日から31日までです")
            .help("「毎月15日」のように、1から31までの数で書いてください。")),
    };
    let rules: Vec<Rule> = days.into_iter().map(rule).collect::<Result<_, Fault>>()?;
    Ok((!rules.is_empty()).then_some(rules))
}

/// Whether the number before this place is the first one of 1、15日.
fn shares_its_sign(mut cursor: Cursor<'_>) -> bool {
    let is_joined = cursor.eat_any(JOINTS).is_some();
    cursor.spaces();
    is_joined && cursor.number().is_some() && cursor.eat('日')
}

/// Takes 第2・第4火曜日 and 最終金曜日.
fn of_weeks(cursor: &mut Cursor<'_>) -> Reading<Vec<Rule>> {
    let mut ahead = *cursor;
    ahead.spaces();
    let start = ahead.at();
    let weeks = weeks(&mut ahead);
    if weeks.is_empty() {
        return Ok(None);
    }
    let at = start..ahead.at();
    let is_week = ahead.eat('週') || ahead.eat_word("の週");
    between(&mut ahead);
    // 第2日 is the second day of something.
    let named = weekdays(&mut ahead).filter(|named| named.words > 0 || named.is_bracketed);
    let Some(named) = named else {
        return Ok(None);
    };
    let first = named.days.first().map_or("", |day| day.label());
    if is_week {
        return Err(unreadable(start..ahead.at())
            .label(format!("月の何回目の{first}か分かりません"))
            .help(format!(
                "月の2回目の{first}なら「毎月第2{first}」のように、「週」を書かずに書いてください。"
            )));
    }
    if named.words > 1 {
        return Err(unreadable(start..ahead.at())
            .label("2つ目の曜日が第何かわかりません")
            .help("「毎月第2火曜日、第2木曜日」のように、曜日ごとに「第2」から書いてください。"));
    }
    let Some(weeks) = Weeks::new(weeks) else {
        return Err(unreadable(at)
            .label(format!("{first}は、ひと月に5回までです"))
            .help(format!(
                "「毎月第2{first}」か「毎月最終{first}」のように書いてください。"
            )));
    };
    *cursor = ahead;
    let days = named.days.into_iter();
    let rules = days.map(|weekday| Rule::MonthlyWeekday { weeks, weekday });
    Ok(Some(rules.collect()))
}

/// Takes 第1・3, 第2、第4 and 最終; empty when something else stands here.
fn weeks(cursor: &mut Cursor<'_>) -> Vec<Week> {
    let mut weeks = Vec::new();
    let mut ahead = *cursor;
    loop {
        let joined = weeks.is_empty() || ahead.eat_any(JOINTS).is_some();
        ahead.spaces();
        let last = ["最終", "最後の", "月末の", "末の"];
        let week = if ahead.eat_any(&last).is_some() {
            Week::Last
        } else {
            let has_sign = ahead.eat('第');
            ahead.spaces();
            let number = ahead.number();
            let Some(number) = number.filter(|_| has_sign || joined && !weeks.is_empty()) else {
                return weeks;
            };
            Week::Nth(u8::try_from(number).unwrap_or(u8::MAX))
        };
        weeks.push(week);
        *cursor = ahead;
        ahead.spaces();
    }
}

/// Weekdays in the order in which they were written.
pub struct Named {
    pub days: Vec<Weekday>,
    /// How many of them were written in full, as in 火曜日と木曜日.
    words: usize,
    is_bracketed: bool,
}

/// Takes 火・木曜日, 火曜日と木曜日, 月曜日から金曜日まで, （水）.
pub fn weekdays(cursor: &mut Cursor<'_>) -> Option<Named> {
    let mut ahead = *cursor;
    let is_bracketed = ahead.eat('(');
    let (first, is_word) = one(&mut ahead)?;
    let mut days = vec![first];
    let (mut words, mut last_is_word) = (usize::from(is_word), is_word);
    loop {
        let mut next = ahead;
        let is_range = joint(&mut next);
        let is_joined = is_range || {
            next = ahead;
            next.spaces();
            let joined = next.eat_any(JOINTS).is_some();
            next.spaces();
            joined
        };
        if !is_joined {
            next = ahead;
        }
        // 金曜日 日 and 金曜日・日 begin something else, such as 日祝を除く.
        let follows = one(&mut next)
            .filter(|(_, is_word)| *is_word || !last_is_word)
            .filter(|_| is_joined || !last_is_word);
        let Some((weekday, is_word)) = follows else {
            break;
        };
        match is_range {
            true => days.extend(through(*days.last()?, weekday)),
            false => days.push(weekday),
        }
        words += usize::from(is_word && !is_range);
        last_is_word = is_word;
        ahead = next;
        if is_range {
            ahead.eat_word("まで");
        }
    }
    if is_bracketed && !ahead.eat(')') {
        return None;
    }
    // 土・日・祝 is more than weekdays.
    let mut behind = ahead;
    behind.eat_any(JOINTS);
    let holidays = ["祝日を", "祝を", "祝日は", "祝は"];
    if behind.peek() == Some('祝') && behind.eat_any(&holidays).is_none() {
        return None;
    }
    *cursor = ahead;
    Some(Named {
        days,
        words,
        is_bracketed,
    })
}

/// The weekdays after one up to another.
fn through(from: Weekday, to: Weekday) -> impl Iterator<Item = Weekday> {
    let week = Weekday::ALL.into_iter().cycle();
    let after = week.skip(from as usize + 1).take(7);
    let mut reached = false;
    after.take_while(move |weekday| {
        let here = !reached;
        reached |= *weekday == to;
        here
    })
}

/// Takes one weekday, and says whether it was written as a word.
fn one(cursor: &mut Cursor<'_>) -> Option<(Weekday, bool)> {
    let mut ahead = *cursor;
    let weekday = weekday_sign(&mut ahead)?;
    let is_word = ahead.eat_any(&["曜日", "曜"]).is_some();
    let mut behind = ahead;
    let is_sign = match ahead.peek() {
        None | Some('0'..='9' | '午' | '正' | 'と' | 'か' | '及' | 'お' | '祝') => true,
        Some(sign) if " )(、,・/&~-。".contains(sign) => true,
        Some(_) => weekday_sign(&mut behind).is_some(),
    };
    if !is_word && !is_sign {
        return None;
    }
    *cursor = ahead;
    Some((weekday, is_word))
}

/// Takes the の of 毎月の第2火曜日.
fn between(cursor: &mut Cursor<'_>) {
    cursor.spaces();
    cursor.eat_any(&["の", "、", ","]);
    cursor.spaces();
}

/// Whether a rule without 毎月 ends here: 第2土曜講座 is the name of something.
fn stands_alone(cursor: Cursor<'_>) -> bool {
    const BEGINNINGS: &str = "午正と及お各毎両い祝年令平隔第最の一二三四五六七八九十た期か";
    cursor
        .peek()
        .is_none_or(|sign| !sign.is_alphabetic() || BEGINNINGS.contains(sign))
}

/// Something that is repeated in a way that cannot be read.
pub fn unreadable(at: Range<usize>) -> Fault {
    Fault::new("repeat-unreadable", at, "くり返しの日が決まりません").without_example()
}
