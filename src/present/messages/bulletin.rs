//! `koho.txt`: one line in the dense style of a ward's paper, `◆題名◆ 12月5日（土）14時〜15時30分／会場／対象／先着50人／無料／申込：…／問：…／address`.
//!
//! A paper is read with the eyes and paid for by the line, so what pages avoid for those who listen is right here: weekdays are one
//! character, ranges have a wave dash, the year is left out where it is the next such day after 掲載日 (the paper has its date), and the
//! address goes without `https://`, which browsers add. Its last slash stays: not every server finds the page without.

use crate::model::document::Document;
use crate::model::facet::{Capacity, Moment, Online, Session, State, When};
use crate::model::field::Field;
use crate::model::site::Site;
use crate::model::ward::Contact;
use crate::present::messages::dense::Dense;
use crate::present::messages::fit::{Item, fit};
use crate::present::messages::{BULLETIN_LIMIT, BYTE_ORDER_MARK, address, least, message};
use crate::present::wording;
use crate::text::span::Spanned;

const BAR: &str = "／";

/// What is said of an application when nothing else is.
const NEEDED: &str = "要申込";

/// What can be shortened, the first first.
const ORDER: &[Field] = &[
    Field::Speakers,
    Field::Belongings,
    Field::ApplyTo,
    Field::VenueAddress,
    Field::Support,
    Field::Capacity,
    Field::ApplyBy,
    Field::StateNote,
    Field::ApplyOpens,
    Field::Audience,
    Field::Excluded,
    Field::Fee,
    Field::Online,
    Field::ApplyDeadline,
    Field::Schedule,
];

pub fn bulletin(site: &Site, document: &Document) -> String {
    let dense = Dense {
        style: site.settings.style,
        since: document.published(),
    };
    let title = format!("◆{}◆", wording::marked_title(document));
    let url = address(site, document);
    let url = url.strip_prefix("https://").unwrap_or(&url).to_owned();
    let limit = BULLETIN_LIMIT - 1;
    let mut items = vec![Item::firm("", format!("{title} "))];
    items.extend(note(document));
    items.push(schedule(document, dense));
    items.extend(excluded(document, dense));
    items.extend(place(document));
    if document.state() != Some(State::Cancelled) {
        items.extend(terms(document));
        items.extend(application(document, dense));
        items.extend(extras(document));
    }
    items.push(contact(site, document));
    items.push(Item::firm(BAR, url.clone()));
    let text = fit(&items, limit)
        .unwrap_or_else(|| least(document, format!("{title} {url}"), &url, limit));
    format!("{BYTE_ORDER_MARK}{text}")
}

fn note(document: &Document) -> Option<Item> {
    let note = document.facets.state_note.as_ref();
    let note = note.filter(|_| document.state().is_some())?;
    let words = format!("{}{BAR}", without_stop(note.value.as_str()));
    Some(Item::loose("", rank(Field::StateNote), words))
}

/// Every line of 日時, then without what stands in brackets, then how many there are and the first.
fn schedule(document: &Document, dense: Dense) -> Item {
    let sessions = &document.facets.sessions;
    let words = |with_notes: bool| {
        let lines = sessions
            .iter()
            .map(|session| line(session, dense, with_notes));
        lines.collect::<Vec<_>>().join("、")
    };
    let mut forms = vec![words(true), words(false)];
    if sessions.len() > 1 {
        let first = document.occurrences.first().map_or(0, |time| time.session);
        let first = sessions.get(first).map(|session| dense.when(session.when));
        let (count, first) = (sessions.len(), first.unwrap_or_default());
        forms.push(format!("全{count}回（最初は{first}）"));
    }
    if sessions.is_empty() {
        forms = vec![format!("日時{}", wording::UNDECIDED)];
    }
    Item::elastic("", rank(Field::Schedule), forms)
}

/// `第1回 12月5日（土）14時〜15時30分（会場とオンライン）`, `日時未定`.
fn line(session: &Session, dense: Dense, with_note: bool) -> String {
    let when = dense.when(session.when);
    let start = match (&session.label, session.when) {
        (Some(label), _) => format!("{label} "),
        (None, When::Undecided) => Field::Schedule.label().to_owned(),
        (None, When::Days { .. } | When::Timed { .. } | When::Repeated(_)) => String::new(),
    };
    let note = session.note.as_ref().filter(|_| with_note);
    let note = note.map(|note| format!("（{note}）"));
    format!("{start}{when}{}", note.unwrap_or_default())
}

fn excluded(document: &Document, dense: Dense) -> Option<Item> {
    let days = document.facets.excluded.iter();
    let days: Vec<String> = days.map(|day| dense.day(day.value)).collect();
    let words = format!("{}は休み", days.join("、"));
    (!days.is_empty()).then(|| Item::loose(BAR, rank(Field::Excluded), words))
}

fn place(document: &Document) -> Vec<Item> {
    let facets = &document.facets;
    let place = wording::place(facets.venue.as_ref(), document);
    let has_place = !place.is_empty();
    let mut items = Vec::new();
    if has_place {
        items.push(Item::elastic(BAR, rank(Field::VenueAddress), place));
    }
    items.extend(
        facets
            .online
            .as_ref()
            .map(|online| match (&online.value, has_place) {
                (_, true) => Item::loose(BAR, rank(Field::Online), "オンライン参加可".to_owned()),
                (Online::Text(text), false) if text.as_str() != "あり" => {
                    let words = vec![format!("オンライン（{text}）"), "オンライン".to_owned()];
                    Item::elastic(BAR, rank(Field::Online), words)
                }
                (Online::Text(_) | Online::Url(_), false) => {
                    Item::firm(BAR, "オンライン".to_owned())
                }
            }),
    );
    let host = facets.host.as_ref();
    items.extend(
        host.map(|host| Item::firm(BAR, format!("{}：{}", Field::Host.label(), host.value))),
    );
    items
}

/// For whom, how many, and what it costs.
fn terms(document: &Document) -> Vec<Item> {
    let facets = &document.facets;
    let audience: Vec<&str> = facets
        .audience
        .iter()
        .map(|words| words.value.as_str())
        .collect();
    let audience = (!audience.is_empty()).then(|| {
        (
            Field::Audience,
            format!("{}：{}", Field::Audience.label(), audience.join("、")),
        )
    });
    let capacity = facets.capacity.as_ref();
    let capacity = capacity.map(|capacity| (Field::Capacity, self::capacity(&capacity.value)));
    let fee = facets.fee.as_ref().map(|fee| {
        let words = match fee.value.yen {
            Some(0) => "無料".to_owned(),
            Some(_) | None => format!("{}：{}", Field::Fee.label(), fee.value.text),
        };
        (Field::Fee, words)
    });
    let all = [audience, capacity, fee].into_iter().flatten();
    all.map(|(field, words)| Item::loose(BAR, rank(field), words))
        .collect()
}

/// `先着50人` for the two forms that all papers have, else as it is written.
fn capacity(capacity: &Capacity) -> String {
    let text = capacity.text.as_str();
    let Some(people) = capacity.people else {
        return format!("{}：{text}", Field::Capacity.label());
    };
    let count = format!("{people}人");
    match text.strip_prefix(count.as_str()) {
        Some("（先着順）" | "（先着）") => format!("先着{count}"),
        Some("（抽選）") => format!("抽選{count}"),
        Some("") => format!("{}{count}", Field::Capacity.label()),
        Some(_) | None => format!("{}：{text}", Field::Capacity.label()),
    }
}

/// How and when, then only when, then only until when, then that one must.
fn application(document: &Document, dense: Dense) -> Option<Item> {
    let apply = &document.facets.application;
    if document.state().is_some() {
        return None;
    }
    let need = apply.need.as_ref().map(|need| need.value.required);
    if need == Some(false) {
        return Some(Item::firm(BAR, "申込不要".to_owned()));
    }
    let ways = apply
        .by
        .iter()
        .map(|words| without_stop(words.value.as_str()));
    let mut ways: Vec<&str> = ways.collect();
    if let (true, Some(_)) = (ways.is_empty(), &apply.url) {
        ways.push("ページの申込フォーム");
    }
    let ways = ways.join("、");
    let moment = |moment: &Spanned<Moment>| dense.moment(moment.value);
    let opens = apply.opens.as_ref().map(moment);
    let closes = apply.deadline.as_ref().map(moment);
    let deadline = closes.as_ref().map(|closes| format!("{closes}まで"));
    let period = match (opens, closes) {
        (Some(opens), Some(closes)) => Some(format!("{opens}〜{closes}")),
        (Some(opens), None) => Some(format!("{opens}から")),
        (None, Some(_)) => deadline.clone(),
        (None, None) => None,
    };
    let whole = match (ways.is_empty(), &period) {
        (false, Some(period)) => format!("申込：{ways}（{period}）"),
        (false, None) => format!("申込：{ways}"),
        (true, Some(period)) => format!("申込：{period}"),
        (true, None) => need.map(|_| NEEDED.to_owned())?,
    };
    let shorter = [(Field::ApplyBy, period), (Field::ApplyOpens, deadline)];
    let shorter = shorter.into_iter().filter_map(|(field, words)| {
        let words = format!("申込：{}", words?);
        Some((rank(field), words))
    });
    let least = (rank(Field::ApplyDeadline), NEEDED.to_owned());
    Some(Item::stepwise(BAR, whole, shorter.chain([least]).collect()))
}

fn extras(document: &Document) -> Vec<Item> {
    let facets = &document.facets;
    let speakers = facets
        .speakers
        .iter()
        .map(|speaker| speaker.value.name.as_str());
    let belongings = facets.belongings.iter().map(|words| words.value.as_str());
    let support = facets.support.iter().map(|words| words.value.as_str());
    let to = facets
        .application
        .to
        .iter()
        .map(|words| words.value.as_str());
    let to = to.filter(|_| document.state().is_none());
    let all: [(Field, Vec<&str>); 4] = [
        (Field::ApplyTo, to.collect()),
        (Field::Speakers, speakers.collect()),
        (Field::Belongings, belongings.collect()),
        (Field::Support, support.collect()),
    ];
    let filled = all.into_iter().filter(|(_, words)| !words.is_empty());
    let item = |(field, words): (Field, Vec<&str>)| {
        let words = format!("{}：{}", field.label(), words.join("、"));
        Item::loose(BAR, rank(field), words)
    };
    filled.map(item).collect()
}

/// A number says by its form that it is one, so only what is none has a word before it.
fn contact(site: &Site, document: &Document) -> Item {
    let contact = site.contact(document, document.place);
    let words = match &message::shortest(contact) {
        Contact {
            name,
            phone: Some(phone),
            ..
        } => format!("{name} {}", phone.as_str()),
        other => wording::contact_line(other),
    };
    Item::firm(BAR, format!("問：{words}"))
}

fn without_stop(sentence: &str) -> &str {
    sentence.strip_suffix('。').unwrap_or(sentence)
}

fn rank(field: Field) -> usize {
    let place = ORDER.iter().position(|other| *other == field);
    place.unwrap_or(usize::MAX)
}
