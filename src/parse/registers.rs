//! Registers (phase `parse`): the bytes of a CSV or XLSX file in, institutions out, and a finding for every cell that cannot be read.

use crate::diag::Findings;
use crate::model::institution::Institution;
use crate::model::names::Text;

/// What a file says.
#[derive(Debug, Default)]
pub struct Read {
    pub institutions: Vec<Institution>,
    pub other_columns: Vec<Text>,
}

/// Reads a register; `None` when nothing in the file can be one.
pub fn register(_bytes: &[u8], _findings: &mut Findings) -> Option<Read> {
    None
}
