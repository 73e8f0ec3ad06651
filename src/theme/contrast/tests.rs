//! Small themes whose colours are too alike, unknown or forgotten.

use crate::diag::{Diagnostic, Where};
use crate::source::{Source, Sources};
use crate::theme::contrast::check;
use crate::theme::styles::bundle;

const FOLDER: &str = "themes/t/";

/// What is said about a theme of one style sheet and one table, and what each finding marks.
fn said(css: &str, table: Option<&str>) -> Vec<(String, Diagnostic)> {
    let style = Source::text_file("themes/t/css/site.css", css);
    let table = table.map(|table| Source::text_file("themes/t/contrast.txt", table));
    let sources = Sources::new([style].into_iter().chain(table), Vec::new());
    let sheet = bundle(&sources, FOLDER).expect("the sheet of the sample is right");
    let found = check(&sources, FOLDER, &sheet.tokens).into_iter();
    found
        .map(|fault| {
            assert_eq!(fault.code, "theme-contrast");
            let marked = match &fault.at {
                Where::Text(location) => sources.slice(location.source, location.span).to_owned(),
                Where::File(_) | Where::Path(_) | Where::Cell(_) => String::new(),
            };
            (marked, fault)
        })
        .collect()
}

fn marked(css: &str, table: &str) -> Vec<String> {
    said(css, Some(table))
        .into_iter()
        .map(|(marked, _)| marked)
        .collect()
}

#[test]
fn a_pair_below_its_ratio_is_marked_at_the_colour_with_both_numbers() {
    let css = ":root {\n  --ink: #1a1a1a;\n  --page: #fff;\n}\n\n@media (prefers-color-scheme: dark) {\n  :root {\n    --ink: #777;\n    --page: #222;\n  }\n}\n";
    let found = said(css, Some("文字 --ink : --page"));
    assert_eq!(found.len(), 1, "{found:?}");
    let (marked, fault) = &found[0];
    assert_eq!(marked, "--ink: #777");
    assert_eq!(fault.title, "文字と背景の対比が足りません");
    assert_eq!(fault.label, "3.55:1（暗い配色、背景は --page）");
    assert!(fault.help.starts_with("4.5:1 以上"), "{}", fault.help);
    assert_eq!(fault.related.len(), 1);
}

#[test]
fn graphics_need_less_than_text() {
    let css = ":root { --line: #888; --page: #fff }";
    assert!(marked(css, "図 --line : --page").is_empty());
    assert_eq!(marked(css, "文字 --line : --page").len(), 1);
    assert_eq!(marked(css, "二色 --line : --page").len(), 1);
}

#[test]
fn every_scheme_is_measured_with_what_it_inherits() {
    let table = "文字 --ink : --page";
    let base = ":root { --ink: #000; --page: #fff }";
    let wrong = [
        "@media (prefers-color-scheme: dark) { :root { --page: #222 } }",
        "@media print { :root { --ink: #aaa } }",
        "@media (prefers-contrast: more) { :root { --ink: #aaa } }",
        "@media (min-width: 48rem) { :root { --ink: #aaa } }",
    ];
    for media in wrong {
        assert_eq!(
            marked(&format!("{base} {media}"), table).len(),
            1,
            "{media}"
        );
    }
    let right = [
        "@media (prefers-color-scheme: dark) { :root { --ink: #fff; --page: #000 } } @media print { :root { --ink: #000; --page: #fff } }",
        "@media (forced-colors: active) { :root { --ink: #fff } }",
        ".k-part { --ink: #fff }",
    ];
    for media in right {
        assert!(
            marked(&format!("{base} {media}"), table).is_empty(),
            "{media}"
        );
    }
}

#[test]
fn tokens_that_stand_for_others_and_two_schemes_in_one_value_are_followed() {
    let css = ":root { --grey: #aaa; --ink: var(--grey); --page: light-dark(#fff, #000) }";
    let found = said(css, Some("文字 --ink : --page\n飾り --grey"));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].1.label.contains("明るい配色"), "{found:?}");
    let circle = ":root { --a: var(--b); --b: var(--a); --page: #fff }";
    assert_eq!(marked(circle, "文字 --a : --page"), ["--a"]);
}

#[test]
fn unknown_names_and_values_without_a_contrast_are_marked_in_the_table() {
    let css = ":root { --ink: #000; --page: #fff; --veil: rgb(0 0 0 / 0.5); --gap: 1rem }";
    let table = "文字 --ink : --page --pege --veil --gap";
    assert_eq!(marked(css, table), ["--pege", "--veil", "--gap"]);
}

#[test]
fn a_colour_that_no_line_names_is_marked_where_it_is_declared() {
    let css = ":root { --ink: #000; --page: #fff; --lost: red; --line: #eee; --gap: 1rem }";
    assert_eq!(
        marked(css, "文字 --ink : --page\n飾り --line"),
        ["--lost: red"]
    );
}

#[test]
fn a_theme_with_colours_and_no_table_is_asked_for_one() {
    assert_eq!(said(":root { --ink: #000; --page: #fff }", None).len(), 1);
    assert!(said("a { color: red }", None).is_empty());
}
