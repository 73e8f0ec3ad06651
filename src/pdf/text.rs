//! The words of a page: its content streams in, its text out, in the order in which it is drawn (ISO 32000-1, 9.4).
//!
//! Invariant: work is bounded by the budget; forms in forms are followed a few levels and nothing else is nested.
//!
//! Where a text stands tells what belongs together: programs draw a line in many pieces, one for every change of font, so that 令和, 8 and
//! 年 are three texts. Pieces on one line are joined, with a blank where the gap is wide.

use std::collections::BTreeMap;
use std::rc::Rc;

use lopdf::{Dictionary, Document, Object, Stream};
use unicode_normalization::UnicodeNormalization;

use crate::pdf::canvas::{Canvas, Matrix, Piece};
use crate::pdf::decoding::Decoder;
use crate::pdf::fonts::Fonts;
use crate::pdf::lexer::{Lexeme, Lexer};
use crate::pdf::pages::{Budget, deref, dictionary};

/// No more words of one page are kept.
const MOST_TEXT_BYTES: usize = 16 * 1024;

/// How deep forms are followed into forms.
const MOST_FORMS: usize = 4;

/// How many operands are kept; a line of text has a few hundred.
const MOST_OPERANDS: usize = 4096;

/// From so many shapes on a page without a picture is no blank one, but letters that were made outlines.
const OUTLINES: usize = 50;

/// What was found on a page.
#[derive(Default)]
pub struct Page {
    pub text: String,
    pub drawn: usize,
    pub lost: usize,
    pictures: usize,
    shapes: usize,
    /// Where the last piece of text stands.
    last: Option<Piece>,
}

impl Page {
    /// Whether something other than text is to be seen on it.
    pub fn is_drawn(&self) -> bool {
        self.pictures > 0 || self.shapes >= OUTLINES
    }

    /// Adds a piece of text with what stands between it and the one before.
    fn write(&mut self, words: &str, piece: Piece) {
        if self.text.len() >= MOST_TEXT_BYTES {
            return;
        }
        if let Some(last) = self.last {
            let em = piece.em.max(last.em);
            let is_latin =
                |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphanumeric());
            let is_word = is_latin(self.text.chars().next_back()) && is_latin(words.chars().next());
            let (gap, doubt) = match is_word {
                true => (em * 0.2, 0.05),
                false => (em, 0.1),
            };
            // The width of the piece before is only known about.
            let slack = gap + (last.end - last.start) * doubt;
            if (piece.y - last.y).abs() > em * 0.5 {
                self.text.push('\n');
            } else if piece.start - last.end > slack || piece.start < last.start - em * 0.5 {
                self.text.push(' ');
            }
        }
        self.text.push_str(words);
        self.last = Some(piece);
    }
}

/// Reads the pages of one document.
pub struct Reader<'a> {
    document: &'a Document,
    budget: Budget,
    decoders: BTreeMap<*const Dictionary, Rc<Decoder<'a>>>,
}

impl<'a> Reader<'a> {
    pub fn new(document: &'a Document, budget: Budget) -> Self {
        Self {
            document,
            budget,
            decoders: BTreeMap::new(),
        }
    }

    /// What stands on a page, with all of its words or only up to the first; `None` when it cannot be read.
    pub fn page(
        &mut self,
        page: &'a Dictionary,
        resources: Option<&'a Dictionary>,
        with_words: bool,
        fonts: &mut Fonts,
    ) -> Option<Page> {
        let content = self.content(page)?;
        let mut drawing = Drawing {
            reader: self,
            fonts,
            page: Page::default(),
            with_words,
            forms: 0,
        };
        drawing.draw(&content, resources, Matrix::SAME);
        Some(drawing.page)
    }

    /// The streams of a page one after the other (ISO 32000-1, 7.7.3.3).
    fn content(&mut self, page: &'a Dictionary) -> Option<Vec<u8>> {
        let Some(content) = deref(self.document, page, b"Contents") else {
            return Some(Vec::new());
        };
        if let Ok(stream) = content.as_stream() {
            return self.budget.unpack(stream);
        }
        let mut whole = Vec::new();
        for part in content.as_array().ok()? {
            let part = self.document.dereference(part).ok()?.1.as_stream().ok()?;
            whole.extend(self.budget.unpack(part)?);
            whole.push(b'\n');
        }
        Some(whole)
    }

    fn decoder(
        &mut self,
        resources: Option<&'a Dictionary>,
        name: &[u8],
    ) -> Option<Rc<Decoder<'a>>> {
        let fonts = dictionary(self.document, resources?, b"Font")?;
        let font = dictionary(self.document, fonts, name)?;
        let key = std::ptr::from_ref(font);
        if let Some(known) = self.decoders.get(&key) {
            return Some(Rc::clone(known));
        }
        let decoder = Rc::new(Decoder::new(self.document, font, &mut self.budget));
        self.decoders.insert(key, Rc::clone(&decoder));
        Some(decoder)
    }
}

/// One page while it is drawn.
struct Drawing<'r, 'a> {
    reader: &'r mut Reader<'a>,
    fonts: &'r mut Fonts,
    page: Page,
    with_words: bool,
    /// How many forms are being drawn.
    forms: usize,
}

impl<'a> Drawing<'_, 'a> {
    fn draw(&mut self, content: &[u8], resources: Option<&'a Dictionary>, page: Matrix) {
        let mut canvas = Canvas::new(page);
        let mut operands: Vec<Lexeme<'_>> = Vec::new();
        let mut lexer = Lexer::new(content);
        while let Some(lexeme) = lexer.next() {
            let Lexeme::Word(operator) = lexeme else {
                if operands.len() < MOST_OPERANDS {
                    operands.push(lexeme);
                }
                continue;
            };
            if !self.with_words && self.page.drawn > 0 {
                return;
            }
            match operator {
                b"ID" => {
                    lexer.skip_picture();
                    self.page.pictures += 1;
                }
                b"Tf" => {
                    if let [.., Lexeme::Name(name), Lexeme::Number(size)] = operands.as_slice() {
                        canvas.state.font = self.reader.decoder(resources, name);
                        canvas.state.size = *size;
                    }
                }
                b"Do" => {
                    if let [.., Lexeme::Name(name)] = operands.as_slice() {
                        self.put(resources, name, canvas.state.page);
                    }
                }
                b"Tj" | b"TJ" | b"'" | b"\"" => {
                    if matches!(operator, b"'" | b"\"") {
                        canvas.next_line();
                    }
                    self.show(&mut canvas, &operands);
                }
                b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"S" | b"s" => {
                    self.page.shapes += 1;
                }
                _ => canvas.apply(operator, &operands),
            }
            operands.clear();
        }
    }

    /// A picture, or a form with a content of its own (ISO 32000-1, 8.10).
    fn put(&mut self, resources: Option<&'a Dictionary>, name: &[u8], page: Matrix) {
        let document = self.reader.document;
        let objects = resources.and_then(|resources| dictionary(document, resources, b"XObject"));
        let object = objects.and_then(|objects| deref(document, objects, name));
        let Some(object) = object.and_then(|object| object.as_stream().ok()) else {
            return;
        };
        match object.dict.get(b"Subtype").and_then(Object::as_name) {
            Ok(b"Image") => self.page.pictures += 1,
            Ok(b"Form") if self.forms < MOST_FORMS => self.put_form(object, resources, page),
            _ => {}
        }
    }

    fn put_form(&mut self, form: &'a Stream, resources: Option<&'a Dictionary>, page: Matrix) {
        let document = self.reader.document;
        let Some(content) = self.reader.budget.unpack(form) else {
            return;
        };
        let own = dictionary(document, &form.dict, b"Resources");
        if let Some(own) = own {
            self.fonts.note(document, own);
        }
        let matrix = deref(document, &form.dict, b"Matrix").and_then(matrix);
        self.forms += 1;
        self.draw(
            &content,
            own.or(resources),
            matrix.unwrap_or(Matrix::SAME).then(page),
        );
        self.forms -= 1;
    }

    /// Draws the texts among the operands; the numbers between them move the pen by thousandths of the size.
    fn show(&mut self, canvas: &mut Canvas<'a>, operands: &[Lexeme<'_>]) {
        let Some(font) = canvas.state.font.clone() else {
            return;
        };
        for operand in operands {
            if let Lexeme::Number(back) = operand {
                canvas.advance(-back / 1000.0);
            }
            let Lexeme::Text(bytes) = operand else {
                continue;
            };
            let mut words = String::new();
            let drawn = font.decode(bytes, &mut words);
            let piece = canvas.piece(drawn.width);
            canvas.advance(drawn.width);
            self.page.drawn += drawn.characters;
            self.page.lost += drawn.lost;
            self.page.write(&words, piece);
        }
    }
}

fn matrix(object: &Object) -> Option<Matrix> {
    let numbers = object.as_array().ok()?.iter();
    let numbers: Vec<f32> = numbers.filter_map(|one| one.as_float().ok()).collect();
    numbers.try_into().ok().map(Matrix)
}

/// The text in NFKC, each line without blanks around it, and no empty lines. NFKC makes 日 of ⽇, which fonts mix up.
pub fn tidy(text: &str) -> Box<str> {
    let text: String = text.nfkc().map(whole).collect();
    let mut tidy = String::with_capacity(text.len());
    for line in text.split('\n') {
        let before = tidy.len();
        for word in line.split_whitespace() {
            if tidy.len() > before {
                tidy.push(' ');
            }
            tidy.push_str(word);
        }
        if tidy.len() > before {
            tidy.push('\n');
        }
    }
    tidy.into()
}

/// The character for a part of characters (Unicode block CJK Radicals Supplement) that NFKC leaves alone; fonts mix these up as well.
fn whole(sign: char) -> char {
    match sign {
        '⺟' => '母',
        '⺠' => '民',
        '⻁' => '虎',
        '⻄' => '西',
        '⻑' => '長',
        '⻘' => '青',
        '⻝' => '食',
        '⻤' => '鬼',
        '⻨' => '麦',
        '⻩' => '黄',
        '⻭' => '歯',
        '⻯' => '竜',
        _ => sign,
    }
}
