//! A plan in, files out: only what changed is made and written, all of it at once, and nothing of other people's is removed.
//!
//! Steps: make what changed into temporary files beside their places on all cores · note in the manifest what will be ours · rename ·
//! remove what an earlier build wrote and this one does not · write the manifest.
//! Invariant: until every job has succeeded no page of the last build is touched.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::disk::manifest::{self, Entry};
use crate::disk::pack::{self, Fault};
use crate::model::address::OutputPath;
use crate::model::blob::Blob;
use crate::outputs::{Fingerprint, Job, Make, Plan};

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
    /// Manuscripts whose text is another than at the last build and whose 更新日 is the same.
    pub unraised: Vec<Box<str>>,
}

/// Why nothing was published.
#[derive(Debug)]
pub enum Failure {
    /// A page could not be made; the sentence says which template is at fault.
    Page { path: OutputPath, reason: String },
    /// A folder of the output is a link; what is written there would lie elsewhere.
    Link { path: PathBuf },
    /// A file of the content cannot be read any more.
    Source { path: PathBuf, error: io::Error },
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
    let written = staged.and_then(|staged| publish(plan, out, &jobs, &staged, (&before, known)));
    if written.is_err() {
        discard(&list);
        jobs.par_iter()
            .for_each(|(path, _)| discard(&place(out, path)));
    }
    written
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
    let metadata = fs::symlink_metadata(&file).ok();
    if metadata.as_ref().is_some_and(fs::Metadata::is_dir) {
        // Found now, because a rename that fails comes after others that did not.
        return Err(disk(&file, ErrorKind::IsADirectory.into()));
    }
    let size = metadata
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
            let bytes = make().map_err(|reason| page(path, reason))?;
            made(&bytes, out, &file, size)
        }
        Make::Copy(blob) => copy(blob, out, &file, size),
        Make::Sums(pack) => {
            let sums = pack::sums(pack).map_err(|fault| unpacked(fault, path, &file))?;
            made(sums.as_bytes(), out, &file, size)
        }
        Make::Pack(pack) => {
            // The files go from disk to disk, so that memory does not grow with what is packed.
            let mut temporary = opened(out, &file)?;
            pack::zip(pack, &mut temporary).map_err(|fault| unpacked(fault, path, &file))?;
            let metadata = temporary.metadata().map_err(|error| disk(&file, error))?;
            Ok(Staged::Waiting {
                bytes: metadata.len(),
            })
        }
    }
}

fn made(bytes: &[u8], out: &Path, file: &Path, size: Option<u64>) -> Result<Staged, Failure> {
    let length = bytes.len() as u64;
    if size == Some(length) && fs::read(file).is_ok_and(|old| old == bytes) {
        return Ok(Staged::Unchanged { bytes: length });
    }
    in_folder(out, file, |temporary| temporary.write_all(bytes))?;
    Ok(Staged::Waiting { bytes: length })
}

/// Only the bytes are copied: with the rights of the original, nobody else might read the page, and on Windows nothing could replace it.
fn copy(blob: &Blob, out: &Path, file: &Path, size: Option<u64>) -> Result<Staged, Failure> {
    let is_same = || fs::read(file).is_ok_and(|old| *blake3::hash(&old).as_bytes() == blob.digest);
    if size == Some(blob.bytes) && is_same() {
        return Ok(Staged::Unchanged { bytes: blob.bytes });
    }
    let mut original = File::open(&blob.file).map_err(|error| Failure::Source {
        path: blob.file.clone(),
        error,
    })?;
    in_folder(out, file, |temporary| {
        io::copy(&mut original, temporary).map(drop)
    })?;
    Ok(Staged::Waiting { bytes: blob.bytes })
}

/// Writes the temporary file of `file`, making its folder when it is not there yet.
fn in_folder(
    out: &Path,
    file: &Path,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<(), Failure> {
    let mut opened = opened(out, file)?;
    write(&mut opened).map_err(|error| disk(file, error))
}

/// The temporary file of `file`, empty.
fn opened(out: &Path, file: &Path) -> Result<File, Failure> {
    if let Some(path) = link_above(out, file) {
        return Err(Failure::Link { path });
    }
    let temporary = temporary(file);
    let opened = match create(&temporary) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let folder = file.parent().unwrap_or(file);
            fs::create_dir_all(folder).map_err(|error| disk(folder, error))?;
            create(&temporary)
        }
        result => result,
    };
    opened.map_err(|error| disk(file, error))
}

/// A new file in place of one that a build left behind when it was cut off; never what a link points to.
fn create(temporary: &Path) -> io::Result<File> {
    let opened = File::create_new(temporary);
    match opened {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            fs::remove_file(temporary)?;
            File::create_new(temporary)
        }
        opened => opened,
    }
}

/// The first link among the folders between the output folder and a file in it.
fn link_above(out: &Path, file: &Path) -> Option<PathBuf> {
    let folders = file.ancestors().skip(1);
    folders
        .take_while(|folder| *folder != out)
        .find(|folder| folder.is_symlink())
        .map(Path::to_path_buf)
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
    let Ledger { after, stale } = Ledger::new(plan, jobs, staged, known);
    let published = manifest::revisions(old_text);
    let waiting: Vec<&OutputPath> = jobs
        .iter()
        .zip(staged)
        .filter(|(_, staged)| matches!(staged, Staged::Waiting { .. }))
        .map(|((path, _), _)| *path)
        .collect();
    if !(waiting.is_empty() && stale.is_empty()) {
        let ours = interim(&after, &stale, &waiting);
        save(out, &list, &manifest::text(&ours, &published))?;
    }
    let rename = |path: &&OutputPath| {
        let file = place(out, path);
        let renamed = fs::rename(temporary(&file), &file);
        renamed.map_err(|error| disk(&file, error)).err()
    };
    // One file that cannot be replaced, as one that is open on Windows, keeps no other page old.
    let refused: Vec<Failure> = waiting.par_iter().filter_map(rename).collect();
    if let Some(failure) = refused.into_iter().next() {
        return Err(failure);
    }
    for (path, _) in &stale {
        remove(out, path)?;
    }
    let text = manifest::text(&after, &plan.revisions_after(&published));
    if text != old_text {
        save(out, &list, &text)?;
    }
    Ok(Written {
        written: waiting.len(),
        unchanged: jobs.len() - waiting.len(),
        removed: stale.len(),
        unraised: plan.unraised(&published),
    })
}

/// What the manifest will say, and the files that are ours no more.
struct Ledger {
    after: BTreeMap<OutputPath, Entry>,
    stale: Vec<(OutputPath, Entry)>,
}

impl Ledger {
    fn new(
        plan: &Plan,
        jobs: &[(&OutputPath, &Job)],
        staged: &[Staged],
        known: BTreeMap<OutputPath, Entry>,
    ) -> Self {
        let mut after = BTreeMap::new();
        for ((path, job), staged) in jobs.iter().zip(staged) {
            let (Staged::Unchanged { bytes } | Staged::Waiting { bytes }) = *staged;
            let entry = Entry {
                fingerprint: job.fingerprint,
                bytes,
            };
            after.insert((*path).clone(), entry);
        }
        let unplanned = known
            .into_iter()
            .filter(|(path, _)| !plan.jobs.contains_key(path));
        let (kept, stale): (Vec<_>, Vec<_>) = unplanned.partition(|(path, _)| plan.keeps(path));
        after.extend(kept);
        Self { after, stale }
    }
}

/// Should the renaming be cut off, the next build still knows which files are ours, and not what is in those that change now.
fn interim(
    after: &BTreeMap<OutputPath, Entry>,
    stale: &[(OutputPath, Entry)],
    waiting: &[&OutputPath],
) -> BTreeMap<OutputPath, Entry> {
    let mut ours = after.clone();
    ours.extend(stale.iter().cloned());
    for path in waiting {
        if let Some(entry) = ours.get_mut(*path) {
            entry.fingerprint = UNKNOWN;
        }
    }
    ours
}

/// The fingerprint of no job.
const UNKNOWN: Fingerprint = [0; 32];

fn save(out: &Path, file: &Path, text: &str) -> Result<(), Failure> {
    in_folder(out, file, |temporary| temporary.write_all(text.as_bytes()))?;
    fs::rename(temporary(file), file).map_err(|error| disk(file, error))
}

/// Removes a file of an earlier build and the folders that it leaves empty.
fn remove(out: &Path, path: &OutputPath) -> Result<(), Failure> {
    let file = place(out, path);
    if link_above(out, &file).is_some() {
        return Ok(());
    }
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

fn page(path: &OutputPath, reason: String) -> Failure {
    Failure::Page {
        path: path.clone(),
        reason,
    }
}

fn unpacked(fault: Fault, path: &OutputPath, file: &Path) -> Failure {
    match fault {
        Fault::Made(reason) => page(path, reason),
        Fault::Source { path, error } => Failure::Source { path, error },
        Fault::Target(error) => disk(file, error),
    }
}

fn disk(path: &Path, error: io::Error) -> Failure {
    Failure::Disk {
        path: path.to_path_buf(),
        error,
    }
}
