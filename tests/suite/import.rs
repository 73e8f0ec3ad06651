//! Tables of institutions put into registers: what comes of every row, and of the same table a second time.

mod spoilt;

use kairan::import::{Change, Imported, Outcome, Request, Target, Whose, import};
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
        Outcome::Refused,
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

/// The lines of the register after a table has been put into it; a second time must change nothing.
fn register_after(table: &str, register: Option<&str>) -> Vec<String> {
    let register = register.map(|text| text.as_bytes().to_vec());
    let first = imported(table.as_bytes(), register.clone());
    let after = first.files.first().map(|file| file.after.clone());
    let after = after.or(register).expect("there is a register");
    let second = imported(table.as_bytes(), Some(after.clone()));
    assert!(second.files.is_empty(), "{:?}", second.files);
    let text = String::from_utf8(after).expect("it is UTF-8");
    let lines = text.trim_start_matches('\u{feff}').lines();
    lines.map(str::to_owned).collect()
}

#[test]
fn services_of_one_office_stay_apart_and_a_renamed_one_stays_itself() {
    let list = |name: &str, kind: &str| {
        format!("区,名称,種別,事業所番号,電話番号\n北区,{name},{kind},2700000001,06-0000-0101\n")
    };
    let first = register_after(&list("見本", "通所介護"), None).join("\n");
    let both = register_after(&list("見本", "訪問介護"), Some(&first)).join("\n");
    let renamed = register_after(&list("新見本", "通所介護"), Some(&both));
    let expected = [
        "名称,種別,電話番号,事業所番号,区",
        "新見本,通所介護,06-0000-0101,2700000001,北区",
        "見本,訪問介護,06-0000-0101,2700000001,北区",
    ];
    assert_eq!(renamed, expected);
}

#[test]
fn places_of_one_name_without_a_telephone_stay_apart() {
    let list = |lot: &str| {
        format!("区,名称,電話番号,住所,医療機関コード\n北区,憩いの家,,見本{lot},0000000000\n")
    };
    let first = register_after(&list("1"), None).join("\n");
    assert_eq!(register_after(&list("2"), Some(&first)).len(), 3);
}

#[test]
fn the_rest_of_a_register_keeps_its_addresses_and_its_notes() {
    let kept = "西の名簿\n名称,電話番号,都道府県,市区町村,備考\n見本一,06-0000-0101,大阪府,北区1,手書き\n見本二,,大阪府,北区2,\n※ 注です\n";
    let list =
        "区,名称,電話番号,住所\n北区,見本一,06-0000-0101,北区1番\n北区,見本三,06-0000-0103,北区3\n";
    let expected = [
        "西の名簿",
        "名称,電話番号,都道府県,市区町村,備考,区,住所",
        "見本一,06-0000-0101,大阪府,北区1,手書き,北区,北区1番",
        "見本二,,大阪府,北区2,,,大阪府北区2",
        "見本三,06-0000-0103,,,,北区,北区3",
        "※ 注です",
    ];
    let after = register_after(list, Some(kept));
    assert_eq!(after, expected);
    let parts = "区,名称,都道府県,市区町村\n北区,見本四,大阪府,北区4\n";
    let after = register_after(parts, Some(&after.join("\n")));
    assert_eq!(after[5], "見本四,,,,,北区,大阪府北区4");
}

#[test]
fn columns_of_one_heading_or_of_one_meaning_are_all_kept() {
    let twice = "区,名称,住所,駐車場,駐車場\n北区,見本,北区1,3台,有料\n";
    let expected = [
        "名称,住所,区,駐車場,駐車場（2）",
        "見本,北区1,北区,3台,有料",
    ];
    assert_eq!(register_after(twice, None), expected);
    let second = "区,名称,TEL,電話番号\n北区,見本,,06-0000-0102\n";
    let expected = ["名称,電話番号,区,電話番号", "見本,,北区,06-0000-0102"];
    assert_eq!(register_after(second, None), expected);
    let bare = "区,名称,電話番号\n北区,見本,\n";
    assert_eq!(
        register_after(bare, None),
        ["名称,電話番号,区", "見本,,北区"]
    );
}

#[test]
fn a_table_in_cp932_comes_to_the_same_register() {
    let (encoded, _, _) = encoding_rs::SHIFT_JIS.encode(TABLE);
    let after = |table: &[u8]| imported(table, None).files.remove(0).after;
    assert_eq!(after(&encoded), after(TABLE.as_bytes()));
}

const EVENTS: &str = "№,区,イベント名,開始日,終了日,開始時間,終了時間,説明,料金（基本）,場所名称,連絡先電話番号,URL,駐車場,ほかの項目\r\n\
1,北区,見本講演会,2026/12/5,2026/12/5,14:00,0.645833,人生会議の話です。ほかに相談もあります。,無料,見本会館,06-0000-0101,https://example.jp/a,3台,託児：あり;手話：なし\r\n\
2,北区,見本展示,46363,46365,9:00,17:00,展示です。,無料,見本会館,,,\r\n\
3,北区,見本の会,8月5日（水）～8月16日（日）※10日以外,,10:00,,説明です。,10：00より整理券を配ります,見本会館,06-0000-0101（9999）,,\r\n\
4,,見本の催し,2026-12-06,,10:00,,説明です。,無料,見本会館,,,\r\n\
5,北区,見本の常設展,8月16日(日)まで,,10:00,,説明です。,無料,見本会館,,,\r\n\
6,北区,見本講演会,2026/12/5,,18:00,,夜の回です。,無料,見本会館,,,\r\n\
7,北区,,2026/12/5,,18:00,,説明です。,無料,見本会館,,,\r\n";

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
        Outcome::Repaired,
        Outcome::Person,
        Outcome::Person,
        Outcome::Repaired,
        Outcome::Refused,
    ];
    assert_eq!(outcomes, expected, "{:?}", first.rows);
    let new = first
        .rows
        .iter()
        .filter(|row| row.change == Some(Change::New));
    assert_eq!(new.count(), first.files.len());
    let text = |file: &kairan::import::File| String::from_utf8(file.after.clone()).expect("UTF-8");
    let texts: Vec<String> = first.files.iter().map(text).collect();
    let has = |words: &str| texts.iter().any(|text| text.contains(words));
    for words in [
        "題名: 見本講演会\n概要: 人生会議の話です。\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n",
        "日時: 令和8年12月7日（月曜日）から令和8年12月9日（水曜日）まで（9時から17時まで）\n",
        "ほかの項目:\n  - 託児：あり\n  - 手話：なし\n  - 駐車場：3台\n",
        "  - 令和8年8月5日（水曜日）から令和8年8月9日（日曜日）まで（10時から）\n  - 令和8年8月11日（火曜日）から",
        "費用: 主催者にお問い合わせください\n",
        "  - 費用：10：00より整理券を配ります\n",
        "日時: 令和8年12月5日（土曜日）18時から\n",
        "[案内のページ](<https://example.jp/a>)",
    ] {
        assert!(has(words), "{words}: {texts:?}");
    }
    let files = first.files.iter().zip(&texts);
    let written = files.map(|(file, text)| Source::text_file(&file.path, text.as_str()));
    let second = events(written.collect());
    assert!(second.files.is_empty(), "{:?}", second.files);
    let same = second
        .rows
        .iter()
        .filter(|row| row.change == Some(Change::None));
    assert_eq!(same.count(), first.files.len());
}
