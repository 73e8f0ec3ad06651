//! `REGISTERS` and `COLUMNS`: the lists of institutions that wards keep as tables, and what their columns are. One row adds one.

use std::ops::Deref;

use unicode_normalization::UnicodeNormalization;

use crate::text::japanese::squeezed;

/// One row of `REGISTERS`.
#[derive(Debug)]
pub struct RegisterRow {
    /// The name of the file, the part of the address and the name of the open data.
    pub id: &'static str,
    pub label: &'static str,
    /// One sentence above the list.
    pub intro: &'static str,
    /// What one row is: `医療機関`.
    pub unit: &'static str,
    /// Whether the yearly report counts its rows, so that a count stands where the names are not known.
    pub is_counted: bool,
}

/// All registers.
pub const REGISTERS: &[RegisterRow] = &[
    RegisterRow {
        id: "hospitals",
        label: "積極的医療機関",
        intro: "在宅療養の支援、入退院の支援、急変時の対応、看取りに積極的に取り組む医療機関です。",
        unit: "医療機関",
        is_counted: true,
    },
    RegisterRow {
        id: "resources",
        label: "医療・介護・福祉資源",
        intro: "在宅での療養を支える医療、介護、福祉の窓口と事業所です。",
        unit: "施設・事業所",
        is_counted: false,
    },
];

/// A row of `REGISTERS`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Register(u8);

impl Register {
    /// All registers, in the order of `REGISTERS`.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + Clone {
        (0..REGISTERS.len() as u8).map(Self)
    }

    /// The register with this name of a file.
    pub fn with_id(id: &str) -> Option<Self> {
        Self::all().find(|register| register.id == id)
    }

    pub fn row(self) -> &'static RegisterRow {
        &REGISTERS[usize::from(self.0)]
    }
}

impl Deref for Register {
    type Target = RegisterRow;

    fn deref(&self) -> &RegisterRow {
        self.row()
    }
}

/// The columns of registers that mean something to this program; others are kept as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    Name,
    Reading,
    Category,
    Postcode,
    Prefecture,
    City,
    Town,
    Lot,
    Address,
    Building,
    Latitude,
    Longitude,
    Phone,
    Extension,
    Fax,
    Email,
    Url,
    Subjects,
    Beds,
    Capacity,
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
    Holiday,
    OpenDays,
    OpensAt,
    ClosesAt,
    HoursNote,
    AfterHours,
    HomeVisit,
    DailyCare,
    Discharge,
    Emergency,
    EndOfLife,
    Consent,
    Note,
    Remarks,
    InstitutionCode,
    NaviId,
    ProviderNumber,
    CorporateNumber,
    CorporateName,
    Confirmed,
    Sample,
}

/// One row of `COLUMNS`.
#[derive(Debug)]
pub struct ColumnRow {
    pub column: Column,
    /// The heading this program writes.
    pub label: &'static str,
    /// Other headings for it, of both generations of the standard data sets, 医療情報ネット and common sheets.
    pub aliases: &'static [&'static str],
    /// A value in house style.
    pub example: &'static str,
    /// One sentence for templates and messages.
    pub help: &'static str,
}

macro_rules! row {
    ($column:ident, $label:literal, [$($alias:literal),*], $example:literal, $help:literal) => {
        ColumnRow {
            column: Column::$column,
            label: $label,
            aliases: &[$($alias),*],
            example: $example,
            help: $help,
        }
    };
}

/// All columns, in the order in which templates have them.
#[rustfmt::skip]
pub const COLUMNS: &[ColumnRow] = &[
    row!(Name, "名称", ["施設名", "施設名称", "医療機関名", "医療機関名称", "病院名", "事業所名", "事業所名称", "介護サービス事業所名称", "正式名称", "名前", "name"], "見本クリニック", "正式な名前です。この欄だけは必ず書きます。"),
    row!(Reading, "名称_カナ", ["名称（カナ）", "フリガナ", "ふりがな", "読み", "よみ", "カナ", "施設名かな", "介護サービス事業所名称_カナ", "正式名称（フリガナ）", "名称カナ", "施設名カナ"], "ミホンクリニック", "名前の読みを、かたかなで書きます。"),
    row!(Category, "種別", ["種類", "区分", "医療機関の種類", "施設種別", "施設の種類", "実施サービス", "サービスの種類", "サービス種別", "機関区分", "小分類", "alternativeName"], "診療所", "病院、診療所、歯科、薬局、訪問看護などを選びます。"),
    row!(Postcode, "郵便番号", ["〒", "郵便"], "530-0000", "7桁の郵便番号です。"),
    row!(Prefecture, "都道府県", ["所在地_都道府県", "都道府県名", "pref"], "大阪府", "住所の都道府県です。"),
    row!(City, "市区町村", ["所在地_市区町村", "市区町村名", "city"], "大阪市北区", "住所の市と区です。"),
    row!(Town, "町字", ["所在地_町字"], "見本1丁目", "住所の町の名前です。"),
    row!(Lot, "番地以下", ["所在地_番地以下"], "1番1号", "住所の番地です。"),
    row!(Address, "住所", ["所在地", "所在地_連結表記", "所在地（連結表記）", "施設住所", "address"], "大阪市北区見本1丁目1番1号", "建物の名前より前までの住所です。"),
    row!(Building, "方書", ["建物名", "建物名等（方書）", "建物名等(方書)", "方書（ビル名等）", "所在地_建物名等（方書）"], "見本ビル2階", "建物の名前と階です。"),
    row!(Latitude, "緯度", ["所在地座標（緯度）", "latitude", "lat", "Y", "所在地_緯度"], "34.7055", "地図の位置の緯度です。"),
    row!(Longitude, "経度", ["所在地座標（経度）", "longitude", "lng", "lon", "X", "所在地_経度"], "135.4983", "地図の位置の経度です。"),
    row!(Phone, "電話番号", ["電話", "TEL", "Tel", "℡", "連絡先電話番号", "代表電話", "telephone number", "telephone"], "06-0000-0101", "市外局番から、ハイフンで区切って書きます。"),
    row!(Extension, "内線番号", ["内線"], "123", "内線の番号です。"),
    row!(Fax, "FAX番号", ["FAX", "ファクス", "ファックス", "ファクス番号", "ファックス番号"], "06-0000-0102", "市外局番から、ハイフンで区切って書きます。"),
    row!(Email, "連絡先メールアドレス", ["メール", "メールアドレス", "E-mail", "Eメール"], "mihon@example.jp", "公開してよいメールアドレスです。"),
    row!(Url, "URL", ["ホームページ", "ホームページアドレス", "案内用ホームページアドレス", "HP", "ウェブサイト", "サイト"], "https://example.jp/", "ホームページのアドレスです。"),
    row!(Subjects, "診療科目", ["診療科", "標榜科目", "medicalSubjects"], "内科;外科", "いくつもあるときは「;」で区切ります。"),
    row!(Beds, "病床数", ["許可病床数", "病床", "numberOfBeds"], "20", "ベッドの数です。"),
    row!(Capacity, "定員", ["利用定員", "入所定員"], "30", "利用できる人の数です。"),
    row!(Monday, "月曜日", ["月", "月曜"], "9:00-12:00;17:00-19:00", "開いている時間です。休みの日は「休」と書きます。"),
    row!(Tuesday, "火曜日", ["火", "火曜"], "9:00-12:00;17:00-19:00", "開いている時間です。休みの日は「休」と書きます。"),
    row!(Wednesday, "水曜日", ["水", "水曜"], "9:00-12:00;17:00-19:00", "開いている時間です。休みの日は「休」と書きます。"),
    row!(Thursday, "木曜日", ["木", "木曜"], "9:00-12:00", "開いている時間です。休みの日は「休」と書きます。"),
    row!(Friday, "金曜日", ["金", "金曜"], "9:00-12:00;17:00-19:00", "開いている時間です。休みの日は「休」と書きます。"),
    row!(Saturday, "土曜日", ["土", "土曜"], "9:00-12:00", "開いている時間です。休みの日は「休」と書きます。"),
    row!(Sunday, "日曜日", ["日", "日曜"], "休", "開いている時間です。休みの日は「休」と書きます。"),
    row!(Holiday, "祝日", ["祝", "休日"], "休", "祝日に開いている時間です。休みのときは「休」と書きます。"),
    row!(OpenDays, "診療曜日", ["利用可能曜日", "営業日", "営業曜日", "開所日", "診療日", "受付曜日"], "月火水木金", "曜日ごとの欄の代わりに、開いている曜日をまとめて書くときに使います。"),
    row!(OpensAt, "診療開始時間", ["開始時間", "開始時刻", "営業開始時間", "受付開始時間"], "09:00", "曜日をまとめて書くときの、開く時刻です。"),
    row!(ClosesAt, "診療終了時間", ["終了時間", "終了時刻", "営業終了時間", "受付終了時間"], "17:30", "曜日をまとめて書くときの、閉まる時刻です。"),
    row!(HoursNote, "診療日時特記事項", ["利用可能曜日特記事項", "利用可能日時特記事項", "営業時間", "開館時間", "診療時間", "受付時間"], "第3土曜日は休診", "開いている時間について、ほかに知らせることです。"),
    row!(AfterHours, "時間外における対応", ["時間外対応", "夜間・休日の対応", "夜間休日対応", "夜間・休日対応", "夜間対応"], "電話で対応", "夜間や休日にどう対応するかです。"),
    row!(HomeVisit, "訪問", ["訪問診療", "往診", "訪問対応", "訪問の有無", "在宅訪問"], "有", "自宅を訪問するかどうかを「有」「無」で書きます。"),
    row!(DailyCare, "日常の療養支援", ["日常療養支援"], "有", "この機能を担うときは「有」と書きます。"),
    row!(Discharge, "入退院支援", ["入退院の支援"], "有", "この機能を担うときは「有」と書きます。"),
    row!(Emergency, "急変時の対応", ["急変時対応", "急変時"], "有", "この機能を担うときは「有」と書きます。"),
    row!(EndOfLife, "看取り", ["看取", "看取りの対応"], "有", "この機能を担うときは「有」と書きます。"),
    row!(Consent, "内諾", ["内諾の有無", "拠点の内諾"], "有", "位置づけについて内諾を受けている段階のときは「有」と書きます。"),
    row!(Note, "注記", ["※", "注", "※印"], "", "一覧と年次報告に「※」を付けて示すことがらです。"),
    row!(Remarks, "備考", ["その他", "特記事項", "note"], "予約をお願いします", "ほかに知らせることです。"),
    row!(InstitutionCode, "医療機関コード", ["医療機関番号", "保険医療機関コード"], "2700000000", "10桁の番号です。"),
    row!(NaviId, "医療情報ネットID", ["医療情報ネット ID", "ナビイID", "施設ID"], "2710000000000", "医療情報ネット（ナビイ）の13桁の番号です。"),
    row!(ProviderNumber, "事業所番号", ["介護保険事業所番号", "指定事業所番号"], "2700000000", "介護保険などの事業所の番号です。"),
    row!(CorporateNumber, "法人番号", [], "", "13桁の法人番号です。"),
    row!(CorporateName, "法人の名称", ["法人名", "団体名", "運営法人", "設置者", "開設者"], "医療法人見本会", "運営する法人の名前です。"),
    row!(Confirmed, "確認日", ["最終確認日", "更新日", "データ更新日", "データ作成日", "時点"], "2026-10-01", "この行が正しいことを最後に確かめた日です。"),
    row!(Sample, "見本", ["サンプル"], "", "見本の行には「はい」と書きます。数えず、オープンデータにも入れません。"),
];

impl Column {
    pub fn row(self) -> &'static ColumnRow {
        let row = COLUMNS.iter().find(|row| row.column == self);
        row.expect("every column has a row, as a test shows")
    }

    /// The column with this heading, whatever its width, spaces and brackets.
    pub fn named(heading: &str) -> Option<Self> {
        let key = heading_key(heading);
        let row = COLUMNS.iter().find(|row| {
            let mut names = std::iter::once(&row.label).chain(row.aliases);
            names.any(|name| heading_key(name) == key)
        });
        row.map(|row| row.column)
    }
}

/// A heading without what people write in different ways: width, case, spaces, brackets.
pub fn heading_key(heading: &str) -> String {
    let wide: String = heading.nfkc().collect();
    squeezed(&wide)
        .chars()
        .filter(|sign| !"()[]「」【】_\"".contains(*sign))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{COLUMNS, Column, heading_key};

    #[test]
    fn no_two_columns_have_the_same_heading() {
        let mut seen = BTreeMap::new();
        for row in COLUMNS {
            for name in std::iter::once(&row.label).chain(row.aliases) {
                let earlier = seen.insert(heading_key(name), row.column);
                assert!(earlier.is_none_or(|column| column == row.column), "{name}");
            }
        }
    }

    #[test]
    fn a_heading_is_known_in_all_its_widths() {
        for (heading, column) in [
            ("名称", Column::Name),
            ("建物名等(方書)", Column::Building),
            ("ＦＡＸ番号", Column::Fax),
            ("医療機関ｺｰﾄﾞ", Column::InstitutionCode),
            ("名称（カナ）", Column::Reading),
            ("電話 番号", Column::Phone),
        ] {
            assert_eq!(Column::named(heading), Some(column), "{heading}");
        }
        assert_eq!(Column::named("駐車場"), None);
    }
}
