//! `OUTPUTS` (layer 8): what is made from a site, planned before any of it is made.
//!
//! An output returns jobs: a path, a fingerprint of everything the bytes depend on, and a pure function that makes the bytes.
//! Invariant: a job knows nothing of the disk, of the clock or of another job.
//! Invariant: the bytes of a page are a function of its view and the theme, and its fingerprint is the hash of both.

mod accessibility;
mod assets;
mod attachments;
mod calendars;
mod catalogue;
mod desks;
mod documents;
mod feeds;
mod flyers;
mod frame;
pub mod kept;
mod lessons;
mod lists;
mod messages;
mod months;
pub mod open_data;
pub mod packs;
mod pages;
mod papers;
mod registers;
pub mod reports;
pub mod revisions;
mod robots;
mod sitemap;
mod status;
mod topics;
mod tops;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::address::OutputPath;
use crate::model::blob::Blob;
use crate::model::date::Date;
use crate::model::site::Site;
use crate::model::tally::Tally;
use crate::outputs::frame::Frame;
use crate::outputs::packs::Pack;
use crate::outputs::revisions::Revision;
use crate::present::change;
use crate::theme::Theme;

/// A hash of all that the bytes of a job depend on.
pub type Fingerprint = [u8; 32];

/// One file to make.
pub struct Job {
    pub fingerprint: Fingerprint,
    /// The template a page is drawn with, `pages/list.html`; nothing for what is no page.
    pub template: Option<&'static str>,
    pub make: Make,
}

/// How the bytes of a job come to be.
pub enum Make {
    /// By a pure function; the error is a sentence about the theme for the person who builds.
    Bytes(Box<dyn Fn() -> Result<Vec<u8>, String> + Send + Sync>),
    /// By copying a file of the content as it is.
    Copy(Blob),
    /// By packing files of the content, and what is made, into one ZIP.
    Pack(Arc<Pack>),
    /// By listing the SHA-256 of what is in a pack.
    Sums(Arc<Pack>),
}

impl Job {
    /// A file whose bytes are known already.
    fn known(bytes: Vec<u8>) -> Self {
        Self {
            fingerprint: *blake3::hash(&bytes).as_bytes(),
            template: None,
            make: Make::Bytes(Box::new(move || Ok(bytes.clone()))),
        }
    }

    /// A copy of a file of the content or the theme.
    fn copy(blob: &Blob) -> Self {
        Self {
            fingerprint: blob.digest,
            template: None,
            make: Make::Copy(blob.clone()),
        }
    }
}

/// Every file of the site, by path.
#[derive(Default)]
pub struct Plan {
    pub jobs: BTreeMap<OutputPath, Job>,
    /// Folders, ending with `/`, whose files of an earlier build stay although nothing here makes them: the last published pages of
    /// documents that were left out because of errors.
    pub kept: Vec<String>,
    /// What is public, for the next build to compare with, and the day it is public on.
    pub revisions: BTreeMap<Box<str>, Revision>,
    pub today: Option<Date>,
    /// The day on which a build would come to something else although nothing was edited.
    pub next: Option<Upcoming>,
    /// What every address of the site starts with: `/` or `/sub/path/`.
    pub base_path: Box<str>,
}

/// A change that comes by itself, and what it is in words.
#[derive(Clone, Debug)]
pub struct Upcoming {
    pub day: Date,
    pub words: String,
}

impl Upcoming {
    pub fn of(site: &Site) -> Option<Self> {
        let change = site.next_change()?;
        Some(Self {
            day: change.day,
            words: change::words(site, change),
        })
    }
}

impl Plan {
    /// Whether a file of an earlier build stays although no job makes it.
    pub fn keeps(&self, path: &OutputPath) -> bool {
        self.kept
            .iter()
            .any(|folder| path.as_str().starts_with(folder.as_str()))
    }

    /// The manuscripts that changed since `before` without a new 更新日.
    pub fn unraised(&self, before: &BTreeMap<Box<str>, Revision>) -> Vec<Box<str>> {
        let named = self
            .today
            .map(|today| revisions::unraised(before, &self.revisions, today));
        named.unwrap_or_default()
    }

    /// What the next build compares with. Documents that were left out because of errors are public as they were before.
    pub fn revisions_after(
        &self,
        before: &BTreeMap<Box<str>, Revision>,
    ) -> BTreeMap<Box<str>, Revision> {
        let mut after = match self.kept.is_empty() {
            true => BTreeMap::new(),
            false => before.clone(),
        };
        after.extend(
            self.revisions
                .iter()
                .map(|(path, now)| (path.clone(), *now)),
        );
        after
    }
}

/// One row of `OUTPUTS`.
pub struct OutputRow {
    pub id: &'static str,
    pub label: &'static str,
    plan: fn(&Arc<Frame>) -> Vec<(OutputPath, Job)>,
}

/// All outputs. One row adds one.
pub const OUTPUTS: &[OutputRow] = &[
    OutputRow {
        id: "tops",
        label: "市と区のトップページ",
        plan: tops::plan,
    },
    OutputRow {
        id: "documents",
        label: "原稿のページ",
        plan: documents::plan,
    },
    OutputRow {
        id: "flyers",
        label: "ちらし",
        plan: flyers::plan,
    },
    OutputRow {
        id: "lessons",
        label: "スライドと理解度チェック",
        plan: lessons::plan,
    },
    OutputRow {
        id: "papers",
        label: "教材のPDF",
        plan: papers::plan,
    },
    OutputRow {
        id: "lists",
        label: "一覧",
        plan: lists::plan,
    },
    OutputRow {
        id: "months",
        label: "予定表",
        plan: months::plan,
    },
    OutputRow {
        id: "topics",
        label: "分野のページ",
        plan: topics::plan,
    },
    OutputRow {
        id: "words",
        label: "用語集",
        plan: words::plan,
    },
    OutputRow {
        id: "desks",
        label: "相談支援室の一覧",
        plan: desks::plan,
    },
    OutputRow {
        id: "registers",
        label: "医療機関と資源の一覧",
        plan: registers::plan,
    },
    OutputRow {
        id: "reports",
        label: "年次報告の表",
        plan: reports::plan,
    },
    OutputRow {
        id: "open-data",
        label: "オープンデータ",
        plan: open_data::plan,
    },
    OutputRow {
        id: "accessibility",
        label: "アクセシビリティ方針",
        plan: accessibility::plan,
    },
    OutputRow {
        id: "catalogue",
        label: "検査の一覧",
        plan: catalogue::plan,
    },
    OutputRow {
        id: "status",
        label: "各区の状況",
        plan: status::plan,
    },
    OutputRow {
        id: "pages",
        label: "サイトマップと404のページ",
        plan: pages::plan,
    },
    OutputRow {
        id: "calendars",
        label: "カレンダーのファイル",
        plan: calendars::plan,
    },
    OutputRow {
        id: "messages",
        label: "お知らせ用の文章",
        plan: messages::plan,
    },
    OutputRow {
        id: "sitemap",
        label: "sitemap.xml",
        plan: sitemap::plan,
    },
    OutputRow {
        id: "feeds",
        label: "フィード",
        plan: feeds::plan,
    },
    OutputRow {
        id: "robots",
        label: "robots.txt",
        plan: robots::plan,
    },
    OutputRow {
        id: "attachments",
        label: "添付ファイル",
        plan: attachments::plan,
    },
    OutputRow {
        id: "packs",
        label: "教材をまとめたファイル",
        plan: packs::plan,
    },
    OutputRow {
        id: "assets",
        label: "スタイルシートなど",
        plan: assets::plan,
    },
];

/// Plans everything that is made from `site` with `theme`. `tallies` says how much was found in every place, in their order.
pub fn plan(site: Site, theme: Theme, tallies: Vec<Tally>) -> Plan {
    let frame = Arc::new(Frame::new(site, theme, tallies));
    let mut jobs = BTreeMap::new();
    for output in OUTPUTS {
        for (path, job) in (output.plan)(&frame) {
            let earlier = jobs.insert(path, job);
            debug_assert!(
                earlier.is_none(),
                "two outputs make one file: {}",
                output.id
            );
        }
    }
    Plan {
        jobs,
        kept: Vec::new(),
        revisions: BTreeMap::new(),
        today: Some(frame.site.today),
        next: Upcoming::of(&frame.site),
        base_path: frame.site.settings.base_url.path.clone(),
    }
}
