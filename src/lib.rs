//! kairan (回覧): one manuscript, written once, checked once, published everywhere.

pub mod checks;
pub mod diag;
pub mod model;
pub mod outputs;
pub mod parse;
pub mod source;
pub mod text;
pub mod theme;

use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::model::date::Date;
use crate::model::settings::BaseUrl;
use crate::outputs::{Input, Plan};

/// What a build is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    pub today: Date,
    /// Replaces the one of `site.yaml`.
    pub base_url: Option<BaseUrl>,
    /// Also publish documents dated after `today`.
    pub unpublished: bool,
    /// Leave documents with errors out instead of publishing nothing.
    pub keep_going: bool,
}

/// What came of it.
pub struct Outcome {
    /// Sorted by path, line and column.
    pub diagnostics: Vec<Diagnostic>,
    /// `None` when errors keep the site from being published.
    pub plan: Option<Plan>,
    pub input: Option<Arc<Input>>,
}
