//! The style sheet of a theme: `css/site.css` with all that it imports, as one minified file.
//!
//! Invariant: this is the only module that names the style sheet engine.
//! Invariant: nothing is imported from outside the theme, so that no page asks another server for anything.

pub mod tokens;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use lightningcss::bundler::{Bundler, ResolveResult, SourceProvider};
use lightningcss::error::{Error, ErrorLocation};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};

use crate::diag::{Diagnostic, Where};
use crate::source::Sources;
use crate::theme::faults;
use crate::theme::styles::tokens::Token;

/// The file the bundle starts from.
const ENTRY: &str = "css/site.css";

/// A file that is not on disk: `@import "../components.css"` stands for the styles of all components, in name order.
const COMPONENTS: &str = "components.css";

/// The style sheet of a theme, ready to be written.
#[derive(Debug)]
pub struct Sheet {
    pub css: Vec<u8>,
    pub tokens: Vec<Token>,
}

/// The bundled style sheet of the theme in `folder`, which ends with `/`.
pub fn bundle(sources: &Sources, folder: &str) -> Result<Sheet, Vec<Diagnostic>> {
    let entry = format!("{folder}{ENTRY}");
    if sources.find(&entry).is_none() {
        let title = "テーマのスタイルの入口となるファイルがありません";
        let help = format!("{entry} を作り、必要なスタイルを @import で並べてください。");
        return Err(vec![
            Diagnostic::error(faults::STYLE, Where::Path(entry), title).help(help),
        ]);
    }
    // The engine is an alpha; should it give up on a style sheet, that is a fault of the sheet and not the end of the program.
    let made = catch_unwind(AssertUnwindSafe(|| make(sources, folder, &entry)));
    made.unwrap_or_else(|_| {
        let at = faults::at_range(sources, &entry, 0..0);
        Err(vec![faults::style(at, "the style sheet engine stopped")])
    })
}

fn make(sources: &Sources, folder: &str, entry: &str) -> Result<Sheet, Vec<Diagnostic>> {
    let files = ThemeFiles::new(sources, folder);
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler
        .bundle(Path::new(entry))
        .map_err(|error| fault(sources, entry, &error))?;
    let tokens = tokens::find(sources, &sheet);
    sheet
        .minify(MinifyOptions::default())
        .map_err(|error| fault(sources, entry, &error))?;
    let options = PrinterOptions {
        minify: true,
        ..PrinterOptions::default()
    };
    let css = sheet
        .to_css(options)
        .map_err(|error| fault(sources, entry, &error))?;
    Ok(Sheet {
        css: css.code.into_bytes(),
        tokens,
    })
}

fn fault<T: fmt::Display>(sources: &Sources, entry: &str, error: &Error<T>) -> Vec<Diagnostic> {
    let at = match &error.loc {
        Some(place) => at(sources, place),
        None => faults::at_range(sources, entry, 0..0),
    };
    vec![faults::style(at, &error.kind.to_string())]
}

/// The engine counts lines from 0 and columns from 1.
fn at(sources: &Sources, place: &ErrorLocation) -> Where {
    let line = (place.line as usize).saturating_add(1);
    faults::at_line(sources, &place.filename, line, place.column as usize)
}

/// The files of one theme, as the bundler asks for them.
struct ThemeFiles<'a> {
    sources: &'a Sources,
    components: (String, String),
}

impl<'a> ThemeFiles<'a> {
    fn new(sources: &'a Sources, folder: &str) -> Self {
        let component_folder = format!("{folder}components/");
        let imports: String = sources
            .below(&component_folder)
            .filter_map(|(_, source)| source.path.strip_prefix(folder))
            .filter(|path| path.ends_with(".css"))
            .map(|path| format!("@import \"{path}\";\n"))
            .collect();
        Self {
            sources,
            components: (format!("{folder}{COMPONENTS}"), imports),
        }
    }
}

impl SourceProvider for ThemeFiles<'_> {
    type Error = Unreadable;

    fn read<'a>(&'a self, file: &Path) -> Result<&'a str, Self::Error> {
        let path = file.to_str().unwrap_or_default();
        let (components, imports) = &self.components;
        if path == components {
            return Ok(imports);
        }
        self.sources
            .find(path)
            .and_then(|source| self.sources.get(source).text())
            .ok_or_else(|| Unreadable(path.to_owned()))
    }

    fn resolve(
        &self,
        specifier: &str,
        originating_file: &Path,
    ) -> Result<ResolveResult, Self::Error> {
        let from = originating_file.to_str().unwrap_or_default();
        let path = joined(from, specifier).ok_or_else(|| Unreadable(specifier.to_owned()))?;
        Ok(ResolveResult::File(PathBuf::from(path)))
    }
}

/// The path `specifier` means in the file `from`; `None` for an address or a path that leaves the root.
fn joined(from: &str, specifier: &str) -> Option<String> {
    if specifier.contains(':') || specifier.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in specifier.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// A file that a style sheet imports and that is not in the theme.
#[derive(Debug)]
struct Unreadable(String);

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} はテーマの中にないため、取り込めません",
            self.0
        )
    }
}

impl std::error::Error for Unreadable {}

#[cfg(test)]
mod tests {
    use super::bundle;
    use crate::diag::{Diagnostic, Where};
    use crate::source::{Source, Sources};

    fn bundled(files: &[(&str, &str)]) -> Result<String, Vec<Diagnostic>> {
        let file =
            |(path, text): &(&str, &str)| Source::text_file(&format!("themes/t/{path}"), *text);
        let sources = Sources::new(files.iter().map(file), Vec::new());
        bundle(&sources, "themes/t/")
            .map(|sheet| String::from_utf8(sheet.css).expect("style sheets are text"))
    }

    #[test]
    fn imports_and_components_are_bundled_in_order() {
        let css = bundled(&[
            (
                "css/site.css",
                "@import \"base.css\"; @import \"../components.css\"; @import \"print.css\" print;",
            ),
            ("css/base.css", "a { color: red }"),
            ("css/print.css", "a { color: #000 }"),
            ("components/b/b.css", "b { color: red }"),
            ("components/a/a.css", "i { color: red }"),
        ]);
        let expected = "a,i,b{color:red}@media print{a{color:#000}}";
        assert_eq!(css.as_deref().map(str::trim), Ok(expected));
    }

    #[test]
    fn a_fault_is_marked_in_the_file_it_is_in() {
        let found = bundled(&[
            ("css/site.css", "@import \"base.css\";"),
            ("css/base.css", "a { color: red }\nb { color red }"),
        ]);
        let found = found.expect_err("the sample is wrong");
        let fault = &found[0];
        assert_eq!(fault.code, "theme-style");
        assert!(matches!(fault.at, Where::Text(_)), "{fault:?}");
        assert!(!fault.label.is_empty());
    }

    #[test]
    fn what_is_not_in_the_theme_is_not_imported() {
        for import in [
            "none.css",
            "https://example.jp/a.css",
            "//example.jp/a.css",
            "../../../../a.css",
        ] {
            let entry = format!("@import \"{import}\";");
            let found = bundled(&[("css/site.css", &entry)]).expect_err(import);
            assert_eq!(found[0].code, "theme-style");
        }
        assert!(bundled(&[("css/base.css", "")]).is_err());
    }

    #[test]
    fn files_that_import_each_other_do_not_hang() {
        let css = bundled(&[
            ("css/site.css", "@import \"a.css\";"),
            ("css/a.css", "@import \"site.css\"; a { color: red }"),
        ]);
        assert!(css.is_ok(), "{css:?}");
    }
}
