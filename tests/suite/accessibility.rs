//! What the site says of its own accessibility, the draft of the record of a test, and the address every page carries on paper.

use std::collections::BTreeSet;

use kairan::audit;
use kairan::audit::Choice;

use crate::site::TestSite;

const PAGE: &str = "accessibility/index.html";

const SETTINGS: &str = "accessibility:\n  goal: 準拠\n  deadline: 令和10年3月31日\n  issues:\n    - 古い添付ファイル\n    - 動画の字幕\n";

fn report(site: &TestSite, choice: Choice) -> String {
    let (diagnostics, report) = audit(&site.sources(), &site.request.wish, choice);
    let report = report.unwrap_or_else(|| panic!("there are errors: {diagnostics:?}"));
    report.expect("every page can be made")
}

const USUAL: Choice = Choice { pages: 40, seed: 1 };

#[test]
fn the_policy_promises_nothing_that_nobody_decided() {
    let page = TestSite::base().build().main(PAGE);
    assert_eq!(page.matches("まだ決めていません。").count(), 2, "{page}");
    assert!(page.contains("JIS X 8341-3:2016のレベルAA"), "{page}");
    assert!(!page.contains("準拠"), "{page}");
}

#[test]
fn the_policy_says_what_the_settings_say() {
    let page = TestSite::base().with_settings(SETTINGS).build().main(PAGE);
    for words in ["準拠", "令和10年3月31日", "古い添付ファイル", "動画の字幕"] {
        assert!(
            page.contains(&format!("<dd>{words}</dd>")),
            "{words}: {page}"
        );
    }
}

#[test]
fn slips_in_the_settings_of_the_policy_are_named() {
    let built = TestSite::base()
        .with_settings("accessibility: {level: AAAA, goal: 完全準拠, dedline: 今年度}\n")
        .build();
    let codes: BTreeSet<&str> = built.codes.iter().copied().collect();
    assert_eq!(
        codes,
        BTreeSet::from(["setting-invalid", "setting-unknown"]),
        "{}",
        built.said
    );
    assert_eq!(built.codes.len(), 3, "{}", built.said);
}

#[test]
fn the_report_fills_in_the_table_and_leaves_the_judgement_to_people() {
    let html = report(&TestSite::base(), USUAL);
    assert_eq!(html.matches("<tr><th scope=\"row\">").count(), 38);
    assert!(html.contains("2.4.2 ページタイトル"));
    assert!(html.contains("機械の検査では問題は見つかりませんでした"));
    assert!(html.contains("適用なし（機械の判定）"));
    assert!(
        !html.contains("件見つかりました"),
        "the standard theme has no such fault: {html}"
    );
}

#[test]
fn the_report_never_says_that_the_site_meets_the_standard() {
    for site in [TestSite::base(), TestSite::base().with_settings(SETTINGS)] {
        let html = report(&site, USUAL);
        assert!(!html.contains("準拠"), "{html}");
        assert!(!html.contains("<td>適合"), "{html}");
    }
}

#[test]
fn the_report_has_one_page_of_every_template_and_is_the_same_for_a_seed() {
    let site = TestSite::base();
    let plan = site.build().plan.expect("the site is planned");
    let templates: BTreeSet<&str> = plan.jobs.values().filter_map(|job| job.template).collect();
    let html = report(&site, Choice { pages: 1, seed: 1 });
    let sample = html.split("<table>").next().unwrap_or_default();
    assert_eq!(sample.matches("<li><a href=").count(), templates.len());
    assert_eq!(html, report(&site, Choice { pages: 1, seed: 1 }));
    assert!(html.contains("/accessibility/\">"), "{html}");
}

#[test]
fn a_fault_of_the_theme_is_told_with_its_page() {
    let template = "themes/standard/templates/pages/words.html";
    let site = TestSite::base().with(
        template,
        "{% extends \"base.html\" %}{% block main %}<h1>用語</h1><h4>飛んだ</h4><img src=\"a.png\">{% endblock main %}",
    );
    let html = report(&site, USUAL);
    assert!(
        html.contains("/words/</a>: altのない画像があります（1か所）"),
        "{html}"
    );
    assert!(
        html.contains("見出し「飛んだ」の段階が飛んでいます"),
        "{html}"
    );
}

#[test]
fn a_page_of_a_ward_carries_its_own_address_on_paper_and_a_missing_page_none() {
    let built = TestSite::base().build();
    let guides = built
        .paths()
        .into_iter()
        .filter(|path| path.contains("/guides/") && path.ends_with(".html"));
    let mut copies = 0;
    for path in guides {
        let page = built.file(path);
        let own = path.trim_end_matches("index.html");
        assert!(
            page.contains(&format!(
                "{own}</span></p>\n<svg class=\"k-page-code__drawing\""
            )),
            "{path}"
        );
        let canonical =
            format!("<link rel=\"canonical\" href=\"https://kairan.example.jp/{own}\">");
        copies += usize::from(!page.contains(&canonical));
    }
    assert!(copies > 0, "the city's guide is in the wards too");
    assert!(!built.file("404.html").contains("k-page-code"));
}
