//! The days of a month, in its list and in its table.

use std::collections::BTreeMap;

use super::{between, built, event, listed, months_of, site, told};
use crate::site::TestSite;

/// The cells of the table by day.
fn cells(page: &str) -> BTreeMap<&str, &str> {
    let table = between(page, "<tbody>", "</tbody>")[0];
    let cells = between(table, "<td", "</td>").into_iter();
    cells
        .filter_map(|cell| Some((*between(cell, "datetime=\"", "\"").first()?, cell)))
        .collect()
}

/// The days of the table on which something stands, as `28 29 30`.
fn marked(page: &str) -> String {
    let cells = cells(page);
    let marked = cells.iter().filter(|(_, cell)| cell.contains("見本の催し"));
    let days: Vec<&str> = marked.map(|(iso, _)| &iso[8..]).collect();
    days.join(" ")
}

#[test]
fn what_goes_on_over_new_year_is_in_both_months_and_listed_once_in_each() {
    let site = event(site(), "newyear", "令和8年12月28日から令和9年1月5日まで");
    let built = built(&site);
    let december = built.main("kita/calendar/2026-12/index.html");
    let january = built.main("kita/calendar/2027-01/index.html");
    assert_eq!(listed(&december), ["2026-12-28 newyear"]);
    assert_eq!(listed(&january), ["2027-01-01 newyear"]);
    assert_eq!(marked(&december), "28 29 30 31");
    assert_eq!(marked(&january), "01 02 03 04 05");
    for page in [&december, &january] {
        assert!(page.contains("<time datetime=\"2026-12-28\">"), "{page}");
        assert!(page.contains("令和8年12月28日（月曜日）から"), "{page}");
    }
    let (new_years_day, fourth) = (cells(&january)["2027-01-01"], cells(&january)["2027-01-04"]);
    assert!(new_years_day.contains("元日") && new_years_day.contains("閉庁日"));
    assert!(!fourth.contains("閉庁日"), "{fourth}");
    assert!(january.contains("<span>前の月：</span><span>令和8年12月</span>"));
}

#[test]
fn a_leap_day_is_a_day_and_a_year_without_holidays_says_so() {
    let site = event(site(), "leap", "令和10年2月28日から令和10年2月29日まで");
    let page = built(&site).main("calendar/2028-02/index.html");
    assert_eq!(listed(&page), ["2028-02-28 leap"]);
    assert_eq!(marked(&page), "28 29");
    assert_eq!(cells(&page).len(), 29);
    assert!(
        page.contains("令和10年（2028年）の祝日は、この表に載せていません"),
        "{page}"
    );
    let known = event(self::site(), "known", "令和8年12月5日 10時から12時まで");
    let page = built(&known).main("calendar/2026-12/index.html");
    assert!(!page.contains("この表に載せていません"), "{page}");
}

#[test]
fn midnight_begins_a_day_and_ends_the_one_before() {
    let site = event(
        site(),
        "late",
        "令和8年12月30日22時から令和8年12月31日0時まで",
    );
    let site = event(site, "early", "令和8年12月31日0時から1時まで");
    let site = event(site, "eve", "令和8年12月31日22時から24時まで");
    let page = built(&site).main("kita/calendar/2026-12/index.html");
    let days = ["2026-12-30 late", "2026-12-31 early", "2026-12-31 eve"];
    assert_eq!(listed(&page), days);
    let cells = cells(&page);
    assert!(!cells["2026-12-31"].contains("「late」"), "{page}");
    assert!(
        page.contains("<time datetime=\"2026-12-31T00:00\">"),
        "{page}"
    );
    assert!(!months_of(&built(&site), "kita/calendar/").contains(&"2027-01"));
}

#[test]
fn three_hundred_happenings_in_a_month_are_all_listed_and_the_table_stays_short() {
    let mut site = site();
    for number in 0..300 {
        let when = format!(
            "令和8年12月{}日 {}時から21時まで",
            number % 30 + 1,
            9 + number % 9
        );
        site = event(site, &format!("n{number}"), &when);
    }
    let page = built(&site).main("calendar/2026-12/index.html");
    let mut names = listed(&page);
    assert_eq!(names.len(), 300);
    let days: Vec<String> = names.iter().map(|name| name[..10].to_owned()).collect();
    assert!(days.is_sorted());
    names.sort_unstable_by(|one, other| one[11..].cmp(&other[11..]));
    names.dedup_by(|one, other| one[11..] == other[11..]);
    assert_eq!(names.len(), 300);
    let cells = cells(&page);
    for (iso, cell) in cells.iter().filter(|(iso, _)| **iso < "2026-12-31") {
        assert_eq!(cell.matches("見本の催し").count(), 3, "{iso}");
        let link = format!("href=\"#day-{iso}\">");
        assert!(cell.contains(&format!("{link}ほか7件</a>")), "{cell}");
        assert!(cell.contains(&format!("{link}10件</a>")), "{cell}");
        assert!(page.contains(&format!("id=\"day-{iso}\"")), "{iso}");
    }
    assert!(page.contains("300件の予定があります"));
}

#[test]
fn a_day_on_which_nothing_begins_leads_to_where_it_is_listed() {
    let site = event(site(), "long", "令和8年12月2日から令和8年12月4日まで");
    let page = built(&site).main("calendar/2026-12/index.html");
    assert!(cells(&page)["2026-12-03"].contains("href=\"#day-2026-12-02\">1件</a>"));
    assert!(page.contains("id=\"day-2026-12-02\"") && !page.contains("id=\"day-2026-12-03\""));
}

#[test]
fn weeks_start_on_sunday_unless_the_site_says_otherwise() {
    let site = event(site(), "one", "令和8年11月28日 10時から12時まで");
    let first_row = |site: &TestSite| {
        let page = built(site).main("calendar/2026-11/index.html");
        let days = between(&page, "scope=\"col\">", "<");
        let days: Vec<String> = days.into_iter().map(str::to_owned).collect();
        let row = between(&page, "<tbody>", "</tr>")[0].to_owned();
        (days, row.matches("data-state=\"empty\"").count())
    };
    let (days, empty) = first_row(&site);
    assert_eq!(
        (days[0].as_str(), days[6].as_str(), empty),
        ("日曜日", "土曜日", 0)
    );
    let monday = site
        .clone()
        .with_settings("calendar: {week_starts: 月曜日}\n");
    let (days, empty) = first_row(&monday);
    assert_eq!(
        (days[0].as_str(), days[6].as_str(), empty),
        ("月曜日", "日曜日", 6)
    );
    let wrong = site.with_settings("calendar: {week_starts: 月}\n").build();
    assert_eq!(wrong.codes, ["setting-invalid"], "{}", wrong.said);
    assert!(wrong.said.contains("week_starts: 月曜日"), "{}", wrong.said);
}

#[test]
fn what_the_manuscript_says_comes_first_then_what_is_over_or_open() {
    let path = |name: &str| format!("wards/kita/events/2026-11-01-{name}");
    let state = |state: &str| format!("状態: {state}\n状態の説明: 見本の理由です。\n");
    let past = "令和8年11月10日 10時から12時まで";
    let ahead = "令和8年11月28日 10時から12時まで";
    let site = told(site(), &path("off"), past, &state("中止"));
    let site = told(site, &path("wasfull"), past, &state("満員"));
    let site = told(site, &path("full"), ahead, &state("満員"));
    let open = "申込: 必要\n申込方法: 電話\n申込先: 見本区役所\n申込開始: 令和8年11月2日\n申込締切: 令和8年11月27日\n";
    let site = told(site, &path("open"), ahead, open);
    let site = told(site, &path("plain"), ahead, "");
    let page = built(&site).main("kita/calendar/2026-11/index.html");
    let said: Vec<String> = between(&page, "<li class=\"k-day-list__entry\"", "</li>")
        .into_iter()
        .map(|entry| {
            let state = between(entry, "k-stage__label\">", "<");
            let name = between(entry, "見本の催し「", "」");
            format!("{}{}", name[0], state.concat())
        })
        .collect();
    assert_eq!(
        said,
        ["off中止", "wasfull終了", "full満員", "open受付中", "plain"]
    );
    assert!(cells(&page)["2026-11-10"].contains("中止"), "{page}");
}

#[test]
fn what_is_repeated_stands_on_each_of_its_days() {
    let when = "毎週月曜日 10時から12時まで（令和8年11月16日から令和8年12月7日まで。祝日を除く）";
    let site = event(site(), "weekly", when);
    let built = built(&site);
    let november = built.main("kita/calendar/2026-11/index.html");
    assert_eq!(
        listed(&november),
        ["2026-11-16 weekly", "2026-11-30 weekly"]
    );
    assert_eq!(marked(&november), "16 30");
    let december = built.main("kita/calendar/2026-12/index.html");
    assert_eq!(listed(&december), ["2026-12-07 weekly"]);
    let first = between(&november, "data-day=\"2026-11-16\"", "</ul>")[0];
    assert!(first.contains("終了") && first.contains("<time datetime=\"2026-11-16T10:00\">"));
}
