//! Sheets with several tables below each other in, the bytes of a workbook out.
//!
//! Invariant: the same sheets give the same bytes, on any day.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::sheet::xlsx::write::{
    Looks, Value, bytes, cut, empty, put, sheet_name, too_large, width,
};

/// One sheet of tables, with words between them.
#[derive(Clone, Debug, Default)]
pub struct Stack {
    pub name: String,
    pub rows: Vec<StackRow>,
}

/// One row of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum StackRow {
    Blank,
    /// Stands above a table; it may run over the cells beside it.
    Title(String),
    /// The headings of the columns of a table.
    Headings(Vec<String>),
    Cells(Vec<Value>),
}

/// Writes a workbook.
///
/// # Errors
/// One sentence for whoever asked for the file, when there are more rows or columns than a sheet can have.
pub fn write_stacks(stacks: &[Stack]) -> Result<Vec<u8>, String> {
    let mut workbook = empty();
    let mut names: Vec<String> = Vec::new();
    for stack in stacks {
        let name = sheet_name(&stack.name, &names);
        let sheet = workbook.add_worksheet();
        fill(sheet, stack, &name)
            .map_err(|error| too_large(&stack.name, stack.rows.len(), &error))?;
        names.push(name);
    }
    bytes(workbook)
}

fn fill(sheet: &mut Worksheet, stack: &Stack, name: &str) -> Result<(), XlsxError> {
    let looks = Looks::new();
    sheet.set_name(name)?;
    let cells = |row: &StackRow| match row {
        StackRow::Cells(cells) => cells.len(),
        StackRow::Headings(_) | StackRow::Blank | StackRow::Title(_) => 0,
    };
    let columns = stack.rows.iter().map(cells).max().unwrap_or_default();
    for (column, at) in (0u16..).zip(0..columns) {
        sheet.set_column_width(column, widest(stack, at))?;
    }
    for (row, content) in (0u32..).zip(&stack.rows) {
        match content {
            StackRow::Blank => {}
            StackRow::Title(words) => {
                sheet.write_string_with_format(row, 0, cut(words), &looks.title)?;
            }
            StackRow::Headings(headings) => {
                for (column, words) in (0u16..).zip(headings) {
                    sheet.write_string_with_format(row, column, cut(words), &looks.heading)?;
                }
            }
            StackRow::Cells(cells) => put(sheet, row, cells, &looks)?,
        }
    }
    Ok(())
}

/// The width of a column, in characters.
fn widest(stack: &Stack, column: usize) -> f64 {
    let cells = stack.rows.iter().filter_map(|row| match row {
        StackRow::Cells(cells) => cells.get(column),
        StackRow::Headings(_) | StackRow::Blank | StackRow::Title(_) => None,
    });
    let headings = stack.rows.iter().filter_map(|row| match row {
        StackRow::Headings(headings) => headings.get(column),
        StackRow::Cells(_) | StackRow::Blank | StackRow::Title(_) => None,
    });
    let headings = headings.map(|heading| width(heading, std::iter::empty()));
    headings.fold(width("", cells), f64::max)
}

#[cfg(test)]
mod tests {
    use super::{Stack, StackRow, write_stacks};
    use crate::sheet::{Value, read};

    #[test]
    fn tables_stand_below_each_other_and_numbers_stay_numbers() {
        let headings = |words: &[&str]| {
            StackRow::Headings(words.iter().map(|words| (*words).to_owned()).collect())
        };
        let stack = Stack {
            name: "見本".to_owned(),
            rows: vec![
                StackRow::Title("一つ目の表".to_owned()),
                headings(&["区名", "数"]),
                StackRow::Cells(vec![Value::Text("北区".to_owned()), Value::Number(4.0)]),
                StackRow::Blank,
                headings(&["内容"]),
            ],
        };
        let stacks = [stack.clone(), stack];
        let bytes = write_stacks(&stacks).expect("a workbook");
        assert_eq!(write_stacks(&stacks).as_ref(), Ok(&bytes));
        let book = read(&bytes).expect("a table");
        let names = book.sheets.iter().map(|sheet| sheet.name.as_deref());
        assert_eq!(names.collect::<Vec<_>>(), [Some("見本"), Some("見本 2")]);
        let rows = book.sheets[0].rows.iter();
        let rows: Vec<String> = rows.map(|row| row.join("|")).collect();
        assert_eq!(rows, ["一つ目の表", "区名|数", "北区|4", "", "内容"]);
    }
}
