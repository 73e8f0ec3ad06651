//! `sitemap.xml` (sitemaps.org 0.9): the pages search engines should know, each once, without samples.

use std::fmt::Write;
use std::sync::Arc;

use crate::model::address::{Address, OutputPath};
use crate::model::date::Date;
use crate::model::kind::{Kind, Scope};
use crate::model::register::Register;
use crate::model::site::Site;
use crate::model::ward::Place;
use crate::outputs::Job;
use crate::outputs::frame::Frame;
use crate::text::escape::escape_into;

/// The protocol allows 50,000 addresses in a file.
const LIMIT: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let site = &frame.site;
    let top = Address::page(&[]);
    let entries = entries(site);
    let chunks: Vec<&[(Address, Option<Date>)]> = entries.chunks(LIMIT).collect();
    if let [single] = chunks.as_slice() {
        return vec![(
            top.file("sitemap.xml").output(),
            Job::known(urls(site, single)),
        )];
    }
    let mut jobs = Vec::new();
    let mut index = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"{NAMESPACE}\">\n"
    );
    for (number, chunk) in (1..).zip(chunks) {
        let file = top.file(&format!("sitemap-{number}.xml"));
        index.push_str("<sitemap><loc>");
        escape_into(&site.absolute(&file), &mut index);
        index.push_str("</loc></sitemap>\n");
        jobs.push((file.output(), Job::known(urls(site, chunk))));
    }
    index.push_str("</sitemapindex>\n");
    jobs.push((
        top.file("sitemap.xml").output(),
        Job::known(index.into_bytes()),
    ));
    jobs
}

fn entries(site: &Site) -> Vec<(Address, Option<Date>)> {
    let tops = site.places().map(|place| site.top_address(place));
    let everywhere = Kind::all().flat_map(|kind| {
        let wards = site
            .ward_indices()
            .map(Place::Ward)
            .filter(move |_| kind.scope == Scope::Everywhere);
        std::iter::once(Place::City)
            .chain(wards)
            .map(move |place| site.list_address(place, kind))
    });
    let calendars = site.places().flat_map(|place| {
        let months = site.calendar(place).months();
        let months = months.map(move |month| site.month_address(place, month));
        std::iter::once(site.calendar_address(place)).chain(months)
    });
    let registers = site.places().flat_map(|place| {
        Register::all().flat_map(move |register| {
            let selections = site.selections(register, place).into_iter();
            selections.map(move |(selection, _)| site.selection_address(place, register, selection))
        })
    });
    let topics = (0..site.settings.topics.len()).map(|topic| site.topic_address(topic));
    let fixed = ["topics", "words", "sitemap", "accessibility"]
        .into_iter()
        .map(|part| Address::page(&[part]));
    let desks = site.has_desks().then(|| site.desks_address());
    let open_data = site.has_open_data().then(|| site.open_data_address());
    let fixed = fixed.chain(desks).chain(open_data);
    let pages = tops
        .chain(everywhere)
        .chain(calendars)
        .chain(registers)
        .chain(topics)
        .chain(fixed)
        .map(|address| (address, None));
    let documents = site
        .documents
        .iter()
        .filter(|document| document.is_given())
        .flat_map(|document| {
            let sheets = site.sheets(document).into_iter();
            sheets.map(|address| (address, document.changed()))
        });
    pages.chain(documents).collect()
}

fn urls(site: &Site, entries: &[(Address, Option<Date>)]) -> Vec<u8> {
    let mut xml =
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"{NAMESPACE}\">\n");
    for (address, changed) in entries {
        xml.push_str("<url><loc>");
        escape_into(&site.absolute(address), &mut xml);
        xml.push_str("</loc>");
        if let Some(day) = changed {
            write!(xml, "<lastmod>{}</lastmod>", day.iso())
                .expect("writing to a String does not fail");
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml.into_bytes()
}
