//! `CHECKS` (layer 6): what can be wrong with content, and the rules that look at the assembled site; a site goes in, diagnostics come out.
//!
//! Invariant: a rule only reads, sees no other rule and works alone, so rules run on all cores and in any order.
//! Invariant: every code a diagnostic can have is a row, whichever phase finds it.

use rayon::prelude::*;

use crate::diag::Severity::{Error, Warning};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;
use crate::model::site::Site;

pub use input::{Input, Owner, TextOf, Writing, at, location};

mod attachment_missing;
mod attachment_unused;
mod contact_incomplete;
mod contact_missing;
mod date_future;
mod deadline_late;
mod expires_early;
mod heading_empty;
mod heading_order;
mod image_alt;
mod image_alt_long;
mod input;
mod link_anchor;
mod link_broken;
mod opens_late;
mod reviewed_old;
mod schedule_order;
mod schedule_reversed;
mod state_note_missing;
mod table_caption;
mod table_header;
#[cfg(test)]
mod testing;
mod title_long;
mod title_twice;
mod updated_early;
mod ward_other_name;
mod ward_other_phone;

/// One row of `CHECKS`.
#[derive(Clone, Copy, Debug)]
pub struct CheckRow {
    pub code: &'static str,
    /// The gravest a finding of this code can be.
    pub severity: Severity,
    /// What it detects, in one sentence for the catalogue.
    pub detects: &'static str,
    /// Whether it can offer an exact edit.
    pub fixes: bool,
    pub finds: Stage,
}

/// The phase that finds something.
#[derive(Clone, Copy, Debug)]
pub enum Stage {
    Reading,
    Parsing,
    Assembling,
    Checking(Rule),
}

/// A function that looks for one thing.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// In the text of a document or of a welcome.
    Writing(fn(&Writing, &Input) -> Vec<Diagnostic>),
    /// In a document as a whole.
    Document(fn(&Document, &Input) -> Vec<Diagnostic>),
    /// In what several documents or the settings say; it must stay linear in the documents.
    Site(fn(&Input) -> Vec<Diagnostic>),
}

/// Marks a row whose findings carry an exact edit.
const FIX: bool = true;
/// Marks a row whose findings a person must put right.
const HAND: bool = false;

macro_rules! row {
    ($code:literal, $severity:expr, $fixes:expr, $finds:ident, $detects:literal) => {
        row!(@ $code, $severity, $fixes, Stage::$finds, $detects)
    };
    ($code:literal, $severity:expr, $fixes:expr, $rule:ident($function:path), $detects:literal) => {
        row!(@ $code, $severity, $fixes, Stage::Checking(Rule::$rule($function)), $detects)
    };
    (@ $code:literal, $severity:expr, $fixes:expr, $finds:expr, $detects:literal) => {
        CheckRow { code: $code, severity: $severity, detects: $detects, fixes: $fixes, finds: $finds }
    };
}

/// Everything the program can find, by phase.
#[rustfmt::skip]
pub const CHECKS: &[CheckRow] = &[
    row!("file-unreadable", Error, HAND, Reading, "読み取れないファイルやフォルダーを見つけます。"),
    row!("file-encoding", Error, HAND, Reading, "文字コードがUTF-8でないファイルを見つけます。"),
    row!("file-too-large", Error, HAND, Reading, "大きすぎるファイルを見つけます。"),
    row!("file-link", Error, HAND, Reading, "原稿のフォルダーに置かれた、別の場所を指すリンク（ショートカット）を見つけます。"),
    row!("file-kind", Error, HAND, Reading, "取り扱えない種類のファイルを見つけます。"),
    row!("file-name", Error, HAND, Parsing, "アドレスにできないファイル名を見つけます。"),
    row!("file-place", Error, HAND, Parsing, "置き場所が決まりと違うファイルを見つけます。"),
    row!("front-matter-missing", Error, HAND, Parsing, "初めに「---」で囲んだ項目がない原稿を見つけます。"),
    row!("front-matter-unclosed", Error, HAND, Parsing, "項目の終わりの「---」がない原稿を見つけます。"),
    row!("front-matter-yaml", Error, HAND, Parsing, "項目の書き方が崩れていて読み取れない原稿を見つけます。"),
    row!("front-matter-shape", Error, HAND, Parsing, "1行か箇条書きでない値を見つけます。"),
    row!("field-unknown", Error, FIX, Parsing, "決められていない項目の名前を見つけます。"),
    row!("field-not-here", Error, HAND, Parsing, "その種類の原稿では使わない項目を見つけます。"),
    row!("field-twice", Error, HAND, Parsing, "同じ項目が2回書かれた原稿を見つけます。"),
    row!("field-many", Error, HAND, Parsing, "1つだけ書く項目に、いくつも書かれた値を見つけます。"),
    row!("field-empty", Error, HAND, Parsing, "値が書かれていない項目を見つけます。"),
    row!("field-missing", Error, HAND, Parsing, "必要な項目がない原稿を見つけます。"),
    row!("date-weekday", Error, FIX, Parsing, "日付と合わない曜日を見つけます。"),
    row!("date-era", Error, HAND, Parsing, "元号と合わない年を見つけます。"),
    row!("date-impossible", Error, HAND, Parsing, "暦にない日付を見つけます。"),
    row!("date-far", Warning, HAND, Parsing, "今から離れすぎていて、書き間違いと思われる日付を見つけます。"),
    row!("time-ambiguous", Error, HAND, Parsing, "午前か午後かが分からない時刻を見つけます。"),
    row!("time-impossible", Error, HAND, Parsing, "ありえない時刻を見つけます。"),
    row!("schedule-unreadable", Error, HAND, Parsing, "読み取れない日時を見つけます。"),
    row!("phone-incomplete", Error, HAND, Parsing, "市外局番などが欠けた電話番号を見つけます。"),
    row!("heading-id", Error, HAND, Parsing, "英小文字と数字とハイフンでない見出しの目印（{#…}）を見つけます。"),
    row!("heading-id-twice", Error, HAND, Parsing, "同じ目印（{#…}）をもつ見出しを見つけます。"),
    row!("ruby-empty", Error, HAND, Parsing, "読みが書かれていないふりがなを見つけます。"),
    row!("emphasis-broken", Error, HAND, Parsing, "太字にならずに残った「**」を見つけます。"),
    row!("footnote-missing", Error, HAND, Parsing, "説明のない脚注の番号を見つけます。"),
    row!("footnote-unused", Warning, HAND, Parsing, "どこからも使われていない脚注の説明を見つけます。"),
    row!("html-removed", Warning, HAND, Parsing, "安全のために取り除かれるHTMLを見つけます。"),
    row!("setting-missing", Error, HAND, Parsing, "site.yaml や ward.yaml に足りない設定を見つけます。"),
    row!("setting-invalid", Error, HAND, Parsing, "site.yaml や ward.yaml の正しくない設定を見つけます。"),
    row!("address-twice", Error, HAND, Assembling, "同じアドレスになる2つの原稿やファイルを見つけます。"),
    row!("ward-unknown", Error, HAND, Assembling, "「掲載する区」に書かれた、このサイトにない区を見つけます。"),
    row!("topic-unknown", Error, HAND, Assembling, "site.yaml にない分野を見つけます。"),
    row!("contact-unknown", Error, HAND, Assembling, "ward.yaml や site.yaml にない問い合わせ先を見つけます。"),
    row!("theme-template", Error, HAND, Assembling, "デザインのひな形の誤りを見つけます。"),
    row!("theme-style", Error, HAND, Assembling, "デザインのスタイルの誤りを見つけます。"),
    row!("link-broken", Error, HAND, Site(link_broken::check), "行き先のないリンクを見つけます。"),
    row!("link-anchor", Error, HAND, Writing(link_anchor::check), "行き先のページにない見出しを指すリンクを見つけます。"),
    row!("attachment-missing", Error, HAND, Document(attachment_missing::check), "「添付」に書いてあるのに、フォルダーにないファイルを見つけます。"),
    row!("attachment-unused", Warning, HAND, Document(attachment_unused::check), "フォルダーにあるのに、どこからも使われていないファイルを見つけます。"),
    row!("heading-order", Error, FIX, Writing(heading_order::check), "段を飛ばした見出しや、題名と同じ段の見出しを見つけます。"),
    row!("heading-empty", Error, HAND, Writing(heading_empty::check), "文字のない見出しを見つけます。"),
    row!("title-twice", Error, HAND, Site(title_twice::check), "同じ区の同じ種類にある、同じ題名の原稿を見つけます。"),
    row!("title-long", Warning, HAND, Document(title_long::check), "40文字を超える題名を見つけます。"),
    row!("image-alt", Error, HAND, Writing(image_alt::check), "何の画像か分からない代替テキストを見つけます。"),
    row!("image-alt-long", Warning, HAND, Writing(image_alt_long::check), "120文字を超える代替テキストを見つけます。"),
    row!("table-header", Error, HAND, Writing(table_header::check), "1行目に見出しのない列がある表を見つけます。"),
    row!("table-caption", Warning, HAND, Writing(table_caption::check), "題のない表を見つけます。"),
    row!("schedule-reversed", Error, HAND, Document(schedule_reversed::check), "始まりより前に終わる日時を見つけます。"),
    row!("schedule-order", Warning, HAND, Document(schedule_order::check), "早い順に並んでいない日時を見つけます。"),
    row!("deadline-late", Error, HAND, Document(deadline_late::check), "最後の回が始まったあとの申込締切を見つけます。"),
    row!("opens-late", Error, HAND, Document(opens_late::check), "申込締切よりあとの申込開始を見つけます。"),
    row!("expires-early", Error, HAND, Document(expires_early::check), "掲載日や最後の開催日より前の掲載終了を見つけます。"),
    row!("updated-early", Error, HAND, Document(updated_early::check), "掲載日より前の更新日を見つけます。"),
    row!("date-future", Error, HAND, Document(date_future::check), "まだ来ていない更新日や確認日を見つけます。"),
    row!("reviewed-old", Warning, HAND, Document(reviewed_old::check), "確認日から1年を超えた原稿を見つけます。"),
    row!("state-note-missing", Warning, HAND, Document(state_note_missing::check), "説明のない「状態」を見つけます。"),
    row!("ward-other-name", Error, HAND, Document(ward_other_name::check), "区の原稿に書かれた、別の区の名前を見つけます。"),
    row!("ward-other-phone", Error, HAND, Document(ward_other_phone::check), "区の原稿に書かれた、別の区の電話番号を見つけます。"),
    row!("contact-missing", Error, HAND, Site(contact_missing::check), "連絡先が1つもない区を見つけます。"),
    row!("contact-incomplete", Error, HAND, Site(contact_incomplete::check), "電話もファクスもメールもない問い合わせ先を見つけます。"),
];

/// Runs every rule of `CHECKS`; the findings are in the order of sources and of the characters they mark.
pub fn run<'a>(site: &'a Site, text: &'a TextOf<'a>) -> Vec<Diagnostic> {
    let rules: Vec<Rule> = CHECKS.iter().filter_map(CheckRow::rule).collect();
    apply(&rules, &Input::new(site, text))
}

impl CheckRow {
    fn rule(&self) -> Option<Rule> {
        match self.finds {
            Stage::Checking(rule) => Some(rule),
            Stage::Reading | Stage::Parsing | Stage::Assembling => None,
        }
    }
}

/// Applies the rules in one pass over the documents.
fn apply(rules: &[Rule], input: &Input) -> Vec<Diagnostic> {
    let documents = input.site.documents.par_iter();
    let documents = documents.flat_map_iter(|document| in_document(rules, document, input));
    let writings: Vec<Writing> = input.writings().collect();
    let writings = writings.par_iter();
    let writings = writings.flat_map_iter(|writing| in_writing(rules, writing, input));
    let site = rules.par_iter().flat_map_iter(|rule| in_site(*rule, input));
    let mut found: Vec<Diagnostic> = documents.chain(writings).chain(site).collect();
    found.sort_by(|a, b| (a.source(), &a.at, a.code).cmp(&(b.source(), &b.at, b.code)));
    found
}

fn in_document(rules: &[Rule], document: &Document, input: &Input) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in rules {
        match rule {
            Rule::Document(check) => found.extend(check(document, input)),
            Rule::Writing(_) | Rule::Site(_) => {}
        }
    }
    found
}

fn in_writing(rules: &[Rule], writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in rules {
        match rule {
            Rule::Writing(check) => found.extend(check(writing, input)),
            Rule::Document(_) | Rule::Site(_) => {}
        }
    }
    found
}

fn in_site(rule: Rule, input: &Input) -> Vec<Diagnostic> {
    match rule {
        Rule::Site(check) => check(input),
        Rule::Writing(_) | Rule::Document(_) => Vec::new(),
    }
}
