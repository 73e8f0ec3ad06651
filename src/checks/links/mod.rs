//! The family of rules about links and attachments (domain §3.4 C).

use crate::checks::CheckRow;

mod attach_name;
mod attach_office_source;
mod attach_size;
mod attachment_missing;
mod attachment_unused;
mod link_adjacent_dup;
mod link_anchor;
mod link_broken;
mod link_http;
mod link_internal_form;
mod link_marks;
mod link_same_text;
mod link_scheme;
mod link_short_url;
mod link_text_empty;
mod link_text_generic;
mod link_text_short;
mod link_unpublished;
mod link_url_text;
mod pdf_only_page;

pub const ROWS: &[CheckRow] = &[
    link_broken::ROW,
    link_scheme::ROW,
    link_unpublished::ROW,
    link_anchor::ROW,
    link_internal_form::ROW,
    link_http::ROW,
    link_short_url::ROW,
    link_text_empty::ROW,
    link_text_generic::ROW,
    link_text_short::ROW,
    link_url_text::ROW,
    link_same_text::ROW,
    link_adjacent_dup::ROW,
    link_marks::FILE_META,
    link_marks::EXTERNAL_MARK,
    link_marks::NEW_WINDOW,
    attachment_missing::ROW,
    attachment_unused::ROW,
    attach_name::ROW,
    attach_office_source::ROW,
    attach_size::ROW,
    pdf_only_page::ROW,
];

/// Words of links that say nothing about where they lead; lower case, without marks around them.
const GENERIC: [&str; 62] = [
    "こちら",
    "こちらから",
    "こちらへ",
    "こちらのページ",
    "こちらのリンク",
    "こちらのサイト",
    "こちらのファイル",
    "こちらをクリック",
    "こちらをご覧ください",
    "はこちら",
    "ここ",
    "ここから",
    "ここをクリック",
    "ここをクリックしてください",
    "これ",
    "クリック",
    "クリックしてください",
    "コチラ",
    "ココ",
    "この記事",
    "このサイト",
    "このファイル",
    "このページ",
    "このリンク",
    "詳細",
    "詳細はこちら",
    "詳細を見る",
    "詳細ページ",
    "詳しく",
    "詳しくは",
    "詳しくはこちら",
    "詳しくはこちらから",
    "詳しくはこちらをご覧ください",
    "詳しく見る",
    "くわしく",
    "くわしくはこちら",
    "くわしく見る",
    "続き",
    "続きはこちら",
    "続きを読む",
    "もっと見る",
    "もっと読む",
    "もっと詳しく",
    "もっとくわしく",
    "一覧はこちら",
    "リンク",
    "リンク先",
    "リンクはこちら",
    "ファイル",
    "添付ファイル",
    "ダウンロード",
    "ダウンロードはこちら",
    "pdf",
    "pdfファイル",
    "pdf版",
    "word",
    "excel",
    "click here",
    "here",
    "link",
    "more",
    "read more",
];

/// Whether the words of a link say nothing about where it leads, as 「こちら」 and 「→」.
fn is_generic(words: &str) -> bool {
    let is_mark = |sign: char| sign.is_whitespace() || !sign.is_alphanumeric();
    let bare = words.trim_matches(is_mark);
    if bare.is_empty() {
        return !words.trim().is_empty();
    }
    // Longer words are never in the table, and telling so costs nothing.
    bare.len() <= 60 && GENERIC.contains(&bare.to_ascii_lowercase().as_str())
}
