//! 並び順 (phase `parse`): a whole number, smaller ones first.

use crate::diag::Findings;
use crate::parse::values::{Background, Fault, read};
use crate::text::span::Spanned;

pub fn rank(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<u32>> {
    read(value, background, findings, |line, _| {
        let digits = line.folded.text(line.whole());
        digits.trim().parse().map_err(|_| {
            Fault::new("order-unreadable", line.whole(), "並び順が数ではありません")
                .label("0から始まる数で書きます")
                .help("「1」「2」のような数を書いてください。")
        })
    })
}

#[cfg(test)]
mod tests {
    use super::rank;
    use crate::parse::values::trial::outcome;

    fn read(value: &str) -> String {
        outcome(value, |value, background, findings| {
            rank(value, background, findings)
                .map(|rank| rank.value.to_string())
                .unwrap_or_default()
        })
    }

    #[test]
    fn an_order_is_a_whole_number_of_any_width() {
        assert_eq!(read("１２"), "12");
        assert_eq!(read("-1"), "order-unreadable「-1」");
        assert_eq!(read("はじめ"), "order-unreadable「はじめ」");
    }
}
