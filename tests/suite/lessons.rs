//! Materials that are learnt from: what stands on their own page, in the deck and among the questions, and where links lead.

use crate::site::{Built, TestSite};

const PATH: &str = "content/city/materials/acp.md";
const OWN: &str = "materials/acp/index.html";
const SLIDES: &str = "materials/acp/slides/index.html";
const CHECK: &str = "materials/acp/check/index.html";

const DECK: &str = "使い方です。[始め方](#start)をご覧ください。

## 準備 {#prepare}

紙を用意します。

---

## 始め方 {#start}

往診を頼みます。[準備](#prepare)と[次](#next)と[問い](#quiz)。

出典：見本の手引き（令和7年）

> 台本：はじめます。
>
> - ゆっくり話します

---

## 次 {#next}

終わりです。

---

## 理解度チェック {#quiz}

考えてください。

往診とは何ですか。
: 家で受ける診察です。[始め方](#start)にあります。

だれに頼みますか。
: かかりつけ医です。

  迷うときは、窓口に尋ねます。
";

fn material(text: &str) -> String {
    format!("---\n題名: 見本の教材\n確認日: 令和8年11月1日\n版: 第1版\n---\n{text}")
}

fn site(text: &str) -> TestSite {
    TestSite::base().with(PATH, &material(text))
}

fn built(text: &str) -> Built {
    site(text).build()
}

/// The part of a page from `start` to the next `end`.
fn part<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = page
        .split_once(start)
        .unwrap_or_else(|| panic!("{start} in\n{page}"));
    rest.split_once(end).map_or(rest, |(part, _)| part)
}

#[test]
fn the_introduction_is_the_text_of_the_own_page_and_the_rest_is_not() {
    let built = built(DECK);
    let main = built.main(OWN);
    assert!(main.contains("紙を用意します。"), "{main}");
    for elsewhere in ["はじめます。", "終わりです。", "かかりつけ医です。", "<hr>"]
    {
        assert!(!main.contains(elsewhere), "{elsewhere} in\n{main}");
    }
    assert!(main.contains("href=\"/materials/acp/slides/\""), "{main}");
    assert!(main.contains("全2枚") && main.contains("全2問"), "{main}");
}

#[test]
fn a_slide_has_its_title_its_source_and_what_is_said() {
    let built = built(DECK);
    let main = built.main(SLIDES);
    assert_eq!(main.matches("<section class=\"k-slide\"").count(), 2);
    let slide = part(
        &main,
        "<section class=\"k-slide\" aria-labelledby=\"start\">",
        "</section>",
    );
    assert_eq!(slide.matches("id=\"start\"").count(), 1, "{slide}");
    let text = part(slide, "<div class=\"k-slide__text k-prose\">", "</div>");
    assert!(text.contains("頼みます。"), "{text}");
    assert!(
        !text.contains("出典") && !text.contains("はじめます"),
        "{text}"
    );
    let source = part(slide, "<div class=\"k-slide__source\">", "</div>");
    assert_eq!(source, "<p>出典：見本の手引き（令和7年）</p>");
    let said = part(slide, "<p class=\"k-slide__label\">台本</p>\n", "</div>");
    assert!(
        said.starts_with("<p>はじめます。</p>") && said.contains("<li>ゆっくり話します</li>"),
        "{said}"
    );
    let contents = part(&main, "<nav class=\"k-contents\"", "</nav>");
    assert_eq!(contents.matches("<li>").count(), 2, "{contents}");
    assert!(!part(&main, "aria-labelledby=\"next\">", "</section>").contains("<details"));
}

#[test]
fn questions_have_their_answers_behind_them() {
    let built = built(DECK);
    let main = built.main(CHECK);
    assert!(main.contains("考えてください。"));
    let second = part(&main, "aria-labelledby=\"question-2\">", "</section>");
    let (asked, answered) = second.split_once("<details").expect("there is an answer");
    assert!(asked.contains("だれに頼みますか。") && !asked.contains("かかりつけ医"));
    assert!(answered.contains("かかりつけ医です。") && answered.contains("迷うときは"));
    assert_eq!(main.matches("<details").count(), 2);
}

#[test]
fn links_lead_to_the_page_that_has_the_heading() {
    let guide = "---\n題名: 読みもの\n確認日: 令和8年11月1日\n---\n[始め方](/materials/acp/#start)と[準備](/materials/acp/#prepare)、[スライド](/materials/acp/slides/)、[問い](/materials/acp/check/)です。\n";
    let site = site(DECK).with("content/city/guides/a.md", guide);
    let built = site.build();
    assert!(built.codes.is_empty(), "{}", built.said);
    for (page, hrefs) in [
        (OWN, vec!["/materials/acp/slides/#start"]),
        (
            SLIDES,
            vec![
                "/materials/acp/#prepare",
                "#next",
                "/materials/acp/check/#quiz",
            ],
        ),
        (CHECK, vec!["/materials/acp/slides/#start"]),
        (
            "kita/materials/acp/index.html",
            vec!["/materials/acp/slides/#start"],
        ),
        (
            "kita/guides/a/index.html",
            vec![
                "/materials/acp/slides/#start",
                "/kita/materials/acp/#prepare",
                "\"/materials/acp/slides/\"",
                "\"/materials/acp/check/\"",
            ],
        ),
    ] {
        let main = built.main(page);
        for href in hrefs {
            assert!(
                main.contains(href.trim_matches('"')),
                "{href} on {page}:\n{main}"
            );
        }
    }
    assert!(
        !built
            .paths()
            .contains(&"kita/materials/acp/slides/index.html")
    );
}

#[test]
fn a_text_without_breaks_may_have_questions_among_its_sections() {
    let built = built(
        "本文です[^1]。\n\n## 理解度チェック\n\n往診とは何ですか。\n: 家で受ける診察です。\n\n### ヒント\n\n家で考えます。\n\n## その後\n\n続きます。\n\n[^1]: 説明です。\n",
    );
    let main = built.main(OWN);
    assert!(
        main.contains("続きます。") && main.contains("説明です。"),
        "{main}"
    );
    assert!(
        !main.contains("家で受ける診察") && !main.contains("ヒント"),
        "{main}"
    );
    assert!(!built.paths().contains(&SLIDES));
    let check = built.main(CHECK);
    assert!(
        check.contains("家で受ける診察です。") && check.contains("家で考えます。"),
        "{check}"
    );
    assert!(
        !check.contains("続きます。") && !check.contains("説明です。"),
        "{check}"
    );
}

#[test]
fn only_materials_are_parted() {
    let guide = format!("---\n題名: 読みもの\n確認日: 令和8年11月1日\n---\n{DECK}");
    let built = TestSite::base()
        .with("content/city/guides/acp.md", &guide)
        .build();
    let main = built.main("guides/acp/index.html");
    assert_eq!(main.matches("<hr>").count(), 3);
    assert!(main.contains("<dt>") && main.contains("台本：はじめます。"));
    assert!(!built.paths().contains(&"guides/acp/slides/index.html"));
}

#[test]
fn a_word_of_the_glossary_is_explained_on_every_page_of_a_lesson() {
    let text = "往診の教材です。\n\n---\n\n## 一枚目\n\n往診を頼みます。\n\n---\n\n## 理解度チェック\n\n往診とは何ですか。\n: 家で受ける診察です。\n";
    let built = built(text);
    for page in [OWN, SLIDES, CHECK] {
        let main = built.main(page);
        assert_eq!(
            main.matches("class=\"k-term\"").count(),
            1,
            "{page}:\n{main}"
        );
        assert!(main.contains("id=\"k-term-note\""), "{page}");
    }
}

#[test]
fn decks_and_questions_are_in_the_sitemap() {
    let sitemap = built(DECK).file("sitemap.xml").to_owned();
    for address in [
        "/materials/acp/",
        "/materials/acp/slides/",
        "/materials/acp/check/",
    ] {
        let entry = format!("<loc>https://kairan.example.jp{address}</loc>");
        assert!(sitemap.contains(&entry), "{address}");
    }
}
