//! `Parsed` (layer 4): every file read for itself, its values in strict types, nothing resolved that crosses files.
//!
//! Invariant: parsing one file sees no other file, so files are parsed on all cores and in any order.

use std::collections::BTreeSet;
use std::ops::Range;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Findings};
use crate::model::blob::Blob;
use crate::model::body::Body;
use crate::model::desk::Desk;
use crate::model::document::DocumentName;
use crate::model::facet::Facets;
use crate::model::field::Field;
use crate::model::holidays::Holidays;
use crate::model::institution::Institution;
use crate::model::kind::Kind;
use crate::model::names::{Slug, Text};
use crate::model::register::Register;
use crate::model::settings::{Settings, Word};
use crate::model::ward::Contact;
use crate::parse::paths::Role;
use crate::source::{Content, Source, Sources};
use crate::text::span::{SourceId, Span};

mod accessibility;
pub mod amounts;
pub mod answers;
pub mod cells;
pub mod contacts;
pub mod dates;
pub mod desk;
pub mod eras;
pub mod facets;
pub mod figures;
pub mod headers;
pub mod holidays;
pub mod hours;
pub mod labels;
pub mod lines;
pub mod markdown;
pub mod paths;
pub mod plain;
pub mod position;
pub mod rank;
pub mod registers;
pub mod repeats;
pub mod schedule;
pub mod settings;
pub mod slips;
mod table;
mod teaching;
pub mod times;
pub mod values;
pub mod weekdays;
pub mod yaml;

/// All files, parsed.
#[derive(Debug, Default)]
pub struct Parsed {
    pub settings: Option<Settings>,
    pub words: Vec<Word>,
    pub wards: Vec<ParsedWard>,
    pub registers: Vec<ParsedRegister>,
    pub welcomes: Vec<ParsedWelcome>,
    pub manuscripts: Vec<Manuscript>,
    pub attachments: Vec<ParsedAttachment>,
    pub holidays: Holidays,
    pub diagnostics: Vec<Diagnostic>,
}

/// `ward.yaml`.
#[derive(Debug)]
pub struct ParsedWard {
    pub source: SourceId,
    /// BLAKE3 of the text.
    pub digest: [u8; 32],
    pub id: Slug,
    pub name: Text,
    pub reading: Text,
    pub roman: Option<Text>,
    pub code: Option<Text>,
    pub office: Text,
    pub hours: Option<Text>,
    /// May be empty; `assemble` says so.
    pub contacts: Vec<Contact>,
    pub desk: Option<Desk>,
}

/// A register of a ward.
#[derive(Debug)]
pub struct ParsedRegister {
    pub source: SourceId,
    /// BLAKE3 of the bytes.
    pub digest: [u8; 32],
    pub ward: Slug,
    pub register: Register,
    pub institutions: Vec<Institution>,
    pub other_columns: Vec<Text>,
}

/// `welcome.md`.
#[derive(Debug)]
pub struct ParsedWelcome {
    pub source: SourceId,
    pub home: Home,
    pub title: Option<Text>,
    pub body: Body,
}

/// A document as its author wrote it.
#[derive(Debug)]
pub struct Manuscript {
    pub source: SourceId,
    pub home: Home,
    pub kind: Kind,
    pub name: DocumentName,
    /// BLAKE3 of the text.
    pub digest: [u8; 32],
    pub facets: Facets,
    pub body: Body,
}

/// A file in the folder of a document.
#[derive(Debug)]
pub struct ParsedAttachment {
    pub source: SourceId,
    /// The path of the manuscript it belongs to, whether or not there is one.
    pub manuscript: Box<str>,
    pub name: Box<str>,
    pub blob: Blob,
}

/// The folder a file lies in: `content/city` or one below `content/wards`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Home {
    City,
    Ward(Slug),
}

/// Parses every file below `content/` that is not in `left_out`, on all cores.
pub fn parse(sources: &Sources, left_out: &BTreeSet<SourceId>) -> Parsed {
    let files: Vec<(SourceId, &Source)> = sources
        .below("content/")
        .filter(|(id, _)| !left_out.contains(id))
        .collect();
    let parsed: Vec<One> = files
        .par_iter()
        .map(|(id, source)| parse_one(*id, source))
        .collect();
    let mut all = Parsed::default();
    for one in parsed {
        all.diagnostics.extend(one.findings);
        match one.value {
            Value::Nothing => {}
            Value::Settings(settings) => all.settings = Some(*settings),
            Value::Words(words) => all.words = words,
            Value::Holidays(holidays) => all.holidays = holidays,
            Value::Ward(ward) => all.wards.push(*ward),
            Value::Register(register) => all.registers.push(*register),
            Value::Welcome(welcome) => all.welcomes.push(*welcome),
            Value::Manuscript(manuscript) => all.manuscripts.push(*manuscript),
            Value::Attachment(attachment) => all.attachments.push(*attachment),
        }
    }
    all
}

/// What came of one file.
struct One {
    value: Value,
    findings: Vec<Diagnostic>,
}

enum Value {
    Nothing,
    Settings(Box<Settings>),
    Words(Vec<Word>),
    Holidays(Holidays),
    Ward(Box<ParsedWard>),
    Register(Box<ParsedRegister>),
    Welcome(Box<ParsedWelcome>),
    Manuscript(Box<Manuscript>),
    Attachment(Box<ParsedAttachment>),
}

fn parse_one(id: SourceId, source: &Source) -> One {
    let mut findings = Findings::new(id);
    let path = source.path.strip_prefix("content/").unwrap_or(&source.path);
    let value = match paths::role(path, &findings.file()) {
        Ok(role) => read(role, id, source, &mut findings),
        Err(diagnostic) => {
            findings.push(diagnostic);
            Value::Nothing
        }
    };
    One {
        value,
        findings: findings.into_vec(),
    }
}

fn read(role: Role, source: SourceId, file: &Source, findings: &mut Findings) -> Value {
    let text = match (&file.content, role) {
        (Content::Binary(blob), Role::Attachment { manuscript, name }) => {
            return Value::Attachment(Box::new(ParsedAttachment {
                source,
                manuscript: manuscript.into(),
                name: name.into(),
                blob: blob.clone(),
            }));
        }
        (Content::Table(bytes), Role::Register(ward, register)) => {
            return self::register(bytes, source, (ward, register), findings);
        }
        (_, Role::Attachment { .. }) | (Content::Binary(_) | Content::Table(_), _) => {
            return Value::Nothing;
        }
        (Content::Text(text), role) => (text, role),
    };
    match text {
        (text, Role::Settings) => settings::site(text, source, findings)
            .map_or(Value::Nothing, |site| Value::Settings(Box::new(site))),
        (text, Role::Holidays) => Value::Holidays(holidays::holidays(text, findings)),
        (text, Role::Words) => Value::Words(settings::words(text, findings)),
        (text, Role::Ward(id)) => settings::ward(text, source, id, findings)
            .map_or(Value::Nothing, |ward| Value::Ward(Box::new(ward))),
        (text, Role::Welcome(home)) => {
            Value::Welcome(Box::new(welcome(text, source, home, findings)))
        }
        (text, Role::Manuscript { home, kind, name }) => {
            let manuscript = manuscript(text, source, (home, kind, name), findings);
            manuscript.map_or(Value::Nothing, |manuscript| {
                Value::Manuscript(Box::new(manuscript))
            })
        }
        (_, Role::Attachment { .. } | Role::Register(..)) => Value::Nothing,
    }
}

fn register(
    bytes: &[u8],
    source: SourceId,
    (ward, register): (Slug, Register),
    findings: &mut Findings,
) -> Value {
    let Some(read) = registers::register(bytes, findings) else {
        return Value::Nothing;
    };
    Value::Register(Box::new(ParsedRegister {
        source,
        digest: *blake3::hash(bytes).as_bytes(),
        ward,
        register,
        institutions: read.institutions,
        other_columns: read.other_columns,
    }))
}

fn manuscript(
    text: &str,
    source: SourceId,
    place: (Home, Kind, DocumentName),
    findings: &mut Findings,
) -> Option<Manuscript> {
    let (home, kind, name) = place;
    let front = front_matter(text, findings)?;
    // What cannot be read above does not keep the text below from being looked at.
    let facets = match yaml::entries(text, front.clone(), findings) {
        Some(entries) => facets::facets(&entries, text, kind, &name, findings),
        None => Facets::default(),
    };
    let start = body_start(text, front.end);
    Some(Manuscript {
        source,
        home,
        kind,
        name,
        digest: digest(text),
        facets,
        body: markdown::body(text, start, findings),
    })
}

/// Of a text, whatever its line ends: a copy made on Windows is the same manuscript.
pub fn digest(text: &str) -> [u8; 32] {
    let hash = match text.contains('\r') {
        true => blake3::hash(text.replace("\r\n", "\n").as_bytes()),
        false => blake3::hash(text.as_bytes()),
    };
    *hash.as_bytes()
}

/// `welcome.md` needs no front matter; a title is all it may have.
fn welcome(text: &str, source: SourceId, home: Home, findings: &mut Findings) -> ParsedWelcome {
    let front = text
        .trim_start()
        .starts_with(FENCE)
        .then(|| front_matter(text, findings))
        .flatten();
    let entries = front
        .clone()
        .and_then(|front| yaml::entries(text, front, findings))
        .unwrap_or_default();
    let title = entries
        .iter()
        .find(|entry| Field::named(&entry.key.value) == Some(Field::Title));
    let title = title
        .and_then(|entry| entry.values.first())
        .and_then(|value| Text::new(&value.value));
    let start = front.map_or(0, |front| body_start(text, front.end));
    ParsedWelcome {
        source,
        home,
        title,
        body: markdown::body(text, start, findings),
    }
}

/// What stands above and below front matter.
pub const FENCE: &str = "---";

const FENCE_HELP: &str = "1行目に「---」、次の行から「題名: …」などの項目、その次の行にもう一度「---」を書いてください。";

/// The lines between the two `---` at the top, without them. Empty lines above do not matter.
fn front_matter(text: &str, findings: &mut Findings) -> Option<Range<usize>> {
    let is_fence = |line: &str| line.trim_end() == FENCE;
    let error = |findings: &Findings, code, at, title| {
        Diagnostic::error(code, findings.at(at), title).help(FENCE_HELP)
    };
    let mut lines =
        plain::numbered_lines(text, 0..text.len()).skip_while(|(_, line)| line.trim().is_empty());
    let Some((at, first)) = lines.next() else {
        let empty = error(
            findings,
            "front-matter-missing",
            Span::new(0..0),
            "原稿が空です",
        );
        findings.push(empty);
        return None;
    };
    let opening = Span::new(at..at + first.trim_end().len());
    if !is_fence(first) {
        let title = "原稿の始めに題名などの欄がありません";
        findings.push(match slips::is_like_fence(first) {
            true => slips::fence(opening, findings),
            false => error(findings, "front-matter-missing", opening, title),
        });
        return None;
    }
    let start = body_start(text, at);
    let mut alike = None;
    for (at, line) in lines {
        if is_fence(line) {
            return Some(start..at);
        }
        if alike.is_none() && slips::is_like_fence(line) {
            alike = Some(Span::new(at..at + line.trim_end().len()));
        }
    }
    findings.push(match alike {
        Some(span) => slips::fence(span, findings),
        None => {
            let title = "題名などの欄が閉じていません";
            error(findings, "front-matter-unclosed", opening, title)
        }
    });
    None
}

/// The offset behind the `---` line that starts at `fence`.
fn body_start(text: &str, fence: usize) -> usize {
    let rest = text.get(fence..).unwrap_or_default();
    fence + rest.find('\n').map_or(rest.len(), |end| end + 1)
}
