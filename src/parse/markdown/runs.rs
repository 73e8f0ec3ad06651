//! Finds the runs of `*`, `_` and `~` in a text, and what the characters beside them are part of.
//!
//! Invariant: every byte of the text is looked at a limited number of times, however many runs there are.

use std::cell::OnceCell;
use std::ops::Range;

use memchr::{memchr2, memchr3, memrchr2};

use crate::parse::markdown::flanking::Delimiter;
use crate::parse::markdown::{events, nesting};

/// The longest address of an electronic letter (RFC 5321, section 4.5.3.1).
const LONGEST_MAIL: usize = 320;

/// All runs that pulldown-cmark may take for delimiters, in code and HTML as well. An escaped character is in none.
pub fn all(text: &str) -> impl Iterator<Item = (Delimiter, Range<usize>)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = bytes.get(at..)?;
            let found = memchr3(b'*', b'_', b'~', rest)?;
            let byte = *rest.get(found)?;
            let from = at + found;
            at = from + length_of(rest.get(found..)?, byte);
            let start = from + usize::from(is_escaped(text, from));
            let run = Delimiter {
                byte,
                count: at - start,
            };
            // More than two tildes strike nothing out (GitHub Flavored Markdown, section 6.5).
            if run.count > 0 && !(byte == b'~' && run.count > 2) {
                return Some((run, start..at));
            }
        }
    })
}

fn length_of(rest: &[u8], byte: u8) -> usize {
    rest.iter().take_while(|other| **other == byte).count()
}

/// Whether an odd number of backslashes stands before byte `at`.
fn is_escaped(text: &str, at: usize) -> bool {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    let backslashes = before.iter().rev().take_while(|byte| **byte == b'\\');
    backslashes.count() % 2 == 1
}

/// What a text is made of, found out only where a run asks. Questions have to come in the order of the text.
pub struct Structure<'a> {
    text: &'a str,
    /// Where the line of the last question begins, and how far its end has been looked for.
    line: usize,
    asked: usize,
    /// Where the words of that line begin, behind the marks of quotes, lists and notes.
    words: Option<usize>,
    tables: OnceCell<Vec<Range<usize>>>,
}

impl<'a> Structure<'a> {
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            line: 0,
            asked: 0,
            words: None,
            tables: OnceCell::new(),
        }
    }

    /// Whether the words of a line or of a cell begin at `at`.
    pub fn begins_words(&mut self, at: usize) -> bool {
        match self.text.as_bytes().get(..at).unwrap_or_default() {
            [.., b'>' | b':'] => self.words_of_line(at) >= at,
            [.., b'|'] => !is_escaped(self.text, at - 1) && self.is_in_table(at),
            _ => false,
        }
    }

    /// Whether the words of a cell end at `at`.
    pub fn ends_words(&self, at: usize) -> bool {
        self.text.as_bytes().get(at) == Some(&b'|') && self.is_in_table(at)
    }

    fn words_of_line(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let new = bytes.get(self.asked..at).unwrap_or_default();
        if let Some(end) = memrchr2(b'\n', b'\r', new) {
            self.line = self.asked + end + 1;
            self.words = None;
        }
        self.asked = at;
        let line = bytes.get(self.line..).unwrap_or_default();
        let words = || {
            let end = memchr2(b'\n', b'\r', line).unwrap_or(line.len());
            nesting::words_at(line.get(..end).unwrap_or_default())
        };
        self.line + *self.words.get_or_insert_with(words)
    }

    fn is_in_table(&self, at: usize) -> bool {
        let tables = self.tables.get_or_init(|| events::tables(self.text));
        let before = tables.partition_point(|table| table.start <= at);
        let last = before.checked_sub(1).and_then(|last| tables.get(last));
        last.is_some_and(|table| at < table.end)
    }
}

/// Whether byte `at` is inside `<name@example.jp>`, where nothing may be put in.
pub fn is_in_mail_address(text: &str, at: usize) -> bool {
    let is_inner =
        |byte: &&u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-@".contains(byte);
    let bytes = text.as_bytes();
    let (before, after) = bytes.split_at(at.min(bytes.len()));
    let head = before.iter().rev().take(LONGEST_MAIL);
    let head = head.take_while(is_inner).count();
    let tail = after.iter().take(LONGEST_MAIL);
    let tail = tail.take_while(is_inner).count();
    let inner = bytes.get(at - head..at + tail).unwrap_or_default();
    before.iter().rev().nth(head) == Some(&b'<')
        && after.get(tail) == Some(&b'>')
        && inner.contains(&b'@')
}

#[cfg(test)]
mod tests {
    use super::{Structure, all, is_in_mail_address};

    #[test]
    fn runs_leave_out_what_is_escaped() {
        let runs = |text: &str| -> Vec<String> {
            all(text)
                .map(|(run, range)| {
                    assert_eq!(run.count, range.len());
                    text[range].to_owned()
                })
                .collect()
        };
        assert_eq!(runs("**甲***_乙_~"), ["**", "***", "_", "_", "~"]);
        assert_eq!(runs("\\**甲\\_\\\\*乙"), ["*", "*"]);
        assert_eq!(runs("~~~甲~~~~\\~~~"), ["~~"]);
        assert_eq!(runs("甲"), [""; 0]);
    }

    #[test]
    fn words_begin_behind_marks_of_quotes_and_notes() {
        let begins = |text: &str| {
            let at = text.find('*').expect("the sample has a star");
            Structure::new(text).begins_words(at)
        };
        for yes in ["> a\n>*甲", "> - >*甲", "[^a]:*甲", "a|b\n-|-\n|*甲|b"] {
            assert!(begins(yes), "{yes}");
        }
        for no in [
            "a>*甲",
            "注:*甲",
            "a|*甲",
            "a|b\n-|-\n\\|*甲|b",
            "- a\r>b>*甲",
        ] {
            assert!(!begins(no), "{no}");
        }
    }

    #[test]
    fn words_end_with_the_cell() {
        let table = "a|b\n-|-\n~甲|乙\n\n~甲|乙";
        let structure = Structure::new(table);
        let ends: Vec<bool> = table
            .match_indices("|乙")
            .map(|(at, _)| structure.ends_words(at))
            .collect();
        assert_eq!(ends, [true, false]);
    }

    #[test]
    fn mail_addresses_are_known_by_their_brackets() {
        let is_mail = |text: &str| is_in_mail_address(text, text.find('~').unwrap_or(0));
        assert!(is_mail("<~a@b.jp>"));
        assert!(is_mail("甲<a.~~b@c.jp>"));
        for no in ["~a@b.jp", "<~a>", "<甲~a@b.jp>", "<a@b.jp~ >", "<a@b~"] {
            assert!(!is_mail(no), "{no}");
        }
    }
}
