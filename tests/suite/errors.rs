//! Every code has a case: the manuscript that shows it, and the whole message beside it.
//!
//! `tests/cases/errors/<code>/` holds `path.txt` (where the manuscript lies), `input.md`, further files below `files/`, and `expected.txt`.

use std::collections::BTreeSet;
use std::fs;

use kairan::checks::{Stage, rows};
use snapbox::{Data, assert_data_eq};

use crate::site::{Built, TestSite, cases};

fn case(code: &str) -> Built {
    let folder = cases().join("errors").join(code);
    let read = |name: &str| {
        fs::read_to_string(folder.join(name))
            .unwrap_or_else(|error| panic!("{code}/{name}: {error}"))
    };
    let mut site = TestSite::base().with(read("path.txt").trim(), &read("input.md"));
    let more = folder.join("files");
    if more.exists() {
        for (path, text) in crate::site::files_below(&more) {
            site = site.with(&path, &text);
        }
    }
    site.build()
}

fn check(code: &str) {
    let built = case(code);
    assert!(
        built.codes.contains(&code),
        "{code} is not among the findings:\n{}",
        built.said
    );
    assert_data_eq!(
        built.said,
        Data::read_from(
            &cases().join("errors").join(code).join("expected.txt"),
            None
        )
        .raw()
    );
}

#[test]
fn every_case_gives_the_message_it_expects() {
    let mut codes: Vec<String> = fs::read_dir(cases().join("errors"))
        .expect("there are cases")
        .map(|entry| {
            entry
                .expect("a case can be listed")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    codes.sort();
    assert!(!codes.is_empty());
    for code in codes {
        check(&code);
    }
}

#[test]
fn every_code_that_a_manuscript_can_show_has_a_case() {
    let folders: BTreeSet<String> = fs::read_dir(cases().join("errors"))
        .expect("there are cases")
        .map(|entry| {
            entry
                .expect("a case can be listed")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let of_disk =
        |stage: &Stage| matches!(stage, Stage::Reading | Stage::Theming | Stage::Printing);
    for row in rows() {
        // What only the disk or a theme can show is tested in `hostile` and beside the theme's own code.
        // A rule about one manuscript is shown by the examples of its row.
        let is_shown = !row.bad.is_empty() || of_disk(&row.finds);
        let has_case = folders.contains(row.code) || is_shown;
        assert!(
            has_case,
            "{} has no case below tests/cases/errors",
            row.code
        );
    }
}

#[test]
fn the_catalogue_says_which_codes_offer_an_edit() {
    let with_case = rows().filter(|row| cases().join("errors").join(row.code).exists());
    let mended: BTreeSet<&str> = with_case
        .flat_map(|row| case(row.code).mended.into_iter())
        .collect();
    let promised = rows().filter(|row| row.fixes && folders_have(row.code));
    let promised: BTreeSet<&str> = promised.map(|row| row.code).collect();
    assert_eq!(mended, promised);
}

fn folders_have(code: &str) -> bool {
    cases().join("errors").join(code).exists()
}
