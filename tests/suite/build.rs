//! From manuscripts to pages and files: what every kind looks like, and what a second build does.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use kairan::disk::write::{Written, write};
use kairan::model::kind::Kind;
use snapbox::{Data, assert_data_eq};

use crate::site::{TestSite, cases, files_below};

const LECTURE: &str = "content/wards/kita/lectures/2026-11-01-acp.md";

fn lecture(title: &str) -> String {
    format!(
        "---\n題名: {title}\n概要: 見本の講演会です。\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本会館\n対象: どなたでも\n費用: 無料\n申込: 不要\n分野: 人生会議（ACP）\n---\n本文です。\n"
    )
}

#[test]
fn every_kind_is_drawn_in_full_and_at_its_least() {
    for kind in Kind::all() {
        for size in ["full", "minimal"] {
            let folder = cases().join("kinds").join(kind.id);
            let text = fs::read_to_string(folder.join(format!("{size}.md")))
                .unwrap_or_else(|error| panic!("{}/{size}.md: {error}", kind.id));
            let (home, top) = match kind.scope {
                kairan::model::kind::Scope::CityOnly => ("city", String::new()),
                kairan::model::kind::Scope::Everywhere => ("wards/kita", "kita/".to_owned()),
            };
            let name = match kind.dating {
                kairan::model::kind::Dating::Dated => "2026-11-01-sample",
                kairan::model::kind::Dating::Undated => "sample",
                kairan::model::kind::Dating::FiscalYear => "2025",
            };
            let built = TestSite::base()
                .with(&format!("content/{home}/{}/{name}.md", kind.id), &text)
                .build();
            assert_eq!(
                built.codes,
                [] as [&str; 0],
                "{} {size}:\n{}",
                kind.id,
                built.said
            );
            let main = built.main(&format!("{top}{}/{name}/index.html", kind.id));
            assert_data_eq!(
                main,
                Data::read_from(&folder.join(format!("{size}.html")), None).raw()
            );
        }
    }
}

#[test]
fn a_document_appears_wherever_it_belongs() {
    let built = TestSite::base()
        .with(LECTURE, &lecture("見本の講演会"))
        .build();
    for page in [
        "index.html",
        "lectures/index.html",
        "kita/index.html",
        "kita/lectures/index.html",
        "topics/acp/index.html",
    ] {
        assert!(built.main(page).contains("見本の講演会"), "{page}");
    }
    assert!(!built.main("nishi/index.html").contains("見本の講演会"));
    let guide = built.main("nishi/guides/start/index.html");
    assert!(
        guide.contains("06-0000-0102"),
        "a guide of the city shows the ward's contact"
    );
}

#[test]
fn pages_follow_the_house_style_wherever_they_name_a_day_or_a_time() {
    let more = "開場: 13時30分\n申込開始: 令和8年11月2日（月曜日）9時\n申込締切: 令和8年11月30日（月曜日）12時\n更新日: 令和8年11月10日\n申込: 必要\n申込先: 見本区役所";
    let text = lecture("見本の講演会").replace("申込: 不要", more);
    let expired = "---\n題名: 見本のお知らせ\n掲載終了: 令和8年11月10日\n---\n本文です。\n";
    let built = TestSite::base()
        .with(LECTURE, &text)
        .with("content/wards/kita/notices/2026-10-01-gone.md", expired)
        .with(
            "content/wards/kita/notices/2026-11-01-news.md",
            "---\n題名: 別のお知らせ\n---\n本文です。\n",
        )
        .with_settings("style: {clock: 12, years: 西暦}\n")
        .build();
    assert_eq!(built.codes, [] as [&str; 0], "{}", built.said);
    let page = built.main("kita/lectures/2026-11-01-acp/index.html");
    for written in [
        "<time datetime=\"2026-12-05T14:00\">",
        "2026年12月5日（土曜日）",
        "午後2時から午後3時30分まで",
        "午後1時30分",
        "2026年11月2日（月曜日）午前9時から",
        "2026年11月30日（月曜日）正午まで",
        "<time datetime=\"2026-11-10\">2026年11月10日</time>",
    ] {
        assert!(page.contains(written), "{written}:\n{page}");
    }
    let list = built.main("kita/lectures/index.html");
    assert!(list.contains("午後2時から午後3時30分まで"), "{list}");
    let notices = built.main("kita/notices/index.html");
    assert!(notices.contains("2026年度（令和8年度）"), "{notices}");
    let is_of_the_site = |path: &str| path.ends_with(".html") && !path.starts_with("docs/");
    for path in built
        .paths()
        .into_iter()
        .filter(|path| is_of_the_site(path))
    {
        let page = built.main(path);
        let page = page.replace("（令和8年度）", "").replace("（令和8年）", "");
        let other = ["令和", "14時", "15時30分", "13時30分"];
        let found = other.iter().find(|other| page.contains(**other));
        assert_eq!(found, None, "{path}:\n{page}");
    }
}

#[test]
fn an_undecided_day_is_said_in_the_words_of_the_author() {
    let said = |schedule: &str| {
        let text = format!("---\n題名: 見本の会議\n日時: {schedule}\n---\n");
        let site = TestSite::base().with("content/wards/kita/meetings/2026-11-01-a.md", &text);
        site.build().main("kita/meetings/2026-11-01-a/index.html")
    };
    assert!(said("未定").contains("決まりしだい"));
    let explained = said("未定（令和9年1月ごろの予定）");
    assert!(explained.contains("令和9年1月ごろの予定") && !explained.contains("未定"));
}

#[test]
fn a_base_url_below_a_path_is_in_every_address() {
    let mut site = TestSite::base().with(LECTURE, &lecture("見本の講演会"));
    site.request.wish.base_url = kairan::model::settings::BaseUrl::new("https://example.jp/a/b/");
    let built = site.build();
    for path in built
        .paths()
        .into_iter()
        .filter(|path| path.ends_with(".html"))
    {
        let page = built.file(path);
        for part in ["href=\"/", "src=\"/"] {
            for (at, _) in page.match_indices(part) {
                let address = &page[at + part.len() - 1..];
                assert!(
                    address.starts_with("/a/b/"),
                    "{path}: {}",
                    address.chars().take(40).collect::<String>()
                );
            }
        }
    }
}

#[test]
fn what_is_dated_later_waits_and_what_has_expired_leaves_the_lists() {
    let later = "content/wards/kita/notices/2026-12-01-later.md";
    let gone = "content/wards/kita/notices/2026-10-01-gone.md";
    let mut site = TestSite::base()
        .with(later, "---\n題名: これから出すお知らせ\n---\n本文です。\n")
        .with(
            gone,
            "---\n題名: 終わったお知らせ\n掲載終了: 2026-11-01\n---\n本文です。\n",
        );
    let built = site.build();
    assert!(
        !built
            .paths()
            .contains(&"kita/notices/2026-12-01-later/index.html")
    );
    assert!(
        built
            .main("kita/notices/2026-10-01-gone/index.html")
            .contains("掲載")
    );
    assert!(
        !built
            .main("kita/notices/index.html")
            .contains("終わったお知らせ")
    );
    site.request.wish.unpublished = true;
    assert!(
        site.build()
            .paths()
            .contains(&"kita/notices/2026-12-01-later/index.html")
    );
}

#[test]
fn long_lists_are_paged_with_upcoming_ones_first() {
    let mut site = TestSite::base();
    for day in 1..=25 {
        let path = format!("content/wards/kita/notices/2026-10-{day:02}-news.md");
        site = site.with(
            &path,
            &format!("---\n題名: お知らせその{day}\n---\n本文です。\n"),
        );
    }
    let built = site.with(LECTURE, &lecture("これからの講演会")).build();
    assert!(
        built
            .main("kita/notices/index.html")
            .contains("お知らせその25<")
    );
    assert!(
        built
            .main("kita/notices/2/index.html")
            .contains("お知らせその1<")
    );
    assert!(!built.paths().contains(&"kita/notices/3/index.html"));
}

/// Builds a site into `out`.
fn publish(site: &TestSite, out: &Path) -> Written {
    let built = site.build();
    let plan = built
        .plan
        .as_ref()
        .unwrap_or_else(|| panic!("{}", built.said));
    write(plan, out, &|| {}).expect("the temporary folder can be written")
}

fn contents(folder: &Path) -> BTreeMap<String, String> {
    files_below(folder)
}

#[test]
fn a_second_build_writes_nothing_and_a_touched_document_only_what_shows_it() {
    let out = tempfile::tempdir().expect("a temporary folder");
    let site = TestSite::base().with(LECTURE, &lecture("見本の講演会"));
    let first = publish(&site, out.path());
    assert_eq!(first.unchanged, 0);
    let again = publish(&site, out.path());
    assert_eq!((again.written, again.removed), (0, 0));
    let before = contents(out.path());
    let body_only = site.clone().with(
        LECTURE,
        &lecture("見本の講演会").replace("本文です。", "新しい本文です。"),
    );
    let touched = publish(&body_only, out.path());
    assert_eq!(
        touched.written, 5,
        "one page, and the feeds that tell of it"
    );
    let changed: Vec<String> = contents(out.path())
        .into_iter()
        .filter(|(path, text)| before.get(path) != Some(text))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(
        changed,
        [
            ".kairan-manifest",
            "feed.xml",
            "kita/feed.xml",
            "kita/lectures/2026-11-01-acp/index.html",
            "kita/lectures/feed.xml",
            "lectures/feed.xml"
        ]
    );
}

#[test]
fn builds_do_not_depend_on_cores_or_on_an_earlier_build() {
    let site = TestSite::base().with(LECTURE, &lecture("見本の講演会"));
    let other = site.clone().with(LECTURE, &lecture("別の講演会"));
    let in_pool = |threads: usize, earlier: Option<&TestSite>| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .expect("a pool of threads");
        let out = tempfile::tempdir().expect("a temporary folder");
        pool.install(|| {
            if let Some(earlier) = earlier {
                publish(earlier, out.path());
            }
            publish(&site, out.path());
        });
        contents(out.path())
    };
    let one = in_pool(1, None);
    assert_eq!(one, in_pool(2, None));
    assert_eq!(one, in_pool(2, Some(&other)));
}

#[test]
fn only_files_of_an_earlier_build_are_removed() {
    let out = tempfile::tempdir().expect("a temporary folder");
    let site = TestSite::base();
    publish(
        &site.clone().with(LECTURE, &lecture("見本の講演会")),
        out.path(),
    );
    let own = out.path().join("kita/lectures/2026-11-01-acp/index.html");
    let foreign = out.path().join("kita/lectures/memo.txt");
    fs::write(&foreign, "区の人のメモ").expect("the temporary folder can be written");
    let written = publish(&site, out.path());
    assert_ne!(written.removed, 0);
    assert!(!own.exists() && !own.parent().expect("a folder").exists());
    assert!(foreign.exists());
}

#[test]
fn a_manuscript_that_changes_without_a_new_day_of_change_is_named_once() {
    let out = tempfile::tempdir().expect("a temporary folder");
    let site = |title| TestSite::base().with(LECTURE, &lecture(title));
    let unraised = |title| publish(&site(title), out.path()).unraised;
    assert!(unraised("見本の講演会").is_empty());
    assert_eq!(unraised("新しい講演会"), [LECTURE.into()]);
    assert!(unraised("新しい講演会").is_empty());
    let raised =
        lecture("もっと新しい講演会").replacen("---\n", "---\n更新日: 令和8年11月20日\n", 1);
    let written = publish(&TestSite::base().with(LECTURE, &raised), out.path());
    assert!(written.unraised.is_empty(), "{:?}", written.unraised);
}

#[test]
fn errors_publish_nothing_unless_the_rest_is_wanted() {
    let broken = "content/wards/nishi/lectures/2026-11-01-broken.md";
    let out = tempfile::tempdir().expect("a temporary folder");
    let mut site = TestSite::base()
        .with(LECTURE, &lecture("見本の講演会"))
        .with(broken, &lecture("直す前の講演会"));
    publish(&site, out.path());
    site = site
        .with(broken, "---\n題名: 直す前の講演会\n---\n")
        .with(LECTURE, &lecture("新しい講演会"));
    assert!(site.build().plan.is_none());
    site.request.keep_going = true;
    publish(&site, out.path());
    let pages = contents(out.path());
    assert!(pages["nishi/lectures/2026-11-01-broken/index.html"].contains("直す前の講演会"));
    assert!(pages["kita/lectures/2026-11-01-acp/index.html"].contains("新しい講演会"));
    assert!(!pages["nishi/lectures/index.html"].contains("直す前の講演会"));
}

#[test]
fn a_broken_ward_takes_no_other_down() {
    let mut site = TestSite::base()
        .with(LECTURE, &lecture("見本の講演会"))
        .with("content/wards/nishi/ward.yaml", "name: [西区\n");
    assert!(site.build().plan.is_none());
    site.request.keep_going = true;
    let built = site.build();
    assert!(
        built
            .main("kita/lectures/index.html")
            .contains("見本の講演会")
    );
    assert!(!built.paths().iter().any(|path| path.starts_with("nishi/")));
}

#[test]
fn a_link_to_a_file_says_what_kind_it_is_and_how_large() {
    let text = |link: &str| lecture("講演会の見本").replace("本文です。", link);
    let other = "content/wards/kita/lectures/2026-11-02-next.md";
    let built = TestSite::base()
        .with(
            LECTURE,
            &text("[ちらし](chirashi.pdf)と[入門](/guides/start/)"),
        )
        .with_file(&LECTURE.replace(".md", "/chirashi.pdf"), 557_000)
        .with(
            other,
            &text("[前回](/kita/lectures/2026-11-01-acp/chirashi.pdf)"),
        )
        .build();
    let own = built.main("kita/lectures/2026-11-01-acp/index.html");
    let file = "/kita/lectures/2026-11-01-acp/chirashi.pdf";
    assert!(own.contains(">ちらし（PDF、544KB）</a>と"), "{own}");
    assert!(own.contains(">入門</a>"), "{own}");
    let next = built.main("kita/lectures/2026-11-02-next/index.html");
    let link = format!("<a href=\"{file}\">前回（PDF、544KB）</a>");
    assert!(next.contains(&link), "{next}");
}
