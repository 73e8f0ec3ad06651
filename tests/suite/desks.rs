//! 相談支援室: the page of all desks, and the desk on the page of its ward.

use crate::site::TestSite;

fn ward(name: &str, desk: &str) -> String {
    format!(
        "name: {name}\nreading: みほんく\noffice: {name}役所\ncontacts:\n  - {{name: {name}役所 保健福祉課, phone: 06-0000-0101}}\n{desk}"
    )
}

const DESK: &str = "desk:\n  name: 見本相談支援室\n  phone: 06-0000-0201\n  hours: 平日 9時から13時まで\n  coordinators: [ア 1人, ウ 2人]\n  asks: [退院するときの、在宅医療への引継ぎ]\n";

#[test]
fn desks_stand_beside_each_other_and_come_to_the_bands_of_the_report() {
    let short = "desk:\n  name: 西の相談支援室\n  phone: 06-0000-0202\n  hours: 月・水曜日 10時から12時まで\n";
    let built = TestSite::base()
        .with("content/wards/kita/ward.yaml", &ward("北区", DESK))
        .with("content/wards/nishi/ward.yaml", &ward("西区", short))
        .build();
    let page = built.main("desks/index.html");
    let words = |html: &str| {
        let parts = html
            .split('<')
            .map(|part| part.split_once('>').map_or(part, |(_, words)| words));
        parts
            .collect::<Vec<_>>()
            .concat()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let said = words(&page);
    for expected in [
        "週20時間以上 1区",
        "週10時間から19時間まで 0区",
        "週1時間から9時間まで 1区",
        "（ア）保健師、看護師など 1人",
        "（ウ）介護支援専門員など 2人",
        "月・水曜日 10時から12時まで週4時間",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    assert!(page.contains("href=\"tel:0600000201\""), "{page}");
    let own = words(&built.main("kita/index.html"));
    assert!(own.contains("合わせて週20時間です"), "{own}");
    assert!(own.contains("退院するときの、在宅医療への引継ぎ"), "{own}");
}

#[test]
fn a_ward_without_a_desk_is_named_and_a_site_without_any_has_no_such_page() {
    let one = TestSite::base()
        .with("content/wards/kita/ward.yaml", &ward("北区", DESK))
        .with("content/wards/nishi/ward.yaml", &ward("西区", ""));
    let page = one.build().main("desks/index.html");
    assert!(
        page.contains("<a class=\"k-link-list__link\" href=\"/nishi/\">西区</a>"),
        "{page}"
    );
    let none = one
        .with("content/wards/kita/ward.yaml", &ward("北区", ""))
        .build();
    assert!(!none.paths().contains(&"desks/index.html"));
    assert!(!none.file("index.html").contains("/desks/"));
}
