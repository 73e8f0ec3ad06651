//! What a file says about itself as a whole: its structure, its language, its title.

use lopdf::{Dictionary, Document, Object, decode_text_string};

use crate::pdf::pages::{Budget, deref, dictionary};

/// Longer titles and languages say no more.
const MOST_CHARACTERS: usize = 200;

/// Whether the file has a structure and says that its contents are part of it (ISO 32000-1, 14.7.2 and 14.8.1).
pub fn is_tagged(document: &Document, catalog: &Dictionary) -> bool {
    let marks = dictionary(document, catalog, b"MarkInfo");
    let marked = marks.and_then(|marks| deref(document, marks, b"Marked"));
    let root = dictionary(document, catalog, b"StructTreeRoot");
    marked.is_some_and(|marked| matches!(marked, Object::Boolean(true)))
        && root.is_some_and(|root| root.has(b"K"))
}

/// The language of the whole document (ISO 32000-1, 14.9.2).
pub fn language(document: &Document, catalog: &Dictionary) -> Option<Box<str>> {
    words(deref(document, catalog, b"Lang")?)
}

/// The title from the information of the document, else from its XMP metadata (ISO 32000-1, 14.3).
pub fn title(document: &Document, catalog: &Dictionary, budget: &mut Budget) -> Option<Box<str>> {
    let information = dictionary(document, &document.trailer, b"Info");
    let title = information.and_then(|information| deref(document, information, b"Title"));
    title.and_then(words).or_else(|| {
        let metadata = deref(document, catalog, b"Metadata")?.as_stream().ok()?;
        let metadata = budget.unpack(metadata)?;
        xmp_title(&String::from_utf8_lossy(&metadata))
    })
}

fn words(object: &Object) -> Option<Box<str>> {
    clean(&decode_text_string(object).ok()?)
}

/// `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">…</rdf:li>` (ISO 16684-1); the few entities of XML stay as they are.
fn xmp_title(metadata: &str) -> Option<Box<str>> {
    let (_, behind) = metadata.split_once("<dc:title")?;
    let (title, _) = behind.split_once("</dc:title>")?;
    let (_, item) = title.split_once("<rdf:li")?;
    let (_, words) = item.split_once('>')?;
    clean(words.split('<').next()?)
}

fn clean(text: &str) -> Option<Box<str>> {
    let is_seen = |one: &char| !one.is_control() && *one != '\u{FEFF}';
    let text: String = text.chars().filter(is_seen).take(MOST_CHARACTERS).collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.into())
}

#[cfg(test)]
mod tests {
    use super::xmp_title;

    #[test]
    fn a_title_is_found_in_xmp() {
        let metadata = "<dc:title>\n<rdf:Alt><rdf:li xml:lang=\"x-default\"> 講演会 </rdf:li></rdf:Alt></dc:title>";
        assert_eq!(xmp_title(metadata).as_deref(), Some("講演会"));
        assert_eq!(xmp_title("<dc:title><rdf:li></rdf:li></dc:title>"), None);
        assert_eq!(xmp_title("<dc:title/>"), None);
    }
}
