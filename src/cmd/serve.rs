use crate::cli;
use crate::cmd::{Failure, Verdict};
pub fn run(_: &cli::Serve) -> Result<Verdict, Failure> {
    Ok(Verdict::Clean)
}
