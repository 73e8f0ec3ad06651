//! Findings as JSON Lines, one object a line, for editors and other programs.
//!
//! Lines and columns count from 1, columns in characters; the end is the place after the last character. A finding about a whole file has none.

use serde::Serialize;

use crate::diag::{Certainty, Diagnostic};
use crate::report::places::{Places, Stretch};

pub fn render(diagnostics: &[Diagnostic], places: &Places<'_>) -> String {
    diagnostics
        .iter()
        .filter_map(|diagnostic| serde_json::to_string(&row(diagnostic, places)).ok())
        .map(|line| line + "\n")
        .collect()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row<'a> {
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    /// `[Sheet1] D14`, for what is in a table.
    cell: Option<String>,
    severity: &'static str,
    code: &'static str,
    title: &'a str,
    label: &'a str,
    help: &'a str,
    fix: Option<FixRow<'a>>,
    related: Vec<RelatedRow<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FixRow<'a> {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    replacement: &'a str,
    /// Whether `kairan check --fix` makes it without asking.
    sure: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RelatedRow<'a> {
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    label: &'a str,
}

fn row<'a>(diagnostic: &'a Diagnostic, places: &'a Places<'_>) -> Row<'a> {
    let [line, column, end_line, end_column] = numbers(places.stretch(&diagnostic.at));
    let fix = diagnostic.fix.as_ref().and_then(|fix| {
        let Stretch { start, end } = places.stretch_of(fix.at)?;
        Some(FixRow {
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            replacement: &fix.replacement,
            sure: fix.certainty == Certainty::Sure,
        })
    });
    let related = diagnostic.related.iter().map(|related| {
        let [line, column, end_line, end_column] = numbers(places.stretch(&related.at));
        RelatedRow {
            path: places.raw_path(&related.at),
            line,
            column,
            end_line,
            end_column,
            label: &related.label,
        }
    });
    Row {
        path: places.raw_path(&diagnostic.at),
        line,
        column,
        end_line,
        end_column,
        cell: places.cell(&diagnostic.at),
        severity: diagnostic.severity.id(),
        code: diagnostic.code,
        title: &diagnostic.title,
        label: &diagnostic.label,
        help: &diagnostic.help,
        fix,
        related: related.collect(),
    }
}

fn numbers(stretch: Option<Stretch>) -> [Option<usize>; 4] {
    match stretch {
        Some(Stretch { start, end }) => [start.line, start.column, end.line, end.column].map(Some),
        None => [None; 4],
    }
}

#[cfg(test)]
mod tests {
    use crate::diag::{Diagnostic, Where};
    use crate::report::places::tests::{sources, words};
    use crate::report::{Format, render};

    #[test]
    fn a_finding_is_one_object_on_one_line() {
        let sources = sources(&[("a.md", "題名: あ\n会揚: \"い\"\n")]);
        let at = words(&sources, "a.md", "会揚");
        let Where::Text(location) = at.clone() else {
            panic!("the sample marks characters");
        };
        let found = Diagnostic::error("unknown-field", at, "知らない項目「\"」です")
            .help("一\n二")
            .related(Where::File(location.source), "このファイル")
            .fix(location, "会場");
        assert_eq!(
            render(&[found], &sources, Format::Json, false),
            concat!(
                r#"{"path":"a.md","line":2,"column":1,"endLine":2,"endColumn":3,"cell":null,"severity":"error","code":"unknown-field","#,
                r#""title":"知らない項目「\"」です","label":"","help":"一\n二","#,
                r#""fix":{"line":2,"column":1,"endLine":2,"endColumn":3,"replacement":"会場","sure":true},"#,
                r#""related":[{"path":"a.md","line":null,"column":null,"endLine":null,"endColumn":null,"label":"このファイル"}]}"#,
                "\n"
            )
        );
    }
}
