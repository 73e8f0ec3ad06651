//! Markdown (part of phase `parse`): the text of one manuscript in, a `Body` of finished HTML with holes for addresses out.
//!
//! The steps: refuse texts nested too deeply · see to it that emphasis is read as East Asian text needs · walk the events of pulldown-cmark
//! once · gather neighbouring words into a run, in which ruby, bare addresses and unread `**` are found · let raw HTML pass only by the
//! allow-list · move notes to the end.
//!
//! Invariant: pulldown-cmark is named only here and below, ammonia only in `sanitize`.
//! Invariant: `Writer::out` is balanced HTML in which NUL occurs only around the number of a hole and the mark of a break, because
//! `escape` never writes one.

mod blocks;
mod escape;
mod events;
mod flanking;
mod footnotes;
mod headings;
mod inline;
mod links;
mod nesting;
mod passages;
mod raw;
mod remarks;
mod run;
mod runs;
mod sanitize;
mod shadow;
mod tables;

use std::ops::Range;

use crate::diag::Findings;
use crate::model::body::{Body, Heading, Hole, Image, Link, Piece, Ruby, Table};
use crate::text::span::Span;

use events::Events;
use footnotes::Footnotes;
use headings::Headings;
use passages::Passages;
use raw::OpenTag;
use remarks::Remarks;
use run::Run;
use shadow::Shadow;
use tables::{Caption, OpenTable, TableLabels};

/// Parses `text` from byte `start`, where the front matter has ended; every span counts from the beginning of `text`.
pub fn body(text: &str, start: usize, findings: &mut Findings) -> Body {
    let mut remarks = Remarks::new(findings);
    if let Some(line) = nesting::too_deep(text, start) {
        remarks.too_deep(Span::new(line));
        return Body::default();
    }
    let shadow = Shadow::new(text, start);
    let mut events = Events::new(&shadow);
    let mut writer = Writer::new(text, remarks);
    while let Some((event, range)) = events.next() {
        writer.event(event, range, &mut events);
    }
    writer.finish()
}

/// What has been written so far, and what is still open.
struct Writer<'a, 'f> {
    source: &'a str,
    remarks: Remarks<'f>,
    out: String,
    /// Words not written yet, because what follows may decide how they are read.
    run: Run,
    /// The last visible character before the run, to judge a line break.
    last: Option<char>,
    plain: Plain,
    links: Vec<Link>,
    images: Vec<Image>,
    headings: Vec<Heading>,
    tables: Vec<Table>,
    passages: Passages,
    rubies: Vec<Ruby>,
    breaks: Vec<Span>,
    heading_ids: Headings,
    footnotes: Footnotes,
    table_labels: TableLabels,
    open: Open,
}

/// Elements whose end has not been met.
#[derive(Default)]
struct Open {
    /// For each open Markdown element, how many raw tags were open when it began.
    bases: Vec<usize>,
    tags: Vec<OpenTag>,
    code: bool,
    heading: Option<OpenHeading>,
    link: Option<OpenLink>,
    image: Option<OpenImage>,
    paragraph: Option<OpenParagraph>,
    table: Option<OpenTable>,
    /// Labels and places of notes being defined.
    notes: Vec<(Box<str>, Span, usize)>,
    /// Finished and waiting for the table that follows at once.
    caption: Option<Caption>,
}

struct OpenHeading {
    level: u8,
    /// The id its author asks for, and where.
    wish: Option<(Box<str>, Span)>,
    /// Where the id goes, which is known when the words are.
    id_at: usize,
    words: usize,
    span: Span,
    is_top: bool,
}

struct OpenLink {
    index: usize,
    words: usize,
}

/// Images inside the description of an image only lend their words, so one is enough.
struct OpenImage {
    index: usize,
    depth: usize,
    words: usize,
    title: Box<str>,
    span: Span,
}

/// A paragraph that may turn out to be the caption of a table.
struct OpenParagraph {
    at: usize,
    words: usize,
}

/// The words of headings, links, images and captions without any markup, kept only while one of them is open.
#[derive(Default)]
struct Plain {
    words: String,
    wanted: usize,
}

impl Plain {
    fn begin(&mut self) -> usize {
        if self.wanted == 0 {
            self.words.clear();
        }
        self.wanted += 1;
        self.words.len()
    }

    fn push(&mut self, words: &str) {
        if self.wanted > 0 {
            self.words
                .extend(words.chars().map(|character| match character {
                    '\n' => ' ',
                    '\0' => char::REPLACEMENT_CHARACTER,
                    _ => character,
                }));
        }
    }

    fn end(&mut self, from: usize) -> Box<str> {
        self.wanted = self.wanted.saturating_sub(1);
        let words = self.words.get(from..).unwrap_or_default();
        words.trim().into()
    }
}

impl<'a, 'f> Writer<'a, 'f> {
    fn new(source: &'a str, remarks: Remarks<'f>) -> Self {
        Self {
            source,
            remarks,
            out: String::with_capacity(source.len() + source.len() / 2),
            run: Run::default(),
            last: None,
            plain: Plain::default(),
            links: Vec::new(),
            images: Vec::new(),
            headings: Vec::new(),
            tables: Vec::new(),
            passages: Passages::default(),
            rubies: Vec::new(),
            breaks: Vec::new(),
            heading_ids: Headings::default(),
            footnotes: Footnotes::default(),
            table_labels: TableLabels::default(),
            open: Open::default(),
        }
    }

    /// The characters of `range` without white space at its end, as pulldown-cmark lets blocks include their line end.
    fn span(&self, range: &Range<usize>) -> Span {
        let written = self.source.get(range.clone()).unwrap_or_default();
        Span::new(range.start..range.start + written.trim_end().len())
    }

    fn html(&mut self, html: &str) {
        if self.open.image.is_none() {
            self.out.push_str(html);
        }
    }

    fn words(&mut self, words: &str) {
        if self.open.image.is_none() {
            escape::text(&mut self.out, words);
        }
        self.plain.push(words);
    }

    fn fresh_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.html("\n");
        }
    }

    /// Writes the place where the address of link `index` goes, between quotes.
    fn hole(&mut self, index: usize) {
        self.out.push_str(&format!("\0{index}\0"));
    }

    /// Whether no block and no tag is open.
    fn is_top(&self) -> bool {
        self.open.bases.is_empty() && self.open.tags.is_empty()
    }

    /// Writes a line across the text, which is a break when it stands alone and is written `---`.
    fn rule(&mut self, range: &Range<usize>) {
        self.close_words();
        self.fresh_line();
        let span = self.span(range);
        if self.is_top() && span.of(self.source).starts_with('-') {
            self.breaks.push(span);
            self.out.push_str(&format!("\0{BREAK_MARK}\0\n"));
        } else {
            self.html("<hr>\n");
        }
    }

    /// Writes the place where kind and size of the file go that link `index` leads to.
    fn file_hole(&mut self, index: usize) {
        self.out.push_str(&format!("\0{FILE_MARK}{index}\0"));
    }

    fn finish(mut self) -> Body {
        self.flush();
        self.close_tags(0);
        self.finish_footnotes();
        let mut body = Body::new(pieces(&self.out));
        body.headings = self.headings;
        body.links = self.links;
        body.images = self.images;
        body.tables = self.tables;
        body.passages = self.passages.finish();
        body.rubies = self.rubies;
        body.breaks = self.breaks;
        body
    }
}

/// Stands before the number of a hole for kind and size of a file.
const FILE_MARK: char = 'f';
/// Stands where a hole would be for a break.
const BREAK_MARK: &str = "-";

/// Cuts the finished text at its holes: every second part between NULs is one.
fn pieces(out: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (index, part) in out.split('\0').enumerate() {
        match filled(part).filter(|_| index % 2 == 1) {
            Some(piece) => pieces.push(piece),
            None if part.is_empty() => {}
            None => pieces.push(Piece::Html(part.into())),
        }
    }
    pieces
}

/// What stands between two NULs.
fn filled(part: &str) -> Option<Piece> {
    if part == BREAK_MARK {
        return Some(Piece::Break);
    }
    let hole = match part.strip_prefix(FILE_MARK) {
        Some(link) => link.parse().ok().map(Hole::File),
        None => part.parse().ok().map(Hole::Target),
    };
    hole.map(Piece::Hole)
}

#[cfg(test)]
mod tests {
    use super::body;
    use crate::diag::{Diagnostic, Findings, Where};
    use crate::model::body::{Body, Hole};
    use crate::text::span::SourceId;
    use proptest::strategy::Strategy;

    fn parse(text: &str) -> (Body, Vec<Diagnostic>) {
        let mut findings = Findings::new(SourceId(0));
        let body = body(text, 0, &mut findings);
        (body, findings.into_vec())
    }

    /// The HTML with the holes shown as `{0}`.
    fn html(text: &str) -> String {
        shown(&parse(text).0)
    }

    fn shown(body: &Body) -> String {
        body.html(|hole, out| match hole {
            Hole::Target(link) => out.push_str(&format!("{{{link}}}")),
            Hole::File(link) => out.push_str(&format!("{{file {link}}}")),
            Hole::Word(_) => panic!("one manuscript knows of no glossary"),
        })
    }

    /// The codes found, each with the characters it marks.
    fn found(text: &str) -> Vec<String> {
        let show = |diagnostic: &Diagnostic| {
            let marked = match &diagnostic.at {
                Where::Text(location) => location.span.of(text),
                Where::File(_) | Where::Path(_) | Where::Cell(_) => "?",
            };
            format!("{}: {marked}", diagnostic.code)
        };
        parse(text).1.iter().map(show).collect()
    }

    fn check(cases: &[(&str, &str)]) {
        for (text, expected) in cases {
            assert_eq!(html(text).trim_end(), *expected, "{text}");
        }
    }

    #[test]
    fn plain_markdown_comes_out_as_pulldown_cmark_writes_it() {
        for text in [
            "a\nb\n\nc",
            "- a\n- b\n  - c\n\n    d\n- e",
            "3. a\n4. b",
            "1. a\n\n   b\n2. c",
            "> a\n> > b\n>\n> - c",
            "*a* **b** ***c*** ~~d~~ `e<f`",
            "a  \nb\\\nc",
            "***\n\na\n\n---",
            "A & B < C > D \"E\" &copy; \\* \\<",
            "Term\n: one\n: two",
        ] {
            let mut expected = String::new();
            let options = pulldown_cmark::Options::ENABLE_STRIKETHROUGH
                | pulldown_cmark::Options::ENABLE_DEFINITION_LIST;
            let events = pulldown_cmark::Parser::new_ext(text, options);
            pulldown_cmark::html::push_html(&mut expected, events);
            assert_eq!(html(text), expected.replace(" />", ">"), "{text}");
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    /// The HTML of every part.
    fn parts(text: &str) -> Vec<String> {
        let body = parse(text).0;
        assert_eq!(body.breaks.len() + 1, body.parts().count(), "{text}");
        let marks = body.breaks.iter().map(|line| line.of(text));
        assert!(marks.clone().all(|mark| mark.starts_with('-')), "{text}");
        let html = |part| crate::model::body::html(part, |_, _| ());
        body.parts().map(|part| html(part).trim().into()).collect()
    }

    #[test]
    fn a_line_of_hyphens_that_stands_alone_parts_a_text() {
        assert_eq!(
            parts("甲\n\n---\n\n## 乙 {#b}\n\n- - -\n"),
            ["<p>甲</p>", "<h2 id=\"b\">乙</h2>", ""]
        );
        for whole in [
            "> 甲\n>\n> ---\n",
            "- 甲\n\n  ---\n",
            "甲\n\n***\n\n乙",
            "甲\n---\n",
        ] {
            assert_eq!(parts(whole).len(), 1, "{whole}");
        }
        assert_eq!(parts("<div>\n\n---\n\n</div>").len(), 1);
    }

    #[test]
    fn a_quotation_that_begins_with_its_mark_is_what_a_speaker_says() {
        use crate::model::body::Role;
        let roles = |text: &str| {
            let passages = parse(text).0.passages.into_iter();
            passages.map(|passage| passage.role).collect::<Vec<_>>()
        };
        let said = "> 台本：はじめます。\n>\n> - 一つめ\n\n本文";
        assert_eq!(roles(said), [Role::Script, Role::Script, Role::Paragraph]);
        assert!(
            html(said).starts_with("<blockquote class=\"k-script\">\n<p>台本：はじめます。</p>")
        );
        for other in ["> 本の台本：はじめます。", "> - 台本：はじめます。"] {
            assert!(!roles(other).contains(&Role::Script), "{other}");
            assert!(html(other).starts_with("<blockquote>\n"), "{other}");
        }
    }

    #[test]
    fn line_breaks_between_full_width_characters_are_no_spaces() {
        check(&[
            ("人生会議\nとは", "<p>人生会議とは</p>"),
            ("人生会議、\r\n「もしも」", "<p>人生会議、「もしも」</p>"),
            ("ACP\nとは", "<p>ACP\nとは</p>"),
            (
                "**人生**\n[会議](/a)",
                "<p><strong>人生</strong><a href=\"{0}\">会議</a></p>",
            ),
            ("人生\n**ACP**", "<p>人生\n<strong>ACP</strong></p>"),
            ("人生  \n会議", "<p>人生<br>\n会議</p>"),
            (
                "葛\u{E0100}\n城〇\u{FE00}\n**区**",
                "<p>葛\u{E0100}城〇\u{FE00}<strong>区</strong></p>",
            ),
            ("사람\n마음", "<p>사람\n마음</p>"),
            ("半角ｶﾅ\nと", "<p>半角ｶﾅと</p>"),
            (
                "人生`会`\n`議`",
                "<p>人生<code>会</code><code>議</code></p>",
            ),
        ]);
    }

    #[test]
    fn ruby_is_written_in_two_ways_and_never_in_code() {
        let ruby = "<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>";
        check(&[
            ("の漢字《かんじ》だ", &format!("<p>の{ruby}だ</p>")),
            ("美｜漢字《かんじ》", &format!("<p>美{ruby}</p>")),
            (
                "｜お年寄り《としより》",
                "<p><ruby>お年寄り<rp>（</rp><rt>としより</rt><rp>）</rp></ruby></p>",
            ),
            ("`漢字《かんじ》`", "<p><code>漢字《かんじ》</code></p>"),
            ("これは《かっこ》", "<p>これは《かっこ》</p>"),
            ("漢字《かんじ", "<p>漢字《かんじ</p>"),
            ("｜漢字", "<p>｜漢字</p>"),
            (
                "**漢字《かんじ》**",
                &format!("<p><strong>{ruby}</strong></p>"),
            ),
            ("漢字《》", "<p>漢字《》</p>"),
        ]);
        assert_eq!(found("の漢字《》"), ["ruby-empty: 漢字《》"]);
        assert_eq!(found("の｜漢《 》"), ["ruby-empty: ｜漢《 》"]);
    }

    #[test]
    fn nothing_of_the_fillers_is_left() {
        check(&[
            (
                "は**「重要」**です`は**「重要」**です`",
                "<p>は<strong>「重要」</strong>です<code>は**「重要」**です</code></p>",
            ),
            (
                "    は**「重要」**です\n\n```は**「重要」**です\nは**「重要」**です\n```",
                "<pre tabindex=\"0\"><code>は**「重要」**です\n</code></pre>\n\
                 <pre tabindex=\"0\"><code class=\"language-は**「重要」**です\">は**「重要」**です\n</code></pre>",
            ),
            (
                "<span lang=\"en\" title=\"は**「重要」**です\">a</span>",
                "<p><span lang=\"en\">a</span></p>",
            ),
            (
                "[a](</は**「重要」**です> \"は**「重要」**です\")",
                "<p><a href=\"{0}\" title=\"は**「重要」**です\">a</a></p>",
            ),
            (
                "甲[^は**「重要」**です]\n\n[^は**「重要」**です]: 乙",
                html("甲[^1]\n\n[^1]: 乙").trim_end(),
            ),
            (
                "[は**「重要」**です]\n\n[は**「重要」**です]: /a",
                "<p><a href=\"{0}\">は<strong>「重要」</strong>です</a></p>",
            ),
            (
                "<div>\nは**「重要」**です\n</div>",
                "<div>\nは**「重要」**です\n</div>",
            ),
            (
                "は**「https://a.jp/~b/」**です",
                "<p>は<strong>「<a class=\"k-address\" href=\"{0}\">https://a.jp/~b/</a>」</strong>です</p>",
            ),
        ]);
        let text = "<https://a.jp/は**「a」**で>[a](/b~「c」~d)[e]\n\n[e]: /は**「a」**で\n";
        let (body, _) = parse(text);
        let targets: Vec<&str> = body.links.iter().map(|link| &*link.target).collect();
        assert_eq!(
            targets,
            ["https://a.jp/は**「a」**で", "/b~「c」~d", "/は**「a」**で"]
        );
        assert_eq!(found("は**「重要」**です## {#a_「b}"), [""; 0]);
    }

    #[test]
    fn places_behind_fillers_are_exact() {
        let text = "は**「甲」**です。**「乙」**と** 丙 **、<font>丁</font>[^a]\n\n## は**「戊」**の{#己}\n";
        assert_eq!(
            found(text),
            [
                "emphasis-broken: **",
                "html-removed: <font>",
                "footnote-missing: [^a]",
                "heading-id: #己"
            ]
        );
        let (_, findings) = parse(text);
        let Where::Text(location) = findings[0].at else {
            panic!("the stars have a place");
        };
        assert_eq!(location.span.range().start, text.find("** 丙").unwrap_or(0));
        let links = "は**「甲」**で[乙](/c)と~10時、https://a.jp/。**「丙」**の![丁](d.png)";
        let (body, _) = parse(links);
        let spans: Vec<&str> = body.links.iter().map(|link| link.span.of(links)).collect();
        assert_eq!(spans, ["[乙](/c)", "https://a.jp/", "![丁](d.png)"]);
    }

    #[test]
    fn one_tilde_strikes_nothing_out() {
        check(&[
            (
                "（~10時）と（12時~）は~~「休み」~~です",
                "<p>（~10時）と（12時~）は<del>「休み」</del>です</p>",
            ),
            ("~甲~ と \\~~甲~", "<p>~甲~ と ~~甲~</p>"),
        ]);
    }

    #[test]
    fn stars_that_stay_in_the_text_are_told() {
        let marked = ["emphasis-broken: **", "emphasis-broken: **"];
        assert_eq!(found("これは** 重要 **です"), marked[..1]);
        assert_eq!(found("これは** 重要 **です\n\n次** も **です"), marked);
        assert_eq!(found("太字**にする"), ["emphasis-broken: **"]);
        assert_eq!(found("3 * 4、`**`"), [""; 0]);
    }

    #[test]
    fn bare_addresses_become_links_that_end_where_the_text_goes_on() {
        let link = |text: &str| {
            let (body, _) = parse(text);
            let targets: Vec<String> = body
                .links
                .iter()
                .map(|link| format!("{} {}", link.target, link.span.of(text)))
                .collect();
            targets.join(" | ")
        };
        let same = |address: &str| format!("{address} {address}");
        assert_eq!(link("https://a.jp/。次"), same("https://a.jp/"));
        assert_eq!(
            link("（https://a.jp/b?c=1&d=2）"),
            same("https://a.jp/b?c=1&d=2")
        );
        assert_eq!(link("(https://a.jp/b_(c)), d"), same("https://a.jp/b_(c)"));
        assert_eq!(link("詳しくはhttps://a.jp/をご覧"), same("https://a.jp/"));
        assert_eq!(link("http://a.jp."), same("http://a.jp"));
        for none in ["`https://a.jp`", "https://。", "xhttps://a.jp", "http"] {
            assert_eq!(link(none), "", "{none}");
        }
        let text = "[https://a.jp](https://b.jp)";
        assert_eq!(link(text), format!("https://b.jp {text}"));
        assert_eq!(
            html("https://a.jp/?b&c"),
            "<p><a class=\"k-address\" href=\"{0}\">https://a.jp/?b&amp;c</a></p>\n"
        );
    }

    #[test]
    fn links_and_images_leave_holes_and_tell_their_words() {
        let text = "[**詳**しい`説明`](/a\\_b \"題\")\n![図の\n説明 [*甲*](x) ![乙](y)](c.png)<mail@example.jp>";
        let (body, findings) = parse(text);
        assert_eq!(
            shown(&body),
            "<p><a href=\"{0}\" title=\"題\"><strong>詳</strong>しい<code>説明</code></a>\n\
             <img src=\"{1}\" alt=\"図の説明 甲 乙\" loading=\"lazy\">\
             <a href=\"{2}\">mail@example.jp</a></p>\n"
        );
        let links: Vec<(&str, &str, bool)> = body
            .links
            .iter()
            .map(|link| (&*link.target, &*link.text, link.is_image))
            .collect();
        assert_eq!(
            links,
            [
                ("/a_b", "詳しい説明", false),
                ("c.png", "図の説明 甲 乙", true),
                ("mailto:mail@example.jp", "mail@example.jp", false),
            ]
        );
        assert_eq!(body.images.len(), 1);
        assert!(body.images[0].span.of(text).starts_with("![図の"));
        assert!(findings.is_empty());
    }

    #[test]
    fn headings_have_stable_ids_and_never_a_second_h1() {
        let text = "# 題\n\n## 人生｜会議《かいぎ》**とは** {#what-is}\n\n### `甲`\n";
        let (body, findings) = parse(text);
        assert_eq!(
            shown(&body).replace("<rp>（</rp><rt>かいぎ</rt><rp>）</rp>", ""),
            "<h2 id=\"h-0474229e\">題</h2>\n\
             <h2 id=\"what-is\">人生<ruby>会議</ruby><strong>とは</strong></h2>\n\
             <h3 id=\"h-60548ffe\"><code>甲</code></h3>\n"
        );
        let headings: Vec<(u8, &str, &str)> = body
            .headings
            .iter()
            .map(|heading| (heading.level, &*heading.id, &*heading.text))
            .collect();
        assert_eq!(
            headings,
            [
                (1, "h-0474229e", "題"),
                (2, "what-is", "人生会議とは"),
                (3, "h-60548ffe", "甲")
            ]
        );
        assert_eq!(body.headings[2].span.of(text), "### `甲`");
        assert!(findings.is_empty());
    }

    #[test]
    fn ids_outlive_other_headings_and_changes_of_markup() {
        let ids = |text: &str| -> Vec<String> {
            let (body, _) = parse(text);
            let ids = body.headings.iter();
            ids.map(|heading| heading.id.to_string()).collect()
        };
        let before = ids("## 会場\n\n## 申込み\n");
        let after = ids("## 日時\n\n### **申込**み\n\n｜会場《かいじょう》\n---\n\n## 会場\n");
        assert_eq!(after[1], before[1]);
        assert_eq!(after[2], before[0]);
        assert_eq!(after[3], format!("{}-2", before[0]));
    }

    #[test]
    fn ids_that_cannot_be_kept_are_told() {
        assert_eq!(found("## 題 {#概要}"), ["heading-id: #概要"]);
        assert_eq!(found("## 題 {#h-0123abcd}"), ["heading-id: #h-0123abcd"]);
        assert_eq!(found("## 題 {#section-2}"), [""; 0]);
        assert_eq!(
            found("## 題 {#a .b onclick=c}"),
            ["heading-id: ## 題 {#a .b onclick=c}"]
        );
        assert_eq!(
            found("## 甲 {#a}\n## 乙 {#a}\r\n"),
            ["heading-id-twice: #a"]
        );
        assert!(!html("## 題 {#a .b onclick=c}").contains("onclick"));
    }

    #[test]
    fn tables_have_captions_scopes_and_a_region() {
        let table = "表：**区**の数\n\n| 区 | 数 | |\n|---|--:|:-:|\n| **北** | 1 | **a** |\n| **西** | 2 | |\n";
        assert_eq!(
            html(table),
            "<div class=\"k-table\" role=\"region\" aria-label=\"区の数\" tabindex=\"0\"><table>\n\
             <caption><strong>区</strong>の数</caption>\n<thead>\n\
             <tr><th scope=\"col\">区</th><th scope=\"col\" class=\"k-align-right\">数</th><td class=\"k-align-center\"></td></tr>\n\
             </thead>\n<tbody>\n\
             <tr><th scope=\"row\">北</th><td class=\"k-align-right\">1</td><td class=\"k-align-center\"><strong>a</strong></td></tr>\n\
             <tr><th scope=\"row\">西</th><td class=\"k-align-right\">2</td><td class=\"k-align-center\"></td></tr>\n\
             </tbody>\n</table></div>\n"
        );
        let (body, _) = parse(table);
        let caption = body.tables[0].caption.as_ref().map(|text| text.as_str());
        assert_eq!(caption, Some("区の数"));
        assert!(!body.tables[0].has_header);
        assert!(body.tables[0].span.of(table).starts_with("| 区"));
    }

    #[test]
    fn a_table_may_lack_caption_header_and_row_headers() {
        let text = "表:題\n\n表：\n\n| | |\n|-|-|\n| **a** b **c** | 1 |\n\n| 甲 |\n|-|\n| **a** |\n| b |\n";
        let (body, _) = parse(text);
        assert_eq!(
            shown(&body),
            "<p>表:題</p>\n<p>表：</p>\n\
             <div class=\"k-table\" role=\"region\" aria-label=\"表\" tabindex=\"0\"><table>\n<tbody>\n\
             <tr><td><strong>a</strong> b <strong>c</strong></td><td>1</td></tr>\n</tbody>\n</table></div>\n\
             <div class=\"k-table\" role=\"region\" aria-label=\"表（2）\" tabindex=\"0\"><table>\n\
             <thead>\n<tr><th scope=\"col\">甲</th></tr>\n</thead>\n<tbody>\n\
             <tr><td><strong>a</strong></td></tr>\n<tr><td>b</td></tr>\n</tbody>\n</table></div>\n"
        );
        let headers: Vec<bool> = body.tables.iter().map(|table| table.has_header).collect();
        assert_eq!(headers, [false, true]);
        assert!(body.tables[0].caption.is_none());
    }

    #[test]
    fn the_first_column_heads_the_rows_where_it_is_marked() {
        let is_head = |text: &str| html(text).contains("<th scope=\"row\">北</th>");
        for marked in [
            "| 区 | 数 |\n|-|-|\n| **北** | 1 |\n| **西** | 2 |\n",
            "| **区** | 数 |\n|-|-|\n| 北 | 1 |\n| 西 | 2 |\n",
            "| | 数 |\n|-|-|\n| 北 | 1 |\n| **西** | 2 |\n",
        ] {
            assert!(is_head(marked), "{marked}");
        }
        for plain in [
            "| 区 | 数 |\n|-|-|\n| **北** | 1 |\n| 西 | 2 |\n",
            "| **区** | **数** |\n|-|-|\n| 北 | 1 |\n",
            "| | |\n|-|-|\n| 北 | 1 |\n",
            "| **区** |\n|-|\n| 北 |\n",
        ] {
            assert!(!is_head(plain), "{plain}");
        }
        assert!(html("| | 数 |\n|-|-|\n| | 1 |\n").contains("<tr><td></td><td>1</td></tr>"));
    }

    #[test]
    fn marked_quotes_become_notes_with_a_label() {
        check(&[(
            "> [!WARNING]\n> 期限に\n> 注意",
            "<aside class=\"k-note k-note--warning\" role=\"note\">\n\
             <p class=\"k-note__label\">注意</p>\n<p>期限に注意</p>\n</aside>",
        )]);
        for (mark, label) in [
            ("NOTE", "補足"),
            ("TIP", "ヒント"),
            ("IMPORTANT", "大切"),
            ("CAUTION", "危険"),
        ] {
            assert!(html(&format!("> [!{mark}]\n> 文")).contains(&format!(">{label}</p>")));
        }
    }

    #[test]
    fn notes_lead_there_and_back() {
        let text = "甲[^a]乙[^b][^a]\n\n[^b]: 二\n[^a]: 一\n\n    続き\n";
        assert_eq!(found(text), [""; 0]);
        let mark = |id: &str, number: usize| {
            format!(
                "<sup class=\"k-footnote-ref\"><a id=\"{id}\" href=\"#fn-{number}\" aria-label=\"注{number}\">注{number}</a></sup>"
            )
        };
        let back = |id: &str, number: usize, place: &str| {
            format!(
                " <a class=\"k-footnotes__back\" href=\"#{id}\" aria-label=\"注{number}から本文へ戻る{place}\">本文へ戻る{place}</a>"
            )
        };
        let expected = [
            "<p>甲",
            &mark("fnref-1", 1),
            "乙",
            &mark("fnref-2", 2),
            &mark("fnref-1-2", 1),
            "</p>\n<section class=\"k-footnotes\" aria-labelledby=\"footnotes\">\n",
            "<h2 id=\"footnotes\" class=\"k-footnotes__title\">注</h2>\n<ol>\n",
            "<li id=\"fn-1\"><p>一</p>\n<p>続き",
            &back("fnref-1", 1, ""),
            &back("fnref-1-2", 1, "（2か所目）"),
            "</p></li>\n<li id=\"fn-2\"><p>二",
            &back("fnref-2", 2, ""),
            "</p></li>\n</ol>\n</section>\n",
        ];
        assert_eq!(html(text), expected.concat());
    }

    #[test]
    fn notes_that_do_not_fit_together_are_told() {
        assert_eq!(found("甲[^a]と\\[^b]"), ["footnote-missing: [^a]"]);
        assert_eq!(found("甲\n\n[^a]: 一\n"), ["footnote-unused: [^a]: 一"]);
        assert!(html("甲\n\n[^a]: 一\n").contains("<li><p>一</p>\n</li>"));
        assert_eq!(
            found("甲[^a]\n\n[^a]: 一\n[^a]: 二\n"),
            ["footnote-twice: [^a]: 二"]
        );
        assert_eq!(found("[^]と[^ a]と`[^b]`"), [""; 0]);
    }

    #[test]
    fn task_lists_say_what_is_done() {
        check(&[(
            "- [x] 甲\n- [ ] 乙",
            "<ul>\n<li class=\"k-task\"><input type=\"checkbox\" disabled checked aria-label=\"済\"> 甲</li>\n\
             <li class=\"k-task\"><input type=\"checkbox\" disabled aria-label=\"未\"> 乙</li>\n</ul>",
        )]);
    }

    #[test]
    fn code_can_be_scrolled_with_the_keyboard() {
        check(&[
            (
                "```sh x\r\na <b\r\n```",
                "<pre tabindex=\"0\"><code class=\"language-sh\">a &lt;b\n</code></pre>",
            ),
            (
                "    a\0",
                "<pre tabindex=\"0\"><code>a\u{FFFD}</code></pre>",
            ),
        ]);
    }

    #[test]
    fn allowed_html_passes_and_is_closed_in_any_case() {
        check(&[
            ("a<br/>b <KBD>c</KBD>", "<p>a<br>b <kbd>c</kbd></p>"),
            (
                "<ruby>漢<rt>かん</ruby>",
                "<p><ruby>漢<rt>かん</rt></ruby></p>",
            ),
            ("*a <sub>b*</sub>", "<p><em>a <sub>b</sub></em></p>"),
            ("a</div></p> b", "<p>a b</p>"),
            (
                "- a <span>b\n  - c</span>",
                "<ul>\n<li>a <span>b</span>\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>",
            ),
            ("<span><kbd>a</span>", "<p><span><kbd>a</kbd></span></p>"),
            ("a <!-- b --> c", "<p>a  c</p>"),
            ("<font>\n", ""),
            ("a<font>", "<p>a</p>"),
            (
                "<div lang=en>\n\n- a\n\n</div>\n\n> <div>\n\nb",
                "<div lang=\"en\">\n<ul>\n<li>a</li>\n</ul>\n</div>\n<blockquote>\n<div>\n</div>\n</blockquote>\n<p>b</p>",
            ),
            (
                "<details>\n<summary>題</summary>\n\n文\n\n</details>",
                "<details><summary>題</summary>\n<p>文</p>\n</details>",
            ),
            (
                "<dl><dt>甲<dd>A &amp; B &nbsp;\n\n文",
                "<dl><dt>甲</dt><dd>A &amp; B &nbsp;\n</dd></dl>\n<p>文</p>",
            ),
            ("<script>\nalert(1)\n</script>", ""),
        ]);
    }

    #[test]
    fn what_is_taken_out_of_html_is_told() {
        assert_eq!(
            found("a <font color=red>b</font>"),
            ["html-removed: <font color=red>"]
        );
        assert_eq!(
            found("<div class=\"a\" style='b'>\n</div>"),
            [
                "html-removed: <div class=\"a\" style='b'>",
                "html-removed: <div class=\"a\" style='b'>"
            ]
        );
        assert_eq!(
            found("> <div\n> id=a>\n> </div>"),
            ["html-removed: <div\n> id=a>"]
        );
        assert_eq!(found("a</div>b"), ["html-removed: </div>"]);
        assert_eq!(found("a <details>b"), ["html-removed: <details>"]);
        assert_eq!(found("a <sub>b"), ["html-unclosed: <sub>"]);
        assert_eq!(found("<a href=x>b</a>"), ["html-removed: <a href=x>"]);
        assert_eq!(
            found("<summary>a</summary>\n"),
            ["html-removed: <summary>", "html-removed: </summary>"]
        );
        assert_eq!(found("<!-- a -->\n\n<br>"), [""; 0]);
    }

    #[test]
    fn every_code_has_a_manuscript_that_shows_it() {
        macro_rules! manuscript {
            ($code:literal) => {
                (
                    $code,
                    include_str!(concat!("../../tests/cases/errors/", $code, "/input.md")),
                )
            };
        }
        for (code, text) in [
            manuscript!("emphasis-broken"),
            manuscript!("footnote-missing"),
            manuscript!("footnote-twice"),
            manuscript!("footnote-unused"),
            manuscript!("heading-id"),
            manuscript!("heading-id-twice"),
            manuscript!("html-removed"),
            manuscript!("html-unclosed"),
            manuscript!("nesting-deep"),
            manuscript!("ruby-empty"),
        ] {
            let (_, markdown) = text.split_at(text.find("\n\n").expect("front matter ends"));
            let codes: Vec<&str> = parse(markdown).1.iter().map(|found| found.code).collect();
            assert!(!codes.is_empty(), "{code}");
            assert!(codes.iter().all(|found| *found == code), "{codes:?}");
        }
    }

    #[test]
    fn the_front_matter_is_not_parsed_and_still_counted() {
        let text = "---\n題名: あ\n---\n**。甲";
        let start = "---\n題名: あ\n---\n".len();
        let mut findings = Findings::new(SourceId(0));
        let parsed = body(text, start, &mut findings);
        assert_eq!(shown(&parsed), "<p>**。甲</p>\n");
        let Some(Where::Text(location)) = findings.into_vec().pop().map(|found| found.at) else {
            panic!("the stars are told");
        };
        assert_eq!(location.span.range(), start..start + 2);
    }

    #[test]
    fn an_empty_text_has_no_pieces() {
        assert!(parse(" \n\r\n").0.is_empty());
    }

    #[test]
    fn hostile_texts_are_finished_soon() {
        let n = 50_000;
        for text in [
            ">".repeat(n),
            format!("{}a\n{}", "> ".repeat(60), "b\n".repeat(n)),
            format!("{}a{}", "- ".repeat(60), "\n".repeat(n)),
            "[".repeat(n),
            "[^".repeat(n),
            "[a](".repeat(n),
            format!("{}{}", "![".repeat(n), "](a)".repeat(n)),
            "**。a".repeat(n),
            "**。a**\n".repeat(n),
            "*a ".repeat(n),
            format!("{}{}", "*a ".repeat(n), "b*".repeat(n)),
            "漢《".repeat(n),
            "｜漢".repeat(n),
            "https://".repeat(n),
            format!("https://a{}", ")".repeat(n)),
            "<span>".repeat(n),
            format!("{}{}", "a<span>".repeat(n), "</kbd>".repeat(n)),
            "<a \"".repeat(n),
            format!("<div>{}", "< \"".repeat(n)),
            "a<!--".repeat(n),
            "<div>\n\n".repeat(n),
            "<details><summary>".repeat(n),
            "a\n".repeat(n) + &"<b".repeat(n),
            format!(
                "{}\n{}\n{}",
                "|a".repeat(100),
                "|-".repeat(100),
                "|\n".repeat(n)
            ),
            "a[^1]".repeat(n) + "\n\n[^1]: b",
            (0..n).map(|i| format!("[^{i}]: a[^{i}]\n")).collect(),
            "a\n: b\n\n".repeat(n),
            "# a {#b}\n".repeat(n),
            "&".repeat(n) + &"\\".repeat(n),
            "\0".repeat(n),
            "表：a\n| a |\n|-|\n".repeat(n),
        ] {
            let (body, findings) = parse(&text);
            assert_eq!(imbalance(&shown(&body)), None, "{:?}", text.get(..21));
            assert!(findings.len() <= 200);
        }
    }

    const BLOCKS: &[&str] = &[
        "p",
        "div",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "blockquote",
        "details",
        "summary",
        "pre",
        "section",
        "aside",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "caption",
        "tr",
        "th",
        "td",
        "thead",
        "tbody",
    ];
    /// What holds words only.
    const WORDS: &[&str] = &[
        "p", "h2", "h3", "h4", "h5", "h6", "a", "strong", "em", "del", "span", "sub", "kbd",
        "ruby", "rt", "dt", "summary", "caption", "code",
    ];

    /// What is wrong with the nesting of `html`.
    fn imbalance(html: &str) -> Option<String> {
        let mut open: Vec<&str> = Vec::new();
        let mut rest = html;
        while let Some((_, after)) = rest.split_once('<') {
            let mut quoted = false;
            let is_end = |byte: u8| {
                quoted ^= byte == b'"';
                byte == b'>' && !quoted
            };
            let Some(end) = after.bytes().position(is_end) else {
                return Some(format!("unfinished tag: {after}"));
            };
            let tag = &after[..end];
            rest = &after[end + 1..];
            let name = tag.split(' ').next().unwrap_or_default();
            let holds_words = |open: &&str| WORDS.contains(open);
            if BLOCKS.contains(&name) && open.iter().any(holds_words) {
                return Some(format!("<{name}> among words in {open:?}"));
            }
            if name == "a" && open.contains(&"a") {
                return Some("a link in a link".to_owned());
            }
            match name.strip_prefix('/') {
                Some(name) if open.pop() != Some(name) => return Some(format!("stray </{name}>")),
                Some(_) => {}
                None if matches!(name, "br" | "hr" | "img" | "input" | "wbr") => {}
                None if !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
                    return Some(format!("odd tag: {tag}"));
                }
                None => open.push(name),
            }
        }
        (!open.is_empty()).then(|| format!("never closed: {open:?}"))
    }

    /// What hostile manuscripts are put together from.
    const PIECES: &[&str] = &[
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "  \n",
        "    ",
        "> ",
        "- ",
        "1. ",
        "# ",
        "## ",
        "{#a}",
        "|",
        "|-|-|\n",
        "| a | b |\n|--|:-:|\n",
        "表：",
        "**",
        "*",
        "_",
        "~",
        "~~",
        "\u{FE0E}",
        "\u{E000}",
        "\u{1680}",
        "`",
        "```\n",
        "[",
        "]",
        "(",
        ")",
        "](b)",
        "![",
        "[^a]",
        "[^a]: ",
        "[^",
        "> [!NOTE]\n",
        "- [x] ",
        "\n: ",
        "｜",
        "《",
        "》",
        "漢字",
        "かな",
        "「",
        "」",
        "。",
        "A",
        "https://a.jp/",
        "&amp;",
        "&#0;",
        "&",
        "\\",
        "\0",
        "\"",
        "<",
        ">",
        "</",
        "<div>",
        "</div>",
        "<div lang=\"en\">",
        "<span>",
        "</span>",
        "<br>",
        "<details><summary>",
        "</details>",
        "<ruby>",
        "<rt>",
        "</ruby>",
        "<dl>",
        "<dt>",
        "<dd>",
        "<b onclick=\"x\">",
        "<script>",
        "</script>",
        "<style>",
        "<!--",
        "-->",
        "<a href='x",
        "<p>",
        "</p>",
        "<table>",
        "<img src=x>",
        "---\n",
        "\t",
        "é",
        "👪",
    ];

    fn manuscripts() -> impl Strategy<Value = String> {
        let pieces = proptest::sample::select(PIECES);
        proptest::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config { failure_persistence: None, cases: 1000, ..Default::default() })]
        #[test]
        fn any_text_gives_balanced_html_with_proper_holes(text in manuscripts()) {
            let (body, findings) = parse(&text);
            proptest::prop_assert_eq!(imbalance(&shown(&body)), None);
            let mut holes = Vec::new();
            body.html(|hole, _| match hole {
                Hole::Target(link) => holes.push(link),
                Hole::File(link) => assert!(link < body.links.len()),
                Hole::Word(_) => panic!("one manuscript knows of no glossary"),
            });
            proptest::prop_assert!(holes.iter().all(|hole| *hole < body.links.len()));
            proptest::prop_assert_eq!(holes.len(), body.links.len());
            for finding in findings {
                let Where::Text(location) = finding.at else { panic!("every finding has a place") };
                proptest::prop_assert!(text.get(location.span.range()).is_some());
            }
            for span in body.links.iter().map(|link| link.span).chain(body.headings.iter().map(|heading| heading.span)) {
                proptest::prop_assert!(text.get(span.range()).is_some());
            }
        }
    }
}
