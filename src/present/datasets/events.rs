//! What takes place, as open data: one row for every line of 日時 (GIF DS-43C has one for every event with one day).

use crate::model::date::{Clock, Date};
use crate::model::document::Document;
use crate::model::facet::{Moment, Session, When, Words};
use crate::model::field::Facet;
use crate::model::names::Text;
use crate::model::position::Position;
use crate::model::settings::Style;
use crate::model::site::Site;
use crate::model::ward::Contact;
use crate::present::datasets::columns::{
    Column, OwnColumns, cells, code, degrees, headings, list, municipality, number, prefecture,
};
use crate::present::datasets::location::{self, Located, Parts, parts};
use crate::present::datasets::{Edition, Table};
use crate::present::wording;
use crate::sheet::Value;

struct Row<'a> {
    site: &'a Site,
    document: &'a Document,
    session: &'a Session,
    parts: Parts,
    /// The first day on which it takes place.
    first: Option<Date>,
    /// The position of the line in its document and of the row in the set, both from 1.
    line: usize,
    number: usize,
}

impl Located for Row<'_> {
    fn parts(&self) -> &Parts {
        &self.parts
    }

    fn address(&self) -> Option<&str> {
        self.document
            .facets
            .venue_address
            .as_ref()
            .map(|words| words.value.as_str())
    }
}

pub fn table(site: &Site, edition: Edition) -> Table {
    let columns = match edition {
        Edition::Standard => standard(),
        Edition::Recommended => recommended(),
    };
    let mut table = Table::of(headings(&columns));
    let mut own = OwnColumns::behind(&table);
    let is_given = |document: &&Document| document.is_given() && document.kind.has(Facet::Schedule);
    for document in site.documents.iter().filter(is_given) {
        let position = document.facets.position.as_ref();
        let position = position.map(|position| position.value);
        let address = document.facets.venue_address.as_ref();
        let parts = parts(site, address.map(|words| words.value.as_str()));
        for (line, session) in document.facets.sessions.iter().enumerate() {
            let times = document.occurrences.iter();
            let first = times
                .filter(|time| time.session == line)
                .map(|time| time.first);
            let row = Row {
                site,
                document,
                session,
                parts: parts.clone(),
                first: first.min(),
                line: line + 1,
                number: table.rows.len() + 1,
            };
            let mut values = cells(&columns, &row);
            for other in document.facets.others.iter().map(|other| &other.value) {
                own.put(
                    &mut table,
                    &mut values,
                    other.label.as_str(),
                    other.text.as_str(),
                );
            }
            table.push(values, position, document.changed());
        }
    }
    table.fill()
}

/// イベント (12) of 自治体標準オープンデータセット.
#[rustfmt::skip]
fn standard<'a>() -> Vec<Column<Row<'a>>> {
    let before: Vec<Column<Row<'a>>> = vec![
        ("全国地方公共団体コード", |row| code(row.site, row.document.place)),
        ("ID", |row| Value::Text(own_id(row))),
        ("地方公共団体名", |row| municipality(row.site, row.document.place)),
        ("イベント名", |row| Value::Text(name(row))),
        ("イベント種類", |row| Value::Text(row.document.kind.label.to_owned())),
        ("説明", summary),
        ("状態", |row| Value::text(row.document.state().map(|state| state.label()))),
        ("開始日", |row| day(row.first)),
        ("終了日", |row| day(last(row))),
        ("開始時間", |row| clock(starts(row))),
        ("終了時間", |row| clock(ends(row))),
        ("開始日時特記事項", special),
        ("対象者", |row| words(&row.document.facets.audience)),
        ("場所名称", |row| one(&row.document.facets.venue)),
    ];
    let behind: Vec<Column<Row<'a>>> = vec![
        ("緯度", |row| degrees(position(row).map(|at| at.latitude))),
        ("経度", |row| degrees(position(row).map(|at| at.longitude))),
        ("アクセス方法", |row| one(&row.document.facets.access)),
        ("Web開催", online),
        ("料金種別", fee_kind),
        ("料金", fee),
        ("定員", people),
        ("参加申込方法", |row| words(&row.document.facets.application.by)),
        ("参加申込終了日", |row| day(deadline(row).map(|moment| moment.date))),
        ("参加申込終了時間", |row| clock(deadline(row).and_then(|moment| moment.clock))),
        ("主催者", organizer),
        ("連絡先名称", |row| Value::text(Some(&contact(row).name))),
        ("電話番号", |row| Value::text(contact(row).phone.as_ref().map(|phone| phone.as_str()))),
        ("連絡先メールアドレス", |row| Value::text(contact(row).email.as_ref().map(|email| email.as_str()))),
        ("URL", url),
        ("更新日", |row| day(row.document.changed())),
        ("除外日", excluded),
    ];
    before.into_iter().chain(location::columns()).chain(behind).collect()
}

/// イベント一覧 of 推奨データセット.
#[rustfmt::skip]
fn recommended<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        ("都道府県コード又は市区町村コード", |row| code(row.site, row.document.place)),
        ("NO", |row| number(u32::try_from(row.number).ok())),
        ("都道府県名", |row| prefecture(row.site)),
        ("市区町村名", |row| municipality(row.site, row.document.place)),
        ("イベント名", |row| Value::Text(name(row))),
        ("イベント名_カナ", |_| Value::Empty),
        ("イベント名_英語", |_| Value::Empty),
        ("開始日", |row| day(row.first)),
        ("終了日", |row| day(last(row))),
        ("開始時間", |row| clock(starts(row))),
        ("終了時間", |row| clock(ends(row))),
        ("開始日時特記事項", special),
        ("説明", summary),
        ("料金(基本)", fee_kind),
        ("料金(詳細)", fee),
        ("連絡先名称", |row| Value::text(Some(&contact(row).name))),
        ("連絡先電話番号", |row| Value::text(contact(row).phone.as_ref().map(|phone| phone.as_str()))),
        ("連絡先内線番号", |_| Value::Empty),
        ("主催者", organizer),
        ("場所名称", |row| one(&row.document.facets.venue)),
        ("住所", |row| one(&row.document.facets.venue_address)),
        ("方書", |_| Value::Empty),
        ("緯度", |row| degrees(position(row).map(|at| at.latitude))),
        ("経度", |row| degrees(position(row).map(|at| at.longitude))),
        ("アクセス方法", |row| one(&row.document.facets.access)),
        ("駐車場情報", |_| Value::Empty),
        ("定員", people),
        ("参加申込終了日", |row| day(deadline(row).map(|moment| moment.date))),
        ("参加申込終了時間", |row| clock(deadline(row).and_then(|moment| moment.clock))),
        ("参加申込方法", |row| words(&row.document.facets.application.by)),
        ("URL", url),
        ("備考", state),
        ("除外日", excluded),
    ]
}

fn one(words: &Option<Words>) -> Value {
    Value::text(words.as_ref().map(|words| &words.value))
}

fn words(words: &[Words]) -> Value {
    let texts: Vec<&Text> = words.iter().map(|words| &words.value).collect();
    list(&texts)
}

fn style(row: &Row<'_>) -> Style {
    row.site.settings.style
}

/// The address of the document and the number of the line, as in calendars.
fn own_id(row: &Row<'_>) -> String {
    let document = row.document;
    let address = row.site.own_address(document).to_string();
    let name = address.trim_matches('/').replace('/', "-");
    match row.line {
        1 => name,
        line => format!("{name}.{line}"),
    }
}

fn name(row: &Row<'_>) -> String {
    wording::with_label(row.document.title.as_str(), row.session)
}

fn summary(row: &Row<'_>) -> Value {
    one(&row.document.facets.summary)
}

fn day(day: Option<Date>) -> Value {
    Value::text(day.map(Date::iso))
}

fn clock(clock: Option<Clock>) -> Value {
    Value::text(clock.map(Clock::iso))
}

fn last(row: &Row<'_>) -> Option<Date> {
    row.session.when.days().map(|(_, last)| last)
}

fn starts(row: &Row<'_>) -> Option<Clock> {
    match row.session.when {
        When::Timed { start, .. } => Some(start.1),
        When::Repeated(repeat) => repeat.hours.map(|hours| hours.start),
        When::Undecided | When::Days { .. } => None,
    }
}

fn ends(row: &Row<'_>) -> Option<Clock> {
    match row.session.when {
        When::Timed { end, .. } => end.map(|end| end.1),
        When::Repeated(repeat) => repeat.hours?.end,
        When::Undecided | When::Days { .. } => None,
    }
}

/// What two days and two times cannot say, in the words of 日時.
fn special(row: &Row<'_>) -> Value {
    let words = match row.session.when {
        When::Repeated(_) => Some(wording::when(row.session.when, style(row))),
        When::Undecided => Some(wording::UNDECIDED.to_owned()),
        When::Days { .. } | When::Timed { .. } => None,
    };
    let note = row.session.note.as_ref();
    Value::text(match (words, note) {
        (Some(words), Some(note)) => Some(format!("{words}（{note}）")),
        (words, note) => words.or_else(|| note.map(ToString::to_string)),
    })
}

/// Days on which what is repeated does not take place.
fn excluded(row: &Row<'_>) -> Value {
    let When::Repeated(repeat) = row.session.when else {
        return Value::Empty;
    };
    let days = row.document.facets.excluded.iter().map(|day| day.value);
    let days: Vec<String> = days
        .filter(|day| repeat.names(*day))
        .map(Date::iso)
        .collect();
    list(&days)
}

fn position(row: &Row<'_>) -> Option<Position> {
    row.document
        .facets
        .position
        .as_ref()
        .map(|position| position.value)
}

fn online(row: &Row<'_>) -> Value {
    let facets = &row.document.facets;
    let words = match (facets.online.is_some(), facets.venue.is_some()) {
        (true, true) => Some("ハイブリッド"),
        (true, false) => Some("オンライン"),
        (false, true) => Some("現地"),
        (false, false) => None,
    };
    Value::text(words)
}

/// 無料 or 有料; nothing where the manuscript names no amount.
fn fee_kind(row: &Row<'_>) -> Value {
    let yen = row
        .document
        .facets
        .fee
        .as_ref()
        .and_then(|fee| fee.value.yen);
    Value::text(yen.map(|yen| if yen == 0 { "無料" } else { "有料" }))
}

/// 中止 and the like with what is said about it, as the older standard has no column of its own.
fn state(row: &Row<'_>) -> Value {
    let state = row.document.state().map(|state| state.label().to_owned());
    let note = row
        .document
        .facets
        .state_note
        .as_ref()
        .map(|note| note.value.to_string());
    let parts: Vec<String> = state.into_iter().chain(note).collect();
    Value::text((!parts.is_empty()).then(|| parts.join("：")))
}

fn fee(row: &Row<'_>) -> Value {
    Value::text(row.document.facets.fee.as_ref().map(|fee| &fee.value.text))
}

fn people(row: &Row<'_>) -> Value {
    number(
        row.document
            .facets
            .capacity
            .as_ref()
            .and_then(|capacity| capacity.value.people),
    )
}

fn deadline(row: &Row<'_>) -> Option<Moment> {
    row.document
        .facets
        .application
        .deadline
        .as_ref()
        .map(|deadline| deadline.value)
}

fn organizer(row: &Row<'_>) -> Value {
    let own = row
        .document
        .facets
        .organizer
        .as_ref()
        .map(|words| &words.value);
    let office = || row.site.office_name(row.document.place);
    Value::text(Some(own.unwrap_or_else(office)))
}

fn contact<'a>(row: &Row<'a>) -> &'a Contact {
    row.site.contact(row.document, row.document.place)
}

fn url(row: &Row<'_>) -> Value {
    let site = row.site;
    Value::Text(site.absolute(&site.own_address(row.document)))
}
