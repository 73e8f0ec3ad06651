//! One row of a table as a register takes it: its cells in house style, and a word about every one that was changed or cannot be read.

use std::collections::BTreeMap;

use crate::import::Outcome;
use crate::import::book::{Cell, Head};
use crate::model::institution::Institution;
use crate::model::register::Column;
use crate::parse::cells::{self, Reading};
use crate::parse::headers::{Grid, Heading};
use crate::parse::registers::{self, Remark, What};
use crate::sheet::CellAddress;

/// What a row comes to.
pub struct Taken {
    pub cells: Vec<Cell>,
    pub outcome: Outcome,
    pub notes: Vec<String>,
}

/// The row while it is read.
struct Reader<'a> {
    grid: &'a Grid<'a, Column>,
    row: u32,
    /// The area code of the ward.
    area: Option<&'a str>,
    institution: Institution,
    remarks: Vec<Remark>,
    /// What stood beside telephone numbers.
    beside: Vec<String>,
    taken: Taken,
}

/// Reads a row; `None` where it has no name.
pub fn taken(grid: &Grid<'_, Column>, row: u32, area: Option<&str>) -> Option<Taken> {
    let (institution, remarks) = registers::institution(grid, row);
    let mut reader = Reader {
        grid,
        row,
        area,
        institution: institution?,
        remarks,
        beside: Vec::new(),
        taken: Taken {
            cells: Vec::new(),
            outcome: Outcome::Taken,
            notes: Vec::new(),
        },
    };
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for heading in &grid.headings {
        match heading.meaning {
            Some(column) => reader.cell(heading, column),
            None => {
                let count = seen.entry(heading.words.as_str()).or_default();
                *count += 1;
                reader.other(heading, *count);
            }
        }
    }
    reader.put_beside();
    Some(reader.taken)
}

impl Reader<'_> {
    /// A column nobody here knows; of several with one heading each stays one.
    fn other(&mut self, heading: &Heading<Column>, count: usize) {
        let words = match count {
            1 => heading.words.to_string(),
            _ => format!("{}（{count}）", heading.words),
        };
        let raw = self.grid.cell(self.row, heading).trim();
        self.taken.cells.push(Cell::new(Head::Other(words), raw));
    }

    fn cell(&mut self, heading: &Heading<Column>, column: Column) {
        let raw = self.grid.cell(self.row, heading).trim();
        let words = match column {
            Column::Phone | Column::Fax => self.phone(heading, raw),
            Column::Latitude | Column::Longitude => self.degrees(heading, column, raw),
            _ => self.plain(heading, column, raw),
        };
        if words != raw {
            let address = self.address(heading);
            let note = format!("{} {address} 「{raw}」→「{words}」", heading.words);
            self.taken.notes.push(note);
            if self.taken.outcome == Outcome::Taken {
                self.taken.outcome = Outcome::Repaired;
            }
        }
        self.taken
            .cells
            .push(Cell::new(Head::Known(column), &words));
    }

    fn address(&self, heading: &Heading<Column>) -> CellAddress {
        CellAddress {
            row: self.row,
            column: heading.column,
        }
    }

    /// What cannot be read stays as it is, for somebody to look at.
    fn keep(&mut self, heading: &Heading<Column>, title: &str) {
        let address = self.address(heading);
        self.taken
            .notes
            .push(format!("{address} {title}：そのまま残しました"));
        self.taken.outcome = Outcome::Person;
    }

    fn phone(&mut self, heading: &Heading<Column>, raw: &str) -> String {
        match cells::phone(raw, self.area) {
            Reading::Read(number) | Reading::Repaired(number, _) => {
                let note = number.note.map(|note| format!("{}：{note}", heading.words));
                let extension = number.extension.map(|number| format!("内線{number}"));
                self.beside.extend(note.into_iter().chain(extension));
                number.phone.as_str().to_owned()
            }
            Reading::Empty => String::new(),
            Reading::Faulty(fault) => {
                self.keep(heading, &fault.title);
                raw.to_owned()
            }
        }
    }

    /// Latitude and longitude are read together, and what is said of both is said of the latitude.
    fn degrees(&mut self, heading: &Heading<Column>, column: Column, raw: &str) -> String {
        let remark = self.remark(Column::Latitude);
        let fault = match remark {
            Some(What::Faulty(fault)) => Some(fault.title.clone()),
            Some(What::Repaired(_)) | None => None,
        };
        let is_repaired = matches!(remark, Some(What::Repaired(_)));
        if let Some(title) = fault {
            if column == Column::Latitude {
                self.keep(heading, &title);
            }
            return raw.to_owned();
        }
        match (self.institution.position, is_repaired) {
            (Some(position), true) if column == Column::Latitude => position.latitude.to_string(),
            (Some(position), true) => position.longitude.to_string(),
            (Some(_), false) => raw.to_owned(),
            (None, _) => String::new(),
        }
    }

    fn plain(&mut self, heading: &Heading<Column>, column: Column, raw: &str) -> String {
        match self.remark(column) {
            Some(What::Repaired(repair)) => repair.to.clone(),
            Some(What::Faulty(fault)) => {
                let title = fault.title.clone();
                self.keep(heading, &title);
                raw.to_owned()
            }
            None if cells::is_nothing(raw) && cells::yes(raw) == Reading::Empty => String::new(),
            None => raw.to_owned(),
        }
    }

    fn remark(&self, column: Column) -> Option<&What> {
        let remark = self.remarks.iter().find(|remark| remark.column == column);
        remark.map(|remark| &remark.what)
    }

    /// What stood beside telephone numbers goes to 備考.
    fn put_beside(&mut self) {
        if self.beside.is_empty() {
            return;
        }
        let head = Head::Known(Column::Remarks);
        let beside = self.beside.join(" ");
        let cells = &mut self.taken.cells;
        match cells.iter_mut().find(|cell| cell.head == head) {
            Some(cell) if !cell.words.is_empty() => cell.words = format!("{} {beside}", cell.words),
            Some(cell) => cell.words = beside,
            None => cells.push(Cell::new(head, &beside)),
        }
    }
}
