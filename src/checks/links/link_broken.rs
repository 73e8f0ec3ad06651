//! `link-broken`: a link or an image that leads to nothing on the site.
//!
//! Why: the reader is promised a page and gets none (WCAG SC 2.4.4, JIS X 8341-3; domain §3.4 C `link-broken-internal`).
//!
//! Bad: `[人生会議とは](/guides/jinsei-kaigii/)`. Good: `[人生会議とは](/guides/jinsei-kaigi/)`.

use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Included, Unbounded};

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Link;
use crate::model::document::Target;
use crate::model::facet::{Email, Url};
use crate::model::site::{ListKey, Site};
use crate::model::ward::Place;
use crate::text::nearest::nearest;

/// How many neighbours in the order of names are compared, so that many dead links on a large site stay cheap.
const COMPARED: usize = 200;

pub const ROW: CheckRow = CheckRow {
    code: "link-broken",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Site(check)),
    detects: "リンク先のないリンクや画像を見つけます。",
    why: "押しても何も開かず、読みたかったページにたどり着けません。",
    source: "JIS X 8341-3:2016 2.4.4",
    bad: &[
        "[はじめての方へ](/guides/strat/)をご覧ください。",
        "[ちらし](flyer-2.pdf)をご覧ください。",
        "![会場までの地図](chizu.png)",
    ],
    good: &[
        "[はじめての方へ](/guides/start/)をご覧ください。",
        "[ちらし](chirashi.pdf)をご覧ください。",
        "![会場までの地図](map.png)",
        "[北区](/kita/)と[西区](/nishi/)",
        "[お電話](tel:06-0000-0101)と[メール](mailto:mihon@example.jp)",
    ],
};

fn check(input: &Input) -> Vec<Diagnostic> {
    let broken: Vec<(Writing, &Link)> = input.writings().flat_map(broken_links).collect();
    if broken.is_empty() {
        return Vec::new();
    }
    let pages = Pages::new(input.site);
    broken
        .into_iter()
        .map(|(writing, link)| diagnostic(&writing, link, input, &pages))
        .collect()
}

fn broken_links<'a>(writing: Writing<'a>) -> impl Iterator<Item = (Writing<'a>, &'a Link)> {
    let links = writing.body.links.iter().zip(writing.targets);
    let broken = links.filter(|(_, target)| **target == Target::Broken);
    broken.map(move |(link, _)| (writing, link))
}

fn diagnostic(writing: &Writing, link: &Link, input: &Input, pages: &Pages) -> Diagnostic {
    let (title, label) = if link.is_image {
        ("画像のファイルがありません", "このファイルはありません")
    } else {
        ("リンク先がありません", "このページやファイルはありません")
    };
    let span = input.find_last(writing.source, link.span, &link.target);
    let found = Diagnostic::error("link-broken", at(writing.source, span), title).label(label);
    match meant(writing, link, input, pages) {
        Some(meant) => found.help(format!("「{meant}」と書いてください。")),
        None => found.help(
            "アドレスを確かめてください。サイトのページは「/guides/jinsei-kaigi/」のように、添付のファイルは「chirashi.pdf」のようにファイル名で書きます。",
        ),
    }
}

/// What to type instead: a file of the document when a file was meant, else the nearest page.
fn meant(writing: &Writing, link: &Link, input: &Input, pages: &Pages) -> Option<String> {
    if let Some(outside) = outside(&link.target).filter(|_| !link.is_image) {
        return Some(outside);
    }
    let path = link.target.split(['?', '#']).next().unwrap_or_default();
    let last = last_part(path);
    let attachments = writing.attachments.iter().map(|file| &*file.name);
    if let Some(file) = nearest(last, attachments) {
        let folder = path.trim_end_matches('/').strip_suffix(last)?;
        return Some(format!("{folder}{file}"));
    }
    let top = input.site.top_address(writing.place);
    let page = (!link.is_image).then(|| pages.nearest(last, top.as_str()))?;
    page.map(str::to_owned)
}

/// An address of another site or of a mailbox that was written without its beginning.
fn outside(target: &str) -> Option<String> {
    if Email::new(target).is_some() {
        return Some(format!("mailto:{target}"));
    }
    let host = target.split('/').next().unwrap_or_default();
    let is_host = host.starts_with("www.") || host.ends_with(".jp") || host.ends_with(".com");
    let whole = format!("https://{target}");
    (is_host && Url::new(&whole).is_some()).then_some(whole)
}

/// `start` of `/kita/guides/start/` and of `../guides/start.md`.
fn last_part(path: &str) -> &str {
    let path = path.trim_end_matches('/');
    let path = path.strip_suffix(".md").unwrap_or(path);
    path.rsplit('/').next().unwrap_or_default()
}

/// The addresses of the site by their last part.
struct Pages(BTreeMap<String, Vec<String>>);

impl Pages {
    fn new(site: &Site) -> Self {
        let places = site.places().map(|place| site.top_address(place));
        let lists = site.lists.keys().map(|key| match key {
            ListKey::Of(place, kind) => site.list_address(*place, *kind),
            ListKey::All(kind) => site.list_address(Place::City, *kind),
        });
        let documents = site.documents.iter().filter(|document| document.public);
        let documents = documents.map(|document| site.own_address(document));
        let topics = (0..site.settings.topics.len()).map(|topic| site.topic_address(topic));
        let mut by_name: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for address in places.chain(lists).chain(documents).chain(topics) {
            let address = address.to_string();
            let name = last_part(&address).to_owned();
            by_name.entry(name).or_default().push(address);
        }
        by_name.remove("");
        Self(by_name)
    }

    /// The address whose last part is most like `name`; among several, one below `top`.
    fn nearest(&self, name: &str, top: &str) -> Option<&str> {
        let before = self.0.range::<str, _>((Unbounded, Included(name))).rev();
        let after = self.0.range::<str, _>((Excluded(name), Unbounded));
        let names = before.take(COMPARED).chain(after.take(COMPARED));
        let known = nearest(name, names.map(|(name, _)| name.as_str()))?;
        let addresses = self.0.get(known)?;
        let own = addresses.iter().find(|address| address.starts_with(top));
        own.or(addresses.first()).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::{NISHI, Sample};
    use crate::model::document::Target;

    fn found(written: &str) -> Vec<(String, String)> {
        let mut sample = Sample::new();
        for place in [NISHI, crate::checks::testing::KITA] {
            sample.add_in(place, "guides/start", "題名", |_| {});
        }
        let text = format!("題名\n{written}");
        sample.add("guides/acp", &text, |draft| {
            draft.attachment("flyer.pdf", 9);
            draft.link(written, Target::Broken);
        });
        let found = sample.found(Rule::Site(super::check)).into_iter();
        let found = found.map(|found| (sample.characters(&found.at), found.help));
        found.collect()
    }

    fn typed(marked: &str, meant: &str) -> Vec<(String, String)> {
        vec![(marked.to_owned(), format!("「{meant}」と書いてください。"))]
    }

    #[test]
    fn the_nearest_page_of_the_same_ward_is_named() {
        let help = "/kita/guides/start/";
        let page = "/kita/guides/strat/";
        assert_eq!(found("[入門](/kita/guides/strat/)"), typed(page, help));
        let file = "../guide/start.md";
        assert_eq!(found("[入門](../guide/start.md)"), typed(file, help));
    }

    #[test]
    fn a_mistyped_file_keeps_its_folder() {
        let file = "acp/flier.pdf";
        assert_eq!(found("[ビラ](acp/flier.pdf)"), typed(file, "acp/flyer.pdf"));
        assert_eq!(found("![ビラ](a/start.png)").len(), 1);
    }

    #[test]
    fn an_address_without_its_beginning_gets_it() {
        let typed = |written: &str| found(&format!("[行き先]({written})"))[0].1.clone();
        let help = |meant: &str| format!("「{meant}」と書いてください。");
        assert_eq!(typed("www.example.jp/a"), help("https://www.example.jp/a"));
        assert_eq!(typed("mihon@example.jp"), help("mailto:mihon@example.jp"));
    }

    #[test]
    fn nothing_alike_is_said_without_a_guess() {
        let found = found("[行き先](/zzzzzzzzzzzz/)");
        assert!(found[0].1.starts_with("アドレスを確かめてください"));
    }
}
