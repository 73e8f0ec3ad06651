//! The script of a theme: the scripts of all components, in name order, as one file.
//!
//! Invariant: each component's script keeps its names to itself, so that no two can collide.

use crate::source::Sources;

/// The bundled script of the theme in `folder`, which ends with `/`; `None` for a theme without scripts.
pub fn bundle(sources: &Sources, folder: &str) -> Option<Vec<u8>> {
    let components = format!("{folder}components/");
    let mut bundle = String::new();
    let scripts = sources
        .below(&components)
        .filter(|(_, source)| source.path.ends_with(".js"));
    for text in scripts.filter_map(|(_, source)| source.text()) {
        // Declarations of a block end with it (ECMAScript, section 14.2); the line end closes a comment on the last line.
        bundle.push_str("{\n");
        bundle.push_str(text);
        bundle.push_str("\n}\n");
    }
    (!bundle.is_empty()).then(|| bundle.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::bundle;
    use crate::source::{Source, Sources};

    fn bundled(files: &[(&str, &str)]) -> Option<String> {
        let file =
            |(path, text): &(&str, &str)| Source::text_file(&format!("themes/t/{path}"), *text);
        let sources = Sources::new(files.iter().map(file), Vec::new());
        bundle(&sources, "themes/t/")
            .map(|script| String::from_utf8(script).expect("scripts are text"))
    }

    #[test]
    fn the_scripts_of_components_are_one_file_in_which_each_stands_alone() {
        let script = bundled(&[
            ("components/b/b.js", "const one = 2; // two"),
            ("components/a/a.js", "const one = 1;"),
            ("components/a/a.css", "a { color: red }"),
            ("static/c.js", "const one = 3;"),
        ]);
        let expected = "{\nconst one = 1;\n}\n{\nconst one = 2; // two\n}\n";
        assert_eq!(script.as_deref(), Some(expected));
    }

    #[test]
    fn a_theme_without_scripts_has_no_file_for_them() {
        assert_eq!(bundled(&[("components/a/a.css", "")]), None);
    }
}
