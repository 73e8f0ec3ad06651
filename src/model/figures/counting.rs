//! The figures of a fiscal year as the wards' own documents, desks and registers give them; those of desks and registers are in `state`.
//!
//! Invariant: samples, what is not public and what was cancelled are not counted; a ward counts once, whatever it holds.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::date::FiscalYear;
use crate::model::document::Document;
use crate::model::facet::State;
use crate::model::field::Figure;
use crate::model::figures::classes::{Audience, Host, Meeting, TOPICS, audience, host, meeting};
use crate::model::figures::{Count, Figures};
use crate::model::names::Text;
use crate::model::register::Register;
use crate::model::site::Site;
use crate::model::ward::{Place, WardIndex};
use crate::text::japanese::squeezed;

type Wards = BTreeSet<WardIndex>;

/// Documents of a year by the table of the report that counts their kind.
struct Year<'a> {
    site: &'a Site,
    /// The ward, where it is one's, and the document.
    documents: Vec<(WardIndex, &'a Document)>,
    year: FiscalYear,
}

impl Site {
    /// What can be counted for a year. Tables in which nothing was counted are left out.
    pub fn counted(&self, year: FiscalYear) -> Figures {
        let documents = self
            .documents
            .iter()
            .filter_map(|document| match document.place {
                Place::Ward(ward) if takes_part(document, year) => Some((ward, document)),
                Place::Ward(_) | Place::City => None,
            });
        let year = Year {
            site: self,
            documents: documents.collect(),
            year,
        };
        let mut figures = Figures::default();
        let tables = [
            (
                Figure::TrainingsHeld,
                year.held(
                    Figure::TrainingsHeld,
                    ["開催済み・予定あり", "開催予定なし"],
                ),
            ),
            (
                Figure::AwarenessHeld,
                year.held(Figure::AwarenessKinds, ["開催予定あり", "開催予定なし"]),
            ),
            (Figure::AwarenessKinds, year.kinds(Figure::AwarenessKinds)),
            (Figure::DeskHours, self.desk_hours()),
            (Figure::CoordinatorCounts, self.coordinators()),
            (Figure::CooperationMeetings, year.meetings()),
            (Figure::CooperationTopics, year.topics()),
            (
                Figure::VisitsHeld,
                year.held(Figure::VisitsHeld, ["開催予定あり", "開催予定なし"]),
            ),
            (Figure::VisitHosts, year.hosts()),
            (Figure::VisitParticipants, year.participants()),
        ];
        let filled = tables.into_iter().filter(|(_, rows)| !rows.is_empty());
        figures.counts = filled.collect();
        self.count_institutions(&mut figures);
        figures.themes = year.themes();
        figures.measures = self.measures();
        figures
    }

    /// The meetings of the city in a year and their classes, in the order of manuscripts.
    pub fn city_meetings(&self, year: FiscalYear) -> Vec<(Meeting, &Document)> {
        let is_meeting = |document: &Document| {
            document.kind.counted_by == Some(Figure::CooperationMeetings)
                && document.place == Place::City
                && takes_part(document, year)
        };
        let meetings = self.documents.iter().filter(|one| is_meeting(one));
        meetings
            .map(|document| (meeting(document.title.as_str()), document))
            .collect()
    }
}

/// Whether a document counts in a year: it takes place in it, or is of it where it has no day.
fn takes_part(document: &Document, year: FiscalYear) -> bool {
    let is_counted = document.public && !document.facets.sample;
    let is_held = document.state() != Some(State::Cancelled);
    let mut days = document
        .occurrences
        .iter()
        .map(|time| time.first.fiscal_year());
    let is_of_year = match document.occurrences.is_empty() {
        true => document.fiscal_year() == Some(year),
        false => days.any(|own| own == year),
    };
    is_counted && is_held && is_of_year
}

pub(super) fn count(label: &str, number: usize) -> Option<Count> {
    Some(Count {
        label: Text::new(label)?,
        number: u32::try_from(number).ok()?,
        notes: Vec::new(),
    })
}

/// The rows of a table, the empty ones left out.
fn rows<K: Ord>(wards: BTreeMap<K, Wards>, label: impl Fn(&K) -> String) -> Vec<Count> {
    let filled = wards.iter().filter(|(_, wards)| !wards.is_empty());
    filled
        .filter_map(|(key, wards)| count(&label(key), wards.len()))
        .collect()
}

impl Year<'_> {
    /// The documents of kinds that a table counts.
    fn of(&self, field: Figure) -> impl Iterator<Item = (WardIndex, &Document)> {
        let all = self.documents.iter().copied();
        all.filter(move |(_, document)| document.kind.counted_by == Some(field))
    }

    /// How many wards hold anything and how many nothing.
    fn held(&self, field: Figure, [some, none]: [&str; 2]) -> Vec<Count> {
        let wards: Wards = self.of(field).map(|(ward, _)| ward).collect();
        let rest = self.site.wards.len().saturating_sub(wards.len());
        match wards.is_empty() {
            true => Vec::new(),
            false => [count(some, wards.len()), count(none, rest)]
                .into_iter()
                .flatten()
                .collect(),
        }
    }

    fn kinds(&self, field: Figure) -> Vec<Count> {
        let mut wards: BTreeMap<_, Wards> = BTreeMap::new();
        for (ward, document) in self.of(field) {
            wards.entry(document.kind).or_default().insert(ward);
        }
        rows(wards, |kind| kind.label.to_owned())
    }

    /// The topics of trainings, those of most wards first.
    fn themes(&self) -> Vec<Text> {
        let mut wards: BTreeMap<usize, Wards> = BTreeMap::new();
        for (ward, document) in self.of(Figure::TrainingsHeld) {
            for topic in &document.topics {
                wards.entry(*topic).or_default().insert(ward);
            }
        }
        let mut ranked: Vec<(usize, usize)> = wards
            .iter()
            .map(|(topic, wards)| (*topic, wards.len()))
            .collect();
        ranked.sort_by_key(|(topic, count)| (usize::MAX - count, *topic));
        let name = |(topic, _): (usize, usize)| self.site.topic(topic).name.clone();
        ranked.into_iter().map(name).collect()
    }

    /// How many wards meet the institutions how often.
    fn meetings(&self) -> Vec<Count> {
        let mut times: BTreeMap<WardIndex, usize> = BTreeMap::new();
        for (ward, document) in self.of(Figure::CooperationMeetings) {
            if topics(document).next().is_some() {
                let days = document.occurrences.iter();
                let held = days
                    .filter(|time| time.first.fiscal_year() == self.year)
                    .count();
                *times.entry(ward).or_default() += held.max(1);
            }
        }
        let mut wards: BTreeMap<usize, Wards> = BTreeMap::new();
        for (ward, times) in times {
            wards.entry(times).or_default().insert(ward);
        }
        rows(wards, |times| format!("{times}回"))
    }

    fn topics(&self) -> Vec<Count> {
        let mut wards: BTreeMap<usize, Wards> = BTreeMap::new();
        for (ward, document) in self.of(Figure::CooperationMeetings) {
            for topic in topics(document) {
                wards.entry(topic).or_default().insert(ward);
            }
        }
        rows(wards, |topic| TOPICS[*topic].label.to_owned())
    }

    fn hosts(&self) -> Vec<Count> {
        let names = self.active();
        let known: BTreeSet<String> = names.values().flatten().cloned().collect();
        let mut hosts: BTreeMap<WardIndex, BTreeSet<Host>> = BTreeMap::new();
        for (ward, document) in self.of(Figure::VisitsHeld) {
            let words = document.facets.host.as_ref();
            let own = names.get(&ward).map_or(&[][..], Vec::as_slice);
            let found =
                words.map_or_else(Vec::new, |words| host(words.value.as_str(), own, &known));
            hosts.entry(ward).or_default().extend(found);
        }
        let wards = grouped(hosts);
        let only = |hosts: &BTreeSet<Host>| match (
            hosts.contains(&Host::Active),
            hosts.contains(&Host::Other),
        ) {
            (true, true) => "積極的医療機関と他医療機関",
            (true, false) => "積極的医療機関のみ",
            (false, _) => "他医療機関のみ",
        };
        rows(wards, |hosts| only(hosts).to_owned())
    }

    /// The names of the institutions that take part, by ward, the longest first, as one may be part of another.
    fn active(&self) -> BTreeMap<WardIndex, Vec<String>> {
        let mut names: BTreeMap<WardIndex, Vec<String>> = BTreeMap::new();
        for register in Register::all().filter(|register| register.is_counted) {
            for (ward, one) in self.site.institutions(register, Place::City) {
                names
                    .entry(ward)
                    .or_default()
                    .push(squeezed(one.name.as_str()));
            }
        }
        for own in names.values_mut() {
            own.sort_by_key(|name| std::cmp::Reverse(name.len()));
        }
        names
    }

    fn participants(&self) -> Vec<Count> {
        let mut people: BTreeMap<WardIndex, BTreeSet<Audience>> = BTreeMap::new();
        for (ward, document) in self.of(Figure::VisitsHeld) {
            let lines = document
                .facets
                .audience
                .iter()
                .map(|line| line.value.as_str());
            people
                .entry(ward)
                .or_default()
                .extend(lines.flat_map(audience));
        }
        for kinds in people.values_mut() {
            // What is open in one document may be settled in another of the ward.
            if kinds.len() > 1 {
                kinds.remove(&Audience::Undecided);
            }
        }
        rows(grouped(people), |kinds| {
            let labels: Vec<&str> = kinds.iter().map(|kind| kind.label()).collect();
            match labels.as_slice() {
                [one] if !kinds.contains(&Audience::Undecided) => format!("{one}のみ"),
                _ => labels.join("と"),
            }
        })
    }
}

/// The classes of the 議題 of a meeting.
fn topics(document: &Document) -> impl Iterator<Item = usize> {
    let agenda = document.facets.agenda.iter();
    agenda.filter_map(|line| crate::model::figures::classes::topic(line.value.as_str()))
}

/// The wards by what they have; those of which nothing is known are left out.
fn grouped<K: Ord>(by_ward: BTreeMap<WardIndex, BTreeSet<K>>) -> BTreeMap<BTreeSet<K>, Wards> {
    let mut wards: BTreeMap<BTreeSet<K>, Wards> = BTreeMap::new();
    for (ward, kinds) in by_ward {
        if !kinds.is_empty() {
            wards.entry(kinds).or_default().insert(ward);
        }
    }
    wards
}
