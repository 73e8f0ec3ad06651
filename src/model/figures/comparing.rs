//! Declared and counted figures side by side: which are published, and where they differ.

use std::collections::BTreeSet;

use crate::model::date::FiscalYear;
use crate::model::document::Document;
use crate::model::field::{Facet, Figure};
use crate::model::figures::{Count, Figures, PARTS, PartRow};
use crate::model::site::Site;
use crate::text::japanese::squeezed;

/// The figures that a report publishes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    pub figures: Figures,
    /// The tables and lists that were counted, as the report does not declare them.
    pub counted: BTreeSet<Figure>,
}

/// A table of which both are known and not the same.
#[derive(Debug)]
pub struct Difference {
    pub part: &'static PartRow,
    /// The label, what is declared and what was counted, where they differ.
    pub rows: Vec<(String, Option<u32>, Option<u32>)>,
}

impl Site {
    /// The public report of a year.
    pub fn report_of(&self, year: FiscalYear) -> Option<&Document> {
        let mut reports = self
            .documents
            .iter()
            .filter(|document| document.kind.has(Facet::Figures));
        reports.find(|document| document.public && document.fiscal_year() == Some(year))
    }

    /// What is published of a year: what its report declares, else what can be counted.
    pub fn published(&self, year: FiscalYear) -> Published {
        let report = self.report_of(year);
        let mut figures =
            report.map_or_else(Figures::default, |report| report.facets.figures.clone());
        let mut counts = self.counted(year);
        let mut counted = BTreeSet::new();
        // Their notes follow those that are declared.
        let before = figures.notes.len() as u32;
        if figures.rows(Figure::InstitutionCounts).is_empty() {
            figures.notes.append(&mut counts.notes);
        }
        for (field, mut rows) in counts.counts {
            if figures.rows(field).is_empty() {
                let notes = rows.iter_mut().flat_map(|row| &mut row.notes);
                notes.for_each(|note| *note += before);
                figures.counts.insert(field, rows);
                counted.insert(field);
            }
        }
        if figures.themes.is_empty() && !counts.themes.is_empty() {
            figures.themes = counts.themes;
            counted.insert(Figure::TrainingThemes);
        }
        if figures.measures.is_empty() && !counts.measures.is_empty() {
            figures.measures = counts.measures;
            counted.insert(Figure::Measures);
        }
        Published { figures, counted }
    }

    /// Where what a report declares is not what can be counted for its year.
    pub fn differences(&self, report: &Document) -> Vec<Difference> {
        let declared = &report.facets.figures;
        let Some(year) = report.fiscal_year() else {
            return Vec::new();
        };
        if declared.counts.is_empty() {
            return Vec::new();
        }
        let counted = self.counted(year);
        let compare = |part: &'static PartRow| {
            let (declared, counted) = (declared.rows(part.field), counted.rows(part.field));
            let is_known = !declared.is_empty() && !counted.is_empty();
            let rows = match is_known {
                true => different(declared, counted, part.field == Figure::InstitutionCounts),
                false => Vec::new(),
            };
            (!rows.is_empty()).then_some(Difference { part, rows })
        };
        PARTS.iter().filter_map(compare).collect()
    }
}

impl Count {
    /// Whether two rows count the same thing: 20時間以上 is the 20時間 of the report, 10時間から19時間 its 10～19時間.
    pub fn is_same(&self, other: &Self) -> bool {
        let key = |count: &Self| {
            let words = squeezed(count.label.as_str());
            let fillers = ["以上", "時間", "から", "~"];
            fillers
                .into_iter()
                .fold(words, |words, filler| words.replace(filler, ""))
        };
        key(self) == key(other)
    }
}

/// Rows that differ, by their labels, or by their order where people call the same thing otherwise. Wards without a register are counted
/// in a table that is `partial`, so what was not counted says nothing there.
fn different(
    declared: &[Count],
    counted: &[Count],
    partial: bool,
) -> Vec<(String, Option<u32>, Option<u32>)> {
    let is_named = |count: &&Count| declared.iter().any(|own| own.is_same(count));
    let mut strangers = counted.iter().filter(|count| !is_named(count));
    let mut rows = Vec::new();
    for own in declared {
        let same = counted.iter().find(|count| count.is_same(own));
        let other = match (same, partial) {
            (Some(same), _) => Some(same),
            (None, true) => continue,
            (None, false) => strangers.next(),
        };
        let number = other.map(|other| other.number);
        if number.unwrap_or(0) != own.number {
            rows.push((own.label.to_string(), Some(own.number), number));
        }
    }
    let more = strangers.map(|count| (count.label.to_string(), None, Some(count.number)));
    rows.extend(more.filter(|(_, _, number)| number.is_some_and(|number| number > 0)));
    rows
}

#[cfg(test)]
mod tests {
    use super::different;
    use crate::model::figures::Count;
    use crate::model::names::Text;

    fn counts(rows: &[(&str, u32)]) -> Vec<Count> {
        let count = |(label, number): &(&str, u32)| Count {
            label: Text::new(label).expect("a label"),
            number: *number,
            notes: Vec::new(),
        };
        rows.iter().map(count).collect()
    }

    #[test]
    fn rows_are_compared_by_name_or_else_in_their_order() {
        let declared = counts(&[("20時間", 15), ("10～19時間", 5), ("１～９時間", 4)]);
        let same = counts(&[
            ("20時間以上", 15),
            ("10時間から19時間", 5),
            ("1時間から9時間", 4),
        ]);
        assert!(different(&declared, &same, false).is_empty());
        let other = counts(&[
            ("20時間以上", 14),
            ("10時間から19時間", 5),
            ("1時間から9時間", 5),
        ]);
        let found = different(&declared, &other, false);
        let expected = [
            ("20時間", Some(15), Some(14)),
            ("１～９時間", Some(4), Some(5)),
        ];
        assert_eq!(
            found,
            expected.map(|(label, one, two)| (label.to_owned(), one, two))
        );
    }

    #[test]
    fn what_only_one_of_them_knows_is_a_difference_unless_a_table_has_gaps() {
        let declared = counts(&[("北区", 4), ("西区", 6)]);
        let counted = counts(&[("北区", 4), ("港区", 5)]);
        assert_eq!(
            different(&declared, &counted, true),
            [("港区".to_owned(), None, Some(5))]
        );
        let named = counts(&[("講演会", 9), ("周知ビラ", 1)]);
        let less = counts(&[("講演会", 9)]);
        assert_eq!(
            different(&named, &less, false),
            [("周知ビラ".to_owned(), Some(1), None)]
        );
    }
}
