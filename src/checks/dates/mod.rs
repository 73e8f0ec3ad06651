//! The family of rules about days, times, numbers and how to reach somebody (domain §3.4 B).

use crate::checks::CheckRow;

mod capacity;
mod date_format;
mod date_future;
mod date_impossible;
mod date_year_missing;
mod deadline_late;
mod deadline_vague;
mod excluded_missing;
mod excluded_unused;
mod expires_early;
mod fax_only;
mod holidays_missing;
mod house;
mod money;
mod number_kanji;
mod opens_late;
mod phone_format;
mod postal;
mod range_tilde;
mod repeat_empty;
mod reviewed_old;
mod schedule_order;
mod schedule_reversed;
mod time_format;
mod time_noon;
mod unit_symbol;
mod updated_early;
mod wareki_mismatch;
mod weekday_abbrev;
mod weekday_holiday;
mod weekday_mismatch;

pub const ROWS: &[CheckRow] = &[
    schedule_reversed::ROW,
    schedule_order::ROW,
    repeat_empty::ROW,
    excluded_unused::ROW,
    excluded_missing::ROW,
    deadline_late::ROW,
    opens_late::ROW,
    expires_early::ROW,
    updated_early::ROW,
    date_future::ROW,
    reviewed_old::ROW,
    date_format::ROW,
    date_impossible::ROW,
    date_year_missing::ROW,
    weekday_abbrev::ROW,
    weekday_mismatch::ROW,
    weekday_holiday::VALUES,
    weekday_holiday::PROSE,
    holidays_missing::ROW,
    wareki_mismatch::ROW,
    time_format::ROW,
    time_noon::ROW,
    range_tilde::ROW,
    deadline_vague::ROW,
    phone_format::FORMAT,
    phone_format::LINK,
    fax_only::ROW,
    postal::ROW,
    money::ROW,
    unit_symbol::ROW,
    number_kanji::ROW,
    capacity::ROW,
];
