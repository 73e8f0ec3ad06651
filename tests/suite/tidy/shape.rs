//! The shape of Rust files: how long they and their functions are, how they open, how they import.

use crate::tidy::{Fault, File};

const FILE_LIMIT_LINES: usize = 400;
const FUNCTION_LIMIT_LINES: usize = 60;

/// A file without its tests is at most 400 lines long.
pub fn file_length(file: &File) -> Vec<Fault> {
    let lines = file.code.program.lines().count();
    if lines <= FILE_LIMIT_LINES || !(file.is_program() || file.path.starts_with("tests/")) {
        return Vec::new();
    }
    let what = format!("{lines} lines, more than {FILE_LIMIT_LINES}; split it by what it is about");
    vec![Fault::new(FILE_LIMIT_LINES, what)]
}

/// A function is at most 60 lines long, from its name to its closing brace.
pub fn function_length(file: &File) -> Vec<Fault> {
    let lines: Vec<&str> = file.code.all.lines().collect();
    let mut faults = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let Some(name) = function_name(line) else {
            continue;
        };
        let length = function_lines(&lines[start..]);
        if length > FUNCTION_LIMIT_LINES {
            let what = format!("`{name}` has {length} lines, more than {FUNCTION_LIMIT_LINES}");
            faults.push(Fault::new(start + 1, what));
        }
    }
    faults
}

/// The name of the function whose definition begins on the line.
fn function_name(line: &str) -> Option<&str> {
    let (before, after) = line.split_once("fn ")?;
    let is_modifier = |word: &str| {
        word.starts_with("pub") || matches!(word, "const" | "async" | "unsafe" | "extern")
    };
    let name = after.split(['(', '<']).next()?;
    before.split_whitespace().all(is_modifier).then_some(name)
}

/// The lines of the function that begins on the first one. Formatted code closes a brace where its line began.
fn function_lines(lines: &[&str]) -> usize {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let Some(first) = lines.first() else {
        return 0;
    };
    for (count, line) in lines.iter().enumerate() {
        let is_level = !line.trim().is_empty() && indent(line) == indent(first);
        let opens_and_closes = count == 0 && line.trim_end().ends_with('}');
        let has_no_body = is_level && line.trim_end().ends_with(';');
        let closes = count > 0 && is_level && line.trim_start().starts_with('}');
        if opens_and_closes || has_no_body || closes {
            return count + 1;
        }
    }
    lines.len()
}

/// A module opens with what it is for.
pub fn module_comment(file: &File) -> Vec<Fault> {
    if !file.is_rust() || file.text.starts_with("//! ") {
        return Vec::new();
    }
    vec![Fault::new(
        1,
        "the file does not open with `//!` and what it is for",
    )]
}

/// Imports name what they bring; a prelude is made to be brought whole.
pub fn glob_imports(file: &File) -> Vec<Fault> {
    let lines = file.code.all.lines().enumerate();
    let is_glob = |line: &str| line.contains("::*") && !line.contains("prelude::*");
    let globs = lines.filter(|(_, line)| is_glob(line) || lone_star(line));
    globs
        .map(|(number, _)| Fault::new(number + 1, "a glob import hides where names come from"))
        .collect()
}

/// A `*` of its own in a list of imports, as in `use a::{self, *}`.
fn lone_star(line: &str) -> bool {
    let is_import = line.trim_start().starts_with("use ");
    is_import && (line.contains("{*") || line.contains(", *"))
}

#[cfg(test)]
mod tests {
    use super::{file_length, function_length, glob_imports, module_comment};
    use crate::tidy::faults;

    #[test]
    fn a_long_file_is_a_fault_and_its_tests_do_not_count() {
        let long = "fn a() {}\n".repeat(401);
        assert_eq!(faults(file_length, "src/a.rs", &long), 1);
        assert_eq!(faults(file_length, "content/a.md", &long), 0);
        let tested = format!("fn a() {{}}\n#[cfg(test)]\nmod tests {{\n{long}}}\n");
        assert_eq!(faults(file_length, "src/a.rs", &tested), 0);
    }

    #[test]
    fn a_long_function_is_a_fault_wherever_it_stands() {
        let body = "        a();\n".repeat(59);
        let long = format!("impl A {{\n    pub(crate) fn b(&self) {{\n{body}    }}\n}}\n");
        assert_eq!(faults(function_length, "src/a.rs", &long), 1);
        let right = format!(
            "pub const fn b() {{\n{}}}\nfn c() {{}}\n",
            "    a();\n".repeat(58)
        );
        assert_eq!(faults(function_length, "src/a.rs", &right), 0);
    }

    #[test]
    fn functions_without_a_body_end_at_their_semicolon() {
        let table = format!("const A: &[u8] = &[\n{}];\n", "    1,\n".repeat(100));
        let code = format!("trait B {{\n    fn a(\n        &self,\n    ) -> u8;\n}}\n{table}");
        assert_eq!(faults(function_length, "src/a.rs", &code), 0);
        let words = format!("let a = \"fn b() {{\n{}\";\n", "x\n".repeat(100));
        assert_eq!(faults(function_length, "src/a.rs", &words), 0);
    }

    #[test]
    fn a_module_without_a_purpose_is_a_fault() {
        assert_eq!(faults(module_comment, "src/a.rs", "use std::fmt;\n"), 1);
        assert_eq!(faults(module_comment, "src/a.rs", "//! What it is.\n"), 0);
        assert_eq!(faults(module_comment, "content/a.md", "text\n"), 0);
    }

    #[test]
    fn glob_imports_are_faults_and_preludes_are_none() {
        for bad in [
            "use super::*;",
            "use a::b::*;",
            "use a::{self, *};",
            "    use A::*;",
        ] {
            assert_eq!(faults(glob_imports, "src/a.rs", bad), 1, "{bad}");
        }
        for good in ["use rayon::prelude::*;", "// use a::*;", "let b = c * *d;"] {
            assert_eq!(faults(glob_imports, "src/a.rs", good), 0, "{good}");
        }
    }
}
