//! The family of rules about what a ward must say, and must not say (domain §3.4 G).

use crate::checks::CheckRow;

mod state_note_missing;
mod ward_other_name;
mod ward_other_phone;

pub const ROWS: &[CheckRow] = &[
    state_note_missing::ROW,
    ward_other_name::ROW,
    ward_other_phone::ROW,
];
