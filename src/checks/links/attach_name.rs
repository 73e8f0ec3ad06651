//! `attach-name`: an attachment with a very long name, or a name that says it is a copy.
//!
//! Why: the name is part of the address and stays with everybody who saves the file (rule of 板橋区 in domain §3.3; domain §3.4 C
//! `attach-name`). What cannot be an address at all is `attachment-name`.

use crate::checks::{CheckRow, Input, Rule, Stage, at, offered};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;

/// Characters with the ending.
const LONGEST: usize = 40;

/// What computers and people add to the names of copies and drafts.
const LEFTOVERS: [&str; 9] = [
    "-copy", "_copy", "-kopi", "-fukusei", "-saishin", "-final", "_final", "-old", "-bak",
];

pub const ROW: CheckRow = CheckRow {
    code: "attach-name",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "長すぎる名前や、写しであることを表す名前の添付ファイルを見つけます。",
    why: "ファイルの名前はアドレスになり、保存した人の手元にも残ります。長い名前は書き写しにくく、「copy」の付いた名前ではどれが正しいものか分かりません。",
    source: "",
    bad: &[
        "[様式](reiwa8nendo-zaitakuiryo-kensyukai-moushikomisyo.pdf)をお使いください。",
        "[ちらし](chirashi-copy.pdf)をご覧ください。",
    ],
    good: &[
        "[ちらし](chirashi.pdf)をご覧ください。",
        "[記録](kiroku.csv)があります。",
    ],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let files = offered(document).into_iter();
    files
        .filter_map(|(file, span)| {
            let (title, label) = fault(&file.name)?;
            let place = at(document.source, span);
            Some(Diagnostic::warning("attach-name", place, title).label(label).help(
                "ファイルの名前を「moushikomi-2026.pdf」のように、短く、中身の分かるものに変えてください。",
            ))
        })
        .collect()
}

fn fault(name: &str) -> Option<(&'static str, String)> {
    let length = name.chars().count();
    if length > LONGEST {
        let label = format!("「{name}」は{length}文字あります");
        return Some(("添付ファイルの名前が長すぎます", label));
    }
    let stem = name
        .rsplit_once('.')
        .map_or(name, |(stem, _)| stem)
        .to_ascii_lowercase();
    let is_left = LEFTOVERS.iter().any(|word| stem.ends_with(word));
    is_left.then(|| {
        (
            "添付ファイルの名前に写しの印が残っています",
            format!("「{name}」という名前です"),
        )
    })
}
