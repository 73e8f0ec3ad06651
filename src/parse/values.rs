//! The values of front matter before they mean anything: lines of text with their places.

use crate::text::span::Spanned;

/// One `key: value` of front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub key: Spanned<String>,
    /// Trimmed, not empty lines; none for `key:` with nothing after it. The span holds the same characters in the source unless
    /// the value was quoted with escapes or folded; then it is the whole scalar.
    pub values: Vec<Spanned<String>>,
    pub is_list: bool,
}
