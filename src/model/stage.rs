//! How far something has come on a day: before its application opens, open, over.

use crate::model::date::Date;
use crate::model::document::Document;
use crate::model::facet::{Application, Moment, State};

/// What a reader must know first about something that takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// 受付前
    NotYetOpen,
    /// 受付中
    Open,
    /// まもなく締切
    ClosingSoon,
    /// 締切
    Closed,
    /// 開催中: today is one of its days.
    Running,
    /// 終了
    Ended,
    /// 中止・延期・満員, which the manuscript says.
    Said(State),
}

/// For how many days before the last one an application is called まもなく締切.
const SOON_DAYS: i64 = 3;

impl Stage {
    pub const ALL: [Self; 9] = [
        Self::NotYetOpen,
        Self::Open,
        Self::ClosingSoon,
        Self::Closed,
        Self::Running,
        Self::Ended,
        Self::Said(State::Cancelled),
        Self::Said(State::Postponed),
        Self::Said(State::Full),
    ];

    pub fn label(self) -> &'static str {
        match self {
            Self::NotYetOpen => "受付前",
            Self::Open => "受付中",
            Self::ClosingSoon => "まもなく締切",
            Self::Closed => "締切",
            Self::Running => "開催中",
            Self::Ended => "終了",
            Self::Said(state) => state.label(),
        }
    }

    pub fn id(self) -> &'static str {
        match self {
            Self::NotYetOpen => "not-yet-open",
            Self::Open => "open",
            Self::ClosingSoon => "closing-soon",
            Self::Closed => "closed",
            Self::Running => "running",
            Self::Ended => "ended",
            Self::Said(state) => state.id(),
        }
    }

    /// The stage on a day, as far as days tell; `None` where there is nothing to say, as before a lecture that needs no application.
    ///
    /// What the manuscript says comes first, but something that was full is over like anything else.
    pub fn on(document: &Document, day: Date) -> Option<Self> {
        let state = document.state();
        if let Some(state @ (State::Cancelled | State::Postponed)) = state {
            return Some(Self::Said(state));
        }
        if document.has_ended(day) {
            return Some(Self::Ended);
        }
        if state == Some(State::Full) {
            return Some(Self::Said(State::Full));
        }
        match document.goes_on(day) {
            true => Some(Self::Running),
            false => Self::of_application(&document.facets.application, day),
        }
    }

    /// Only where a day is known on which applying begins or ends; that one must apply does not say that one still can.
    fn of_application(application: &Application, day: Date) -> Option<Self> {
        let day_of = |moment: Option<Moment>| moment.map(|moment| moment.date);
        let (opens, deadline) = application.window()?;
        let days_left = day_of(deadline).map(|last| day.days_until(last));
        Some(match days_left {
            _ if day_of(opens).is_some_and(|opens| day < opens) => Self::NotYetOpen,
            Some(..0) => Self::Closed,
            Some(0..=SOON_DAYS) => Self::ClosingSoon,
            Some(_) | None => Self::Open,
        })
    }
}

impl Application {
    /// When it opens and when it closes; `None` where neither is known or nobody need apply.
    pub fn window(&self) -> Option<(Option<Moment>, Option<Moment>)> {
        let is_needed = self.need.as_ref().is_none_or(|need| need.value.required);
        let opens = self.opens.as_ref().map(|moment| moment.value);
        let deadline = self.deadline.as_ref().map(|moment| moment.value);
        (is_needed && (opens.is_some() || deadline.is_some())).then_some((opens, deadline))
    }
}

/// A moment at which a stage begins: at midnight unless the manuscript gives a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    pub at: Moment,
    /// What begins then; `None` for nothing.
    pub stage: Option<Stage>,
}

impl Document {
    /// The days on which its stage may become another one, ascending.
    fn stage_days(&self) -> Vec<Date> {
        let mut days: Vec<Date> = self.published().into_iter().collect();
        if let Some((opens, deadline)) = self.facets.application.window() {
            days.extend(opens.map(|opens| opens.date));
            let last = deadline.map(|deadline| deadline.date);
            days.extend(last.and_then(|last| last.plus_days(-SOON_DAYS)));
            days.extend(last.and_then(Date::next));
        }
        for time in &self.occurrences {
            days.push(time.first);
            days.extend(time.last.next());
        }
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The stage on a day and the day since which it holds.
    pub fn stage(&self, today: Date) -> Option<(Stage, Date)> {
        let stage = Stage::on(self, today)?;
        let days = self.stage_days();
        let so_far = days.iter().rev().skip_while(|day| **day > today);
        let same = so_far.take_while(|day| Stage::on(self, **day) == Some(stage));
        Some((stage, same.last().copied().unwrap_or(today)))
    }

    /// The days after `today` on which another stage begins, ascending.
    pub fn stage_days_ahead(&self, today: Date) -> impl Iterator<Item = (Date, Option<Stage>)> {
        let mut before = Stage::on(self, today);
        let ahead = self
            .stage_days()
            .into_iter()
            .filter(move |day| *day > today);
        ahead.filter_map(move |day| {
            let stage = Stage::on(self, day);
            let is_new = std::mem::replace(&mut before, stage) != stage;
            is_new.then_some((day, stage))
        })
    }

    /// The same with the times of day that the manuscript gives: what closes at 17時 is closed before the day is over.
    pub fn stage_steps(&self, today: Date) -> impl Iterator<Item = Step> {
        let ahead = self.stage_days_ahead(today);
        ahead.map(|(day, stage)| Step {
            at: self.moment_of(day, stage),
            stage,
        })
    }

    fn moment_of(&self, day: Date, stage: Option<Stage>) -> Moment {
        let window = self.facets.application.window();
        let (opens, deadline) = window.unwrap_or_default();
        let opening = opens.filter(|opens| opens.date == day);
        let closing = deadline.filter(|last| last.clock.is_some() && last.date.next() == Some(day));
        let written = match stage {
            Some(Stage::Closed) => closing,
            Some(Stage::Open | Stage::ClosingSoon) => opening,
            Some(Stage::NotYetOpen | Stage::Running | Stage::Ended | Stage::Said(_)) | None => None,
        };
        written.unwrap_or(Moment {
            date: day,
            clock: None,
        })
    }
}
