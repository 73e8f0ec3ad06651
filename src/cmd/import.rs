//! `kairan import`: puts the rows of a table into the registers of wards and says what came of each.

use kairan::disk::file;
use kairan::import::{File, Imported, Outcome, Request, Row, Target, Whose, import};
use kairan::model::field::Facet;
use kairan::model::kind::Kind;
use kairan::model::register::Register;

use crate::cli;
use crate::cmd::{Failure, Verdict, day, print, root, say, sources};

pub fn run(arguments: &cli::Import) -> Result<Verdict, Failure> {
    let root = root(arguments.root.as_deref())?;
    let target = arguments.target.as_deref().map(target).transpose()?;
    let whose = match (&arguments.ward, &arguments.ward_column) {
        (Some(ward), _) => Whose::Ward(ward),
        (None, column) => Whose::Column(column.as_deref().unwrap_or_default()),
    };
    let bytes = file::bytes(&arguments.file)
        .map_err(|error| Failure::of_file(&arguments.file, "読め", &error))?;
    let request = Request {
        target,
        today: day(arguments.today)?,
        whose,
        sheet: arguments.sheet.as_deref(),
    };
    let imported = import(&sources(&root)?, &bytes, &request)
        .map_err(|why| Failure::new(format!("{}：{why}", arguments.file.display())))?;
    if !arguments.dry_run {
        for file in &imported.files {
            save(&root, file)?;
        }
    }
    print(&report(&imported));
    say(&match (arguments.dry_run, imported.files.len()) {
        (_, 0) => "変わるところはありません。ファイルは書き込みません。".to_owned(),
        (true, files) => format!("{files}個のファイルが変わります（まだ書き込んでいません）。"),
        (false, files) => {
            format!("{files}個のファイルを書き込みました。「kairan check」で確かめてください。")
        }
    });
    let is_person = |row: &Row| matches!(row.outcome, Outcome::Person | Outcome::Refused);
    Ok(match imported.rows.iter().any(is_person) {
        true => Verdict::Faulty,
        false => Verdict::Clean,
    })
}

/// What somebody asked the rows to become.
fn target(asked: &str) -> Result<Target, Failure> {
    let register = Register::with_id(asked).map(Target::Register);
    let kind = Kind::with_id(asked).filter(|kind| kind.has(Facet::Schedule));
    register.or(kind.map(Target::Manuscripts)).ok_or_else(|| {
        Failure::new(format!(
            "「{asked}」として取り込むことはできません。「resources」「hospitals」「events」「lectures」などを書いてください。"
        ))
    })
}

fn save(root: &std::path::Path, file: &File) -> Result<(), Failure> {
    let path = root.join(&file.path);
    let saved = match &file.before {
        Some(before) => file::replace(&path, before, &file.after),
        None => file::create(&path, &file.after),
    };
    saved.map_err(|error| Failure::of_file(&path, "書け", &error))
}

fn report(imported: &Imported) -> String {
    let mut text = String::new();
    for row in &imported.rows {
        let notes = match row.notes.is_empty() {
            true => String::new(),
            false => format!("（{}）", row.notes.join("、")),
        };
        text.push_str(&format!(
            "{}行目「{}」：{}{notes}\n",
            row.number,
            row.name,
            words(row.outcome)
        ));
    }
    for name in &imported.vanished {
        text.push_str(&format!(
            "名簿にあり、ファイルにはありません（消していません）：{name}\n"
        ));
    }
    let count = |outcome| {
        imported
            .rows
            .iter()
            .filter(|row| row.outcome == outcome)
            .count()
    };
    text.push_str(&format!(
        "合計{}行：取り込み{}、直して取り込み{}、人の判断が要る{}、断り{}\n",
        imported.rows.len(),
        count(Outcome::Taken),
        count(Outcome::Repaired),
        count(Outcome::Person),
        count(Outcome::Refused)
    ));
    text
}

fn words(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Taken => "取り込みました",
        Outcome::Repaired => "直して取り込みました",
        Outcome::Person => "人の判断が要ります",
        Outcome::Refused => "取り込みませんでした",
    }
}
