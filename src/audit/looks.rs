//! What a machine can see of the criteria: pages in, what was seen of each out.
//!
//! Invariant: a look reports what it saw and how many pages it saw, and judges nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::page::Page;

/// How a criterion is looked at.
pub enum Look {
    /// Page by page: the problems of one page.
    Each {
        what: &'static str,
        check: fn(&Page) -> Vec<String>,
    },
    /// All pages together: the problems with the address of their page.
    Together {
        what: &'static str,
        check: fn(&[Page]) -> Vec<Problem>,
    },
    /// What the criterion is about, by a CSS selector; where no page has any, the criterion does not apply.
    Absent {
        selector: &'static str,
        what: &'static str,
    },
    /// Only by people; the words say what they look at.
    Person(&'static str),
}

/// What came of it.
pub enum Seen {
    Nothing {
        what: &'static str,
        pages: usize,
    },
    Problems {
        what: &'static str,
        pages: usize,
        problems: Vec<Problem>,
    },
    NotApplicable {
        what: &'static str,
        pages: usize,
    },
    /// The pages that have something people must look at.
    Present {
        what: &'static str,
        on: Vec<String>,
    },
    LeftToPeople(&'static str),
}

pub struct Problem {
    pub address: String,
    pub words: String,
}

pub fn look(look: &Look, pages: &[Page]) -> Seen {
    let count = pages.len();
    let seen = |what, problems: Vec<Problem>| match problems.is_empty() {
        true => Seen::Nothing { what, pages: count },
        false => Seen::Problems {
            what,
            pages: count,
            problems,
        },
    };
    match *look {
        Look::Each { what, check } => {
            let of_page = |page| check(page).into_iter().map(|words| problem(page, words));
            seen(what, pages.iter().flat_map(of_page).collect())
        }
        Look::Together { what, check } => seen(what, check(pages)),
        Look::Absent { selector, what } => {
            let on: Vec<String> = pages
                .iter()
                .filter(|page| page.has(selector))
                .map(|page| page.address.clone())
                .collect();
            match on.is_empty() {
                true => Seen::NotApplicable { what, pages: count },
                false => Seen::Present { what, on },
            }
        }
        Look::Person(what) => Seen::LeftToPeople(what),
    }
}

fn problem(page: &Page, words: String) -> Problem {
    Problem {
        address: page.address.clone(),
        words,
    }
}

/// One sentence when any element matches the selector.
fn if_any(page: &Page, selector: &str, words: &str) -> Vec<String> {
    match page.all(selector).len() {
        0 => Vec::new(),
        count => vec![format!("{words}（{count}か所）")],
    }
}

pub fn alternatives(page: &Page) -> Vec<String> {
    let mut found = if_any(
        page,
        "img:not([alt]), area:not([alt])",
        "altのない画像があります",
    );
    let unnamed = page
        .all("svg:not([aria-hidden=true])")
        .into_iter()
        .filter(|drawing| drawing.called().is_empty() && !drawing.has("title"))
        .count();
    if unnamed > 0 {
        found.push(format!("名前のない図形があります（{unnamed}か所）"));
    }
    found
}

pub fn structure(page: &Page) -> Vec<String> {
    let mut found = Vec::new();
    let tops = page.all("h1").len();
    if tops != 1 {
        found.push(format!("大見出し（h1）が{tops}個あります"));
    }
    let mut before = 0;
    for heading in page.all("h1, h2, h3, h4, h5, h6") {
        let level: u32 = heading.name().trim_start_matches('h').parse().unwrap_or(1);
        if before > 0 && level > before + 1 {
            let text = heading.text();
            found.push(format!(
                "見出し「{text}」の段階が飛んでいます（h{before}の次がh{level}）"
            ));
        }
        before = level;
    }
    let without = page
        .all("table:not([role=presentation])")
        .into_iter()
        .filter(|table| !table.has("th"))
        .count();
    if without > 0 {
        found.push(format!(
            "見出しのセル（th）のない表があります（{without}か所）"
        ));
    }
    found
}

pub fn zoom(page: &Page) -> Vec<String> {
    let viewports = page.all("meta[name=viewport]");
    let forbids = |content: &str| {
        let plain: String = content.chars().filter(|one| !one.is_whitespace()).collect();
        plain.contains("user-scalable=no") || plain.contains("maximum-scale")
    };
    let is_forbidding = viewports
        .into_iter()
        .filter_map(|viewport| viewport.attribute("content"))
        .any(forbids);
    match is_forbidding {
        true => vec!["拡大を禁じる指定があります".to_owned()],
        false => Vec::new(),
    }
}

pub fn mouse_only(page: &Page) -> Vec<String> {
    let mouse = "[onmouseover], [onmouseout], [onmousedown], [onmouseup], [ondblclick]";
    let mut found = if_any(page, mouse, "マウスだけで動く属性があります");
    let click = "[onclick]:not(a):not(button):not(input):not(summary)";
    found.extend(if_any(
        page,
        click,
        "キーボードで選べない要素に操作が付いています",
    ));
    found
}

pub fn motion(page: &Page) -> Vec<String> {
    let moving = "marquee, blink, video, script, iframe, img[src$='.gif']";
    if_any(
        page,
        moving,
        "動いたり光ったりするかもしれないものがあります",
    )
}

pub fn skip_link(page: &Page) -> Vec<String> {
    let target = page
        .all("body a[href]")
        .first()
        .and_then(|link| link.attribute("href"))
        .and_then(|href| href.strip_prefix('#'));
    let leads_to_main = target.is_some_and(|target| {
        let mut parts = page.all("main, main *, h1").into_iter();
        parts.any(|part| part.attribute("id") == Some(target))
    });
    match leads_to_main {
        true => Vec::new(),
        false => vec!["最初のリンクが本文に進むリンクではありません".to_owned()],
    }
}

pub fn titles(pages: &[Page]) -> Vec<Problem> {
    let mut by_title: BTreeMap<String, Vec<&Page>> = BTreeMap::new();
    for page in pages {
        let title = page.all("head > title").first().map(|title| title.text());
        by_title
            .entry(title.unwrap_or_default())
            .or_default()
            .push(page);
    }
    let mut found = Vec::new();
    for (title, pages) in by_title {
        let words = match (title.is_empty(), pages.len()) {
            (true, _) => "題名がありません".to_owned(),
            (false, 1) => continue,
            (false, _) => format!("題名「{title}」がほかのページと同じです"),
        };
        found.extend(pages.into_iter().map(|page| problem(page, words.clone())));
    }
    found
}

pub fn focus_order(page: &Page) -> Vec<String> {
    let is_moved = |value: &str| value.trim().parse().is_ok_and(|place: i64| place > 0);
    let moved = page
        .all("[tabindex]")
        .into_iter()
        .filter_map(|element| element.attribute("tabindex"))
        .filter(|value| is_moved(value))
        .count();
    match moved {
        0 => Vec::new(),
        count => vec![format!("1以上のtabindexがあります（{count}か所）")],
    }
}

/// Words that do not say where a link leads when they stand alone.
const VAGUE: &[&str] = &[
    "こちら",
    "ここ",
    "コチラ",
    "詳細",
    "詳しく",
    "詳しくはこちら",
    "くわしくはこちら",
    "こちらをクリック",
    "ここをクリック",
    "クリック",
    "リンク",
    "もっと見る",
    "続きを読む",
    "続きはこちら",
    "PDF",
    "URL",
];

pub fn link_words(page: &Page) -> Vec<String> {
    let mut found = Vec::new();
    for link in page.all("a[href]") {
        let words = link.called();
        if words.is_empty() {
            let href = link.attribute("href").unwrap_or_default();
            found.push(format!("言葉のないリンクがあります（行き先 {href}）"));
        } else if VAGUE.contains(&words.as_str()) {
            found.push(format!("行き先の分からないリンク「{words}」があります"));
        }
    }
    found
}

pub fn ways(page: &Page) -> Vec<String> {
    let mut found = Vec::new();
    if !page.has("nav") {
        found.push("案内の一覧（nav）がありません".to_owned());
    }
    if !page.has("a[href$='/sitemap/']") {
        found.push("サイトマップへのリンクがありません".to_owned());
    }
    found
}

pub fn headings(page: &Page) -> Vec<String> {
    let headings = page.all("h1, h2, h3, h4, h5, h6").into_iter();
    let empty = headings.filter(|heading| heading.called().is_empty());
    empty
        .map(|heading| format!("空の見出し（{}）があります", heading.name()))
        .collect()
}

pub fn language(page: &Page) -> Vec<String> {
    let language = page
        .all("html")
        .first()
        .and_then(|root| root.attribute("lang"));
    match language {
        Some("ja") => Vec::new(),
        Some(other) => vec![format!("ページの言語が「{other}」です")],
        None => vec!["ページの言語の指定がありません".to_owned()],
    }
}

pub fn on_focus(page: &Page) -> Vec<String> {
    if_any(
        page,
        "[onfocus], [onblur], [autofocus]",
        "選んだだけで動く指定があります",
    )
}

/// Fields that people fill in or choose from.
const FIELDS: &str = "input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=image]), select, textarea";

pub fn labels(page: &Page) -> Vec<String> {
    let labelled: BTreeSet<&str> = page
        .all("label[for]")
        .into_iter()
        .filter_map(|label| label.attribute("for"))
        .collect();
    let fields = page.all(FIELDS).into_iter();
    let nameless = fields.filter(|field| {
        let by_label = field
            .attribute("id")
            .is_some_and(|id| labelled.contains(id));
        let by_attribute = ["aria-label", "aria-labelledby", "title"]
            .into_iter()
            .any(|name| {
                field
                    .attribute(name)
                    .is_some_and(|words| !words.trim().is_empty())
            });
        !(by_label || by_attribute || field.is_inside(&["label"]))
    });
    match nameless.count() {
        0 => Vec::new(),
        count => vec![format!("名前のない欄があります（{count}か所）")],
    }
}

pub fn syntax(page: &Page) -> Vec<String> {
    let mut found = Vec::new();
    match page.parse_errors() {
        0 => {}
        count => found.push(format!("HTMLの書き方の誤りがあります（{count}か所）")),
    }
    let mut known = BTreeSet::new();
    let mut twice = BTreeSet::new();
    for id in page
        .all("[id]")
        .into_iter()
        .filter_map(|element| element.attribute("id"))
    {
        if !known.insert(id) {
            twice.insert(id);
        }
    }
    found.extend(
        twice
            .into_iter()
            .map(|id| format!("id「{id}」が二つ以上あります")),
    );
    found
}

pub fn names(page: &Page) -> Vec<String> {
    let controls = page.all("a[href], button, summary").into_iter();
    let nameless = controls
        .filter(|control| control.called().is_empty())
        .count();
    let mut found = labels(page);
    if nameless > 0 {
        found.push(format!(
            "名前のないリンクやボタンがあります（{nameless}か所）"
        ));
    }
    found
}
