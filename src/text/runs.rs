//! Looks at characters and their neighbours: runs of one kind, and what stands before and behind a byte.

use std::ops::Range;

/// The longest stretches of characters that `holds` names, in bytes, in the order of the text.
pub fn runs<'a>(
    text: &'a str,
    holds: impl Fn(char) -> bool + 'a,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(&holds)?;
        let run = text.get(start..)?;
        let length = run.find(|sign| !holds(sign)).unwrap_or(run.len());
        at = start + length;
        Some(start..at)
    })
}

/// The character that ends at byte `at`.
pub fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The character that begins at byte `at`.
pub fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

#[cfg(test)]
mod tests {
    use super::{after, before, runs};

    #[test]
    fn runs_are_as_long_as_can_be() {
        let digits = |text: &'static str| {
            let runs = runs(text, |sign| sign.is_ascii_digit());
            runs.map(|run| &text[run]).collect::<Vec<_>>()
        };
        assert_eq!(digits("12月3日"), ["12", "3"]);
        assert_eq!(digits("第10"), ["10"]);
        assert!(digits("なし").is_empty());
    }

    #[test]
    fn neighbours_end_with_the_text() {
        assert_eq!(before("会場", 3), Some('会'));
        assert_eq!(before("会場", 0), None);
        assert_eq!(after("会場", 3), Some('場'));
        assert_eq!(after("会場", 6), None);
    }
}
