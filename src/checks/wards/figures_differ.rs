//! `figures-differ`: a table of a yearly report that says something else than the wards' own documents, desks and registers.
//!
//! Why: both are published; whoever reads both must find the same.

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity, Where};
use crate::model::date::Date;
use crate::model::document::Document;
use crate::model::field::Field;
use crate::model::figures::Difference;
use crate::model::institution::Roster;

pub const ROW: CheckRow = CheckRow {
    code: "figures-differ",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "年次報告に書かれた数のうち、各区の原稿と名簿から数えた数と違うものを見つけます。",
    why: "報告と各区のページを両方読む人が、どちらが正しいのか分からなくなります。",
    source: "大阪市「在宅医療連携拠点事業の取組について」",
    bad: &[],
    good: &[],
};

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    let differences = input.site.differences(document).into_iter();
    differences
        .filter_map(|difference| finding(document, &difference, input))
        .collect()
}

fn finding(document: &Document, difference: &Difference, input: &Input) -> Option<Diagnostic> {
    let year = document.fiscal_year()?;
    let part = difference.part;
    let is_past = input.site.today.fiscal_year() > year;
    // A register that was confirmed after the year says nothing about it.
    let rosters = &input.site.rosters;
    let end = Date::new(year.0 + 1, 3, 31)?;
    let is_only_later = !rosters.is_empty() && rosters.iter().all(|one| is_later(one, end));
    if part.is_state && is_past && is_only_later {
        return None;
    }
    let place = document.facets.key(Field::Figure(part.field));
    let at = place.map_or(Where::File(document.source), |span| {
        at(document.source, span)
    });
    let title = format!(
        "「{}」が、数えた数と違います",
        Field::Figure(part.field).label()
    );
    let number =
        |number: &Option<u32>| number.map_or("なし".to_owned(), |number| number.to_string());
    let rows = difference.rows.iter().map(|(label, declared, counted)| {
        format!(
            "{label}は、報告では{}、数えると{}",
            number(declared),
            number(counted)
        )
    });
    let rows: Vec<String> = rows.collect();
    let help =
        "どちらかを直してください。報告の数が正しいときは、各区の原稿と名簿を確かめてください。";
    let found = match part.is_state && is_past {
        true => Diagnostic::info("figures-differ", at, title),
        false => Diagnostic::warning("figures-differ", at, title),
    };
    Some(found.label(rows.join("。")).help(help))
}

fn is_later(roster: &Roster, end: Date) -> bool {
    let days = roster.institutions.iter().filter_map(|one| one.confirmed);
    let mut days = days.peekable();
    days.peek().is_some() && days.all(|day| day > end)
}
