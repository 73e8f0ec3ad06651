//! One event after another into HTML.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, LinkType, Tag, TagEnd};

use crate::model::body::{Heading, Image, Link};
use crate::model::names::Text;
use crate::parse::markdown::events::Events;
use crate::parse::markdown::headings::Wish;
use crate::parse::markdown::inline::is_full_width;
use crate::parse::markdown::tables::{CAPTION_MARKS, Caption};
use crate::parse::markdown::{OpenHeading, OpenImage, OpenLink, OpenParagraph, Writer, escape};

impl<'a> Writer<'a, '_> {
    pub fn event(&mut self, event: Event<'a>, range: Range<usize>, events: &mut Events<'a>) {
        match event {
            Event::Text(words) if self.open.code => escape::text(&mut self.out, &words),
            Event::Text(words) => self.run.push(&words, range, self.source),
            Event::Html(html) => self.run.push(&html, range, self.source),
            Event::SoftBreak => self.soft_break(range, events),
            Event::End(TagEnd::HtmlBlock) => self.html_block(),
            event => {
                self.flush();
                self.other_event(event, range, events);
            }
        }
    }

    fn other_event(&mut self, event: Event<'a>, range: Range<usize>, events: &mut Events<'a>) {
        match event {
            Event::Start(Tag::HtmlBlock) => self.fresh_line(),
            Event::Start(tag) => {
                self.start(tag, range, events);
                self.open.bases.push(self.open.tags.len());
            }
            Event::End(tag) => {
                let base = self.open.bases.pop().unwrap_or_default();
                self.close_tags(base);
                self.end(tag, events);
            }
            Event::Code(code) => {
                self.html("<code>");
                self.words(&code);
                self.html("</code>");
                self.last = code.chars().next_back();
            }
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::FootnoteReference(label) => self.footnote_mark(&label),
            Event::HardBreak => {
                self.html("<br>\n");
                self.plain.push(" ");
                self.last = None;
            }
            Event::Rule => {
                self.fresh_line();
                self.html("<hr>\n");
            }
            Event::TaskListMarker(is_done) => self.html(if is_done {
                "<input type=\"checkbox\" disabled checked aria-label=\"済\"> "
            } else {
                "<input type=\"checkbox\" disabled aria-label=\"未\"> "
            }),
            // Words are gathered in `event`; formulas are not switched on.
            Event::Text(_)
            | Event::Html(_)
            | Event::SoftBreak
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    /// A line break is no space between two full-width characters.
    fn soft_break(&mut self, range: Range<usize>, events: &mut Events<'a>) {
        let before = self.run.text().chars().next_back().or(self.last);
        let is_wide = |character: Option<char>| character.is_some_and(is_full_width);
        if !(is_wide(before) && is_wide(events.upcoming_character())) {
            self.run.push("\n", range, self.source);
        }
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>, events: &mut Events<'a>) {
        match tag {
            Tag::Paragraph => self.start_paragraph(events),
            Tag::Heading {
                level,
                id,
                classes,
                attrs,
            } => {
                let has_more = !classes.is_empty() || !attrs.is_empty();
                self.start_heading(level, id.as_deref(), &range);
                if has_more {
                    self.remarks.heading_attributes(self.span(&range));
                }
            }
            Tag::BlockQuote(kind) => self.start_quote(kind),
            Tag::CodeBlock(kind) => self.start_code(&kind),
            Tag::List(Some(1)) => self.line("<ol>\n"),
            Tag::List(Some(first)) => self.line(&format!("<ol start=\"{first}\">\n")),
            Tag::List(None) => self.line("<ul>\n"),
            Tag::Item => self.start_item(events),
            Tag::FootnoteDefinition(label) => {
                self.fresh_line();
                let definition = (label.as_ref().into(), self.span(&range), self.out.len());
                self.open.notes.push(definition);
            }
            Tag::DefinitionList => self.line("<dl>\n"),
            Tag::DefinitionListTitle => self.line("<dt>"),
            Tag::DefinitionListDefinition => self.line("<dd>"),
            Tag::Table(alignments) => self.begin_table(alignments, self.span(&range)),
            Tag::TableHead | Tag::TableRow => self.begin_row(),
            Tag::TableCell => self.begin_cell(),
            Tag::Emphasis => self.html("<em>"),
            Tag::Strong => self.html("<strong>"),
            Tag::Strikethrough => self.html("<del>"),
            Tag::Link {
                link_type,
                dest_url,
                title,
                id: _,
            } => {
                let scheme = match link_type {
                    LinkType::Email => "mailto:",
                    _ => "",
                };
                self.start_link(&format!("{scheme}{dest_url}"), &title, &range);
            }
            Tag::Image {
                dest_url, title, ..
            } => self.start_image(&dest_url, &title, &range),
            // Neither is switched on, and HTML blocks are no elements.
            Tag::HtmlBlock | Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd, events: &mut Events<'a>) {
        match tag {
            TagEnd::Paragraph => self.end_paragraph(events),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(None) => self.line("</blockquote>\n"),
            TagEnd::BlockQuote(Some(_)) => self.line("</aside>\n"),
            TagEnd::CodeBlock => {
                self.open.code = false;
                self.html("</code></pre>\n");
            }
            TagEnd::List(true) => self.html("</ol>\n"),
            TagEnd::List(false) => self.html("</ul>\n"),
            TagEnd::Item => self.html("</li>\n"),
            TagEnd::FootnoteDefinition => {
                if let Some((label, span, at)) = self.open.notes.pop() {
                    self.define_footnote(&label, span, at);
                }
            }
            TagEnd::DefinitionList => self.html("</dl>\n"),
            TagEnd::DefinitionListTitle => self.html("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.html("</dd>\n"),
            TagEnd::Table => self.end_table(),
            TagEnd::TableHead | TagEnd::TableRow => {}
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis => self.html("</em>"),
            TagEnd::Strong => self.html("</strong>"),
            TagEnd::Strikethrough => self.html("</del>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            TagEnd::HtmlBlock
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn line(&mut self, html: &str) {
        self.fresh_line();
        self.html(html);
        self.last = None;
    }

    fn start_paragraph(&mut self, events: &mut Events<'a>) {
        self.fresh_line();
        let may_be_caption = matches!(events.peek(0), Some(Event::Text(words))
            if CAPTION_MARKS.iter().any(|mark| words.starts_with(mark)));
        self.open.paragraph = may_be_caption.then(|| OpenParagraph {
            at: self.out.len(),
            words: self.plain.begin(),
        });
        self.html("<p>");
        self.last = None;
    }

    fn end_paragraph(&mut self, events: &mut Events<'a>) {
        if self.out.ends_with("<p>") {
            // Nothing was left of it, for instance because its HTML is not allowed.
            self.out.truncate(self.out.len() - "<p>".len());
            return;
        }
        if let Some(paragraph) = self.open.paragraph.take() {
            let words = self.plain.end(paragraph.words);
            if matches!(events.peek(0), Some(Event::Start(Tag::Table(_)))) {
                let html = self.out.split_off(paragraph.at);
                self.open.caption = Some(caption(&html, &words));
                return;
            }
        }
        self.html("</p>\n");
    }

    fn start_heading(&mut self, level: HeadingLevel, wish: Option<&str>, range: &Range<usize>) {
        let span = self.span(range);
        let id = match wish {
            None => self.heading_ids.numbered(),
            Some(wish) => {
                let marked = self.wish_span(wish, range);
                let (id, answer) = self.heading_ids.wished(wish, marked);
                match answer {
                    Wish::Granted => {}
                    Wish::Malformed => self.remarks.heading_id(marked, wish),
                    Wish::Reserved => self.remarks.heading_id_reserved(marked, wish),
                    Wish::Taken(first) => self.remarks.heading_id_twice(marked, wish, first),
                }
                id
            }
        };
        let level = level as u8;
        // The title of the page is its only h1.
        self.line(&format!("<h{} id=\"{id}\">", level.max(2)));
        let words = self.plain.begin();
        self.open.heading = Some(OpenHeading {
            level,
            id,
            words,
            span,
        });
    }

    /// Where `#wish` stands in the heading, or the whole heading.
    fn wish_span(&self, wish: &str, range: &Range<usize>) -> crate::text::span::Span {
        let whole = self.span(range);
        let written = format!("#{wish}");
        match whole.of(self.source).rfind(&written) {
            Some(at) => whole.part(at..at + written.len()),
            None => whole,
        }
    }

    fn end_heading(&mut self) {
        let Some(heading) = self.open.heading.take() else {
            return;
        };
        self.html(&format!("</h{}>\n", heading.level.max(2)));
        let text = self.plain.end(heading.words);
        self.headings.push(Heading {
            level: heading.level,
            id: heading.id,
            text,
            span: heading.span,
        });
    }

    fn start_quote(&mut self, kind: Option<BlockQuoteKind>) {
        let (name, label) = match kind {
            None => {
                self.line("<blockquote>\n");
                return;
            }
            Some(BlockQuoteKind::Note) => ("note", "補足"),
            Some(BlockQuoteKind::Tip) => ("tip", "ヒント"),
            Some(BlockQuoteKind::Important) => ("important", "大切"),
            Some(BlockQuoteKind::Warning) => ("warning", "注意"),
            Some(BlockQuoteKind::Caution) => ("caution", "危険"),
        };
        self.line(&format!(
            "<aside class=\"k-note k-note--{name}\" role=\"note\">\n<p class=\"k-note__label\">{label}</p>\n"
        ));
    }

    fn start_code(&mut self, kind: &CodeBlockKind<'a>) {
        self.line("<pre tabindex=\"0\"><code");
        if let CodeBlockKind::Fenced(words) = kind
            && let Some(language) = words.split_whitespace().next()
        {
            self.html(" class=\"language-");
            escape::attribute(&mut self.out, language);
            self.html("\"");
        }
        self.html(">");
        self.open.code = true;
    }

    fn start_item(&mut self, events: &mut Events<'a>) {
        let first = match events.peek(0) {
            Some(Event::Start(Tag::Paragraph)) => 1,
            _ => 0,
        };
        let is_task = matches!(events.peek(first), Some(Event::TaskListMarker(_)));
        self.line(if is_task {
            "<li class=\"k-task\">"
        } else {
            "<li>"
        });
    }

    fn start_link(&mut self, target: &str, title: &str, range: &Range<usize>) {
        if self.open.image.is_some() {
            return;
        }
        let index = self.add_link(target, range, false);
        self.html("<a href=\"");
        self.hole(index);
        self.html("\"");
        if !title.is_empty() {
            self.html(" title=\"");
            escape::attribute(&mut self.out, title);
            self.html("\"");
        }
        self.html(">");
        let words = self.plain.begin();
        self.open.link = Some(OpenLink { index, words });
    }

    fn add_link(&mut self, target: &str, range: &Range<usize>, is_image: bool) -> usize {
        let index = self.links.len();
        self.links.push(Link {
            target: target.into(),
            text: "".into(),
            span: self.span(range),
            is_image,
        });
        index
    }

    fn end_link(&mut self) {
        if self.open.image.is_some() {
            return;
        }
        self.html("</a>");
        if let Some(open) = self.open.link.take() {
            let text = self.plain.end(open.words);
            if let Some(link) = self.links.get_mut(open.index) {
                link.text = text;
            }
        }
    }

    fn start_image(&mut self, target: &str, title: &str, range: &Range<usize>) {
        if let Some(image) = &mut self.open.image {
            image.depth += 1;
            return;
        }
        let index = self.add_link(target, range, true);
        self.html("<img src=\"");
        self.hole(index);
        self.html("\" alt=\"");
        self.open.image = Some(OpenImage {
            index,
            depth: 0,
            words: self.plain.begin(),
            title: title.into(),
            span: self.span(range),
        });
    }

    fn end_image(&mut self) {
        match self.open.image.take() {
            Some(mut image) if image.depth > 0 => {
                image.depth -= 1;
                self.open.image = Some(image);
            }
            Some(image) => self.finish_image(image),
            None => {}
        }
    }

    fn finish_image(&mut self, image: OpenImage) {
        let alt = self.plain.end(image.words);
        escape::attribute(&mut self.out, &alt);
        self.html("\"");
        if !image.title.is_empty() {
            self.html(" title=\"");
            escape::attribute(&mut self.out, &image.title);
            self.html("\"");
        }
        self.html(" loading=\"lazy\">");
        self.last = None;
        if let Some(link) = self.links.get_mut(image.index) {
            link.text = alt.clone();
        }
        self.images.push(Image {
            alt,
            span: image.span,
        });
    }
}

/// The caption in a paragraph that has been written as far as its last word.
fn caption(html: &str, words: &str) -> Caption {
    let strip = |text: &str| -> Option<String> {
        let rest = CAPTION_MARKS
            .iter()
            .find_map(|mark| text.strip_prefix(mark))?;
        Some(rest.trim().to_owned())
    };
    let html = html.strip_prefix("<p>").unwrap_or(html);
    Caption {
        html: strip(html).unwrap_or_default(),
        text: strip(words).and_then(|words| Text::new(&words)),
    }
}
