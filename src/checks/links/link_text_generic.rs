//! `link-text-generic`: a link whose words do not say where it leads.
//!
//! Why: people who go from link to link hear only its words (JIS X 8341-3:2016 2.4.4; domain §3.4 C `link-text-generic`). The words may be
//! understood from the sentence around them, so it is a warning.

use crate::checks::{CheckRow, Input, Rule, Stage, Writing, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Target;

pub const ROW: CheckRow = CheckRow {
    code: "link-text-generic",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Writing(check)),
    detects: "「こちら」や「詳細」のように、行き先の分からないリンクの言葉を見つけます。",
    why: "読み上げソフトでリンクだけを順に聞く人には、「こちら」だけでは行き先が分かりません。紙に印刷したときも、何のページかが残りません。",
    source: "JIS X 8341-3:2016 2.4.4",
    bad: &[
        "くわしくは[こちら](/guides/start/)をご覧ください。",
        "人生会議については、[詳しくはこちら](/guides/start/)。",
        "在宅医療の手引きは[ここをクリック](/guides/start/)してください。",
        "- 人生会議とは [→](/guides/start/)\n- 申込書 [PDF](chirashi.pdf)",
        "区の取組を紹介しています。[【もっと見る】](/guides/start/)",
    ],
    good: &[
        "くわしくは[はじめての方へ](/guides/start/)をご覧ください。",
        "[北区](/kita/)、[西区](/nishi/)の窓口にお電話ください。",
        "[地図](/guides/start/)と[申込書](chirashi.pdf)をご覧ください。",
        "[こちらから申し込む人のための手引き](/guides/start/)",
        "[続きを読む前に知っておきたいこと](/guides/start/)",
        "[06-0000-0101](tel:06-0000-0101)へお電話ください。",
    ],
};

fn check(writing: &Writing, input: &Input) -> Vec<Diagnostic> {
    writing
        .links()
        .filter(|(link, _)| super::is_generic(&link.text))
        .map(|(link, target)| {
            let span = input.find(writing.source, link.span, &link.text);
            Diagnostic::warning(
                "link-text-generic",
                at(writing.source, span),
                "リンクの言葉で行き先が分かりません",
            )
            .label("何のページかが分かりません")
            .help(help(writing, input, target))
        })
        .collect()
}

fn help(writing: &Writing, input: &Input, target: &Target) -> String {
    let document = match target {
        Target::Document { document, .. } => input.site.documents.get(document.0 as usize),
        Target::External(_)
        | Target::Reach(_)
        | Target::Here { .. }
        | Target::Page { .. }
        | Target::Attachment(_)
        | Target::File { .. }
        | Target::Unpublished(_)
        | Target::Forbidden
        | Target::Broken => None,
    };
    let title = document.map(|document| document.title.as_str());
    let file = || writing.file(input, target).map(|file| file.label.as_str());
    let title = title.or_else(file);
    match title {
        Some(title) => format!("リンクの言葉を「{title}」のように、行き先の題名にしてください。"),
        None => "リンクの言葉を「講演会の申込みのしかた」のように、行き先の題名にしてください。"
            .to_owned(),
    }
}
