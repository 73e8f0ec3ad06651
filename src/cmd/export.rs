//! `kairan export`: one set of open data on standard output, as on the page or in the encoding of old programs.

use kairan::diag::has_errors;
use kairan::outputs::open_data::{Format, bytes, encoded};
use kairan::present::datasets::{Edition, SETS, SetRow};
use kairan::report;
use kairan::sheet::Encoding;

use crate::cli;
use crate::cmd::{Failure, Verdict, colour, print_bytes, root, say, sources, wish};

pub fn run(arguments: &cli::Export) -> Result<Verdict, Failure> {
    let Some(set) = SetRow::with_id(&arguments.set) else {
        let ids: Vec<&str> = SETS.iter().map(|set| set.id).collect();
        return Err(Failure::new(format!(
            "「{}」というデータはありません。{} のどれかを書いてください。",
            arguments.set,
            ids.join("、")
        )));
    };
    let format = match arguments.format {
        cli::ExportFormat::Csv => Format::Csv,
        cli::ExportFormat::Xlsx => Format::Xlsx,
        cli::ExportFormat::Json => Format::Json,
        cli::ExportFormat::Geojson => Format::GeoJson,
    };
    let is_old = arguments.encoding == cli::ExportEncoding::Cp932;
    if is_old && format != Format::Csv {
        return Err(Failure::new("「--encoding cp932」は、CSVだけに使えます。"));
    }
    let edition = match arguments.edition {
        cli::ExportEdition::Standard => Edition::Standard,
        cli::ExportEdition::Recommended => Edition::Recommended,
    };
    let root = root(arguments.root.as_deref())?;
    let wish = wish(arguments.today)?;
    let sources = sources(&root)?;
    let (diagnostics, table) = kairan::open_data(&sources, &wish, set, edition);
    if has_errors(&diagnostics) {
        say(report::render(&diagnostics, &sources, report::Format::Human, colour()).trim_end());
    }
    let Some(table) = table.filter(|_| !has_errors(&diagnostics)) else {
        return Ok(Verdict::Faulty);
    };
    if is_old {
        let written = encoded(&table, Encoding::Cp932);
        if !written.missing.is_empty() {
            let missing: Vec<String> = written.missing.iter().map(char::to_string).collect();
            say(&format!(
                "Shift_JIS（CP932）にない文字を「〓」に置き換えました：{}",
                missing.join("、")
            ));
        }
        print_bytes(&written.bytes);
    } else {
        print_bytes(&bytes(set, &table, format).map_err(Failure::new)?);
    }
    Ok(Verdict::Clean)
}
