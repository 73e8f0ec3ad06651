//! Pages of registers.

use super::{Frame, Rendered, link, some, text};
use crate::theme::view::registers::{
    ChoicesView, ConfirmedView, FilterLink, FilterView, InstitutionGroup, InstitutionView,
    KnownView, LabelledFact, MarkView, NoteView, RegisterPage, SearchView, WardCountView,
};

pub fn render(frame: &Frame<'_>) -> [Rendered; 3] {
    [
        frame.render(
            "open-data",
            "pages/open-data.html",
            &super::reference::open_data(),
        ),
        frame.render("register", "pages/register.html", &whole()),
        frame.render("register-bare", "pages/register.html", &bare()),
    ]
}

fn mark(number: usize, place: usize) -> MarkView {
    MarkView {
        mark: format!("※{number}"),
        id: format!("k-note-{number}-{place}"),
        href: format!("#k-note-{number}"),
    }
}

fn institution(number: usize) -> InstitutionView {
    InstitutionView {
        id: format!("k-institution-{number}"),
        name: text("見本診療所"),
        reading: some("ミホンシンリョウジョ"),
        category: some("無床診療所"),
        sample: true,
        functions: vec![text("看取り")],
        marks: vec![mark(1, number + 1)],
        phone: Some(link("06-0000-0101", "tel:0600000101")),
        extension: some("123"),
        fax: some("06-0000-0102"),
        address: some("大阪市北区見本1丁目1番1号"),
        map: some("https://maps.gsi.go.jp/#17/34.7055/135.4983/"),
        geo: some("geo:34.7055,135.4983"),
        website: some("https://example.jp/"),
        email: Some(link("mihon@example.jp", "mailto:mihon@example.jp")),
        hours: vec![text("月曜日から金曜日まで 9時から12時まで")],
        facts: vec![LabelledFact {
            label: text("診療科目"),
            text: text("内科"),
        }],
        confirmed: Some(ConfirmedView {
            iso: text("2026-10-01"),
            day: text("令和8年10月1日"),
        }),
        words: text("見本診療所"),
        keys: text("clinics end-of-life"),
    }
}

fn known(sentence: &str, marks: Vec<MarkView>, rest: &str) -> Vec<KnownView> {
    vec![KnownView {
        text: text(sentence),
        marks,
        rest: text(rest),
    }]
}

fn choices() -> ChoicesView {
    let filter = |id: &str, label: &str, current| FilterLink {
        id: text(id),
        label: text(label),
        count: text("2件"),
        href: text("/hospitals/"),
        current,
    };
    ChoicesView {
        label: text("機能でしぼりこむ"),
        all: Some(filter("", "すべて", true)),
        parts: vec![FilterView {
            label: text("機能"),
            links: vec![
                filter("discharge", "入退院支援", false),
                filter("end-of-life", "看取り", false),
            ],
        }],
    }
}

fn whole() -> RegisterPage {
    RegisterPage {
        title: text("積極的医療機関"),
        kind_label: text("積極的医療機関"),
        intro: text("在宅療養を支える医療機関です。"),
        known: known(
            "大阪市の24区に、合わせて139の医療機関があります。",
            Vec::new(),
            "",
        ),
        counts: vec![WardCountView {
            ward: link("北区", "/kita/hospitals/"),
            count: some("4"),
            marks: vec![mark(1, 1)],
        }],
        links: None,
        search: Some(SearchView {
            choices: Some(choices()),
        }),
        groups: vec![InstitutionGroup {
            heading: text("北区"),
            id: text("k-group-1"),
            href: some("/kita/hospitals/"),
            count: text("2件"),
            institutions: vec![institution(1), institution(2)],
        }],
        notes: vec![NoteView {
            mark: text("※1"),
            id: text("k-note-1"),
            text: text("内諾を受けている段階です。"),
            backs: vec![
                link("北区", "#k-note-1-1"),
                link("見本診療所", "#k-note-1-2"),
            ],
        }],
        has_samples: true,
        pagination: None,
        all: Some(link("大阪市24区の積極的医療機関を見る", "/hospitals/")),
    }
}

fn bare() -> RegisterPage {
    RegisterPage {
        title: text("北区の積極的医療機関"),
        known: known("北区の積極的医療機関は4か所", vec![mark(1, 1)], "です。"),
        counts: Vec::new(),
        links: Some(choices()),
        search: Some(SearchView { choices: None }),
        groups: Vec::new(),
        has_samples: false,
        all: None,
        ..whole()
    }
}
