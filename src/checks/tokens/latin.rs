//! What begins with Latin letters: addresses, names of files, standards and codes.

use std::ops::Range;

use crate::checks::tokens::kinds::Kind;
use crate::checks::tokens::scan::{Scan, is_digit_next};
use crate::checks::tokens::{Found, days, times};
use crate::text::japanese::Cursor;

/// The endings of names of files.
const ENDINGS: &[&str] = &[
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "csv", "txt", "zip", "jpg", "jpeg", "png",
    "gif", "svg", "html", "htm", "md", "yaml", "json", "ics", "xml", "mp3", "mp4", "exe",
];

/// No name of a file is longer.
const NAME: usize = 60;

/// Names of standards, whose parts may be set apart by blanks.
const STANDARDS: &[&str] = &[
    "JIS", "ISO", "IEC", "RFC", "EN", "IEEE", "ITU", "ANSI", "WCAG", "ISBN", "ISSN", "GIF", "PDF",
    "HTML", "CSS", "HTTP", "UTF", "TLS", "ARIA", "ICD",
];

/// Words that number what follows.
const NUMBERED: &[&str] = &[
    "no", "vol", "ver", "v", "p", "pp", "q", "fig", "ch", "sec", "rev", "step", "level",
];

/// Words after which a telephone number follows.
const LINES: &[&str] = &["tel", "fax", "phone", "mobile", "call"];

/// The end of the printable ASCII that goes on here, and the address or the name of a file in it.
pub fn address(scan: &Scan, at: usize) -> (usize, Option<(Range<usize>, Kind)>) {
    let mut end = at;
    while scan.is_ascii(end) && scan.sign(end).is_some_and(|sign| sign.is_ascii_graphic()) {
        end += 1;
    }
    if end == at {
        return (at + 1, None);
    }
    let found = url(scan, at..end)
        .or_else(|| email(scan, at..end))
        .or_else(|| file(scan, at..end));
    (end, found)
}

/// The range without signs that only end a sentence or a bracket.
fn trimmed(scan: &Scan, range: Range<usize>) -> Range<usize> {
    let mut end = range.end;
    while end > range.start
        && scan
            .before(end)
            .is_some_and(|sign| ".,;:!?)]}>\"'*".contains(sign))
    {
        end -= 1;
    }
    range.start..end
}

fn position(scan: &Scan, range: Range<usize>, word: &str) -> Option<usize> {
    range.into_iter().find(|at| scan.cursor(*at).eat_word(word))
}

fn url(scan: &Scan, run: Range<usize>) -> Option<(Range<usize>, Kind)> {
    let is_letter = |at: usize| scan.sign(at).is_some_and(|sign| sign.is_ascii_alphabetic());
    let start = match position(scan, run.clone(), "://") {
        Some(colon) => {
            let mut start = colon;
            while start > run.start && is_letter(start - 1) {
                start -= 1;
            }
            start
        }
        None => position(scan, run.clone(), "www.")?,
    };
    Some((trimmed(scan, start..run.end), Kind::Url))
}

fn email(scan: &Scan, run: Range<usize>) -> Option<(Range<usize>, Kind)> {
    let sign = position(scan, run.clone(), "@").filter(|sign| *sign > run.start)?;
    let is_name = |at: usize| {
        let sign = scan.sign(at);
        sign.is_some_and(|sign| sign.is_ascii_alphanumeric() || "._+-".contains(sign))
    };
    let mut start = sign;
    while start > run.start && is_name(start - 1) {
        start -= 1;
    }
    let end = (sign + 1..run.end).find(|at| !is_name(*at));
    let host = trimmed(scan, sign + 1..end.unwrap_or(run.end));
    position(scan, host.clone(), ".")?;
    (start < sign).then_some((start..host.end, Kind::Email))
}

/// A name with a known ending, with the words in Japanese before it, or a path.
fn file(scan: &Scan, run: Range<usize>) -> Option<(Range<usize>, Kind)> {
    let ending = run.clone().find_map(|at| ending(scan, at));
    if let Some(end) = ending {
        return Some((start_of_name(scan, run.start)..end, Kind::File));
    }
    let slashes = run
        .clone()
        .filter(|at| matches!(scan.sign(*at), Some('/' | '\\')));
    let letters = run
        .clone()
        .any(|at| scan.sign(at).is_some_and(|sign| sign.is_ascii_lowercase()));
    let is_path = slashes.count() >= 2 && letters;
    is_path.then(|| (trimmed(scan, run), Kind::File))
}

/// Where the name ends, when `.pdf` stands here.
fn ending(scan: &Scan, at: usize) -> Option<usize> {
    let mut cursor = scan.cursor(at);
    if !cursor.eat('.') {
        return None;
    }
    let from = cursor.at();
    let length = cursor.take_while(|sign| sign.is_ascii_alphanumeric());
    let is_known = ENDINGS.iter().any(|ending| {
        ending.len() == length
            && ending
                .chars()
                .zip(from..)
                .all(|(sign, at)| scan.sign(at).map(|sign| sign.to_ascii_lowercase()) == Some(sign))
    });
    is_known.then_some(cursor.at())
}

fn start_of_name(scan: &Scan, at: usize) -> usize {
    let mut start = at;
    while at - start < NAME
        && scan
            .before(start)
            .is_some_and(|sign| !" 、。「」『』()【】・:\u{FFFC}".contains(sign))
    {
        start -= 1;
    }
    start
}

/// What a word in Latin letters is, with the digits it goes on with.
pub fn word(scan: &Scan, at: usize) -> Found {
    if let Some(found) = days::day(scan, at).or_else(|| times::time(scan, at)) {
        return found;
    }
    let mut cursor = scan.cursor(at);
    let length = cursor.take_while(|sign| sign.is_ascii_alphabetic());
    let is = |words: &[&str]| {
        length <= 8 && {
            let end = at + length;
            let fits = |word: &&&str| word.len() == length && scan.follows(end, &[**word]);
            words.iter().any(|word| fits(&word))
        }
    };
    if is(LINES) {
        return (cursor.at(), None);
    }
    if is(NUMBERED) {
        let mut ahead = cursor;
        ahead.eat('.');
        ahead.spaces();
        if is_digit_next(ahead) {
            ahead.take_while(|sign| sign.is_ascii_alphanumeric() || sign == '-');
            tail(&mut ahead, &['.']);
            return (ahead.at(), Some(Kind::Item));
        }
    }
    let joints: &[char] = match is(STANDARDS) {
        true => &['-', '.', ':', '/', '_', '+', ' '],
        false => &['-', '.', ':', '/', '_', '+'],
    };
    let has_digit = tail(&mut cursor, joints);
    (cursor.at(), has_digit.then_some(Kind::Standard))
}

/// Takes letters and digits with at most one of `joints` between them, and says whether digits came. Blanks only lead to digits and capitals.
fn tail(cursor: &mut Cursor<'_>, joints: &[char]) -> bool {
    let mut end = *cursor;
    let mut has_digit = false;
    loop {
        let mut ahead = *cursor;
        let joint = ahead.peek().filter(|sign| joints.contains(sign));
        if joint.is_some() {
            ahead.bump();
        }
        let from = ahead;
        if ahead.take_while(|sign| sign.is_ascii_alphanumeric()) == 0 {
            break;
        }
        let is_far = joint == Some(' ')
            && !from
                .peek()
                .is_some_and(|sign| sign.is_ascii_digit() || sign.is_ascii_uppercase());
        if is_far {
            break;
        }
        let mut part = from;
        part.take_while(|sign| sign.is_ascii_alphabetic());
        let digits = part.at() < ahead.at();
        *cursor = ahead;
        if digits {
            has_digit = true;
            end = ahead;
        }
    }
    // Words without digits behind the last number are words: A4 and B.
    if has_digit {
        *cursor = end;
    }
    has_digit
}
