//! The output folder when something stands in the way: all of a build or none of it, and nothing outside.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use kairan::disk::write::{Failure, Written, write};
use kairan::model::address::OutputPath;
use kairan::model::blob::Blob;
use kairan::outputs::{Job, Make, Plan};

use crate::site::files_below;

/// A plan of pages; a page's fingerprint is that of its text.
fn plan(pages: &[(&str, &'static str)]) -> Plan {
    let mut plan = Plan::default();
    for (path, text) in pages {
        let text = *text;
        put(
            &mut plan,
            path,
            text,
            Make::Bytes(Box::new(|| Ok(text.into()))),
        );
    }
    plan
}

fn put(plan: &mut Plan, path: &str, text: &str, make: Make) {
    let fingerprint = *blake3::hash(text.as_bytes()).as_bytes();
    let path = OutputPath::new(path).expect("the sample is a safe path");
    plan.jobs.insert(
        path,
        Job {
            fingerprint,
            template: None,
            make,
        },
    );
}

/// Writes with one job at a time, in the order of paths.
fn publish(plan: &Plan, out: &Path) -> Result<Written, Failure> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    let pool = pool.expect("a pool of one thread");
    pool.install(|| write(plan, out, &|| {}))
}

fn pages(out: &Path) -> BTreeMap<String, String> {
    let mut files = files_below(out);
    files.remove(".kairan-manifest");
    files
}

fn texts(pages: &[(&str, &str)]) -> BTreeMap<String, String> {
    let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
    pages.iter().map(owned).collect()
}

const OLD: &[(&str, &str)] = &[("a/index.html", "old"), ("b/index.html", "old")];
const NEW: &[(&str, &str)] = &[("a/index.html", "new"), ("b/index.html", "new")];

fn published(pages: &[(&str, &'static str)]) -> tempfile::TempDir {
    let out = tempfile::tempdir().expect("a temporary folder");
    publish(&plan(pages), out.path()).expect("nothing is in the way");
    out
}

#[test]
fn a_page_that_cannot_be_made_changes_nothing() {
    let out = published(OLD);
    let mut spoilt = plan(NEW);
    let fails = || Err("型の誤り".to_owned());
    put(&mut spoilt, "z.html", "z", Make::Bytes(Box::new(fails)));
    assert!(publish(&spoilt, out.path()).is_err());
    assert_eq!(pages(out.path()), texts(OLD));
}

#[test]
fn a_folder_in_the_place_of_a_page_is_found_before_anything_changes() {
    let out = published(OLD);
    let page = out.path().join("b/index.html");
    fs::remove_file(&page).expect("it was written");
    fs::create_dir_all(page.join("inside")).expect("a folder can be made");
    assert!(publish(&plan(NEW), out.path()).is_err());
    assert_eq!(pages(out.path()), texts(&OLD[..1]));
    let list = out.path().join(".kairan-manifest");
    fs::remove_file(&list).expect("it was written");
    fs::create_dir(&list).expect("a folder can be made");
    fs::remove_dir_all(&page).expect("it was made");
    assert!(publish(&plan(NEW), out.path()).is_err());
    assert_eq!(pages(out.path()), texts(&OLD[..1]));
}

#[test]
fn a_build_that_was_cut_off_is_made_good_by_the_next() {
    let out = published(OLD);
    let page = out.path().join("a/index.html");
    let mut spoilt = plan(NEW);
    let in_the_way = page.clone();
    let blocks = move || {
        fs::remove_file(&in_the_way).expect("it was written");
        fs::create_dir(&in_the_way).expect("a folder can be made");
        Ok(Vec::new())
    };
    put(&mut spoilt, "z.html", "z", Make::Bytes(Box::new(blocks)));
    assert!(publish(&spoilt, out.path()).is_err());
    fs::remove_dir(&page).expect("it was made");
    fs::write(&page, "old").expect("the page can be put back");
    publish(&plan(NEW), out.path()).expect("nothing is in the way");
    assert_eq!(pages(out.path()), texts(NEW));
}

#[test]
fn what_a_killed_build_left_behind_is_no_hindrance() {
    let out = published(OLD);
    let left = out.path().join("a/.index.html.kairan-new");
    fs::write(left, "half").expect("a file can be written");
    publish(&plan(NEW), out.path()).expect("nothing is in the way");
    assert_eq!(pages(out.path()), texts(NEW));
}

#[test]
fn only_the_output_folder_is_touched_whatever_the_list_says() {
    let top = tempfile::tempdir().expect("a temporary folder");
    let outside = top.path().join("outside.txt");
    fs::write(&outside, "x").expect("a file can be written");
    let out = top.path().join("out");
    publish(&plan(OLD), &out).expect("nothing is in the way");
    let list = out.join(".kairan-manifest");
    let zeros = "0".repeat(64);
    let hostile = [b"kairan 1\n".as_slice(), b"\xff\n"].concat();
    for text in [
        format!("kairan 1\n{zeros} 1 ../outside.txt\n{zeros} 1 /outside.txt\n\n{zeros}\n").into(),
        hostile,
        b"kairan 9\n".to_vec(),
        Vec::new(),
    ] {
        fs::write(&list, text).expect("a file can be written");
        publish(&plan(OLD), &out).expect("a damaged list costs time only");
        assert!(outside.exists());
        assert_eq!(pages(&out), texts(OLD));
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_the_output_folder_leads_nothing_out() {
    use std::os::unix::fs::symlink;
    let elsewhere = published(OLD);
    let out = tempfile::tempdir().expect("a temporary folder");
    symlink(elsewhere.path().join("a"), out.path().join("a")).expect("a link can be made");
    assert!(matches!(
        publish(&plan(NEW), out.path()),
        Err(Failure::Link { .. })
    ));
    assert_eq!(pages(elsewhere.path()), texts(OLD));
    fs::remove_file(out.path().join("a")).expect("the link was made");
    publish(&plan(NEW), out.path()).expect("nothing is in the way");
    fs::remove_dir_all(out.path().join("a")).expect("it was written");
    symlink(elsewhere.path().join("a"), out.path().join("a")).expect("a link can be made");
    publish(&plan(&[]), out.path()).expect("nothing is in the way");
    assert_eq!(pages(elsewhere.path()), texts(OLD));
}

#[cfg(unix)]
#[test]
fn attachments_can_be_read_and_replaced_by_those_who_can_read_pages() {
    use std::os::unix::fs::PermissionsExt;
    let top = tempfile::tempdir().expect("a temporary folder");
    let file = top.path().join("a.pdf");
    fs::write(&file, "pdf").expect("a file can be written");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o400)).expect("it is ours");
    let digest = *blake3::hash(b"pdf").as_bytes();
    let mut plan = plan(OLD);
    let blob = Blob {
        file,
        bytes: 3,
        digest,
        pdf: None,
        sha256: [0; 32],
    };
    put(&mut plan, "a/a.pdf", "pdf", Make::Copy(blob));
    let out = top.path().join("out");
    publish(&plan, &out).expect("nothing is in the way");
    let mode = |path: &str| {
        let metadata = fs::metadata(out.join(path)).expect("it was written");
        metadata.permissions().mode()
    };
    assert_eq!(mode("a/a.pdf"), mode("a/index.html"));
}
