//! Keeps where the words of a text stand, by passage, for the rules that look at what is read and not at how it is marked up.
//!
//! Invariant: a passage has at least one part, and parts are in the order of the source.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Tag, TagEnd};

use crate::model::body::{Part, PartKind, Passage, Role};
use crate::text::span::Span;

#[derive(Debug, Default)]
pub struct Passages {
    done: Vec<Passage>,
    open: Option<Passage>,
    /// What the open blocks make of words, the innermost last.
    roles: Vec<Role>,
    strong: usize,
    links: usize,
    images: usize,
}

impl Passages {
    pub fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Strong => self.strong += 1,
            Tag::Link { .. } => self.links += 1,
            Tag::Image { .. } => {
                self.part(PartKind::Image, range);
                self.images += 1;
            }
            Tag::Emphasis | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {}
            // Raw HTML is no passage, and its end is not an event of its own here.
            Tag::HtmlBlock => self.close(),
            block => {
                self.close();
                let around = self.role();
                self.roles.push(role(block, around));
            }
        }
    }

    /// Says that the block just begun is what a speaker says.
    pub fn is_spoken(&mut self) {
        if let Some(role) = self.roles.last_mut() {
            *role = Role::Script;
        }
    }

    pub fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link => self.links = self.links.saturating_sub(1),
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::Emphasis
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::HtmlBlock => {}
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell
            | TagEnd::MetadataBlock(_) => {
                self.close();
                self.roles.pop();
            }
        }
    }

    pub fn part(&mut self, kind: PartKind, range: &Range<usize>) {
        // The description of an image is not read where the words of the passage are.
        if self.images > 0 {
            return;
        }
        let part = Part {
            span: Span::new(range.clone()),
            kind,
            strong: self.strong > 0,
            linked: self.links > 0,
        };
        let role = self.role();
        let open = self.open.get_or_insert_with(|| Passage {
            role,
            parts: Vec::new(),
        });
        match open.parts.last_mut() {
            // pulldown-cmark hands words over in pieces.
            Some(last) if joins(*last, part) => last.span.end = part.span.end,
            _ => open.parts.push(part),
        }
    }

    pub fn finish(mut self) -> Vec<Passage> {
        self.close();
        self.done
    }

    fn close(&mut self) {
        self.done.extend(self.open.take());
    }

    fn role(&self) -> Role {
        self.roles.last().copied().unwrap_or(Role::Paragraph)
    }
}

fn joins(last: Part, next: Part) -> bool {
    let is_words = last.kind == PartKind::Words && next.kind == PartKind::Words;
    let is_alike = last.strong == next.strong && last.linked == next.linked;
    is_words && is_alike && last.span.end == next.span.start
}

/// What a block makes of its words; a paragraph is what it stands in.
fn role(block: &Tag<'_>, around: Role) -> Role {
    match block {
        Tag::Heading { .. } => Role::Heading,
        Tag::BlockQuote(None) => Role::Quotation,
        Tag::BlockQuote(Some(
            BlockQuoteKind::Note
            | BlockQuoteKind::Tip
            | BlockQuoteKind::Important
            | BlockQuoteKind::Warning
            | BlockQuoteKind::Caution,
        )) => Role::Paragraph,
        Tag::Item if around == Role::Script => Role::Script,
        Tag::Item => Role::Item,
        Tag::FootnoteDefinition(_) => Role::Note,
        Tag::DefinitionListTitle => Role::Term,
        Tag::DefinitionListDefinition => Role::Description,
        Tag::TableHead => Role::Header,
        Tag::TableRow => Role::Cell,
        Tag::Paragraph
        | Tag::CodeBlock(_)
        | Tag::HtmlBlock
        | Tag::List(_)
        | Tag::DefinitionList
        | Tag::Table(_)
        | Tag::TableCell
        | Tag::Emphasis
        | Tag::Strong
        | Tag::Strikethrough
        | Tag::Superscript
        | Tag::Subscript
        | Tag::Link { .. }
        | Tag::Image { .. }
        | Tag::MetadataBlock(_) => around,
    }
}
