//! `cargo bench --bench site`: how long a site of 1,000 and of 10,000 manuscripts takes to build, and how much memory.
//!
//! Steps: make the manuscripts (always the same for the same number) · write the site · build it three times, each time in a process
//! of its own: into an empty folder, again without a change, and after one manuscript was edited.
//!
//! `-- 1000 50000` chooses the numbers of manuscripts, `--flyers` makes the flyers that the manuscripts do without otherwise, `--emit FOLDER` keeps the site, `--emit-hugo FOLDER` writes the same
//! manuscripts as a site for Hugo, and `--hugo PROGRAM` measures that program on it in the same way.

mod hugo;
mod manuscripts;
mod measure;
mod site;

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::measure::Usage;
use crate::site::Site;

/// The day every build is for, so that the same documents are public whenever the benchmark runs.
const TODAY: &str = "2026-11-22";

/// What the command line asks for.
#[derive(Default)]
struct Wish {
    numbers: Vec<usize>,
    /// Whether flyers are made too.
    flyers: bool,
    emit: Option<PathBuf>,
    emit_hugo: Option<PathBuf>,
    hugo: Option<PathBuf>,
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let Some((first, program)) = words.split_first()
        && first == measure::WORD
    {
        return measure::run(program);
    }
    let done = match wish(&words) {
        Ok(wish) => benchmark(&wish).map_err(|error| error.to_string()),
        Err(reason) => Err(reason),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::from(2)
        }
    }
}

fn wish(words: &[String]) -> Result<Wish, String> {
    let mut wish = Wish::default();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let mut folder = || words.next().map(PathBuf::from);
        match word.as_str() {
            // Cargo adds this to every benchmark.
            "--bench" => {}
            "--flyers" => wish.flyers = true,
            "--emit" => wish.emit = Some(folder().ok_or("--emit needs a folder")?),
            "--emit-hugo" => wish.emit_hugo = Some(folder().ok_or("--emit-hugo needs a folder")?),
            "--hugo" => wish.hugo = Some(folder().ok_or("--hugo needs the path of a program")?),
            word => {
                let number = word.parse().map_err(|_| format!("unknown word: {word}"))?;
                wish.numbers.push(number);
            }
        }
    }
    if wish.numbers.is_empty() {
        wish.numbers = vec![1_000, 10_000];
    }
    Ok(wish)
}

fn benchmark(wish: &Wish) -> io::Result<()> {
    if let Some(folder) = &wish.emit_hugo {
        let site = Site::make(largest(wish))?;
        hugo::write(&site, folder)?;
        println!(
            "{} manuscripts for Hugo in {}",
            site.manuscripts.len(),
            folder.display()
        );
        if wish.hugo.is_none() {
            return Ok(());
        }
    }
    println!(
        "{:>9}  {:<9}  {:>7}  {:>8}  {:>11}  {:>8}",
        "documents", "build", "files", "seconds", "ms/document", "peak MiB"
    );
    for number in &wish.numbers {
        let mut site = Site::make(*number)?;
        if wish.flyers {
            site.want_flyers();
        }
        let scratch = tempfile::tempdir()?;
        let kept = wish.emit.as_deref().filter(|_| *number == largest(wish));
        kairan(&site, kept.unwrap_or(scratch.path()), scratch.path())?;
        if let Some(program) = &wish.hugo {
            let folder = scratch.path().join("hugo");
            hugo::write(&site, &folder)?;
            measure_hugo(program, &site, &folder)?;
        }
    }
    Ok(())
}

fn largest(wish: &Wish) -> usize {
    wish.numbers.iter().copied().max().unwrap_or_default()
}

/// Three builds of the site below `root`.
fn kairan(site: &Site, root: &Path, scratch: &Path) -> io::Result<()> {
    site.write(root)?;
    let out = scratch.join("public");
    let build = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kairan"));
        command.arg("build").arg("--root").arg(root);
        command.arg("--out").arg(&out).args(["--today", TODAY]);
        measure::measured(&command)
    };
    print(site, "fresh", &out, &build()?)?;
    print(site, "unchanged", &out, &build()?)?;
    site.edit(root)?;
    print(site, "one edit", &out, &build()?)
}

/// Hugo has no memory of its last build, so that two builds say all there is to say.
fn measure_hugo(program: &Path, site: &Site, folder: &Path) -> io::Result<()> {
    let out = folder.join("public");
    let build = || {
        let mut command = Command::new(program);
        command.arg("--quiet").arg("--source").arg(folder);
        command.arg("--destination").arg(&out);
        measure::measured(&command)
    };
    print(site, "Hugo", &out, &build()?)?;
    print(site, "Hugo 2nd", &out, &build()?)
}

/// One line of the table, and what the program said last.
fn print(site: &Site, build: &str, out: &Path, usage: &Usage) -> io::Result<()> {
    let documents = site.manuscripts.len();
    let seconds = usage.micros as f64 / 1e6;
    let per_document = usage.micros as f64 / 1e3 / documents.max(1) as f64;
    let peak = match usage.peak_bytes {
        0 => "unknown".to_owned(),
        bytes => format!("{:.1}", bytes as f64 / f64::from(1 << 20)),
    };
    let files = measure::files_below(out)?;
    println!(
        "{documents:>9}  {build:<9}  {files:>7}  {seconds:>8.3}  {per_document:>11.3}  {peak:>8}"
    );
    for line in &usage.said {
        println!("           {line}");
    }
    Ok(())
}
