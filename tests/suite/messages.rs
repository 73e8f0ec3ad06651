//! Texts to send on: what they say, in which order, and that they are never too long.

use proptest::prelude::{Strategy, any, prop};
use proptest::test_runner::{Config, TestRunner};
use snapbox::{Data, assert_data_eq};

use crate::site::{TestSite, cases};

const MESSAGE: usize = 500;
const BULLETIN: usize = 200;

/// Both texts about a manuscript of ward 北区, without their marks of byte order.
fn texts(kind: &str, manuscript: &str) -> (String, String) {
    let path = format!("content/wards/kita/{kind}/2026-11-01-acp.md");
    let built = TestSite::base().with(&path, manuscript).build();
    let text = |name: &str| {
        let text = built.file(&format!("kita/{kind}/2026-11-01-acp/{name}"));
        text.strip_prefix('\u{feff}')
            .expect("a byte order mark")
            .to_owned()
    };
    (text("message.txt"), text("koho.txt"))
}

fn lecture(lines: &str) -> (String, String) {
    texts("lectures", &format!("---\n{lines}---\n本文です。\n"))
}

const PLACE: &str = "会場: 見本会館 2階 大会議室\n住所: 大阪市見本区見本1丁目1番1号\n";
const TERMS: &str = "対象: 区内にお住まいの方\n定員: 50人（先着順）\n費用: 無料\n";
const APPLY: &str =
    "申込: 必要\n申込方法:\n  - 電話\n  - メール\n申込締切: 令和8年11月30日（月曜日）17時\n";
const ONCE: &str = "日時: 令和8年12月5日（土曜日）14時から15時30分まで\n";
const TITLE: &str = "題名: 講演会「人生会議をはじめてみませんか」\n概要: 医師がやさしくお話しします。初めての方もどうぞ。\n";

/// What stands in the front matter, by the name of the case.
#[rustfmt::skip]
const CASES: &[(&str, &[&str])] = &[
    ("usual", &[TITLE, ONCE, PLACE, TERMS, APPLY]),
    ("free-for-all", &[TITLE, "日時: 令和8年12月5日（土曜日）\n", "会場: 見本会館\n対象: どなたでも\n費用: 無料\n申込: 不要\n"]),
    ("paid", &[TITLE, ONCE, PLACE, "対象: どなたでも\n定員: 30人（抽選）\n費用: 500円（資料代）\n申込: 必要\n申込フォーム: https://example.jp/form\n申込開始: 令和8年11月2日（月曜日）9時\n申込締切: 令和8年11月30日（月曜日）\n"]),
    ("sessions", &[TITLE, "日時:\n  - 第1回 令和8年12月5日（土曜日）14時から15時30分まで（会場とオンライン）\n  - 第2回 令和9年1月16日（土曜日）14時から15時30分まで（オンラインのみ）\n  - 第3回 未定\n", PLACE, "オンライン: Zoom（申込みのあと、参加用のアドレスをお知らせします）\n", TERMS, APPLY]),
    ("repeated", &["題名: 在宅医療の相談会\n日時: 毎月第2・第4火曜日 14時から15時まで（令和8年11月10日から令和9年3月31日まで。祝日を除く）\n除外日: 令和8年12月22日（火曜日）\n", PLACE, "対象: どなたでも\n費用: 無料\n申込: 不要\n"]),
    ("undecided", &[TITLE, "日時: 未定（令和9年1月ごろの予定）\n", PLACE, TERMS, "申込: 必要\n"]),
    ("cancelled", &[TITLE, "状態: 中止\n状態の説明: 台風のため中止します。\n", ONCE, PLACE, TERMS, APPLY, "見本: はい\n"]),
    ("postponed", &[TITLE, "状態: 延期\n状態の説明: 台風のため延期します。新しい日程は決まりしだいお知らせします。\n", ONCE, PLACE, TERMS, APPLY]),
    ("full", &[TITLE, "状態: 満員\n", ONCE, PLACE, TERMS, APPLY]),
    ("online", &[TITLE, "日時: 令和8年12月31日（木曜日）22時から令和9年1月1日（金曜日）0時30分まで\nオンライン: Zoom\n", TERMS, APPLY, "問い合わせ先: 見本の担当\nメール: mihon@example.jp\n"]),
    ("everything", &[TITLE, ONCE, "開場: 13時30分\n", PLACE, "交通: 見本駅から南へ歩いて5分\nオンライン: あり\n", TERMS, APPLY, "申込先: 見本の受付\n講師:\n  - 見本 太郎（見本病院 医師）\n持ち物: 筆記用具\n配慮:\n  - 手話通訳\n  - 車いす席\n主催: 見本区役所\n共催: 見本区医師会\n後援: 見本区社会福祉協議会\n"]),
];

#[test]
fn a_text_says_what_one_must_know_and_nothing_twice() {
    for (name, lines) in CASES {
        let (message, bulletin) = lecture(&lines.concat());
        let text = format!("{}\n----\n{bulletin}\n", message.replace("\r\n", "\n"));
        let expected = cases().join("messages").join(format!("{name}.txt"));
        assert_data_eq!(text, Data::read_from(&expected, None).raw());
    }
}

#[test]
fn a_day_of_another_year_is_written_with_its_year() {
    let (_, bulletin) = lecture(&format!(
        "{TITLE}日時: 令和9年11月6日（土曜日）14時から15時まで\n{PLACE}対象: どなたでも\n費用: 無料\n申込: 不要\n"
    ));
    assert!(
        bulletin.contains("令和9年11月6日（土）14時〜15時"),
        "{bulletin}"
    );
}

#[test]
fn only_what_takes_place_has_texts_and_only_in_its_own_place() {
    let built = TestSite::base()
        .with(
            "content/city/lectures/2026-11-01-acp.md",
            &format!("---\n{TITLE}{ONCE}{PLACE}{TERMS}申込: 不要\n---\n"),
        )
        .with(
            "content/wards/kita/notices/2026-11-01-news.md",
            "---\n題名: お知らせ\n---\n本文です。\n",
        )
        .build();
    let texts: Vec<&str> = built
        .paths()
        .into_iter()
        .filter(|path| path.ends_with("message.txt") || path.ends_with("koho.txt"))
        .collect();
    assert_eq!(
        texts,
        [
            "lectures/2026-11-01-acp/koho.txt",
            "lectures/2026-11-01-acp/message.txt"
        ]
    );
}

#[test]
fn the_day_of_the_build_changes_nothing() {
    let on = |today: &str| {
        let mut site = TestSite::base().with(
            "content/wards/kita/lectures/2026-11-01-acp.md",
            &format!("---\n{TITLE}日時: 毎週水曜日 14時から（令和8年11月4日から令和8年12月23日まで）\n{PLACE}{TERMS}{APPLY}---\n"),
        );
        site.request.wish.today = kairan::model::date::Date::from_iso(today).expect("a day");
        let built = site.build();
        ["message.txt", "koho.txt"]
            .map(|name| built.file(&format!("kita/lectures/2026-11-01-acp/{name}")))
    };
    assert_eq!(on("2026-11-01"), on("2026-11-29"));
    assert_eq!(on("2026-11-01"), on("2027-06-01"));
}

#[test]
fn a_title_that_leaves_no_room_does_not_hide_that_something_is_called_off() {
    let title = "長い題名".repeat(130);
    let (message, bulletin) = lecture(&format!(
        "題名: {title}\n状態: 中止\n{ONCE}{PLACE}{TERMS}申込: 不要\n"
    ));
    let url = "kairan.example.jp/kita/lectures/2026-11-01-acp/";
    assert_eq!(message, format!("【中止】https://{url}"));
    assert_eq!(bulletin, format!("【中止】{url}"));
}

#[test]
fn when_there_is_no_room_the_title_and_the_address_are_left() {
    let title = "長い題名".repeat(41);
    let (message, bulletin) = lecture(&format!("題名: {title}\n{ONCE}{PLACE}{TERMS}申込: 不要\n"));
    assert!(
        message.contains(&title) && message.contains("日時：令和8年12月5日"),
        "{message}"
    );
    let url = "kairan.example.jp/kita/lectures/2026-11-01-acp/";
    assert_eq!(bulletin, url, "neither the title nor a fact is cut");
    let title = "長い題名".repeat(30);
    let (_, bulletin) = lecture(&format!("題名: {title}\n{ONCE}{PLACE}{TERMS}申込: 不要\n"));
    assert_eq!(bulletin, format!("◆{title}◆ {url}"));
}

/// Front matter of any length, with every field that a text may have.
fn manuscripts() -> impl Strategy<Value = String> {
    let words = || "[あ-ん漢字。]{1,90}[あ-ん]";
    let states = prop::sample::select(vec!["", "状態: 中止\n", "状態: 延期\n", "状態: 満員\n"]);
    let fields = (words(), words(), words(), words(), words(), words());
    (states, fields, 1..40_usize, any::<bool>()).prop_map(|(state, fields, sessions, online)| {
        let (title, summary, venue, audience, by, speaker) = fields;
        let days: String = (1..=sessions)
            .map(|day| format!("  - 第{day}回 2027-01-{:02} 14:00-15:30（{by}）\n", day.min(31)))
            .collect();
        let online = if online { "オンライン: あり\n" } else { "" };
        format!(
            "---\n題名: {title}\n概要: {summary}\n{state}日時:\n{days}会場: {venue}\n住所: {venue}\n{online}対象: {audience}\n定員: 50人（先着順）\n費用: 無料\n申込: 必要\n申込方法: {by}\n申込締切: 2026-12-01 17:00\n講師: {speaker}\n持ち物: {speaker}\n主催: {speaker}\n見本: はい\n---\n本文です。\n"
        )
    })
}

#[test]
fn no_text_is_too_long_and_none_hides_where_to_read_on() {
    let site = TestSite::base();
    let config = Config {
        failure_persistence: None,
        ..Config::with_cases(12)
    };
    let many = prop::collection::vec(manuscripts(), 20);
    let outcome = TestRunner::new(config).run(&many, |manuscripts| {
        let name = |number: usize| format!("2026-11-01-a{number}");
        let site = manuscripts
            .iter()
            .enumerate()
            .fold(site.clone(), |site, (number, text)| {
                site.with(
                    &format!("content/wards/kita/lectures/{}.md", name(number)),
                    text,
                )
            });
        let mut site = site;
        site.request.keep_going = true;
        let built = site.build();
        for (number, manuscript) in manuscripts.iter().enumerate() {
            let page = format!("kita/lectures/{}/", name(number));
            if !built
                .paths()
                .contains(&format!("{page}message.txt").as_str())
            {
                panic!("{}", built.said);
            }
            let message = built.file(&format!("{page}message.txt"));
            let bulletin = built.file(&format!("{page}koho.txt"));
            assert!(message.chars().count() <= MESSAGE, "{message}");
            assert!(bulletin.chars().count() <= BULLETIN, "{bulletin}");
            let url = format!("kairan.example.jp/{page}");
            assert!(message.ends_with(&format!("https://{url}")), "{message}");
            assert!(bulletin.ends_with(&url), "{bulletin}");
            let title = manuscript
                .lines()
                .nth(1)
                .and_then(|line| line.strip_prefix("題名: "));
            let title = title
                .expect("a manuscript begins with its title")
                .trim_end_matches('。');
            assert!(
                message.contains(title) && bulletin.contains(title),
                "{message}\n{bulletin}"
            );
            assert!(
                message.contains("【見本】") && bulletin.contains("【見本】"),
                "a sample says so"
            );
        }
        Ok(())
    });
    outcome.expect("texts are short and say where to read on");
}

#[test]
fn a_page_for_those_who_send_them_leads_to_the_texts_of_what_is_ahead() {
    let on = |name: &str, day: &str| {
        let path = format!("content/wards/kita/lectures/{name}.md");
        let text = format!(
            "---\n題名: {name}の講演会\n日時: {day}\n{PLACE}{TERMS}申込: 不要\n---\n本文です。\n"
        );
        (path, text)
    };
    let site = [
        on("2026-11-02-later", "令和8年12月12日（土曜日）"),
        on("2026-11-01-sooner", "令和8年12月5日（土曜日）"),
        on("2026-09-01-over", "令和8年10月3日（土曜日）"),
        on("2026-11-03-open", "未定"),
    ];
    let site = site
        .iter()
        .fold(TestSite::base(), |site, (path, text)| site.with(path, text));
    let built = site.build();
    let page = built.main("docs/messages/index.html");
    let at = |name: &str| page.find(&format!("/kita/lectures/{name}/message.txt"));
    let order = ["2026-11-01-sooner", "2026-11-02-later", "2026-11-03-open"].map(at);
    assert!(
        order.is_sorted() && order.iter().all(Option::is_some),
        "{page}"
    );
    assert_eq!(at("2026-09-01-over"), None, "what is over is not announced");
    let links = page
        .split("href=\"/")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    for text in links.filter(|link| link.ends_with(".txt")) {
        assert!(built.paths().contains(&text), "{text}");
    }
    let nothing = TestSite::base().build().main("docs/messages/index.html");
    assert!(nothing.contains("いまありません"), "{nothing}");
}
