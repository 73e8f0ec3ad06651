//! 相談支援室: where professionals ask about home care, when it is open and who works there.

use crate::model::date::Clock;
use crate::model::figures::Measure;
use crate::model::names::Text;
use crate::model::repeat::Weekdays;
use crate::model::ward::Contact;

/// The desk of a ward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// Its hours are those of `opening` in the author's words.
    pub contact: Contact,
    /// Empty where the hours are not known, or not in a form that can be counted.
    pub opening: Vec<Opening>,
    pub coordinators: Vec<Coordinators>,
    /// What one can ask.
    pub asks: Vec<Text>,
    /// 取組 towards care around the clock and towards sharing what is known.
    pub measures: Vec<Measure>,
}

/// Hours that are the same on some days of every week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    pub weekdays: Weekdays,
    pub start: Clock,
    /// After the start, on the same day.
    pub end: Clock,
}

/// How many 拠点コーディネーター have a qualification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coordinators {
    pub qualification: Qualification,
    /// At least one.
    pub people: u32,
}

/// What a coordinator must have, one of (ア) to (エ) (大阪市「在宅医療連携拠点事業の取組について」, 拠点コーディネーターの資格).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Qualification {
    Nurse,
    SocialWorker,
    CareManager,
    Mediator,
}

impl Qualification {
    pub const ALL: [Self; 4] = [
        Self::Nurse,
        Self::SocialWorker,
        Self::CareManager,
        Self::Mediator,
    ];

    /// `ア`.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Nurse => "ア",
            Self::SocialWorker => "イ",
            Self::CareManager => "ウ",
            Self::Mediator => "エ",
        }
    }

    /// `（ア）保健師、看護師など`.
    pub fn name(self) -> String {
        format!("（{}）{}", self.sign(), self.label())
    }

    /// In a few words, for tables.
    pub fn label(self) -> &'static str {
        match self {
            Self::Nurse => "保健師、看護師など",
            Self::SocialWorker => "医療ソーシャルワーカー",
            Self::CareManager => "介護支援専門員など",
            Self::Mediator => "連携・調整の実務経験者",
        }
    }
}

/// How many desks are open for 20 hours a week and more, for 10 to 19, and for fewer (大阪市「在宅医療連携拠点事業の取組について」, II (1));
/// `None` where no hours are known.
pub fn in_bands(desks: &[&Desk]) -> Option<[usize; 3]> {
    let hours = desks
        .iter()
        .filter_map(|desk| Some(desk.weekly_minutes()? / 60));
    let hours: Vec<u32> = hours.collect();
    let bands = [20..=u32::MAX, 10..=19, 0..=9];
    let count = |band: std::ops::RangeInclusive<u32>| {
        hours.iter().filter(|hours| band.contains(hours)).count()
    };
    (!hours.is_empty()).then(|| bands.map(count))
}

/// How many coordinators have each qualification, in the order of `Qualification::ALL`; `None` where nobody is known.
pub fn qualified(desks: &[&Desk]) -> Option<[u32; 4]> {
    let all: Vec<&Coordinators> = desks.iter().flat_map(|desk| &desk.coordinators).collect();
    let people = |qualification| {
        let held = all.iter().filter(|one| one.qualification == qualification);
        held.map(|one| one.people).sum()
    };
    (!all.is_empty()).then(|| Qualification::ALL.map(people))
}

impl Desk {
    /// For how many minutes a week it is open; hours that overlap count once. `None` where nothing is known.
    pub fn weekly_minutes(&self) -> Option<u32> {
        let days = crate::model::date::Weekday::ALL.into_iter();
        let minutes = days.map(|weekday| {
            let mut open: Vec<(u32, u32)> = self
                .opening
                .iter()
                .filter(|opening| opening.weekdays.contains(weekday))
                .map(|opening| (opening.start.minutes(), opening.end.minutes()))
                .collect();
            open.sort_unstable();
            let mut until = 0;
            open.into_iter()
                .map(|(start, end)| {
                    let added = end.saturating_sub(start.max(until));
                    until = until.max(end);
                    added
                })
                .sum::<u32>()
        });
        (!self.opening.is_empty()).then(|| minutes.sum())
    }
}

#[cfg(test)]
mod tests {
    use super::{Desk, Opening};
    use crate::model::date::{Clock, Weekday};
    use crate::model::names::Text;
    use crate::model::repeat::Weekdays;
    use crate::model::ward::Contact;

    #[test]
    fn the_hours_of_a_week_are_counted_once() {
        let opening = |weekdays: &[Weekday], start, end| Opening {
            weekdays: Weekdays::new(weekdays.iter().copied()).expect("a weekday"),
            start: Clock::new(start, 0).expect("a time"),
            end: Clock::new(end, 30).expect("a time"),
        };
        let desk = |opening| Desk {
            contact: Contact {
                name: Text::new("見本相談支援室").expect("a name"),
                phone: None,
                fax: None,
                email: None,
                hours: None,
                note: None,
            },
            opening,
            coordinators: Vec::new(),
            asks: Vec::new(),
            measures: Vec::new(),
        };
        assert_eq!(desk(Vec::new()).weekly_minutes(), None);
        let two = [Weekday::Monday, Weekday::Friday];
        let apart = vec![opening(&two, 9, 11), opening(&two[..1], 13, 14)];
        assert_eq!(desk(apart).weekly_minutes(), Some(2 * 150 + 90));
        let overlapping = vec![
            opening(&two, 9, 12),
            opening(&two, 11, 13),
            opening(&two, 10, 10),
        ];
        assert_eq!(desk(overlapping).weekly_minutes(), Some(2 * 270));
    }
}
