//! The folders of fonts of a computer in, the fonts that sheets of paper can be set in out.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::WalkDir;

use crate::source::FontFile;

/// Fonts for Japanese by the names of their files, the best first, each in its plain and its bold weight. Fonts of universal design come
/// first: their letters are made to be told apart by people who see badly.
const KNOWN: &[&[&str]] = &[
    &["BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf"],
    // Windows 10 (1809) and later.
    &["BIZ-UDGothicR.ttc", "BIZ-UDGothicB.ttc"],
    &["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"],
    &["NotoSansCJKjp-Regular.otf", "NotoSansCJKjp-Bold.otf"],
    &["NotoSansJP-Regular.otf", "NotoSansJP-Bold.otf"],
    &["NotoSansJP-Regular.ttf", "NotoSansJP-Bold.ttf"],
    // macOS.
    &["ヒラギノ角ゴシック W3.ttc", "ヒラギノ角ゴシック W6.ttc"],
    &["meiryo.ttc", "meiryob.ttc"],
    &["YuGothM.ttc", "YuGothB.ttc"],
    &["ipaexg.ttf"],
    &["ipagp.ttf"],
];

/// Where nothing known is found, anything may be looked at; no computer has a font for Japanese that is larger.
const LIMIT_BYTES: u64 = 64 * 1024 * 1024;

/// How many unknown fonts are looked at.
const LIMIT_FILES: usize = 200;

/// The best known fonts below `folders`, or all unknown ones, among which somebody else must find one for Japanese.
pub fn find(folders: &[PathBuf]) -> Vec<FontFile> {
    let mut found: BTreeMap<String, PathBuf> = BTreeMap::new();
    for folder in folders {
        let entries = WalkDir::new(folder).max_depth(6).sort_by_file_name();
        let files = entries
            .into_iter()
            .flatten()
            .filter(|entry| entry.file_type().is_file() || entry.path_is_symlink());
        for entry in files {
            let name = entry.file_name().to_string_lossy().to_lowercase();
            if [".ttf", ".ttc", ".otf"]
                .iter()
                .any(|ending| name.ends_with(ending))
            {
                found.entry(name).or_insert_with(|| entry.into_path());
            }
        }
    }
    for names in KNOWN {
        let paths = names.iter().map(|name| found.get(&name.to_lowercase()));
        let files: Vec<FontFile> = paths.flatten().filter_map(|path| font(path)).collect();
        if !files.is_empty() {
            return files;
        }
    }
    found
        .values()
        .filter_map(|path| font(path))
        .take(LIMIT_FILES)
        .collect()
}

fn font(path: &Path) -> Option<FontFile> {
    let length = fs::metadata(path).ok()?.len();
    let bytes = (length <= LIMIT_BYTES)
        .then(|| fs::read(path).ok())
        .flatten()?;
    Some(FontFile {
        digest: *blake3::hash(&bytes).as_bytes(),
        bytes: Arc::from(bytes),
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::find;

    #[test]
    fn the_best_known_font_is_taken_alone_and_unknown_ones_together() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let folders = [folder.path().to_owned(), folder.path().join("none")];
        let put = |name: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("it is in a folder"))
                .and_then(|()| fs::write(path, name))
                .expect("a file can be written");
        };
        let names = || -> Vec<String> {
            let name = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            find(&folders)
                .iter()
                .map(|file| name(&file.bytes))
                .collect()
        };
        assert!(names().is_empty());
        put("b/Unknown.otf");
        put("a/other.TTF");
        put("readme.txt");
        assert_eq!(names(), ["a/other.TTF", "b/Unknown.otf"]);
        put("x/meiryo.ttc");
        put("x/ipaexg.ttf");
        assert_eq!(names(), ["x/meiryo.ttc"]);
        put("x/y/BIZUDPGothic-Bold.ttf");
        put("x/BIZUDPGothic-Regular.ttf");
        assert_eq!(
            names(),
            ["x/BIZUDPGothic-Regular.ttf", "x/y/BIZUDPGothic-Bold.ttf"]
        );
    }
}
