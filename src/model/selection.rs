//! Which institutions of a register a page shows: all of them, those that do something, or those of one kind.

use crate::model::institution::{Category, Function, Institution};
use crate::model::register::Register;
use crate::model::site::Site;
use crate::model::ward::{Place, WardIndex};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Selection {
    All,
    Function(Function),
    Category(Category),
}

/// An institution of a register: its ward, and its position in the list of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowIndex {
    pub ward: WardIndex,
    pub row: u32,
}

impl Selection {
    /// All selections, in the order in which pages offer them.
    pub fn every() -> impl Iterator<Item = Self> {
        let functions = Function::ALL.into_iter().map(Self::Function);
        let categories = Category::all().map(Self::Category);
        std::iter::once(Self::All)
            .chain(functions)
            .chain(categories)
    }

    /// The part of its address below that of the register; none for all of them.
    pub fn id(self) -> Option<&'static str> {
        match self {
            Self::All => None,
            Self::Function(function) => Some(function.id()),
            Self::Category(category) => Some(category.row().id),
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::All => "すべて",
            Self::Function(function) => function.label(),
            Self::Category(category) => category.row().label,
        }
    }

    pub fn holds(self, institution: &Institution) -> bool {
        match self {
            Self::All => true,
            Self::Function(function) => institution.functions.contains(&function),
            Self::Category(category) => institution.category == Some(category),
        }
    }
}

impl Site {
    /// The institutions of a place that a selection holds, in the order of wards, of kinds and of their files.
    pub fn selected(
        &self,
        register: Register,
        place: Place,
        selection: Selection,
    ) -> Vec<RowIndex> {
        let rows = self.rosters_of(register, place).flat_map(|roster| {
            let rows = (0u32..).zip(&roster.institutions);
            let held = rows.filter(|(_, one)| selection.holds(one));
            held.map(|(row, one)| {
                let ward = roster.ward;
                // What has no kind stands last.
                (
                    (one.category.is_none(), one.category),
                    RowIndex { ward, row },
                )
            })
        });
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by_key(|(rank, row)| (row.ward, *rank, row.row));
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// The institution of a row and its ward.
    pub fn row(&self, register: Register, index: RowIndex) -> Option<(WardIndex, &Institution)> {
        let roster = self.roster(register, index.ward)?;
        let institution = roster.institutions.get(index.row as usize)?;
        Some((index.ward, institution))
    }

    /// The selections a place offers and how much they hold; all of them where nothing is known but a number.
    /// Functions are offered where they tell institutions apart, and kinds likewise: where all are of one kind, nobody chooses it.
    pub fn selections(&self, register: Register, place: Place) -> Vec<(Selection, usize)> {
        if !self.has_register(register, place) {
            return Vec::new();
        }
        let institutions: Vec<&Institution> = self
            .institutions(register, place)
            .map(|(_, institution)| institution)
            .collect();
        let count = |selection: Selection| {
            let held = institutions.iter().filter(|one| selection.holds(one));
            (selection, held.count())
        };
        let counted: Vec<(Selection, usize)> = Selection::every().map(count).collect();
        let tells = |is_like: fn(Selection) -> bool| {
            let mut like = counted.iter().filter(|(one, _)| is_like(*one));
            like.any(|(_, count)| (1..institutions.len()).contains(count))
        };
        let functions = tells(|one| matches!(one, Selection::Function(_)));
        let kinds = tells(|one| matches!(one, Selection::Category(_)));
        let is_offered = |(selection, count): &(Selection, usize)| match selection {
            Selection::All => true,
            Selection::Function(_) => functions && *count > 0,
            Selection::Category(_) => kinds && *count > 0,
        };
        counted.into_iter().filter(is_offered).collect()
    }

    /// Whether a place has anything to show of a register: rows, or a number from a report.
    pub fn has_register(&self, register: Register, place: Place) -> bool {
        let has =
            |ward| self.roster(register, ward).is_some() || self.declared(register, ward).is_some();
        match place {
            Place::City => self.ward_indices().any(has),
            Place::Ward(ward) => has(ward),
        }
    }

    /// The registers of which a place has anything.
    pub fn registers(&self, place: Place) -> impl Iterator<Item = Register> {
        Register::all().filter(move |register| self.has_register(*register, place))
    }
}
