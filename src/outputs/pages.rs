//! The site map for people and the page that says that there is none.

use std::sync::Arc;

use crate::model::address::{Address, OutputPath};
use crate::model::site::Site;
use crate::model::ward::Place;
use crate::outputs::Job;
use crate::outputs::frame::{Frame, Page, Title, calendar_link, job};
use crate::present::document::topic_link;
use crate::theme::view::LinkView;
use crate::theme::view::reference::{NotFoundPage, SitemapPage, SitemapSection};

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    vec![
        job(frame, Place::City, &Address::page(&["sitemap"]), sitemap),
        job(
            frame,
            Place::City,
            &Address::page(&[]).file("404.html"),
            not_found,
        ),
    ]
}

fn sitemap(frame: &Frame) -> Page<SitemapPage> {
    let site = &frame.site;
    let mut sections: Vec<SitemapSection> =
        site.places().map(|place| section(site, place)).collect();
    sections.push(SitemapSection {
        heading: link(site, "分野から探す", &Address::page(&["topics"])),
        links: (0..site.settings.topics.len())
            .map(|topic| topic_link(site, topic))
            .collect(),
    });
    if site.has_desks() {
        sections.push(SitemapSection {
            heading: link(site, "相談支援室", &site.desks_address()),
            links: Vec::new(),
        });
    }
    sections.push(SitemapSection {
        heading: link(site, "用語集", &Address::page(&["words"])),
        links: Vec::new(),
    });
    sections.push(SitemapSection {
        heading: link(
            site,
            "アクセシビリティ方針",
            &Address::page(&["accessibility"]),
        ),
        links: Vec::new(),
    });
    let title = Title {
        title: "サイトマップ",
        description: Some("大阪市と24区のすべての一覧への道しるべです。".to_owned()),
        canonical: Address::page(&["sitemap"]),
        noindex: false,
        steps: Vec::new(),
    };
    let page = SitemapPage {
        title: title.title.to_owned(),
        sections,
    };
    frame.page("pages/sitemap.html", Place::City, title, page)
}

/// The calendar and the lists of a place that have anything in them.
fn section(site: &Site, place: Place) -> SitemapSection {
    let lists = site
        .filled_kinds(place)
        .map(|kind| link(site, kind.label, &site.list_address(place, kind)));
    let registers = site.registers(place).map(|register| {
        let address = site.register_address(place, register);
        link(site, register.label, &address)
    });
    SitemapSection {
        heading: link(site, site.place_name(place), &site.top_address(place)),
        links: calendar_link(site, place)
            .into_iter()
            .chain(lists)
            .chain(registers)
            .collect(),
    }
}

fn link(site: &Site, label: &str, address: &Address) -> LinkView {
    LinkView {
        label: label.to_owned(),
        href: site.href(address),
    }
}

fn not_found(frame: &Frame) -> Page<NotFoundPage> {
    let title = Title {
        title: "ページが見つかりません",
        description: Some(
            "お探しのページは見つかりませんでした。区の名前から探せます。".to_owned(),
        ),
        canonical: Address::page(&[]).file("404.html"),
        noindex: true,
        steps: Vec::new(),
    };
    let page = NotFoundPage {
        title: title.title.to_owned(),
    };
    frame.page("pages/404.html", Place::City, title, page)
}
