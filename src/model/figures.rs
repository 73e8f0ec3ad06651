//! The figures of a yearly report (大阪市「在宅医療連携拠点事業の取組について」): what is counted, in its order, as declared in the
//! manuscript of a report or as counted from what the wards publish.

mod classes;
mod comparing;
mod counting;
pub mod layout;
mod state;

use std::collections::BTreeMap;

use crate::model::date::Date;
use crate::model::document::{Document, DocumentIndex};
use crate::model::field::Figure;
use crate::model::names::Text;
use crate::model::register::Register;
use crate::model::site::Site;
use crate::model::ward::WardIndex;

pub use classes::Meeting;
pub use comparing::{Difference, Published};

/// What a report says in numbers and lists. What nobody wrote or counted is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The day for which desks and registers hold.
    pub as_of: Option<Date>,
    /// The rows of every table, by the field that declares it.
    pub counts: BTreeMap<Figure, Vec<Count>>,
    /// Themes of trainings, those of most wards first.
    pub themes: Vec<Text>,
    /// What ※1, ※2 … say, in this order.
    pub notes: Vec<Text>,
    pub measures: Vec<Measure>,
    pub progress: Vec<Text>,
    pub issues: Vec<Text>,
}

/// How many of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// `開催予定なし`, `北区`.
    pub label: Text,
    pub number: u32,
    /// The numbers of the notes that belong to it, from 1.
    pub notes: Vec<u32>,
}

/// What desks do towards a purpose: 取組 of 24時間体制構築 or 多職種による情報共有.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// 区分.
    pub division: Text,
    /// めざすべき姿 or 取組項目.
    pub aim: Text,
    /// 取組内容.
    pub action: Text,
}

/// A table of a report.
#[derive(Debug)]
pub struct PartRow {
    pub field: Figure,
    /// What stands above it.
    pub caption: &'static str,
    /// The heading of its first column.
    pub what: &'static str,
    /// `区`, `人`.
    pub unit: &'static str,
    /// Whether it holds for a day, and not for what took place in a year.
    pub is_state: bool,
}

macro_rules! part {
    ($field:ident, $caption:literal, $what:literal, $unit:literal, $is_state:literal) => {
        PartRow {
            field: Figure::$field,
            caption: $caption,
            what: $what,
            unit: $unit,
            is_state: $is_state,
        }
    };
}

/// All tables of counts, in the order of the report.
#[rustfmt::skip]
pub const PARTS: &[PartRow] = &[
    part!(TrainingsHeld, "研修会の開催状況", "開催状況", "区", false),
    part!(AwarenessHeld, "講演会・普及啓発の開催予定", "開催予定", "区", false),
    part!(AwarenessKinds, "講演会・普及啓発の主な内容", "主な内容", "区", false),
    part!(DeskHours, "週あたりの開設時間数", "週あたりの開設時間数", "区", true),
    part!(CoordinatorCounts, "拠点コーディネーターの資格", "資格", "人", true),
    part!(InstitutionCounts, "区ごとの積極的医療機関の数", "区名", "", true),
    part!(CooperationMeetings, "連携会議の開催予定回数", "回数", "区", false),
    part!(CooperationTopics, "連携会議の主な議題", "主な議題", "区", false),
    part!(VisitsHeld, "同行訪問研修の開催予定", "開催予定", "区", false),
    part!(VisitHosts, "同行訪問研修の研修先", "研修先", "区", false),
    part!(VisitParticipants, "同行訪問研修の対象者", "対象者", "区", false),
];

/// The table that a field declares.
pub fn part(field: Figure) -> Option<&'static PartRow> {
    PARTS.iter().find(|row| row.field == field)
}

impl Figures {
    /// The rows of a table; empty where nobody wrote or counted any.
    pub fn rows(&self, field: Figure) -> &[Count] {
        self.counts.get(&field).map_or(&[], Vec::as_slice)
    }

    /// What a note says.
    pub fn note(&self, number: u32) -> Option<&Text> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        self.notes.get(index)
    }
}

/// How many institutions a report declares for a ward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    pub count: u32,
    pub notes: Vec<Text>,
    pub as_of: Option<Date>,
}

impl Site {
    /// The newest public report that says how many institutions every ward has.
    pub fn find_counting_report(&self) -> Option<DocumentIndex> {
        let counts = |document: &Document| {
            !document
                .facets
                .figures
                .rows(Figure::InstitutionCounts)
                .is_empty()
        };
        let reports = self
            .documents()
            .filter(|(_, document)| document.public && counts(document));
        let newest = reports.max_by_key(|(_, document)| document.fiscal_year());
        newest.map(|(index, _)| index)
    }

    /// What the newest public report that counts a register says of a ward.
    pub fn declared(&self, register: Register, ward: WardIndex) -> Option<Declared> {
        if !register.is_counted {
            return None;
        }
        let figures = &self.document(self.counting_report?).facets.figures;
        let name = &self.ward(ward).name;
        let rows = figures.rows(Figure::InstitutionCounts);
        let row = rows.iter().find(|row| row.label == *name)?;
        let notes = row.notes.iter().filter_map(|number| figures.note(*number));
        Some(Declared {
            count: row.number,
            notes: notes.cloned().collect(),
            as_of: figures.as_of,
        })
    }
}
