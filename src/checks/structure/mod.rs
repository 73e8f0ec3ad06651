//! The family of rules about headings, titles, lists and tables (domain §3.4 D).

use crate::checks::CheckRow;

mod heading_empty;
mod heading_order;
mod table_caption;
mod table_header;
mod title_long;
mod title_twice;

pub const ROWS: &[CheckRow] = &[
    heading_order::ROW,
    heading_empty::ROW,
    title_twice::ROW,
    title_long::ROW,
    table_header::ROW,
    table_caption::ROW,
];
