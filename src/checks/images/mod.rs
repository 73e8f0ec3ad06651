//! The family of rules about images and colour (domain §3.4 E).

use crate::checks::CheckRow;

mod image_alt;
mod image_alt_long;

pub const ROWS: &[CheckRow] = &[image_alt::ROW, image_alt_long::ROW];
