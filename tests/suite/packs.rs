//! Training materials: files by role, editions, and everything in one ZIP, from manuscripts on disk to the bytes of the archive.

use std::fs;
use std::io::Read;
use std::path::Path;

use kairan::disk::{read, write};
use kairan::outputs::Plan;
use kairan::{Outcome, build};
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use zip::{CompressionMethod, System, ZipArchive};

use crate::site::TestSite;

const NEWEST: &str = "---\n題名: 手洗いの手順\n確認日: 令和8年11月1日\n対象: 訪問する職員の方\n学習目標:\n  - 手を洗う場面を言える\n  - 手順を言える\n\
    所要時間: 1時間30分\n版: 第2版\n更新内容: 第2版（令和8年11月1日）：図を足しました。\n添付:\n  - hyo.csv：振り返りの表\n  - tejun.txt：手順の図（配布資料）\n  - tearai.png：手順（スライド）\n\
    出典: 見本省「手引き」 https://example.jp/guide\n---\n[別の図](zu.txt)もあります。\n";

const OLD: &str = "---\n題名: 手洗いの手順\n確認日: 令和7年11月1日\n版: 第1版\n新しい版: tearai\n添付: tearai.png：手順（スライド）\n見本: はい\n---\n本文です。\n";

const FILES: [(&str, &str); 4] = [
    ("hyo.csv", "日付,気づいたこと\r\n"),
    ("tearai.png", "スライド"),
    ("tejun.txt", "配布資料"),
    ("zu.txt", "図の説明"),
];

/// A material in its second edition with four files, and its first edition.
fn site() -> TestSite {
    let folder = "content/city/materials";
    let mut site = TestSite::base()
        .with(&format!("{folder}/tearai.md"), NEWEST)
        .with(&format!("{folder}/tearai-1.md"), OLD)
        .with(&format!("{folder}/tearai-1/tearai.png"), "古いもの");
    for (name, text) in FILES {
        site = site.with(&format!("{folder}/tearai/{name}"), text);
    }
    site
}

/// The site on disk, planned.
fn planned(site: &TestSite) -> (TempDir, Plan) {
    let top = tempfile::tempdir().expect("a temporary folder");
    site.save(top.path());
    let sources = read::read(top.path(), &[]).expect("the content can be listed");
    let Outcome { diagnostics, plan } = build(&sources, &site.request, &mut |_| {});
    let codes: Vec<&str> = diagnostics.iter().map(|found| found.code).collect();
    assert_eq!(codes, [] as [&str; 0]);
    (top, plan.expect("nothing is wrong"))
}

fn published(plan: &Plan, out: &Path) -> write::Written {
    write::write(plan, out, &|| {}).expect("the site can be written")
}

/// A file of an archive: its name, its bytes, and the day it says.
fn unpacked(archive: &[u8]) -> Vec<(String, Vec<u8>, String)> {
    let mut archive = ZipArchive::new(std::io::Cursor::new(archive)).expect("a ZIP");
    let mut files = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a file");
        let day = file.last_modified().expect("a time").to_string();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("the bytes are whole");
        assert_eq!(file.unix_mode(), Some(0o100_644));
        let name = file.name().expect("the name is UTF-8").into_owned();
        files.push((name, bytes, day));
    }
    files
}

#[test]
fn a_pack_has_a_readme_the_sums_and_the_files_in_the_order_of_the_page() {
    let (top, plan) = planned(&site());
    let out = top.path().join("out");
    published(&plan, &out);
    let archive = fs::read(out.join("materials/tearai/tearai.zip")).expect("it was made");
    let files = unpacked(&archive);
    let names: Vec<&str> = files.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "tearai-ed2/お読みください.txt",
            "tearai-ed2/SHA256SUMS",
            "tearai-ed2/tearai.png",
            "tearai-ed2/tejun.txt",
            "tearai-ed2/hyo.csv",
            "tearai-ed2/zu.txt",
        ]
    );
    for (name, bytes, day) in &files {
        assert!(day.starts_with("2026-11-01"), "{name}: {day}");
        let original = FILES.iter().find(|(own, _)| name.ends_with(own));
        if let Some((_, text)) = original {
            assert_eq!(bytes, text.as_bytes(), "{name}");
        }
    }
}

#[test]
fn the_sums_are_those_of_the_files_and_stand_beside_the_pack_too() {
    let (top, plan) = planned(&site());
    let out = top.path().join("out");
    published(&plan, &out);
    let folder = out.join("materials/tearai");
    let sums = fs::read_to_string(folder.join("SHA256SUMS")).expect("it was made");
    let files = unpacked(&fs::read(folder.join("tearai.zip")).expect("it was made"));
    assert_eq!(files[1].1, sums.as_bytes());
    assert_eq!(sums.lines().count(), FILES.len());
    let page = fs::read_to_string(folder.join("index.html")).expect("it was made");
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").expect("two blanks part them");
        let file = fs::read(folder.join(name)).expect("the file is published");
        let digits: String = Sha256::digest(&file)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert_eq!(sum, digits, "{name}");
        // What only the text leads to is in the pack, and not in the list of the page.
        assert_eq!(page.contains(sum), name != "zu.txt", "{name}");
    }
}

#[test]
fn the_readme_says_what_the_page_says() {
    let (top, plan) = planned(&site());
    let out = top.path().join("out");
    published(&plan, &out);
    let archive = fs::read(out.join("materials/tearai/tearai.zip")).expect("it was made");
    let readme = String::from_utf8(unpacked(&archive)[0].1.clone()).expect("it is UTF-8");
    let lines: Vec<&str> = readme
        .trim_start_matches('\u{FEFF}')
        .split("\r\n")
        .collect();
    assert!(readme.starts_with('\u{FEFF}'), "Notepad looks for the mark");
    assert!(
        !lines.iter().any(|line| line.contains('\n')),
        "every line ends with both signs"
    );
    for said in [
        "手洗いの手順",
        "見本市健康局",
        "対象：訪問する職員の方",
        "・手順を言える",
        "所要時間：1時間30分",
        "版：第2版",
        "利用条件：CC BY 4.0 https://creativecommons.org/licenses/by/4.0/",
        "確認日：令和8年11月1日",
        "・tejun.txt：手順の図（配布資料、TXT、12バイト）",
        "・zu.txt（本文の中のファイル、TXT、12バイト）",
        "・見本省「手引き」 https://example.jp/guide",
        "https://kairan.example.jp/materials/tearai/",
        "見本市健康局 電話 06-0000-0100",
    ] {
        assert!(lines.contains(&said), "{said} is not in\n{readme}");
    }
}

#[test]
fn a_pack_is_the_same_to_the_byte_and_made_again_only_when_something_in_it_changed() {
    let (top, plan) = planned(&site());
    let (one, two) = (top.path().join("one"), top.path().join("two"));
    published(&plan, &one);
    published(&plan, &two);
    let pack = "materials/tearai/tearai.zip";
    let bytes = fs::read(one.join(pack)).expect("it was made");
    assert_eq!(bytes, fs::read(two.join(pack)).expect("it was made"));
    assert_eq!(published(&plan, &one).written, 0);
    let changed = site().with("content/city/materials/tearai/hyo.csv", "日付\r\n");
    let (_other, plan) = planned(&changed);
    assert!(published(&plan, &one).written >= 2);
    assert_ne!(bytes, fs::read(one.join(pack)).expect("it was made"));
}

#[test]
fn windows_is_told_that_names_are_utf8_and_what_is_packed_already_is_stored() {
    let (top, plan) = planned(&site());
    let out = top.path().join("out");
    published(&plan, &out);
    let archive = fs::read(out.join("materials/tearai/tearai.zip")).expect("it was made");
    // The general purpose flags of the first entry; bit 11 says that its name is UTF-8 (APPNOTE, section 4.4.4).
    assert_eq!(archive[7] & 0x08, 0x08);
    let mut archive = ZipArchive::new(std::io::Cursor::new(archive)).expect("a ZIP");
    for (name, method) in [
        ("tearai-ed2/tearai.png", CompressionMethod::Stored),
        ("tearai-ed2/hyo.csv", CompressionMethod::Deflated),
    ] {
        let file = archive.by_name(name).expect("it is in the pack");
        assert_eq!(file.compression(), method, "{name}");
        assert_eq!(file.system(), System::Unix, "{name}");
    }
}

#[test]
fn a_file_that_is_gone_stops_the_build_and_leaves_the_last_pack() {
    let (top, plan) = planned(&site());
    let out = top.path().join("out");
    published(&plan, &out);
    let pack = out.join("materials/tearai/tearai.zip");
    let before = fs::read(&pack).expect("it was made");
    let changed = site().with("content/city/materials/tearai/hyo.csv", "日付\r\n");
    let (other, plan) = planned(&changed);
    let gone = other.path().join("content/city/materials/tearai/zu.txt");
    fs::remove_file(gone).expect("it was there");
    assert!(write::write(&plan, &out, &|| {}).is_err());
    assert_eq!(fs::read(&pack).expect("it is still there"), before);
    let left = fs::read_dir(out.join("materials/tearai")).expect("a folder");
    let left = left.map(|entry| entry.expect("an entry").file_name());
    assert!(
        left.into_iter()
            .all(|name| !name.to_string_lossy().contains("kairan-new"))
    );
}

#[test]
fn an_old_edition_keeps_its_page_says_so_and_leads_to_the_newest() {
    let built = site().build();
    let old = built.main("materials/tearai-1/index.html");
    let banner = old.find("旧版").expect("it is marked");
    assert!(banner < old.find("<h1").expect("it has a title"));
    assert!(
        old.contains("<a href=\"/materials/tearai/\">最新の版（第2版）を見る</a>"),
        "{old}"
    );
    let page = built.file("materials/tearai-1/index.html");
    assert!(page.contains("noindex") && page.contains("<title>【旧版】手洗いの手順"));
    let newest = built.main("materials/tearai/index.html");
    assert!(
        newest.contains("href=\"/materials/tearai-1/\">第1版"),
        "{newest}"
    );
    assert!(newest.contains("https://kairan.example.jp/materials/tearai/"));
    // In wards the way leads to the page of the ward.
    let ward = built.main("kita/materials/tearai-1/index.html");
    assert!(
        ward.contains("<a href=\"/kita/materials/tearai/\">最新の版"),
        "{ward}"
    );
    assert!(built.paths().contains(&"materials/tearai-1/tearai-1.zip"));
}

#[test]
fn an_old_edition_is_in_no_list_feed_or_map() {
    let built = site().build();
    for path in [
        "materials/index.html",
        "kita/materials/index.html",
        "materials/feed.xml",
        "sitemap.xml",
    ] {
        let text = built.file(path);
        assert!(text.contains("materials/tearai/"), "{path}");
        assert!(!text.contains("materials/tearai-1/"), "{path}");
    }
}

#[test]
fn a_chain_of_editions_leads_to_the_newest_from_each() {
    let older = OLD.replace("新しい版: tearai", "新しい版: tearai-1");
    let built = site()
        .with(
            "content/city/materials/tearai-0.md",
            &older.replace("添付: tearai.png：手順（スライド）\n", ""),
        )
        .build();
    let oldest = built.main("materials/tearai-0/index.html");
    assert!(
        oldest.contains("<a href=\"/materials/tearai/\">最新の版"),
        "{oldest}"
    );
    let newest = built.main("materials/tearai/index.html");
    let at = |name: &str| newest.find(&format!("/materials/{name}/\">第1版"));
    assert!(
        at("tearai-1").is_some() && at("tearai-0").is_some(),
        "{newest}"
    );
}

#[test]
fn a_training_with_several_files_has_a_pack_and_one_with_one_has_none() {
    let training = |files: &str| {
        format!(
            "---\n題名: 研修会\n日時: 令和8年12月5日（土曜日）14時から15時まで\n会場: 見本会館\n対象: 職員の方\n費用: 無料\n申込: 不要\n添付:\n{files}---\n本文です。\n"
        )
    };
    let folder = "content/wards/kita/trainings/2026-11-01-kenshu";
    let two = training("  - a.pdf：資料（配布資料）\n  - b.pdf：問題（演習）\n");
    let built = TestSite::base()
        .with(&format!("{folder}.md"), &two)
        .with(&format!("{folder}/a.pdf"), "a")
        .with(&format!("{folder}/b.pdf"), "b")
        .build();
    let pack = "kita/trainings/2026-11-01-kenshu/2026-11-01-kenshu.zip";
    assert!(built.paths().contains(&pack), "{}", built.said);
    let page = built.main("kita/trainings/2026-11-01-kenshu/index.html");
    assert!(page.contains(&format!("href=\"/{pack}\"")), "{page}");
    let one = training("  - a.pdf：資料（配布資料）\n");
    let built = TestSite::base()
        .with(&format!("{folder}.md"), &one)
        .with(&format!("{folder}/a.pdf"), "a")
        .build();
    assert!(!built.paths().contains(&pack), "{}", built.said);
}

#[test]
fn roles_part_the_files_and_elsewhere_brackets_are_part_of_the_label() {
    let built = site().build();
    let page = built.main("materials/tearai/index.html");
    let at = |words: &str| {
        page.find(words)
            .unwrap_or_else(|| panic!("{words} is not in {page}"))
    };
    assert!(at(">スライド</h3>") < at(">配布資料</h3>"));
    assert!(at(">配布資料</h3>") < at(">ほかの資料</h3>"));
    let lecture = "---\n題名: お知らせ\n添付: a.txt：手順（配布資料）\n---\n本文です。\n";
    let built = TestSite::base()
        .with("content/wards/kita/notices/2026-11-01-a.md", lecture)
        .with("content/wards/kita/notices/2026-11-01-a/a.txt", "a")
        .build();
    let page = built.main("kita/notices/2026-11-01-a/index.html");
    assert!(page.contains("手順（配布資料）（TXT、1バイト）"), "{page}");
}
