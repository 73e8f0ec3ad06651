//! The ids of headings: those the author gave, and stable ones for the rest.

use std::collections::BTreeMap;

use crate::text::span::Span;

/// Ids given out so far.
#[derive(Debug, Default)]
pub struct Headings {
    count: usize,
    given: BTreeMap<Box<str>, Span>,
}

/// What became of an id an author asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Wish {
    Granted,
    /// It has other characters than ASCII letters, digits, hyphens and underscores.
    Malformed,
    /// The program writes such ids itself.
    Reserved,
    /// An earlier heading has it.
    Taken(Span),
}

impl Headings {
    /// The id of the next heading without a wish: its number among all headings, so that naming one leaves the others alone.
    pub fn numbered(&mut self) -> Box<str> {
        self.count += 1;
        format!("section-{}", self.count).into_boxed_str()
    }

    /// The id of the next heading, whose author wrote `id` at `span`.
    pub fn wished(&mut self, id: &str, span: Span) -> (Box<str>, Wish) {
        let otherwise = self.numbered();
        if !is_well_formed(id) {
            return (otherwise, Wish::Malformed);
        }
        if is_reserved(id) {
            return (otherwise, Wish::Reserved);
        }
        match self.given.get(id) {
            Some(first) => (otherwise, Wish::Taken(*first)),
            None => {
                self.given.insert(id.into(), span);
                (id.into(), Wish::Granted)
            }
        }
    }
}

fn is_well_formed(id: &str) -> bool {
    !id.is_empty()
        && id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

fn is_reserved(id: &str) -> bool {
    id == "footnotes"
        || ["section-", "fn-", "fnref-"]
            .iter()
            .filter_map(|prefix| id.strip_prefix(prefix))
            .any(|rest| rest.starts_with(|character: char| character.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{Headings, Wish};
    use crate::text::span::Span;

    #[test]
    fn ids_are_granted_numbered_or_refused() {
        let mut headings = Headings::default();
        let first = Span::new(0..3);
        assert_eq!(&*headings.numbered(), "section-1");
        let mut wished = |id| {
            let (id, wish) = headings.wished(id, first);
            (id.into_string(), wish)
        };
        assert_eq!(wished("what-is"), ("what-is".to_owned(), Wish::Granted));
        assert_eq!(wished("概要"), ("section-3".to_owned(), Wish::Malformed));
        assert_eq!(wished("fn-1"), ("section-4".to_owned(), Wish::Reserved));
        assert_eq!(
            wished("what-is"),
            ("section-5".to_owned(), Wish::Taken(first))
        );
    }
}
