//! `attachment-unused`: a file in the document's folder that neither 添付 lists nor the text links.
//!
//! Why: nobody can reach it, and a draft or a list of names may have been left there by accident (domain §3.4 C `attach-orphan`).
//!
//! Bad: `2026-11-01-acp/flyer.pdf` and no word of it. Good: `添付: flyer.pdf：講演会のちらし`.

use crate::checks::{CheckRow, Input, Rule, Stage};
use crate::diag::{Diagnostic, Severity, Where};
use crate::model::document::{Document, Target};

pub const ROW: CheckRow = CheckRow {
    code: "attachment-unused",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "フォルダーにあるのに、どこからも使われていないファイルを見つけます。",
    why: "だれも開けないファイルです。書きかけの資料や名簿を、うっかり置いたままにしていることもあります。",
    source: "",
    bad: &[],
    good: &[],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let mut used: Vec<bool> = document
        .attachments
        .iter()
        .map(|file| file.listed)
        .collect();
    for index in document.targets.iter().filter_map(attachment) {
        if let Some(used) = used.get_mut(index) {
            *used = true;
        }
    }
    let files = document.attachments.iter().zip(used);
    files
        .filter(|(_, used)| !used)
        .map(|(file, _)| {
            Diagnostic::warning(
                "attachment-unused",
                Where::File(file.source),
                "使われていないファイルがあります",
            )
            .help(format!(
                "ページに載せるときは、原稿の「添付」に「{}：何のファイルかが分かる見出し」と書いてください。載せないときは、フォルダーから出してください。",
                file.name
            ))
            .related(Where::File(document.source), "この原稿のファイルです")
        })
        .collect()
}

fn attachment(target: &Target) -> Option<usize> {
    match target {
        Target::Attachment(index) => Some(*index),
        Target::External(_)
        | Target::Reach(_)
        | Target::Here { .. }
        | Target::Document { .. }
        | Target::Page { .. }
        | Target::File { .. }
        | Target::Unpublished(_)
        | Target::Forbidden
        | Target::Broken => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::Sample;
    use crate::model::document::Target;

    #[test]
    fn only_a_file_nobody_can_reach_is_reported() {
        let mut sample = Sample::new();
        let text = "題名\n[地図](map.pdf)";
        sample.add("lectures/2026-11-01-acp", text, |draft| {
            draft.attachment("flyer.pdf", 7).listed = true;
            draft.attachment("map.pdf", 8);
            draft.attachment("draft.docx", 9);
            draft.link("[地図](map.pdf)", Target::Attachment(1));
        });
        assert_eq!(sample.marked(Rule::Document(super::check)), ["file 9"]);
    }
}
