//! `CHECKS` (layer 6): what can be wrong with content, and the rules that look at the assembled site; a site goes in, diagnostics come out.
//!
//! Invariant: a rule only reads, sees no other rule and works alone, so rules run on all cores and in any order.
//! Invariant: every code a diagnostic can have is a row, whichever phase finds it.

use rayon::prelude::*;

use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;
use crate::model::site::Site;

pub use input::{Input, Owner, TextOf, Writing, at, location, offered};
pub use passage::{OBJECT, Origin, Passage};
pub use signs::Signs;
pub use tokens::{Day, Form, Half, Kind, Line, Money, Named, Phone, Postal, Time, Token, Written};

mod characters;
mod dates;
mod images;
mod input;
mod lessons;
mod links;
mod passage;
mod pdf;
mod phases;
mod registers;
mod signs;
mod structure;
#[cfg(test)]
mod testing;
mod tokens;
mod wards;
mod wording;

/// One row of `CHECKS`.
#[derive(Clone, Copy, Debug)]
pub struct CheckRow {
    pub code: &'static str,
    /// The gravest a finding of this code can be.
    pub severity: Severity,
    /// Whether it can offer an edit that `kairan check --fix` makes without asking.
    pub fixes: bool,
    pub finds: Stage,
    /// What it detects, in one sentence for the catalogue.
    pub detects: &'static str,
    /// Why it matters to readers, in a sentence or two for the catalogue.
    pub why: &'static str,
    /// The standard or guideline it follows; empty when only this program needs it.
    pub source: &'static str,
    /// What it finds, each the text of a manuscript, or a whole one when it begins with `---`.
    pub bad: &'static [&'static str],
    /// The same put right, and what only looks like the fault; nothing is found in it.
    pub good: &'static [&'static str],
}

/// The phase that finds something.
#[derive(Clone, Copy, Debug)]
pub enum Stage {
    Reading,
    Parsing,
    Assembling,
    /// While the theme is made ready.
    Theming,
    /// While sheets of paper are set.
    Printing,
    Checking(Rule),
}

/// A function that looks for one thing.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// In one passage, when it has any of these kinds of characters.
    Passage(Signs, fn(&Passage, &Input) -> Vec<Diagnostic>),
    /// In all passages of a document or of a welcome together, when any has these kinds of characters.
    Passages(Signs, fn(&[Passage], &Input) -> Vec<Diagnostic>),
    /// In the text of a document or of a welcome.
    Writing(fn(&Writing, &Input) -> Vec<Diagnostic>),
    /// In a document as a whole.
    Document(fn(&Document, &Input) -> Vec<Diagnostic>),
    /// In what several documents or the settings say; it must stay linear in the documents.
    Site(fn(&Input) -> Vec<Diagnostic>),
}

/// Rows that belong together.
#[derive(Clone, Copy, Debug)]
pub struct Family {
    pub id: &'static str,
    pub label: &'static str,
    pub rows: &'static [CheckRow],
}

const fn family(id: &'static str, label: &'static str, rows: &'static [CheckRow]) -> Family {
    Family { id, label, rows }
}

/// Everything the program can find: `CHECKS` of the design, by family.
pub const FAMILIES: &[Family] = &[
    family("characters", "文字", characters::ROWS),
    family("wording", "言葉と文", wording::ROWS),
    family("dates", "日時、数、連絡先", dates::ROWS),
    family("links", "リンクと添付ファイル", links::ROWS),
    family("pdf", "添付のPDF", pdf::ROWS),
    family("structure", "見出し、箇条書き、表", structure::ROWS),
    family("images", "画像と色", images::ROWS),
    family("wards", "区の原稿として", wards::ROWS),
    family("registers", "名簿", registers::ROWS),
    family("lessons", "スライドと理解度チェック", lessons::ROWS),
    family("markdown", "本文の書き方", phases::markdown::ROWS),
    family("front-matter", "項目の書き方", phases::front_matter::ROWS),
    family("times", "日時の書き方", phases::times::ROWS),
    family("values", "項目の内容", phases::values::ROWS),
    family("reading", "ファイル", phases::reading::ROWS),
    family("site", "設定とデザイン", phases::site::ROWS),
];

/// All rows of all families.
pub fn rows() -> impl Iterator<Item = &'static CheckRow> {
    FAMILIES.iter().flat_map(|family| family.rows)
}

/// Runs every rule; the findings are in the order of sources and of the characters they mark.
pub fn run<'a>(site: &'a Site, text: &'a TextOf<'a>) -> Vec<Diagnostic> {
    let rules: Vec<Rule> = rows().filter_map(CheckRow::rule).collect();
    apply(&rules, &Input::new(site, text))
}

impl CheckRow {
    fn rule(&self) -> Option<Rule> {
        match self.finds {
            Stage::Checking(rule) => Some(rule),
            Stage::Reading
            | Stage::Parsing
            | Stage::Assembling
            | Stage::Theming
            | Stage::Printing => None,
        }
    }
}

/// Applies the rules in one pass over the documents.
fn apply(rules: &[Rule], input: &Input) -> Vec<Diagnostic> {
    let documents = input.site.documents.par_iter();
    let documents = documents.flat_map_iter(|document| in_document(rules, document, input));
    let writings: Vec<Writing> = input.writings().collect();
    let writings = writings.par_iter();
    let writings = writings.flat_map_iter(|writing| in_writing(rules, writing, input));
    let site = rules.par_iter().flat_map_iter(|rule| in_site(*rule, input));
    let mut found: Vec<Diagnostic> = documents.chain(writings).chain(site).collect();
    found.sort_by(|a, b| (a.source(), &a.at, a.code).cmp(&(b.source(), &b.at, b.code)));
    found
}

fn in_document(rules: &[Rule], document: &Document, input: &Input) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in rules {
        match rule {
            Rule::Document(check) => found.extend(check(document, input)),
            Rule::Passage(..) | Rule::Passages(..) | Rule::Writing(_) | Rule::Site(_) => {}
        }
    }
    found
}

fn in_writing(rules: &[Rule], writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let passages = Passage::all(writing, input.text(writing.source));
    let mut found = Vec::new();
    for rule in rules {
        match rule {
            Rule::Passage(wanted, check) => {
                let asked = passages.iter().filter(|one| one.signs.meets(*wanted));
                found.extend(asked.flat_map(|passage| check(passage, input)));
            }
            Rule::Passages(wanted, check) => {
                if passages.iter().any(|one| one.signs.meets(*wanted)) {
                    found.extend(check(&passages, input));
                }
            }
            Rule::Writing(check) => found.extend(check(writing, input)),
            Rule::Document(_) | Rule::Site(_) => {}
        }
    }
    found
}

fn in_site(rule: Rule, input: &Input) -> Vec<Diagnostic> {
    match rule {
        Rule::Site(check) => check(input),
        Rule::Passage(..) | Rule::Passages(..) | Rule::Writing(_) | Rule::Document(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::checks::testing::{KITA, NISHI, Sample, date};
    use crate::checks::{rows, run};
    use crate::model::ward::{Place, Welcome};
    use crate::text::span::SourceId;

    fn codes(sample: &Sample) -> Vec<(u32, &'static str)> {
        let text = |source: SourceId| sample.texts[source.0 as usize].as_str();
        let found = run(&sample.site, &text).into_iter();
        let found = found.map(|found| (found.source().map_or(0, |source| source.0), found.code));
        found.collect()
    }

    #[test]
    fn every_row_has_its_own_code_and_one_sentence() {
        let mut codes = BTreeSet::new();
        for row in rows() {
            assert!(codes.insert(row.code), "{} stands twice", row.code);
            let word = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
            assert!(row.code.bytes().all(word), "{}", row.code);
            assert_eq!(row.detects.matches('。').count(), 1, "{}", row.code);
        }
    }

    #[test]
    fn findings_stand_in_the_order_of_sources_and_characters() {
        let mut sample = Sample::new();
        let text = "西区の講演会\n更新日: その日\n#### 見出し";
        for place in [KITA, NISHI] {
            sample.add_in(place, "notices/2026-11-01-a", text, |draft| {
                draft.document.facets.updated = Some(draft.date("2026-10-01", "その日"));
                draft.headings();
            });
        }
        let expected = [
            (3, "ward-other-name"),
            (3, "updated-early"),
            (3, "heading-order"),
            (4, "updated-early"),
            (4, "heading-order"),
        ];
        assert_eq!(codes(&sample), expected);
    }

    #[test]
    fn a_welcome_is_checked_like_the_text_of_a_document() {
        let mut sample = Sample::new();
        sample.add_in(Place::City, "guides/start", "題名\n# 見出し", |draft| {
            draft.headings();
            draft.document.facets.reviewed = Some(draft.date("2020-01-01", "題名"));
        });
        sample.site.today = date("2020-06-01");
        let document = sample.site.documents.pop().expect("just added");
        assert!(codes(&sample).is_empty());
        sample.site.wards[0].welcome = Some(Welcome {
            title: None,
            source: document.source,
            body: document.body,
            targets: document.targets,
        });
        assert_eq!(codes(&sample), [(3, "heading-order")]);
    }
}
