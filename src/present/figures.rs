//! The figures of a yearly report in the order of 大阪市「在宅医療連携拠点事業の取組について」, for its page, its file and the terminal.

use crate::model::date::FiscalYear;
use crate::model::document::Document;
use crate::model::facet::Session;
use crate::model::field::{Facet, Figure};
use crate::model::figures::{Count, Published, part};
use crate::model::names::Text;
use crate::model::settings::Style;
use crate::model::site::Site;
use crate::present::wording;
use crate::text::columns::columns;
use crate::theme::view::LinkView;
use crate::theme::view::figures::{FigureList, FigurePart, FigureRow, FigureSection, FigureTable};

mod layout;

use layout::{Block, Layout, SECTIONS};

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
    };
    let sections = SECTIONS.iter().map(|section| FigureSection {
        id: section.id.to_owned(),
        heading: section.heading.to_owned(),
        parts: section
            .parts
            .iter()
            .flat_map(|layout| view.parts(layout, year))
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
}

impl Report<'_> {
    /// What stands below one heading, where there is anything.
    fn parts(&self, layout: &Layout, year: FiscalYear) -> Vec<FigurePart> {
        let figures = &self.published.figures;
        let mut view = FigurePart {
            id: layout.id.to_owned(),
            heading: layout.heading.map(str::to_owned),
            text: layout.text.map(str::to_owned),
            tables: Vec::new(),
            list: None,
            notes: Vec::new(),
            link: None,
        };
        for block in layout.blocks {
            match block {
                Block::Counts(field) => view.tables.extend(self.counts(*field)),
                Block::Text(items) => {
                    view.notes = items.iter().map(|item| (*item).to_owned()).collect();
                }
                Block::Themes => {
                    view.list = list(Some("主なテーマは、次のとおりです。"), &figures.themes)
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
                } => {
                    view.tables.extend(self.measures(division, caption, aim));
                }
                Block::Progress => view.list = list(None, &figures.progress),
                Block::Issues => view.list = list(None, &figures.issues),
                Block::Meetings => return self.meetings(year),
            }
        }
        let is_filled = !view.tables.is_empty() || view.list.is_some();
        is_filled.then_some(view).into_iter().collect()
    }

    fn counts(&self, field: Figure) -> Option<FigureTable> {
        let row = part(field)?;
        let figures = &self.published.figures;
        let rows = figures.rows(field);
        let before = self
            .before
            .as_ref()
            .map(|before| before.figures.rows(field));
        let before = before.filter(|before| !before.is_empty());
        let most = rows
            .iter()
            .map(|count| count.number)
            .max()
            .filter(|most| *most > 0);
        let number = |number: u32| format!("{number}{}", row.unit);
        let line = |count: &Count| {
            let marks: Vec<String> = count.notes.iter().map(|note| format!("※{note}")).collect();
            let marks = match marks.is_empty() {
                true => String::new(),
                false => format!("（{}）", marks.join("、")),
            };
            let mut cells = vec![
                count.label.to_string(),
                format!("{}{marks}", number(count.number)),
            ];
            if let Some(before) = before {
                cells.extend(compared(count, before, row.unit));
            }
            FigureRow {
                span: 1,
                cells,
                bar: most.map(|most| count.number * 100 / most),
                is_total: false,
            }
        };
        let mut lines: Vec<FigureRow> = rows.iter().map(line).collect();
        let is_long = field == Figure::InstitutionCounts;
        if is_long && !lines.is_empty() {
            lines.push(total(rows, before, row.unit));
        }
        let as_of = figures.as_of.filter(|_| row.is_state);
        let as_of = as_of.map(|day| format!("（{}現在）", self.site.settings.style.day(day)));
        let second = match row.unit {
            "人" => "人数",
            "" => "医療機関数",
            _ => "区の数",
        };
        let mut columns = vec![row.what.to_owned(), second.to_owned()];
        if before.is_some() {
            columns.extend(["前年度", "前年度との差"].map(str::to_owned));
        }
        (!lines.is_empty()).then(|| FigureTable {
            caption: format!("{}{}", row.caption, as_of.unwrap_or_default()),
            columns,
            rows: lines,
            counted: self.published.counted.contains(&field),
            is_long: is_long && before.is_none(),
        })
    }

    /// めざすべき姿 or 取組項目 with everything that is done towards it.
    fn measures(&self, division: &str, caption: &str, aim: &str) -> Option<FigureTable> {
        let measures = self.published.figures.measures.iter();
        let own: Vec<_> = measures
            .filter(|one| one.division.as_str().contains(division))
            .collect();
        let mut aims: Vec<&Text> = Vec::new();
        for measure in &own {
            if !aims.contains(&&measure.aim) {
                aims.push(&measure.aim);
            }
        }
        let rows = aims.into_iter().flat_map(|aim| {
            let actions: Vec<_> = own.iter().filter(|one| one.aim == *aim).collect();
            let count = actions.len();
            actions
                .into_iter()
                .enumerate()
                .map(move |(position, one)| FigureRow {
                    span: if position == 0 { count } else { 0 },
                    cells: vec![one.aim.to_string(), one.action.to_string()],
                    bar: None,
                    is_total: false,
                })
        });
        let rows: Vec<FigureRow> = rows.collect();
        (!rows.is_empty()).then(|| FigureTable {
            caption: caption.to_owned(),
            columns: vec![aim.to_owned(), "取組内容".to_owned()],
            rows,
            counted: false,
            is_long: false,
        })
    }

    fn meetings(&self, year: FiscalYear) -> Vec<FigurePart> {
        let meetings = self.site.city_meetings(year).into_iter();
        let view = |document: &Document| FigurePart {
            id: format!("meeting-{}", document.name.address_part()),
            heading: Some(document.title.to_string()),
            text: about(document),
            tables: sessions(document, self.site.settings.style)
                .into_iter()
                .collect(),
            list: {
                let agenda = document.facets.agenda.iter().map(|line| line.value.clone());
                list(
                    Some("主な議題は、次のとおりです。"),
                    &agenda.collect::<Vec<Text>>(),
                )
            },
            notes: Vec::new(),
            link: Some(LinkView {
                label: format!("「{}」のページを見る", document.title),
                href: self.site.href(&self.site.own_address(document)),
            }),
        };
        meetings
            .map(|index| self.site.document(index))
            .map(view)
            .collect()
    }
}

fn list(lead: Option<&str>, items: &[Text]) -> Option<FigureList> {
    (!items.is_empty()).then(|| FigureList {
        lead: lead.map(str::to_owned),
        items: items.iter().map(ToString::to_string).collect(),
    })
}

/// The number of the year before and the difference, in words.
fn compared(count: &Count, before: &[Count], unit: &str) -> [String; 2] {
    match before.iter().find(|other| other.label == count.label) {
        Some(other) => [
            format!("{}{unit}", other.number),
            difference(count.number, other.number, unit),
        ],
        None => ["なし", "なし"].map(str::to_owned),
    }
}

fn difference(now: u32, before: u32, unit: &str) -> String {
    match now.cmp(&before) {
        std::cmp::Ordering::Equal => "同じ".to_owned(),
        std::cmp::Ordering::Greater => format!("{}{unit}増えた", now - before),
        std::cmp::Ordering::Less => format!("{}{unit}減った", before - now),
    }
}

fn total(rows: &[Count], before: Option<&[Count]>, unit: &str) -> FigureRow {
    let sum = |rows: &[Count]| rows.iter().map(|count| count.number).sum::<u32>();
    let mut cells = vec!["合計".to_owned(), format!("{}{unit}", sum(rows))];
    if let Some(before) = before {
        cells.push(format!("{}{unit}", sum(before)));
        cells.push(difference(sum(rows), sum(before), unit));
    }
    FigureRow {
        span: 1,
        cells,
        bar: None,
        is_total: true,
    }
}

/// `令和6年5月16日（木曜日）（Web開催）`.
fn day(session: &Session, style: Style) -> String {
    let note = session.note.as_ref().map(|note| format!("（{note}）"));
    format!(
        "{}{}",
        wording::when(session.when, style),
        note.unwrap_or_default()
    )
}

/// 概要, and where it took place.
fn about(document: &Document) -> Option<String> {
    let facets = &document.facets;
    let venue = facets
        .venue
        .as_ref()
        .map(|venue| format!("会場は、{}です。", venue.value));
    let summary = facets
        .summary
        .as_ref()
        .map(|summary| summary.value.to_string());
    let sentences: Vec<String> = summary.into_iter().chain(venue).collect();
    (!sentences.is_empty()).then(|| sentences.join(""))
}

/// When a meeting took place and who came.
fn sessions(document: &Document, style: Style) -> Option<FigureTable> {
    let attendance = &document.facets.attendance;
    if attendance.is_empty() {
        return None;
    }
    let row = |(number, session): (usize, &Session)| {
        let label = session
            .label
            .as_ref()
            .map_or_else(|| format!("第{}回", number + 1), ToString::to_string);
        let same = attendance
            .iter()
            .find(|line| line.value.label == session.label);
        let people = same
            .or_else(|| attendance.get(number))
            .map(|line| &line.value);
        let people = people.map_or("載せていません".to_owned(), |line| {
            let wards = line.wards.map(|wards| format!("{wards}区"));
            let people = line.people.map(|people| format!("{people}人"));
            let counted: String = wards.into_iter().chain(people).collect();
            if counted.is_empty() {
                line.text.to_string()
            } else {
                counted
            }
        });
        FigureRow {
            span: 1,
            cells: vec![label, day(session, style), people],
            bar: None,
            is_total: false,
        }
    };
    Some(FigureTable {
        caption: format!("{}の日時と参加者", document.title),
        columns: ["回", "日時", "参加者"].map(str::to_owned).to_vec(),
        rows: document
            .facets
            .sessions
            .iter()
            .enumerate()
            .map(row)
            .collect(),
        counted: false,
        is_long: false,
    })
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
                let source = if table.counted {
                    "（各区の原稿と名簿から数えた数）"
                } else {
                    ""
                };
                line(&format!("{}{source}", table.caption));
                let rows = table.rows.iter().map(|row| row.cells.clone());
                let rows: Vec<Vec<String>> =
                    std::iter::once(table.columns.clone()).chain(rows).collect();
                line(columns(&rows).trim_end());
            }
            part.notes.iter().for_each(|note| line(note));
            if let Some(list) = &part.list {
                list.lead.iter().for_each(|lead| line(lead));
                list.items
                    .iter()
                    .for_each(|item| line(&format!("・{item}")));
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
                head.into_iter().chain(row.cells.iter().cloned()).collect()
            }));
        }
    }
    records
}
