//! Markdown: each rule of the CommonMark CJK-friendly Amendments, and what kairan adds, as a text and its HTML.
//!
//! `tests/cases/markdown/<rule>.md` is read by itself, `<rule>.html` is what comes of it; selectors are in the texts as they are.

use std::fs;

use kairan::diag::Findings;
use kairan::model::body::Hole;
use kairan::parse::markdown;
use kairan::text::span::SourceId;
use snapbox::{Data, assert_data_eq};

use crate::site::{cases, files_below};

fn html(text: &str) -> String {
    let body = markdown::body(text, 0, &mut Findings::new(SourceId(0)));
    body.html(|hole, out| match hole {
        Hole::Target(link) => out.push_str(&body.links[link].target),
        // A text alone has no files beside it.
        Hole::File(_) => {}
    })
}

#[test]
fn every_rule_gives_the_html_it_expects() {
    let folder = cases().join("markdown");
    let mut count = 0;
    for (name, text) in files_below(&folder) {
        if let Some(rule) = name.strip_suffix(".md") {
            let expected = folder.join(format!("{rule}.html"));
            assert_data_eq!(html(&text), Data::read_from(&expected, None).raw());
            count += 1;
        }
    }
    assert_eq!(count * 2, fs::read_dir(&folder).map_or(0, Iterator::count));
}
