//! The integration tests, in one binary so that the library is linked once: checks, `build()` and the program, each through one harness.

mod accessibility;
mod build;
mod checks;
mod desks;
mod errors;
mod feeds;
mod figures;
mod heads;
mod hostile;
mod import;
mod lessons;
mod markdown;
mod messages;
mod months;
mod mutants;
mod output;
mod packs;
mod preview;
mod program;
mod prose;
mod registers;
mod site;
mod stages;
mod structured;
mod tidy;
mod words;
