//! `kairan init`: a small site of its own to begin with, written from the executable alone.

use kairan::disk::file;
use kairan::scaffold::Days;

use crate::cli;
use crate::cmd::{Failure, Verdict, day, say};
use crate::embedded;

pub fn run(arguments: &cli::Init) -> Result<Verdict, Failure> {
    let folder = &arguments.folder;
    let days = Days::after(day(None)?);
    let names = file::names(folder).map_err(|error| Failure::of_file(folder, "読め", &error))?;
    if !names.is_empty() {
        return Err(Failure::new(format!(
            "{} は空ではありません。まだないフォルダーか、空のフォルダーを書いてください。",
            folder.display()
        )));
    }
    for (name, bytes) in embedded::starter() {
        let path = folder.join(dated(&name, days));
        let text = std::str::from_utf8(bytes).map(|text| dated(text, days).into_bytes());
        let bytes = text.unwrap_or_else(|_| bytes.to_vec());
        file::create(&path, &bytes).map_err(|error| Failure::of_file(&path, "書け", &error))?;
    }
    let shown = folder.display();
    say(&format!(
        "{shown} に新しいサイトを作りました。\n次にすること\n  1. {shown} の README.txt を読みます。\n  2. 「kairan serve --root {shown} --open」で、できあがりを見ます。"
    ));
    Ok(Verdict::Clean)
}

/// A starter text with its days filled in, so that a new site never begins with a lecture long past.
fn dated(text: &str, days: Days) -> String {
    text.replace("PUBLISHED", &days.published.iso())
        .replace("【今日】", &days.published.to_string())
        .replace("【日時】", &days.schedule())
        .replace("【締切】", &format!("{}17時", days.deadline.with_weekday()))
}

#[cfg(test)]
mod tests {
    use kairan::disk::file;

    use super::run;
    use crate::cli;

    #[test]
    fn a_new_site_is_written_into_an_empty_folder_only() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let folder = folder.path().join("site");
        let arguments = cli::Init {
            folder: folder.clone(),
        };
        run(&arguments).expect("the folder is empty");
        for path in [
            "README.txt",
            "content/site.yaml",
            "content/words.yaml",
            "content/calendar/holidays.csv",
            "content/wards/mihon/ward.yaml",
            "content/wards/mihon/welcome.md",
        ] {
            assert!(file::is_file(&folder.join(path)), "{path}");
        }
        let lectures = folder.join("content/wards/mihon/lectures");
        let names = file::names(&lectures).expect("there are lectures");
        let lecture = file::text(&lectures.join(&names[0])).expect("it is text");
        assert!(
            !lecture.contains('【') && lecture.contains("（土曜日）14時"),
            "{lecture}"
        );
        assert!(!names[0].contains("PUBLISHED"), "{names:?}");
        let again = run(&arguments).expect_err("the folder is not empty");
        assert!(again.to_string().contains("空ではありません"));
    }
}
