//! Registers (phase `assemble`): each goes to its ward, and no ward has two files for one.

use crate::diag::{Diagnostic, Where};
use crate::model::institution::Roster;
use crate::model::ward::{Ward, WardIndex};
use crate::parse::ParsedRegister;

/// The registers of wards that exist, in the order of `REGISTERS` and of the wards. Of two files for one register the first is taken.
pub fn rosters(
    parsed: Vec<ParsedRegister>,
    wards: &[Ward],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Roster> {
    let mut rosters: Vec<Roster> = Vec::new();
    for one in parsed {
        let place = wards.iter().position(|ward| ward.id == one.ward);
        let Some(index) = place.and_then(|index| u16::try_from(index).ok()) else {
            let id = one.ward;
            let title =
                format!("区「{id}」の設定（ward.yaml）がないため、この名簿は公開できません");
            let help = format!(
                "「content/wards/{id}/ward.yaml」に、区の名前と問い合わせ先を書いてください。"
            );
            let at = Where::File(one.source);
            diagnostics.push(Diagnostic::error("ward-missing", at, title).help(help));
            continue;
        };
        let (register, ward) = (one.register, WardIndex(index));
        let is_same = |roster: &&Roster| (roster.register, roster.ward) == (register, ward);
        if let Some(first) = rosters.iter().find(is_same) {
            let title = format!("{}の名簿のファイルが2つあります", register.label);
            let help = "どちらか1つを消すか、ほかのフォルダーに移してください。";
            diagnostics.push(
                Diagnostic::error("register-twice", Where::File(one.source), title)
                    .help(help)
                    .related(Where::File(first.source), "もう1つの名簿です"),
            );
            continue;
        }
        rosters.push(Roster {
            source: one.source,
            digest: one.digest,
            register,
            ward,
            institutions: one.institutions,
            other_columns: one.other_columns,
        });
    }
    rosters.sort_by_key(|roster| (roster.register, roster.ward));
    rosters
}
