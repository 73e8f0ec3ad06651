//! Every example of every component of the standard theme as a page of its own, so that it can be looked at and tested in a browser.
//!
//! `cargo run --example components -- <folder>` writes `<component>-<number>.html` and the style sheet.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use kairan::disk::read::read;
use kairan::theme::Theme;
use kairan::{THEME, source::Sources};
use serde::Deserialize;

/// One entry of `examples.yaml`.
#[derive(Deserialize)]
struct Example {
    name: String,
    parameters: serde_json::Value,
    body: Option<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::args()
        .nth(1)
        .map(PathBuf::from)
        .ok_or("say which folder to write to")?;
    let sources = read(Path::new(env!("CARGO_MANIFEST_DIR")), &[])?;
    let theme = Theme::load(&sources, THEME).map_err(|found| format!("{found:?}"))?;
    let (style, css) = theme.stylesheet();
    write(&out.join(style.as_str()), css)?;
    for (component, yaml) in examples(&sources) {
        let examples: Vec<Example> = serde_yaml::from_str(yaml)?;
        for (index, example) in examples.iter().enumerate() {
            let name = component.replace('-', "_");
            let html = theme.component(&name, &example.parameters, example.body.as_deref())?;
            let page = page(component, &example.name, style.as_str(), &html);
            let file = format!("{component}-{}.html", index + 1);
            write(&out.join(file), page.as_bytes())?;
        }
    }
    Ok(())
}

/// The names of the components and their `examples.yaml`.
fn examples(sources: &Sources) -> impl Iterator<Item = (&str, &str)> {
    let folder = format!("themes/{THEME}/components/");
    sources.iter().filter_map(move |(id, source)| {
        let inside = source.path.strip_prefix(&folder)?;
        let component = inside.strip_suffix("/examples.yaml")?;
        Some((component, sources.text(id)))
    })
}

/// A page with the parts that all pages have, and the component where it belongs.
fn page(component: &str, name: &str, style: &str, html: &str) -> String {
    let skip = r##"<a class="k-skip-link" href="#k-main">本文へ進む</a>"##;
    let (before, inside, after) = match component {
        "skip-link" | "site-header" => (html.to_owned(), "", ""),
        "breadcrumb" | "place-nav" => (format!("{skip}\n{html}"), "", ""),
        "site-footer" => (skip.to_owned(), "", html),
        _ => (skip.to_owned(), html, ""),
    };
    // Cards and words stand below the heading of their group.
    let heading = match inside.contains("<h3") && !inside.contains("<h2") {
        true => "<h2>まとまり</h2>\n",
        false => "",
    };
    format!(
        "<!doctype html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{component}: {name}</title>\n\
         <link rel=\"stylesheet\" href=\"{style}\">\n<link rel=\"icon\" href=\"data:,\">\n</head>\n<body>\n{before}\n\
         <main class=\"k-main\" id=\"k-main\">\n<h1>{name}</h1>\n{heading}<div style=\"position: relative\">{inside}</div>\n<p><a href=\"#k-main\">このページの初めへ</a></p>\n</main>\n{after}\n</body>\n</html>\n"
    )
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    let folder = file.parent().ok_or("a file lies in a folder")?;
    fs::create_dir_all(folder)?;
    Ok(fs::write(file, bytes)?)
}
