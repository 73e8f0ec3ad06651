//! The figures of a yearly report, in sections and tables.

use serde::Serialize;

use crate::theme::view::LinkView;

/// 区役所の取組, 相談支援室の取組 …
#[derive(Clone, Debug, Serialize)]
pub struct FigureSection {
    pub id: String,
    pub heading: String,
    pub parts: Vec<FigurePart>,
}

/// What stands below one heading.
#[derive(Clone, Debug, Serialize)]
pub struct FigurePart {
    pub id: String,
    /// Of its heading: 3, or 4 for what belongs to the part before it that has 3.
    pub level: u8,
    /// None for what stands right below the section's.
    pub heading: Option<String>,
    pub text: Option<String>,
    pub tables: Vec<FigureTable>,
    pub list: Option<FigureList>,
    pub notes: Vec<String>,
    /// The page of a meeting.
    pub link: Option<LinkView>,
}

#[derive(Clone, Debug, Serialize)]
pub struct FigureList {
    pub lead: Option<String>,
    pub items: Vec<String>,
    /// What it comes from, in a sentence.
    pub source: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct FigureTable {
    pub caption: String,
    pub columns: Vec<String>,
    pub rows: Vec<FigureRow>,
    /// What it comes from, in sentences: what the author declares, or what was counted from.
    pub source: String,
    /// Whether its rows stand beside each other in narrow columns: names and one number each.
    pub is_long: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct FigureRow {
    /// Over how many rows the first cell goes; 0 where the one above goes over this row too.
    pub span: usize,
    pub cells: Vec<String>,
    /// `※1、※3`: the notes that belong to the number, the second cell.
    pub marks: Option<String>,
    /// The length of the bar beside the number, in hundredths of the longest; none where the row has no number.
    pub bar: Option<u32>,
    pub is_total: bool,
}
