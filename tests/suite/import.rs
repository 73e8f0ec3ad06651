//! Tables of institutions put into registers: what comes of every row, and of the same table a second time.

use kairan::import::{Imported, Outcome, Request, Whose, import};
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
        register: Register::with_id("resources").expect("a register"),
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
