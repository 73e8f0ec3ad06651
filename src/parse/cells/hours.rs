//! When something is open, in cells: hours of one weekday, or weekdays in one cell and times in others.

use crate::model::date::{Clock, Weekday};
use crate::parse::cells::{FORM, Reading, clock, is_nothing, shown};
use crate::parse::hours::spans;
use crate::parse::repeats::rules::weekdays;
use crate::text::japanese::{Folded, fold};

/// What a cell says about one day of the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Day {
    Closed,
    /// Open, at times that stand elsewhere.
    Open,
    Hours(Vec<(Clock, Clock)>),
}

/// The hours of one weekday: `9:00-12:00;17:00-19:00`, 休, ○.
pub fn day(words: &str) -> Reading<Day> {
    const CLOSED: &[&str] = &[
        "休",
        "休み",
        "休診",
        "休診日",
        "定休",
        "定休日",
        "休業",
        "休業日",
        "休館",
        "×",
        "✕",
        "閉",
        "なし",
        "無",
    ];
    let folded: String = words.trim().chars().map(fold).collect();
    if CLOSED.contains(&folded.as_str()) {
        return Reading::written(Day::Closed, "休".to_owned(), words, FORM);
    }
    if ["○", "〇", "◯", "有", "診療", "営業", "あり"].contains(&folded.as_str()) {
        return Reading::Read(Day::Open);
    }
    if is_nothing(words) {
        return Reading::Empty;
    }
    let signs = Folded::new(words.trim());
    let mut cursor = signs.cursor();
    let read = spans(&mut cursor).filter(|read| !read.is_empty() && cursor.is_end());
    match read {
        Some(read) => {
            let to: Vec<String> = read
                .iter()
                .map(|(start, end)| format!("{}-{}", start.iso(), end.iso()))
                .collect();
            Reading::written(Day::Hours(read), to.join(";"), words, FORM)
        }
        None => Reading::fault(
            format!("「{}」の時間を読み取れません", shown(words)),
            "「9:00-12:00;17:00-19:00」のように書いてください。休みの日は「休」と書きます。",
        ),
    }
}

/// The weekdays of one cell, and whether national holidays are among them: 月火水木金, 月～金, 平日, 月・水・金（祝日を除く）.
pub fn days(words: &str) -> Reading<(Vec<Weekday>, Option<bool>)> {
    if is_nothing(words) {
        return Reading::Empty;
    }
    let mut folded: String = words
        .chars()
        .map(fold)
        .filter(|sign| *sign != ' ')
        .collect();
    let mut holidays = None;
    for (sign, is_open) in [
        ("(祝日を除く)", false),
        ("(祝日除く)", false),
        ("(祝を除く)", false),
        ("祝日を除く", false),
        ("・祝日", true),
        ("、祝日", true),
        ("・祝", true),
        ("祝日", true),
        ("祝", true),
    ] {
        if folded.contains(sign) {
            folded = folded.replace(sign, "");
            holidays = Some(is_open);
        }
    }
    let plain = folded.replace([';', '\n'], "・");
    let found = match plain.as_str() {
        "平日" => Some(Weekday::ALL.into_iter().skip(1).take(5).collect()),
        "毎日" | "年中無休" | "全日" => Some(Weekday::ALL.to_vec()),
        _ => {
            let signs = Folded::new(&plain);
            let mut cursor = signs.cursor();
            let read = weekdays(&mut cursor).map(|named| named.days);
            read.filter(|_| cursor.is_end())
        }
    };
    match found {
        Some(days) => Reading::Read((days, holidays)),
        None => Reading::fault(
            format!("「{}」の曜日を読み取れません", shown(words)),
            "「月火水木金」のように、開いている曜日を並べて書いてください。",
        ),
    }
}

/// A time at which something closes; `24:00` is the end of the day.
pub fn closing_time(words: &str) -> Reading<Clock> {
    let folded: String = words.trim().chars().map(fold).collect();
    match (folded.as_str(), Clock::new(24, 0)) {
        ("24:00" | "24時" | "1" | "1.0", Some(end)) => Reading::Read(end),
        (_, _) => clock(words),
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, day, days};
    use crate::parse::cells::Reading;

    #[test]
    fn the_hours_of_a_day_are_read() {
        for (words, expected) in [
            ("09:00-12:00;17:00-19:00", "09:00-12:00;17:00-19:00"),
            ("9:00～12:00、17:00～19:00", "09:00-12:00;17:00-19:00"),
            (
                "9時から12時まで\n13時から17時30分まで",
                "09:00-12:00;13:00-17:30",
            ),
            ("休診", "休"),
            ("○", "○"),
            ("-", ""),
            ("午前のみ", "×"),
            ("12:00-9:00", "×"),
        ] {
            let read = match day(words) {
                Reading::Empty => String::new(),
                Reading::Faulty(_) => "×".to_owned(),
                Reading::Repaired(_, repair) => repair.to,
                Reading::Read(Day::Closed) => "休".to_owned(),
                Reading::Read(Day::Open) => "○".to_owned(),
                Reading::Read(Day::Hours(_)) => words.to_owned(),
            };
            assert_eq!(read, expected, "{words}");
        }
    }

    #[test]
    fn weekdays_are_read_in_one_cell() {
        for (words, expected, holidays) in [
            ("月火水木金", "月火水木金", None),
            ("月～金", "月火水木金", None),
            ("月;水;金", "月水金", None),
            ("月、火、木、金、土", "月火木金土", None),
            ("平日", "月火水木金", None),
            ("平日（祝日を除く）", "月火水木金", Some(false)),
            ("月火水木金土日祝", "月火水木金土日", Some(true)),
            ("月曜日から土曜日まで", "月火水木金土", None),
        ] {
            let Reading::Read((found, open)) = days(words) else {
                panic!("{words}: {:?}", days(words));
            };
            let signs: String = found
                .iter()
                .filter_map(|day| day.label().chars().next())
                .collect();
            assert_eq!((signs.as_str(), open), (expected, holidays), "{words}");
        }
        assert!(matches!(days("第2・第4水曜日"), Reading::Faulty(_)));
        assert_eq!(days("―"), Reading::Empty);
    }
}
