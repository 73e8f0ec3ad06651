//! What the checks say of new manuscripts, before they are written: a list must not keep a site from being built.

use std::collections::BTreeMap;

use crate::assemble::Wish;
use crate::check;
use crate::diag::{Diagnostic, Severity, Where};
use crate::import::events::Written;
use crate::import::events::manuscript::Manuscript;
use crate::import::{Outcome, Row};
use crate::mend::mend;
use crate::model::date::Date;
use crate::model::field::Field;
use crate::source::{Source, Sources};

/// Moves fields aside that are found to be wrong, brings the rest into house style as `check --fix` does, and leaves out what is wrong
/// even so.
pub fn settle(
    sources: &Sources,
    (written, rows): (&mut BTreeMap<String, Written>, &mut [Row]),
    today: Date,
) {
    let wish = Wish {
        today,
        base_url: None,
        unpublished: true,
    };
    loop {
        let trial = trial(sources, written);
        let found = check(&trial, &wish);
        let faults = faults(&trial, &found, |one| one.sure_fix().is_none());
        let mut is_settled = true;
        for (path, found) in faults {
            is_settled = false;
            let Some(one) = written.get_mut(&path) else {
                continue;
            };
            let row = rows.get_mut(one.row);
            match move_aside(&mut one.manuscript, &found) {
                Some(notes) => {
                    if let Some(row) = row {
                        row.outcome = Outcome::Repaired;
                        row.notes.extend(notes);
                    }
                }
                None => leave(written, &path, row, &found),
            }
        }
        if is_settled {
            break;
        }
    }
    let mut trial = trial(sources, written);
    let mended = mend(&mut trial, &wish);
    for file in &mended.changed {
        let Some(one) = written.get_mut(&file.path) else {
            continue;
        };
        one.mended = Some(file.after.clone());
        if let Some(row) = rows.get_mut(one.row) {
            row.outcome = Outcome::Repaired;
            row.notes.push("書き方をそろえました".to_owned());
        }
    }
    for (path, found) in faults(&trial, &mended.left, |_| true) {
        let row = written.get(&path).map(|one| one.row);
        let row = row.and_then(|row| rows.get_mut(row));
        leave(written, &path, row, &found);
    }
}

/// A site of the new manuscripts alone, with all that a site has besides.
fn trial(sources: &Sources, written: &BTreeMap<String, Written>) -> Sources {
    let settings = sources.iter().filter_map(|(_, source)| {
        let text = source.text().filter(|_| !source.path.ends_with(".md"))?;
        Some(Source::text_file(&source.path, text))
    });
    let new = written
        .iter()
        .map(|(path, one)| Source::text_file(path, one.text()));
    Sources::new(settings.chain(new), Vec::new())
}

/// The errors of a kind in each manuscript. Where a link leads only the whole site can tell.
fn faults<'a>(
    trial: &Sources,
    found: &'a [Diagnostic],
    counts: impl Fn(&Diagnostic) -> bool,
) -> BTreeMap<String, Vec<&'a Diagnostic>> {
    let mut faults: BTreeMap<String, Vec<&Diagnostic>> = BTreeMap::new();
    for one in found.iter().filter(|one| counts(one)) {
        let path = trial.path_of(&one.at);
        let is_fault = one.severity == Severity::Error && one.code != "link-broken";
        if is_fault && path.ends_with(".md") {
            faults.entry(path.to_owned()).or_default().push(one);
        }
    }
    faults
}

/// Takes a manuscript out and says why a person has to look at its row.
fn leave(
    written: &mut BTreeMap<String, Written>,
    path: &str,
    row: Option<&mut Row>,
    found: &[&Diagnostic],
) {
    written.remove(path);
    if let Some(row) = row {
        row.outcome = Outcome::Person;
        row.notes = found.iter().map(|one| why(one)).collect();
    }
}

/// Moves the fields aside that are found fault with, and says so; `None` where that is of no use.
fn move_aside(manuscript: &mut Manuscript, found: &[&Diagnostic]) -> Option<Vec<String>> {
    let field = |one: &&Diagnostic| match &one.at {
        Where::Text(location) => manuscript.field_at(location.span.start as usize),
        Where::Path(_) | Where::File(_) | Where::Cell(_) => None,
    };
    let fields: Option<Vec<Field>> = found.iter().map(field).collect();
    let mut fields = fields?;
    fields.dedup();
    let is_moved = fields.iter().all(|field| manuscript.move_aside(*field));
    let note = |one: &&Diagnostic| format!("{}：「ほかの項目」に書きました", one.title);
    is_moved.then(|| found.iter().map(note).collect())
}

fn why(found: &Diagnostic) -> String {
    match found.label.is_empty() {
        true => found.title.clone(),
        false => format!("{}：{}", found.title, found.label),
    }
}
