//! Where text stands on a page: the operators that move it go in, places come out (ISO 32000-1, 8.3.4 and 9.4).

use std::rc::Rc;

use crate::pdf::decoding::Decoder;
use crate::pdf::lexer::Lexeme;

/// How many saved states are kept; the standard asks for fewer.
const MOST_STATES: usize = 64;

/// `[a b c d e f]`, which moves a point (x, y) to (ax + cy + e, bx + dy + f).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Matrix(pub [f32; 6]);

impl Matrix {
    pub const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub fn moving(x: f32, y: f32) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This one first, then `other`.
    pub fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [p, q, r, s, t, u]) = (self.0, other.0);
        Self([
            a * p + b * r,
            a * q + b * s,
            c * p + d * r,
            c * q + d * s,
            e * p + f * r + t,
            e * q + f * s + u,
        ])
    }

    /// Where the point (0, 0) comes to.
    pub fn origin(self) -> (f32, f32) {
        (self.0[4], self.0[5])
    }

    /// How long a line of length 1 along the text becomes.
    pub fn stretch(self) -> f32 {
        self.0[0].hypot(self.0[1])
    }
}

/// The place of a piece of text on its page.
#[derive(Clone, Copy)]
pub struct Piece {
    pub start: f32,
    pub end: f32,
    pub y: f32,
    /// The size of its letters.
    pub em: f32,
}

/// The part of the graphics state that texts depend on.
#[derive(Clone)]
pub struct State<'a> {
    pub page: Matrix,
    pub font: Option<Rc<Decoder<'a>>>,
    pub size: f32,
    leading: f32,
}

/// Where the next text goes.
pub struct Canvas<'a> {
    pub state: State<'a>,
    saved: Vec<State<'a>>,
    line: Matrix,
    text: Matrix,
}

impl Canvas<'_> {
    pub fn new(page: Matrix) -> Self {
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
    pub fn apply(&mut self, operator: &[u8], operands: &[Lexeme<'_>]) {
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

    pub fn next_line(&mut self) {
        self.move_line(0.0, -self.state.leading);
    }

    /// Moves the pen along the text, by a part of the size.
    pub fn advance(&mut self, part: f32) {
        self.text = Matrix::moving(part * self.state.size, 0.0).then(self.text);
    }

    pub fn piece(&self, width: f32) -> Piece {
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
