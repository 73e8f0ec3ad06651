//! The house rules as tests over the source tree: layers, doors, sizes, words that must not appear.
//!
//! A rule takes one file and returns its faults. Each rule stands beside a test with a bad sample, so that none can fall silent.
//! Files and folders that do not exist have no faults.

mod code;
mod doors;
mod layers;
mod shape;
mod words;

use std::fs;
use std::path::Path;

use kairan::model::kind::Kind;

use crate::tidy::code::Code;

/// A text file of the repository.
struct File {
    /// Relative to the root of the repository, `/` between folders.
    path: String,
    text: String,
    /// What the compiler sees of it; empty for files that are not Rust.
    code: Code,
}

/// What is wrong on a line, counted from 1.
struct Fault {
    line: usize,
    what: String,
}

type Rule = fn(&File) -> Vec<Fault>;

impl File {
    fn new(path: &str, text: &str) -> Self {
        let code = if path.ends_with(".rs") {
            Code::of(text)
        } else {
            Code::default()
        };
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code,
        }
    }

    /// Whether it is part of the program, not of its tests; `theme/tests.rs` and the like are declared behind `cfg(test)`.
    fn is_program(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        self.is_source() && !matches!(name, "tests.rs" | "testing.rs" | "samples.rs")
    }

    fn is_source(&self) -> bool {
        self.path.starts_with("src/") && self.is_rust()
    }

    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// Whether it belongs to the binary and not to the library.
    fn is_binary(&self) -> bool {
        let below = |folder: &str| self.path.starts_with(folder);
        below("src/main.rs") || below("src/cli") || below("src/cmd")
    }
}

impl Fault {
    fn new(line: usize, what: impl Into<String>) -> Self {
        let what = what.into();
        Self { line, what }
    }
}

/// All text files of the repository, without what is built, published or kept by git.
fn repository() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    gather(root, root, &mut files);
    assert!(!files.is_empty(), "the repository has files");
    files
}

fn gather(root: &Path, folder: &Path, files: &mut Vec<File>) {
    let entries = fs::read_dir(folder).expect("a folder of the repository can be listed");
    for entry in entries {
        let entry = entry.expect("an entry of the repository can be read");
        let path = entry.path();
        let relative = path.strip_prefix(root).unwrap_or(&path);
        let relative = relative.to_string_lossy().replace('\\', "/");
        let kind = entry.file_type().expect("an entry has a type");
        let is_made = matches!(relative.as_str(), "target" | "public" | ".git")
            || relative.ends_with("node_modules");
        if is_made {
            continue;
        }
        if kind.is_dir() {
            gather(root, &path, files);
        } else if kind.is_file()
            && let Ok(text) = fs::read_to_string(&path)
        {
            files.push(File::new(&relative, &text));
        }
    }
}

/// Runs a rule over the repository and fails with every fault it finds.
fn hold(rule: Rule) {
    let mut report = String::new();
    for file in repository() {
        for fault in rule(&file) {
            report += &format!("{}:{}: {}\n", file.path, fault.line, fault.what);
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

/// How many faults a rule finds in a sample.
fn faults(rule: Rule, path: &str, text: &str) -> usize {
    rule(&File::new(path, text)).len()
}

#[test]
fn modules_import_only_from_layers_below() {
    hold(layers::layers);
}

#[test]
fn siblings_do_not_know_each_other() {
    hold(layers::siblings);
}

#[test]
fn every_dependency_has_one_door() {
    hold(doors::doors);
}

#[test]
fn every_dependency_is_known_to_the_doors_or_free() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"));
    let manifest = text.expect("Cargo.toml is there");
    assert_eq!(doors::unknown_dependencies(&manifest), [""; 0]);
}

#[test]
fn files_are_short() {
    hold(shape::file_length);
}

#[test]
fn functions_are_short() {
    hold(shape::function_length);
}

#[test]
fn modules_say_what_they_are_for() {
    hold(shape::module_comment);
}

#[test]
fn imports_are_explicit() {
    hold(shape::glob_imports);
}

#[test]
fn lints_are_not_silenced() {
    hold(words::silenced_lints);
}

#[test]
fn nothing_is_left_to_do() {
    hold(words::unfinished);
}

#[test]
fn the_library_prints_nothing() {
    hold(words::printing);
}

#[test]
fn lines_end_cleanly() {
    hold(words::line_ends);
}

#[test]
fn nothing_names_one_machine_or_who_typed_it() {
    hold(words::foreign_words);
}

#[test]
fn every_kind_has_a_template() {
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/standard/templates");
    if theme.is_dir() {
        assert_eq!(kinds_without_template(&theme), [""; 0]);
    }
}

fn kinds_without_template(theme: &Path) -> Vec<&'static str> {
    Kind::ids()
        .filter(|id| !theme.join(format!("kinds/{id}.html")).is_file())
        .collect()
}

#[test]
fn a_kind_without_a_template_is_found() {
    let nowhere = Path::new(env!("CARGO_MANIFEST_DIR")).join("no-such-theme");
    assert_eq!(kinds_without_template(&nowhere).len(), Kind::all().len());
}
