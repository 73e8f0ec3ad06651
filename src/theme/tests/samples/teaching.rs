//! Files by the part they play, and editions.

use super::{dated, link, some, text};
use crate::theme::view::AttachmentView;
use crate::theme::view::teaching::{
    EditionsView, FileGroup, FilesView, OldEdition, PackView, SumView,
};

pub fn files() -> FilesView {
    let group = |label, href: &str, format: &str| FileGroup {
        label,
        files: vec![AttachmentView {
            href: text(href),
            label: text("手洗いの手順"),
            format: text(format),
            size: text("545KB"),
            pages: some("12ページ"),
        }],
    };
    FilesView {
        pack: Some(PackView {
            href: text("/materials/tearai/tearai.zip"),
            size: text("1.1MB"),
            count: 2,
            sums: text("/materials/tearai/SHA256SUMS"),
        }),
        groups: vec![
            group(some("スライド"), "/materials/tearai/tearai.pptx", "PPTX"),
            group(some("配布資料"), "/materials/tearai/tearai.pdf", "PDF"),
        ],
        sums: vec![SumView {
            name: text("tearai.pptx"),
            sha256: text("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        }],
    }
}

pub fn editions() -> EditionsView {
    EditionsView {
        own: some("第2版"),
        newest: None,
        newest_edition: some("第2版"),
        address: text("https://kairan.example.jp/materials/tearai/"),
        older: vec![OldEdition {
            href: text("/materials/tearai-1/"),
            label: text("第1版"),
            dated: Some(dated("確認日", "2025-11-01", "令和7年11月1日")),
        }],
    }
}

pub fn old_edition() -> EditionsView {
    EditionsView {
        own: some("第1版"),
        newest: Some(link("手洗いの手順", "/materials/tearai/")),
        older: Vec::new(),
        ..editions()
    }
}
