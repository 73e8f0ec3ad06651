//! The figures of a report (phase `parse`): 北区 4, 此花区 7（※1）, 開催予定なし 15区, and lines of 取組.

use crate::diag::Findings;
use crate::model::field::Figure;
use crate::model::figures::{Count, Figures, Measure};
use crate::model::names::Text;
use crate::parse::dates;
use crate::parse::values::{Background, Entry, Fault, Line, read};
use crate::text::span::Spanned;

/// Reads the values of one figure.
pub fn fill(
    figures: &mut Figures,
    figure: Figure,
    (entry, background): (&Entry, Background<'_>),
    findings: &mut Findings,
) {
    let values = entry.values.iter();
    let texts = || {
        entry
            .values
            .iter()
            .filter_map(|value| Text::new(&value.value))
    };
    match figure {
        Figure::AsOf => {
            let day = entry.values.first();
            let day = day.and_then(|value| dates::date(value, background, findings));
            figures.as_of = day.map(|day| day.value);
        }
        Figure::TrainingsHeld
        | Figure::AwarenessHeld
        | Figure::AwarenessKinds
        | Figure::DeskHours
        | Figure::CoordinatorCounts
        | Figure::InstitutionCounts
        | Figure::CooperationMeetings
        | Figure::CooperationTopics
        | Figure::VisitsHeld
        | Figure::VisitHosts
        | Figure::VisitParticipants => {
            let counts = values.filter_map(|value| count(value, background, findings));
            figures.counts.insert(figure, counts.collect());
        }
        Figure::TrainingThemes => figures.themes = texts().collect(),
        Figure::Notes => figures.notes = texts().filter_map(|words| note(&words)).collect(),
        Figure::Measures => {
            let measures = values.filter_map(|value| measure(value, background, findings));
            figures.measures = measures.collect();
        }
        Figure::Progress => figures.progress = texts().collect(),
        Figure::Issues => figures.issues = texts().collect(),
    }
}

/// A label, a number, and the notes that belong to it.
fn count(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Count> {
    read(value, background, findings, |line, _| of(line)).map(|count| count.value)
}

fn of(line: &Line<'_>) -> Result<Count, Fault> {
    let fault = |label: &str| {
        Fault::new("figure-unreadable", line.whole(), "数を読み取れません")
            .label(label)
            .help("何の数かを書き、空白をあけて、数を1つ書いてください。")
    };
    let sign = |at: usize| line.folded.sign(at);
    let end = (0..line.folded.len()).find(|at| sign(*at) == Some('※'));
    let notes = end.map_or_else(Vec::new, |start| notes(line, start));
    let mut end = end.unwrap_or(line.folded.len());
    let mut skip = |wanted: &dyn Fn(char) -> bool| {
        while let Some(last) = end
            .checked_sub(1)
            .filter(|at| sign(*at).is_some_and(wanted))
        {
            end = last;
        }
        end
    };
    skip(&|sign| "( ".contains(sign));
    skip(&|sign| "区人回件名所か".contains(sign));
    let last = skip(&|sign| sign == ' ');
    let first = skip(&|sign| sign.is_ascii_digit());
    let label_end = skip(&|sign| " :".contains(sign));
    let number = line.folded.text(first..last).parse();
    let Ok(number) = number else {
        return Err(fault("終わりに数がありません"));
    };
    match line.words(0..label_end).filter(|_| label_end < first) {
        Some(label) => Ok(Count {
            label: label.value,
            number,
            notes,
        }),
        None => Err(fault("何の数かが分かりません")),
    }
}

/// The numbers behind every ※ from `start` on.
fn notes(line: &Line<'_>, start: usize) -> Vec<u32> {
    let marks = line.folded.text(start..line.folded.len());
    let numbers = marks.split(|sign: char| !sign.is_ascii_digit());
    numbers.filter_map(|number| number.parse().ok()).collect()
}

/// 区分：めざすべき姿：取組内容.
pub fn measure(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Measure> {
    read(value, background, findings, |line, _| parts(line)).map(|measure| measure.value)
}

fn parts(line: &Line<'_>) -> Result<Measure, Fault> {
    let fault = Fault::new("measure-unreadable", line.whole(), "取組を読み取れません")
        .label("「：」で区切った3つの言葉ではありません")
        .help("区分、めざすべき姿（取組項目）、取組内容を「：」で区切って、1行に書いてください。");
    let parts = line.folded.split(|sign| sign == ':');
    let [division, aim, action] = parts.as_slice() else {
        return Err(fault);
    };
    let words = |part: &std::ops::Range<usize>| line.words(part.clone()).map(|words| words.value);
    match (words(division), words(aim), words(action)) {
        (Some(division), Some(aim), Some(action)) => Ok(Measure {
            division,
            aim,
            action,
        }),
        (_, _, _) => Err(fault),
    }
}

/// What ※1 says, without the mark.
fn note(words: &Text) -> Option<Text> {
    let bare = words.as_str().trim_start_matches(['※', '＊']);
    let digits = |sign: char| crate::text::japanese::fold(sign).is_ascii_digit();
    let bare = bare.trim_start_matches(digits);
    Text::new(bare.trim_start_matches([' ', '　', '：', ':', '.', '．']))
}

#[cfg(test)]
mod tests {
    use super::{count, measure, note};
    use crate::model::names::Text;
    use crate::parse::values::trial::outcome;

    fn read(value: &str) -> String {
        outcome(value, |value, background, findings| {
            let count = count(value, background, findings);
            count.map_or_else(String::new, |count| {
                format!("{}={}{:?}", count.label, count.number, count.notes)
            })
        })
    }

    #[test]
    fn a_count_is_a_label_and_a_number_with_its_notes() {
        for (value, expected) in [
            ("北区 4", "北区=4[]"),
            ("此花区 7（※1）", "此花区=7[1]"),
            ("東成区：２３※１", "東成区=23[1]"),
            ("生野区 16か所（※1、※2）", "生野区=16[1, 2]"),
            ("開催済み・予定あり 9区", "開催済み・予定あり=9[]"),
            ("20時間 15区", "20時間=15[]"),
            ("10時間から19時間 5区", "10時間から19時間=5[]"),
            (
                "（ア）保健師、看護師など 12人",
                "（ア）保健師、看護師など=12[]",
            ),
        ] {
            assert_eq!(read(value), expected, "{value}");
        }
    }

    #[test]
    fn what_is_no_count_is_marked() {
        for value in ["北区", "4", "北区4", "北区 四", "北区 ※1", "15区"] {
            assert!(
                read(value).starts_with("figure-unreadable"),
                "{value}: {}",
                read(value)
            );
        }
    }

    #[test]
    fn a_measure_has_three_parts() {
        let read = |value: &str| {
            outcome(value, |value, background, findings| {
                let measure = measure(value, background, findings);
                measure.map_or_else(String::new, |one| {
                    format!("{}|{}|{}", one.division, one.aim, one.action)
                })
            })
        };
        assert_eq!(
            read("情報共有：現状把握: ニーズの把握"),
            "情報共有|現状把握|ニーズの把握"
        );
        for value in ["情報共有：現状把握", "情報共有：：把握", "a:b:c:d"] {
            assert!(read(value).starts_with("measure-unreadable"), "{value}");
        }
    }

    #[test]
    fn a_note_stands_without_its_mark() {
        let note = |words| {
            Text::new(words)
                .and_then(|words| note(&words))
                .map(|note| note.to_string())
        };
        assert_eq!(note("※1 内諾を含む").as_deref(), Some("内諾を含む"));
        assert_eq!(note("内諾を含む").as_deref(), Some("内諾を含む"));
        assert_eq!(note("※2"), None);
    }
}
