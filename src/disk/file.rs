//! Single files for the commands: a manuscript to copy from, a new manuscript, a file of the content that a browser asks for.
//!
//! Invariant: nothing that exists is written over but by `rewrite`, which makes sure that it is what the caller has read.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

const BYTE_ORDER_MARK: &str = "\u{FEFF}";

pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether anything stands at the path, a link that leads nowhere included.
pub fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// The whole path without links and `..`, so that two ways to one place are seen to be one. What does not exist yet is no link.
pub fn resolved(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut resolved = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::ParentDir => {
                resolved.pop();
            }
            Component::Normal(name) => {
                resolved.push(name);
                resolved = fs::canonicalize(&resolved).unwrap_or(resolved);
            }
            Component::Prefix(_) | Component::RootDir | Component::CurDir => resolved.push(part),
        }
    }
    resolved
}

/// The names in a folder, sorted; none when there is no such folder.
pub fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut names = Vec::new();
    for entry in entries {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// A text in UTF-8 without a byte order mark.
pub fn text(path: &Path) -> io::Result<String> {
    let text = fs::read_to_string(path)?;
    match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => Ok(rest.to_owned()),
        None => Ok(text),
    }
}

pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}

/// Writes a file that does not exist yet, and the folders above it.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Puts `after` in the place of a text that is still `before`; a byte order mark stays. The file is never half written: the new text waits
/// beside it and takes its place by one renaming. `ErrorKind::ResourceBusy` says that somebody has changed the file in the meantime.
pub fn rewrite(path: &Path, before: &str, after: &str) -> io::Result<()> {
    let found = fs::read_to_string(path)?;
    let (mark, words) = match found.strip_prefix(BYTE_ORDER_MARK) {
        Some(words) => (BYTE_ORDER_MARK, words),
        None => ("", found.as_str()),
    };
    if words != before {
        return Err(io::ErrorKind::ResourceBusy.into());
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".kairan-new");
    let waiting = path.with_file_name(name);
    let written = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .open(&waiting)
        .and_then(|mut file| {
            file.write_all(mark.as_bytes())?;
            file.write_all(after.as_bytes())?;
            file.set_permissions(fs::metadata(path)?.permissions())?;
            file.sync_all()
        })
        .and_then(|()| fs::rename(&waiting, path));
    if written.is_err() {
        // What is left of a failed attempt would be taken for a manuscript.
        let _ = fs::remove_file(&waiting);
    }
    written
}

/// Puts `after` in the place of bytes that are still `before`, by one renaming; `ErrorKind::ResourceBusy` as for `rewrite`.
pub fn replace(path: &Path, before: &[u8], after: &[u8]) -> io::Result<()> {
    if fs::read(path)? != before {
        return Err(io::ErrorKind::ResourceBusy.into());
    }
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".kairan-new");
    let waiting = path.with_file_name(name);
    let written = fs::write(&waiting, after).and_then(|()| fs::rename(&waiting, path));
    if written.is_err() {
        let _ = fs::remove_file(&waiting);
    }
    written
}

/// Undoes what was written: the bytes from before, or no file. One that is no longer `after` is left alone, with `ErrorKind::ResourceBusy`.
pub fn undo(path: &Path, before: Option<&[u8]>, after: &[u8]) -> io::Result<()> {
    match before {
        Some(before) => replace(path, after, before),
        None if fs::read(path)? == after => fs::remove_file(path),
        None => Err(io::ErrorKind::ResourceBusy.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::{bytes, create, exists, names, rewrite, text};

    #[test]
    fn a_text_is_rewritten_only_while_it_is_what_was_read() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("b.md");
        create(&path, "\u{FEFF}題名".as_bytes()).expect("the file is new");
        rewrite(&path, "題名", "題").expect("the text is as it was");
        assert_eq!(bytes(&path).expect("it is there"), "\u{FEFF}題".as_bytes());
        let changed = rewrite(&path, "題名", "名").expect_err("the text is another");
        assert_eq!(changed.kind(), std::io::ErrorKind::ResourceBusy);
        assert_eq!(names(folder.path()).expect("a folder"), ["b.md"]);
    }

    #[test]
    fn a_file_is_created_once_and_never_written_over() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("a").join("b.md");
        create(&path, "\u{FEFF}題名".as_bytes()).expect("the file is new");
        let again = create(&path, b"x").expect_err("the file exists");
        assert_eq!(again.kind(), std::io::ErrorKind::AlreadyExists);
        assert_eq!(text(&path).expect("it is text"), "題名");
        assert_eq!(bytes(&path).expect("it is there").len(), 9);
        assert!(exists(&path) && !exists(&path.with_extension("txt")));
        assert_eq!(names(folder.path()).expect("it is a folder"), ["a"]);
        assert!(names(&folder.path().join("none")).expect("none").is_empty());
    }
}
