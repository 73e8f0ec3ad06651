//! `kairan status`: when the site changes next by itself, for people and for schedulers.

use kairan::assemble::Wish;
use kairan::diag::has_errors;
use kairan::report::{self, Format};

use crate::cli;
use crate::cmd::{Failure, Verdict, colour, day, print, root, say, sources};

pub fn run(arguments: &cli::Status) -> Result<Verdict, Failure> {
    let root = root(arguments.root.as_deref())?;
    let wish = Wish {
        today: day(arguments.today)?,
        base_url: None,
        unpublished: false,
    };
    let sources = sources(&root)?;
    let (diagnostics, next) = kairan::next_change(&sources, &wish);
    if has_errors(&diagnostics) {
        say(report::render(&diagnostics, &sources, Format::Human, colour()).trim_end());
        return Ok(Verdict::Faulty);
    }
    match (next, arguments.next) {
        // RFC 3339, as schedulers read it; the zone of the site is always that of Tokyo.
        (Some(next), true) => print(&format!("{}T00:00:00+09:00\n", next.day.iso())),
        (Some(next), false) => print(&format!("{}\n", next.words)),
        (None, _) => {
            say("このまま変わりません。これからの公開や締切、終了は、どの原稿にもありません。")
        }
    }
    Ok(Verdict::Clean)
}
