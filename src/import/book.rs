//! The register of one ward while rows are put into it: only cells that say something else are changed, and everything else stays.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::File;
use crate::model::names::Slug;
use crate::model::register::{COLUMNS, Column, Register};
use crate::parse::headers::Line;
use crate::parse::registers;
use crate::sheet::{self, Encoding};
use crate::source::{Content, Sources};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Head {
    Known(Column),
    Other(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub head: Head,
    pub words: String,
}

impl Cell {
    pub fn new(head: Head, words: &str) -> Self {
        let words = words.to_owned();
        Self { head, words }
    }
}

pub struct Book {
    path: String,
    before: Option<Vec<u8>>,
    rows: Vec<Vec<String>>,
    /// The row of the headings.
    top: usize,
    places: BTreeMap<Head, usize>,
    index: BTreeMap<String, Vec<usize>>,
    data: Vec<usize>,
    claimed: BTreeSet<usize>,
    seen: BTreeSet<Vec<String>>,
    is_changed: bool,
}

impl Book {
    pub fn open(sources: &Sources, ward: &Slug, register: Register) -> Result<Self, String> {
        let stem = format!("content/wards/{ward}/{}", register.id);
        if sources.find(&format!("{stem}.xlsx")).is_some() {
            return Err(format!(
                "{stem}.xlsx があるので、書き込みませんでした。表計算ソフトでCSV（UTF-8）として保存し、xlsxを消してから、もう一度取り込んでください"
            ));
        }
        let path = format!("{stem}.csv");
        let bytes = sources.find(&path).map(|id| &sources.get(id).content);
        let before = match bytes {
            Some(Content::Table(bytes)) => Some(bytes.to_vec()),
            _ => None,
        };
        let mut book = Self {
            path,
            before,
            rows: vec![Vec::new()],
            top: 0,
            places: BTreeMap::new(),
            index: BTreeMap::new(),
            data: Vec::new(),
            claimed: BTreeSet::new(),
            seen: BTreeSet::new(),
            is_changed: false,
        };
        if book.before.is_some() {
            book.read()
                .ok_or_else(|| format!("いまある {} を読み取れません", book.path))?;
        }
        Ok(book)
    }

    fn read(&mut self) -> Option<()> {
        let workbook = sheet::read(self.before.as_deref()?).ok()?;
        let sheet = workbook.sheets.first()?;
        let grid = registers::table(sheet)?;
        let cells = |row: &Vec<Box<str>>| row.iter().map(ToString::to_string).collect();
        self.rows = sheet.rows.iter().map(cells).collect();
        self.top = grid.row as usize;
        for heading in &grid.headings {
            let head = match heading.meaning {
                Some(column) => Head::Known(column),
                None => Head::Other(heading.words.to_string()),
            };
            self.places.entry(head).or_insert(heading.column as usize);
        }
        let lines = grid.lines().filter(|(_, line)| *line == Line::Data);
        self.data = lines.map(|(row, _)| row as usize).collect();
        for row in self.data.clone() {
            self.enter(row);
        }
        Some(())
    }

    fn enter(&mut self, row: usize) {
        for key in keys(|column| self.words(row, &Head::Known(column))) {
            self.index.entry(key).or_default().push(row);
        }
    }

    fn words(&self, row: usize, head: &Head) -> &str {
        let cell = self
            .places
            .get(head)
            .and_then(|place| self.rows.get(row)?.get(*place));
        cell.map_or("", |cell| cell.trim())
    }

    /// Puts a row in; `false` when the same has been put in before.
    pub fn put(&mut self, cells: &[Cell]) -> bool {
        let whole: Vec<String> = cells.iter().map(|cell| cell.words.clone()).collect();
        if !self.seen.insert(whole) {
            return false;
        }
        let said = |column: Column| {
            let cell = cells.iter().find(|cell| cell.head == Head::Known(column));
            cell.map_or("", |cell| cell.words.as_str())
        };
        let free = |key: &String| {
            let rows = self.index.get(key)?.iter();
            rows.copied().find(|row| !self.claimed.contains(row))
        };
        let known = keys(said).iter().find_map(free);
        let row = known.unwrap_or_else(|| {
            self.rows.push(Vec::new());
            self.is_changed = true;
            self.rows.len() - 1
        });
        self.claimed.insert(row);
        for cell in cells.iter().filter(|cell| !cell.words.is_empty()) {
            if self.words(row, &cell.head) != cell.words {
                self.set(row, cell);
            }
        }
        true
    }

    fn set(&mut self, row: usize, cell: &Cell) {
        let width = self.rows.get(self.top).map_or(0, Vec::len);
        let width = self
            .places
            .values()
            .map(|place| place + 1)
            .max()
            .unwrap_or(0)
            .max(width);
        let place = *self.places.entry(cell.head.clone()).or_insert(width);
        if place == width
            && let Some(top) = self.rows.get_mut(self.top)
        {
            top.resize(width, String::new());
            top.push(match &cell.head {
                Head::Known(column) => column.row().label.to_owned(),
                Head::Other(words) => words.clone(),
            });
        }
        if let Some(cells) = self.rows.get_mut(row) {
            cells.resize(cells.len().max(place + 1), String::new());
            cells[place].clone_from(&cell.words);
            self.is_changed = true;
        }
    }

    pub fn vanished(&self) -> Vec<String> {
        let rows = self.data.iter().filter(|row| !self.claimed.contains(row));
        let name = |row: &usize| self.words(*row, &Head::Known(Column::Name)).to_owned();
        rows.map(name).collect()
    }

    /// The file, where it is another now; a new one has its columns in the order of `COLUMNS`.
    pub fn close(mut self) -> Option<File> {
        if !self.is_changed {
            return None;
        }
        if self.before.is_none() {
            let order = |head: &Head| match head {
                Head::Known(column) => COLUMNS.iter().position(|row| row.column == *column),
                Head::Other(_) => None,
            };
            let mut places: Vec<(usize, usize)> = self
                .places
                .iter()
                .map(|(head, place)| (order(head).unwrap_or(usize::MAX), *place))
                .collect();
            places.sort_unstable();
            for row in &mut self.rows {
                let cell =
                    |(_, place): &(usize, usize)| row.get(*place).cloned().unwrap_or_default();
                *row = places.iter().map(cell).collect();
            }
        }
        let rows = self.rows.iter().map(|row| row.iter().map(String::as_str));
        Some(File {
            after: sheet::csv(rows, Encoding::Utf8).bytes,
            path: self.path,
            before: self.before,
        })
    }
}

/// What a row is recognised by, the surest first. One number may stand for several services, so the kind is part of it.
fn keys<'a>(said: impl Fn(Column) -> &'a str) -> Vec<String> {
    let mut keys = Vec::new();
    let numbers = [
        Column::InstitutionCode,
        Column::NaviId,
        Column::ProviderNumber,
    ];
    for column in numbers
        .into_iter()
        .filter(|column| !said(*column).is_empty())
    {
        keys.push(format!(
            "{column:?}\0{}\0{}",
            said(column),
            said(Column::Category)
        ));
    }
    for column in [Column::Phone, Column::Address] {
        keys.push(format!(
            "{column:?}\0{}\0{}",
            said(Column::Name),
            said(column)
        ));
    }
    keys
}
