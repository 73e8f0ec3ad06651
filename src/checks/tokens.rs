//! What in a text is more than words: web addresses, mail addresses and the like, which rules about characters must leave alone.
//!
//! Invariant: tokens do not overlap and stand in the order of the text.

use std::ops::Range;

/// Something in a passage that is read as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    /// Bytes of the text of the passage.
    pub range: Range<usize>,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `https://…`.
    Url,
    /// `name@example.jp`.
    Email,
}

/// The tokens of `text`.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, sign) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_part = sign.is_ascii_graphic();
        match (start, is_part) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                tokens.extend(of_run(text.get(from..at).unwrap_or_default(), from));
                start = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    tokens
}

/// The token of a run of printable ASCII that begins at byte `at`.
fn of_run(run: &str, at: usize) -> Option<Token> {
    let kind = if run.contains("://") {
        Kind::Url
    } else if run
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    {
        Kind::Email
    } else {
        return None;
    };
    Some(Token {
        kind,
        range: at..at + run.len(),
    })
}
