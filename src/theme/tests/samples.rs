//! Hand-made views of every template, full and minimal, for the tests. Nothing in them is real.

mod documents;
mod lessons;
mod lists;
mod months;
mod reference;
mod registers;
mod teaching;

use serde::Serialize;

use crate::theme::view::reference::NotFoundPage;
use crate::theme::view::{
    CityPage, ContactView, Crumb, DayView, HeadView, LabelledDay, LinkView, PlaceView, SiteView,
    TopicPage, WardLink, WardPage,
};
use crate::theme::{PageView, Shared, Theme};

use documents::{bare_document, document, troubled_document};
use lists::{bare_card, bare_list, cards, group, list, topics};
use reference::{
    accessibility, bare_messages, checks, desk, desks, lost, messages, sitemap, words,
};

const WARDS: &[(&str, &str, &str)] = &[
    ("kita", "北区", "きたく"),
    ("miyakojima", "都島区", "みやこじまく"),
    ("fukushima", "福島区", "ふくしまく"),
    ("konohana", "此花区", "このはなく"),
    ("chuo", "中央区", "ちゅうおうく"),
    ("nishi", "西区", "にしく"),
    ("minato", "港区", "みなとく"),
    ("taisho", "大正区", "たいしょうく"),
    ("tennoji", "天王寺区", "てんのうじく"),
    ("naniwa", "浪速区", "なにわく"),
    ("nishiyodogawa", "西淀川区", "にしよどがわく"),
    ("yodogawa", "淀川区", "よどがわく"),
    ("higashiyodogawa", "東淀川区", "ひがしよどがわく"),
    ("higashinari", "東成区", "ひがしなりく"),
    ("ikuno", "生野区", "いくのく"),
    ("asahi", "旭区", "あさひく"),
    ("joto", "城東区", "じょうとうく"),
    ("tsurumi", "鶴見区", "つるみく"),
    ("abeno", "阿倍野区", "あべのく"),
    ("suminoe", "住之江区", "すみのえく"),
    ("sumiyoshi", "住吉区", "すみよしく"),
    ("higashisumiyoshi", "東住吉区", "ひがしすみよしく"),
    ("hirano", "平野区", "ひらのく"),
    ("nishinari", "西成区", "にしなりく"),
];

const NAV: &[(&str, &str)] = &[
    ("notices", "お知らせ"),
    ("lectures", "講演会"),
    ("trainings", "研修会"),
    ("events", "催し"),
    ("meetings", "会議"),
    ("visits", "同行訪問研修"),
    ("flyers", "周知ビラ"),
    ("guides", "読みもの"),
    ("materials", "教材"),
];

fn text(text: &str) -> String {
    text.to_owned()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn link(label: &str, href: &str) -> LinkView {
    LinkView {
        label: text(label),
        href: text(href),
    }
}

fn day(iso: &str, label: &str) -> DayView {
    DayView {
        iso: text(iso),
        label: text(label),
    }
}

fn dated(label: &str, iso: &str, day_label: &str) -> LabelledDay {
    LabelledDay {
        label: text(label),
        day: day(iso, day_label),
    }
}

fn contact() -> ContactView {
    ContactView {
        name: text("北区役所 福祉課 在宅医療担当（見本）"),
        phone: Some(link("06-0000-0101", "tel:0600000101")),
        fax: some("06-0000-0301"),
        email: Some(link("kita@example.jp", "mailto:kita@example.jp")),
        hours: some("平日 9時から17時30分まで（土曜日、日曜日、祝日、年末年始を除く）"),
        note: some("電話がつながりにくいときは、少し時間をおいておかけ直しください。"),
    }
}

fn bare_contact() -> ContactView {
    ContactView {
        name: text("見本の担当"),
        phone: None,
        fax: some("06-0000-0301"),
        email: None,
        hours: None,
        note: None,
    }
}

fn site() -> SiteView {
    let ward = |(id, name, reading): &(&str, &str, &str)| WardLink {
        id: text(id),
        name: text(name),
        reading: text(reading),
        href: format!("/{id}/"),
    };
    SiteView {
        title: text("大阪市の在宅医療と人生会議"),
        tagline: some("住み慣れた地域で、自分らしく暮らし続けるための情報をお届けします。"),
        municipality: text("大阪市"),
        office: text("大阪市健康局（見本）"),
        href: text("/"),
        stylesheet: text("/site.css"),
        script: some("/site.js"),
        sample: true,
        licence: some("CC BY 4.0"),
        wards: WARDS.iter().map(ward).collect(),
        footer: vec![
            link("用語集", "/words/"),
            link("分野の一覧", "/topics/"),
            link("サイトマップ", "/sitemap/"),
        ],
    }
}

fn place(id: &str, name: &str) -> PlaceView {
    let base = if id.is_empty() {
        text("/")
    } else {
        format!("/{id}/")
    };
    let nav = NAV
        .iter()
        .map(|(kind, label)| link(label, &format!("{base}{kind}/")));
    PlaceView {
        name: text(name),
        ward: text(id),
        nav: nav.collect(),
        feed: link(name, &format!("{base}feed.xml")),
        contact: contact(),
        href: base,
    }
}

fn city() -> CityPage {
    CityPage {
        title: text("大阪市の在宅医療と人生会議"),
        welcome_html: text(
            "<p>病気や障がいがあっても、住み慣れた家で暮らし続けたい。そう願う方とご家族のために、24の区役所と健康局が、講演会や相談窓口の情報をまとめています。</p>",
        ),
        has_ruby: false,
        has_terms: false,
        groups: vec![
            group("これからの催し", "coming", cards()),
            group("読みもの", "reading", vec![bare_card()]),
        ],
        topics: vec![
            link("人生会議（ACP）", "/topics/acp/"),
            link("在宅医療", "/topics/home-care/"),
            link("感染対策", "/topics/infection/"),
            link("看取り", "/topics/end-of-life/"),
            link("相談窓口", "/topics/consultation/"),
        ],
    }
}

fn ward() -> WardPage {
    WardPage {
        title: text("北区の在宅医療と人生会議"),
        welcome_title: some("北区のみなさんへ"),
        welcome_html: text(
            "<p>北区役所では、医療と介護の人たちといっしょに、家で安心して暮らし続けられるまちづくりを進めています。</p>",
        ),
        has_ruby: false,
        has_terms: false,
        groups: vec![group("これからの催し", "coming", cards())],
        office: text("北区役所"),
        hours: some("平日 9時から17時30分まで（見本）"),
        desk: Some(desk("北区")),
    }
}

/// What a page is rendered with besides its own view.
struct Frame<'a> {
    theme: &'a Theme,
    site: Shared,
    city: Shared,
    ward: Shared,
}

impl Frame<'_> {
    fn render(&self, name: &str, template: &str, page: &impl Serialize) -> Rendered {
        let in_ward = name.starts_with("ward") || name.starts_with("kinds");
        let head = HeadView {
            title: text("講演会「これからの暮らしと人生会議」 | 北区 | 大阪市の在宅医療と人生会議"),
            description: some("説明です。\"引用符\"と<記号>も安全に入ります。"),
            name: text("講演会「これからの暮らしと人生会議」"),
            canonical: format!("https://kairan.example.jp/{name}/"),
            noindex: true,
            is_article: true,
            feed: Some(link(
                "北区の講演会（大阪市の在宅医療と人生会議）",
                "/kita/lectures/feed.xml",
            )),
            json_ld_html: some(r#"{"@context":"https://schema.org","@graph":[]}"#),
        };
        let mut crumbs = vec![
            Crumb {
                label: text("大阪市"),
                href: some("/"),
            },
            Crumb {
                label: text("このページ"),
                href: None,
            },
        ];
        if template == "pages/city.html" {
            crumbs.remove(0);
        }
        let view = PageView {
            template,
            site: &self.site,
            place: if in_ward { &self.ward } else { &self.city },
            address: &head.canonical,
            head: &head,
            crumbs: &crumbs,
            page,
        };
        (name.replace('/', "-"), self.theme.render(&view))
    }
}

fn least_head(title: &str) -> HeadView {
    HeadView {
        title: text(title),
        description: None,
        name: text(title),
        canonical: text("https://kairan.example.jp/"),
        noindex: false,
        is_article: false,
        feed: None,
        json_ld_html: None,
    }
}

/// The digests of pages that differ in one thing each.
pub fn digests(theme: &Theme) -> Vec<[u8; 32]> {
    let page = |title: &str| NotFoundPage { title: text(title) };
    let crumb = [Crumb {
        label: text("大阪市"),
        href: None,
    }];
    let site = Theme::share(&site());
    let city = Theme::share(&place("", "大阪市"));
    let ward = Theme::share(&place("kita", "北区"));
    let (plain, other) = (least_head("題名"), least_head("別の題名"));
    let (lost, found) = (page("ありません"), page("あります"));
    let base = || PageView {
        template: "pages/404.html",
        site: &site,
        place: &city,
        address: "https://example.jp/",
        head: &plain,
        crumbs: &[],
        page: &lost,
    };
    let views = [
        base(),
        PageView {
            template: "pages/list.html",
            ..base()
        },
        PageView {
            site: &city,
            ..base()
        },
        PageView {
            place: &ward,
            ..base()
        },
        PageView {
            address: "https://example.jp/kita/",
            ..base()
        },
        PageView {
            head: &other,
            ..base()
        },
        PageView {
            crumbs: &crumb,
            ..base()
        },
        PageView {
            page: &found,
            ..base()
        },
    ];
    views.iter().map(|view| theme.digest(view)).collect()
}

pub type Rendered = (String, Result<Vec<u8>, String>);

/// Every template with a full view, and those with optional parts with a minimal one.
pub fn render_all(theme: &Theme, kinds: &[(&str, &str)]) -> Vec<Rendered> {
    let frame = Frame {
        theme,
        site: Theme::share(&site()),
        city: Theme::share(&place("", "大阪市")),
        ward: Theme::share(&place("kita", "北区")),
    };
    let groups = || vec![group("これから", "coming", cards())];
    let topic = TopicPage {
        title: text("人生会議（ACP）"),
        description: some("もしものときのために、前もって話し合うことです。"),
        groups: groups(),
        pagination: None,
    };
    let bare_topic = TopicPage {
        title: text("感染対策"),
        description: None,
        groups: Vec::new(),
        pagination: None,
    };
    let mut pages = vec![
        frame.render("city", "pages/city.html", &city()),
        frame.render("ward", "pages/ward.html", &ward()),
        frame.render("list", "pages/list.html", &list(groups(), 2)),
        frame.render("list-bare", "pages/list.html", &bare_list()),
        frame.render("calendar", "pages/calendar.html", &months::calendar()),
        frame.render(
            "ward-calendar-bare",
            "pages/calendar.html",
            &months::bare_calendar(),
        ),
        frame.render("ward-month", "pages/month.html", &months::page()),
        frame.render("topic", "pages/topic.html", &topic),
        frame.render("topic-bare", "pages/topic.html", &bare_topic),
        frame.render("topics", "pages/topics.html", &topics()),
        frame.render("words", "pages/words.html", &words()),
        frame.render("desks", "pages/desks.html", &desks()),
        frame.render("status", "pages/status.html", &reference::status()),
        frame.render("checks", "pages/checks.html", &checks()),
        frame.render("messages", "pages/messages.html", &messages()),
        frame.render("messages-bare", "pages/messages.html", &bare_messages()),
        frame.render(
            "accessibility",
            "pages/accessibility.html",
            &accessibility(),
        ),
        frame.render("sitemap", "pages/sitemap.html", &sitemap()),
        frame.render("404", "pages/404.html", &lost()),
        frame.render("kinds-troubled", "kinds/events.html", &troubled_document()),
    ];
    let more = registers::render(&frame).into_iter();
    pages.extend(more.chain(lessons::render(&frame)));
    pages.extend(kinds.iter().flat_map(|kind| of_kind(&frame, *kind)));
    pages
}

/// The pages of a kind, given by its id and its label.
fn of_kind(frame: &Frame<'_>, (kind, label): (&str, &str)) -> [Rendered; 2] {
    let template = format!("kinds/{kind}.html");
    let full = format!("kinds/{kind}");
    let bare = format!("kinds/{kind}-bare");
    [
        frame.render(&full, &template, &document(kind, label)),
        frame.render(&bare, &template, &bare_document(kind, label)),
    ]
}
