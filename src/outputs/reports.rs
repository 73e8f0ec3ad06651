//! The figures of yearly reports as files for spreadsheets, beside their pages.

use std::sync::Arc;

use crate::model::address::OutputPath;
use crate::outputs::frame::Frame;
use crate::outputs::{Job, Make};
use crate::sheet::{Stack, StackRow, Value, write_stacks};
use crate::theme::view::figures::{FigurePart, FigureRow, FigureSection, FigureTable};

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let site = &frame.site;
    let reports = site.documents().filter(|(_, document)| document.public);
    let reports = reports.filter_map(|(index, document)| {
        let sections = frame.figures(index);
        let address = site.report_file(document);
        (!sections.is_empty()).then(|| (address.output(), job(sections)))
    });
    reports.collect()
}

fn job(sections: &[FigureSection]) -> Job {
    let mut hash = blake3::Hasher::new();
    hash.update(env!("CARGO_PKG_VERSION").as_bytes());
    hash.update(format!("{sections:?}").as_bytes());
    let sections = sections.to_vec();
    Job {
        fingerprint: *hash.finalize().as_bytes(),
        template: None,
        make: Make::Bytes(Box::new(move || file(&sections))),
    }
}

/// One sheet for every section, its tables and lists below each other.
///
/// # Errors
/// When a section has more rows than a sheet.
pub fn file(sections: &[FigureSection]) -> Result<Vec<u8>, String> {
    let sheet = |section: &FigureSection| Stack {
        name: section.heading.clone(),
        rows: rows(section),
    };
    let sheets: Vec<Stack> = sections.iter().map(sheet).collect();
    write_stacks(&sheets)
}

fn rows(section: &FigureSection) -> Vec<StackRow> {
    let mut rows = vec![StackRow::Title(section.heading.clone())];
    for part in &section.parts {
        rows.push(StackRow::Blank);
        rows.extend(part.heading.clone().map(StackRow::Title));
        rows.extend(content(part));
    }
    rows
}

/// What stands below a heading, in the order of the page.
fn content(part: &FigurePart) -> Vec<StackRow> {
    let mut rows: Vec<StackRow> = part.text.iter().map(line).collect();
    for table in &part.tables {
        rows.push(StackRow::Blank);
        rows.extend(self::table(table));
    }
    rows.extend(part.notes.iter().map(line));
    if let Some(list) = &part.list {
        if !rows.is_empty() {
            rows.push(StackRow::Blank);
        }
        rows.extend(list.lead.iter().chain(&list.items).map(line));
        rows.extend(list.source.iter().map(line));
    }
    rows
}

fn line(words: impl AsRef<str>) -> StackRow {
    StackRow::Cells(vec![Value::Text(words.as_ref().to_owned())])
}

fn table(table: &FigureTable) -> Vec<StackRow> {
    let has_marks = table.rows.iter().any(|row| row.marks.is_some());
    let marks = has_marks.then(|| "注".to_owned());
    let headings = table.columns.iter().cloned().chain(marks);
    let mut rows = vec![
        StackRow::Title(table.caption.clone()),
        StackRow::Headings(headings.collect()),
    ];
    let cells = table.rows.iter().map(cells);
    rows.extend(cells.map(StackRow::Cells));
    rows.push(line(&table.source));
    rows
}

/// The cells of a row, its numbers without their units, and what its marks are.
fn cells(row: &FigureRow) -> Vec<Value> {
    let cell = |words: &String| match words.trim_end_matches(['区', '人', '回']).parse::<u32>() {
        Ok(number) => Value::Number(f64::from(number)),
        Err(_) => Value::Text(words.clone()),
    };
    let marks = row.marks.clone().map(Value::Text);
    row.cells.iter().map(cell).chain(marks).collect()
}
