//! All that a template may see: finished values, so that templates do no dates, addresses or sorting.
//!
//! Every page gets `site` (the same everywhere), `place` (the same for all pages of the city or of one ward), its `address` and the
//! `code` of it (`theme::code::CodeView`), `head`, `crumbs` and `page` (one of the structures below that end in `Page`). Fields that end in `_html` are finished HTML; everything else is text.

pub mod catalogue;
pub mod desks;
pub mod figures;
pub mod lessons;
pub mod messages;
pub mod months;
pub mod open_data;
pub mod print;
pub mod reference;
pub mod registers;
pub mod status;
pub mod teaching;

use serde::Serialize;

use crate::theme::view::figures::FigureSection;

use crate::theme::view::desks::DeskView;
use crate::theme::view::lessons::LessonView;
use crate::theme::view::months::CalendarFile;
use crate::theme::view::teaching::{EditionsView, FilesView};

/// `site`: what every page shows.
#[derive(Debug, Serialize)]
pub struct SiteView {
    pub title: String,
    pub tagline: Option<String>,
    /// `大阪市`.
    pub municipality: String,
    /// Who publishes the site: `大阪市健康局`.
    pub office: String,
    /// The address of the top page.
    pub href: String,
    /// The address of the style sheet.
    pub stylesheet: String,
    /// The address of the script, where the theme has one.
    pub script: Option<String>,
    pub sample: bool,
    pub licence: Option<String>,
    pub wards: Vec<WardLink>,
    /// 用語集, サイトマップ and so on, for the foot of the page.
    pub footer: Vec<LinkView>,
}

/// A ward in the ward switcher and on the city's top page.
#[derive(Clone, Debug, Serialize)]
pub struct WardLink {
    pub id: String,
    pub name: String,
    pub reading: String,
    pub href: String,
}

/// `place`: the city or the ward a page belongs to.
#[derive(Debug, Serialize)]
pub struct PlaceView {
    /// `大阪市` or `北区`.
    pub name: String,
    /// The ward's folder; empty for the city.
    pub ward: String,
    pub href: String,
    /// The lists of the place that have anything in them.
    pub nav: Vec<LinkView>,
    /// What is new in the place, for readers' programs.
    pub feed: LinkView,
    pub contact: ContactView,
}

/// `head`: what stands in `<head>`.
#[derive(Debug, Serialize)]
pub struct HeadView {
    /// `講演会「…」 | 北区 | サイト名`.
    pub title: String,
    pub description: Option<String>,
    /// The page's own name, for those who show it away from the page, with what must not be missed: `【中止】講演会「…」`.
    pub name: String,
    /// Absolute.
    pub canonical: String,
    pub noindex: bool,
    /// A document, not a page that leads to documents.
    pub is_article: bool,
    /// What is new in the list that the page is or belongs to; that of the place is in `place`.
    pub feed: Option<LinkView>,
    /// What the page is about, as JSON-LD that is safe in a script element.
    pub json_ld_html: Option<String>,
}

/// `crumbs`: one step of the breadcrumb; the last one is the page itself and has no address.
#[derive(Debug, Serialize)]
pub struct Crumb {
    pub label: String,
    pub href: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct LinkView {
    pub label: String,
    pub href: String,
}

/// Whom to ask.
#[derive(Clone, Debug, Serialize)]
pub struct ContactView {
    pub name: String,
    pub phone: Option<LinkView>,
    pub fax: Option<String>,
    pub email: Option<LinkView>,
    pub hours: Option<String>,
    pub note: Option<String>,
}

/// A day: `2026-12-05` and `令和8年12月5日`.
#[derive(Clone, Debug, Serialize)]
pub struct DayView {
    pub iso: String,
    pub label: String,
}

/// When something takes place: `2026-12-05`, and the words in parts a line should break between.
#[derive(Clone, Debug, Serialize)]
pub struct WhenView {
    pub iso: String,
    pub parts: Vec<String>,
}

/// 中止・延期・満員.
#[derive(Clone, Debug, Serialize)]
pub struct StateView {
    /// `cancelled`, `postponed`, `full`.
    pub id: String,
    pub label: String,
    pub note: Option<String>,
}

/// How far something has come: 受付中, 締切, 中止.
#[derive(Clone, Debug, Serialize)]
pub struct StageView {
    /// `open`, `closing-soon`, `cancelled` …; empty while there is nothing to say.
    pub id: String,
    pub label: String,
    /// `申込みは、…までです。`
    pub text: Option<String>,
    /// The day on which it began.
    pub since: Option<DayView>,
    /// What follows and when, for a script that corrects pages which are read later; `present::stages` says how it is written.
    pub steps: String,
}

/// A document in a list.
#[derive(Clone, Debug, Serialize)]
pub struct CardView {
    pub href: String,
    pub title: String,
    /// `lectures`, `講演会`.
    pub kind: String,
    pub kind_label: String,
    /// `北区`, in lists of several places.
    pub place: Option<String>,
    pub day: Option<WhenView>,
    pub venue: Option<String>,
    /// 掲載日 or 確認日, whichever is shown for what has no schedule; the label says which: `掲載日`.
    pub dated: Option<LabelledDay>,
    pub summary: Option<String>,
    pub stage: Option<StageView>,
    pub sample: bool,
}

/// `更新日` and its day.
#[derive(Clone, Debug, Serialize)]
pub struct LabelledDay {
    pub label: String,
    pub day: DayView,
}

/// `page` of a document (`kinds/<id>.html`).
#[derive(Debug, Serialize)]
pub struct DocumentPage {
    pub kind: String,
    pub kind_label: String,
    pub title: String,
    pub summary_html: Option<String>,
    pub sample: bool,
    /// 中止・延期・満員, which are said before everything else.
    pub state: Option<StateView>,
    /// Every other stage.
    pub stage: Option<StageView>,
    /// 掲載終了 has passed; the label says since when.
    pub expired: Option<DayView>,
    /// 掲載日, 更新日, 確認日 in this order, where known.
    pub dates: Vec<LabelledDay>,
    /// The event summary block: 日時, 会場, 対象 … in the order of `FIELDS`.
    pub facts: Vec<FactView>,
    /// For what is still to come.
    pub actions: Option<ActionsView>,
    /// The contents list; empty below three headings.
    pub contents: Vec<ContentsView>,
    pub body_html: String,
    /// The ways to what a lesson is parted into.
    pub lesson: Option<LessonView>,
    /// The figures of a report.
    pub figures: Vec<FigureSection>,
    /// The same as a file for spreadsheets.
    pub figures_file: Option<String>,
    /// Readings stand above some words.
    pub has_ruby: bool,
    /// Some words lead to their explanation.
    pub has_terms: bool,
    pub attachments: Vec<AttachmentView>,
    /// The same by the part they play, of what is taught.
    pub files: Option<FilesView>,
    /// Of what has editions.
    pub editions: Option<EditionsView>,
    pub flyer: Option<FlyerLink>,
    pub references: Vec<ReferenceView>,
    pub topics: Vec<LinkView>,
    pub contact: ContactView,
    pub previous: Option<LinkView>,
    pub next: Option<LinkView>,
    /// The list it is in.
    pub list: LinkView,
    /// For a document of the city shown in a ward: the city's own page.
    pub original: Option<LinkView>,
}

/// What a reader can do at once, each as an address.
#[derive(Debug, Serialize)]
pub struct ActionsView {
    /// The file that puts the day into a calendar.
    pub calendar: Option<String>,
    pub form: Option<String>,
    pub phone: Option<LinkView>,
    pub email: Option<LinkView>,
}

/// One row of the event summary block.
#[derive(Debug, Serialize)]
pub struct FactView {
    /// The id of the field, `schedule`.
    pub id: String,
    pub label: String,
    /// At least one.
    pub lines: Vec<FactLine>,
}

#[derive(Debug, Serialize)]
pub struct FactLine {
    /// `第1回`, before the text.
    pub label: Option<String>,
    pub text: String,
    /// The text in parts a line should break between, where tearing it would mislead: `令和8年12月5日（土曜日）`, `14時から`.
    pub parts: Vec<String>,
    /// Makes the text a link.
    pub href: Option<String>,
    /// `2026-12-05T14:00`, makes the text a `<time>`.
    pub datetime: Option<String>,
    /// `Web開催`, after the text in brackets.
    pub note: Option<String>,
}

/// One entry of the contents list, a heading of level 2 with those of level 3 below it.
#[derive(Debug, Serialize)]
pub struct ContentsView {
    pub id: String,
    pub text: String,
    pub children: Vec<ContentsView>,
}

#[derive(Clone, Debug, Serialize)]
pub struct AttachmentView {
    pub href: String,
    pub label: String,
    /// `PDF`, `CSV`.
    pub format: String,
    /// `545KB`.
    pub size: String,
    /// `2ページ`, where they could be counted.
    pub pages: Option<String>,
}

/// A sheet to print and hand out.
#[derive(Debug, Serialize)]
pub struct FlyerLink {
    pub href: String,
    /// Of its picture, 893 by 1,263 pixels.
    pub picture: String,
    /// 大きな文字, ファクス申込書; nothing for the standard.
    pub design: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct ReferenceView {
    pub text: String,
    pub href: Option<String>,
}

/// `page` of `pages/list.html`: one page of a list.
#[derive(Debug, Serialize)]
pub struct ListPage {
    /// `北区の講演会`.
    pub title: String,
    pub kind: String,
    pub kind_label: String,
    pub intro: String,
    /// これから, then fiscal years; empty when there is nothing yet.
    pub groups: Vec<GroupView>,
    /// Nothing is planned, although the list is one of happenings and has some that are over.
    pub nothing_ahead: bool,
    pub pagination: Option<PaginationView>,
    /// Of a list of happenings.
    pub file: Option<CalendarFile>,
    /// The same list in every ward; empty on a ward's own list.
    pub wards: Vec<LinkView>,
    /// The list of all wards, on a ward's own list.
    pub all: Option<LinkView>,
}

/// Cards under one heading.
#[derive(Debug, Serialize)]
pub struct GroupView {
    pub heading: String,
    /// Unique on the page.
    pub id: String,
    pub cards: Vec<CardView>,
    /// To more of the same, where the group shows only the first.
    pub more: Option<LinkView>,
}

#[derive(Debug, Serialize)]
pub struct PaginationView {
    pub current: usize,
    pub total: usize,
    pub previous: Option<LinkView>,
    pub next: Option<LinkView>,
}

/// `page` of `pages/city.html`.
#[derive(Debug, Serialize)]
pub struct CityPage {
    pub title: String,
    pub welcome_html: String,
    /// Readings stand above some words of the welcome; those of the wards are the template's.
    pub has_ruby: bool,
    pub has_terms: bool,
    /// これからの催し, 読みもの, 新着; only groups that have cards.
    pub groups: Vec<GroupView>,
    pub topics: Vec<LinkView>,
}

/// `page` of `pages/ward.html`.
#[derive(Debug, Serialize)]
pub struct WardPage {
    pub title: String,
    pub welcome_title: Option<String>,
    pub welcome_html: String,
    pub has_ruby: bool,
    pub has_terms: bool,
    pub groups: Vec<GroupView>,
    pub office: String,
    pub hours: Option<String>,
    /// 相談支援室.
    pub desk: Option<DeskView>,
}

/// `page` of `pages/topic.html`.
#[derive(Debug, Serialize)]
pub struct TopicPage {
    pub title: String,
    pub description: Option<String>,
    /// One group a kind.
    pub groups: Vec<GroupView>,
    pub pagination: Option<PaginationView>,
}

/// `page` of `pages/topics.html`.
#[derive(Debug, Serialize)]
pub struct TopicsPage {
    pub title: String,
    pub topics: Vec<TopicSummary>,
}

#[derive(Debug, Serialize)]
pub struct TopicSummary {
    pub label: String,
    pub href: String,
    pub description: Option<String>,
    pub count: usize,
}
