//! What a yearly report says of the meetings of the city.

use crate::model::document::Document;
use crate::model::facet::Session;
use crate::model::figures::Meeting;
use crate::model::names::Text;
use crate::model::settings::Style;
use crate::present::figures::{Report, list};
use crate::present::wording;
use crate::theme::view::LinkView;
use crate::theme::view::figures::{FigurePart, FigureRow, FigureTable};

const SOURCE: &str = "このサイトに掲載している会議の情報をまとめたものです。";

impl Report<'_> {
    /// The meetings of a class. The first has `id`, the others a number behind it.
    pub(super) fn meetings(&self, class: Meeting, id: &str, level: u8) -> Vec<FigurePart> {
        let own = self.meetings.iter().filter(|(other, _)| *other == class);
        let part = |(number, (_, document)): (usize, &(Meeting, &Document))| {
            let id = match number {
                1 => id.to_owned(),
                _ => format!("{id}-{number}"),
            };
            self.meeting(document, id, level)
        };
        (1..).zip(own).map(part).collect()
    }

    fn meeting(&self, document: &Document, id: String, level: u8) -> FigurePart {
        let agenda = document.facets.agenda.iter().map(|line| line.value.clone());
        let agenda: Vec<Text> = agenda.collect();
        FigurePart {
            id,
            level,
            heading: Some(document.title.to_string()),
            text: about(document),
            tables: sessions(document, self.site.settings.style)
                .into_iter()
                .collect(),
            list: list(Some("主な議題は、次のとおりです。"), &agenda),
            notes: Vec::new(),
            link: Some(LinkView {
                label: format!("「{}」のページを見る", document.title),
                href: self.site.href(&self.site.own_address(document)),
            }),
        }
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
            marks: None,
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
        source: SOURCE.to_owned(),
        is_long: false,
    })
}
