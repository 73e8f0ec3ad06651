//! `kairan import`: puts the rows of a table into the registers of wards and says what came of each.

use std::path::Path;

use kairan::disk::file;
use kairan::import::{Change, File, Imported, Outcome, Request, Row, Target, Whose, import};
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
        save(&root, &imported.files)?;
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

/// Writes all files, or none: what was written before one that cannot be is undone.
fn save(root: &Path, files: &[File]) -> Result<(), Failure> {
    for (count, file) in files.iter().enumerate() {
        let path = root.join(&file.path);
        let saved = match &file.before {
            Some(before) => file::replace(&path, before, &file.after),
            None => file::create(&path, &file.after),
        };
        if let Err(error) = saved {
            let left: Vec<&str> = files[..count]
                .iter()
                .filter(|file| undo(root, file).is_err())
                .map(|file| file.path.as_str())
                .collect();
            return Err(match left.is_empty() {
                true => Failure::of_file(&path, "書け", &error),
                false => Failure::new(format!(
                    "{} を書けません（{error}）。途中まで書いた{}は、元に戻せませんでした。",
                    file.path,
                    left.join("、")
                )),
            });
        }
    }
    Ok(())
}

fn undo(root: &Path, file: &File) -> std::io::Result<()> {
    file::undo(&root.join(&file.path), file.before.as_deref(), &file.after)
}

fn report(imported: &Imported) -> String {
    let mut text = String::new();
    for row in &imported.rows {
        let notes = match row.notes.is_empty() {
            true => String::new(),
            false => format!("（{}）", row.notes.join("、")),
        };
        text.push_str(&format!(
            "{}行目「{}」：{}、{}{notes}\n",
            row.number,
            row.name,
            outcome(row.outcome),
            change(row.change)
        ));
    }
    for name in &imported.vanished {
        text.push_str(&format!(
            "名簿にあり、ファイルにはありません（消していません）：{name}\n"
        ));
    }
    let count = |is_it: &dyn Fn(&Row) -> bool| {
        let rows = imported.rows.iter();
        rows.filter(|row| is_it(row)).count()
    };
    let outcomes = OUTCOMES.map(|(one, words)| {
        let rows = count(&|row| row.outcome == one);
        format!("{words} {rows}行")
    });
    let changes = CHANGES.map(|(one, words)| {
        let rows = count(&|row| row.change == one);
        format!("{words} {rows}行")
    });
    text.push_str(&format!(
        "合計 {}行：{}（{}）\n",
        imported.rows.len(),
        outcomes.join("、"),
        changes.join("、")
    ));
    text
}

const OUTCOMES: [(Outcome, &str); 4] = [
    (Outcome::Taken, "取り込み"),
    (Outcome::Repaired, "直して取り込み"),
    (Outcome::Person, "人の判断が必要"),
    (Outcome::Refused, "断り"),
];

const CHANGES: [(Option<Change>, &str); 4] = [
    (Some(Change::New), "新規"),
    (Some(Change::Updated), "更新"),
    (Some(Change::None), "変更なし"),
    (None, "書き込みなし"),
];

fn outcome(outcome: Outcome) -> &'static str {
    let row = OUTCOMES.iter().find(|(one, _)| *one == outcome);
    row.map_or("", |(_, words)| words)
}

fn change(change: Option<Change>) -> &'static str {
    let row = CHANGES.iter().find(|(one, _)| *one == change);
    row.map_or("", |(_, words)| words)
}
