//! `KINDS`: the kinds of documents. One row adds one kind; everything that follows from it asks for facets, never for the kind.

use std::ops::Deref;

use crate::model::field::{Facet, Field, Figure};

/// How documents of a kind are named and ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dating {
    /// `<掲載日>-<slug>.md`; newest first.
    Dated,
    /// `<slug>.md`; by title.
    Undated,
    /// `<年度>.md`; newest first.
    FiscalYear,
}

/// Whose documents they can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Wards and the city; the city's are shown in wards too.
    Everywhere,
    /// Only the city's, shown only there.
    CityOnly,
}

/// What programs may take the documents of a kind for (schema.org).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// Something one can go to.
    Event,
    /// Something one learns a trade by, at certain times.
    Course,
    /// A text to read.
    Article,
    /// Something to teach with.
    Lesson,
    /// Nothing that has a name of its own.
    Plain,
}

/// One row of `KINDS`.
#[derive(Debug)]
pub struct KindRow {
    /// The folder and the part of the address.
    pub id: &'static str,
    pub label: &'static str,
    /// The theme's template of such a document, `kinds/<id>.html`.
    pub template: &'static str,
    /// One sentence above the list of such documents.
    pub intro: &'static str,
    pub dating: Dating,
    pub scope: Scope,
    /// Whether its documents are printed and handed out, so that nobody can take an old one back.
    pub is_handed_out: bool,
    pub sense: Sense,
    /// The table of the yearly report that counts the documents of wards.
    pub counted_by: Option<Figure>,
    pub required: &'static [Facet],
    pub permitted: &'static [Facet],
}

/// All kinds, in the order of the navigation.
pub const KINDS: &[KindRow] = &[
    KindRow {
        id: "notices",
        label: "お知らせ",
        template: "kinds/notices.html",
        intro: "区役所と健康局からのお知らせです。",
        dating: Dating::Dated,
        scope: Scope::Everywhere,
        is_handed_out: false,
        sense: Sense::Plain,
        counted_by: None,
        required: &[],
        permitted: &[Facet::Audience, Facet::Organizer],
    },
    KindRow {
        id: "lectures",
        label: "講演会",
        template: "kinds/lectures.html",
        intro: "どなたでも聞いていただける、住民のみなさん向けの講演会です。",
        dating: Dating::Dated,
        scope: Scope::Everywhere,
        is_handed_out: false,
        sense: Sense::Event,
        counted_by: Some(Figure::AwarenessKinds),
        required: HAPPENING_REQUIRES,
        permitted: HAPPENING_PERMITS,
    },
    KindRow {
        id: "trainings",
        label: "研修会",
        template: "kinds/trainings.html",
        intro: "医療や介護の仕事をしている方のための研修会です。",
        dating: Dating::Dated,
        scope: Scope::Everywhere,
        is_handed_out: false,
        sense: Sense::Course,
        counted_by: Some(Figure::TrainingsHeld),
        required: HAPPENING_REQUIRES,
        permitted: &[
            Facet::Capacity,
            Facet::Speakers,
            Facet::Programme,
            Facet::Belongings,
            Facet::Support,
            Facet::Teaching,
            Facet::Organizer,
            Facet::Flyer,
            Facet::State,
        ],
    },
    KindRow {
        id: "events",
        label: "催し",
        template: "kinds/events.html",
        intro: "相談会や展示など、在宅医療と人生会議にふれられる催しです。",
        dating: Dating::Dated,
        scope: Scope::Everywhere,
        is_handed_out: false,
        sense: Sense::Event,
        counted_by: None,
        required: HAPPENING_REQUIRES,
        permitted: HAPPENING_PERMITS,
    },
    KindRow {
        id: "meetings",
        label: "会議",
        template: "kinds/meetings.html",
        intro: "在宅医療と介護の連携を進めるための会議です。",
        dating: Dating::Dated,
        scope: Scope::Everywhere,
        is_handed_out: false,
        sense: Sense::Event,
        counted_by: Some(Figure::CooperationMeetings),
        required: &[Facet::Schedule],
        permitted: &[
            Facet::Place,
            Facet::Audience,
            Facet::Programme,
            Facet::Minutes,
            Facet::Organizer,
            Facet::State,
        ],
    },
    KindRow {
        id: "visits",
        label: "同行訪問研修",
        template: "kinds/visits.html",
        intro: "在宅医療の現場に同行して学ぶ、医師などのための研修です。",
        dating: Dating::Dated,
        scope: Scope::Everywhere,
        is_handed_out: false,
        sense: Sense::Event,
        counted_by: Some(Figure::VisitsHeld),
        required: &[Facet::Schedule, Facet::Host],
        permitted: &[
            Facet::Place,
            Facet::Audience,
            Facet::Capacity,
            Facet::Fee,
            Facet::Application,
            Facet::Programme,
            Facet::Belongings,
            Facet::Organizer,
            Facet::State,
        ],
    },
    KindRow {
        id: "flyers",
        label: "周知ビラ",
        template: "kinds/flyers.html",
        intro: "印刷して配ったり掲示したりできるビラです。",
        dating: Dating::Dated,
        scope: Scope::Everywhere,
        is_handed_out: true,
        sense: Sense::Plain,
        counted_by: Some(Figure::AwarenessKinds),
        required: &[],
        permitted: &[Facet::Audience, Facet::Organizer, Facet::Flyer],
    },
    KindRow {
        id: "guides",
        label: "読みもの",
        template: "kinds/guides.html",
        intro: "人生会議や在宅医療、感染対策について、やさしく説明します。",
        dating: Dating::Undated,
        scope: Scope::Everywhere,
        is_handed_out: false,
        sense: Sense::Article,
        counted_by: None,
        required: &[Facet::Review],
        permitted: &[Facet::Audience],
    },
    KindRow {
        id: "materials",
        label: "教材",
        template: "kinds/materials.html",
        intro: "研修や勉強会で使える資料です。",
        dating: Dating::Undated,
        scope: Scope::Everywhere,
        is_handed_out: false,
        sense: Sense::Lesson,
        counted_by: None,
        required: &[Facet::Review],
        permitted: &[
            Facet::Audience,
            Facet::Teaching,
            Facet::Edition,
            Facet::Lesson,
            Facet::Organizer,
        ],
    },
    KindRow {
        id: "reports",
        label: "年次報告",
        template: "kinds/reports.html",
        intro: "在宅医療連携拠点事業の取組を、年度ごとにまとめた報告です。",
        dating: Dating::FiscalYear,
        scope: Scope::CityOnly,
        is_handed_out: false,
        sense: Sense::Plain,
        counted_by: None,
        required: &[],
        permitted: &[Facet::Organizer, Facet::Figures],
    },
];

/// What people must know to come to something (GIF DS-43C, required items).
const HAPPENING_REQUIRES: &[Facet] = &[
    Facet::Schedule,
    Facet::Place,
    Facet::Audience,
    Facet::Fee,
    Facet::Application,
];

const HAPPENING_PERMITS: &[Facet] = &[
    Facet::Capacity,
    Facet::Speakers,
    Facet::Programme,
    Facet::Belongings,
    Facet::Support,
    Facet::Organizer,
    Facet::Flyer,
    Facet::State,
];

/// A kind of document: a row of `KINDS`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind(u8);

impl Kind {
    /// All kinds, in the order of `KINDS`.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + Clone {
        (0..KINDS.len() as u8).map(Self)
    }

    /// The kind with this folder name.
    pub fn with_id(id: &str) -> Option<Self> {
        Self::all().find(|kind| kind.id == id)
    }

    /// The ids of all kinds.
    pub fn ids() -> impl Iterator<Item = &'static str> {
        KINDS.iter().map(|row| row.id)
    }

    pub fn row(self) -> &'static KindRow {
        &KINDS[self.index()]
    }

    /// The position in `KINDS`, for tables of one entry a kind.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    pub fn requires(self, facet: Facet) -> bool {
        facet == Facet::Common || self.required.contains(&facet)
    }

    /// Whether documents of this kind can have the facet.
    pub fn has(self, facet: Facet) -> bool {
        let review = facet == Facet::Review && self.dating == Dating::Undated;
        review || self.requires(facet) || self.permitted.contains(&facet)
    }

    /// Whether front matter of this kind can have the field.
    pub fn takes(self, field: Field) -> bool {
        self.has(field.facet())
    }
}

impl Deref for Kind {
    type Target = KindRow;

    fn deref(&self) -> &KindRow {
        self.row()
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn a_kind_is_found_by_its_folder() {
        for kind in Kind::all() {
            assert_eq!(Kind::with_id(kind.id), Some(kind));
            assert_eq!(kind.template, format!("kinds/{}.html", kind.id));
        }
        assert_eq!(Kind::with_id("lecture"), None);
    }
}
