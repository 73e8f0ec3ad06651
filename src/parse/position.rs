//! 地図の位置 (phase `parse`): latitude and longitude as map sites give them to copy, 34.7055, 135.4983.

use crate::diag::Findings;
use crate::model::position::{Degrees, Position};
use crate::parse::values::{Background, Fault, read};
use crate::text::span::Spanned;

pub fn position(
    value: &Spanned<String>,
    background: Background<'_>,
    findings: &mut Findings,
) -> Option<Spanned<Position>> {
    read(value, background, findings, |line, _| {
        let folded = line.folded.text(line.whole());
        let numbers: Vec<&str> = folded
            .split(|sign: char| !(sign.is_ascii_digit() || sign == '.'))
            .filter(|number| !number.is_empty())
            .collect();
        let is_known = |sign: char| sign.is_ascii_digit() || ". ,、/:緯度経北東".contains(sign);
        let fault = || {
            Fault::new(
                "position-unreadable",
                line.whole(),
                "地図の位置を読み取れません",
            )
            .label("緯度と経度の2つの数ではありません")
            .help("地図のサイトで会場を選ぶと出る緯度と経度を、この順に書いてください。")
        };
        let [first, second] = numbers.as_slice() else {
            return Err(fault());
        };
        let degrees = Degrees::new(first).zip(Degrees::new(second));
        let Some((first, second)) = degrees.filter(|_| folded.chars().all(is_known)) else {
            return Err(fault());
        };
        if let Some(position) = Position::new(first, second) {
            return Ok(position);
        }
        Err(match Position::new(second, first) {
            Some(meant) => fault()
                .label("緯度と経度が逆です")
                .help(format!("「{meant}」と書いてください。"))
                .fix(line.whole(), meant.to_string()),
            None => fault().label("日本の中の位置ではありません"),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::position;
    use crate::parse::values::trial::outcome;

    fn read(value: &str) -> String {
        outcome(value, |value, background, findings| {
            position(value, background, findings)
                .map(|position| position.value.to_string())
                .unwrap_or_default()
        })
    }

    #[test]
    fn a_position_is_read_as_map_sites_give_it() {
        for value in [
            "34.7055, 135.4983",
            "34.7055,135.4983",
            "３４．７０５５、１３５．４９８３",
            "北緯34.7055度 東経135.4983度",
            "緯度:34.7055 経度:135.4983",
        ] {
            assert_eq!(read(value), "34.7055, 135.4983", "{value}");
        }
        assert_eq!(read("34.70551234567, 135"), "34.705512, 135.0");
    }

    #[test]
    fn what_is_no_position_in_japan_is_marked() {
        for value in [
            "135.4983, 34.7055",
            "34.7055",
            "51.5072, 0.1276",
            "34度42分19秒, 135度29分53秒",
            "34.7.055, 135.4983",
            "-34.7055, 135.4983",
            "見本駅の近く",
            "999999999999999999999.0, 135",
        ] {
            assert!(
                read(value).starts_with("position-unreadable"),
                "{value}: {}",
                read(value)
            );
        }
    }
}
