//! The headings of a yearly report and what stands below each, in the order of 大阪市「在宅医療連携拠点事業の取組について」.
//!
//! Invariant: ids stay the same from year to year, as other pages link to them.

use crate::model::field::Figure;
use crate::model::figures::classes::Meeting;

/// One of I to V.
#[derive(Debug)]
pub struct Section {
    pub id: &'static str,
    pub heading: &'static str,
    pub parts: &'static [Layout],
}

/// What belongs together. A heading stands there only where something stands below it.
#[derive(Debug)]
pub struct Layout {
    pub id: &'static str,
    pub heading: Option<&'static str>,
    /// What the part is about, the same every year.
    pub text: Option<&'static str>,
    pub blocks: &'static [Block],
    /// What has a heading of its own, one level deeper.
    pub below: &'static [Layout],
}

#[derive(Debug)]
pub enum Block {
    Counts(Figure),
    /// Sentences that are the same every year.
    Text(&'static [&'static str]),
    Themes,
    Notes,
    Measures {
        /// A word of the 区分 of those that belong here.
        division: &'static str,
        caption: &'static str,
        aim: &'static str,
    },
    /// The city's meetings of a class, each with its title as heading. The first has the id of the part, the others a number behind it.
    Meetings(Meeting),
    Progress,
    Issues,
}

/// What coordinators must have (大阪市「在宅医療連携拠点事業の取組について」, II (1)).
const QUALIFICATIONS: &[&str] = &[
    "（ア）保健師、看護師などの医療に関する国家資格を有する者で、地域において訪問看護及び保健福祉に関する相談等の実務経験を有する者",
    "（イ）医療ソーシャルワーカー業務指針「厚生労働省保健局長通知（平成14年11月29日健康発第1129001号）」に基づく実務経験1年以上を有する者（「保健局長通知」は、もとの資料の表記のとおりです。国の資料では「健康局長通知」とされています。）",
    "（ウ）介護支援専門員資格をもつなど介護に関する知識を有し、保健福祉に関する相談などの実務経験1年以上を有する者",
    "（エ）地域における保健医療の場で、保健・医療・福祉に関する関係機関・関係職種等との連携・調整の実務経験3年以上を有する者",
];

const fn part(
    id: &'static str,
    heading: &'static str,
    text: &'static str,
    blocks: &'static [Block],
) -> Layout {
    Layout {
        id,
        heading: Some(heading),
        text: if text.is_empty() { None } else { Some(text) },
        blocks,
        below: &[],
    }
}

const fn bare(id: &'static str, blocks: &'static [Block]) -> Layout {
    Layout {
        id,
        heading: None,
        text: None,
        blocks,
        below: &[],
    }
}

const fn group(id: &'static str, heading: &'static str, below: &'static [Layout]) -> Layout {
    Layout {
        id,
        heading: Some(heading),
        text: None,
        blocks: &[],
        below,
    }
}

/// The ids of all headings that a report can have.
pub fn ids() -> impl Iterator<Item = &'static str> {
    let below = |part: &'static Layout| std::iter::once(part).chain(part.below);
    SECTIONS.iter().flat_map(move |section| {
        let parts = section.parts.iter().flat_map(below);
        std::iter::once(section.id).chain(parts.map(|part| part.id))
    })
}

pub const SECTIONS: &[Section] = &[
    Section {
        id: "ward-offices",
        heading: "区役所の取組",
        parts: &[
            part(
                "trainings",
                "医療・介護関係者等向け研修会",
                "",
                &[Block::Counts(Figure::TrainingsHeld), Block::Themes],
            ),
            part(
                "lectures",
                "地域住民への講演会・普及啓発",
                "",
                &[
                    Block::Counts(Figure::AwarenessHeld),
                    Block::Counts(Figure::AwarenessKinds),
                ],
            ),
        ],
    },
    Section {
        id: "desks",
        heading: "相談支援室の取組",
        parts: &[
            part(
                "desk-running",
                "相談窓口の設置・運営",
                "地域の医療・介護・福祉関係者等からの在宅医療に関する相談を受け付けるため、相談窓口を設置し、拠点コーディネーターを配置しています。拠点コーディネーターは、次の（ア）から（エ）のどれかにあてはまる者です。",
                &[
                    Block::Counts(Figure::DeskHours),
                    Block::Counts(Figure::CoordinatorCounts),
                    Block::Text(QUALIFICATIONS),
                ],
            ),
            part(
                "around-the-clock",
                "在宅医療における24時間体制構築",
                "地域の医療・介護・福祉関係者の協力を得ながら、急変時の対応など、24時間在宅医療が提供される体制の構築をめざして取り組んでいます。",
                &[Block::Measures {
                    division: "24時間",
                    caption: "24時間体制構築のめざすべき姿と取組内容",
                    aim: "めざすべき姿",
                }],
            ),
            part(
                "sharing",
                "多職種による情報共有",
                "患者・利用者の状態の変化に応じて、医療・介護・福祉関係者が速やかに情報を共有できるよう取り組んでいます。",
                &[Block::Measures {
                    division: "情報共有",
                    caption: "情報共有の取組項目と取組内容",
                    aim: "取組項目",
                }],
            ),
            group(
                "active-hospitals",
                "積極的役割を担う医療機関との連携",
                &[
                    part(
                        "hospital-count",
                        "積極的医療機関について",
                        "「日常の療養支援」「入退院支援」「急変時の対応」「看取り」の機能を確保するため、各区に「積極的医療機関」に位置づけられた医療機関があります。",
                        &[Block::Counts(Figure::InstitutionCounts), Block::Notes],
                    ),
                    part(
                        "hospital-meetings",
                        "積極的医療機関との連携会議の開催",
                        "積極的医療機関と定期的に会議を開き、地域の実情に応じた在宅医療の体制構築について検討します。",
                        &[
                            Block::Counts(Figure::CooperationMeetings),
                            Block::Counts(Figure::CooperationTopics),
                        ],
                    ),
                ],
            ),
            part(
                "visits",
                "同行訪問研修の実施（任意）",
                "将来の在宅医療を実施する医師を確保するため、区内の積極的医療機関等への同行訪問による研修を行います。",
                &[
                    Block::Counts(Figure::VisitsHeld),
                    Block::Counts(Figure::VisitHosts),
                    Block::Counts(Figure::VisitParticipants),
                ],
            ),
        ],
    },
    Section {
        id: "health-bureau",
        heading: "健康局の取組",
        parts: &[
            group(
                "council",
                "在宅医療推進会議の開催",
                &[
                    bare("council-meeting", &[Block::Meetings(Meeting::Council)]),
                    bare("subcommittee", &[Block::Meetings(Meeting::Subcommittee)]),
                ],
            ),
            group(
                "coordinators",
                "在宅医療連携拠点コーディネーターへの支援",
                &[
                    bare("briefing", &[Block::Meetings(Meeting::Briefing)]),
                    bare("exchange", &[Block::Meetings(Meeting::Exchange)]),
                ],
            ),
            group(
                "other-meetings",
                "そのほかの会議",
                &[bare("other-meeting", &[Block::Meetings(Meeting::Other)])],
            ),
        ],
    },
    Section {
        id: "progress",
        heading: "進捗状況",
        parts: &[bare("progress-list", &[Block::Progress])],
    },
    Section {
        id: "issues",
        heading: "課題",
        parts: &[bare("issues-list", &[Block::Issues])],
    },
];
