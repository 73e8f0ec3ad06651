//! Who may import what: the pipeline as a table.

use crate::tidy::code::imports;
use crate::tidy::{Fault, File};

/// The layers from the bottom to the top. A module may use those in the lines above its own and itself.
const LAYERS: &[&[&str]] = &[
    &["text"],
    &["pdf", "sheet"],
    &["diag"],
    &["model"],
    &["source"],
    &["parse"],
    &["assemble"],
    &["checks", "theme"],
    &["present"],
    &["outputs"],
    &["audit", "proof"],
    &["lib"],
    &["disk", "mend", "report", "scaffold", "embedded"],
    &["import"],
    &["cli", "cmd", "main"],
];

/// Imports that the order of the layers would allow but the design does not: what is shown must not depend on how it was written.
const NEVER: &[(&str, &[&str])] = &[
    ("model", &["diag"]),
    ("checks", &["parse", "assemble"]),
    ("theme", &["parse", "assemble"]),
    (
        "present",
        &["source", "parse", "assemble", "checks", "diag"],
    ),
    // The catalogue of checks is a page; what checks find is none.
    ("outputs", &["source", "parse", "assemble", "diag"]),
    (
        "audit",
        &["source", "parse", "assemble", "checks", "diag", "theme"],
    ),
    (
        "disk",
        &["parse", "assemble", "checks", "theme", "present", "lib"],
    ),
    (
        "report",
        &["parse", "assemble", "theme", "present", "outputs", "lib"],
    ),
];

/// Folders whose files know the folder and not each other, with the files that all of them share.
const SIBLINGS: &[(&str, &[&str])] = &[
    (
        "checks",
        &["input", "passage", "signs", "testing", "tokens"],
    ),
    ("outputs", &["frame", "papers"]),
    ("cmd", &["progress"]),
];

/// A module imports only what lies below it.
pub fn layers(file: &File) -> Vec<Fault> {
    let Some(own) = module(&file.path).into_iter().next() else {
        return Vec::new();
    };
    let Some(height) = height(&own) else {
        let what = format!("`{own}` is in no layer of {}", file!());
        return vec![Fault::new(1, what)];
    };
    let never = NEVER.iter().find(|(module, _)| *module == own);
    let never = never.map_or(&[][..], |(_, never)| never);
    let mut faults = Vec::new();
    for import in imports(&file.code.program, &parent(&file.path)) {
        let Some(other) = import.parts.first().filter(|other| **other != own) else {
            continue;
        };
        // Both ends of the binary know each other; the library cannot see them at all.
        let is_below = match height_of_import(other) {
            above if above == LAYERS.len() - 1 => height == above,
            below => below < height,
        };
        if !is_below || never.contains(&other.as_str()) {
            let what = format!("`{own}` must not use `{other}`");
            faults.push(Fault::new(import.line, what));
        }
    }
    faults
}

/// Files of one folder do not import each other.
pub fn siblings(file: &File) -> Vec<Fault> {
    let module = module(&file.path);
    // Files of a family know the family; families do not know each other.
    let [folder, own, ..] = module.as_slice() else {
        return Vec::new();
    };
    let Some((_, shared)) = SIBLINGS.iter().find(|(name, _)| name == folder) else {
        return Vec::new();
    };
    let mut faults = Vec::new();
    for import in imports(&file.code.program, &parent(&file.path)) {
        let [first, other, ..] = import.parts.as_slice() else {
            continue;
        };
        let is_module = other.starts_with(char::is_lowercase) && import.parts.len() > 2;
        if first == folder && is_module && other != own && !shared.contains(&other.as_str()) {
            let what = format!("`{own}` must not know its sibling `{other}`");
            faults.push(Fault::new(import.line, what));
        }
    }
    faults
}

fn height(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// What is not a module is an item of `lib.rs`.
fn height_of_import(name: &str) -> usize {
    height(name).or_else(|| height("lib")).unwrap_or(0)
}

/// `src/theme/view.rs` is `["theme", "view"]`; nothing for a file that is not the program's.
fn module(path: &str) -> Vec<String> {
    let Some(inner) = path.strip_prefix("src/") else {
        return Vec::new();
    };
    let Some(inner) = inner.strip_suffix(".rs") else {
        return Vec::new();
    };
    let inner = inner.strip_suffix("/mod").unwrap_or(inner);
    inner.split('/').map(str::to_owned).collect()
}

/// The module that `super` names in a file.
fn parent(path: &str) -> Vec<String> {
    let mut parent = module(path);
    parent.pop();
    parent
}

#[cfg(test)]
mod tests {
    use super::{layers, siblings};
    use crate::tidy::faults;

    #[test]
    fn reaching_up_is_a_fault_and_reaching_down_is_none() {
        let bad = "use crate::parse::Parsed;";
        assert_eq!(faults(layers, "src/model/site.rs", bad), 1);
        assert_eq!(faults(layers, "src/outputs/lists.rs", bad), 1);
        assert_eq!(faults(layers, "src/assemble/mod.rs", bad), 0);
        assert_eq!(faults(layers, "src/lib.rs", bad), 0);
        assert_eq!(
            faults(layers, "src/theme/mod.rs", "use super::parse::Parsed;"),
            1
        );
    }

    #[test]
    fn nested_and_inline_paths_are_seen() {
        let nested = "use crate::{text::span::Span, disk::read};";
        assert_eq!(faults(layers, "src/parse/yaml.rs", nested), 1);
        let inline = "fn a() { crate::cmd::now() }";
        assert_eq!(faults(layers, "src/disk/read.rs", inline), 1);
        assert_eq!(
            faults(layers, "src/parse/yaml.rs", "use crate::Request;"),
            1
        );
    }

    #[test]
    fn the_binary_sees_itself_and_tests_see_everything() {
        assert_eq!(
            faults(layers, "src/cmd/build.rs", "use crate::cli::Options;"),
            0
        );
        assert_eq!(faults(layers, "src/lib.rs", "use crate::cmd::build;"), 1);
        let test = "#[cfg(test)]\nmod tests {\n    use crate::disk::read;\n}\n";
        assert_eq!(faults(layers, "src/model/site.rs", test), 0);
    }

    #[test]
    fn a_module_without_a_layer_is_a_fault() {
        assert_eq!(faults(layers, "src/helpers.rs", ""), 1);
        assert_eq!(faults(layers, "themes/standard/x.rs", ""), 0);
    }

    #[test]
    fn siblings_meet_only_in_their_folder() {
        let bad = "use crate::outputs::topics::plan;";
        assert_eq!(faults(siblings, "src/outputs/lists.rs", bad), 1);
        assert_eq!(faults(siblings, "src/outputs/mod.rs", bad), 0);
        let good = "use crate::outputs::frame::Frame;\nuse crate::outputs::{Job, Make};";
        assert_eq!(faults(siblings, "src/outputs/lists.rs", good), 0);
        assert_eq!(
            faults(siblings, "src/checks/a.rs", "use super::b::check;"),
            1
        );
    }
}
