//! What desks and registers say as they are now: hours, coordinators, institutions and measures.
//!
//! Invariant: they know no year. Whoever shows them says so.

use crate::model::date::Date;
use crate::model::desk::{Band, Desk, Qualification, in_bands, qualified};
use crate::model::field::Figure;
use crate::model::figures::counting::count;
use crate::model::figures::{Count, Figures, Measure};
use crate::model::institution::Roster;
use crate::model::names::Text;
use crate::model::register::Register;
use crate::model::site::Site;
use crate::model::ward::Place;

/// What the report says of ※1 (大阪市「在宅医療連携拠点事業の取組について」).
const CONSENT: &str =
    "積極的医療機関への位置づけについて拠点の内諾を受けている医療機関を含みます。";

impl Site {
    /// How many wards a table of desks or registers is counted from.
    pub fn wards_behind(&self, field: Figure) -> usize {
        if field == Figure::InstitutionCounts {
            let rosters = self.counted_rosters();
            return rosters
                .filter(|roster| roster.real().next().is_some())
                .count();
        }
        let is_behind = |desk: &&&Desk| {
            (field != Figure::CoordinatorCounts || !desk.coordinators.is_empty())
                && (field != Figure::Measures || !desk.measures.is_empty())
        };
        self.desks().iter().filter(is_behind).count()
    }

    /// The newest 確認日 of the institutions that are counted.
    pub fn newest_confirmation(&self) -> Option<Date> {
        let institutions = self.counted_rosters().flat_map(Roster::real);
        institutions.filter_map(|one| one.confirmed).max()
    }

    fn counted_rosters(&self) -> impl Iterator<Item = &Roster> {
        let counted = Register::all().filter(|register| register.is_counted);
        counted.flat_map(|register| self.rosters_of(register, Place::City))
    }

    fn desks(&self) -> Vec<&Desk> {
        self.wards
            .iter()
            .filter_map(|ward| ward.desk.as_ref())
            .collect()
    }

    /// How many desks are open for how many hours a week.
    pub(super) fn desk_hours(&self) -> Vec<Count> {
        let bands = in_bands(&self.desks()).into_iter().flatten();
        let label = |band| match band {
            Band::Long => "20時間以上",
            Band::Middle => "10時間から19時間",
            Band::Short => "1時間から9時間",
            Band::Unknown => "1時間未満・不明",
        };
        bands
            .filter_map(|(band, number)| count(label(band), number))
            .collect()
    }

    /// What all desks do; what several do stands there once.
    pub(super) fn measures(&self) -> Vec<Measure> {
        let mut measures = Vec::new();
        for measure in self.desks().into_iter().flat_map(|desk| &desk.measures) {
            if !measures.contains(measure) {
                measures.push(measure.clone());
            }
        }
        measures
    }

    pub(super) fn coordinators(&self) -> Vec<Count> {
        let counts =
            qualified(&self.desks()).map(|people| Qualification::ALL.into_iter().zip(people));
        let rows = counts.into_iter().flatten();
        rows.filter_map(|(one, people)| count(&one.name(), people as usize))
            .collect()
    }

    /// The rows of the counted register by ward, with the notes that belong to them.
    pub(super) fn count_institutions(&self, figures: &mut Figures) {
        let mut rows = Vec::new();
        for roster in self.counted_rosters() {
            let real: Vec<_> = roster.real().collect();
            let consent = real
                .iter()
                .any(|one| one.consented)
                .then(|| CONSENT.to_owned());
            let own = real.iter().filter_map(|one| {
                let note = one.note.as_ref()?.as_str();
                Some(match note.contains(one.name.as_str()) {
                    true => note.to_owned(),
                    false => format!("{}については、{note}", one.name),
                })
            });
            let mut notes = Vec::new();
            for text in consent
                .into_iter()
                .chain(own)
                .filter_map(|text| Text::new(&text))
            {
                let known = figures.notes.iter().position(|note| *note == text);
                let index = known.unwrap_or_else(|| {
                    figures.notes.push(text);
                    figures.notes.len() - 1
                });
                notes.push(index as u32 + 1);
            }
            let row = count(self.ward(roster.ward).name.as_str(), real.len());
            rows.extend(
                row.filter(|row| row.number > 0)
                    .map(|row| Count { notes, ..row }),
            );
        }
        if !rows.is_empty() {
            figures.counts.insert(Figure::InstitutionCounts, rows);
        }
    }
}
