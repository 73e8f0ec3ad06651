//! CSV (RFC 4180), read in the forms in which office programs write it and written in the one that all of them read.

use crate::sheet::characters::encode;
use crate::sheet::{Encoding, MOST_CELLS, Sheet, Unreadable, Workbook};

/// Bytes of a file and what they could not hold.
#[derive(Debug)]
pub struct Written {
    pub bytes: Vec<u8>,
    /// Characters that the encoding has not; 〓 stands in their places.
    pub missing: Vec<char>,
}

/// Reads a text; rows may differ in length, and blank lines are rows, as spreadsheets count them.
pub fn read(text: &str) -> Result<Workbook, Unreadable> {
    // Of the three line ends the reader would leave half of one to the next row.
    let text = &text.replace("\r\n", "\n").replace('\r', "\n");
    let mut records = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut rows: Vec<Vec<Box<str>>> = Vec::new();
    let mut cells = 0;
    for record in records.records() {
        let record = record.map_err(|_| Unreadable::Characters)?;
        let start = record.position().map_or(0, |position| position.byte());
        rows.extend(vec![Vec::new(); blank_lines(text, start)]);
        cells += record.len() + 1;
        if cells > MOST_CELLS {
            return Err(Unreadable::TooLarge);
        }
        rows.push(record.iter().map(Into::into).collect());
    }
    // A mark that never closes swallows what should be rows; no cell of a table is so many lines long.
    const MOST_LINES: usize = 200;
    let mut cells = rows.iter().flatten();
    if cells.any(|cell| cell.matches('\n').count() > MOST_LINES) {
        return Err(Unreadable::Quote);
    }
    let last = rows.last().and_then(|row| row.last());
    let is_open = last.is_some_and(|cell| cell.contains('\n')) && !text.trim_end().ends_with('"');
    if is_open {
        return Err(Unreadable::Quote);
    }
    match rows.is_empty() {
        true => Err(Unreadable::Empty),
        false => Ok(Workbook {
            sheets: vec![Sheet { name: None, rows }],
        }),
    }
}

/// The separator of which the first lines have most; a comma where they have none.
fn delimiter(text: &str) -> u8 {
    const LINES: usize = 10;
    let head: Vec<&str> = text.lines().take(LINES).collect();
    let count = |sign: u8| {
        let lines = head.iter().map(|line| line.bytes());
        lines.flatten().filter(|byte| *byte == sign).count()
    };
    // Lists inside cells have semicolons, so a comma wins over as many of them.
    let best = [b';', b'\t', b',']
        .into_iter()
        .max_by_key(|sign| count(*sign));
    best.unwrap_or(b',')
}

/// How many blank lines stand before the record that the reader began to look for at `start`.
fn blank_lines(text: &str, start: u64) -> usize {
    let start = usize::try_from(start).unwrap_or(text.len());
    let rest = text.get(start..).unwrap_or_default();
    let blank = rest.trim_start_matches('\n');
    let breaks = rest.get(..rest.len() - blank.len()).unwrap_or_default();
    breaks
        .matches('\n')
        .count()
        .max(breaks.matches('\r').count())
}

/// Writes rows. Cells are what they are: a program that takes `=1+1` for a formula must be told otherwise by whoever opens the file,
/// since a changed cell would be false data.
pub fn write<'a>(
    rows: impl IntoIterator<Item = impl IntoIterator<Item = &'a str>>,
    encoding: Encoding,
) -> Written {
    let mut text = String::new();
    for row in rows {
        for (column, cell) in row.into_iter().enumerate() {
            if column > 0 {
                text.push(',');
            }
            match cell.contains(['"', ',', '\r', '\n'])
                || cell.starts_with(' ')
                || cell.ends_with(' ')
            {
                true => {
                    text.push('"');
                    text.push_str(&cell.replace('"', "\"\""));
                    text.push('"');
                }
                false => text.push_str(cell),
            }
        }
        text.push_str("\r\n");
    }
    let (bytes, missing) = encode(&text, encoding);
    Written { bytes, missing }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{read, write};
    use crate::sheet::{Encoding, Unreadable};

    fn rows(text: &str) -> Vec<Vec<String>> {
        let sheet = read(text).expect("a table").sheets.remove(0);
        let row = |row: Vec<Box<str>>| row.into_iter().map(String::from).collect();
        sheet.rows.into_iter().map(row).collect()
    }

    #[test]
    fn rows_are_counted_as_spreadsheets_count_them() {
        let read = rows("題\r\n\r\n名称,電話\r\n\"a\nb\",c\r\n\r\n\r\nd\r\n");
        let lengths: Vec<usize> = read.iter().map(Vec::len).collect();
        assert_eq!(lengths, [1, 0, 2, 2, 0, 0, 1]);
        assert_eq!(read[3], ["a\nb", "c"]);
    }

    #[test]
    fn the_separator_is_told_by_the_first_lines() {
        for text in ["a,b;c", "a\tb;c", "a\tb,c\td,e\tf\ng\th\ti\tj"] {
            assert!(rows(text)[0].len() >= 2, "{text}");
        }
        assert_eq!(rows("名称;電話\n見本;06")[1], ["見本", "06"]);
        assert_eq!(
            rows("名称,診療科\n見本,内科;外科")[1],
            ["見本", "内科;外科"]
        );
    }

    #[test]
    fn a_quotation_mark_that_never_closes_is_no_table() {
        assert_eq!(read("名称\n\"見本\n見本二\n"), Err(Unreadable::Quote));
        assert_eq!(rows("名称\n5\"管\n").len(), 2);
        assert_eq!(read(""), Err(Unreadable::Empty));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_the_same(
            cells in prop::collection::vec(prop::collection::vec("[^\\x00\r]{1,6}", 2..4), 1..5)
        ) {
            // A line of nothing but its end is a blank line, and a mark at the start of the file is none of the text.
            let is_plain = |cell: &String| !cell.contains('\u{feff}') && !cell.contains(';') && !cell.contains('\t');
            prop_assume!(cells.iter().flatten().all(is_plain));
            let written = write(cells.iter().map(|row| row.iter().map(String::as_str)), Encoding::Utf8);
            let book = crate::sheet::read(&written.bytes);
            let start = cells[0][0].trim_start().to_lowercase();
            prop_assume!(!start.starts_with('<') && !start.starts_with("%pdf") && !start.starts_with("pk"));
            let read: Vec<Vec<String>> = book.expect("a table").sheets[0]
                .rows
                .iter()
                .map(|row| row.iter().map(|cell| cell.to_string()).collect())
                .collect();
            prop_assert_eq!(read, cells);
        }

        #[test]
        fn no_text_makes_reading_fail_otherwise_than_by_saying_so(text in ".{0,80}") {
            let _ = read(&text);
        }
    }
}
