//! `bold-paragraph`: a long paragraph that is all strong.
//!
//! Where everything is strong nothing is, and bold kanji run together for weak eyes (domain §3.4 E, full-bold paragraph).

use crate::checks::{CheckRow, Input, Origin, Passage, Rule, Signs, Stage};
use crate::diag::{Diagnostic, Severity};
use crate::model::body::Role;

const LONGEST: usize = 60;

pub const ROW: CheckRow = CheckRow {
    code: "bold-paragraph",
    severity: Severity::Warning,
    fixes: false,
    finds: Stage::Checking(Rule::Passage(Signs::ANY, check)),
    detects: "全体が太字の、60文字を超える段落を見つけます。",
    why: "全部を太字にすると、どこが大事かが分かりません。太い漢字は線がつぶれて、目の弱い人には読みにくくなります。",
    source: "",
    bad: &[
        "**発熱やせきなどの症状のある方は、参加をお控えください。当日に体調が悪くなったときは、会場の係員に声をかけて、別室でお休みください。**",
    ],
    good: &[
        "発熱やせきなどの症状のある方は、**参加をお控えください**。当日に体調が悪くなったときは、会場の係員に声をかけて、別室でお休みください。",
        "**申込みは、11月30日（月曜日）17時までです。**",
    ],
};

fn check(passage: &Passage, _: &Input) -> Vec<Diagnostic> {
    let is_paragraph = match passage.origin {
        Origin::Body(
            Role::Paragraph | Role::Item | Role::Description | Role::Quotation | Role::Script,
        ) => true,
        Origin::Body(Role::Heading | Role::Header | Role::Cell | Role::Term | Role::Note)
        | Origin::Field(_) => false,
    };
    if !is_paragraph || !passage.is_all(|part| part.strong) {
        return Vec::new();
    }
    let count = passage.text.chars().count();
    if count <= LONGEST {
        return Vec::new();
    }
    let place = passage.at(0..passage.text.len());
    let found = Diagnostic::warning("bold-paragraph", place, "段落の全体が太字です")
        .label(format!("{count}文字が続けて太字です"))
        .help("特に伝えたい言葉だけを「**」で囲んでください。全体が大事なときは、見出しをつけるか、「> [!IMPORTANT]」の囲みにしてください。");
    vec![found]
}
