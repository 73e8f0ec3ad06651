//! Lists of events whose cells are spoilt at random: every row is accounted for, and a list never keeps a site from being built.

use kairan::assemble::Wish;
use kairan::check;
use kairan::diag::Severity;
use kairan::import::{Request, Whose, import};
use kairan::model::date::Date;
use kairan::sheet::{Encoding, csv};
use kairan::source::{Source, Sources};
use proptest::prelude::prop;
use proptest::sample::select;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

use super::WARD;

const HEADINGS: [&str; 10] = [
    "№",
    "開催日",
    "開始時間",
    "終了時間",
    "行事名",
    "場所名称",
    "説明",
    "料金",
    "定員",
    "TEL",
];

/// What stands in real lists, and what programs and slips of the hand leave there.
const CELLS: &[&str] = &[
    "見本講演会",
    "見本会館\n2階",
    "8月5日（水）～8月16日（日）\n※10日（月）以外",
    "12月5日",
    "2026/12/5",
    "46363",
    "～9月25日(金)まで",
    "毎月第2火曜日 14時から15時まで",
    "随時",
    "②14:00\n③18:30",
    "22：00\n※日曜は17：00まで",
    "0.645833",
    "24:00",
    "25:00",
    "-",
    "",
    "無料",
    "一般300円、大学生150円",
    "申込先着\n20人",
    "各回14組（1組2名まで）",
    "06-0000-0101（内線9）",
    "06−0000−0101",
    "ｱｲｳﾊﾝｶｸ",
    "２０名",
    "①一つ目\n②二つ目",
    "か\u{3099}",
    "\u{feff}",
    "---",
    "題名: 見本",
    "**",
    "# 見出し",
    "- 一つ",
    "[ちらし](chirashi.pdf)",
    "[x](file:///c:/a.pdf)",
    "<script>",
    "表：",
    "：",
    "\"",
    "（",
    "=1+1",
    "令和99年13月40日",
    "令和8年12月5日（月曜日）",
];

fn request() -> Request<'static> {
    Request {
        target: None,
        today: Date::from_iso("2026-11-22").expect("a day"),
        whose: Whose::Ward("kita"),
        sheet: None,
    }
}

fn sources(files: Vec<Source>) -> Sources {
    let settings = "title: 見本\nbase_url: https://example.jp/\nmunicipality: {name: 見本市, office: 見本市健康局}\ncontacts:\n  - {name: 見本市健康局, phone: 06-0000-0100}\nwards: [kita]\n";
    let site = [
        Source::text_file("content/site.yaml", settings),
        Source::text_file("content/wards/kita/ward.yaml", WARD),
    ];
    Sources::new(files.into_iter().chain(site), Vec::new())
}

#[test]
fn lists_of_any_cells_are_taken_without_an_error_and_once() {
    let row = prop::collection::vec(select(CELLS), HEADINGS.len());
    let rows = prop::collection::vec(row, 1..20);
    let mut runner = TestRunner::new(Config {
        cases: 64,
        failure_persistence: None,
        ..Config::default()
    });
    let run = runner.run(&rows, |rows| {
        let (bytes, lines) = table(rows);
        let first = import(&sources(Vec::new()), &bytes, &request())
            .map_err(|why| TestCaseError::fail(why.clone()))?;
        if first.rows.len() > lines || first.files.is_empty() {
            return Err(TestCaseError::fail(format!("{:?}", first.rows)));
        }
        let written = |file: &kairan::import::File| {
            let text = String::from_utf8_lossy(&file.after).into_owned();
            Source::text_file(&file.path, text)
        };
        let wish = Wish {
            today: request().today,
            base_url: None,
            unpublished: true,
        };
        let site = sources(first.files.iter().map(written).collect());
        let found = check(&site, &wish);
        let mut errors = found.iter().filter(|one| {
            let is_manuscript = site.path_of(&one.at).ends_with(".md");
            one.severity == Severity::Error && is_manuscript
        });
        if let Some(error) = errors.next() {
            return Err(TestCaseError::fail(format!("{error:?}")));
        }
        let second = import(&site, &bytes, &request()).map_err(TestCaseError::fail)?;
        match second.files.is_empty() {
            true => Ok(()),
            false => Err(TestCaseError::fail(format!("{:?}", second.files))),
        }
    });
    run.expect("every list is taken");
}

/// The bytes of a list and how many lines of data it has. Its first row is whole, so that it is known as a list.
fn table(rows: Vec<Vec<&'static str>>) -> (Vec<u8>, usize) {
    let first = [
        "1",
        "2026/12/5",
        "14:00",
        "15:00",
        "見本の催し",
        "見本会館",
        "見本です。",
        "無料",
        "20人",
        "06-0000-0101",
    ];
    let lines = rows.len() + 1;
    let rows = rows.into_iter().map(Vec::into_iter);
    let all = [HEADINGS, first].map(Vec::from).map(Vec::into_iter);
    (
        csv(all.into_iter().chain(rows), Encoding::Utf8).bytes,
        lines,
    )
}
