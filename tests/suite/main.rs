//! The one integration binary: checks, `build()` and the program, each through one harness.

mod build;
mod errors;
mod hostile;
mod site;
