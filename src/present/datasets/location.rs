//! The parts of an address, as 自治体標準オープンデータセット has them beside the whole one.
//!
//! Invariant: the parts put together are the address as it is written, but for a prefecture that is understood.

use crate::model::prefecture::{PREFECTURES, prefecture};
use crate::model::site::Site;
use crate::model::ward::WardIndex;
use crate::present::datasets::columns::Column;
use crate::sheet::Value;
use crate::text::japanese::fold;

/// The parts that are sure; empty where the address says something else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// 全国地方公共団体コード of the place.
    pub code: Option<String>,
    pub prefecture: Option<&'static str>,
    /// With the ward of a designated city: 大阪市北区.
    pub city: Option<String>,
    /// As far as the 丁目.
    pub town: Option<String>,
    pub lot: Option<String>,
}

/// A row that lies somewhere.
pub trait Located {
    fn parts(&self) -> &Parts;
    /// The whole address, as it is written.
    fn address(&self) -> Option<&str>;
}

/// The columns of the address that every set of 自治体標準オープンデータセット with a place has.
#[rustfmt::skip]
pub fn columns<R: Located>() -> [Column<R>; 7] {
    [
        ("所在地_全国地方公共団体コード", |row| Value::text(row.parts().code.as_ref())),
        ("町字ID", |_| Value::Empty),
        ("所在地_連結表記", |row| Value::text(row.address())),
        ("所在地_都道府県", |row| Value::text(row.parts().prefecture)),
        ("所在地_市区町村", |row| Value::text(row.parts().city.as_ref())),
        ("所在地_町字", |row| Value::text(row.parts().town.as_ref())),
        ("所在地_番地以下", |row| Value::text(row.parts().lot.as_ref())),
    ]
}

/// The prefecture of the site.
pub fn own_prefecture(site: &Site) -> Option<&'static str> {
    prefecture(site.settings.municipality.code.as_ref()?.as_str())
}

/// Takes an address in the city apart. Of one elsewhere only the prefecture is known.
pub fn parts(site: &Site, address: Option<&str>) -> Parts {
    let Some(address) = address else {
        return Parts::default();
    };
    let written = PREFECTURES
        .into_iter()
        .find(|name| address.starts_with(name));
    let rest = address
        .strip_prefix(written.unwrap_or_default())
        .unwrap_or(address);
    let municipality = &site.settings.municipality;
    let behind_city = rest.strip_prefix(municipality.name.as_str());
    let elsewhere = Parts {
        prefecture: written,
        ..Parts::default()
    };
    let ward = ward(site, behind_city.unwrap_or(rest));
    let (code, city, rest) = match (behind_city, ward) {
        (city, Some(ward)) => {
            let ward = site.ward(ward);
            let behind = city.unwrap_or(rest).strip_prefix(ward.name.as_str());
            let name = format!("{}{}", municipality.name, ward.name);
            (ward.code.as_ref(), name, behind.unwrap_or_default())
        }
        (Some(rest), None) => (
            municipality.code.as_ref(),
            municipality.name.to_string(),
            rest,
        ),
        (None, None) => return elsewhere,
    };
    let (town, lot) = town_and_lot(rest);
    let some = |words: &str| (!words.is_empty()).then(|| words.to_owned());
    Parts {
        code: code.map(ToString::to_string),
        prefecture: written.or_else(|| own_prefecture(site)),
        city: Some(city),
        town: some(town),
        lot: some(lot),
    }
}

fn ward(site: &Site, rest: &str) -> Option<WardIndex> {
    let mut wards = site.ward_indices();
    wards.find(|ward| rest.starts_with(site.ward(*ward).name.as_str()))
}

/// 見本1丁目 and 1番1号; without a 丁目 the town ends where the numbers begin.
fn town_and_lot(rest: &str) -> (&str, &str) {
    const CHOME: &str = "丁目";
    let at = match rest.find(CHOME) {
        Some(at) => Some(at + CHOME.len()),
        None => rest.find(|sign| fold(sign).is_ascii_digit()),
    };
    let (town, lot) = rest.split_at(at.unwrap_or(rest.len()));
    (town.trim(), lot.trim())
}

#[cfg(test)]
mod tests {
    use super::town_and_lot;

    #[test]
    fn the_town_ends_with_its_chome_or_before_the_numbers() {
        for (rest, town, lot) in [
            ("見本1丁目1番1号", "見本1丁目", "1番1号"),
            ("見本一丁目１番", "見本一丁目", "１番"),
            ("見本町2-3", "見本町", "2-3"),
            ("見本町", "見本町", ""),
            ("", "", ""),
        ] {
            assert_eq!(town_and_lot(rest), (town, lot), "{rest}");
        }
    }
}
