//! `ward-other-name`: the name of another ward in a ward's document.
//!
//! Why: manuscripts are copied from ward to ward, and the name of the ward they came from stays behind (domain §3.4 G
//! `ward-wrong-name`). In the title and before the name of an office it is an error; elsewhere other wards may be meant, as in
//! meetings of several wards, so it is a warning, once for each ward. Documents of the city are free to name all.
//!
//! Bad: `申込先: 西区役所` in a document of 北区. Good: `申込先: 北区役所`.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Link;
use crate::model::document::{Document, Target};
use crate::model::facet::Words;
use crate::model::site::Site;
use crate::model::ward::{Place, WardIndex};
use crate::text::span::Span;

/// What follows the name of a ward where one of its offices is meant.
const OFFICES: [&str; 4] = [
    "役所",
    "保健福祉センター",
    "在宅医療・介護連携相談支援室",
    "の相談支援室",
];

/// What follows the name of a ward in the name of a hall, which people of other wards use too.
const HALLS: [&str; 8] = [
    "民センター",
    "民ホール",
    "民会館",
    "民プラザ",
    "民ギャラリー",
    "役所附設会館",
    "役所付設会館",
    "役所駅",
];

pub const ROW: CheckRow = CheckRow {
    code: "ward-other-name",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "区の原稿に書かれた、別の区の名前を見つけます。",
    why: "ほかの区の原稿を写したときに、もとの区の名前が残りがちです。読んだ人が、違う区役所を訪ねます。",
    source: "",
    bad: &[
        "申込みは、西区役所 保健福祉課へお願いします。",
        "西区にお住まいの方が対象です。",
        "---\n題名: 西区の年末年始の窓口のお知らせ\n---\n本文です。\n",
    ],
    good: &[
        "申込みは、北区役所 保健福祉課へお願いします。",
        "[西区役所のページ](/nishi/)もご覧ください。",
        "堺市西区と福岡市西区の取組を学びました。",
        "関西区間の列車が遅れることがあります。土地の区画整理の説明もあります。",
    ],
};

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    let Place::Ward(own) = document.place else {
        return Vec::new();
    };
    let mut gravest: BTreeMap<WardIndex, Mention> = BTreeMap::new();
    for mention in mentions(document, input) {
        if mention.ward == own || is_meant(document, input.site, &mention) {
            continue;
        }
        match gravest.entry(mention.ward) {
            Entry::Vacant(entry) => {
                entry.insert(mention);
            }
            Entry::Occupied(mut entry) => {
                if mention.severity < entry.get().severity {
                    entry.insert(mention);
                }
            }
        }
    }
    let gravest = gravest.into_values();
    gravest
        .map(|mention| diagnostic(document, input, &mention, own))
        .collect()
}

fn diagnostic(document: &Document, input: &Input, mention: &Mention, own: WardIndex) -> Diagnostic {
    let (own, other) = (
        &input.site.ward(own).name,
        &input.site.ward(mention.ward).name,
    );
    let place = at(document.source, mention.span);
    let code = "ward-other-name";
    let in_text = mention.span.start >= input.prose(document.source).start;
    let (found, otherwise) = match (mention.severity, in_text) {
        (Severity::Error, true) => (
            Diagnostic::error(code, place, "別の区の名前が書いてあります"),
            format!("{other}のページへのリンクにしてください。"),
        ),
        (Severity::Error, false) => (
            Diagnostic::error(code, place, "別の区の名前が書いてあります"),
            "本文か「共催」に書いてください。".to_owned(),
        ),
        (Severity::Warning | Severity::Info, _) => (
            Diagnostic::warning(code, place, "別の区の名前が出てきます"),
            "このままでかまいません。".to_owned(),
        ),
    };
    found
        .label(format!("この原稿は{own}のものです"))
        .help(format!(
            "{own}のことなら「{own}」と書いてください。{other}のことで間違いなければ、{otherwise}"
        ))
}

/// One place where a ward is named.
struct Mention {
    ward: WardIndex,
    span: Span,
    severity: Severity,
}

/// Every name of a ward in the fields people read first, and in the text.
fn mentions(document: &Document, input: &Input) -> Vec<Mention> {
    let facets = &document.facets;
    let mut found = Vec::new();
    if let Some(title) = &facets.title {
        found.extend(named(document, input, title.span, Severity::Error));
    }
    let single: [&Option<Words>; 8] = [
        &facets.summary,
        &facets.state_note,
        &facets.venue,
        &facets.venue_address,
        &facets.host,
        &facets.organizer,
        &facets.application.to,
        &facets.contact.name,
    ];
    let single = single.into_iter().flatten();
    let lists = facets.audience.iter().chain(&facets.application.by);
    let fields = single.chain(lists).map(|words| words.span);
    for span in fields.chain(Some(input.prose(document.source))) {
        found.extend(named(document, input, span, Severity::Warning));
    }
    found
}

/// The names of wards in `span`, each as grave as `plain` unless what follows says more.
fn named<'a>(
    document: &Document,
    input: &'a Input,
    span: Span,
    plain: Severity,
) -> impl Iterator<Item = Mention> + use<'a> {
    let names = &input.ward_names;
    let city = input.site.settings.municipality.name.as_str();
    let part = span.of(input.text(document.source));
    let endings = last_characters(names);
    let hits = endings
        .into_iter()
        .flat_map(|last| part.match_indices(last));
    hits.filter_map(move |(start, last)| {
        let end = start + last.len();
        let (until, after) = part.split_at_checked(end)?;
        let (name, ward) = names.iter().find(|(name, _)| until.ends_with(*name))?;
        let before = until.strip_suffix(*name)?;
        let is_name = stands_alone(before, city, names) && !continues(after);
        is_name.then(|| Mention {
            ward: *ward,
            span: span.part(before.len()..end),
            severity: severity(after, plain),
        })
    })
}

/// 区 for the wards of a city; looking for one character finds all names in one pass.
fn last_characters<'a>(names: &[(&'a str, WardIndex)]) -> Vec<&'a str> {
    let last = names.iter().filter_map(|(name, _)| {
        let (start, _) = name.char_indices().next_back()?;
        name.get(start..)
    });
    let mut last: Vec<&str> = last.collect();
    last.sort_unstable();
    last.dedup();
    last
}

fn severity(after: &str, plain: Severity) -> Severity {
    let begins = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
    match (begins(&HALLS), begins(&OFFICES)) {
        (true, _) => Severity::Warning,
        (false, true) => Severity::Error,
        (false, false) => plain,
    }
}

/// Whether a name begins here: 堺市北区, 東京都港区 and 関西区域 name no ward of this city, 大阪市北区 does.
fn stands_alone(before: &str, city: &str, names: &[(&str, WardIndex)]) -> bool {
    let short = city.strip_suffix('市').unwrap_or(city);
    let follows_city = before.ends_with(city) || before.ends_with(short);
    let follows_ward = || names.iter().any(|(name, _)| before.ends_with(*name));
    let last = before.chars().next_back();
    // 5日北区役所, 14時西区民センター: a kanji that ends a date or a time does not begin a name.
    let is_open = last.is_none_or(|last| !is_kanji(last) || "日時分".contains(last));
    is_open || follows_city || follows_ward()
}

/// Whether a longer word goes on: 東北区画, 関西区域, 港区間.
fn continues(after: &str) -> bool {
    after.starts_with(['画', '域', '間', '分', '別', '割', '切'])
}

fn is_kanji(character: char) -> bool {
    matches!(character, '一'..='鿿' | '㐀'..='䶿' | '豈'..='﫿' | '々')
}

/// Whether the name stands in a link to a page of that ward, or to another site.
fn is_meant(document: &Document, site: &Site, mention: &Mention) -> bool {
    let around =
        |link: &Link| link.span.start <= mention.span.start && mention.span.end <= link.span.end;
    let mut links = document.body.links.iter().zip(&document.targets);
    links.any(|(link, target)| around(link) && leads_to(target, site, mention.ward))
}

fn leads_to(target: &Target, site: &Site, ward: WardIndex) -> bool {
    let place = Place::Ward(ward);
    match target {
        Target::External(_) => true,
        Target::Document { document, .. } | Target::File { document, .. } => {
            let document = site.documents.get(document.0 as usize);
            document.is_some_and(|document| document.place == place)
        }
        Target::Page { address, .. } => {
            let top = site.top_address(place);
            address.as_str().starts_with(top.as_str())
        }
        Target::Reach(_)
        | Target::Here { .. }
        | Target::Attachment(_)
        | Target::Unpublished(_)
        | Target::Forbidden
        | Target::Broken => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::{KITA, Sample};
    use crate::diag::Severity;
    use crate::model::address::Address;
    use crate::model::document::Target;
    use crate::model::ward::Place;

    fn in_document(place: Place, text: &str) -> Vec<(String, Severity)> {
        let mut sample = Sample::new();
        sample.add_in(place, "lectures/2026-11-01-acp", text, |draft| {
            if text.contains("会場: ") {
                let venue = text.lines().nth(1).and_then(|line| line.get(8..));
                draft.document.facets.venue = venue.map(|venue| draft.words(venue));
            }
        });
        let found = sample.found(Rule::Document(super::check)).into_iter();
        let found = found.map(|found| (sample.characters(&found.at), found.severity));
        found.collect()
    }

    fn severities(text: &str) -> Vec<Severity> {
        let found = in_document(KITA, text).into_iter();
        found.map(|(_, severity)| severity).collect()
    }

    fn in_text(sentence: &str) -> Vec<Severity> {
        severities(&format!("題名\n{sentence}\n"))
    }

    #[test]
    fn a_title_or_an_office_of_another_ward_is_an_error() {
        assert_eq!(severities("西区の講演会"), [Severity::Error]);
        let hall = severities("西区民センターの講演会");
        assert_eq!(hall, [Severity::Warning]);
        for office in ["西区役所", "西区保健福祉センター", "西区の相談支援室"]
        {
            assert_eq!(in_text(office), [Severity::Error], "{office}");
        }
    }

    #[test]
    fn a_hall_or_a_plain_name_is_a_warning_once_for_each_ward() {
        assert_eq!(in_text("会場は西区民センターです"), [Severity::Warning]);
        assert_eq!(in_text("西区と、となりの西区"), [Severity::Warning]);
        let venue = "題名\n会場: 西区役所附設会館";
        assert_eq!(severities(venue), [Severity::Warning]);
        assert_eq!(in_text("西区の方は西区役所へ"), [Severity::Error]);
    }

    #[test]
    fn longer_words_and_other_cities_are_no_names_of_wards() {
        for sentence in [
            "堺市西区",
            "福岡県福岡市西区",
            "関西区域",
            "西区画整理",
            "北区役所",
            "東京都西区",
        ] {
            assert!(in_text(sentence).is_empty(), "{sentence}");
        }
    }

    #[test]
    fn names_behind_the_own_city_a_date_or_another_ward_count() {
        for sentence in ["大阪市西区", "大阪西区", "北区西区", "12月5日西区で"] {
            assert_eq!(in_text(sentence), [Severity::Warning], "{sentence}");
        }
    }

    #[test]
    fn documents_of_the_city_may_name_every_ward() {
        assert!(in_document(Place::City, "西区の講演会").is_empty());
    }

    #[test]
    fn a_link_to_a_page_of_that_ward_is_meant() {
        let marked = |address: Address| {
            let mut sample = Sample::new();
            let text = "題名\n[西区役所の案内](/nishi/)";
            sample.add("guides/start", text, |draft| {
                let anchor = None;
                let target = Target::Page { address, anchor };
                draft.link("[西区役所の案内](/nishi/)", target);
            });
            sample.marked(Rule::Document(super::check))
        };
        assert!(marked(Address::page(&["nishi"])).is_empty());
        assert_eq!(marked(Address::page(&["kita"])), ["西区"]);
    }
}
