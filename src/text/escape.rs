//! Escaping for HTML and XML, and names for what cannot be shown.

use unicode_normalization::{IsNormalized, is_nfc_quick};

use crate::text::japanese::is_invisible;

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

/// `text` with the characters named that show nothing or must not stand in HTML: `［U+200B］`.
///
/// HTML takes no control characters and no private ones (HTML standard, section 13.1.2), and text is to be in NFC (Character Model for
/// the World Wide Web: String Matching).
pub fn named(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\n' => out.push(sign),
            sign if is_shown(sign) => out.push(sign),
            sign => out.push_str(&format!("［U+{:04X}］", u32::from(sign))),
        }
    }
    out
}

fn is_shown(sign: char) -> bool {
    let is_private = matches!(sign, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}');
    let is_nfc = is_nfc_quick(std::iter::once(sign)) == IsNormalized::Yes;
    !sign.is_control() && !is_private && !is_invisible(sign) && is_nfc
}

#[cfg(test)]
mod tests {
    use super::{escape_into, named};

    #[test]
    fn what_cannot_be_shown_is_named() {
        assert_eq!(
            named("か\u{3099}\u{b}\n\u{E000}\u{200B}日、時"),
            "か［U+3099］［U+000B］\n［U+E000］［U+200B］日、時"
        );
    }

    #[test]
    fn nothing_can_leave_an_attribute() {
        let mut out = String::new();
        escape_into("\"><script>'&", &mut out);
        assert_eq!(out, "&quot;&gt;&lt;script&gt;&#39;&amp;");
    }
}
