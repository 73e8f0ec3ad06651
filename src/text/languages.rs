//! The parts of a text that its author marked as another language: `<div lang="en">…</div>`.
//!
//! Invariant: one walk over the text; without a mark nothing is made.

use std::ops::Range;

/// Where words of other languages stand, in bytes, behind their opening tags; a tag that nothing closes holds to the end.
pub fn foreign(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(mark) = rest.find(" lang=") else {
            break;
        };
        let (above, below) = rest.split_at(mark);
        let name = above.rsplit('<').next().unwrap_or_default();
        let name = name.split_whitespace().next().unwrap_or_default();
        let value = below
            .trim_start_matches(" lang=")
            .trim_start_matches(['"', '\'']);
        let start = at + mark;
        let end = below.find(&format!("</{name}>"));
        let end = end.map_or(text.len(), |length| start + length);
        if !name.is_empty() && !value.starts_with("ja") {
            parts.push(start..end);
        }
        at = end.max(start + 1);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::foreign;

    fn said(text: &str) -> Vec<&str> {
        let parts = foreign(text).into_iter();
        parts
            .map(|part| text[part].rsplit('>').next().unwrap_or_default())
            .collect()
    }

    #[test]
    fn marked_words_end_with_their_tag() {
        assert_eq!(
            said("前<span lang=\"en\">Hello</span>後<div lang=ko>안녕</div>"),
            ["Hello", "안녕"]
        );
        assert_eq!(said("<div lang=\"en\">Hello"), ["Hello"]);
        assert!(said("<div lang=\"ja\">日本語</div>").is_empty());
        assert!(said("本文").is_empty());
    }
}
