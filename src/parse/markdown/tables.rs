//! Tables: caption, headers with their scope, and a region of their own that can be scrolled with the keyboard.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::Alignment;

use crate::model::body::Table;
use crate::model::names::Text;
use crate::parse::markdown::{Writer, escape};
use crate::text::span::Span;

/// The words a paragraph begins with to be the caption of the table below.
pub const CAPTION_MARKS: [&str; 2] = ["表：", "表:"];

/// A paragraph that turned out to be a caption.
pub struct Caption {
    pub html: String,
    pub text: Text,
}

/// A table whose cells are being written.
pub struct OpenTable {
    at: usize,
    alignments: Vec<Alignment>,
    caption: Option<Caption>,
    span: Span,
    cell: usize,
    rows: Vec<Vec<Range<usize>>>,
    /// Where the cells stand in the source.
    cells: Vec<Vec<Span>>,
}

/// Names of tables given so far, because two regions of a page must not have the same one.
#[derive(Default)]
pub struct TableLabels(BTreeMap<String, usize>);

impl TableLabels {
    fn unique(&mut self, label: &str) -> String {
        let uses = self.0.entry(label.to_owned()).or_insert(0);
        *uses += 1;
        match *uses {
            1 => label.to_owned(),
            count => format!("{label}（{count}）"),
        }
    }
}

impl Writer<'_, '_> {
    pub fn begin_table(&mut self, alignments: Vec<Alignment>, span: Span) {
        self.fresh_line();
        self.open.table = Some(OpenTable {
            at: self.out.len(),
            alignments,
            caption: self.open.caption.take(),
            span,
            cell: 0,
            rows: Vec::new(),
            cells: Vec::new(),
        });
    }

    pub fn begin_row(&mut self) {
        if let Some(table) = &mut self.open.table {
            table.rows.push(Vec::new());
            table.cells.push(Vec::new());
        }
    }

    pub fn begin_cell(&mut self, span: Span) {
        self.last = None;
        if let Some(table) = &mut self.open.table {
            table.cell = self.out.len();
            if let Some(row) = table.cells.last_mut() {
                row.push(span);
            }
        }
    }

    pub fn end_cell(&mut self) {
        let end = self.out.len();
        if let Some(table) = &mut self.open.table {
            let cell = table.cell.saturating_sub(table.at)..end.saturating_sub(table.at);
            if let Some(row) = table.rows.last_mut() {
                row.push(cell);
            }
        }
    }

    pub fn end_table(&mut self) {
        let Some(table) = self.open.table.take() else {
            return;
        };
        let cells = self.out.split_off(table.at);
        let cell = |range: &Range<usize>| cells.get(range.clone()).unwrap_or_default().trim();
        let rows: Vec<Vec<&str>> = table
            .rows
            .iter()
            .map(|row| row.iter().map(cell).collect())
            .collect();
        let (head, body) = match rows.split_first() {
            Some((head, body)) => (head.as_slice(), body),
            None => (&[][..], &[][..]),
        };
        self.table_start(table.caption.as_ref());
        if head.iter().any(|words| !words.is_empty()) {
            self.out.push_str("<thead>\n");
            self.row(head, &table.alignments, Headers::Columns);
            self.out.push_str("</thead>\n");
        }
        let headers = match has_row_headers(head, body) {
            true => Headers::Row,
            false => Headers::None,
        };
        self.out.push_str("<tbody>\n");
        for row in body {
            self.row(row, &table.alignments, headers);
        }
        self.out.push_str("</tbody>\n</table></div>\n");
        self.tables.push(Table {
            caption: table.caption.map(|caption| caption.text),
            has_header: !head.is_empty() && head.iter().all(|words| !words.is_empty()),
            rows: table.cells,
            span: table.span,
        });
    }

    fn table_start(&mut self, caption: Option<&Caption>) {
        let words = caption.map_or("表", |caption| caption.text.as_str());
        let label = self.table_labels.unique(words);
        self.out
            .push_str("<div class=\"k-table\" role=\"region\" aria-label=\"");
        escape::attribute(&mut self.out, &label);
        self.out.push_str("\" tabindex=\"0\"><table>\n");
        if let Some(caption) = caption {
            self.out
                .push_str(&format!("<caption>{}</caption>\n", caption.html));
        }
    }

    fn row(&mut self, cells: &[&str], alignments: &[Alignment], headers: Headers) {
        self.out.push_str("<tr>");
        for (column, words) in cells.iter().enumerate() {
            let (tag, scope, words) = match headers {
                Headers::Columns if !words.is_empty() => ("th", " scope=\"col\"", *words),
                Headers::Row if column == 0 && !words.is_empty() => {
                    ("th", " scope=\"row\"", bold_words(words).unwrap_or(words))
                }
                _ => ("td", "", *words),
            };
            let align = match alignments.get(column) {
                Some(Alignment::Center) => " class=\"k-align-center\"",
                Some(Alignment::Right) => " class=\"k-align-right\"",
                _ => "",
            };
            for part in ["<", tag, scope, align, ">", words, "</", tag, ">"] {
                self.out.push_str(part);
            }
        }
        self.out.push_str("</tr>\n");
    }
}

#[derive(Clone, Copy)]
enum Headers {
    Columns,
    Row,
    None,
}

/// Whether the first column heads the rows. Authors say so by making it bold from top to bottom, or its heading alone among the headings,
/// or by leaving the corner above it empty.
fn has_row_headers(head: &[&str], body: &[Vec<&str>]) -> bool {
    let Some((corner, others)) = head.split_first() else {
        return false;
    };
    let is_bold = |cell: &&str| bold_words(cell).is_some();
    let is_marked = is_bold(corner) && !others.iter().all(is_bold);
    let is_empty = corner.is_empty() && others.iter().any(|words| !words.is_empty());
    let is_said_in_rows =
        !body.is_empty() && body.iter().all(|row| row.first().is_some_and(is_bold));
    !others.is_empty() && (is_marked || is_empty || is_said_in_rows)
}

/// The words of a cell that is bold from its first to its last character.
fn bold_words(cell: &str) -> Option<&str> {
    let words = cell.strip_prefix("<strong>")?.strip_suffix("</strong>")?;
    (!words.contains("<strong>") && !words.is_empty()).then_some(words)
}
