//! `pdf-fact-mismatch`: a flyer that tells another day, time, number or place than its page.
//!
//! Why: the page is corrected and the PDF file made from Word is forgotten, or last year's is attached; whoever reads the wrong one comes in
//! vain (domain §3.4 F `pdf-fact-mismatch`).
//!
//! Only what leaves little doubt is said: when the file names days of an event and the page knows none of them, or names one of the page's
//! days with other times, numbers or another place. Files about something else name no such days.

use crate::checks::pdf::known::{Known, start};
use crate::checks::pdf::read;
use crate::checks::pdf::said::{EventDay, Said, bare, minutes};
use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::date::Clock;
use crate::model::document::Document;
use crate::model::facet::When;
use crate::text::span::Span;

/// Two names of a place that share so many characters in a row may be the same.
const SHARED: usize = 3;

pub const ROW: CheckRow = CheckRow {
    code: "pdf-fact-mismatch",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "日付、時刻、電話番号、会場がページと違う、添付のPDFを見つけます。",
    why: "ページだけを直してちらしを直し忘れたり、前の回のちらしを付けたりすると、古いほうを見た人が違う日に来てしまいます。",
    source: "",
    bad: &[
        "---\n題名: 講演会「人生会議」\n日時: 令和8年12月12日（土曜日）14時から15時30分まで\n会場: 見本区民センター\n添付: yoi.pdf：ちらし\n---\n医師がお話しします。\n",
        "---\n題名: 講演会「人生会議」\n日時: 令和8年12月5日（土曜日）15時から16時30分まで\n会場: 見本区民センター\n添付: yoi.pdf：ちらし\n---\n医師がお話しします。\n",
        "---\n題名: 講演会「人生会議」\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 大池図書館\n添付: yoi.pdf：ちらし\n---\n医師がお話しします。\n",
        "---\n題名: 講演会「人生会議」\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本区民センター\n添付: denwa-chigai.pdf：ちらし\n---\n医師がお話しします。\n",
    ],
    good: &[
        "---\n題名: 講演会「人生会議」\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本区民センター 大ホール\n添付: yoi.pdf：ちらし\n---\n医師がお話しします。\n",
        "---\n題名: 講演会「人生会議」\n日時: 令和8年12月5日（土曜日）午後2時から午後3時30分まで\n会場: 見本区民センター\n添付: yoi.pdf：ちらし\n---\n医師がお話しします。\n",
        "---\n題名: 講演会「人生会議」\n日時: 令和8年12月12日（土曜日）14時から15時30分まで\n会場: 大池図書館\n添付: shiryou.pdf：資料\n---\n医師がお話しします。\n",
        "[講演会のちらし](yoi.pdf)をご覧ください。",
    ],
};

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    let sessions = &document.facets.sessions;
    let is_undecided = sessions
        .iter()
        .any(|session| session.when == When::Undecided);
    if sessions.is_empty() || is_undecided || document.has_ended(input.site.today) {
        return Vec::new();
    }
    let mut known = None;
    let mut found = Vec::new();
    for (pdf, span) in read(document).filter(|(pdf, _)| !pdf.text.is_empty()) {
        let known = known.get_or_insert_with(|| Known::new(document, input));
        let said = Said::new(&pdf.text);
        let comparing = Comparing {
            document,
            known,
            said: &said,
            span,
        };
        found.extend(comparing.all());
    }
    found
}

/// A document beside a file attached to it.
struct Comparing<'a, 'i> {
    document: &'a Document,
    known: &'a Known<'a, 'i>,
    said: &'a Said<'a>,
    /// Where the file is offered.
    span: Span,
}

impl Comparing<'_, '_> {
    fn all(&self) -> Vec<Diagnostic> {
        let days = self.said.event_days();
        let is_own = |day: &&EventDay| !self.known.takes_place(day.day).is_empty();
        let own: Vec<&EventDay> = days.iter().filter(is_own).collect();
        if own.is_empty() {
            return self.other_day(&days).into_iter().collect();
        }
        let found = [
            self.other_time(&own),
            self.other_phone(),
            self.other_place(),
        ];
        found.into_iter().flatten().collect()
    }

    /// None of the days is known to the page: those that are named as days of the event, else those with a weekday. The latter may tell of
    /// something earlier when they lie before 掲載日.
    fn other_day(&self, days: &[EventDay]) -> Option<Diagnostic> {
        let has_names = days.iter().any(|day| day.is_named);
        let published = self.document.published();
        let is_told = |day: &EventDay| {
            let dates = published.zip(day.day.date());
            !day.is_named && dates.is_some_and(|(published, date)| date < published)
        };
        let days = days.iter().filter(|day| day.is_named == has_names);
        let mut days = days.filter(|day| !is_told(day));
        let first = days.clone().next()?;
        if days.any(|day| self.known.names(day.day)) {
            return None;
        }
        let said = self.said.words(first.range.clone());
        let label = format!(
            "PDFには「{said}」、ページには「{}」とあります",
            self.known.sessions()
        );
        Some(self.diagnostic("PDFの日付が、ページと違います", label, "日時"))
    }

    /// The page's own day stands with times, and when the page says it begins is not among them.
    fn other_time(&self, own: &[&EventDay]) -> Option<Diagnostic> {
        let day = own.iter().find(|day| {
            let starts = self
                .known
                .takes_place(day.day)
                .into_iter()
                .filter_map(start);
            let starts: Vec<u32> = starts.map(Clock::minutes).collect();
            let mut said = day.times.iter().flat_map(|(time, _)| minutes(*time));
            !starts.is_empty()
                && !day.times.is_empty()
                && !said.any(|minute| starts.contains(&minute))
        })?;
        let (first, last) = (day.times.first()?, day.times.last()?);
        let said = self.said.words(first.1.start..last.1.end);
        let date = self.said.words(day.range.clone());
        let label = format!(
            "PDFには{date}の「{said}」、ページには「{}」とあります",
            self.known.sessions()
        );
        Some(self.diagnostic("PDFの時刻が、ページと違います", label, "日時"))
    }

    /// None of its numbers is known to the page.
    fn other_phone(&self) -> Option<Diagnostic> {
        let mut phones = self.said.phones();
        let (digits, first) = phones.next()?;
        if self.known.has_phone(&digits) || phones.any(|(digits, _)| self.known.has_phone(&digits))
        {
            return None;
        }
        let said = self.said.words(first);
        let own = self.known.phone();
        let own = own.map_or(String::new(), |own| {
            format!("、ページには「{}」", own.as_str())
        });
        let label = format!("PDFには「{said}」{own}とあります");
        Some(self.diagnostic("PDFの電話番号が、ページと違います", label, "電話"))
    }

    /// What it calls the place has nothing in common with what the page calls it, and the page's name is nowhere in it.
    fn other_place(&self) -> Option<Diagnostic> {
        let venue = self.document.facets.venue.as_ref()?.value.as_str();
        let name = venue.split(['（', '(', ' ', '　', '、', '・']).next()?;
        let said = self.said.place()?;
        if self.said.has(name) || shares(&bare(name), &bare(said)) {
            return None;
        }
        let label = format!("PDFには「{said}」、ページには「{venue}」とあります");
        Some(self.diagnostic("PDFの会場が、ページと違うようです", label, "会場"))
    }

    fn diagnostic(&self, title: &str, label: String, field: &str) -> Diagnostic {
        let place = at(self.document.source, self.span);
        Diagnostic::warning(ROW.code, place, title).label(label).help(format!(
            "正しいほうに合わせてください。PDFが古いときは元のファイルを直してPDFを作り直し、ページが違うときは「{field}」を直します。\
            別の催しのPDFなら、添付から外してください。"
        ))
    }
}

/// Whether two names have some characters in a row in common, or one is part of the other.
fn shares(one: &str, other: &str) -> bool {
    let signs: Vec<char> = one.chars().collect();
    let least = SHARED.min(signs.len()).max(1);
    let mut parts = signs
        .windows(least)
        .map(|part| part.iter().collect::<String>());
    parts.any(|part| other.contains(&part))
}
