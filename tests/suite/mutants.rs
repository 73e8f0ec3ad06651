//! Manuscripts spoilt at random: whatever stands in them, the rest of the site is made and no page fails.

use std::fs;

use kairan::model::kind::{Dating, Kind, Scope};
use kairan::outputs::Make;
use proptest::prelude::{Strategy, any, prop};
use proptest::sample::Index;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

use crate::site::{TestSite, cases};

/// What people and programs leave behind in texts.
const PIECES: &[&str] = &[
    "---\n",
    "\n---\n",
    "**",
    "[",
    "](",
    "`",
    "｜",
    "《",
    "》",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "：",
    ": ",
    "\t",
    "    ",
    "- ",
    "> ",
    "|",
    "|---|\n",
    "\r\n",
    "\r",
    "<div>",
    "</p>",
    "<!--",
    "[^1]",
    "[^1]: ",
    "# ",
    "{#x}",
    "&a",
    "*a",
    "令和",
    "13月",
    "32日",
    "25時",
    "から",
    "（日曜日）",
    "〜",
    "99999999999999999999",
    "０",
    "㍻",
    "👨‍👩‍👧",
    "か\u{3099}",
    "> [!NOTE]\n",
    "表：",
    "```\n",
    "![](",
    "%zz",
    "\\",
    "\"",
    "|\n",
    "\u{85}",
    "\u{2028}",
    "状態: 中止\n",
    "日時:\n",
    "添付:\n  - a.pdf\n",
];

/// One change to a text: cut, put in, or say again what stands there.
#[derive(Clone, Debug)]
struct Edit {
    from: Index,
    length: usize,
    piece: Option<&'static str>,
    again: bool,
}

fn edit() -> impl Strategy<Value = Edit> {
    let piece = prop::option::of(prop::sample::select(PIECES));
    let parts = (any::<Index>(), 0_usize..12, piece, any::<bool>());
    parts.prop_map(|(from, length, piece, again)| Edit {
        from,
        length,
        piece,
        again,
    })
}

fn spoilt(text: &str, edits: &[Edit]) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for edit in edits {
        let start = edit.from.index(characters.len() + 1);
        let end = (start + edit.length).min(characters.len());
        let there: String = characters[start..end].iter().collect();
        let piece = edit.piece.unwrap_or_default();
        let new = match edit.again {
            true => format!("{there}{piece}{there}"),
            false => piece.to_owned(),
        };
        characters.splice(start..end, new.chars());
    }
    characters.into_iter().collect()
}

/// Every kind's full sample, with the place of its manuscript.
fn samples() -> Vec<(String, String)> {
    let sample = |kind: Kind| {
        let home = match kind.scope {
            Scope::CityOnly => "city",
            Scope::Everywhere => "wards/kita",
        };
        let name = match kind.dating {
            Dating::Dated => "2026-11-01-sample",
            Dating::Undated => "sample",
            Dating::FiscalYear => "2025",
        };
        let file = cases().join("kinds").join(kind.id).join("full.md");
        let text = fs::read_to_string(file).expect("every kind has a sample");
        (format!("content/{home}/{}/{name}.md", kind.id), text)
    };
    Kind::all().map(sample).collect()
}

#[test]
fn spoilt_manuscripts_leave_the_rest_of_the_site_whole() {
    let samples = samples();
    let edits = prop::collection::vec(prop::collection::vec(edit(), 1..4), samples.len());
    let config = Config {
        cases: 16,
        failure_persistence: None,
        ..Config::default()
    };
    let holds = |edits: Vec<Vec<Edit>>| {
        let mut site = TestSite::base();
        site.request.keep_going = true;
        for ((path, text), edits) in samples.iter().zip(&edits) {
            site = site.with(path, &spoilt(text, edits));
        }
        let built = site.build();
        let Some(plan) = &built.plan else {
            return Err(TestCaseError::fail(built.said));
        };
        for (path, job) in &plan.jobs {
            if let Make::Bytes(make) = &job.make
                && let Err(words) = make()
            {
                return Err(TestCaseError::fail(format!("{path}: {words}")));
            }
        }
        Ok(())
    };
    let ran = TestRunner::new(config).run(&edits, holds);
    ran.unwrap_or_else(|failure| panic!("{failure}"));
}
