//! What the page and the workbook of a yearly report say: their order, what tables come from, and the year before.

use kairan::sheet::read;

use super::{WARDS, city, ward};
use crate::site::TestSite;

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
        "1時間から9時間 4区 情報なし 不明",
        "積極的医療機関のみ 13区 13区 同じ",
        "未定 情報なし 2区 不明",
        "北区 4 3 1増えた 都島区",
        "合計 139 7（2区の合計） 区が違います",
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
