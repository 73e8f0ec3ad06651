//! `import`: a table that others made and the site as it is in, files to write and a word about every row out.
//!
//! Invariant: every row of data is in exactly one `Row`; nothing is written here.
//! Invariant: a row that is found again puts its values in the place of the old ones, so that importing twice changes nothing.

mod book;
mod events;
mod taken;
mod wards;

use std::collections::BTreeMap;

use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::names::Slug;
use crate::model::register::{Column, Register, heading_key};
use crate::parse::headers::{Grid, Line};
use crate::parse::registers::{self, EXAMPLE_MARK};
use crate::sheet::{self, Sheet};
use crate::source::Sources;

use book::Book;
use taken::{Taken, taken};
use wards::Wards;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// What the rows become; told by the headings where nobody says.
    pub target: Option<Target>,
    /// 掲載日 of new manuscripts.
    pub today: Date,
    pub whose: Whose<'a>,
    pub sheet: Option<&'a str>,
}

/// What the rows of a table become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Register(Register),
    Manuscripts(Kind),
}

/// The ward of the rows.
#[derive(Clone, Copy, Debug)]
pub enum Whose<'a> {
    Ward(&'a str),
    /// The heading of the column that says it.
    Column(&'a str),
}

/// What an import comes to.
#[derive(Debug, Default)]
pub struct Imported {
    pub files: Vec<File>,
    pub rows: Vec<Row>,
    /// Rows of the registers that the table has not.
    pub vanished: Vec<String>,
}

/// A file that is to have other bytes.
#[derive(Debug)]
pub struct File {
    pub path: String,
    /// `None` where there is no such file yet.
    pub before: Option<Vec<u8>>,
    pub after: Vec<u8>,
}

/// What came of a row of the table.
#[derive(Debug)]
pub struct Row {
    /// Counted from 1, as spreadsheets do.
    pub number: u32,
    /// On one line.
    pub name: String,
    pub outcome: Outcome,
    /// What it does to the site; `None` where nothing of it is written.
    pub change: Option<Change>,
    pub notes: Vec<String>,
}

impl Row {
    fn new(number: u32, name: &str) -> Self {
        Self {
            number,
            name: name.split_whitespace().collect::<Vec<_>>().join(" "),
            outcome: Outcome::Taken,
            change: None,
            notes: Vec::new(),
        }
    }

    /// Says why nothing is written.
    fn leave(&mut self, outcome: Outcome, why: String) {
        self.outcome = outcome;
        self.notes.push(why);
    }
}

/// What a row does to a site that has others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    New,
    Updated,
    /// Everything it says is there.
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Taken,
    Repaired,
    /// A cell is kept as it is and cannot be read, or the row could not be taken.
    Person,
    Refused,
}

/// Reads a table of institutions into the registers of wards, or a list of events into manuscripts.
///
/// # Errors
/// When nothing in the file is such a table, or the ward or the column is unknown.
pub fn import(sources: &Sources, bytes: &[u8], request: &Request<'_>) -> Result<Imported, String> {
    let workbook = sheet::read(bytes)
        .map_err(|unreadable| format!("{}。{}", unreadable.title(), unreadable.help()))?;
    let wards = Wards::of(sources);
    if let Whose::Ward(word) = request.whose {
        wards.find(word).ok_or_else(|| {
            let names = wards.names();
            format!("「{word}」という区はありません。{names}のどれかを書いてください。")
        })?;
    }
    let is_asked = |sheet: &&Sheet| {
        request
            .sheet
            .is_none_or(|name| sheet.name.as_deref() == Some(name))
    };
    let sheets: Vec<&Sheet> = workbook.sheets.iter().filter(is_asked).collect();
    let events: Vec<_> = sheets
        .iter()
        .filter_map(|sheet| events::table(sheet))
        .collect();
    match (request.target, events.is_empty()) {
        (Some(Target::Manuscripts(kind)), false) => {
            events::import(sources, &events, request, (kind, wards))
        }
        (None, false) => match Kind::with_id("events") {
            Some(kind) => events::import(sources, &events, request, (kind, wards)),
            None => Err(NO_HEADINGS.to_owned()),
        },
        (Some(Target::Manuscripts(_)), true) => Err(NO_EVENTS.to_owned()),
        (Some(Target::Register(register)), _) => {
            institutions(sources, &sheets, request, (register, wards))
        }
        (None, true) => match Register::with_id("resources") {
            Some(register) => institutions(sources, &sheets, request, (register, wards)),
            None => Err(NO_HEADINGS.to_owned()),
        },
    }
}

const NO_HEADINGS: &str = "「名称」「電話番号」「住所」のような見出しの行が見つかりません。";
const NO_EVENTS: &str = "「イベント名」「開始日」のような見出しの行が見つかりません。";

fn institutions(
    sources: &Sources,
    sheets: &[&Sheet],
    request: &Request<'_>,
    (register, wards): (Register, Wards),
) -> Result<Imported, String> {
    let fixed = match request.whose {
        Whose::Ward(word) => wards.find(word),
        Whose::Column(_) => None,
    };
    let mut import = Import {
        sources,
        request,
        register,
        wards: &wards,
        books: BTreeMap::new(),
        rows: Vec::new(),
    };
    let mut found = false;
    for sheet in sheets {
        found |= import.sheet(sheet, fixed.as_ref())?;
    }
    match found {
        true => Ok(import.finish()),
        false => Err(NO_HEADINGS.to_owned()),
    }
}

struct Import<'a> {
    sources: &'a Sources,
    request: &'a Request<'a>,
    register: Register,
    wards: &'a Wards,
    books: BTreeMap<Slug, Result<Book, String>>,
    rows: Vec<Row>,
}

impl Import<'_> {
    fn sheet(&mut self, sheet: &Sheet, fixed: Option<&Slug>) -> Result<bool, String> {
        let Some(grid) = registers::table(sheet) else {
            return Ok(false);
        };
        let ward_heading = match self.request.whose {
            Whose::Ward(_) => None,
            Whose::Column(asked) => {
                let mut headings = grid.headings.iter();
                let is_asked = |words: &str| heading_key(words) == heading_key(asked);
                let heading = headings.find(|heading| is_asked(heading.words.as_str()));
                Some(heading.ok_or_else(|| format!("「{asked}」という見出しの列がありません。"))?)
            }
        };
        let lines: Vec<u32> = grid
            .lines()
            .filter(|(_, line)| *line == Line::Data)
            .map(|(row, _)| row)
            .collect();
        for row in lines {
            let name = grid.heading(Column::Name);
            let name = name.map_or("", |heading| grid.cell(row, heading)).trim();
            let mut said = Row::new(row + 1, name);
            let words = ward_heading.map(|heading| grid.cell(row, heading));
            let ward = match words {
                Some(words) => self.wards.find(words),
                None => fixed.cloned(),
            };
            if name.starts_with(EXAMPLE_MARK) {
                said.leave(Outcome::Refused, "記入例の行です".to_owned());
            } else if let Some(ward) = ward {
                self.row(&grid, row, ward, &mut said);
            } else {
                let words = words.unwrap_or_default().trim();
                said.leave(
                    Outcome::Person,
                    format!("「{words}」がどの区か分かりません"),
                );
            }
            self.rows.push(said);
        }
        Ok(true)
    }

    fn row(&mut self, grid: &Grid<'_, Column>, row: u32, ward: Slug, said: &mut Row) {
        let area = self.wards.area(&ward);
        let Some(taken) = taken(grid, row, area) else {
            said.leave(Outcome::Refused, "名称がありません".to_owned());
            return;
        };
        let Taken {
            cells,
            outcome,
            notes,
        } = taken;
        said.notes.extend(notes);
        let (sources, register) = (self.sources, self.register);
        let book = self
            .books
            .entry(ward)
            .or_insert_with_key(|ward| Book::open(sources, ward, register));
        let book = match book {
            Ok(book) => book,
            Err(why) => {
                said.leave(Outcome::Person, why.clone());
                return;
            }
        };
        said.change = book.put(&cells);
        match said.change {
            Some(_) => said.outcome = outcome,
            None => said.leave(Outcome::Refused, "前の行と同じです".to_owned()),
        }
    }

    fn finish(self) -> Imported {
        let mut imported = Imported {
            rows: self.rows,
            ..Imported::default()
        };
        for book in self.books.into_values().flatten() {
            imported.vanished.extend(book.vanished());
            imported.files.extend(book.close());
        }
        imported
    }
}
