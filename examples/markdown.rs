//! Markdown in, HTML out, for comparing with other implementations: texts on standard input, each ended by NUL, and their HTML on standard
//! output, each ended by NUL. The address of a link stands in its place. `plain` asks for the HTML of pulldown-cmark alone.

use std::env;
use std::io::{self, Read, Write};

use kairan::diag::Findings;
use kairan::model::body::Hole;
use kairan::parse::markdown;
use kairan::text::span::SourceId;

fn main() -> io::Result<()> {
    let is_plain = env::args().nth(1).as_deref() == Some("plain");
    let mut texts = String::new();
    io::stdin().read_to_string(&mut texts)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    for text in texts.split_terminator('\0') {
        let html = match is_plain {
            true => plain(text),
            false => kairan(text),
        };
        write!(out, "{html}\0")?;
    }
    out.flush()
}

fn kairan(text: &str) -> String {
    let mut findings = Findings::new(SourceId(0));
    let body = markdown::body(text, 0, &mut findings);
    body.html(|hole, out| match hole {
        Hole::Target(link) => {
            let target = body.links.get(link).map_or("", |link| &*link.target);
            out.push_str(&target.replace('&', "&amp;").replace('"', "&quot;"));
        }
        // A text alone has no files beside it.
        Hole::File(_) => {}
    })
}

fn plain(text: &str) -> String {
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(text));
    html
}
