//! Escaping for HTML and XML.

/// Appends `text` to `out` so that it is safe in text and in double-quoted attributes of HTML and XML.
pub fn escape_into(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::escape_into;

    #[test]
    fn nothing_can_leave_an_attribute() {
        let mut out = String::new();
        escape_into("\"><script>'&", &mut out);
        assert_eq!(out, "&quot;&gt;&lt;script&gt;&#39;&amp;");
    }
}
