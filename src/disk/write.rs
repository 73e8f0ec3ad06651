//! A plan in, files out: only what changed is made and written, all of it at once, and nothing of other people's is removed.
//!
//! Steps: make what changed into temporary files beside their places on all cores · note in the manifest what will be ours · rename ·
//! remove what an earlier build wrote and this one does not · write the manifest.
//! Invariant: until every job has succeeded no page of the last build is touched.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::disk::manifest::{self, Entry};
use crate::model::address::OutputPath;
use crate::model::blob::Blob;
use crate::outputs::{Job, Make, Plan};

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
}

/// Why nothing was published.
#[derive(Debug)]
pub enum Failure {
    /// A page could not be made; the sentence says which template is at fault.
    Page { path: OutputPath, reason: String },
    /// The disk refused.
    Disk { path: PathBuf, error: io::Error },
}

/// Brings the folder `out` to the state of the plan. `on_job` is called once for every job, from any core.
///
/// # Errors
/// When a page cannot be made or the disk refuses; before the first rename the folder is as it was.
pub fn write(plan: &Plan, out: &Path, on_job: &(dyn Fn() + Sync)) -> Result<Written, Failure> {
    fs::create_dir_all(out).map_err(|error| disk(out, error))?;
    let list = out.join(manifest::FILE);
    let before = fs::read_to_string(&list).unwrap_or_default();
    let known = manifest::read(&before);
    let jobs: Vec<(&OutputPath, &Job)> = plan.jobs.iter().collect();
    let stage_one = |(path, job): &(&OutputPath, &Job)| {
        let staged = stage(path, job, known.get(path), out);
        on_job();
        staged
    };
    let staged: Result<Vec<Staged>, Failure> = jobs.par_iter().map(stage_one).collect();
    let staged = match staged {
        Ok(staged) => staged,
        Err(failure) => {
            jobs.par_iter()
                .for_each(|(path, _)| discard(&place(out, path)));
            return Err(failure);
        }
    };
    publish(plan, out, &jobs, &staged, (&before, known))
}

/// A job after its bytes are known.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Staged {
    /// The file is already as it should be.
    Unchanged { bytes: u64 },
    /// The new bytes wait beside the place of the file.
    Waiting { bytes: u64 },
}

fn stage(
    path: &OutputPath,
    job: &Job,
    known: Option<&Entry>,
    out: &Path,
) -> Result<Staged, Failure> {
    let file = place(out, path);
    let size = fs::symlink_metadata(&file)
        .ok()
        .filter(fs::Metadata::is_file)
        .map(|metadata| metadata.len());
    if let (Some(entry), Some(bytes)) = (known, size)
        && entry.fingerprint == job.fingerprint
        && entry.bytes == bytes
    {
        return Ok(Staged::Unchanged { bytes });
    }
    match &job.make {
        Make::Bytes(make) => {
            let bytes = make().map_err(|reason| Failure::Page {
                path: path.clone(),
                reason,
            })?;
            let length = bytes.len() as u64;
            if size == Some(length) && fs::read(&file).is_ok_and(|old| old == bytes) {
                return Ok(Staged::Unchanged { bytes: length });
            }
            in_folder(&file, |temporary| fs::write(temporary, &bytes))?;
            Ok(Staged::Waiting { bytes: length })
        }
        Make::Copy(blob) => copy(blob, &file, size),
    }
}

fn copy(blob: &Blob, file: &Path, size: Option<u64>) -> Result<Staged, Failure> {
    let is_same = || fs::read(file).is_ok_and(|old| *blake3::hash(&old).as_bytes() == blob.digest);
    if size == Some(blob.bytes) && is_same() {
        return Ok(Staged::Unchanged { bytes: blob.bytes });
    }
    in_folder(file, |temporary| fs::copy(&blob.file, temporary).map(drop))?;
    Ok(Staged::Waiting { bytes: blob.bytes })
}

/// Writes the temporary file of `file`, making its folder when it is not there yet.
fn in_folder(file: &Path, write: impl Fn(&Path) -> io::Result<()>) -> Result<(), Failure> {
    let temporary = temporary(file);
    let written = match write(&temporary) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let folder = file.parent().unwrap_or(file);
            fs::create_dir_all(folder).map_err(|error| disk(folder, error))?;
            write(&temporary)
        }
        result => result,
    };
    written.map_err(|error| disk(file, error))
}

fn publish(
    plan: &Plan,
    out: &Path,
    jobs: &[(&OutputPath, &Job)],
    staged: &[Staged],
    before: (&str, BTreeMap<OutputPath, Entry>),
) -> Result<Written, Failure> {
    let (old_text, known) = before;
    let list = out.join(manifest::FILE);
    let mut after = BTreeMap::new();
    for ((path, job), staged) in jobs.iter().zip(staged) {
        let (Staged::Unchanged { bytes } | Staged::Waiting { bytes }) = *staged;
        let entry = Entry {
            fingerprint: job.fingerprint,
            bytes,
        };
        after.insert((*path).clone(), entry);
    }
    let mut stale = Vec::new();
    for (path, entry) in known {
        if plan.jobs.contains_key(&path) {
            continue;
        }
        if plan.keeps(&path) {
            after.insert(path, entry);
        } else {
            stale.push((path, entry));
        }
    }
    let waiting: Vec<&OutputPath> = jobs
        .iter()
        .zip(staged)
        .filter(|(_, staged)| matches!(staged, Staged::Waiting { .. }))
        .map(|((path, _), _)| *path)
        .collect();
    if !(waiting.is_empty() && stale.is_empty()) {
        // Should the next steps be cut off, the next build still knows which files are ours.
        let mut ours = after.clone();
        ours.extend(stale.iter().cloned());
        save(&list, &manifest::text(&ours))?;
    }
    waiting.par_iter().try_for_each(|path| {
        let file = place(out, path);
        fs::rename(temporary(&file), &file).map_err(|error| disk(&file, error))
    })?;
    for (path, _) in &stale {
        remove(out, path)?;
    }
    let text = manifest::text(&after);
    if text != old_text {
        save(&list, &text)?;
    }
    Ok(Written {
        written: waiting.len(),
        unchanged: jobs.len() - waiting.len(),
        removed: stale.len(),
    })
}

fn save(file: &Path, text: &str) -> Result<(), Failure> {
    in_folder(file, |temporary| fs::write(temporary, text))?;
    fs::rename(temporary(file), file).map_err(|error| disk(file, error))
}

/// Removes a file of an earlier build and the folders that it leaves empty.
fn remove(out: &Path, path: &OutputPath) -> Result<(), Failure> {
    let file = place(out, path);
    match fs::remove_file(&file) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(disk(&file, error)),
        _ => {}
    }
    let mut folder = file.parent();
    while let Some(empty) = folder.filter(|folder| *folder != out && folder.starts_with(out)) {
        if fs::remove_dir(empty).is_err() {
            break;
        }
        folder = empty.parent();
    }
    Ok(())
}

fn discard(file: &Path) {
    // It is not there for jobs that had nothing to write.
    fs::remove_file(temporary(file)).unwrap_or_default();
}

fn place(out: &Path, path: &OutputPath) -> PathBuf {
    path.as_str()
        .split('/')
        .fold(out.to_path_buf(), |folder, part| folder.join(part))
}

fn temporary(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!(".{name}.kairan-new"))
}

fn disk(path: &Path, error: io::Error) -> Failure {
    Failure::Disk {
        path: path.to_path_buf(),
        error,
    }
}
