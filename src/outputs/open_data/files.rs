//! A table in every form in which it is given away.

use serde_json::{Map, Value as Json, json};

use crate::model::position::Position;
use crate::present::datasets::{SetRow, Table};
use crate::sheet::{self, Encoding, Page, PageColumn, Value};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Xlsx,
    Json,
    /// RFC 7946; only what lies somewhere.
    GeoJson,
}

impl Format {
    pub const ALL: [Self; 4] = [Self::Csv, Self::Xlsx, Self::Json, Self::GeoJson];

    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::GeoJson => "geojson",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Xlsx => "Excel",
            Self::Json => "JSON",
            Self::GeoJson => "GeoJSON",
        }
    }

    /// The media type (IANA).
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json => "application/json",
            Self::GeoJson => "application/geo+json",
        }
    }
}

/// The bytes of a set; CSV in UTF-8 with a byte order mark, by which Excel knows it.
///
/// # Errors
/// When a sheet cannot hold the rows.
pub fn bytes(set: &SetRow, table: &Table, format: Format) -> Result<Vec<u8>, String> {
    match format {
        Format::Csv => Ok(encoded(table, Encoding::Utf8).bytes),
        Format::Xlsx => sheet::xlsx(&[Page {
            name: set.label.to_owned(),
            columns: table.columns.iter().map(PageColumn::new).collect(),
            rows: table.rows.clone(),
        }]),
        Format::Json => pretty(&Json::Array(
            table.rows.iter().map(|row| object(table, row)).collect(),
        )),
        Format::GeoJson => pretty(&geo_json(table)),
    }
}

/// The rows as CSV.
pub fn encoded(table: &Table, encoding: Encoding) -> sheet::Written {
    let rows = table
        .rows
        .iter()
        .map(|row| row.iter().map(Value::words).collect());
    let rows: Vec<Vec<String>> = std::iter::once(table.columns.clone()).chain(rows).collect();
    sheet::csv(
        rows.iter().map(|row| row.iter().map(String::as_str)),
        encoding,
    )
}

fn pretty(json: &Json) -> Result<Vec<u8>, String> {
    let mut bytes =
        serde_json::to_vec_pretty(json).map_err(|error| format!("JSONを作れません（{error}）"))?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn object(table: &Table, row: &[Value]) -> Json {
    let cell = |value: &Value| match value {
        Value::Empty => Json::Null,
        Value::Text(words) => Json::from(words.as_str()),
        Value::Number(number) => json_number(*number),
    };
    let cells = table.columns.iter().cloned().zip(row.iter().map(cell));
    Json::Object(cells.collect::<Map<String, Json>>())
}

/// Whole numbers without a point.
fn json_number(number: f64) -> Json {
    match number.fract() == 0.0 && number.abs() < 1e15 {
        true => Json::from(number as i64),
        false => Json::from(number),
    }
}

fn geo_json(table: &Table) -> Json {
    let places = table.rows.iter().zip(&table.positions);
    let features: Vec<Json> = places
        .filter_map(|(row, position)| {
            let Position {
                latitude,
                longitude,
            } = (*position)?;
            let degrees = |degrees: String| degrees.parse::<f64>().ok();
            let point = [
                degrees(longitude.to_string())?,
                degrees(latitude.to_string())?,
            ];
            Some(json!({
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": point},
                "properties": object(table, row),
            }))
        })
        .collect();
    json!({"type": "FeatureCollection", "features": features})
}

#[cfg(test)]
mod tests {
    use super::{Format, bytes, encoded};
    use crate::model::position::{Degrees, Position};
    use crate::present::datasets::{SETS, Table};
    use crate::sheet::{Encoding, Value, read};

    fn table() -> Table {
        let text = |words: &str| Value::Text(words.to_owned());
        let position = Degrees::new("34.7055").zip(Degrees::new("135.4983"));
        Table {
            columns: ["コード", "名称", "病床数"].map(str::to_owned).to_vec(),
            rows: vec![
                vec![text("0123"), text("見本, 病院"), Value::Number(20.0)],
                vec![Value::Empty, text("髙木医院"), Value::Empty],
            ],
            positions: vec![
                position.and_then(|(one, other)| Position::new(one, other)),
                None,
            ],
            updated: None,
        }
    }

    fn text(format: Format) -> String {
        let bytes = bytes(&SETS[0], &table(), format).expect("a file");
        String::from_utf8(bytes).expect("text")
    }

    #[test]
    fn tables_read_back_from_csv_and_excel() {
        for format in [Format::Csv, Format::Xlsx] {
            let bytes = bytes(&SETS[0], &table(), format).expect("a file");
            let book = read(&bytes).expect("a table");
            let rows: Vec<String> = book.sheets[0]
                .rows
                .iter()
                .map(|row| row.join("|"))
                .collect();
            assert_eq!(rows[1], "0123|見本, 病院|20", "{format:?}");
            assert!(rows[2].starts_with("|髙木医院"), "{format:?}");
        }
        assert!(encoded(&table(), Encoding::Cp932).missing.is_empty());
    }

    #[test]
    fn json_has_numbers_where_the_standard_has_and_words_elsewhere() {
        let json: serde_json::Value = serde_json::from_str(&text(Format::Json)).expect("JSON");
        let keys: Vec<&String> = json[0].as_object().expect("an object").keys().collect();
        assert_eq!(keys, ["コード", "名称", "病床数"]);
        assert_eq!(json[0]["コード"], "0123");
        assert_eq!(json[0]["病床数"], 20);
        assert!(json[1]["病床数"].is_null());
    }

    #[test]
    fn a_map_has_longitude_first_and_only_what_lies_somewhere() {
        let json: serde_json::Value = serde_json::from_str(&text(Format::GeoJson)).expect("JSON");
        let features = json["features"].as_array().expect("features");
        assert_eq!(features.len(), 1);
        assert_eq!(features[0]["geometry"]["coordinates"][0], 135.4983);
        assert_eq!(features[0]["properties"]["名称"], "見本, 病院");
    }
}
