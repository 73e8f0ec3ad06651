//! Venues as open data: each once, by its name and address.

use std::collections::BTreeSet;

use crate::model::document::Document;
use crate::model::position::Position;
use crate::model::site::Site;
use crate::present::datasets::columns::{
    Column, cells, code, degrees, headings, id, municipality, number, prefecture,
};
use crate::present::datasets::location::{self, Located, Parts, parts};
use crate::present::datasets::{Edition, Table};
use crate::sheet::Value;
use crate::text::japanese::fold;

struct Row<'a> {
    site: &'a Site,
    document: &'a Document,
    venue: &'a str,
    address: Option<&'a str>,
    position: Option<Position>,
    parts: Parts,
    number: usize,
}

impl Located for Row<'_> {
    fn parts(&self) -> &Parts {
        &self.parts
    }

    fn address(&self) -> Option<&str> {
        self.address
    }
}

pub fn table(site: &Site, edition: Edition) -> Table {
    let columns = match edition {
        Edition::Standard => standard(),
        Edition::Recommended => recommended(),
    };
    let mut table = Table::of(headings(&columns));
    let mut known = BTreeSet::new();
    let given = site.documents.iter().filter(|document| document.is_given());
    for document in given {
        let facets = &document.facets;
        let Some(venue) = facets.venue.as_ref().map(|venue| venue.value.as_str()) else {
            continue;
        };
        let venues = venues(venue);
        // An address behind several venues is that of none of them for sure.
        let address = facets.venue_address.as_ref().filter(|_| venues.len() == 1);
        let address = address.map(|words| words.value.as_str());
        let position = facets.position.as_ref().filter(|_| venues.len() == 1);
        let position = position.map(|position| position.value);
        for venue in venues {
            if !known.insert((venue, address)) {
                continue;
            }
            let row = Row {
                site,
                document,
                venue,
                address,
                position,
                parts: parts(site, address),
                number: table.rows.len() + 1,
            };
            table.push(cells(&columns, &row), position, document.changed());
        }
    }
    table
}

/// The buildings of 会場: several where they stand apart by times, as in 見本区民センター（第1回）、見本会館（第2回）.
fn venues(words: &str) -> Vec<&str> {
    let mut depth = 0;
    let apart = words.split(|sign: char| {
        depth += i32::from("（(".contains(sign)) - i32::from("）)".contains(sign));
        depth == 0 && "、,".contains(sign)
    });
    let time = |part: &'_ str| part.contains('第') && part.contains('回');
    let parts: Vec<&str> = apart
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    match parts.len() > 1 && parts.iter().all(|part| time(part)) {
        true => {
            let name = |part: &&'_ str| part.find(['（', '(']).unwrap_or(part.len());
            let names = parts.iter().map(|part| part.split_at(name(part)).0);
            names.map(building).collect()
        }
        false => vec![building(words)],
    }
}

/// A venue without its floor and room: 見本区民センター of 見本区民センター 2階 大会議室.
fn building(venue: &str) -> &str {
    let is_floor = |part: &str| {
        let digits = part.trim_start_matches("地下").trim_end_matches('階');
        part.ends_with('階')
            && !digits.is_empty()
            && digits.chars().all(|sign| fold(sign).is_ascii_digit())
    };
    let floor = venue.split([' ', '　']).find(|part| is_floor(part));
    let at = floor.and_then(|floor| venue.find(floor));
    at.and_then(|at| venue.get(..at))
        .map_or(venue, str::trim_end)
}

fn access(row: &Row<'_>) -> Value {
    Value::text(
        row.document
            .facets
            .access
            .as_ref()
            .map(|words| &words.value),
    )
}

/// 公共施設 (01) of 自治体標準オープンデータセット.
#[rustfmt::skip]
fn standard<'a>() -> Vec<Column<Row<'a>>> {
    let before: Vec<Column<Row<'a>>> = vec![
        ("全国地方公共団体コード", |row| code(row.site, row.document.place)),
        ("ID", |row| id(&[row.venue, row.address.unwrap_or_default()])),
        ("地方公共団体名", |row| municipality(row.site, row.document.place)),
        ("名称", |row| Value::Text(row.venue.to_owned())),
    ];
    let behind: Vec<Column<Row<'a>>> = vec![
        ("緯度", |row| degrees(row.position.map(|at| at.latitude))),
        ("経度", |row| degrees(row.position.map(|at| at.longitude))),
        ("アクセス方法", access),
    ];
    before.into_iter().chain(location::columns()).chain(behind).collect()
}

/// 公共施設一覧 of 推奨データセット.
#[rustfmt::skip]
fn recommended<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        ("都道府県コード又は市区町村コード", |row| code(row.site, row.document.place)),
        ("NO", |row| number(u32::try_from(row.number).ok())),
        ("都道府県名", |row| prefecture(row.site)),
        ("市区町村名", |row| municipality(row.site, row.document.place)),
        ("名称", |row| Value::Text(row.venue.to_owned())),
        ("名称_カナ", |_| Value::Empty),
        ("名称_通称", |_| Value::Empty),
        ("POIコード", |_| Value::Empty),
        ("住所", |row| Value::text(row.address)),
        ("方書", |_| Value::Empty),
        ("緯度", |row| degrees(row.position.map(|at| at.latitude))),
        ("経度", |row| degrees(row.position.map(|at| at.longitude))),
        ("説明", access),
    ]
}

#[cfg(test)]
mod tests {
    use super::{building, venues};

    #[test]
    fn venues_of_several_times_are_several() {
        let several = "福島区民センター（第1回）、中央区民センター 2階 会議室（第2回）";
        assert_eq!(venues(several), ["福島区民センター", "中央区民センター"]);
        let one = "見本会館（見本市、第1駐車場あり）、2階";
        assert_eq!(venues(one), [one]);
    }

    #[test]
    fn a_floor_and_what_stands_behind_it_are_no_part_of_a_building() {
        for (venue, name) in [
            ("見本区民センター 2階 大会議室", "見本区民センター"),
            ("大阪市立 見本会館", "大阪市立 見本会館"),
            ("見本会館　地下１階", "見本会館"),
            ("見本会館 大階段", "見本会館 大階段"),
        ] {
            assert_eq!(building(venue), name, "{venue}");
        }
    }
}
