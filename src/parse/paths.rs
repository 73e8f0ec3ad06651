//! What a path says: the folder gives ward and kind, the file name gives 掲載日 and slug (design: one fact, one place).

use crate::diag::{Diagnostic, Where};
use crate::model::date::{Date, FiscalYear};
use crate::model::document::DocumentName;
use crate::model::field::Facet;
use crate::model::kind::{Dating, Kind, Scope};
use crate::model::names::{Slug, suggest_slug};
use crate::model::paper::Paper;
use crate::model::register::Register;
use crate::parse::Home;
use crate::text::nearest::nearest;

/// What a file below `content/` is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    Settings,
    Words,
    /// The list of holidays.
    Holidays,
    Ward(Slug),
    /// A register of a ward.
    Register(Slug, Register),
    Welcome(Home),
    Manuscript {
        home: Home,
        kind: Kind,
        name: DocumentName,
    },
    /// A file in the folder of the manuscript at this path.
    Attachment {
        manuscript: String,
        name: String,
    },
}

/// The role of the file at `path` below `content/`, or why it has none.
pub fn role(path: &str, at: &Where) -> Result<Role, Diagnostic> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["site.yaml"] => Ok(Role::Settings),
        ["words.yaml"] => Ok(Role::Words),
        ["calendar", "holidays.csv"] => Ok(Role::Holidays),
        ["city", rest @ ..] => below_home(path, Home::City, rest, at),
        ["wards", ward, rest @ ..] if !rest.is_empty() => {
            let id = ward_id(ward, at)?;
            match rest {
                ["ward.yaml"] => Ok(Role::Ward(id)),
                [table] if table.ends_with(".csv") || table.ends_with(".xlsx") => {
                    Ok(Role::Register(id, register_of(table, at)?))
                }
                _ => below_home(path, Home::Ward(id), rest, at),
            }
        }
        _ => Err(misplaced(
            at,
            "content/city、content/wards の下の、種類のフォルダーに置いてください。",
        )),
    }
}

fn below_home(path: &str, home: Home, rest: &[&str], at: &Where) -> Result<Role, Diagnostic> {
    match rest {
        ["welcome.md"] => Ok(Role::Welcome(home)),
        [kind, file] if file.ends_with(".md") => {
            let kind = kind_of(kind, &home, at)?;
            let stem = file.trim_end_matches(".md");
            let name = document_name(kind, stem, at)?;
            Ok(Role::Manuscript { home, kind, name })
        }
        [kind, folder, name] => {
            let kind = kind_of(kind, &home, at)?;
            attachment_name(name, folder, kind, at)?;
            let above = path
                .strip_suffix(&format!("/{folder}/{name}"))
                .unwrap_or_default();
            Ok(Role::Attachment {
                manuscript: format!("content/{above}/{folder}.md"),
                name: (*name).to_owned(),
            })
        }
        [kind, _] => {
            kind_of(kind, &home, at)?;
            Err(misplaced(
                at,
                "添付ファイルは、原稿と同じ名前のフォルダーを作って、その中に入れてください。原稿は「.md」で終わる名前にしてください。",
            ))
        }
        [_, _, _, ..] => Err(misplaced(
            at,
            "添付ファイルのフォルダーの中に、さらにフォルダーを作ることはできません。1つ上のフォルダーに移してください。",
        )),
        _ => Err(misplaced(
            at,
            "「lectures」などの種類のフォルダーの中に置いてください。",
        )),
    }
}

fn misplaced(at: &Where, help: &str) -> Diagnostic {
    Diagnostic::warning("file-place", at.clone(), "この場所のファイルは使われません").help(help)
}

fn register_of(file: &str, at: &Where) -> Result<Register, Diagnostic> {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let by_label = Register::all().find(|register| register.label == stem);
    if let Some(register) = Register::with_id(stem) {
        return Ok(register);
    }
    let ids = || Register::all().map(|register| register.row().id);
    let help = match by_label
        .map(|register| register.row().id)
        .or(nearest(stem, ids()))
    {
        Some(id) => format!(
            "ファイルの名前を「{}」にしてください。",
            file.replace(stem, id)
        ),
        None => {
            let names: Vec<String> = Register::all()
                .map(|register| format!("{}は「{}」", register.label, register.id))
                .collect();
            format!("名簿のファイルの名前は、{}です。", names.join("、"))
        }
    };
    Err(misplaced(at, &help))
}

fn ward_id(name: &str, at: &Where) -> Result<Slug, Diagnostic> {
    let taken = Kind::with_id(name).is_some() || RESERVED.contains(&name);
    match Slug::new(name) {
        Some(id) if !taken => Ok(id),
        _ => {
            let help = match suggest_slug(name).filter(|slug| !taken && slug.as_str() != name) {
                Some(slug) => format!("フォルダーの名前を「{slug}」にしてください。"),
                None if taken => {
                    "この名前は、できあがるサイトのほかのページに使われます。ほかの名前にしてください。"
                        .to_owned()
                }
                None => {
                    "フォルダーの名前を、「kita」のような半角の英小文字にしてください。".to_owned()
                }
            };
            Err(Diagnostic::error(
                "file-name",
                at.clone(),
                format!("区のフォルダーの名前「{name}」は使えません"),
            )
            .help(help))
        }
    }
}

/// First parts of addresses that are not wards.
const RESERVED: &[&str] = &[
    "assets",
    "topics",
    "words",
    "sitemap",
    "calendar",
    "desks",
    "docs",
    "open-data",
    "accessibility",
    "search",
    "status",
    "hospitals",
    "resources",
];

fn kind_of(folder: &str, home: &Home, at: &Where) -> Result<Kind, Diagnostic> {
    let Some(kind) = Kind::with_id(folder) else {
        let known = nearest(folder, Kind::ids());
        let by_label = Kind::all()
            .find(|kind| kind.label == folder)
            .map(|kind| kind.row().id);
        let help = match by_label.or(known) {
            Some(id) => format!("フォルダーの名前を「{id}」にしてください。"),
            None => format!("フォルダーの名前は、{} のどれかにしてください。", ids()),
        };
        return Err(Diagnostic::error(
            "file-kind",
            at.clone(),
            format!("「{folder}」という種類のフォルダーはありません"),
        )
        .help(help));
    };
    if kind.scope == Scope::CityOnly && *home != Home::City {
        let title = format!("{}は、市の原稿だけに置けます", kind.label);
        return Err(Diagnostic::error("file-kind", at.clone(), title)
            .help(format!("「content/city/{}」に移してください。", kind.id)));
    }
    Ok(kind)
}

fn ids() -> String {
    let ids: Vec<&str> = Kind::ids().collect();
    ids.join("、")
}

fn document_name(kind: Kind, stem: &str, at: &Where) -> Result<DocumentName, Diagnostic> {
    match kind.dating {
        // A name of digits alone is the address of a further page of the list.
        Dating::Undated => {
            match Slug::new(stem).filter(|_| !stem.bytes().all(|byte| byte.is_ascii_digit())) {
                Some(slug) => Ok(DocumentName::Undated(slug)),
                None => Err(bad_name(
                    stem,
                    suggest_slug(stem)
                        .map(|slug| slug.to_string())
                        .filter(|name| name != stem),
                    "start",
                    at,
                )),
            }
        }
        Dating::FiscalYear => match FiscalYear::from_name(stem) {
            Some(year) => Ok(DocumentName::FiscalYear(year)),
            None => Err(bad_name(stem, None, "2024", at)),
        },
        Dating::Dated => dated_name(stem).ok_or_else(|| {
            let day = stem.get(..10).and_then(Date::from_iso);
            let slug = suggest_slug(stem.get(10..).unwrap_or_default());
            let suggestion = day
                .zip(slug)
                .map(|(day, slug)| format!("{}-{slug}", day.iso()));
            bad_name(stem, suggestion, "2026-11-01-acp", at)
        }),
    }
}

fn dated_name(stem: &str) -> Option<DocumentName> {
    let date = Date::from_iso(stem.get(..10)?)?;
    let slug = Slug::new(stem.get(10..)?.strip_prefix('-')?)?;
    Some(DocumentName::Dated(date, slug))
}

fn bad_name(stem: &str, suggestion: Option<String>, example: &str, at: &Where) -> Diagnostic {
    let help = match suggestion {
        Some(name) => format!("ファイルの名前を「{name}.md」にしてください。"),
        None => format!(
            "ファイルの名前を「{example}.md」のような形にしてください。日付は掲載日です。半角の英小文字と数字をハイフンでつなぎます。"
        ),
    };
    Diagnostic::error(
        "file-name",
        at.clone(),
        format!("ファイルの名前「{stem}.md」は、ページのアドレスに使えません"),
    )
    .help(help)
}

/// Attachments keep their name in the address: ASCII letters, digits, hyphens, underscores and one extension. Names of what is made for the
/// page of their document, whose folder they lie in, are taken.
fn attachment_name(name: &str, folder: &str, kind: Kind, at: &Where) -> Result<(), Diagnostic> {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let clean = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    };
    let lower = name.to_ascii_lowercase();
    let is_paper = |paper: &Paper| paper.file_name() == lower;
    let taken = matches!(
        lower.as_str(),
        "index.html" | "event.ics" | "message.txt" | "koho.txt" | "flyer.pdf" | "flyer.png"
    ) || extension.eq_ignore_ascii_case("zip") && stem.eq_ignore_ascii_case(folder)
        || kind.has(Facet::Lesson) && Paper::ALL.iter().any(is_paper);
    if clean(stem) && clean(extension) && !taken {
        return Ok(());
    }
    let help = match suggest_slug(stem) {
        Some(slug) if !taken && clean(extension) => format!(
            "ファイルの名前を「{slug}.{}」にしてください。",
            extension.to_ascii_lowercase()
        ),
        _ if taken => {
            "この名前は、できあがるサイトのファイルに使われます。ほかの名前にしてください。"
                .to_owned()
        }
        _ => "ファイルの名前を「shiryo-1.pdf」のような半角の英数字とハイフンにしてください。"
            .to_owned(),
    };
    Err(Diagnostic::error(
        "attachment-name",
        at.clone(),
        format!("添付ファイルの名前「{name}」は、アドレスに使えません"),
    )
    .help(help))
}

#[cfg(test)]
mod tests {
    use super::role;
    use crate::diag::Where;

    fn said(path: &str) -> String {
        match role(path, &Where::Path(path.to_owned())) {
            Ok(role) => format!("{role:?}"),
            Err(diagnostic) => format!("{}: {}", diagnostic.code, diagnostic.help),
        }
    }

    #[test]
    fn the_folder_says_ward_and_kind_and_the_name_says_day_and_slug() {
        assert!(said("wards/kita/lectures/2026-11-01-acp.md").starts_with("Manuscript"));
        assert!(said("city/guides/start.md").starts_with("Manuscript"));
        assert!(said("city/reports/2024.md").contains("FiscalYear(2024)"));
        assert!(said("wards/kita/ward.yaml").starts_with("Ward"));
        assert!(
            said("wards/kita/lectures/2026-11-01-acp/a.pdf")
                .contains("content/wards/kita/lectures/2026-11-01-acp.md")
        );
    }

    #[test]
    fn a_wrong_name_is_answered_with_the_right_one() {
        assert_eq!(
            said("wards/kita/lectures/2026-11-01 ACP.md"),
            "file-name: ファイルの名前を「2026-11-01-acp.md」にしてください。"
        );
        assert_eq!(
            said("wards/kita/lecture/2026-11-01-acp.md"),
            "file-kind: フォルダーの名前を「lectures」にしてください。"
        );
        assert_eq!(
            said("wards/kita/講演会/2026-11-01-acp.md"),
            "file-kind: フォルダーの名前を「lectures」にしてください。"
        );
        assert_eq!(
            said("wards/Kita/ward.yaml"),
            "file-name: フォルダーの名前を「kita」にしてください。"
        );
        assert_eq!(
            said("wards/kita/guides/a/ちらし.PDF").split(':').next(),
            Some("attachment-name")
        );
        assert!(said("city/materials/a/a.zip").starts_with("attachment-name"));
        assert!(said("city/materials/a/b.zip").starts_with("Attachment"));
        assert!(said("city/materials/a/Slides.pdf").starts_with("attachment-name"));
        assert!(said("city/guides/a/slides.pdf").starts_with("Attachment"));
        assert!(said("wards/kita/reports/2024.md").starts_with("file-kind"));
        assert!(said("wards/kita/lectures/a/b/c.txt").starts_with("file-place"));
        assert!(said("wards/topics/ward.yaml").contains("ほかのページに使われます"));
        assert!(said("wards/kita/guides/2.md").starts_with("file-name"));
    }
}
