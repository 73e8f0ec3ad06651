//! What is said of all rules of a line (phase `parse`): the days between which they hold, the days that are left out, and notes.
//!
//! Invariant: `Repeat::from` is the first day of its rule, or the line has been reported.

use crate::model::date::Date;
use crate::model::facet::When;
use crate::model::repeat::{Hours, Pauses, Repeat, Rule};
use crate::parse::repeats::pauses::pauses;
use crate::parse::repeats::ranges::{Range, range};
use crate::parse::repeats::rules::unreadable;
use crate::parse::values::{Fault, Line};
use crate::text::japanese::Cursor;

/// Places in the folded line.
type Signs = std::ops::Range<usize>;

/// What is said of all rules of a line.
#[derive(Debug, Default)]
pub struct Terms {
    range: Range,
    pauses: Pauses,
    pub notes: Vec<String>,
}

impl Terms {
    /// Takes a range or pauses.
    pub fn take(
        &mut self,
        cursor: &mut Cursor<'_>,
        line: &Line<'_>,
        faults: &mut Vec<Fault>,
    ) -> Result<bool, Fault> {
        cursor.spaces();
        let start = cursor.at();
        let (range, pauses) = match range(cursor, line.published(), faults)? {
            Some(range) => (range, Pauses::default()),
            None => match pauses(cursor) {
                Some(pauses) => (Range::default(), pauses),
                None => return Ok(false),
            },
        };
        self.add((range, pauses), line, start..cursor.at())?;
        Ok(true)
    }

    fn add(
        &mut self,
        (range, pauses): (Range, Pauses),
        line: &Line<'_>,
        at: Signs,
    ) -> Result<(), Fault> {
        let both = self.range.and(range);
        self.range = both.ok_or_else(|| two_ranges(line, at))?;
        self.pauses = self.pauses.and(pauses);
        Ok(())
    }

    /// Takes brackets with ranges, pauses and notes in them.
    pub fn take_bracket(
        &mut self,
        cursor: &mut Cursor<'_>,
        line: &Line<'_>,
        faults: &mut Vec<Fault>,
    ) -> Result<bool, Fault> {
        let Some(inside) = cursor.bracketed() else {
            return Ok(false);
        };
        let is_separator = |sign: char| "。、,; ".contains(sign);
        let mut note = inside.start..inside.start;
        let mut at = inside.start;
        while at < inside.end {
            let mut ahead = line.folded.cursor_at(at);
            let is_separated = ahead.take_while(is_separator) > 0;
            let mut trial = ahead;
            let is_term = match at == inside.start || is_separated {
                true => self.take_clause(&mut trial, inside.end, line, faults)?,
                false => false,
            };
            if is_term {
                self.add_note(note, line);
                note = trial.at()..trial.at();
            } else {
                trial.take_while(|sign| !is_separator(sign));
                note.end = trial.at().min(inside.end);
            }
            at = trial.at();
        }
        self.add_note(note, line);
        Ok(true)
    }

    /// Takes a range or pauses that are all of a clause; what only begins like them is a note.
    fn take_clause(
        &mut self,
        cursor: &mut Cursor<'_>,
        end: usize,
        line: &Line<'_>,
        faults: &mut Vec<Fault>,
    ) -> Result<bool, Fault> {
        let mut ahead = *cursor;
        let mut trial = Terms::default();
        let mut said = Vec::new();
        let is_term = match trial.take(&mut ahead, line, &mut said) {
            // 3月は会場が変わります begins like a day.
            Err(fault) if fault.code == "date-unreadable" => false,
            read => read?,
        };
        let is_end = |sign: char| "。、,; )".contains(sign);
        let is_whole = ahead.at() <= end && ahead.peek().is_none_or(is_end)
            || line
                .folded
                .sign(ahead.at().saturating_sub(1))
                .is_some_and(is_end);
        if !is_term || !is_whole {
            return Ok(false);
        }
        let found = (trial.range, trial.pauses);
        self.add(found, line, cursor.at()..ahead.at())?;
        faults.append(&mut said);
        *cursor = ahead;
        Ok(true)
    }

    fn add_note(&mut self, at: Signs, line: &Line<'_>) {
        let words = line.words(at);
        let words = words.map(|words| words.value.to_string());
        let words = words.map(|words| words.trim_matches(['。', '、', '，', ' ', '　']).to_owned());
        self.notes.extend(words.filter(|words| !words.is_empty()));
    }

    /// A rule with all that is said of it.
    pub fn when(&self, rule: Rule, hours: Option<Hours>, line: &Line<'_>) -> Result<When, Fault> {
        let written = self.range.first;
        let first = written.map(|first| first.date).or(line.published());
        let Some(first) = first else {
            return Err(unreadable(line.whole())
                .label("いつからか分かりません")
                .help(
                    "「令和8年12月8日から毎月第2火曜日」のように、最初の日から書いてください。",
                ));
        };
        let mut repeat = Repeat {
            rule,
            from: first,
            until: None,
            hours,
            pauses: self.pauses,
        };
        let start = first_day(repeat, first);
        if let Rule::Weekly { every: 2.., .. } = rule
            && (written.is_none_or(|first| first.is_month) || start != first)
        {
            return Err(no_first_week(line, written.map(|first| first.date)));
        }
        repeat.from = start;
        repeat.until = self.range.last;
        Ok(When::Repeated(repeat))
    }
}

/// The first day of a rule; the longest gap is that between two fifth weekdays, three months.
fn first_day(repeat: Repeat, from: Date) -> Date {
    const LONGEST_GAP_DAYS: i64 = 100;
    let reach = from.plus_days(LONGEST_GAP_DAYS).unwrap_or(from);
    repeat.days(reach).next().unwrap_or(from)
}

fn no_first_week(line: &Line<'_>, written: Option<Date>) -> Fault {
    let fault = unreadable(line.whole());
    let fault = match written {
        None => fault.label("どの週に行うのかが分かりません"),
        Some(first) => fault.label(format!(
            "{}は、行う曜日ではありません",
            first.with_weekday()
        )),
    };
    fault.help("「12月2日から隔週水曜日」のように、1回目の日を先に書いてください。")
}

fn two_ranges(line: &Line<'_>, at: Signs) -> Fault {
    unreadable(line.folded.trimmed(at))
        .label("期間が2つあります")
        .help("いつからいつまでかは、1行に1つだけ書いてください。期間ごとに行を分けられます。")
}
