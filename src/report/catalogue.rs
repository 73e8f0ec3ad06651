//! The catalogue of checks as text for people and as JSON Lines for programs.

use std::fmt::Write;

use serde::Serialize;

use crate::checks::{CheckRow, FAMILIES, rows};
use crate::text::escape::named;

pub fn json() -> String {
    rows()
        .filter_map(|row| serde_json::to_string(&Row::of(row)).ok())
        .map(|line| line + "\n")
        .collect()
}

#[derive(Serialize)]
struct Row {
    code: &'static str,
    severity: &'static str,
    fixes: bool,
    detects: &'static str,
    why: &'static str,
    source: &'static str,
    bad: &'static [&'static str],
    good: &'static [&'static str],
}

impl Row {
    fn of(row: &CheckRow) -> Self {
        Self {
            code: row.code,
            severity: row.severity.id(),
            fixes: row.fixes,
            detects: row.detects,
            why: row.why,
            source: row.source,
            bad: row.bad,
            good: row.good,
        }
    }
}

/// One line a check.
pub fn short() -> String {
    let line =
        |row: &CheckRow| format!("{}: {}[{}]\n", row.detects, row.severity.label(), row.code);
    rows().map(line).collect()
}

/// A heading for every family, and a paragraph for every check.
pub fn human() -> String {
    let mut out = String::new();
    for family in FAMILIES {
        let _ = writeln!(out, "■ {}\n", family.label);
        for row in family.rows {
            check(row, &mut out);
        }
    }
    out
}

fn check(row: &CheckRow, out: &mut String) {
    let mends = match row.fixes {
        true => "（--fix で直せます）",
        false => "",
    };
    let _ = writeln!(out, "{}[{}]{mends}", row.severity.label(), row.code);
    let _ = writeln!(out, "  {}", row.detects);
    for (label, words) in [("理由", row.why), ("出典", row.source)] {
        if !words.is_empty() {
            let _ = writeln!(out, "  {label}: {words}");
        }
    }
    for (label, examples) in [("悪い例", row.bad), ("良い例", row.good)] {
        for example in examples {
            let _ = writeln!(
                out,
                "  {label}: {}",
                named(example).replace('\n', "\n          ")
            );
        }
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::{human, json, short};
    use crate::checks::rows;

    #[test]
    fn every_form_names_every_check() {
        let count = rows().count();
        assert_eq!(json().lines().count(), count);
        assert_eq!(short().lines().count(), count);
        let human = human();
        for row in rows() {
            assert!(human.contains(&format!("[{}]", row.code)), "{}", row.code);
        }
    }
}
