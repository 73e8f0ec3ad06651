//! Manuscripts with a small glossary; marked words are shown as `[看取|みと]り` and `<word>`.

use proptest::strategy::Strategy;

use super::{Glossary, plain};
use crate::diag::Findings;
use crate::model::body::{Body, Hole};
use crate::model::names::Text;
use crate::model::settings::Word;
use crate::parse::{markdown, settings};
use crate::text::span::SourceId;

const WORDS: &str = "\
- {word: 看護, reading: かんご, meaning: 説明}
- {word: 訪問看護, reading: ほうもんかんご, meaning: 説明}
- {word: 訪問看護ステーション, reading: ほうもんかんごすてーしょん, meaning: 説明}
- {word: 人生会議, reading: じんせいかいぎ, meaning: 説明, aliases: [ACP]}
- {word: 看取り, reading: みとり, meaning: 説明}
- {word: ケアマネ, reading: けあまね, meaning: 説明}
- {word: がん, reading: がん, meaning: 説明}
- {word: 'A&B', reading: えーあんどびー, meaning: 説明}
- {word: amp, reading: あんぷ, meaning: 説明}
- {word: 24時間体制, reading: にじゅうよじかんたいせい, meaning: 説明}
";

fn glossary() -> Vec<Word> {
    settings::words(WORDS, &mut Findings::new(SourceId(0)))
}

fn parse(text: &str) -> Body {
    markdown::body(text, 0, &mut Findings::new(SourceId(0)))
}

fn marked(mut bodies: Vec<Body>) -> Vec<Body> {
    let glossary = Glossary::new(&glossary()).expect("there are words");
    let each = bodies.iter_mut().map(|body| (body, [].as_slice()));
    glossary.mark(&mut each.collect::<Vec<_>>());
    bodies
}

/// The HTML with short forms for what is added.
fn shown(body: &Body) -> String {
    let html = body.html(|hole, out| match hole {
        Hole::Target(_) => out.push('#'),
        Hole::File(_) => out.push_str("（PDF）"),
        Hole::Word(word) => out.push_str(glossary()[word].word.as_str()),
    });
    let mut shown = html;
    for (long, short) in [
        ("<a class=\"k-term\" href=\"", "{"),
        ("\" aria-describedby=\"k-term-note\">", ":"),
        ("<ruby>", "["),
        ("<rp>（</rp><rt>", "|"),
        ("</rt><rp>）</rp></ruby>", "]"),
    ] {
        shown = shown.replace(long, short);
    }
    shown.trim_end().to_owned()
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let bodies = marked(vec![parse(text)]);
        assert_eq!(shown(&bodies[0]), *expected, "{text}");
    }
}

#[test]
fn a_word_has_its_reading_and_its_link_once() {
    check(&[
        (
            "看取りとは、看取りです。\n\n看取り",
            "<p>{看取り:[看取|みと]り</a>とは、看取りです。</p>\n<p>看取り</p>",
        ),
        (
            "**人生会議**と看取り",
            "<p><strong>{人生会議:[人生会議|じんせいかいぎ]</a></strong>と{看取り:[看取|みと]り</a></p>",
        ),
    ]);
}

#[test]
fn the_longest_word_wins() {
    check(&[
        (
            "訪問看護ステーションと訪問看護",
            "<p>{訪問看護ステーション:[訪問看護|ほうもんかんご]ステーション</a>と{訪問看護:[訪問看護|ほうもんかんご]</a></p>",
        ),
        (
            "**訪問看護**ステーション",
            "<p><strong>訪問看護</strong>ステーション</p>",
        ),
    ]);
}

#[test]
fn part_of_a_longer_word_is_no_word() {
    for text in [
        "看護師",
        "訪問看護師",
        "准看護",
        "訪問**看護**",
        "ケアマネージャー",
        "主任ケアマネジャー",
        "ACPS",
        "ＡACP",
        "がんばる",
        "ふがんの",
        "124時間体制",
        "看護時間",
        "看護部`長`",
    ] {
        let bodies = marked(vec![parse(text)]);
        assert!(!bodies[0].has_terms() && !bodies[0].has_ruby(), "{text}");
    }
}

#[test]
fn a_word_beside_other_characters_is_one() {
    for text in [
        "看護を",
        "お看護",
        "看護・介護",
        "看護サービス",
        "看護等の",
        "看護時に",
        "主任ケアマネ",
        "ACPとは",
        "（ACP）",
        "がんの治療",
        "看護[^1]\n\n[^1]: 注",
        "看護\\\n師",
        "| 看護 | 師 |\n| --- | --- |\n| 看 | 護 |",
        "A&B",
    ] {
        let bodies = marked(vec![parse(text)]);
        assert!(bodies[0].has_terms(), "{text}");
    }
}

#[test]
fn headings_and_links_have_readings_and_no_link_to_the_glossary() {
    check(&[
        (
            "## 看取りとは {#what}\n\n看取り",
            "<h2 id=\"what\">[看取|みと]りとは</h2>\n<p>{看取り:看取り</a></p>",
        ),
        (
            "[看護](a.pdf)師",
            "<p><a href=\"#\">[看護|かんご]（PDF）</a>師</p>",
        ),
        (
            "[看取り](https://example.jp/看取り \"看取り\")と看取り",
            "<p><a href=\"#\" title=\"看取り\">[看取|みと]り</a>と{看取り:看取り</a></p>",
        ),
        (
            "<details><summary>看護</summary>看護</details>",
            "<details><summary>[看護|かんご]</summary>{看護:看護</a></details>",
        ),
    ]);
    let heading = &marked(vec![parse("## 看取り")])[0].headings[0];
    assert_eq!(&*heading.text, "看取り");
}

#[test]
fn code_and_descriptions_of_images_stay_as_they_are() {
    for text in [
        "`看取り`",
        "```\n看取り\n```",
        "<kbd>看取り</kbd>",
        "![看取り](a.png \"看取り > 看取り\")",
        "https://example.jp/amp",
        "R&D &amp; &lt;",
    ] {
        let before = parse(text);
        let after = marked(vec![parse(text)]);
        assert_eq!(after[0].pieces, before.pieces, "{text}");
    }
}

#[test]
fn the_reading_of_an_author_stays_and_is_the_first() {
    check(&[
        (
            "｜看取り《みとり》と看取り",
            "<p>[看取り|みとり]と{看取り:看取り</a></p>",
        ),
        (
            "看取《みと》りと看取り",
            "<p>[看取|みと]りと{看取り:看取り</a></p>",
        ),
        (
            "人生《じんせい》の人生会議",
            "<p>[人生|じんせい]の{人生会議:[人生会議|じんせいかいぎ]</a></p>",
        ),
        ("看護《かんご》師", "<p>[看護|かんご]師</p>"),
    ]);
}

#[test]
fn other_ways_to_write_a_word_lead_to_it_and_have_no_reading() {
    check(&[(
        "ACP（人生会議）",
        "<p>{人生会議:ACP</a>（[人生会議|じんせいかいぎ]）</p>",
    )]);
}

#[test]
fn words_with_signs_that_html_needs_are_found() {
    check(&[("A&Bとamp", "<p>{A&B:A&amp;B</a>と{amp:amp</a></p>")]);
}

#[test]
fn the_texts_of_a_page_share_the_first_appearance() {
    let summary = plain(&Text::new("看取り<b>のお話").expect("a text"));
    let bodies = marked(vec![summary, parse("看取りとACP")]);
    assert_eq!(
        shown(&bodies[0]),
        "{看取り:[看取|みと]り</a>&lt;b&gt;のお話"
    );
    assert_eq!(shown(&bodies[1]), "<p>看取りと{人生会議:ACP</a></p>");
}

#[test]
fn without_words_there_is_nothing_to_look_for() {
    assert!(Glossary::new(&[]).is_none());
}

/// The HTML without the links to the glossary, readings and `ruby`.
fn without_marks(body: &Body) -> String {
    let html = body.html(|hole, out| {
        if let Hole::Target(link) = hole {
            out.push_str(&link.to_string());
        }
    });
    let mut text = String::new();
    let mut rest = html.as_str();
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = after.split_once('>').expect("a tag ends");
        rest = match tag {
            "rt" | "rp" => after.split_once("</r").map_or("", |(_, after)| after),
            _ => after,
        };
        if matches!(tag, "rt" | "rp") {
            rest = rest.split_once('>').map_or("", |(_, after)| after);
        }
    }
    text + rest
}

/// How often links stand in links, code or headings where none may.
fn misplaced_links(html: &str) -> usize {
    let inside = |open: &str, close: &str| -> usize {
        html.split(open)
            .skip(1)
            .filter_map(|rest| rest.split(close).next())
            .map(|inner| inner.matches("class=\"k-term\"").count())
            .sum()
    };
    inside("<code", "</code>") + inside("<h2", "</h2>") + inside("<a href=", "</a>")
}

fn manuscripts() -> impl Strategy<Value = String> {
    let parts = proptest::sample::select(vec![
        "看取り",
        "訪問看護",
        "ステーション",
        "看護",
        "人生会議",
        "ACP",
        "24時間体制",
        "A&B",
        "師",
        "の",
        "、",
        "\n",
        "\n\n",
        "## ",
        "- ",
        "**",
        "`",
        "[",
        "](a)",
        "｜",
        "《かんご》",
        "《みとり》",
        "<kbd>",
        "</kbd>",
        "![",
        "<details><summary>",
        "</summary>",
        "</details>",
        "| 看取り | a |\n| --- | --- |\n",
        "[^1]",
        "\n\n[^1]: ",
        "> [!NOTE]\n> ",
        "&amp;",
        "<",
        ">",
        "\"",
    ]);
    proptest::collection::vec(parts, 0..40).prop_map(|parts| parts.concat())
}

proptest::proptest! {
    #[test]
    fn without_tags_and_readings_a_text_is_the_same_before_and_after(text in manuscripts()) {
        let before = parse(&text);
        let after = marked(vec![before.clone()]).remove(0);
        proptest::prop_assert_eq!(without_marks(&after), without_marks(&before));
        let html = after.html(|_, _| {});
        proptest::prop_assert_eq!(html.matches("<a ").count(), html.matches("</a>").count());
        proptest::prop_assert_eq!(misplaced_links(&html), 0);
        for index in 0..glossary().len() {
            let links = after.pieces.iter().filter(|piece| {
                **piece == crate::model::body::Piece::Hole(Hole::Word(index))
            });
            proptest::prop_assert!(links.count() <= 1);
        }
    }
}
