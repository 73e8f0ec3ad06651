//! What words of manuscripts mean to the yearly report: topics of meetings, hosts of visits, and who takes part
//! (大阪市「在宅医療連携拠点事業の取組について」, II (4) and (5)).

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

/// What 受入先 says: the kinds by name, or institutions, of which `active` are 積極的医療機関. Nothing where no register tells.
pub fn host(words: &str, active: &[&str]) -> Vec<Host> {
    const OTHERS: &[&str] = &[
        "他医療機関",
        "他の医療機関",
        "ほかの医療機関",
        "その他の医療機関",
    ];
    let mut rest = squeezed(words);
    let mut hosts = Vec::new();
    let mut take = |name: &str, host: Host| {
        if !name.is_empty() && rest.contains(name) {
            rest = rest.replace(name, "");
            hosts.push(host);
        }
    };
    // The longest name first, as one may be part of another.
    let mut names: Vec<String> = active.iter().map(|name| squeezed(name)).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for name in names {
        take(&name, Host::Active);
    }
    take("積極的医療機関", Host::Active);
    for name in OTHERS {
        take(name, Host::Other);
    }
    let is_told = !hosts.is_empty() || !active.is_empty();
    let between = |sign: char| "、,・と及びおよび・()/のみ".contains(sign);
    if is_told && !rest.chars().all(between) {
        hosts.push(Host::Other);
    }
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
    let signs = [
        (Audience::Doctors, &["医師"][..]),
        (Audience::Students, &["医学生", "研修生"][..]),
        (Audience::Others, OTHERS),
        (Audience::Undecided, &["未定"][..]),
    ];
    let said = signs
        .into_iter()
        .filter(|(_, signs)| signs.iter().any(|sign| line.contains(sign)));
    said.map(|(audience, _)| audience).collect()
}

#[cfg(test)]
mod tests {
    use super::{Audience, Host, TOPICS, audience, host, topic};

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
        let active = ["見本診療所", "見本診療所 分院"];
        for (words, expected) in [
            ("積極的医療機関", vec![Host::Active]),
            ("積極的医療機関のみ", vec![Host::Active]),
            (
                "積極的医療機関と他医療機関",
                vec![Host::Active, Host::Other],
            ),
            ("他の医療機関", vec![Host::Other]),
            ("見本診療所", vec![Host::Active]),
            (
                "見本診療所　分院、見本診療所",
                vec![Host::Active, Host::Active],
            ),
            ("見本診療所・見本医院", vec![Host::Active, Host::Other]),
            ("見本医院", vec![Host::Other]),
        ] {
            assert_eq!(host(words, &active), expected, "{words}");
        }
        assert_eq!(host("見本医院", &[]), []);
        assert_eq!(host("他医療機関", &[]), [Host::Other]);
    }

    #[test]
    fn an_audience_may_be_several() {
        assert_eq!(audience("在宅医療を始める医師"), [Audience::Doctors]);
        assert_eq!(
            audience("医師と医学生"),
            [Audience::Doctors, Audience::Students]
        );
        assert_eq!(audience("未定"), [Audience::Undecided]);
        assert_eq!(
            audience("医師、看護師"),
            [Audience::Doctors, Audience::Others]
        );
    }
}
