//! One program in a process of its own: the time it takes and the most memory it holds.
//!
//! The system counts the memory of all children of a process together, so each program is started by a fresh copy of the benchmark
//! (`--measure`) that has no other child. The peak is the one of `getrusage` (POSIX); it is not sampled.

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

/// The word that makes the benchmark start the program named behind it.
pub const WORD: &str = "--measure";

/// What one run took.
pub struct Usage {
    pub micros: u128,
    /// 0 where the system does not say.
    pub peak_bytes: u64,
    /// The last lines the program said.
    pub said: Vec<String>,
}

/// How many of its last lines are kept.
const SAID: usize = 1;

/// Runs a command in a fresh copy of this program and reads what it measured.
pub fn measured(command: &Command) -> io::Result<Usage> {
    let mut copy = Command::new(std::env::current_exe()?);
    copy.arg(WORD)
        .arg(command.get_program())
        .args(command.get_args());
    let output = copy.env("NO_COLOR", "1").output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(io::Error::other(format!("the program failed:\n{said}")));
    }
    let numbers = String::from_utf8_lossy(&output.stdout);
    let last = numbers.lines().last().unwrap_or_default();
    let mut numbers = last.split(' ').map(str::parse::<u64>);
    let (Some(Ok(micros)), Some(Ok(peak_bytes))) = (numbers.next(), numbers.next()) else {
        return Err(io::Error::other("the measuring process did not report"));
    };
    let lines: Vec<&str> = said
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let said = lines[lines.len().saturating_sub(SAID)..].iter();
    Ok(Usage {
        micros: micros.into(),
        peak_bytes,
        said: said.map(|line| (*line).to_owned()).collect(),
    })
}

/// What the fresh copy does: runs the program, waits, and prints microseconds and bytes on a line of its own.
pub fn run(program: &[String]) -> ExitCode {
    let Some((name, arguments)) = program.split_first() else {
        return ExitCode::from(2);
    };
    let start = Instant::now();
    let status = Command::new(name).args(arguments).status();
    let micros = start.elapsed().as_micros();
    println!("\n{micros} {}", peak_bytes_of_children());
    match status {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{name}: {error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(unix)]
fn peak_bytes_of_children() -> u64 {
    use nix::sys::resource::{UsageWho, getrusage};

    let Ok(usage) = getrusage(UsageWho::RUSAGE_CHILDREN) else {
        return 0;
    };
    let peak = u64::try_from(usage.max_rss()).unwrap_or_default();
    // macOS counts bytes, the others KiB.
    if cfg!(target_os = "macos") {
        peak
    } else {
        peak * 1024
    }
}

#[cfg(not(unix))]
fn peak_bytes_of_children() -> u64 {
    0
}

/// How many files a folder holds, at any depth, without hidden ones such as the manifest.
pub fn files_below(folder: &Path) -> io::Result<usize> {
    let mut files = 0;
    let entries = fs::read_dir(folder)
        .map_err(|error| io::Error::other(format!("{}: {error}", folder.display())))?;
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            files += files_below(&entry.path())?;
        } else if !entry.file_name().to_string_lossy().starts_with('.') {
            files += 1;
        }
    }
    Ok(files)
}
