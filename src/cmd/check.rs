//! `kairan check`: says what is wrong with the manuscripts, and makes nothing.

use kairan::assemble::Wish;
use kairan::check;
use kairan::diag::has_errors;
use kairan::report::{self, Format};

use crate::cli;
use crate::cmd::{Failure, Verdict, colour, day, print, root, say, sources};

pub fn run(arguments: &cli::Check) -> Result<Verdict, Failure> {
    let root = root(arguments.root.as_deref())?;
    let wish = Wish {
        today: day(arguments.today)?,
        base_url: None,
        // What is to be published later is looked at today.
        unpublished: true,
    };
    let sources = sources(&root)?;
    let found = check(&sources, &wish);
    let printed = report::render(&found, &sources, arguments.format, colour());
    match arguments.format {
        Format::Short if printed.is_empty() => {}
        Format::Human | Format::Short => say(printed.trim_end()),
        // What a machine reads is data.
        Format::Json | Format::Github => print(&printed),
    }
    Ok(match has_errors(&found) {
        true => Verdict::Faulty,
        false => Verdict::Clean,
    })
}
