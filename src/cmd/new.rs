//! `kairan new`: writes a manuscript that only waits to be filled in, or one that starts from another.

use std::path::{Path, PathBuf};

use kairan::disk::file;
use kairan::model::date::{Date, FiscalYear};
use kairan::model::document::DocumentName;
use kairan::model::kind::{Dating, Kind, Scope};
use kairan::model::names::{Slug, suggest_slug};
use kairan::scaffold::{Target, copy_of, manuscript};

use crate::cli;
use crate::cmd::{Failure, Verdict, day, print, root, say};

pub fn run(arguments: &cli::New) -> Result<Verdict, Failure> {
    let (root, today) = (root(arguments.root.as_deref())?, day(None)?);
    let date = arguments.date.unwrap_or(today);
    let kind = kind(&arguments.kind)?;
    let home = home(&root, &arguments.ward)?;
    if kind.scope == Scope::CityOnly && home != CITY {
        return Err(Failure::new(format!(
            "「{}」は市だけの原稿です。「--ward city」と書いてください。",
            kind.label
        )));
    }
    let folder = root.join("content").join(&home).join(kind.id);
    let name = name(arguments, kind, date, &Shelves::new(&root, &home, kind)?)?;
    let text = text(arguments, &root, (kind, date, &name), &home)?;
    let path = folder.join(format!("{name}.md"));
    file::create(&path, text.as_bytes())
        .map_err(|error| Failure::of_file(&path, "書け", &error))?;
    say(&format!("{}の原稿を作りました。", kind.label));
    print(&format!("{}\n", path.display()));
    say(&next_steps(kind, date, today));
    Ok(Verdict::Clean)
}

/// The characters of a title that `check` does not find too long.
const LONGEST_TITLE: usize = 40;

/// The folder of the city below `content`.
const CITY: &str = "city";

fn next_steps(kind: Kind, date: Date, today: Date) -> String {
    let waits = kind.dating == Dating::Dated && date > today;
    let (serve, note) = match waits {
        true => (
            "kairan serve --unpublished",
            format!("\n掲載日の{date}までは、ホームページに載りません。"),
        ),
        false => ("kairan serve", String::new()),
    };
    format!(
        "次にすること\n  1. 上のファイルを開いて、中身を書きかえます。\n  2. 「kairan check」で、書き方に誤りがないかを確かめます。\n  3. 「{serve}」で、できあがりを見ます。{note}"
    )
}

/// The kind by its folder, in the singular, or by its Japanese name.
fn kind(word: &str) -> Result<Kind, Failure> {
    let named = |kind: &Kind| {
        kind.id == word || kind.label == word || kind.id.strip_suffix('s') == Some(word)
    };
    Kind::all().find(named).ok_or_else(|| {
        let known: Vec<&str> = Kind::all().map(|kind| kind.label).collect();
        Failure::new(format!(
            "「{word}」という種類はありません。{}のどれかを書いてください。",
            known.join("、")
        ))
    })
}

/// The folder below `content` of the ward that is named by its folder or its name, or of the city.
fn home(root: &Path, word: &str) -> Result<String, Failure> {
    if [CITY, "市", "健康局"].contains(&word) {
        return Ok(CITY.to_owned());
    }
    let wards = root.join("content").join("wards");
    let folders = file::names(&wards).map_err(|error| Failure::of_file(&wards, "読め", &error))?;
    let mut known = Vec::new();
    for folder in folders {
        if !file::is_folder(&wards.join(&folder)) {
            continue;
        }
        let name = ward_name(&wards.join(&folder).join("ward.yaml"));
        let name = name.unwrap_or_else(|| folder.clone());
        if folder == word || name == word || name.strip_suffix('区') == Some(word) {
            return Ok(format!("wards/{folder}"));
        }
        known.push(name);
    }
    Err(Failure::new(format!(
        "「{word}」という区はありません。{}、cityのどれかを書いてください。",
        known.join("、")
    )))
}

/// The name in `ward.yaml`. The line is enough to find a folder by; whether the file is right is for `check` to say.
fn ward_name(path: &Path) -> Option<String> {
    let text = file::text(path).ok()?;
    let value = text.lines().find_map(|line| line.strip_prefix("name:"))?;
    let value = value.split(" #").next().unwrap_or_default();
    let name = value.trim().trim_matches(['"', '\'']);
    (!name.is_empty()).then(|| name.to_owned())
}

fn text(
    arguments: &cli::New,
    root: &Path,
    (kind, date, name): (Kind, Date, &str),
    home: &str,
) -> Result<String, Failure> {
    let Some(from) = &arguments.from else {
        // No two manuscripts of a place may have one title, so that each begins with one of its own.
        let own = format!("新しい{}（{name}）", kind.label);
        let own = match own.chars().count() > LONGEST_TITLE {
            true => format!("新しい{}", kind.label),
            false => own,
        };
        let title = arguments.title.as_deref().unwrap_or(&own);
        return Ok(manuscript(kind, date, title));
    };
    let path = match file::is_file(from) {
        true => from.clone(),
        false => root.join(from),
    };
    let original = file::text(&path).map_err(|error| Failure::of_file(from, "読め", &error))?;
    let target = Target {
        kind,
        title: arguments.title.as_deref(),
        moved: !is_below(&path, &root.join("content").join(home)),
        city: home == CITY,
    };
    Ok(copy_of(&original, &target))
}

fn is_below(path: &Path, folder: &Path) -> bool {
    let absolute = |path: &Path| std::path::absolute(path).ok();
    match (absolute(path), absolute(folder)) {
        (Some(path), Some(folder)) => path.starts_with(folder),
        _ => false,
    }
}

/// The folders whose manuscripts must not have one name.
struct Shelves {
    own: PathBuf,
    /// For a ward the folder of the city, whose manuscripts stand in every ward, and for the city those of all wards.
    others: Vec<PathBuf>,
}

impl Shelves {
    fn new(root: &Path, home: &str, kind: Kind) -> Result<Self, Failure> {
        let content = root.join("content");
        let others = match home {
            CITY => {
                let wards = content.join("wards");
                let names = file::names(&wards)
                    .map_err(|error| Failure::of_file(&wards, "読め", &error))?;
                let shelf = |ward: &String| wards.join(ward).join(kind.id);
                names.iter().map(shelf).collect()
            }
            _ => vec![content.join(CITY).join(kind.id)],
        };
        let own = content.join(home).join(kind.id);
        Ok(Self { own, others })
    }

    /// Whether the name may be asked for. A ward may put its own manuscript in the place of the city's.
    fn is_free(&self, name: &str) -> bool {
        is_free(&self.own, name)
    }

    /// Whether the name may be given without asking.
    fn is_free_everywhere(&self, name: &str) -> bool {
        self.is_free(name) && self.others.iter().all(|shelf| is_free(shelf, name))
    }
}

fn is_free(folder: &Path, name: &str) -> bool {
    !file::exists(&folder.join(format!("{name}.md"))) && !file::exists(&folder.join(name))
}

/// The name of the manuscript without `.md`: nothing of that name stands in the folder yet.
fn name(
    arguments: &cli::New,
    kind: Kind,
    date: Date,
    shelves: &Shelves,
) -> Result<String, Failure> {
    let asked = arguments.slug.as_deref();
    let is_free = |name: &str| shelves.is_free(name);
    let taken = |name: &str| {
        let path = shelves.own.join(format!("{name}.md"));
        Failure::new(format!(
            "{} はすでにあります。「--slug」で別の名前をつけてください。",
            path.display()
        ))
    };
    if kind.dating == Dating::FiscalYear {
        let name = DocumentName::FiscalYear(fiscal_year(asked, date)?).address_part();
        return is_free(&name)
            .then_some(name.clone())
            .ok_or_else(|| taken(&name));
    }
    if let Some(asked) = asked {
        let name = dated(kind, date, valid_slug(asked)?);
        return is_free(&name)
            .then_some(name.clone())
            .ok_or_else(|| taken(&name));
    }
    let derived = arguments.title.as_deref().and_then(suggest_slug);
    let stem = derived.or_else(|| original_slug(arguments.from.as_deref()));
    let stem = stem.map(|slug| slug.to_string());
    let mut numbered = (1..1000).filter_map(|number| {
        let slug = match (&stem, number) {
            (Some(stem), 1) => stem.clone(),
            (Some(stem), number) => format!("{stem}-{number}"),
            (None, number) => format!("document-{number}"),
        };
        Slug::new(&slug).map(|slug| dated(kind, date, slug))
    });
    let free = numbered.find(|name| shelves.is_free_everywhere(name));
    free.ok_or_else(|| Failure::new("「--slug」で、アドレスになる名前をつけてください。"))
}

fn dated(kind: Kind, date: Date, slug: Slug) -> String {
    match kind.dating {
        Dating::Dated => DocumentName::Dated(date, slug).address_part(),
        Dating::Undated | Dating::FiscalYear => DocumentName::Undated(slug).address_part(),
    }
}

/// The year asked for, or the last one that is over.
fn fiscal_year(asked: Option<&str>, date: Date) -> Result<FiscalYear, Failure> {
    match asked {
        None => Ok(FiscalYear(date.fiscal_year().0 - 1)),
        Some(year) => FiscalYear::from_name(year).ok_or_else(|| {
            Failure::new(format!(
                "「{year}」は年度ではありません。「--slug 2026」のように、年度の始まる年を書いてください。"
            ))
        }),
    }
}

fn valid_slug(asked: &str) -> Result<Slug, Failure> {
    Slug::new(asked).ok_or_else(|| {
        let suggested = suggest_slug(asked).map(|slug| slug.to_string());
        Failure::new(format!(
            "「{asked}」はアドレスに使えません。英語の小文字と数字の言葉を「-」でつないで、「--slug {}」のように書いてください。",
            suggested.as_deref().unwrap_or("acp-lecture")
        ))
    })
}

/// The slug of the original, without its date.
fn original_slug(from: Option<&Path>) -> Option<Slug> {
    let stem = PathBuf::from(from?.file_name()?).with_extension("");
    let stem = stem.to_str()?;
    let is_date = |date: &str| Date::from_iso(date).is_some();
    let slug = match (stem.get(..10), stem.get(10..)) {
        (Some(date), Some(rest)) if is_date(date) => rest.trim_start_matches('-'),
        _ => stem,
    };
    Slug::new(slug)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use kairan::disk::file;
    use kairan::model::date::Date;

    use super::run;
    use crate::cli;

    /// A site of one ward, and what `new` made in it or said about it.
    fn made(folder: &Path, change: impl FnOnce(&mut cli::New)) -> Result<String, String> {
        let site = folder.join("content").join("site.yaml");
        if !file::exists(&site) {
            let ward = folder.join("content/wards/kita/ward.yaml");
            file::create(&site, b"title: x\n").expect("the site is new");
            file::create(&ward, "name: \"北区\" # きたく\n".as_bytes()).expect("the ward is new");
        }
        let mut arguments = cli::New {
            kind: "lectures".to_owned(),
            ward: "kita".to_owned(),
            title: None,
            slug: None,
            date: Date::from_iso("2026-11-22"),
            from: None,
            root: Some(folder.to_owned()),
        };
        change(&mut arguments);
        let folder = match arguments.ward.as_str() {
            "city" => folder.join("content/city"),
            _ => folder.join("content/wards/kita"),
        };
        let before = below(&folder);
        run(&arguments).map_err(|failure| failure.to_string())?;
        let new = below(&folder)
            .into_iter()
            .find(|path| !before.contains(path));
        Ok(new.expect("a file was made"))
    }

    fn below(folder: &Path) -> Vec<String> {
        let kinds = file::names(folder).unwrap_or_default();
        let files = kinds.iter().flat_map(|kind| {
            let names = file::names(&folder.join(kind)).unwrap_or_default();
            names.into_iter().map(move |name| format!("{kind}/{name}"))
        });
        files.collect()
    }

    #[test]
    fn the_name_comes_from_day_and_title_and_is_never_taken_twice() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let name = |title: &str| {
            let title = Some(title.to_owned());
            made(folder.path(), |new| new.title = title)
        };
        let ok = |name: &str| Ok(format!("lectures/2026-11-22-{name}.md"));
        assert_eq!(name("ACP Lecture"), ok("acp-lecture"));
        assert_eq!(name("ACP Lecture"), ok("acp-lecture-2"));
        assert_eq!(name("講演会"), ok("document-1"));
        assert_eq!(name("講演会"), ok("document-2"));
    }

    #[test]
    fn kinds_and_wards_are_known_by_their_names() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let made = |kind: &str, ward: &str, slug: &str| {
            made(folder.path(), |new| {
                (new.kind, new.ward) = (kind.to_owned(), ward.to_owned());
                new.slug = Some(slug.to_owned());
            })
        };
        let ok = |name: &str| Ok(name.to_owned());
        assert_eq!(made("講演会", "北区", "a"), ok("lectures/2026-11-22-a.md"));
        assert_eq!(made("lecture", "北", "b"), ok("lectures/2026-11-22-b.md"));
        assert_eq!(made("読みもの", "city", "start"), ok("guides/start.md"));
        assert_eq!(made("reports", "city", "2025"), ok("reports/2025.md"));
        let wrong = |kind, ward, slug| made(kind, ward, slug).expect_err("it is wrong");
        assert!(wrong("lectures", "北区", "a").contains("すでにあります"));
        assert!(wrong("lectures", "南区", "c").contains("北区、city"));
        assert!(wrong("天気", "北区", "c").contains("お知らせ、講演会"));
        assert!(wrong("lectures", "北区", "My Page").contains("「--slug my-page」"));
        assert!(wrong("lectures", "北区", "../x").contains("使えません"));
        assert!(wrong("reports", "北区", "2025").contains("市だけ"));
        assert!(wrong("reports", "city", "x").contains("年度ではありません"));
    }

    #[test]
    fn a_copy_keeps_the_name_and_says_where_it_came_from() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let original = folder
            .path()
            .join("content/city/lectures/2025-01-01-acp.md");
        let text = "---\n題名: あ\n日時: 未定\n---\n本文\n";
        file::create(&original, text.as_bytes()).expect("it is new");
        let inside = Path::new("content/city/lectures/2025-01-01-acp.md");
        let name = made(folder.path(), |new| new.from = Some(inside.to_owned()));
        assert_eq!(name.as_deref(), Ok("lectures/2026-11-22-acp.md"));
        let copy = folder
            .path()
            .join("content/wards/kita/lectures/2026-11-22-acp.md");
        let copy = file::text(&copy).expect("it was made");
        assert!(
            copy.contains("ほかの場所の原稿") && copy.contains("\n# 日時: 未定\n"),
            "{copy}"
        );
        let missing = made(folder.path(), |new| new.from = Some("none.md".into()));
        assert!(
            missing
                .expect_err("there is none")
                .contains("none.md を読めません")
        );
    }
}
