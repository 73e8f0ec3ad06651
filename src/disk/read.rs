//! STUB, replaced on merge: the disk → `Sources`.

use std::io;
use std::path::Path;

use crate::source::{Source, Sources};

pub fn read(root: &Path, embedded: &[(&str, &[u8])]) -> io::Result<Sources> {
    fn walk(root: &Path, folder: &Path, found: &mut Vec<Source>) -> io::Result<()> {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                walk(root, &path, found)?;
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                let inside = path.strip_prefix(root).unwrap_or(&path);
                found.push(Source::text_file(&inside.to_string_lossy(), text));
            }
        }
        Ok(())
    }
    let mut found = Vec::new();
    walk(root, &root.join("content"), &mut found)?;
    let theme = embedded.iter().filter_map(|(path, bytes)| {
        let text = std::str::from_utf8(bytes).ok()?;
        Some(Source::text_file(path, text))
    });
    found.extend(theme);
    Ok(Sources::new(found, Vec::new()))
}
