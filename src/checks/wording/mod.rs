//! The family of rules about words and sentences (domain §3.4 G).

use crate::checks::CheckRow;

mod double_negative;
mod fullwidth_markup;
mod kanji_run;
mod katakana_jargon;
mod ruby_error;
mod sensitive_wording;
mod sentence_length;
mod term_consistency;

pub const ROWS: &[CheckRow] = &[
    fullwidth_markup::ROW,
    sentence_length::ROW,
    kanji_run::ROW,
    double_negative::ROW,
    katakana_jargon::ROW,
    term_consistency::ROW,
    ruby_error::ROW,
    sensitive_wording::ROW,
];
