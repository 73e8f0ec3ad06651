//! Whole manuscripts as wards write them: nothing is found in the clean ones, and every fault of the others where it is.

use kairan::report::{Format, render};
use kairan::{Outcome, build};
use snapbox::{Data, assert_data_eq};

use crate::site::{TestSite, cases, files_below};

/// What is said about the manuscripts below `tests/cases/prose/<name>`, one line each.
fn said(name: &str) -> String {
    let mut site = TestSite::base();
    for (path, text) in files_below(&cases().join("prose").join(name)) {
        if path.starts_with("content/") {
            site = site.with(&path, &text);
        }
    }
    let sources = site.sources();
    let Outcome { diagnostics, .. } = build(&sources, &site.request, &mut |_| {});
    render(&diagnostics, &sources, Format::Short, false)
}

#[test]
fn clean_prose_is_left_alone() {
    assert_eq!(said("clean"), "");
}

#[test]
fn faults_are_found_where_they_are() {
    let expected = cases().join("prose").join("faulty").join("expected.txt");
    assert_data_eq!(said("faulty"), Data::read_from(&expected, None).raw());
}
