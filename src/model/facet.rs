//! The values of front matter: strict types with the place where the author wrote them.

use crate::model::date::{Clock, Date};
use crate::model::field::{Facet, Field, Taught};
use crate::model::figures::Figures;
use crate::model::flyer::FlyerChoice;
use crate::model::names::Text;
use crate::model::position::Position;
use crate::model::repeat::Repeat;
use crate::model::teaching::Teaching;
use crate::text::span::{Span, Spanned};

/// A text a person wrote, and where.
pub type Words = Spanned<Text>;

/// All that front matter says about one document. Empty lists and `None` mean that nothing was written.
#[derive(Clone, Debug, Default)]
pub struct Facets {
    pub title: Option<Words>,
    pub summary: Option<Words>,
    pub state: Option<Spanned<State>>,
    pub state_note: Option<Words>,
    pub sessions: Vec<Session>,
    /// 除外日: days on which what is repeated does not take place.
    pub excluded: Vec<Spanned<Date>>,
    pub doors: Option<Spanned<Clock>>,
    pub venue: Option<Words>,
    pub venue_address: Option<Words>,
    pub position: Option<Spanned<Position>>,
    pub access: Option<Words>,
    pub online: Option<Spanned<Online>>,
    pub host: Option<Words>,
    pub audience: Vec<Words>,
    pub capacity: Option<Spanned<Capacity>>,
    pub fee: Option<Spanned<Fee>>,
    pub application: Application,
    pub speakers: Vec<Spanned<Speaker>>,
    pub programme: Vec<Words>,
    pub belongings: Vec<Words>,
    pub support: Vec<Words>,
    /// ほかの項目: what no field of ours is for.
    pub others: Vec<Spanned<Other>>,
    pub agenda: Vec<Words>,
    pub attendance: Vec<Spanned<Attendance>>,
    /// What a report declares.
    pub figures: Figures,
    pub organizer: Option<Words>,
    pub co_organizers: Vec<Words>,
    pub supporters: Vec<Words>,
    pub teaching: Teaching,
    pub flyer: Option<Spanned<FlyerChoice>>,
    pub topics: Vec<Words>,
    pub attachments: Vec<Spanned<AttachmentLine>>,
    pub contact: ContactLine,
    pub wards: Option<WardChoice>,
    pub references: Vec<Spanned<Reference>>,
    pub reviewed: Option<Spanned<Date>>,
    pub updated: Option<Spanned<Date>>,
    pub expires: Option<Spanned<Date>>,
    /// 並び順: smaller numbers stand first in lists.
    pub order: Option<Spanned<u32>>,
    pub sample: bool,
    /// The fields that were written, in the order of the manuscript, with the place of their keys.
    pub written: Vec<Spanned<Field>>,
}

impl Facets {
    /// Where the key of a field stands, if it was written.
    pub fn key(&self, field: Field) -> Option<Span> {
        let written = self.written.iter().find(|key| key.value == field)?;
        Some(written.span)
    }

    /// The values that readers see in the author's own words, with the places where they stand.
    pub fn texts(&self) -> impl Iterator<Item = (Field, Span)> {
        let single = [
            (Field::Title, &self.title),
            (Field::Summary, &self.summary),
            (Field::StateNote, &self.state_note),
            (Field::Venue, &self.venue),
            (Field::VenueAddress, &self.venue_address),
            (Field::Access, &self.access),
            (Field::Host, &self.host),
            (Field::ApplyTo, &self.application.to),
            (Field::Organizer, &self.organizer),
            (Field::Taught(Taught::Edition), &self.teaching.edition),
            (Field::Contact, &self.contact.name),
        ];
        let many = [
            (Field::Audience, &self.audience),
            (Field::ApplyBy, &self.application.by),
            (Field::Programme, &self.programme),
            (Field::Belongings, &self.belongings),
            (Field::Support, &self.support),
            (Field::Agenda, &self.agenda),
            (Field::CoOrganizers, &self.co_organizers),
            (Field::Supporters, &self.supporters),
            (Field::Taught(Taught::Goals), &self.teaching.goals),
            (Field::Taught(Taught::Changes), &self.teaching.changes),
        ];
        let single = single
            .into_iter()
            .filter_map(|(field, words)| Some((field, words.as_ref()?.span)));
        let many = many
            .into_iter()
            .flat_map(|(field, list)| list.iter().map(move |words| (field, words.span)));
        let speakers = self.speakers.iter();
        let speakers = speakers.map(|speaker| (Field::Speakers, speaker.span));
        let others = self.others.iter().map(|other| (Field::Others, other.span));
        single.chain(many).chain(speakers).chain(others)
    }

    /// Whether any field of a facet was written.
    pub fn wrote(&self, facet: Facet) -> bool {
        self.written.iter().any(|key| key.value.facet() == facet)
    }
}

/// What a reader must know before anything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    Cancelled,
    Postponed,
    Full,
}

impl State {
    pub const ALL: [Self; 3] = [Self::Cancelled, Self::Postponed, Self::Full];

    pub fn label(self) -> &'static str {
        match self {
            Self::Cancelled => "中止",
            Self::Postponed => "延期",
            Self::Full => "満員",
        }
    }

    pub fn id(self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Postponed => "postponed",
            Self::Full => "full",
        }
    }
}

/// One line of 日時.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// `第1回`.
    pub label: Option<Text>,
    pub when: When,
    /// What stands in brackets at the end of the line, `Web開催`.
    pub note: Option<Text>,
    pub span: Span,
}

/// When one session takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// 未定.
    Undecided,
    /// Whole days; both are part of it and may be the same.
    Days { first: Date, last: Date },
    /// From a time on a day to a time on the same or a later day; the end may be unknown.
    Timed {
        start: (Date, Clock),
        end: Option<(Date, Clock)>,
    },
    /// 毎月第2火曜日 and the like.
    Repeated(Repeat),
}

impl When {
    /// The first and the last day, when known; what is repeated without an end has none.
    pub fn days(self) -> Option<(Date, Date)> {
        match self {
            Self::Undecided => None,
            Self::Days { first, last } => Some((first, last)),
            Self::Timed { start, end } => Some((start.0, end.map_or(start.0, |end| end.0))),
            Self::Repeated(repeat) => Some((repeat.from, repeat.until?)),
        }
    }

    /// The rule of what is repeated.
    pub fn repeat(self) -> Option<Repeat> {
        match self {
            Self::Repeated(repeat) => Some(repeat),
            Self::Undecided | Self::Days { .. } | Self::Timed { .. } => None,
        }
    }

    /// Whether the end lies before the start; of what is repeated, that of each time.
    pub fn is_reversed(self) -> bool {
        match self {
            Self::Undecided => false,
            Self::Days { first, last } => last < first,
            Self::Timed { start, end } => end.is_some_and(|end| end < start),
            Self::Repeated(repeat) => {
                let hours = repeat
                    .hours
                    .and_then(|hours| Some((hours.start, hours.end?)));
                hours.is_some_and(|(start, end)| end < start)
            }
        }
    }
}

/// How one can take part from elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Online {
    Text(Text),
    Url(Url),
}

/// An absolute `http` or `https` address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Url(Box<str>);

impl Url {
    /// `None` unless it is `http(s)://` and a host in printable ASCII or Japanese characters without spaces.
    pub fn new(raw: &str) -> Option<Self> {
        let rest = raw
            .strip_prefix("https://")
            .or_else(|| raw.strip_prefix("http://"))?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let clean = !raw.chars().any(|character| {
            character.is_whitespace() || character.is_control() || "<>\"'`".contains(character)
        });
        (clean && !host.is_empty()).then(|| Self(raw.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// 定員.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capacity {
    /// People; `None` when the text gives no number, as in 定員なし.
    pub people: Option<u32>,
    pub text: Text,
}

/// 費用.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fee {
    /// Yen, 0 when free; `None` when the text gives no amount, as in 実費.
    pub yen: Option<u32>,
    pub text: Text,
}

/// 申込.
#[derive(Clone, Debug, Default)]
pub struct Application {
    pub need: Option<Spanned<Need>>,
    pub by: Vec<Words>,
    pub to: Option<Words>,
    pub url: Option<Spanned<Url>>,
    pub opens: Option<Spanned<Moment>>,
    pub deadline: Option<Spanned<Moment>>,
}

/// Whether one must apply, and what was written about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    pub required: bool,
    pub text: Text,
}

/// A day, with a time of day where one is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    pub date: Date,
    pub clock: Option<Clock>,
}

impl Moment {
    /// Whether it is certainly after `other`: on the same day, times only count when both are known.
    pub fn is_after(self, other: Self) -> bool {
        let clocks = self.clock.zip(other.clock);
        let later_that_day = clocks.is_some_and(|(own, other)| own > other);
        self.date > other.date || (self.date == other.date && later_that_day)
    }
}

/// `見本 太郎（見本病院 医師）`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    pub name: Text,
    pub role: Option<Text>,
}

/// `第1回 19区39人`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    pub label: Option<Text>,
    pub wards: Option<u32>,
    pub people: Option<u32>,
    pub text: Text,
}

/// `駐車場：3台`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    pub label: Text,
    pub text: Text,
}

/// `flyer.pdf：講演会のちらし`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentLine {
    pub file: Text,
    pub label: Option<Text>,
}

/// `厚生労働省「人生会議してみませんか」 https://…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    pub text: Text,
    pub url: Option<Url>,
}

/// 問い合わせ先 and the numbers written with it.
#[derive(Clone, Debug, Default)]
pub struct ContactLine {
    pub name: Option<Words>,
    pub phone: Option<Spanned<Phone>>,
    pub fax: Option<Spanned<Phone>>,
    pub email: Option<Spanned<Email>>,
}

/// A Japanese telephone number, 10 or 11 digits with the hyphens of its area (GIF DS-445).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(Box<str>);

impl Phone {
    /// Takes `06-1234-5678`, `0120-11-1234`, `090-1234-5678`; half-width digits and hyphens, a leading zero.
    pub fn new(raw: &str) -> Option<Self> {
        let groups: Vec<&str> = raw.split('-').collect();
        let digits =
            |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
        let count: usize = groups.iter().map(|group| group.len()).sum();
        let shaped = groups.len() == 3 && groups.iter().all(digits) && (10..=11).contains(&count);
        (shaped && raw.starts_with('0')).then(|| Self(raw.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `tel:0612345678` (RFC 3966, local number).
    pub fn href(&self) -> String {
        format!("tel:{}", self.0.replace('-', ""))
    }
}

/// An address for mail: one `@`, printable ASCII without spaces.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(Box<str>);

impl Email {
    pub fn new(raw: &str) -> Option<Self> {
        let (user, host) = raw.split_once('@')?;
        let clean = |part: &str| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"._+-".contains(&byte))
        };
        (clean(user) && clean(host) && host.contains('.')).then(|| Self(raw.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// In which wards a document of the city is shown.
#[derive(Clone, Debug)]
pub enum WardChoice {
    All,
    None,
    Named(Vec<Words>),
}

#[cfg(test)]
mod tests {
    use super::{Email, Phone, Url};

    #[test]
    fn phones_are_ten_or_eleven_digits_in_three_groups() {
        for good in ["06-0000-0101", "0120-11-1234", "090-0000-0000"] {
            assert!(Phone::new(good).is_some(), "{good}");
        }
        for bad in [
            "6462-8101",
            "06-0000",
            "0600000101",
            "06−4866−6803",
            "06-0000-0101 内線1",
        ] {
            assert!(Phone::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn addresses_are_checked_for_shape() {
        assert!(Url::new("https://example.jp/a?b=1").is_some());
        assert!(Url::new("https:///a").is_none());
        assert!(Url::new("javascript:alert(1)").is_none());
        assert!(Email::new("a@example.jp").is_some());
        assert!(Email::new("a@b").is_none());
    }
}
