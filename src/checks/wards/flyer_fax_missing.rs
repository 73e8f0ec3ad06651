//! `flyer-fax-missing`: a flyer with a form to send by fax, and nobody with a fax to send it to.
//!
//! Bad: 「ちらし: ファクス申込書」 and a contact with a telephone number only. Good: the same with ファクス.

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;
use crate::model::flyer::{FlyerChoice, FlyerDesign};

pub const ROW: CheckRow = CheckRow {
    code: "flyer-fax-missing",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "「ちらし: ファクス申込書」と書いてあるのに、問い合わせ先にファクスの番号がない原稿を見つけます。",
    why: "送り先のない申込書を配ると、書いた人は申し込むことができません。",
    source: "",
    bad: &[
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: ファクス\nちらし: ファクス申込書\n問い合わせ先: 北区役所 講演会の受付\n電話: 06-0000-0103\n---\n",
    ],
    good: &[
        "---\n題名: 講演会「人生会議をはじめてみませんか」\n日時: 令和8年12月5日（土曜日）14時から15時30分まで\n会場: 見本区民センター\n対象: 区内にお住まいの方\n費用: 無料\n申込: 必要\n申込方法: ファクス\nちらし: ファクス申込書\n問い合わせ先: 北区役所 講演会の受付\n電話: 06-0000-0103\nファクス: 06-0000-0104\n---\n",
    ],
};

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    let form = FlyerChoice::Design(FlyerDesign::FaxForm);
    let choice = document.facets.flyer.filter(|choice| choice.value == form);
    let contact = input.site.contact(document, document.place);
    let Some(choice) = choice.filter(|_| contact.fax.is_none()) else {
        return Vec::new();
    };
    let title = "ファクス申込書の送り先の番号がありません";
    let place = at(document.source, choice.span);
    let found = Diagnostic::error("flyer-fax-missing", place, title)
        .label(format!("「{}」にファクスの番号がありません", contact.name))
        .help("問い合わせ先にファクスの番号を書き足すか、「ちらし: 標準」にしてください。");
    vec![found]
}
