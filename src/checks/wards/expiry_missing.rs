//! `expiry-missing`: a flyer of more than a year ago without 掲載終了.
//!
//! It is printed again as long as it stands in the list (domain §3.4 G `expiry-missing`). Notices are records of their day, and what has a
//! schedule is listed as past by itself; neither is wrong because it is old.

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::date::Date;
use crate::model::document::Document;

pub const ROW: CheckRow = CheckRow {
    code: "expiry-missing",
    severity: Severity::Info,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "掲載日から1年を過ぎた、「掲載終了」のない周知ビラを見つけます。",
    why: "古いビラが一覧に残ると、今も同じだと思った人が印刷して配り、もらった人が、変わった窓口や終わった取組を訪ねます。",
    source: "",
    bad: &[],
    good: &[
        "---\n題名: 年末年始の窓口のお知らせ\n掲載終了: 令和9年1月8日\n---\n12月29日から1月3日まで、窓口はお休みです。\n",
    ],
};

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    let facets = &document.facets;
    let (true, Some(published), Some(title), None) = (
        document.kind.is_handed_out,
        document.published(),
        &facets.title,
        &facets.expires,
    ) else {
        return Vec::new();
    };
    let updated = facets.updated.as_ref().map(|updated| updated.value);
    let last = updated.unwrap_or(published).max(published);
    let a_year = (last.year() + 1, last.month(), last.day());
    let today = input.site.today;
    if (today.year(), today.month(), today.day()) <= a_year {
        return Vec::new();
    }
    let place = at(document.source, title.span);
    let found = Diagnostic::info("expiry-missing", place, "「掲載終了」がありません")
        .label(format!("{last}から1年を過ぎています"))
        .help(format!(
            "「掲載終了: {}」のように、終わりの日を書いてください。今も正しいことを確かめたら、「更新日」も書いてください。",
            end_of_year(today)
        ));
    vec![found]
}

/// The last day of the fiscal year, 31 March.
fn end_of_year(today: Date) -> Date {
    Date::new(today.fiscal_year().0 + 1, 3, 31).unwrap_or(today)
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::Sample;

    fn marked(name: &str, dates: [Option<&str>; 2]) -> Vec<String> {
        let [updated, expires] = dates;
        let mut sample = Sample::new();
        sample.add(name, "題名\nその日", |draft| {
            draft.document.facets.updated = updated.map(|iso| draft.date(iso, "その日"));
            draft.document.facets.expires = expires.map(|iso| draft.date(iso, "その日"));
        });
        sample.marked(Rule::Document(super::check))
    }

    #[test]
    fn after_a_year_a_flyer_says_when_it_ends() {
        assert_eq!(marked("flyers/2025-11-21-acp", [None; 2]), ["題名"]);
        assert!(marked("flyers/2025-11-22-acp", [None; 2]).is_empty());
    }

    #[test]
    fn an_end_or_a_later_change_is_enough() {
        let old = "flyers/2024-04-01-madoguchi";
        assert!(marked(old, [None, Some("2027-03-31")]).is_empty());
        assert!(marked(old, [Some("2026-04-01"), None]).is_empty());
    }

    #[test]
    fn what_is_not_handed_out_is_left_alone() {
        assert!(marked("notices/2024-04-01-madoguchi", [None; 2]).is_empty());
        assert!(marked("lectures/2024-04-01-acp", [None; 2]).is_empty());
        assert!(marked("guides/acp", [None; 2]).is_empty());
    }
}
