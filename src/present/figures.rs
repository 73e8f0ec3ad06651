//! The figures of a yearly report in the order of 大阪市「在宅医療連携拠点事業の取組について」, for its page, its file and the terminal.

mod meetings;
mod tables;
mod text;

use crate::model::date::FiscalYear;
use crate::model::document::Document;
use crate::model::field::{Facet, Figure};
use crate::model::figures::layout::{Block, Layout, SECTIONS};
use crate::model::figures::{Meeting, Published};
use crate::model::names::Text;
use crate::model::site::Site;
use crate::theme::view::figures::{FigureList, FigurePart, FigureSection};

pub use text::{lines, records, words};

/// The level of the headings right below those of sections.
pub(super) const LEVEL: u8 = 3;

/// The sections of a report that have anything to say; none for what is no report.
pub fn sections(site: &Site, document: &Document) -> Vec<FigureSection> {
    let year = document.fiscal_year();
    let year = year.filter(|_| document.kind.has(Facet::Figures));
    year.map_or_else(Vec::new, |year| of_year(site, year))
}

/// The same for any year, whether or not anybody wrote a report of it.
pub fn of_year(site: &Site, year: FiscalYear) -> Vec<FigureSection> {
    let before = FiscalYear(year.0 - 1);
    let view = Report {
        site,
        published: site.published(year),
        before: site.report_of(before).map(|_| site.published(before)),
        meetings: site.city_meetings(year),
    };
    let sections = SECTIONS.iter().map(|section| FigureSection {
        id: section.id.to_owned(),
        heading: section.heading.to_owned(),
        parts: section
            .parts
            .iter()
            .flat_map(|layout| view.parts(layout, LEVEL))
            .collect(),
    });
    sections
        .filter(|section| !section.parts.is_empty())
        .collect()
}

struct Report<'a> {
    site: &'a Site,
    published: Published,
    before: Option<Published>,
    meetings: Vec<(Meeting, &'a Document)>,
}

impl Report<'_> {
    /// What stands below one heading and the headings below it, where there is anything.
    fn parts(&self, layout: &Layout, level: u8) -> Vec<FigurePart> {
        let mut view = FigurePart {
            id: layout.id.to_owned(),
            level,
            heading: layout.heading.map(str::to_owned),
            text: layout.text.map(str::to_owned),
            tables: Vec::new(),
            list: None,
            notes: Vec::new(),
            link: None,
        };
        let mut below = Vec::new();
        for block in layout.blocks {
            match block {
                Block::Meetings(class) => below.extend(self.meetings(*class, layout.id, level)),
                block => self.fill(&mut view, block),
            }
        }
        let deeper = layout.below.iter();
        below.extend(deeper.flat_map(|layout| self.parts(layout, level + 1)));
        let is_filled = !view.tables.is_empty() || view.list.is_some();
        let is_group = view.heading.is_some() && !below.is_empty();
        let own = (is_filled || is_group).then_some(view);
        own.into_iter().chain(below).collect()
    }

    fn fill(&self, view: &mut FigurePart, block: &Block) {
        let figures = &self.published.figures;
        match block {
            Block::Counts(field) => view.tables.extend(self.counts(*field)),
            Block::Text(items) => {
                view.notes = items.iter().map(|item| (*item).to_owned()).collect();
            }
            Block::Themes => {
                let lead = "主なテーマは、次のとおりです。";
                view.list = list(Some(lead), &figures.themes).map(|list| FigureList {
                    source: Some(self.source(Figure::TrainingThemes)),
                    ..list
                });
            }
            Block::Notes => {
                let notes = (1..).zip(&figures.notes);
                view.notes = notes
                    .map(|(number, note)| format!("※{number} {note}"))
                    .collect();
            }
            Block::Measures {
                division,
                caption,
                aim,
            } => view.tables.extend(self.measures(division, caption, aim)),
            Block::Progress => view.list = list(None, &figures.progress),
            Block::Issues => view.list = list(None, &figures.issues),
            Block::Meetings(_) => {}
        }
    }
}

fn list(lead: Option<&str>, items: &[Text]) -> Option<FigureList> {
    (!items.is_empty()).then(|| FigureList {
        lead: lead.map(str::to_owned),
        items: items.iter().map(ToString::to_string).collect(),
        source: None,
    })
}
