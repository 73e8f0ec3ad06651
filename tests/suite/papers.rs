//! What is printed of lessons: slides, hand-outs, scripts, questions and record sheets.

use sha2::{Digest, Sha256};

use crate::printing::{contents, japanese, squeezed};
use crate::site::TestSite;

const DECK: &str = "---\n題名: 見本の教材\n確認日: 令和8年11月1日\n版: 第1版\n学習目標: 手洗いの場面を言える\n見本: はい\n---\n使い方です。\n\n---\n\n## 始め方\n\n- 手を洗います\n\n出典：見本の手引き\n\n> 台本：ゆっくり話します。\n\n---\n\n## 場面\n\n表：場面の例\n\n| 場面 | 例 |\n| --- | --- |\n| 前 | 体温を測る |\n\n---\n\n## 理解度チェック\n\nいつ洗いますか。\n: 触れる前です。\n";

#[test]
fn a_lesson_is_printed_in_five_ways_from_the_same_words() {
    let built = TestSite::base()
        .with("content/city/materials/tearai.md", DECK)
        .with_fonts(japanese())
        .build();
    let paper = |name: &str| contents(built.bytes(&format!("materials/tearai/{name}")));
    for (name, pages, said, unsaid) in [
        (
            "slides.pdf",
            3,
            ["手を洗います", "場面の例", "出典:見本の手引き"],
            "ゆっくり",
        ),
        (
            "handout.pdf",
            1,
            ["配布資料", "手を洗います", "体温を測る"],
            "ゆっくり",
        ),
        (
            "script.pdf",
            1,
            ["台本", "手を洗います", "ゆっくり話します"],
            "触れる前です",
        ),
        (
            "check.pdf",
            2,
            ["いつ洗いますか", "触れる前です", "答えは最後のページ"],
            "ゆっくり",
        ),
        (
            "record.pdf",
            1,
            [
                "受講記録票",
                "証明するものではありません",
                "手洗いの場面を言える",
            ],
            "触れる前です",
        ),
    ] {
        let found = paper(name);
        let words = squeezed(&found.text);
        assert!(
            found.tagged && found.title.as_deref() == Some("見本の教材"),
            "{name}"
        );
        assert_eq!(found.pages, pages, "{name}");
        for said in said {
            assert!(
                words.contains(said),
                "{name} does not say {said}:\n{}",
                found.text
            );
        }
        assert!(!words.contains(unsaid), "{name} says {unsaid}");
    }
}

#[test]
fn the_page_of_a_lesson_names_the_size_pages_and_sum_of_what_is_printed() {
    let built = TestSite::base()
        .with("content/city/materials/tearai.md", DECK)
        .with_fonts(japanese())
        .build();
    let page = built.file("materials/tearai/index.html");
    let slides = built.bytes("materials/tearai/slides.pdf");
    let sum: String = Sha256::digest(&slides)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert!(page.contains(&sum), "{page}");
    assert!(
        page.contains("PDF、") && page.contains("KB、3ページ）"),
        "{page}"
    );
    assert!(page.contains("5個のファイル"), "{page}");
}
