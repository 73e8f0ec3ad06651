//! Registers as open data: the columns of the standards, then our own, then those that only wards know.

use crate::model::date::{Clock, Weekday};
use crate::model::institution::{Function, Holidays, Institution};
use crate::model::names::Text;
use crate::model::register::Register;
use crate::model::site::Site;
use crate::model::ward::Place;
use crate::present::datasets::columns::{
    Column, OwnColumns, cells, code, degrees, headings, id, list, municipality, number, prefecture,
    yes,
};
use crate::present::datasets::location::{self, Located, Parts, parts};
use crate::present::datasets::{Edition, Table};
use crate::sheet::Value;

/// An institution with what its row says of its ward.
struct Row<'a> {
    site: &'a Site,
    place: Place,
    one: &'a Institution,
    parts: Parts,
    number: usize,
}

impl Located for Row<'_> {
    fn parts(&self) -> &Parts {
        &self.parts
    }

    fn address(&self) -> Option<&str> {
        self.one.address.as_ref().map(Text::as_str)
    }
}

pub fn table(site: &Site, edition: Edition, register: Option<Register>) -> Table {
    let Some(register) = register else {
        return Table::default();
    };
    let mut standard = match edition {
        Edition::Standard => standard(),
        Edition::Recommended => recommended(),
    };
    standard.extend(ours());
    let mut columns = headings(&standard);
    if !register.is_counted {
        for heading in &mut columns {
            let care = CARE.iter().find(|(medical, _)| medical == heading);
            *heading = care.map_or_else(|| heading.clone(), |(_, care)| (*care).to_owned());
        }
    }
    let mut table = Table::of(columns);
    let mut own = OwnColumns::behind(&table);
    for roster in site.rosters_of(register, Place::City) {
        for one in roster.real() {
            let row = Row {
                site,
                place: Place::Ward(roster.ward),
                one,
                parts: parts(site, one.address.as_ref().map(Text::as_str)),
                number: table.rows.len() + 1,
            };
            let mut values = cells(&standard, &row);
            for (column, value) in roster.other_columns.iter().zip(&one.others) {
                let words = value.as_ref().map_or("", Text::as_str);
                own.put(&mut table, &mut values, column.as_str(), words);
            }
            table.push(values, one.position, one.confirmed);
        }
    }
    table.fill()
}

/// What 介護サービス事業所一覧 of 推奨データセット calls the columns of 医療機関一覧.
const CARE: &[(&str, &str)] = &[
    ("名称", "介護サービス事業所名称"),
    ("名称_カナ", "介護サービス事業所名称_カナ"),
    ("医療機関の種類", "実施サービス"),
    ("診療曜日", "利用可能曜日"),
    ("診療日時特記事項", "利用可能曜日特記事項"),
];

fn text(text: &Option<Text>) -> Value {
    Value::text(text.as_ref())
}

fn address(row: &Row<'_>) -> Value {
    text(&row.one.address)
}

fn building(row: &Row<'_>) -> Value {
    text(&row.one.building)
}

fn latitude(row: &Row<'_>) -> Value {
    degrees(row.one.position.map(|at| at.latitude))
}

fn longitude(row: &Row<'_>) -> Value {
    degrees(row.one.position.map(|at| at.longitude))
}

fn phone(row: &Row<'_>) -> Value {
    Value::text(row.one.phone.as_ref().map(|phone| phone.as_str()))
}

fn fax(row: &Row<'_>) -> Value {
    Value::text(row.one.fax.as_ref().map(|fax| fax.as_str()))
}

fn url(row: &Row<'_>) -> Value {
    Value::text(row.one.url.as_ref().map(|url| url.as_str()))
}

/// By the codes that everybody has, else by name, place and telephone.
fn own_id(row: &Row<'_>) -> Value {
    let one = row.one;
    let codes = [&one.code, &one.provider_number, &one.navi_id];
    match codes.into_iter().flatten().next() {
        Some(code) => Value::Text(code.to_string()),
        None => id(&[
            row.site.place_name(row.place),
            one.name.as_str(),
            one.phone.as_ref().map_or("", |phone| phone.as_str()),
            one.address.as_ref().map_or("", Text::as_str),
        ]),
    }
}

/// 医療機関 (10) and 介護サービス事業所 (09) of 自治体標準オープンデータセット.
#[rustfmt::skip]
fn standard<'a>() -> Vec<Column<Row<'a>>> {
    let before: Vec<Column<Row<'a>>> = vec![
        ("全国地方公共団体コード", |row| code(row.site, row.place)),
        ("ID", own_id),
        ("地方公共団体名", |row| municipality(row.site, row.place)),
        ("名称", |row| Value::text(Some(&row.one.name))),
        ("名称_カナ", |row| text(&row.one.reading)),
        ("医療機関の種類", |row| text(&row.one.category_words)),
    ];
    let behind: Vec<Column<Row<'a>>> = vec![
        ("建物名等(方書)", building),
        ("緯度", latitude),
        ("経度", longitude),
        ("電話番号", phone),
        ("内線番号", |row| text(&row.one.extension)),
        ("FAX番号", fax),
        ("連絡先メールアドレス", email),
        ("郵便番号", postcode),
        ("法人番号", |row| text(&row.one.corporate_number)),
        ("法人の名称", |row| text(&row.one.corporate_name)),
        ("医療機関コード", |row| text(&row.one.code)),
        ("診療曜日", open_days),
        ("診療開始時間", |row| Value::text(common_hours(row).map(|(start, _)| start.iso()))),
        ("診療終了時間", |row| Value::text(common_hours(row).map(|(_, end)| end.iso()))),
        ("診療日時特記事項", |row| text(&row.one.hours.note)),
        ("時間外における対応", |row| text(&row.one.after_hours)),
        ("診療科目", |row| list(&row.one.subjects)),
        ("病床数", |row| number(row.one.beds)),
        ("URL", url),
        ("備考", |row| text(&row.one.remarks)),
    ];
    before.into_iter().chain(location::columns()).chain(behind).collect()
}

/// 医療機関一覧 of 推奨データセット.
#[rustfmt::skip]
fn recommended<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        ("都道府県コード又は市区町村コード", |row| code(row.site, row.place)),
        ("NO", |row| number(u32::try_from(row.number).ok())),
        ("都道府県名", |row| prefecture(row.site)),
        ("市区町村名", |row| municipality(row.site, row.place)),
        ("名称", |row| Value::text(Some(&row.one.name))),
        ("名称_カナ", |row| text(&row.one.reading)),
        ("医療機関の種類", |row| text(&row.one.category_words)),
        ("住所", address),
        ("方書", building),
        ("緯度", latitude),
        ("経度", longitude),
        ("電話番号", phone),
        ("内線番号", |row| text(&row.one.extension)),
        ("FAX番号", fax),
        ("法人番号", |row| text(&row.one.corporate_number)),
        ("法人の名称", |row| text(&row.one.corporate_name)),
        ("医療機関コード", |row| text(&row.one.code)),
        ("診療曜日", open_days),
        ("診療開始時間", |row| Value::text(common_hours(row).map(|(start, _)| start.iso()))),
        ("診療終了時間", |row| Value::text(common_hours(row).map(|(_, end)| end.iso()))),
        ("診療日時特記事項", |row| text(&row.one.hours.note)),
        ("時間外における対応", |row| text(&row.one.after_hours)),
        ("診療科目", |row| list(&row.one.subjects)),
        ("病床数", |row| number(row.one.beds)),
        ("URL", url),
        ("備考", |row| text(&row.one.remarks)),
        ("郵便番号", postcode),
        ("連絡先メールアドレス", email),
    ]
}

/// What the standards have no column for.
#[rustfmt::skip]
fn ours<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        ("事業所番号", |row| text(&row.one.provider_number)),
        ("医療情報ネットID", |row| text(&row.one.navi_id)),
        ("定員", |row| number(row.one.capacity)),
        ("月曜日", |row| day(row.one, Weekday::Monday)),
        ("火曜日", |row| day(row.one, Weekday::Tuesday)),
        ("水曜日", |row| day(row.one, Weekday::Wednesday)),
        ("木曜日", |row| day(row.one, Weekday::Thursday)),
        ("金曜日", |row| day(row.one, Weekday::Friday)),
        ("土曜日", |row| day(row.one, Weekday::Saturday)),
        ("日曜日", |row| day(row.one, Weekday::Sunday)),
        ("祝日", |row| holidays(&row.one.hours.holidays)),
        ("訪問", |row| row.one.home_visit.map_or(Value::Empty, yes)),
        ("日常の療養支援", |row| function(row.one, Function::DailyCare)),
        ("入退院支援", |row| function(row.one, Function::Discharge)),
        ("急変時の対応", |row| function(row.one, Function::Emergency)),
        ("看取り", |row| function(row.one, Function::EndOfLife)),
        ("内諾", |row| consent(row.one)),
        ("注記", |row| text(&row.one.note)),
        ("確認日", |row| Value::text(row.one.confirmed.map(|day| day.iso()))),
    ]
}

fn email(row: &Row<'_>) -> Value {
    Value::text(row.one.email.as_ref().map(|email| email.as_str()))
}

/// `月火水木金`.
fn open_days(row: &Row<'_>) -> Value {
    let days = Weekday::FROM_MONDAY
        .into_iter()
        .filter(|day| !row.one.hours.on(*day).is_empty());
    let days: String = days.filter_map(|day| day.label().chars().next()).collect();
    Value::text((!days.is_empty()).then_some(days))
}

/// From the first opening to the last closing, where that is the same on all days on which it is open.
fn common_hours(row: &Row<'_>) -> Option<(Clock, Clock)> {
    let mut days = Weekday::FROM_MONDAY.into_iter().filter_map(|day| {
        let open = row.one.hours.on(day);
        let end = open.iter().map(|(_, end)| *end).max()?;
        Some((open.first()?.0, end))
    });
    let first = days.next()?;
    days.all(|other| other == first).then_some(first)
}

fn postcode(row: &Row<'_>) -> Value {
    Value::text(row.one.postcode.as_ref().map(|code| code.as_str()))
}

fn consent(one: &Institution) -> Value {
    Value::text(one.consented.then_some("有"))
}

fn function(one: &Institution, function: Function) -> Value {
    match one.functions.is_empty() {
        true => Value::Empty,
        false => yes(one.functions.contains(&function)),
    }
}

/// `09:00-12:00;17:00-19:00`; nothing for a day of which nothing is said.
fn day(one: &Institution, weekday: Weekday) -> Value {
    let open = one.hours.on(weekday);
    Value::text((!open.is_empty()).then(|| spans(&open)))
}

fn holidays(holidays: &Holidays) -> Value {
    match holidays {
        Holidays::Unknown => Value::Empty,
        Holidays::Closed => Value::Text("休".to_owned()),
        Holidays::Open(open) if open.is_empty() => Value::Text("○".to_owned()),
        Holidays::Open(open) => Value::Text(spans(open)),
    }
}

fn spans(open: &[(Clock, Clock)]) -> String {
    let spans = open
        .iter()
        .map(|(start, end)| format!("{}-{}", start.iso(), end.iso()));
    spans.collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::CARE;
    use crate::model::register::Column;

    #[test]
    fn both_lists_mean_the_same_columns() {
        for (medical, care) in CARE {
            assert!(Column::named(medical).is_some(), "{medical}");
            assert_eq!(Column::named(medical), Column::named(care), "{care}");
        }
    }
}
