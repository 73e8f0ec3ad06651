//! `kairan a11y-report`: looks at a sample of the pages and writes the draft of the record of a test.

use kairan::assemble::Wish;
use kairan::audit::Choice;
use kairan::disk::file;
use kairan::model::date::Date;
use kairan::report::{self, Format};

use crate::cli;
use crate::cmd::{Failure, Verdict, colour, day, fonts, print, printable_sources, root, say};

pub fn run(arguments: &cli::A11yReport) -> Result<Verdict, Failure> {
    let root = root(arguments.root.as_deref())?;
    let today = day(arguments.today)?;
    let wish = Wish {
        today,
        base_url: None,
        unpublished: false,
    };
    let choice = Choice {
        pages: arguments.pages,
        seed: arguments.seed.unwrap_or_else(|| seed(today)),
    };
    let sources = printable_sources(&root, fonts())?;
    let (diagnostics, report) = kairan::audit(&sources, &wish, choice);
    if !diagnostics.is_empty() {
        say(report::render(&diagnostics, &sources, Format::Human, colour()).trim_end());
    }
    let Some(report) = report else {
        say("誤りがあるため、試験の記録を作れません。先に誤りを直してください。");
        return Ok(Verdict::Faulty);
    };
    let report = report.map_err(Failure::new)?;
    match &arguments.out {
        None => print(&report),
        Some(path) => {
            file::create(path, report.as_bytes())
                .map_err(|error| Failure::of_file(path, "書け", &error))?;
            say(&format!(
                "{} に、試験の記録の下書きを書きました。「人が記入します」「人が判断します」のところを埋めてください。",
                path.display()
            ));
        }
    }
    Ok(Verdict::Clean)
}

/// The day as a number, so that the tests of different days see different pages and each can be done again.
fn seed(day: Date) -> u64 {
    let year = u64::try_from(day.year()).unwrap_or_default();
    (year * 100 + u64::from(day.month())) * 100 + u64::from(day.day())
}
