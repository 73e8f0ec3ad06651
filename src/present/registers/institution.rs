//! One institution in words.

use crate::model::institution::Institution;
use crate::model::names::Text;
use crate::model::selection::Selection;
use crate::model::site::Site;
use crate::present::registers::notes::Notes;
use crate::present::registers::{hours, remarks};
use crate::present::wording;
use crate::theme::view::LinkView;
use crate::theme::view::registers::{ConfirmedView, InstitutionView, LabelledFact};

/// The institution that stands at `number`, counted from 0, of its page.
pub fn institution(
    site: &Site,
    one: &Institution,
    number: usize,
    notes: &mut Notes,
) -> InstitutionView {
    let name = one.name.to_string();
    let text = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
    let marks = remarks(one).map(|note| notes.mark(note, &name)).collect();
    let address = [text(&one.address), text(&one.building)];
    let address: Vec<String> = address.into_iter().flatten().collect();
    InstitutionView {
        id: format!("k-institution-{}", number + 1),
        reading: text(&one.reading),
        category: text(&one.category_words)
            .or_else(|| one.category.map(|one| one.row().label.to_owned())),
        sample: one.sample,
        functions: one
            .functions
            .iter()
            .map(|one| one.label().to_owned())
            .collect(),
        marks,
        phone: one
            .phone
            .as_ref()
            .map(|phone| link(phone.as_str(), phone.href())),
        extension: text(&one.extension),
        fax: one.fax.as_ref().map(|fax| fax.as_str().to_owned()),
        address: (!address.is_empty()).then(|| address.join(" ")),
        map: one.position.as_ref().map(wording::map),
        geo: one
            .position
            .map(|at| format!("geo:{},{}", at.latitude, at.longitude)),
        website: one.url.as_ref().map(|url| url.as_str().to_owned()),
        email: one
            .email
            .as_ref()
            .map(|email| link(email.as_str(), format!("mailto:{}", email.as_str()))),
        hours: hours(&one.hours, site.settings.style),
        facts: more(one),
        confirmed: one.confirmed.map(|day| ConfirmedView {
            iso: day.iso(),
            day: site.settings.style.day(day),
        }),
        words: words(one),
        keys: keys(one),
        name,
    }
}

fn link(label: &str, href: String) -> LinkView {
    LinkView {
        label: label.to_owned(),
        href,
    }
}

/// What not every institution says.
fn more(one: &Institution) -> Vec<LabelledFact> {
    let text = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
    let visits = one.home_visit.map(|visits| match visits {
        true => "自宅を訪問します".to_owned(),
        false => "自宅への訪問はしていません".to_owned(),
    });
    let subjects: Vec<String> = one.subjects.iter().map(ToString::to_string).collect();
    [
        ("時間外", text(&one.after_hours)),
        ("訪問", visits),
        (
            "診療科目",
            Some(subjects.join("、")).filter(|all| !all.is_empty()),
        ),
        ("病床数", one.beds.map(|beds| format!("{beds}床"))),
        ("定員", one.capacity.map(|people| format!("{people}人"))),
        ("法人の名称", text(&one.corporate_name)),
        ("備考", text(&one.remarks)),
    ]
    .into_iter()
    .filter_map(|(label, text)| {
        Some(LabelledFact {
            label: label.to_owned(),
            text: text?,
        })
    })
    .collect()
}

/// What readers know it by.
fn words(one: &Institution) -> String {
    let parts = [
        Some(&one.name),
        one.reading.as_ref(),
        one.category_words.as_ref(),
        one.address.as_ref(),
        one.building.as_ref(),
    ];
    let parts = parts.into_iter().flatten().chain(&one.subjects);
    parts.map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn keys(one: &Institution) -> String {
    let held = Selection::every().filter(|selection| selection.holds(one));
    let ids = held.filter_map(Selection::id);
    ids.collect::<Vec<_>>().join(" ")
}
