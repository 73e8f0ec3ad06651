//! Front matter to `Facets` (phase `parse`): every key is a known field its kind takes, once, and every value is read into its type.
//!
//! Invariant: an entry that is left out of the facets has been reported.

use crate::diag::{Diagnostic, Findings};
use crate::model::document::DocumentName;
use crate::model::facet::{Facets, When, Words};
use crate::model::field::{Facet, Field, Figure, Taught};
use crate::model::figures::Figures;
use crate::model::kind::Kind;
use crate::model::names::Text;
use crate::parse::FENCE;
use crate::parse::values::{Background, Entry};
use crate::parse::{
    amounts, answers, contacts, dates, figures, lines, position, rank, schedule, teaching, times,
};
use crate::text::span::{Span, Spanned};

/// Reads the front matter of a manuscript of a kind, whose name gives 掲載日.
pub fn facets(
    entries: &[Entry],
    text: &str,
    kind: Kind,
    name: &DocumentName,
    findings: &mut Findings,
) -> Facets {
    let mut facets = Facets::default();
    let mut unread = Unread::default();
    for entry in entries {
        let Some(field) = Field::named(&entry.key.value) else {
            unread.meant.extend(unknown(&entry.key, text, findings));
            continue;
        };
        if !kind.takes(field) {
            findings.push(not_here(&entry.key, field, kind, findings));
            continue;
        }
        let written = facets.key(field).or_else(|| key_in(&unread.blank, field));
        if let Some(first) = written {
            findings.push(twice(&entry.key, field, first, findings));
            continue;
        }
        let key = Spanned::new(field, entry.key.span);
        if entry.values.is_empty() {
            unread.blank.push(key);
            continue;
        }
        if field == Field::Online && says_none(entry) {
            continue;
        }
        facets.written.push(key);
        let background = Background {
            text,
            example: field.row().example,
            published: name.published(),
        };
        let given = Given {
            field,
            entry,
            background,
        };
        fill(&mut facets, &given, findings);
    }
    end_with_publication(&mut facets);
    report_missing(&facets, kind, &unread, text, findings);
    facets
}

/// What is repeated without an end ends with 掲載終了: a calendar must not go on when its page has left the lists.
fn end_with_publication(facets: &mut Facets) {
    let expires = facets.expires.map(|expires| expires.value);
    for session in &mut facets.sessions {
        if let When::Repeated(repeat) = &mut session.when {
            repeat.until = repeat.until.or(expires);
        }
    }
}

/// Fields that stand in the manuscript and say nothing.
#[derive(Default)]
struct Unread {
    /// What mistyped keys were taken to mean.
    meant: Vec<Field>,
    /// Keys with nothing after them.
    blank: Vec<Spanned<Field>>,
}

/// One field with the values written for it, at least one.
pub(super) struct Given<'a> {
    field: Field,
    entry: &'a Entry,
    background: Background<'a>,
}

fn fill(facets: &mut Facets, given: &Given<'_>, findings: &mut Findings) {
    let apply = &mut facets.application;
    let contact = &mut facets.contact;
    match given.field {
        Field::Title => facets.title = given.words(findings),
        Field::Summary => facets.summary = given.prose(findings),
        Field::State => facets.state = given.one(findings, answers::state),
        Field::StateNote => facets.state_note = given.prose(findings),
        Field::Schedule => facets.sessions = given.each(findings, schedule::sessions),
        Field::Excluded => facets.excluded = given.each(findings, dates::date),
        Field::Doors => facets.doors = given.one(findings, times::clock),
        Field::Venue => facets.venue = given.words(findings),
        Field::VenueAddress => facets.venue_address = given.words(findings),
        Field::Position => facets.position = given.one(findings, position::position),
        Field::Access => facets.access = given.prose(findings),
        Field::Online => facets.online = given.one(findings, lines::online),
        Field::Host => facets.host = given.words(findings),
        Field::Audience => facets.audience = given.all_words(),
        Field::Capacity => facets.capacity = given.one(findings, amounts::capacity),
        Field::Fee => facets.fee = given.one(findings, amounts::fee),
        Field::Application => apply.need = given.one(findings, answers::need),
        Field::ApplyBy => apply.by = given.all_words(),
        Field::ApplyTo => apply.to = given.words(findings),
        Field::ApplyUrl => apply.url = given.one(findings, contacts::url),
        Field::ApplyOpens => apply.opens = given.one(findings, dates::moment),
        Field::ApplyDeadline => apply.deadline = given.one(findings, dates::moment),
        Field::Speakers => facets.speakers = given.each(findings, lines::speakers),
        Field::Programme => facets.programme = given.all_words(),
        Field::Belongings => facets.belongings = given.all_words(),
        Field::Support => facets.support = given.all_words(),
        Field::Others => facets.others = given.each(findings, lines::other),
        Field::Agenda => facets.agenda = given.all_words(),
        Field::Attendance => facets.attendance = given.each(findings, amounts::attendance),
        Field::Figure(figure) => given.figure(&mut facets.figures, figure, findings),
        Field::Organizer => facets.organizer = given.words(findings),
        Field::CoOrganizers => facets.co_organizers = given.all_words(),
        Field::Supporters => facets.supporters = given.all_words(),
        Field::Taught(part) => teaching::fill(&mut facets.teaching, part, given, findings),
        Field::Flyer => facets.flyer = given.one(findings, answers::flyer),
        Field::Topics => {
            facets.topics = given.each(findings, |value, at, _| lines::topics(value, at))
        }
        Field::Attachments => facets.attachments = given.each(findings, lines::attachment),
        Field::Contact => contact.name = given.words(findings),
        Field::ContactPhone => contact.phone = given.one(findings, contacts::phone),
        Field::ContactFax => contact.fax = given.one(findings, contacts::phone),
        Field::ContactEmail => contact.email = given.one(findings, contacts::email),
        Field::Wards => {
            facets.wards = answers::wards(&given.entry.values, given.background, findings);
        }
        Field::References => facets.references = given.each(findings, lines::reference),
        Field::Reviewed => facets.reviewed = given.one(findings, dates::date),
        Field::Order => facets.order = given.one(findings, rank::rank),
        Field::Updated => facets.updated = given.one(findings, dates::date),
        Field::Expires => facets.expires = given.one(findings, dates::date),
        Field::Sample => facets.sample = given.yes(findings),
    }
}

impl<'a> Given<'a> {
    /// The only value; more than one is wrong and the first counts.
    pub(super) fn one<T>(
        &self,
        findings: &mut Findings,
        read: impl FnOnce(&Spanned<String>, Background<'a>, &mut Findings) -> Option<T>,
    ) -> Option<T> {
        if let Some(second) = self.entry.values.get(1) {
            findings.push(many(second, self.field, findings));
        }
        read(self.entry.values.first()?, self.background, findings)
    }

    /// What each value is read into.
    fn each<I: IntoIterator>(
        &self,
        findings: &mut Findings,
        mut read: impl FnMut(&Spanned<String>, Background<'a>, &mut Findings) -> I,
    ) -> Vec<I::Item> {
        let values = self.entry.values.iter();
        values
            .flat_map(|value| read(value, self.background, findings))
            .collect()
    }

    fn figure(&self, figures: &mut Figures, figure: Figure, findings: &mut Findings) {
        figures::fill(figures, figure, (self.entry, self.background), findings);
    }

    fn yes(&self, findings: &mut Findings) -> bool {
        let answer = self.one(findings, answers::yes_or_no);
        answer.is_some_and(|answer| answer.value)
    }

    pub(super) fn words(&self, findings: &mut Findings) -> Option<Words> {
        self.one(findings, |value, _, _| plain(value))
    }

    pub(super) fn all_words(&self) -> Vec<Words> {
        self.entry.values.iter().filter_map(plain).collect()
    }

    /// Sentences that run over the lines of a block; the lines of a list are several values.
    fn prose(&self, findings: &mut Findings) -> Option<Words> {
        let (first, last) = (self.entry.values.first()?, self.entry.values.last()?);
        if self.entry.is_list || self.entry.values.len() == 1 {
            return self.words(findings);
        }
        let mut joined = String::new();
        for value in &self.entry.values {
            let before = joined.chars().last();
            let after = value.value.chars().next();
            // Between words in Latin letters a line break is a space, between Japanese ones nothing.
            if before.is_some_and(|sign| sign.is_ascii())
                && after.is_some_and(|sign| sign.is_ascii())
            {
                joined.push(' ');
            }
            joined.push_str(&value.value);
        }
        let span = Span {
            start: first.span.start,
            end: last.span.end,
        };
        Some(Spanned::new(Text::new(&joined)?, span))
    }
}

fn plain(value: &Spanned<String>) -> Option<Words> {
    Some(Spanned::new(Text::new(&value.value)?, value.span))
}

/// オンライン: なし says what leaving it out says.
fn says_none(entry: &Entry) -> bool {
    let none = ["なし", "無し", "無", "いいえ", "ありません"];
    let is_none = |value: &Spanned<String>| none.contains(&value.value.trim_end_matches('。'));
    entry.values.iter().all(is_none)
}

/// In bytes; a key beyond it is a sentence that happens to have a colon.
const LONGEST_KEY: usize = 60;

/// Says that a key is unknown, and gives the field that was meant if one is near.
fn unknown(key: &Spanned<String>, text: &str, findings: &mut Findings) -> Option<Field> {
    let is_short = key.value.len() < LONGEST_KEY;
    let meant = is_short.then(|| Field::nearest(&key.value)).flatten();
    let title = match is_short {
        true => format!("「{}」という項目はありません", key.value),
        false => "この名前の項目はありません".to_owned(),
    };
    let unknown = Diagnostic::error("field-unknown", findings.at(key.span), title);
    let is_verbatim = key.span.of(text) == key.value;
    findings.push(match meant {
        Some(meant) => {
            let unknown = unknown
                .label(format!("「{meant}」のことですか"))
                .help(format!("「{meant}」と書いてください。"));
            match is_verbatim {
                true => unknown.suggest(findings.location(key.span), meant),
                false => unknown,
            }
        }
        None => unknown
            .label("知らない項目です")
            .help("決まった項目の名前で書くか、この行を消して本文に書いてください。"),
    });
    meant.and_then(Field::named)
}

fn not_here(key: &Spanned<String>, field: Field, kind: Kind, findings: &Findings) -> Diagnostic {
    let title = format!(
        "「{}」は「{}」の原稿には書けません",
        field.label(),
        kind.label
    );
    Diagnostic::error("field-not-here", findings.at(key.span), title)
        .label("この原稿では使わない項目です")
        .help("この項目を消してください。伝えたいことは本文に書けます。")
}

fn twice(key: &Spanned<String>, field: Field, first: Span, findings: &Findings) -> Diagnostic {
    let title = format!("「{}」が2回書かれています", field.label());
    let label = match key.value == field.label() {
        true => "2回目です".to_owned(),
        false => format!("「{}」と同じ項目です", field.label()),
    };
    Diagnostic::error("field-twice", findings.at(key.span), title)
        .label(label)
        .help("どちらかを消すか、1つの項目にまとめてください。")
        .related(findings.at(first), "1回目はここです")
}

fn many(second: &Spanned<String>, field: Field, findings: &Findings) -> Diagnostic {
    let title = format!("「{}」には1つだけ書けます", field.label());
    let help = format!(
        "1つにまとめて「{}: {}」のように書いてください。",
        field.label(),
        field.row().example
    );
    Diagnostic::error("field-many", findings.at(second.span), title)
        .label("2つ目です")
        .help(help)
}

fn key_in(keys: &[Spanned<Field>], field: Field) -> Option<Span> {
    let key = keys.iter().find(|key| key.value == field)?;
    Some(key.span)
}

/// The line that opens front matter.
fn opening(text: &str) -> Option<Span> {
    let start = text.len() - text.trim_start().len();
    let is_there = text
        .get(start..)
        .is_some_and(|rest| rest.starts_with(FENCE));
    is_there.then(|| Span::new(start..start + FENCE.len()))
}

/// Says which fields are not written or empty; an empty one that must be there is only called missing, a mistyped one only unknown.
fn report_missing(
    facets: &Facets,
    kind: Kind,
    unread: &Unread,
    text: &str,
    findings: &mut Findings,
) {
    let mut missing_keys = Vec::new();
    let title: &[Field] = &[Field::Title];
    let groups = kind.required.iter().map(|facet| needed(*facet));
    for fields in std::iter::once(title).chain(groups) {
        let is_there = |field: &Field| facets.key(*field).is_some() || unread.meant.contains(field);
        if fields.iter().any(is_there) {
            continue;
        }
        let key = fields
            .iter()
            .find_map(|field| key_in(&unread.blank, *field));
        missing_keys.extend(key);
        let place = match key.or_else(|| opening(text)) {
            Some(span) => findings.at(span),
            None => findings.file(),
        };
        findings.push(missing(fields, place));
    }
    for key in unread
        .blank
        .iter()
        .filter(|key| !missing_keys.contains(&key.span))
    {
        let title = format!("「{}」に何も書かれていません", key.value.label());
        let empty = Diagnostic::warning("field-empty", findings.at(key.span), title)
            .label("このあとが空です")
            .help("書くことがなければ、この行を消してください。");
        findings.push(empty);
    }
}

fn missing(fields: &[Field], place: crate::diag::Where) -> Diagnostic {
    let joined =
        |quote: fn(&Field) -> String| fields.iter().map(quote).collect::<Vec<_>>().join("か");
    let names = joined(|field| format!("「{}」", field.label()));
    let rows = joined(|field| format!("「{}: {}」", field.label(), field.row().example));
    Diagnostic::error("field-missing", place, format!("{names}がありません"))
        .label("この原稿に必要な項目です")
        .help(format!("{rows}のように1行書いてください。"))
}

/// The fields of which one at least must be written where a kind requires the facet.
fn needed(facet: Facet) -> &'static [Field] {
    match facet {
        Facet::Common => &[Field::Title],
        Facet::Schedule => &[Field::Schedule],
        Facet::Place => &[Field::Venue, Field::Online],
        Facet::Host => &[Field::Host],
        Facet::Audience => &[Field::Audience],
        Facet::Capacity => &[Field::Capacity],
        Facet::Fee => &[Field::Fee],
        Facet::Application => &[Field::Application],
        Facet::Speakers => &[Field::Speakers],
        Facet::Programme => &[Field::Programme],
        Facet::Belongings => &[Field::Belongings],
        Facet::Support => &[Field::Support],
        Facet::Minutes => &[Field::Agenda],
        Facet::Figures => &[Field::Figure(Figure::InstitutionCounts)],
        Facet::Organizer => &[Field::Organizer],
        Facet::Teaching => &[Field::Taught(Taught::Goals)],
        Facet::Edition => &[Field::Taught(Taught::Edition)],
        Facet::Flyer => &[Field::Flyer],
        // Its text shows it.
        Facet::Lesson => &[],
        Facet::State => &[Field::State],
        Facet::Review => &[Field::Reviewed],
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};

    use super::{Entry, Facets, facets};
    use crate::diag::{Diagnostic, Findings, Severity, Where};
    use crate::model::date::Date;
    use crate::model::document::DocumentName;
    use crate::model::field::{FIELDS, Field};
    use crate::model::kind::Kind;
    use crate::model::names::Slug;
    use crate::text::span::{SourceId, Span, Spanned};

    const LECTURE: &str = "---\n題名: 講演会\n日時: 11月30日（月）14時から\n会場: 会館\n対象: どなたでも\n費用: 無料\n申込: 不要\n";

    fn kind(id: &str) -> Kind {
        Kind::with_id(id).expect("the sample names a kind")
    }

    fn dated() -> DocumentName {
        let date = Date::from_iso("2026-11-01").expect("the sample is a day");
        DocumentName::Dated(date, Slug::new("acp").expect("the sample is a slug"))
    }

    /// Entries of the lines `key: value` and `  - value`, as the YAML door gives them.
    fn entries(text: &str) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let spanned = |part: &str, offset: usize| {
                let start = at + offset;
                Spanned::new(part.to_owned(), Span::new(start..start + part.len()))
            };
            let content = line.trim_end_matches('\n');
            if let Some(value) = content.strip_prefix("  - ") {
                let entry = entries.last_mut().expect("a list follows a key");
                entry.values.push(spanned(value, 4));
                entry.is_list = true;
            } else if let Some((key, value)) = content.split_once(':') {
                let value = value.trim();
                let values =
                    (!value.is_empty()).then(|| spanned(value, content.len() - value.len()));
                entries.push(Entry {
                    key: spanned(key, 0),
                    values: values.into_iter().collect(),
                    is_list: false,
                });
            }
            at += line.len();
        }
        entries
    }

    fn read(text: &str, id: &str, name: &DocumentName) -> (Facets, Vec<Diagnostic>) {
        let mut findings = Findings::new(SourceId(0));
        let facets = facets(&entries(text), text, kind(id), name, &mut findings);
        (facets, findings.into_vec())
    }

    /// The findings as `code「marked characters」`.
    fn said(text: &str, id: &str) -> Vec<String> {
        let (_, found) = read(text, id, &dated());
        let marked = |found: &Diagnostic| match &found.at {
            Where::Text(location) => format!("{}「{}」", found.code, location.span.of(text)),
            Where::Path(_) | Where::File(_) | Where::Cell(_) => found.code.to_owned(),
        };
        found.iter().map(marked).collect()
    }

    #[test]
    fn a_whole_lecture_is_read_without_a_finding() {
        let text = FIELDS
            .iter()
            .filter(|row| kind("lectures").takes(row.field))
            .map(|row| format!("{}: {}\n", row.label, row.example))
            .collect::<String>();
        let (facets, found) = read(&text, "lectures", &dated());
        assert_eq!(found, Vec::new());
        assert_eq!(facets.sessions.len(), 1);
        assert!(facets.sample);
        let written: Vec<Field> = facets.written.iter().map(|key| key.value).collect();
        let taken = FIELDS.iter().map(|row| row.field);
        let taken: Vec<Field> = taken
            .filter(|field| kind("lectures").takes(*field))
            .collect();
        assert_eq!(written, taken);
    }

    #[test]
    fn every_example_of_a_field_is_read_by_some_kind() {
        for row in FIELDS {
            let taker = Kind::all().find(|kind| kind.takes(row.field));
            let taker = taker.expect("a kind takes the field");
            let text = format!("{}: {}\n", row.label, row.example);
            let (facets, found) = read(&text, taker.id, &dated());
            let found: Vec<_> = found
                .iter()
                .filter(|found| found.code != "field-missing")
                .collect();
            assert!(found.is_empty(), "{}: {found:?}", row.label);
            assert!(facets.key(row.field).is_some(), "{}", row.label);
        }
    }

    #[test]
    fn keys_are_known_taken_once_and_not_empty() {
        for (line, id, expected) in [
            ("会揚: 会館", "lectures", "field-unknown「会揚」"),
            ("日　時: 未定", "lectures", "field-twice「日　時」"),
            ("天気予報: 晴れ", "lectures", "field-unknown「天気予報」"),
            ("受入先: 見本", "lectures", "field-not-here「受入先」"),
            ("会場: 公園", "lectures", "field-twice「会場」"),
            ("場所: 公園", "lectures", "field-twice「場所」"),
            ("定員:", "lectures", "field-empty「定員」"),
            ("主催: 甲\n  - 乙", "lectures", "field-many「乙」"),
        ] {
            let text = format!("{LECTURE}{line}\n---\n");
            assert_eq!(said(&text, id), [expected], "{line}");
        }
    }

    #[test]
    fn an_unknown_key_can_be_replaced_by_what_was_meant() {
        for (key, meant) in [("会揚", "会場"), ("【会場】", "会場"), ("venu", "venue")] {
            let (_, found) = read(&format!("{key}: 会館\n"), "lectures", &dated());
            let fix = found.into_iter().find_map(|found| found.fix);
            assert_eq!(
                fix.map(|fix| fix.replacement).as_deref(),
                Some(meant),
                "{key}"
            );
        }
    }

    #[test]
    fn what_a_kind_requires_is_missed_where_front_matter_opens() {
        let found = said("---\n題名: 講演会\n---\n", "lectures");
        assert_eq!(found, vec!["field-missing「---」"; 5]);
        let found = said("---\n---\n", "notices");
        assert_eq!(found, ["field-missing「---」"]);
        let found = said("---\n題名: 読みもの\n---\n", "guides");
        assert_eq!(found, ["field-missing「---」"]);
        let (_, found) = read("---\n---\n", "lectures", &dated());
        let place = found.iter().find(|found| found.title.contains("会場"));
        let help = place.map(|found| found.help.as_str());
        assert!(
            help.is_some_and(|help| help.contains("「会場: 見本区民センター")),
            "{help:?}"
        );
    }

    #[test]
    fn an_empty_key_that_must_be_there_is_missing_at_its_place() {
        let text = LECTURE.replace("会館", "");
        assert_eq!(said(&text, "lectures"), ["field-missing「会場」"]);
    }

    #[test]
    fn what_is_repeated_without_an_end_ends_with_its_publication() {
        let until = |schedule: &str| {
            let text = LECTURE.replace("11月30日（月）14時から", schedule);
            let text = format!("{text}掲載終了: 令和9年3月31日\n---\n");
            let (facets, found) = read(&text, "lectures", &dated());
            assert_eq!(found, Vec::new());
            let days = facets.sessions[0].when.days();
            days.expect("the end is known").1.iso()
        };
        assert_eq!(until("毎月第2火曜日 14時から"), "2027-03-31");
        assert_eq!(until("毎月第2火曜日 14時から（1月末まで）"), "2027-01-31");
    }

    #[test]
    fn a_value_that_cannot_be_read_is_not_missing_too() {
        let text = LECTURE.replace("11月30日（月）14時から", "来週");
        assert_eq!(said(&text, "lectures"), ["schedule-unreadable「来週」"]);
    }

    #[test]
    fn a_place_can_be_online_but_not_nowhere() {
        let text = LECTURE.replace("会場: 会館", "オンライン: Zoom");
        assert_eq!(said(&text, "lectures"), Vec::<String>::new());
        let text = LECTURE.replace("会場: 会館", "オンライン: なし");
        assert_eq!(said(&text, "lectures"), ["field-missing「---」"]);
    }

    #[test]
    fn a_day_without_a_year_needs_a_day_of_publication() {
        let undated = DocumentName::Undated(Slug::new("start").expect("the sample is a slug"));
        let (facets, found) = read("題名: 読みもの\n確認日: 11月1日\n", "guides", &undated);
        assert_eq!(facets.reviewed, None);
        let codes: Vec<_> = found.iter().map(|found| found.code).collect();
        assert_eq!(codes, ["date-year"]);
    }

    #[test]
    fn sentences_over_several_lines_are_one_summary() {
        let mut all = entries("題名: 題\n概要: もしものときの\n  - お話です。\n");
        for entry in &mut all {
            entry.is_list = false;
        }
        let mut findings = Findings::new(SourceId(0));
        let facets = facets(&all, "", kind("notices"), &dated(), &mut findings);
        assert_eq!(findings.into_vec(), Vec::new());
        let summary = facets.summary.map(|summary| summary.value.to_string());
        assert_eq!(summary.as_deref(), Some("もしものときのお話です。"));
    }

    #[test]
    fn a_value_the_source_shows_otherwise_is_marked_whole_and_not_edited() {
        let text = "日時: \"11\\u6708\"\n";
        let value = Spanned::new("11月30日（火）".to_owned(), Span::new(8..18));
        let key = Spanned::new("日時".to_owned(), Span::new(0..6));
        let entry = Entry {
            key,
            values: vec![value],
            is_list: false,
        };
        let mut findings = Findings::new(SourceId(0));
        facets(&[entry], text, kind("meetings"), &dated(), &mut findings);
        let found = findings.into_vec();
        let weekday = found.iter().find(|found| found.code == "date-weekday");
        let weekday = weekday.expect("the weekday is wrong");
        assert_eq!(
            weekday.at,
            Where::Text(Findings::new(SourceId(0)).location(Span::new(8..18)))
        );
        assert_eq!(weekday.fix, None);
    }

    #[test]
    fn an_edit_removes_its_cause() {
        for line in [
            "日時: 11月30日（火）14時から",
            "日時: 平成38年11月30日",
            "日時: H38.11.30（月）",
            "日時: 11月30日㈫",
            "定員: 50",
            "費用: 500",
            "開揚: 13時",
        ] {
            let (_, found) = read(&format!("{line}\n"), "lectures", &dated());
            let fix = found.into_iter().find_map(|found| found.fix);
            let fix = fix.expect("there is an edit");
            let mut text = format!("{line}\n");
            text.replace_range(fix.at.span.range(), &fix.replacement);
            let (_, found) = read(&text, "lectures", &dated());
            let rest: Vec<_> = found
                .iter()
                .filter(|found| found.code != "field-missing")
                .collect();
            assert!(rest.is_empty(), "{text}: {rest:?}");
        }
    }

    /// Values people write, and pieces of them.
    fn piece() -> impl Strategy<Value = String> {
        let samples = [
            "令和6年11月30日（土） 14:00〜15:30",
            "R6.11.30",
            "11/30",
            "8日",
            "、",
            "から",
            "まで",
            "午後2時半",
            "正午",
            "（",
            "）",
            "第1回",
            "①",
            "未定",
            "毎月第2・",
            "隔週火・木曜日",
            "祝日を除く",
            "1,000円",
            "¥",
            "五百",
            "06-0000-0101",
            "+81",
            "https://example.jp/",
            "flyer.pdf：",
            "翌日",
            "24時",
            "㈯",
            "㋿",
            "年",
            "月",
            "元",
            "〜",
            "-",
            " ",
            "　",
            "99999999999",
            "１２",
            "二〇二四",
            "万",
            "AM",
            ":",
            "\u{3099}",
        ];
        let examples: Vec<&str> = FIELDS
            .iter()
            .map(|row| row.example)
            .chain(samples)
            .collect();
        prop_oneof![
            6 => prop::sample::select(examples).prop_map(str::to_owned),
            2 => any::<char>().prop_map(String::from),
            1 => any::<String>(),
            1 => Just(String::new()),
        ]
    }

    fn value() -> impl Strategy<Value = String> {
        let pieces = prop::collection::vec(piece(), 1..6);
        (pieces, any::<prop::sample::Index>(), any::<bool>()).prop_map(|(pieces, index, cuts)| {
            let mut signs: Vec<char> = pieces.concat().chars().collect();
            if cuts && !signs.is_empty() {
                signs.remove(index.index(signs.len()));
            }
            let line: String = signs
                .into_iter()
                .filter(|sign| !sign.is_control())
                .collect();
            line.trim().to_owned()
        })
    }

    proptest! {
        #[test]
        fn no_value_of_any_field_stops_the_program(
            values in prop::collection::vec(value(), FIELDS.len()),
            fits in any::<bool>(),
            year in 1868..10_000,
        ) {
            let mut text = String::from("---\n");
            let mut all = Vec::new();
            for (row, value) in FIELDS.iter().zip(values) {
                let start = text.len();
                text.push_str(&value);
                let span = Span::new(if fits { start..text.len() } else { 1..2 });
                all.push(Entry {
                    key: Spanned::new(row.label.to_owned(), Span::new(0..3)),
                    values: vec![Spanned::new(value, span)],
                    is_list: false,
                });
            }
            let date = Date::new(year, 12, 31).expect("every year has this day");
            let names = [
                DocumentName::Dated(date, Slug::new("a").expect("a slug")),
                DocumentName::Undated(Slug::new("a").expect("a slug")),
            ];
            for kind in Kind::all() {
                for name in &names {
                    let mut findings = Findings::new(SourceId(0));
                    facets(&all, &text, kind, name, &mut findings);
                    for found in findings.into_vec() {
                        let Where::Text(location) = &found.at else { continue };
                        assert!(text.get(location.span.range()).is_some(), "{found:?}");
                        assert!(!found.title.is_empty() && !found.help.is_empty(), "{found:?}");
                        assert_ne!(found.severity, Severity::Info);
                    }
                }
            }
        }
    }
}
