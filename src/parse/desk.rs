//! `desk` in `ward.yaml`: 相談支援室 with its hours by weekday and its coordinators.

use crate::diag::{Diagnostic, Findings};
use crate::model::date::Weekday;
use crate::model::desk::{Coordinators, Desk, Opening, Qualification};
use crate::model::field::{Field, Figure};
use crate::model::figures::Measure;
use crate::model::names::Text;
use crate::model::repeat::Weekdays;
use crate::model::ward::Contact;
use crate::parse::figures;
use crate::parse::hours::spans;
use crate::parse::repeats::rules::weekdays;
use crate::parse::settings::reachable;
use crate::parse::table::{Table, scalar};
use crate::parse::values::Background;
use crate::parse::yaml::Node;
use crate::text::japanese::{Cursor, Folded};
use crate::text::span::Spanned;

const KEYS: &[&str] = &[
    "name",
    "phone",
    "fax",
    "email",
    "hours",
    "note",
    "coordinators",
    "asks",
    "measures",
];

/// Reads the table; hours that cannot be counted are shown as they are written, and said to be such.
pub fn desk(node: Node, findings: &mut Findings) -> Option<Desk> {
    let mut table = Table::new(node, KEYS, findings)?;
    let contact = reachable(&mut table);
    let lines = table.each("hours", |node, _| scalar(node));
    let opening = lines
        .iter()
        .filter_map(|line| hours(line, table.findings))
        .flatten()
        .collect();
    let coordinators = table.each("coordinators", coordinators);
    let asks = table.each("asks", |node, _| Text::new(&scalar(node)?.value));
    let measures = table.each("measures", measure);
    let hours: Vec<&str> = lines.iter().map(|line| line.value.as_str()).collect();
    Some(Desk {
        contact: Contact {
            hours: Text::new(&hours.join("、")),
            ..contact?
        },
        opening,
        coordinators,
        asks,
        measures,
    })
}

/// One line of hours: 平日 9時から12時まで、13時から17時まで, 月・水・金曜日 10時から15時まで（見本）.
fn hours(line: &Spanned<String>, findings: &mut Findings) -> Option<Vec<Opening>> {
    let folded = Folded::new(&line.value);
    let mut cursor = folded.cursor();
    let read = openings(&mut cursor).filter(|read| !read.is_empty());
    while cursor.bracketed().is_some() {
        cursor.spaces();
    }
    if read.is_some() && cursor.is_end() {
        return read;
    }
    let title = "相談支援室の受付時間を数えられません";
    let found = Diagnostic::warning("desk-hours", findings.at(line.span), title)
        .label("曜日と時刻を読み取れません")
        .help("「平日 9時から13時まで」「月・水・金曜日 10時から15時まで」のように、1行に1つずつ書いてください。ほかのことは「note」に書きます。");
    findings.push(found);
    None
}

fn openings(cursor: &mut Cursor<'_>) -> Option<Vec<Opening>> {
    cursor.spaces();
    let days: Vec<Weekday> = match cursor.eat_any(&["平日", "毎日"]) {
        Some("平日") => Weekday::ALL.into_iter().skip(1).take(5).collect(),
        Some(_) => Weekday::ALL.into(),
        None => weekdays(cursor)?.days,
    };
    let weekdays = Weekdays::new(days)?;
    let spans = spans(cursor)?.into_iter();
    let openings = spans.map(|(start, end)| Opening {
        weekdays,
        start,
        end,
    });
    Some(openings.collect())
}

/// 区分：めざすべき姿：取組内容.
fn measure(node: Node, findings: &mut Findings) -> Option<Measure> {
    let line = scalar(node)?;
    let background = Background {
        text: "",
        example: Field::Figure(Figure::Measures).row().example,
        published: None,
    };
    figures::measure(&line, background, findings)
}

/// `ア 2人`, `イ: 1`.
fn coordinators(node: Node, findings: &mut Findings) -> Option<Coordinators> {
    let line = scalar(node)?;
    let folded = Folded::new(&line.value);
    let mut cursor = folded.cursor();
    cursor.eat('(');
    let qualification = Qualification::ALL
        .into_iter()
        .find(|one| cursor.eat_word(one.sign()));
    cursor.take_while(|sign| " ):、,".contains(sign));
    let people = cursor.number().filter(|people| (1..=100).contains(people));
    cursor.eat_any(&["人", "名"]);
    cursor.spaces();
    if let (Some(qualification), Some(people), true) = (qualification, people, cursor.is_end()) {
        return Some(Coordinators {
            qualification,
            people,
        });
    }
    let title = "拠点コーディネーターの書き方が違います";
    let found = Diagnostic::error("setting-invalid", findings.at(line.span), title)
        .label("資格と人数を読み取れません")
        .help("資格の記号と人数を「ア 2人」のように、資格ごとに1行で書いてください。");
    findings.push(found);
    None
}

#[cfg(test)]
mod tests {
    use super::desk;
    use crate::diag::Findings;
    use crate::model::desk::Desk;
    use crate::parse::yaml::parse;
    use crate::text::span::SourceId;

    fn read(lines: &str) -> (Option<Desk>, Vec<&'static str>) {
        let text = format!("name: 見本相談支援室\nphone: 06-0000-0201\n{lines}\n");
        let mut findings = Findings::new(SourceId(0));
        let node = parse(&text, 0..text.len(), &mut findings).expect("YAML");
        let read = desk(node, &mut findings);
        let codes = findings.into_vec().iter().map(|found| found.code).collect();
        (read, codes)
    }

    #[test]
    fn a_desk_that_nobody_can_reach_is_a_fault_as_any_contact_is() {
        let mut findings = Findings::new(SourceId(0));
        let text = "name: 見本相談支援室\nhours: 平日 9時から13時まで\n";
        let node = parse(text, 0..text.len(), &mut findings).expect("YAML");
        assert!(desk(node, &mut findings).is_some());
        let found = findings.into_vec();
        let codes: Vec<&str> = found.iter().map(|found| found.code).collect();
        assert_eq!(codes, ["contact-missing"]);
    }

    fn minutes(hours: &str) -> Option<u32> {
        let (desk, codes) = read(&format!("hours: {hours}"));
        let minutes = desk.and_then(|desk| desk.weekly_minutes());
        assert_eq!(codes.is_empty(), minutes.is_some(), "{hours}: {codes:?}");
        minutes
    }

    #[test]
    fn hours_are_counted_in_every_form_people_use() {
        for (hours, counted) in [
            ("平日 9時から13時まで（見本）", 20 * 60),
            ("平日の9:00〜13:00", 20 * 60),
            ("月曜日から金曜日まで 9時から12時30分まで", 5 * 210),
            ("月・水・金曜日 10時から15時まで", 15 * 60),
            ("月曜日・水曜日・金曜日 午前10時から正午まで", 6 * 60),
            ("平日 9時から12時まで、13時から17時まで", 35 * 60),
            ("毎日 13時から14時まで（予約制）（祝日を除く）", 7 * 60),
            (
                "[月曜日 9時から12時まで, 木曜日 13時から17時30分まで]",
                180 + 270,
            ),
        ] {
            assert_eq!(minutes(hours), Some(counted), "{hours}");
        }
    }

    #[test]
    fn hours_that_cannot_be_counted_are_kept_as_they_are() {
        for hours in [
            "おおむね平日の午前中",
            "平日",
            "9時から13時まで",
            "平日 9時から",
            "平日 13時から9時まで",
            "平日 9時から13時まで 要予約",
        ] {
            assert_eq!(minutes(hours), None, "{hours}");
            let (desk, codes) = read(&format!("hours: {hours}"));
            assert_eq!(codes, ["desk-hours"], "{hours}");
            let shown = desk
                .and_then(|desk| desk.contact.hours)
                .map(|words| words.to_string());
            assert_eq!(shown.as_deref(), Some(hours));
        }
    }

    #[test]
    fn coordinators_are_a_qualification_and_a_number() {
        let people = |line: &str| {
            let (desk, codes) = read(&format!("coordinators: [{line}]"));
            let all = desk.expect("a desk").coordinators;
            let signs = all
                .iter()
                .map(|one| format!("{}{}", one.qualification.sign(), one.people));
            (signs.collect::<Vec<_>>().join(" "), codes)
        };
        for line in ["ア 2人, エ 1人", "（ア）2名, （エ）1", "ア：２人, エ1"] {
            assert_eq!(people(line), ("ア2 エ1".to_owned(), vec![]), "{line}");
        }
        for line in ["看護師 2人", "ア", "ア 0人", "オ 1人", "ア 2人くらい"] {
            assert_eq!(
                people(line),
                (String::new(), vec!["setting-invalid"]),
                "{line}"
            );
        }
    }
}
