//! Bad input on a real disk: a clear message with the path, no panic, nothing half-written.

use std::fs;
use std::path::Path;

use kairan::assemble::Wish;
use kairan::disk::read::read;
use kairan::model::date::Date;
use kairan::{Request, build};

use crate::site::{TODAY, TestSite};

/// Reads and builds the base site on disk after `spoil` has worked on it, and gives `code path` for every finding.
fn said(spoil: impl FnOnce(&Path)) -> Vec<String> {
    let root = tempfile::tempdir().expect("a temporary folder");
    TestSite::base().save(root.path());
    spoil(root.path());
    let sources = read(root.path(), &[]).expect("the content can be listed");
    let wish = Wish {
        today: Date::from_iso(TODAY).expect("a day"),
        base_url: None,
        unpublished: false,
    };
    let outcome = build(
        &sources,
        &Request {
            wish,
            keep_going: false,
        },
        &mut |_| {},
    );
    let path = |found: &kairan::diag::Diagnostic| match &found.at {
        kairan::diag::Where::Path(path) => path.clone(),
        kairan::diag::Where::File(source) => sources.path(*source).to_owned(),
        kairan::diag::Where::Text(location) => sources.path(location.source).to_owned(),
        kairan::diag::Where::Cell(place) => sources.path(place.source).to_owned(),
    };
    outcome
        .diagnostics
        .iter()
        .map(|found| format!("{} {}", found.code, path(found)))
        .collect()
}

const NOTICE: &str = "content/wards/kita/notices/2026-11-01-news.md";

fn notice(bytes: &[u8]) -> impl FnOnce(&Path) + '_ {
    move |root| put(root, NOTICE, bytes)
}

fn put(root: &Path, path: &str, bytes: &[u8]) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder can be made");
    fs::write(file, bytes).expect("a file can be written");
}

#[test]
fn texts_that_are_no_manuscripts_are_named() {
    let yaml_bomb = format!(
        "---\n題名: 見本\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n深い: {}\n---\n",
        "[".repeat(10_000)
    );
    let cases: &[(&str, &[u8])] = &[
        ("file-encoding", b"\x93\xfa\x8e\x9e"),
        ("file-encoding", b"\xff\xfe\x00\x00"),
        ("front-matter-missing", b""),
        ("front-matter-missing", "本文だけ\n".as_bytes()),
        (
            "front-matter-unclosed",
            "---\n題名: 見本\n本文\n".as_bytes(),
        ),
        ("front-matter-yaml", yaml_bomb.as_bytes()),
    ];
    for (code, bytes) in cases {
        assert_eq!(said(notice(bytes)), [format!("{code} {NOTICE}")]);
    }
}

#[test]
fn windows_line_ends_and_byte_order_marks_are_read() {
    let text = "\u{feff}---\r\n題名: 見本のお知らせ\r\n---\r\n本文です。\r\n\r\n## 見出し\r\n";
    assert_eq!(said(notice(text.as_bytes())), [] as [String; 0]);
}

#[test]
fn a_manuscript_of_fifty_megabytes_is_refused() {
    let text = "あ".repeat(17_500_000);
    assert_eq!(
        said(notice(text.as_bytes())),
        [format!("file-too-large {NOTICE}")]
    );
}

#[test]
fn a_large_manuscript_of_brackets_is_read_without_harm() {
    let brackets = format!("---\n題名: 見本のお知らせ\n---\n{}\n", "[".repeat(100_000));
    assert_eq!(said(notice(brackets.as_bytes())), [] as [String; 0]);
    let nested = format!(
        "---\n題名: 見本のお知らせ\n---\n{}本文\n",
        "> ".repeat(50_000)
    );
    assert_eq!(
        said(notice(nested.as_bytes())),
        [format!("nesting-deep {NOTICE}")]
    );
}

#[test]
fn a_folder_in_the_place_of_a_file_is_named() {
    let spoil = |root: &Path| fs::create_dir_all(root.join(NOTICE)).expect("a folder can be made");
    assert_eq!(said(spoil), [format!("file-folder {NOTICE}")]);
}

#[cfg(unix)]
#[test]
fn links_are_named_and_not_followed() {
    use std::os::unix::fs::symlink;
    let spoil = |root: &Path| {
        symlink(root.join("content"), root.join("content/wards/kita/guides"))
            .expect("a link can be made");
        symlink("/etc", root.join("content/city/notices")).expect("a link can be made");
    };
    assert_eq!(
        said(spoil),
        [
            "file-link content/city/notices",
            "file-link content/wards/kita/guides"
        ]
    );
}

#[test]
fn names_that_differ_only_by_case_or_unicode_form_are_named() {
    let text = "---\n題名: 見本\n---\n".as_bytes();
    let composed = "content/wards/kita/guides/a/\u{304c}.txt";
    let decomposed = "content/wards/kita/guides/a/\u{304b}\u{3099}.txt";
    let spoil = |root: &Path| {
        put(root, NOTICE, text);
        put(root, "content/wards/kita/notices/2026-11-01-News.md", text);
        put(root, composed, b"1");
        put(root, decomposed, b"2");
    };
    let said = said(spoil);
    assert_eq!(
        said.iter()
            .filter(|found| found.starts_with("address-twice"))
            .count(),
        2,
        "{said:?}"
    );
}

#[test]
fn a_site_without_settings_says_so() {
    let spoil =
        |root: &Path| fs::remove_file(root.join("content/site.yaml")).expect("the file is there");
    assert_eq!(said(spoil), ["setting-missing content/site.yaml"]);
}

#[test]
fn clutter_of_other_programs_is_passed_over() {
    let spoil = |root: &Path| {
        for name in [".DS_Store", "Thumbs.db", "~$原稿.docx"] {
            put(root, &format!("content/wards/kita/{name}"), b"x");
        }
    };
    assert_eq!(said(spoil), [] as [String; 0]);
}
