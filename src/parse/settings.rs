//! `site.yaml`, `ward.yaml` and `words.yaml`: settings in, strict types out.

use crate::diag::{Diagnostic, Findings};
use crate::model::date::Weekday;
use crate::model::facet::{Email, Phone};
use crate::model::identity::{Domain, Identity, Since};
use crate::model::names::{Slug, Text};
use crate::model::settings::{BaseUrl, Hours, Municipality, Settings, Style, Topic, Word, Years};
use crate::model::ward::Contact;
use crate::parse::accessibility::accessibility;
use crate::parse::table::{Table, scalar};
use crate::parse::yaml::{Node, parse};
use crate::parse::{ParsedWard, desk, digest};
use crate::text::span::{SourceId, Span, Spanned};

const PER_PAGE: usize = 20;

/// Reads `site.yaml`. `None` after an error without which the site cannot be thought of.
pub fn site(text: &str, source: SourceId, findings: &mut Findings) -> Option<Settings> {
    let node = parse(text, 0..text.len(), findings)?;
    let mut table = Table::new(node, SITE_KEYS, findings)?;
    let title = table.required("title");
    let base_url = table.required_as("base_url", "https://www.example.jp/", BaseUrl::new);
    let identity = identity(&mut table, base_url.as_ref());
    let municipality = table.table("municipality");
    let municipality = municipality.and_then(|node| self::municipality(node, table.findings));
    if municipality.is_none() {
        let help = "「municipality: {name: 大阪市, office: 大阪市健康局}」の形で書いてください。";
        table.missing("municipality", help);
    }
    let contacts = contacts(&mut table, "問い合わせ先を1つは書いてください。");
    // All is read before any of it is missed, so that one look at the file finds every fault in it.
    let (tagline, licence) = (table.text("tagline"), table.text("licence"));
    let sample = table.flag("sample");
    let topics = table.each("topics", topic);
    let ward_order = table.each("wards", |node, _| Slug::new(&scalar(node)?.value));
    let per_page = table.value("per_page", "20", per_page).unwrap_or(PER_PAGE);
    let accessibility = table.table("accessibility");
    let accessibility = accessibility.and_then(|node| self::accessibility(node, table.findings));
    let style = table.table("style");
    let style = style.and_then(|node| self::style(node, table.findings));
    let week_starts = table.table("calendar");
    let week_starts = week_starts.and_then(|node| self::week_starts(node, table.findings));
    let settings = Settings {
        source,
        digest: digest(text),
        title: title?,
        tagline,
        base_url: base_url?,
        identity: identity?,
        sample,
        licence,
        municipality: municipality?,
        contacts,
        topics,
        ward_order,
        per_page,
        accessibility: accessibility.unwrap_or_default(),
        style: style.unwrap_or_default(),
        week_starts: week_starts.unwrap_or(Weekday::Sunday),
    };
    (!settings.contacts.is_empty()).then_some(settings)
}

const SITE_KEYS: &[&str] = &[
    "title",
    "tagline",
    "base_url",
    "identity",
    "sample",
    "licence",
    "municipality",
    "contacts",
    "topics",
    "wards",
    "per_page",
    "accessibility",
    "style",
    "calendar",
];

/// What identifiers are made from: the host that `site.yaml` names, unless it says otherwise. `None` where it names none.
fn identity(table: &mut Table, base_url: Option<&BaseUrl>) -> Option<Identity> {
    let written = table.table("identity");
    let (domain, since) = written.map_or((None, None), |node| identity_parts(node, table.findings));
    // Of an address that could not be read, nothing more can be said.
    let domain = domain.or_else(|| Domain::of(base_url?));
    if domain.is_none() && base_url.is_some() {
        let help = "「base_url」のホストが英数字の名前ではないため、「identity: {domain: kairan.example.jp, since: 2026}」の形で書いてください。";
        table.missing("identity", help);
    }
    Some(Identity::new(domain?, since.unwrap_or_default()))
}

fn identity_parts(node: Node, findings: &mut Findings) -> (Option<Domain>, Option<Since>) {
    let Some(mut table) = Table::new(node, &["domain", "since"], findings) else {
        return (None, None);
    };
    let domain = table.value("domain", "kairan.example.jp", Domain::new);
    (domain, table.value("since", "2026", Since::new))
}

fn per_page(raw: &str) -> Option<usize> {
    raw.parse().ok().filter(|count| (1..=200).contains(count))
}

/// How days and times are written; what is not said stays as it is without the setting.
fn style(node: Node, findings: &mut Findings) -> Option<Style> {
    let mut table = Table::new(node, &["clock", "years"], findings)?;
    let hours = table.value("clock", "24", |raw| match raw {
        "24" | "24時間" | "24時間制" => Some(Hours::TwentyFour),
        "12" | "12時間" | "12時間制" => Some(Hours::Twelve),
        _ => None,
    });
    let years = table.value("years", "元号", |raw| match raw {
        "元号" | "和暦" => Some(Years::Era),
        "西暦" => Some(Years::Western),
        _ => None,
    });
    Some(Style {
        hours: hours.unwrap_or_default(),
        years: years.unwrap_or_default(),
    })
}

/// The first day of the week, the only thing that calendars leave to choose.
fn week_starts(node: Node, findings: &mut Findings) -> Option<Weekday> {
    let mut table = Table::new(node, &["week_starts"], findings)?;
    table.value("week_starts", "月曜日", |raw| {
        Weekday::ALL
            .into_iter()
            .find(|weekday| weekday.label() == raw)
    })
}

/// Reads `ward.yaml` of the ward in folder `id`.
pub fn ward(text: &str, source: SourceId, id: Slug, findings: &mut Findings) -> Option<ParsedWard> {
    let keys = [
        "name", "reading", "roman", "code", "office", "hours", "contacts", "desk",
    ];
    let node = parse(text, 0..text.len(), findings)?;
    let mut table = Table::new(node, &keys, findings)?;
    let name = table.required("name");
    let reading = table.required("reading");
    let office = table.required("office");
    let roman = table.text("roman");
    let code = table.value("code", "271276", municipality_code);
    let hours = table.text("hours");
    let contacts = contacts(&mut table, "区の問い合わせ先を1つは書いてください。");
    let desk = table
        .table("desk")
        .and_then(|node| desk::desk(node, table.findings));
    Some(ParsedWard {
        source,
        digest: digest(text),
        id,
        name: name?,
        reading: reading?,
        roman,
        code,
        office: office?,
        hours,
        contacts,
        desk,
    })
}

/// Reads `words.yaml`, the glossary; words with faults are left out.
pub fn words(text: &str, findings: &mut Findings) -> Vec<Word> {
    match parse(text, 0..text.len(), findings) {
        None | Some(Node::Empty(_)) => Vec::new(),
        Some(Node::List(nodes, _)) => nodes
            .into_iter()
            .filter_map(|node| word(node, findings))
            .collect(),
        Some(Node::Scalar(Spanned { span, .. }) | Node::Map(_, span)) => {
            findings.push(
                Diagnostic::error("setting-invalid", findings.at(first_line(text, span)), "用語集の形が違います")
                    .help("「- {word: 人生会議, reading: じんせいかいぎ, meaning: 説明}」を1語に1行ずつ並べてください。"),
            );
            Vec::new()
        }
    }
}

fn word(node: Node, findings: &mut Findings) -> Option<Word> {
    let mut table = Table::new(
        node,
        &["word", "reading", "meaning", "plain", "aliases", "source"],
        findings,
    )?;
    let word = table.required("word");
    let reading = table.required_as("reading", "じんせいかいぎ", hiragana);
    let meaning = table.required("meaning");
    let plain = table.text("plain");
    let source = table.text("source");
    let aliases = table
        .list("aliases")
        .into_iter()
        .filter_map(|node| scalar(node).and_then(|alias| Text::new(&alias.value)))
        .collect();
    Some(Word {
        anchor: Word::anchor_of(word.as_ref()?),
        word: word?,
        reading: reading?,
        meaning: meaning?,
        plain,
        aliases,
        source,
    })
}

fn hiragana(raw: &str) -> Option<Text> {
    let is_reading = |character: char| matches!(character, 'ぁ'..='ゖ' | 'ー' | '・' | ' ');
    Text::new(raw).filter(|_| raw.chars().all(is_reading))
}

/// 全国地方公共団体コード: five digits and the check digit of JIS X 0402 (weights 6 to 2, modulus 11).
fn municipality_code(raw: &str) -> Option<Text> {
    let digits: Vec<u32> = raw
        .chars()
        .map(|character| character.to_digit(10))
        .collect::<Option<_>>()?;
    let [base @ .., check] = digits.as_slice() else {
        return None;
    };
    let sum: u32 = base
        .iter()
        .zip([6, 5, 4, 3, 2])
        .map(|(digit, weight)| digit * weight)
        .sum();
    let expected = (11 - sum % 11) % 10;
    (base.len() == 5 && *check == expected)
        .then(|| Text::new(raw))
        .flatten()
}

fn municipality(node: Node, findings: &mut Findings) -> Option<Municipality> {
    let mut table = Table::new(
        node,
        &["name", "reading", "roman", "code", "office"],
        findings,
    )?;
    let name = table.required("name");
    let office = table.required("office");
    Some(Municipality {
        reading: table.text("reading"),
        roman: table.text("roman"),
        code: table.value("code", "271004", municipality_code),
        name: name?,
        office: office?,
    })
}

fn topic(node: Node, findings: &mut Findings) -> Option<Topic> {
    let mut table = Table::new(node, &["id", "name", "description"], findings)?;
    let id = table.required_as("id", "home-care", Slug::new);
    let name = table.required("name");
    Some(Topic {
        description: table.text("description"),
        id: id?,
        name: name?,
    })
}

/// The contacts, of which there must be one.
fn contacts(table: &mut Table, help: &str) -> Vec<Contact> {
    let contacts = table.each("contacts", contact);
    if contacts.is_empty() {
        let form =
            "「contacts:」の下に「- {name: 担当の名前, phone: 06-0000-0000}」の形で書きます。";
        table.missing("contacts", &format!("{help}{form}"));
    }
    contacts
}

fn contact(node: Node, findings: &mut Findings) -> Option<Contact> {
    let keys = ["name", "phone", "fax", "email", "hours", "note"];
    let mut table = Table::new(node, &keys, findings)?;
    let hours = table.text("hours");
    let contact = reachable(&mut table)?;
    Some(Contact { hours, ..contact })
}

/// Whoever can be asked, without their hours, which not all of them have in one form.
pub(super) fn reachable(table: &mut Table) -> Option<Contact> {
    // Right or wrong; a wrong one is told of when it is read.
    let has_number = ["phone", "fax", "email"].iter().any(|key| table.has(key));
    let contact = Contact {
        name: table.required("name")?,
        phone: table.value("phone", "06-0000-0000", Phone::new),
        fax: table.value("fax", "06-0000-0000", Phone::new),
        email: table.value("email", "mihon@example.jp", Email::new),
        hours: None,
        note: table.text("note"),
    };
    if !has_number {
        let place = table.findings.at(table.span());
        table.findings.push(
            Diagnostic::error(
                "contact-missing",
                place,
                format!("「{}」に連絡する方法がありません", contact.name),
            )
            .help("電話（phone）、ファクス（fax）、メール（email）のどれかを書いてください。"),
        );
    }
    Some(contact)
}

fn first_line(text: &str, span: Span) -> Span {
    let length = span.of(text).lines().next().map_or(0, str::len);
    span.part(0..length)
}

#[cfg(test)]
mod tests {
    use super::{municipality_code, site, ward, words};
    use crate::diag::Findings;
    use crate::model::address::Address;
    use crate::model::names::Slug;
    use crate::model::settings::{Hours, Style, Years};
    use crate::text::span::SourceId;

    fn codes(read: impl FnOnce(&mut Findings)) -> Vec<String> {
        let mut findings = Findings::new(SourceId(0));
        read(&mut findings);
        findings
            .into_vec()
            .into_iter()
            .map(|found| format!("{} {}", found.code, found.title))
            .collect()
    }

    #[test]
    fn codes_carry_the_check_digit_of_jis_x_0402() {
        assert!(municipality_code("271004").is_some());
        assert!(municipality_code("271276").is_some());
        assert!(municipality_code("271277").is_none());
        assert!(municipality_code("27127").is_none());
    }

    #[test]
    fn the_house_style_is_read_and_its_faults_are_named() {
        let base = "title: 見本\nbase_url: https://example.jp/\nmunicipality: {name: 市, office: 課}\ncontacts:\n  - {name: 担当, phone: 06-0000-0100}\n";
        let read = |style: &str, findings: &mut Findings| {
            let settings = site(&format!("{base}{style}"), SourceId(0), findings);
            settings.map(|settings| settings.style)
        };
        let mut findings = Findings::new(SourceId(0));
        let western = Style {
            hours: Hours::Twelve,
            years: Years::Western,
        };
        let written = "style: {clock: 12, years: 西暦}\n";
        assert_eq!(read(written, &mut findings), Some(western));
        assert_eq!(read("", &mut findings), Some(Style::default()));
        assert!(findings.into_vec().is_empty());
        let wrong = "style: {clock: 13, year: 元号}\n";
        assert_eq!(
            codes(|findings| assert_eq!(read(wrong, findings), Some(Style::default()))),
            [
                "setting-unknown 「year」という設定はありません",
                "setting-invalid 「clock」の書き方が違います"
            ]
        );
    }

    #[test]
    fn identifiers_are_made_from_the_setting_or_from_the_host() {
        let rest = "municipality: {name: 市, office: 課}\ncontacts:\n  - {name: 担当, phone: 06-0000-0100}\n";
        let tag = |lines: &str, findings: &mut Findings| {
            let text = format!("title: 見本\n{lines}\n{rest}");
            let settings = site(&text, SourceId(0), findings)?;
            Some(settings.identity.tag(&Address::page(&["kita"])))
        };
        let mut findings = Findings::new(SourceId(0));
        let of_host = tag("base_url: https://Example.jp:8443/a/", &mut findings);
        assert_eq!(of_host.as_deref(), Some("tag:example.jp,2026:/kita/"));
        let written =
            "base_url: https://example.jp/\nidentity: {domain: city.example.jp, since: 2027}";
        let of_setting = tag(written, &mut findings);
        assert_eq!(
            of_setting.as_deref(),
            Some("tag:city.example.jp,2027:/kita/")
        );
        assert!(findings.into_vec().is_empty());
        let wrong = "base_url: https://example.jp/\nidentity: {domain: 'https://example.jp', since: 令和8年}";
        assert_eq!(
            codes(|findings| assert!(tag(wrong, findings).is_some())),
            [
                "setting-invalid 「domain」の書き方が違います",
                "setting-invalid 「since」の書き方が違います"
            ]
        );
        let nameless = "base_url: https://大阪.example.jp/\nidentity: {since: 2027}";
        assert_eq!(
            codes(|findings| assert!(tag(nameless, findings).is_none())),
            ["setting-missing 「identity」がありません"]
        );
    }

    #[test]
    fn faults_of_settings_are_named() {
        let text = "title: 見本\nbase_url: example.jp\ntitel: 見本\nmunicipality: {name: 市, office: 課}\ntopics:\n  - {id: acp}\n";
        assert_eq!(
            codes(|findings| assert!(site(text, SourceId(0), findings).is_none())),
            [
                "setting-unknown 「titel」という設定はありません",
                "setting-invalid 「base_url」の書き方が違います",
                "setting-missing 「contacts」がありません",
                "setting-missing 「name」がありません"
            ]
        );
        let text = "name: 北区\nreading: きたく\noffice: 北区役所\ncontacts:\n  - {name: 担当}\n";
        let id = Slug::new("kita").expect("a slug");
        assert_eq!(
            codes(|findings| assert!(ward(text, SourceId(0), id, findings).is_some())),
            ["contact-missing 「担当」に連絡する方法がありません"]
        );
        let text = "name: 北区\nreading: きたく\noffice: 北区役所\ncontacts:\n  - {name: 担当, phone: 6313-9986}\n";
        let id = Slug::new("kita").expect("a slug");
        assert_eq!(
            codes(|findings| assert!(ward(text, SourceId(0), id, findings).is_some())),
            ["setting-invalid 「phone」の書き方が違います"]
        );
        let text = "- {word: 往診, reading: オウシン, meaning: 医師が家を訪ねること。}\n";
        assert_eq!(
            codes(|findings| assert!(words(text, findings).is_empty())),
            ["setting-invalid 「reading」の書き方が違います"]
        );
    }
}
