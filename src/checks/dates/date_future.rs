//! `date-future`: a 更新日 or 確認日 that has not come yet.
//!
//! Why: a page must not claim to be newer than it is; it is nearly always a slip in the year or the month (domain §3.4 B `ja-date-impossible`).

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::date::Date;
use crate::model::document::Document;
use crate::model::field::Field;
use crate::text::span::Spanned;

pub const ROW: CheckRow = CheckRow {
    code: "date-future",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "まだ来ていない更新日や確認日を見つけます。",
    why: "ページは、実際より新しいと見せてはいけません。たいていは、年か月の打ち間違いです。",
    source: "",
    bad: &["---\n題名: お知らせ\n更新日: 令和9年11月10日\n---\n本文です。"],
    good: &[
        "---\n題名: お知らせ\n更新日: 令和8年11月22日\n---\n本文です。",
        "---\n題名: お知らせ\n更新日: 令和8年11月10日\n---\n本文です。",
    ],
};

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    // A document that is previewed before its 掲載日 may already carry dates up to that day.
    let today = input.site.today;
    let latest = document
        .published()
        .map_or(today, |published| published.max(today));
    let facets = &document.facets;
    let dates = [
        (Field::Updated, &facets.updated),
        (Field::Reviewed, &facets.reviewed),
    ];
    dates
        .into_iter()
        .filter_map(|(field, date)| Some((field, date.as_ref()?)))
        .filter(|(_, date)| date.value > latest)
        .map(|(field, date)| diagnostic(document, field, date, today))
        .collect()
}

fn diagnostic(document: &Document, field: Field, date: &Spanned<Date>, today: Date) -> Diagnostic {
    Diagnostic::error(
        "date-future",
        at(document.source, date.span),
        format!("{}がまだ来ていない日です", field.label()),
    )
    .label(format!("今日は{today}です"))
    .help(format!(
        "年と月を確かめてください。今日なら「{today}」と書いてください。"
    ))
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::Sample;

    fn marked(name: &str, iso: &str) -> Vec<String> {
        let mut sample = Sample::new();
        sample.add(name, "題名\n更新日: その日", |draft| {
            draft.document.facets.updated = Some(draft.date(iso, "その日"));
        });
        sample.marked(Rule::Document(super::check))
    }

    #[test]
    fn a_day_after_today_is_marked() {
        assert_eq!(marked("guides/start", "2026-11-23"), ["その日"]);
        assert!(marked("guides/start", "2026-11-22").is_empty());
    }

    #[test]
    fn a_preview_may_be_dated_up_to_its_day() {
        assert!(marked("notices/2026-12-01-a", "2026-12-01").is_empty());
        assert_eq!(marked("notices/2026-12-01-a", "2026-12-02"), ["その日"]);
    }
}
