//! On which days and at which times something takes place, in cells: 8月5日（水）～8月16日（日）※10日（月）以外, ②14:00 ③18:30.

use crate::diag::{Findings, Severity};
use crate::model::date::{Clock, Date, EraYear};
use crate::model::facet::When;
use crate::parse::cells::{Reading, is_nothing, shown};
use crate::parse::dates::{Anchor, day};
use crate::parse::hours::{JOINTS, joint, opening};
use crate::parse::schedule;
use crate::parse::values::Background;
use crate::text::japanese::{Cursor, Folded};
use crate::text::span::{SourceId, Span, Spanned};

/// The days of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spans {
    /// The first and the last day of each run of days.
    pub days: Vec<(Date, Date)>,
    /// What stands behind them, such as 平日のみ.
    pub note: Option<String>,
    /// Where the year comes from if it is not written.
    pub year: Year,
}

/// How sure the year of a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    Written,
    /// The only one near in which the day has its weekday.
    OfWeekday,
    /// The next or the last one near the day of reading.
    Assumed,
}

/// The times of day in one cell, one a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clocks {
    pub clocks: Vec<Clock>,
    pub note: Option<String>,
}

const HELP: &str = "「令和8年12月5日（土曜日）」のように、年から書いてください。";

/// Reads days. A year that is not written is the one near `today` in which the weekday fits.
pub fn spans(words: &str, today: Date) -> Reading<Spans> {
    if is_nothing(words) {
        return Reading::Empty;
    }
    let raw = words.trim().replace(['\r', '\n'], " ");
    let folded = Folded::new(&raw);
    match near(today, |from| {
        spans_from(&folded, &raw, Anchor::new(Some(from)))
    }) {
        Ok(((days, note), year)) => Reading::Read(Spans { days, note, year }),
        Err(title) => faulty(title, words),
    }
}

/// Reads a line of 日時 as front matter has it, and gives it back with its year.
pub fn session(words: &str, today: Date) -> Reading<(String, Year)> {
    if is_nothing(words) {
        return Reading::Empty;
    }
    let raw = words.trim().replace(['\r', '\n'], " ");
    let first_day = |from: Date| {
        let background = Background {
            text: &raw,
            example: "",
            published: Some(from),
        };
        let mut findings = Findings::new(SourceId(0));
        let value = Spanned::new(raw.clone(), Span::new(0..raw.len()));
        let sessions = schedule::sessions(&value, background, &mut findings);
        let faults = findings.into_vec();
        let mut faults = faults.into_iter();
        match faults.find(|fault| fault.severity == Severity::Error) {
            Some(fault) => Err(fault.title),
            None => Ok(sessions.first().and_then(|session| match session.when {
                When::Repeated(repeat) => Some(repeat.from),
                when => when.days().map(|(first, _)| first),
            })),
        }
    };
    match near(today, first_day) {
        Ok((Some(first), year)) if year != Year::Written => {
            Reading::Read((with_year(&raw, first), year))
        }
        Ok((_, year)) => Reading::Read((raw.clone(), year)),
        Err(title) => faulty(title, words),
    }
}

/// The words with the year in front of the month of the first day.
fn with_year(raw: &str, first: Date) -> String {
    let folded = Folded::new(raw);
    let signs: Vec<char> = folded.text(0..folded.len()).chars().collect();
    let month = first.month().to_string();
    let is_month = |at: &usize| {
        let mut cursor = folded.cursor_at(*at);
        let stands_alone = *at == 0 || !signs[*at - 1].is_ascii_digit();
        stands_alone && cursor.eat_word(&month) && {
            cursor.spaces();
            cursor.eat_any(&["月", "/"]).is_some()
        }
    };
    let at = (0..signs.len()).find(is_month);
    let place = at.map(|at| folded.bytes(at..at).start);
    let (before, behind) = raw
        .split_at_checked(place.unwrap_or_default())
        .unwrap_or_default();
    let (era, year) = first.era();
    format!("{before}{}{behind}", EraYear(era, year))
}

/// Reads from three years near a day. What comes to the same in all of them has its year written; what is right in one alone has its
/// weekday to thank for it.
fn near<T: PartialEq>(
    today: Date,
    read: impl Fn(Date) -> Result<T, String>,
) -> Result<(T, Year), String> {
    let years = [0, -1, 1].map(|years| Date::new(today.year() + years, today.month(), 1));
    let mut fitting: Vec<T> = Vec::new();
    let mut fault = None;
    for from in years.into_iter().flatten() {
        match read(from) {
            Ok(read) if fitting.contains(&read) => {}
            Ok(read) => fitting.push(read),
            Err(title) => fault = fault.or(Some(title)),
        }
    }
    let year = match (fault.is_some(), fitting.len()) {
        (true, _) => Year::OfWeekday,
        (false, 1) => Year::Written,
        (false, _) => Year::Assumed,
    };
    let nearest = fitting.into_iter().next();
    nearest
        .map(|read| (read, year))
        .ok_or_else(|| fault.unwrap_or_default())
}

fn faulty<T>(title: String, words: &str) -> Reading<T> {
    Reading::fault(format!("{title}（「{}」）", shown(words)), HELP)
}

type Run = (Date, Date);

fn spans_from(
    folded: &Folded,
    raw: &str,
    anchor: Anchor,
) -> Result<(Vec<Run>, Option<String>), String> {
    let mut cursor = folded.cursor();
    let mut runs: Vec<Run> = Vec::new();
    loop {
        let here = runs.last().map_or(anchor, |(_, last)| anchor.after(*last));
        let mut ahead = cursor;
        let Some(run) = run(&mut ahead, here)? else {
            break;
        };
        runs.push(run);
        cursor = ahead;
        cursor.spaces();
        cursor.eat_any(JOINTS);
    }
    let Some((first, _)) = runs.first().copied() else {
        let mut ahead = cursor;
        return Err(match joint(&mut ahead) {
            true => NO_START.to_owned(),
            false => "日付が見つかりません".to_owned(),
        });
    };
    match left_out(&mut cursor.clone(), anchor.after(first)) {
        Some(left_out) => Ok((without(runs, &left_out), None)),
        None => Ok((runs, note(cursor, folded, raw)?)),
    }
}

const NO_START: &str = "いつからかが書かれていません";

/// Takes a day, or a first and a last one.
fn run(cursor: &mut Cursor<'_>, anchor: Anchor) -> Result<Option<Run>, String> {
    let Some(first) = sure_day(cursor, anchor)? else {
        return Ok(None);
    };
    let mut ahead = *cursor;
    if !joint(&mut ahead) {
        ahead.spaces();
        return match ahead.eat_word("まで") {
            true => Err(NO_START.to_owned()),
            false => Ok(Some((first, first))),
        };
    }
    let Some(last) = sure_day(&mut ahead, anchor.after(first))? else {
        return Err("いつまでかが書かれていません".to_owned());
    };
    ahead.spaces();
    ahead.eat_word("まで");
    *cursor = ahead;
    match first <= last {
        true => Ok(Some((first, last))),
        false => Err("終わりの日が始まりの日より前です".to_owned()),
    }
}

/// Takes a day of which nothing is wrong.
fn sure_day(cursor: &mut Cursor<'_>, anchor: Anchor) -> Result<Option<Date>, String> {
    let mut faults = Vec::new();
    let day = day(cursor, anchor, &mut faults).map_err(|fault| fault.title)?;
    let mut faults = faults.into_iter();
    match faults.find(|fault| fault.severity == Severity::Error) {
        Some(fault) => Err(fault.title),
        None => Ok(day),
    }
}

/// Takes ※10日（月）以外 and its like, and gives the days.
fn left_out(cursor: &mut Cursor<'_>, anchor: Anchor) -> Option<Vec<Date>> {
    let enough = |cursor: &mut Cursor<'_>| {
        cursor.take_while(|sign| " ※().。".contains(sign));
    };
    enough(cursor);
    cursor.eat_any(&["ただし", "但し"]);
    cursor.eat_any(&["、", " "]);
    let mut days = Vec::new();
    loop {
        cursor.spaces();
        let anchor = days.last().map_or(anchor, |day| anchor.after(*day));
        let Some(day) = sure_day(cursor, anchor).ok()? else {
            break;
        };
        days.push(day);
        cursor.spaces();
        cursor.eat_any(JOINTS);
    }
    cursor.eat_any(&["は", "を"]);
    cursor.eat_any(&[
        "以外",
        "除く",
        "除きます",
        "のぞく",
        "休館",
        "休み",
        "お休み",
    ])?;
    enough(cursor);
    (cursor.is_end() && !days.is_empty()).then_some(days)
}

/// The runs without some days.
fn without(runs: Vec<Run>, left_out: &[Date]) -> Vec<Run> {
    let cut = |runs: Vec<Run>, day: &Date| -> Vec<Run> {
        let parts = runs.into_iter().flat_map(|(first, last)| {
            if *day < first || last < *day {
                return vec![(first, last)];
            }
            let before = day.plus_days(-1).filter(|end| first <= *end);
            let behind = day.next().filter(|start| *start <= last);
            let before = before.map(|end| (first, end));
            let behind = behind.map(|start| (start, last));
            before.into_iter().chain(behind).collect()
        });
        parts.collect()
    };
    left_out.iter().fold(runs, cut)
}

/// What stands behind days or times, if it is set apart from them.
fn note(mut cursor: Cursor<'_>, folded: &Folded, raw: &str) -> Result<Option<String>, String> {
    cursor.spaces();
    if cursor.is_end() {
        return Ok(None);
    }
    let is_apart = matches!(cursor.peek(), Some('※' | '(' | '[' | '【'));
    let mut whole = cursor;
    let at = match whole.bracketed() {
        Some(inside) if whole.is_end() => inside,
        _ => {
            cursor.eat('※');
            cursor.at()..folded.len()
        }
    };
    let words = raw.get(folded.bytes(at)).unwrap_or_default().trim();
    match is_apart && !words.is_empty() {
        true => Ok(Some(words.to_owned())),
        false => Err(format!("「{words}」が読み取れません")),
    }
}

/// Reads times of day, one a line: 9:00, ②14:00, 22：00 ※日曜は17：00まで. `Empty` where nothing is said.
pub fn clocks(words: &str) -> Reading<Clocks> {
    if is_nothing(words) {
        return Reading::Empty;
    }
    let mut read = Clocks::default();
    for line in words.lines().filter(|line| !line.trim().is_empty()) {
        let folded = Folded::new(line);
        let mut cursor = folded.cursor();
        cursor.take_while(|sign| " ①②③④⑤⑥⑦⑧⑨⑩".contains(sign));
        let time = opening(&mut cursor);
        if let Ok(Some(time)) = time {
            read.clocks.push(time.clock);
            cursor.spaces();
            cursor.eat_any(&["から", "より", "まで", "~", "開始", "終了"]);
        }
        match note(cursor, &folded, line) {
            Ok(Some(words)) if read.note.is_none() && !read.clocks.is_empty() => {
                read.note = Some(words);
            }
            Ok(None) => {}
            Ok(Some(_)) | Err(_) => {
                return Reading::fault(
                    format!("時刻を読み取れません（「{}」）", shown(words)),
                    "「9:00」のように書いてください。",
                );
            }
        }
    }
    Reading::Read(read)
}

#[cfg(test)]
mod tests {
    use super::{Year, clocks, spans};
    use crate::model::date::Date;
    use crate::parse::cells::Reading;

    fn read(words: &str) -> String {
        let today = Date::from_iso("2026-11-24").expect("a day");
        match spans(words, today) {
            Reading::Read(read) => {
                let run = |(first, last): &(Date, Date)| match first == last {
                    true => first.iso(),
                    false => format!("{}..{}", first.iso(), &last.iso()[5..]),
                };
                let days: Vec<String> = read.days.iter().map(run).collect();
                let note = read.note.map(|note| format!(" ({note})"));
                let year = match read.year {
                    Year::Written => "",
                    Year::OfWeekday => " by weekday",
                    Year::Assumed => " assumed",
                };
                format!("{}{}{year}", days.join(" "), note.unwrap_or_default())
            }
            Reading::Faulty(fault) => fault.title,
            Reading::Empty | Reading::Repaired(..) => String::new(),
        }
    }

    #[test]
    fn days_of_lists_are_read_with_the_year_in_which_the_weekday_fits() {
        for (words, expected) in [
            (
                "8月5日（水）～8月16日（日）\n※10日（月）以外",
                "2026-08-05..08-09 2026-08-11..08-16 by weekday",
            ),
            (
                "8月11日(火・祝)～9月23日(水・祝）",
                "2026-08-11..09-23 by weekday",
            ),
            ("8月12日（水）", "2026-08-12 by weekday"),
            ("1月5日(火)", "2027-01-05 by weekday"),
            (
                "7月1日（水）～\n8月31日（月）\n※平日のみ",
                "2026-07-01..08-31 (平日のみ) by weekday",
            ),
            (
                "9月4日、18日、10月2日、16日 (第1週、3週の金曜日)",
                "2026-09-04 2026-09-18 2026-10-02 2026-10-16 (第1週、3週の金曜日) assumed",
            ),
            ("12月5日", "2026-12-05 assumed"),
            ("令和8年12月5日から7日まで", "2026-12-05..12-07"),
            ("2026/12/29〜2027/1/3", "2026-12-29..01-03"),
            ("-", ""),
        ] {
            assert_eq!(read(words), expected, "{words}");
        }
    }

    #[test]
    fn days_without_a_beginning_and_days_that_do_not_exist_are_refused() {
        for (words, expected) in [
            ("8月16日(日)まで", "いつからかが書かれていません"),
            ("～9月25日(金)\nまで ", "いつからかが書かれていません"),
            ("8・9月の試合日程", "日付が見つかりません"),
            ("随時（要調整）", "日付が見つかりません"),
            ("8月12日（水）雨天中止", "「雨天中止」が読み取れません"),
            ("2月30日（月）", "カレンダーにない日です"),
            ("8月12日（月）", "曜日が日付と合っていません"),
        ] {
            assert!(
                read(words).starts_with(expected),
                "{words}: {}",
                read(words)
            );
        }
    }

    #[test]
    fn times_are_read_line_by_line() {
        let read = |words: &str| match clocks(words) {
            Reading::Read(read) => {
                let clocks: Vec<String> = read.clocks.iter().map(|clock| clock.iso()).collect();
                format!("{} {}", clocks.join(" "), read.note.unwrap_or_default())
            }
            Reading::Faulty(_) => "?".to_owned(),
            Reading::Empty | Reading::Repaired(..) => String::new(),
        };
        for (words, expected) in [
            ("9：00", "09:00 "),
            ("②14:00\n③18:30", "14:00 18:30 "),
            (" 9:45\n12:00", "09:45 12:00 "),
            (
                "22：00\n※日曜及び休日は17：00まで",
                "22:00 日曜及び休日は17：00まで",
            ),
            ("17:00(金、土は19:00まで)", "17:00 金、土は19:00まで"),
            ("-", ""),
            ("【徳島】\n8月15日（土）午後6時", "?"),
            ("１時間程度で、夜間の場合は午後８時まで", "?"),
        ] {
            assert_eq!(read(words), expected, "{words}");
        }
    }
}
