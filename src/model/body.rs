//! The text of a manuscript after parsing: finished HTML with holes for the links, and what checks and outputs ask about it.

use crate::model::names::Text;
use crate::text::span::Span;

/// A parsed Markdown text.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// Put together they are balanced HTML, in which attributes stand between double quotes.
    pub pieces: Vec<Piece>,
    pub headings: Vec<Heading>,
    pub links: Vec<Link>,
    pub images: Vec<Image>,
    pub tables: Vec<Table>,
    pub passages: Vec<Passage>,
    pub rubies: Vec<Ruby>,
    /// Where its breaks stand, one for each `Piece::Break`.
    pub breaks: Vec<Span>,
}

/// Part of the HTML of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Finished HTML.
    Html(Box<str>),
    /// Filled in for each page that shows the text.
    Hole(Hole),
    /// A line `---` that stands in no other block: it parts a lesson, and is a line in every other text. What stands between two of
    /// them is balanced too.
    Break,
}

/// What a page fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hole {
    /// The address of a link or an image, between quotes; an index into `Body::links`.
    Target(usize),
    /// Behind the words of a link whose address has the form of a file's: what kind of file it is, and its size; an index into
    /// `Body::links`.
    File(usize),
    /// The address of the explanation of a word, between quotes; an index into `Site::words`.
    Word(usize),
}

/// A heading of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6; the title of the page is 1, so sections of a manuscript begin at 2.
    pub level: u8,
    /// Unique in the text.
    pub id: Box<str>,
    pub text: Box<str>,
    pub span: Span,
    /// Whether it stands in no other block, so that the HTML before it is balanced.
    pub is_top: bool,
}

/// A link or an image of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// As written, with character references and escapes resolved.
    pub target: Box<str>,
    pub text: Box<str>,
    pub span: Span,
    pub is_image: bool,
}

/// An image of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    pub alt: Box<str>,
    pub span: Span,
}

/// A table of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub caption: Option<Text>,
    /// Whether every cell of the first row has words.
    pub has_header: bool,
    /// The cells by row, the first row included; an empty span where a row has too few.
    pub rows: Vec<Vec<Span>>,
    pub span: Span,
}

/// Words that are read as one: a paragraph, a heading, a cell. Blocks of code and raw HTML are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    pub role: Role,
    /// In the order of the source; not empty.
    pub parts: Vec<Part>,
}

/// What a passage is in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Paragraph,
    /// A paragraph, or the words without one, of an item of a list.
    Item,
    Heading,
    /// A cell of the first row of a table.
    Header,
    Cell,
    Term,
    Description,
    /// A paragraph of a quotation, which is somebody else's words.
    Quotation,
    /// A paragraph of what a speaker says, 台本.
    Script,
    /// A paragraph of a note at the end of the text.
    Note,
}

/// A piece of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub span: Span,
    pub kind: PartKind,
    /// Whether it stands inside strong words.
    pub strong: bool,
    /// Whether it stands inside a link.
    pub linked: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// Words that readers see exactly as the source has them.
    Words,
    /// A character written as a reference, `&amp;`.
    Reference,
    Code,
    Image,
    /// A line break of the source that readers see as a space.
    Space,
    /// A line break that readers see as one.
    Break,
    /// A tag of raw HTML.
    Tag,
    /// The mark of a note.
    Mark,
}

/// A reading over words, written by the author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ruby {
    pub base: Span,
    pub reading: Span,
}

impl Body {
    pub fn new(pieces: Vec<Piece>) -> Self {
        Self {
            pieces,
            ..Self::default()
        }
    }

    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Whether a reading stands above any of its words.
    pub fn has_ruby(&self) -> bool {
        has_ruby(&self.pieces)
    }

    /// Whether any of its words leads to its explanation.
    pub fn has_terms(&self) -> bool {
        has_terms(&self.pieces)
    }

    /// What stands before its first break, between two, and behind the last; one part more than there are breaks.
    pub fn parts(&self) -> impl Iterator<Item = &[Piece]> {
        self.pieces.split(|piece| *piece == Piece::Break)
    }

    /// The number of the part in which something stands.
    pub fn part_of(&self, span: Span) -> usize {
        self.breaks.partition_point(|line| line.start < span.start)
    }

    /// The HTML with every hole filled by `fill`, which gets the hole and writes HTML.
    pub fn html(&self, fill: impl FnMut(Hole, &mut String)) -> String {
        html(&self.pieces, fill)
    }
}

/// The HTML of pieces of a body with every hole filled by `fill`.
pub fn html(pieces: &[Piece], mut fill: impl FnMut(Hole, &mut String)) -> String {
    let length = |piece: &Piece| match piece {
        Piece::Html(html) => html.len(),
        Piece::Hole(_) | Piece::Break => 64,
    };
    let mut out = String::with_capacity(pieces.iter().map(length).sum());
    for piece in pieces {
        match piece {
            Piece::Html(html) => out.push_str(html),
            Piece::Hole(hole) => fill(*hole, &mut out),
            Piece::Break => out.push_str("<hr>"),
        }
    }
    out
}

/// Whether a reading stands above any of the words.
pub fn has_ruby(pieces: &[Piece]) -> bool {
    let is_ruby = |piece: &Piece| matches!(piece, Piece::Html(html) if html.contains("<ruby"));
    pieces.iter().any(is_ruby)
}

/// Whether any of the words leads to its explanation.
pub fn has_terms(pieces: &[Piece]) -> bool {
    let is_term = |piece: &Piece| matches!(piece, Piece::Hole(Hole::Word(_)));
    pieces.iter().any(is_term)
}
