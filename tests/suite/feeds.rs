//! Feeds as a reader's program sees them: what is told of, where it leads, and when it changes.

use std::collections::BTreeMap;

use atom_syndication::{Entry, Feed};
use kairan::model::date::Date;
use kairan::model::settings::BaseUrl;

use crate::site::{Built, TestSite};

const LECTURE: &str = "content/wards/kita/lectures/2026-11-01-acp.md";
const NEWS: &str = "content/wards/kita/notices/2026-11-05-news.md";

const LECTURE_ID: &str = "tag:kairan.example.jp,2026:/kita/lectures/2026-11-01-acp/";

fn lecture(title: &str, more: &str) -> String {
    format!(
        "---\n題名: {title}\n概要: 見本の講演会です。\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本会館\n対象: どなたでも\n費用: 無料\n申込: 不要\n分野: 人生会議（ACP）\n{more}---\n本文です。\n"
    )
}

fn notice(more: &str, body: &str) -> String {
    format!("---\n題名: 見本のお知らせ\n{more}---\n{body}\n")
}

fn site() -> TestSite {
    TestSite::base()
        .with(LECTURE, &lecture("見本の講演会", ""))
        .with(NEWS, &notice("", "本文です。"))
}

fn on(mut site: TestSite, day: &str) -> Built {
    site.request.wish.today = Date::from_iso(day).expect("a day");
    site.build()
}

fn feed(built: &Built, path: &str) -> Feed {
    let text = built.file(path);
    Feed::read_from(text.as_bytes()).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"))
}

/// Every feed of a site, by path.
fn feeds(built: &Built) -> BTreeMap<&str, Feed> {
    let paths = built.paths().into_iter();
    let feeds = paths.filter(|path| path.ends_with("feed.xml"));
    feeds.map(|path| (path, feed(built, path))).collect()
}

fn ids(feed: &Feed) -> Vec<&str> {
    feed.entries.iter().map(|entry| entry.id.as_str()).collect()
}

fn titles(feed: &Feed) -> Vec<&str> {
    feed.entries
        .iter()
        .map(|entry| entry.title.as_str())
        .collect()
}

fn entry<'a>(feed: &'a Feed, id: &str) -> &'a Entry {
    let found = feed.entries.iter().find(|entry| entry.id == id);
    found.unwrap_or_else(|| panic!("{id} is not among {:?}", ids(feed)))
}

fn html(entry: &Entry) -> &str {
    let content = entry.content.as_ref().expect("an entry has its text");
    content.value.as_deref().unwrap_or_default()
}

#[test]
fn a_document_is_told_of_in_the_city_in_its_ward_and_in_its_kind() {
    let built = site().build();
    for path in [
        "feed.xml",
        "kita/feed.xml",
        "lectures/feed.xml",
        "kita/lectures/feed.xml",
    ] {
        entry(&feed(&built, path), LECTURE_ID);
    }
    for path in [
        "nishi/feed.xml",
        "nishi/lectures/feed.xml",
        "kita/notices/feed.xml",
    ] {
        assert!(!ids(&feed(&built, path)).contains(&LECTURE_ID), "{path}");
    }
    let several = titles(&feed(&built, "feed.xml")).join(" ");
    assert!(several.contains("見本の講演会（北区）"), "{several}");
    assert_eq!(
        titles(&feed(&built, "kita/lectures/feed.xml")),
        ["見本の講演会"]
    );
}

#[test]
fn a_feed_reader_is_told_when_and_where_first() {
    let built = site().build();
    let feed = feed(&built, "kita/lectures/feed.xml");
    let entry = entry(&feed, LECTURE_ID);
    let text = html(entry);
    let when = "<dt>日時</dt>\n<dd>令和8年12月5日（土曜日）14時から15時30分まで</dd>";
    assert!(text.starts_with("<dl>\n") && text.contains(when), "{text}");
    assert!(text.contains("<dd>見本会館</dd>") && text.contains("本文です。"));
    assert_eq!(
        entry.summary.as_ref().map(|summary| summary.as_str()),
        Some("見本の講演会です。")
    );
    assert_eq!(entry.authors[0].name, "北区役所");
    let labels: Vec<&str> = entry
        .categories
        .iter()
        .map(|category| category.label.as_deref().unwrap_or_default())
        .collect();
    assert_eq!(labels, ["講演会", "北区", "人生会議（ACP）"]);
}

#[test]
fn ids_outlive_the_address_of_the_site() {
    let here = site().build();
    let mut moved = site();
    moved.request.wish.base_url = BaseUrl::new("https://other.example/sub/");
    let there = moved.build();
    let (here, there) = (feeds(&here), feeds(&there));
    assert_eq!(
        here.keys().collect::<Vec<_>>(),
        there.keys().collect::<Vec<_>>()
    );
    for (path, feed) in &here {
        let moved = &there[path];
        assert_eq!(feed.id, moved.id);
        assert_eq!(ids(feed), ids(moved));
        let links = moved.entries.iter().flat_map(|entry| &entry.links);
        for link in links.chain(&moved.links) {
            assert!(link.href.starts_with("https://other.example/sub/"));
        }
    }
}

#[test]
fn a_city_document_keeps_its_id_in_a_ward_and_leads_to_the_wards_page() {
    let built = site().build();
    let id = "tag:kairan.example.jp,2026:/guides/start/";
    let links = |path: &str| {
        let feed = feed(&built, path);
        let entry = entry(&feed, id);
        assert_eq!(entry.authors[0].name, "見本市健康局");
        (entry.links[0].href.clone(), html(entry).to_owned())
    };
    let (city, _) = links("feed.xml");
    assert_eq!(city, "https://kairan.example.jp/guides/start/");
    let (ward, text) = links("nishi/feed.xml");
    assert_eq!(ward, "https://kairan.example.jp/nishi/guides/start/");
    assert!(text.contains("06-0000-0102"), "{text}");
}

#[test]
fn a_raised_day_changes_the_day_of_one_entry_and_of_its_feeds() {
    let other = "content/wards/kita/lectures/2026-11-02-other.md";
    let site = site().with(other, &lecture("別の講演会", ""));
    let before = site.build();
    let raised = lecture("見本の講演会", "更新日: 令和8年11月20日\n");
    let after = site.with(LECTURE, &raised).build();
    for (path, old) in feeds(&before) {
        let new = feed(&after, path);
        if !ids(&old).contains(&LECTURE_ID) {
            assert_eq!(before.file(path), after.file(path));
            continue;
        }
        assert_eq!(new.updated.to_rfc3339(), "2026-11-20T00:00:00+09:00");
        assert_eq!(new.entries[0].id, LECTURE_ID, "the newest stands first");
        for entry_before in &old.entries {
            let mut entry_after = entry(&new, &entry_before.id).clone();
            if entry_after.id == LECTURE_ID {
                assert_ne!(entry_after.updated, entry_before.updated);
                entry_after.updated = entry_before.updated;
            }
            assert_eq!(&entry_after, entry_before, "{path}");
        }
    }
}

#[test]
fn days_are_those_of_the_manuscript() {
    let guide = "content/wards/kita/guides/a.md";
    let site = site().with(
        guide,
        "---\n題名: 見本の読みもの\n確認日: 令和8年10月20日\n---\n本文です。\n",
    );
    let feed = feed(&site.build(), "kita/feed.xml");
    let days = |id: &str| {
        let entry = entry(&feed, id);
        let published = entry.published.map(|day| day.to_rfc3339());
        (published, entry.updated.to_rfc3339())
    };
    let first = "2026-11-01T00:00:00+09:00";
    assert_eq!(days(LECTURE_ID), (Some(first.to_owned()), first.to_owned()));
    assert_eq!(
        days("tag:kairan.example.jp,2026:/kita/guides/a/"),
        (None, "2026-10-20T00:00:00+09:00".to_owned())
    );
}

#[test]
fn nothing_changes_on_another_day_until_a_document_comes_or_goes() {
    let site = site().with(
        "content/wards/nishi/notices/2026-11-01-a.md",
        &notice("掲載終了: 令和8年12月31日\n", "本文です。"),
    );
    let prints = |built: &Built| {
        let plan = built.plan.as_ref().expect("the site is planned");
        let feeds = plan.jobs.iter();
        let feeds = feeds.filter(|(path, _)| path.as_str().ends_with("feed.xml"));
        let print = |(path, job): (&kairan::model::address::OutputPath, &kairan::outputs::Job)| {
            (path.to_string(), job.fingerprint, built.file(path.as_str()))
        };
        feeds.map(print).collect::<Vec<_>>()
    };
    let today = prints(&on(site.clone(), "2026-11-22"));
    // The lecture is over by then.
    assert_eq!(today, prints(&on(site.clone(), "2026-12-31")));
    let later = prints(&on(site, "2027-01-01"));
    let changed = today.iter().zip(&later).filter(|(a, b)| a != b);
    let changed: Vec<&str> = changed.map(|(feed, _)| feed.0.as_str()).collect();
    assert_eq!(
        changed,
        [
            "feed.xml",
            "nishi/feed.xml",
            "nishi/notices/feed.xml",
            "notices/feed.xml"
        ]
    );
}

#[test]
fn what_has_left_the_lists_or_is_not_yet_public_is_not_told_of() {
    let gone = notice("掲載終了: 令和8年11月10日\n", "本文です。");
    let built = TestSite::base()
        .with("content/wards/kita/notices/2026-10-01-gone.md", &gone)
        .with(
            "content/wards/kita/notices/2026-12-01-coming.md",
            &notice("", "本文です。"),
        )
        .build();
    let feed = feed(&built, "kita/notices/feed.xml");
    assert_eq!(ids(&feed), [] as [&str; 0]);
    assert_eq!(feed.updated.to_rfc3339(), "2026-01-01T00:00:00+09:00");
}

#[test]
fn cancelled_and_invented_events_say_so_in_their_titles() {
    let more = "状態: 中止\n状態の説明: 台風のため中止します。\n見本: はい\n";
    let built = site().with(LECTURE, &lecture("見本の講演会", more)).build();
    let feed = feed(&built, "kita/lectures/feed.xml");
    let entry = entry(&feed, LECTURE_ID);
    assert_eq!(entry.title.as_str(), "【中止】【見本】見本の講演会");
    let text = html(entry);
    assert!(
        text.starts_with(
            "<p>この講演会は中止になりました。</p>\n<p>台風のため中止します。</p>\n<p>これは見本です。"
        ),
        "{text}"
    );
}

#[test]
fn hostile_words_stay_words() {
    let title = "]]></title><script>alert(1)</script>&amp; \"'";
    let more = format!("概要: '{}'\n", title.replace('\'', "''"));
    let text = lecture(&format!("'{}'", title.replace('\'', "''")), "");
    let text = text.replace("概要: 見本の講演会です。\n", &more);
    let body = "\n`]]></content>` と <u>下線</u>\n";
    let built = site().with(LECTURE, &format!("{text}{body}")).build();
    let raw = built.file("kita/lectures/feed.xml");
    assert!(!raw.contains("]]>") && !raw.contains("<script"), "{raw}");
    let feed = feed(&built, "kita/lectures/feed.xml");
    let entry = entry(&feed, LECTURE_ID);
    assert_eq!(entry.title.as_str(), title);
    assert!(!html(entry).contains("<script"), "{}", html(entry));
}

#[test]
fn control_characters_never_reach_a_feed() {
    // Written in a way that the check of manuscripts does not see.
    let text = lecture("\"見本の\\x0b講演会\\x1b\"", "") + "文字\u{fffe}\n";
    let built = site().with(LECTURE, &text).build();
    let page = built.file("kita/lectures/2026-11-01-acp/index.html");
    assert!(page.contains(['\u{b}', '\u{fffe}']), "{page}");
    for path in feeds(&built).keys() {
        let raw = built.file(path);
        let is_wrong = |sign: char| sign < ' ' && sign != '\n' || sign == '\u{fffe}';
        assert!(!raw.contains(is_wrong), "{path}: {raw:?}");
    }
    let feed = feed(&built, "kita/lectures/feed.xml");
    assert_eq!(titles(&feed), ["見本の講演会"]);
}

#[test]
fn every_address_in_a_feed_is_whole() {
    let body = "[上へ](#a)、[読みもの](/guides/start/#learn)、[様式](youshiki.csv)、[外](https://example.jp/?a&b)、電話[^1]\n\n![図の説明です](zu.png)\n\n## 見出し {#a}\n\n[^1]: 注の文です。\n";
    let folder = NEWS.trim_end_matches(".md");
    let built = site()
        .with(NEWS, &notice("添付: youshiki.csv：様式\n", body))
        .with_file(&format!("{folder}/youshiki.csv"), 2048)
        .with_file(&format!("{folder}/zu.png"), 10)
        .build();
    let feed = feed(&built, "kita/notices/feed.xml");
    let entry = &feed.entries[0];
    let page = "https://kairan.example.jp/kita/notices/2026-11-05-news/";
    let mut found = Vec::new();
    let mut rest = html(entry);
    while let Some((at, attribute)) = ["href=\"", "src=\""]
        .iter()
        .filter_map(|attribute| Some((rest.find(attribute)?, attribute)))
        .min()
    {
        rest = &rest[at + attribute.len()..];
        let (address, after) = rest.split_once('"').expect("an attribute ends");
        found.push(address.replace(page, "PAGE/"));
        rest = after;
    }
    assert_eq!(
        found,
        [
            "PAGE/#a",
            "https://kairan.example.jp/kita/guides/start/#learn",
            "PAGE/youshiki.csv",
            "https://example.jp/?a&amp;b",
            "PAGE/#fn-1",
            "PAGE/zu.png",
            "PAGE/#fnref-1",
            "PAGE/youshiki.csv",
            "tel:0600000101",
        ]
    );
    let files = entry.links.iter().filter(|link| link.rel == "enclosure");
    let files: Vec<_> = files
        .map(|file| {
            (
                file.href.replace(page, "PAGE/"),
                file.mime_type.as_deref(),
                file.length.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        files,
        [(
            "PAGE/youshiki.csv".to_owned(),
            Some("text/csv"),
            Some("2048")
        )]
    );
}

#[test]
fn long_lists_are_cut_where_nobody_misses_anything() {
    let mut site = TestSite::base();
    for day in 1..=30 {
        for kind in ["notices", "flyers"] {
            let path = format!("content/wards/kita/{kind}/2026-10-{day:02}-a.md");
            site = site.with(&path, &notice("", "本文です。"));
        }
    }
    let built = site.build();
    let count = |path: &str| feed(&built, path).entries.len();
    assert_eq!(count("kita/feed.xml"), 50);
    assert_eq!(count("kita/notices/feed.xml"), 20);
    assert_eq!(count("notices/feed.xml"), 30);
    let first = feed(&built, "kita/notices/feed.xml");
    assert!(first.entries[0].id.ends_with("/2026-10-30-a/"));
}
