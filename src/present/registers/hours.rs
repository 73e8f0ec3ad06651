//! When an institution is open, in words.

use crate::model::date::{Clock, Weekday};
use crate::model::institution::{Holidays, Hours};
use crate::model::settings::Style;

/// From a time to a time.
type Span = (Clock, Clock);

/// One line for the weekdays that have the same hours, then holidays and what else is said.
pub fn hours(hours: &Hours, style: Style) -> Vec<String> {
    // The week of a timetable begins on Monday.
    let week = Weekday::ALL.into_iter().cycle().skip(1).take(7);
    let mut lines: Vec<(Vec<Weekday>, Vec<Span>)> = Vec::new();
    for weekday in week {
        let spans = hours.on(weekday);
        if spans.is_empty() {
            continue;
        }
        match lines.iter_mut().find(|(_, known)| *known == spans) {
            Some((weekdays, _)) => weekdays.push(weekday),
            None => lines.push((vec![weekday], spans)),
        }
    }
    let spans = |spans: &[Span]| {
        let words = spans
            .iter()
            .map(|(start, end)| format!("{}から{}まで", style.clock(*start), style.clock(*end)));
        words.collect::<Vec<_>>().join("、")
    };
    let week = lines
        .iter()
        .map(|(weekdays, open)| format!("{} {}", named(weekdays), spans(open)));
    let holidays = match &hours.holidays {
        Holidays::Unknown => None,
        Holidays::Closed => Some("祝日は休み".to_owned()),
        Holidays::Open(open) if open.is_empty() => Some("祝日も開いています".to_owned()),
        Holidays::Open(open) => Some(format!("祝日 {}", spans(open))),
    };
    let note = hours.note.as_ref().map(ToString::to_string);
    week.chain(holidays).chain(note).collect()
}

/// `月曜日から金曜日まで`, `月曜日・水曜日`.
fn named(weekdays: &[Weekday]) -> String {
    let position = |weekday: Weekday| (weekday as usize + 6) % 7;
    let follows = |pair: &[Weekday]| position(pair[0]) + 1 == position(pair[1]);
    match weekdays {
        [_, _, _, _, _, _, _] => "毎日".to_owned(),
        [first, _, .., last] if weekdays.windows(2).all(follows) => {
            format!("{}から{}まで", first.label(), last.label())
        }
        _ => {
            let labels = weekdays.iter().map(|weekday| weekday.label());
            labels.collect::<Vec<_>>().join("・")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::hours;
    use crate::model::date::{Clock, Weekday};
    use crate::model::desk::Opening;
    use crate::model::institution::{Holidays, Hours};
    use crate::model::names::Text;
    use crate::model::repeat::Weekdays;
    use crate::model::settings::Style;

    #[test]
    fn weekdays_with_the_same_hours_are_one_line() {
        use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
        let opening = |weekdays: &[Weekday], start: u32, end: u32| Opening {
            weekdays: Weekdays::new(weekdays.iter().copied()).expect("a weekday"),
            start: Clock::new(start, 0).expect("a time"),
            end: Clock::new(end, 30).expect("a time"),
        };
        let open = Hours {
            week: vec![
                opening(&[Monday, Tuesday, Wednesday, Thursday, Friday], 9, 12),
                opening(&[Monday, Tuesday, Thursday, Friday], 17, 19),
                opening(&[Saturday, Sunday], 10, 11),
            ],
            holidays: Holidays::Closed,
            note: Text::new("第3土曜日は休診"),
        };
        assert_eq!(
            hours(&open, Style::default()),
            [
                "月曜日・火曜日・木曜日・金曜日 9時から12時30分まで、17時から19時30分まで",
                "水曜日 9時から12時30分まで",
                "土曜日・日曜日 10時から11時30分まで",
                "祝日は休み",
                "第3土曜日は休診",
            ]
        );
        let plain = Hours {
            week: vec![opening(&[Monday, Tuesday, Wednesday], 9, 12)],
            holidays: Holidays::Open(Vec::new()),
            note: None,
        };
        assert_eq!(
            hours(&plain, Style::default()),
            [
                "月曜日から水曜日まで 9時から12時30分まで",
                "祝日も開いています"
            ]
        );
        assert!(hours(&Hours::default(), Style::default()).is_empty());
        let always = Hours {
            week: vec![opening(&Weekday::ALL, 9, 17)],
            ..Hours::default()
        };
        assert_eq!(
            hours(&always, Style::default()),
            ["毎日 9時から17時30分まで"]
        );
    }
}
