//! The family of rules about single characters (domain §3.4 A).

use crate::checks::CheckRow;

mod arrow_symbol;
mod combining_dakuten;
mod compat_ideograph;
mod control_char;
mod dashes;
mod decorative_bullet;
mod emoji;
mod era_char;
mod fullwidth_alnum;
mod halfwidth_kana;
mod interword_space;
mod kana_space;
mod kome_note;
mod leading_space;
mod long_vowel_confusion;
mod mixed_width_number;
mod mojibake;
mod numbers;
mod ordinal_circled;
mod platform_char;
mod symbol_run;
mod wave_dash;
mod zero_width;

pub const ROWS: &[CheckRow] = &[
    interword_space::ROW,
    kana_space::ROW,
    leading_space::ROW,
    halfwidth_kana::ROW,
    fullwidth_alnum::ROW,
    mixed_width_number::ROW,
    platform_char::ROW,
    ordinal_circled::ROW,
    compat_ideograph::ROW,
    combining_dakuten::ROW,
    zero_width::ROW,
    control_char::ROW,
    wave_dash::ROW,
    long_vowel_confusion::ROW,
    symbol_run::ROW,
    decorative_bullet::ROW,
    arrow_symbol::ROW,
    kome_note::ROW,
    emoji::ROW,
    era_char::ROW,
];
