//! The same manuscripts as a site for Hugo: the same addresses, lists, topics and navigation, so that the two can be compared.
//!
//! Hugo checks nothing and knows no Japanese dates, so front matter is handed over ready: what kairan reads from 日時 stands here
//! as text. Feeds are switched off, as kairan makes none yet.

use std::io;
use std::path::Path;

use kairan::model::field::{FIELDS, Field};
use kairan::model::kind::{Kind, Scope};

use crate::manuscripts::Manuscript;
use crate::site::{Site, put};

/// Layouts by their path below `layouts/`.
const LAYOUTS: &[(&str, &str)] = &[
    ("baseof.html", include_str!("hugo/baseof.html")),
    ("home.html", include_str!("hugo/home.html")),
    ("page.html", include_str!("hugo/page.html")),
    ("section.html", include_str!("hugo/section.html")),
    ("taxonomy.html", include_str!("hugo/taxonomy.html")),
    ("term.html", include_str!("hugo/term.html")),
    ("404.html", include_str!("hugo/404.html")),
    ("_partials/all.html", include_str!("hugo/all.html")),
    ("_partials/card.html", include_str!("hugo/card.html")),
    ("_partials/pages.html", include_str!("hugo/pages.html")),
];

/// Fields that have a place of their own on the page and are not facts.
const NOT_FACTS: &[Field] = &[
    Field::Title,
    Field::Summary,
    Field::Topics,
    Field::Sample,
    Field::Reviewed,
    Field::References,
];

pub fn write(site: &Site, folder: &Path) -> io::Result<()> {
    put(&folder.join("hugo.toml"), settings(site).as_bytes())?;
    for (path, text) in LAYOUTS {
        put(&folder.join("layouts").join(path), text.as_bytes())?;
    }
    let content = folder.join("content");
    let kinds: Vec<Kind> = Kind::all()
        .filter(|kind| kind.scope == Scope::Everywhere)
        .collect();
    for kind in &kinds {
        let all = section(kind.label, &[("all", kind.id)], kind.intro);
        put(&content.join(kind.id).join("_index.md"), all.as_bytes())?;
    }
    for ward in &site.wards {
        let top = section(
            &ward.name,
            &[("ward", &ward.id), ("wardName", &ward.name)],
            "",
        );
        put(&content.join(&ward.id).join("_index.md"), top.as_bytes())?;
        for kind in &kinds {
            let title = format!("{}の{}", ward.name, kind.label);
            let values = [
                ("ward", ward.id.as_str()),
                ("wardName", &ward.name),
                ("kind", kind.id),
            ];
            let list = section(&title, &values, kind.intro);
            put(
                &content.join(&ward.id).join(kind.id).join("_index.md"),
                list.as_bytes(),
            )?;
        }
    }
    for manuscript in &site.manuscripts {
        let ward = &site.wards[manuscript.ward].id;
        let file = content.join(ward).join(manuscript.kind.id);
        let file = file.join(format!("{}.md", manuscript.name));
        put(&file, page(site, manuscript).as_bytes())?;
    }
    Ok(())
}

fn settings(site: &Site) -> String {
    let mut text = String::from(include_str!("hugo/hugo.toml"));
    for ward in &site.wards {
        text += &format!(
            "\n[[params.wards]]\nid = {:?}\nname = {:?}\n",
            ward.id, ward.name
        );
    }
    for kind in Kind::all().filter(|kind| kind.scope == Scope::Everywhere) {
        text += &format!(
            "\n[[params.kinds]]\nid = {:?}\nlabel = {:?}\n",
            kind.id, kind.label
        );
    }
    text
}

fn section(title: &str, values: &[(&str, &str)], intro: &str) -> String {
    let mut text = format!("---\ntitle: {title:?}\nparams:\n");
    for (name, value) in values {
        text += &format!("  {name}: {value:?}\n");
    }
    format!("{text}---\n{intro}\n")
}

fn page(site: &Site, manuscript: &Manuscript) -> String {
    let ward = &site.wards[manuscript.ward];
    let mut text = format!(
        "---\ntitle: {:?}\nsummary: {:?}\ndate: {}\ntopics: {:?}\nparams:\n",
        manuscript.first(Field::Title),
        manuscript.first(Field::Summary),
        manuscript.day.iso(),
        manuscript.values(Field::Topics),
    );
    text += &format!("  ward: {:?}\n  wardName: {:?}\n", ward.id, ward.name);
    text += &format!(
        "  kind: {:?}\n  kindLabel: {:?}\n",
        manuscript.kind.id, manuscript.kind.label
    );
    text += &format!("  published: {:?}\n", manuscript.day.to_string());
    text += &format!("  when: {:?}\n", manuscript.first(Field::Schedule));
    text += &format!("  venue: {:?}\n", manuscript.first(Field::Venue));
    text += &format!(
        "  references: {:?}\n  facts:\n",
        manuscript.values(Field::References)
    );
    for row in FIELDS.iter().filter(|row| !NOT_FACTS.contains(&row.field)) {
        let lines = manuscript.values(row.field);
        if !lines.is_empty() {
            text += &format!("    - label: {:?}\n      lines: {lines:?}\n", row.label);
        }
    }
    format!("{text}---\n{}", manuscript.body)
}
