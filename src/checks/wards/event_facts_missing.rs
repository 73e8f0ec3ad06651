//! `event-facts-missing`: something one must apply for, without a word on how.
//!
//! What a happening must say is `field-missing`; this is what depends on the answer 必要 (GIF DS-43C, application method; domain
//! §3.4 G `event-required`). The way may also be told in the text or behind 必要.

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;

/// How a text begins to tell it.
const TOLD: [&str; 3] = ["申込", "申し込", "申込み"];

pub const ROW: CheckRow = CheckRow {
    code: "event-facts-missing",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "申込みが必要なのに、申込みのしかたが書かれていない原稿を見つけます。",
    why: "電話か、メールか、用紙を出すのかが分からないと、参加したい人が申し込めません。",
    source: "政府相互運用性フレームワーク（GIF）DS-43C",
    bad: &[
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 必要\n---\n医師と看護師がお話しします。\n",
    ],
    good: &[
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話\n---\n医師と看護師がお話しします。\n",
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 必要（下の問い合わせ先に電話）\n---\n医師と看護師がお話しします。\n",
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 必要\n---\n電話で、お名前と人数を伝えてお申し込みください。\n",
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n医師と看護師がお話しします。\n",
    ],
};

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    let application = &document.facets.application;
    let is_told = !application.by.is_empty()
        || application.to.is_some()
        || application.url.is_some()
        || document.has_ended(input.site.today);
    let Some(need) = application.need.as_ref().filter(|_| !is_told) else {
        return Vec::new();
    };
    let prose = input.prose(document.source).of(input.text(document.source));
    let is_bare = need.value.required && need.value.text.as_str().chars().count() <= 3;
    if !is_bare || TOLD.iter().any(|word| prose.contains(word)) {
        return Vec::new();
    }
    let title = "申込みのしかたが書かれていません";
    let found = Diagnostic::warning("event-facts-missing", at(document.source, need.span), title)
        .label("電話か、メールか、フォームかが分かりません")
        .help("次の行に「申込方法: 電話」のように書いてください。フォームがあるときは「申込フォーム: https://…」も書きます。");
    vec![found]
}
