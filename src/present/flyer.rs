//! A manuscript as a flyer: the same facts as its page, in the order in which people look for them on paper.

mod room;

use crate::model::document::Document;
use crate::model::field::{Facet, Field, Taught};
use crate::model::flyer::{FLYER_FILES, FlyerDesign};
use crate::model::site::Site;
use crate::model::ward::Place;
use crate::present::facts::{fact, facts, in_one_line};
use crate::present::{cards, document, facts as summary, prose, wording};
use crate::text::phrases::phrases;
use crate::theme::view::print::{
    Block, FlyerView, FormView, PrintedFact, PrintedLine, PrintedList,
};
use crate::theme::view::{FactLine, FactView, FlyerLink};

pub use room::is_short;

/// The rows of the table: what a row is called, the field that is set large, and those that follow it in small type.
const ROWS: &[(&str, Field, &[Field])] = &[
    ("日時", Field::Schedule, &[Field::Excluded, Field::Doors]),
    ("所要時間", Field::Taught(Taught::Duration), &[]),
    ("会場", Field::Venue, &[Field::VenueAddress, Field::Access]),
    ("オンライン", Field::Online, &[]),
    ("対象", Field::Audience, &[]),
    ("定員", Field::Capacity, &[]),
    ("費用", Field::Fee, &[]),
    (
        "申込",
        Field::Application,
        &[
            Field::ApplyBy,
            Field::ApplyTo,
            Field::ApplyUrl,
            Field::ApplyOpens,
        ],
    ),
    ("申込締切", Field::ApplyDeadline, &[]),
];

const LISTS: &[Field] = &[
    Field::Taught(Taught::Goals),
    Field::Programme,
    Field::Speakers,
    Field::Belongings,
    Field::Support,
];

const ORGANIZERS: &[Field] = &[Field::Organizer, Field::CoOrganizers, Field::Supporters];

/// The file of the theme that draws a design.
pub fn sheet(design: FlyerDesign) -> &'static str {
    match design {
        FlyerDesign::Standard => "flyer",
        FlyerDesign::Large => "large",
        FlyerDesign::FaxForm => "fax",
    }
}

/// The way from the page of `document` in `place` to its flyer, where it has one.
pub fn link(site: &Site, document: &Document, place: Place) -> Option<FlyerLink> {
    let design = document.flyer()?;
    let folder = site.document_address(document, place);
    let [href, picture] = FLYER_FILES.map(|name| site.href(&folder.file(name)));
    Some(FlyerLink {
        href,
        picture,
        design: (design != FlyerDesign::default()).then(|| design.label().to_owned()),
    })
}

/// The flyer of `document` for readers in `place`, who ask the people of that place.
pub fn flyer(site: &Site, document: &Document, place: Place, design: FlyerDesign) -> FlyerView {
    let organizers = ORGANIZERS.iter();
    let organizers = organizers.filter_map(|field| fact(site, document, *field));
    FlyerView {
        title: document.title.to_string(),
        title_parts: phrases(document.title.as_str()),
        lead: document
            .facets
            .summary
            .as_ref()
            .map(|summary| summary.value.to_string()),
        series: series(site, document, place),
        office: site.office_name(place).to_string(),
        sample: document.facets.sample || site.settings.sample,
        state: cards::state(document),
        facts: rows(site, document),
        lists: LISTS
            .iter()
            .filter_map(|field| fact(site, document, *field))
            .map(list)
            .collect(),
        body: body(site, document, place),
        contact: wording::contact(site.contact(document, place)),
        form: (design == FlyerDesign::FaxForm).then(|| form(site, document)),
        organizers: organizers.map(|fact| summary::labelled(&fact)).collect(),
    }
}

/// `大阪市北区　講演会`.
fn series(site: &Site, document: &Document, place: Place) -> String {
    let ward = match place {
        Place::City => "",
        Place::Ward(ward) => site.ward(ward).name.as_str(),
    };
    let municipality = &site.settings.municipality.name;
    format!("{municipality}{ward}　{}", document.kind.label)
}

fn rows(site: &Site, document: &Document) -> Vec<PrintedFact> {
    let row = |(label, first, more): &(&str, Field, &[Field])| {
        let first = fact(site, document, *first);
        let strong = first.into_iter().flat_map(|fact| fact.lines);
        let strong = strong.map(|words| PrintedLine {
            strong: true,
            words,
        });
        let more = more.iter().filter_map(|field| fact(site, document, *field));
        let lines: Vec<PrintedLine> = strong.chain(more.flat_map(small)).collect();
        (!lines.is_empty()).then(|| PrintedFact {
            label: (*label).to_owned(),
            lines,
        })
    };
    let others = facts(site, document).into_iter();
    let others = others.filter(|fact| fact.id == Field::Others.id());
    let other = |fact: FactView| PrintedFact {
        label: fact.label,
        lines: fact.lines.into_iter().map(plain).collect(),
    };
    ROWS.iter()
        .filter_map(row)
        .chain(others.map(other))
        .collect()
}

/// The lines of a fact below another, the first of them with its name.
fn small(fact: FactView) -> impl Iterator<Item = PrintedLine> {
    let mut name = Some(fact.label);
    fact.lines.into_iter().map(move |line| {
        let own = line.label;
        let label = name.take().into_iter().chain(own);
        plain(FactLine {
            label: Some(label.collect::<Vec<_>>().join(" ")).filter(|label| !label.is_empty()),
            ..FactLine {
                label: None,
                ..line
            }
        })
    })
}

fn plain(words: FactLine) -> PrintedLine {
    PrintedLine {
        strong: false,
        words,
    }
}

fn list(fact: FactView) -> PrintedList {
    PrintedList {
        items: fact.lines.iter().map(in_one_line).collect(),
        heading: fact.label,
    }
}

fn form(site: &Site, document: &Document) -> FormView {
    let facets = &document.facets;
    let when = fact(site, document, Field::Schedule);
    let when = when.into_iter().flat_map(|fact| fact.lines);
    let ways = [
        ("会場", facets.venue.is_some()),
        ("オンライン", facets.online.is_some()),
    ];
    FormView {
        when: when.map(|line| in_one_line(&line)).collect(),
        ways: ways
            .iter()
            .filter(|(_, is_open)| *is_open)
            .map(|(way, _)| (*way).to_owned())
            .collect(),
        support: facets
            .support
            .iter()
            .map(|words| words.value.to_string())
            .collect(),
    }
}

/// What takes place is told by its facts; of everything else the flyer is the text itself.
fn body(site: &Site, document: &Document, place: Place) -> Vec<Block> {
    if document.kind.has(Facet::Schedule) {
        return Vec::new();
    }
    let html = document::body_html(
        site,
        &document.body,
        &document.targets,
        Some(document),
        place,
    );
    prose::blocks(&html, &site.settings.base_url.origin)
}

#[cfg(test)]
mod tests {
    use super::{LISTS, ORGANIZERS, ROWS};
    use crate::model::field::{FIELDS, Facet, Field, FieldRow};
    use crate::model::kind::Kind;

    /// What a flyer says in another way, or what says something about the page.
    fn is_elsewhere(row: &FieldRow) -> bool {
        // A map is a link, which paper has not.
        let other = [Field::Position, Field::Flyer].contains(&row.field);
        other || matches!(row.facet, Facet::Common | Facet::State)
    }

    #[test]
    fn every_fact_that_a_page_can_have_has_its_place_on_the_flyer() {
        let rows = ROWS
            .iter()
            .flat_map(|(_, first, more)| more.iter().chain([first]));
        let placed: Vec<&Field> = rows.chain(LISTS).chain(ORGANIZERS).collect();
        for kind in Kind::all().filter(|kind| kind.has(Facet::Flyer)) {
            let facts = FIELDS
                .iter()
                .filter(|row| kind.takes(row.field) && !is_elsewhere(row));
            for row in facts {
                let label = row.label;
                assert!(
                    placed.contains(&&row.field),
                    "{label} of {} is not on its flyer",
                    kind.id
                );
            }
        }
    }
}
