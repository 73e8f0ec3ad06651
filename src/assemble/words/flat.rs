//! The words of a body without its markup, and the way back from a place in them to the HTML.
//!
//! Invariant: every stretch lies in one piece, between two tags, so that markup put around part of it stays balanced.

use std::ops::Range;

use crate::model::body::{Hole, Piece};

/// The words of a text, with line ends where something else comes between them.
#[derive(Default)]
pub struct Flat {
    pub text: String,
    /// In the order of `text`.
    stretches: Vec<Stretch>,
}

/// Words between two tags.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// Where they are in `Flat::text`.
    words: Range<usize>,
    /// Where they are in the HTML: an index into the pieces, and the byte in it.
    pub piece: usize,
    at: usize,
    pub standing: Standing,
}

/// What words may be given, by the elements they stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A reading and a link.
    Free,
    /// A reading; a link is no place for another, and in a heading it would draw attention from the words around it.
    Linkless,
    /// Nothing, as a reading stands there already.
    Ruby,
    /// Nothing, as every character counts.
    Code,
}

impl Flat {
    pub fn new(pieces: &[Piece]) -> Self {
        let mut walk = Walk::default();
        for (index, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Html(html) => walk.piece(index, html),
                Piece::Hole(Hole::File(_)) | Piece::Break => walk.cut(),
                // What is filled in stands between quotes.
                Piece::Hole(Hole::Target(_) | Hole::Word(_)) => {}
            }
        }
        walk.flat
    }

    /// The stretches that a range of the text touches.
    pub fn touched(&self, range: &Range<usize>) -> &[Stretch] {
        let first = self
            .stretches
            .partition_point(|stretch| stretch.words.end <= range.start);
        let rest = self.stretches.get(first..).unwrap_or_default();
        let count = rest.partition_point(|stretch| stretch.words.start < range.end);
        rest.get(..count).unwrap_or_default()
    }
}

impl Stretch {
    /// Where a range of the text, which must be inside this stretch, is in its piece.
    pub fn place(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let inside = self.words.start <= range.start && range.end <= self.words.end;
        let moved = |at: usize| at - self.words.start + self.at;
        inside.then(|| moved(range.start)..moved(range.end))
    }
}

/// What a tag means for the words around and in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Meaning {
    /// The words before and after may be one.
    Inline,
    /// They may not.
    Break,
    Stands(Standing),
    /// They may not, and there is no place for a link in it.
    Title,
    /// `rt` and `rp`, whose words are not those of the text.
    Reading,
}

fn meaning(name: &str) -> Meaning {
    match name {
        "a" => Meaning::Stands(Standing::Linkless),
        "summary" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Meaning::Title,
        "ruby" => Meaning::Stands(Standing::Ruby),
        "code" | "pre" | "kbd" | "samp" => Meaning::Stands(Standing::Code),
        "rt" | "rp" => Meaning::Reading,
        "abbr" | "del" | "em" | "small" | "span" | "strong" | "sub" | "wbr" => Meaning::Inline,
        _ => Meaning::Break,
    }
}

/// Where the walk through the pieces stands.
#[derive(Default)]
struct Walk {
    flat: Flat,
    /// Inside a tag, and there between quotes; a hole cuts a tag in two.
    tag: Option<Quoted>,
    /// How many elements of each kind are open.
    linkless: usize,
    ruby: usize,
    code: usize,
    reading: usize,
}

/// Whether what is read of a tag stands between quotes.
type Quoted = bool;

impl Walk {
    fn piece(&mut self, index: usize, html: &str) {
        let mut at = 0;
        while let Some(rest) = html.get(at..).filter(|rest| !rest.is_empty()) {
            at += match self.tag {
                Some(quoted) => self.attributes(rest, quoted),
                None if rest.starts_with('<') => self.name(rest),
                None => self.words(index, at, rest),
            };
        }
    }

    /// Reads up to the end of the tag or of the piece; gives the bytes read.
    fn attributes(&mut self, rest: &str, mut quoted: Quoted) -> usize {
        for (at, byte) in rest.bytes().enumerate() {
            match byte {
                b'"' => quoted = !quoted,
                b'>' if !quoted => {
                    self.tag = None;
                    return at + 1;
                }
                _ => {}
            }
        }
        self.tag = Some(quoted);
        rest.len()
    }

    /// Reads `<a` or `</a`.
    fn name(&mut self, rest: &str) -> usize {
        let is_end = rest.starts_with("</");
        let start = if is_end { 2 } else { 1 };
        let after = rest.get(start..).unwrap_or_default();
        let length = after.bytes().take_while(u8::is_ascii_alphanumeric).count();
        self.meet(meaning(after.get(..length).unwrap_or_default()), is_end);
        self.tag = Some(false);
        start + length
    }

    fn meet(&mut self, meaning: Meaning, is_end: bool) {
        let open = match meaning {
            Meaning::Inline => return,
            Meaning::Break => return self.cut(),
            Meaning::Title => {
                self.cut();
                &mut self.linkless
            }
            Meaning::Reading => &mut self.reading,
            Meaning::Stands(Standing::Ruby) => &mut self.ruby,
            Meaning::Stands(Standing::Code) => &mut self.code,
            Meaning::Stands(Standing::Linkless | Standing::Free) => &mut self.linkless,
        };
        *open = if is_end {
            open.saturating_sub(1)
        } else {
            *open + 1
        };
    }

    fn cut(&mut self) {
        if !self.flat.text.ends_with('\n') {
            self.flat.text.push('\n');
        }
    }

    /// Reads words up to the next tag.
    fn words(&mut self, piece: usize, at: usize, rest: &str) -> usize {
        let words = rest.split('<').next().unwrap_or_default();
        if self.reading == 0 {
            let start = self.flat.text.len();
            self.flat.text.push_str(words);
            self.flat.stretches.push(Stretch {
                words: start..self.flat.text.len(),
                piece,
                at,
                standing: self.standing(),
            });
        }
        words.len()
    }

    fn standing(&self) -> Standing {
        match (self.code, self.ruby, self.linkless) {
            (0, 0, 0) => Standing::Free,
            (0, 0, _) => Standing::Linkless,
            (0, _, _) => Standing::Ruby,
            (_, _, _) => Standing::Code,
        }
    }
}
