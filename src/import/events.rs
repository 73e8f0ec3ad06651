//! Lists of events: a row each in, manuscripts out.
//!
//! Invariant: a manuscript is written only when reading it again finds no error; whatever has no field of its own stands in its body.

mod items;
mod manuscript;
mod row;

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, Severity};
use crate::import::wards::Wards;
use crate::import::{File, Imported, Outcome, Request, Row, Whose};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::names::Slug;
use crate::model::register::heading_key;
use crate::parse::headers::{Grid, Heading, Line, grid};
use crate::parse::parse;
use crate::parse::registers::EXAMPLE_MARK;
use crate::sheet::Sheet;
use crate::source::{Source, Sources};

use items::Item;
use manuscript::Manuscript;

/// The table of events of a sheet: with a name and a day.
pub fn table(sheet: &Sheet) -> Option<Grid<'_, Item>> {
    let grid = grid(sheet, Item::named)?;
    let has = |item| grid.heading(item).is_some();
    let is_list = has(Item::TITLE) && (has(Item::FirstDay) || has(Item::SCHEDULE));
    is_list.then_some(grid)
}

/// Reads lists of events into manuscripts of a kind, whose 掲載日 is `today` where there is none yet.
///
/// # Errors
/// When the column of the ward is not there.
pub fn import(
    sources: &Sources,
    grids: &[Grid<'_, Item>],
    request: &Request<'_>,
    (kind, today): (Kind, Date),
) -> Result<Imported, String> {
    let wards = Wards::of(sources);
    let known = known(sources, kind);
    let mut rows = Vec::new();
    let mut written: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for grid in grids {
        let column = ward_column(grid, request)?;
        for (line, _) in grid.lines().filter(|(_, line)| *line == Line::Data) {
            let mut said = begin(grid, line);
            let ward = match (request.whose, column) {
                (Whose::Ward(word), _) => wards.find(word),
                (Whose::Column(_), column) => {
                    column.and_then(|heading| wards.find(grid.cell(line, heading)))
                }
            };
            let taken = take(grid, line, ward.as_ref(), &mut said);
            if let Some((ward, manuscript)) = ward.zip(taken) {
                let path = path(&known, (&ward, kind, today), &manuscript);
                match seen.insert(path.clone()) {
                    true => {
                        written.insert(path, (rows.len(), manuscript.text()));
                    }
                    false => {
                        said.outcome = Outcome::Refused;
                        said.notes.push("前の行と同じです".to_owned());
                    }
                }
            }
            rows.push(said);
        }
    }
    refuse_faulty(&mut written, &mut rows);
    let files = written
        .into_iter()
        .filter_map(|(path, (_, text))| file(sources, path, &text));
    Ok(Imported {
        files: files.collect(),
        rows,
        vanished: Vec::new(),
    })
}

fn ward_column<'a>(
    grid: &'a Grid<'_, Item>,
    request: &Request<'_>,
) -> Result<Option<&'a Heading<Item>>, String> {
    let Whose::Column(asked) = request.whose else {
        return Ok(None);
    };
    let is_asked =
        |heading: &&Heading<Item>| heading_key(heading.words.as_str()) == heading_key(asked);
    let heading = grid.headings.iter().find(is_asked);
    heading
        .map(Some)
        .ok_or_else(|| format!("「{asked}」という見出しの列がありません。"))
}

fn begin(grid: &Grid<'_, Item>, line: u32) -> Row {
    let name = grid.heading(Item::TITLE);
    let name = name.map_or("", |heading| grid.cell(line, heading)).trim();
    Row {
        number: line + 1,
        name: name.split_whitespace().collect::<Vec<_>>().join(" "),
        outcome: Outcome::Taken,
        notes: Vec::new(),
    }
}

/// The manuscript of a row, or none and the reason in `said`.
fn take(
    grid: &Grid<'_, Item>,
    line: u32,
    ward: Option<&Slug>,
    said: &mut Row,
) -> Option<Manuscript> {
    if said.name.starts_with(EXAMPLE_MARK) {
        said.outcome = Outcome::Refused;
        said.notes.push("記入例の行です".to_owned());
        return None;
    }
    if ward.is_none() {
        said.outcome = Outcome::Person;
        said.notes.push("どの区のものか分かりません".to_owned());
        return None;
    }
    match row::manuscript(grid, line) {
        Ok((manuscript, notes)) => {
            if !notes.is_empty() {
                said.outcome = Outcome::Repaired;
                said.notes = notes;
            }
            Some(manuscript)
        }
        Err(why) => {
            said.outcome = Outcome::Person;
            said.notes.push(why);
            None
        }
    }
}

/// The manuscripts of a kind, by ward and what their names end with.
fn known(sources: &Sources, kind: Kind) -> BTreeMap<(String, String), String> {
    let below = sources.below("content/wards/");
    let path = |source: &Source| {
        let mut parts = source.path.split('/').skip(2);
        let (ward, folder, file) = (parts.next()?, parts.next()?, parts.next()?);
        let slug = file.strip_suffix(".md")?.get(11..)?;
        let key = (ward.to_owned(), slug.to_owned());
        (folder == kind.id && parts.next().is_none()).then(|| (key, source.path.to_string()))
    };
    below.filter_map(|(_, source)| path(source)).collect()
}

/// Where a manuscript is already, or where a new one goes.
fn path(
    known: &BTreeMap<(String, String), String>,
    (ward, kind, today): (&Slug, Kind, Date),
    manuscript: &Manuscript,
) -> String {
    let key = (ward.to_string(), manuscript.slug.clone());
    let new = || {
        format!(
            "content/wards/{ward}/{}/{}-{}.md",
            kind.id,
            today.iso(),
            manuscript.slug
        )
    };
    known.get(&key).cloned().unwrap_or_else(new)
}

/// Leaves out what would not be read without an error, and says why.
fn refuse_faulty(written: &mut BTreeMap<String, (usize, String)>, rows: &mut [Row]) {
    let files = written
        .iter()
        .map(|(path, (_, text))| Source::text_file(path, text.as_str()));
    let sources = Sources::new(files, Vec::new());
    let found = parse(&sources, &BTreeSet::new()).diagnostics;
    let mut faults: BTreeMap<String, Vec<&Diagnostic>> = BTreeMap::new();
    for one in found.iter().filter(|one| one.severity == Severity::Error) {
        let path = sources.path_of(&one.at).to_owned();
        faults.entry(path).or_default().push(one);
    }
    for (path, found) in faults {
        let Some((row, _)) = written.remove(&path) else {
            continue;
        };
        if let Some(row) = rows.get_mut(row) {
            row.outcome = Outcome::Person;
            let why = found.iter().map(|one| match one.label.is_empty() {
                true => one.title.clone(),
                false => format!("{}：{}", one.title, one.label),
            });
            row.notes = why.collect();
        }
    }
}

/// The file, unless it says all of that already. What people wrote besides stays.
fn file(sources: &Sources, path: String, text: &str) -> Option<File> {
    let before = sources.find(&path).map(|id| sources.text(id));
    let after = match before {
        Some(before) => manuscript::merged(before, text),
        None => text.to_owned(),
    };
    (before != Some(after.as_str())).then(|| File {
        path,
        before: before.map(|text| text.as_bytes().to_vec()),
        after: after.into_bytes(),
    })
}
