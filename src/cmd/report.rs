//! `kairan report`: the figures of a fiscal year, for people and for other programs.

use kairan::diag::has_errors;
use kairan::model::date::FiscalYear;
use kairan::outputs::reports;
use kairan::present::figures;
use kairan::report::{self, Format};
use kairan::sheet::{self, Encoding};

use crate::cli::{self, ReportFormat};
use crate::cmd::{Failure, Verdict, colour, print, print_bytes, root, say, sources, wish};

pub fn run(arguments: &cli::Report) -> Result<Verdict, Failure> {
    let root = root(arguments.root.as_deref())?;
    let wish = wish(arguments.today)?;
    let sources = sources(&root)?;
    let (diagnostics, sections) = kairan::figures(&sources, &wish, FiscalYear(arguments.year));
    if !diagnostics.is_empty() {
        say(report::render(&diagnostics, &sources, Format::Human, colour()).trim_end());
    }
    let Some(sections) = sections.filter(|_| !has_errors(&diagnostics)) else {
        return Ok(Verdict::Faulty);
    };
    if sections.is_empty() {
        say("この年度の報告も、数えられる原稿や名簿もありません。");
    }
    match arguments.format {
        ReportFormat::Text => print(&figures::lines(&sections)),
        ReportFormat::Csv => {
            let records = figures::records(&sections);
            let rows = records.iter().map(|row| row.iter().map(String::as_str));
            print_bytes(&sheet::csv(rows, Encoding::Utf8).bytes);
        }
        ReportFormat::Json => {
            let text = serde_json::to_string_pretty(&sections);
            let text =
                text.map_err(|error| Failure::new(format!("JSONを作れません（{error}）。")))?;
            print(&format!("{text}\n"));
        }
        ReportFormat::Xlsx => print_bytes(&reports::file(&sections).map_err(Failure::new)?),
    }
    Ok(Verdict::Clean)
}
