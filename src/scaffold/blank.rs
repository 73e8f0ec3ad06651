//! Sheets to fill in: headings with drop-downs, a row that shows how, and a second sheet that explains every column.

use crate::model::facet::State;
use crate::model::field::{FIELDS, Field, FieldRow};
use crate::model::flyer::FlyerDesign;
use crate::model::institution::CATEGORIES;
use crate::model::kind::Kind;
use crate::model::register::{COLUMNS, Column, ColumnRow, Register};
use crate::parse::registers::EXAMPLE_MARK;
use crate::sheet::{Page, PageColumn, Value, xlsx};

/// A column as a person who fills it in sees it.
struct Described {
    label: &'static str,
    must: bool,
    help: &'static str,
    example: String,
    choices: Vec<String>,
}

/// A sheet for the rows of a register. Whoever writes weekdays one by one needs no columns for all of them together.
///
/// # Errors
/// Never for the columns there are; the writer of sheets has limits.
pub fn register(register: Register) -> Result<Vec<u8>, String> {
    let is_asked = |row: &&ColumnRow| {
        !matches!(
            row.column,
            Column::Prefecture | Column::City | Column::Town | Column::Lot
        )
    };
    let rows = COLUMNS.iter().filter(is_asked);
    workbook(register.label, rows.map(column).collect())
}

/// A sheet for manuscripts of a kind.
///
/// # Errors
/// As for registers.
pub fn kind(kind: Kind) -> Result<Vec<u8>, String> {
    let rows = FIELDS.iter().filter(|row| kind.takes(row.field));
    workbook(kind.label, rows.map(|row| field(kind, row)).collect())
}

fn column(row: &ColumnRow) -> Described {
    let yes_or_no = || ["有", "無"].map(str::to_owned).to_vec();
    let choices = match row.column {
        Column::Category => CATEGORIES.iter().map(|row| row.label.to_owned()).collect(),
        Column::HomeVisit
        | Column::DailyCare
        | Column::Discharge
        | Column::Emergency
        | Column::EndOfLife
        | Column::Consent => yes_or_no(),
        Column::Sample => vec!["はい".to_owned()],
        _ => Vec::new(),
    };
    let mark = match row.column {
        Column::Name => EXAMPLE_MARK,
        _ => "",
    };
    Described {
        label: row.label,
        must: row.column == Column::Name,
        help: row.help,
        example: format!("{mark}{}", row.example),
        choices,
    }
}

fn field(kind: Kind, row: &FieldRow) -> Described {
    let choices = match row.field {
        Field::State => State::ALL.map(|state| state.label().to_owned()).to_vec(),
        Field::Application => ["必要", "不要"].map(str::to_owned).to_vec(),
        Field::Flyer => {
            let designs = FlyerDesign::ALL.map(FlyerDesign::label);
            designs
                .into_iter()
                .chain(["なし"])
                .map(str::to_owned)
                .collect()
        }
        Field::Sample => vec!["はい".to_owned()],
        _ => Vec::new(),
    };
    let mark = match row.field {
        Field::Title => EXAMPLE_MARK,
        _ => "",
    };
    Described {
        label: row.label,
        must: row.field == Field::Title || kind.required.contains(&row.facet),
        help: row.help,
        example: format!("{mark}{}", row.example),
        choices,
    }
}

fn workbook(name: &str, columns: Vec<Described>) -> Result<Vec<u8>, String> {
    let text = |words: &str| Value::text((!words.is_empty()).then(|| words.to_owned()));
    let fill = Page {
        name: "記入".to_owned(),
        columns: columns
            .iter()
            .map(|column| PageColumn {
                title: column.label.to_owned(),
                choices: column.choices.clone(),
            })
            .collect(),
        rows: vec![columns.iter().map(|column| text(&column.example)).collect()],
    };
    let explain = Page {
        name: "書き方".to_owned(),
        columns: ["欄", "必ず書く", "説明", "例"].map(PageColumn::new).to_vec(),
        rows: std::iter::once(vec![
            text(name),
            Value::Empty,
            text("「記入」のシートに、1件を1行で書いてください。2行目は記入例です。取り込むときには使われません。"),
            Value::Empty,
        ])
        .chain(columns.iter().map(|column| {
            vec![
                text(column.label),
                text(if column.must { "必ず" } else { "" }),
                text(column.help),
                text(column.example.trim_start_matches(EXAMPLE_MARK)),
            ]
        }))
        .collect(),
    };
    xlsx(&[fill, explain])
}

#[cfg(test)]
mod tests {
    use super::{kind, register};
    use crate::diag::Findings;
    use crate::model::kind::Kind;
    use crate::model::register::Register;
    use crate::parse::registers;
    use crate::sheet::read;
    use crate::text::span::SourceId;

    #[test]
    fn a_blank_register_is_read_as_one_without_rows() {
        for register in Register::all() {
            let bytes = self::register(register).expect("a workbook");
            let mut findings = Findings::new(SourceId(0));
            let read = registers::register(&bytes, &mut findings).expect("a register");
            assert!(read.institutions.is_empty());
            assert!(read.other_columns.is_empty(), "{:?}", read.other_columns);
            assert!(findings.into_vec().is_empty());
        }
    }

    #[test]
    fn every_kind_has_a_sheet_with_its_fields() {
        for kind in Kind::all() {
            let book = read(&self::kind(kind).expect("a workbook")).expect("a table");
            assert_eq!(&*book.sheets[0].rows[0][0], "題名");
            assert_eq!(book.sheets.len(), 2);
        }
    }
}
