//! The line a finding stands in, cut around the marked characters and made safe to print.

use crate::text::span::Span;

/// One line in three parts; only the first line of a longer stretch is shown, because what is said beside it names the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    pub before: String,
    pub marked: String,
    pub after: String,
}

/// Columns kept of each part. A full-width character counts two, so that a line fits a terminal of 120 columns.
const BEFORE_COLUMNS: usize = 44;
const MARKED_COLUMNS: usize = 60;
const LINE_COLUMNS: usize = 110;

/// Put where characters were left out; ASCII, because "…" is one column wide on some terminals and two on others.
const CUT: &str = "...";

/// The line of `text` at `span`; empty when the span does not fit the text.
pub fn excerpt(text: &str, span: Span) -> Excerpt {
    let range = span.range();
    let parts = (text.get(..range.start), text.get(range.start..));
    let (Some(until), Some(from)) = parts else {
        return Excerpt::default();
    };
    let (line_start, line_end) = (last_line(until), first_line(from));
    let stretch = text.get(range).unwrap_or_default();
    let marked = first_line(stretch);
    let after = if stretch.len() > marked.len() {
        ""
    } else {
        line_end.get(marked.len()..).unwrap_or_default()
    };
    cut(line_start, marked, after)
}

fn cut(before: &str, marked: &str, after: &str) -> Excerpt {
    let (before, before_cut) = ending(before, BEFORE_COLUMNS);
    let (marked, marked_cut) = beginning(marked, MARKED_COLUMNS);
    let room = LINE_COLUMNS.saturating_sub(columns(before) + columns(marked));
    let (after, after_cut) = beginning(after, room);
    let after = match (marked_cut, after_cut) {
        (true, _) => CUT.to_owned(),
        (false, true) => format!("{}{CUT}", visible(after)),
        (false, false) => visible(after),
    };
    let before = match before_cut {
        true => format!("{CUT}{}", visible(before)),
        false => visible(before),
    };
    let marked = visible(marked);
    Excerpt {
        before,
        marked,
        after,
    }
}

/// No more characters of a line are looked at; more than are kept, so that it is seen to go on.
const WINDOW: usize = 4 * LINE_COLUMNS;

fn first_line(text: &str) -> &str {
    let end = text.char_indices().nth(WINDOW).map(|(at, _)| at);
    let window = end.and_then(|end| text.get(..end)).unwrap_or(text);
    let line = window.split('\n').next().unwrap_or_default();
    line.trim_end_matches('\r')
}

fn last_line(text: &str) -> &str {
    let start = text.char_indices().rev().nth(WINDOW).map(|(at, _)| at);
    let window = start.and_then(|start| text.get(start..)).unwrap_or(text);
    window.rsplit('\n').next().unwrap_or_default()
}

/// As many characters of the beginning as fit, and whether some did not.
fn beginning(text: &str, room: usize) -> (&str, bool) {
    let mut used = 0;
    let cut = text.char_indices().find(|(_, character)| {
        used += column(*character);
        used > room
    });
    match cut {
        Some((at, _)) => (text.get(..at).unwrap_or_default(), true),
        None => (text, false),
    }
}

/// As many characters of the ending as fit, and whether some did not.
fn ending(text: &str, room: usize) -> (&str, bool) {
    let mut used = 0;
    let cut = text.char_indices().rev().find(|(_, character)| {
        used += column(*character);
        used > room
    });
    match cut {
        Some((at, character)) => {
            let kept = text.get(at + character.len_utf8()..);
            (kept.unwrap_or_default(), true)
        }
        None => (text, false),
    }
}

fn columns(text: &str) -> usize {
    text.chars().map(column).sum()
}

fn column(character: char) -> usize {
    if character == '\t' {
        4
    } else if character.is_ascii() {
        1
    } else {
        2
    }
}

/// The text with tabs as four spaces and everything that moves the cursor or hides as `\u{FFFD}`. Characters that join or vary the one
/// before them stay, because names are written with them.
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\t' => shown.push_str("    "),
            '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' => {
                shown.push('\u{FFFD}')
            }
            '\u{2060}'..='\u{206F}' | '\u{FEFF}' => shown.push('\u{FFFD}'),
            hidden if hidden.is_control() => shown.push('\u{FFFD}'),
            plain => shown.push(plain),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{Excerpt, columns, excerpt, visible};
    use crate::text::span::Span;

    /// The parts of the line of `words` in `text`.
    fn parts(text: &str, words: &str) -> [String; 3] {
        let start = text.find(words).expect("the sample has the words");
        let found = excerpt(text, Span::new(start..start + words.len()));
        [found.before, found.marked, found.after]
    }

    #[test]
    fn only_the_line_of_the_stretch_is_taken_whatever_its_line_end() {
        assert_eq!(
            parts("一行目\r\n日時: 未定です\r\n三行目", "未定"),
            ["日時: ", "未定", "です"]
        );
        assert_eq!(
            parts("一\n二行目\n三行目", "行目\n三行"),
            ["二", "行目", ""]
        );
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides_of_the_stretch() {
        let text = format!("{}★{}", "前".repeat(100), "後".repeat(100));
        let [before, marked, after] = parts(&text, "★");
        assert!(before.starts_with("...前") && before.ends_with('前'));
        assert!(after.starts_with('後') && after.ends_with("後..."));
        assert_eq!(marked, "★");
        assert!(columns(&before) + columns(&marked) + columns(&after) <= 120);
    }

    #[test]
    fn a_place_outside_the_text_is_an_empty_line() {
        assert_eq!(excerpt("日本", Span::new(1..3)), Excerpt::default());
        assert_eq!(excerpt("日本", Span::new(90..91)), Excerpt::default());
    }

    #[test]
    fn what_moves_the_cursor_is_made_visible() {
        assert_eq!(
            visible("a\tb\u{1b}[2Jc\u{202e}"),
            "a    b\u{FFFD}[2Jc\u{FFFD}"
        );
        assert_eq!(visible("葛\u{E0100}城"), "葛\u{E0100}城");
    }
}
