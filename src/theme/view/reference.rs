//! The pages that explain the site itself: the glossary, the policy, the map, and the one that says that there is none.

use serde::Serialize;

use crate::theme::view::LinkView;

/// `page` of `pages/words.html`.
#[derive(Debug, Serialize)]
pub struct WordsPage {
    pub title: String,
    /// あ行, か行 …; only rows that have words.
    pub rows: Vec<WordRow>,
}

#[derive(Debug, Serialize)]
pub struct WordRow {
    /// `あ行`.
    pub heading: String,
    pub id: String,
    pub words: Vec<WordView>,
}

#[derive(Debug, Serialize)]
pub struct WordView {
    /// Unique on the page.
    pub id: String,
    pub word: String,
    pub reading: String,
    pub meaning: String,
    pub plain: Option<String>,
    pub aliases: Vec<String>,
    pub source: Option<String>,
}

/// `page` of `pages/accessibility.html`: ウェブアクセシビリティ方針.
#[derive(Debug, Serialize)]
pub struct AccessibilityPage {
    pub title: String,
    /// 対象範囲, 対応度 and the rest of what a policy says, in its order.
    pub policy: Vec<PolicyView>,
}

/// One point of the policy.
#[derive(Debug, Serialize)]
pub struct PolicyView {
    /// `例外とするもの`.
    pub label: String,
    /// At least one.
    pub lines: Vec<String>,
}

/// `page` of `pages/sitemap.html`.
#[derive(Debug, Serialize)]
pub struct SitemapPage {
    pub title: String,
    pub sections: Vec<SitemapSection>,
}

#[derive(Debug, Serialize)]
pub struct SitemapSection {
    pub heading: LinkView,
    pub links: Vec<LinkView>,
}

/// `page` of `pages/404.html`.
#[derive(Debug, Serialize)]
pub struct NotFoundPage {
    pub title: String,
}
