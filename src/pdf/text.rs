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

use crate::pdf::decoding::Decoder;
use crate::pdf::fonts::Fonts;
use crate::pdf::lexer::{Lexeme, Lexer};
use crate::pdf::matrix::Matrix;
use crate::pdf::pages::{Budget, deref, dictionary};

/// No more words of one page are kept.
const MOST_TEXT_BYTES: usize = 64 * 1024;

/// How deep forms are followed into forms.
const MOST_FORMS: usize = 4;

/// How many saved states and operands are kept; the standard asks for far fewer.
const MOST_STATES: usize = 64;
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
        if let Some(last) = self.last.filter(|_| !self.text.is_empty()) {
            let em = piece.em.max(last.em);
            // The width of the piece before is only known about.
            let slack = em + (last.end - last.start) * 0.1;
            if (piece.y - last.y).abs() > em * 0.5 {
                self.text.push('\n');
            } else if piece.start - last.end > slack || piece.start < last.start - em * 0.5 {
                self.text.push(' ');
            }
        }
        if self.text.len() < MOST_TEXT_BYTES {
            self.text.push_str(words);
        }
        self.last = Some(piece);
    }
}

/// The place of a piece of text on its page.
#[derive(Clone, Copy)]
struct Piece {
    start: f32,
    end: f32,
    y: f32,
    /// The size of its letters.
    em: f32,
}

/// The part of the graphics state that texts depend on.
#[derive(Clone)]
struct State<'a> {
    page: Matrix,
    font: Option<Rc<Decoder<'a>>>,
    size: f32,
    leading: f32,
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

/// Where the next text goes.
struct Canvas<'a> {
    state: State<'a>,
    saved: Vec<State<'a>>,
    line: Matrix,
    text: Matrix,
}

impl Canvas<'_> {
    fn new(page: Matrix) -> Self {
        Self {
            state: State {
                page,
                font: None,
                size: 0.0,
                leading: 0.0,
            },
            saved: Vec::new(),
            line: Matrix::SAME,
            text: Matrix::SAME,
        }
    }

    /// The operators that move what is drawn.
    fn apply(&mut self, operator: &[u8], operands: &[Lexeme<'_>]) {
        match operator {
            b"q" if self.saved.len() < MOST_STATES => self.saved.push(self.state.clone()),
            b"Q" => self.state = self.saved.pop().unwrap_or_else(|| self.state.clone()),
            b"BT" => self.start_at(Matrix::SAME),
            b"T*" => self.next_line(),
            b"cm" => {
                let moved = numbers(operands).map(Matrix);
                self.state.page = moved.unwrap_or(Matrix::SAME).then(self.state.page);
            }
            b"Tm" => self.start_at(numbers(operands).map_or(Matrix::SAME, Matrix)),
            b"Td" | b"TD" | b"TL" => self.move_by(operator, operands),
            _ => {}
        }
    }

    fn move_by(&mut self, operator: &[u8], operands: &[Lexeme<'_>]) {
        if operator == b"TL" {
            self.state.leading = numbers(operands).map_or(self.state.leading, |[leading]| leading);
        } else if let Some([x, y]) = numbers(operands) {
            if operator == b"TD" {
                self.state.leading = -y;
            }
            self.move_line(x, y);
        }
    }

    fn start_at(&mut self, matrix: Matrix) {
        self.line = matrix;
        self.text = matrix;
    }

    fn move_line(&mut self, x: f32, y: f32) {
        self.start_at(Matrix::moving(x, y).then(self.line));
    }

    fn next_line(&mut self) {
        self.move_line(0.0, -self.state.leading);
    }

    /// Moves the pen along the text, by a part of the size.
    fn advance(&mut self, part: f32) {
        self.text = Matrix::moving(part * self.state.size, 0.0).then(self.text);
    }

    fn piece(&self, width: f32) -> Piece {
        let matrix = self.text.then(self.state.page);
        let (x, y) = matrix.origin();
        let em = (self.state.size * matrix.stretch()).abs();
        Piece {
            start: x,
            end: x + width * em,
            y,
            em,
        }
    }
}

/// The operands, when they are so many numbers.
fn numbers<const COUNT: usize>(operands: &[Lexeme<'_>]) -> Option<[f32; COUNT]> {
    let mut numbers = [0.0; COUNT];
    if operands.len() != COUNT {
        return None;
    }
    for (number, operand) in numbers.iter_mut().zip(operands) {
        let Lexeme::Number(value) = operand else {
            return None;
        };
        *number = *value;
    }
    Some(numbers)
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
