//! Refuses texts nested so deeply that nobody can have meant it.
//!
//! pulldown-cmark walks all open quotes and lists for every line, so depth times lines would let a small file stop the program.

use std::ops::Range;

/// More quotes and lists inside each other than any reader could follow.
const DEEPEST: usize = 64;
/// An item needs at least two columns more than the list around it.
const COLUMNS_PER_LEVEL: usize = 2;

/// The first line that opens more than `DEEPEST` quotes, lists or notes at once.
pub fn too_deep(text: &str, start: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes().get(start..)?;
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let is_break = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let length = rest.iter().position(is_break).unwrap_or(rest.len());
        if depth(rest.get(..length)?) > DEEPEST {
            return Some(start + at..start + at + length);
        }
        at += length + 1;
    }
    None
}

/// Where the words of `line` begin, behind its white space and the markers of quotes, lists and notes.
pub fn words_at(line: &[u8]) -> usize {
    let mut at = 0;
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        at += match (rest, marker(rest)) {
            ([b' ' | b'\t', ..], _) => 1,
            (_, Some(length)) => length,
            (_, None) => break,
        };
    }
    at
}

/// An upper bound of the quotes and lists that are open where the words of `line` begin; counting stops beyond the limit.
fn depth(line: &[u8]) -> usize {
    let mut rest = line;
    let mut markers = 0;
    let mut columns = 0;
    while markers == 0 || markers + columns / COLUMNS_PER_LEVEL <= DEEPEST {
        match rest {
            [b' ', after @ ..] => {
                columns += 1;
                rest = after;
            }
            [b'\t', after @ ..] => {
                columns += 4;
                rest = after;
            }
            _ => match marker(rest) {
                Some(length) => {
                    markers += 1;
                    rest = rest.get(length..).unwrap_or_default();
                }
                None => break,
            },
        }
    }
    match markers {
        // White space alone opens nothing.
        0 => 0,
        _ => markers + columns / COLUMNS_PER_LEVEL,
    }
}

/// The length of the marker of a quote, an item, a definition or a note at the beginning of `rest`, with the space it needs.
fn marker(rest: &[u8]) -> Option<usize> {
    match rest {
        [b'>', ..] => Some(1),
        [mark @ (b'-' | b'*'), b' ' | b'\t', ..] if is_rule(*mark, rest) => None,
        [b'-' | b'*' | b'+' | b':', b' ' | b'\t', ..] => Some(2),
        [b'0'..=b'9', ..] => {
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let end = rest.get(digits..digits + 2);
            matches!(end, Some([b'.' | b')', b' ' | b'\t'])).then_some(digits + 2)
        }
        [b'[', b'^', ..] => {
            let label = rest.iter().take_while(|byte| **byte != b']').count();
            (rest.get(label + 1) == Some(&b':')).then_some(label + 2)
        }
        _ => None,
    }
}

/// A line of nothing but marks and spaces, as people draw to divide a text.
fn is_rule(mark: u8, rest: &[u8]) -> bool {
    rest.iter()
        .all(|byte| *byte == mark || byte.is_ascii_whitespace())
}

#[cfg(test)]
mod tests {
    use super::too_deep;

    fn refused(text: &str) -> bool {
        too_deep(text, 0).is_some()
    }

    #[test]
    fn only_texts_nested_beyond_reason_are_refused() {
        for fine in [
            "> > - 1. 深い",
            &"- ".repeat(200),
            &"-".repeat(200),
            &" ".repeat(200),
            &format!("{}文", "　".repeat(80)),
            "",
        ] {
            assert!(!refused(fine), "{fine}");
        }
        for deep in [
            ">".repeat(65),
            "- ".repeat(65) + "文",
            "1. ".repeat(65) + "文",
            "* - ".repeat(40) + "文",
            "[^a]:".repeat(65),
            " ".repeat(140) + "- 文",
        ] {
            assert!(refused(&deep), "{deep}");
        }
    }

    #[test]
    fn the_line_is_told() {
        let text = format!("題\n文\r\n{}\n", ">".repeat(100_000));
        assert_eq!(too_deep(&text, 3), Some(9..100_009));
    }
}
