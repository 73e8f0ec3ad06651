//! Finds an element in HTML of this program.

use crate::model::body::Heading;

/// An element, and what stands around it.
#[derive(Debug, PartialEq, Eq)]
pub struct Element<'a> {
    pub before: &'a str,
    pub inner: &'a str,
    pub after: &'a str,
}

/// The first element that begins with the tag `open` and has the name `name`; others of that name may stand in it.
pub fn element<'a>(html: &'a str, open: &str, name: &str) -> Option<Element<'a>> {
    let (before, rest) = html.split_once(open)?;
    let mut depth = 1_usize;
    for (at, _) in rest.match_indices('<') {
        let (inner, tag) = rest.split_at(at);
        if let Some(after) = closed(tag, name) {
            depth -= 1;
            if depth == 0 {
                return Some(Element {
                    before,
                    inner,
                    after,
                });
            }
        } else if is_opened(tag, name) {
            depth += 1;
        }
    }
    None
}

/// The tag a heading begins with, and the name of its element. The title of the page is its only `h1`.
pub fn heading_tag(heading: &Heading) -> (String, &'static str) {
    let name = match heading.level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    (format!("<{name} id=\"{}\">", heading.id), name)
}

/// What follows the end tag of an element of this name.
fn closed<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let rest = tag.strip_prefix("</")?;
    rest.strip_prefix(name)?.strip_prefix('>')
}

fn is_opened(tag: &str, name: &str) -> bool {
    let rest = tag.strip_prefix('<').and_then(|tag| tag.strip_prefix(name));
    rest.is_some_and(|rest| rest.starts_with([' ', '>']))
}

#[cfg(test)]
mod tests {
    use super::{Element, element};

    #[test]
    fn an_element_ends_with_its_own_end_tag() {
        let html = "a<dl>b<dl>c</dl><dlx>d</dl>e";
        let expected = Element {
            before: "a",
            inner: "b<dl>c</dl><dlx>d",
            after: "e",
        };
        assert_eq!(element(html, "<dl>", "dl"), Some(expected));
    }

    #[test]
    fn what_has_no_end_is_no_element() {
        assert_eq!(element("<dl>a<dl>b</dl>", "<dl>", "dl"), None);
        assert_eq!(element("a</dl>", "<dl>", "dl"), None);
    }
}
