//! Words of the glossary on finished pages: readings, links to explanations, and the switch that shows and hides readings.

use crate::site::TestSite;

const GUIDE: &str = "content/city/guides/oushin.md";
const SWITCH: &str = "<k-furigana";

fn guide(summary: &str, text: &str) -> String {
    format!("---\n題名: 家に来てもらう\n概要: {summary}\n確認日: 令和8年11月1日\n---\n{text}\n")
}

/// The address of the first explanation that `page` leads to.
fn explained(page: &str) -> &str {
    let link = page.split("<a class=\"k-term\" href=\"").nth(1);
    let href = link.and_then(|rest| rest.split('"').next());
    href.unwrap_or_else(|| panic!("no word is explained:\n{page}"))
}

#[test]
fn a_word_leads_to_its_explanation_on_every_page_that_shows_it() {
    let mut site = TestSite::base().with(GUIDE, &guide("家での医療です。", "往診を頼みます。"));
    for base in ["https://example.jp", "https://example.jp/sub/path"] {
        site.request.wish.base_url = kairan::model::settings::BaseUrl::new(base);
        let built = site.build();
        for page in ["guides/oushin/index.html", "kita/guides/oushin/index.html"] {
            let main = built.main(page);
            let href = explained(&main);
            let path = base.trim_start_matches("https://example.jp");
            let id = href.strip_prefix(&format!("{path}/words/#"));
            let id = id.unwrap_or_else(|| panic!("{href} is not in the glossary"));
            assert!(
                built
                    .main("words/index.html")
                    .contains(&format!("id=\"{id}\""))
            );
            assert!(main.contains("id=\"k-term-note\""), "{main}");
        }
    }
}

#[test]
fn the_summary_comes_before_the_text_and_cards_stay_words() {
    let site = TestSite::base().with(GUIDE, &guide("往診のお話です。", "往診を頼みます。"));
    let built = site.build();
    let main = built.main("guides/oushin/index.html");
    assert_eq!(main.matches("<rt>おうしん</rt>").count(), 1);
    let reading = main.find("おうしん").expect("it was counted");
    assert!(reading < main.find("頼みます").expect("the text is there"));
    let list = built.main("guides/index.html");
    assert!(list.contains("往診のお話です。") && !list.contains("おうしん"));
}

#[test]
fn the_welcome_of_a_ward_has_readings_too() {
    let welcome = "人生会議のお知らせです。\n";
    let built = TestSite::base()
        .with("content/wards/kita/welcome.md", welcome)
        .build();
    let main = built.main("kita/index.html");
    assert!(
        main.contains("<rt>じんせいかいぎ</rt>") && main.contains(SWITCH),
        "{main}"
    );
    assert!(!built.main("nishi/index.html").contains(SWITCH));
}

#[test]
fn only_a_page_with_readings_has_the_switch() {
    let built = TestSite::base()
        .with(
            GUIDE,
            &guide("家での医療です。", "医師が｜行《い》きます。"),
        )
        .with(
            "content/city/guides/tada.md",
            &guide("ただの話です。", "ACPです。"),
        )
        .build();
    let main = built.main("guides/oushin/index.html");
    assert_eq!(main.matches(SWITCH).count(), 1);
    assert!(main.find(SWITCH) < main.find("<ruby"));
    let main = built.main("guides/tada/index.html");
    assert!(
        !main.contains(SWITCH) && main.contains("class=\"k-term\""),
        "{main}"
    );
    assert!(!built.main("words/index.html").contains(SWITCH));
}

#[test]
fn the_glossary_leads_nowhere_and_defines_its_words() {
    let built = TestSite::base().build();
    let main = built.main("words/index.html");
    assert!(
        !main.contains("class=\"k-term\"") && !main.contains("<ruby"),
        "{main}"
    );
    assert!(
        main.contains("<dfn class=\"k-word__term\">往診</dfn>"),
        "{main}"
    );
}

#[test]
fn every_page_finds_the_script_below_the_address_of_the_site() {
    let mut site = TestSite::base();
    site.request.wish.base_url = kairan::model::settings::BaseUrl::new("https://example.jp/sub");
    let built = site.build();
    let scripts = built.paths();
    let scripts: Vec<&&str> = scripts
        .iter()
        .filter(|path| path.ends_with(".js"))
        .collect();
    let [script] = scripts.as_slice() else {
        panic!("one script is planned: {scripts:?}");
    };
    assert!(script.starts_with("assets/site."));
    let tag = format!("<script type=\"module\" src=\"/sub/{script}\"></script>");
    let page = built.file("kita/index.html");
    assert_eq!(page.matches("<script type=\"module\"").count(), 1);
    assert!(page.contains(&tag));
}
