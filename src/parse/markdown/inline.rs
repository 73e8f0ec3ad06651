//! Runs of words: ruby, bare addresses, marks of notes that do not exist, and `**` that mark nothing.

use std::ops::Range;

use crate::model::body::{Link, Ruby};
use crate::parse::markdown::run::Run;
use crate::parse::markdown::{Writer, escape};
use crate::text::script;

/// No reading, base or label is longer; the limit keeps unclosed marks from being searched through a whole text again and again.
const LONGEST_MARK: usize = 300;

/// Where the writing of a run stands.
struct Progress {
    /// Everything before is written.
    done: usize,
    /// Everything before has been looked at.
    at: usize,
    /// Whether stars that are not strong have been told of and may yet be closed.
    is_told: bool,
}

impl Writer<'_, '_> {
    /// Writes the words gathered so far.
    pub fn flush(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let mut run = std::mem::take(&mut self.run);
        self.write_run(&run);
        self.last = last_visible(run.text());
        run.clear();
        self.run = run;
    }

    fn write_run(&mut self, run: &Run) {
        let text = run.text();
        let mut progress = Progress {
            done: 0,
            at: 0,
            is_told: false,
        };
        while let Some((at, sign)) = next_sign(text, progress.at) {
            progress.at = at + sign.length();
            if !run.is_plain(at) {
                continue;
            }
            match sign {
                Sign::Star => self.stars(run, at, &mut progress),
                Sign::Bracket => self.missing_footnote(run, at),
                Sign::Address => self.bare_address(run, at, &mut progress),
                Sign::Bar => self.marked_ruby(run, at, &mut progress),
                Sign::Ruby => self.kanji_ruby(run, at, &mut progress),
            }
        }
        self.words(part(text, progress.done..text.len()));
    }

    /// Writes the words before `at` and goes on after `after`.
    fn up_to(&mut self, run: &Run, at: usize, after: usize, progress: &mut Progress) {
        self.words(part(run.text(), progress.done..at));
        progress.done = after;
        progress.at = after;
    }

    /// Stars that are still here mark nothing and are shown.
    fn stars(&mut self, run: &Run, at: usize, progress: &mut Progress) {
        let length = star_count(run, at);
        let after = at + length;
        progress.at = after;
        if length >= 2 {
            // What closes stars that have been told of needs no telling.
            if !progress.is_told {
                self.remarks.emphasis_broken(run.span(at..after));
            }
            progress.is_told = !progress.is_told;
        }
    }

    fn missing_footnote(&mut self, run: &Run, at: usize) {
        let text = run.text();
        let label = part(text, at..text.len())
            .strip_prefix("[^")
            .and_then(|rest| before_mark(rest, ']'))
            .filter(|label| {
                !label.is_empty() && !label.contains(|c: char| c == '[' || c.is_whitespace())
            });
        if let Some(label) = label
            && !part(text, 0..at).ends_with('!')
        {
            let span = run.span(at..at + "[^]".len() + label.len());
            self.remarks.footnote_missing(span, label);
        }
    }

    fn bare_address(&mut self, run: &Run, at: usize, progress: &mut Progress) {
        let text = run.text();
        let before = part(text, 0..at).bytes().next_back();
        let in_word = before.is_some_and(|byte| byte.is_ascii_alphanumeric());
        let may_link = self.open.link.is_none() && self.open.image.is_none();
        let address = address(part(text, at..text.len()));
        if in_word || !may_link || address.is_empty() {
            return;
        }
        let end = at + address.len();
        self.up_to(run, at, end, progress);
        let index = self.links.len();
        self.links.push(Link {
            target: address.into(),
            text: address.into(),
            span: run.span(at..end),
            is_image: false,
        });
        // On paper the address of a link follows its words; here the words are the address.
        self.html("<a class=\"k-address\" href=\"");
        self.hole(index);
        self.html("\">");
        self.words(address);
        self.html("</a>");
    }

    /// `｜漢字《かんじ》`, where the bar says where the words begin.
    fn marked_ruby(&mut self, run: &Run, at: usize, progress: &mut Progress) {
        let rest = after_sign(run.text(), at, Sign::Bar);
        let Some(base) = before_mark(rest, '《').filter(|base| !base.is_empty()) else {
            return;
        };
        let opening = at + Sign::Bar.length() + base.len();
        self.ruby(run, at..opening, base, progress);
    }

    /// `漢字《かんじ》`, where the words are the Chinese characters directly before.
    fn kanji_ruby(&mut self, run: &Run, at: usize, progress: &mut Progress) {
        let before = part(run.text(), progress.done..at);
        let base_start = before.trim_end_matches(is_kanji).len();
        let base = part(before, base_start..before.len());
        if !base.is_empty() {
            self.ruby(run, progress.done + base_start..at, base, progress);
        }
    }

    /// Writes `base`, which with its bar takes `range` of the run, with the reading that follows.
    fn ruby(&mut self, run: &Run, range: Range<usize>, base: &str, progress: &mut Progress) {
        let rest = after_sign(run.text(), range.end, Sign::Ruby);
        let Some(reading) = before_mark(rest, '》') else {
            return;
        };
        let end = range.end + Sign::Ruby.length() + reading.len() + '》'.len_utf8();
        if reading.trim().is_empty() {
            self.remarks.ruby_empty(run.span(range.start..end), base);
            progress.at = end;
            return;
        }
        let opening = range.end + Sign::Ruby.length();
        self.rubies.push(Ruby {
            base: run.span(range.end - base.len()..range.end),
            reading: run.span(opening..opening + reading.len()),
        });
        self.up_to(run, range.start, end, progress);
        self.html("<ruby>");
        self.words(base);
        if self.open.image.is_none() {
            self.out.push_str("<rp>（</rp><rt>");
            escape::text(&mut self.out, reading);
            self.out.push_str("</rt><rp>）</rp></ruby>");
        }
    }
}

/// The last character of `words` that is more than the form of the one before it.
pub fn last_visible(words: &str) -> Option<char> {
    let is_selector = |character: &char| {
        script::is_form_selector(*character) || script::is_ideographic_selector(*character)
    };
    words
        .chars()
        .rev()
        .find(|character| !is_selector(character))
}

/// A character that may be more than a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Star,
    Bracket,
    Address,
    Bar,
    Ruby,
}

impl Sign {
    fn length(self) -> usize {
        match self {
            Self::Star | Self::Bracket | Self::Address => 1,
            Self::Bar => '｜'.len_utf8(),
            Self::Ruby => '《'.len_utf8(),
        }
    }
}

/// The bytes that may end a sign. The full-width ones are known by their last byte, which is rarer in Japanese than their first.
static SIGN_ENDS: [bool; 256] = {
    let mut table = [false; 256];
    table[b'*' as usize] = true;
    table[b'[' as usize] = true;
    table[b'h' as usize] = true;
    table[0x9C] = true;
    table[0x8A] = true;
    table
};

/// The next sign at or after `from`.
fn next_sign(text: &str, from: usize) -> Option<(usize, Sign)> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let rest = bytes.get(at..)?;
        at += rest.iter().position(|byte| SIGN_ENDS[usize::from(*byte)])?;
        let (before, after) = (bytes.get(from..=at)?, bytes.get(at..)?);
        match bytes.get(at)? {
            b'*' => return Some((at, Sign::Star)),
            b'[' => return Some((at, Sign::Bracket)),
            b'h' if after.starts_with(b"http") => return Some((at, Sign::Address)),
            0x9C if before.ends_with("｜".as_bytes()) => return Some((at - 2, Sign::Bar)),
            0x8A if before.ends_with("《".as_bytes()) => return Some((at - 2, Sign::Ruby)),
            _ => at += 1,
        }
    }
}

fn part(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

fn after_sign(text: &str, at: usize, sign: Sign) -> &str {
    part(text, at + sign.length()..text.len())
}

/// What stands before the next `mark`, if no other sign or line end comes between.
fn before_mark(rest: &str, mark: char) -> Option<&str> {
    let is_end = |character: char| {
        character == mark || matches!(character, '《' | '》' | '｜' | '*' | '\n' | '\0')
    };
    let end = rest
        .char_indices()
        .take_while(|(at, _)| *at < LONGEST_MARK)
        .find(|(_, character)| is_end(*character));
    match end {
        Some((at, character)) if character == mark => rest.get(..at),
        _ => None,
    }
}

/// How many stars follow each other at `at`, none of them escaped.
fn star_count(run: &Run, at: usize) -> usize {
    let rest = part(run.text(), at..run.text().len());
    let stars = rest.bytes().take_while(|byte| *byte == b'*').count();
    (at..at + stars)
        .take_while(|star| run.is_plain(*star))
        .count()
}

/// The web address `rest` begins with; empty when there is none. It ends before the first character that Japanese text goes on with.
fn address(rest: &str) -> &str {
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| rest.starts_with(scheme));
    let Some(scheme) = scheme else {
        return "";
    };
    let mut end = rest
        .bytes()
        .position(|byte| !is_address_byte(byte))
        .unwrap_or(rest.len());
    let count = |byte: u8| {
        rest.bytes()
            .take(end)
            .filter(|other| *other == byte)
            .count()
    };
    let mut spare_round = count(b')').saturating_sub(count(b'('));
    let mut spare_square = count(b']').saturating_sub(count(b'['));
    while let Some(last) = end.checked_sub(1).and_then(|at| rest.as_bytes().get(at)) {
        let is_spare = match last {
            b')' if spare_round > 0 => {
                spare_round -= 1;
                true
            }
            b']' if spare_square > 0 => {
                spare_square -= 1;
                true
            }
            b'.' | b',' | b':' | b';' | b'!' | b'?' | b'\'' | b'[' | b'(' => true,
            _ => false,
        };
        if !is_spare {
            break;
        }
        end -= 1;
    }
    if end > scheme.len() {
        part(rest, 0..end)
    } else {
        ""
    }
}

/// RFC 3986 section 2, without the star, because authors put stars beside addresses to make them strong.
fn is_address_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()+,;=%".contains(&byte)
}

fn is_kanji(character: char) -> bool {
    matches!(character,
        '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '々' | '〆' | '〇' | 'ヶ')
}
