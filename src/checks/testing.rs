//! A small site for the tests of rules: the city, 北区 and 西区, on 令和8年11月22日, and documents made from a few strings.

use crate::checks::{Input, Rule, apply};
use crate::diag::{Diagnostic, Where};
use crate::model::accessibility::Accessibility;
use crate::model::blob::Blob;
use crate::model::body::{Body, Heading, Link};
use crate::model::calendar::Calendar;
use crate::model::date::{Clock, Date, Weekday};
use crate::model::document::{Attachment, Document, DocumentName, Target};
use crate::model::facet::{Facets, Phone, Session, When, Words};
use crate::model::holidays::Holidays;
use crate::model::identity::{Domain, Identity, Since};
use crate::model::kind::Kind;
use crate::model::names::{Slug, Text};
use crate::model::settings::{BaseUrl, Municipality, Settings, Style};
use crate::model::site::Site;
use crate::model::teaching::Role;
use crate::model::ward::{Contact, Place, Ward, WardIndex};
use crate::text::span::{SourceId, Span, Spanned};

pub const KITA: Place = Place::Ward(WardIndex(0));
pub const NISHI: Place = Place::Ward(WardIndex(1));

/// The site, and the texts its spans point into.
pub struct Sample {
    pub site: Site,
    pub texts: Vec<String>,
}

/// A document whose text is known, while it is made.
pub struct Draft {
    pub document: Document,
    text: String,
}

impl Sample {
    pub fn new() -> Self {
        let site = Site {
            today: date("2026-11-22"),
            settings: settings(),
            wards: vec![
                ward(1, "kita", "北区", "06-0000-0101"),
                ward(2, "nishi", "西区", "06-0000-0102"),
            ],
            holidays: holidays(),
            rosters: Vec::new(),
            counting_report: None,
            welcome: None,
            words: Vec::new(),
            documents: Vec::new(),
            lists: std::collections::BTreeMap::new(),
            topics: Vec::new(),
            calendars: vec![Calendar::default(); 3],
        };
        let texts = ["", "name: 北区\n", "name: 西区\n"].map(String::from);
        Self {
            site,
            texts: texts.into(),
        }
    }

    /// Adds a document of 北区 with the manuscript `text`, whose first line is the title.
    pub fn add(&mut self, name: &str, text: &str, fill: impl FnOnce(&mut Draft)) {
        self.add_in(KITA, name, text, fill);
    }

    /// Adds a document; `name` is its kind and file name such as `lectures/2026-11-01-acp`.
    pub fn add_in(&mut self, place: Place, name: &str, text: &str, fill: impl FnOnce(&mut Draft)) {
        let source = SourceId(u32::try_from(self.texts.len()).expect("few texts"));
        let mut draft = Draft {
            document: document(source, place, name, text),
            text: text.to_owned(),
        };
        fill(&mut draft);
        self.texts.push(text.to_owned());
        let (holidays, today) = (&self.site.holidays, self.site.today);
        let facets = &draft.document.facets;
        draft.document.occurrences = facets.occurrences(holidays, holidays.reach(today));
        self.site.documents.push(draft.document);
    }

    /// What a rule finds.
    pub fn found(&self, rule: Rule) -> Vec<Diagnostic> {
        let text = |source: SourceId| self.texts[source.0 as usize].as_str();
        apply(&[rule], &Input::new(&self.site, &text))
    }

    /// What a rule marks: the characters, or the number of a file.
    pub fn marked(&self, rule: Rule) -> Vec<String> {
        let characters = |found: &Diagnostic| self.characters(&found.at);
        self.found(rule).iter().map(characters).collect()
    }

    /// The text a rule's only fix leaves behind.
    pub fn fixed(&self, rule: Rule) -> String {
        let found = self.found(rule);
        let fix = found.iter().find_map(|found| found.fix.as_ref());
        let fix = fix.expect("the rule offers a fix");
        let mut text = self.texts[fix.at.source.0 as usize].clone();
        text.replace_range(fix.at.span.range(), &fix.replacement);
        text
    }

    pub fn characters(&self, at: &Where) -> String {
        match at {
            Where::Path(path) => path.clone(),
            Where::File(source) => format!("file {}", source.0),
            Where::Cell(place) => place.cell.to_string(),
            Where::Text(at) => at.span.of(&self.texts[at.source.0 as usize]).to_owned(),
        }
    }
}

impl Draft {
    /// Where `needle` first stands in the manuscript.
    pub fn span(&self, needle: &str) -> Span {
        let start = self.text.find(needle).expect("the manuscript has it");
        Span::new(start..start + needle.len())
    }

    pub fn words(&self, needle: &str) -> Words {
        self.value(words(needle), needle)
    }

    /// `value`, written as `needle`.
    pub fn value<T>(&self, value: T, needle: &str) -> Spanned<T> {
        Spanned::new(value, self.span(needle))
    }

    pub fn date(&self, iso: &str, needle: &str) -> Spanned<Date> {
        self.value(date(iso), needle)
    }

    pub fn session(&mut self, when: When, needle: &str) {
        let span = self.span(needle);
        self.document.facets.sessions.push(Session {
            label: None,
            when,
            note: None,
            span,
        });
    }

    pub fn link(&mut self, written: &str, target: Target) {
        let (text, address) = written.split_once("](").expect("a Markdown link");
        let span = self.span(written);
        self.document.body.links.push(Link {
            target: address.trim_end_matches(')').into(),
            text: text.trim_start_matches(['!', '[']).into(),
            span,
            is_image: written.starts_with('!'),
        });
        self.document.targets.push(target);
    }

    /// Takes every line of the manuscript that begins with `#` for a heading; its id is `h` and its number.
    pub fn headings(&mut self) {
        for line in self.text.lines().filter(|line| line.starts_with('#')) {
            let words = line.trim_start_matches('#');
            let number = self.document.body.headings.len() + 1;
            self.document.body.headings.push(Heading {
                level: u8::try_from(line.len() - words.len()).expect("few levels"),
                id: format!("h{number}").into(),
                text: words.trim().into(),
                span: self.span(line),
                is_top: true,
            });
        }
    }

    pub fn attachment(&mut self, name: &str, source: u32) -> &mut Attachment {
        self.document.attachments.push(Attachment {
            source: SourceId(source),
            blob: Blob {
                file: name.into(),
                bytes: 1,
                digest: [0; 32],
                pdf: None,
                sha256: [0; 32],
            },
            name: name.into(),
            label: words(name),
            role: Role::Other,
            listed: false,
        });
        self.document.attachments.last_mut().expect("just added")
    }
}

pub fn words(text: &str) -> Text {
    Text::new(text).expect("the sample has words")
}

pub fn date(iso: &str) -> Date {
    Date::from_iso(iso).expect("the sample is a day")
}

/// `2026-12-05 14:00` and, where known, the time of its end on the same day.
pub fn timed(day: &str, start: (u32, u32), end: Option<(u32, u32)>) -> When {
    let clock = |(hour, minute)| Clock::new(hour, minute).expect("the sample is a time");
    When::Timed {
        start: (date(day), clock(start)),
        end: end.map(|end| (date(day), clock(end))),
    }
}

pub fn contact(name: &str, phone: Option<&str>) -> Contact {
    Contact {
        name: words(name),
        phone: phone.map(|phone| Phone::new(phone).expect("the sample is a number")),
        fax: None,
        email: None,
        hours: Some(words("平日 9時から17時30分まで")),
        note: None,
    }
}

/// A day of each year that rules ask for.
fn holidays() -> Holidays {
    let days = (2020..=2027).map(|year| date(&format!("{year}-01-01")));
    Holidays::new(days.map(|day| (day, words("元日"))))
}

fn settings() -> Settings {
    Settings {
        digest: [0; 32],
        source: SourceId(0),
        title: words("見本のサイト"),
        tagline: None,
        base_url: BaseUrl::new("https://example.jp").expect("the sample is an address"),
        identity: Identity::new(
            Domain::new("example.jp").expect("the sample is a domain"),
            Since::default(),
        ),
        sample: true,
        licence: None,
        municipality: Municipality {
            name: words("大阪市"),
            reading: None,
            roman: None,
            code: None,
            office: words("大阪市健康局"),
        },
        contacts: vec![contact("大阪市健康局", Some("06-0000-0100"))],
        topics: Vec::new(),
        ward_order: Vec::new(),
        per_page: 20,
        accessibility: Accessibility::default(),
        style: Style::default(),
        week_starts: Weekday::Sunday,
    }
}

fn ward(source: u32, id: &str, name: &str, phone: &str) -> Ward {
    Ward {
        digest: [0; 32],
        source: SourceId(source),
        id: Slug::new(id).expect("the sample is a slug"),
        name: words(name),
        reading: words("く"),
        roman: None,
        code: None,
        office: words(&format!("{name}役所")),
        hours: None,
        contacts: vec![contact(&format!("{name}役所 保健福祉課"), Some(phone))],
        desk: None,
        welcome: None,
    }
}

fn document(source: SourceId, place: Place, name: &str, text: &str) -> Document {
    let (kind, name) = name.split_once('/').expect("a kind and a name");
    let slug = |text: &str| Slug::new(text).expect("the sample is a slug");
    let name = match name.get(..10).and_then(Date::from_iso) {
        Some(date) => DocumentName::Dated(date, slug(name.get(11..).unwrap_or_default())),
        None => DocumentName::Undated(slug(name)),
    };
    let title = text.lines().next().unwrap_or_default();
    let title = Spanned::new(words(title), Span::new(0..title.len()));
    Document {
        source,
        place,
        kind: Kind::with_id(kind).expect("the sample is a kind"),
        name,
        title: title.value.clone(),
        summary: Body::default(),
        facets: Facets {
            title: Some(title),
            ..Facets::default()
        },
        digest: *blake3::hash(text.as_bytes()).as_bytes(),
        occurrences: Vec::new(),
        body: Body::default(),
        targets: Vec::new(),
        topics: Vec::new(),
        attachments: Vec::new(),
        contact: None,
        shown_in: vec![place],
        public: true,
        expired: false,
        newest: None,
        older: Vec::new(),
    }
}
