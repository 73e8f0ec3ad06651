//! The published pages that stay when documents with errors are left out.

use crate::model::site::Site;

/// The output folders of the sources at `paths`: a document's page in its own place and in every ward, a ward's whole folder.
pub fn folders<'a>(site: &Site, paths: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut folders = Vec::new();
    for path in paths {
        let parts: Vec<&str> = path.trim_end_matches(".md").split('/').collect();
        match parts.as_slice() {
            ["content", "wards", ward, "ward.yaml"] => folders.push(format!("{ward}/")),
            ["content", "wards", ward, kind, name, ..] => {
                folders.push(format!("{ward}/{kind}/{name}/"))
            }
            ["content", "city", kind, name, ..] => {
                folders.push(format!("{kind}/{name}/"));
                folders.extend(
                    site.wards
                        .iter()
                        .map(|ward| format!("{}/{kind}/{name}/", ward.id)),
                );
            }
            _ => {}
        }
    }
    folders
}
