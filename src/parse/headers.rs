//! Where a table begins and ends on a sheet (phase `parse`): the row of headings is found by what its cells are called, whatever stands
//! above it, and notes below the table are told from rows.
//!
//! Invariant: every filled cell below the headings belongs to a row, to a heading that is repeated, or to a note below the table.

use crate::model::names::Text;
use crate::sheet::{CellAddress, Sheet, column_name};
use crate::text::japanese::fold;

/// A table on a sheet.
#[derive(Debug)]
pub struct Grid<'a, T> {
    pub sheet: &'a Sheet,
    /// The row of the headings, counted from 0.
    pub row: u32,
    /// Of the columns that have a heading or anything below it, from left to right.
    pub headings: Vec<Heading<T>>,
}

/// What a column is called and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading<T> {
    pub column: u32,
    /// As it is written; `D列` where nothing is.
    pub words: Text,
    pub meaning: Option<T>,
}

/// What a row below the headings is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Blank,
    /// The headings once more, as on every printed page.
    Headings,
    /// `※ …` below the table.
    Note,
    Data,
}

/// Headings are looked for in so many rows; more than that stands above no table.
const SEARCHED_ROWS: u32 = 50;

/// One word may be a heading by chance, two are not.
const FEWEST: usize = 2;

/// The table of a sheet; `None` where no row has two headings that `known` knows. Of two columns with one meaning the first has it.
pub fn grid<'a, T: Copy + PartialEq>(
    sheet: &'a Sheet,
    known: impl Fn(&str) -> Option<T>,
) -> Option<Grid<'a, T>> {
    let rows = (0..SEARCHED_ROWS).zip(&sheet.rows);
    let meanings = rows.map(|(row, cells)| {
        let mut meanings: Vec<T> = Vec::new();
        for meaning in cells.iter().filter_map(|cell| known(cell)) {
            if !meanings.contains(&meaning) {
                meanings.push(meaning);
            }
        }
        (row, meanings.len())
    });
    // The first of the best, as `max_by_key` alone takes the last.
    let best = meanings.rev().max_by_key(|(_, count)| *count);
    let (row, _) = best.filter(|(_, count)| *count >= FEWEST)?;
    let mut taken: Vec<T> = Vec::new();
    let width = sheet.rows.iter().skip(row as usize).map(Vec::len).max();
    let filled = filled_columns(sheet, row, width.unwrap_or_default());
    let headings = (0u32..).zip(filled).filter(|(_, is_filled)| *is_filled);
    let headings = headings.filter_map(|(column, _)| {
        let words = sheet.cell(CellAddress { row, column });
        let meaning = known(words).filter(|meaning| !taken.contains(meaning));
        taken.extend(meaning);
        let words = Text::new(words).or_else(|| Text::new(&format!("{}列", column_name(column))));
        Some(Heading {
            column,
            words: words?,
            meaning,
        })
    });
    let headings = headings.collect();
    Some(Grid {
        sheet,
        row,
        headings,
    })
}

/// Which columns have anything in or below the row of headings.
fn filled_columns(sheet: &Sheet, row: u32, width: usize) -> Vec<bool> {
    let mut filled = vec![false; width];
    for cells in sheet.rows.iter().skip(row as usize) {
        for (cell, is_filled) in cells.iter().zip(&mut filled) {
            *is_filled |= !is_blank(cell);
        }
    }
    filled
}

impl<T: Copy + PartialEq> Grid<'_, T> {
    /// The rows below the headings and what each is.
    pub fn lines(&self) -> impl Iterator<Item = (u32, Line)> {
        let rows = (0u32..).zip(&self.sheet.rows).skip(self.row as usize + 1);
        rows.map(|(row, cells)| (row, self.line(cells)))
    }

    /// The cell of a row below a heading.
    pub fn cell(&self, row: u32, heading: &Heading<T>) -> &str {
        self.sheet.cell(CellAddress {
            row,
            column: heading.column,
        })
    }

    /// The heading with a meaning.
    pub fn heading(&self, meaning: T) -> Option<&Heading<T>> {
        let mut headings = self.headings.iter();
        headings.find(|heading| heading.meaning == Some(meaning))
    }

    fn line(&self, cells: &[Box<str>]) -> Line {
        let filled: Vec<&str> = cells
            .iter()
            .map(|cell| cell.trim())
            .filter(|cell| !is_blank(cell))
            .collect();
        let repeats = |heading: &Heading<T>| {
            let cell = cells.get(heading.column as usize);
            cell.and_then(|cell| Text::new(cell)).as_ref() == Some(&heading.words)
        };
        match filled.as_slice() {
            [] => Line::Blank,
            [only] if is_note(only) => Line::Note,
            _ if self.headings.iter().filter(|one| repeats(one)).count() * 2 > filled.len() => {
                Line::Headings
            }
            _ => Line::Data,
        }
    }
}

fn is_blank(cell: &str) -> bool {
    cell.chars().all(|sign| fold(sign) == ' ')
}

/// Whether the only words of a row are about the table and not a row of it.
fn is_note(cell: &str) -> bool {
    const SIGNS: &[&str] = &[
        "※", "＊", "*", "注", "（注", "(注", "備考", "出典", "（※", "(※", "資料",
    ];
    SIGNS.iter().any(|sign| cell.starts_with(sign))
}

#[cfg(test)]
mod tests {
    use super::{Line, grid};
    use crate::model::register::Column;
    use crate::sheet::Sheet;

    fn sheet(rows: &[&[&str]]) -> Sheet {
        let cells = |row: &&[&str]| row.iter().map(|cell| (*cell).into()).collect();
        Sheet {
            name: None,
            rows: rows.iter().map(cells).collect(),
        }
    }

    #[test]
    fn headings_are_found_below_a_title_and_notes_are_no_rows() {
        let sheet = sheet(&[
            &["北区 医療機関の名簿"],
            &[],
            &["", "名称", "ＴＥＬ", "駐車場", "電話番号", "", ""],
            &["1", "見本病院", "06-0000-0001", "有", "", "", ""],
            &["", "名称", "ＴＥＬ", "駐車場", "電話番号"],
            &["2", "見本医院", "", "", "", "x", ""],
            &["", "　"],
            &["※ 令和8年10月1日現在です。"],
        ]);
        let grid = grid(&sheet, Column::named).expect("a table");
        let headings: Vec<(String, Option<Column>)> = grid
            .headings
            .iter()
            .map(|heading| (heading.words.to_string(), heading.meaning))
            .collect();
        let expected = [
            ("A列", None),
            ("名称", Some(Column::Name)),
            ("ＴＥＬ", Some(Column::Phone)),
            ("駐車場", None),
            ("電話番号", None),
            ("F列", None),
        ];
        assert_eq!(
            headings,
            expected.map(|(words, one)| (words.to_owned(), one))
        );
        let lines: Vec<(u32, Line)> = grid.lines().collect();
        assert_eq!(
            lines,
            [
                (3, Line::Data),
                (4, Line::Headings),
                (5, Line::Data),
                (6, Line::Blank),
                (7, Line::Note)
            ]
        );
        let phone = grid.heading(Column::Phone).expect("a column");
        assert_eq!(grid.cell(3, phone), "06-0000-0001");
    }

    #[test]
    fn one_word_is_no_row_of_headings() {
        assert!(grid(&sheet(&[&["名称"], &["見本病院"]]), Column::named).is_none());
        assert!(grid(&sheet(&[]), Column::named).is_none());
    }
}
