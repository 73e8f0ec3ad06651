//! Whether a run of `*`, `_` or `~` may open or close emphasis: as pulldown-cmark reads it, and as East Asian text needs it.
//!
//! Invariant: pure; both answers depend on nothing but the run and the characters beside it.

use crate::text::script;

/// What a run may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flanking {
    pub opens: bool,
    pub closes: bool,
}

/// One or more of the same delimiter.
#[derive(Clone, Copy, Debug)]
pub struct Delimiter {
    pub byte: u8,
    pub count: usize,
}

/// What stands beside a run, as the CommonMark CJK-friendly Amendments tell characters apart (sections 2.1 and 6.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Neighbour {
    /// White space, and both ends of a line.
    Blank,
    /// Punctuation of any script but the East Asian ones.
    Mark,
    EastAsianMark,
    EastAsian,
    Other,
}

impl Neighbour {
    /// The last character of `before`. A form selector is looked through; an ideographic one always follows a Chinese character.
    pub fn before(before: &str) -> Self {
        let mut characters = before.chars().rev();
        let Some(last) = characters.next() else {
            return Self::Blank;
        };
        if script::is_ideographic_selector(last) {
            return Self::EastAsian;
        }
        if !script::is_form_selector(last) {
            return Self::of(last);
        }
        let Some(bearer) = characters.next() else {
            return Self::Other;
        };
        match Self::of(bearer) {
            // A selector that selects nothing; the amendments leave it open.
            Self::Blank => Self::Other,
            Self::Mark if is_wide_quote(bearer, last) => Self::EastAsianMark,
            neighbour => neighbour,
        }
    }

    /// The first character of `after`.
    pub fn after(after: &str) -> Self {
        after.chars().next().map_or(Self::Blank, Self::of)
    }

    fn of(character: char) -> Self {
        let is_mark = script::is_punctuation(character);
        match character.is_whitespace() {
            true => Self::Blank,
            false if script::is_east_asian(character) => match is_mark {
                true => Self::EastAsianMark,
                false => Self::EastAsian,
            },
            false if is_mark => Self::Mark,
            false => Self::Other,
        }
    }

    fn is_mark(self) -> bool {
        matches!(self, Self::Mark | Self::EastAsianMark)
    }
}

/// The only sequences that make a quotation mark of any script a full-width one (StandardizedVariants.txt).
fn is_wide_quote(bearer: char, selector: char) -> bool {
    matches!(bearer, '‘' | '’' | '“' | '”') && selector == '\u{FE01}'
}

/// What the amendments want (sections 6.2 and, for the order of the rules, CommonMark 6.2). A single `~` strikes nothing out, because
/// people write 10時~12時 with it.
pub fn wanted(run: Delimiter, before: Neighbour, after: Neighbour) -> Flanking {
    let left = match after {
        Neighbour::Blank => false,
        Neighbour::Mark => before != Neighbour::Other,
        Neighbour::EastAsianMark | Neighbour::EastAsian | Neighbour::Other => true,
    };
    let right = match before {
        Neighbour::Blank => false,
        Neighbour::Mark => after != Neighbour::Other,
        Neighbour::EastAsianMark | Neighbour::EastAsian | Neighbour::Other => true,
    };
    let (opens, closes) = match run.byte {
        b'_' => (
            left && (!right || before.is_mark()),
            right && (!left || after.is_mark()),
        ),
        b'~' if run.count == 1 => (false, false),
        _ => (left, right),
    };
    Flanking { opens, closes }
}

/// What pulldown-cmark makes of a run between two characters; the ends of a line are spaces.
pub fn as_read(run: Delimiter, before: char, after: char) -> Flanking {
    let is_mark = script::is_punctuation;
    let is_double_tilde = run.byte == b'~' && run.count > 1;
    let opens_inside = match run.byte {
        b'*' => !is_mark(after),
        _ => is_double_tilde,
    };
    let closes_inside = match run.byte {
        b'*' => !is_mark(before),
        _ => is_double_tilde && !is_mark(before) || run.byte == b'~' && before == '~',
    };
    let is_outer = |character: char| character.is_whitespace() || is_mark(character);
    Flanking {
        opens: !after.is_whitespace() && (opens_inside || is_outer(before)),
        closes: !before.is_whitespace() && (closes_inside || is_outer(after)),
    }
}
