//! The family of rules about what a ward must say, and must not say (domain §3.4 G).

use crate::checks::CheckRow;

mod contact_incomplete;
mod event_facts_missing;
mod expiry_missing;
mod figures_differ;
mod flyer_fax_missing;
mod licence_missing;
mod past_event;
mod personal_info;
mod state_note_missing;
mod ward_drift;
mod ward_other_name;
mod ward_other_phone;

pub const ROWS: &[CheckRow] = &[
    state_note_missing::ROW,
    past_event::ROW,
    event_facts_missing::ROW,
    expiry_missing::ROW,
    contact_incomplete::ROW,
    ward_other_name::ROW,
    ward_other_phone::ROW,
    ward_drift::ROW,
    personal_info::ROW,
    figures_differ::ROW,
    flyer_fax_missing::ROW,
    licence_missing::ROW,
];
