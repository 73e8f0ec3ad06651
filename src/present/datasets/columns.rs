//! What the columns of all sets have in common.

use std::collections::BTreeMap;

use crate::model::position::Degrees;
use crate::model::site::Site;
use crate::model::ward::Place;
use crate::present::datasets::Table;
use crate::present::datasets::location::own_prefecture;
use crate::sheet::Value;

/// A column and how it is filled from a row.
pub type Column<R> = (&'static str, fn(&R) -> Value);

/// The words of the columns.
pub fn headings<R>(columns: &[Column<R>]) -> Vec<String> {
    columns
        .iter()
        .map(|(heading, _)| (*heading).to_owned())
        .collect()
}

pub fn cells<R>(columns: &[Column<R>], row: &R) -> Vec<Value> {
    columns.iter().map(|(_, cell)| cell(row)).collect()
}

/// 全国地方公共団体コード of a place.
pub fn code(site: &Site, place: Place) -> Value {
    Value::text(match place {
        Place::City => site.settings.municipality.code.as_ref(),
        Place::Ward(ward) => site.ward(ward).code.as_ref(),
    })
}

/// `大阪市`, `大阪市北区`.
pub fn municipality(site: &Site, place: Place) -> Value {
    let city = &site.settings.municipality.name;
    Value::Text(match place {
        Place::City => city.to_string(),
        Place::Ward(ward) => format!("{city}{}", site.ward(ward).name),
    })
}

pub fn prefecture(site: &Site) -> Value {
    Value::text(own_prefecture(site))
}

/// A name for a row that stays as long as what it is made from.
pub fn id(parts: &[&str]) -> Value {
    const LENGTH: usize = 12;
    let mut hash = blake3::Hasher::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update(&[0]);
    }
    let hex = hash.finalize().to_hex();
    Value::Text(hex.chars().take(LENGTH).collect())
}

/// 有 or 無.
pub fn yes(answer: bool) -> Value {
    Value::Text(if answer { "有" } else { "無" }.to_owned())
}

pub fn number(number: Option<u32>) -> Value {
    number.map_or(Value::Empty, |number| Value::Number(f64::from(number)))
}

/// Degrees as the number that the standards ask for.
pub fn degrees(degrees: Option<Degrees>) -> Value {
    let number = degrees.and_then(|degrees| degrees.to_string().parse().ok());
    number.map_or(Value::Empty, Value::Number)
}

/// Nothing for a list without values, else the values with `;` between them.
pub fn list<T: ToString>(values: &[T]) -> Value {
    let words: Vec<String> = values.iter().map(ToString::to_string).collect();
    Value::text((!words.is_empty()).then(|| words.join(";")))
}

/// The columns behind those of a standard, which only the people know who wrote the rows.
pub struct OwnColumns {
    /// How many columns the standard has.
    standard: usize,
    places: BTreeMap<String, usize>,
}

impl OwnColumns {
    pub fn behind(table: &Table) -> Self {
        let places = (0..).zip(&table.columns);
        Self {
            standard: table.columns.len(),
            places: places
                .map(|(place, column)| (column.clone(), place))
                .collect(),
        }
    }

    /// Puts words in the column of their name. One that a standard has too takes them where it is empty; an ID is what its owner says it is.
    pub fn put(&mut self, table: &mut Table, row: &mut Vec<Value>, name: &str, words: &str) {
        if words.is_empty() {
            return;
        }
        let mut name = name.to_owned();
        if let Some(place) = self
            .places
            .get(&name)
            .filter(|place| **place < self.standard)
        {
            match row.get_mut(*place) {
                Some(cell) if cell.words() == words => return,
                Some(cell) if *cell == Value::Empty || name == "ID" => {
                    *cell = Value::Text(words.to_owned());
                    return;
                }
                _ => name.push_str("（元の表）"),
            }
        }
        let place = *self.places.entry(name).or_insert_with_key(|name| {
            table.columns.push(name.clone());
            table.columns.len() - 1
        });
        row.resize(row.len().max(place + 1), Value::Empty);
        row[place] = Value::Text(words.to_owned());
    }
}
