//! The theme (layer 7): templates and styles from `Sources`, made ready once, asked for one page at a time.
//!
//! Invariant: this is the only module that names the template engine.
//! Invariant: a page is a pure function of the theme and of its `PageView`; `Theme::digest` covers both.

mod code;
mod contrast;
pub mod faults;
pub mod print;
pub mod scripts;
pub mod styles;
pub mod view;

use std::collections::BTreeMap;
use std::io::BufWriter;

use serde::Serialize;
use tera::{Context, ErrorKind, Tera, Value};

use crate::diag::{Diagnostic, Where};
use crate::model::address::OutputPath;
use crate::model::blob::Blob;
use crate::model::kind::Kind;
use crate::source::{Content, Source, Sources};
use crate::theme::print::Printer;

/// A theme whose templates are compiled and whose style sheet and script are bundled.
pub struct Theme {
    /// `themes/standard/`.
    folder: Box<str>,
    engine: Tera,
    /// Of all templates and of the version of the program.
    digest: [u8; 32],
    style: Bundle,
    script: Option<Bundle>,
    statics: BTreeMap<OutputPath, StaticFile>,
    printer: Option<Printer>,
}

/// The parts of a theme of one kind in one file, under a name that changes with what is in it.
struct Bundle {
    path: OutputPath,
    bytes: Vec<u8>,
}

impl Bundle {
    /// `assets/site.<hash>.<extension>`.
    fn new(bytes: Vec<u8>, extension: &str) -> Result<Self, Vec<Diagnostic>> {
        let hash = blake3::hash(&bytes).to_hex();
        let short: String = hash.chars().take(8).collect();
        let path = OutputPath::new(&format!("assets/site.{short}.{extension}"));
        let path = path.ok_or_else(Vec::new)?;
        Ok(Self { path, bytes })
    }
}

/// A file of `static/`, copied to the top of the site as it is.
#[derive(Debug)]
pub enum StaticFile {
    Text(Box<str>),
    Copy(Blob),
}

/// A value that many pages share, made and hashed once. Cloning it is cheap.
#[derive(Clone)]
pub struct Shared {
    value: Value,
    digest: [u8; 32],
}

/// A hash of a value that holds nothing but texts, numbers and lists of them.
pub fn digest_of(value: &impl Serialize) -> [u8; 32] {
    let json = serde_json::to_vec(value).unwrap_or_default();
    *blake3::hash(&json).as_bytes()
}

/// What every page is made of.
pub struct PageView<'a, P: Serialize> {
    /// `pages/list.html`, `kinds/lectures.html`.
    pub template: &'a str,
    pub site: &'a Shared,
    pub place: &'a Shared,
    /// Of the page itself, with scheme and host; printed on paper, as text and as a QR code.
    pub address: &'a str,
    pub head: &'a view::HeadView,
    pub crumbs: &'a [view::Crumb],
    pub page: &'a P,
}

// Only references are copied, so a page need not be copyable; a derive would ask for that.
impl<P: Serialize> Clone for PageView<'_, P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P: Serialize> Copy for PageView<'_, P> {}

/// The templates of the pages that are not documents.
const PAGES: &[&str] = &[
    "city",
    "ward",
    "list",
    "calendar",
    "month",
    "topic",
    "topics",
    "words",
    "checks",
    "messages",
    "accessibility",
    "sitemap",
    "404",
];

/// Enough for most pages, so that the bytes rarely move while they grow.
const USUAL_PAGE_BYTES: usize = 32 * 1024;

impl Theme {
    /// Makes the theme below `themes/<name>/` ready, or says everything that is wrong with it.
    pub fn load(sources: &Sources, name: &str) -> Result<Self, Vec<Diagnostic>> {
        let folder = format!("themes/{name}/");
        let templates = Templates::find(sources, &folder)?;
        let compiled = templates.compile(sources);
        let style = styles::bundle(sources, &folder);
        let (engine, style) = match (compiled, style) {
            (Ok(engine), Ok(style)) => (engine, style),
            (engine, style) => {
                let mut found = engine.err().unwrap_or_default();
                found.extend(style.err().unwrap_or_default());
                return Err(found);
            }
        };
        let mut wrong = missing_templates(&engine, &folder);
        wrong.extend(contrast::check(sources, &folder, &style.tokens));
        let printer = match sources.fonts {
            Some(_) => Printer::load(sources, &folder).unwrap_or_else(|faults| {
                wrong.extend(faults);
                None
            }),
            None => None,
        };
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(Self {
            digest: templates.digest(),
            style: Bundle::new(style.css, "css")?,
            script: scripts::bundle(sources, &folder)
                .map(|script| Bundle::new(script, "js"))
                .transpose()?,
            statics: static_files(sources, &folder),
            folder: folder.into(),
            engine,
            printer,
        })
    }

    /// Makes a value ready to be shared by many pages.
    pub fn share(value: &impl Serialize) -> Shared {
        Shared {
            value: Value::try_from_serializable(value).unwrap_or_else(|_| Value::none()),
            digest: digest_of(value),
        }
    }

    /// A hash of all that the bytes of a page depend on: the templates, and everything the page sees.
    pub fn digest<P: Serialize>(&self, page: &PageView<P>) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.digest);
        hasher.update(blake3::hash(page.template.as_bytes()).as_bytes());
        hasher.update(&page.site.digest);
        hasher.update(&page.place.digest);
        hasher.update(blake3::hash(page.address.as_bytes()).as_bytes());
        // JSON comes in pieces of a few bytes; the hash is much faster over large ones.
        let mut buffer = BufWriter::with_capacity(16 * 1024, &mut hasher);
        let written = serde_json::to_writer(&mut buffer, page.head)
            .and_then(|()| serde_json::to_writer(&mut buffer, page.crumbs))
            .and_then(|()| serde_json::to_writer(&mut buffer, page.page));
        debug_assert!(written.is_ok(), "views hold nothing that is not JSON");
        drop(buffer);
        *hasher.finalize().as_bytes()
    }

    /// The bytes of a page; the error is a sentence about the theme for the person who builds.
    pub fn render<P: Serialize>(&self, page: &PageView<P>) -> Result<Vec<u8>, String> {
        let own = |value: Result<Value, tera::Error>| value.map_err(|error| self.sentence(&error));
        let mut context = Context::new();
        context.insert_value("site", page.site.value.clone());
        context.insert_value("place", page.place.value.clone());
        context.insert("address", page.address);
        context.insert("code", &code::code(page.address));
        context.insert_value("head", own(Value::try_from_serializable(page.head))?);
        context.insert_value("crumbs", own(Value::try_from_serializable(page.crumbs))?);
        context.insert_value("page", own(Value::try_from_serializable(page.page))?);
        let mut bytes = Vec::with_capacity(USUAL_PAGE_BYTES);
        self.engine
            .render_to(page.template, &context, &mut bytes)
            .map_err(|error| self.sentence(&error))?;
        Ok(bytes)
    }

    /// One component alone, for those who look at the parts of a theme: its name as templates write it, what it is given, and what stands in it.
    ///
    /// # Errors
    /// A sentence about the theme when the component does not exist or cannot be rendered with these parameters.
    pub fn component(
        &self,
        name: &str,
        parameters: &impl Serialize,
        body: Option<&str>,
    ) -> Result<String, String> {
        Context::from_serialize(parameters)
            .and_then(|context| self.engine.render_component(name, &context, body, true))
            .map_err(|error| self.sentence(&error))
    }

    /// The style sheet, `assets/site.<hash>.css`.
    pub fn stylesheet(&self) -> (&OutputPath, &[u8]) {
        (&self.style.path, &self.style.bytes)
    }

    /// The script, `assets/site.<hash>.js`; no page needs it.
    pub fn script(&self) -> Option<(&OutputPath, &[u8])> {
        let script = self.script.as_ref()?;
        Some((&script.path, &script.bytes))
    }

    /// What sets sheets of paper; `None` where this computer has no font for them.
    pub fn printer(&self) -> Option<&Printer> {
        self.printer.as_ref()
    }

    /// The files to copy to the top of the site.
    pub fn static_files(&self) -> impl Iterator<Item = (&OutputPath, &StaticFile)> {
        self.statics.iter()
    }

    fn sentence(&self, error: &tera::Error) -> String {
        match error.kind() {
            ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => format!(
                "テーマのひな型 {} の{}行目で、ページを組み立てられませんでした（{}）。",
                template_path(&self.folder, report.filename()),
                report.span().start_line,
                report.message()
            ),
            _ => format!("テーマのひな型からページを組み立てられませんでした（{error}）。"),
        }
    }
}

/// The texts of the templates and components of one theme, by the name the engine knows them by.
struct Templates<'a> {
    folder: &'a str,
    texts: BTreeMap<&'a str, &'a str>,
}

impl<'a> Templates<'a> {
    fn find(sources: &'a Sources, folder: &'a str) -> Result<Self, Vec<Diagnostic>> {
        let mut texts = BTreeMap::new();
        let mut unreadable = Vec::new();
        for (id, source) in sources.below(folder) {
            let Some(name) = template_name(folder, source) else {
                continue;
            };
            match source.text() {
                Some(text) => {
                    texts.insert(name, text);
                }
                None => unreadable.push(
                    faults::template(Where::File(id), "文字として読めません")
                        .help("UTF-8 の文字だけで書いてください。"),
                ),
            }
        }
        if !unreadable.is_empty() {
            return Err(unreadable);
        }
        if texts.is_empty() {
            let title = "テーマのひな型がひとつもありません";
            let help = format!("{folder}templates/ にひな型を置いてください。");
            let at = Where::Path(folder.to_owned());
            return Err(vec![
                Diagnostic::error(faults::TEMPLATE, at, title).help(help),
            ]);
        }
        Ok(Self { folder, texts })
    }

    fn compile(&self, sources: &Sources) -> Result<Tera, Vec<Diagnostic>> {
        let mut engine = Tera::default();
        match engine.add_raw_templates(&self.texts) {
            Ok(()) => Ok(engine),
            Err(error) => {
                let mut found = self.syntax_faults(sources);
                if found.is_empty() {
                    found = self.faults(sources, &error);
                }
                Err(found)
            }
        }
    }

    /// The engine stops at the first template it cannot read, so each is tried alone.
    fn syntax_faults(&self, sources: &Sources) -> Vec<Diagnostic> {
        let alone = |(name, text): (&&str, &&str)| {
            let error = Tera::default().add_raw_template(name, text).err()?;
            let is_syntax = matches!(error.kind(), ErrorKind::SyntaxError(_));
            is_syntax.then(|| self.faults(sources, &error))
        };
        self.texts.iter().filter_map(alone).flatten().collect()
    }

    fn faults(&self, sources: &Sources, error: &tera::Error) -> Vec<Diagnostic> {
        let path_of = |name: &str| template_path(self.folder, name);
        let whole = |name: &str| faults::at_range(sources, &path_of(name), 0..0);
        let at = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let path = path_of(report.filename());
                let at = faults::at_range(sources, &path, report.span().range.clone());
                return vec![faults::template(at, report.message())];
            }
            ErrorKind::MissingParent { current: name, .. }
            | ErrorKind::CircularExtend { tpl: name, .. }
            | ErrorKind::CircularInclude { tpl: name, .. } => whole(name),
            _ => Where::Path(self.folder.to_owned()),
        };
        faults::from_report(sources, &error.to_string(), path_of, &at)
    }

    fn digest(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        let version = env!("CARGO_PKG_VERSION");
        let texts = self.texts.iter().flat_map(|(name, text)| [*name, *text]);
        for part in std::iter::once(version).chain(texts) {
            hasher.update(blake3::hash(part.as_bytes()).as_bytes());
        }
        *hasher.finalize().as_bytes()
    }
}

/// `pages/list.html` for what is below `templates/`, `components/card/card.html` for a component.
fn template_name<'a>(folder: &str, source: &'a Source) -> Option<&'a str> {
    let inside = source.path.strip_prefix(folder)?;
    let name = match inside.strip_prefix("templates/") {
        Some(name) => name,
        None if inside.starts_with("components/") => inside,
        None => return None,
    };
    name.ends_with(".html").then_some(name)
}

/// The file of a template; the reverse of `template_name`.
fn template_path(folder: &str, name: &str) -> String {
    if name.starts_with("components/") {
        format!("{folder}{name}")
    } else {
        format!("{folder}templates/{name}")
    }
}

fn missing_templates(engine: &Tera, folder: &str) -> Vec<Diagnostic> {
    let pages = PAGES.iter().map(|page| format!("pages/{page}.html"));
    let kinds = Kind::all().map(|kind| format!("kinds/{}.html", kind.id));
    let fault = |name: String| {
        let path = template_path(folder, &name);
        let help = format!("{path} を作ってください。");
        let title = "テーマに必要なひな型がありません";
        Diagnostic::error(faults::TEMPLATE, Where::Path(path), title).help(help)
    };
    pages
        .chain(kinds)
        .filter(|name| !engine.contains_template(name))
        .map(fault)
        .collect()
}

fn static_files(sources: &Sources, folder: &str) -> BTreeMap<OutputPath, StaticFile> {
    let below = format!("{folder}static/");
    let file = |source: &Source| {
        let path = OutputPath::new(source.path.strip_prefix(&below)?)?;
        let content = match &source.content {
            Content::Text(text) => StaticFile::Text(text.clone()),
            Content::Binary(blob) => StaticFile::Copy(blob.clone()),
            // Only registers are read as tables, and a theme has none.
            Content::Table(_) => return None,
        };
        Some((path, content))
    };
    sources
        .below(&below)
        .filter_map(|(_, source)| file(source))
        .collect()
}

#[cfg(test)]
mod tests;
