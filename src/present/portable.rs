//! HTML of a page made fit to be read elsewhere: whole addresses in place of short ones, and nothing that needs the style sheet.
//!
//! Invariant: works on the HTML of this program, which is balanced and has its attributes between double quotes; anything else comes
//! out harmless, as text keeps its escapes and unknown attributes are left out.

use crate::text::escape::escape_into;

/// What means the same in every program. Classes, ids and roles speak to the site's own style sheet and pages.
const KEPT: &[&str] = &[
    "alt", "colspan", "datetime", "height", "href", "lang", "open", "rowspan", "scope", "src",
    "start", "title", "width",
];

/// Where short addresses lead from.
#[derive(Clone, Copy)]
pub struct Base<'a> {
    /// `https://example.jp`.
    pub origin: &'a str,
    /// The page the HTML is of, with scheme and host.
    pub page: &'a str,
}

/// `html` for programs that know nothing of the site. Readings of words are left out, as pages too hide them until they are asked for.
pub fn portable(html: &str, base: Base<'_>) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((words, tag)) = rest.split_once('<') {
        out.push_str(words);
        let (tag, after) = tag.split_at(end_of_tag(tag));
        rest = after.strip_prefix('>').unwrap_or(after);
        match name(tag) {
            "ruby" | "/ruby" | "/rt" | "/rp" => {}
            "rt" | "rp" => rest = rest.find("</r").map_or("", |end| &rest[end..]),
            "input" => task(tag, &mut out),
            _ => copy(tag, base, &mut out),
        }
    }
    out.push_str(rest);
    out
}

/// Where a tag ends; a `>` between quotes ends none.
fn end_of_tag(tag: &str) -> usize {
    let mut is_quoted = false;
    let ends = |(_, sign): &(usize, char)| {
        is_quoted ^= *sign == '"';
        *sign == '>' && !is_quoted
    };
    tag.char_indices()
        .find(ends)
        .map_or(tag.len(), |(at, _)| at)
}

fn name(tag: &str) -> &str {
    let end = tag.find(|sign: char| sign.is_ascii_whitespace());
    tag.split_at(end.unwrap_or(tag.len())).0
}

/// A box of a list of tasks says in words whether it is ticked; programs leave out what belongs to a form.
fn task(tag: &str, out: &mut String) {
    let label = attributes(tag).find(|(name, _)| *name == "aria-label");
    if let Some((_, Some(label))) = label {
        out.push('［');
        out.push_str(label);
        out.push('］');
    }
}

fn copy(tag: &str, base: Base<'_>, out: &mut String) {
    out.push('<');
    out.push_str(name(tag));
    for (name, value) in attributes(tag).filter(|(name, _)| KEPT.contains(name)) {
        out.push(' ');
        out.push_str(name);
        let Some(value) = value else {
            continue;
        };
        out.push_str("=\"");
        match (name, value.as_bytes().first()) {
            ("href" | "src", Some(b'#')) => escape_into(base.page, out),
            ("href" | "src", Some(b'/')) => escape_into(base.origin, out),
            _ => {}
        }
        out.push_str(value);
        out.push('"');
    }
    out.push('>');
}

/// The attributes of a tag, each with its value as it stands between the quotes.
fn attributes(tag: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = &tag[name(tag).len()..];
    std::iter::from_fn(move || {
        rest = rest.trim_ascii_start();
        let end = rest.find(|sign: char| sign == '=' || sign.is_ascii_whitespace());
        let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
        let Some(value) = after.strip_prefix("=\"") else {
            // Without a value; a sign that belongs to none must not hold up the search.
            rest = after.strip_prefix('=').unwrap_or(after);
            return (!name.is_empty() || !rest.is_empty()).then_some((name, None));
        };
        let (value, after) = value.split_once('"').unwrap_or((value, ""));
        rest = after;
        Some((name, Some(value)))
    })
}

#[cfg(test)]
mod tests {
    use super::{Base, portable};

    fn check(html: &str, expected: &str) {
        let base = Base {
            origin: "https://example.jp",
            page: "https://example.jp/kita/guides/start/",
        };
        assert_eq!(portable(html, base), expected, "{html}");
    }

    #[test]
    fn addresses_are_whole() {
        check(
            "<a href=\"/kita/\">北区</a>",
            "<a href=\"https://example.jp/kita/\">北区</a>",
        );
        check(
            "<a href=\"#fn-1\">注1</a>",
            "<a href=\"https://example.jp/kita/guides/start/#fn-1\">注1</a>",
        );
        check(
            "<img src=\"/a.png\" alt=\"a > b\">",
            "<img src=\"https://example.jp/a.png\" alt=\"a > b\">",
        );
        let outside =
            "<a href=\"https://other.jp/?a&amp;b\">外</a><a href=\"tel:0600000000\">電話</a>";
        check(outside, outside);
    }

    #[test]
    fn words_that_look_like_addresses_stay() {
        let code = "<code>&lt;a href=\"/x\"&gt; href=\"#y\"</code>";
        check(code, code);
    }

    #[test]
    fn only_what_every_program_knows_is_left_in_tags() {
        check(
            "<div class=\"k-table\" role=\"region\" tabindex=\"0\"><h2 id=\"a\">見出し</h2></div><details open><br></details>",
            "<div><h2>見出し</h2></div><details open><br></details>",
        );
    }

    #[test]
    fn readings_are_left_out_and_boxes_are_told_in_words() {
        check(
            "かかりつけ<ruby>医<rp>（</rp><rt>い</rt><rp>）</rp></ruby>師",
            "かかりつけ医師",
        );
        check(
            "<li><input type=\"checkbox\" disabled aria-label=\"未\"> 電話</li>",
            "<li>［未］ 電話</li>",
        );
    }

    #[test]
    fn broken_html_ends_the_search() {
        check("a <b class=\"x", "a <b>");
        check("<a = =\"\" href=>x</a>", "<a href>x</a>");
        check("<ruby>字<rt>じ", "字");
        check("<", "<>");
    }
}
