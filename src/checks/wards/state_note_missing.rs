//! `state-note-missing`: a 状態 without 状態の説明.
//!
//! Why: who reads 延期 asks at once why and until when, and would have to telephone.
//!
//! Bad: `状態: 延期`. Good: the same with `状態の説明: 台風のため延期します。`.

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;
use crate::model::facet::State;

pub const ROW: CheckRow = CheckRow {
    code: "state-note-missing",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "説明のない「状態」を見つけます。",
    why: "「中止」や「延期」だけでは、理由も、いつになるのかも分からず、電話で尋ねることになります。",
    source: "",
    bad: &[
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n状態: 延期\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n医師と看護師がお話しします。\n",
    ],
    good: &[
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n状態: 延期\n状態の説明: 台風のため延期します。新しい日程は、決まりしだいお知らせします。\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n医師と看護師がお話しします。\n",
    ],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let facets = &document.facets;
    let unexplained = facets.state.filter(|_| facets.state_note.is_none());
    let found = unexplained.map(|state| {
        Diagnostic::warning(
            "state-note-missing",
            at(document.source, state.span),
            "状態の説明がありません",
        )
        .label(format!("{}とだけ書いてあります", state.value.label()))
        .help(format!(
            "理由やこれからの予定を、次の行に「状態の説明: {}」のように書いてください。",
            example(state.value)
        ))
    });
    found.into_iter().collect()
}

fn example(state: State) -> &'static str {
    match state {
        State::Cancelled => "講師の都合により中止します。",
        State::Postponed => "台風のため延期します。新しい日程は決まりしだいお知らせします。",
        State::Full => "定員に達したため、申込みの受付を終わりました。",
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::Sample;
    use crate::model::facet::State;

    const TEXT: &str = "題名\n状態: 延期\n状態の説明: 台風のため延期します。";

    #[test]
    fn a_state_needs_an_explanation() {
        let mut sample = Sample::new();
        sample.add("lectures/2026-11-01-a", TEXT, |draft| {
            draft.document.facets.state = Some(draft.value(State::Postponed, "延期"));
        });
        sample.add("lectures/2026-11-01-b", TEXT, |draft| {
            draft.document.facets.state = Some(draft.value(State::Postponed, "延期"));
            draft.document.facets.state_note = Some(draft.words("台風のため延期します。"));
        });
        assert_eq!(sample.marked(Rule::Document(super::check)), ["延期"]);
    }
}
