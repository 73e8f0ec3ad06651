//! The parts of a list that readers can choose: each a page of its own.

use crate::model::register::Register;
use crate::model::selection::Selection;
use crate::model::site::Site;
use crate::model::ward::Place;
use crate::theme::view::registers::{ChoicesView, FilterLink, FilterView};

/// The selections a place offers, of which a page shows `current`; none where all of the list is the only one.
pub fn choices(
    site: &Site,
    (register, place): (Register, Place),
    offered: &[(Selection, usize)],
    current: Selection,
) -> Option<ChoicesView> {
    let link = |(selection, count): &(Selection, usize)| FilterLink {
        id: selection.id().unwrap_or_default().to_owned(),
        label: selection.label().to_owned(),
        count: format!("{count}件"),
        href: site.href(&site.selection_address(place, register, *selection)),
        current: *selection == current,
    };
    let of = |label: &str, holds: fn(&Selection) -> bool| {
        let links = offered.iter().filter(|(selection, _)| holds(selection));
        FilterView {
            label: label.to_owned(),
            links: links.map(link).collect(),
        }
    };
    let functions = of("機能", |one| matches!(one, Selection::Function(_)));
    let kinds = of("種別", |one| matches!(one, Selection::Category(_)));
    let mut parts: Vec<FilterView> = vec![functions, kinds];
    parts.retain(|part| !part.links.is_empty());
    let labels: Vec<&str> = parts.iter().map(|part| part.label.as_str()).collect();
    let label = format!("{}でしぼりこむ", labels.join("と"));
    let all = offered.iter().find(|(one, _)| *one == Selection::All);
    (!parts.is_empty()).then(|| ChoicesView {
        label,
        all: all.map(link),
        parts,
    })
}
