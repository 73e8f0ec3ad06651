//! Cards and the lists they stand in.

use super::months;
use super::{WARDS, dated, link, some, text};
use crate::theme::view::{
    CardView, GroupView, ListPage, PaginationView, StageView, StateView, TopicSummary, TopicsPage,
    WhenView,
};

pub fn card(title: &str, kind_label: &str) -> CardView {
    CardView {
        href: text("/kita/lectures/2026-10-15-acp/"),
        title: text(title),
        kind: text("lectures"),
        kind_label: text(kind_label),
        place: some("北区"),
        day: Some(WhenView {
            iso: text("2026-12-05"),
            parts: vec![
                text("令和8年12月5日（土曜日）"),
                text("14時から15時30分まで"),
            ],
        }),
        venue: some("見本区民センター 2階 大会議室"),
        dated: None,
        summary: some(
            "もしものときに備えて、大切にしたいことを話し合う「人生会議」を、医師がやさしくお話しします。",
        ),
        stage: Some(stage("open", "受付中")),
        sample: true,
    }
}

pub fn stage(id: &str, label: &str) -> StageView {
    StageView {
        id: text(id),
        label: text(label),
        text: None,
        since: None,
        steps: text("2026-12-05T00:00+09:00 running 開催中|2026-12-06T00:00+09:00 ended 終了"),
    }
}

pub fn state(id: &str, label: &str) -> StateView {
    StateView {
        id: text(id),
        label: text(label),
        note: some("大雨の見込みのため中止します。日を改めてお知らせします。"),
    }
}

pub fn cards() -> Vec<CardView> {
    let mut cancelled = card("在宅医療を知る区民のつどい", "催し");
    cancelled.stage = Some(stage("cancelled", "中止"));
    let mut full = card("感染対策の基本を学ぶ研修会（訪問介護の方向け）", "研修会");
    full.stage = Some(stage("full", "満員"));
    full.sample = false;
    let mut postponed = card("看取りを考える講演会", "講演会");
    postponed.stage = Some(stage("postponed", "延期"));
    let mut ended = card("家で暮らし続けるための講座", "講演会");
    ended.stage = Some(stage("ended", "終了"));
    let mut soon = card("もしものときの話し合いを学ぶ会", "催し");
    soon.stage = Some(stage("closing-soon", "まもなく締切"));
    let mut guide = card("人生会議のはじめ方", "読みもの");
    guide.day = None;
    guide.venue = None;
    guide.sample = false;
    guide.dated = Some(dated("確認日", "2026-10-01", "令和8年10月1日"));
    let first = card("講演会「これからの暮らしと人生会議」", "講演会");
    vec![first, cancelled, full, postponed, ended, soon, guide]
}

pub fn bare_card() -> CardView {
    CardView {
        href: text("/a/"),
        title: text("題名だけの文書"),
        kind: text("notices"),
        kind_label: text("お知らせ"),
        place: None,
        day: None,
        venue: None,
        dated: None,
        summary: None,
        stage: None,
        sample: false,
    }
}

pub fn group(heading: &str, id: &str, cards: Vec<CardView>) -> GroupView {
    GroupView {
        heading: text(heading),
        id: text(id),
        cards,
        more: Some(link(&format!("{heading}をもっと見る"), "/lectures/")),
    }
}

pub fn list(groups: Vec<GroupView>, current: usize) -> ListPage {
    let wards = WARDS
        .iter()
        .map(|(id, name, _)| link(&format!("{name}の講演会"), &format!("/{id}/lectures/")));
    ListPage {
        title: text("講演会"),
        kind: text("lectures"),
        kind_label: text("講演会"),
        intro: text("どなたでも聞いていただける、住民のみなさん向けの講演会です。"),
        groups,
        nothing_ahead: false,
        pagination: Some(PaginationView {
            current,
            total: 3,
            previous: (current > 1).then(|| link("前のページ", "/lectures/")),
            next: (current < 3).then(|| link("次のページ", "/lectures/3/")),
        }),
        file: Some(months::file()),
        wards: wards.collect(),
        all: None,
    }
}

pub fn bare_list() -> ListPage {
    ListPage {
        pagination: None,
        file: None,
        wards: Vec::new(),
        all: Some(link("大阪市のすべての講演会を見る", "/lectures/")),
        ..list(Vec::new(), 1)
    }
}

pub fn topics() -> TopicsPage {
    let topic = |label: &str, count| TopicSummary {
        label: text(label),
        href: text("/topics/acp/"),
        description: some("もしものときのために、前もって話し合うことです。"),
        count,
    };
    TopicsPage {
        title: text("分野の一覧"),
        topics: vec![
            topic("人生会議（ACP）", 12),
            topic("在宅医療", 8),
            topic("感染対策", 0),
        ],
    }
}
