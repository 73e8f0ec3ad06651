//! The report of a test (layer 9): a plan in, a sample of its pages looked at and the table of JIS X 8341-3, 附属書JB out.
//!
//! Invariant: a machine sees only a part of what the standard asks, so no judgement is made here but that something does not occur in
//! the pages; whether a criterion is met, and the level of the site, are left to people.
//! Invariant: the same plan and the same choice give the same report.

mod criteria;
mod looks;
mod page;
mod report;
mod sample;

use crate::audit::criteria::{CRITERIA, Criterion};
use crate::audit::looks::{Seen, look};
use crate::audit::page::Page;
use crate::audit::sample::Sampled;
use crate::model::date::Date;
use crate::model::settings::Settings;
use crate::outputs::{Make, Plan};

/// Which pages are looked at.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// At least this many, as far as the site has them; every template has one in any case.
    pub pages: usize,
    pub seed: u64,
}

/// What was looked at and what was seen.
struct Test<'a> {
    settings: &'a Settings,
    today: Date,
    choice: Choice,
    /// Of the whole site.
    site_pages: usize,
    sampled: Vec<Sampled<'a>>,
    rows: Vec<(&'static Criterion, Seen)>,
}

/// The report as an HTML page; the error is a sentence about the theme for the person who builds.
pub fn report(
    plan: &Plan,
    settings: &Settings,
    today: Date,
    choice: Choice,
) -> Result<String, String> {
    let pages = sample::pages(plan);
    let sampled = sample::choose(&pages, choice);
    let mut looked_at = Vec::new();
    for chosen in &sampled {
        let Some(job) = plan.jobs.get(chosen.path) else {
            continue;
        };
        let Make::Bytes(make) = &job.make else {
            continue;
        };
        let address = chosen.address(settings);
        looked_at.push(Page::new(address, &String::from_utf8_lossy(&make()?)));
    }
    let rows = CRITERIA
        .iter()
        .filter(|criterion| criterion.level <= settings.accessibility.level)
        .map(|criterion| (criterion, look(&criterion.look, &looked_at)))
        .collect();
    Ok(report::html(&Test {
        settings,
        today,
        choice,
        site_pages: pages.len(),
        sampled,
        rows,
    }))
}

#[cfg(test)]
mod tests;
