//! The city's report for 令和6年度, counted from documents, desks and registers of 24 wards that agree with it.

mod published;

use std::collections::BTreeMap;

use kairan::assemble::assemble;
use kairan::model::date::FiscalYear;
use kairan::model::field::Figure;
use kairan::model::site::Site;
use kairan::parse::parse;

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
