//! What all pages have in common, made once: the site, the theme, and the values that every page of a place shares.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::model::address::{Address, OutputPath};
use crate::model::document::{Document, DocumentIndex};
use crate::model::kind::Kind;
use crate::model::site::Site;
use crate::model::tally::Tally;
use crate::model::ward::Place;
use crate::outputs::papers::Papers;
use crate::outputs::{Fingerprint, Job, Make};
use crate::present::structured::Node;
use crate::present::syndicated::Channel;
use crate::present::{figures, structured, wording};
use crate::theme::view::figures::FigureSection;
use crate::theme::view::months::CalendarFile;
use crate::theme::view::{
    Crumb, HeadView, LinkView, PaginationView, PlaceView, SiteView, WardLink,
};
use crate::theme::{PageView, Shared, Theme};

/// What calendars are called wherever pages lead to them.
pub const CALENDAR: &str = "予定表";

/// What outputs plan from.
pub struct Frame {
    pub site: Site,
    pub theme: Theme,
    /// How much the checks found, of the city and of every ward.
    pub tallies: Vec<Tally>,
    /// The figures of every yearly report, for its page and its file.
    figures: BTreeMap<DocumentIndex, Vec<FigureSection>>,
    /// What is printed of lessons.
    pub papers: Papers,
    /// Of what every text depends on: the version of the program, the settings, the holidays and how far they reach.
    sources: blake3::Hasher,
    shared_site: Shared,
    /// The city, then the wards.
    shared_places: Vec<Shared>,
}

/// A page before it is drawn.
pub struct Page<P> {
    pub template: &'static str,
    pub head: HeadView,
    pub crumbs: Vec<Crumb>,
    /// What it is about, for programs.
    pub things: Vec<Node>,
    pub view: P,
}

impl<P> Page<P> {
    /// With what it is about, as JSON-LD.
    fn with_things(mut self, site: &Site) -> Self {
        let things = std::mem::take(&mut self.things);
        self.head.json_ld_html = structured::script(site, things, &self.crumbs);
        self
    }
}

/// What `<head>` and the breadcrumb are made from.
pub struct Title<'a> {
    pub title: &'a str,
    pub description: Option<String>,
    /// The address search engines should know.
    pub canonical: Address,
    pub noindex: bool,
    /// The steps between the top of the place and the page.
    pub steps: Vec<(String, Address)>,
}

impl Frame {
    pub fn new(site: Site, theme: Theme, tallies: Vec<Tally>) -> Self {
        let shared_site = Theme::share(&site_view(&site, &theme));
        let shared_places = site
            .places()
            .map(|place| Theme::share(&place_view(&site, place)))
            .collect();
        let reports = site.documents().map(|(index, document)| {
            let sections = figures::sections(&site, document);
            (index, sections)
        });
        let figures = reports
            .filter(|(_, sections)| !sections.is_empty())
            .collect();
        Self {
            sources: sources(&site),
            papers: Papers::new(&site, theme.printer()),
            figures,
            site,
            theme,
            tallies,
            shared_site,
            shared_places,
        }
    }

    /// The figures of a document; none where it is no yearly report.
    pub fn figures(&self, index: DocumentIndex) -> &[FigureSection] {
        self.figures.get(&index).map_or(&[], Vec::as_slice)
    }

    /// Of everything that can be said of a document in texts which need neither its body nor a theme: its manuscript, its address, the
    /// settings of the site and of its ward, and the holidays. Cheaper than making such a text to hash it.
    pub fn fingerprint(&self, document: &Document) -> Fingerprint {
        let site = &self.site;
        let address = site.own_address(document);
        let mut hash = self.sources.clone();
        if let Place::Ward(ward) = document.place {
            hash.update(&site.ward(ward).digest);
        }
        hash.update(&document.digest);
        hash.update(site.absolute(&address).as_bytes());
        *hash.finalize().as_bytes()
    }

    /// A page of `place`, with title, address and breadcrumb in the common form.
    pub fn page<P>(
        &self,
        template: &'static str,
        place: Place,
        title: Title<'_>,
        view: P,
    ) -> Page<P> {
        let site = &self.site;
        let mut parts = vec![title.title];
        if let Place::Ward(ward) = place {
            parts.push(site.ward(ward).name.as_str());
        }
        parts.push(site.settings.title.as_str());
        parts.dedup();
        Page {
            template,
            head: HeadView {
                title: parts.join(" | "),
                canonical: site.absolute(&title.canonical),
                name: title.title.to_owned(),
                noindex: title.noindex || site.settings.sample,
                is_article: false,
                feed: None,
                description: title.description,
                json_ld_html: None,
            },
            crumbs: self.crumbs(place, title.title, &title.steps),
            things: Vec::new(),
            view,
        }
    }

    /// The page of a list or of a document in it: readers of one kind of documents can be told of what is new in that kind alone.
    pub fn page_of_kind<P>(
        &self,
        template: &'static str,
        (place, kind): (Place, Kind),
        title: Title<'_>,
        view: P,
    ) -> Page<P> {
        let mut page = self.page(template, place, title, view);
        let kind = Some(kind);
        page.head.feed = Some(Channel { place, kind }.link(&self.site));
        page
    }

    fn crumbs(&self, place: Place, title: &str, steps: &[(String, Address)]) -> Vec<Crumb> {
        let site = &self.site;
        let step = |label: &str, address: &Address| Crumb {
            label: label.to_owned(),
            href: Some(site.href(address)),
        };
        let mut crumbs = vec![step("トップ", &site.top_address(Place::City))];
        if let Place::Ward(ward) = place {
            crumbs.push(step(
                site.ward(ward).name.as_str(),
                &site.top_address(place),
            ));
        }
        crumbs.extend(steps.iter().map(|(label, address)| step(label, address)));
        crumbs.push(Crumb {
            label: title.to_owned(),
            href: None,
        });
        crumbs
    }

    fn view<'a, P: Serialize>(
        &'a self,
        place: Place,
        address: &'a str,
        page: &'a Page<P>,
    ) -> PageView<'a, P> {
        PageView {
            template: page.template,
            site: &self.shared_site,
            place: &self.shared_places[place.index()],
            address,
            head: &page.head,
            crumbs: &page.crumbs,
            page: &page.view,
        }
    }
}

/// The job of one page. `make` is run once to know the fingerprint and again when the bytes are wanted, so that nothing of a page is
/// kept in between.
pub fn job<P, M>(frame: &Arc<Frame>, place: Place, address: &Address, make: M) -> (OutputPath, Job)
where
    P: Serialize,
    M: Fn(&Frame) -> Page<P> + Send + Sync + 'static,
{
    let make = Arc::new(make);
    let planned = Arc::clone(&make);
    let drawn = move |frame: &Frame| Ok(make(frame));
    job_in_two(
        frame,
        place,
        address,
        (move |frame: &Frame| planned(frame), drawn),
    )
}

/// The job of a page of which not everything is known while it is planned: the first of two functions makes it with what the rest depends
/// on, to know the fingerprint, the second with everything, when the bytes are wanted.
pub fn job_in_two<P, M, D>(
    frame: &Arc<Frame>,
    place: Place,
    address: &Address,
    (plan, draw): (M, D),
) -> (OutputPath, Job)
where
    P: Serialize,
    M: Fn(&Frame) -> Page<P>,
    D: Fn(&Frame) -> Result<Page<P>, String> + Send + Sync + 'static,
{
    let whole = frame.site.absolute(address);
    let page = plan(frame).with_things(&frame.site);
    let template = Some(page.template);
    let fingerprint = frame.theme.digest(&frame.view(place, &whole, &page));
    let frame = Arc::clone(frame);
    let bytes = move || {
        let page = draw(&frame)?.with_things(&frame.site);
        frame.theme.render(&frame.view(place, &whole, &page))
    };
    let job = Job {
        fingerprint,
        template,
        make: Make::Bytes(Box::new(bytes)),
    };
    (address.output(), job)
}

/// The address of page `number` of a list, counted from 1.
pub fn page_address(list: &Address, number: usize) -> Address {
    if number == 1 {
        list.clone()
    } else {
        list.child(&number.to_string())
    }
}

/// Links to the pages around page `number` of `count`; `None` for a single page.
pub fn pagination(
    frame: &Frame,
    list: &Address,
    number: usize,
    count: usize,
) -> Option<PaginationView> {
    let link = |label: &str, number: usize| LinkView {
        label: label.to_owned(),
        href: frame.site.href(&page_address(list, number)),
    };
    (count > 1).then(|| PaginationView {
        current: number,
        total: count,
        previous: (number > 1).then(|| link("前のページ", number - 1)),
        next: (number < count).then(|| link("次のページ", number + 1)),
    })
}

/// The calendar of a place that has anything in it.
pub fn calendar_link(site: &Site, place: Place) -> Option<LinkView> {
    (!site.calendar(place).is_empty()).then(|| LinkView {
        label: CALENDAR.to_owned(),
        href: site.href(&site.calendar_address(place)),
    })
}

/// `北区の講演会`, `大阪市の予定`: what is in the calendar file of a place, or of one kind there.
pub fn calendar_title(site: &Site, place: Place, kind: Option<Kind>) -> String {
    let what = kind.map_or("予定", |kind| kind.label);
    format!("{}の{what}", site.place_name(place))
}

/// The way to that file.
pub fn calendar_file(site: &Site, place: Place, kind: Option<Kind>) -> CalendarFile {
    CalendarFile {
        what: calendar_title(site, place, kind),
        href: site.href(&site.calendar_file(place, kind)),
    }
}

fn sources(site: &Site) -> blake3::Hasher {
    let mut hash = blake3::Hasher::new();
    // A later version may write the same values otherwise.
    hash.update(env!("CARGO_PKG_VERSION").as_bytes());
    hash.update(&site.settings.digest);
    for (day, name) in site.holidays.iter() {
        hash.update(format!("{}{name}", day.iso()).as_bytes());
    }
    hash.update(site.holidays.reach(site.today).iso().as_bytes());
    hash
}

fn site_view(site: &Site, theme: &Theme) -> SiteView {
    let settings = &site.settings;
    let link = |label: &str, parts: &[&str]| LinkView {
        label: label.to_owned(),
        href: site.href(&Address::page(parts)),
    };
    let desks = site.has_desks().then(|| link("相談支援室", &["desks"]));
    let open_data = site
        .has_open_data()
        .then(|| link("オープンデータ", &["open-data"]));
    let asset = |path: &OutputPath| site.href(&Address::page(&[]).file(path.as_str()));
    SiteView {
        title: settings.title.to_string(),
        tagline: settings.tagline.as_ref().map(ToString::to_string),
        municipality: settings.municipality.name.to_string(),
        office: settings.municipality.office.to_string(),
        href: site.href(&Address::page(&[])),
        stylesheet: asset(theme.stylesheet().0),
        script: theme.script().map(|(path, _)| asset(path)),
        sample: settings.sample,
        licence: settings.licence.as_ref().map(ToString::to_string),
        wards: site
            .ward_indices()
            .map(|ward| ward_link(site, Place::Ward(ward)))
            .collect(),
        footer: desks
            .into_iter()
            .chain([
                link("分野", &["topics"]),
                link("用語集", &["words"]),
                link("サイトマップ", &["sitemap"]),
                link("アクセシビリティ方針", &["accessibility"]),
            ])
            .chain(open_data)
            .collect(),
    }
}

fn ward_link(site: &Site, place: Place) -> WardLink {
    let (id, reading) = match place {
        Place::City => ("", ""),
        Place::Ward(ward) => (
            site.ward(ward).id.as_str(),
            site.ward(ward).reading.as_str(),
        ),
    };
    WardLink {
        id: id.to_owned(),
        name: site.place_name(place).to_owned(),
        reading: reading.to_owned(),
        href: site.href(&site.top_address(place)),
    }
}

fn place_view(site: &Site, place: Place) -> PlaceView {
    let kinds = site.filled_kinds(place).map(|kind| LinkView {
        label: kind.label.to_owned(),
        href: site.href(&site.list_address(place, kind)),
    });
    let registers = site.registers(place).map(|register| LinkView {
        label: register.label.to_owned(),
        href: site.href(&site.register_address(place, register)),
    });
    let nav = calendar_link(site, place).into_iter().chain(kinds);
    let nav = nav.chain(registers);
    PlaceView {
        name: site.place_name(place).to_owned(),
        ward: ward_link(site, place).id,
        href: site.href(&site.top_address(place)),
        nav: nav.collect(),
        feed: Channel { place, kind: None }.link(site),
        contact: wording::contact(site.default_contact(place)),
    }
}
