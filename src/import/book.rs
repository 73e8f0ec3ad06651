//! The register of one ward while rows are put into it: only cells that say something else are changed, and everything else stays.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::import::{Change, File};
use crate::model::names::Slug;
use crate::model::register::{COLUMNS, Column, Register};
use crate::parse::headers::Line;
use crate::parse::registers;
use crate::sheet::{self, Encoding};
use crate::source::{Content, Sources};
use crate::text::japanese::fold;

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
    index: BTreeMap<String, VecDeque<usize>>,
    data: Vec<usize>,
    /// How many rows the file has; those behind are new.
    length: usize,
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
            length: 1,
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
        self.length = self.rows.len();
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
        let keys = Keys::new(|column| self.words(row, &Head::Known(column)));
        for key in keys.stored() {
            self.index.entry(key).or_default().push_back(row);
        }
    }

    fn words(&self, row: usize, head: &Head) -> &str {
        let cell = self
            .places
            .get(head)
            .and_then(|place| self.rows.get(row)?.get(*place));
        cell.map_or("", |cell| cell.trim())
    }

    /// Puts a row in and says what that changes; `None` when the same has been put in before.
    pub fn put(&mut self, cells: &[Cell]) -> Option<Change> {
        let whole: Vec<String> = cells.iter().map(|cell| cell.words.clone()).collect();
        if !self.seen.insert(whole) {
            return None;
        }
        let cells = &self.with_whole_address(cells);
        let said = |column: Column| {
            let cell = cells.iter().find(|cell| cell.head == Head::Known(column));
            cell.map_or("", |cell| cell.words.as_str())
        };
        let asked = Keys::new(said).asked();
        let known = asked.iter().find_map(|key| self.free(key));
        let row = known.unwrap_or_else(|| {
            self.rows.push(Vec::new());
            self.is_changed = true;
            self.rows.len() - 1
        });
        self.claimed.insert(row);
        let mut change = match known {
            Some(_) => Change::None,
            None => Change::New,
        };
        for cell in cells.iter().filter(|cell| !cell.words.is_empty()) {
            if self.words(row, &cell.head) != cell.words {
                self.set(row, cell);
                if change == Change::None {
                    change = Change::Updated;
                }
            }
        }
        Some(change)
    }

    /// The first row with this key that no row of the table has claimed.
    fn free(&mut self, key: &str) -> Option<usize> {
        let rows = self.index.get_mut(key)?;
        while rows.front().is_some_and(|row| self.claimed.contains(row)) {
            rows.pop_front();
        }
        rows.front().copied()
    }

    /// The cells with one address in the place of its parts, where the register has it so: beside the whole, parts mean nothing.
    fn with_whole_address(&self, cells: &[Cell]) -> Vec<Cell> {
        let part = |cell: &&Cell| PARTS.iter().any(|part| cell.head == Head::Known(*part));
        let mut whole = cells.to_vec();
        if self.places.contains_key(&Head::Known(Column::Address))
            && cells.iter().any(|cell| part(&cell))
        {
            let joined = PARTS.iter().filter_map(|one| {
                let cell = cells.iter().find(|cell| cell.head == Head::Known(*one));
                cell.map(|cell| cell.words.as_str())
            });
            let joined: String = joined.collect();
            whole.retain(|cell| !part(&cell));
            whole.push(Cell::new(Head::Known(Column::Address), &joined));
        }
        whole
    }

    /// The column of a heading, which is added where the register has none.
    fn place(&mut self, head: &Head) -> usize {
        if let Some(place) = self.places.get(head) {
            return *place;
        }
        let words = match head {
            Head::Known(column) => column.row().label,
            Head::Other(words) => words,
        };
        // A second column of one meaning is only then the second when the first is there.
        if let (Head::Other(_), Some(column)) = (head, Column::named(words)) {
            let first = match PARTS.contains(&column) {
                true => Column::Address,
                false => column,
            };
            self.place(&Head::Known(first));
        }
        let ends = self.places.values().map(|place| place + 1);
        let top = self.rows.get(self.top).map_or(0, Vec::len);
        let place = ends.max().unwrap_or(0).max(top);
        self.write(self.top, place, words);
        self.places.insert(head.clone(), place);
        if *head == Head::Known(Column::Address) {
            self.join_addresses(place);
        }
        place
    }

    /// Gives the rows that have an address in parts the whole one.
    fn join_addresses(&mut self, place: usize) {
        let parts = PARTS.iter().filter_map(|part| {
            let at = self.places.remove(&Head::Known(*part))?;
            Some((Head::Other(part.row().label.to_owned()), at))
        });
        let parts: Vec<(Head, usize)> = parts.collect();
        if parts.is_empty() {
            return;
        }
        for row in self.top + 1..self.rows.len() {
            let cells = self.rows.get(row);
            let words = parts.iter().filter_map(|(_, at)| cells?.get(*at));
            let joined: String = words.map(|words| words.trim()).collect();
            if !joined.is_empty() {
                self.write(row, place, &joined);
            }
        }
        self.places.extend(parts);
    }

    fn write(&mut self, row: usize, place: usize, words: &str) {
        if let Some(cells) = self.rows.get_mut(row) {
            cells.resize(cells.len().max(place + 1), String::new());
            words.clone_into(&mut cells[place]);
            self.is_changed = true;
        }
    }

    fn set(&mut self, row: usize, cell: &Cell) {
        let place = self.place(&cell.head);
        self.write(row, place, &cell.words);
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
        // Notes below the table stay below it.
        let end = self.data.last().copied().unwrap_or(self.top) + 1;
        if let Some(behind) = self.rows.get_mut(end..) {
            behind.rotate_left(self.length.saturating_sub(end));
        }
        if self.before.is_none() {
            let known = |head: &&Head| matches!(head, Head::Known(_));
            if self.places.keys().filter(known).count() < 2 {
                // One heading alone is not known as one.
                self.place(&Head::Known(Column::Phone));
            }
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

/// The parts of an address.
const PARTS: [Column; 4] = [Column::Prefecture, Column::City, Column::Town, Column::Lot];

/// Stands for any kind in a key.
const ANY: &str = "\u{1}";

/// What a row is recognised by. The numbers of medical institutions tell one alone; a number of a provider, a telephone and an address are
/// those of several services of one office, whose lists come one by one, so that the kind is part of these keys.
struct Keys {
    alone: Vec<String>,
    /// The surest first.
    within_kind: Vec<String>,
    kind: String,
}

impl Keys {
    fn new<'a>(said: impl Fn(Column) -> &'a str) -> Self {
        let name = &plain(Column::Name, said(Column::Name));
        let key = |column: Column, name: &str| {
            let words = plain(column, said(column));
            // Zeros stand for a number that nobody knows.
            let is_said = words.chars().any(|sign| sign != '0');
            is_said.then(|| format!("{column:?}\0{words}\0{name}"))
        };
        let numbers = [Column::InstitutionCode, Column::NaviId];
        let named = numbers.iter().filter_map(|column| key(*column, name));
        let bare = numbers.iter().filter_map(|column| key(*column, ""));
        let provider = Column::ProviderNumber;
        let reached = [provider, Column::Phone, Column::Address].into_iter();
        let reached = reached.filter_map(|column| key(column, name));
        let alone: Vec<String> = named.chain(bare).collect();
        let mut within_kind: Vec<String> = reached.chain(key(provider, "")).collect();
        if alone.is_empty() && within_kind.is_empty() {
            within_kind.extend(key(Column::Name, ""));
        }
        Self {
            alone,
            within_kind,
            kind: said(Column::Category).to_owned(),
        }
    }

    fn of_kinds(self, kinds: [&str; 2]) -> Vec<String> {
        let within = kinds.iter().flat_map(|kind| {
            let keys = self.within_kind.iter();
            keys.map(move |key| format!("{key}\0{kind}"))
        });
        self.alone.iter().cloned().chain(within).collect()
    }

    /// Under which keys a row of the register is found.
    fn stored(self) -> Vec<String> {
        let kind = self.kind.clone();
        self.of_kinds([&kind, ANY])
    }

    /// By which keys a row is looked for, the surest first. One without a kind is about whatever kind the register says.
    fn asked(self) -> Vec<String> {
        let kind = self.kind.clone();
        match kind.is_empty() {
            true => self.of_kinds(["", ANY]),
            false => self.of_kinds([&kind, ""]),
        }
    }
}

/// Words without what people write in different ways; of a telephone number the digits alone.
fn plain(column: Column, words: &str) -> String {
    let signs = words.chars().map(fold).filter(|sign| *sign != ' ');
    match column {
        Column::Phone => signs.filter(char::is_ascii_digit).collect(),
        _ => signs.collect(),
    }
}
