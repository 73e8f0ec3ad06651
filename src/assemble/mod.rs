//! `Parsed` in, `Site` out (layer 5): everything that crosses files is resolved here and nowhere else.
//!
//! Steps: wards and settings · documents (topics, contacts, places, attachments, editions) · the times at which they take place · lists · calendars · words of the glossary · links, which need all
//! the rest.
//! Invariant: no step looks at one document for every other document.

pub mod calendars;
pub mod editions;
pub mod links;
pub mod lists;
pub mod people;
mod rosters;
pub mod words;

use std::collections::BTreeMap;

use crate::assemble::people::Names;
use crate::diag::{Diagnostic, Where};
use crate::model::body::Body;
use crate::model::date::Date;
use crate::model::document::{Attachment, Document, DocumentName};
use crate::model::facet::Facets;
use crate::model::field::Facet;
use crate::model::kind::{Kind, Scope};
use crate::model::names::{Slug, Text};
use crate::model::settings::{BaseUrl, Settings};
use crate::model::site::Site;
use crate::model::teaching::Role;
use crate::model::ward::{Place, Ward, WardIndex, Welcome};
use crate::parse::{Home, Manuscript, Parsed, ParsedAttachment, ParsedWard, ParsedWelcome};
use crate::source::Sources;
use crate::text::span::SourceId;

/// What a site is assembled for.
#[derive(Clone, Debug)]
pub struct Wish {
    pub today: Date,
    /// Replaces the one of `site.yaml`.
    pub base_url: Option<BaseUrl>,
    /// Documents dated after `today` are public too.
    pub unpublished: bool,
}

/// Assembles the site; `None` when there is not enough to make one. Findings are added to `diagnostics`.
pub fn assemble(
    parsed: Parsed,
    sources: &Sources,
    wish: &Wish,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Site> {
    let Parsed {
        settings,
        mut words,
        wards,
        registers,
        welcomes,
        manuscripts,
        attachments,
        holidays,
        ..
    } = parsed;
    let settings = site_settings(settings, sources, wish, diagnostics)?;
    let wards = ordered(wards, &settings, sources, diagnostics);
    let names = Names::new(&settings, &wards);
    let mut attached = by_manuscript(attachments);
    let mut documents = Vec::with_capacity(manuscripts.len());
    for manuscript in manuscripts {
        let attachments = attached
            .remove(sources.path(manuscript.source))
            .unwrap_or_default();
        documents.extend(document(manuscript, attachments, &names, wish, diagnostics));
    }
    orphans(attached, sources, diagnostics);
    editions::resolve(&mut documents, diagnostics);
    let rosters = rosters::rosters(registers, &wards, diagnostics);
    keep_addresses_apart(&mut documents, diagnostics);
    let reach = holidays.reach(wish.today);
    for document in &mut documents {
        document.occurrences = document.facets.occurrences(&holidays, reach);
    }
    words.sort_by(|a, b| (&a.reading, &a.word).cmp(&(&b.reading, &b.word)));
    let mut site = Site {
        today: wish.today,
        settings,
        wards,
        holidays,
        rosters,
        counting_report: None,
        welcome: None,
        words,
        documents,
        lists: BTreeMap::new(),
        topics: Vec::new(),
        calendars: Vec::new(),
    };
    site.counting_report = site.find_counting_report();
    lists::fill(&mut site);
    calendars::fill(&mut site);
    welcome(welcomes, &mut site);
    words::fill(&mut site);
    links::resolve(&mut site, sources);
    Some(site)
}

/// Puts the texts of top pages where they belong.
fn welcome(welcomes: Vec<ParsedWelcome>, site: &mut Site) {
    for parsed in welcomes {
        let welcome = Welcome {
            title: parsed.title,
            source: parsed.source,
            body: parsed.body,
            targets: Vec::new(),
        };
        match parsed.home {
            Home::City => site.welcome = Some(welcome),
            Home::Ward(id) => {
                if let Some(ward) = site.wards.iter_mut().find(|ward| ward.id == id) {
                    ward.welcome = Some(welcome);
                }
            }
        }
    }
}

fn site_settings(
    settings: Option<Settings>,
    sources: &Sources,
    wish: &Wish,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Settings> {
    let path = "content/site.yaml";
    let Some(mut settings) = settings else {
        let is_read = sources.find(path).is_some()
            || diagnostics
                .iter()
                .chain(&sources.problems)
                .any(|found| found.at == Where::Path(path.to_owned()));
        if !is_read {
            let help = "「kairan init」で作られる見本を写すか、「title: サイトの名前」から始まる設定を書いてください。";
            diagnostics.push(
                Diagnostic::error(
                    "setting-missing",
                    Where::Path(path.to_owned()),
                    "サイトの設定のファイルがありません",
                )
                .help(help),
            );
        }
        return None;
    };
    if let Some(base_url) = &wish.base_url {
        settings.base_url = base_url.clone();
    }
    Some(settings)
}

/// The wards in the order of `site.yaml`; a ward that nobody can be asked in is left out, as its pages would have no contact.
fn ordered(
    parsed: Vec<ParsedWard>,
    settings: &Settings,
    sources: &Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Ward> {
    for id in &settings.ward_order {
        let path = format!("content/wards/{id}/ward.yaml");
        // What is wrong with a file that is there has been said.
        if sources.find(&path).is_none() && !parsed.iter().any(|ward| ward.id == *id) {
            let title = format!("「wards」に書かれた区「{id}」の設定のファイルがありません");
            let help = format!("「{path}」を置くか、「wards」から「{id}」を消してください。");
            diagnostics.push(
                Diagnostic::warning("ward-order", Where::File(settings.source), title).help(help),
            );
        }
    }
    let rank: BTreeMap<&Slug, usize> = settings.ward_order.iter().zip(0..).collect();
    let mut wards: Vec<Ward> = parsed
        .into_iter()
        .filter(|ward| !ward.contacts.is_empty())
        .map(ward)
        .collect();
    wards.sort_by_key(|ward| {
        (
            rank.get(&ward.id).copied().unwrap_or(usize::MAX),
            ward.id.clone(),
        )
    });
    wards
}

fn ward(parsed: ParsedWard) -> Ward {
    Ward {
        source: parsed.source,
        digest: parsed.digest,
        id: parsed.id,
        name: parsed.name,
        reading: parsed.reading,
        roman: parsed.roman,
        code: parsed.code,
        office: parsed.office,
        hours: parsed.hours,
        contacts: parsed.contacts,
        desk: parsed.desk,
        welcome: None,
    }
}

/// A ward's document and one of the city cannot share an address; the city's then has no page in that ward.
fn keep_addresses_apart(documents: &mut [Document], diagnostics: &mut Vec<Diagnostic>) {
    let own: BTreeMap<(Place, Kind, DocumentName), SourceId> = documents
        .iter()
        .map(|document| {
            let key = (document.place, document.kind, document.name.clone());
            (key, document.source)
        })
        .collect();
    for document in documents
        .iter_mut()
        .filter(|document| document.place == Place::City)
    {
        let (kind, name, city) = (document.kind, document.name.clone(), document.source);
        document.shown_in.retain(|place| {
            let taken = own.get(&(*place, kind, name.clone()));
            let Some(ward) = taken.filter(|_| *place != Place::City) else {
                return true;
            };
            let title = "市の原稿と、区のページのアドレスが同じになります";
            let help = "この原稿のファイルの名前を変えてください。市の原稿の代わりに載せるときは、市の原稿の「掲載する区」からこの区を除いてください。";
            diagnostics.push(
                Diagnostic::error("address-twice", Where::File(*ward), title)
                    .help(help)
                    .related(Where::File(city), "同じ名前の市の原稿です"),
            );
            false
        });
    }
}

fn by_manuscript(attachments: Vec<ParsedAttachment>) -> BTreeMap<Box<str>, Vec<ParsedAttachment>> {
    let mut by_manuscript: BTreeMap<Box<str>, Vec<ParsedAttachment>> = BTreeMap::new();
    for attachment in attachments {
        by_manuscript
            .entry(attachment.manuscript.clone())
            .or_default()
            .push(attachment);
    }
    by_manuscript
}

fn orphans(
    attached: BTreeMap<Box<str>, Vec<ParsedAttachment>>,
    sources: &Sources,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (manuscript, files) in attached {
        if sources.find(&manuscript).is_some() {
            continue;
        }
        for file in files {
            let help = format!(
                "原稿「{manuscript}」を作るか、このファイルを原稿と同じ名前のフォルダーに移してください。"
            );
            diagnostics.push(
                Diagnostic::warning(
                    "attachment-orphan",
                    Where::File(file.source),
                    "添付ファイルに原稿がありません",
                )
                .help(help),
            );
        }
    }
}

/// Resolves one document; `None` when its ward is unknown, which has been said. One without a title, which has been said too, goes by the
/// name of its file, so that what else is wrong with it is found at once.
fn document(
    manuscript: Manuscript,
    files: Vec<ParsedAttachment>,
    names: &Names<'_>,
    wish: &Wish,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Document> {
    let Manuscript {
        source,
        home,
        kind,
        name,
        digest,
        facets,
        body,
    } = manuscript;
    let place = place(&home, source, names, diagnostics)?;
    let title = facets.title.as_ref().map(|title| title.value.clone());
    let title = title.or_else(|| Text::new(&name.address_part()))?;
    let topics = people::topics(&facets, source, names, diagnostics);
    let contact = people::contact(&facets, source, place, names, diagnostics);
    let mut shown_in = vec![place];
    if kind.scope == Scope::Everywhere {
        shown_in.extend(people::wards(&facets, source, place, names, diagnostics));
    }
    let public = wish.unpublished || name.published().is_none_or(|day| day <= wish.today);
    let expired = facets
        .expires
        .as_ref()
        .is_some_and(|day| day.value < wish.today);
    let summary = facets.summary.as_ref();
    let attachments = files
        .into_iter()
        .map(|file| attachment(file, &facets, kind))
        .collect();
    Some(Document {
        source,
        place,
        kind,
        name,
        title,
        summary: summary.map_or_else(Body::default, |summary| words::plain(&summary.value)),
        digest,
        facets,
        occurrences: Vec::new(),
        body,
        targets: Vec::new(),
        topics,
        attachments,
        contact,
        shown_in,
        public,
        expired,
        newest: None,
        older: Vec::new(),
    })
}

fn place(
    home: &Home,
    source: SourceId,
    names: &Names<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Place> {
    let Home::Ward(id) = home else {
        return Some(Place::City);
    };
    let found = names.wards.iter().position(|ward| ward.id == *id);
    if found.is_none() {
        let title = format!("区「{id}」の設定（ward.yaml）がないため、この原稿は公開できません");
        let help =
            format!("「content/wards/{id}/ward.yaml」に、区の名前と問い合わせ先を書いてください。");
        diagnostics.push(Diagnostic::error("ward-missing", Where::File(source), title).help(help));
    }
    let index = u16::try_from(found?).ok()?;
    Some(Place::Ward(WardIndex(index)))
}

fn attachment(file: ParsedAttachment, facets: &Facets, kind: Kind) -> Attachment {
    let line = facets
        .attachments
        .iter()
        .find(|line| line.value.file.as_str() == &*file.name);
    let label = line
        .and_then(|line| line.value.label.clone())
        .or_else(|| Text::new(&file.name));
    let label = label.expect("an attachment has a name, which parse::paths has checked");
    let (role, label) = match kind.has(Facet::Teaching) {
        true => Role::of_label(&label),
        false => (Role::Other, label),
    };
    Attachment {
        source: file.source,
        blob: file.blob,
        label,
        role,
        listed: line.is_some(),
        name: file.name,
    }
}
