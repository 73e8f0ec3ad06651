//! Lists of events: a row each in, manuscripts out.
//!
//! Invariant: a manuscript is written only when checking it finds no error; whatever has no field of its own stands in ほかの項目.

mod items;
mod manuscript;
mod row;
mod settle;
mod when;

use std::collections::BTreeMap;

use crate::import::wards::Wards;
use crate::import::{Change, File, Imported, Outcome, Request, Row, Whose};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::names::Slug;
use crate::model::register::heading_key;
use crate::parse::headers::{Grid, Heading, Line, grid};
use crate::parse::registers::EXAMPLE_MARK;
use crate::sheet::Sheet;
use crate::source::Sources;

use items::Item;
use manuscript::Manuscript;
use settle::settle;

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
    (kind, wards): (Kind, Wards),
) -> Result<Imported, String> {
    let mut import = Import {
        request,
        wards,
        known: Known::of(sources, kind),
        rows: Vec::new(),
        written: BTreeMap::new(),
    };
    for grid in grids {
        let column = ward_column(grid, request)?;
        for (line, _) in grid.lines().filter(|(_, line)| *line == Line::Data) {
            import.row(grid, line, column);
        }
    }
    settle(
        sources,
        (&mut import.written, &mut import.rows),
        request.today,
    );
    Ok(import.finish(sources))
}

struct Import<'a> {
    request: &'a Request<'a>,
    wards: Wards,
    known: Known,
    rows: Vec<Row>,
    written: BTreeMap<String, Written>,
}

impl Import<'_> {
    fn row(&mut self, grid: &Grid<'_, Item>, line: u32, column: Option<&Heading<Item>>) {
        let today = self.request.today;
        let mut said = begin(grid, line);
        let ward = match (self.request.whose, column) {
            (Whose::Ward(word), _) => self.wards.find(word),
            (Whose::Column(_), column) => {
                column.and_then(|heading| self.wards.find(grid.cell(line, heading)))
            }
        };
        let taken = match self.known.own(grid, line) {
            Some(path) => {
                said.leave(
                    Outcome::Refused,
                    format!("このサイトの原稿 {path} の予定です"),
                );
                None
            }
            None => take(grid, line, today, &mut said),
        };
        match (ward, taken) {
            (Some(ward), Some(mut manuscript)) => {
                let place = |slug: &str| self.known.path(&ward, slug, today);
                manuscript.keep_later_update(&place(&manuscript.slug));
                let new = Written {
                    row: self.rows.len(),
                    manuscript,
                    mended: None,
                };
                if !put(&mut self.written, new, place) {
                    said.leave(Outcome::Refused, "前の行と同じです".to_owned());
                }
            }
            (None, Some(_)) => {
                said.leave(Outcome::Person, "どの区のものか分かりません".to_owned());
            }
            (_, None) => {}
        }
        self.rows.push(said);
    }

    fn finish(mut self, sources: &Sources) -> Imported {
        let mut files = Vec::new();
        for (path, one) in self.written {
            let file = file(sources, path, &one.text());
            if let Some(row) = self.rows.get_mut(one.row) {
                row.change = Some(match &file {
                    None => Change::None,
                    Some(file) if file.before.is_none() => Change::New,
                    Some(_) => Change::Updated,
                });
            }
            files.extend(file);
        }
        Imported {
            files,
            rows: self.rows,
            vanished: Vec::new(),
        }
    }
}

/// A manuscript and the row it is made from.
struct Written {
    row: usize,
    manuscript: Manuscript,
    /// Its text in house style.
    mended: Option<String>,
}

impl Written {
    fn text(&self) -> String {
        let mended = self.mended.clone();
        mended.unwrap_or_else(|| self.manuscript.text())
    }
}

/// Keeps a manuscript under the place its name gives; another of that name on the same day gets a number. `false` when it is there already.
fn put(
    written: &mut BTreeMap<String, Written>,
    mut new: Written,
    place: impl Fn(&str) -> String,
) -> bool {
    let slug = new.manuscript.slug.clone();
    let mut count = 1;
    loop {
        let path = place(&new.manuscript.slug);
        match written.get(&path) {
            Some(known) if known.manuscript.text() == new.manuscript.text() => return false,
            Some(_) => {
                count += 1;
                new.manuscript.slug = format!("{slug}-{count}");
            }
            None => {
                written.insert(path, new);
                return true;
            }
        }
    }
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
    Row::new(line + 1, name)
}

/// The manuscript of a row, or none and the reason in `said`.
fn take(grid: &Grid<'_, Item>, line: u32, today: Date, said: &mut Row) -> Option<Manuscript> {
    if said.name.starts_with(EXAMPLE_MARK) {
        said.leave(Outcome::Refused, "記入例の行です".to_owned());
        return None;
    }
    if said.name.is_empty() {
        said.leave(Outcome::Refused, "名前がありません".to_owned());
        return None;
    }
    match row::manuscript(grid, line, today) {
        Ok((manuscript, notes)) => {
            if !notes.is_empty() {
                said.outcome = Outcome::Repaired;
                said.notes = notes;
            }
            Some(manuscript)
        }
        Err(why) => {
            said.leave(Outcome::Person, why);
            None
        }
    }
}

/// The manuscripts that the site has.
struct Known {
    kind: Kind,
    /// Those of the kind, by ward and what their names end with.
    paths: BTreeMap<(String, String), String>,
    /// All of them, by what their rows are called in our own open data.
    own: BTreeMap<String, String>,
}

impl Known {
    fn of(sources: &Sources, kind: Kind) -> Self {
        let mut known = Self {
            kind,
            paths: BTreeMap::new(),
            own: BTreeMap::new(),
        };
        for (_, source) in sources.below("content/") {
            let parts: Vec<&str> = source.path.split('/').skip(1).collect();
            let (ward, folder, file) = match parts.as_slice() {
                ["wards", ward, folder, file] => (Some(*ward), *folder, *file),
                ["city", folder, file] => (None, *folder, *file),
                _ => continue,
            };
            let Some(stem) = file.strip_suffix(".md") else {
                continue;
            };
            let parts = ward.into_iter().chain([folder, stem]);
            let id = parts.collect::<Vec<_>>().join("-");
            known.own.insert(id, source.path.to_string());
            if let (Some(ward), true, Some(slug)) = (ward, folder == kind.id, stem.get(11..)) {
                let key = (ward.to_owned(), slug.to_owned());
                known.paths.insert(key, source.path.to_string());
            }
        }
        known
    }

    /// The manuscript that a row of our own open data was made from.
    fn own(&self, grid: &Grid<'_, Item>, line: u32) -> Option<&str> {
        let id = grid.cell(line, grid.heading(Item::Id)?).trim();
        let is_line = |line: &str| line.chars().all(|sign| sign.is_ascii_digit());
        let name = match id.rsplit_once('.') {
            Some((name, line)) if is_line(line) => name,
            _ => id,
        };
        self.own.get(name).map(String::as_str)
    }

    /// Where a manuscript is already, or where a new one goes.
    fn path(&self, ward: &Slug, slug: &str, today: Date) -> String {
        let known = self.paths.get(&(ward.to_string(), slug.to_owned()));
        let (kind, day) = (self.kind.id, today.iso());
        let new = || format!("content/wards/{ward}/{kind}/{day}-{slug}.md");
        known.cloned().unwrap_or_else(new)
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
