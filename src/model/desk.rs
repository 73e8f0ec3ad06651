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

/// How long a desk is open in a week, in whole hours (大阪市「在宅医療連携拠点事業の取組について」, II (1)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// 20 and more.
    Long,
    /// 10 to 19.
    Middle,
    /// 1 to 9.
    Short,
    /// Less than one, or nobody knows.
    Unknown,
}

/// How many desks are in each band, the longest first; `Band::Unknown` only where there are any. `None` where no hours are known at all.
pub fn in_bands(desks: &[&Desk]) -> Option<Vec<(Band, usize)>> {
    let of = |desk: &&Desk| match desk.weekly_minutes().unwrap_or_default() / 60 {
        0 => Band::Unknown,
        1..=9 => Band::Short,
        10..=19 => Band::Middle,
        20.. => Band::Long,
    };
    let bands: Vec<Band> = desks.iter().map(of).collect();
    let count = |band: &Band| bands.iter().filter(|own| *own == band).count();
    let all = [Band::Long, Band::Middle, Band::Short, Band::Unknown];
    let rows = all.map(|band| (band, count(&band))).into_iter();
    let is_known = desks.iter().any(|desk| desk.weekly_minutes().is_some());
    let is_shown = |(band, number): &(Band, usize)| *band != Band::Unknown || *number > 0;
    is_known.then(|| rows.filter(is_shown).collect())
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
    use super::{Band, Desk, Opening, in_bands};
    use crate::model::date::{Clock, Weekday};
    use crate::model::names::Text;
    use crate::model::repeat::Weekdays;
    use crate::model::ward::Contact;

    fn opening(weekdays: &[Weekday], start: u32, end: u32) -> Opening {
        Opening {
            weekdays: Weekdays::new(weekdays.iter().copied()).expect("a weekday"),
            start: Clock::new(start, 0).expect("a time"),
            end: Clock::new(end, 30).expect("a time"),
        }
    }

    fn desk(opening: Vec<Opening>) -> Desk {
        Desk {
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
        }
    }

    #[test]
    fn the_hours_of_a_week_are_counted_once() {
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

    #[test]
    fn the_shortest_band_begins_with_one_hour_and_what_is_below_stands_by_itself() {
        let open = |start, end| desk(vec![opening(&[Weekday::Monday], start, end)]);
        // 9 hours and a half, half an hour, nothing known.
        let (short, least, unknown) = (open(9, 18), open(9, 9), desk(Vec::new()));
        let bands = [(Band::Long, 0), (Band::Middle, 0), (Band::Short, 1)];
        assert_eq!(in_bands(&[&short]), Some(bands.to_vec()));
        let all = in_bands(&[&short, &least, &unknown]);
        let bands = [&bands[..], &[(Band::Unknown, 2)]].concat();
        assert_eq!(all, Some(bands));
        assert_eq!(in_bands(&[&unknown]), None);
    }
}
