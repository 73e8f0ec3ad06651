//! Sheets in, the bytes of a workbook out.
//!
//! Invariant: the same sheets give the same bytes, on any day.

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Workbook, Worksheet, XlsxError,
};

use crate::text::japanese::halves;

/// One sheet: a row of headings and rows below it.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub name: String,
    pub columns: Vec<PageColumn>,
    pub rows: Vec<Vec<Value>>,
}

/// A column and how it is filled in.
#[derive(Clone, Debug, Default)]
pub struct PageColumn {
    pub title: String,
    /// What a cell may be; anything where this is empty.
    pub choices: Vec<String>,
}

/// What is in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Empty,
    /// Stays as it is, with leading zeros and all.
    Text(String),
    Number(f64),
}

impl Value {
    /// Nothing becomes an empty cell.
    pub fn text(words: Option<impl ToString>) -> Self {
        words.map_or(Self::Empty, |words| Self::Text(words.to_string()))
    }

    /// As CSV has it.
    pub fn words(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(words) => words.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

impl PageColumn {
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            choices: Vec::new(),
        }
    }
}

/// Down to which row a sheet offers its choices.
const OFFERED_ROWS: u32 = 1_000;

/// The most characters a cell can hold (Excel specifications and limits).
const LONGEST_CELL: usize = 32_767;

/// Writes a workbook.
///
/// # Errors
/// One sentence for whoever asked for the file, when there are more rows or columns than a sheet can have.
pub fn write(pages: &[Page]) -> Result<Vec<u8>, String> {
    let mut workbook = empty();
    let mut names: Vec<String> = Vec::new();
    for page in pages {
        let name = sheet_name(&page.name, &names);
        let sheet = workbook.add_worksheet();
        fill(sheet, page, &name).map_err(|error| too_large(&page.name, page.rows.len(), &error))?;
        names.push(name);
    }
    bytes(workbook)
}

pub(super) fn empty() -> Workbook {
    let mut workbook = Workbook::new();
    // The library would put the time of writing here.
    let first = ExcelDateTime::from_ymd(2000, 1, 1);
    if let Ok(first) = first {
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&first));
    }
    workbook
}

pub(super) fn bytes(mut workbook: Workbook) -> Result<Vec<u8>, String> {
    workbook
        .save_to_buffer()
        .map_err(|error| format!("Excelのファイルを作れません（{error}）"))
}

pub(super) fn too_large(name: &str, rows: usize, error: &XlsxError) -> String {
    format!("「{name}」の{rows}行は、Excelのシートに入りきりません（{error}）")
}

/// How cells look.
pub(super) struct Looks {
    pub heading: Format,
    pub title: Format,
    pub body: Format,
    pub number: Format,
}

impl Looks {
    pub fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            heading: top()
                .set_bold()
                .set_text_wrap()
                .set_background_color(Color::RGB(0xE8_EE_F6))
                .set_border(FormatBorder::Thin),
            title: top().set_bold(),
            body: top().set_num_format("@").set_text_wrap(),
            number: top(),
        }
    }
}

fn fill(sheet: &mut Worksheet, page: &Page, name: &str) -> Result<(), XlsxError> {
    let looks = Looks::new();
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    for (column, described) in (0u16..).zip(&page.columns) {
        let at = usize::from(column);
        let cells = page.rows.iter().filter_map(|row| row.get(at));
        sheet.set_column_width(column, width(&described.title, cells))?;
        sheet.set_column_format(column, &looks.body)?;
        sheet.write_with_format(0, column, cut(&described.title), &looks.heading)?;
        if !described.choices.is_empty() {
            let choices = DataValidation::new().allow_list_strings(&described.choices)?;
            sheet.add_data_validation(1, column, OFFERED_ROWS, column, &choices)?;
        }
    }
    for (row, cells) in (1u32..).zip(&page.rows) {
        put(sheet, row, cells, &looks)?;
    }
    Ok(())
}

pub(super) fn put(
    sheet: &mut Worksheet,
    row: u32,
    cells: &[Value],
    looks: &Looks,
) -> Result<(), XlsxError> {
    for (column, cell) in (0u16..).zip(cells) {
        match cell {
            Value::Text(words) => {
                sheet.write_string_with_format(row, column, cut(words), &looks.body)?;
            }
            Value::Number(value) if value.is_finite() => {
                sheet.write_number_with_format(row, column, *value, &looks.number)?;
            }
            Value::Empty | Value::Number(_) => {}
        }
    }
    Ok(())
}

/// Wide enough for the heading and what stands below it, within what fits on a screen. Only the first rows are looked at.
pub(super) fn width<'a>(heading: &str, cells: impl Iterator<Item = &'a Value>) -> f64 {
    const LOOKED_AT: usize = 100;
    let widths = cells.take(LOOKED_AT).map(|cell| match cell {
        Value::Text(words) => words.lines().map(halves).max().unwrap_or_default(),
        Value::Number(value) => value.to_string().len(),
        Value::Empty => 0,
    });
    let widest = widths.chain([halves(heading)]).max().unwrap_or_default();
    (widest + 2).clamp(8, 60) as f64
}

pub(super) fn cut(words: &str) -> &str {
    let end = words
        .char_indices()
        .nth(LONGEST_CELL / 2)
        .map(|(end, _)| end);
    // Characters beyond the first plane count as two.
    match words.encode_utf16().count() > LONGEST_CELL {
        true => end.and_then(|end| words.get(..end)).unwrap_or(words),
        false => words,
    }
}

/// At most 31 characters, none of those that a sheet cannot have, and no name twice.
pub(super) fn sheet_name(wanted: &str, taken: &[String]) -> String {
    const LONGEST: usize = 31;
    let clean: String = wanted
        .chars()
        .map(|sign| match sign {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'' => ' ',
            sign if sign.is_control() => ' ',
            sign => sign,
        })
        .collect();
    let clean = match clean.trim() {
        "" => "シート",
        clean => clean,
    };
    let short = |longest: usize| {
        let mut left = longest;
        let fits = |sign: &char| {
            let size = sign.len_utf16();
            let is_room = size <= left;
            left = left.saturating_sub(size);
            is_room
        };
        clean.chars().take_while(fits).collect::<String>()
    };
    let is_free = |name: &String| {
        !taken
            .iter()
            .any(|one| one.to_lowercase() == name.to_lowercase())
    };
    let numbered = (2..).map(|number| format!("{} {number}", short(LONGEST - 6)));
    let mut names = std::iter::once(short(LONGEST)).chain(numbered);
    names.find(is_free).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Page, PageColumn, Value, write};
    use crate::sheet::{Sheet, Unreadable, read};

    fn page(name: &str, rows: &[&[&str]]) -> Page {
        Page {
            name: name.to_owned(),
            columns: ["名称", "番号"].map(PageColumn::new).to_vec(),
            rows: rows
                .iter()
                .map(|row| {
                    row.iter()
                        .map(|cell| Value::Text((*cell).to_owned()))
                        .collect()
                })
                .collect(),
        }
    }

    fn cells(sheet: &Sheet) -> Vec<Vec<&str>> {
        sheet
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| &**cell).collect())
            .collect()
    }

    #[test]
    fn a_workbook_reads_back_as_it_was_written() {
        let mut one = page(
            "北区",
            &[&["見本病院", "0123"], &["一行目\n二行目", "=1+1"]],
        );
        one.rows
            .push(vec![Value::Number(34.7055), Value::Number(20.0)]);
        let bytes = write(&[one, page("西区", &[&["", "あ"]])]).expect("a workbook");
        let book = read(&bytes).expect("a table");
        let names: Vec<Option<&str>> = book
            .sheets
            .iter()
            .map(|sheet| sheet.name.as_deref())
            .collect();
        assert_eq!(names, [Some("北区"), Some("西区")]);
        assert_eq!(
            cells(&book.sheets[0]),
            [
                vec!["名称", "番号"],
                vec!["見本病院", "0123"],
                vec!["一行目\n二行目", "=1+1"],
                vec!["34.7055", "20"],
            ]
        );
        assert_eq!(cells(&book.sheets[1])[1], ["", "あ"]);
    }

    #[test]
    fn the_same_pages_give_the_same_bytes() {
        let pages = [page("北区", &[&["見本", "1"]])];
        assert_eq!(write(&pages), write(&pages));
    }

    #[test]
    fn any_name_and_any_words_make_a_workbook() {
        let long = "長".repeat(40_000);
        let names = ["", "a/b:c", &long, &long, "A/B:C"];
        let pages: Vec<Page> = names
            .iter()
            .map(|name| page(name, &[&[&long, "\u{0}\u{1b}\u{fffe}"]]))
            .collect();
        let book = read(&write(&pages).expect("a workbook")).expect("a table");
        assert_eq!(book.sheets.len(), 5);
    }

    #[test]
    fn a_workbook_that_is_cut_or_changed_is_refused_and_nothing_worse() {
        let bytes = write(&[page("北区", &[&["見本", "1"]])]).expect("a workbook");
        for cut in (0..bytes.len()).step_by(97) {
            let read = read(&bytes[..cut]);
            assert!(read.is_err(), "{cut}");
        }
        for at in (0..bytes.len()).step_by(31) {
            let mut changed = bytes.clone();
            changed[at] ^= 0x55;
            let _ = read(&changed);
        }
        assert_eq!(read(b"PK\x03\x04 and no more"), Err(Unreadable::Damaged));
    }
}
