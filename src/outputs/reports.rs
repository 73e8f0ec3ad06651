//! The tables of yearly reports as files for spreadsheets, beside their pages.

use std::sync::Arc;

use crate::model::address::OutputPath;
use crate::outputs::frame::Frame;
use crate::outputs::{Job, Make};
use crate::present::figures;
use crate::sheet::{Page, PageColumn, Value, xlsx};
use crate::theme::view::figures::{FigureSection, FigureTable};

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let site = &frame.site;
    let reports = site.documents.iter().filter(|document| document.public);
    let reports = reports.filter_map(|document| {
        let sections = figures::sections(site, document);
        let address = site.report_file(document);
        (!sections.is_empty()).then(|| (address.output(), job(&sections)))
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

/// One sheet for every table.
///
/// # Errors
/// When a table has more rows than a sheet.
pub fn file(sections: &[FigureSection]) -> Result<Vec<u8>, String> {
    let parts = sections.iter().flat_map(|section| &section.parts);
    let pages: Vec<Page> = parts.flat_map(|part| &part.tables).map(page).collect();
    xlsx(&pages)
}

fn page(table: &FigureTable) -> Page {
    let cell = |words: &String| match words.trim_end_matches(['区', '人', '回']).parse::<u32>() {
        Ok(number) => Value::Number(f64::from(number)),
        Err(_) => Value::Text(words.clone()),
    };
    Page {
        name: table.caption.clone(),
        columns: table.columns.iter().map(PageColumn::new).collect(),
        rows: table
            .rows
            .iter()
            .map(|row| row.cells.iter().map(cell).collect())
            .collect(),
    }
}
