//! The family of rules about lessons: slides and questions.

use crate::checks::CheckRow;

mod quiz_answer;
mod slide_heading;
mod slide_long;
mod slide_note;

pub const ROWS: &[CheckRow] = &[
    slide_heading::ROW,
    slide_long::ROW,
    slide_note::ROW,
    quiz_answer::ROW,
];
