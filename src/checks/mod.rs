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
mod link_scheme;
mod link_unpublished;
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
    /// While the theme is made ready.
    Theming,
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
    row!("file-folder", Error, HAND, Reading, "ファイルのはずの名前がついたフォルダーを見つけます。"),
    row!("address-twice", Error, HAND, Reading, "大文字と小文字などだけが違い、同じアドレスになる2つの名前を見つけます。"),
    row!("file-kind", Error, HAND, Parsing, "決められた種類のどれでもないフォルダーと、置けない種類の原稿を見つけます。"),
    row!("file-name", Error, HAND, Parsing, "アドレスにできないファイルやフォルダーの名前を見つけます。"),
    row!("file-place", Warning, HAND, Parsing, "使われない場所に置かれたファイルを見つけます。"),
    row!("attachment-name", Error, HAND, Parsing, "アドレスにできない添付ファイルの名前を見つけます。"),
    row!("front-matter-missing", Error, HAND, Parsing, "1行目からの、「---」で囲んだ項目がない原稿を見つけます。"),
    row!("front-matter-unclosed", Error, HAND, Parsing, "項目の終わりの「---」がない原稿を見つけます。"),
    row!("front-matter-slip", Error, FIX, Parsing, "項目に打ち込まれた全角のコロンや空白、読まれない「#」などを見つけます。"),
    row!("front-matter-yaml", Error, FIX, Parsing, "項目の書き方が崩れていて読み取れない原稿を見つけます。"),
    row!("front-matter-shape", Error, FIX, Parsing, "項目の内容の中に、もう一段の項目がある原稿を見つけます。"),
    row!("field-unknown", Error, FIX, Parsing, "決められていない項目の名前を見つけます。"),
    row!("field-not-here", Error, HAND, Parsing, "その種類の原稿では使わない項目を見つけます。"),
    row!("field-twice", Error, HAND, Parsing, "同じ項目が2回書かれた原稿を見つけます。"),
    row!("field-many", Error, HAND, Parsing, "1つだけ書く項目に、いくつも書かれた値を見つけます。"),
    row!("field-empty", Warning, HAND, Parsing, "値が書かれていない項目を見つけます。"),
    row!("field-missing", Error, HAND, Parsing, "必要な項目がない原稿を見つけます。"),
    row!("date-unreadable", Error, HAND, Parsing, "読み取れない日付を見つけます。"),
    row!("date-year", Error, HAND, Parsing, "何年か分からない日付を見つけます。"),
    row!("date-weekday", Error, FIX, Parsing, "日付と合わない曜日を見つけます。"),
    row!("date-era", Error, FIX, Parsing, "元号と合わない年を見つけます。"),
    row!("date-impossible", Error, HAND, Parsing, "カレンダーにない日付を見つけます。"),
    row!("date-far", Warning, HAND, Parsing, "掲載日から離れすぎていて、書き間違いと思われる日付を見つけます。"),
    row!("time-unreadable", Error, HAND, Parsing, "読み取れない時刻を見つけます。"),
    row!("time-ambiguous", Error, HAND, Parsing, "午前か午後かが分からない時刻を見つけます。"),
    row!("time-impossible", Error, HAND, Parsing, "ありえない時刻を見つけます。"),
    row!("schedule-unreadable", Error, HAND, Parsing, "読み取れない日時を見つけます。"),
    row!("schedule-split", Error, HAND, Parsing, "どの日がどの時刻か分からない日時を見つけます。"),
    row!("answer-unreadable", Error, HAND, Parsing, "「はい」か「いいえ」で答える項目の、ほかの答えを見つけます。"),
    row!("need-unreadable", Error, HAND, Parsing, "「必要」か「不要」で始まらない申込を見つけます。"),
    row!("state-unknown", Error, HAND, Parsing, "「中止」「延期」「満員」でない状態を見つけます。"),
    row!("fee-unreadable", Error, FIX, Parsing, "読み取れない費用を見つけます。"),
    row!("capacity-unreadable", Error, FIX, Parsing, "読み取れない定員を見つけます。"),
    row!("attendance-unreadable", Error, HAND, Parsing, "読み取れない出席の数を見つけます。"),
    row!("speaker-unreadable", Error, HAND, Parsing, "読み取れない講師の名前を見つけます。"),
    row!("phone-incomplete", Error, HAND, Parsing, "市外局番が欠けた電話番号を見つけます。"),
    row!("phone-unreadable", Error, HAND, Parsing, "読み取れない電話番号を見つけます。"),
    row!("email-unreadable", Error, HAND, Parsing, "読み取れないメールアドレスを見つけます。"),
    row!("url-unreadable", Error, HAND, Parsing, "読み取れないページのアドレスを見つけます。"),
    row!("order-unreadable", Error, HAND, Parsing, "数でない並び順を見つけます。"),
    row!("wards-mixed", Error, HAND, Parsing, "「すべて」や「なし」と区の名前が混ざった「掲載する区」を見つけます。"),
    row!("heading-id", Error, HAND, Parsing, "英小文字と数字とハイフンでない見出しのID（{#…}）を見つけます。"),
    row!("heading-id-twice", Error, HAND, Parsing, "同じID（{#…}）をもつ見出しを見つけます。"),
    row!("ruby-empty", Warning, HAND, Parsing, "読みが書かれていないふりがなを見つけます。"),
    row!("emphasis-broken", Warning, HAND, Parsing, "太字にならずに残った「**」を見つけます。"),
    row!("footnote-missing", Error, HAND, Parsing, "説明のない注を見つけます。"),
    row!("footnote-unused", Warning, HAND, Parsing, "本文から使われていない注の説明を見つけます。"),
    row!("footnote-twice", Error, HAND, Parsing, "同じ名前の注の説明を見つけます。"),
    row!("html-removed", Warning, HAND, Parsing, "安全のために取り除かれるHTMLを見つけます。"),
    row!("html-unclosed", Warning, HAND, Parsing, "閉じられていないHTMLのタグを見つけます。"),
    row!("nesting-deep", Error, HAND, Parsing, "箇条書きや引用の、深すぎる入れ子を見つけます。"),
    row!("setting-missing", Error, HAND, Parsing, "site.yaml や ward.yaml に足りない設定を見つけます。"),
    row!("setting-invalid", Error, HAND, Parsing, "site.yaml や ward.yaml の正しくない設定を見つけます。"),
    row!("setting-unknown", Error, HAND, Parsing, "site.yaml や ward.yaml にある、決められていない設定の名前を見つけます。"),
    row!("contact-missing", Error, HAND, Parsing, "電話もファクスもメールもない問い合わせ先を見つけます。"),
    row!("ward-missing", Error, HAND, Assembling, "ward.yaml のない区に置かれた原稿を見つけます。"),
    row!("ward-order", Warning, HAND, Assembling, "site.yaml の「wards」に書かれた、フォルダーのない区を見つけます。"),
    row!("ward-unknown", Error, FIX, Assembling, "「掲載する区」に書かれた、このサイトにない区を見つけます。"),
    row!("topic-unknown", Error, FIX, Assembling, "site.yaml にない分野を見つけます。"),
    row!("contact-unknown", Error, FIX, Assembling, "ward.yaml や site.yaml にない問い合わせ先を見つけます。"),
    row!("attachment-orphan", Warning, HAND, Assembling, "原稿のないフォルダーに置かれた添付ファイルを見つけます。"),
    row!("theme-template", Error, HAND, Theming, "デザインのひな形の誤りを見つけます。"),
    row!("theme-style", Error, HAND, Theming, "デザインのスタイルの誤りを見つけます。"),
    row!("theme-contrast", Error, HAND, Theming, "デザインの色のうち、対比が足りず読みにくい組み合わせと、対比を計算できない色を見つけます。"),
    row!("link-broken", Error, HAND, Site(link_broken::check), "リンク先のないリンクや画像を見つけます。"),
    row!("link-scheme", Error, HAND, Writing(link_scheme::check), "読む人が開けない、パソコンの中のファイルなどへのリンクを見つけます。"),
    row!("link-unpublished", Error, HAND, Writing(link_unpublished::check), "まだ公開されていない原稿へのリンクを見つけます。"),
    row!("link-anchor", Error, HAND, Writing(link_anchor::check), "リンク先のページにない見出しを指すリンクを見つけます。"),
    row!("attachment-missing", Error, HAND, Document(attachment_missing::check), "「添付」に書いてあるのに、フォルダーにないファイルを見つけます。"),
    row!("attachment-unused", Warning, HAND, Document(attachment_unused::check), "フォルダーにあるのに、どこからも使われていないファイルを見つけます。"),
    row!("heading-order", Error, FIX, Writing(heading_order::check), "段を飛ばした見出しや、題名と同じ段の見出しを見つけます。"),
    row!("heading-empty", Error, HAND, Writing(heading_empty::check), "文字のない見出しを見つけます。"),
    row!("title-twice", Warning, HAND, Site(title_twice::check), "同じ区の同じ種類にある、同じ題名の原稿を見つけます。"),
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
            Stage::Reading | Stage::Parsing | Stage::Assembling | Stage::Theming => None,
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::checks::testing::{KITA, NISHI, Sample, date};
    use crate::checks::{CHECKS, run};
    use crate::model::ward::{Place, Welcome};
    use crate::text::span::SourceId;

    fn codes(sample: &Sample) -> Vec<(u32, &'static str)> {
        let text = |source: SourceId| sample.texts[source.0 as usize].as_str();
        let found = run(&sample.site, &text).into_iter();
        let found = found.map(|found| (found.source().map_or(0, |source| source.0), found.code));
        found.collect()
    }

    #[test]
    fn every_row_has_its_own_code_and_one_sentence() {
        let mut codes = BTreeSet::new();
        for row in CHECKS {
            assert!(codes.insert(row.code), "{} stands twice", row.code);
            let word = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
            assert!(row.code.bytes().all(word), "{}", row.code);
            assert_eq!(row.detects.matches('。').count(), 1, "{}", row.code);
        }
    }

    #[test]
    fn findings_stand_in_the_order_of_sources_and_characters() {
        let mut sample = Sample::new();
        let text = "西区の講演会\n更新日: その日\n#### 見出し";
        for place in [KITA, NISHI] {
            sample.add_in(place, "notices/2026-11-01-a", text, |draft| {
                draft.document.facets.updated = Some(draft.date("2026-10-01", "その日"));
                draft.headings();
            });
        }
        let expected = [
            (3, "ward-other-name"),
            (3, "updated-early"),
            (3, "heading-order"),
            (4, "updated-early"),
            (4, "heading-order"),
        ];
        assert_eq!(codes(&sample), expected);
    }

    #[test]
    fn a_welcome_is_checked_like_the_text_of_a_document() {
        let mut sample = Sample::new();
        sample.add_in(Place::City, "guides/start", "題名\n# 見出し", |draft| {
            draft.headings();
            draft.document.facets.reviewed = Some(draft.date("2020-01-01", "題名"));
        });
        sample.site.today = date("2020-06-01");
        let document = sample.site.documents.pop().expect("just added");
        assert!(codes(&sample).is_empty());
        sample.site.wards[0].welcome = Some(Welcome {
            title: None,
            source: document.source,
            body: document.body,
            targets: document.targets,
        });
        assert_eq!(codes(&sample), [(3, "heading-order")]);
    }
}
