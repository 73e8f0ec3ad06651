//! `licence-missing`: files for teaching of which nobody says how they may be used (domain §3.4 G `licence-missing`).
//!
//! Bad: a material with files on a site without `licence`. Good: `利用条件: CC BY 4.0`, or a `licence` of the site.

use crate::checks::{CheckRow, Input, Rule, Stage, at};
use crate::diag::{Diagnostic, Severity};
use crate::model::document::Document;
use crate::model::field::{Facet, Field, Taught};

pub const ROW: CheckRow = CheckRow {
    code: "licence-missing",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Document(check)),
    detects: "ファイルがあるのに、使うときの条件がどこにも書かれていない教材を見つけます。",
    why: "条件の分からない教材は、ほかの区や事業所の人が、印刷して配ってよいか、直して使ってよいかを判断できません。",
    source: "著作権法第21条、第27条",
    bad: &[],
    good: &[],
};

fn check(document: &Document, input: &Input) -> Vec<Diagnostic> {
    let facets = &document.facets;
    let is_given = document.attachments.iter().any(|file| file.listed);
    let is_said = facets.teaching.licence.is_some() || input.site.settings.licence.is_some();
    let Some(title) = facets
        .title
        .as_ref()
        .filter(|_| is_given && !is_said && document.kind.has(Facet::Edition))
    else {
        return Vec::new();
    };
    let field = Field::Taught(Taught::Licence);
    let place = at(document.source, title.span);
    let found = Diagnostic::warning("licence-missing", place, "教材の「利用条件」がありません")
        .label("この教材を使うときの条件が分かりません")
        .help(format!(
            "「{}: {}」のように1行書くか、site.yaml に「licence: CC BY 4.0」のように書いてください。",
            field.label(),
            field.row().example
        ));
    vec![found]
}

#[cfg(test)]
mod tests {
    use crate::checks::Rule;
    use crate::checks::testing::{Sample, words};
    use crate::model::facet::Reference;

    fn marked(name: &str, has_file: bool, licence: Option<&str>) -> Vec<String> {
        let mut sample = Sample::new();
        sample.add(name, "題名\n条件", |draft| {
            draft.attachment("a.pdf", 9).listed = has_file;
            let licence = licence.map(|licence| Reference {
                text: words(licence),
                url: None,
            });
            let licence = licence.map(|licence| draft.value(licence, "条件"));
            draft.document.facets.teaching.licence = licence;
        });
        sample.marked(Rule::Document(super::check))
    }

    #[test]
    fn files_to_teach_with_say_how_they_may_be_used() {
        assert_eq!(marked("materials/tearai", true, None), ["題名"]);
        assert!(marked("materials/tearai", true, Some("CC BY 4.0")).is_empty());
    }

    #[test]
    fn a_text_alone_and_other_documents_need_no_terms() {
        assert!(marked("materials/tearai", false, None).is_empty());
        assert!(marked("guides/tearai", true, None).is_empty());
    }
}
