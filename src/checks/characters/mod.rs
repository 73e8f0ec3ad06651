//! The family of rules about single characters (domain §3.4 A).

use crate::checks::CheckRow;

pub const ROWS: &[CheckRow] = &[];
