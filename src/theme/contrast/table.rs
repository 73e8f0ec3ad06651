//! The table of colour pairs, `contrast.txt`: a text goes in, rows with places come out.
//!
//! Invariant: a row is `用途 --色 --色 : --背景 --背景`, or `飾り --色 --色`; `#` begins a remark.

use crate::diag::{Diagnostic, Where};
use crate::text::span::{Location, SourceId, Span};
use crate::theme::faults;
use crate::theme::styles::tokens::Rgb;

/// What a use of colour asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    word: &'static str,
    /// What the diagnostic calls the pair.
    pub subject: &'static str,
    /// The lowest ratio, in tenths.
    tenths: u32,
}

const NEEDS: &[Need] = &[
    // WCAG 2.2, 1.4.3 Contrast (Minimum).
    need("文字", "文字と背景", 45),
    // WCAG 2.2, 1.4.11 Non-text Contrast.
    need("図", "図や枠と背景", 30),
    // Technique C40: an indicator of two colours this far apart is seen on any background.
    need("二色", "2色で示す枠どうし", 90),
];

/// The word for colours that say nothing.
const ORNAMENT: &str = "飾り";

const fn need(word: &'static str, subject: &'static str, tenths: u32) -> Need {
    Need {
        word,
        subject,
        tenths,
    }
}

/// The name of a token and where it stands.
#[derive(Debug)]
pub struct Word {
    pub name: String,
    pub at: Where,
}

/// One line of the table.
#[derive(Debug)]
pub struct Row {
    /// `None` for ornaments.
    pub need: Option<Need>,
    pub colours: Vec<Word>,
    /// What each of the colours lies on; nothing for ornaments.
    pub grounds: Vec<Word>,
}

impl Row {
    pub fn words(&self) -> impl Iterator<Item = &Word> {
        self.colours.iter().chain(&self.grounds)
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.words().map(|word| word.name.as_str())
    }
}

impl Need {
    /// The measured ratio where it is too low, cut and not rounded, so that 4.49 never reads as enough.
    pub fn unmet(&self, one: Rgb, other: Rgb) -> Option<String> {
        let ratio = ratio(one, other);
        let is_low = ratio < f64::from(self.tenths) / 10.0;
        is_low.then(|| format!("{:.2}:1", (ratio * 100.0).floor() / 100.0))
    }

    /// `4.5:1`.
    pub fn ratio(&self) -> String {
        format!("{}:1", f64::from(self.tenths) / 10.0)
    }
}

/// The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").
fn ratio(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The relative luminance of a colour, 0 to 1 (WCAG 2.2, "relative luminance").
fn luminance(colour: Rgb) -> f64 {
    let [red, green, blue] = colour.map(|channel| {
        let part = f64::from(channel) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The rows of the table, and the lines that are none.
pub fn read(source: SourceId, text: &str) -> (Vec<Row>, Vec<Diagnostic>) {
    let mut rows = Vec::new();
    let mut found = Vec::new();
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let line = whole.split('#').next().unwrap_or_default().trim_end();
        if !line.trim().is_empty() {
            match row(source, start, line) {
                Some(row) => rows.push(row),
                None => found.push(unreadable(place(source, start, line))),
            }
        }
        start += whole.len();
    }
    (rows, found)
}

fn row(source: SourceId, start: usize, line: &str) -> Option<Row> {
    let (left, right) = line.split_once(':').unwrap_or((line, ""));
    let mut colours = words(source, start, left).into_iter();
    let purpose = colours.next()?.name;
    let row = Row {
        need: NEEDS.iter().find(|need| need.word == purpose).copied(),
        colours: colours.collect(),
        grounds: words(source, start + left.len() + 1, right),
    };
    let is_ornament = purpose == ORNAMENT && !line.contains(':');
    let is_pair = row.need.is_some() && !row.grounds.is_empty();
    ((is_ornament || is_pair) && !row.colours.is_empty()).then_some(row)
}

/// The words of `part`, which begins at `start` of its source.
fn words(source: SourceId, start: usize, part: &str) -> Vec<Word> {
    let mut rest = start;
    let mut found = Vec::new();
    for name in part.split_whitespace() {
        let before = &part[rest - start..];
        let offset = rest + before.find(name).unwrap_or_default();
        rest = offset + name.len();
        found.push(Word {
            name: name.to_owned(),
            at: place(source, offset, name),
        });
    }
    found
}

fn place(source: SourceId, start: usize, part: &str) -> Where {
    let indent = part.len() - part.trim_start().len();
    let span = Span::new(start + indent..start + part.len());
    Where::Text(Location { source, span })
}

fn unreadable(at: Where) -> Diagnostic {
    let title = "色の組み合わせとして読み取れません";
    let words: Vec<&str> = NEEDS.iter().map(|need| need.word).collect();
    let help = format!(
        "「文字 --色 : --背景 --背景」のように書いてください。用途は「{}」です。意味を伝えない色は「{ORNAMENT} --色」と書きます。",
        words.join("」「")
    );
    Diagnostic::error(faults::CONTRAST, at, title).help(help)
}

#[cfg(test)]
mod tests {
    use super::{NEEDS, ratio, read};
    use crate::diag::Where;
    use crate::text::span::SourceId;

    #[test]
    fn ratios_are_those_of_the_guidelines() {
        let rounded = |one, other| (ratio(one, other) * 100.0).round() / 100.0;
        assert_eq!(rounded([0; 3], [255; 3]), 21.0);
        assert_eq!(rounded([255; 3], [255; 3]), 1.0);
        // Well-known neighbours of 4.5:1 on white.
        assert_eq!(rounded([0x76; 3], [255; 3]), 4.54);
        assert_eq!(rounded([0x77; 3], [255; 3]), 4.48);
        assert_eq!(rounded([255, 0, 0], [255; 3]), 4.0);
    }

    #[test]
    fn a_ratio_just_below_is_never_written_as_enough() {
        let text = &NEEDS[0];
        let measured = text.unmet([0x77; 3], [255; 3]);
        assert_eq!(measured.as_deref(), Some("4.47:1"));
        assert_eq!(text.ratio(), "4.5:1");
        assert_eq!(text.unmet([0x76; 3], [255; 3]), None);
    }

    #[test]
    fn words_are_placed_in_the_characters_of_the_file() {
        let text = "# 表\n文字 --a --a : --b # 本文\r\n飾り --c\n";
        let (rows, found) = read(SourceId(0), text);
        assert!(found.is_empty(), "{found:?}");
        let placed = |at: &Where| match at {
            Where::Text(location) => location.span.of(text).to_owned(),
            Where::File(_) | Where::Path(_) | Where::Cell(_) => String::new(),
        };
        let words = rows.iter().flat_map(|row| row.words());
        let words: Vec<(&str, String)> = words
            .map(|word| (word.name.as_str(), placed(&word.at)))
            .collect();
        let expected = ["--a", "--a", "--b", "--c"].map(|name| (name, name.to_owned()));
        assert_eq!(words, expected);
    }

    #[test]
    fn lines_that_say_nothing_are_marked() {
        for line in [
            "文字",
            "文字 --a",
            "文字 : --a",
            "文字 --a :",
            "飾り",
            "飾り --a : --b",
            "色 --a : --b",
            ":",
        ] {
            let (rows, found) = read(SourceId(0), line);
            assert_eq!((rows.len(), found.len()), (0, 1), "{line}");
        }
    }
}
