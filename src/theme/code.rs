//! The QR code of an address (ISO/IEC 18004), as the path of an SVG: the address of a page in, what its component draws out.
//!
//! Invariant: this is the only module that names the library for QR codes.
//! Invariant: the same address gives the same code.

use std::fmt::Write;

use fast_qr::{ECL, Mode, QRBuilder, QRCode};
use serde::Serialize;

/// The light modules a reader needs on every side (ISO/IEC 18004:2015, 5.3.8).
const QUIET_MODULES: usize = 4;

/// A QR code to be drawn with strokes one module wide.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct CodeView {
    /// The side of the drawing in modules, with the quiet zone.
    pub side: usize,
    /// SVG path data: one stroke for each run of dark modules, through the middle of its row.
    pub path: String,
}

impl CodeView {
    /// The code as a picture of its own, black on white.
    pub fn svg(&self) -> String {
        let (side, path) = (self.side, &self.path);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path stroke=\"#000\" d=\"{path}\"/></svg>"
        )
    }
}

/// The code of `address` with error correction level M, which bears a loss of about 15 %. `None` for an address longer than a code
/// can hold, which is 2,331 bytes.
pub fn code(address: &str) -> Option<CodeView> {
    // The library chooses shorter modes by itself, but only this one takes every byte.
    let code = QRBuilder::new(address.as_bytes())
        .ecl(ECL::M)
        .mode(Mode::Byte)
        .build()
        .ok()?;
    Some(CodeView {
        side: code.size + 2 * QUIET_MODULES,
        path: path(&code),
    })
}

/// Moves are relative, which keeps the numbers short: a code of 37 modules takes about 2 kB.
fn path(code: &QRCode) -> String {
    let mut path = format!("M{QUIET_MODULES} {QUIET_MODULES}.5");
    let (mut at_column, mut at_row) = (0, 0);
    for row in 0..code.size {
        let mut column = 0;
        while column < code.size {
            let length = (column..code.size)
                .take_while(|column| code[row][*column].value())
                .count();
            if length > 0 {
                let aside = column as isize - at_column as isize;
                // Writing to a String does not fail.
                let _ = match (aside, row - at_row) {
                    (0, 0) => write!(path, "h{length}"),
                    (aside, down) => write!(path, "m{aside} {down}h{length}"),
                };
                (at_column, at_row) = (column + length, row);
            }
            column += length.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use fast_qr::{ECL, Mode, QRBuilder};

    use super::{QUIET_MODULES, code};

    const ADDRESS: &str = "https://kairan.example.jp/kita/lectures/2026-10-15-acp-lecture/";

    /// The dark modules that the strokes of a path go over, as (row, column) in the drawing.
    fn drawn(path: &str) -> Vec<(usize, usize)> {
        let mut modules = Vec::new();
        let (mut column, mut row) = (0isize, 0isize);
        let mut rest = path;
        while !rest.is_empty() {
            let command = &rest[..1];
            let end = rest[1..]
                .find(char::is_alphabetic)
                .map_or(rest.len(), |at| at + 1);
            let numbers: Vec<f64> = rest[1..end]
                .split(' ')
                .map(|number| number.parse().expect("a number"))
                .collect();
            match command {
                "M" => (column, row) = (numbers[0] as isize, (numbers[1] - 0.5) as isize),
                "m" => (column, row) = (column + numbers[0] as isize, row + numbers[1] as isize),
                "h" => {
                    for _ in 0..numbers[0] as isize {
                        modules.push((row as usize, column as usize));
                        column += 1;
                    }
                }
                other => panic!("{other} is not a command of these paths"),
            }
            rest = &rest[end..];
        }
        modules
    }

    #[test]
    fn the_strokes_go_over_the_dark_modules_and_no_others() {
        let matrix = QRBuilder::new(ADDRESS)
            .ecl(ECL::M)
            .mode(Mode::Byte)
            .build()
            .expect("it is short");
        let all =
            (0..matrix.size).flat_map(|row| (0..matrix.size).map(move |column| (row, column)));
        let dark: Vec<(usize, usize)> = all
            .filter(|(row, column)| matrix[*row][*column].value())
            .map(|(row, column)| (row + QUIET_MODULES, column + QUIET_MODULES))
            .collect();
        let code = code(ADDRESS).expect("it is short");
        assert_eq!(drawn(&code.path), dark);
        assert_eq!(code.side, matrix.size + 8);
    }

    #[test]
    fn the_three_corners_have_their_finder_patterns() {
        let code = code(ADDRESS).expect("it is short");
        let modules = drawn(&code.path);
        let last = code.side - 2 * QUIET_MODULES - 7;
        for (row, column) in [(0, 0), (0, last), (last, 0)] {
            let top: Vec<_> = (0..7).map(|at| (row + 4, column + 4 + at)).collect();
            assert!(
                top.iter().all(|module| modules.contains(module)),
                "{row} {column}"
            );
            assert!(!modules.contains(&(row + 5, column + 5)), "{row} {column}");
        }
    }

    #[test]
    fn an_address_that_no_code_can_hold_has_none() {
        let long = |length: usize| "a".repeat(length);
        assert!(code(&long(2331)).is_some());
        assert!(code(&long(2332)).is_none());
        assert!(code("https://kairan.example.jp/北区/").is_some());
    }
}
