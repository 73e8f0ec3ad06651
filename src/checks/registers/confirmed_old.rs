//! `confirmed-old`: rows of a register whose 確認日 is more than a year ago.
//!
//! Why: telephone numbers and hours change; somebody must ask once a year (domain §3.4 G `updated-stale`).

use crate::checks::{CheckRow, Input, Rule, Stage};
use crate::diag::{CellPlace, Diagnostic, Severity, Where};
use crate::model::institution::{Institution, Roster};
use crate::sheet::CellAddress;

pub const ROW: CheckRow = CheckRow {
    code: "confirmed-old",
    severity: Severity::Info,
    fixes: false,
    finds: Stage::Checking(Rule::Site(check)),
    detects: "名簿の、確認日から1年を超えた行を見つけます。",
    why: "電話番号や受付時間は変わります。年に1度は、今も正しいかを確かめる必要があります。",
    source: "",
    bad: &[],
    good: &[],
};

fn check(input: &Input) -> Vec<Diagnostic> {
    let rosters = input.site.rosters.iter();
    rosters.filter_map(|roster| of(roster, input)).collect()
}

/// One finding a register: a list is confirmed as a whole.
fn of(roster: &Roster, input: &Input) -> Option<Diagnostic> {
    let today = input.site.today;
    let is_old = |one: &&Institution| one.confirmed.is_some_and(|day| day.year_after() < today);
    let mut old = roster.institutions.iter().filter(is_old);
    let first = old.next()?;
    let at = Where::Cell(CellPlace {
        source: roster.source,
        sheet: first.sheet.clone(),
        cell: CellAddress {
            row: first.row,
            column: 0,
        },
    });
    let title = match old.count() {
        0 => format!("「{}」の確認日から1年を超えています", first.name),
        more => format!(
            "「{}」など{}件の確認日から1年を超えています",
            first.name,
            more + 1
        ),
    };
    let help = format!(
        "電話番号や時間が今も正しいことを確かめてから、確認日を「{}」に書き換えてください。",
        today.iso()
    );
    Some(Diagnostic::info("confirmed-old", at, title).help(help))
}
