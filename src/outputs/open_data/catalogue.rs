//! The catalogue of all sets: in the columns of オープンデータ一覧 (06 of 自治体標準オープンデータセット), and as DCAT (W3C, version 3).

use serde_json::{Value as Json, json};

use crate::model::address::OutputPath;
use crate::model::names::Text;
use crate::model::site::Site;
use crate::outputs::Job;
use crate::outputs::open_data::{Filled, address, formats};
use crate::sheet::{self, Encoding};

pub const CSV: &str = "catalogue.csv";
pub const DCAT: &str = "catalogue.jsonld";

pub fn files(site: &Site, filled: &[Filled]) -> Vec<(OutputPath, Job)> {
    let folder = site.open_data_address();
    let rows = rows(site, filled);
    let csv = sheet::csv(
        rows.iter().map(|row| row.iter().map(String::as_str)),
        Encoding::Utf8,
    );
    let mut dcat = format!("{:#}", catalogue(site, filled)).into_bytes();
    dcat.push(b'\n');
    vec![
        (folder.file(CSV).output(), Job::known(csv.bytes)),
        (folder.file(DCAT).output(), Job::known(dcat)),
    ]
}

fn rows(site: &Site, filled: &[Filled]) -> Vec<Vec<String>> {
    let heading = [
        "全国地方公共団体コード",
        "ID",
        "地方公共団体名",
        "データ名称",
        "データ概要",
        "データ形式",
        "分類",
        "更新頻度",
        "URL",
        "登録日",
        "最終更新日",
        "ライセンス",
        "備考",
    ];
    let text = |text: Option<&Text>| text.map(ToString::to_string).unwrap_or_default();
    let mut rows = vec![heading.map(str::to_owned).to_vec()];
    for one in filled {
        for (edition, table) in &one.editions {
            for format in formats(table) {
                let address = address(site, one.set, *edition, format);
                let id = format!("{}{}-{}", one.set.id, edition.suffix(), format.extension());
                rows.push(vec![
                    text(site.settings.municipality.code.as_ref()),
                    id,
                    site.settings.municipality.name.to_string(),
                    one.set.label.to_owned(),
                    one.set.description.to_owned(),
                    format.label().to_owned(),
                    "社会保障・衛生".to_owned(),
                    "随時".to_owned(),
                    site.absolute(&address),
                    String::new(),
                    table.updated.map(|day| day.iso()).unwrap_or_default(),
                    text(site.settings.licence.as_ref()),
                    edition.label().to_owned(),
                ]);
            }
        }
    }
    rows
}

fn catalogue(site: &Site, filled: &[Filled]) -> Json {
    let licence = site.settings.licence.as_ref().map(ToString::to_string);
    let licence = licence.map(|words| match words.as_str() {
        "CC BY 4.0" => "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        _ => words,
    });
    let publisher = json!({"@type": "foaf:Organization", "foaf:name": site.settings.municipality.office.as_str()});
    let page = site.absolute(&site.open_data_address());
    let datasets: Vec<Json> = filled
        .iter()
        .map(|one| {
            let files = one.editions.iter().flat_map(|(edition, table)| {
                formats(table).map(|format| {
                    let url = site.absolute(&address(site, one.set, *edition, format));
                    json!({
                        "@type": "dcat:Distribution",
                        "dct:title": format!("{}（{}、{}）", one.set.label, format.label(), edition.label()),
                        "dcat:downloadURL": {"@id": url},
                        "dcat:mediaType": format.media_type(),
                        "dct:license": licence,
                    })
                })
            });
            let updated = one.editions.iter().filter_map(|(_, table)| table.updated).max();
            json!({
                "@type": "dcat:Dataset",
                "@id": format!("{page}#{}", one.set.id),
                "dct:title": one.set.label,
                "dct:description": one.set.description,
                "dct:language": "ja",
                "dct:modified": updated.map(|day| day.iso()),
                "dct:publisher": publisher,
                "dcat:distribution": files.collect::<Vec<Json>>(),
            })
        })
        .collect();
    json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
        },
        "@type": "dcat:Catalog",
        "@id": page,
        "dct:title": format!("{}のオープンデータ", site.settings.title),
        "dct:language": "ja",
        "dct:license": licence,
        "dct:publisher": publisher,
        "dcat:dataset": datasets,
    })
}
