//! How far something has come, in words: the stage of today, since when, and the steps that follow for pages that are read later.
//!
//! Invariant: nothing changes from day to day but on the days of `Document::stage_days_ahead`.

use crate::model::document::Document;
use crate::model::facet::Moment;
use crate::model::site::Site;
use crate::model::stage::{Stage, Step};
use crate::present::wording;
use crate::theme::view::StageView;

/// How many later steps a page knows. A weekly meeting takes three for each time; who reads a page that is older should see no more of
/// them than a few.
const STEPS: usize = 8;

/// The stage of a document in a list; `None` for what has none and never will.
pub fn label(site: &Site, document: &Document) -> Option<StageView> {
    let now = document.stage(site.today);
    let steps = match now {
        Some((Stage::Said(_), _)) => String::new(),
        Some(_) | None => steps(document.stage_steps(site.today)),
    };
    if now.is_none() && steps.is_empty() {
        return None;
    }
    let stage = now.map(|(stage, _)| stage);
    Some(StageView {
        id: stage.map_or("", Stage::id).to_owned(),
        label: stage.map_or("", Stage::label).to_owned(),
        text: None,
        since: None,
        steps,
    })
}

/// The same on the page of the document, with a sentence and the day since which it holds.
pub fn sentence(site: &Site, document: &Document) -> Option<StageView> {
    let label = label(site, document)?;
    let style = site.settings.style;
    let Some((stage, since)) = document.stage(site.today) else {
        return Some(label);
    };
    Some(StageView {
        text: text(site, document, stage),
        since: Some(wording::day(since, style)),
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
    let until = deadline.map(|last| format!("申込みは、{last}までです。"));
    match stage {
        Stage::NotYetOpen => {
            let opens = apply.opens.as_ref()?;
            Some(format!("申込みは、{}からです。", moment(opens.value)))
        }
        Stage::Open => Some(until.unwrap_or_else(|| "申込みを受け付けています。".to_owned())),
        Stage::ClosingSoon => until,
        Stage::Closed => Some("申込みの受付は終わりました。".to_owned()),
        Stage::Running => {
            let last = document.next(site.today)?.last;
            Some(format!("この回は、{}までです。", style.with_weekday(last)))
        }
        Stage::Ended => Some(format!("この{}は終了しました。", document.kind.label)),
        Stage::Said(_) => None,
    }
}

/// `2026-11-27T00:00+09:00 closing-soon まもなく締切|…`; a moment alone where a stage ends and none follows.
fn steps(steps: impl Iterator<Item = Step>) -> String {
    let step = |step: Step| {
        let clock = step
            .at
            .clock
            .map_or("00:00".to_owned(), |clock| clock.iso());
        let (day, clock) = match (clock.as_str(), step.at.date.next()) {
            // The end of a day, which no moment of that day can say.
            ("24:00", Some(next)) => (next, "00:00".to_owned()),
            _ => (step.at.date, clock),
        };
        let stage = step
            .stage
            .map(|stage| format!(" {} {}", stage.id(), stage.label()));
        format!("{}T{clock}+09:00{}", day.iso(), stage.unwrap_or_default())
    };
    steps.take(STEPS).map(step).collect::<Vec<_>>().join("|")
}
