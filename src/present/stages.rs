//! How far something has come, in words: the stage of today, since when, and the steps that follow for pages that are read later.
//!
//! Invariant: nothing changes from day to day but on the days of `Document::stage_days_ahead`.

use crate::model::date::Date;
use crate::model::document::Document;
use crate::model::facet::{Moment, State};
use crate::model::occurrence::Occurrence;
use crate::model::site::Site;
use crate::model::stage::{Stage, Step};
use crate::present::wording;
use crate::theme::view::StageView;

/// How many later steps a page knows. A weekly meeting takes three for each time; who reads a page that is older should see no more of
/// them than a few.
const STEPS: usize = 8;

/// The stage of a document in a list; `None` for what has none and never will.
pub fn label(site: &Site, document: &Document) -> Option<StageView> {
    let now = Stage::on(document, site.today);
    let steps = match now {
        Some(Stage::Said(_)) => String::new(),
        Some(_) | None => steps(document.stage_steps(site.today)),
    };
    view(now, steps)
}

/// What follows for whoever would apply, the same for all times of a document.
pub fn ahead(site: &Site, document: &Document) -> Vec<Step> {
    let window = document.facets.application.window();
    let all = window.map(|_| document.stage_steps(site.today).take(STEPS));
    all.into_iter().flatten().collect()
}

/// The same as `label` for one time of a document, wherever times stand alone: one is over while others are still to come. `ahead` is
/// that of the document.
pub fn of_time(
    site: &Site,
    document: &Document,
    time: &Occurrence,
    ahead: &[Step],
) -> Option<StageView> {
    let now = on_time(document, time, site.today);
    let steps = match now {
        Some(Stage::Said(_) | Stage::Ended) => String::new(),
        Some(_) | None => steps(steps_of_time(ahead, time, site.today)),
    };
    view(now, steps)
}

fn view(stage: Option<Stage>, steps: String) -> Option<StageView> {
    (stage.is_some() || !steps.is_empty()).then(|| StageView {
        id: stage.map_or("", Stage::id).to_owned(),
        label: stage.map_or("", Stage::label).to_owned(),
        text: None,
        since: None,
        steps,
    })
}

/// What can be applied for is said of every time that is still to come.
fn on_time(document: &Document, time: &Occurrence, today: Date) -> Option<Stage> {
    let said = document.state();
    match said {
        Some(State::Cancelled | State::Postponed) => said.map(Stage::Said),
        Some(State::Full) | None if time.last < today => Some(Stage::Ended),
        Some(State::Full) => said.map(Stage::Said),
        None if time.first <= today => Some(Stage::Running),
        None => Stage::on(document, today).filter(|stage| is_of_application(*stage)),
    }
}

fn steps_of_time(ahead: &[Step], time: &Occurrence, today: Date) -> impl Iterator<Item = Step> {
    let first = time.first;
    let before = ahead
        .iter()
        .copied()
        .filter(move |step| step.at.date < first && step.stage.is_some_and(is_of_application));
    let own = [
        (Some(first), Stage::Running),
        (time.last.next(), Stage::Ended),
    ];
    let own = own.into_iter().filter_map(move |(day, stage)| {
        Some(Step {
            at: Moment {
                date: day.filter(|day| *day > today)?,
                clock: None,
            },
            stage: Some(stage),
        })
    });
    before.chain(own)
}

fn is_of_application(stage: Stage) -> bool {
    match stage {
        Stage::NotYetOpen | Stage::Open | Stage::ClosingSoon | Stage::Closed => true,
        Stage::Running | Stage::Ended | Stage::Said(_) => false,
    }
}

/// The same on the page of the document, with a sentence and the day since which it holds; `None` too for what the banner of the page
/// says already.
pub fn sentence(site: &Site, document: &Document) -> Option<StageView> {
    let label = label(site, document)?;
    let style = site.settings.style;
    let Some((stage, since)) = document.stage(site.today) else {
        return Some(label);
    };
    if matches!(stage, Stage::Said(_)) {
        return None;
    }
    Some(StageView {
        text: text(site, document, stage),
        // What is over stays so, and its sentence says since when.
        since: (stage != Stage::Ended).then(|| wording::day(since, style)),
        ..label
    })
}

fn text(site: &Site, document: &Document, stage: Stage) -> Option<String> {
    let style = site.settings.style;
    let apply = &document.facets.application;
    let moment = |moment: Moment| wording::moment(moment, style);
    let deadline = apply
        .deadline
        .as_ref()
        .map(|deadline| moment(deadline.value));
    let from = || {
        let opens = apply.opens.as_ref()?;
        Some(format!("申込みは、{}からです。", moment(opens.value)))
    };
    let until = deadline
        .as_ref()
        .map(|last| format!("申込みは、{last}までです。"));
    let day = |day| style.with_weekday(day);
    match stage {
        Stage::NotYetOpen => from(),
        Stage::Open => until.or_else(from),
        Stage::ClosingSoon => until,
        Stage::Closed => Some(format!("申込みは、{}で締め切りました。", deadline?)),
        Stage::Running => {
            let time = document.next(site.today)?;
            let (first, last) = (day(time.first), day(time.last));
            Some(match time.first == time.last {
                true => format!("開催日は、{first}です。"),
                false => format!("開催期間は、{first}から{last}までです。"),
            })
        }
        Stage::Ended => {
            let last = document.occurrences.last()?.last;
            let kind = document.kind.label;
            Some(format!("この{kind}は、{}に終了しました。", day(last)))
        }
        Stage::Said(_) => None,
    }
}

/// `2026-11-27T00:00+09:00 closing-soon まもなく締切|…`; a moment alone where a stage ends and none follows.
fn steps(steps: impl Iterator<Item = Step>) -> String {
    let step = |step: Step| {
        let Moment { date, clock } = step.at;
        let (date, clock) = clock.unwrap_or_default().on(date);
        let stage = step
            .stage
            .map(|stage| format!(" {} {}", stage.id(), stage.label()));
        let moment = format!("{}T{}+09:00", date.iso(), clock.iso());
        moment + &stage.unwrap_or_default()
    };
    steps.take(STEPS).map(step).collect::<Vec<_>>().join("|")
}
