//! 相談支援室: the desks of all wards beside each other.

use std::sync::Arc;

use crate::model::address::OutputPath;
use crate::model::desk::Desk;
use crate::model::ward::Place;
use crate::outputs::Job;
use crate::outputs::frame::{Frame, Page, Title, job};
use crate::present::desks;
use crate::theme::view::LinkView;
use crate::theme::view::desks::DesksPage;

const TITLE: &str = "相談支援室";

/// A site none of whose wards has a desk needs no page to say so.
pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    if !frame.site.has_desks() {
        return Vec::new();
    }
    let address = frame.site.desks_address();
    vec![job(frame, Place::City, &address, view)]
}

fn view(frame: &Frame) -> Page<DesksPage> {
    let site = &frame.site;
    let wards = || {
        site.ward_indices()
            .map(|ward| (ward, site.ward(ward).desk.as_ref()))
    };
    let known: Vec<&Desk> = wards().filter_map(|(_, desk)| desk).collect();
    let missing = wards().filter(|(_, desk)| desk.is_none());
    let page = DesksPage {
        title: TITLE.to_owned(),
        desks: wards()
            .filter_map(|(ward, desk)| Some(desks::desk(site, ward, desk?)))
            .collect(),
        missing: missing
            .map(|(ward, _)| LinkView {
                label: site.ward(ward).name.to_string(),
                href: site.href(&site.top_address(Place::Ward(ward))),
            })
            .collect(),
        has_people: known.iter().any(|desk| !desk.coordinators.is_empty()),
        bands: desks::bands(&known),
        qualifications: desks::qualifications(&known),
    };
    let title = Title {
        title: TITLE,
        description: Some(format!(
            "{}の各区にある、在宅医療と介護の相談支援室の受付時間と連絡先です。",
            site.place_name(Place::City)
        )),
        canonical: site.desks_address(),
        noindex: false,
        steps: Vec::new(),
    };
    frame.page("pages/desks.html", Place::City, title, page)
}
