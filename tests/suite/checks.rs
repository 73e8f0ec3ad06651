//! The catalogue of checks holds what it says: every bad example is found where it is, and nothing is found in the good ones.

use kairan::checks::{CheckRow, Rule, Stage, rows};
use kairan::mend::mend;
use kairan::model::field::Field;
use kairan::model::kind::{Dating, Kind, Scope};
use kairan::pdf::{Contents, Inspection};

use crate::site::{Built, TestSite};

/// The front matter of an example that is only the text of a manuscript.
const FRONT_MATTER: &str = "---\n題名: お知らせの見本\n---\n";

/// The files beside every example, and their sizes in bytes.
const FILES: [(&str, u64); 12] = [
    ("chirashi.pdf", 557_000),
    ("chirashi-copy.pdf", 557_000),
    ("kaijo.jpg", 900_000),
    ("kiroku.csv", 2_000),
    ("map.png", 40_000),
    ("moushikomi.docx", 30_000),
    (
        "reiwa8nendo-zaitakuiryo-kensyukai-moushikomisyo.pdf",
        90_000,
    ),
    ("sasshi.pdf", 5_000_000),
    ("slides.pdf", 20_000_000),
    ("youshiki.docx", 30_000),
    ("youshiki.pdf", 90_000),
    ("yotei.xlsx", 30_000),
];

/// The PDF files beside every example that were looked into.
fn pdfs() -> Vec<(&'static str, Inspection)> {
    let good = || Contents {
        pages: 1,
        tagged: true,
        language: Some("ja-JP".into()),
        title: Some("講演会のちらし".into()),
        text: FLYER.into(),
        drawn: 200,
        ..Contents::default()
    };
    let with = |change: fn(&mut Contents)| {
        let mut contents = good();
        change(&mut contents);
        Inspection::Read(contents)
    };
    vec![
        ("yoi.pdf", with(|_| {})),
        ("tagu-nashi.pdf", with(|pdf| pdf.tagged = false)),
        ("gengo-nashi.pdf", with(|pdf| pdf.language = None)),
        ("daimei-nashi.pdf", with(|pdf| pdf.title = None)),
        (
            "word-daimei.pdf",
            with(|pdf| pdf.title = Some("Microsoft Word - ちらし2.docx".into())),
        ),
        (
            "scan.pdf",
            Inspection::Read(Contents {
                pages: 2,
                title: Some("古いちらし".into()),
                scanned: vec![1, 2],
                ..Contents::default()
            }),
        ),
        (
            "ichibu-scan.pdf",
            with(|pdf| (pdf.pages, pdf.scanned) = (5, vec![2, 3])),
        ),
        ("mojibake.pdf", with(|pdf| pdf.lost = 150)),
        (
            "font-nashi.pdf",
            with(|pdf| pdf.loose_fonts = vec!["MS-Mincho".into()]),
        ),
        ("kagi.pdf", Inspection::Locked { pages: None }),
        ("seigen.pdf", Inspection::Locked { pages: Some(2) }),
        ("kowareta.pdf", Inspection::Broken),
        (
            "denwa-chigai.pdf",
            with(|pdf| pdf.text = FLYER.replace("0101", "0199").into()),
        ),
        (
            "shiryou.pdf",
            with(|pdf| {
                pdf.text =
                    "平成30年3月14日（水）にガイドラインが改められました。令和8年10月1日(木)作成 電話 03-0000-0000\n".into()
            }),
        ),
    ]
}

/// What stands on a flyer.
const FLYER: &str = "講演会「人生会議」\n日時 令和8年12月5日(土)14時から15時30分まで\n会場 見本区民センター\n\
    申込締切 11月27日(金)\n問合せ 北区役所 保健福祉課 電話06-0000-0101\n";

fn site(example: &str) -> TestSite {
    let text = match example.starts_with("---") {
        true => example.to_owned(),
        false => format!("{FRONT_MATTER}{example}\n"),
    };
    let path = path(&text);
    let folder = path.trim_end_matches(".md");
    let site = TestSite::base().with(&path, &text);
    let site = FILES.iter().fold(site, |site, (name, bytes)| {
        site.with_file(&format!("{folder}/{name}"), *bytes)
    });
    let pdfs = pdfs().into_iter();
    pdfs.fold(site, |site, (name, inspection)| {
        site.with_pdf(&format!("{folder}/{name}"), 90_000, inspection)
    })
}

fn built(example: &str) -> Built {
    site(example).build()
}

/// Where an example lies: in 北区, in the folder of the first kind that takes all its fields.
fn path(text: &str) -> String {
    let lines = text.lines().skip(1).take_while(|line| *line != "---");
    let keys = lines.filter_map(|line| line.split_once(':'));
    let fields: Vec<Field> = keys.filter_map(|(key, _)| Field::named(key)).collect();
    let takes_all = |kind: &Kind| fields.iter().all(|field| kind.takes(*field));
    let mut kinds = Kind::all().filter(|kind| kind.scope == Scope::Everywhere);
    let (folder, dating) = kinds
        .find(takes_all)
        .map_or(("notices", Dating::Dated), |kind| (kind.id, kind.dating));
    let name = match dating {
        Dating::Dated => "2026-11-01-example",
        Dating::Undated | Dating::FiscalYear => "example",
    };
    format!("content/wards/kita/{folder}/{name}.md")
}

/// The rows whose examples stand for themselves: rules about what one manuscript says.
fn examples() -> impl Iterator<Item = &'static CheckRow> {
    rows().filter(|row| match row.finds {
        Stage::Checking(Rule::Passage(..) | Rule::Passages(..) | Rule::Writing(_)) => true,
        Stage::Checking(Rule::Document(_) | Rule::Site(_))
        | Stage::Reading
        | Stage::Parsing
        | Stage::Assembling
        | Stage::Theming
        | Stage::Printing => !row.bad.is_empty(),
    })
}

#[test]
fn every_bad_example_is_found() {
    for row in examples() {
        for example in row.bad {
            let built = built(example);
            let is_found = built.codes.contains(&row.code);
            assert!(is_found, "{} in {example:?}:\n{}", row.code, built.said);
        }
    }
}

#[test]
fn nothing_is_found_in_good_examples() {
    for row in examples() {
        for example in row.good {
            let built = built(example);
            let is_found = built.codes.contains(&row.code);
            assert!(!is_found, "{} in {example:?}:\n{}", row.code, built.said);
        }
    }
}

#[test]
fn a_row_that_promises_an_edit_gives_one() {
    for row in examples().filter(|row| !row.bad.is_empty()) {
        let gives = row
            .bad
            .iter()
            .any(|example| built(example).mended.contains(row.code));
        assert_eq!(gives, row.fixes, "{}", row.code);
    }
}

#[test]
fn mending_removes_what_it_promises_and_a_second_time_changes_nothing() {
    for row in examples().filter(|row| row.fixes) {
        for example in row
            .bad
            .iter()
            .filter(|example| built(example).mended.contains(row.code))
        {
            let site = site(example);
            let mut sources = site.sources();
            let first = mend(&mut sources, &site.request.wish);
            assert!(!first.changed.is_empty(), "{} in {example:?}", row.code);
            let after = &first.changed[0].after;
            let rest = first.left.iter().filter(|found| found.sure_fix().is_some());
            assert_eq!(rest.count(), 0, "{} in {example:?}: {after}", row.code);
            let second = mend(&mut sources, &site.request.wish);
            assert!(
                second.changed.is_empty(),
                "{} in {example:?}: {after}",
                row.code
            );
        }
    }
}
