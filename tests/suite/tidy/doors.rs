//! One door per dependency: which files may name the disk, the clock and each library.

use crate::tidy::{Fault, File};

/// A name and the files that may use it, by the start of their paths.
struct Door {
    /// A crate, or a path into the standard library.
    name: &'static str,
    files: &'static [&'static str],
}

macro_rules! door {
    ($name:literal, $($file:literal),+) => {
        Door { name: $name, files: &[$($file),+] }
    };
}

const DOORS: &[Door] = &[
    door!("std::fs", "src/disk"),
    door!("std::env", "src/cmd", "src/main.rs"),
    door!("std::net", "src/cmd/serve"),
    door!("std::process", "src/cmd", "src/main.rs"),
    door!("SystemTime", "src/cmd"),
    door!("Instant", "src/cmd"),
    door!("ammonia", "src/parse/markdown"),
    door!("annotate_snippets", "src/report"),
    door!("atom_syndication", "src/outputs/feeds.rs"),
    door!("axum", "src/cmd/serve"),
    door!("calamine", "src/sheet"),
    door!("clap", "src/cli"),
    door!("csv", "src/parse/holidays.rs", "src/sheet"),
    door!("encoding_rs", "src/pdf", "src/sheet"),
    door!("fast_qr", "src/theme/code.rs"),
    door!("icu_properties", "src/text/script.rs"),
    door!("icalendar", "src/outputs/calendars/ical.rs"),
    door!("include_dir", "src/embedded.rs"),
    door!("indicatif", "src/cmd/progress.rs"),
    door!("jiff", "src/model/date.rs"),
    door!("lightningcss", "src/theme/styles"),
    door!("lopdf", "src/pdf"),
    door!("memchr", "src/parse/markdown"),
    door!("notify", "src/cmd/serve"),
    door!("notify_debouncer_full", "src/cmd/serve"),
    door!("png", "src/theme/print"),
    door!("pulldown_cmark", "src/parse/markdown"),
    door!("rust_xlsxwriter", "src/sheet"),
    door!("scraper", "src/audit/page.rs", "src/present/prose.rs"),
    door!(
        "serde_json",
        "src/report",
        "src/present/structured/node.rs",
        "src/theme/mod.rs",
        "src/theme/print",
        "src/cmd/report.rs",
        "src/outputs/open_data",
        "src/cmd/serve"
    ),
    door!("serde_yaml", "src/parse/yaml.rs"),
    door!("sha2", "src/disk", "src/outputs/papers.rs"),
    door!("similar", "src/mend.rs"),
    door!("tempfile", "src/cmd/serve"),
    door!("tera", "src/theme/mod.rs", "src/theme/faults.rs"),
    door!("tokio", "src/cmd/serve"),
    door!("typst", "src/theme/print"),
    door!("typst_layout", "src/theme/print"),
    door!("typst_pdf", "src/theme/print"),
    door!("typst_render", "src/theme/print"),
    door!("walkdir", "src/disk"),
    door!("zip", "src/disk/pack.rs", "src/sheet"),
];

/// Libraries that stand for a plain idea and may be used anywhere.
const FREE: &[&str] = &[
    "aho_corasick",
    "blake3",
    "percent_encoding",
    "rayon",
    "serde",
    "unicode_normalization",
];

/// A dependency is named in its own files only.
pub fn doors(file: &File) -> Vec<Fault> {
    if !file.is_program() {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for (number, line) in file.code.program.lines().enumerate() {
        for door in DOORS {
            let is_open = door.files.iter().any(|open| file.path.starts_with(open));
            if !is_open && names(line, door.name) {
                let what = format!("`{}` is for {} only", door.name, door.files.join(", "));
                faults.push(Fault::new(number + 1, what));
            }
        }
    }
    faults
}

/// Whether a line of code names a crate, a type or a path; `std::{fs, io}` names `std::fs`.
fn names(line: &str, name: &str) -> bool {
    let Some((outer, inner)) = name.split_once("::") else {
        return starts_word(line, name) && !line.contains(&format!("self::{name}"));
    };
    let nested = line.contains(&format!("{outer}::{{")) && starts_word(line, inner);
    nested || starts_word(line, name)
}

/// Whether the line has `name` as whole words, not as a field, a variable or part of a longer path.
fn starts_word(line: &str, name: &str) -> bool {
    let is_word = |one: char| one.is_alphanumeric() || one == '_';
    line.match_indices(name).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + name.len()..]);
        let inside =
            before.ends_with(|one| is_word(one) || one == '.') || after.starts_with(is_word);
        let is_type = name.starts_with(char::is_uppercase) || name.contains("::");
        let is_path = after.starts_with("::") || !before.trim_start().is_empty() && in_use(before);
        !inside && (is_type || is_path)
    })
}

/// Whether what follows is an item of a `use`.
fn in_use(before: &str) -> bool {
    let trimmed = before.trim_start();
    trimmed.starts_with("use ") || trimmed.starts_with("pub use ")
}

/// The dependencies of `Cargo.toml` that have neither a door nor leave to be used anywhere.
pub fn unknown_dependencies(manifest: &str) -> Vec<String> {
    let section = manifest
        .lines()
        .skip_while(|line| *line != "[dependencies]")
        .skip(1);
    let names = section
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name.replace('-', "_"));
    let is_known =
        |name: &String| FREE.contains(&name.as_str()) || DOORS.iter().any(|door| door.name == name);
    names.filter(|name| !is_known(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::{doors, unknown_dependencies};
    use crate::tidy::faults;

    #[test]
    fn a_dependency_outside_its_door_is_a_fault() {
        for bad in [
            "use std::fs;",
            "use std::{fs, io};",
            "let text = std::fs::read(path);",
            "let now = SystemTime::now();",
            "use tera::Tera;",
            "fn a() -> pulldown_cmark::Event {}",
            "use serde_yaml as yaml;",
        ] {
            assert_eq!(faults(doors, "src/outputs/lists.rs", bad), 1, "{bad}");
        }
    }

    #[test]
    fn doors_are_open_to_their_own_files_and_to_tests() {
        assert_eq!(faults(doors, "src/disk/read.rs", "use std::fs;"), 0);
        assert_eq!(
            faults(
                doors,
                "src/parse/markdown/ruby.rs",
                "use pulldown_cmark::Event;"
            ),
            0
        );
        assert_eq!(
            faults(doors, "src/theme/tests.rs", "use serde_yaml as yaml;"),
            0
        );
        let test = "#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n";
        assert_eq!(faults(doors, "src/model/date.rs", test), 0);
    }

    #[test]
    fn other_words_are_not_taken_for_dependencies() {
        for good in [
            "use std::fmt;",
            "// std::fs is for disk",
            "let text = \"std::fs\";",
            "self.notify.send();",
            "notify(&change);",
            "use crate::disk::read;",
            "use terabyte::Size;",
        ] {
            assert_eq!(faults(doors, "src/outputs/lists.rs", good), 0, "{good}");
        }
    }

    #[test]
    fn a_new_dependency_asks_for_a_door() {
        let manifest = "[dependencies]\nrayon = \"1\"\nleft-pad = \"1\"\n\n[dev-dependencies]\nother = \"1\"\n";
        assert_eq!(unknown_dependencies(manifest), ["left_pad"]);
    }
}
