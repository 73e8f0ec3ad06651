//! The program as people run it: commands, what they print where, exit codes, and the preview in a browser's words.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use kairan::model::kind::{Kind, Scope};

use crate::preview::Preview;
use crate::site::{TODAY, TestSite, files_below};

/// What one run came to.
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

fn kairan(root: &Path, words: &[&str]) -> Ran {
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new(env!("CARGO_BIN_EXE_kairan"))
        .args(words)
        .current_dir(root)
        .output()
        .expect("the program can be run");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("it speaks UTF-8");
    Ran {
        code: status.code(),
        out: text(&stdout),
        err: text(&stderr),
    }
}

/// Runs a command that must come to a clean end.
fn clean(root: &Path, words: &[&str]) -> Ran {
    let ran = kairan(root, words);
    assert_eq!(ran.code, Some(0), "{words:?}: {}", ran.err);
    ran
}

/// The small site on disk.
fn site() -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    TestSite::base().save(root.path());
    root
}

fn put(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder can be made");
    fs::write(file, text).expect("a file can be written");
}

const NOTICE: &str = "content/wards/kita/notices/2026-11-01-news.md";

#[test]
fn whatever_is_begun_in_a_new_site_passes_the_checks() {
    let root = tempfile::tempdir().expect("a temporary folder");
    clean(root.path(), &["init", "site"]);
    let site = root.path().join("site");
    // The list that comes with the program ends some day.
    let years = (2020..2200).map(|year| format!("{year}-01-01,元日\n"));
    put(
        &site,
        "content/calendar/holidays.csv",
        &years.collect::<String>(),
    );
    for kind in Kind::all() {
        let singular = kind.id.strip_suffix('s').unwrap_or(kind.id);
        let is_city = kind.scope == Scope::CityOnly;
        let homes = ["mihon", "見本区", "city"].map(|home| if is_city { "city" } else { home });
        for (word, (home, year)) in [kind.id, singular, kind.label]
            .into_iter()
            .zip(homes.into_iter().zip(["2021", "2022", "2023"]))
        {
            let mut words = vec!["new", word, "--ward", home];
            if is_city {
                words.extend(["--slug", year]);
            }
            let made = clean(&site, &words);
            assert!(Path::new(made.out.trim_end()).is_file(), "{}", made.out);
        }
    }
    let said = clean(&site, &["check"]);
    assert_eq!(
        (said.err.as_str(), said.out.as_str()),
        ("指摘はありません。\n", "")
    );
    clean(&site, &["build", "--unpublished"]);
}

#[test]
fn a_copy_from_another_ward_only_waits_for_what_must_be_new() {
    let root = site();
    let original = "content/wards/kita/notices/2026-11-01-news.md";
    put(
        root.path(),
        original,
        "---\n題名: 見本のお知らせ\n---\n本文です。\n",
    );
    let made = clean(
        root.path(),
        &["new", "お知らせ", "--ward", "西区", "--from", original],
    );
    assert!(made.out.trim_end().ends_with("-news.md"), "{}", made.out);
    clean(root.path(), &["check"]);
    let text = fs::read_to_string(root.path().join(original)).expect("the original is there");
    assert_eq!(text, "---\n題名: 見本のお知らせ\n---\n本文です。\n");
}

#[cfg(unix)]
#[test]
fn pages_are_never_written_where_the_manuscripts_are() {
    let root = site();
    std::os::unix::fs::symlink("content", root.path().join("link")).expect("a link can be made");
    let before = files_below(&root.path().join("content"));
    for out in [
        "content/x",
        "themes",
        "new/../content/x",
        "link/x",
        ".",
        "..",
        "content/../..",
    ] {
        let ran = kairan(root.path(), &["build", "--out", out, "--today", TODAY]);
        assert_eq!(ran.code, Some(2), "{out}: {}", ran.err);
        assert!(
            ran.err.contains("原稿の入っているフォルダー"),
            "{}",
            ran.err
        );
    }
    assert_eq!(files_below(&root.path().join("content")), before);
    clean(
        root.path(),
        &["build", "--out", "content/../public", "--today", TODAY],
    );
}

#[test]
fn the_number_of_jobs_changes_no_byte() {
    let root = site();
    let built = |jobs: &str| {
        let out = format!("out-{jobs}");
        let words = ["build", "--jobs", jobs, "--out", &out, "--today", TODAY];
        let ran = clean(root.path(), &words);
        assert_eq!(ran.out, "", "what is said goes to standard error");
        files_below(&root.path().join(out))
    };
    assert_eq!(built("1"), built("2"));
}

#[test]
fn exit_codes_tell_a_faulty_manuscript_from_a_command_that_cannot_run() {
    let root = site();
    let code = |words: &[&str]| kairan(root.path(), words).code;
    assert_eq!(code(&["check", "--today", TODAY]), Some(0));
    put(
        root.path(),
        NOTICE,
        "---\n題名: あ\n知らない項目: い\n---\n",
    );
    assert_eq!(code(&["check", "--today", TODAY]), Some(1));
    assert_eq!(code(&["build", "--today", TODAY]), Some(1));
    assert!(!root.path().join("public").exists(), "nothing is written");
    let ran = kairan(root.path(), &["build", "--today", TODAY, "--keep-going"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(root.path().join("public/index.html").is_file());
    for words in [
        &["check", "--root", "none"][..],
        &["build", "--today", "2026-02-30"],
        &["build", "--jobs", "0"],
        &["chekc"],
        &[],
    ] {
        assert_eq!(code(words), Some(2), "{words:?}");
    }
}

#[test]
fn findings_for_machines_are_data_whatever_the_names() {
    let root = site();
    let name = "content/wards/kita/notices/一,二%: \"三\"🌸.md";
    put(root.path(), name, "---\n題名: あ\u{1b}[31m\n---\n");
    let json = kairan(
        root.path(),
        &["check", "--format", "json", "--today", TODAY],
    );
    assert_eq!((json.code, json.err.as_str()), (Some(1), ""));
    for line in json.out.lines() {
        let row: serde_json::Value = serde_json::from_str(line).expect("a line is an object");
        assert_eq!(row["path"], name);
    }
    assert!(json.out.lines().count() > 0);
    let github = kairan(
        root.path(),
        &["check", "--format", "github", "--today", TODAY],
    );
    assert!(
        github
            .out
            .contains("file=content/wards/kita/notices/一%2C二%25%3A \"三\"🌸.md"),
        "{}",
        github.out
    );
    let short = kairan(
        root.path(),
        &["check", "--format", "short", "--today", TODAY],
    );
    assert_eq!(short.err.lines().count(), json.out.lines().count());
    for printed in [json.out, github.out, short.err] {
        assert!(!printed.contains('\u{1b}'), "{printed}");
    }
}

#[test]
fn a_fault_of_the_whole_site_is_not_blamed_on_a_missing_option() {
    let root = site();
    put(root.path(), "content/site.yaml", "");
    let ran = kairan(root.path(), &["build", "--keep-going"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("サイト全体"), "{}", ran.err);
    assert!(!ran.err.contains("「--keep-going」"), "{}", ran.err);
    assert!(!root.path().join("public").exists());
}

/// A notice with a heading too deep, written with a byte order mark and the line ends of Windows, and the same put right.
const DEEP: &str = "\u{FEFF}---\r\n題名: お知らせ\r\n---\r\n## 一\r\n\r\n#### 二\r\n";
const LEVEL: &str = "\u{FEFF}---\r\n題名: お知らせ\r\n---\r\n## 一\r\n\r\n### 二\r\n";

#[test]
fn sure_edits_are_made_in_the_manuscripts_and_nothing_else_is_touched() {
    let root = site();
    put(root.path(), NOTICE, DEEP);
    let fix = ["check", "--fix", "--today", TODAY];
    let ran = kairan(root.path(), &fix);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.err.contains("1か所を直しました（1ファイル）。"),
        "{}",
        ran.err
    );
    let text = || fs::read_to_string(root.path().join(NOTICE)).expect("the notice is there");
    assert_eq!(text(), LEVEL);
    let again = clean(root.path(), &fix);
    assert!(
        again.err.contains("自動で直せるところはありません。"),
        "{}",
        again.err
    );
    assert_eq!(text(), LEVEL);
}

#[test]
fn a_dry_run_shows_the_edits_as_a_diff_and_makes_none() {
    let root = site();
    put(root.path(), NOTICE, DEEP);
    let ran = kairan(
        root.path(),
        &["check", "--fix", "--dry-run", "--today", TODAY],
    );
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines[0], format!("--- a/{NOTICE}"));
    assert_eq!(lines[1], format!("+++ b/{NOTICE}"));
    assert!(
        lines.contains(&"-#### 二") && lines.contains(&"+### 二"),
        "{}",
        ran.out
    );
    let text = fs::read_to_string(root.path().join(NOTICE)).expect("the notice is there");
    assert_eq!(text, DEEP);
    let alone = kairan(root.path(), &["check", "--dry-run"]);
    assert_eq!(alone.code, Some(2));
}

#[test]
fn the_catalogue_is_printed_without_a_site() {
    let nowhere = tempfile::tempdir().expect("a folder can be made");
    let ran = clean(nowhere.path(), &["check", "--list"]);
    assert!(ran.out.contains("[heading-order]"), "{}", ran.out);
    let json = clean(nowhere.path(), &["check", "--list", "--format", "json"]);
    assert!(json.out.lines().count() > 80);
}

#[test]
fn nothing_is_printed_about_nothing_where_a_line_is_a_finding() {
    let root = site();
    let ran = clean(
        root.path(),
        &["check", "--format", "short", "--today", TODAY],
    );
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", ""));
}

#[test]
fn a_scheduler_learns_when_to_build_again_and_a_person_why() {
    let root = site();
    let status = |words: &[&str]| {
        clean(
            root.path(),
            &[&["status", "--today", TODAY], words].concat(),
        )
    };
    let still = status(&["--next"]);
    assert_eq!(still.out, "");
    assert!(still.err.contains("このまま変わりません"), "{}", still.err);
    put(
        root.path(),
        "content/wards/kita/notices/2026-12-01-news.md",
        "---\n題名: 新しいお知らせ\n---\n本文です。\n",
    );
    assert_eq!(status(&["--next"]).out, "2026-12-01T00:00:00+09:00\n");
    let words = status(&[]).out;
    assert!(
        words.contains("令和8年12月1日（火曜日）0時に、「新しいお知らせ」（北区）"),
        "{words}"
    );
    let next = words.lines().last().expect("a line");
    let next = next.strip_prefix("次の変化：").expect("the next change");
    let built = clean(root.path(), &["build", "--today", TODAY]);
    assert!(built.err.contains(next), "{}", built.err);
    let kita = words.lines().find(|line| line.starts_with("北区"));
    let counted = kita.map(|line| line.split_whitespace().collect::<Vec<_>>());
    let counted = counted.expect("a line for the ward");
    // One of its documents waits for its day, and nothing was found.
    assert_eq!(
        counted[counted.len() - 5..],
        ["1", "0", "0", "0", "0"],
        "{words}"
    );
    put(root.path(), NOTICE, "題名のない原稿です。\n");
    let faulty = kairan(root.path(), &["status", "--next", "--today", TODAY]);
    assert_eq!(
        (faulty.code, faulty.out.as_str()),
        (Some(1), ""),
        "{}",
        faulty.err
    );
}

#[test]
fn the_preview_follows_the_manuscripts_and_keeps_the_last_good_page() {
    let root = site();
    let notice = |title: &str| format!("---\n題名: {title}\n---\n本文です。\n");
    put(root.path(), NOTICE, &notice("はじめの題名"));
    let preview = Preview::start(root.path());
    let page = "/kita/notices/2026-11-01-news/";
    let first = preview.get(page);
    assert!(first.starts_with("HTTP/1.1 200") && first.contains("はじめの題名"));
    let moved = preview.get(page.trim_end_matches('/'));
    assert!(
        moved.starts_with("HTTP/1.1 302") && moved.contains(page),
        "{moved}"
    );
    assert!(preview.get("/none/").starts_with("HTTP/1.1 404"));
    assert!(preview.get("/../Cargo.toml").starts_with("HTTP/1.1 404"));

    put(root.path(), NOTICE, &notice("次の題名"));
    let next = preview.after(&first, page);
    assert!(next.contains("次の題名"));
    put(root.path(), NOTICE, "---\n題名: 次の題名\n");
    let broken = preview.after(&next, page);
    assert!(broken.contains("原稿の検査") && broken.contains("?last-good"));
    assert!(
        preview
            .get(&format!("{page}?last-good"))
            .contains("次の題名")
    );
    put(root.path(), NOTICE, &notice("直した題名"));
    assert!(preview.after(&broken, page).contains("直した題名"));
    assert!(
        !root.path().join("public").exists(),
        "the preview writes nothing"
    );

    let again = kairan(root.path(), &["serve", "--port", &preview.port.to_string()]);
    assert_eq!(again.code, Some(2));
    assert!(
        again.err.contains("ほかのソフトが使っています"),
        "{}",
        again.err
    );
}
