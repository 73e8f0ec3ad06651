//! The city's report for 令和6年度, counted from documents, desks and registers of 24 wards that agree with it.

use std::collections::BTreeMap;

use kairan::assemble::assemble;
use kairan::model::date::FiscalYear;
use kairan::model::field::Figure;
use kairan::model::site::Site;
use kairan::parse::parse;
use kairan::sheet::read;

use crate::site::TestSite;

const YEAR: FiscalYear = FiscalYear(2024);

/// Name, and how many 積極的医療機関 (大阪市「在宅医療連携拠点事業の取組について」, II (4)).
const WARDS: [(&str, usize); 24] = [
    ("北区", 4),
    ("都島区", 4),
    ("福島区", 2),
    ("此花区", 7),
    ("中央区", 4),
    ("西区", 6),
    ("港区", 5),
    ("大正区", 6),
    ("天王寺区", 9),
    ("浪速区", 6),
    ("西淀川区", 8),
    ("淀川区", 4),
    ("東淀川区", 3),
    ("東成区", 23),
    ("生野区", 16),
    ("旭区", 10),
    ("城東区", 3),
    ("鶴見区", 5),
    ("阿倍野区", 1),
    ("住之江区", 4),
    ("住吉区", 1),
    ("東住吉区", 2),
    ("平野区", 3),
    ("西成区", 3),
];

const TOPICS: [(&str, usize); 5] = [
    ("在宅医療を実施する医療機関の連携促進", 12),
    ("積極的医療機関の現状把握や情報共有など連携について", 9),
    (
        "24時間体制構築など在宅医療体制の構築に向けた情報共有・課題検討",
        8,
    ),
    ("在宅医療を提供する医療機関の確保", 7),
    ("後方支援医療機関との連携", 1),
];

fn ward(number: usize) -> String {
    format!("content/wards/w{number:02}")
}

/// `ward.yaml` of one of 15 wards with 20 hours a week, 5 with fewer, 4 with the fewest.
fn settings(number: usize, name: &str) -> String {
    let hours = match number {
        0..15 => "平日 9時から13時まで",
        15..20 => "月・水・金曜日 10時から14時まで",
        _ => "火曜日 13時から16時まで",
    };
    format!(
        "name: {name}\nreading: みほんく\noffice: {name}役所\ncontacts:\n  - name: {name}役所\n    phone: 06-0000-0101\ndesk:\n  name: {name}相談支援室\n  phone: 06-0000-0201\n  hours: {hours}\n  coordinators: [ア 1人]\n  measures:\n    - 情報共有：現状把握：ニーズの多い情報を整理・把握\n"
    )
}

fn happening(title: &str, more: &str) -> String {
    format!(
        "---\n題名: {title}\n日時: 令和6年10月20日（日曜日）14時から15時まで\n会場: 見本会館\n対象: どなたでも\n費用: 無料\n申込: 不要\n{more}---\n本文です。\n"
    )
}

/// The register of a ward: its rows, ※1 for four wards and ※2 for one.
fn register(number: usize, count: usize) -> String {
    let mut text = "名称,電話番号,内諾,注記,確認日\n".to_owned();
    for row in 0..count {
        let consent = if row == 0 && [3, 10, 13, 14].contains(&number) {
            "有"
        } else {
            ""
        };
        let note = match (number, row) {
            (21, 0) => "重症心身障がい児者医療コーディネート事業として登録",
            _ => "",
        };
        text.push_str(&format!(
            "区{number}医療機関{row},06-{number:04}-{row:04},{consent},{note},2024-10-01\n"
        ));
    }
    text
}

/// What a ward holds of visits: in 13 wards only 積極的医療機関, in 5 others too, in 1 only others.
fn visit(number: usize) -> String {
    let host = match number {
        0..13 => format!("区{number}医療機関0"),
        13..18 => format!("区{number}医療機関0、見本の医院"),
        _ => "ほかの医療機関".to_owned(),
    };
    let people = match number {
        0..16 => "在宅医療を始める医師",
        16..18 => "医師と医学生",
        _ => "未定",
    };
    format!(
        "---\n題名: 同行訪問研修\n日時: 令和6年11月10日（日曜日）9時から12時まで\n受入先: {host}\n対象: {people}\n---\n本文です。\n"
    )
}

fn city() -> TestSite {
    let mut site = TestSite::without_wards();
    for (number, (name, count)) in WARDS.iter().enumerate() {
        let below = ward(number);
        let put =
            |site: TestSite, file: &str, text: &str| site.with(&format!("{below}/{file}"), text);
        site = put(site, "ward.yaml", &settings(number, name));
        site = put(site, "hospitals.csv", &register(number, *count));
        if number < 9 {
            site = put(site, "trainings/2024-10-01-a.md", &happening("研修会", ""));
            site = put(site, "lectures/2024-10-01-a.md", &happening("講演会", ""));
        }
        if number == 9 {
            site = put(
                site,
                "flyers/2024-10-01-a.md",
                "---\n題名: ビラ\n---\n本文です。\n",
            );
            // None of these counts: a sample, what was cancelled, and another year.
            site = put(
                site,
                "trainings/2024-10-01-b.md",
                &happening("研修会", "見本: はい\n"),
            );
            site = put(
                site,
                "trainings/2024-10-01-c.md",
                &happening("研修会", "状態: 中止\n"),
            );
            let other = happening("研修会", "")
                .replace("令和6年10月20日（日曜日）", "令和7年10月19日（日曜日）");
            site = put(site, "trainings/2024-10-01-d.md", &other);
        }
        let agenda = TOPICS.iter().filter(|(_, wards)| number < *wards);
        let agenda: String = agenda.map(|(topic, _)| format!("  - {topic}\n")).collect();
        if !agenda.is_empty() {
            let text = format!(
                "---\n題名: 連携会議\n日時: 令和6年12月1日（日曜日）14時から15時まで\n議題:\n{agenda}---\n本文です。\n"
            );
            site = put(site, "meetings/2024-10-01-a.md", &text);
        }
        if number < 19 {
            site = put(site, "visits/2024-10-01-a.md", &visit(number));
        }
    }
    site
}

fn assembled(site: &TestSite) -> Site {
    let sources = site.sources();
    let parsed = parse(&sources, &Default::default());
    let mut found = Vec::new();
    let site = assemble(parsed, &sources, &site.request.wish, &mut found);
    site.expect("a site")
}

fn numbers(site: &Site, field: Figure) -> Vec<u32> {
    let figures = site.counted(YEAR);
    figures.rows(field).iter().map(|row| row.number).collect()
}

#[test]
fn the_wards_own_documents_give_every_figure_of_the_report() {
    let site = assembled(&city());
    for (field, expected) in [
        (Figure::TrainingsHeld, &[9, 15][..]),
        (Figure::AwarenessHeld, &[10, 14]),
        (Figure::AwarenessKinds, &[9, 1]),
        (Figure::DeskHours, &[15, 5, 4]),
        (Figure::CoordinatorCounts, &[24, 0, 0, 0]),
        (Figure::CooperationTopics, &[12, 9, 8, 7, 1]),
        (Figure::CooperationMeetings, &[12]),
        (Figure::VisitsHeld, &[19, 5]),
        (Figure::VisitHosts, &[13, 5, 1]),
        (Figure::VisitParticipants, &[16, 2, 1]),
    ] {
        assert_eq!(numbers(&site, field), expected, "{field:?}");
    }
    let figures = site.counted(YEAR);
    let counted: BTreeMap<&str, usize> = figures
        .rows(Figure::InstitutionCounts)
        .iter()
        .map(|row| (row.label.as_str(), row.number as usize))
        .collect();
    assert_eq!(counted, BTreeMap::from(WARDS));
    assert_eq!(counted.values().sum::<usize>(), 139);
    let marked = figures.rows(Figure::InstitutionCounts).iter();
    let marked: Vec<(&str, &[u32])> = marked
        .filter(|row| !row.notes.is_empty())
        .map(|row| (row.label.as_str(), row.notes.as_slice()))
        .collect();
    let expected: [(&str, &[u32]); 5] = [
        ("此花区", &[1]),
        ("西淀川区", &[1]),
        ("東成区", &[1]),
        ("生野区", &[1]),
        ("東住吉区", &[2]),
    ];
    assert_eq!(marked, expected);
    assert_eq!(
        figures.note(2).map(|note| note.as_str()),
        Some("区21医療機関0については、重症心身障がい児者医療コーディネート事業として登録")
    );
    assert_eq!(figures.measures.len(), 1);
}

#[test]
fn a_report_that_says_the_same_agrees_and_one_that_does_not_is_named_with_both_numbers() {
    let report = |trainings: u32| {
        format!(
            "---\n題名: 令和6年度の報告\n研修会の開催:\n  - 開催済み・予定あり {trainings}区\n  - 開催予定なし {}区\n---\n本文です。\n",
            24 - trainings
        )
    };
    let said = |trainings| {
        let site = city().with("content/city/reports/2024.md", &report(trainings));
        site.build().said
    };
    assert!(!said(9).contains("figures-differ"), "{}", said(9));
    let found = said(8);
    assert!(
        found.contains("開催済み・予定ありは、報告では8、数えると9"),
        "{found}"
    );
}

/// A report of `year` with lines of front matter.
fn report(year: i32, more: &str) -> (String, String) {
    (
        format!("content/city/reports/{year}.md"),
        format!("---\n題名: {year}年度の報告\n{more}---\n本文です。\n"),
    )
}

fn with_report(site: TestSite, year: i32, more: &str) -> TestSite {
    let (path, text) = report(year, more);
    site.with(&path, &text)
}

fn words(html: &str) -> String {
    let parts = html
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, words)| words));
    let words = parts.collect::<Vec<_>>().join(" ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn parts_stand_in_the_order_of_the_source_with_ids_that_outlive_years() {
    let mut site = with_report(
        city(),
        2024,
        "課題:\n  - 見本の課題です。\n進捗状況:\n  - 見本です。\n",
    );
    for (name, title) in [
        ("2024-05-16-a", "コーディネーター説明会"),
        ("2024-05-17-b", "2回目のコーディネーター説明会"),
        ("2024-06-01-c", "見本の集まり"),
        ("2024-07-22-d", "コーディネーター意見交換会"),
        ("2024-10-01-e", "在宅医療・介護連携推進会議（部会）"),
        ("2024-10-01-f", "大阪市在宅医療推進会議"),
    ] {
        let text =
            format!("---\n題名: {title}\n日時: 未定（年1回）\n掲載する区: なし\n---\n本文です。\n");
        site = site.with(&format!("content/city/meetings/{name}.md"), &text);
    }
    let page = site.build().main("reports/2024/index.html");
    let headings = page.split("<h").skip(1).filter_map(|part| {
        let (level, rest) = part.split_once(" id=\"")?;
        let level = level.parse::<u8>().ok()?;
        Some((level, rest.split_once('"')?.0))
    });
    let headings: Vec<(u8, &str)> = headings
        .skip_while(|(_, id)| *id != "ward-offices")
        .take_while(|(_, id)| !id.starts_with("k-"))
        .collect();
    let expected = [
        (2, "ward-offices"),
        (3, "trainings"),
        (3, "lectures"),
        (2, "desks"),
        (3, "desk-running"),
        (3, "sharing"),
        (3, "active-hospitals"),
        (4, "hospital-count"),
        (4, "hospital-meetings"),
        (3, "visits"),
        (2, "health-bureau"),
        (3, "council"),
        (4, "council-meeting"),
        (4, "subcommittee"),
        (3, "coordinators"),
        (4, "briefing"),
        (4, "briefing-2"),
        (4, "exchange"),
        (3, "other-meetings"),
        (4, "other-meeting"),
        (2, "progress"),
        (2, "issues"),
    ];
    assert_eq!(headings, expected);
}

#[test]
fn every_table_says_what_it_comes_from() {
    let declared = "時点: 令和6年10月1日\n相談支援室の開設時間:\n  - 20時間 24区\n";
    let site = with_report(city(), 2024, declared);
    let said = words(&site.build().main("reports/2024/index.html"));
    let after = |caption: &str| {
        let rest = said.split_once(caption).map_or("", |(_, rest)| rest);
        let mut sentences = rest.split_inclusive('。');
        sentences.next().unwrap_or_default().trim_end().to_owned()
    };
    for (caption, expected) in [
        ("20時間 24区", "この報告の作成者が記載したものです。"),
        (
            "週あたりの開設時間数（令和6年10月1日現在）",
            "記載したものです。",
        ),
        ("開催予定なし 15区", "各区の情報を集計したものです。"),
        (
            "現状把握 ニーズの多い情報を整理・把握",
            "各区の最新の情報を集計したものです。",
        ),
        ("合計 139", "各区の最新の情報を集計したものです。"),
    ] {
        assert!(after(caption).ends_with(expected), "{caption}: {said}");
    }
    let registers =
        "この年度の状況とは違うことがあります。名簿で最も新しい確認日は、令和6年10月1日です。";
    assert!(said.contains(registers), "{said}");
    assert!(
        !said.contains("区ごとの積極的医療機関の数（令和6年"),
        "{said}"
    );
}

#[test]
fn a_sum_of_some_wards_says_of_how_many() {
    let mut site = city();
    for number in 3..WARDS.len() {
        let path = format!("{}/hospitals.csv", ward(number));
        site = site.with(&path, "名称,電話番号\n");
    }
    let page = with_report(site, 2024, "")
        .build()
        .main("reports/2024/index.html");
    let said = words(&page);
    assert!(said.contains("24区のうち3区の合計 10 "), "{said}");
    assert!(said.contains("24区のうち3区の情報です。"), "{said}");
}

#[test]
fn a_declared_year_and_a_counted_one_stand_beside_each_other() {
    let before = "相談支援室の開設時間:\n  - 20時間 12区\n  - 10～19時間 12区\n\
        研修会の開催:\n  - 開催済み・予定あり 7区\n  - 開催予定なし 17区\n\
        同行訪問研修の研修先:\n  - 積極的医療機関のみ 13区\n  - 未定 2区\n\
        積極的医療機関:\n  - 北区 3\n  - 都島区 4\n";
    let site = with_report(with_report(city(), 2023, before), 2024, "");
    let said = words(&site.build().main("reports/2024/index.html"));
    for expected in [
        "開催済み・予定あり 9区 7区 2区増えた 開催予定なし 15区 17区 2区減った",
        "20時間以上 15区 12区 3区増えた 10時間から19時間 5区 12区 7区減った",
        "1時間から9時間 4区 なし なし",
        "積極的医療機関のみ 13区 13区 同じ",
        "未定 なし 2区 なし",
        "北区 4 3 1増えた",
        "合計 139 7（2区の合計） 対象の区が違うため比べません",
        "前年度の数は、前年度の報告の作成者が記載したものです。",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
}

#[test]
fn desks_and_registers_are_not_compared_with_themselves() {
    let site = with_report(with_report(city(), 2023, ""), 2024, "");
    let said = words(&site.build().main("reports/2024/index.html"));
    assert!(!said.contains("同じ"), "{said}");
    assert!(
        said.contains("20時間以上 15区 10時間から19時間 5区"),
        "{said}"
    );
}

#[test]
fn the_workbook_has_a_sheet_for_every_section_with_its_tables_below_each_other() {
    let built = with_report(city(), 2024, "課題:\n  - 見本の課題です。\n").build();
    let book = read(&built.bytes("reports/2024/report.xlsx")).expect("a workbook");
    let names: Vec<&str> = book
        .sheets
        .iter()
        .filter_map(|sheet| sheet.name.as_deref())
        .collect();
    assert_eq!(names, ["区役所の取組", "相談支援室の取組", "課題"]);
    let rows = book.sheets[1].rows.iter().map(|row| {
        let cells = row.iter().map(|cell| &**cell);
        cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>()
    });
    let rows: Vec<Vec<&str>> = rows.collect();
    let at = |cells: &[&str]| {
        let row = rows.iter().position(|row| row == cells);
        row.unwrap_or_else(|| panic!("{cells:?}: {rows:?}"))
    };
    let order = [
        at(&["相談支援室の取組"]),
        at(&["週あたりの開設時間数", "区の数"]),
        at(&["20時間以上", "15"]),
        at(&["区名", "医療機関数", "注"]),
        at(&["此花区", "7", "※1"]),
        at(&["合計", "139"]),
        at(&["開催予定あり", "19"]),
    ];
    assert!(order.is_sorted(), "{order:?}");
}
