//! A yearly report as text: for a terminal, and as records.

use crate::text::columns::columns;
use crate::theme::view::figures::{FigureRow, FigureSection};

/// The cells of a row, with its marks behind the number: `7（※1）`.
pub fn words(row: &FigureRow) -> Vec<String> {
    let mut cells = row.cells.clone();
    if let (Some(number), Some(marks)) = (cells.get_mut(1), &row.marks) {
        number.push_str(&format!("（{marks}）"));
    }
    cells
}

/// The sections for a terminal: headings, sentences, and tables in columns.
pub fn lines(sections: &[FigureSection]) -> String {
    let mut text = String::new();
    let mut line = |words: &str| {
        text.push_str(words);
        text.push('\n');
    };
    for section in sections {
        line(&format!("■ {}", section.heading));
        for part in &section.parts {
            line("");
            if let Some(heading) = &part.heading {
                line(&format!("● {heading}"));
            }
            for table in &part.tables {
                line(&table.caption);
                let rows = table.rows.iter().map(words);
                let rows: Vec<Vec<String>> =
                    std::iter::once(table.columns.clone()).chain(rows).collect();
                line(columns(&rows).trim_end());
                line(&format!("（{}）", table.source));
            }
            part.notes.iter().for_each(|note| line(note));
            if let Some(list) = &part.list {
                list.lead.iter().for_each(|lead| line(lead));
                list.items
                    .iter()
                    .for_each(|item| line(&format!("・{item}")));
                list.source
                    .iter()
                    .for_each(|source| line(&format!("（{source}）")));
            }
        }
        line("");
    }
    text
}

/// Every row of every table, with the headings it stands below.
pub fn records(sections: &[FigureSection]) -> Vec<Vec<String>> {
    let mut records = vec![["章", "表", "項目", "値"].map(str::to_owned).to_vec()];
    for section in sections {
        for table in section.parts.iter().flat_map(|part| &part.tables) {
            records.extend(table.rows.iter().map(|row| {
                let head = [section.heading.clone(), table.caption.clone()];
                head.into_iter().chain(words(row)).collect()
            }));
        }
    }
    records
}
