//! How far things have come on each day, and that a site changes on the days it says and on no other.

use kairan::model::date::Date;
use kairan::outputs::Fingerprint;

use crate::site::TestSite;

const LECTURE: &str = "content/wards/kita/lectures/2026-11-10-acp.md";
const PAGE: &str = "kita/lectures/2026-11-10-acp/index.html";

fn lecture(lines: &str) -> String {
    format!(
        "---\n題名: 見本の講演会\n{lines}\n会場: 見本会館\n対象: どなたでも\n費用: 無料\n申込方法: 電話でお申し込みください。\n---\n本文です。\n"
    )
}

const WHOLE: &str = "日時: 令和8年12月5日（土曜日）14時から15時30分まで\n申込: 必要\n申込開始: 令和8年11月16日（月曜日）9時\n申込締切: 令和8年11月30日（月曜日）17時";

fn on(mut site: TestSite, day: &str) -> TestSite {
    site.request.wish.today = Date::from_iso(day).expect("a day");
    site
}

/// What a lecture is called on a day, and what is hidden until its time comes.
fn label(lines: &str, day: &str) -> String {
    let site = TestSite::base().with(LECTURE, &lecture(lines));
    let page = on(site, day).build().main(PAGE);
    let label = page.split("k-stage__label\">").nth(1);
    let label = label.and_then(|rest| rest.split('<').next());
    label.unwrap_or_default().to_owned()
}

#[test]
fn a_lecture_goes_from_before_its_opening_to_its_end() {
    for (day, said) in [
        ("2026-11-15", "受付前"),
        ("2026-11-16", "受付中"),
        ("2026-11-26", "受付中"),
        ("2026-11-27", "まもなく締切"),
        ("2026-11-30", "まもなく締切"),
        ("2026-12-01", "締切"),
        ("2026-12-04", "締切"),
        ("2026-12-05", "開催中"),
        ("2026-12-06", "終了"),
    ] {
        assert_eq!(label(WHOLE, day), said, "{day}");
    }
}

/// Each sentence holds its day, so that it is not read wrongly on a page that is older than its reader thinks.
#[test]
fn what_a_page_says_of_its_stage_holds_the_day() {
    for (day, said) in [
        (
            "2026-11-15",
            "申込みは、令和8年11月16日（月曜日）9時からです。",
        ),
        (
            "2026-11-27",
            "申込みは、令和8年11月30日（月曜日）17時までです。",
        ),
        (
            "2026-12-01",
            "申込みは、令和8年11月30日（月曜日）17時で締め切りました。",
        ),
        ("2026-12-05", "開催日は、令和8年12月5日（土曜日）です。"),
        (
            "2026-12-06",
            "この講演会は、令和8年12月5日（土曜日）に終了しました。",
        ),
    ] {
        let site = TestSite::base().with(LECTURE, &lecture(WHOLE));
        let page = on(site, day).build().main(PAGE);
        let text = page.split("k-stage__text\">").nth(1);
        let text = text.and_then(|rest| rest.split('<').next());
        assert_eq!(text, Some(said), "{day}");
    }
}

#[test]
fn a_page_says_that_something_is_over_even_if_it_was_full() {
    let lines = format!("{WHOLE}\n状態: 満員");
    for (day, is_over) in [("2026-12-05", false), ("2026-12-06", true)] {
        let site = TestSite::base().with(LECTURE, &lecture(&lines));
        let page = on(site, day).build().main(PAGE);
        assert_eq!(page.contains("に終了しました。"), is_over, "{day}");
    }
}

#[test]
fn a_form_is_offered_only_while_it_takes_what_is_sent() {
    let form = "申込フォーム: https://forms.example.jp/mihon";
    let offers = |lines: &str, day: &str| {
        let site = TestSite::base().with(LECTURE, &lecture(&format!("{lines}\n{form}")));
        on(site, day)
            .build()
            .main(PAGE)
            .contains("申込フォームを開く")
    };
    for (day, offered) in [
        ("2026-11-15", false),
        ("2026-11-16", true),
        ("2026-11-30", true),
        ("2026-12-01", false),
        ("2026-12-05", false),
    ] {
        assert_eq!(offers(WHOLE, day), offered, "{day}");
    }
    assert!(!offers(&format!("{WHOLE}\n状態: 満員"), "2026-11-20"));
    assert!(offers(&format!("{WHOLE}\n状態: 延期"), "2026-11-20"));
}

#[test]
fn nothing_is_said_of_an_application_that_nobody_need_make_or_whose_days_are_unknown() {
    for lines in [
        "日時: 令和8年12月5日（土曜日）14時から\n申込: 不要",
        "日時: 令和8年12月5日（土曜日）14時から\n申込: 必要",
    ] {
        assert_eq!(label(lines, "2026-11-20"), "", "{lines}");
        assert_eq!(label(lines, "2026-12-05"), "開催中", "{lines}");
        assert_eq!(label(lines, "2026-12-06"), "終了", "{lines}");
    }
}

#[test]
fn between_two_of_its_days_something_is_not_going_on() {
    let lines = "日時:\n  - 令和8年12月5日（土曜日）14時から\n  - 令和8年12月12日（土曜日）から令和8年12月13日（日曜日）まで\n申込: 必要\n申込締切: 令和8年11月30日（月曜日）";
    for (day, said) in [
        ("2026-12-05", "開催中"),
        ("2026-12-06", "締切"),
        ("2026-12-12", "開催中"),
        ("2026-12-13", "開催中"),
        ("2026-12-14", "終了"),
    ] {
        assert_eq!(label(lines, day), said, "{day}");
    }
}

#[test]
fn what_the_manuscript_says_comes_first() {
    let said = |state: &str, day: &str| {
        let lines = format!("{WHOLE}\n状態: {state}\n状態の説明: 見本の説明です。");
        let site = TestSite::base().with(LECTURE, &lecture(&lines));
        let list = on(site, day).build().main("kita/lectures/index.html");
        let label = list.split("k-stage__label\">").nth(1).expect("a stage");
        label.split('<').next().unwrap_or_default().to_owned()
    };
    assert_eq!(said("中止", "2026-11-20"), "中止");
    assert_eq!(said("中止", "2026-12-06"), "中止");
    assert_eq!(said("延期", "2026-12-06"), "延期");
    assert_eq!(said("満員", "2026-11-20"), "満員");
    assert_eq!(said("満員", "2026-12-05"), "満員");
    assert_eq!(said("満員", "2026-12-06"), "終了");
}

#[test]
fn pages_know_the_steps_that_follow_to_the_minute() {
    let site = TestSite::base().with(LECTURE, &lecture(WHOLE));
    let page = on(site, "2026-11-15").build().main(PAGE);
    let steps = page
        .split("data-steps=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let expected = "2026-11-16T09:00+09:00 open 受付中|2026-11-27T00:00+09:00 closing-soon まもなく締切|2026-11-30T17:00+09:00 closed 締切|2026-12-05T00:00+09:00 running 開催中|2026-12-06T00:00+09:00 ended 終了";
    assert_eq!(steps, Some(expected));
}

/// Things of all sorts: with and without days to apply, over several days, on days that follow on each other, repeated, undecided,
/// cancelled, full, not yet published, leaving the lists.
fn varied() -> TestSite {
    let fields = "会場: 見本会館\n対象: どなたでも\n費用: 無料\n申込: 不要";
    let event =
        |lines: &str| format!("---\n題名: 見本の催し\n{lines}\n{fields}\n---\n本文です。\n");
    TestSite::base()
        .with("content/calendar/holidays.csv", "date,name\n2026-11-23,勤労感謝の日\n2026-12-23,見本の日\n")
        .with(LECTURE, &lecture(WHOLE))
        .with("content/wards/kita/events/2026-11-01-days.md", &event("日時: 令和8年12月18日（金曜日）から令和8年12月21日（月曜日）まで"))
        .with("content/wards/nishi/events/2026-11-01-weekly.md", &event("日時: 毎週水曜日 10時から12時まで（祝日を除く）"))
        .with("content/wards/nishi/events/2026-11-02-monthly.md", &event("日時: 毎月第2火曜日 10時から12時まで（令和9年3月31日まで）\n除外日: 令和8年12月8日（火曜日）"))
        .with("content/wards/nishi/events/2026-11-03-later.md", &event("日時: 未定"))
        .with("content/wards/nishi/events/2026-11-04-off.md", &event("日時: 令和8年12月24日 10時から12時まで\n状態: 中止\n状態の説明: 見本の説明です。"))
        .with("content/wards/nishi/events/2026-11-05-full.md", &event("日時:\n  - 令和8年12月14日 10時から12時まで\n  - 令和8年12月26日 10時から12時まで\n状態: 満員\n状態の説明: 見本の説明です。"))
        .with("content/wards/nishi/events/2026-11-06-row.md", &event("日時:\n  - 令和9年1月7日から令和9年1月10日まで\n  - 令和9年1月9日 10時から12時まで\n  - 令和9年1月11日 10時から12時まで"))
        .with("content/wards/kita/notices/2026-12-10-news.md", "---\n題名: 見本のお知らせ\n掲載終了: 令和8年12月28日\n---\n本文です。\n")
        .with("content/city/events/2026-11-01-city.md", &event("日時: 令和8年12月11日（金曜日）22時から令和8年12月12日（土曜日）6時まで"))
}

#[test]
fn a_site_changes_on_the_days_it_says_and_on_no_other() {
    let plan = |day: Date| {
        let site = on(varied(), &day.iso());
        let built = site.build();
        let plan = built
            .plan
            .unwrap_or_else(|| panic!("{}: {}", day.iso(), built.said));
        // The page for those who look after the site says on which day it was made.
        let jobs = plan
            .jobs
            .iter()
            .filter(|(path, _)| path.as_str() != "status/index.html");
        let prints: Vec<(String, Fingerprint)> = jobs
            .map(|(path, job)| (path.to_string(), job.fingerprint))
            .collect();
        (prints, plan.next.map(|next| next.day))
    };
    let mut day = Date::from_iso("2026-11-22").expect("a day");
    let (mut before, mut next) = plan(day);
    let last = Date::from_iso("2027-01-15").expect("a day");
    while day < last {
        day = day.next().expect("a later day");
        let (now, ahead) = plan(day);
        if next == Some(day) {
            assert_ne!(now, before, "nothing changed on {}", day.iso());
        } else {
            let changed = now.iter().zip(&before).find(|(now, before)| now != before);
            assert_eq!(
                changed.map(|(now, _)| &now.0),
                None,
                "changed on {}",
                day.iso()
            );
            assert_eq!(now.len(), before.len(), "{}", day.iso());
        }
        (before, next) = (now, ahead);
    }
}

const EVENT: &str = "content/wards/kita/events/2026-11-01-open.md";

/// The calendar file and the page of an event on a day.
fn event(schedule: &str, day: &str) -> (String, String) {
    let fields = "会場: 見本会館\n対象: どなたでも\n費用: 無料\n申込: 不要";
    let text = format!("---\n題名: 見本の相談会\n日時: {schedule}\n{fields}\n---\n本文です。\n");
    let built = on(TestSite::base().with(EVENT, &text), day).build();
    let file = |name: &str| built.file(&format!("kita/events/2026-11-01-open/{name}"));
    (file("event.ics"), file("index.html"))
}

#[test]
fn what_has_been_repeated_for_many_years_is_not_over() {
    let lasting = "平成24年4月1日から令和9年3月31日まで 毎月第2火曜日 10時から12時まで";
    let (_, page) = event(lasting, "2026-11-22");
    assert!(!page.contains(">終了<"), "over before its end");
    let (_, page) = event(lasting, "2026-12-08");
    assert!(page.contains(">開催中<"), "not going on on its day");
}

#[test]
fn calendars_end_where_pages_end() {
    let lasting = "令和8年12月1日から令和11年3月31日まで 毎月第2火曜日（祝日を除く）";
    let (file, _) = event(lasting, "2026-11-22");
    assert!(file.contains(";UNTIL=20290331\r\n"), "{file}");
    let slip = "令和8年12月1日から9999年12月31日まで 毎月第2火曜日";
    let (file, _) = event(slip, "2026-11-22");
    assert!(!file.contains("UNTIL=9999"), "{file}");
}

#[test]
fn the_last_day_of_all_ends_before_midnight() {
    let (file, _) = event("9999年12月31日 10時から24時まで", "2026-11-22");
    assert!(file.contains(":99991231T235959\r\n"), "{file}");
}

#[test]
fn the_end_of_the_list_of_holidays_changes_only_what_reaches_it() {
    let next = |schedule: &str| {
        let fields = "会場: 見本会館\n対象: どなたでも\n費用: 無料\n申込: 不要";
        let text =
            format!("---\n題名: 見本の相談会\n日時: {schedule}\n{fields}\n---\n本文です。\n");
        let site = TestSite::base()
            .with("content/calendar/holidays.csv", "2026-11-23,勤労感謝の日\n")
            .with(EVENT, &text);
        let plan = on(site, "2026-12-20").build().plan.expect("a plan");
        plan.next.map(|next| next.day.iso())
    };
    let over = "令和8年11月2日から令和8年12月14日まで 毎週月曜日（祝日を除く）";
    assert_eq!(next(over), None);
    let endless = "毎月第1金曜日（祝日を除く）";
    assert_eq!(next(endless).as_deref(), Some("2027-01-01"));
}
