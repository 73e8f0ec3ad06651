//! Flyers: they say what their pages say, on one page.

use kairan::model::address::OutputPath;
use kairan::model::date::Date;
use kairan::outputs::Make;
use kairan::source::FontFile;

use crate::printing::{contents, japanese, squeezed};
use crate::site::{Built, TestSite};

const PATH: &str = "content/wards/kita/lectures/2026-11-01-acp.md";
pub const FOLDER: &str = "kita/lectures/2026-11-01-acp";

/// What the page and the flyer of a lecture both have to say.
const FACTS: &[(&str, &str)] = &[
    ("題名", "講演会「人生会議をはじめてみませんか」"),
    ("概要", "医師と看護師がやさしくお話しします。"),
    ("日時", "令和8年12月5日（土曜日）14時から15時30分まで"),
    ("開場", "13時30分"),
    ("会場", "見本区民センター 2階 大会議室"),
    ("住所", "大阪市見本区見本1丁目1番1号"),
    ("交通", "見本駅から南へ歩いて5分"),
    ("オンライン", "Zoom"),
    ("対象", "区内にお住まいの方"),
    ("定員", "50人（先着順）"),
    ("費用", "500円（資料代）"),
    ("申込", "必要"),
    ("申込方法", "電話またはファクス"),
    ("申込先", "見本区役所 保健福祉課"),
    ("申込フォーム", "https://example.jp/form"),
    ("申込開始", "令和8年11月2日（月曜日）9時"),
    ("申込締切", "令和8年11月30日（月曜日）17時"),
    ("講師", "見本 太郎（見本病院 医師）"),
    ("プログラム", "14時 開会"),
    ("持ち物", "筆記用具"),
    ("配慮", "手話通訳"),
    ("ほかの項目", "駐車場：3台"),
    ("主催", "見本区役所"),
    ("共催", "見本区医師会"),
    ("後援", "見本区社会福祉協議会"),
    ("問い合わせ先", "北区役所 講演会の受付"),
    ("電話", "06-0000-0103"),
    ("ファクス", "06-0000-0104"),
    ("メール", "mihon@example.jp"),
    ("見本", "はい"),
];

fn lecture(more: &[(&str, &str)]) -> String {
    let fields = FACTS.iter().chain(more);
    let lines: String = fields
        .map(|(key, value)| format!("{key}: {value}\n"))
        .collect();
    format!("---\n{lines}---\nもしものときの医療やケアについてのお話です。\n")
}

/// The site with one lecture, on a computer with a Japanese font.
pub fn printed(text: &str) -> Built {
    TestSite::base()
        .with(PATH, text)
        .with_fonts(japanese())
        .build()
}

/// The words of a page, without its tags.
fn words(html: &str) -> String {
    let mut words = String::new();
    for part in html.split('<') {
        words.push_str(part.split_once('>').map_or(part, |(_, words)| words));
    }
    squeezed(&words)
}

#[test]
fn every_fact_of_the_page_is_on_the_flyer_and_the_reverse() {
    let built = printed(&lecture(&[]));
    let flyer = contents(built.bytes(&format!("{FOLDER}/flyer.pdf")));
    let (paper, page) = (
        squeezed(&flyer.text),
        words(&built.main(&format!("{FOLDER}/index.html"))),
    );
    for (key, value) in FACTS.iter().filter(|(key, _)| *key != "見本") {
        for part in value.split('：') {
            assert!(
                paper.contains(&squeezed(part)),
                "{key} is not on paper:\n{}",
                flyer.text
            );
            assert!(page.contains(&squeezed(part)), "{key} is not on the page");
        }
    }
    assert!(paper.contains("見本"), "the mark of a sample");
    let address = format!("https://kairan.example.jp/{FOLDER}/");
    let known = ["見本市北区　講演会　見本", "問い合わせ先", "くわしい内容"];
    for line in flyer.text.lines().map(squeezed) {
        let told = known.iter().any(|words| squeezed(words).contains(&line));
        // Addresses are torn where lines end.
        let is_address = squeezed(&address).contains(line.trim_start_matches("くわしい内容"));
        let mut parts = line
            .split(['・', '：', ':'])
            .filter(|part| !part.is_empty());
        let is_on_page = parts.all(|part| page.contains(part));
        assert!(
            told || is_address || is_on_page,
            "「{line}」 is on the flyer only"
        );
    }
}

#[test]
fn a_flyer_is_one_tagged_page_with_its_language_title_and_fonts() {
    let built = printed(&lecture(&[]));
    let flyer = contents(built.bytes(&format!("{FOLDER}/flyer.pdf")));
    assert_eq!(flyer.pages, 1);
    assert!(flyer.tagged);
    assert_eq!(flyer.language.as_deref(), Some("ja-JP"));
    assert_eq!(flyer.title.as_deref(), Some(FACTS[0].1));
    assert_eq!((flyer.lost, flyer.loose_fonts.len()), (0, 0));
    let picture = built.bytes(&format!("{FOLDER}/flyer.png"));
    assert!(picture.starts_with(b"\x89PNG"));
    assert_eq!(
        &picture[16..24],
        [0, 0, 3, 125, 0, 0, 4, 239],
        "893 by 1,263 pixels"
    );
    let page = built.file(&format!("{FOLDER}/index.html"));
    assert!(page.contains("src=\"/kita/lectures/2026-11-01-acp/flyer.png\""));
    assert!(page.contains("href=\"/kita/lectures/2026-11-01-acp/flyer.pdf\""));
}

#[test]
fn the_same_manuscript_gives_the_same_bytes() {
    let text = lecture(&[]);
    let one = printed(&text);
    let other = printed(&text);
    for name in ["flyer.pdf", "flyer.png"] {
        let path = format!("{FOLDER}/{name}");
        assert!(one.bytes(&path) == other.bytes(&path), "{name}");
    }
}

#[test]
fn every_place_has_its_own_flyer_with_its_own_contact() {
    let text = lecture(&[("掲載する区", "すべて")]);
    let path = "content/city/lectures/2026-11-01-acp.md";
    let built = TestSite::base()
        .with(path, &text)
        .with_fonts(japanese())
        .build();
    let kita = contents(built.bytes("kita/lectures/2026-11-01-acp/flyer.pdf"));
    assert!(kita.text.contains("06-0000-0101"), "{}", kita.text);
    assert!(
        squeezed(&kita.text).contains("/kita/lectures/"),
        "{}",
        kita.text
    );
    let city = contents(built.bytes("lectures/2026-11-01-acp/flyer.pdf"));
    assert!(city.text.contains("06-0000-0103"), "{}", city.text);
}

#[test]
fn bytes_that_are_no_font_are_none() {
    let bytes = b"no font";
    let file = FontFile {
        bytes: bytes.as_slice().into(),
        digest: *blake3::hash(bytes).as_bytes(),
    };
    let built = TestSite::base()
        .with(PATH, &lecture(&[]))
        .with_fonts(vec![file])
        .build();
    assert!(built.codes.contains(&"font-missing"), "{}", built.said);
}

#[test]
fn whatever_can_be_handed_out_has_a_flyer() {
    let lecture = lecture(&[]);
    let leaflet = "---\n題名: 手洗いは五つの場面で\n---\n触れる前に洗います。\n";
    let names = ["lectures", "trainings", "events"].map(|kind| (kind, lecture.as_str()));
    let mut site = TestSite::base().with_fonts(japanese());
    for (kind, text) in names.into_iter().chain([("flyers", leaflet)]) {
        site = site.with(
            &format!("content/wards/kita/{kind}/2026-11-01-acp.md"),
            text,
        );
    }
    let built = site.build();
    for kind in ["lectures", "trainings", "events", "flyers"] {
        let path = format!("kita/{kind}/2026-11-01-acp/flyer.pdf");
        assert!(built.paths().contains(&path.as_str()), "{kind}");
    }
}

#[test]
fn no_flyer_is_made_where_none_is_wanted() {
    let flyer = format!("{FOLDER}/flyer.pdf");
    let without = printed(&lecture(&[("ちらし", "なし")]));
    assert!(!without.paths().contains(&flyer.as_str()));
    let notice =
        "---\n題名: 年末年始の窓口のお知らせ\n---\n12月29日から1月3日まで、窓口はお休みです。\n";
    let notices = TestSite::base()
        .with("content/wards/kita/notices/2026-11-01-nenmatsu.md", notice)
        .with_fonts(japanese())
        .build();
    assert!(
        notices
            .paths()
            .iter()
            .all(|path| !path.ends_with("flyer.pdf"))
    );
}

#[test]
fn a_leaflet_carries_its_text() {
    let text = "---\n題名: 手洗いは五つの場面で\n---\nはじめに読んでください。\n\n## 洗う場面\n\n1. 触れる前\n2. 触れた後\n\n表：道具\n\n| もの | 数 |\n| --- | --- |\n| 石けん | 1個 |\n\n｜手指《しゅし》の**消毒**もします。\n";
    let path = "content/wards/kita/flyers/2026-11-01-tearai.md";
    let built = TestSite::base()
        .with(path, text)
        .with_fonts(japanese())
        .build();
    let flyer = contents(built.bytes("kita/flyers/2026-11-01-tearai/flyer.pdf"));
    let paper = squeezed(&flyer.text);
    for words in [
        "はじめに読んでください",
        "洗う場面",
        "1.触れる前",
        "道具",
        "石けん",
        "手指(しゅし)の消毒もします",
    ] {
        assert!(paper.contains(words), "{words} is missing:\n{}", flyer.text);
    }
}

#[test]
fn a_flyer_that_is_too_long_says_by_how_many_lines() {
    let long =
        "会場では受付の順番を待っていただくことがありますので、時間に余裕を持ってお越しください。"
            .repeat(20);
    let built = printed(&lecture(&[
        ("ちらし", "標準"),
        ("状態", "延期"),
        ("状態の説明", &long),
    ]));
    let found = built.codes.iter().filter(|code| **code == "flyer-too-long");
    assert_eq!(found.count(), 1, "{}", built.said);
    assert!(built.said.contains("行ほど多すぎます"), "{}", built.said);
    let flyer = contents(built.bytes(&format!("{FOLDER}/flyer.pdf")));
    assert_eq!(flyer.pages, 2, "what does not fit is not lost");
    let mut over = TestSite::base()
        .with(PATH, &lecture(&[("状態", "延期"), ("状態の説明", &long)]))
        .with_fonts(japanese());
    over.request.wish.today = Date::from_iso("2026-12-06").expect("a day");
    let over = over.build();
    assert!(
        !over.codes.contains(&"flyer-too-long"),
        "nobody hands it out any more"
    );
    let large = printed(&lecture(&[("ちらし", "大きな文字")]));
    assert!(
        large.said.contains("「ちらし: 標準」にすると"),
        "{}",
        large.said
    );
}

#[test]
fn a_letter_that_the_typeface_lacks_is_named_and_marked() {
    // No font for Japanese has Egyptian hieroglyphs.
    let built = printed(&lecture(&[
        ("状態", "延期"),
        ("状態の説明", "\u{13000}さんの都合で延期します。"),
    ]));
    let said = "ちらしに印刷できない文字があります（「\u{13000}」）";
    assert!(built.said.contains(said), "{}", built.said);
    let flyer = contents(built.bytes(&format!("{FOLDER}/flyer.pdf")));
    assert!(
        squeezed(&flyer.text).contains("〓さんの都合で延期します"),
        "{}",
        flyer.text
    );
}

#[test]
fn a_form_to_send_by_fax_asks_for_what_is_needed() {
    let mut short: Vec<(&str, &str)> = FACTS[..3].to_vec();
    let kept = [
        "会場",
        "オンライン",
        "対象",
        "費用",
        "申込",
        "配慮",
        "問い合わせ先",
        "電話",
        "ファクス",
    ];
    short.extend(FACTS.iter().filter(|(key, _)| kept.contains(key)));
    short.push(("ちらし", "ファクス申込書"));
    let lines: String = short
        .iter()
        .map(|(key, value)| format!("{key}: {value}\n"))
        .collect();
    let built = printed(&format!("---\n{lines}---\nお話です。\n"));
    assert!(!built.codes.contains(&"flyer-too-long"), "{}", built.said);
    let flyer = contents(built.bytes(&format!("{FOLDER}/flyer.pdf")));
    assert_eq!(flyer.pages, 1);
    let paper = squeezed(&flyer.text);
    for words in [
        "ファクス申込書",
        "送り先ファクス06-0000-0104",
        "お名前(ふりがな)",
        "□会場",
        "□オンライン",
        "□手話通訳",
    ] {
        assert!(paper.contains(words), "{words} is missing:\n{}", flyer.text);
    }
}

#[test]
fn without_a_font_nothing_is_printed_and_one_warning_says_why() {
    let built = TestSite::base()
        .with(PATH, &lecture(&[]))
        .with_fonts(Vec::new())
        .build();
    let found: Vec<_> = built
        .codes
        .iter()
        .filter(|code| **code == "font-missing")
        .collect();
    assert_eq!(found.len(), 1, "{}", built.said);
    assert!(
        built
            .paths()
            .iter()
            .all(|path| !path.ends_with("flyer.pdf"))
    );
    let page = built.file(&format!("{FOLDER}/index.html"));
    assert!(!page.contains("flyer.p"));
}

#[test]
fn faults_of_a_sheet_are_named_with_their_file_and_line() {
    let sheet = "themes/standard/print/flyer.typ";
    let site = TestSite::base()
        .with(PATH, &lecture(&[]))
        .with_fonts(japanese());
    let broken = site.clone().with(sheet, "= 題\n#let a = (1,\n").build();
    assert!(broken.codes.contains(&"theme-template"), "{}", broken.said);
    assert!(
        broken.said.contains(&format!("{sheet}:2:")),
        "{}",
        broken.said
    );
    let failing = site.with(sheet, "= 題\n#none.at(3)\n").build();
    let plan = failing
        .plan
        .expect("what only fails while it is set does not keep others from being planned");
    let path = OutputPath::new(&format!("{FOLDER}/flyer.pdf")).expect("a safe path");
    let Make::Bytes(make) = &plan.jobs[&path].make else {
        panic!("a flyer is made and not copied");
    };
    let said = make().expect_err("there is nothing at 3");
    assert!(said.contains("print/flyer.typ の2行目"), "{said}");
}
