//! `content/` and `themes/` in, `Sources` out; what cannot be a source becomes a diagnostic with its path.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

use crate::diag::{Diagnostic, Where};
use crate::model::blob::Blob;
use crate::pdf;
use crate::source::{Content, Source, Sources};

/// No manuscript or template is longer; attachments are not limited.
const TEXT_LIMIT_BYTES: u64 = 5 * 1024 * 1024;

/// No register is longer; 10,000 rows with every column take about 5 MB.
const TABLE_LIMIT_BYTES: u64 = 20 * 1024 * 1024;

/// Reads the site below `root`. `embedded` files stand in for those the disk has not, by path.
///
/// # Errors
/// When `content/` itself cannot be listed.
pub fn read(root: &Path, embedded: &[(&str, &[u8])]) -> io::Result<Sources> {
    fs::read_dir(root.join("content"))?;
    let mut found = Found::default();
    for folder in ["content", "themes"] {
        found.walk(root, folder);
    }
    let files: Vec<(String, PathBuf)> = found.files.into_values().collect();
    let read: Vec<Result<Source, Diagnostic>> = files
        .par_iter()
        .map(|(path, file)| read_file(path, file))
        .collect();
    let mut sources = Vec::with_capacity(read.len() + embedded.len());
    for (path, bytes) in embedded {
        let content = match std::str::from_utf8(bytes) {
            Ok(text) => Content::Text(text.into()),
            Err(_) => continue,
        };
        sources.push(Source {
            path: (*path).into(),
            content,
        });
    }
    for result in read {
        match result {
            Ok(source) => sources.push(source),
            Err(diagnostic) => found.problems.push(diagnostic),
        }
    }
    Ok(Sources::new(sources, found.problems))
}

/// The files of a walk, by their path in lower case so that names which differ only by case meet.
#[derive(Default)]
struct Found {
    files: BTreeMap<String, (String, PathBuf)>,
    problems: Vec<Diagnostic>,
}

impl Found {
    fn walk(&mut self, root: &Path, folder: &str) {
        let top = root.join(folder);
        if !top.exists() {
            return;
        }
        // Links are not followed: they could lead out of the folder or in circles, and they do not survive a copy to another machine.
        let entries = WalkDir::new(&top)
            .follow_links(false)
            .sort_by_file_name()
            .into_iter();
        for entry in entries.filter_entry(|entry| entry.depth() == 0 || !is_clutter(entry)) {
            match entry {
                Ok(entry) => self.take(root, &entry),
                Err(error) => {
                    let path = error
                        .path()
                        .map_or_else(|| folder.to_owned(), |path| relative(root, path));
                    self.problems.push(unreadable(&path));
                }
            }
        }
    }

    fn take(&mut self, root: &Path, entry: &DirEntry) {
        let path = relative(root, entry.path());
        if entry.path_is_symlink() {
            let title = "リンク（ショートカット）は使えません";
            let help = "リンクの代わりに、もとのファイルかフォルダーをここに置いてください。";
            return self
                .problems
                .push(Diagnostic::error("file-link", Where::Path(path), title).help(help));
        }
        if entry.file_type().is_dir() {
            if path.ends_with(".md") || path.ends_with(".yaml") {
                let title = "ファイルのはずの名前がフォルダーになっています";
                let help = "フォルダーの名前から「.md」や「.yaml」を取るか、中身をファイルとして置きなおしてください。";
                self.problems
                    .push(Diagnostic::error("file-folder", Where::Path(path), title).help(help));
            }
            return;
        }
        if path.contains(char::REPLACEMENT_CHARACTER) {
            let title = "ファイルの名前に読み取れない文字があります";
            return self.problems.push(
                Diagnostic::error("file-name", Where::Path(path), title)
                    .help("名前を半角の英小文字と数字とハイフンにしてください。"),
            );
        }
        if !entry.file_type().is_file() {
            // A pipe would be waited for without end.
            let title = "ふつうのファイルではありません";
            return self.problems.push(
                Diagnostic::error("file-unreadable", Where::Path(path), title)
                    .help("消すか、サイトのフォルダーの外に移してください。"),
            );
        }
        let file = entry.path().to_path_buf();
        if let Some((first, _)) = self.files.get(&path.to_lowercase()) {
            let title = format!("「{first}」と、大文字と小文字か、文字の表し方だけが違う名前です");
            let help = "どちらか1つの名前を変えるか、消してください。";
            return self
                .problems
                .push(Diagnostic::error("address-twice", Where::Path(path), title).help(help));
        }
        self.files.insert(path.to_lowercase(), (path, file));
    }
}

/// Files that systems and office programs leave behind.
fn is_clutter(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || matches!(name.as_ref(), "Thumbs.db" | "desktop.ini")
}

/// The path below the root with `/` between folders, in NFC as macOS may hand it out decomposed.
fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<String> = below
        .components()
        .map(|part| part.as_os_str().to_string_lossy().nfc().collect())
        .collect();
    parts.join("/")
}

fn read_file(path: &str, file: &Path) -> Result<Source, Diagnostic> {
    let content = if is_text(path) {
        text(path, file)?
    } else if is_table(path) {
        let help =
            "名簿のファイルは20MBまでです。使っていないシートや図を消して保存しなおしてください。";
        Content::Table(bytes(path, file, TABLE_LIMIT_BYTES, help)?.into())
    } else {
        Content::Binary(blob(path, file)?)
    };
    Ok(Source {
        path: path.into(),
        content,
    })
}

/// Manuscripts, settings and the theme's sources are texts; whatever lies in a document's own folder is only copied.
fn is_text(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    let depth = path.split('/').count();
    if path.starts_with("themes/") {
        return matches!(extension, "html" | "css" | "yaml" | "js" | "typ" | "txt")
            && !path.contains("/static/");
    }
    let deepest = if path.starts_with("content/wards/") {
        5
    } else {
        4
    };
    path == "content/calendar/holidays.csv"
        || matches!(extension, "md" | "yaml") && depth <= deepest
}

/// Tables that stand where only registers do.
fn is_table(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    let is_register = path.starts_with("content/wards/") && path.split('/').count() == 4;
    is_register && matches!(extension, "csv" | "xlsx")
}

/// The bytes of a file that is no longer than `limit_bytes`.
fn bytes(path: &str, file: &Path, limit_bytes: u64, help: &str) -> Result<Vec<u8>, Diagnostic> {
    let size = fs::metadata(file).map_err(|_| unreadable(path))?.len();
    if size > limit_bytes {
        let title = format!("ファイルが大きすぎます（{}MB）", size / 1024 / 1024);
        return Err(
            Diagnostic::error("file-too-large", Where::Path(path.to_owned()), title).help(help),
        );
    }
    fs::read(file).map_err(|_| unreadable(path))
}

fn text(path: &str, file: &Path) -> Result<Content, Diagnostic> {
    let help =
        "原稿は5MBまでです。長い原稿はいくつかに分け、図や表のファイルは添付にしてください。";
    let bytes = bytes(path, file, TEXT_LIMIT_BYTES, help)?;
    let bytes = bytes
        .strip_prefix(b"\xEF\xBB\xBF")
        .map(<[u8]>::to_vec)
        .unwrap_or(bytes);
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Content::Text(text.into())),
        Err(_) => {
            let help = "メモ帳などで開き、「名前を付けて保存」で文字コードに「UTF-8」を選んで保存してください。";
            Err(Diagnostic::error(
                "file-encoding",
                Where::Path(path.to_owned()),
                "文字コードが UTF-8 ではありません",
            )
            .help(help))
        }
    }
}

fn blob(path: &str, file: &Path) -> Result<Blob, Diagnostic> {
    let size = fs::metadata(file).map_err(|_| unreadable(path))?.len();
    if is_pdf(path) && size <= pdf::LIMIT_BYTES {
        let bytes = fs::read(file).map_err(|_| unreadable(path))?;
        return Ok(Blob {
            file: file.to_path_buf(),
            bytes: bytes.len() as u64,
            digest: *blake3::hash(&bytes).as_bytes(),
            sha256: Sha256::digest(&bytes).into(),
            pdf: Some(Arc::new(pdf::inspect(bytes))),
        });
    }
    let hash = || -> io::Result<Blob> {
        let mut reader = fs::File::open(file)?;
        let (mut hasher, mut sha256) = (blake3::Hasher::new(), Sha256::new());
        let mut buffer = vec![0; 64 * 1024];
        let mut bytes = 0;
        loop {
            let count = reader.read(&mut buffer)?;
            let Some(chunk) = buffer.get(..count).filter(|chunk| !chunk.is_empty()) else {
                return Ok(Blob {
                    file: file.to_path_buf(),
                    bytes,
                    digest: *hasher.finalize().as_bytes(),
                    sha256: sha256.finalize().into(),
                    pdf: None,
                });
            };
            hasher.update(chunk);
            sha256.update(chunk);
            bytes += count as u64;
        }
    };
    hash().map_err(|_| unreadable(path))
}

/// Whether a file beside a manuscript is called what PDF files are.
fn is_pdf(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    path.starts_with("content/") && extension.eq_ignore_ascii_case("pdf")
}

fn unreadable(path: &str) -> Diagnostic {
    Diagnostic::error(
        "file-unreadable",
        Where::Path(path.to_owned()),
        "ファイルを開けません",
    )
    .help("ほかのプログラムで開いていないか、読み取りが許可されているかを確かめてください。")
}
