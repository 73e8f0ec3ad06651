//! STUB, replaced on merge: `kairan build`.

use crate::cli;
use crate::cmd::{Failure, Verdict, day, root, sources};

pub fn run(arguments: &cli::Build) -> Result<Verdict, Failure> {
    let root = root(arguments.root.as_deref())?;
    let _ = (day(arguments.today)?, sources(&root)?);
    Err(Failure::new("まだ作られていません。"))
}
