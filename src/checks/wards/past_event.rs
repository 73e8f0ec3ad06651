//! `ja-past-event`: a text that still takes applications for what is over, full or called off.
//!
//! People telephone, or come, for nothing (domain §3.4 G, expired). General words such as 随時募集中 are no offer of this event.

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;
use crate::model::facet::State;
use crate::text::span::Span;

const OFFERS: [&str; 3] = ["受付中", "受け付け中", "募集中"];

/// What in the same sentence says that something else is offered.
const OTHERS: [&str; 8] = [
    "随時",
    "通年",
    "常時",
    "次回",
    "毎月",
    "ほかの",
    "他の",
    "別の",
];

pub const ROW: CheckRow = CheckRow {
    code: "ja-past-event",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "終わった行事や締め切った申込みについて、「受付中」「募集中」と書いたままの原稿を見つけます。",
    why: "ページだけを見た人が、受け付けていない申込みの電話をかけたり、会場に来たりします。",
    source: "",
    bad: &[
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年11月14日（土曜日）14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\nただいま参加者を募集中です。\n",
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話\n申込締切: 令和8年11月20日（金曜日）17時\n---\n電話で受付中です。\n",
    ],
    good: &[
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: 電話\n申込締切: 令和8年11月22日（日曜日）17時\n---\n電話で受付中です。\n",
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年11月14日（土曜日）14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 不要\n---\n講演会は終わりました。次回の参加者を募集中です。ボランティアは、随時募集中です。\n\n雨のため、当日の受付中止をお知らせしました。\n",
        "---\n題名: 年末年始の窓口のお知らせ\n---\nアンケートを受付中です。\n",
    ],
};

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    let Some(reason) = closed(document, input) else {
        return Vec::new();
    };
    let text = input.text(document.source);
    let summary = document.facets.summary.as_ref().map(|words| words.span);
    let spans = summary.into_iter().chain([input.prose(document.source)]);
    let offers = spans.flat_map(|span| offers(span, text));
    offers
        .map(|span| {
            let title = "受付が終わったのに、募集が続いているように読めます";
            Diagnostic::warning("ja-past-event", at(document.source, span), title)
                .label(reason)
                .help("「受付は終わりました。」のように書き直すか、この文を消してください。")
        })
        .collect()
}

/// Why nobody can apply any more.
fn closed(document: &Document, input: &Input) -> Option<&'static str> {
    let today = input.site.today;
    let facets = &document.facets;
    match facets.state.map(|state| state.value) {
        Some(State::Cancelled) => return Some("状態は「中止」です"),
        Some(State::Full) => return Some("状態は「満員」です"),
        Some(State::Postponed) | None => {}
    }
    if document.has_ended(today) {
        return Some("日時を過ぎています");
    }
    let deadline = facets.application.deadline;
    let is_over = deadline.is_some_and(|deadline| deadline.value.date < today);
    is_over.then_some("申込締切を過ぎています")
}

/// The words of `span` that offer a place.
fn offers(span: Span, text: &str) -> impl Iterator<Item = Span> {
    let part = span.of(text);
    let found = OFFERS.into_iter().flat_map(|word| part.match_indices(word));
    found.filter_map(move |(start, word)| {
        let end = start + word.len();
        let before = part.get(..start)?;
        let sentence = before.rsplit(['。', '\n']).next()?;
        let is_other = OTHERS.iter().any(|other| sentence.contains(other));
        // 受付中止 and 募集中止.
        let is_end = part.get(end..)?.starts_with('止');
        (!is_other && !is_end).then(|| span.part(start..end))
    })
}
