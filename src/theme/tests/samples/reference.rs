//! Pages about the site itself and its desks.

use super::{NAV, contact, link, some, text};
use crate::theme::view::catalogue::{CataloguePage, CheckView, FamilyView};
use crate::theme::view::desks::{CountView, DeskView, DesksPage};
use crate::theme::view::messages::{MessagesPage, MessagesView, PlaceMessages};
use crate::theme::view::open_data::{EditionView, LicenceView, OpenDataPage, SetView};
use crate::theme::view::reference::{
    AccessibilityPage, NotFoundPage, PolicyView, SitemapPage, SitemapSection, WordRow, WordView,
    WordsPage,
};
use crate::theme::view::status::{DatedLink, StatusPage, StatusRow};
use crate::theme::view::{ContactView, WhenView};

pub fn desk(ward: &str) -> DeskView {
    DeskView {
        ward: link(ward, "/kita/"),
        contact: ContactView {
            name: text("北区在宅医療・介護連携相談支援室（見本）"),
            ..contact()
        },
        weekly: some("週20時間"),
        coordinators: vec![text("（ア）保健師、看護師など 1人")],
        asks: vec![text("退院するときの、在宅医療への引継ぎ")],
        all: link("大阪市の相談支援室の一覧を見る", "/desks/"),
    }
}

pub fn desks() -> DesksPage {
    let count = |label: &str, count: &str| CountView {
        label: text(label),
        count: text(count),
    };
    DesksPage {
        title: text("相談支援室"),
        desks: vec![desk("北区"), desk("西区")],
        has_people: true,
        missing: vec![link("中央区", "/chuo/")],
        bands: vec![count("週20時間以上", "15区")],
        qualifications: vec![count("（ア）保健師、看護師など", "2人")],
    }
}

pub fn status() -> StatusPage {
    let dated = |label: &str| DatedLink {
        iso: text("2026-11-20"),
        day: text("令和8年11月20日"),
        link: link(label, "/kita/notices/2026-11-20-a/"),
    };
    let row = |label: &str, updated, missing: &[&str], errors| StatusRow {
        place: link(label, "/kita/"),
        updated,
        next: None,
        missing: missing.iter().map(|one| text(one)).collect(),
        stale: 1,
        drafts: 0,
        expired: 2,
        errors,
        warnings: 3,
        infos: 0,
    };
    StatusPage {
        title: text("各区の状況"),
        day: text("令和8年11月22日（日曜日）"),
        next: Some(text(
            "令和8年11月23日（月曜日）0時に、「見本」（北区）の表示が変わります。",
        )),
        rows: vec![
            row("市（大阪市健康局）", None, &[], 0),
            row(
                "北区",
                Some(dated("見本のお知らせ")),
                &["相談支援室", "積極的医療機関"],
                2,
            ),
        ],
    }
}

pub fn open_data() -> OpenDataPage {
    OpenDataPage {
        title: text("オープンデータ"),
        licence: Some(LicenceView {
            label: text("CC BY 4.0"),
            href: Some("https://creativecommons.org/licenses/by/4.0/"),
        }),
        credit: text("大阪市の在宅医療と人生会議"),
        sets: vec![SetView {
            id: text("events"),
            label: text("イベント一覧"),
            description: text("講演会などの一覧です。"),
            count: text("12件"),
            updated: some("令和8年11月20日"),
            editions: vec![EditionView {
                label: text("推奨データセットの列"),
                files: vec![link("イベント一覧（CSV）", "/open-data/events.csv")],
                columns: text("2列あり、左から順に、イベント名、開始日です。"),
            }],
        }],
        catalogue: vec![link(
            "オープンデータ一覧（CSV）",
            "/open-data/catalogue.csv",
        )],
    }
}

pub fn checks() -> CataloguePage {
    let check = |code: &str, severity: &str, examples: &[&str]| CheckView {
        code: text(code),
        severity: text(severity),
        severity_label: text("誤り"),
        detects: text("半角のかたかなを見つけます。"),
        why: text("読み上げソフトが正しく読めないことがあります。"),
        source: text("JIS X 8341-3:2016"),
        bad: examples.iter().map(|example| text(example)).collect(),
        good: vec![text("区民センター")],
        fixes: severity == "error",
    };
    CataloguePage {
        title: text("検査の一覧"),
        count: 2,
        families: vec![FamilyView {
            id: text("family-characters"),
            label: text("文字"),
            checks: vec![
                check("ja-one", "error", &["区民ｾﾝﾀｰ", "- 一\n- <b>二</b>"]),
                check("ja-two", "warning", &[]),
            ],
        }],
    }
}

pub fn messages() -> MessagesPage {
    MessagesPage {
        places: vec![PlaceMessages {
            id: text("place-kita"),
            name: text("北区"),
            documents: vec![MessagesView {
                title: text("【中止】【見本】講演会「これからの暮らしと人生会議」"),
                href: text("/kita/lectures/a/"),
                day: Some(WhenView {
                    iso: text("2026-12-05"),
                    parts: vec![text("令和8年12月5日（土曜日）"), text("14時から")],
                }),
                message: text("/kita/lectures/a/message.txt"),
                bulletin: text("/kita/lectures/a/koho.txt"),
            }],
        }],
        ..bare_messages()
    }
}

pub fn bare_messages() -> MessagesPage {
    MessagesPage {
        title: text("お知らせ用の文章"),
        limits: [500, 200],
        places: Vec::new(),
    }
}

pub fn words() -> WordsPage {
    let row = |heading: &str, id: &str, word: &str, reading: &str| WordRow {
        heading: text(heading),
        id: text(id),
        words: vec![
            WordView {
                id: format!("{id}-1"),
                word: text(word),
                reading: text(reading),
                meaning: text("人生の最終の時期を、その人らしく過ごせるように支えることです。"),
                plain: some("最期まで支えること"),
                aliases: vec![text("ACP"), text("見送り")],
                source: some("見本の辞典"),
            },
            WordView {
                id: format!("{id}-2"),
                word: text("見本のことば"),
                reading: text("みほんのことば"),
                meaning: text("見本です。"),
                plain: None,
                aliases: Vec::new(),
                source: None,
            },
        ],
    };
    WordsPage {
        title: text("用語集"),
        rows: vec![
            row("さ行", "row-sa", "人生会議", "じんせいかいぎ"),
            row("ま行", "row-ma", "看取り", "みとり"),
        ],
    }
}

pub fn accessibility() -> AccessibilityPage {
    let point = |label: &str, lines: &[&str]| PolicyView {
        label: text(label),
        lines: lines.iter().map(|line| text(line)).collect(),
    };
    AccessibilityPage {
        title: text("ウェブアクセシビリティ方針"),
        policy: vec![
            point("目標とする対応度", &["まだ決めていません。"]),
            point("把握している問題点", &["古い添付ファイル", "動画の字幕"]),
        ],
    }
}

pub fn sitemap() -> SitemapPage {
    let section = |label: &str, href: &str| SitemapSection {
        heading: link(label, href),
        links: NAV
            .iter()
            .map(|(kind, name)| link(name, &format!("{href}{kind}/")))
            .collect(),
    };
    SitemapPage {
        title: text("サイトマップ"),
        sections: vec![section("大阪市", "/"), section("北区", "/kita/")],
    }
}

/// A name for a page and what came of rendering it.
pub fn lost() -> NotFoundPage {
    NotFoundPage {
        title: text("ページが見つかりません"),
    }
}
