//! The columns of lists of events: イベント of both generations of the standard data sets, GIF DS-43C, common sheets, and our own fields.

use crate::model::field::{Field, Taught};
use crate::model::register::heading_key;

/// What a column of a list of events means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// One of our own fields, in the words of front matter.
    Field(Field),
    /// What stays the same when the list is made again.
    Id,
    /// The position in the list, which does not.
    Number,
    /// Whose list it is, which the place of the manuscript says.
    Owner,
    FirstDay,
    LastDay,
    StartTime,
    EndTime,
    /// What days and times cannot say.
    Special,
    Description,
    /// オンライン in the words of GIF DS-43C: 現地, オンライン, ハイブリッド.
    Online,
    Prefecture,
    City,
    Town,
    Lot,
    Building,
    Latitude,
    Longitude,
    Fee,
    FeeDetail,
    /// From when to when one may apply, in one cell.
    Period,
    DeadlineDay,
    DeadlineTime,
    Url,
}

const ITEMS: &[(Item, &[&str])] = &[
    (Item::Id, &["ID", "イベントID"]),
    (Item::Number, &["NO", "No.", "№", "番号", "_id"]),
    (
        Item::Owner,
        &[
            "全国地方公共団体コード",
            "地方公共団体名",
            "区",
            "行政区",
            "都道府県コード又は市区町村コード",
            "都道府県名",
            "市区町村名",
            "所在地_全国地方公共団体コード",
        ],
    ),
    (
        Item::TITLE,
        &[
            "イベント名",
            "イベント名称",
            "行事名",
            "催し名",
            "催事名",
            "講座名",
            "名称",
            "事業名",
        ],
    ),
    (
        Item::FirstDay,
        &["開始日", "開催開始日", "開催日", "開始年月日", "実施日"],
    ),
    (Item::LastDay, &["終了日", "開催終了日", "終了年月日"]),
    (Item::StartTime, &["開始時間", "開始時刻", "開演時間"]),
    (Item::EndTime, &["終了時間", "終了時刻"]),
    (
        Item::Special,
        &["開始日時特記事項", "日時説明", "日時備考", "開催パターン"],
    ),
    (
        Item::Description,
        &["説明", "内容", "イベント内容", "イベント説明", "詳細"],
    ),
    (
        Item::Field(Field::Venue),
        &["場所名称", "会場名", "開催場所", "会場", "場所", "施設名"],
    ),
    (
        Item::Field(Field::VenueAddress),
        &["住所", "所在地", "所在地_連結表記", "会場住所"],
    ),
    (Item::Online, &["Web開催"]),
    (Item::Prefecture, &["所在地_都道府県"]),
    (Item::City, &["所在地_市区町村"]),
    (Item::Town, &["所在地_町字"]),
    (Item::Lot, &["所在地_番地以下"]),
    (Item::Building, &["方書", "建物名等(方書)"]),
    (Item::Latitude, &["緯度", "latitude", "lat"]),
    (Item::Longitude, &["経度", "longitude", "lng", "lon"]),
    (
        Item::Field(Field::Access),
        &["アクセス方法", "交通アクセス"],
    ),
    (
        Item::Field(Field::Audience),
        &["対象", "対象者", "参加条件", "参加資格"],
    ),
    (
        Item::Fee,
        &["料金(基本)", "料金", "参加費", "費用", "料金種別", "参加料"],
    ),
    (Item::FeeDetail, &["料金(詳細)", "料金説明"]),
    (Item::Field(Field::Capacity), &["定員", "募集人数"]),
    (
        Item::Period,
        &["申込期間", "申込受付期間", "参加申込期間", "募集期間"],
    ),
    (
        Item::DeadlineDay,
        &["参加申込終了日", "申込期限日", "申込終了日", "申込締切日"],
    ),
    (
        Item::DeadlineTime,
        &["参加申込終了時間", "申込期限時刻", "申込終了時間"],
    ),
    (Item::Field(Field::ApplyBy), &["参加申込方法", "申込方法"]),
    (
        Item::Field(Field::Organizer),
        &["主催者", "主催", "主催団体"],
    ),
    (
        Item::Field(Field::Contact),
        &[
            "連絡先名称",
            "問い合わせ先（市の担当課）",
            "問合せ先",
            "問い合わせ先",
            "担当課",
        ],
    ),
    (
        Item::Field(Field::ContactPhone),
        &["連絡先電話番号", "電話番号", "TEL", "電話"],
    ),
    (
        Item::Url,
        &[
            "URL",
            "イベントURL",
            "コンテンツURL",
            "関連URL",
            "ホームページ",
        ],
    ),
    (Item::Field(Field::ContactEmail), &["連絡先メールアドレス"]),
];

impl Item {
    pub const TITLE: Self = Self::Field(Field::Title);
    pub const SCHEDULE: Self = Self::Field(Field::Schedule);

    /// The meaning of a heading: of the lists that others make, else of our own fields.
    pub fn named(heading: &str) -> Option<Self> {
        let key = heading_key(heading);
        if key.is_empty() {
            return None;
        }
        let is_it =
            |(_, names): &&(Self, &[&str])| names.iter().any(|name| heading_key(name) == key);
        let item = ITEMS.iter().find(is_it).map(|(item, _)| *item);
        item.or_else(|| Field::named(heading).map(Self::Field))
    }
}

/// Whether a field takes several values, one a line.
pub fn takes_lines(field: Field) -> bool {
    matches!(
        field,
        Field::Excluded
            | Field::ApplyBy
            | Field::Speakers
            | Field::Programme
            | Field::Belongings
            | Field::Support
            | Field::Others
            | Field::Agenda
            | Field::Attendance
            | Field::CoOrganizers
            | Field::Supporters
            | Field::Taught(Taught::Goals | Taught::Changes)
            | Field::Topics
            | Field::Attachments
            | Field::References
    )
}

#[cfg(test)]
mod tests {
    use super::Item;
    use crate::model::field::Field;

    #[test]
    fn headings_of_others_and_our_own_are_known() {
        for (heading, item) in [
            ("イベント名", Item::TITLE),
            ("題名", Item::TITLE),
            ("日時", Item::SCHEDULE),
            ("料金（基本）", Item::Fee),
            ("ＴＥＬ", Item::Field(Field::ContactPhone)),
            ("申込締切", Item::Field(Field::ApplyDeadline)),
        ] {
            assert_eq!(Item::named(heading), Some(item), "{heading}");
        }
        assert_eq!(Item::named("駐車場情報"), None);
        assert_eq!(Item::named(""), None);
    }
}
