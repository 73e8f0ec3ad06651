//! The 47 prefectures by their codes (JIS X 0401), which every 全国地方公共団体コード begins with.

/// All of them, 01 北海道 first.
#[rustfmt::skip]
pub const PREFECTURES: [&str; 47] = [
    "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県",
    "埼玉県", "千葉県", "東京都", "神奈川県", "新潟県", "富山県", "石川県", "福井県", "山梨県", "長野県",
    "岐阜県", "静岡県", "愛知県", "三重県", "滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県",
    "鳥取県", "島根県", "岡山県", "広島県", "山口県", "徳島県", "香川県", "愛媛県", "高知県", "福岡県",
    "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県",
];

/// The prefecture of a municipality with this code.
pub fn prefecture(code: &str) -> Option<&'static str> {
    let number: usize = code.get(..2)?.parse().ok()?;
    PREFECTURES.get(number.checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::prefecture;

    #[test]
    fn the_first_two_digits_are_those_of_the_prefecture() {
        for (code, name) in [
            ("011002", Some("北海道")),
            ("131016", Some("東京都")),
            ("271004", Some("大阪府")),
            ("473251", Some("沖縄県")),
            ("000000", None),
            ("991004", None),
            ("2", None),
            ("大阪", None),
        ] {
            assert_eq!(prefecture(code), name, "{code}");
        }
    }
}
