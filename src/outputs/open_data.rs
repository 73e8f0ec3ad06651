//! オープンデータ: every set of `SETS` that has rows as files, the page that explains them, and the catalogue for programs.

mod catalogue;
mod files;

use std::sync::Arc;

use crate::model::address::{Address, OutputPath};
use crate::model::site::Site;
use crate::model::ward::Place;
use crate::outputs::frame::{Frame, Page, Title, job};
use crate::outputs::{Job, Make};
use crate::present::datasets::{Edition, SETS, SetRow, Table};
use crate::present::wording::licence_url;
use crate::sheet::Value;
use crate::theme::view::LinkView;
use crate::theme::view::open_data::{EditionView, LicenceView, OpenDataPage, SetView};

pub use files::{Format, bytes, encoded};

const TITLE: &str = "オープンデータ";

/// A set with its rows in both generations.
struct Filled {
    set: &'static SetRow,
    editions: Vec<(Edition, Arc<Table>)>,
}

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let site = &frame.site;
    let filled = Arc::new(filled(site));
    if filled.is_empty() {
        return Vec::new();
    }
    let mut jobs: Vec<(OutputPath, Job)> =
        filled.iter().flat_map(|one| set_files(site, one)).collect();
    jobs.extend(catalogue::files(site, &filled));
    let sets = filled.clone();
    jobs.push(job(
        frame,
        Place::City,
        &site.open_data_address(),
        move |frame| view(frame, &sets),
    ));
    jobs
}

fn filled(site: &Site) -> Vec<Filled> {
    let fill = |set: &'static SetRow| {
        let editions = Edition::ALL.map(|edition| (edition, Arc::new(set.table(site, edition))));
        let has_rows = editions.iter().any(|(_, table)| !table.rows.is_empty());
        has_rows.then(|| Filled {
            set,
            editions: editions.to_vec(),
        })
    };
    SETS.iter().filter_map(fill).collect()
}

/// The file of a set: `/open-data/events-recommended.csv`.
fn address(site: &Site, set: &SetRow, edition: Edition, format: Format) -> Address {
    let name = format!("{}{}.{}", set.id, edition.suffix(), format.extension());
    site.open_data_address().file(&name)
}

/// The forms a table is given in: a map only where something lies somewhere.
fn formats(table: &Table) -> impl Iterator<Item = Format> {
    let has_places = table.positions.iter().any(Option::is_some);
    Format::ALL
        .into_iter()
        .filter(move |format| *format != Format::GeoJson || has_places)
}

fn set_files(site: &Site, filled: &Filled) -> Vec<(OutputPath, Job)> {
    let mut jobs = Vec::new();
    for (edition, table) in &filled.editions {
        let mut hash = blake3::Hasher::new();
        hash.update(env!("CARGO_PKG_VERSION").as_bytes());
        hash.update(&digest(table));
        for format in formats(table) {
            let (set, table) = (filled.set, table.clone());
            let mut own = hash.clone();
            own.update(format.extension().as_bytes());
            let job = Job {
                fingerprint: *own.finalize().as_bytes(),
                template: None,
                make: Make::Bytes(Box::new(move || bytes(set, &table, format))),
            };
            jobs.push((address(site, set, *edition, format).output(), job));
        }
    }
    jobs
}

/// What a table says.
fn digest(table: &Table) -> [u8; 32] {
    let mut hash = blake3::Hasher::new();
    let mut word = |bytes: &[u8]| {
        hash.update(&(bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    };
    table
        .columns
        .iter()
        .for_each(|column| word(column.as_bytes()));
    for cell in table.rows.iter().flatten() {
        match cell {
            Value::Empty => word(b""),
            Value::Text(words) => word(words.as_bytes()),
            Value::Number(number) => word(&number.to_bits().to_le_bytes()),
        }
    }
    for position in &table.positions {
        let words = position.map(|position| position.to_string());
        word(words.unwrap_or_default().as_bytes());
    }
    *hash.finalize().as_bytes()
}

fn view(frame: &Frame, filled: &[Filled]) -> Page<OpenDataPage> {
    let site = &frame.site;
    let folder = site.open_data_address();
    let link = |label: &str, name: &str| LinkView {
        label: label.to_owned(),
        href: site.href(&folder.file(name)),
    };
    let page = OpenDataPage {
        title: TITLE.to_owned(),
        licence: site.settings.licence.as_ref().map(|licence| LicenceView {
            label: licence.to_string(),
            href: licence_url(licence.as_str()),
        }),
        credit: site.settings.title.to_string(),
        sets: filled.iter().map(|one| set(site, one)).collect(),
        catalogue: vec![
            link(
                "オープンデータ一覧（自治体標準オープンデータセットの列、CSV）",
                &catalogue::csv_name(Edition::Standard),
            ),
            link(
                "オープンデータ一覧（推奨データセットの列、CSV）",
                &catalogue::csv_name(Edition::Recommended),
            ),
            link("オープンデータ一覧（DCAT、JSON-LD）", catalogue::DCAT),
        ],
    };
    let title = Title {
        title: TITLE,
        description: Some(format!(
            "{}のイベント、医療機関、施設などのデータを、表計算ソフトやプログラムで使える形で公開しています。",
            site.settings.title
        )),
        canonical: folder,
        noindex: false,
        steps: Vec::new(),
    };
    frame.page("pages/open-data.html", Place::City, title, page)
}

fn set(site: &Site, filled: &Filled) -> SetView {
    let (_, first) = &filled.editions[0];
    let edition = |(edition, table): &(Edition, Arc<Table>)| EditionView {
        label: edition.label().to_owned(),
        files: formats(table)
            .map(|format| LinkView {
                label: format!("{}（{}）", filled.set.label, format.label()),
                href: site.href(&address(site, filled.set, *edition, format)),
            })
            .collect(),
        columns: format!(
            "{}列あり、左から順に、{}です。",
            table.columns.len(),
            table.columns.join("、")
        ),
    };
    SetView {
        id: filled.set.id.to_owned(),
        label: filled.set.label.to_owned(),
        description: filled.set.description.to_owned(),
        count: format!("{}件", first.rows.len()),
        updated: first.updated.map(|day| site.settings.style.day(day)),
        editions: filled.editions.iter().map(edition).collect(),
    }
}
