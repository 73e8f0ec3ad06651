//! The event summary block: when, where, for whom, what it costs, how to apply.

use crate::model::date::Date;
use crate::model::document::Document;
use crate::model::facet::{Facets, Moment, Online, Other, Session, Speaker, When, Words};
use crate::model::field::{FIELDS, Facet, Field, FieldRow, Taught};
use crate::model::position::Position;
use crate::model::settings::Style;
use crate::model::site::Site;
use crate::present::teaching::{self, Licence};
use crate::present::wording;
use crate::text::span::Spanned;
use crate::theme::view::{FactLine, FactView};

/// The rows of a document's summary block, in the order of `FIELDS`.
pub fn facts(site: &Site, document: &Document) -> Vec<FactView> {
    let views = |row: &FieldRow| match row.field {
        Field::Others => others(document),
        field => fact(site, document, field).into_iter().collect(),
    };
    FIELDS.iter().flat_map(views).collect()
}

/// What no field of ours is for: a row each.
fn others(document: &Document) -> Vec<FactView> {
    let view = |other: &Spanned<Other>| FactView {
        id: Field::Others.id().to_owned(),
        label: other.value.label.to_string(),
        lines: vec![text(other.value.text.to_string())],
    };
    document.facets.others.iter().map(view).collect()
}

/// One row of it; `None` where there is nothing to say.
pub fn fact(site: &Site, document: &Document, field: Field) -> Option<FactView> {
    let lines = lines(site, document, field);
    (!lines.is_empty()).then(|| FactView {
        id: field.id().to_owned(),
        label: field.label().to_owned(),
        lines,
    })
}

/// `費用：無料`, `講師：見本 太郎（見本病院 医師）、見本 花子`.
pub fn labelled(fact: &FactView) -> String {
    let lines = fact.lines.iter().map(in_one_line);
    format!("{}：{}", fact.label, lines.collect::<Vec<_>>().join("、"))
}

/// `第1回 令和8年12月5日（土曜日）14時から（会場とオンライン）`, `見本 太郎（見本病院 医師）`.
pub fn in_one_line(line: &FactLine) -> String {
    let label = line.label.as_ref().map(|label| format!("{label} "));
    let note = line.note.as_ref().map(|note| format!("（{note}）"));
    format!(
        "{}{}{}",
        label.unwrap_or_default(),
        line.text,
        note.unwrap_or_default()
    )
}

/// What the block says of one field; nothing for fields that are shown elsewhere on the page.
fn lines(site: &Site, document: &Document, field: Field) -> Vec<FactLine> {
    let style = site.settings.style;
    let facets = &document.facets;
    let apply = &facets.application;
    match field {
        Field::Schedule => sessions(facets, style),
        Field::Excluded => each(&facets.excluded, |day| excluded(*day, style)),
        Field::Doors => each(&facets.doors, |doors| text(style.clock(*doors))),
        Field::Venue => words(&facets.venue),
        Field::VenueAddress => words(&facets.venue_address),
        Field::Position => each(&facets.position, map),
        Field::Access => words(&facets.access),
        Field::Online => each(&facets.online, online),
        Field::Host => words(&facets.host),
        Field::Audience => words(&facets.audience),
        Field::Capacity => each(&facets.capacity, |capacity| text(capacity.text.to_string())),
        Field::Fee => each(&facets.fee, |fee| text(fee.text.to_string())),
        Field::Application => each(&apply.need, |need| text(need.text.to_string())),
        Field::ApplyBy => together(&apply.by),
        Field::ApplyTo => words(&apply.to),
        Field::ApplyUrl => each(&apply.url, |url| link(url.as_str())),
        Field::ApplyOpens => each(&apply.opens, |opens| moment(*opens, "から", style)),
        Field::ApplyDeadline => each(&apply.deadline, |deadline| moment(*deadline, "まで", style)),
        Field::Speakers => each(&facets.speakers, speaker),
        Field::Programme => words(&facets.programme),
        Field::Belongings => together(&facets.belongings),
        Field::Support => together(&facets.support),
        Field::Agenda => words(&facets.agenda),
        Field::Attendance => each(&facets.attendance, |line| text(line.text.to_string())),
        Field::Organizer => organizer(site, document),
        Field::CoOrganizers => together(&facets.co_organizers),
        Field::Supporters => together(&facets.supporters),
        Field::Taught(part) => taught(site, document, part),
        Field::Title
        | Field::Summary
        | Field::State
        | Field::StateNote
        | Field::Others
        | Field::Flyer
        | Field::Topics
        | Field::Attachments
        | Field::Contact
        | Field::ContactPhone
        | Field::ContactFax
        | Field::ContactEmail
        | Field::Figure(_)
        | Field::Wards
        | Field::References
        | Field::Reviewed
        | Field::Order
        | Field::Updated
        | Field::Expires
        | Field::Sample => Vec::new(),
    }
}

fn each<'a, T: 'a>(
    values: impl IntoIterator<Item = &'a Spanned<T>>,
    line: impl Fn(&T) -> FactLine,
) -> Vec<FactLine> {
    values.into_iter().map(|value| line(&value.value)).collect()
}

fn moment(moment: Moment, suffix: &str, style: Style) -> FactLine {
    FactLine {
        datetime: Some(wording::moment_datetime(moment)),
        ..text(format!("{}{suffix}", wording::moment(moment, style)))
    }
}

fn excluded(day: Date, style: Style) -> FactLine {
    FactLine {
        datetime: Some(day.iso()),
        ..text(style.with_weekday(day))
    }
}

fn speaker(speaker: &Speaker) -> FactLine {
    FactLine {
        note: speaker.role.as_ref().map(ToString::to_string),
        ..text(speaker.name.to_string())
    }
}

fn sessions(facets: &Facets, style: Style) -> Vec<FactLine> {
    let line = |session: &Session| {
        let label = session.label.as_ref().map(ToString::to_string);
        // The author's words about an undecided day say more than that it is undecided.
        if let (When::Undecided, Some(note)) = (session.when, &session.note) {
            return FactLine {
                label,
                ..text(note.to_string())
            };
        }
        FactLine {
            label,
            parts: wording::when_parts(session.when, style),
            datetime: wording::datetime(session.when),
            note: session.note.as_ref().map(ToString::to_string),
            ..text(wording::when(session.when, style))
        }
    };
    facets.sessions.iter().map(line).collect()
}

/// What a material says of itself. What it may be used for is always said, as nobody may use what says nothing.
fn taught(site: &Site, document: &Document, part: Taught) -> Vec<FactLine> {
    let teaching = &document.facets.teaching;
    match part {
        Taught::Goals => words(&teaching.goals),
        Taught::Duration => each(&teaching.duration, |taken| text(taken.text.to_string())),
        Taught::Edition => words(&teaching.edition),
        Taught::Changes => words(&teaching.changes),
        Taught::Newer => Vec::new(),
        Taught::Licence => {
            let licence = teaching::licence(site, document).into_iter();
            let line = |licence: Licence| FactLine {
                href: licence.url,
                ..text(licence.text)
            };
            licence.map(line).collect()
        }
    }
}

/// What takes place is organised by somebody; where the manuscript names nobody it is the office.
fn organizer(site: &Site, document: &Document) -> Vec<FactLine> {
    if document.facets.organizer.is_none()
        && document.kind.has(Facet::Organizer)
        && document.kind.has(Facet::Schedule)
    {
        return vec![text(site.office_name(document.place).to_string())];
    }
    words(&document.facets.organizer)
}

fn online(online: &Online) -> FactLine {
    match online {
        Online::Text(words) => text(words.to_string()),
        Online::Url(url) => link(url.as_str()),
    }
}

/// The map of 国土地理院, which shows no advertisement and follows nobody; 17 shows a few streets around.
fn map(position: &Position) -> FactLine {
    FactLine {
        href: Some(wording::map(position)),
        ..text("国土地理院の地図で見る".to_owned())
    }
}

fn words<'a>(words: impl IntoIterator<Item = &'a Words>) -> Vec<FactLine> {
    words
        .into_iter()
        .map(|word| text(word.value.to_string()))
        .collect()
}

/// Short words that are read in one go: `筆記用具、眼鏡（必要な人）`. A line for each would push what matters off the sheet.
fn together<'a>(words: impl IntoIterator<Item = &'a Words>) -> Vec<FactLine> {
    let all: Vec<&str> = words.into_iter().map(|word| word.value.as_str()).collect();
    if all.iter().any(|word| word.contains('。')) {
        return all.into_iter().map(|word| text(word.to_owned())).collect();
    }
    if all.is_empty() {
        return Vec::new();
    }
    vec![text(all.join("、"))]
}

fn link(url: &str) -> FactLine {
    FactLine {
        href: Some(url.to_owned()),
        ..text(url.to_owned())
    }
}

fn text(text: String) -> FactLine {
    FactLine {
        label: None,
        text,
        parts: Vec::new(),
        href: None,
        datetime: None,
        note: None,
    }
}
