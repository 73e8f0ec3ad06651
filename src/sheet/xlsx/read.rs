//! Workbooks in, cells as a person would have typed them out.
//!
//! Invariant: nothing is unpacked before it is known how large it becomes.

use std::io::{Cursor, Read, Seek, copy, sink};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use zip::ZipArchive;

use crate::sheet::{MOST_CELLS, Sheet, Unreadable, Workbook, characters, csv};

/// What is in a file may unpack to so much.
const MOST_BYTES: u64 = 300 * 1024 * 1024;

/// Reads a workbook, or the one CSV file in a ZIP file.
pub fn read(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    let names: Vec<String> = archive
        .file_names()
        .filter_map(|name| Some(name.ok()?.into_owned()))
        .collect();
    if !names
        .iter()
        .any(|name| name.eq_ignore_ascii_case("xl/workbook.xml"))
    {
        return packed_csv(&mut archive, &names);
    }
    weigh(&mut archive)?;
    // The library is made for files that office programs write; what it thinks impossible in one of another hand must not stop us.
    let read = catch_unwind(AssertUnwindSafe(|| workbook(bytes)));
    read.unwrap_or(Err(Unreadable::Damaged))
}

/// Unpacks everything once without keeping it: the sizes that a file names itself cannot be trusted.
fn weigh<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<(), Unreadable> {
    let mut left = MOST_BYTES;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| Unreadable::Damaged)?;
        let size = copy(&mut entry.take(left + 1), &mut sink());
        let size = size.map_err(|_| Unreadable::Damaged)?;
        left = left.checked_sub(size).ok_or(Unreadable::TooLarge)?;
    }
    Ok(())
}

fn packed_csv<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    names: &[String],
) -> Result<Workbook, Unreadable> {
    let mut tables = names
        .iter()
        .filter(|name| name.to_ascii_lowercase().ends_with(".csv"));
    let (Some(name), None) = (tables.next(), tables.next()) else {
        return Err(Unreadable::NoTable);
    };
    let entry = archive.by_name(name).map_err(|_| Unreadable::Damaged)?;
    let mut bytes = Vec::new();
    let mut entry = entry.take(MOST_BYTES + 1);
    entry
        .read_to_end(&mut bytes)
        .map_err(|_| Unreadable::Damaged)?;
    match bytes.len() as u64 > MOST_BYTES {
        true => Err(Unreadable::TooLarge),
        false => csv::read(&characters::decode(&bytes)?),
    }
}

fn workbook(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    let mut file: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    let shown = file.sheets_metadata().iter().filter(|sheet| {
        sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible
    });
    let names: Vec<String> = shown.map(|sheet| sheet.name.clone()).collect();
    let mut left = MOST_CELLS;
    let mut sheets = Vec::new();
    for name in names {
        let rows = rows(&mut file, &name, &mut left)?;
        sheets.push(Sheet {
            name: Some(name.into()),
            rows,
        });
    }
    match sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        true => Err(Unreadable::Empty),
        false => Ok(Workbook { sheets }),
    }
}

/// The filled rows of a sheet and those between them; `left` is how many cells may still be kept.
fn rows(
    file: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    left: &mut usize,
) -> Result<Vec<Vec<Box<str>>>, Unreadable> {
    let mut cells = file
        .worksheet_cells_reader(name)
        .map_err(|_| Unreadable::Damaged)?;
    let mut rows: Vec<Vec<Box<str>>> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(|_| Unreadable::Damaged)? {
        let words = words(cell.get_value());
        if words.trim().is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize, column as usize);
        let width = rows.get(row).map_or(0, Vec::len);
        let grown = (row + 1).saturating_sub(rows.len()) + (column + 1).saturating_sub(width);
        *left = left.checked_sub(grown).ok_or(Unreadable::TooLarge)?;
        if rows.len() <= row {
            rows.resize(row + 1, Vec::new());
        }
        let Some(cells) = rows.get_mut(row) else {
            continue;
        };
        if cells.len() <= column {
            cells.resize(column + 1, Box::default());
        }
        if let Some(place) = cells.get_mut(column) {
            *place = words.into();
        }
    }
    Ok(rows)
}

fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_words(*number),
        DataRef::String(text) => unescaped(text),
        DataRef::SharedString(text) => unescaped(text),
        DataRef::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(moment) => moment_words(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// `5`, `0.375`.
fn number_words(number: f64) -> String {
    const WHOLE: f64 = 1e15;
    match number.fract() == 0.0 && number.abs() < WHOLE {
        true => format!("{}", number as i64),
        false => number.to_string(),
    }
}

/// Line ends that XLSX writes as `_x000D_` (ECMA-376, ST_Xstring).
fn unescaped(text: &str) -> String {
    text.replace("_x000D_", "").replace("\r\n", "\n")
}

/// `2026-11-01`, `9:00`, `2026-11-01 14:00`; seconds only where there are any.
fn moment_words(moment: &ExcelDateTime) -> String {
    let days = moment.as_f64();
    let seconds = (days.rem_euclid(1.0) * 86_400.0).round() as u32;
    let clock = |hours: u64| {
        let (minutes, seconds) = (seconds / 60 % 60, seconds % 60);
        match seconds {
            0 => format!("{hours}:{minutes:02}"),
            _ => format!("{hours}:{minutes:02}:{seconds:02}"),
        }
    };
    let hours = u64::from(seconds / 3600);
    if moment.is_duration() && days >= 0.0 {
        return clock(days as u64 * 24 + hours);
    }
    if days < 1.0 {
        return clock(hours);
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}");
    match seconds % 86_400 {
        0 => day,
        _ => format!("{day} {}", clock(hours)),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use crate::sheet::{Unreadable, read};

    fn packed(files: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in files {
            let started = archive.start_file(*name, SimpleFileOptions::default());
            started.expect("a file");
            archive.write_all(text.as_bytes()).expect("bytes");
        }
        archive.finish().expect("an archive").into_inner()
    }

    /// A workbook of one sheet, as office programs lay it out, with these cells, strings and formats.
    fn workbook(dimension: &str, cells: &str, strings: &str) -> Vec<u8> {
        let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let package = "http://schemas.openxmlformats.org/package/2006/relationships";
        let relations = format!("<Relationships xmlns=\"{package}\">");
        let parts = [
            (
                "_rels/.rels",
                format!(
                    "{relations}<Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                ),
            ),
            (
                "xl/workbook.xml",
                format!(
                    "<workbook {main} xmlns:r=\"{office}\"><sheets><sheet name=\"見本\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"隠し\" sheetId=\"2\" state=\"hidden\" r:id=\"r1\"/></sheets></workbook>"
                ),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                format!(
                    "{relations}<Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"{office}/styles\" Target=\"styles.xml\"/></Relationships>"
                ),
            ),
            (
                "xl/styles.xml",
                format!(
                    "<styleSheet {main}><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"[h]:mm\"/></numFmts><cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"20\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
                ),
            ),
            (
                "xl/sharedStrings.xml",
                format!("<sst {main}>{strings}</sst>"),
            ),
            (
                "xl/worksheets/sheet1.xml",
                format!(
                    "<worksheet {main}><dimension ref=\"{dimension}\"/><sheetData>{cells}</sheetData></worksheet>"
                ),
            ),
        ];
        let parts: Vec<(&str, &str)> = parts
            .iter()
            .map(|(name, text)| (*name, text.as_str()))
            .collect();
        packed(&parts)
    }

    fn rows(bytes: &[u8]) -> Vec<String> {
        let book = read(bytes).expect("a table");
        assert_eq!(book.sheets.len(), 1);
        let row = |row: &Vec<Box<str>>| row.join("|");
        book.sheets[0].rows.iter().map(row).collect()
    }

    #[test]
    fn readings_above_characters_are_no_words() {
        let strings = "<si><t>対象</t><rPh sb=\"0\" eb=\"2\"><t>タイショウ</t></rPh><phoneticPr fontId=\"1\"/></si><si><r><t>区</t></r><r><t>内_x000D_\nの方</t></r></si>";
        let cells =
            "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c><c r=\"C3\" t=\"s\"><v>1</v></c></row>";
        assert_eq!(
            rows(&workbook("B3:C3", cells, strings)),
            ["", "", "|対象|区内\nの方"]
        );
    }

    #[test]
    fn days_and_times_are_what_the_cell_shows() {
        let cell = |at: &str, style: u32, value: &str| {
            format!("<c r=\"{at}\" s=\"{style}\"><v>{value}</v></c>")
        };
        let cells = format!(
            "<row r=\"1\">{}{}{}{}{}{}{}</row>",
            cell("A1", 1, "46327"),
            cell("B1", 2, "0.375"),
            cell("C1", 1, "46327.583333333336"),
            cell("D1", 3, "1.5"),
            cell("E1", 0, "0.375"),
            cell("F1", 0, "6"),
            "<c r=\"G1\" t=\"b\"><v>1</v></c><c r=\"H1\" t=\"e\"><v>#N/A</v></c>"
        );
        assert_eq!(
            rows(&workbook("A1:H1", &cells, "")),
            ["2026-11-01|9:00|2026-11-01 14:00|36:00|0.375|6|TRUE|#N/A"]
        );
    }

    #[test]
    fn what_a_sheet_says_of_its_size_is_not_believed() {
        let cells = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
        assert_eq!(rows(&workbook("A1:XFD1048576", cells, "")), ["1"]);
        let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
        assert_eq!(rows(&workbook("A1:A1", far, "")).len(), 1_048_576);
        let wide: String = (1..=1_000)
            .map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>"))
            .collect();
        assert_eq!(read(&workbook("A1", &wide, "")), Err(Unreadable::TooLarge));
    }

    #[test]
    fn a_file_that_unpacks_to_too_much_is_refused_before_it_does() {
        let blank = " ".repeat(16 * 1024 * 1024);
        let strings = format!("<si><t>{}</t></si>", blank.repeat(20));
        assert_eq!(
            read(&workbook("A1", "", &strings)),
            Err(Unreadable::TooLarge)
        );
    }

    #[test]
    fn a_zip_file_is_read_where_one_table_is_in_it() {
        let table = |name: &str| (name.to_owned(), "名称,電話\n");
        let read = |names: &[&str]| {
            let files: Vec<(String, &str)> = names.iter().map(|name| table(name)).collect();
            let files: Vec<(&str, &str)> = files
                .iter()
                .map(|(name, text)| (name.as_str(), *text))
                .collect();
            read(&packed(&files)).map(|book| book.sheets.len())
        };
        assert_eq!(read(&["a/data.CSV", "readme.txt"]), Ok(1));
        assert_eq!(read(&["a.csv", "b.csv"]), Err(Unreadable::NoTable));
        assert_eq!(read(&["content.xml"]), Err(Unreadable::NoTable));
    }
}
