//! The family of rules about headings, titles, lists and tables (domain §3.4 D).

use crate::checks::CheckRow;

mod br_layout;
mod heading_duplicate;
mod heading_empty;
mod heading_fake;
mod heading_long;
mod heading_order;
mod lang_part;
mod list_fake;
mod table_caption;
mod table_cells;
mod table_header;
mod table_layout;
mod table_wide;
mod title_long;
mod title_twice;

pub const ROWS: &[CheckRow] = &[
    heading_order::ROW,
    heading_empty::ROW,
    heading_fake::ROW,
    heading_duplicate::ROW,
    heading_long::ROW,
    title_twice::ROW,
    title_long::ROW,
    list_fake::ROW,
    table_header::ROW,
    table_caption::ROW,
    table_layout::ROW,
    table_cells::MERGED,
    table_cells::NEWLINE,
    table_wide::ROW,
    br_layout::ROW,
    lang_part::ROW,
];
