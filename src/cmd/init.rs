use crate::cli;
use crate::cmd::{Failure, Verdict};
pub fn run(_: &cli::Init) -> Result<Verdict, Failure> {
    Ok(Verdict::Clean)
}
