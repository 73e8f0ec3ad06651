//! `kairan template`: a sheet to fill in, for a register or for manuscripts of a kind.

use std::path::PathBuf;

use kairan::disk::file;
use kairan::model::kind::Kind;
use kairan::model::register::Register;
use kairan::scaffold::blank;

use crate::cli;
use crate::cmd::{Failure, Verdict, say};

pub fn run(arguments: &cli::Template) -> Result<Verdict, Failure> {
    let what = &arguments.what;
    let bytes = match (Register::with_id(what), Kind::with_id(what)) {
        (Some(register), _) => blank::register(register),
        (None, Some(kind)) => blank::kind(kind),
        (None, None) => {
            let registers = Register::all().map(|register| register.row().id);
            let all: Vec<&str> = registers.chain(Kind::ids()).collect();
            return Err(Failure::new(format!(
                "「{what}」のひな形はありません。{} のどれかを書いてください。",
                all.join("、")
            )));
        }
    };
    let bytes = bytes.map_err(Failure::new)?;
    let path = arguments.out.clone();
    let path = path.unwrap_or_else(|| PathBuf::from(format!("{what}.xlsx")));
    file::create(&path, &bytes).map_err(|error| Failure::of_file(&path, "書け", &error))?;
    say(&format!(
        "{} を作りました。「記入」のシートに書き込んでください。",
        path.display()
    ));
    Ok(Verdict::Clean)
}
