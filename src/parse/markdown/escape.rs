//! Writing words into HTML.
//!
//! Invariant: nothing written here contains NUL; it becomes the replacement character, as CommonMark 2.3 asks.

/// Words between tags.
pub fn text(out: &mut String, words: &str) {
    write(out, words, |byte| matches!(byte, b'&' | b'<' | b'>' | 0));
}

/// Words between double quotes.
pub fn attribute(out: &mut String, words: &str) {
    write(out, words, |byte| {
        matches!(byte, b'&' | b'<' | b'>' | b'"' | 0)
    });
}

fn write(out: &mut String, words: &str, is_special: impl Fn(u8) -> bool) {
    let mut rest = words;
    while let Some(at) = rest.bytes().position(&is_special) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let mut characters = after.chars();
        out.push_str(match characters.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&quot;",
            _ => "\u{FFFD}",
        });
        rest = characters.as_str();
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::{attribute, text};

    #[test]
    fn characters_that_mean_something_to_html_are_replaced() {
        let mut out = String::new();
        text(&mut out, "病<院>&\"室\"\0");
        assert_eq!(out, "病&lt;院&gt;&amp;\"室\"\u{FFFD}");
        out.clear();
        attribute(&mut out, "\"病院\"\0");
        assert_eq!(out, "&quot;病院&quot;\u{FFFD}");
    }
}
