//! `updated-early`: a 更新日 before the 掲載日 of the file name.
//!
//! Why: nothing can be changed before it is published; one of the two is a slip (domain §3.4 B `ja-date-impossible`).

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;

pub const ROW: CheckRow = CheckRow {
    code: "updated-early",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "掲載日より前の更新日を見つけます。",
    why: "載せる前に直すことはできません。どちらかの日付が間違っています。",
    source: "",
    bad: &["---\n題名: お知らせ\n更新日: 令和8年10月1日\n---\n本文です。"],
    good: &[
        "---\n題名: お知らせ\n更新日: 令和8年11月10日\n---\n本文です。",
        "---\n題名: お知らせ\n更新日: 令和8年11月1日\n---\n本文です。",
    ],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let Some((published, updated)) = document.published().zip(document.facets.updated) else {
        return Vec::new();
    };
    if updated.value >= published {
        return Vec::new();
    }
    let found = Diagnostic::error(
        "updated-early",
        at(document.source, updated.span),
        "更新日が掲載日より前です",
    )
    .label(format!("ファイル名の掲載日は{published}です"))
    .help(format!(
        "掲載日から変えていないときは、「更新日」の行を消してください。変えたときは、「{published}」か、それよりあとの日を書いてください。"
    ));
    vec![found]
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
    fn a_change_before_publication_is_marked() {
        assert_eq!(marked("notices/2026-11-01-a", "2026-10-31"), ["その日"]);
        assert!(marked("notices/2026-11-01-a", "2026-11-01").is_empty());
        assert!(marked("guides/start", "2020-01-01").is_empty());
    }
}
