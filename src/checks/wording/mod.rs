//! The family of rules about words and sentences (domain §3.4 G).

use crate::checks::CheckRow;

pub const ROWS: &[CheckRow] = &[];
