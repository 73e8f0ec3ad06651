//! The family of rules about days, times, numbers and how to reach somebody (domain §3.4 B).

use crate::checks::CheckRow;

mod date_future;
mod deadline_late;
mod expires_early;
mod opens_late;
mod reviewed_old;
mod schedule_order;
mod schedule_reversed;
mod updated_early;

pub const ROWS: &[CheckRow] = &[
    schedule_reversed::ROW,
    schedule_order::ROW,
    deadline_late::ROW,
    opens_late::ROW,
    expires_early::ROW,
    updated_early::ROW,
    date_future::ROW,
    reviewed_old::ROW,
];
