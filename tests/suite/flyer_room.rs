//! The estimate by which most flyers need not be set to know that they fit: what it calls short has to fit.

use proptest::prelude::{ProptestConfig, prop, prop_assert_eq, proptest};

use crate::flyers::{FOLDER, printed};
use crate::printing::{contents, japanese};
use crate::site::TestSite;

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// What is taken to be short is not set to see whether it fits, so it has to.
    #[test]
    fn what_is_taken_to_be_short_fits(
        design in prop::sample::select(vec!["標準", "大きな文字", "ファクス申込書"]),
        title in 1..24usize,
        summary in 1..90usize,
        note in 0..60usize,
        programme in prop::collection::vec(1..30usize, 0..6),
        speakers in prop::collection::vec(1..20usize, 0..5),
        by in prop::collection::vec(1..30usize, 1..4),
    ) {
        let state = match note {
            0 => String::new(),
            _ => format!("状態: 延期\n状態の説明: {}\n", words_of(note)),
        };
        let text = format!(
            "---\n題名: {}\n概要: {}\n{state}日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本区民センター 2階 大会議室\n対象: 区内にお住まいの方\n費用: 無料\n申込: 必要\nちらし: {design}\n問い合わせ先: 北区役所 講演会の受付\n電話: 06-0000-0103\nファクス: 06-0000-0104\n{}{}{}---\nお話です。\n",
            words_of(title), words_of(summary), list_of("申込方法", &by), list_of("プログラム", &programme), list_of("講師", &speakers)
        );
        let built = printed(&text);
        let flyer = contents(built.bytes(&format!("{FOLDER}/flyer.pdf")));
        prop_assert_eq!(flyer.pages > 1, built.codes.contains(&"flyer-too-long"));
    }

    #[test]
    fn a_leaflet_that_is_taken_to_be_short_fits(
        paragraphs in prop::collection::vec(1..160usize, 0..5),
        items in prop::collection::vec(1..60usize, 0..12),
        rows in prop::collection::vec((1..30usize, 1..30usize), 0..8),
    ) {
        let paragraphs: String = paragraphs.iter().map(|count| format!("## 見出し\n\n{}\n\n", words_of(*count))).collect();
        let items: String = items.iter().map(|count| format!("1. {}\n", words_of(*count))).collect();
        let rows: String = rows.iter().map(|(one, other)| format!("| {} | {} |\n", words_of(*one), words_of(*other))).collect();
        let text = format!("---\n題名: 手洗いは五つの場面で\n---\n{paragraphs}{items}\n表：道具\n\n| もの | こと |\n| --- | --- |\n{rows}\n");
        let path = "content/wards/kita/flyers/2026-11-01-tearai.md";
        let built = TestSite::base().with(path, &text).with_fonts(japanese()).build();
        let flyer = contents(built.bytes("kita/flyers/2026-11-01-tearai/flyer.pdf"));
        prop_assert_eq!(flyer.pages > 1, built.codes.contains(&"flyer-too-long"));
    }
}

fn words_of(count: usize) -> String {
    "国".repeat(count)
}

fn list_of(name: &str, counts: &[usize]) -> String {
    let lines = counts
        .iter()
        .map(|count| format!("  - {}\n", words_of(*count)));
    match counts.is_empty() {
        true => String::new(),
        false => format!("{name}:\n{}", lines.collect::<String>()),
    }
}
