//! `kairan check`: says what is wrong with the manuscripts, puts right what is sure, and lists what it looks for.

use std::path::Path;

use kairan::assemble::Wish;
use kairan::check;
use kairan::diag::{Diagnostic, has_errors};
use kairan::disk::file;
use kairan::mend::{Changed, Mended, mend};
use kairan::report::{self, Format};
use kairan::source::Sources;

use crate::cli;
use crate::cmd::{Failure, Verdict, colour, day, fonts, print, printable_sources, root, say};

pub fn run(arguments: &cli::Check) -> Result<Verdict, Failure> {
    if arguments.list {
        print(&report::catalogue(arguments.format));
        return Ok(Verdict::Clean);
    }
    let root = root(arguments.root.as_deref())?;
    let wish = Wish {
        today: day(arguments.today)?,
        base_url: None,
        // What is to be published later is looked at today.
        unpublished: true,
    };
    let mut sources = printable_sources(&root, fonts())?;
    if !arguments.fix {
        let found = check(&sources, &wish);
        return Ok(tell(&found, &sources, arguments.format));
    }
    let mended = mend(&mut sources, &wish);
    if arguments.dry_run {
        let diffs: String = mended.changed.iter().map(Changed::diff).collect();
        print(&diffs);
        say(&summary(&mended, "直せます"));
        return Ok(verdict(&mended.left));
    }
    for file in &mended.changed {
        save(&root, file)?;
    }
    say(&summary(&mended, "直しました"));
    Ok(tell(&mended.left, &sources, arguments.format))
}

fn save(root: &Path, file: &Changed) -> Result<(), Failure> {
    let path = root.join(&file.path);
    file::rewrite(&path, &file.before, &file.after)
        .map_err(|error| Failure::of_file(&path, "書き換えられ", &error))
}

fn summary(mended: &Mended, verb: &str) -> String {
    match mended.changed.len() {
        0 => "自動で直せるところはありません。".to_owned(),
        files => format!("{}か所を{verb}（{files}ファイル）。", mended.edits),
    }
}

fn tell(found: &[Diagnostic], sources: &Sources, format: Format) -> Verdict {
    let printed = report::render(found, sources, format, colour());
    match format {
        Format::Short if printed.is_empty() => {}
        Format::Human | Format::Short => say(printed.trim_end()),
        // What a machine reads is data.
        Format::Json | Format::Github => print(&printed),
    }
    verdict(found)
}

fn verdict(found: &[Diagnostic]) -> Verdict {
    match has_errors(found) {
        true => Verdict::Faulty,
        false => Verdict::Clean,
    }
}
