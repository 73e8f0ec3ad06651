//! kairan (回覧): one manuscript, written once, checked once, published everywhere.
//!
//! Glossary: 区 ward · お知らせ notice · 講演会 lecture · 研修会 training · 催し event · 会議 meeting · 同行訪問研修 visit · 周知ビラ flyer ·
//! 読みもの guide · 教材 material · 年次報告 report · 名簿 register (the list of institutions that a ward keeps) · 相談支援室 consultation desk · 日程 schedule · 予定表 calendar · 会場 venue · 対象 audience · 定員 capacity ·
//! 申込 application · 講師 speaker · 添付 attachment · 問い合わせ先 contact · 年度 fiscal year (April to March) · 元号 era · 検査 check ·
//! 指摘 diagnostic · 生成物 artifact.
//!
//! Pipeline: `disk::read` → [`Sources`] → [`parse`] → `Parsed` → [`assemble`] → `Site` → [`checks`] → diagnostics, and
//! `Site` + [`theme`] → [`outputs`] → [`Plan`] → `disk::write`. A later phase cannot see an earlier type.
//! Layers, each using only those before it: text · pdf, sheet · diag · model · source · parse · assemble · checks, theme · present · outputs ·
//! audit, proof · [`build`] · disk, mend, report.

#![deny(clippy::print_stdout, clippy::print_stderr)]

pub mod assemble;
pub mod audit;
pub mod checks;
pub mod diag;
pub mod disk;
pub mod import;
pub mod mend;
pub mod model;
pub mod outputs;
pub mod parse;
pub mod pdf;
pub mod present;
pub mod proof;
pub mod report;
pub mod scaffold;
pub mod sheet;
pub mod source;
pub mod text;
pub mod theme;

use std::collections::{BTreeMap, BTreeSet};

use crate::assemble::Wish;
use crate::diag::{Diagnostic, Severity, has_errors};
use crate::model::date::FiscalYear;
use crate::model::site::Site;
use crate::model::tally::Tally;
use crate::model::ward::{Place, WardIndex};
use crate::outputs::{Plan, Upcoming};
use crate::present::datasets::{Edition, SetRow, Table};
use crate::source::Sources;
use crate::text::span::SourceId;
use crate::theme::Theme;
use crate::theme::view::figures::FigureSection;

/// The theme a site is drawn with.
pub const THEME: &str = "standard";

/// What a build is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    pub wish: Wish,
    /// Leave documents with errors out instead of publishing nothing.
    pub keep_going: bool,
}

/// What came of it.
pub struct Outcome {
    /// Sorted by path, line and column.
    pub diagnostics: Vec<Diagnostic>,
    /// `None` when errors keep the site from being published.
    pub plan: Option<Plan>,
}

/// The steps of a build, for those who measure them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Parse,
    Assemble,
    Check,
    Theme,
    Plan,
}

impl Step {
    pub fn label(self) -> &'static str {
        match self {
            Self::Parse => "原稿の読み取り",
            Self::Assemble => "サイトの組み立て",
            Self::Check => "検査",
            Self::Theme => "テーマの準備",
            Self::Plan => "ページの計画",
        }
    }
}

/// From sources to a plan. `on_step` is called as each step begins.
pub fn build(sources: &Sources, request: &Request, on_step: &mut dyn FnMut(Step)) -> Outcome {
    let (site, mut diagnostics) = examine(sources, &request.wish, &BTreeSet::new(), on_step);
    on_step(Step::Theme);
    let theme = Theme::load(sources, THEME)
        .map_err(|found| diagnostics.extend(found))
        .ok();
    diagnostics.extend(proofs(sources, site.as_ref(), theme.as_ref()));
    source::sort(&mut diagnostics, sources);
    let failing = failing(&diagnostics);
    let site = match (!has_errors(&diagnostics), request.keep_going) {
        (true, _) => site.map(|site| (site, BTreeSet::new())),
        (false, true) => without(sources, &request.wish, failing, on_step),
        (false, false) => None,
    };
    on_step(Step::Plan);
    let plan = site.zip(theme).map(|((site, left_out), theme)| {
        let kept =
            outputs::kept::folders(&site, left_out.iter().map(|source| sources.path(*source)));
        let revisions = outputs::revisions::revisions(&site, |source| sources.path(source));
        let tallies = tallies(&site, &diagnostics, sources);
        Plan {
            kept,
            revisions,
            ..outputs::plan(site, theme, tallies)
        }
    });
    Outcome { diagnostics, plan }
}

/// Everything `build` would say, without planning anything.
pub fn check(sources: &Sources, wish: &Wish) -> Vec<Diagnostic> {
    let (site, mut diagnostics) = examine(sources, wish, &BTreeSet::new(), &mut |_| {});
    let theme = Theme::load(sources, THEME)
        .map_err(|found| diagnostics.extend(found))
        .ok();
    diagnostics.extend(proofs(sources, site.as_ref(), theme.as_ref()));
    source::sort(&mut diagnostics, sources);
    diagnostics
}

/// What only shows when sheets of paper are set.
fn proofs(sources: &Sources, site: Option<&Site>, theme: Option<&Theme>) -> Vec<Diagnostic> {
    let both = site.zip(theme);
    both.map_or_else(Vec::new, |(site, theme)| {
        proof::flyers(site, theme, sources.fonts.is_some())
    })
}

/// How a site is doing.
pub struct Status {
    /// When it changes next although nobody edits it, for those who build it on a schedule.
    pub next: Option<Upcoming>,
    /// The city and every ward, for a terminal.
    pub table: String,
}

/// How the site is doing; `None` when there is not enough to make one.
pub fn status(sources: &Sources, wish: &Wish) -> (Vec<Diagnostic>, Option<Status>) {
    let (site, diagnostics) = examined(sources, wish);
    let status = site.map(|site| {
        let page = present::status::page(&site, &tallies(&site, &diagnostics, sources));
        Status {
            next: Upcoming::of(&site),
            table: present::status::lines(&page),
        }
    });
    (diagnostics, status)
}

/// The figures of a fiscal year; `None` when there is not enough to make a site.
pub fn figures(
    sources: &Sources,
    wish: &Wish,
    year: FiscalYear,
) -> (Vec<Diagnostic>, Option<Vec<FigureSection>>) {
    let (site, diagnostics) = examined(sources, wish);
    let sections = site.map(|site| present::figures::of_year(&site, year));
    (diagnostics, sections)
}

/// A set of open data; `None` when there is not enough to make a site.
pub fn open_data(
    sources: &Sources,
    wish: &Wish,
    set: &SetRow,
    edition: Edition,
) -> (Vec<Diagnostic>, Option<Table>) {
    let (site, diagnostics) = examined(sources, wish);
    (diagnostics, site.map(|site| set.table(&site, edition)))
}

/// The whole site and everything found in it, in order.
fn examined(sources: &Sources, wish: &Wish) -> (Option<Site>, Vec<Diagnostic>) {
    let (site, mut diagnostics) = examine(sources, wish, &BTreeSet::new(), &mut |_| {});
    source::sort(&mut diagnostics, sources);
    (site, diagnostics)
}

/// How much was found in the files of every place; what is about all of them is the city's.
fn tallies(site: &Site, diagnostics: &[Diagnostic], sources: &Sources) -> Vec<Tally> {
    let wards = site.ward_indices();
    let wards: BTreeMap<&str, WardIndex> = wards
        .map(|ward| (site.ward(ward).id.as_str(), ward))
        .collect();
    let mut tallies = vec![Tally::default(); site.places().count()];
    for found in diagnostics {
        let folder = sources.path_of(&found.at).strip_prefix("content/wards/");
        let ward = folder.and_then(|below| wards.get(below.split('/').next()?));
        let place = ward.map_or(Place::City, |ward| Place::Ward(*ward));
        let tally = &mut tallies[place.index()];
        match found.severity {
            Severity::Error => tally.errors += 1,
            Severity::Warning => tally.warnings += 1,
            Severity::Info => tally.infos += 1,
        }
    }
    tallies
}

/// What a test of accessibility sees in a sample of the pages, as a report; `None` while an error stands. The inner error is about
/// the theme.
pub fn audit(
    sources: &Sources,
    wish: &Wish,
    choice: audit::Choice,
) -> (Vec<Diagnostic>, Option<Result<String, String>>) {
    let (site, mut diagnostics) = examine(sources, wish, &BTreeSet::new(), &mut |_| {});
    let theme = Theme::load(sources, THEME)
        .map_err(|found| diagnostics.extend(found))
        .ok();
    source::sort(&mut diagnostics, sources);
    if has_errors(&diagnostics) {
        return (diagnostics, None);
    }
    let report = site.zip(theme).map(|(site, theme)| {
        let settings = site.settings.clone();
        let tallies = tallies(&site, &diagnostics, sources);
        let plan = outputs::plan(site, theme, tallies);
        audit::report(&plan, &settings, wish.today, choice)
    });
    (diagnostics, report)
}

/// Parses, assembles and checks all sources but those in `left_out`.
fn examine(
    sources: &Sources,
    wish: &Wish,
    left_out: &BTreeSet<SourceId>,
    on_step: &mut dyn FnMut(Step),
) -> (Option<Site>, Vec<Diagnostic>) {
    on_step(Step::Parse);
    let mut parsed = parse::parse(sources, left_out);
    let mut diagnostics = std::mem::take(&mut parsed.diagnostics);
    on_step(Step::Assemble);
    let site = assemble::assemble(parsed, sources, wish, &mut diagnostics);
    on_step(Step::Check);
    if let Some(site) = &site {
        diagnostics.extend(checks::run(site, &|source| sources.text(source)));
    }
    if left_out.is_empty() {
        diagnostics.extend(sources.problems.iter().cloned());
    }
    (site, diagnostics)
}

/// The site without the documents that have errors. Leaving one out can break a link of another, which is then left out too.
fn without(
    sources: &Sources,
    wish: &Wish,
    failing: BTreeSet<SourceId>,
    on_step: &mut dyn FnMut(Step),
) -> Option<(Site, BTreeSet<SourceId>)> {
    const ROUNDS: usize = 10;
    let mut left_out = failing;
    for _ in 0..ROUNDS {
        let (site, diagnostics) = examine(sources, wish, &left_out, on_step);
        let more = self::failing(&diagnostics);
        if more.is_empty() {
            return site.map(|site| (site, left_out));
        }
        left_out.extend(more);
    }
    None
}

fn failing(diagnostics: &[Diagnostic]) -> BTreeSet<SourceId> {
    let errors = diagnostics
        .iter()
        .filter(|found| found.severity == Severity::Error);
    errors.filter_map(Diagnostic::source).collect()
}
