//! Cells of tables (phase `parse`): the words of one cell in, a value out, together with what had to be put right to read it.
//!
//! Invariant: a value that is not what the cell says comes with its `Repair`; what cannot be read is a `Fault` and no value.

mod hours;
mod places;
mod reach;
mod spans;

pub use hours::{Day, closing_time, day, days};
pub use places::{Coordinates, position};
pub use reach::{Number, email, phone, url};
pub use spans::{Clocks, Spans, Year, clocks, session, spans};

use crate::diag::Findings;
use crate::model::date::{Clock, Date};
use crate::model::names::Text;
use crate::parse::values::Background;
use crate::parse::{dates, times};
use crate::text::japanese::{Folded, fold};
use crate::text::span::{SourceId, Span, Spanned};

/// What the words of a cell come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading<T> {
    /// Nothing, or one of the signs people put where nothing is to say.
    Empty,
    Read(T),
    Repaired(T, Repair),
    Faulty(Fault),
}

/// What had to be changed to read a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The value in house style.
    pub to: String,
    /// What was wrong, in a few words.
    pub why: &'static str,
    /// Whether something else may have been meant.
    pub is_guess: bool,
}

/// Why a cell cannot be read and what to type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub title: String,
    pub help: String,
}

impl<T> Reading<T> {
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Reading<U> {
        match self {
            Self::Empty => Reading::Empty,
            Self::Read(value) => Reading::Read(change(value)),
            Self::Repaired(value, repair) => Reading::Repaired(change(value), repair),
            Self::Faulty(fault) => Reading::Faulty(fault),
        }
    }

    fn fault(title: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Faulty(Fault {
            title: title.into(),
            help: help.into(),
        })
    }

    /// A value and how it is written; a repair where the cell wrote it otherwise.
    fn written(value: T, to: String, words: &str, why: &'static str) -> Self {
        match to == words.trim() {
            true => Self::Read(value),
            false => Self::repaired(value, to, why, false),
        }
    }

    fn repaired(value: T, to: String, why: &'static str, is_guess: bool) -> Self {
        Self::Repaired(value, Repair { to, why, is_guess })
    }
}

/// How a value that is only written in another width or with other signs was repaired.
const FORM: &str = "書き方をそろえました";

/// Whether a cell says that there is nothing to say.
pub fn is_nothing(words: &str) -> bool {
    let folded: String = words.chars().map(fold).collect();
    let word = folded.trim();
    let is_line = word.chars().all(|sign| "-~*/・. ".contains(sign));
    let signs = [
        "なし",
        "無し",
        "未定",
        "不明",
        "該当なし",
        "該当無し",
        "未設定",
        "空欄",
        "N/A",
        "n/a",
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#NAME?",
        "NULL",
        "null",
        "None",
        "NaN",
        "nan",
    ];
    is_line || signs.contains(&word)
}

/// Words on one line. What is a name stays as it is; other cells are `Empty` where they say so.
pub fn text(words: &str) -> Reading<Text> {
    match Text::new(words).filter(|_| !is_nothing(words)) {
        Some(text) => Reading::Read(text),
        None => Reading::Empty,
    }
}

/// Several values, by `;`, a comma or a line each.
pub fn list(words: &str) -> Reading<Vec<Text>> {
    if is_nothing(words) {
        return Reading::Empty;
    }
    let is_between = |sign: char| matches!(fold(sign), ';' | '、' | ',') || sign == '\n';
    let items: Vec<Text> = words.split(is_between).filter_map(Text::new).collect();
    let to: Vec<&str> = items.iter().map(Text::as_str).collect();
    match items.is_empty() {
        true => Reading::Empty,
        false => Reading::written(items.clone(), to.join(";"), words, FORM),
    }
}

#[rustfmt::skip]
const YES: &[&str] = &[
    "有", "有り", "あり", "○", "〇", "◯", "◎", "はい", "可", "可能", "対応", "対応可", "対応可能", "実施", "する",
    "1", "TRUE", "true", "yes", "Yes", "YES", "✓", "✔", "レ", "済", "内諾済", "内諾あり", "内諾",
];

#[rustfmt::skip]
const NO: &[&str] = &[
    "無", "無し", "なし", "×", "✕", "✗", "x", "X", "いいえ", "不可", "非対応", "対応不可", "しない", "0",
    "FALSE", "false", "no", "No", "NO", "未",
];

/// 有 or 無, in all their forms.
pub fn yes(words: &str) -> Reading<bool> {
    let folded: String = words.chars().map(fold).collect();
    let word = folded.trim().trim_end_matches('。');
    if word.is_empty() {
        Reading::Empty
    } else if YES.contains(&word) {
        Reading::written(true, "有".to_owned(), words, FORM)
    } else if NO.contains(&word) {
        Reading::written(false, "無".to_owned(), words, FORM)
    } else if is_nothing(word) {
        Reading::Empty
    } else {
        let title = format!("「{}」が、有るのか無いのか分かりません", shown(words));
        Reading::fault(
            title,
            "「有」か「無」と書いてください。ほかのことは「備考」に書けます。",
        )
    }
}

/// A whole number, with or without a unit behind it.
pub fn count(words: &str, example: &str) -> Reading<u32> {
    if is_nothing(words) {
        return Reading::Empty;
    }
    let folded = Folded::new(&words.replace([',', '，'], ""));
    let mut cursor = folded.cursor();
    cursor.spaces();
    let number = cursor.number();
    cursor.spaces();
    cursor.eat_any(&["床", "人", "名", "台", "件"]);
    cursor.spaces();
    match number.filter(|_| cursor.is_end()) {
        Some(number) => Reading::written(number, number.to_string(), words, FORM),
        None => Reading::fault(
            format!("「{}」は数ではありません", shown(words)),
            format!("「{example}」のように、数だけを書いてください。"),
        ),
    }
}

/// A code of digits in one of the lengths; one that lost its leading zero gets it back.
pub fn code(words: &str, lengths: &[usize]) -> Reading<Text> {
    let folded: String = words.chars().map(fold).collect();
    let digits: String = folded
        .chars()
        .filter(|sign| !" -,.'".contains(*sign))
        .collect();
    let is_empty = digits.chars().all(|sign| sign == '0');
    if is_nothing(words) || is_empty {
        return Reading::Empty;
    }
    let is_code = digits.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let padded = format!("0{digits}");
    let text = |code: &str| Text::new(code).filter(|_| is_code);
    if let Some(code) = text(&digits).filter(|_| lengths.contains(&digits.len())) {
        return Reading::written(code, digits, words, FORM);
    }
    let is_short = lengths.contains(&padded.len()) && !digits.starts_with('0');
    if let Some(code) = text(&padded).filter(|_| is_short) {
        return Reading::repaired(code, padded, "始めの「0」を補いました", true);
    }
    let sizes: Vec<String> = lengths.iter().map(|size| format!("{size}桁")).collect();
    Reading::fault(
        format!("「{}」は番号の形ではありません", shown(words)),
        format!(
            "{}の番号を書いてください。表計算ソフトで始めの「0」が消えるときは、セルの書式を「文字列」にします。",
            sizes.join("か")
        ),
    )
}

/// A day, in all forms of front matter or as the number that spreadsheets keep.
pub fn date(words: &str) -> Reading<Date> {
    if is_nothing(words) {
        return Reading::Empty;
    }
    if let Some(date) = serial_day(words) {
        let to = date.iso();
        return Reading::repaired(date, to, "表計算ソフトの日付の数を直しました", true);
    }
    let day = words.trim();
    let day = day
        .strip_suffix(" 0:00")
        .or(day.strip_suffix(" 00:00"))
        .unwrap_or(day);
    let read = through(day, "2026-10-01", |value, background, findings| {
        dates::date(value, background, findings)
    });
    read.written(words, Date::iso)
}

/// Days since 30 December 1899, which spreadsheets show where a cell lost its form; between 1955 and 2064.
fn serial_day(words: &str) -> Option<Date> {
    let folded: String = words.trim().chars().map(fold).collect();
    let days: i64 = folded.strip_suffix(".0").unwrap_or(&folded).parse().ok()?;
    let is_day = (20_000..60_000).contains(&days) && folded.len() >= 5;
    Date::new(1899, 12, 30)?.plus_days(days).filter(|_| is_day)
}

/// A time of day, in all forms of front matter or as the part of a day that spreadsheets keep.
pub fn clock(words: &str) -> Reading<Clock> {
    if is_nothing(words) {
        return Reading::Empty;
    }
    if let Some(clock) = part_of_day(words) {
        let to = clock.iso();
        return Reading::repaired(clock, to, "表計算ソフトの時刻の数を直しました", true);
    }
    let read = through(words, "9:00", |value, background, findings| {
        times::clock(value, background, findings)
    });
    read.written(words, Clock::iso)
}

/// `0.375` is 9:00; a minute is the least that is meant.
fn part_of_day(words: &str) -> Option<Clock> {
    let folded: String = words.trim().chars().map(fold).collect();
    let part: f64 = folded
        .strip_prefix("0.")
        .and_then(|_| folded.parse().ok())?;
    let minutes = (part * 24.0 * 60.0).round();
    let is_minute = (part * 24.0 * 60.0 - minutes).abs() < 0.1;
    let minutes = minutes as u32;
    Clock::new(minutes / 60, minutes % 60).filter(|_| is_minute)
}

/// A reading of a reader of front matter.
struct Through<T>(Result<T, Fault>);

impl<T> Through<T> {
    fn written(self, words: &str, write: impl Fn(T) -> String) -> Reading<T>
    where
        T: Clone,
    {
        match self.0 {
            Ok(value) => Reading::written(value.clone(), write(value), words, FORM),
            Err(fault) => Reading::Faulty(fault),
        }
    }
}

/// Reads a cell as a value of front matter, so that both take the same forms and say the same of others.
fn through<T>(
    words: &str,
    example: &str,
    read: impl Fn(&Spanned<String>, Background<'_>, &mut Findings) -> Option<Spanned<T>>,
) -> Through<T> {
    let value = words.trim().replace(['\r', '\n'], " ");
    let background = Background {
        text: &value,
        example,
        published: None,
    };
    let mut findings = Findings::new(SourceId(0));
    let value = Spanned::new(value.clone(), Span::new(0..value.len()));
    let read = read(&value, background, &mut findings);
    let faults = findings.into_vec();
    match (read, faults.into_iter().next()) {
        (Some(read), None) => Through(Ok(read.value)),
        (_, fault) => {
            let (title, help) = fault.map_or_else(Default::default, |fault| {
                (
                    format!("{}（「{}」）", fault.title, shown(words)),
                    fault.help,
                )
            });
            Through(Err(Fault { title, help }))
        }
    }
}

/// As much of a cell as a message can show.
fn shown(words: &str) -> String {
    const LONGEST: usize = 30;
    let line: String = words.trim().replace(['\r', '\n'], " ");
    let mut signs = line.chars();
    let head: String = signs.by_ref().take(LONGEST).collect();
    match signs.next() {
        Some(_) => format!("{head}…"),
        None => head,
    }
}

#[cfg(test)]
mod tests {
    use super::{Reading, clock, code, count, date, list, text, yes};

    /// `value`, `value ← why` for what was repaired, `×` for a fault.
    fn outcome<T>(reading: Reading<T>, show: impl Fn(T) -> String) -> String {
        match reading {
            Reading::Empty => String::new(),
            Reading::Read(value) => show(value),
            Reading::Repaired(value, repair) => {
                let value = show(value);
                assert_eq!(value, repair.to);
                format!("{value}{}", if repair.is_guess { "?" } else { "!" })
            }
            Reading::Faulty(_) => "×".to_owned(),
        }
    }

    #[test]
    fn signs_for_nothing_are_nothing() {
        for words in [
            "", "　", "-", "―", "ー", "－", "なし", "未定", "#N/A", "…", "***",
        ] {
            let read = text(words);
            assert_eq!(read == Reading::Empty, words != "…", "{words}");
        }
        assert_eq!(
            outcome(text(" 見本\n病院 "), |text| text.to_string()),
            "見本 病院"
        );
    }

    #[test]
    fn yes_and_no_have_many_forms() {
        let read = |words| outcome(yes(words), |yes| if yes { "有" } else { "無" }.to_owned());
        assert_eq!(
            ["有", "○", "あり", "はい", "１"].map(read),
            ["有", "有!", "有!", "有!", "有!"]
        );
        assert_eq!(
            ["無", "×", "なし", "不可"].map(read),
            ["無", "無!", "無!", "無!"]
        );
        assert_eq!(["", "-", "要相談"].map(read), ["", "", "×"]);
    }

    #[test]
    fn numbers_and_codes_are_what_they_say() {
        let number = |words| outcome(count(words, "20"), |number| number.to_string());
        assert_eq!(
            ["20", "２０床", "1,200", "約20", "-"].map(number),
            ["20", "20!", "1200!", "×", ""]
        );
        let read = |words| outcome(code(words, &[10]), |code| code.to_string());
        assert_eq!(
            [
                "2710000000",
                "２７１００００００００",
                "111000000",
                "27100",
                "0",
                "271-000-0000"
            ]
            .map(read),
            ["2710000000", "×", "0111000000?", "×", "", "2710000000!"]
        );
    }

    #[test]
    fn days_and_times_are_read_as_spreadsheets_keep_them() {
        let day = |words| outcome(date(words), |date| date.iso());
        assert_eq!(
            [
                "2026-10-01",
                "2026/10/1",
                "令和8年10月1日",
                "2026-10-01 0:00",
                "46296",
                "2026-02-30",
                "10月"
            ]
            .map(day),
            [
                "2026-10-01",
                "2026-10-01!",
                "2026-10-01!",
                "2026-10-01!",
                "2026-10-01?",
                "×",
                "×"
            ]
        );
        let time = |words| outcome(clock(words), |clock| clock.iso());
        assert_eq!(
            [
                "09:00",
                "9:00",
                "９時",
                "0.375",
                "0.770833",
                "25:00",
                "昼ごろ",
                "－"
            ]
            .map(time),
            [
                "09:00", "09:00!", "09:00!", "09:00?", "18:30?", "×", "×", ""
            ]
        );
    }

    #[test]
    fn lists_are_split_at_what_people_put_between() {
        let read = |words| {
            outcome(list(words), |items| {
                let items: Vec<String> = items.iter().map(ToString::to_string).collect();
                items.join(";")
            })
        };
        assert_eq!(
            ["内科;外科", "内科、外科", "内科；外科；", "内科\n外科", "-"].map(read),
            ["内科;外科", "内科;外科!", "内科;外科!", "内科;外科!", ""]
        );
    }
}
