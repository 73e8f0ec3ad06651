//! What words of manuscripts mean to the yearly report: topics of meetings, hosts of visits, who takes part, and what meetings of the city
//! are (大阪市「在宅医療連携拠点事業の取組について」, II (4) and (5), III).

use std::collections::BTreeSet;

use crate::text::japanese::squeezed;

/// A class of 議題 of the meetings with 積極的医療機関.
#[derive(Debug)]
pub struct Topic {
    pub label: &'static str,
    /// Words that tell it, as `squeezed` has them.
    signs: &'static [&'static str],
}

/// All classes, in the order of the report. The first whose sign occurs is the one.
pub const TOPICS: &[Topic] = &[
    Topic {
        label: "在宅医療を実施する医療機関の連携促進",
        signs: &["医療機関の連携促進", "医療機関の連携の促進"],
    },
    Topic {
        label: "積極的医療機関の現状把握や情報共有など連携",
        signs: &[
            "積極的医療機関の現状",
            "積極的医療機関との情報共有",
            "積極的医療機関の情報共有",
        ],
    },
    Topic {
        label: "24時間体制構築など在宅医療体制の構築に向けた情報共有・課題検討",
        signs: &["24時間", "在宅医療体制の構築"],
    },
    Topic {
        label: "在宅医療を提供する医療機関の確保",
        signs: &["医療機関の確保", "医師の確保"],
    },
    Topic {
        label: "後方支援医療機関との連携",
        signs: &["後方支援"],
    },
];

/// The class of a line of 議題, an index into `TOPICS`.
pub fn topic(line: &str) -> Option<usize> {
    let words = squeezed(line);
    let is_it = |topic: &Topic| {
        words.contains(&squeezed(topic.label))
            || topic.signs.iter().any(|sign| words.contains(sign))
    };
    TOPICS.iter().position(is_it)
}

/// Whom a visit leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Host {
    Active,
    Other,
}

/// What 受入先 says: the kinds by name, or institutions. `own` are the names of the 積極的医療機関 of the ward and `known` those of all
/// wards, both as `squeezed` has them, the longest of `own` first. Nothing where no register tells.
pub fn host(words: &str, own: &[String], known: &BTreeSet<String>) -> Vec<Host> {
    const OTHERS: &[&str] = &[
        "他医療機関",
        "他の医療機関",
        "ほかの医療機関",
        "その他の医療機関",
    ];
    const BETWEEN: &[&str] = &[
        "、",
        ",",
        "・",
        "/",
        "及び",
        "および",
        "と",
        "のみ",
        "(",
        ")",
    ];
    let mut rest = squeezed(words);
    let mut hosts = Vec::new();
    let own = own.iter().map(|name| (name.as_str(), Host::Active));
    let kinds = OTHERS.iter().map(|name| (*name, Host::Other));
    for (name, host) in own.chain([("積極的医療機関", Host::Active)]).chain(kinds) {
        if !name.is_empty() && rest.contains(name) {
            rest = rest.replace(name, "、");
            hosts.push(host);
        }
    }
    if hosts.is_empty() && known.is_empty() {
        return hosts;
    }
    if known.contains(&rest) {
        return vec![Host::Active];
    }
    for joint in BETWEEN {
        rest = rest.replace(joint, "、");
    }
    let named = rest.split('、').filter(|part| !part.is_empty());
    hosts.extend(named.map(|part| match known.contains(part) {
        true => Host::Active,
        false => Host::Other,
    }));
    hosts
}

/// Who takes part in visits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    Doctors,
    Students,
    Others,
    Undecided,
}

impl Audience {
    pub fn label(self) -> &'static str {
        match self {
            Self::Doctors => "医師",
            Self::Students => "医学生",
            Self::Others => "ほかの職種",
            Self::Undecided => "未定",
        }
    }
}

/// What a line of 対象 says.
pub fn audience(line: &str) -> Vec<Audience> {
    const OTHERS: &[&str] = &[
        "看護師",
        "薬剤師",
        "歯科",
        "介護",
        "ケアマネ",
        "療法士",
        "相談員",
        "ソーシャルワーカー",
        "栄養士",
        "多職種",
    ];
    // 歯科医師 are others, although the word has 医師 in it.
    let line = &line.replace("歯科医師", "歯科");
    let signs = [
        (Audience::Doctors, &["医師"][..]),
        (Audience::Students, &["医学生"][..]),
        (Audience::Others, OTHERS),
        (Audience::Undecided, &["未定"][..]),
    ];
    let said = signs
        .into_iter()
        .filter(|(_, signs)| signs.iter().any(|sign| line.contains(sign)));
    said.map(|(audience, _)| audience).collect()
}

/// A class of meetings of the city, in the order of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meeting {
    /// 在宅医療推進会議.
    Council,
    /// Its 部会: 在宅医療・介護連携推進会議.
    Subcommittee,
    /// コーディネーター説明会.
    Briefing,
    /// コーディネーター意見交換会.
    Exchange,
    Other,
}

/// What the title of a meeting says it is.
pub fn meeting(title: &str) -> Meeting {
    let title = squeezed(title);
    let signs = [
        (Meeting::Subcommittee, "部会"),
        (Meeting::Subcommittee, "介護連携推進会議"),
        (Meeting::Council, "在宅医療推進会議"),
        (Meeting::Briefing, "説明会"),
        (Meeting::Exchange, "意見交換会"),
    ];
    let said = signs.into_iter().find(|(_, sign)| title.contains(sign));
    said.map_or(Meeting::Other, |(meeting, _)| meeting)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Audience, Host, Meeting, TOPICS, audience, host, meeting, topic};

    #[test]
    fn every_topic_is_known_by_its_own_name_and_as_people_write_it() {
        for (index, row) in TOPICS.iter().enumerate() {
            assert_eq!(topic(row.label), Some(index), "{}", row.label);
            assert_eq!(
                topic(&format!("{}について", row.label)),
                Some(index),
                "{}",
                row.label
            );
        }
        assert_eq!(topic("２４時間体制の検討"), Some(2));
        assert_eq!(topic("前年度の決算について"), None);
    }

    #[test]
    fn a_host_is_told_by_its_kind_or_by_the_register() {
        let own = ["見本診療所分院", "見本診療所"].map(str::to_owned);
        let known: BTreeSet<String> = own.iter().cloned().chain(["見本病院".to_owned()]).collect();
        for (words, expected) in [
            ("積極的医療機関", vec![Host::Active]),
            ("積極的医療機関のみ", vec![Host::Active]),
            (
                "積極的医療機関と他医療機関",
                vec![Host::Active, Host::Other],
            ),
            ("他の医療機関", vec![Host::Other]),
            ("見本診療所", vec![Host::Active]),
            ("見本病院", vec![Host::Active]),
            (
                "見本診療所　分院、見本診療所",
                vec![Host::Active, Host::Active],
            ),
            ("見本診療所・見本医院", vec![Host::Active, Host::Other]),
            ("見本医院", vec![Host::Other]),
        ] {
            assert_eq!(host(words, &own, &known), expected, "{words}");
        }
        assert_eq!(host("見本医院", &[], &BTreeSet::new()), []);
        assert_eq!(host("他医療機関", &[], &BTreeSet::new()), [Host::Other]);
    }

    #[test]
    fn an_audience_may_be_several() {
        assert_eq!(audience("在宅医療を始める医師"), [Audience::Doctors]);
        assert_eq!(
            audience("医師と医学生"),
            [Audience::Doctors, Audience::Students]
        );
        assert_eq!(audience("歯科医師"), [Audience::Others]);
        assert_eq!(audience("未定"), [Audience::Undecided]);
        assert_eq!(
            audience("医師、看護師"),
            [Audience::Doctors, Audience::Others]
        );
    }

    #[test]
    fn a_meeting_is_told_by_its_title() {
        for (title, expected) in [
            ("大阪市在宅医療推進会議", Meeting::Council),
            ("在宅医療・介護連携推進会議", Meeting::Subcommittee),
            ("大阪市在宅医療推進会議　部会", Meeting::Subcommittee),
            (
                "在宅医療連携拠点事業 コーディネーター説明会",
                Meeting::Briefing,
            ),
            (
                "在宅医療連携拠点コーディネーター意見交換会",
                Meeting::Exchange,
            ),
            ("多職種研修会", Meeting::Other),
        ] {
            assert_eq!(meeting(title), expected, "{title}");
        }
    }
}
