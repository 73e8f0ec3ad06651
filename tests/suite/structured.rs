//! What pages say of themselves to programs: JSON-LD in the words of schema.org.

use std::fs;

use kairan::model::kind::{Dating, Kind, Scope};
use serde_json::{Value, json};
use snapbox::{Data, assert_data_eq};

use crate::site::{Built, TestSite, cases};

/// A type that is written.
struct Type {
    name: &'static str,
    /// What schema.org or the documentation of a search engine asks for, as far as every manuscript has it.
    required: &'static [&'static str],
    permitted: &'static [&'static str],
}

macro_rules! kind {
    ($name:literal: $($required:literal)+; $($permitted:literal)*) => {
        Type { name: $name, required: &[$($required),+], permitted: &[$($permitted),*] }
    };
}

#[rustfmt::skip]
const TYPES: &[Type] = &[
    kind!("Event": "@id" "name" "startDate" "eventStatus" "description" "organizer" "inLanguage" "url";
        "endDate" "eventSchedule" "eventAttendanceMode" "location" "offers" "isAccessibleForFree" "maximumAttendeeCapacity" "audience" "performer"),
    kind!("CourseInstance": "@id" "name" "startDate" "eventStatus" "description" "organizer" "inLanguage" "url";
        "endDate" "eventSchedule" "eventAttendanceMode" "location" "offers" "isAccessibleForFree" "maximumAttendeeCapacity" "audience"
        "courseMode" "courseSchedule" "courseWorkload" "instructor"),
    kind!("Course": "@id" "name" "description" "provider" "inLanguage" "url" "hasCourseInstance"; "offers"),
    kind!("Article": "@id" "headline" "description" "url" "mainEntityOfPage" "author" "publisher" "inLanguage" "isAccessibleForFree";
        "datePublished" "dateModified" "about" "citation"),
    kind!("LearningResource": "@id" "name" "description" "url" "license" "author" "publisher" "inLanguage" "isAccessibleForFree";
        "learningResourceType" "teaches" "audience" "timeRequired" "version" "dateModified" "citation"),
    kind!("WebPage": "@id"; "lastReviewed"),
    kind!("WebSite": "@id" "name" "url" "inLanguage" "publisher"; "description"),
    kind!("GovernmentOffice": "@id" "name" "url"; "telephone" "faxNumber" "email" "areaServed" "parentOrganization"),
    kind!("GovernmentOrganization": "name"; "@id" "url" "telephone" "faxNumber" "email" "areaServed" "parentOrganization"),
    kind!("AdministrativeArea": "name"; "identifier"),
    kind!("PropertyValue": "propertyID" "value";),
    kind!("Organization": "name";),
    kind!("Person": "name";),
    kind!("Thing": "name";),
    kind!("Audience": "audienceType";),
    kind!("CreativeWork": "name"; "url"),
    kind!("Place": "name"; "address"),
    kind!("PostalAddress": "addressCountry" "streetAddress"; "addressLocality"),
    kind!("VirtualLocation": "name"; "url" "description"),
    kind!("Offer": "price" "priceCurrency" "category" "url"; "availability" "validFrom" "validThrough"),
    kind!("Schedule": "repeatFrequency" "startDate" "scheduleTimezone";
        "byDay" "byMonthWeek" "byMonthDay" "endDate" "startTime" "endTime" "exceptDate"),
    kind!("BreadcrumbList": "itemListElement";),
    kind!("ListItem": "position" "name"; "item"),
];

/// The graph of a page; `None` where it has no such element.
fn graph(page: &str) -> Option<Vec<Value>> {
    const START: &str = "<script type=\"application/ld+json\">";
    let mut blocks = page.split(START).skip(1);
    let block = blocks.next()?;
    assert!(blocks.next().is_none(), "there is one element a page");
    let (text, _) = block.split_once("</script>").expect("the element ends");
    let all: Value = serde_json::from_str(text).expect("the element holds JSON");
    assert_eq!(all["@context"], "https://schema.org");
    let graph = all["@graph"].as_array().expect("a graph is a list");
    assert!(!graph.is_empty(), "an empty graph says nothing");
    Some(graph.clone())
}

fn of_type<'a>(graph: &'a [Value], kind: &str) -> Vec<&'a Value> {
    let is_one = |node: &&Value| node["@type"] == kind;
    graph.iter().filter(is_one).collect()
}

/// Every thing in a graph is of a known type, says what it must and nothing else.
fn examine(value: &Value, path: &str) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| examine(value, path)),
        Value::Object(node) => {
            let name = node["@type"].as_str().expect("a thing has a type");
            let row = TYPES.iter().find(|row| row.name == name);
            let row = row.unwrap_or_else(|| panic!("{path}: {name} is not known"));
            for required in row.required {
                assert!(
                    node.contains_key(*required),
                    "{path}: {name} without {required}"
                );
            }
            for (property, value) in node {
                let known = row.required.iter().chain(row.permitted);
                let is_known =
                    property == "@type" || known.into_iter().any(|known| known == property);
                assert!(is_known, "{path}: {name} with {property}");
                form(property, value, path);
                examine(value, path);
            }
        }
        Value::String(text) => assert!(!text.trim().is_empty(), "{path}: an empty text"),
        Value::Number(_) | Value::Bool(_) => {}
        Value::Null => panic!("{path}: what is not known is left out"),
    }
}

/// Addresses are whole, days and times are of ISO 8601 with the hours of Japan.
fn form(property: &str, value: &Value, path: &str) {
    let texts: Vec<&str> = match value {
        Value::Array(values) => values.iter().filter_map(Value::as_str).collect(),
        _ => value.as_str().into_iter().collect(),
    };
    for text in texts {
        let is_right = match property {
            "@id" | "url" | "item" | "eventStatus" | "eventAttendanceMode" | "availability" => {
                text.starts_with("https://")
            }
            "startDate" | "endDate" | "validFrom" | "validThrough" | "exceptDate"
            | "datePublished" | "dateModified" | "lastReviewed" => is_moment(text),
            _ => true,
        };
        assert!(is_right, "{path}: {property} is {text}");
    }
}

fn is_moment(text: &str) -> bool {
    let shape: String = text
        .chars()
        .map(|sign| if sign.is_ascii_digit() { '0' } else { sign })
        .collect();
    shape == "0000-00-00" || (shape == "0000-00-00T00:00:00+00:00" && text.ends_with("+09:00"))
}

fn examined(built: &Built) {
    assert_eq!(built.codes, [] as [&str; 0], "{}", built.said);
    let pages = built
        .paths()
        .into_iter()
        .filter(|path| path.ends_with(".html"));
    for path in pages {
        let page = built.file(path);
        let graph = graph(&page).unwrap_or_default();
        graph.iter().for_each(|node| examine(node, path));
        let has_way = page.contains("aria-label=\"現在位置\"");
        assert_eq!(
            of_type(&graph, "BreadcrumbList").len(),
            usize::from(has_way),
            "{path}"
        );
    }
}

fn manuscript(kind: Kind, text: &str) -> (TestSite, String) {
    let (home, top) = match kind.scope {
        Scope::CityOnly => ("city", ""),
        Scope::Everywhere => ("wards/kita", "kita/"),
    };
    let name = match kind.dating {
        Dating::Dated => "2026-11-01-sample",
        Dating::Undated => "sample",
        Dating::FiscalYear => "2025",
    };
    let site = TestSite::base().with(&format!("content/{home}/{}/{name}.md", kind.id), text);
    (site, format!("{top}{}/{name}/index.html", kind.id))
}

/// The graph of a lecture with these lines of front matter.
fn lecture(lines: &str) -> Vec<Value> {
    let lectures = Kind::with_id("lectures").expect("a kind");
    let (site, page) = manuscript(
        lectures,
        &format!("---\n{lines}対象: どなたでも\n---\n本文です。\n"),
    );
    let built = site.build();
    graph(&built.file(&page)).unwrap_or_else(|| panic!("{}", built.said))
}

#[test]
fn every_page_says_only_what_its_types_have_and_all_they_must() {
    for kind in Kind::all() {
        for size in ["full", "minimal"] {
            let file = cases()
                .join("kinds")
                .join(kind.id)
                .join(format!("{size}.md"));
            let text = fs::read_to_string(file).expect("every kind has its cases");
            examined(&manuscript(kind, &text).0.build());
        }
    }
}

#[test]
fn documents_and_top_pages_are_described_in_the_words_of_schema_org() {
    for name in ["lectures", "trainings", "guides", "materials"] {
        let kind = Kind::with_id(name).expect("a kind");
        let file = cases().join("kinds").join(name).join("full.md");
        let (site, page) = manuscript(kind, &fs::read_to_string(file).expect("a case"));
        shown(&site.build(), &page, name);
    }
    let built = TestSite::base().build();
    shown(&built, "index.html", "city");
    shown(&built, "kita/index.html", "ward");
}

/// Compares the graph of a page with the one it should have.
fn shown(built: &Built, page: &str, name: &str) {
    let graph = graph(&built.file(page)).expect("the page is described");
    let text = serde_json::to_string_pretty(&graph).expect("JSON can be written") + "\n";
    let expected = cases().join("structured").join(format!("{name}.json"));
    assert_data_eq!(text, Data::read_from(&expected, None).raw());
}

#[test]
fn no_manuscript_breaks_out_of_the_element() {
    let hostile = "</script><script>alert(1)</script><!-- &amp; \u{2028} <![CDATA[";
    let graph = lecture(&format!(
        "題名: 題{hostile}\n概要: 概要{hostile}\n会場: 館{hostile}\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n費用: 無料\n申込: 不要\n"
    ));
    let event = of_type(&graph, "Event")[0];
    for (text, start) in [(&event["name"], "題"), (&event["location"]["name"], "館")] {
        let text = text.as_str().expect("a text");
        assert!(
            text.starts_with(&format!("{start}</script>")) && text.contains("<!--"),
            "{text}"
        );
    }
}

#[test]
fn whole_days_end_on_their_last_day_and_a_day_that_ends_at_midnight_on_the_next() {
    let days = |when: &str| {
        let graph = lecture(&format!(
            "題名: 見本の講演会\n日時: {when}\n会場: 見本会館\n費用: 500円（資料代）\n申込: 不要\n"
        ));
        let event = of_type(&graph, "Event")[0].clone();
        let text = |name: &str| event[name].as_str().unwrap_or("-").to_owned();
        (text("startDate"), text("endDate"))
    };
    let pair = |start: &str, end: &str| (start.to_owned(), end.to_owned());
    assert_eq!(
        days("令和8年12月5日（土曜日）から令和8年12月6日（日曜日）まで"),
        pair("2026-12-05", "2026-12-06")
    );
    assert_eq!(
        days("令和8年12月31日（木曜日）20時から24時まで"),
        pair("2026-12-31T20:00:00+09:00", "2027-01-01T00:00:00+09:00")
    );
    assert_eq!(
        days("令和8年12月5日（土曜日）14時から"),
        pair("2026-12-05T14:00:00+09:00", "-")
    );
}

#[test]
fn states_prices_and_ways_to_take_part_are_told_as_they_are() {
    let told = |lines: &str| {
        let graph = lecture(&format!(
            "題名: 見本の講演会\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n{lines}"
        ));
        of_type(&graph, "Event")[0].clone()
    };
    let full = told("状態: 満員\n会場: 見本会館\n費用: 無料\n申込: 必要\n");
    assert_eq!(full["eventStatus"], "https://schema.org/EventScheduled");
    assert_eq!(full["offers"]["availability"], "https://schema.org/SoldOut");
    assert_eq!(full["offers"]["price"], 0);
    assert_eq!(full["isAccessibleForFree"], true);
    assert_eq!(
        full["eventAttendanceMode"],
        "https://schema.org/OfflineEventAttendanceMode"
    );
    let cancelled =
        told("状態: 中止\nオンライン: https://example.jp/live\n費用: 1,000円\n申込: 必要\n");
    assert_eq!(
        cancelled["eventStatus"],
        "https://schema.org/EventCancelled"
    );
    assert_eq!(cancelled["offers"]["price"], 1000);
    assert_eq!(cancelled["isAccessibleForFree"], false);
    assert_eq!(cancelled["location"]["url"], "https://example.jp/live");
    assert_eq!(
        cancelled["eventAttendanceMode"],
        "https://schema.org/OnlineEventAttendanceMode"
    );
    let unsure = told("会場: 見本会館\nオンライン: あり\n費用: 実費\n申込: 不要\n");
    assert!(unsure.get("offers").is_none() && unsure.get("isAccessibleForFree").is_none());
    assert_eq!(unsure["location"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        unsure["eventAttendanceMode"],
        "https://schema.org/MixedEventAttendanceMode"
    );
}

#[test]
fn every_session_is_an_event_and_one_whose_day_is_not_known_is_none() {
    let graph = lecture(
        "題名: 見本の講演会\n日時:\n  - 第1回 令和8年12月5日（土曜日）14時から15時まで\n  - 第2回 未定\n  - 第3回 令和8年12月19日（土曜日）14時から15時まで\n会場: 見本会館\n費用: 無料\n申込: 不要\n",
    );
    let names: Vec<_> = of_type(&graph, "Event")
        .iter()
        .map(|event| event["name"].clone())
        .collect();
    assert_eq!(names, ["見本の講演会（第1回）", "見本の講演会（第3回）"]);
    let undecided =
        lecture("題名: 見本の講演会\n日時: 未定\n会場: 見本会館\n費用: 無料\n申込: 不要\n");
    assert!(of_type(&undecided, "Event").is_empty());
}

#[test]
fn a_copy_in_a_ward_says_the_same_of_the_document_as_the_page_of_the_city() {
    let built = TestSite::base().build();
    let article =
        |page: &str| of_type(&graph(&built.file(page)).expect("a graph"), "Article")[0].clone();
    assert_eq!(
        article("guides/start/index.html"),
        article("kita/guides/start/index.html")
    );
}

#[test]
fn what_is_repeated_has_its_rule_and_the_day_of_the_next_time() {
    let repeated = |when: &str, more: &str| {
        let graph = lecture(&format!(
            "題名: 見本の相談会\n日時: {when}\n{more}会場: 見本会館\n費用: 無料\n申込: 不要\n"
        ));
        let [event] = of_type(&graph, "Event")[..] else {
            panic!("a rule is one event: {graph:#?}");
        };
        event.clone()
    };
    let monthly = repeated(
        "毎月第2・第4火曜日 14時から15時まで（令和8年10月13日から令和9年3月31日まで）",
        "除外日: 令和8年12月22日（火曜日）\n",
    );
    // The site is built for 22 November, a Sunday.
    assert_eq!(monthly["startDate"], "2026-11-24T14:00:00+09:00");
    assert_eq!(monthly["endDate"], "2026-11-24T15:00:00+09:00");
    assert_eq!(
        monthly["eventSchedule"],
        json!({
            "@type": "Schedule",
            "repeatFrequency": "P1M",
            "byDay": "https://schema.org/Tuesday",
            "byMonthWeek": [2, 4],
            "startDate": "2026-10-13",
            "endDate": "2027-03-31",
            "startTime": "14:00:00",
            "endTime": "15:00:00",
            "scheduleTimezone": "Asia/Tokyo",
            "exceptDate": "2026-12-22",
        })
    );
    let weekly = repeated("隔週月・水曜日（令和8年12月7日から）", "");
    assert_eq!(weekly["startDate"], "2026-12-07");
    assert_eq!(weekly["eventSchedule"]["repeatFrequency"], "P2W");
    assert_eq!(
        weekly["eventSchedule"]["byDay"],
        json!(["https://schema.org/Monday", "https://schema.org/Wednesday"])
    );
    let last = repeated("毎月最終日曜日（令和8年12月1日から）", "");
    assert_eq!(last["eventSchedule"]["byDay"], "-1SU");
    let over = repeated("毎月15日（令和8年9月1日から令和8年11月15日まで）", "");
    assert_eq!(over["startDate"], "2026-11-15");
    assert_eq!(over["eventSchedule"]["byMonthDay"], 15);
}
