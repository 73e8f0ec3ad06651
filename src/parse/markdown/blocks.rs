//! One event after another into HTML.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, LinkType, Tag, TagEnd};

use crate::model::body::{Heading, PartKind};
use crate::model::lesson::SCRIPT_MARKS;
use crate::model::names::Text;
use crate::parse::markdown::events::Events;
use crate::parse::markdown::headings::Wish;
use crate::parse::markdown::inline::last_visible;
use crate::parse::markdown::tables::{CAPTION_MARKS, Caption};
use crate::parse::markdown::{OpenHeading, OpenParagraph, Writer, escape};
use crate::text::script::is_full_width;
use crate::text::span::Span;

impl<'a> Writer<'a, '_> {
    pub fn event(&mut self, event: Event<'a>, range: Range<usize>, events: &mut Events<'a>) {
        match event {
            Event::Text(words) if self.open.code => escape::text(&mut self.out, &words),
            Event::Text(words) => {
                let kind = match self.source.get(range.clone()) == Some(&*words) {
                    true => PartKind::Words,
                    false => PartKind::Reference,
                };
                self.passages.part(kind, &range);
                self.run.push(&words, range, self.source);
            }
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
            Event::Start(tag) => {
                self.passages.start(&tag, &range);
                if !is_among_words(&tag) {
                    // Words of a tight item stand beside its blocks, without a paragraph that would end their tags.
                    self.close_words();
                }
                if matches!(tag, Tag::HtmlBlock) {
                    self.fresh_line();
                } else {
                    self.start(tag, range, events);
                    self.open.bases.push(self.open.tags.len());
                }
            }
            Event::End(tag) => {
                self.passages.end(tag);
                let base = self.open.bases.pop().unwrap_or_default();
                self.close_tags(base);
                self.end(tag, events);
            }
            Event::Code(code) => {
                self.passages.part(PartKind::Code, &range);
                self.html("<code>");
                self.words(&code);
                self.html("</code>");
                self.last = last_visible(&code);
            }
            Event::InlineHtml(html) => {
                self.passages.part(PartKind::Tag, &range);
                self.inline_html(&html, range);
            }
            Event::FootnoteReference(label) => {
                self.passages.part(PartKind::Mark, &range);
                self.footnote_mark(&label);
            }
            Event::HardBreak => {
                self.passages.part(PartKind::Break, &range);
                self.html("<br>\n");
                self.plain.push(" ");
                self.last = None;
            }
            Event::Rule => self.rule(&range),
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
        let before = last_visible(self.run.text()).or(self.last);
        let is_wide = |character: Option<char>| character.is_some_and(is_full_width);
        if !(is_wide(before) && is_wide(events.upcoming_character())) {
            self.passages.part(PartKind::Space, &range);
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
            Tag::BlockQuote(kind) => self.start_quote(kind, events),
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
            Tag::TableCell => self.begin_cell(self.span(&range)),
            Tag::Emphasis => self.html("<em>"),
            Tag::Strong => self.html("<strong>"),
            Tag::Strikethrough => self.html("<del>"),
            Tag::Link {
                link_type,
                dest_url,
                title,
                id: _,
            } => match link_type {
                LinkType::Email => self.start_link(&format!("mailto:{dest_url}"), &title, &range),
                _ => self.start_link(&dest_url, &title, &range),
            },
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
            let is_above_table = matches!(events.peek(0), Some(Event::Start(Tag::Table(_))));
            if let Some(text) = caption_words(&words).and_then(Text::new)
                && is_above_table
            {
                let html = self.out.split_off(paragraph.at);
                let html = html.strip_prefix("<p>").unwrap_or(&html);
                let html = caption_words(html).unwrap_or(html).to_owned();
                self.open.caption = Some(Caption { html, text });
                return;
            }
        }
        self.html("</p>\n");
    }

    fn start_heading(&mut self, level: HeadingLevel, wish: Option<&str>, range: &Range<usize>) {
        let level = level as u8;
        let is_top = self.is_top();
        self.line(heading_tags(level).0);
        self.open.heading = Some(OpenHeading {
            level,
            wish: wish.map(|wish| (wish.into(), self.wish_span(wish, range))),
            id_at: self.out.len(),
            words: self.plain.begin(),
            span: self.span(range),
            is_top,
        });
        self.html("\">");
    }

    /// Where `#wish` stands in the heading, or the whole heading.
    fn wish_span(&self, wish: &str, range: &Range<usize>) -> Span {
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
        self.html(heading_tags(heading.level).1);
        let text = self.plain.end(heading.words);
        let id = match heading.wish {
            None => self.heading_ids.automatic(&text),
            Some((wish, marked)) => self.wished_id(&wish, marked, &text),
        };
        self.out.insert_str(heading.id_at, &id);
        self.headings.push(Heading {
            level: heading.level,
            id,
            text,
            span: heading.span,
            is_top: heading.is_top,
        });
    }

    fn wished_id(&mut self, wish: &str, marked: Span, words: &str) -> Box<str> {
        let (id, answer) = self.heading_ids.wished(wish, marked, words);
        match answer {
            Wish::Granted => {}
            Wish::Malformed => self.remarks.heading_id(marked, wish),
            Wish::Reserved => self.remarks.heading_id_reserved(marked, wish),
            Wish::Taken(first) => self.remarks.heading_id_twice(marked, wish, first),
        }
        id
    }

    fn start_quote(&mut self, kind: Option<BlockQuoteKind>, events: &mut Events<'a>) {
        let (name, label) = match kind {
            None if is_script(events) => {
                self.passages.is_spoken();
                self.line("<blockquote class=\"k-script\">\n");
                return;
            }
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
}

/// The start tag of a heading as far as its id, and the end tag. The title of the page is its only `h1`.
fn heading_tags(level: u8) -> (&'static str, &'static str) {
    match level {
        0..=2 => ("<h2 id=\"", "</h2>\n"),
        3 => ("<h3 id=\"", "</h3>\n"),
        4 => ("<h4 id=\"", "</h4>\n"),
        5 => ("<h5 id=\"", "</h5>\n"),
        _ => ("<h6 id=\"", "</h6>\n"),
    }
}

/// Whether the quotation that begins is what a speaker says.
fn is_script(events: &mut Events<'_>) -> bool {
    let is_paragraph = matches!(events.peek(0), Some(Event::Start(Tag::Paragraph)));
    let is_marked = |words: &str| SCRIPT_MARKS.iter().any(|mark| words.starts_with(mark));
    is_paragraph && matches!(events.peek(1), Some(Event::Text(words)) if is_marked(words))
}

fn is_among_words(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

/// What follows the mark of a caption.
fn caption_words(paragraph: &str) -> Option<&str> {
    let mark = |mark: &&str| paragraph.strip_prefix(*mark);
    CAPTION_MARKS.iter().find_map(mark).map(str::trim)
}
