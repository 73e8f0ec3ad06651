//! Pages of registers: their parts, their pages of 200, their notes, and what is shown where there is only a number.

use std::collections::{BTreeMap, BTreeSet};

use crate::site::{Built, TestSite};

const KITA: &str = "content/wards/kita/hospitals.csv";
const NISHI: &str = "content/wards/nishi/hospitals.csv";
const RESOURCES: &str = "content/wards/kita/resources.csv";

/// The pieces of a page that stand between two pieces of markup.
fn between<'a>(page: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    let pieces = page.split(before).skip(1);
    pieces
        .filter_map(|piece| piece.split(after).next())
        .collect()
}

fn names(page: &str) -> Vec<&str> {
    between(page, "<h3 class=\"k-institution-list__name\">", "<")
}

/// What the links to parts of the list say and where they lead; the page itself has no need of one.
fn parts(page: &str) -> Vec<(&str, &str)> {
    let links = between(
        page,
        "<a class=\"k-register-filters__link\" href=\"",
        "<span",
    );
    let links = links.into_iter().filter_map(|link| link.split_once('>'));
    links
        .map(|(href, label)| (label, href.split('"').next().unwrap_or_default()))
        .collect()
}

fn below<'a>(built: &'a Built, folder: &str) -> Vec<&'a str> {
    let paths = built.paths().into_iter();
    let paths = paths.filter(|path| path.starts_with(folder) && path.ends_with("index.html"));
    paths.collect()
}

fn words(html: &str) -> String {
    let parts = html.split('<');
    let parts = parts.map(|part| part.split_once('>').map_or(part, |(_, words)| words));
    let text = parts.collect::<Vec<_>>().concat();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

const MIXED: &str = "名称,種別,急変時の対応,看取り,確認日\n\
    一病院,病院,有,有,2026-10-01\n\
    二医院,診療所,,有,2026-10-01\n\
    三医院,診療所,,有,2026-10-01\n\
    四医院,診療所,,,2026-10-01\n";

/// Nothing tells these apart but their names.
const ALIKE: &str = "名称,種別,看取り,確認日\n\
    五医院,診療所,有,2026-10-01\n\
    六医院,診療所,有,2026-10-01\n";

#[test]
fn what_tells_institutions_apart_has_pages_of_its_own_by_function_and_by_kind() {
    let built = TestSite::base()
        .with(KITA, MIXED)
        .with(NISHI, ALIKE)
        .build();
    let expected = ["clinics/", "emergency/", "end-of-life/", "hospitals/", ""];
    let expected = expected.map(|part| format!("kita/hospitals/{part}index.html"));
    assert_eq!(below(&built, "kita/hospitals/"), expected);
    assert_eq!(
        parts(&built.main("kita/hospitals/index.html")),
        [
            ("すべて", "/kita/hospitals/"),
            ("急変時の対応", "/kita/hospitals/emergency/"),
            ("看取り", "/kita/hospitals/end-of-life/"),
            ("病院", "/kita/hospitals/hospitals/"),
            ("診療所", "/kita/hospitals/clinics/"),
        ]
    );
    let page = built.main("kita/hospitals/end-of-life/index.html");
    assert_eq!(names(&page), ["一病院", "二医院", "三医院"]);
    assert!(
        page.contains("href=\"/kita/hospitals/end-of-life/\" aria-current=\"page\""),
        "{page}"
    );
    let all = built.main("hospitals/clinics/index.html");
    assert_eq!(
        names(&all),
        ["二医院", "三医院", "四医院", "五医院", "六医院"]
    );
}

#[test]
fn what_all_institutions_of_a_place_have_is_no_choice() {
    let built = TestSite::base()
        .with(KITA, MIXED)
        .with(NISHI, ALIKE)
        .build();
    assert_eq!(
        below(&built, "nishi/hospitals/"),
        ["nishi/hospitals/index.html"]
    );
    let page = built.main("nishi/hospitals/index.html");
    assert_eq!(names(&page), ["五医院", "六医院"]);
    assert_eq!(parts(&page), []);
    assert!(!page.contains("<fieldset"), "{page}");
}

#[test]
fn choices_stand_once_on_a_page_and_a_part_is_searched_by_words() {
    let built = TestSite::base().with(KITA, MIXED).build();
    let whole = built.main("kita/hospitals/index.html");
    let search = between(&whole, "<k-institution-search", "</k-institution-search>");
    let [search] = search[..] else {
        panic!("one search: {whole}");
    };
    // The script shows the form instead of the links beside it.
    assert!(search.contains("type=\"checkbox\" value=\"end-of-life\""));
    assert_eq!(parts(search), parts(&whole));
    assert!(search.contains("aria-label=\"このページの一覧から探す\" hidden>"));
    let part = built.main("kita/hospitals/clinics/index.html");
    let search = between(&part, "<k-institution-search", "</k-institution-search>");
    assert_eq!(search.len(), 1, "{part}");
    assert!(!search[0].contains("checkbox"), "{part}");
    assert_eq!(parts(search[0]), []);
    assert_eq!(parts(&part).len(), 5);
}

#[test]
fn a_page_shows_200_institutions_and_leads_to_the_next() {
    let rows = (1..=201).map(|number| {
        let kind = if number == 7 { "病院" } else { "薬局" };
        format!("第{number}号,{kind},06-0001-{number:04},2026-10-01\n")
    });
    let table = format!("名称,種別,電話番号,確認日\n{}", rows.collect::<String>());
    let built = TestSite::base().with(RESOURCES, &table).build();
    assert_eq!(
        below(&built, "kita/resources/"),
        [
            "kita/resources/2/index.html",
            "kita/resources/hospitals/index.html",
            "kita/resources/index.html",
            "kita/resources/pharmacies/index.html"
        ]
    );
    let first = built.main("kita/resources/index.html");
    let second = built.main("kita/resources/2/index.html");
    assert_eq!(names(&first).len(), 200);
    assert_eq!(names(&second), ["第201号"]);
    assert!(first.contains("href=\"/kita/resources/2/\""), "{first}");
    assert!(words(&second).contains("2ページ中の2ページ目"), "{second}");
    // A search would only look among a part; every part has a page.
    for page in [&first, &second] {
        assert!(!page.contains("<k-institution-search"));
        assert_eq!(parts(page).len(), 3);
    }
    let pharmacies = built.main("kita/resources/pharmacies/index.html");
    assert_eq!(names(&pharmacies).len(), 200);
    assert!(pharmacies.contains("<k-institution-search"));
}

const MARKED: &str = "名称,内諾,注記,確認日\n\
    一病院,有,,2026-10-01\n\
    二医院,,重症心身障がい児者の事業に登録,2026-10-01\n\
    三医院,有,重症心身障がい児者の事業に登録,2026-10-01\n";

#[test]
fn every_mark_leads_to_its_note_and_every_note_back_to_each_of_its_marks() {
    let built = TestSite::base().with(KITA, MARKED).build();
    let page = built.main("kita/hospitals/index.html");
    let marks = between(
        &page,
        "<sup class=\"k-footnote-ref\"><a id=\"",
        "\" aria-label",
    );
    let marks: BTreeMap<&str, &str> = marks
        .into_iter()
        .filter_map(|mark| mark.split_once("\" href=\"#"))
        .collect();
    let notes = between(
        &page,
        "<div class=\"k-register-notes__note\" id=\"",
        "</div>",
    );
    let mut led = BTreeMap::new();
    let mut said = Vec::new();
    for note in notes {
        let (id, text) = note.split_once("\">").expect("a note has an id");
        let backs = between(text, "<a class=\"k-register-notes__back\" href=\"#", "\"");
        led.extend(backs.into_iter().map(|back| (back, id)));
        said.push(words(text));
    }
    assert_eq!(led, marks);
    assert_eq!(marks.len(), 4, "{page}");
    assert_eq!(
        said,
        [
            "※1 位置づけについて、拠点の内諾を受けている段階です。 この注のあるもの：一病院三医院",
            "※2 重症心身障がい児者の事業に登録 この注のあるもの：二医院三医院",
        ]
    );
}

#[test]
fn a_place_leads_to_a_map_and_to_the_programs_of_the_reader() {
    let rows = "名称,緯度,経度,電話番号,確認日\n一病院,34.7054,135.51,06-0001-0001,2026-10-01\n二医院,,,,2026-10-01\n";
    let built = TestSite::base().with(KITA, rows).build();
    let page = built.main("kita/hospitals/index.html");
    let links = between(&page, "class=\"k-institution-list__link\" href=\"", "\"");
    assert_eq!(
        links,
        [
            "https://maps.gsi.go.jp/#17/34.7054/135.51/",
            "geo:34.7054,135.51"
        ]
    );
    let phones = between(&page, "class=\"k-institution-list__phone\" href=\"", "\"");
    assert_eq!(phones, ["tel:0600010001"]);
}

const REPORT: &str = "---\n題名: 令和8年度の報告\n時点: 令和8年10月1日\n積極的医療機関:\n  - 北区 4\n  - 西区 6（※1）\n注記:\n  - ※1 内諾を受けている医療機関を含みます。\n---\n本文です。\n";

#[test]
fn a_ward_of_which_only_the_number_is_known_says_the_number_with_its_note() {
    let built = TestSite::base()
        .with("content/city/reports/2026.md", REPORT)
        .build();
    let page = built.main("nishi/hospitals/index.html");
    let said = words(&page);
    for expected in [
        "西区の積極的医療機関は6か所※1です（令和8年10月1日現在）。名前は、このサイトでは公開していません。",
        "※1 内諾を受けている医療機関を含みます。 この注のあるもの：西区の数",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    let ids: BTreeSet<&str> = between(&page, " id=\"", "\"").into_iter().collect();
    for target in between(&page, "href=\"#k-note", "\"") {
        assert!(ids.contains(format!("k-note{target}").as_str()), "{page}");
    }
    assert_eq!(names(&page), Vec::<&str>::new());
    assert!(!page.contains("<k-institution-search"), "{page}");
    let unmarked = built.main("kita/hospitals/index.html");
    assert!(!unmarked.contains("※"), "{unmarked}");
    let city = words(&built.main("hospitals/index.html"));
    assert!(city.contains("見本市の2区に、合わせて10の"), "{city}");
    assert!(city.contains("西区 6か所※1"), "{city}");
    assert_eq!(below(&built, "nishi/resources/"), Vec::<&str>::new());
}

#[test]
fn names_take_the_place_of_a_number_and_samples_do_not() {
    let rows = "名称,確認日,見本\n見本病院,2026-10-01,はい\n";
    let site = TestSite::base().with("content/city/reports/2026.md", REPORT);
    let sample = site.clone().with(KITA, rows).build();
    let page = sample.file("kita/hospitals/index.html");
    let said = words(&page);
    assert_eq!(names(&page), ["見本病院"]);
    let chips = page.matches("class=\"k-institution-list__sample\">見本<");
    assert_eq!(chips.count(), 1, "{page}");
    for expected in [
        "北区の積極的医療機関は4か所です",
        "見本 と書かれたものは、書き方を示すための見本です。実在しません。",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    let city = words(&sample.main("hospitals/index.html"));
    assert!(city.contains("北区 4か所"), "{city}");

    let both = format!("{rows}一病院,2026-10-01,\n");
    let named = site.with(KITA, &both).build();
    let page = named.file("kita/hospitals/index.html");
    assert!(!words(&page).contains("公開していません"), "{page}");
    assert!(!page.contains("content=\"noindex\""));
    let city = words(&named.main("hospitals/index.html"));
    assert!(city.contains("北区 1か所"), "{city}");
}
