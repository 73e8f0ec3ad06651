//! What rules about characters and words look at: one passage as readers see it, with the way back to the source.
//!
//! Invariant: `text` holds what is read; code, images, notes and tags are one `OBJECT` each, and readings of ruby are left out.
//! Invariant: an edit is offered only for characters that stand in the source exactly as they are read.

use std::cell::OnceCell;
use std::ops::Range;

use crate::checks::signs::Signs;
use crate::checks::tokens::{Kind, Token, tokens};
use crate::checks::{Writing, at, location};
use crate::diag::Where;
use crate::model::body::{self, Part, PartKind, Role};
use crate::model::date::Date;
use crate::model::field::Field;
use crate::text::japanese::{is_blank, is_kana, is_kanji};
use crate::text::languages::foreign;
use crate::text::span::{Location, SourceId, Span};

/// Stands for what is not words.
pub const OBJECT: char = '\u{FFFC}';

/// So many letters are words and not a code.
const LETTERS: usize = 8;

/// Where a passage comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A value of front matter.
    Field(Field),
    Body(Role),
}

/// One passage of a manuscript.
pub struct Passage {
    pub source: SourceId,
    pub origin: Origin,
    /// 掲載日 of its document; `None` for what is public from the start.
    pub opens: Option<Date>,
    pub text: String,
    /// The kinds of characters `text` has.
    pub signs: Signs,
    /// Whether it is in another language than Japanese, so that rules about writing Japanese do not hold.
    pub is_foreign: bool,
    pieces: Vec<Piece>,
    tokens: OnceCell<Vec<Token>>,
}

/// A part of the text and where it stands.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Where it begins in the text.
    at: usize,
    part: Part,
}

impl Passage {
    /// The passages of a writing, in the order of the source.
    pub fn all(writing: &Writing, text: &str) -> Vec<Self> {
        let fields = writing.facets.into_iter().flat_map(|facets| facets.texts());
        let fields = fields.map(|(field, span)| Self::of_field(writing, field, span, text));
        let marked = foreign(text);
        let body = writing.body.passages.iter();
        let body = body.map(|passage| {
            let mut passage = Self::of_body(writing, passage, text);
            passage.is_foreign = passage.is_marked(&marked) || is_latin(&passage.text);
            passage
        });
        fields.chain(body).collect()
    }

    /// One value of front matter.
    pub fn of_field(writing: &Writing, field: Field, span: Span, text: &str) -> Self {
        let mut passage = Self::new(writing, Origin::Field(field));
        let part = Part {
            span,
            kind: PartKind::Words,
            strong: false,
            linked: false,
        };
        passage.words(part, text);
        passage.signs = Signs::of(&passage.text);
        passage
    }

    fn of_body(writing: &Writing, body: &body::Passage, text: &str) -> Self {
        let mut passage = Self::new(writing, Origin::Body(body.role));
        for part in &body.parts {
            match part.kind {
                PartKind::Words => passage.words(*part, text),
                PartKind::Space => passage.sign(*part, ' '),
                PartKind::Break => passage.sign(*part, '\n'),
                PartKind::Reference
                | PartKind::Code
                | PartKind::Image
                | PartKind::Tag
                | PartKind::Mark => passage.sign(*part, OBJECT),
            }
        }
        passage.signs = Signs::of(&passage.text);
        passage
    }

    fn new(writing: &Writing, origin: Origin) -> Self {
        Self {
            source: writing.source,
            origin,
            opens: writing.opens,
            text: String::new(),
            signs: Signs::NONE,
            is_foreign: false,
            pieces: Vec::new(),
            tokens: OnceCell::new(),
        }
    }

    /// Adds words without the readings of ruby and the bars that begin its words.
    fn words(&mut self, part: Part, text: &str) {
        let written = part.span.of(text);
        if !written.contains(['《', '｜']) {
            self.piece(part, written);
            return;
        }
        let mut at = 0;
        while let Some(rest) = written.get(at..).filter(|rest| !rest.is_empty()) {
            let (length, skipped) = before_reading(rest);
            let span = part.span.part(at..at + length);
            self.piece(Part { span, ..part }, span.of(text));
            at += length + skipped;
        }
    }

    fn piece(&mut self, part: Part, words: &str) {
        if !words.is_empty() {
            let at = self.text.len();
            self.pieces.push(Piece { at, part });
            self.text.push_str(words);
        }
    }

    fn sign(&mut self, part: Part, sign: char) {
        let at = self.text.len();
        self.pieces.push(Piece { at, part });
        self.text.push(sign);
    }

    /// The characters of `text` in `range`; empty when it cuts a character.
    pub fn part(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// Where the characters of `range` stand, for a diagnostic.
    pub fn at(&self, range: Range<usize>) -> Where {
        at(self.source, self.span(range))
    }

    /// Where an edit of `range` may be made; `None` unless the source has exactly these characters there, in one piece.
    pub fn exact(&self, range: Range<usize>) -> Option<Location> {
        let first = self.piece_at(range.start)?;
        let last = self.piece_at(range.end.saturating_sub(1))?;
        let is_words = first.part.kind == PartKind::Words;
        let is_one = first.at == last.at;
        (is_words && is_one).then(|| location(self.source, self.span(range)))
    }

    /// The source that `range` stands for.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.piece_at(range.start);
        let start = start.map_or(0, |piece| piece.source_of(range.start));
        let last = range.end.saturating_sub(1).max(range.start);
        let end = self.piece_at(last);
        let end = end.map_or(start, |piece| match piece.part.kind {
            PartKind::Words => piece.source_of(range.end),
            _ => piece.part.span.range().end,
        });
        Span::new(start..end.max(start))
    }

    /// Whether every word of the passage stands inside strong words or a link, by `has`; blanks do not count.
    pub fn is_all(&self, has: impl Fn(&Part) -> bool) -> bool {
        let words = self
            .pieces
            .iter()
            .filter(|piece| !matches!(piece.part.kind, PartKind::Space | PartKind::Break));
        let mut words = words.peekable();
        words.peek().is_some() && words.all(|piece| has(&piece.part))
    }

    /// Whether the character at byte `at` of `text` stands inside a link.
    pub fn is_linked(&self, at: usize) -> bool {
        self.piece_at(at).is_some_and(|piece| piece.part.linked)
    }

    /// Whether the character at byte `at` begins a line of the source `text`, behind blanks and the marks of lists and quotations.
    pub fn opens_line(&self, at: usize, text: &str) -> bool {
        let start = self.span(at..at).range().start;
        let ahead = text.get(..start).unwrap_or_default();
        let line = ahead.rfind('\n').map_or(0, |end| end + 1);
        let ahead = ahead.get(line..).unwrap_or_default();
        at == 0 || ahead.chars().all(is_blank) || ahead.trim_end().ends_with("<br>")
    }

    /// Dates, times, telephone numbers, addresses and other things that are more than words, in the order of the text.
    pub fn tokens(&self) -> &[Token] {
        self.tokens.get_or_init(|| tokens(&self.text))
    }

    /// The token that any character of `range` is part of.
    pub fn token_in(&self, range: Range<usize>) -> Option<&Token> {
        let tokens = self.tokens();
        let after = tokens.partition_point(|token| token.range.end <= range.start);
        let token = tokens.get(after)?;
        (token.range.start < range.end).then_some(token)
    }

    /// Whether any character of `range` must stay as it is written, because a machine reads it: addresses and names of files.
    pub fn is_fixed(&self, range: Range<usize>) -> bool {
        let token = self.token_in(range);
        token.is_some_and(|token| token.kind.is_fixed())
    }

    /// Whether `range` is part of a telephone number or a postal code, whose rules put all of it right at once.
    pub fn is_dialled(&self, range: Range<usize>) -> bool {
        let token = self.token_in(range);
        token.is_some_and(|token| matches!(token.kind, Kind::Phone(_) | Kind::Postal(_)))
    }

    /// Whether its first words stand in one of these parts of the source.
    fn is_marked(&self, parts: &[Range<usize>]) -> bool {
        let mut pieces = self.pieces.iter();
        let words = pieces.find(|piece| piece.part.kind == PartKind::Words);
        let start = words.map(|piece| piece.part.span.range().start);
        start.is_some_and(|start| parts.iter().any(|part| part.contains(&start)))
    }

    fn piece_at(&self, at: usize) -> Option<Piece> {
        let after = self.pieces.partition_point(|piece| piece.at <= at);
        self.pieces.get(after.checked_sub(1)?).copied()
    }
}

impl Piece {
    fn source_of(&self, at: usize) -> usize {
        let span = self.part.span.range();
        match self.part.kind {
            PartKind::Words => (span.start + at.saturating_sub(self.at)).min(span.end),
            _ => span.start,
        }
    }
}

/// Whether a text is words in Latin letters alone; a time or a code with a few letters is not.
fn is_latin(text: &str) -> bool {
    text.starts_with(|sign: char| sign.is_ascii())
        && !text.contains(|sign: char| is_kana(sign) || is_kanji(sign))
        && text.bytes().filter(u8::is_ascii_alphabetic).count() >= LETTERS
}

/// How many bytes of `rest` are words before the next reading or bar, and how many that takes.
fn before_reading(rest: &str) -> (usize, usize) {
    let Some(found) = rest.find(['《', '｜']) else {
        return (rest.len(), 0);
    };
    let mark = rest.get(found..).unwrap_or_default();
    if mark.starts_with('｜') {
        // A bar that begins no ruby is a character like others.
        return match mark.find('《') {
            Some(_) => (found, '｜'.len_utf8()),
            None => (rest.len(), 0),
        };
    }
    match mark.find('》') {
        Some(end) => (found, end + '》'.len_utf8()),
        None => (rest.len(), 0),
    }
}

#[cfg(test)]
mod tests {
    use super::{OBJECT, Origin, Passage};
    use crate::checks::Writing;
    use crate::diag::Findings;
    use crate::model::body::{Body, Role};
    use crate::model::ward::Place;
    use crate::parse::markdown::body;
    use crate::text::span::SourceId;

    fn parsed(text: &str) -> Body {
        body(text, 0, &mut Findings::new(SourceId(0)))
    }

    fn passages(text: &str) -> Vec<Passage> {
        let body = parsed(text);
        let writing = Writing {
            source: SourceId(0),
            place: Place::City,
            opens: None,
            kind: None,
            facets: None,
            body: &body,
            targets: &[],
            attachments: &[],
        };
        Passage::all(&writing, text)
    }

    fn shown(text: &str) -> Vec<(Origin, String)> {
        let passages = passages(text).into_iter();
        let passages = passages.map(|passage| (passage.origin, passage.text));
        passages.collect()
    }

    #[test]
    fn passages_are_what_is_read() {
        let text = "## 見出し\n\n令和\n八年`x`と[**強い**リンク](/a)\nABC\n\n- 項目\n- 二\n\n  段落\n\n> 引用\n";
        let expected = [
            (Role::Heading, "見出し".to_owned()),
            (Role::Paragraph, format!("令和八年{OBJECT}と強いリンク ABC")),
            (Role::Item, "項目".to_owned()),
            (Role::Item, "二".to_owned()),
            (Role::Item, "段落".to_owned()),
            (Role::Quotation, "引用".to_owned()),
        ];
        let expected = expected.map(|(role, text)| (Origin::Body(role), text));
        assert_eq!(shown(text), expected);
    }

    #[test]
    fn tables_are_read_cell_by_cell() {
        let text = "| 甲 | 乙 |\n|--|--|\n| **丙** | 丁\\|戊 |\n";
        let roles: Vec<_> = shown(text).into_iter().map(|(origin, _)| origin).collect();
        let expected = [Role::Header, Role::Header, Role::Cell, Role::Cell];
        assert_eq!(roles, expected.map(Origin::Body));
        assert!(passages(text)[2].is_all(|part| part.strong));
    }

    #[test]
    fn ranges_lead_back_to_the_source_over_markup_and_readings() {
        let text = "前 の｜漢字《かんじ》と**強い**言葉";
        let passage = &passages(text)[0];
        assert_eq!(passage.text, "前 の漢字と強い言葉");
        let source = |words: &str| {
            let start = passage.text.find(words).expect("the passage has the words");
            let range = start..start + words.len();
            let exact = passage.exact(range.clone()).is_some();
            (passage.span(range).of(text), exact)
        };
        assert_eq!(source("漢字"), ("漢字", true));
        assert_eq!(source("字と"), ("字《かんじ》と", false));
        assert_eq!(source("強い言"), ("強い**言", false));
        assert_eq!(source("言葉"), ("言葉", true));
    }

    #[test]
    fn code_and_html_are_no_words() {
        assert_eq!(shown("```\n日　時\n```\n\n<div>日　時</div>\n"), []);
        assert_eq!(passages("`日　時`")[0].text, OBJECT.to_string());
    }
}
