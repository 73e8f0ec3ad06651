//! Tables of institutions put into registers: what comes of every row, and of the same table a second time.

use kairan::import::{Imported, Outcome, Request, Target, Whose, import};
use kairan::model::date::Date;
use kairan::model::register::Register;
use kairan::source::{Content, Source, Sources};

const WARD: &str = "name: 北区\nreading: きたく\ncode: \"271276\"\noffice: 北区役所\ncontacts:\n  - name: 北区役所\n    phone: 06-0000-0101\n";

const TABLE: &str = "一覧\r\n_id,名称,電話番号,緯度,経度,区,駐車場\r\n1,見本病院,9999−0101（代表）,135.4983,34.7055,大阪市北区,3台\r\n2,見本医院,-,999.0,999.0,27127,\r\n2,見本医院,-,999.0,999.0,27127,\r\n3,見本薬局,06-0000-0103,,,南区,\r\n4,,06-0000-0104,,,北区,\r\n※注\r\n";

fn imported(table: &[u8], register: Option<Vec<u8>>) -> Imported {
    let mut files = vec![Source::text_file("content/wards/kita/ward.yaml", WARD)];
    files.extend(register.map(|bytes| Source {
        path: "content/wards/kita/resources.csv".into(),
        content: Content::Table(bytes.into()),
    }));
    let request = Request {
        target: Register::with_id("resources").map(Target::Register),
        today: Date::from_iso("2026-11-22").expect("a day"),
        whose: Whose::Column("区"),
        sheet: None,
    };
    import(&Sources::new(files, Vec::new()), table, &request).expect("the table has headings")
}

#[test]
fn every_row_is_accounted_for_and_a_second_run_changes_nothing() {
    let first = imported(TABLE.as_bytes(), None);
    let outcomes: Vec<Outcome> = first.rows.iter().map(|row| row.outcome).collect();
    let expected = [
        Outcome::Repaired,
        Outcome::Repaired,
        Outcome::Refused,
        Outcome::Person,
        Outcome::Person,
    ];
    assert_eq!(outcomes, expected);
    let [file] = first.files.as_slice() else {
        panic!("{:?}", first.files);
    };
    let text = String::from_utf8(file.after.clone()).expect("it is UTF-8");
    for kept in ["06-9999-0101", "34.7055,135.4983", "駐車場", "3台"] {
        assert!(text.contains(kept), "{kept}: {text}");
    }
    let second = imported(TABLE.as_bytes(), Some(file.after.clone()));
    assert!(second.files.is_empty() && second.vanished.is_empty());
}

#[test]
fn a_table_in_cp932_comes_to_the_same_register() {
    let (encoded, _, _) = encoding_rs::SHIFT_JIS.encode(TABLE);
    let after = |table: &[u8]| imported(table, None).files.remove(0).after;
    assert_eq!(after(&encoded), after(TABLE.as_bytes()));
}

const EVENTS: &str = "№,区,イベント名,開始日,終了日,開始時間,終了時間,説明,料金（基本）,場所名称,連絡先電話番号,URL,駐車場\r\n\
1,北区,見本講演会,2026/12/5,2026/12/5,14:00,0.645833,人生会議の話です。ほかに相談もあります。,無料,見本会館,06-0000-0101,https://example.jp/a,3台\r\n\
2,北区,見本展示,46363,46365,9:00,17:00,展示です。,無料,見本会館,,,\r\n\
3,北区,見本の会,8月5日（水）～8月16日（日）※10日以外,,10:00,,説明です。,無料,見本会館,,,\r\n\
4,,見本の催し,2026-12-06,,10:00,,説明です。,無料,見本会館,,,\r\n";

fn events(files: Vec<Source>) -> Imported {
    let request = Request {
        target: None,
        today: Date::from_iso("2026-11-22").expect("a day"),
        whose: Whose::Column("区"),
        sheet: None,
    };
    let ward = Source::text_file("content/wards/kita/ward.yaml", WARD);
    let sources = Sources::new(files.into_iter().chain([ward]), Vec::new());
    import(&sources, EVENTS.as_bytes(), &request).expect("the table has headings")
}

#[test]
fn events_become_manuscripts_and_a_second_run_changes_nothing() {
    let first = events(Vec::new());
    let outcomes: Vec<Outcome> = first.rows.iter().map(|row| row.outcome).collect();
    let expected = [
        Outcome::Repaired,
        Outcome::Repaired,
        Outcome::Person,
        Outcome::Person,
    ];
    assert_eq!(outcomes, expected, "{:?}", first.rows);
    let text = |file: &kairan::import::File| String::from_utf8(file.after.clone()).expect("UTF-8");
    let texts: Vec<String> = first.files.iter().map(text).collect();
    let has = |words: &str| texts.iter().any(|text| text.contains(words));
    for words in [
        "題名: 見本講演会\n概要: 人生会議の話です。\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n",
        "日時: 令和8年12月7日（月曜日）から令和8年12月9日（水曜日）まで\n",
        "- 駐車場：3台",
        "<https://example.jp/a>",
    ] {
        assert!(has(words), "{words}: {texts:?}");
    }
    let files = first.files.iter().zip(&texts);
    let written = files.map(|(file, text)| Source::text_file(&file.path, text.as_str()));
    assert!(events(written.collect()).files.is_empty());
}
