//! 医療機関・施設・事業所: one row of a register, and the list of them that a ward keeps.

use crate::model::date::{Clock, Date, Weekday};
use crate::model::desk::Opening;
use crate::model::facet::{Email, Phone, Url};
use crate::model::names::Text;
use crate::model::position::Position;
use crate::model::register::Register;
use crate::model::ward::WardIndex;
use crate::text::span::SourceId;

/// What a ward says about the institutions of one register.
#[derive(Clone, Debug)]
pub struct Roster {
    pub source: SourceId,
    /// BLAKE3 of the file.
    pub digest: [u8; 32],
    pub register: Register,
    pub ward: WardIndex,
    /// In the order of the file.
    pub institutions: Vec<Institution>,
    /// The headings of the columns that nobody here knows; every institution has one value for each.
    pub other_columns: Vec<Text>,
}

impl Roster {
    /// The institutions that are no samples: those that count and are given away.
    pub fn real(&self) -> impl Iterator<Item = &Institution> {
        self.institutions.iter().filter(|one| !one.sample)
    }
}

/// One institution.
#[derive(Clone, Debug)]
pub struct Institution {
    /// Where it was read from: the sheet, none in CSV, and the row, counted from 0.
    pub sheet: Option<Box<str>>,
    pub row: u32,
    pub name: Text,
    /// In katakana.
    pub reading: Option<Text>,
    pub category: Option<Category>,
    /// What the file says about the kind, `有床診療所`.
    pub category_words: Option<Text>,
    pub postcode: Option<Postcode>,
    /// With prefecture and city where the file has them.
    pub address: Option<Text>,
    pub building: Option<Text>,
    pub position: Option<Position>,
    pub phone: Option<Phone>,
    pub extension: Option<Text>,
    pub fax: Option<Phone>,
    pub email: Option<Email>,
    pub url: Option<Url>,
    pub subjects: Vec<Text>,
    pub beds: Option<u32>,
    pub capacity: Option<u32>,
    pub hours: Hours,
    /// 時間外における対応.
    pub after_hours: Option<Text>,
    pub home_visit: Option<bool>,
    pub functions: Vec<Function>,
    /// 内諾: its place in the register is agreed upon and not yet settled.
    pub consented: bool,
    /// ※, for lists and the yearly report.
    pub note: Option<Text>,
    pub remarks: Option<Text>,
    /// 医療機関コード.
    pub code: Option<Text>,
    /// 医療情報ネット (ナビイ).
    pub navi_id: Option<Text>,
    /// 介護保険などの事業所番号.
    pub provider_number: Option<Text>,
    pub corporate_number: Option<Text>,
    pub corporate_name: Option<Text>,
    pub confirmed: Option<Date>,
    pub sample: bool,
    /// The values of `Roster::other_columns`.
    pub others: Vec<Option<Text>>,
}

/// When it is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    pub week: Vec<Opening>,
    pub holidays: Holidays,
    pub note: Option<Text>,
}

impl Hours {
    /// From when to when it is open on a weekday, in the order of time.
    pub fn on(&self, weekday: Weekday) -> Vec<(Clock, Clock)> {
        let week = self.week.iter();
        let mut spans: Vec<(Clock, Clock)> = week
            .filter(|opening| opening.weekdays.contains(weekday))
            .map(|opening| (opening.start, opening.end))
            .collect();
        spans.sort_unstable();
        spans.dedup();
        spans
    }
}

/// What the file says about national holidays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Holidays {
    #[default]
    Unknown,
    Closed,
    Open(Vec<(Clock, Clock)>),
}

/// `530-0000`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode(Box<str>);

impl Postcode {
    /// Of seven digits, with or without a hyphen behind the third.
    pub fn new(raw: &str) -> Option<Self> {
        let digits: String = raw.chars().filter(|sign| *sign != '-').collect();
        let is_whole = digits.len() == 7 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let (area, rest) = digits.split_at_checked(3).filter(|_| is_whole)?;
        Some(Self(format!("{area}-{rest}").into_boxed_str()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a 積極的医療機関 does (大阪市「在宅医療連携拠点事業の取組について」, 積極的医療機関について).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Function {
    DailyCare,
    Discharge,
    Emergency,
    EndOfLife,
}

impl Function {
    pub const ALL: [Self; 4] = [
        Self::DailyCare,
        Self::Discharge,
        Self::Emergency,
        Self::EndOfLife,
    ];

    /// The part of an address.
    pub fn id(self) -> &'static str {
        match self {
            Self::DailyCare => "daily-care",
            Self::Discharge => "discharge",
            Self::Emergency => "emergency",
            Self::EndOfLife => "end-of-life",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::DailyCare => "日常の療養支援",
            Self::Discharge => "入退院支援",
            Self::Emergency => "急変時の対応",
            Self::EndOfLife => "看取り",
        }
    }
}

/// What kind of institution something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    Hospital,
    Clinic,
    Dental,
    Pharmacy,
    HomeNursing,
    CareManagement,
    SupportCentre,
    CareService,
    Disability,
    Other,
}

/// One row of `CATEGORIES`.
#[derive(Debug)]
pub struct CategoryRow {
    pub category: Category,
    /// The part of an address.
    pub id: &'static str,
    pub label: &'static str,
    /// Words that tell it, wherever they stand in what a file says.
    pub signs: &'static [&'static str],
}

macro_rules! row {
    ($category:ident, $id:literal, $label:literal, [$($sign:literal),*]) => {
        CategoryRow {
            category: Category::$category,
            id: $id,
            label: $label,
            signs: &[$($sign),*],
        }
    };
}

/// All categories. The first whose sign occurs is the one, so those of longer words stand before those of shorter ones.
#[rustfmt::skip]
pub const CATEGORIES: &[CategoryRow] = &[
    row!(Dental, "dental", "歯科", ["歯科"]),
    row!(Hospital, "hospitals", "病院", ["病院"]),
    row!(Pharmacy, "pharmacies", "薬局", ["薬局"]),
    row!(HomeNursing, "home-nursing", "訪問看護", ["訪問看護"]),
    row!(CareManagement, "care-management", "居宅介護支援", ["居宅介護支援", "ケアプラン", "ケアマネ"]),
    row!(SupportCentre, "support-centres", "地域包括支援センター", ["地域包括", "包括支援"]),
    row!(Disability, "disability", "障害福祉", ["障害", "障がい", "相談支援事業"]),
    row!(CareService, "care-services", "介護サービス", ["介護", "老人", "デイサービス", "ショートステイ", "通所", "訪問入浴", "グループホーム", "ケアハウス", "福祉用具", "小規模多機能"]),
    row!(Clinic, "clinics", "診療所", ["診療所", "クリニック", "医院"]),
    row!(Other, "others", "その他", []),
];

impl Category {
    /// All of them, in the order in which readers look for them.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        [
            Self::Hospital,
            Self::Clinic,
            Self::Dental,
            Self::Pharmacy,
            Self::HomeNursing,
            Self::CareManagement,
            Self::SupportCentre,
            Self::CareService,
            Self::Disability,
            Self::Other,
        ]
        .into_iter()
    }

    pub fn row(self) -> &'static CategoryRow {
        let row = CATEGORIES.iter().find(|row| row.category == self);
        row.expect("every category has a row, as a test shows")
    }

    /// What the words of a file mean; `Other` for those of none.
    pub fn of(words: &str) -> Self {
        let row = CATEGORIES
            .iter()
            .find(|row| row.signs.iter().any(|sign| words.contains(sign)));
        row.map_or(Self::Other, |row| row.category)
    }
}

#[cfg(test)]
mod tests {
    use super::{CATEGORIES, Category, Postcode};

    #[test]
    fn a_category_is_told_by_a_word_of_it() {
        for (words, category) in [
            ("無床診療所", Category::Clinic),
            ("病院", Category::Hospital),
            ("歯科診療所", Category::Dental),
            ("訪問看護ステーション", Category::HomeNursing),
            ("指定居宅介護支援事業所", Category::CareManagement),
            ("通所介護", Category::CareService),
            ("障害者支援施設", Category::Disability),
            ("地域包括支援センター", Category::SupportCentre),
            ("公園", Category::Other),
        ] {
            assert_eq!(Category::of(words), category, "{words}");
        }
        assert!(Category::all().all(|category| category.row().category == category));
        assert_eq!(Category::all().count(), CATEGORIES.len());
    }

    #[test]
    fn a_postcode_has_seven_digits() {
        let read = |raw| Postcode::new(raw).map(|code| code.as_str().to_owned());
        assert_eq!(read("530-0000").as_deref(), Some("530-0000"));
        assert_eq!(read("5300000").as_deref(), Some("530-0000"));
        assert_eq!(read("530-000"), None);
        assert_eq!(read("５３０００００"), None);
    }
}
