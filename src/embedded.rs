//! What the program carries in itself: the standard theme and the files of a new site, so that one executable is all anybody needs.
//!
//! Invariant: this is the only module that names the library that embeds files.

use include_dir::{Dir, include_dir};

static THEME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/standard");
static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cmd/starter");
static CALENDAR: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content/calendar");

/// The standard theme, by path below the root of a site: `themes/standard/theme.yaml`.
pub fn theme() -> Vec<(String, &'static [u8])> {
    files(&THEME, "themes/standard/")
}

/// The files of a new site, by path below its root: `content/site.yaml`. It begins with the holidays that are known.
pub fn starter() -> Vec<(String, &'static [u8])> {
    let mut starter = files(&STARTER, "");
    starter.extend(files(&CALENDAR, "content/calendar/"));
    starter
}

fn files(folder: &'static Dir<'static>, prefix: &str) -> Vec<(String, &'static [u8])> {
    let mut found = Vec::new();
    collect(folder, prefix, &mut found);
    found.sort();
    found
}

fn collect(folder: &'static Dir<'static>, prefix: &str, found: &mut Vec<(String, &'static [u8])>) {
    for file in folder.files() {
        // On Windows the paths have backslashes; names that begin with a dot only hold folders open.
        let path = file.path().to_string_lossy().replace('\\', "/");
        let hidden = path
            .rsplit('/')
            .next()
            .is_some_and(|name| name.starts_with('.'));
        if !hidden {
            found.push((format!("{prefix}{path}"), file.contents()));
        }
    }
    for inner in folder.dirs() {
        collect(inner, prefix, found);
    }
}
