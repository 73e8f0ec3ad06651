//! One file per command, and what they share: the clock, the environment, the folder of the site and the two outputs of a program.
//!
//! Invariant: nothing below `cmd` asks for the time or for the environment.

use std::fmt;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use kairan::assemble::Wish;
use kairan::disk;
use kairan::model::date::Date;
use kairan::source::{FontFile, Sources};

use crate::cli::Command;
use crate::embedded;

mod a11y_report;
mod build;
mod check;
mod export;
mod import;
mod init;
mod new;
mod progress;
mod report;
mod serve;
mod status;
mod template;

use progress::Progress;

/// What came of a command that could be run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Clean,
    /// The content has errors; they have been printed.
    Faulty,
}

/// Why a command could not be run, in Japanese, with the path it is about.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }

    /// A failure to `verb` (読め, 書け) the file at `path`.
    pub fn of_file(path: &Path, verb: &str, error: &std::io::Error) -> Self {
        let reason = match error.kind() {
            std::io::ErrorKind::NotFound => "見つかりません",
            std::io::ErrorKind::PermissionDenied => {
                "許可がありません。ほかのソフトで開いていれば、閉じてください"
            }
            std::io::ErrorKind::AlreadyExists => "同じ名前のものがすでにあります",
            std::io::ErrorKind::StorageFull => "ディスクに空きがありません",
            std::io::ErrorKind::NotADirectory => "途中にフォルダーでないものがあります",
            std::io::ErrorKind::IsADirectory => "フォルダーです",
            std::io::ErrorKind::InvalidFilename => "名前が長すぎるか、名前に使えない文字があります",
            std::io::ErrorKind::ReadOnlyFilesystem => "書きこめないディスクです",
            std::io::ErrorKind::QuotaExceeded => "使える容量がいっぱいです",
            std::io::ErrorKind::ResourceBusy => {
                "検査している間に、ほかのソフトが書き換えました。もう一度試してください"
            }
            std::io::ErrorKind::InvalidData => "文字コードがUTF-8ではありません",
            _ => return Self(format!("{} を{verb}ません（{error}）。", path.display())),
        };
        Self(format!("{} を{verb}ません。{reason}。", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

pub fn run(command: &Command) -> Result<Verdict, Failure> {
    match command {
        Command::Build(build) => build::run(build),
        Command::Check(check) => check::run(check),
        Command::Serve(serve) => serve::run(serve),
        Command::New(new) => new::run(new),
        Command::Import(import) => import::run(import),
        Command::Init(init) => init::run(init),
        Command::Status(status) => status::run(status),
        Command::Template(template) => template::run(template),
        Command::Export(export) => export::run(export),
        Command::Report(report) => report::run(report),
        Command::A11yReport(report) => a11y_report::run(report),
    }
}

/// Data, to standard output. A reader who has gone away is no fault of ours.
pub fn print(words: &str) {
    print_bytes(words.as_bytes());
}

/// The same for data that is no text.
pub fn print_bytes(bytes: &[u8]) {
    let mut output = std::io::stdout().lock();
    let _ = output.write_all(bytes).and_then(|()| output.flush());
}

/// Words for the person at the keyboard, to standard error, with a line break.
pub fn say(words: &str) {
    let mut output = std::io::stderr().lock();
    let _ = writeln!(output, "{words}");
}

/// Whether what is said may be coloured (<https://no-color.org>).
fn colour() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    std::io::stderr().is_terminal() && !refused
}

/// The day to build for: the one asked for, or today in Tokyo.
fn day(asked: Option<Date>) -> Result<Date, Failure> {
    let now = || {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
        Date::in_tokyo(i64::try_from(since.as_secs()).ok()?)
    };
    asked.or_else(now).ok_or_else(|| {
        Failure::new(
            "パソコンの時計が正しくありません。「--today 2026-11-22」のように日を書いてください。",
        )
    })
}

/// The site as it is published on a day.
fn wish(asked: Option<Date>) -> Result<Wish, Failure> {
    Ok(Wish {
        today: day(asked)?,
        base_url: None,
        unpublished: false,
    })
}

/// The folder of the site: the one asked for, or the one we are in or below.
fn root(asked: Option<&Path>) -> Result<PathBuf, Failure> {
    let is_site = |folder: &Path| disk::file::is_file(&folder.join("content").join("site.yaml"));
    match asked {
        Some(folder) if is_site(folder) => Ok(folder.to_owned()),
        Some(folder) => Err(Failure::new(format!(
            "{} はサイトのフォルダーではありません。中に content/site.yaml があるフォルダーを「--root」のあとに書いてください。",
            folder.display()
        ))),
        None => {
            let here = std::env::current_dir()
                .map_err(|error| Failure::of_file(Path::new("."), "読め", &error))?;
            let found = here.ancestors().find(|folder| is_site(folder));
            found.map(Path::to_owned).ok_or_else(|| {
                Failure::new(format!(
                    "{} にはサイトがありません。content/site.yaml のあるフォルダーで動かすか、「kairan init <フォルダー>」で新しく作ってください。",
                    here.display()
                ))
            })
        }
    }
}

/// Everything of the site, with the theme in the program for a site that brings none.
fn sources(root: &Path) -> Result<Sources, Failure> {
    let theme = embedded::theme();
    let theme: Vec<(&str, &[u8])> = theme
        .iter()
        .map(|(path, bytes)| (path.as_str(), *bytes))
        .collect();
    disk::read::read(root, &theme).map_err(|error| Failure::of_file(root, "読め", &error))
}

/// The same with the fonts of this computer, for commands that look at pages and what is printed.
fn printable_sources(root: &Path, fonts: Vec<FontFile>) -> Result<Sources, Failure> {
    let mut sources = sources(root)?;
    sources.fonts = Some(fonts);
    Ok(sources)
}

/// The fonts of this computer that sheets can be set in.
fn fonts() -> Vec<FontFile> {
    disk::fonts::find(&font_folders())
}

/// Where Linux, macOS and Windows keep their fonts.
fn font_folders() -> Vec<PathBuf> {
    let of = |variable: &str, below: &[&str]| {
        let base = std::env::var_os(variable).filter(|value| !value.is_empty());
        let base = base.map(PathBuf::from).filter(|base| base.is_absolute());
        base.map(|base| below.iter().fold(base, |folder, part| folder.join(part)))
    };
    let own = [
        of("HOME", &[".fonts"]),
        of("XDG_DATA_HOME", &["fonts"]),
        of("HOME", &[".local", "share", "fonts"]),
        of("HOME", &["Library", "Fonts"]),
        of("LOCALAPPDATA", &["Microsoft", "Windows", "Fonts"]),
        of("WINDIR", &["Fonts"]),
    ];
    let common = [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/Library/Fonts",
        "/System/Library/Fonts",
    ];
    own.into_iter()
        .flatten()
        .chain(common.map(PathBuf::from))
        .collect()
}
