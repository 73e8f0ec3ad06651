//! 検査の一覧: what is looked for in manuscripts, for those who write them. No page leads to it, and search engines are asked to stay away.

use std::sync::Arc;

use crate::checks::{CheckRow, FAMILIES, Family, rows};
use crate::model::address::{Address, OutputPath};
use crate::model::ward::Place;
use crate::outputs::Job;
use crate::outputs::frame::{Frame, Page, Title, job};
use crate::text::escape::named;
use crate::theme::view::catalogue::{CataloguePage, CheckView, FamilyView};

const TITLE: &str = "検査の一覧";

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    vec![job(frame, Place::City, &address(), view)]
}

fn address() -> Address {
    Address::page(&["docs", "checks"])
}

fn view(frame: &Frame) -> Page<CataloguePage> {
    let title = Title {
        title: TITLE,
        description: Some("原稿の検査で見つけることの一覧です。".to_owned()),
        canonical: address(),
        noindex: true,
        steps: Vec::new(),
    };
    let page = CataloguePage {
        title: TITLE.to_owned(),
        count: rows().count(),
        families: FAMILIES.iter().map(family).collect(),
    };
    frame.page("pages/checks.html", Place::City, title, page)
}

fn family(family: &Family) -> FamilyView {
    FamilyView {
        // The ids of checks are words with hyphens; a family must not have the id of a check.
        id: format!("family-{}", family.id),
        label: family.label.to_owned(),
        checks: family.rows.iter().map(check).collect(),
    }
}

fn check(row: &CheckRow) -> CheckView {
    let texts = |examples: &[&str]| examples.iter().map(|example| named(example)).collect();
    CheckView {
        code: row.code.to_owned(),
        severity: row.severity.id().to_owned(),
        severity_label: row.severity.label().to_owned(),
        detects: row.detects.to_owned(),
        why: row.why.to_owned(),
        source: row.source.to_owned(),
        bad: texts(row.bad),
        good: texts(row.good),
        fixes: row.fixes,
    }
}
