//! Words of the glossary in the texts (part of phase `assemble`): bodies in, the same bodies with readings and links to explanations out.
//!
//! At its first appearance on a page a word gets its reading, and a link to its explanation. A heading or a link gets the reading only;
//! code gets nothing. A word that its author has given a reading has had its first appearance. The longest word wins, and a word
//! is not one where it is only part of a longer one (`is_whole`).
//!
//! Invariant: without tags and readings a text is the same before and after.

mod flat;

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use rayon::prelude::*;

use crate::model::body::{Body, Hole, Piece};
use crate::model::document::Document;
use crate::model::lesson::Sheet;
use crate::model::names::Text;
use crate::model::settings::Word;
use crate::model::site::Site;
use crate::text::japanese::{is_kana, is_kanji};
use crate::text::reading;

use flat::{Flat, Standing};

/// Brings the words into every text of the site, each page's texts in the order they are read.
pub fn fill(site: &mut Site) {
    let Some(glossary) = Glossary::new(&site.words) else {
        return;
    };
    site.documents.par_iter_mut().for_each(|document| {
        let sheets = sheets(document);
        glossary.mark(&mut [
            (&mut document.summary, &[]),
            (&mut document.body, sheets.as_slice()),
        ]);
    });
    let of_wards = site.wards.iter_mut().map(|ward| &mut ward.welcome);
    for welcome in of_wards.chain([&mut site.welcome]).flatten() {
        glossary.mark(&mut [(&mut welcome.body, &[])]);
    }
}

/// The page that shows each piece of the text of a deck; nothing for other texts, which have one page.
fn sheets(document: &Document) -> Vec<Sheet> {
    let Some(parting) = document.parting().filter(|parting| parting.is_deck()) else {
        return Vec::new();
    };
    let mut part = 0;
    let pieces = document.body.pieces.iter().map(|piece| {
        part += usize::from(*piece == Piece::Break);
        parting.part_sheet(part)
    });
    pieces.collect()
}

/// A short text without any markup.
pub fn plain(text: &Text) -> Body {
    Body::new(vec![Piece::Html(escaped(text.as_str()).into())])
}

/// The words ready to be found.
struct Glossary {
    search: AhoCorasick,
    /// What each pattern of the search stands for.
    forms: Vec<Form>,
    words: usize,
}

/// A word, or another way to write it.
struct Form {
    /// An index into `Site::words`.
    word: usize,
    /// The word with its reading above it, as HTML; `None` for one that needs none, and for other ways to write it.
    ruby: Option<Box<str>>,
}

impl Glossary {
    /// `None` when there is nothing to look for.
    fn new(words: &[Word]) -> Option<Self> {
        let mut patterns: Vec<String> = Vec::new();
        let mut forms = Vec::new();
        for (index, word) in words.iter().enumerate() {
            let escaped = escaped(word.word.as_str());
            forms.push(Form {
                word: index,
                ruby: ruby(&escaped, word.reading.as_str()),
            });
            patterns.push(escaped);
            for alias in &word.aliases {
                forms.push(Form {
                    word: index,
                    ruby: None,
                });
                patterns.push(self::escaped(alias.as_str()));
            }
        }
        let search = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(&patterns);
        // Building fails only beyond the size of a glossary anybody could write; pages then have no readings.
        let search = search.ok().filter(|_| !patterns.is_empty())?;
        Some(Self {
            search,
            forms,
            words: words.len(),
        })
    }

    /// Marks the words in the texts of one document, each with the pages that show its pieces.
    fn mark(&self, bodies: &mut [(&mut Body, &[Sheet])]) {
        let mut seen = BTreeMap::new();
        for (body, sheets) in bodies {
            let edits = self.edits(&Flat::new(&body.pieces), sheets, &mut seen);
            if !edits.is_empty() {
                body.pieces = edited(&body.pieces, &edits);
            }
        }
    }

    fn edits(
        &self,
        flat: &Flat,
        sheets: &[Sheet],
        seen: &mut BTreeMap<Sheet, Seen>,
    ) -> Vec<Edit<'_>> {
        let mut edits = Vec::new();
        for found in self.search.find_iter(&flat.text) {
            let Some(form) = self.forms.get(found.pattern().as_usize()) else {
                continue;
            };
            let range = found.range();
            if is_whole(&flat.text, &range) {
                let first = flat.touched(&range).first();
                let sheet = first.and_then(|stretch| sheets.get(stretch.piece));
                let sheet = sheet.copied().unwrap_or(Sheet::Own);
                let seen = seen.entry(sheet).or_insert_with(|| Seen::new(self.words));
                edits.extend(form.edit(flat, &range, seen));
            }
        }
        edits
    }
}

/// Which words have had their first appearance on the page, by `Site::words`.
struct Seen {
    read: Vec<bool>,
    linked: Vec<bool>,
}

impl Seen {
    fn new(words: usize) -> Self {
        Self {
            read: vec![false; words],
            linked: vec![false; words],
        }
    }
}

/// Markup around a word.
struct Edit<'g> {
    piece: usize,
    /// The bytes of the piece that the word takes.
    range: Range<usize>,
    /// What to write for them, where it is not the same.
    ruby: Option<&'g str>,
    link: Option<usize>,
}

impl Form {
    fn edit(&self, flat: &Flat, range: &Range<usize>, seen: &mut Seen) -> Option<Edit<'_>> {
        let (read, linked) = (
            seen.read.get_mut(self.word)?,
            seen.linked.get_mut(self.word)?,
        );
        let touched = flat.touched(range);
        let own = self.ruby.as_deref();
        if touched
            .iter()
            .any(|stretch| stretch.standing == Standing::Ruby)
        {
            *read |= own.is_some();
            return None;
        }
        let [stretch] = touched else {
            return None;
        };
        let (may_read, may_link) = match stretch.standing {
            Standing::Free => (true, true),
            Standing::Linkless => (true, false),
            Standing::Ruby | Standing::Code => (false, false),
        };
        let ruby = own.filter(|_| may_read && !*read);
        let link = (may_link && !*linked).then_some(self.word);
        *read |= ruby.is_some();
        *linked |= link.is_some();
        (ruby.is_some() || link.is_some()).then_some(())?;
        Some(Edit {
            piece: stretch.piece,
            range: stretch.place(range)?,
            ruby,
            link,
        })
    }
}

/// The pieces with the edits, which are in their order, made.
fn edited(pieces: &[Piece], edits: &[Edit<'_>]) -> Vec<Piece> {
    let mut out = Vec::with_capacity(pieces.len() + edits.len() * 2);
    let mut rest = edits;
    for (index, piece) in pieces.iter().enumerate() {
        let count = rest.partition_point(|edit| edit.piece == index);
        let (own, later) = rest.split_at(count);
        rest = later;
        match piece {
            Piece::Html(html) if !own.is_empty() => edit_piece(html, own, &mut out),
            Piece::Html(_) | Piece::Hole(_) | Piece::Break => out.push(piece.clone()),
        }
    }
    out
}

fn edit_piece(html: &str, edits: &[Edit<'_>], out: &mut Vec<Piece>) {
    let part = |range: Range<usize>| html.get(range).unwrap_or_default();
    let mut words = String::with_capacity(html.len() + edits.len() * 128);
    let mut done = 0;
    for edit in edits {
        words.push_str(part(done..edit.range.start));
        done = edit.range.end;
        if let Some(word) = edit.link {
            words.push_str("<a class=\"k-term\" href=\"");
            out.push(Piece::Html(std::mem::take(&mut words).into()));
            out.push(Piece::Hole(Hole::Word(word)));
            words.push_str("\" aria-describedby=\"k-term-note\">");
        }
        words.push_str(edit.ruby.unwrap_or(part(edit.range.clone())));
        if edit.link.is_some() {
            words.push_str("</a>");
        }
    }
    words.push_str(part(done..html.len()));
    out.push(Piece::Html(words.into()));
}

/// As `parse::markdown` writes words between tags.
fn escaped(word: &str) -> String {
    let word = word.replace('&', "&amp;");
    word.replace('<', "&lt;").replace('>', "&gt;")
}

/// The escaped word with its reading; `None` where it needs none.
fn ruby(word: &str, reading: &str) -> Option<Box<str>> {
    let mut ruby = String::new();
    for part in reading::parts(word, reading) {
        match part.reading {
            Some(reading) => {
                ruby.push_str(&format!(
                    "<ruby>{}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby>",
                    part.base
                ));
            }
            None => ruby.push_str(part.base),
        }
    }
    (!ruby.is_empty()).then(|| ruby.into())
}

/// Whether what stands at `range` is a word of its own.
///
/// Japanese has no blanks between words, so the kind of the characters tells: a kanji beside a kanji, a katakana beside a katakana, or a
/// Latin letter or digit beside another makes a longer word (看護 in 看護師), and a word all in hiragana may stand only before a particle.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let part = |range: Range<usize>| text.get(range).unwrap_or_default();
    let (before, word) = (part(0..range.start), part(range.clone()));
    let after = part(range.end..text.len());
    let (last, next) = (before.chars().next_back(), after.chars().next());
    if word.chars().all(is_hiragana) {
        return !last.is_some_and(is_hiragana)
            && !next.is_some_and(|next| is_hiragana(next) && !PARTICLES.contains(next));
    }
    let is_one = |left: Option<char>, right: Option<char>| {
        let (left, right) = (left.and_then(script), right.and_then(script));
        left.is_some() && left == right
    };
    let starts = !is_one(last, word.chars().next());
    let ends = !is_one(word.chars().next_back(), next) || is_suffix(after);
    // The name of a character reference is no word.
    starts && ends && last != Some('&')
}

/// What a noun is followed by.
const PARTICLES: &str = "のをにはがでともや";

/// Whether a kanji follows that only says of a whole word when, where or what for: 往診時, 在宅医療等.
fn is_suffix(after: &str) -> bool {
    let mut signs = after.chars();
    let is_suffix = signs
        .next()
        .is_some_and(|sign| "等時後前中用".contains(sign));
    is_suffix && !signs.next().is_some_and(is_kanji)
}

/// Characters that make words together.
#[derive(PartialEq, Eq)]
enum Script {
    Kanji,
    Katakana,
    Latin,
}

fn script(sign: char) -> Option<Script> {
    match sign {
        sign if is_kanji(sign) => Some(Script::Kanji),
        sign if is_kana(sign) && !is_hiragana(sign) => Some(Script::Katakana),
        '0'..='9' | 'A'..='Z' | 'a'..='z' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            Some(Script::Latin)
        }
        _ => None,
    }
}

fn is_hiragana(sign: char) -> bool {
    matches!(sign, 'ぁ'..='ゖ')
}

#[cfg(test)]
mod tests;
