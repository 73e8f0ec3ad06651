//! Registers: institutions in words, with their notes.

mod choices;
mod hours;
mod institution;
mod notes;
mod numbers;

use crate::model::institution::Institution;
use crate::model::names::Text;
use crate::model::register::Register;
use crate::model::selection::Selection;
use crate::model::site::Site;
use crate::model::ward::{Place, WardIndex};
use crate::present::registers::notes::Notes;
use crate::theme::view::registers::{InstitutionGroup, KnownView, NoteView, WardCountView};

pub use choices::choices;
pub use hours::hours;
pub use institution::institution;

/// `積極的医療機関（看取り）`, `北区の医療・介護・福祉資源`.
pub fn title(site: &Site, register: Register, place: Place, selection: Selection) -> String {
    let whose = match place {
        Place::City => String::new(),
        Place::Ward(_) => format!("{}の", site.place_name(place)),
    };
    let which = selection.id().map(|_| format!("（{}）", selection.label()));
    format!("{whose}{}{}", register.label, which.unwrap_or_default())
}

/// What a page shows of its numbers and institutions.
pub struct Listing {
    pub known: Vec<KnownView>,
    pub counts: Vec<WardCountView>,
    pub groups: Vec<InstitutionGroup>,
    pub notes: Vec<NoteView>,
}

/// Institutions in their groups, the numbers on the first page of all, and every note of the page once, in the order in which
/// they are marked.
pub fn listing(
    site: &Site,
    (register, place): (Register, Place),
    shown: &[(WardIndex, &Institution)],
    is_first: bool,
) -> Listing {
    let mut notes = Notes::default();
    let (known, counts) = match is_first {
        true => numbers::numbers(site, register, place, &mut notes),
        false => (Vec::new(), Vec::new()),
    };
    let mut groups: Vec<InstitutionGroup> = Vec::new();
    let mut previous = None;
    for (number, (ward, one)) in shown.iter().enumerate() {
        let key = (*ward, one.category.filter(|_| place != Place::City));
        if previous != Some(key) || groups.is_empty() {
            let id = format!("k-group-{}", groups.len() + 1);
            let (heading, href) = heading(site, (register, place), (*ward, one));
            groups.push(InstitutionGroup {
                heading,
                id,
                href,
                count: String::new(),
                institutions: Vec::new(),
            });
            previous = Some(key);
        }
        if let Some(group) = groups.last_mut() {
            let view = institution(site, one, number, &mut notes);
            group.institutions.push(view);
        }
    }
    for group in &mut groups {
        group.count = format!("{}件", group.institutions.len());
    }
    Listing {
        known,
        counts,
        groups,
        notes: notes.into_views(),
    }
}

/// What stands above a group, and where it leads.
fn heading(
    site: &Site,
    (register, place): (Register, Place),
    (ward, first): (WardIndex, &Institution),
) -> (String, Option<String>) {
    match place {
        Place::City => {
            let ward = Place::Ward(ward);
            let address = site.register_address(ward, register);
            let name = site.place_name(ward).to_owned();
            (name, Some(site.href(&address)))
        }
        Place::Ward(_) => {
            let label = first.category.map(|category| category.row().label);
            (label.unwrap_or("種別の書かれていないもの").to_owned(), None)
        }
    }
}

/// What the report says about those whose place is not settled yet (大阪市「在宅医療連携拠点事業の取組について」, ※1).
const CONSENT: &str = "位置づけについて、拠点の内諾を受けている段階です。";

/// The sentences that are marked on an institution.
fn remarks(institution: &Institution) -> impl Iterator<Item = &str> {
    let consent = institution.consented.then_some(CONSENT);
    consent
        .into_iter()
        .chain(institution.note.as_ref().map(Text::as_str))
}
