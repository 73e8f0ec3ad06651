//! The standard theme as it is on disk, with hand-made views.

mod samples;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

use super::{Shared, Theme};
use crate::diag::{Diagnostic, Where};
use crate::model::kind::Kind;
use crate::source::{Source, Sources};

const COMPONENTS: &str = "themes/standard/components/";

fn standard() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = WalkDir::new(root.join("themes/standard")).sort_by_file_name();
    let files = entries
        .into_iter()
        .map(|entry| entry.expect("the theme can be read"));
    files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry
                .path()
                .strip_prefix(root)
                .expect("it is below the root");
            let text = fs::read_to_string(entry.path()).expect("the theme is text");
            (path.to_string_lossy().replace('\\', "/"), text)
        })
        .collect()
}

fn sources(files: &[(String, String)]) -> Sources {
    let file = |(path, text): &(String, String)| Source::text_file(path, text.as_str());
    Sources::new(files.iter().map(file), Vec::new())
}

fn load(files: &[(String, String)]) -> Result<Theme, Vec<Diagnostic>> {
    Theme::load(&sources(files), "standard")
}

fn loaded() -> Theme {
    load(&standard()).expect("the standard theme has no faults")
}

/// The standard theme with one file replaced, or taken away.
fn changed(path: &str, text: Option<&str>) -> Vec<(String, String)> {
    let path = format!("themes/standard/{path}");
    let mut files = standard();
    files.retain(|(name, _)| *name != path);
    files.extend(text.map(|text| (path, text.to_owned())));
    files
}

fn faults(path: &str, text: Option<&str>) -> Vec<Diagnostic> {
    load(&changed(path, text)).err().unwrap_or_default()
}

fn pages() -> Vec<(String, String)> {
    let kinds: Vec<(&str, &str)> = Kind::all().map(|kind| (kind.id, kind.label)).collect();
    let text = |(name, page): samples::Rendered| {
        let page = page.unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, String::from_utf8(page).expect("pages are text"))
    };
    samples::render_all(&loaded(), &kinds)
        .into_iter()
        .map(text)
        .collect()
}

#[test]
fn every_page_has_its_landmarks_and_one_first_heading() {
    for (name, page) in pages() {
        for once in [
            "<h1",
            "<main",
            "<header class=\"k-site-header\"",
            "<footer class",
            "<html lang=\"ja\">",
        ] {
            assert_eq!(page.matches(once).count(), 1, "{name}: {once}");
        }
        let body = page.split("<body>").nth(1).unwrap_or_default();
        let first = body.find("<a ").map(|at| &body[at..]).unwrap_or_default();
        assert!(first.starts_with("<a class=\"k-skip-link\""), "{name}");
    }
}

#[test]
fn what_authors_write_is_escaped_and_no_value_is_left_out_loudly() {
    for (name, page) in pages() {
        assert!(page.contains("&quot;引用符&quot;と&lt;記号&gt;"), "{name}");
        for leak in ["null", "None", "{{", "{%", "[object"] {
            assert!(!page.contains(leak), "{name}: {leak}");
        }
    }
}

#[test]
fn templates_use_no_identifier_twice() {
    for (name, page) in pages() {
        let mut ids: Vec<&str> = page
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}: {ids:?}");
    }
}

#[test]
fn style_sheets_use_no_identifiers_and_no_other_server() {
    let is_style = |(path, _): &&(String, String)| path.ends_with(".css");
    for (path, text) in standard().iter().filter(is_style) {
        for forbidden in ["url(", "@font-face", "!important"] {
            assert!(!text.contains(forbidden), "{path}: {forbidden}");
        }
        let selectors = text
            .lines()
            .filter(|line| line.ends_with('{') || line.ends_with(','));
        for selector in selectors {
            assert!(
                !selector.contains('#') || selector.contains(':'),
                "{path}: {selector}"
            );
        }
    }
}

#[test]
fn a_page_has_another_digest_when_anything_it_sees_is_another() {
    let theme = loaded();
    let other = load(&changed(
        "templates/pages/404.html",
        Some("{% extends \"base.html\" %}"),
    ));
    let other = other.expect("the change is valid");
    let view = samples::digests(&theme);
    assert_eq!(view, samples::digests(&theme));
    let mut all = view;
    all.extend(samples::digests(&other));
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), count);
}

#[test]
fn the_style_sheet_has_a_name_that_changes_with_it() {
    let theme = loaded();
    let other = load(&changed("css/forced.css", Some("a { color: red }"))).expect("it is valid");
    let (path, bytes) = theme.stylesheet();
    assert!(path.as_str().starts_with("assets/site.") && path.as_str().ends_with(".css"));
    assert!(!bytes.is_empty());
    assert_ne!(path, other.stylesheet().0);
}

#[test]
fn scripts_import_nothing_ask_no_server_and_hold_no_japanese() {
    let is_script = |(path, _): &&(String, String)| path.ends_with(".js");
    for (path, text) in standard().iter().filter(is_script) {
        for forbidden in ["import", "export", "fetch", "http", "innerHTML", "eval("] {
            assert!(!text.contains(forbidden), "{path}: {forbidden}");
        }
        assert!(text.is_ascii(), "{path}");
    }
}

#[test]
fn the_script_has_a_name_that_changes_with_it() {
    let theme = loaded();
    let other = changed("components/furigana/furigana.js", Some("const one = 1;"));
    let other = load(&other).expect("it is valid");
    let (path, _) = theme.script().expect("the theme has a script");
    assert!(path.as_str().starts_with("assets/site.") && path.as_str().ends_with(".js"));
    assert_ne!(Some(path), other.script().map(|(path, _)| path));
}

#[test]
fn files_of_static_are_at_the_top_of_the_site() {
    let theme = loaded();
    let names: Vec<&str> = theme
        .static_files()
        .map(|(path, _)| path.as_str())
        .collect();
    assert!(names.contains(&"favicon.svg"), "{names:?}");
}

#[test]
fn every_template_that_is_needed_is_asked_for_by_name() {
    let found = faults("templates/kinds/visits.html", None);
    assert_eq!(found.len(), 1, "{found:?}");
    let path = "themes/standard/templates/kinds/visits.html";
    assert_eq!(found[0].at, Where::Path(path.to_owned()));
    assert_eq!(found[0].code, "theme-template");
}

#[test]
fn a_fault_in_a_template_is_marked_where_it_is() {
    let wrong: &[(&str, &str)] = &[
        ("日時 {{ site. }}", "}}"),
        ("日時\n{{ <no_such_component /> }}", "no_such_component"),
        ("日時\n{{ site.title | no_such_filter }}", "no_such_filter"),
    ];
    for (text, marked) in wrong {
        let path = "templates/pages/404.html";
        let files = changed(path, Some(text));
        let found = load(&files).err().unwrap_or_default();
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        let Where::Text(location) = &found[0].at else {
            panic!("{text}: {found:?}");
        };
        let sources = sources(&files);
        assert_eq!(
            sources.path(location.source),
            format!("themes/standard/{path}")
        );
        let slice = sources.slice(location.source, location.span);
        assert!(slice.contains(marked), "{text}: {slice}");
        assert!(!found[0].label.is_empty(), "{text}");
    }
}

#[test]
fn all_faults_are_said_at_once() {
    let mut files = changed("templates/pages/404.html", Some("{{ site. }}"));
    files.retain(|(path, _)| !path.ends_with("pages/list.html"));
    files.push((
        "themes/standard/templates/pages/list.html".to_owned(),
        "{% if %}".to_owned(),
    ));
    files.retain(|(path, _)| !path.ends_with("css/base.css"));
    let found = load(&files).err().unwrap_or_default();
    let codes: Vec<&str> = found.iter().map(|fault| fault.code).collect();
    assert_eq!(
        codes,
        ["theme-template", "theme-template", "theme-style"],
        "{found:?}"
    );
}

#[test]
fn templates_that_extend_what_is_missing_or_themselves_are_faults() {
    for text in [
        "{% extends \"none.html\" %}",
        "{% extends \"pages/404.html\" %}",
        "{% include \"none.html\" %}",
    ] {
        let found = faults("templates/pages/404.html", Some(text));
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(!matches!(found[0].at, Where::Path(_)), "{text}: {found:?}");
    }
    assert_eq!(load(&[]).err().unwrap_or_default().len(), 1);
}

#[test]
fn what_cannot_be_rendered_is_said_with_template_and_line() {
    let theme = load(&changed(
        "templates/pages/404.html",
        Some("\n{{ page.no_such_field }}"),
    ));
    let theme = theme.expect("it fails only when rendered");
    let pages = samples::render_all(&theme, &[]);
    let lost = pages.into_iter().find(|(name, _)| name == "404");
    let error = lost.and_then(|(_, page)| page.err()).unwrap_or_default();
    assert!(
        error.contains("themes/standard/templates/pages/404.html の2行目"),
        "{error}"
    );
}

/// One example of a component, as `examples.yaml` tells it.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    name: String,
    parameters: serde_json::Value,
    body: Option<String>,
}

/// The names of the folders below `components/`.
fn component_folders(files: &[(String, String)]) -> BTreeSet<&str> {
    let inside = files
        .iter()
        .filter_map(|(path, _)| path.strip_prefix(COMPONENTS));
    inside.filter_map(|path| path.split('/').next()).collect()
}

#[test]
fn every_component_has_examples_that_can_be_rendered() {
    let files = standard();
    let theme = loaded();
    let text = |path: &str| {
        files
            .iter()
            .find(|(name, _)| name == path)
            .map(|(_, text)| text)
    };
    let folders = component_folders(&files);
    assert!(folders.len() > 20, "{folders:?}");
    for folder in folders {
        let file = |name: &str| text(&format!("{COMPONENTS}{folder}/{name}"));
        let examples = file("examples.yaml").unwrap_or_else(|| panic!("{folder}: examples.yaml"));
        let examples: Vec<Example> =
            serde_yaml::from_str(examples).unwrap_or_else(|error| panic!("{folder}: {error}"));
        assert!(!examples.is_empty(), "{folder}");
        assert!(file(&format!("{folder}.html")).is_some(), "{folder}");
        for example in examples {
            let html = theme
                .component(
                    &folder.replace('-', "_"),
                    &example.parameters,
                    example.body.as_deref(),
                )
                .unwrap_or_else(|error| panic!("{folder}, {}: {error}", example.name));
            assert_eq!(
                html.matches('<').count(),
                html.matches('>').count(),
                "{html}"
            );
        }
    }
}

#[test]
fn jobs_on_all_cores_can_use_one_theme() {
    fn assert_shared<T: Send + Sync>() {}
    assert_shared::<Theme>();
    assert_shared::<Shared>();
}
