//! What the head of a page says to programs: where it belongs, which feeds tell of it, and how it is shown elsewhere.

use kairan::model::kind::Kind;

use crate::site::{Built, TestSite};

const EVENT: &str = "---\n題名: 見本の講演会\n概要: 「見本」の講演会です。\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本会館\n対象: どなたでも\n費用: 無料\n申込: 不要\n状態: 中止\n状態の説明: 台風のため中止します。\n見本: はい\n---\n本文です。\n";

fn site() -> TestSite {
    TestSite::base().with("content/wards/kita/lectures/2026-11-01-acp.md", EVENT)
}

/// The lines of the head with `words`.
fn lines(built: &Built, path: &str, words: &str) -> Vec<String> {
    let page = built.file(path);
    let (head, _) = page.split_once("</head>").expect("a page has a head");
    let found = head.lines().filter(|line| line.contains(words));
    found.map(str::to_owned).collect()
}

#[test]
fn a_page_passed_on_says_what_it_is_and_whether_it_takes_place() {
    let built = site().with_settings("sample: true\n").build();
    assert_eq!(
        lines(&built, "kita/lectures/2026-11-01-acp/index.html", "\"og:").join("\n"),
        "<meta property=\"og:title\" content=\"【中止】【見本】見本の講演会\">\n\
         <meta property=\"og:type\" content=\"article\">\n\
         <meta property=\"og:url\" content=\"https://kairan.example.jp/kita/lectures/2026-11-01-acp/\">\n\
         <meta property=\"og:site_name\" content=\"【見本】見本市の在宅医療\">\n\
         <meta property=\"og:description\" content=\"「見本」の講演会です。\">\n\
         <meta property=\"og:locale\" content=\"ja_JP\">"
    );
    let list = lines(&built, "kita/lectures/index.html", "og:t").join("\n");
    assert_eq!(
        list,
        "<meta property=\"og:title\" content=\"北区の講演会\">\n<meta property=\"og:type\" content=\"website\">"
    );
}

#[test]
fn a_copy_in_a_ward_leads_to_the_citys_page_and_a_further_page_to_itself() {
    let mut site = site();
    for day in 1..=25 {
        let path = format!("content/wards/kita/notices/2026-10-{day:02}-a.md");
        site = site.with(&path, "---\n題名: 見本のお知らせ\n---\n本文です。\n");
    }
    let built = site.build();
    for (path, canonical) in [
        ("nishi/guides/start/index.html", "guides/start/"),
        ("kita/notices/index.html", "kita/notices/"),
        ("kita/notices/2/index.html", "kita/notices/2/"),
    ] {
        let link =
            format!("<link rel=\"canonical\" href=\"https://kairan.example.jp/{canonical}\">");
        assert_eq!(lines(&built, path, "canonical"), [link]);
    }
}

#[test]
fn a_page_names_the_feed_of_its_place_and_of_its_kind() {
    let built = site().build();
    let feeds = |path: &str| lines(&built, path, "application/atom+xml");
    assert_eq!(
        feeds("kita/lectures/index.html"),
        [
            "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"北区の講演会（見本市の在宅医療）\" href=\"/kita/lectures/feed.xml\">",
            "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"北区（見本市の在宅医療）\" href=\"/kita/feed.xml\">",
        ]
    );
    let pages = built.paths().into_iter();
    for path in pages.filter(|path| path.ends_with(".html")) {
        let named = feeds(path);
        for line in &named {
            let (_, href) = line.split_once("href=\"/").expect("a feed has an address");
            let href = href.trim_end_matches("\">");
            assert!(built.paths().contains(&href), "{path}: {href}");
        }
        let is_of_a_kind = Kind::ids().any(|id| path.split('/').any(|part| part == id));
        assert_eq!(named.len(), 1 + usize::from(is_of_a_kind), "{path}");
    }
}

#[test]
fn the_foot_of_a_page_leads_to_the_feed_of_its_place() {
    let built = site().build();
    for (path, link) in [
        (
            "index.html",
            "href=\"/feed.xml\" type=\"application/atom+xml\">見本市の更新のお知らせ（フィード）",
        ),
        (
            "kita/guides/start/index.html",
            "href=\"/kita/feed.xml\" type=\"application/atom+xml\">北区の更新のお知らせ（フィード）",
        ),
    ] {
        assert!(built.file(path).contains(link), "{path}");
    }
}
