//! Venues as open data: each once, by its name and address.

use std::collections::BTreeSet;

use crate::model::document::Document;
use crate::model::position::Position;
use crate::model::site::Site;
use crate::present::datasets::columns::{Column, cells, code, headings, id, municipality, number};
use crate::present::datasets::{Edition, Table};
use crate::sheet::Value;

struct Row<'a> {
    site: &'a Site,
    document: &'a Document,
    venue: &'a str,
    address: Option<&'a str>,
    number: usize,
}

pub fn table(site: &Site, edition: Edition) -> Table {
    let columns = match edition {
        Edition::Standard => standard(),
        Edition::Recommended => recommended(),
    };
    let mut table = Table {
        columns: headings(&columns),
        ..Table::default()
    };
    let mut known = BTreeSet::new();
    let given = site
        .documents
        .iter()
        .filter(|document| document.public && !document.expired && !document.facets.sample);
    for document in given {
        let facets = &document.facets;
        let Some(venue) = facets.venue.as_ref().map(|venue| venue.value.as_str()) else {
            continue;
        };
        // Floors and rooms stand behind the name.
        let venue = venue.split([' ', '　']).next().unwrap_or(venue);
        let address = facets
            .venue_address
            .as_ref()
            .map(|words| words.value.as_str());
        if !known.insert((venue, address)) {
            continue;
        }
        let row = Row {
            site,
            document,
            venue,
            address,
            number: table.rows.len() + 1,
        };
        table.rows.push(cells(&columns, &row));
        let position = facets.position.as_ref();
        table
            .positions
            .push(position.map(|position| position.value));
        table.updated = table.updated.max(document.changed());
    }
    table
}

fn position(row: &Row<'_>) -> Option<Position> {
    row.document
        .facets
        .position
        .as_ref()
        .map(|position| position.value)
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
    vec![
        ("全国地方公共団体コード", |row| code(row.site, row.document.place)),
        ("ID", |row| id(&[row.venue, row.address.unwrap_or_default()])),
        ("地方公共団体名", |row| municipality(row.site, row.document.place)),
        ("名称", |row| Value::Text(row.venue.to_owned())),
        ("所在地_連結表記", |row| Value::text(row.address)),
        ("緯度", |row| Value::text(position(row).map(|at| at.latitude))),
        ("経度", |row| Value::text(position(row).map(|at| at.longitude))),
        ("アクセス方法", access),
    ]
}

/// 公共施設一覧 of 推奨データセット.
#[rustfmt::skip]
fn recommended<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        ("都道府県コード又は市区町村コード", |row| code(row.site, row.document.place)),
        ("NO", |row| number(u32::try_from(row.number).ok())),
        ("都道府県名", |_| Value::Empty),
        ("市区町村名", |row| municipality(row.site, row.document.place)),
        ("名称", |row| Value::Text(row.venue.to_owned())),
        ("名称_カナ", |_| Value::Empty),
        ("名称_通称", |_| Value::Empty),
        ("POIコード", |_| Value::Empty),
        ("住所", |row| Value::text(row.address)),
        ("方書", |_| Value::Empty),
        ("緯度", |row| Value::text(position(row).map(|at| at.latitude))),
        ("経度", |row| Value::text(position(row).map(|at| at.longitude))),
        ("説明", access),
    ]
}
