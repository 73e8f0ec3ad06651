//! How the city and the wards are doing, for those who look after them: as a page and for a terminal.

use crate::model::date::Date;
use crate::model::document::DocumentIndex;
use crate::model::site::Site;
use crate::model::standing::Standing;
use crate::model::tally::Tally;
use crate::model::ward::Place;
use crate::present::change;
use crate::text::columns::columns;
use crate::theme::view::LinkView;
use crate::theme::view::status::{DatedLink, StatusPage, StatusRow};

pub const TITLE: &str = "各区の状況";

/// All places; `tallies` has one entry for each, in their order.
pub fn page(site: &Site, tallies: &[Tally]) -> StatusPage {
    let standings = site.standings();
    let tally = |place: Place| tallies.get(place.index()).copied().unwrap_or_default();
    StatusPage {
        title: TITLE.to_owned(),
        day: site.settings.style.with_weekday(site.today),
        next: site.next_change().map(|next| change::words(site, next)),
        rows: standings
            .iter()
            .map(|standing| row(site, standing, tally(standing.place)))
            .collect(),
    }
}

fn row(site: &Site, standing: &Standing, tally: Tally) -> StatusRow {
    let place = standing.place;
    let desk = standing.lacks_desk.then_some("相談支援室");
    let registers = standing.lacks.iter().map(|register| register.row().label);
    let dated = |(day, index): (Date, DocumentIndex)| DatedLink {
        iso: day.iso(),
        day: site.settings.style.day(day),
        link: link(site, index),
    };
    StatusRow {
        place: LinkView {
            label: match place {
                Place::City => format!("市（{}）", site.office_name(place)),
                Place::Ward(_) => site.place_name(place).to_owned(),
            },
            href: site.href(&site.top_address(place)),
        },
        updated: standing.updated.map(dated),
        next: standing.next.map(dated),
        missing: desk
            .into_iter()
            .chain(registers)
            .map(str::to_owned)
            .collect(),
        stale: standing.stale,
        drafts: standing.drafts,
        expired: standing.expired,
        errors: tally.errors,
        warnings: tally.warnings,
        infos: tally.infos,
    }
}

fn link(site: &Site, index: DocumentIndex) -> LinkView {
    let document = site.document(index);
    LinkView {
        label: document.title.to_string(),
        href: site.href(&site.own_address(document)),
    }
}

/// The same for a terminal, a line for each place.
pub fn lines(page: &StatusPage) -> String {
    const HEADINGS: [&str; 10] = [
        "区",
        "最終更新",
        "次の開催",
        "足りないもの",
        "確認日が古い",
        "公開前",
        "掲載終了",
        "誤り",
        "注意",
        "参考",
    ];
    let heading = HEADINGS.map(str::to_owned).to_vec();
    let day =
        |dated: &Option<DatedLink>| dated.as_ref().map_or("なし", |dated| &dated.iso).to_owned();
    let rows = page.rows.iter().map(|row| {
        let counts = [
            row.stale,
            row.drafts,
            row.expired,
            row.errors,
            row.warnings,
            row.infos,
        ];
        let missing = match row.missing.is_empty() {
            true => "なし".to_owned(),
            false => row.missing.join("、"),
        };
        [
            row.place.label.clone(),
            day(&row.updated),
            day(&row.next),
            missing,
        ]
        .into_iter()
        .chain(counts.map(|count| count.to_string()))
        .collect()
    });
    columns(
        &std::iter::once(heading)
            .chain(rows)
            .collect::<Vec<Vec<String>>>(),
    )
}
