//! Between which days a rule holds (phase `parse`): 12月8日から令和9年3月9日まで, 令和8年4月から翌年3月まで, 3月9日まで.

use crate::model::date::Date;
use crate::model::month::Month;
use crate::parse::dates::{Anchor, day, impossible, year_around};
use crate::parse::eras::{check_era, year};
use crate::parse::values::{Fault, Reading};
use crate::text::japanese::Cursor;

/// The first and the last day as far as they were written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Range {
    pub first: Option<First>,
    pub last: Option<Date>,
}

/// Where a rule begins.
#[derive(Clone, Copy, Debug)]
pub struct First {
    pub date: Date,
    /// Whether only its month was written.
    pub is_month: bool,
}

impl Range {
    /// Both together; `None` when they say the same thing twice.
    pub fn and(self, other: Self) -> Option<Self> {
        let is_twice = self.first.is_some() && other.first.is_some()
            || self.last.is_some() && other.last.is_some();
        (!is_twice).then_some(Self {
            first: self.first.or(other.first),
            last: self.last.or(other.last),
        })
    }
}

/// A day, or the days of a month.
struct Edge {
    first: Date,
    last: Date,
}

/// Takes から and まで with the days or months before them.
pub fn range(
    cursor: &mut Cursor<'_>,
    published: Option<Date>,
    faults: &mut Vec<Fault>,
) -> Reading<Range> {
    let mut ahead = *cursor;
    ahead.spaces();
    ahead.eat_any(&["期間:", "期間は", "期間"]);
    let anchor = Anchor::new(published);
    let mut behind = ahead;
    let Some(from) = edge(&mut behind, anchor, &mut Vec::new())? else {
        return Ok(None);
    };
    behind.spaces();
    if behind.eat_word("まで") {
        // What ends is not over when it is announced.
        let anchor = published.map_or(anchor, |published| anchor.after(published));
        let until = edge(&mut ahead, anchor, faults)?;
        *cursor = behind;
        between(cursor);
        let last = until.map(|until| until.last);
        return Ok(Some(Range { first: None, last }));
    }
    let from_words = [
        "から開始",
        "からの",
        "から",
        "より",
        "以降",
        "開始",
        "スタート",
        "~",
        "-",
    ];
    if behind.eat_any(&from_words).is_none() {
        return Ok(None);
    }
    edge(&mut ahead, anchor, faults)?;
    *cursor = behind;
    let last = until(&mut behind, from.first, anchor, faults)?;
    if last.is_some() {
        *cursor = behind;
    }
    between(cursor);
    let first = Some(First {
        date: from.first,
        is_month: from.first < from.last,
    });
    Ok(Some(Range { first, last }))
}

/// Takes what stands behind から.
fn until(
    cursor: &mut Cursor<'_>,
    from: Date,
    anchor: Anchor,
    faults: &mut Vec<Fault>,
) -> Reading<Date> {
    cursor.spaces();
    let year = match cursor.eat_any(&["翌年の", "翌年", "同年の", "同年"]) {
        Some(word) if word.starts_with('翌') => Some(from.year() + 1),
        Some(_) => Some(from.year()),
        None => None,
    };
    let previous = match year {
        Some(year) => Date::new(year, 1, 1).unwrap_or(from),
        None => from,
    };
    let until = edge(cursor, anchor.after(previous), faults)?;
    cursor.spaces();
    cursor.eat_word("まで");
    Ok(until.map(|until| until.last))
}

/// Takes a day or a month.
fn edge(cursor: &mut Cursor<'_>, anchor: Anchor, faults: &mut Vec<Fault>) -> Reading<Edge> {
    if let Some(month) = month(cursor, anchor, faults)? {
        return Ok(Some(month));
    }
    let day = day(cursor, anchor, faults)?;
    Ok(day.map(|day| Edge {
        first: day,
        last: day,
    }))
}

/// Takes 令和8年4月, 4月, and 3月末, which is its last day.
fn month(cursor: &mut Cursor<'_>, anchor: Anchor, faults: &mut Vec<Fault>) -> Reading<Edge> {
    let mut ahead = *cursor;
    ahead.spaces();
    let start = ahead.at();
    let mut said = Vec::new();
    let year = year(&mut ahead, &mut said)?;
    ahead.spaces();
    let Some(number) = ahead.number().filter(|_| ahead.eat('月')) else {
        return Ok(None);
    };
    let is_end = ahead.eat_any(&["末日", "末"]).is_some();
    let at = start..ahead.at();
    let mut behind = ahead;
    behind.spaces();
    if !is_end && behind.number().is_some() {
        return Ok(None);
    }
    // The month of the day before it, or of three months before 掲載日, is still one of them.
    let written = year.as_ref().map(|year| year.number);
    let Some(in_year) = written.or_else(|| year_around(anchor, (number, 31))) else {
        return Ok(None);
    };
    let Some(first) = Date::new(in_year, number, 1) else {
        return Err(impossible(at, (in_year, number, 1)));
    };
    let last = Month::of(first).last_day();
    if let Some((era, count, mark)) = year.and_then(|year| year.era) {
        check_era(last, (era, count), mark, &mut said)?;
    }
    faults.append(&mut said);
    *cursor = ahead;
    Ok(Some(Edge {
        first: if is_end { last } else { first },
        last,
    }))
}

/// Takes what joins a range to a rule.
fn between(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    ahead.spaces();
    if ahead
        .eat_any(&["の間、", "の間", "の", "、", ","])
        .is_some()
    {
        *cursor = ahead;
    }
}
