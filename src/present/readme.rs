//! What lies beside the files of a pack for those who open it: what they are, how they may be used, whom to ask.
//!
//! Invariant: it says what the page says, in its words and its order, and nothing about the day of the build.

use crate::model::document::{Attachment, Document};
use crate::model::facet::Reference;
use crate::model::paper::Paper;
use crate::model::site::Site;
use crate::model::teaching::Role;
use crate::present::teaching::{files, newest};
use crate::present::{document as pages, facts, wording};
use crate::text::span::Spanned;
use crate::theme::view::FactView;

/// The text, with line feeds.
pub fn readme(site: &Site, document: &Document, papers: &[Paper]) -> String {
    let parts = [
        Some(title(site, document)),
        old(site, document),
        part("この教材について", about(site, document)),
        part(
            "ファイル",
            papers
                .iter()
                .map(paper_line)
                .chain(files(document).map(|file| file_line(site, document, file))),
        ),
        part("出典", document.facets.references.iter().map(reference)),
        Some(latest(site, document)),
        part("問い合わせ先", contact(site, document)),
        Some(SUMS.to_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join("\n")
}

/// What the list of SHA-256 is for.
const SUMS: &str = "■ ファイルの確かめ方\n\
    SHA256SUMS は、ファイルが公開したときのままかどうかを確かめるための一覧です。\n\
    ふだんは使いません。確かめるときは、このフォルダーで、Linuxでは「sha256sum -c SHA256SUMS」、\n\
    Windowsでは「certutil -hashfile ファイルの名前 SHA256」と入力します。\n";

/// A heading and its lines; `None` without lines.
fn part(heading: &str, lines: impl IntoIterator<Item = String>) -> Option<String> {
    let mut lines = lines.into_iter().peekable();
    lines.peek()?;
    let mut part = format!("■ {heading}\n");
    for line in lines {
        part.push_str(&line);
        part.push('\n');
    }
    Some(part)
}

fn title(site: &Site, document: &Document) -> String {
    let title = wording::marked_title(document);
    let office = site.office_name(document.place);
    let mut lines = format!("{title}\n{office}\n");
    if document.facets.sample {
        lines.push_str(wording::SAMPLE);
        lines.push('\n');
    }
    lines
}

fn old(site: &Site, document: &Document) -> Option<String> {
    document.newest?;
    let newest = newest(site, document);
    Some(format!(
        "これは旧版です。最新の版は「{}」です。\n",
        newest.title
    ))
}

/// The facts of the page, what has several lines as a list, and the day on which they were confirmed.
fn about(site: &Site, document: &Document) -> Vec<String> {
    let mut lines: Vec<String> = facts::facts(site, document).iter().flat_map(fact).collect();
    let days = pages::dates(document, site.settings.style).into_iter();
    lines.extend(days.map(|dated| format!("{}：{}", dated.label, dated.day.label)));
    lines
}

fn fact(fact: &FactView) -> Vec<String> {
    if let [line] = fact.lines.as_slice() {
        let address = line.href.as_ref().filter(|href| **href != line.text);
        let address = address.map(|href| format!(" {href}")).unwrap_or_default();
        return vec![format!("{}{address}", facts::labelled(fact))];
    }
    let items = fact.lines.iter();
    let items = items.map(|line| format!("・{}", facts::in_one_line(line)));
    std::iter::once(format!("{}：", fact.label))
        .chain(items)
        .collect()
}

/// `・slides.pdf：スライド（スライド、PDF）`.
fn paper_line(paper: &Paper) -> String {
    let (name, label, role) = (paper.file_name(), paper.label(), paper.role().label());
    format!("・{name}：{label}（{role}、PDF）")
}

/// `・tebiki.pdf：手洗いの手順（配布資料、PDF、545KB、2ページ）`.
fn file_line(site: &Site, document: &Document, file: &Attachment) -> String {
    let shown = pages::attachment(site, document, file);
    let role = match (file.listed, file.role) {
        (false, _) => "本文の中のファイル",
        (true, Role::Other) => Role::Other.label(),
        (true, role) => role.label(),
    };
    let label = match shown.label == *file.name {
        true => String::new(),
        false => format!("：{}", shown.label),
    };
    let measures = pages::measures(file);
    format!("・{}{label}（{role}、{measures}）", file.name)
}

fn reference(reference: &Spanned<Reference>) -> String {
    let url = reference.value.url.as_ref();
    let url = url.map(|url| format!(" {}", url.as_str()));
    format!("・{}{}", reference.value.text, url.unwrap_or_default())
}

fn latest(site: &Site, document: &Document) -> String {
    let address = site.absolute(&site.own_address(newest(site, document)));
    format!("■ 最新の版\n次のアドレスは、いつも最新の版につながります。\n{address}\n")
}

fn contact(site: &Site, document: &Document) -> Vec<String> {
    let contact = site.contact(document, document.place);
    let words = [&contact.hours, &contact.note];
    let words = words.into_iter().flatten().map(ToString::to_string);
    std::iter::once(wording::contact_line(contact))
        .chain(words)
        .collect()
}
