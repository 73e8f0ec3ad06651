//! `ja-date-format`: a day written in signs, `2026/10/1`, `R8.10.1` or `10/1`.
//!
//! A number in signs is a day only where the tokens of the passage say so; fractions, lots, versions, codes and addresses are none.

use crate::checks::dates::house::{day, days};
use crate::checks::{CheckRow, Day, Form, Input, Passage, Rule, Signs, Stage, Token};
use crate::diag::{Diagnostic, Severity};

pub const ROW: CheckRow = CheckRow {
    code: "ja-date-format",
    severity: Severity::Error,
    fixes: true,
    finds: Stage::Checking(Rule::Passage(Signs::DIGIT.or(Signs::WIDE_ALNUM), check)),
    detects: "「2026/10/1」「R8.10.1」「10/1」のように記号で書いた日付を見つけます。",
    why: "読み上げソフトは「10/1」を「10分の1」や「10スラッシュ1」と読むことがあり、日付だと伝わりません。",
    source: "",
    bad: &[
        "講演会は2026/12/5に開きます。",
        "受付は2026.11.30までです。",
        "令和8年度の計画はR8.10.1から変わりました。",
        "更新日：2026-11-01",
        "申込みは11/2から始めます。",
        "開催日：12/5（土曜日）",
        "受付期間は12/1～12/25です。",
    ],
    good: &[
        "講演会は令和8年12月5日（土曜日）に開きます。",
        "費用の1/2を補助します。補助率を1/2から2/3に引き上げました。",
        "24時間365日（24/7）の体制です。参加者の2/3以上が区内の方でした。",
        "電話は06-0000-0101、フリーダイヤルは0120-11-1234です。",
        "JIS X 8341-3:2016と、ISO/IEC 40500:2012に沿って点検しました。",
        "住所は大阪市北区見本町1-2-3です。版は2.10.1です。",
        "資料は20261001_kouen.pdfです。https://example.jp/2026/10/1/ をご覧ください。",
        "法人番号は1234567890123、資料番号は2026-10-01です。",
        "血圧は120/80以下を目安にします。",
    ],
};

fn check(passage: &Passage, input: &Input) -> Vec<Diagnostic> {
    let signed = days(passage).filter(|(_, day)| day.form != Form::Words);
    signed
        .filter_map(|(token, day)| diagnostic(passage, input, token, day))
        .collect()
}

fn diagnostic(passage: &Passage, input: &Input, token: &Token, found: Day) -> Option<Diagnostic> {
    let span = found.span.range();
    let is_short_year = found
        .year
        .is_some_and(|year| year.era.is_none() && year.number < 100);
    let diagnostic = Diagnostic::error(
        ROW.code,
        passage.at(span.clone()),
        "日付が記号で書かれています",
    )
    .label("日付と読まれないことがあります");
    let Some(words) = day(found, input.site.settings.style) else {
        // A day that does not exist, or not in its era, is told of by another rule.
        let help = format!(
            "「{}」のように、年から書いてください。",
            input.site.settings.style.day(input.site.today)
        );
        return is_short_year.then(|| diagnostic.help(help));
    };
    let help = match found.year {
        Some(_) => format!("「{words}」と書いてください。"),
        None => format!("「{words}」と書いてください。年も書くと、あとで読む人が迷いません。"),
    };
    let diagnostic = diagnostic.help(help);
    let is_fit = token.range.start == span.start;
    Some(match passage.exact(span).filter(|_| is_fit) {
        Some(at) => diagnostic.fix(at, words),
        None => diagnostic,
    })
}
