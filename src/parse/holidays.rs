//! `content/calendar/holidays.csv` (phase `parse`): two columns, the day and the name of a holiday, as the Cabinet Office publishes them.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::diag::{Diagnostic, Findings};
use crate::model::date::Date;
use crate::model::holidays::Holidays;
use crate::model::names::Text;
use crate::text::japanese::fold;
use crate::text::span::Span;

/// Reads the list; rows with faults are left out. The first row may be a heading; days are `2027-01-01` or `2027/1/1`.
pub fn holidays(text: &str, findings: &mut Findings) -> Holidays {
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut days = BTreeMap::new();
    for (number, row) in rows.records().enumerate() {
        // Text in UTF-8 with rows of any length has nothing that the reader could refuse.
        let Ok(row) = row else { continue };
        let at = line(text, row.position());
        let cell = |column| row.get(column).map_or("", str::trim);
        let is_blank = row.iter().all(|cell| cell.trim().is_empty());
        if is_blank || number == 0 && is_heading(cell(0)) {
            continue;
        }
        match (day(cell(0)), Text::new(cell(1))) {
            // A quotation mark that is not closed makes one cell of all that follows.
            (Some(_), Some(_)) if cell(1).contains(['\r', '\n']) => findings.push(fault(
                findings,
                at,
                "祝日の名前の「\"」が閉じていません".to_owned(),
            )),
            (Some(day), Some(name)) => match days.entry(day) {
                Entry::Vacant(free) => {
                    free.insert(name);
                }
                Entry::Occupied(earlier) if *earlier.get() != name => findings.push(fault(
                    findings,
                    at,
                    format!("祝日の日付「{}」が、ほかの名前で上にもあります", cell(0)),
                )),
                Entry::Occupied(_) => {}
            },
            (None, _) => findings.push(fault(
                findings,
                at,
                format!("祝日の日付「{}」を読み取れません", cell(0)),
            )),
            (Some(_), None) => {
                findings.push(fault(findings, at, "祝日の名前がありません".to_owned()))
            }
        }
    }
    Holidays::new(days)
}

fn is_heading(cell: &str) -> bool {
    !cell.chars().any(|sign| fold(sign).is_ascii_digit())
}

fn day(cell: &str) -> Option<Date> {
    let folded: String = cell.chars().map(fold).collect();
    let mut parts = folded
        .split(['-', '/'])
        .map(|part| part.trim().parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let year = i32::try_from(year).ok()?;
    Date::new(year, month, day).filter(|_| parts.next().is_none())
}

/// The whole line that begins where a row does.
fn line(text: &str, position: Option<&csv::Position>) -> Span {
    let byte = position.map_or(0, |position| position.byte());
    let start = usize::try_from(byte).unwrap_or_default().min(text.len());
    let rest = text.get(start..).unwrap_or_default();
    let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
    let words = rest.get(blank..).unwrap_or_default().lines().next();
    let start = start + blank;
    Span::new(start..start + words.map_or(0, str::len))
}

fn fault(findings: &Findings, at: Span, title: String) -> Diagnostic {
    Diagnostic::warning("holidays-invalid", findings.at(at), title)
        .label("この行は使われません")
        .help("「2027-01-01,元日」のように、日付と名前をコンマで区切って書いてください。")
}

#[cfg(test)]
mod tests {
    use super::holidays;
    use crate::diag::Findings;
    use crate::model::date::Date;
    use crate::text::span::SourceId;

    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let mut findings = Findings::new(SourceId(0));
        let holidays = holidays(text, &mut findings);
        let first = Date::from_iso("2026-01-01");
        let days = std::iter::successors(first, |day| day.next()).take(2 * 365);
        let named = days.filter_map(|day| Some(format!("{} {}", day.iso(), holidays.name(day)?)));
        let found = findings.into_vec().into_iter().map(|found| found.title);
        (named.collect(), found.collect())
    }

    #[test]
    fn both_forms_of_the_list_are_read() {
        for text in [
            "date,name\n2027-01-01,元日\n2027-02-11,建国記念の日\n",
            "国民の祝日・休日月日,国民の祝日・休日名称\r\n2027/1/1,元日\r\n2027/2/11,建国記念の日\r\n",
            "2027-01-01,\"元日\"\n\n２０２７/２/１１,建国記念の日",
        ] {
            let (days, found) = read(text);
            assert_eq!(
                days,
                ["2027-01-01 元日", "2027-02-11 建国記念の日"],
                "{text}"
            );
            assert!(found.is_empty(), "{found:?}");
        }
    }

    #[test]
    fn a_row_that_cannot_be_read_is_named_and_the_rest_is_kept() {
        let (days, found) = read(
            "date,name\n2027-02-30,不明\n2027-01-01,\n2026-11-03,文化の日\nだいたい2027年,元日\n",
        );
        assert_eq!(days, ["2026-11-03 文化の日"]);
        assert_eq!(
            found,
            [
                "祝日の日付「2027-02-30」を読み取れません",
                "祝日の名前がありません",
                "祝日の日付「だいたい2027年」を読み取れません"
            ]
        );
    }

    #[test]
    fn a_day_has_one_name_and_a_name_one_line() {
        let (days, found) = read("2026-01-01,元日\n2026-01-01,元日\n2026-01-01,不明\n");
        assert_eq!(days, ["2026-01-01 元日"]);
        assert_eq!(
            found,
            ["祝日の日付「2026-01-01」が、ほかの名前で上にもあります"]
        );
        let (days, found) =
            read("2026-11-03,文化の日\n2026-11-23,\"勤労感謝の日\n2027-01-01,元日\n");
        assert_eq!(days, ["2026-11-03 文化の日"]);
        assert_eq!(found, ["祝日の名前の「\"」が閉じていません"]);
    }
}
