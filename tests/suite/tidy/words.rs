//! Words that have no place in the repository, and lines that do not end as they should.

use crate::tidy::{Fault, File};

/// A lint that does not fit is expected with a reason, never allowed in silence.
pub fn silenced_lints(file: &File) -> Vec<Fault> {
    in_code(file, &["#[allow(", "#![allow("])
}

/// Work is finished or an issue; macros for work in progress stop the program.
pub fn unfinished(file: &File) -> Vec<Fault> {
    let mut faults = in_code(file, &["todo!", "unimplemented!", "dbg!"]);
    let notes = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
    ];
    let is_note = |word: &str| notes.contains(&word);
    for (number, line) in file.text.lines().enumerate() {
        let mut words = line.split(|one: char| !one.is_ascii_alphanumeric());
        if words.any(is_note) && !file.path.ends_with(".lock") {
            faults.push(Fault::new(number + 1, "a note about unfinished work"));
        }
    }
    faults
}

/// Only the binary prints; the library returns what there is to say.
pub fn printing(file: &File) -> Vec<Fault> {
    if !file.is_source() || file.is_binary() {
        return Vec::new();
    }
    in_code(file, &["println!", "print!"])
}

/// The lines of code that have one of the words.
fn in_code(file: &File, words: &[&str]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (number, line) in file.code.all.lines().enumerate() {
        if let Some(word) = words.iter().find(|word| line.contains(*word)) {
            faults.push(Fault::new(number + 1, format!("`{word}` is not used here")));
        }
    }
    faults
}

/// No white space or carriage return before the end of a line, and a line end at the end of the file.
pub fn line_ends(file: &File) -> Vec<Fault> {
    // Cases of the tests may hold such faults on purpose.
    if file.path.starts_with("tests/cases/") || file.text.is_empty() {
        return Vec::new();
    }
    let is_table = file.path.ends_with(".csv");
    let mut faults = Vec::new();
    for (number, line) in file.text.split('\n').enumerate() {
        // The lines of a CSV file end with CR and LF (RFC 4180, 2).
        let line = if is_table {
            line.trim_end_matches('\r')
        } else {
            line
        };
        if line.ends_with(char::is_whitespace) {
            faults.push(Fault::new(number + 1, "white space at the end of the line"));
        }
    }
    if !file.text.ends_with('\n') {
        let last = file.text.lines().count();
        faults.push(Fault::new(last, "no line end at the end of the file"));
    }
    faults
}

/// The repository reads the same whoever works on it and on whatever machine.
pub fn foreign_words(file: &File) -> Vec<Fault> {
    let parts = [
        concat!("/wo", "rk/"),
        concat!("/tmp", "/"),
        concat!("/home", "/"),
        concat!("clau", "de"),
        concat!("anthro", "pic"),
        concat!("chat", "gpt"),
        concat!("open", "ai"),
        concat!("copi", "lot"),
        concat!("sub", "agent"),
        concat!("language ", "model"),
        concat!("this ", "session"),
    ];
    let mut faults = Vec::new();
    for (number, line) in file.text.lines().enumerate() {
        let line = line.to_lowercase();
        if let Some(part) = parts.iter().find(|part| line.contains(*part)) {
            faults.push(Fault::new(
                number + 1,
                format!("`{part}` is about somebody's own place of work"),
            ));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::{foreign_words, line_ends, printing, silenced_lints, unfinished};
    use crate::tidy::faults;

    #[test]
    fn a_silenced_lint_is_a_fault_and_an_expected_one_is_none() {
        assert_eq!(
            faults(silenced_lints, "src/a.rs", "#[allow(dead_code)]\nfn a() {}"),
            1
        );
        assert_eq!(faults(silenced_lints, "src/a.rs", "#![allow(unused)]"), 1);
        let expected = "#[expect(dead_code, reason = \"why\")]\n// #[allow(x)]";
        assert_eq!(faults(silenced_lints, "src/a.rs", expected), 0);
    }

    #[test]
    fn unfinished_work_is_a_fault_in_code_and_in_comments() {
        for bad in [
            "todo!()",
            "unimplemented!()",
            "dbg!(a)",
            concat!("// TO", "DO: b"),
        ] {
            assert_eq!(faults(unfinished, "src/a.rs", bad), 1, "{bad}");
        }
        assert_eq!(faults(unfinished, "README.md", concat!("FIX", "ME\n")), 1);
        assert_eq!(
            faults(unfinished, "src/a.rs", "let mastodon = \"todo!\";"),
            0
        );
    }

    #[test]
    fn printing_is_for_the_binary() {
        assert_eq!(faults(printing, "src/disk/read.rs", "println!();"), 1);
        assert_eq!(faults(printing, "src/disk/read.rs", "eprint!(\"a\");"), 1);
        assert_eq!(faults(printing, "src/cmd/build.rs", "println!();"), 0);
        assert_eq!(faults(printing, "src/disk/read.rs", "// println!()"), 0);
    }

    #[test]
    fn loose_line_ends_are_faults() {
        for bad in ["a \n", "a\r\n", "a\u{3000}\n", "a"] {
            assert_eq!(faults(line_ends, "content/a.md", bad), 1, "{bad:?}");
        }
        assert_eq!(faults(line_ends, "content/a.md", "a\n\nb\n"), 0);
        assert_eq!(faults(line_ends, "tests/cases/a.md", "a \n"), 0);
        assert_eq!(faults(line_ends, "content/a.csv", "a\r\n"), 0);
    }

    #[test]
    fn words_from_elsewhere_are_faults() {
        for bad in [
            concat!("see /wo", "rk/a"),
            concat!("Clau", "de wrote it"),
            concat!("/tmp", "/a"),
        ] {
            assert_eq!(faults(foreign_words, "README.md", bad), 1, "{bad}");
        }
        assert_eq!(
            faults(foreign_words, "README.md", "work, sessions of a lecture"),
            0
        );
    }
}
