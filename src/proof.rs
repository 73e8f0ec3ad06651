//! What only shows when a sheet of paper is set: the site and the theme in, diagnostics out.
//!
//! Invariant: only sheets that may be too long are set here; `present::flyer::is_short` says of all others that they fit.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Where};
use crate::model::document::{Document, DocumentIndex};
use crate::model::flyer::FlyerDesign;
use crate::model::site::Site;
use crate::present::flyer;
use crate::text::span::Location;
use crate::theme::Theme;
use crate::theme::print::{Printer, Sheet};

/// Flyers that may still be handed out and do not fit their page or have letters that cannot be printed, and the lack of a font for any. `is_wanted` says whether anybody looked for fonts.
pub fn flyers(site: &Site, theme: &Theme, is_wanted: bool) -> Vec<Diagnostic> {
    let wanted: Vec<(DocumentIndex, FlyerDesign)> = site
        .documents()
        .filter(|(_, document)| !document.expired && !document.has_ended(site.today))
        .filter_map(|(index, document)| Some((index, document.flyer()?)))
        .collect();
    match theme.printer() {
        Some(printer) => wanted
            .par_iter()
            .flat_map_iter(|(index, design)| proof(site, printer, site.document(*index), *design))
            .collect(),
        None if is_wanted && !wanted.is_empty() => vec![no_font(wanted.len())],
        None => Vec::new(),
    }
}

/// What is wrong with one flyer. A document of the city is looked at with the city's contact; those of wards differ from it by a line or two
/// at most.
fn proof(
    site: &Site,
    printer: &Printer,
    document: &Document,
    design: FlyerDesign,
) -> Vec<Diagnostic> {
    let view = flyer::flyer(site, document, document.place, design);
    let missing = printer.unwritable(&view);
    let missing = (!missing.is_empty()).then(|| unwritable(document, &missing));
    let long = (!flyer::is_short(&view, design)).then(|| {
        let address = site.absolute(&site.own_address(document));
        let sheet = Sheet {
            name: flyer::sheet(design),
            address: &address,
            view: &view,
        };
        // What is wrong with the theme is said when the flyer is made.
        printer.lines_over(&sheet).unwrap_or(0)
    });
    let long = long.filter(|lines| *lines > 0);
    let long = long.map(|lines| too_long(document, design, lines));
    missing.into_iter().chain(long).collect()
}

fn unwritable(document: &Document, letters: &BTreeSet<char>) -> Diagnostic {
    let letters: Vec<String> = letters
        .iter()
        .map(|letter| format!("「{letter}」"))
        .collect();
    let title = format!("ちらしに印刷できない文字があります（{}）", letters.concat());
    Diagnostic::warning("flyer-letter-missing", place(document), title)
        .label("ちらしでは「〓」になります")
        .help("ほかの字か、かなで書いてください。ページでは、そのまま読めます。その文字が入っている日本語のフォントを入れても、印刷できるようになります。")
}

fn too_long(document: &Document, design: FlyerDesign, lines: usize) -> Diagnostic {
    let smaller = match design {
        FlyerDesign::Standard => {
            "「概要」「プログラム」「申込方法」などを短くするか、「ちらし: なし」と書いてください。"
        }
        FlyerDesign::Large => {
            "「ちらし: 標準」にすると、小さな文字で多く入ります。そのままなら、「概要」や「プログラム」などを短くしてください。"
        }
        FlyerDesign::FaxForm => {
            "「ちらし: 標準」にすると、紙の全体を使えます。そのままなら、「概要」や「プログラム」などを短くしてください。"
        }
    };
    let title = format!("ちらしが1枚に収まりません（{lines}行ほど多すぎます）");
    Diagnostic::warning("flyer-too-long", place(document), title)
        .label("いちばん小さな文字にしても、2枚目に続きます")
        .help(smaller)
}

/// Where the manuscript says which flyer it wants, or else its title.
fn place(document: &Document) -> Where {
    let facets = &document.facets;
    let place = facets.flyer.as_ref().map(|choice| choice.span);
    let place = place.or_else(|| facets.title.as_ref().map(|title| title.span));
    place.map_or(Where::File(document.source), |span| {
        let source = document.source;
        Where::Text(Location { source, span })
    })
}

fn no_font(flyers: usize) -> Diagnostic {
    let at = Where::Path("content/".to_owned());
    let title = format!(
        "日本語のフォントが見つからないので、これから配るちらし{flyers}枚などを作りませんでした"
    );
    Diagnostic::warning("font-missing", at, title)
        .help("「BIZ UDPゴシック」を入れてください。Windowsには初めから入っています。Debian や Ubuntu では「apt install fonts-morisawa-bizud-gothic」で入ります。ページはそのまま作れます。")
}
