//! `attachment-missing`: a file that 添付 lists but that is not in the document's folder.
//!
//! Why: the page would offer a download that fails (domain §3.4 C `attach-missing`).
//!
//! Bad: `添付: flyer.pdf` beside a folder with `chirashi.pdf` only. Good: `添付: chirashi.pdf：講演会のちらし`.

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;
use crate::text::nearest::nearest;

pub const ROW: CheckRow = CheckRow {
    code: "attachment-missing",
    severity: Severity::Error,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "「添付」に書いてあるのに、フォルダーにないファイルを見つけます。",
    why: "ページに並ぶファイルを押しても、何も開かなくなります。",
    source: "",
    bad: &["---\n題名: お知らせの見本\n添付: chirasi.pdf：講演会のちらし\n---\n本文"],
    good: &[
        "---\n題名: お知らせの見本\n添付: chirashi.pdf：講演会のちらし\n---\n本文",
        "---\n題名: お知らせの見本\n添付:\n  - youshiki.docx：申込書\n  - youshiki.pdf：申込書\n---\n本文",
    ],
};

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    let present = |file: &str| {
        document
            .attachments
            .iter()
            .any(|known| *known.name == *file)
    };
    let lines = document.facets.attachments.iter();
    lines
        .filter(|line| !present(line.value.file.as_str()))
        .map(|line| {
            let file = line.value.file.as_str();
            let span = input.find(document.source, line.span, file);
            Diagnostic::error(
                "attachment-missing",
                at(document.source, span),
                "添付のファイルが見つかりません",
            )
            .label("この名前のファイルはフォルダーにありません")
            .help(help(document, file))
        })
        .collect()
}

fn help(document: &Document, file: &str) -> String {
    let folder = document.name.address_part();
    let names = document.attachments.iter().map(|known| &*known.name);
    match nearest(file, names) {
        Some(near) => {
            format!("フォルダー「{folder}」にあるファイルなら「{near}」と書いてください。")
        }
        None if !file.is_ascii() || file.contains(' ') => {
            "ファイルの名前を「shiryo-1.pdf」のような半角の英数字とハイフンに変えて、この行にも同じ名前を書いてください。".to_owned()
        }
        None => format!(
            "原稿と同じ場所のフォルダー「{folder}」に「{file}」を入れるか、この行を消してください。"
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::{Sample, words};
    use crate::model::facet::AttachmentLine;

    const TEXT: &str = "題名\n添付: flyer.pdf：ちらし";

    fn sample(file: &str) -> Sample {
        let mut sample = Sample::new();
        sample.add("lectures/2026-11-01-acp", TEXT, |draft| {
            let line = AttachmentLine {
                file: words("flyer.pdf"),
                label: Some(words("ちらし")),
            };
            let line = draft.value(line, "flyer.pdf：ちらし");
            draft.document.facets.attachments.push(line);
            draft.attachment(file, 9);
        });
        sample
    }

    #[test]
    fn a_listed_file_that_is_not_there_is_marked_and_a_near_one_named() {
        let sample = sample("flier.pdf");
        assert_eq!(sample.marked(Rule::Document(super::check)), ["flyer.pdf"]);
        let found = sample.found(Rule::Document(super::check));
        assert!(found[0].help.contains("「flier.pdf」"));
    }

    #[test]
    fn a_listed_file_that_is_there_is_fine() {
        assert!(
            sample("flyer.pdf")
                .found(Rule::Document(super::check))
                .is_empty()
        );
    }
}
