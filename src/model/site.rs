//! The whole site, every reference resolved.

use std::collections::BTreeMap;

use crate::model::address::Address;
use crate::model::calendar::Calendar;
use crate::model::date::Date;
use crate::model::document::{Document, DocumentIndex};
use crate::model::field::Facet;
use crate::model::holidays::Holidays;
use crate::model::institution::{Institution, Roster};
use crate::model::kind::{Kind, Scope};
use crate::model::month::Month;
use crate::model::names::Text;
use crate::model::register::Register;
use crate::model::selection::Selection;
use crate::model::settings::{Settings, Topic, Word};
use crate::model::ward::{Contact, Place, Ward, WardIndex, Welcome};

/// Everything the outputs need to know.
#[derive(Clone, Debug)]
pub struct Site {
    /// The day the site is built for, in Tokyo.
    pub today: Date,
    pub settings: Settings,
    /// In the order of `Settings::ward_order`, then by id.
    pub wards: Vec<Ward>,
    pub holidays: Holidays,
    /// In the order of `REGISTERS`, then of the wards.
    pub rosters: Vec<Roster>,
    /// The report from which numbers come where a ward has no register.
    pub counting_report: Option<DocumentIndex>,
    pub welcome: Option<Welcome>,
    /// In the order of reading.
    pub words: Vec<Word>,
    pub documents: Vec<Document>,
    /// The documents of a list in its order: upcoming first by day, then past ones newest first; expired ones are left out.
    pub lists: BTreeMap<ListKey, Vec<DocumentIndex>>,
    /// The documents of every topic, by kind and then as in the lists, one entry a topic.
    pub topics: Vec<Vec<DocumentIndex>>,
    /// What takes place, of the documents in the lists: the city's calendar, which has all, then that of every ward.
    pub calendars: Vec<Calendar>,
}

/// One list of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListKey {
    /// What is shown in one place.
    Of(Place, Kind),
    /// Everything of one kind, the wards' and the city's.
    All(Kind),
}

impl ListKey {
    /// The list of a kind at its address in `place`: the city's is that of all wards.
    pub fn at(place: Place, kind: Kind) -> Self {
        match place {
            Place::City => Self::All(kind),
            Place::Ward(_) => Self::Of(place, kind),
        }
    }
}

impl Site {
    pub fn ward(&self, index: WardIndex) -> &Ward {
        &self.wards[usize::from(index.0)]
    }

    pub fn document(&self, index: DocumentIndex) -> &Document {
        &self.documents[index.0 as usize]
    }

    pub fn documents(&self) -> impl Iterator<Item = (DocumentIndex, &Document)> {
        (0..).map(DocumentIndex).zip(&self.documents)
    }

    pub fn ward_indices(&self) -> impl Iterator<Item = WardIndex> + use<> {
        (0..self.wards.len() as u16).map(WardIndex)
    }

    /// The city, then every ward.
    pub fn places(&self) -> impl Iterator<Item = Place> + use<> {
        std::iter::once(Place::City).chain(self.ward_indices().map(Place::Ward))
    }

    /// The kinds of documents of which a place has any.
    pub fn filled_kinds(&self, place: Place) -> impl Iterator<Item = Kind> {
        place
            .kinds()
            .filter(move |kind| !self.list(ListKey::at(place, *kind)).is_empty())
    }

    pub fn list(&self, key: ListKey) -> &[DocumentIndex] {
        self.lists.get(&key).map_or(&[], Vec::as_slice)
    }

    /// The register of a ward, where it has one.
    pub fn roster(&self, register: Register, ward: WardIndex) -> Option<&Roster> {
        self.rosters
            .iter()
            .find(|roster| (roster.register, roster.ward) == (register, ward))
    }

    /// The registers of one kind in a place, in the order of the wards.
    pub fn rosters_of(&self, register: Register, place: Place) -> impl Iterator<Item = &Roster> {
        self.rosters.iter().filter(move |roster| {
            roster.register == register
                && (place == Place::City || place == Place::Ward(roster.ward))
        })
    }

    /// Every institution of a register in a place, in the order of the wards.
    pub fn institutions(
        &self,
        register: Register,
        place: Place,
    ) -> impl Iterator<Item = (WardIndex, &Institution)> {
        self.rosters_of(register, place).flat_map(|roster| {
            let institutions = roster.institutions.iter();
            institutions.map(|institution| (roster.ward, institution))
        })
    }

    /// `/hospitals/` (all wards) or `/kita/hospitals/`.
    pub fn register_address(&self, place: Place, register: Register) -> Address {
        self.top_address(place).child(register.id)
    }

    /// `/hospitals/end-of-life/`, `/kita/resources/pharmacies/`.
    pub fn selection_address(
        &self,
        place: Place,
        register: Register,
        selection: Selection,
    ) -> Address {
        let address = self.register_address(place, register);
        match selection.id() {
            Some(id) => address.child(id),
            None => address,
        }
    }

    pub fn calendar(&self, place: Place) -> &Calendar {
        &self.calendars[place.index()]
    }

    pub fn topic(&self, index: usize) -> &Topic {
        &self.settings.topics[index]
    }

    /// `大阪市` or `北区`.
    pub fn place_name(&self, place: Place) -> &str {
        match place {
            Place::City => self.settings.municipality.name.as_str(),
            Place::Ward(ward) => self.ward(ward).name.as_str(),
        }
    }

    /// `大阪市健康局` or `北区役所`.
    pub fn office_name(&self, place: Place) -> &Text {
        match place {
            Place::City => &self.settings.municipality.office,
            Place::Ward(ward) => &self.ward(ward).office,
        }
    }

    /// Whom readers of a document in `place` should ask: those it names, or those of the place, which are always the ward's for a document
    /// of the city.
    pub fn contact<'a>(&'a self, document: &'a Document, place: Place) -> &'a Contact {
        let own = document.contact.as_ref();
        let own = own.filter(|_| place == document.place);
        own.unwrap_or_else(|| self.default_contact(place))
    }

    /// Whom to ask in a place when a document names nobody.
    pub fn default_contact(&self, place: Place) -> &Contact {
        match place {
            Place::City => &self.settings.contacts[0],
            Place::Ward(ward) => &self.ward(ward).contacts[0],
        }
    }

    /// `/` or `/kita/`.
    pub fn top_address(&self, place: Place) -> Address {
        match place {
            Place::City => Address::page(&[]),
            Place::Ward(ward) => Address::page(&[self.ward(ward).id.as_str()]),
        }
    }

    /// `/lectures/` (all wards) or `/kita/lectures/`.
    pub fn list_address(&self, place: Place, kind: Kind) -> Address {
        self.top_address(place).child(kind.id)
    }

    /// The page of a document in its own place, by which search engines and programs know it.
    pub fn own_address(&self, document: &Document) -> Address {
        self.document_address(document, document.place)
    }

    /// The page of a document in one of the places that show it.
    pub fn document_address(&self, document: &Document, place: Place) -> Address {
        self.list_address(place, document.kind)
            .child(&document.name.address_part())
    }

    /// `/open-data/`.
    pub fn open_data_address(&self) -> Address {
        Address::page(&["open-data"])
    }

    /// Whether there is anything to give away: a document that tells where or when, or a row of a register, that is no sample.
    pub fn has_open_data(&self) -> bool {
        let is_given = |document: &Document| {
            let facets = &document.facets;
            let says = facets.venue.is_some()
                || document.kind.has(Facet::Schedule) && !facets.sessions.is_empty();
            document.is_given() && says
        };
        let mut institutions = self.rosters.iter().flat_map(Roster::real);
        self.documents.iter().any(is_given) || institutions.next().is_some()
    }

    /// The tables of a report as a file for spreadsheets.
    pub fn report_file(&self, document: &Document) -> Address {
        self.own_address(document).file("report.xlsx")
    }

    /// All files of a document in one, in its own place.
    pub fn pack_file(&self, document: &Document) -> Address {
        let name = format!("{}.zip", document.name.address_part());
        self.own_address(document).file(&name)
    }

    /// The list of the SHA-256 of its files, in its own place.
    pub fn sums_file(&self, document: &Document) -> Address {
        self.own_address(document).file("SHA256SUMS")
    }

    /// `/calendar/` (all wards) or `/kita/calendar/`.
    pub fn calendar_address(&self, place: Place) -> Address {
        self.top_address(place).child("calendar")
    }

    /// `/calendar/2026-11/` or `/kita/calendar/2026-11/`.
    pub fn month_address(&self, place: Place, month: Month) -> Address {
        self.calendar_address(place).child(&month.iso())
    }

    /// The calendar file of a place, or of one kind of what takes place there.
    pub fn calendar_file(&self, place: Place, kind: Option<Kind>) -> Address {
        let folder = match kind {
            Some(kind) => self.list_address(place, kind),
            None => self.top_address(place),
        };
        folder.file("calendar.ics")
    }

    /// The calendar file of one document, in its own place.
    pub fn event_file(&self, document: &Document) -> Address {
        self.own_address(document).file("event.ics")
    }

    /// The text about one document for mail and LINE, in its own place.
    pub fn message_file(&self, document: &Document) -> Address {
        self.own_address(document).file("message.txt")
    }

    /// The text about one document for a ward's paper, in its own place.
    pub fn bulletin_file(&self, document: &Document) -> Address {
        self.own_address(document).file("koho.txt")
    }

    pub fn topic_address(&self, topic: usize) -> Address {
        Address::page(&["topics", self.topic(topic).id.as_str()])
    }

    /// The glossary.
    pub fn words_address(&self) -> Address {
        Address::page(&["words"])
    }

    /// The desks of all wards.
    pub fn desks_address(&self) -> Address {
        Address::page(&["desks"])
    }

    pub fn has_desks(&self) -> bool {
        self.wards.iter().any(|ward| ward.desk.is_some())
    }

    /// The explanation of a word as it stands in `href`.
    pub fn word_href(&self, word: &Word) -> String {
        format!("{}#{}", self.href(&self.words_address()), word.anchor)
    }

    /// The place whose page of a document a reader in `reader` should be led to.
    pub fn nearest_place(&self, document: &Document, reader: Place) -> Place {
        if document.shown_in.contains(&reader) {
            reader
        } else {
            document.place
        }
    }

    /// Whether the site has a page at these parts of an address that is not a document's.
    pub fn is_page(&self, parts: &[&str]) -> bool {
        let ward = |part: &str| {
            self.ward_indices()
                .find(|ward| self.ward(*ward).id.as_str() == part)
        };
        let is_ward = |part: &str| ward(part).is_some();
        let has_month = |place: Place, month: &str| {
            Month::from_iso(month).is_some_and(|month| self.calendar(place).has(month))
        };
        let is_kind = |part: &str, in_ward: bool| {
            Kind::with_id(part).is_some_and(|kind| !(in_ward && kind.scope == Scope::CityOnly))
        };
        let has_selection = |place: Place, register: &str, id: Option<&str>| {
            let register = Register::with_id(register);
            register.is_some_and(|register| {
                let mut all = self.selections(register, place).into_iter();
                all.any(|(selection, _)| selection.id() == id)
            })
        };
        match parts {
            [] => true,
            [one] => {
                is_ward(one)
                    || is_kind(one, false)
                    || has_selection(Place::City, one, None)
                    || *one == "desks" && self.has_desks()
                    || *one == "open-data" && self.has_open_data()
                    || matches!(
                        *one,
                        "topics" | "words" | "sitemap" | "accessibility" | "calendar"
                    )
            }
            ["topics", topic] => self
                .settings
                .topics
                .iter()
                .any(|known| known.id.as_str() == *topic),
            ["docs", "checks" | "messages"] => true,
            ["calendar", month] => has_month(Place::City, month),
            [part, "calendar", month] => {
                ward(part).is_some_and(|ward| has_month(Place::Ward(ward), month))
            }
            [one, part] => match ward(one) {
                Some(ward) => {
                    is_kind(part, true)
                        || *part == "calendar"
                        || has_selection(Place::Ward(ward), part, None)
                }
                None => has_selection(Place::City, one, Some(part)),
            },
            [one, register, id] => {
                ward(one).is_some_and(|ward| has_selection(Place::Ward(ward), register, Some(id)))
            }
            _ => false,
        }
    }

    /// Whether a file beside a list or a top page is one that readers subscribe to: a calendar or a feed.
    pub fn is_subscribed(&self, folder: &[&str], name: &str) -> bool {
        let kind = match folder {
            [] => None,
            [.., last] => Kind::with_id(last),
        };
        let is_listed = match (folder, kind) {
            ([] | [_] | [_, _], Some(_)) | ([], None) => self.is_page(folder),
            ([ward], None) => self.wards.iter().any(|known| known.id.as_str() == *ward),
            (_, _) => false,
        };
        let has_days = kind.is_none_or(|kind| kind.has(Facet::Schedule));
        is_listed && (name == "feed.xml" || name == "calendar.ics" && has_days)
    }

    /// An address as it stands in `href`, below the path of the base URL.
    pub fn href(&self, address: &Address) -> String {
        format!(
            "{}{}",
            self.settings.base_url.path.trim_end_matches('/'),
            address
        )
    }

    /// An address with scheme and host.
    pub fn absolute(&self, address: &Address) -> String {
        format!("{}{}", self.settings.base_url.origin, self.href(address))
    }
}
