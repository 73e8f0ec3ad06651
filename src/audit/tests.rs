//! What the looks see in pages with faults and in pages without, and what the report says of it.

use super::criteria::CRITERIA;
use super::looks::{Seen, look};
use super::page::Page;

const GOOD: &str = "<!doctype html><html lang=\"ja\"><head><meta charset=\"utf-8\"><title>よい</title></head><body>\
<a href=\"#main\">本文へ進む</a><nav aria-label=\"案内\"><a href=\"/sitemap/\">サイトマップ</a></nav>\
<main id=\"main\"><h1>よい</h1><h2>表</h2><table><tr><th scope=\"col\">日</th></tr><tr><td>1日</td></tr></table>\
<img src=\"a.png\" alt=\"受付の様子\"><label>区 <input type=\"checkbox\"></label></main></body></html>";

fn page(address: &str, html: &str) -> Page {
    Page::new(format!("https://example.jp{address}"), html)
}

fn seen(number: &str, pages: &[Page]) -> Seen {
    let criterion = CRITERIA.iter().find(|criterion| criterion.number == number);
    look(&criterion.expect("it is in the table").look, pages)
}

/// The problems of one page that is `GOOD` with something replaced.
fn problems(number: &str, from: &str, to: &str) -> Vec<String> {
    assert!(GOOD.contains(from), "{from}");
    match seen(number, &[page("/", &GOOD.replacen(from, to, 1))]) {
        Seen::Problems { problems, .. } => problems.into_iter().map(|one| one.words).collect(),
        Seen::Nothing { .. }
        | Seen::NotApplicable { .. }
        | Seen::Present { .. }
        | Seen::LeftToPeople(_) => Vec::new(),
    }
}

#[test]
fn a_page_without_faults_has_no_problems() {
    for criterion in CRITERIA {
        let seen = look(&criterion.look, &[page("/", GOOD)]);
        assert!(
            !matches!(seen, Seen::Problems { .. }),
            "{}",
            criterion.number
        );
    }
}

/// A criterion, what is replaced in `GOOD` by what, and a part of what is then said.
const FAULTS: &[(&str, &str, &str, &str)] = &[
    ("1.1.1", " alt=\"受付の様子\"", "", "altのない画像"),
    (
        "1.1.1",
        "<img",
        "<svg role=\"img\"></svg><img",
        "名前のない図形",
    ),
    ("1.3.1", "<h2>表</h2>", "<h3>表</h3>", "段階が飛んでいます"),
    ("1.3.1", "<h2>表</h2>", "<h1>表</h1>", "2個あります"),
    (
        "1.3.1",
        "<th scope=\"col\">日</th>",
        "<td>日</td>",
        "見出しのセル",
    ),
    (
        "1.4.4",
        "<title>",
        "<meta name=\"viewport\" content=\"width=device-width, user-scalable=no\"><title>",
        "拡大",
    ),
    (
        "2.1.1",
        "<h2>",
        "<h2 onclick=\"a()\">",
        "キーボードで選べない",
    ),
    ("2.2.2", "<h2>表</h2>", "<marquee>表</marquee>", "動いたり"),
    ("2.4.1", "#main", "#none", "本文に進む"),
    ("2.4.2", "よい</title>", "</title>", "題名がありません"),
    ("2.4.3", "<h2>", "<h2 tabindex=\"2\">", "tabindex"),
    ("2.4.4", ">サイトマップ<", ">こちら<", "「こちら」"),
    ("2.4.4", ">サイトマップ<", "><", "言葉のないリンク"),
    ("2.4.5", "/sitemap/", "/words/", "サイトマップへのリンク"),
    ("2.4.6", "<h2>表</h2>", "<h2> </h2>", "空の見出し"),
    ("3.1.1", "lang=\"ja\"", "lang=\"en\"", "「en」"),
    ("3.2.1", "<input", "<input autofocus", "選んだだけで"),
    (
        "3.3.2",
        "<label>区 <input type=\"checkbox\"></label>",
        "<input type=\"checkbox\">",
        "名前のない欄",
    ),
    ("4.1.1", "<h2>", "<h2 id=\"main\">", "「main」が二つ"),
    ("4.1.1", "</h2>", "</h2></b>", "書き方の誤り"),
    (
        "4.1.2",
        "<h2>",
        "<button></button><h2>",
        "名前のないリンクやボタン",
    ),
];

#[test]
fn each_fault_is_seen_under_its_criterion() {
    for (number, from, to, words) in FAULTS {
        let found = problems(number, from, to);
        assert!(
            found.iter().any(|one| one.contains(words)),
            "{number} {to}: {found:?}"
        );
    }
}

#[test]
fn a_title_that_two_pages_share_is_a_problem_of_both() {
    let pages = [page("/a/", GOOD), page("/b/", GOOD)];
    let Seen::Problems { problems, .. } = seen("2.4.2", &pages) else {
        panic!("the same title is a problem");
    };
    let addresses: Vec<&str> = problems.iter().map(|one| one.address.as_str()).collect();
    assert_eq!(
        addresses,
        ["https://example.jp/a/", "https://example.jp/b/"]
    );
}

#[test]
fn what_is_nowhere_does_not_apply_and_what_is_somewhere_is_for_people() {
    let with_film = GOOD.replacen("<h2>", "<video></video><h2>", 1);
    assert!(matches!(
        seen("1.2.2", &[page("/", GOOD)]),
        Seen::NotApplicable { pages: 1, .. }
    ));
    let Seen::Present { on, .. } = seen("1.2.2", &[page("/", GOOD), page("/f/", &with_film)])
    else {
        panic!("a film is for people to look at");
    };
    assert_eq!(on, ["https://example.jp/f/"]);
}
