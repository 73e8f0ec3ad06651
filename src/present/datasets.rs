//! `SETS`: what the site gives away as open data, in the columns of both generations of the national standard
//! (自治体標準オープンデータセット, and 推奨データセット before it).
//!
//! Invariant: samples are in no set, and what a set says does not depend on the day but through what is public and listed.

mod columns;
mod events;
mod facilities;
mod institutions;
mod location;

use crate::model::date::Date;
use crate::model::position::Position;
use crate::model::register::Register;
use crate::model::site::Site;
use crate::sheet::Value;

pub use location::own_prefecture;

/// The two generations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edition {
    /// 自治体標準オープンデータセット.
    Standard,
    /// 推奨データセット.
    Recommended,
}

impl Edition {
    pub const ALL: [Self; 2] = [Self::Standard, Self::Recommended];

    pub fn label(self) -> &'static str {
        match self {
            Self::Standard => "自治体標準オープンデータセットの列",
            Self::Recommended => "推奨データセットの列",
        }
    }

    /// What follows the id of a set in the name of its file.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Standard => "",
            Self::Recommended => "-recommended",
        }
    }
}

/// One row of `SETS`.
#[derive(Debug)]
pub struct SetRow {
    /// The name of its files.
    pub id: &'static str,
    pub label: &'static str,
    pub description: &'static str,
    rows: fn(&Site, Edition) -> Table,
}

/// All sets.
pub const SETS: &[SetRow] = &[
    SetRow {
        id: "events",
        label: "イベント一覧",
        description: "講演会、研修会、催し、会議などの日時、会場、申込みの一覧です。",
        rows: events::table,
    },
    SetRow {
        id: "hospitals",
        label: "積極的医療機関一覧",
        description: "在宅医療に積極的な役割を担う医療機関の一覧です。",
        rows: |site, edition| institutions::table(site, edition, Register::with_id("hospitals")),
    },
    SetRow {
        id: "resources",
        label: "医療・介護・福祉資源一覧",
        description: "在宅での療養を支える医療、介護、福祉の施設と事業所の一覧です。",
        rows: |site, edition| institutions::table(site, edition, Register::with_id("resources")),
    },
    SetRow {
        id: "facilities",
        label: "会場となる施設一覧",
        description: "講演会や催しの会場となる施設の住所と位置の一覧です。",
        rows: facilities::table,
    },
];

/// A set as it is written to files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    pub columns: Vec<String>,
    pub rows: Vec<Vec<Value>>,
    /// Where every row lies, where that is known.
    pub positions: Vec<Option<Position>>,
    /// When anything in it last changed.
    pub updated: Option<Date>,
}

impl Table {
    /// A table without rows.
    fn of(columns: Vec<String>) -> Self {
        Self {
            columns,
            ..Self::default()
        }
    }

    fn push(&mut self, row: Vec<Value>, position: Option<Position>, changed: Option<Date>) {
        self.rows.push(row);
        self.positions.push(position);
        self.updated = self.updated.max(changed);
    }

    /// Gives every row as many cells as there are columns.
    fn fill(mut self) -> Self {
        for row in &mut self.rows {
            row.resize(self.columns.len(), Value::Empty);
        }
        self
    }
}

impl SetRow {
    /// The set with this id.
    pub fn with_id(id: &str) -> Option<&'static Self> {
        SETS.iter().find(|set| set.id == id)
    }

    pub fn table(&self, site: &Site, edition: Edition) -> Table {
        (self.rows)(site, edition)
    }
}
