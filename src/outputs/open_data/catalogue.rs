//! The catalogue of all sets: in the columns of オープンデータ一覧 of both standards, and as DCAT (W3C, version 3).

use serde_json::{Value as Json, json};

use crate::model::address::OutputPath;
use crate::model::date::Date;
use crate::model::site::Site;
use crate::outputs::Job;
use crate::outputs::open_data::{Filled, Format, address, formats};
use crate::present::datasets::{Edition, SetRow, own_prefecture};
use crate::present::wording::licence_url;
use crate::sheet::{self, Encoding};

pub const DCAT: &str = "catalogue.jsonld";

/// The name of the list of files in the columns of one standard.
pub fn csv_name(edition: Edition) -> String {
    format!("catalogue{}.csv", edition.suffix())
}

pub fn files(site: &Site, filled: &[Filled]) -> Vec<(OutputPath, Job)> {
    let folder = site.open_data_address();
    let lists = Edition::ALL.map(|edition| {
        let rows = rows(site, filled, edition);
        let rows = rows.iter().map(|row| row.iter().map(String::as_str));
        let csv = sheet::csv(rows, Encoding::Utf8);
        let path = folder.file(&csv_name(edition)).output();
        (path, Job::known(csv.bytes))
    });
    let mut dcat = format!("{:#}", catalogue(site, filled)).into_bytes();
    dcat.push(b'\n');
    let dcat = (folder.file(DCAT).output(), Job::known(dcat));
    lists.into_iter().chain([dcat]).collect()
}

/// A file that is given away.
struct Row<'a> {
    site: &'a Site,
    set: &'static SetRow,
    edition: Edition,
    format: Format,
    updated: Option<Date>,
    /// From 1.
    number: usize,
}

type Column = (&'static str, fn(&Row<'_>) -> String);

fn rows(site: &Site, filled: &[Filled], list: Edition) -> Vec<Vec<String>> {
    let columns = match list {
        Edition::Standard => STANDARD,
        Edition::Recommended => RECOMMENDED,
    };
    let heading = columns.iter().map(|(heading, _)| (*heading).to_owned());
    let mut rows: Vec<Vec<String>> = vec![heading.collect()];
    for one in filled {
        for (edition, table) in &one.editions {
            for format in formats(table) {
                let row = Row {
                    site,
                    set: one.set,
                    edition: *edition,
                    format,
                    updated: table.updated,
                    number: rows.len(),
                };
                rows.push(columns.iter().map(|(_, cell)| cell(&row)).collect());
            }
        }
    }
    rows
}

/// オープンデータ一覧 (06) of 自治体標準オープンデータセット.
#[rustfmt::skip]
const STANDARD: &[Column] = &[
    ("全国地方公共団体コード", code),
    ("ID", |row| format!("{}{}-{}", row.set.id, row.edition.suffix(), row.format.extension())),
    ("地方公共団体名", |row| row.site.settings.municipality.name.to_string()),
    ("データ名称", |row| row.set.label.to_owned()),
    ("データ概要", |row| row.set.description.to_owned()),
    ("データ形式", |row| row.format.label().to_owned()),
    ("分類", |_| FIELD.to_owned()),
    ("更新頻度", |_| FREQUENCY.to_owned()),
    ("URL", url),
    ("登録日", |_| String::new()),
    ("最終更新日", updated),
    ("ライセンス", licence),
    ("備考", |row| row.edition.label().to_owned()),
];

/// オープンデータ一覧 of 推奨データセット.
#[rustfmt::skip]
const RECOMMENDED: &[Column] = &[
    ("都道府県コード又は市区町村コード", code),
    ("NO", |row| row.number.to_string()),
    ("都道府県名", |row| own_prefecture(row.site).unwrap_or_default().to_owned()),
    ("市区町村名", |row| row.site.settings.municipality.name.to_string()),
    ("データ名称", |row| row.set.label.to_owned()),
    ("データ概要", |row| row.set.description.to_owned()),
    ("データ形式", |row| row.format.label().to_owned()),
    ("分類", |_| FIELD.to_owned()),
    ("更新頻度", |_| FREQUENCY.to_owned()),
    ("URL", url),
    ("API対応有無", |_| "無".to_owned()),
    ("ライセンス", licence),
    ("登録日", |_| String::new()),
    ("最終更新日", updated),
    ("備考", |row| row.edition.label().to_owned()),
];

/// 分類 of all our sets.
const FIELD: &str = "社会保障・衛生";
const FREQUENCY: &str = "随時";

fn code(row: &Row<'_>) -> String {
    let code = row.site.settings.municipality.code.as_ref();
    code.map(ToString::to_string).unwrap_or_default()
}

fn url(row: &Row<'_>) -> String {
    let address = address(row.site, row.set, row.edition, row.format);
    row.site.absolute(&address)
}

fn updated(row: &Row<'_>) -> String {
    row.updated.map(Date::iso).unwrap_or_default()
}

fn licence(row: &Row<'_>) -> String {
    let licence = row.site.settings.licence.as_ref();
    licence.map(ToString::to_string).unwrap_or_default()
}

fn catalogue(site: &Site, filled: &[Filled]) -> Json {
    let page = site.absolute(&site.open_data_address());
    let datasets: Vec<Json> = filled.iter().map(|one| dataset(site, one, &page)).collect();
    let mut catalogue = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@type": "dcat:Catalog",
        "@id": page,
        "dct:title": format!("{}のオープンデータ", site.settings.title),
        "dct:language": {"@id": JAPANESE},
        "dct:publisher": publisher(site),
        "dcat:dataset": datasets,
    });
    give_licence(&mut catalogue, site);
    catalogue
}

/// Languages are named by the Library of Congress (DCAT 3, 6.4.9).
const JAPANESE: &str = "http://id.loc.gov/vocabulary/iso639-1/ja";

/// Media types are named by IANA (DCAT 3, 6.8.15).
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types/";

fn publisher(site: &Site) -> Json {
    let office = site.settings.municipality.office.as_str();
    json!({"@type": "foaf:Organization", "foaf:name": office})
}

fn dataset(site: &Site, one: &Filled, page: &str) -> Json {
    let files = one.editions.iter().flat_map(|(edition, table)| {
        formats(table).map(|format| {
            let url = site.absolute(&address(site, one.set, *edition, format));
            let mut file = json!({
                "@type": "dcat:Distribution",
                "dct:title": format!("{}（{}、{}）", one.set.label, format.label(), edition.label()),
                "dcat:downloadURL": {"@id": url},
                "dcat:mediaType": {"@id": format!("{MEDIA_TYPES}{}", format.media_type())},
            });
            give_licence(&mut file, site);
            file
        })
    });
    let updated = one.editions.iter().filter_map(|(_, table)| table.updated);
    let mut dataset = json!({
        "@type": "dcat:Dataset",
        "@id": format!("{page}#{}", one.set.id),
        "dct:title": one.set.label,
        "dct:description": one.set.description,
        "dct:language": {"@id": JAPANESE},
        "dct:publisher": publisher(site),
        "dcat:distribution": files.collect::<Vec<Json>>(),
    });
    if let Some(day) = updated.max() {
        dataset["dct:modified"] = json!({"@type": "xsd:date", "@value": day.iso()});
    }
    dataset
}

/// The licence, where the site has one: by its address, else by its name.
fn give_licence(thing: &mut Json, site: &Site) {
    if let Some(licence) = &site.settings.licence {
        thing["dct:license"] = match licence_url(licence.as_str()) {
            Some(url) => json!({"@id": url}),
            None => json!(licence.as_str()),
        };
    }
}
