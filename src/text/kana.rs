//! The order of the kana table.

/// Rows of the kana table: the last kana of the row, its heading and an ASCII id.
const ROWS: &[(char, &str, &str)] = &[
    ('お', "あ行", "row-a"),
    ('ご', "か行", "row-ka"),
    ('ぞ', "さ行", "row-sa"),
    ('ど', "た行", "row-ta"),
    ('の', "な行", "row-na"),
    ('ぽ', "は行", "row-ha"),
    ('も', "ま行", "row-ma"),
    ('よ', "や行", "row-ya"),
    ('ろ', "ら行", "row-ra"),
    ('ゖ', "わ行", "row-wa"),
];

/// The heading and the id of the row a reading in hiragana belongs to: `("か行", "row-ka")`.
pub fn kana_row(reading: &str) -> (&'static str, &'static str) {
    let first = reading
        .chars()
        .next()
        .filter(|first| ('ぁ'..='ゖ').contains(first));
    let row = first.and_then(|first| ROWS.iter().find(|(last, ..)| first <= *last));
    row.map_or(("その他", "row-other"), |(_, heading, id)| (heading, id))
}

#[cfg(test)]
mod tests {
    use super::kana_row;

    #[test]
    fn readings_fall_into_the_rows_of_the_kana_table() {
        for (reading, row) in [
            ("おうしん", "あ行"),
            ("がん", "か行"),
            ("じんせい", "さ行"),
            ("っ", "た行"),
            ("ばいたる", "は行"),
            ("わ", "わ行"),
            ("ACP", "その他"),
        ] {
            assert_eq!(kana_row(reading).0, row, "{reading}");
        }
    }
}
