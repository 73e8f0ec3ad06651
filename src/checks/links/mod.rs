//! The family of rules about links and attachments (domain §3.4 C).

use crate::checks::CheckRow;

mod attachment_missing;
mod attachment_unused;
mod link_anchor;
mod link_broken;
mod link_scheme;
mod link_unpublished;

pub const ROWS: &[CheckRow] = &[
    link_broken::ROW,
    link_scheme::ROW,
    link_unpublished::ROW,
    link_anchor::ROW,
    attachment_missing::ROW,
    attachment_unused::ROW,
];
