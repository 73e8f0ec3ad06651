//! The theme (layer 7): templates and styles from `Sources`, made ready once, asked for one page at a time.
//!
//! Invariant: this is the only module that names the template engine.

pub mod styles;
pub mod view;

use serde::Serialize;

use crate::diag::Diagnostic;
use crate::source::Sources;

/// A theme whose templates are compiled and whose style sheet is bundled.
pub struct Theme {
    // templates: tera::Tera, css: Vec<u8>, css name with hash, digest …
}

/// A value that many pages share, made and hashed once.
#[derive(Clone)]
pub struct Shared {
    // value: tera::Value, digest: [u8; 32]
}

/// What every page is made of.
#[derive(Clone, Copy)]
pub struct PageView<'a, P: Serialize> {
    /// `pages/list.html`, `kinds/lectures.html`.
    pub template: &'a str,
    pub site: &'a Shared,
    pub place: &'a Shared,
    pub head: &'a view::HeadView,
    pub crumbs: &'a [view::Crumb],
    pub page: &'a P,
}
// Theme::load(&Sources, name: &str) -> Result<Theme, Vec<Diagnostic>>
// Theme::share(&impl Serialize) -> Shared
// Theme::digest(&self, &PageView<P>) -> [u8; 32]      // template set + everything the page sees
// Theme::render(&self, &PageView<P>) -> Result<Vec<u8>, String>
// Theme::stylesheet() -> (&OutputPath, &[u8])           // assets/site.<hash>.css, minified
// Theme::static_files() …
