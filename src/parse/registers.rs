//! Registers (phase `parse`): the bytes of a CSV or XLSX file in, institutions out, and a finding for every cell that cannot be read.
//!
//! Invariant: every row of data becomes an institution or a finding; a cell that cannot be read is empty, and a finding says so.

mod row;

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Findings, Where};
use crate::model::institution::Institution;
use crate::model::names::Text;
use crate::model::register::Column;
use crate::parse::cells::{Fault, Repair};
use crate::parse::headers::{Grid, Heading, Line, grid};
use crate::sheet::{self, CellAddress, Sheet, Workbook};

pub use row::{Row, institution};

/// What a file says.
#[derive(Debug, Default)]
pub struct Read {
    pub institutions: Vec<Institution>,
    /// The headings nobody here knows, in the order in which they first stand.
    pub other_columns: Vec<Text>,
}

/// What is to be said about one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub column: Column,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It was read as something else than it says.
    Repaired(Repair),
    /// It cannot be read and is empty.
    Faulty(Fault),
}

/// What stands before the name of a row that only shows how to fill in a table.
pub const EXAMPLE_MARK: &str = "（記入例）";

/// Reads a register; `None` when nothing in the file can be one.
pub fn register(bytes: &[u8], findings: &mut Findings) -> Option<Read> {
    let workbook = match sheet::read(bytes) {
        Ok(workbook) => workbook,
        Err(unreadable) => {
            let found =
                Diagnostic::error("register-unreadable", findings.file(), unreadable.title());
            findings.push(found.help(unreadable.help()));
            return None;
        }
    };
    self::workbook(&workbook, findings)
}

fn workbook(workbook: &Workbook, findings: &mut Findings) -> Option<Read> {
    let grids = workbook.sheets.iter().filter_map(table);
    let grids: Vec<Grid<'_, Column>> = grids.collect();
    if grids.is_empty() {
        let title = "名簿の見出しの行が見つかりません";
        let help = "「名称」「電話番号」「住所」のような見出しの行を、表の上に書いてください。ひな形は「kairan template hospitals」で作れます。";
        findings.push(Diagnostic::error("register-headings", findings.file(), title).help(help));
        return None;
    }
    let mut read = Read::default();
    for grid in &grids {
        headings(grid, findings);
        for heading in unknown(grid) {
            if !read.other_columns.contains(&heading.words) {
                read.other_columns.push(heading.words.clone());
            }
        }
    }
    for grid in &grids {
        institutions(grid, &mut read, findings);
    }
    twice(&read.institutions, findings);
    Some(read)
}

/// The table of a sheet, where it has the column that every register needs.
pub fn table(sheet: &Sheet) -> Option<Grid<'_, Column>> {
    let grid = grid(sheet, Column::named)?;
    grid.heading(Column::Name)?;
    Some(apart(grid))
}

/// Parts of addresses mean something only where no column has the whole; else they are kept as they are.
fn apart(mut grid: Grid<'_, Column>) -> Grid<'_, Column> {
    const PARTS: [Column; 4] = [Column::Prefecture, Column::City, Column::Town, Column::Lot];
    if grid.heading(Column::Address).is_some() {
        for heading in &mut grid.headings {
            heading.meaning = heading.meaning.filter(|meaning| !PARTS.contains(meaning));
        }
    }
    grid
}

/// The columns that are kept as they are.
pub fn unknown<'a>(
    grid: &'a Grid<'_, Column>,
) -> impl Iterator<Item = &'a Heading<Column>> + Clone {
    let headings = grid.headings.iter();
    headings.filter(|heading| heading.meaning.is_none())
}

/// Two columns that mean the same: only the first can be the one.
fn headings(grid: &Grid<'_, Column>, findings: &mut Findings) {
    for heading in unknown(grid) {
        let Some(column) = Column::named(heading.words.as_str()) else {
            continue;
        };
        let first = grid.heading(column);
        let Some(first) = first.filter(|first| first.column != heading.column) else {
            continue;
        };
        let at = place(grid, grid.row, heading.column, findings);
        let title = format!("「{}」と同じ意味の見出しが2つあります", column.row().label);
        let help = format!(
            "左の「{}」だけを読みます。もう1つの列を消すか、見出しをほかの言葉に変えてください。",
            first.words
        );
        findings.push(Diagnostic::warning("register-heading-twice", at, title).help(help));
    }
}

fn institutions(grid: &Grid<'_, Column>, read: &mut Read, findings: &mut Findings) {
    let others: Vec<(usize, &Heading<Column>)> = unknown(grid)
        .filter_map(|heading| {
            let mut columns = read.other_columns.iter();
            Some((columns.position(|words| *words == heading.words)?, heading))
        })
        .collect();
    for (row, line) in grid.lines() {
        if line != Line::Data {
            continue;
        }
        let name = grid
            .heading(Column::Name)
            .map(|heading| grid.cell(row, heading));
        if name.is_some_and(|name| name.trim().starts_with(EXAMPLE_MARK)) {
            continue;
        }
        let (institution, remarks) = institution(grid, row);
        for remark in remarks {
            findings.extend(finding(grid, row, remark, findings));
        }
        let Some(mut institution) = institution else {
            let column = grid
                .heading(Column::Name)
                .map_or(0, |heading| heading.column);
            let at = place(grid, row, column, findings);
            let title = "名称のない行があります";
            let help = "この欄に正式な名前を書いてください。使わない行は、行ごと消してください。";
            findings.push(Diagnostic::error("register-name", at, title).help(help));
            continue;
        };
        institution.others = vec![None; read.other_columns.len()];
        for (position, heading) in &others {
            institution.others[*position] = Text::new(grid.cell(row, heading));
        }
        read.institutions.push(institution);
    }
}

fn finding(
    grid: &Grid<'_, Column>,
    row: u32,
    remark: Remark,
    findings: &Findings,
) -> Option<Diagnostic> {
    let heading = grid.heading(remark.column);
    let column = heading.map_or(0, |heading| heading.column);
    let at = place(grid, row, column, findings);
    let words = heading.map_or("", |heading| heading.words.as_str());
    Some(match remark.what {
        // Another width or other signs are no reason to bother anyone.
        What::Repaired(repair) if !repair.is_guess => return None,
        What::Repaired(repair) => {
            let title = format!("「{words}」を「{}」と読みました", repair.to);
            let help = format!(
                "{}。正しければ「{}」と書いてください。",
                repair.why, repair.to
            );
            Diagnostic::warning("cell-guess", at, title).help(help)
        }
        What::Faulty(fault) => Diagnostic::warning("cell-value", at, fault.title)
            .label(format!("「{words}」は空として扱います"))
            .help(fault.help),
    })
}

fn place(grid: &Grid<'_, Column>, row: u32, column: u32, findings: &Findings) -> Where {
    findings.cell(grid.sheet.name.clone(), CellAddress { row, column })
}

/// The same institution in two rows.
fn twice(institutions: &[Institution], findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for institution in institutions {
        let key = (
            &institution.name,
            institution.phone.as_ref(),
            institution.address.as_ref(),
            institution.category_words.as_ref(),
        );
        if !seen.insert(key) {
            let cell = CellAddress {
                row: institution.row,
                column: 0,
            };
            let at = findings.cell(institution.sheet.clone(), cell);
            let title = format!("「{}」が2行あります", institution.name);
            let help = "同じ名前、種別、電話番号、住所の行がもう1つあります。どちらかの行を消してください。";
            findings.push(Diagnostic::warning("register-row-twice", at, title).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Read, workbook};
    use crate::diag::{Findings, Where};
    use crate::model::date::Date;
    use crate::model::institution::{Category, Function, Holidays};
    use crate::model::names::Text;
    use crate::sheet::{Sheet, Workbook};
    use crate::text::span::SourceId;

    fn read(rows: &[&[&str]]) -> (Option<Read>, Vec<String>) {
        let cells = |row: &&[&str]| row.iter().map(|cell| (*cell).into()).collect();
        let sheet = Sheet {
            name: Some("北区".into()),
            rows: rows.iter().map(cells).collect(),
        };
        let mut findings = Findings::new(SourceId(0));
        let read = workbook(
            &Workbook {
                sheets: vec![sheet],
            },
            &mut findings,
        );
        let found = findings
            .into_vec()
            .into_iter()
            .map(|found| match &found.at {
                Where::Cell(place) => format!("{} {}", found.code, place.cell),
                Where::File(_) | Where::Path(_) | Where::Text(_) => found.code.to_owned(),
            });
        (read, found.collect())
    }

    const WHOLE_ROW: &[&[&str]] = &[
        &["北区の積極的医療機関"],
        &[
            "名称",
            "種別",
            "所在地",
            "電話番号",
            "月",
            "火",
            "祝日",
            "看取り",
            "急変時対応",
            "内諾",
            "緯度",
            "経度",
            "確認日",
            "駐車場",
            "見本",
        ],
        &[
            "見本診療所",
            "無床診療所",
            "大阪市北区見本1丁目",
            "06-0000-0101（受付）",
            "9:00-12:00",
            "9:00-12:00;17:00-19:00",
            "休",
            "○",
            "有",
            "有",
            "34.7055",
            "135.4983",
            "令和8年10月1日",
            "3台",
            "はい",
        ],
    ];

    #[test]
    fn a_row_becomes_an_institution_with_everything_it_says() {
        let (read, found) = read(WHOLE_ROW);
        assert_eq!(found, Vec::<String>::new());
        let read = read.expect("a register");
        let [one] = read.institutions.as_slice() else {
            panic!("{:?}", read.institutions);
        };
        let said = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
        assert_eq!(one.category, Some(Category::Clinic));
        assert_eq!(one.functions, [Function::Emergency, Function::EndOfLife]);
        assert_eq!(one.hours.holidays, Holidays::Closed);
        assert!(one.consented && one.sample);
        let week = one.hours.week.iter();
        let week: Vec<usize> = week.map(|one| one.weekdays.iter().count()).collect();
        assert_eq!(week, [2, 1]);
        let words = [
            one.phone.as_ref().map(|phone| phone.as_str().to_owned()),
            said(&one.remarks),
            one.confirmed.map(Date::iso),
            said(&one.others[0]),
            Some(read.other_columns[0].to_string()),
        ];
        let words = words.map(Option::unwrap_or_default);
        assert_eq!(
            words,
            ["06-0000-0101", "受付", "2026-10-01", "3台", "駐車場"]
        );
    }

    #[test]
    fn weekdays_and_times_in_three_cells_are_the_hours() {
        let (read, found) = read(&[
            &[
                "名称",
                "診療曜日",
                "診療開始時間",
                "診療終了時間",
                "診療日時特記事項",
            ],
            &["見本一", "月火水木金", "0.375", "17:30", "第3水曜日は休診"],
            &["見本二", "第2・第4水曜日", "9:00", "12:00", ""],
            &["見本三", "毎日", "18:00", "9:00", ""],
        ]);
        assert_eq!(found, ["cell-guess C2", "cell-value D4"]);
        let hours: Vec<(usize, String)> = read
            .expect("a register")
            .institutions
            .iter()
            .map(|one| {
                let note = one.hours.note.as_ref().map(ToString::to_string);
                (one.hours.week.len(), note.unwrap_or_default())
            })
            .collect();
        let expected = [
            (1, "第3水曜日は休診"),
            (0, "第2・第4水曜日 09:00から12:00まで"),
            (0, "毎日"),
        ];
        assert_eq!(
            hours,
            expected.map(|(count, note)| (count, note.to_owned()))
        );
    }

    #[test]
    fn every_cell_that_cannot_be_read_is_named() {
        let (read, found) = read(&[
            &["名称", "電話番号", "TEL", "緯度", "経度", "病床数"],
            &["見本一", "0000-0101", "", "135.4983", "34.7055", "多数"],
            &["", "06-0000-0102"],
            &["見本三", "600000101"],
            &["見本三", "600000101"],
            &["（記入例）見本四", "電話"],
        ]);
        let expected = [
            "register-heading-twice C1",
            "cell-value B2",
            "cell-guess D2",
            "cell-value F2",
            "register-name A3",
            "cell-guess B4",
            "cell-guess B5",
            "register-row-twice A5",
        ];
        assert_eq!(found, expected);
        assert_eq!(read.map(|read| read.institutions.len()), Some(3));
    }

    #[test]
    fn parts_of_an_address_are_put_together_where_nothing_has_the_whole() {
        let address = |rows: &[&[&str]]| {
            let read = read(rows).0.expect("a register");
            let others = read
                .other_columns
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>();
            let address = read.institutions[0]
                .address
                .as_ref()
                .map(ToString::to_string);
            (address.unwrap_or_default(), others.join(" "))
        };
        let parts = address(&[
            &["名称", "都道府県", "市区町村", "町字", "番地以下"],
            &["見本", "大阪府", "大阪市北区", "見本1丁目", "1番"],
        ]);
        assert_eq!(
            parts,
            ("大阪府大阪市北区見本1丁目1番".to_owned(), String::new())
        );
        let whole = address(&[
            &["名称", "都道府県", "住所"],
            &["見本", "大阪府", "大阪市北区見本"],
        ]);
        assert_eq!(whole, ("大阪市北区見本".to_owned(), "都道府県".to_owned()));
    }

    #[test]
    fn a_file_without_headings_is_no_register() {
        let (read, found) = read(&[&["見本病院", "06-0000-0101"]]);
        assert!(read.is_none());
        assert_eq!(found, ["register-headings"]);
    }
}
