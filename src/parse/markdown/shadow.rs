//! The text as pulldown-cmark is to read it: where it would read a run of delimiters otherwise than East Asian text needs, a filler
//! stands beside the run.
//!
//! Whether a run opens or closes emphasis depends only on the characters beside it, so it is enough to put a character that means nothing
//! between them and the run. Fillers are taken out of everything the parser hands back, and places are led back to the real text, so
//! that nothing is left of them, in code, addresses and HTML either.
//!
//! Invariant: a text without such a run is parsed as it is, without a copy.
//! Invariant: fillers do not occur in the real text.

use std::borrow::Cow;
use std::ops::Range;

use crate::parse::markdown::flanking::{self, Delimiter, Neighbour};
use crate::parse::markdown::runs::{self, Structure};
use crate::text::script;

pub struct Shadow<'a> {
    text: Cow<'a, str>,
    fillers: Option<Fillers>,
    insertions: Vec<Insertion>,
    /// Where the text begins in the whole file.
    start: usize,
}

/// Fillers between two characters of the text.
struct Insertion {
    /// Where they stand in the shadow.
    range: Range<usize>,
    /// How many bytes have been put in as far as their end.
    total: usize,
}

/// A character of each sort that pulldown-cmark tells apart, none of which occurs in the text.
#[derive(Clone, Copy)]
struct Fillers {
    word: char,
    blank: char,
    mark: char,
}

impl Fillers {
    /// `None` only for a text that uses characters of all sorts which nobody uses.
    fn for_text(text: &str) -> Option<Self> {
        let referred = referred(text);
        let is_free = |filler: &char| !text.contains(*filler) && !referred.contains(*filler);
        Some(Self {
            // Private use characters.
            word: ('\u{E000}'..='\u{E03F}').find(is_free)?,
            // Spaces of old scripts and of typesetters.
            blank: ['\u{1680}', '\u{205F}', '\u{2006}', '\u{2008}']
                .into_iter()
                .find(is_free)?,
            // Marks of proof-readers and old manuscripts.
            mark: ('\u{2041}'..='\u{205E}').find(is_free)?,
        })
    }

    fn all(self) -> [char; 3] {
        [self.word, self.blank, self.mark]
    }
}

impl<'a> Shadow<'a> {
    /// The shadow of what follows byte `start` of `file`.
    pub fn new(file: &'a str, start: usize) -> Self {
        let text = file.get(start..).unwrap_or_default();
        let mut shadow = Self {
            text: Cow::Borrowed(text),
            fillers: None,
            insertions: Vec::new(),
            start,
        };
        let mut structure = Structure::new(text);
        let mut copy = String::new();
        let mut done = 0;
        for (run, range) in runs::all(text) {
            let Some(beside) = misread(run, &range, text, &mut structure) else {
                continue;
            };
            let Some(fillers) = shadow.fillers.or_else(|| Fillers::for_text(text)) else {
                break;
            };
            shadow.fillers = Some(fillers);
            let sides = sides(run, &beside, fillers);
            for (at, filler) in [range.start, range.end].into_iter().zip(sides) {
                copy.push_str(text.get(done..at).unwrap_or_default());
                done = at;
                shadow.insert(&mut copy, &filler);
            }
        }
        if !shadow.insertions.is_empty() {
            copy.push_str(text.get(done..).unwrap_or_default());
            shadow.text = Cow::Owned(copy);
        }
        shadow
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn has_fillers(&self) -> bool {
        self.fillers.is_some()
    }

    /// What `range` of the shadow stands for in the file.
    pub fn range(&self, range: &Range<usize>) -> Range<usize> {
        self.place(range.start)..self.place(range.end)
    }

    fn place(&self, at: usize) -> usize {
        let passed = self
            .insertions
            .partition_point(|insertion| insertion.range.end <= at);
        let last = passed
            .checked_sub(1)
            .and_then(|last| self.insertions.get(last));
        // A place inside an insertion is the place before it.
        let at = match self.insertions.get(passed) {
            Some(next) => at.min(next.range.start),
            None => at,
        };
        self.start + at - last.map_or(0, |last| last.total)
    }

    /// `words` without fillers, when there are any in it.
    pub fn cleaned(&self, words: &str) -> Option<String> {
        let fillers = self.fillers?.all();
        words.contains(fillers).then(|| words.replace(fillers, ""))
    }

    fn insert(&mut self, copy: &mut String, fillers: &str) {
        if fillers.is_empty() {
            return;
        }
        let from = copy.len();
        copy.push_str(fillers);
        let before = self.insertions.last().map_or(0, |last| last.total);
        self.insertions.push(Insertion {
            range: from..copy.len(),
            total: before + fillers.len(),
        });
    }
}

/// The characters that `text` writes by their numbers, as `&#x1680;`.
fn referred(text: &str) -> String {
    let number = |rest: &str| {
        let (digits, radix) = match rest.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16),
            None => (rest, 10),
        };
        let (digits, _) = digits.split_once(';')?;
        char::from_u32(u32::from_str_radix(digits, radix).ok()?)
    };
    text.split("&#").skip(1).filter_map(number).collect()
}

/// What stands beside a run, for both readings.
struct Beside {
    characters: [char; 2],
    neighbours: [Neighbour; 2],
    /// Whether a run of another delimiter stands there.
    runs: [bool; 2],
}

impl Beside {
    fn is_read_as_wanted(&self, run: Delimiter) -> bool {
        let [before, after] = self.characters;
        let is_clear = self.neighbours.contains(&Neighbour::Blank)
            || script::is_settled(before) && script::is_settled(after);
        is_clear && flanking::as_read(run, before, after) == self.wanted(run)
    }

    fn wanted(&self, run: Delimiter) -> flanking::Flanking {
        let [before, after] = self.neighbours;
        flanking::wanted(run, before, after)
    }
}

/// What stands beside the run at `range`, when pulldown-cmark would not read the run as wanted.
fn misread(
    run: Delimiter,
    range: &Range<usize>,
    text: &str,
    structure: &mut Structure<'_>,
) -> Option<Beside> {
    let (before, after) = (text.get(..range.start)?, text.get(range.end..)?);
    let last = before.chars().next_back();
    let next = after.chars().next();
    let is_delimiter = |character: Option<char>| matches!(character, Some('*' | '_' | '~'));
    let mut beside = Beside {
        characters: [last.unwrap_or(' '), next.unwrap_or(' ')],
        neighbours: [Neighbour::before(before), Neighbour::after(after)],
        runs: [is_delimiter(last), is_delimiter(next)],
    };
    if beside.is_read_as_wanted(run) {
        return None;
    }
    for (side, is_end) in [
        structure.begins_words(range.start),
        structure.ends_words(range.end),
    ]
    .into_iter()
    .enumerate()
    {
        if is_end {
            beside.characters[side] = ' ';
            beside.neighbours[side] = Neighbour::Blank;
        }
    }
    let must_stay = beside.is_read_as_wanted(run)
        || run.byte == b'~' && runs::is_in_mail_address(text, range.start);
    (!must_stay).then_some(beside)
}

/// The fewest fillers, before and after the run, with which it is read as wanted.
fn sides(run: Delimiter, beside: &Beside, fillers: Fillers) -> [String; 2] {
    let wanted = beside.wanted(run);
    let [before, after] = beside.characters;
    let choices = [
        None,
        Some(fillers.word),
        Some(fillers.blank),
        Some(fillers.mark),
    ];
    let pairs = choices
        .iter()
        .flat_map(|first| choices.iter().map(move |second| [*first, *second]));
    let fitting = pairs.filter(|[first, second]| {
        let (before, after) = (first.unwrap_or(before), second.unwrap_or(after));
        // The parser may know an older Unicode.
        script::is_settled(before)
            && script::is_settled(after)
            && flanking::as_read(run, before, after) == wanted
    });
    let count = |pair: &[Option<char>; 2]| pair.iter().flatten().count();
    let [first, second] = fitting.min_by_key(count).unwrap_or_default();
    // To the run of another delimiter beside it this one must stay a mark, whatever is put between them.
    let shield = |side: usize, filler: Option<char>| {
        filler.and_then(|_| beside.runs[side].then_some(fillers.mark))
    };
    [
        shield(0, first).into_iter().chain(first).collect(),
        second.into_iter().chain(shield(1, second)).collect(),
    ]
}

#[cfg(test)]
mod tests {
    use super::Shadow;

    /// The shadow with its fillers made visible.
    fn shown(text: &str) -> String {
        let shadow = Shadow::new(text, 0);
        let show = |character: char| match character {
            '\u{E000}' => 'W',
            '\u{1680}' => 'B',
            '\u{2041}' => 'M',
            _ => character,
        };
        shadow.text().chars().map(show).collect()
    }

    #[test]
    fn texts_that_are_read_as_wanted_are_not_copied() {
        for text in [
            "**甲**乙と*a*と_b_、snake_case、10個 ~~甲~~",
            "* 甲\n* 乙\n\n***\n\n_ _ _\n",
            "~~~\ncode\n~~~\n",
            "**「甲」** と **乙。**\n**丙。**",
            "|**甲**|**乙**|\n|-|-|\n|**丙**|丁|\n",
            ">**甲**\n[^a]:**甲**",
            "\\*\\*「甲」\\*\\*",
            "<a.~b@c.jp>と10時~12時",
        ] {
            let shadow = Shadow::new(text, 0);
            assert!(std::ptr::eq(shadow.text(), text), "{}", shown(text));
        }
    }

    #[test]
    fn fillers_stand_only_beside_runs_that_would_be_misread() {
        for (text, shadow) in [
            ("は**「甲」**です", "は**W「甲」**Mです"),
            (
                "は**「甲」**です。**乙** 丙",
                "は**W「甲」**Mです。**M乙** 丙",
            ),
            ("は**~~「甲」~~**です", "は**WM~~「甲」~~**Mです"),
            ("!\u{FE0E}_甲_", "!\u{FE0E}B_甲_"),
            ("a~~\"b\"~~", "a~~B\"b\"~~"),
            ("（~10時）（12時~）", "（W~10時）（12時~W）"),
            (">~甲~", ">~B甲~W"),
            ("甲*★乙*丙", "甲*W★乙*丙"),
            ("甲 *★乙* 丙", "甲 *★乙* 丙"),
            ("`は**「`は**「甲", "`は**W「`は**W「甲"),
        ] {
            assert_eq!(shown(text), shadow);
        }
    }

    #[test]
    fn places_lead_back_to_the_file() {
        let file = "題\nは**「甲」**です。";
        let shadow = Shadow::new(file, "題\n".len());
        for part in ["は", "**", "「甲」", "です。"] {
            let at = shadow.text().find(part).expect("the part is there");
            let range = shadow.range(&(at..at + part.len()));
            assert_eq!(&file[range], part);
        }
        let whole = shadow.range(&(0..shadow.text().len()));
        assert_eq!(&file[whole], "は**「甲」**です。");
    }

    #[test]
    fn fillers_are_characters_that_the_text_does_not_use() {
        let text = "\u{E000}\u{2041}は**「甲」**です";
        let shadow = Shadow::new(text, 0);
        assert!(shadow.text().contains('\u{E001}'));
        assert_eq!(shadow.cleaned(shadow.text()).as_deref(), Some(text));
        assert_eq!(shadow.cleaned("甲"), None);
        let text = "&#xE000;&#57345;&#X2041;は**「甲」**です";
        let shadow = Shadow::new(text, 0);
        assert!(shadow.text().contains('\u{E002}'));
        assert_eq!(shadow.cleaned("\u{E000}\u{E001}\u{2041}"), None);
    }

    #[test]
    fn a_text_that_uses_every_filler_is_parsed_as_it_is() {
        let used: String = ('\u{E000}'..='\u{E03F}').collect();
        let text = format!("{used}は**「甲」**です");
        assert_eq!(Shadow::new(&text, 0).text(), text);
    }
}
