//! The calendars of the city and of the wards, month by month: which months there are, and what stands on which day.

mod days;

use std::collections::BTreeMap;

use kairan::model::date::Date;
use kairan::model::kind::Kind;

use crate::site::{Built, TestSite};

const HOLIDAYS: &str =
    "date,name\r\n2026-11-03,文化の日\r\n2026-11-23,勤労感謝の日\r\n2027-01-01,元日\r\n";

fn site() -> TestSite {
    TestSite::base().with("content/calendar/holidays.csv", HOLIDAYS)
}

/// An event of 北区 with one line of 日時.
fn event(site: TestSite, name: &str, when: &str) -> TestSite {
    told(
        site,
        &format!("wards/kita/events/2026-11-01-{name}"),
        when,
        "",
    )
}

/// A document at a path below `content/`, with more lines of front matter; nobody need apply unless they say so.
fn told(site: TestSite, path: &str, when: &str, more: &str) -> TestSite {
    let name = path.rsplit('-').next().unwrap_or_default();
    let need = if more.contains("申込") {
        ""
    } else {
        "申込: 不要\n"
    };
    site.with(
        &format!("content/{path}.md"),
        &format!(
            "---\n題名: 見本の催し「{name}」\n概要: 見本です。\n日時: {when}\n会場: 見本会館\n対象: どなたでも\n費用: 無料\n{need}{more}---\n本文です。\n"
        ),
    )
}

fn on(mut site: TestSite, today: &str) -> TestSite {
    site.request.wish.today = Date::from_iso(today).expect("a day");
    site
}

fn built(site: &TestSite) -> Built {
    let built = site.build();
    let errors = built.said.contains("誤り");
    assert!(built.plan.is_some() && !errors, "{}", built.said);
    built
}

/// What stands between the pairs of marks.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    let rests = text.split(start).skip(1);
    rests.filter_map(|rest| rest.split(end).next()).collect()
}

/// The days of a list with the last part of the address of every entry: `2026-12-28 newyear`.
fn listed(page: &str) -> Vec<String> {
    let days = page.split("data-day=\"").skip(1);
    days.flat_map(|day| {
        let iso = &day[..10];
        let hrefs = between(day, "k-day-list__link\" href=\"", "/\"");
        let name = |href: &str| href.rsplit('-').next().unwrap_or_default().to_owned();
        let entries = hrefs.into_iter().map(name);
        entries
            .map(|name| format!("{iso} {name}"))
            .collect::<Vec<_>>()
    })
    .collect()
}

fn months_of<'a>(built: &'a Built, top: &str) -> Vec<&'a str> {
    let paths = built.paths().into_iter();
    let months = paths.filter_map(|path| path.strip_prefix(top)?.strip_suffix("/index.html"));
    months.collect()
}

#[test]
fn months_stand_below_their_fiscal_year_and_those_to_come_stand_first() {
    let site = event(site(), "turn", "令和9年3月30日から令和9年4月2日まで");
    let site = event(site, "past", "令和8年11月10日 10時から12時まで");
    let page = built(&site).main("kita/calendar/index.html");
    let order = [
        "これからの予定がある月",
        "令和8年度（2026年度）",
        "令和9年3月（1件）",
        "令和9年度（2027年度）",
        "令和9年4月（1件）",
        "予定が終わった月",
        "令和8年度（2026年度）",
        "令和8年11月（1件）",
    ];
    let mut rest = page.as_str();
    for words in order {
        let at = rest
            .find(words)
            .unwrap_or_else(|| panic!("{words}: {page}"));
        rest = &rest[at + words.len()..];
    }
    assert_eq!(listed(&page), ["2027-03-30 turn"]);
}

#[test]
fn only_months_in_which_something_takes_place_have_a_page() {
    let site = event(site(), "first", "令和8年11月28日 10時から12時まで");
    let site = event(site, "second", "令和9年2月6日 10時から12時まで");
    let built = built(&site);
    for top in ["calendar/", "kita/calendar/"] {
        assert_eq!(months_of(&built, top), ["2026-11", "2027-02"], "{top}");
        let page = built.main(&format!("{top}2026-11/index.html"));
        let next = "<span>次に予定がある月：</span><span>令和9年2月</span>";
        assert!(
            page.contains(next) && !page.contains("rel=\"prev\""),
            "{page}"
        );
    }
    assert_eq!(months_of(&built, "nishi/calendar/"), [] as [&str; 0]);
    let map = built.file("sitemap.xml");
    assert!(
        map.contains("/kita/calendar/2027-02/<") && !map.contains("2026-12"),
        "{map}"
    );
}

#[test]
fn a_place_without_happenings_says_so_and_has_no_link_to_its_calendar() {
    let site = event(site(), "one", "令和8年11月28日 10時から12時まで");
    let built = built(&site);
    let page = built.main("nishi/calendar/index.html");
    assert!(
        page.contains("日程の決まっている予定は、いまありません"),
        "{page}"
    );
    assert!(page.contains("見本市24区の予定表を見る"), "{page}");
    let links = |top: &str| built.file(top).matches("/calendar/\"").count();
    assert_eq!(links("nishi/index.html"), 0);
    for top in ["index.html", "kita/index.html"] {
        assert!(built.main(top).contains("予定表を見る</a>"), "{top}");
    }
    assert!(
        built
            .main("sitemap/index.html")
            .contains("/kita/calendar/\"")
    );
}

#[test]
fn wards_show_what_the_city_shows_them_at_their_own_address() {
    let when = "令和8年12月5日 10時から12時まで";
    let site = told(site(), "city/events/2026-11-01-all", when, "");
    let site = told(
        site,
        "city/events/2026-11-01-none",
        when,
        "掲載する区: なし\n",
    );
    let site = told(site, "wards/nishi/events/2026-11-01-nishi", when, "");
    let built = built(&site);
    let page = built.main("kita/calendar/2026-12/index.html");
    assert_eq!(listed(&page), ["2026-12-05 all"]);
    assert!(
        page.contains("href=\"/kita/events/2026-11-01-all/\""),
        "{page}"
    );
    let city = built.main("calendar/2026-12/index.html");
    assert_eq!(listed(&city).len(), 3, "{city}");
    for href in ["/events/2026-11-01-all/", "/nishi/events/2026-11-01-nishi/"] {
        assert!(city.contains(&format!("href=\"{href}\"")), "{href}: {city}");
    }
    assert!(city.contains("k-day-list__place\">西区<"), "{city}");
}

#[test]
fn what_is_not_in_the_lists_is_in_no_calendar() {
    let gone = "令和8年11月10日 10時から12時まで";
    let path = "wards/kita/events/2026-11-01-gone";
    let site = told(site(), path, gone, "掲載終了: 令和8年11月15日\n");
    let coming = "令和9年1月9日 10時から12時まで";
    let site = told(site, "wards/kita/events/2026-12-01-coming", coming, "");
    let months = |today: &str| months_of(&built(&on(site.clone(), today)), "calendar/").join(" ");
    assert_eq!(months("2026-11-15"), "2026-11");
    assert_eq!(months("2026-11-16"), "");
    assert_eq!(months("2026-12-01"), "2027-01");
}

#[test]
fn pages_stay_as_they_are_until_something_changes() {
    let site = event(site(), "past", "令和8年11月10日 10時から12時まで");
    let site = event(site, "ahead", "令和8年12月20日 10時から12時まで");
    let site = event(site, "long", "令和9年1月10日から令和9年1月20日まで");
    let pages = |today: &str| {
        let built = built(&on(site.clone(), today));
        let paths = built
            .paths()
            .into_iter()
            .filter(|path| path.contains("calendar/"));
        let pages = paths.filter(|path| path.ends_with(".html"));
        let pages = pages.map(|path| (path.to_owned(), built.file(path)));
        pages.collect::<BTreeMap<_, _>>()
    };
    let before = pages("2026-11-22");
    assert_eq!(before, pages("2026-12-01"));
    assert_eq!(before, pages("2026-12-19"));
    let after = pages("2026-12-21");
    let changed = before.iter().filter(|(path, page)| after[*path] != **page);
    let changed: Vec<&str> = changed.map(|(path, _)| path.as_str()).collect();
    let december = ["calendar/2026-12/index.html", "calendar/index.html"];
    let kita = [
        "kita/calendar/2026-12/index.html",
        "kita/calendar/index.html",
    ];
    assert_eq!(changed, [december, kita].concat());
}

#[test]
fn the_calendar_shows_the_next_month_and_at_last_the_last() {
    let site = event(site(), "first", "令和8年11月28日 10時から12時まで");
    let site = event(site, "second", "令和9年2月6日 10時から12時まで");
    let shown = |today: &str| built(&on(site.clone(), today)).main("calendar/index.html");
    assert_eq!(listed(&shown("2026-11-28")), ["2026-11-28 first"]);
    assert_eq!(listed(&shown("2026-11-29")), ["2027-02-06 second"]);
    let over = shown("2027-02-07");
    assert_eq!(listed(&over), ["2027-02-06 second"]);
    assert!(
        over.contains("日程の決まっている予定は、いまありません"),
        "{over}"
    );
}

#[test]
fn manuscripts_can_lead_to_calendars_and_to_months_that_exist() {
    let site = event(site(), "one", "令和8年11月28日 10時から12時まで");
    let notice = |address: &str| {
        let text = format!(
            "---\n題名: 予定のお知らせ\n掲載終了: 令和9年3月31日\n---\n[区の予定をまとめて見る]({address})\n"
        );
        let path = "content/wards/kita/notices/2026-11-01-plan.md";
        site.clone().with(path, &text).build().codes
    };
    for right in [
        "/calendar/",
        "/kita/calendar/",
        "/nishi/calendar/",
        "/kita/calendar/2026-11/",
        "/calendar.ics",
        "/kita/calendar.ics",
        "/kita/events/calendar.ics",
        "/lectures/feed.xml",
        "/feed.xml",
    ] {
        assert_eq!(notice(right), [] as [&str; 0], "{right}");
    }
    for wrong in [
        "/calendar/2026-10/",
        "/nishi/calendar/2026-11/",
        "/calendar/2026/",
        "/kita/calendar/next/",
        "/kita/guides/calendar.ics",
        "/nowhere/feed.xml",
        "/topics/feed.xml",
        "/kita/events/2026-11-01-one/feed.xml",
    ] {
        assert_eq!(notice(wrong), ["link-broken"], "{wrong}");
    }
    assert_eq!(
        Kind::with_id("calendar"),
        None,
        "a kind would have the calendar's address"
    );
}
