//! `ward-other-phone`: a telephone number of another ward in a ward's document.
//!
//! Why: manuscripts are copied from ward to ward, and a wrong number sends people to an office that cannot help them
//! (domain §3.4 G `ward-wrong-name`). Numbers that several wards or the city share are fine.
//!
//! Bad: `電話: 06-0000-0102` (西区) in a document of 北区. Good: `電話: 06-0000-0101`. Where the ward is named on the same line, as in
//! 「西区にお住まいの方は西区役所（電話 …）へ」, it is probably meant, so this is a warning.

use crate::checks::{CheckRow, Input, Owner, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;
use crate::model::ward::{Place, WardIndex};
use crate::text::span::Span;

pub const ROW: CheckRow = CheckRow {
    code: "ward-other-phone",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "区の原稿に書かれた、別の区の電話番号を見つけます。",
    why: "ほかの区の原稿を写したときに、もとの区の電話番号が残りがちです。かけた人は、答えられない窓口につながります。",
    source: "",
    bad: &[
        "電話は、06-0000-0102です。",
        "---\n題名: 年末年始の窓口のお知らせ\n問い合わせ先: 北区役所 講演会の受付\n電話: 06-0000-0102\n---\n本文です。\n",
    ],
    good: &[
        "電話は、06-0000-0101です。",
        "健康局の電話は、06-0000-0100です。",
        "フリーダイヤル 0120-11-1234、郵便番号 530-0000",
    ],
};

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    let Place::Ward(own) = document.place else {
        return Vec::new();
    };
    let text = input.text(document.source);
    let mut found = Vec::new();
    for run in runs(text) {
        for (span, digits) in numbers(&run) {
            match input.phone_owner(&digits) {
                Some(Owner::Ward(other)) if other != own => {
                    found.push(diagnostic(document, input, span, (own, other)));
                }
                Some(Owner::Ward(_) | Owner::Shared) | None => {}
            }
        }
    }
    found
}

fn diagnostic(
    document: &Document,
    input: &Input,
    span: Span,
    (own, other): (WardIndex, WardIndex),
) -> Diagnostic {
    let (own, other) = (input.site.ward(own), input.site.ward(other));
    let before = Span::new(0..span.range().start).of(input.text(document.source));
    let line = before.rsplit('\n').next().unwrap_or_default();
    let place = at(document.source, span);
    let title = "別の区の電話番号です";
    let code = "ward-other-phone";
    let found = match severity(line, other.name.as_str()) {
        Severity::Error => Diagnostic::error(code, place, title),
        Severity::Warning | Severity::Info => Diagnostic::warning(code, place, title),
    };
    let found = found.label(format!("{}の番号です", other.name));
    let phone = own.contacts.iter().find_map(|one| one.phone.as_ref());
    match phone {
        Some(phone) => found.help(format!(
            "{}の番号なら「{}」と書いてください。",
            own.name,
            phone.as_str()
        )),
        None => found.help(format!("{}の番号に書き換えてください。", own.name)),
    }
}

fn severity(line: &str, ward: &str) -> Severity {
    if line.contains(ward) {
        Severity::Warning
    } else {
        Severity::Error
    }
}

/// One digit of a run: its value, where it stands, and whether another digit stands directly before it.
struct Digit {
    value: char,
    span: Span,
    is_joined: bool,
}

/// Digits with at most two dashes, brackets or spaces between them; numbers set side by side form one run.
fn runs(text: &str) -> Vec<Vec<Digit>> {
    let mut runs: Vec<Vec<Digit>> = Vec::new();
    let mut run: Vec<Digit> = Vec::new();
    let mut gap = 0;
    for (start, character) in text.char_indices() {
        if let Some(value) = digit(character) {
            let span = Span::new(start..start + character.len_utf8());
            let is_joined = gap == 0 && !run.is_empty();
            run.push(Digit {
                value,
                span,
                is_joined,
            });
            gap = 0;
        } else if !run.is_empty() {
            gap += 1;
            if gap > 2 || !is_separator(character) {
                runs.extend(Some(std::mem::take(&mut run)).filter(|run| run.len() >= 10));
                gap = 0;
            }
        }
    }
    runs.extend(Some(run).filter(|run| run.len() >= 10));
    runs
}

/// The parts of a run that begin with 0 and have the ten or eleven digits of a telephone number.
fn numbers(run: &[Digit]) -> impl Iterator<Item = (Span, String)> {
    let windows = run.windows(10).zip(0..);
    let longer = run.windows(11).zip(0..);
    let windows = windows.chain(longer);
    windows.filter_map(|(window, start)| {
        let (first, last) = (window.first()?, window.last()?);
        let next: Option<&Digit> = run.get(start + window.len());
        let is_whole = !first.is_joined && next.is_none_or(|next| !next.is_joined);
        let span = Span {
            start: first.span.start,
            end: last.span.end,
        };
        let is_number = is_whole && first.value == '0';
        is_number.then(|| (span, window.iter().map(|digit| digit.value).collect()))
    })
}

fn digit(character: char) -> Option<char> {
    match character {
        '0'..='9' => Some(character),
        '０'..='９' => char::from_digit(u32::from(character) - u32::from('０'), 10),
        _ => None,
    }
}

/// The dashes people type in numbers, brackets around the area code, and spaces.
fn is_separator(character: char) -> bool {
    "-‐‑‒–—―−－ーｰ()（） \u{3000}".contains(character)
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::{KITA, Sample};
    use crate::diag::Severity;
    use crate::model::ward::Place;

    fn found_in(place: Place, line: &str) -> Vec<(String, Severity)> {
        let mut sample = Sample::new();
        let text = format!("題名\n{line}\n");
        sample.add_in(place, "notices/2026-11-01-a", &text, |_| {});
        let found = sample.found(Rule::Document(super::check)).into_iter();
        let found = found.map(|found| (sample.characters(&found.at), found.severity));
        found.collect()
    }

    fn marked(line: &str) -> Vec<String> {
        let found = found_in(KITA, line).into_iter();
        found.map(|(characters, _)| characters).collect()
    }

    #[test]
    fn a_number_is_known_however_it_is_written() {
        for number in [
            "06-0000-0102",
            "0600000102",
            "０６－００００－０１０２",
            "06（0000）0102",
            "06−0000ー0102",
            "06 0000 0102",
        ] {
            assert_eq!(marked(&format!("電話は{number}です")), [number]);
        }
    }

    #[test]
    fn a_number_beside_others_is_found() {
        let line = "06-0000-0101（06-0000-0102）令和8年 2026-11-01 06-0000-0102";
        assert_eq!(marked(line), ["06-0000-0102", "06-0000-0102"]);
    }

    #[test]
    fn own_shared_and_unknown_numbers_are_fine() {
        for number in [
            "06-0000-0101",
            "06-0000-0100",
            "06-0000-0999",
            "106-0000-0102",
        ] {
            assert!(marked(number).is_empty(), "{number}");
        }
        assert!(found_in(Place::City, "06-0000-0102").is_empty());
    }

    #[test]
    fn a_number_behind_the_name_of_its_ward_is_only_a_warning() {
        let severity = |line| found_in(KITA, line).first().map(|found| found.1);
        assert_eq!(severity("電話: 06-0000-0102"), Some(Severity::Error));
        let named = "西区の方は西区役所（電話06-0000-0102）へ";
        assert_eq!(severity(named), Some(Severity::Warning));
    }
}
