//! `kairan status`: how the city and the wards are doing, and when the site changes next by itself.

use kairan::diag::has_errors;
use kairan::report::{self, Format};

use crate::cli;
use crate::cmd::{Failure, Verdict, colour, print, root, say, sources, wish};

pub fn run(arguments: &cli::Status) -> Result<Verdict, Failure> {
    let root = root(arguments.root.as_deref())?;
    let wish = wish(arguments.today)?;
    let sources = sources(&root)?;
    let (diagnostics, status) = kairan::status(&sources, &wish);
    let is_faulty = has_errors(&diagnostics);
    // A scheduler must not be told of a day by a site that cannot be built.
    let Some(status) = status.filter(|_| !(is_faulty && arguments.next)) else {
        say(report::render(&diagnostics, &sources, Format::Human, colour()).trim_end());
        return Ok(Verdict::Faulty);
    };
    if !arguments.next {
        print(&status.table);
    }
    match (status.next, arguments.next) {
        // RFC 3339, as schedulers read it; the zone of the site is always that of Tokyo.
        (Some(next), true) => print(&format!("{}T00:00:00+09:00\n", next.day.iso())),
        (Some(next), false) => print(&format!("\n次の変化：{}\n", next.words)),
        (None, _) => {
            say("このまま変わりません。これからの公開や締切、終了は、どの原稿にもありません。")
        }
    }
    Ok(match is_faulty {
        true => Verdict::Faulty,
        false => Verdict::Clean,
    })
}
