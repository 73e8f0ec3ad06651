//! `FIELDS`: everything that can stand in front matter. One row adds one field.

use crate::text::japanese::squeezed;
use crate::text::nearest::nearest;

/// The fields of front matter; `FIELDS` says how each is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Title,
    Summary,
    State,
    StateNote,
    Schedule,
    Excluded,
    Doors,
    Venue,
    VenueAddress,
    Position,
    Access,
    Online,
    Host,
    Audience,
    Capacity,
    Fee,
    Application,
    ApplyBy,
    ApplyTo,
    ApplyUrl,
    ApplyOpens,
    ApplyDeadline,
    Speakers,
    Programme,
    Belongings,
    Support,
    Others,
    Agenda,
    Attendance,
    Figure(Figure),
    Organizer,
    CoOrganizers,
    Supporters,
    Taught(Taught),
    Flyer,
    Topics,
    Attachments,
    Contact,
    ContactPhone,
    ContactFax,
    ContactEmail,
    Wards,
    References,
    Reviewed,
    Order,
    Updated,
    Expires,
    Sample,
}

/// What a yearly report declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figure {
    AsOf,
    TrainingsHeld,
    TrainingThemes,
    AwarenessHeld,
    AwarenessKinds,
    DeskHours,
    CoordinatorCounts,
    InstitutionCounts,
    CooperationMeetings,
    CooperationTopics,
    VisitsHeld,
    VisitHosts,
    VisitParticipants,
    Notes,
    Measures,
    Progress,
    Issues,
}

/// What a training material says of itself beside its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Taught {
    Goals,
    Duration,
    Edition,
    Changes,
    Newer,
    Licence,
}

/// A group of fields that a kind of document has or has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// What every document may say: title, summary, dates of publication, sample mark.
    Common,
    Schedule,
    /// Where it takes place: a venue, online or both.
    Place,
    Host,
    Audience,
    Capacity,
    Fee,
    Application,
    Speakers,
    Programme,
    Belongings,
    Support,
    /// Agenda and attendance of a meeting.
    Minutes,
    /// What a yearly report says in numbers.
    Figures,
    Organizer,
    /// What one learns and how long it takes.
    Teaching,
    /// Which edition it is, what became of it, and how it may be used.
    Edition,
    /// A sheet to print and hand out.
    Flyer,
    /// What is learnt by it: its text can be parted into slides and have questions.
    Lesson,
    /// 中止・延期・満員.
    State,
    /// When the content was last confirmed to be right.
    Review,
}

/// One row of `FIELDS`.
#[derive(Debug)]
pub struct FieldRow {
    pub field: Field,
    /// The ASCII name.
    pub id: &'static str,
    /// The Japanese name, which is also the label on the page.
    pub label: &'static str,
    /// Other Japanese names people use for it.
    pub aliases: &'static [&'static str],
    pub facet: Facet,
    /// A value a person could write, in house style.
    pub example: &'static str,
    /// One or two sentences for `kairan new` and the reference page.
    pub help: &'static str,
}

macro_rules! row {
    ($field:ident $(($part:path))?, $id:literal, $label:literal, [$($alias:literal),*], $facet:ident, $example:literal, $help:literal) => {
        FieldRow {
            field: Field::$field $(($part))?,
            id: $id,
            label: $label,
            aliases: &[$($alias),*],
            facet: Facet::$facet,
            example: $example,
            help: $help,
        }
    };
}

/// All fields, in the order in which a page shows them and `kairan new` writes them.
#[rustfmt::skip]
pub const FIELDS: &[FieldRow] = &[
    row!(Title, "title", "題名", ["タイトル", "件名", "表題"], Common, "講演会「人生会議をはじめてみませんか」", "ページの題名です。40文字までで、何のページか分かるように書きます。"),
    row!(Summary, "summary", "概要", ["要約", "説明"], Common, "もしものときの医療やケアについて、医師と看護師がやさしくお話しします。", "一覧に出る1文か2文の説明です。"),
    row!(State, "state", "状態", ["開催状況"], State, "延期", "「中止」「延期」「満員」のどれかを書くと、ページのいちばん上に出ます。ふだんは書きません。"),
    row!(StateNote, "state_note", "状態の説明", ["中止の理由", "延期の理由"], State, "台風のため延期します。新しい日程は決まりしだいお知らせします。", "「状態」を書いたときの理由や、これからの予定です。"),
    row!(Schedule, "schedule", "日時", ["開催日時", "日程", "開催日", "とき"], Schedule, "令和8年12月5日（土曜日）14時から15時30分まで", "開催する日と時刻です。何日もあるときは、1日に1行で並べます。くり返すものは「12月8日から毎月第2火曜日 14時から15時まで」のように書きます。決まっていないときは「未定」と書きます。"),
    row!(Excluded, "excluded", "除外日", ["休みの日", "休講日", "お休み"], Schedule, "令和9年1月12日（火曜日）", "毎週や毎月くり返すもののうち、行わない日です。1日に1行で並べます。"),
    row!(Doors, "doors", "開場", ["受付開始", "開場時刻"], Schedule, "13時30分", "会場に入れる時刻です。"),
    row!(Venue, "venue", "会場", ["場所", "開催場所", "ところ"], Place, "見本区民センター 2階 大会議室", "会場の名前と階、部屋です。オンラインだけのときは書きません。"),
    row!(VenueAddress, "venue_address", "住所", ["会場住所", "所在地"], Place, "大阪市見本区見本1丁目1番1号", "会場の住所です。"),
    row!(Position, "position", "地図の位置", ["緯度経度", "座標", "位置"], Place, "34.7055, 135.4983", "会場の緯度と経度です。地図のサイトで会場を選ぶと出る数を写します。"),
    row!(Access, "access", "交通", ["アクセス", "行き方", "最寄り駅"], Place, "見本駅から南へ歩いて5分", "最寄りの駅やバス停からの行き方です。"),
    row!(Online, "online", "オンライン", ["Web開催", "オンライン開催"], Place, "Zoom（申込みのあと、参加用のアドレスをお知らせします）", "オンラインで参加できるときに、その方法かアドレスを書きます。"),
    row!(Host, "host", "受入先", ["研修先", "訪問先"], Host, "見本クリニック", "同行訪問研修を受け入れる医療機関です。"),
    row!(Audience, "audience", "対象", ["対象者", "参加対象"], Audience, "区内にお住まいの方、お勤めの方", "どなたのためのものかを書きます。"),
    row!(Capacity, "capacity", "定員", ["募集人数", "募集定員"], Capacity, "50人（先着順）", "人数と、先着順か抽選かを書きます。"),
    row!(Fee, "fee", "費用", ["参加費", "料金", "参加料", "受講料"], Fee, "無料", "「無料」か、金額を書きます。例えば「500円（資料代）」。"),
    row!(Application, "application", "申込", ["申込み", "申し込み", "参加申込", "事前申込", "お申込み", "お申し込み"], Application, "必要", "申込みが要るかどうかです。「必要」か「不要」で始めます。"),
    row!(ApplyBy, "apply_by", "申込方法", ["申込み方法", "申し込み方法"], Application, "電話またはメールで、お名前と電話番号をお知らせください。", "申込みのしかたです。いくつもあるときは、1つに1行で並べます。"),
    row!(ApplyTo, "apply_to", "申込先", ["申込み先", "申し込み先"], Application, "見本区役所 保健福祉課", "問い合わせ先と違うときに書きます。"),
    row!(ApplyUrl, "apply_url", "申込フォーム", ["申込みフォーム", "申込URL"], Application, "https://example.jp/form", "申込みのページのアドレスです。"),
    row!(ApplyOpens, "apply_opens", "申込開始", ["申込み開始", "受付開始日"], Application, "令和8年11月2日（月曜日）9時", "申込みを受け付け始める日です。"),
    row!(ApplyDeadline, "apply_deadline", "申込締切", ["締切", "締め切り", "申込み締切", "申し込み締切", "申込期限", "申込〆切"], Application, "令和8年11月30日（月曜日）17時", "申込みの締切です。時刻があるときは時刻も書きます。"),
    row!(Speakers, "speakers", "講師", ["講演者", "登壇者"], Speakers, "見本 太郎（見本病院 医師）", "講師の名前と、かっこの中に肩書きを書きます。何人もいるときは1人に1行です。"),
    row!(Programme, "programme", "プログラム", ["次第", "内容の流れ", "式次第"], Programme, "14時 開会", "当日の流れを1つに1行で並べます。"),
    row!(Belongings, "belongings", "持ち物", ["持参するもの"], Belongings, "筆記用具", "持ってきてほしいものを1つに1行で並べます。"),
    row!(Support, "support", "配慮", ["アクセシビリティ", "合理的配慮", "バリアフリー"], Support, "手話通訳", "手話通訳、要約筆記、車いす席など、ある配慮を1つに1行で並べます。"),
    row!(Others, "others", "ほかの項目", ["その他の項目"], Common, "駐車場：3台", "ほかに知らせたいことを「見出し：内容」の形で、1つに1行で並べます。"),
    row!(Agenda, "agenda", "議題", ["議事"], Minutes, "在宅医療連携拠点事業について", "会議の議題を1つに1行で並べます。"),
    row!(Attendance, "attendance", "出席", ["参加者", "出席者", "参加状況"], Minutes, "第1回 19区39人", "出席した区と人の数を、1回に1行で並べます。"),
    row!(Figure(Figure::AsOf), "figures_as_of", "時点", ["基準日"], Figures, "令和6年10月1日", "相談支援室や積極的医療機関の数が、いつのものかを書きます。"),
    row!(Figure(Figure::TrainingsHeld), "trainings_held", "研修会の開催", ["研修会の開催状況"], Figures, "開催済み・予定あり 9区", "研修会を開く区と開かない区の数を、1つに1行で並べます。書かないときは、各区の原稿から数えます。"),
    row!(Figure(Figure::TrainingThemes), "training_themes", "研修会のテーマ", ["研修会の主なテーマ"], Figures, "人生会議（ACP）について", "研修会の主なテーマを1つに1行で並べます。"),
    row!(Figure(Figure::AwarenessHeld), "awareness_held", "講演会・普及啓発の開催", ["講演会の開催"], Figures, "開催予定あり 10区", "地域住民への講演会や周知ビラがある区とない区の数を、1つに1行で並べます。"),
    row!(Figure(Figure::AwarenessKinds), "awareness_kinds", "講演会・普及啓発の内容", ["講演会の内容"], Figures, "講演会 9区", "講演会をした区と、周知ビラを作った区の数を、1つに1行で並べます。"),
    row!(Figure(Figure::DeskHours), "desk_hours", "相談支援室の開設時間", ["開設時間数"], Figures, "20時間 15区", "週に開いている時間と、その区の数を、1つに1行で並べます。"),
    row!(Figure(Figure::CoordinatorCounts), "coordinators", "拠点コーディネーター", ["拠点コーディネーターの資格"], Figures, "（ア）保健師、看護師など 12人", "資格ごとの人数を、1つに1行で並べます。"),
    row!(Figure(Figure::InstitutionCounts), "institutions", "積極的医療機関", ["積極的医療機関の数"], Figures, "北区 4", "区ごとの数を、1つに1行で並べます。注があるときは「此花区 7（※1）」のように書きます。"),
    row!(Figure(Figure::CooperationMeetings), "cooperation_meetings", "連携会議の開催", ["連携会議の回数"], Figures, "2回 5区", "会議を開く回数と、その区の数を、1つに1行で並べます。"),
    row!(Figure(Figure::CooperationTopics), "cooperation_topics", "連携会議の議題", ["連携会議の主な議題"], Figures, "後方支援医療機関との連携 1区", "主な議題と、その区の数を、1つに1行で並べます。"),
    row!(Figure(Figure::VisitsHeld), "visits_held", "同行訪問研修の開催", [], Figures, "開催予定あり 19区", "同行訪問研修を行う区と行わない区の数を、1つに1行で並べます。"),
    row!(Figure(Figure::VisitHosts), "visit_hosts", "同行訪問研修の研修先", [], Figures, "積極的医療機関のみ 13区", "研修先と、その区の数を、1つに1行で並べます。"),
    row!(Figure(Figure::VisitParticipants), "visit_participants", "同行訪問研修の対象者", [], Figures, "医師のみ 16区", "対象者と、その区の数を、1つに1行で並べます。"),
    row!(Figure(Figure::Notes), "figure_notes", "注記", ["数の注記"], Figures, "※1 拠点の内諾を受けている医療機関を含みます。", "「※1」「※2」の説明を、1つに1行で、番号の順に並べます。"),
    row!(Figure(Figure::Measures), "measures", "取組", ["取組内容"], Figures, "24時間体制構築：多職種による連携体制の構築：区内の在宅医療機関の取組実態を把握", "区分、めざすべき姿（取組項目）、取組内容を「：」で区切り、1つに1行で並べます。"),
    row!(Figure(Figure::Progress), "progress", "進捗状況", [], Figures, "いずれの連携の拠点においても順調に取組を実施しています。", "進み具合を1つに1行で並べます。"),
    row!(Figure(Figure::Issues), "issues", "課題", [], Figures, "拠点により取組状況に差があります。", "課題を1つに1行で並べます。"),
    row!(Organizer, "organizer", "主催", ["主催者"], Organizer, "見本区役所", "主催する団体です。書かないときは区役所の名前が出ます。"),
    row!(CoOrganizers, "co_organizers", "共催", ["共催者"], Organizer, "見本区医師会", "共催する団体を1つに1行で並べます。"),
    row!(Supporters, "supporters", "後援", ["後援者", "協力"], Organizer, "見本区社会福祉協議会", "後援する団体を1つに1行で並べます。"),
    row!(Taught(Taught::Goals), "goals", "学習目標", ["学習のめあて", "到達目標", "ねらい"], Teaching, "手指衛生を行う五つの場面を言えるようになる", "学ぶ人ができるようになることを、1つに1行で並べます。"),
    row!(Taught(Taught::Duration), "duration", "所要時間", ["学習時間"], Teaching, "60分", "学ぶのにかかる時間です。「60分」「1時間30分」のように書きます。"),
    row!(Taught(Taught::Edition), "edition", "版", ["版数"], Edition, "第2版", "教材の版です。"),
    row!(Taught(Taught::Changes), "changes", "更新内容", ["変更点", "改訂内容", "更新履歴"], Edition, "第2版（令和8年11月1日）：図を足しました。", "どの版で何を変えたかを、新しいものから、1つの版に1行で並べます。"),
    row!(Taught(Taught::Newer), "newer", "新しい版", ["後の版", "最新版"], Edition, "shushi-eisei", "旧版の原稿だけに書きます。この教材に代わる新しい原稿の、ファイルの名前から「.md」を除いたものです。"),
    row!(Taught(Taught::Licence), "licence", "利用条件", ["ライセンス", "二次利用"], Edition, "CC BY 4.0 https://creativecommons.org/licenses/by/4.0/", "この教材を使うときの条件です。書かないときは、サイトの利用条件が出ます。"),
    row!(Flyer, "flyer", "ちらし", ["チラシ"], Flyer, "大きな文字", "印刷して配るちらしの形です。「標準」「大きな文字」「ファクス申込書」から選びます。ちらしが要らないときは「なし」と書きます。書かないときは「標準」になります。"),
    row!(Topics, "topics", "分野", ["テーマ", "タグ", "分類"], Common, "人生会議（ACP）", "site.yaml の topics にある分野の名前を、1つに1行で並べます。"),
    row!(Attachments, "attachments", "添付", ["添付ファイル", "資料", "ファイル"], Common, "chirashi.pdf：講演会のちらし", "原稿と同じ名前のフォルダーに入れたファイルです。「ファイル名：見出し」と書きます。"),
    row!(Contact, "contact", "問い合わせ先", ["問合せ先", "お問い合わせ", "お問い合わせ先", "お問合せ先", "担当", "連絡先"], Common, "見本区役所 保健福祉課", "ward.yaml の contacts にある名前を書きます。書かないときは、いちばん上の連絡先が出ます。"),
    row!(ContactPhone, "phone", "電話", ["電話番号", "TEL"], Common, "06-0000-0101", "この原稿だけの電話番号です。「問い合わせ先」と一緒に書きます。"),
    row!(ContactFax, "fax", "ファクス", ["FAX", "ファックス"], Common, "06-0000-0102", "この原稿だけのファクス番号です。「問い合わせ先」と一緒に書きます。"),
    row!(ContactEmail, "email", "メール", ["メールアドレス", "電子メール", "Eメール", "E-mail"], Common, "mihon@example.jp", "この原稿だけのメールアドレスです。「問い合わせ先」と一緒に書きます。"),
    row!(Wards, "wards", "掲載する区", ["区", "掲載区"], Common, "すべて", "市の原稿だけに書きます。「すべて」「なし」か、区の名前を1つに1行で並べます。"),
    row!(References, "references", "出典", ["参考", "参考資料"], Common, "厚生労働省「人生会議してみませんか」 https://www.mhlw.go.jp/stf/newpage_02783.html", "もとにした資料の発行者と題名、アドレスを1つに1行で並べます。"),
    row!(Reviewed, "reviewed", "確認日", ["最終確認日"], Review, "令和8年11月1日", "内容が正しいことを確かめた日です。"),
    row!(Order, "order", "並び順", ["順番", "表示順"], Review, "1", "一覧での順番です。小さい数が先に出ます。書かないものは後ろに並びます。"),
    row!(Updated, "updated", "更新日", ["最終更新日"], Common, "令和8年11月10日", "公開したあとで内容を変えた日です。"),
    row!(Expires, "expires", "掲載終了", ["掲載終了日", "公開期限"], Common, "令和9年3月31日", "この日を過ぎると一覧から外れます。ページは残ります。"),
    row!(Sample, "sample", "見本", ["サンプル"], Common, "はい", "見本の原稿には「はい」と書きます。検索サイトには載りません。"),
];

impl Field {
    pub fn row(self) -> &'static FieldRow {
        let row = FIELDS.iter().find(|row| row.field == self);
        row.expect("every field has a row, as a test shows")
    }

    pub fn id(self) -> &'static str {
        self.row().id
    }

    pub fn label(self) -> &'static str {
        self.row().label
    }

    pub fn facet(self) -> Facet {
        self.row().facet
    }

    /// The field a key of front matter names, by label, alias or id.
    /// 「ＴＥＬ」 and 「日　時」 look right to the person who wrote them, so width, blanks and invisible characters do not count.
    pub fn named(key: &str) -> Option<Self> {
        let exactly = |key: &str| {
            FIELDS
                .iter()
                .find(|row| row.label == key || row.id == key || row.aliases.contains(&key))
                .map(|row| row.field)
        };
        exactly(key).or_else(|| {
            let squeezed = squeezed(key);
            exactly(&squeezed).or_else(|| exactly(&squeezed.to_uppercase()))
        })
    }

    /// The label or id nearest to an unknown key.
    pub fn nearest(key: &str) -> Option<&'static str> {
        nearest(key, FIELDS.iter().flat_map(|row| [row.label, row.id]))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{FIELDS, Field};

    #[test]
    fn rows_stand_in_the_order_of_the_enum() {
        assert!(FIELDS.is_sorted_by(|one, next| one.field < next.field));
        let first = (FIELDS[0].field, FIELDS[FIELDS.len() - 1].field);
        assert_eq!(first, (Field::Title, Field::Sample));
    }

    #[test]
    fn a_key_is_known_in_every_width_and_with_blanks_in_it() {
        for (key, field) in [
            ("ＴＥＬ", Field::ContactPhone),
            ("ｆａｘ", Field::ContactFax),
            ("日　時", Field::Schedule),
            ("題\u{200b}名", Field::Title),
            ("問い合わせ先\u{a0}", Field::Contact),
            ("プログラム", Field::Programme),
            ("サンプル", Field::Sample),
        ] {
            assert_eq!(Field::named(key), Some(field), "{key}");
        }
        assert_eq!(Field::named("会揚"), None);
    }

    #[test]
    fn no_two_fields_share_a_name() {
        let mut names = BTreeSet::new();
        for row in FIELDS {
            for name in [row.id, row.label].iter().chain(row.aliases) {
                assert!(names.insert(*name), "{name} names two fields");
            }
        }
    }
}
