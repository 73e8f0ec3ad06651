//! Tables as files (layer 1): the bytes of CSV and XLSX in, cells out, and back. What a cell means is for others to say.
//!
//! Invariant: nothing here panics or grows without bound, whatever the bytes are.

mod characters;
mod csv;
mod unreadable;
mod xlsx;

use std::fmt;

pub use characters::Encoding;
pub use csv::{Written, write as csv};
pub use unreadable::Unreadable;
pub use xlsx::{Page, PageColumn, Stack, StackRow, Value, write as xlsx, write_stacks};

/// What is in a file of tables. A CSV file has one sheet without a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    pub sheets: Vec<Sheet>,
}

/// One sheet, its cells as a person would have typed them: `2026-11-01` for a day, `9:00` for a time, `0.375` for a bare number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub name: Option<Box<str>>,
    /// From the first row of the sheet on, so that the position tells the number; rows may differ in length.
    pub rows: Vec<Vec<Box<str>>>,
}

impl Sheet {
    /// The words of a cell; empty where there is none.
    pub fn cell(&self, at: CellAddress) -> &str {
        let row = self.rows.get(at.row as usize);
        row.and_then(|row| row.get(at.column as usize))
            .map_or("", |cell| cell)
    }
}

/// No file of tables has more cells, the empty ones before a filled one included: about twice those of 100,000 institutions.
const MOST_CELLS: usize = 8_000_000;

/// Reads a file of tables; its form is told by its bytes, whatever it is called.
///
/// # Errors
/// When it is no table, or one that cannot be read whole.
pub fn read(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    if bytes.starts_with(b"PK\x03\x04") {
        return xlsx::read(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(Unreadable::OldOrLocked);
    }
    if bytes.starts_with(b"%PDF") {
        return Err(Unreadable::Pdf);
    }
    let text = characters::decode(bytes)?;
    let start = text
        .trim_start()
        .get(..9)
        .unwrap_or_default()
        .to_lowercase();
    if start.starts_with("<!doctype") || start.starts_with("<html") || start.starts_with("<?xml") {
        return Err(Unreadable::Html);
    }
    csv::read(&text)
}

/// A cell of a sheet, both parts counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellAddress {
    pub row: u32,
    pub column: u32,
}

/// `D14`, as spreadsheet programs name it.
impl fmt::Display for CellAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}{}",
            column_name(self.column),
            u64::from(self.row) + 1
        )
    }
}

/// `A`, `Z`, `AA`.
pub fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{CellAddress, column_name};

    #[test]
    fn cells_are_named_as_in_spreadsheets() {
        let names = [0, 25, 26, 51, 52, 701, 702].map(column_name);
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
        let cell = CellAddress { row: 13, column: 3 };
        assert_eq!(cell.to_string(), "D14");
    }
}
