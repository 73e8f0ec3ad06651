//! `accessibility` of `site.yaml`: what the city has decided and found about accessibility, read into strict types.

use crate::diag::Findings;
use crate::model::accessibility::{Accessibility, Goal, Level};
use crate::model::names::Text;
use crate::parse::table::{Table, scalar};
use crate::parse::yaml::Node;

const KEYS: &[&str] = &[
    "standard",
    "level",
    "goal",
    "deadline",
    "scope",
    "exceptions",
    "criteria",
    "issues",
    "tested",
];

pub(super) fn accessibility(node: Node, findings: &mut Findings) -> Option<Accessibility> {
    let mut table = Table::new(node, KEYS, findings)?;
    let usual = Accessibility::default();
    Some(Accessibility {
        standard: table.text("standard").unwrap_or(usual.standard),
        level: table
            .value("level", "AA", Level::from_letters)
            .unwrap_or(usual.level),
        goal: table.value("goal", "一部準拠", Goal::from_label),
        deadline: table.text("deadline"),
        scope: table.text("scope"),
        exceptions: texts(&mut table, "exceptions"),
        criteria: texts(&mut table, "criteria"),
        issues: texts(&mut table, "issues"),
        tested: table.text("tested"),
    })
}

fn texts(table: &mut Table, key: &str) -> Vec<Text> {
    table.each(key, |node, _| Text::new(&scalar(node)?.value))
}
