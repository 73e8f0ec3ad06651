//! Latitude and longitude in two cells.

use crate::model::position::{Degrees, Position};
use crate::parse::cells::{Reading, is_nothing};
use crate::text::japanese::fold;

/// The words of the two cells.
#[derive(Clone, Copy, Debug)]
pub struct Coordinates<'a> {
    pub latitude: &'a str,
    pub longitude: &'a str,
}

/// A position; `0.0` and `999.0` stand for none in files that want a number.
pub fn position(cells: Coordinates<'_>) -> Reading<Position> {
    let number = |words: &str| -> Option<String> {
        let folded: String = words.trim().chars().map(fold).collect();
        let plain = folded
            .trim_end_matches(['度', '°', ' '])
            .trim_start_matches("北緯");
        (!is_nothing(words)).then(|| plain.trim_start_matches("東経").to_owned())
    };
    let is_none = |number: &String| {
        let value = number.parse::<f64>();
        value.is_ok_and(|value| value == 0.0 || (999.0..1000.0).contains(&value))
    };
    let [latitude, longitude] =
        [cells.latitude, cells.longitude].map(|words| number(words).filter(|one| !is_none(one)));
    let (latitude, longitude) = match (latitude, longitude) {
        (None, None) => return Reading::Empty,
        (Some(latitude), Some(longitude)) => (latitude, longitude),
        (Some(_), None) | (None, Some(_)) => {
            let title = "緯度と経度の片方だけが書かれています";
            return Reading::fault(title, "両方を書くか、両方を空にしてください。");
        }
    };
    let degrees = Degrees::new(&latitude).zip(Degrees::new(&longitude));
    let read = degrees.and_then(|(first, second)| Position::new(first, second));
    let swapped = degrees.and_then(|(first, second)| Position::new(second, first));
    match (read, swapped) {
        (Some(position), _) => Reading::Read(position),
        (None, Some(position)) => {
            let to = position.to_string();
            Reading::repaired(position, to, "緯度と経度を入れ替えました", true)
        }
        (None, None) => Reading::fault(
            format!("「{latitude}, {longitude}」は、日本の中の位置ではありません"),
            "緯度は「34.7055」、経度は「135.4983」のような数で書いてください。",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{Coordinates, position};
    use crate::parse::cells::Reading;

    #[test]
    fn positions_are_put_right_or_refused() {
        let read = |latitude, longitude| match position(Coordinates {
            latitude,
            longitude,
        }) {
            Reading::Empty => String::new(),
            Reading::Read(position) => position.to_string(),
            Reading::Repaired(position, _) => format!("{position}!"),
            Reading::Faulty(_) => "×".to_owned(),
        };
        assert_eq!(read("34.7055", "135.4983"), "34.7055, 135.4983");
        assert_eq!(read("135.4983", "34.7055"), "34.7055, 135.4983!");
        assert_eq!(read("３４.7055", "135.4983"), "34.7055, 135.4983");
        assert_eq!(read("0.0", "0.0"), "");
        assert_eq!(read("999.0", "999.0"), "");
        assert_eq!(read("", "-"), "");
        assert_eq!(read("34.7055", ""), "×");
        assert_eq!(read("51.5", "0.12"), "×");
        assert_eq!(read("北", "東"), "×");
    }
}
