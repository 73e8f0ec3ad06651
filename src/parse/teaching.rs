//! What is taught (phase `parse`): 学習目標, 所要時間, and what belongs to an edition.

use crate::diag::Findings;
use crate::model::field::Taught;
use crate::model::teaching::{Duration, Teaching};
use crate::parse::facets::Given;
use crate::parse::lines;
use crate::parse::values::{Background, Line};
use crate::text::japanese::Cursor;
use crate::text::span::Spanned;

/// Reads the values of one field.
pub fn fill(teaching: &mut Teaching, field: Taught, given: &Given<'_>, findings: &mut Findings) {
    match field {
        Taught::Goals => teaching.goals = given.all_words(),
        Taught::Duration => teaching.duration = given.one(findings, duration),
        Taught::Edition => teaching.edition = given.words(findings),
        Taught::Changes => teaching.changes = given.all_words(),
        Taught::Newer => teaching.newer = given.words(findings),
        Taught::Licence => teaching.licence = given.one(findings, lines::reference),
    }
}

/// 所要時間: hours and minutes for programs where the words are nothing else, and the words for people.
fn duration(
    value: &Spanned<String>,
    background: Background<'_>,
    _: &mut Findings,
) -> Option<Spanned<Duration>> {
    let line = Line::new(value, background);
    let words = line.all_words()?;
    let minutes = minutes(&mut line.folded.cursor());
    let text = words.value;
    Some(Spanned::new(Duration { minutes, text }, words.span))
}

/// `60分`, `約1時間30分`, `1時間半(演習を含む)`; `None` for anything else.
fn minutes(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.spaces();
    cursor.eat('約');
    let mut total = 0;
    let mut number = cursor.number()?;
    if cursor.eat_word("時間") {
        total = number.checked_mul(60)?;
        number = match cursor.eat('半') {
            true => 30,
            false => match cursor.number() {
                Some(minutes) if cursor.eat('分') => minutes,
                Some(_) => return None,
                None => 0,
            },
        };
    } else if !cursor.eat('分') {
        return None;
    }
    cursor.spaces();
    cursor.bracketed();
    cursor.spaces();
    let all = total.checked_add(number)?;
    (cursor.is_end() && all > 0).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::duration;
    use crate::parse::values::trial::outcome;

    #[test]
    fn a_duration_is_a_number_of_minutes_where_nothing_else_is_said() {
        let read = |value: &str| {
            outcome(value, |value, background, findings| {
                let read = duration(value, background, findings);
                let minutes = read.and_then(|duration| duration.value.minutes);
                minutes.map_or_else(|| "words".to_owned(), |minutes| minutes.to_string())
            })
        };
        for (value, said) in [
            ("60分", "60"),
            ("約９０分", "90"),
            ("1時間", "60"),
            ("1時間30分", "90"),
            ("2時間半（休憩を含む）", "150"),
            ("30分から60分", "words"),
            ("1回20分、全3回", "words"),
            ("半日", "words"),
            ("0分", "words"),
            ("99999999時間", "words"),
        ] {
            assert_eq!(read(value), said, "{value}");
        }
    }
}
