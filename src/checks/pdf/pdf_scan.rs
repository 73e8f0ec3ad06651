//! `pdf-scan`: a PDF file with pages that are only pictures.
//!
//! Why: a scanned page or one whose letters were made outlines cannot be read aloud, searched or enlarged with its lines broken anew
//! (JIS X 8341-3:2016 1.1.1 and 1.4.5; WCAG technique PDF7).

use crate::checks::pdf::read;
use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;

/// No more pages are named one by one.
const MOST_NAMED: usize = 10;

pub const ROW: CheckRow = CheckRow {
    code: "pdf-scan",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "文字のデータがなく、画像だけのページがある、添付のPDFを見つけます。",
    why: "紙を読み取った画像や、線に変えた文字は、読み上げソフトで読めず、検索でも見つかりません。",
    source: "JIS X 8341-3:2016 1.1.1、1.4.5",
    bad: &[
        "[古いちらし](scan.pdf)をご覧ください。",
        "[写真の多い冊子](ichibu-scan.pdf)をご覧ください。",
    ],
    good: &["[講演会のちらし](yoi.pdf)をご覧ください。"],
};

fn check(document: &Document, _: &Input) -> Vec<Diagnostic> {
    let scanned = read(document).filter(|(pdf, _)| !pdf.scanned.is_empty());
    let found = scanned.map(|(pdf, span)| {
        let place = at(document.source, span);
        let label = match pdf.scanned.len() == pdf.pages {
            true => format!("{}ページのどこにも、文字のデータがありません", pdf.pages),
            false => format!("{}に、文字のデータがありません", numbers(&pdf.scanned)),
        };
        Diagnostic::warning(ROW.code, place, "画像だけのページがあるPDFです").label(label).help(
            "紙から読み取らずに、元のWordやExcelのファイルから「名前を付けて保存」でPDFを作ってください。元のファイルがないときや、\
            写真だけのページのときは、そこに書いてあること、写っていることを本文に書いてください。",
        )
    });
    found.collect()
}

/// 「1、3〜5、9ページ目」
fn numbers(pages: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for page in pages {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *page => *last = *page,
            Some(_) | None => runs.push((*page, *page)),
        }
    }
    let named = runs
        .iter()
        .take(MOST_NAMED)
        .map(|(first, last)| match first == last {
            true => first.to_string(),
            false => format!("{first}〜{last}"),
        });
    let named: Vec<String> = named.collect();
    let more = match runs.len() > MOST_NAMED {
        true => "など",
        false => "",
    };
    format!("{}ページ目{more}", named.join("、"))
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn pages_in_a_row_are_named_together() {
        assert_eq!(numbers(&[2]), "2ページ目");
        assert_eq!(numbers(&[1, 3, 4, 5, 9]), "1、3〜5、9ページ目");
        let many: Vec<usize> = (0..30).map(|page| page * 2 + 1).collect();
        assert_eq!(
            numbers(&many),
            "1、3、5、7、9、11、13、15、17、19ページ目など"
        );
    }
}
