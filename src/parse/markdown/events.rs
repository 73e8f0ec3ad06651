//! The events of pulldown-cmark with the option to look ahead.
//!
//! Invariant: events and their ranges are those of the file; neither shows that a shadow was parsed or that front matter was passed over.

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, OffsetIter, Options, Parser, Tag, TagEnd};

use crate::parse::markdown::shadow::Shadow;

pub struct Events<'a> {
    inner: OffsetIter<'a>,
    ahead: VecDeque<(Event<'a>, Range<usize>)>,
    shadow: &'a Shadow<'a>,
}

/// What is read besides CommonMark.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM);

/// Where the tables of `text` are.
pub fn tables(text: &str) -> Vec<Range<usize>> {
    let events = Parser::new_ext(text, OPTIONS).into_offset_iter();
    events
        .filter(|(event, _)| matches!(event, Event::Start(Tag::Table(_))))
        .map(|(_, range)| range)
        .collect()
}

impl<'a> Events<'a> {
    pub fn new(shadow: &'a Shadow<'a>) -> Self {
        Self {
            inner: Parser::new_ext(shadow.text(), OPTIONS).into_offset_iter(),
            ahead: VecDeque::new(),
            shadow,
        }
    }

    pub fn next(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        self.ahead.pop_front().or_else(|| self.read())
    }

    /// The event `count` after the next one.
    pub fn peek(&mut self, count: usize) -> Option<&Event<'a>> {
        while self.ahead.len() <= count {
            let event = self.read()?;
            self.ahead.push_back(event);
        }
        self.ahead.get(count).map(|(event, _)| event)
    }

    /// The next visible character of the same block.
    pub fn upcoming_character(&mut self) -> Option<char> {
        let mut count = 0;
        loop {
            match self.peek(count)? {
                Event::Text(words) | Event::Code(words) => return words.chars().next(),
                // It is shown as 注1.
                Event::FootnoteReference(_) => return Some('注'),
                Event::InlineHtml(_)
                | Event::Start(
                    Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. },
                )
                | Event::End(
                    TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link,
                ) => count += 1,
                _ => return None,
            }
        }
    }

    fn read(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        loop {
            let (event, range) = self.inner.next()?;
            let event = self.shadow.event(event);
            // Nothing is left of words that were nothing but fillers.
            if !matches!(&event, Event::Text(words) if words.is_empty()) {
                return Some((event, self.shadow.range(&range)));
            }
        }
    }
}

impl Shadow<'_> {
    /// `event` without fillers.
    fn event<'e>(&self, event: Event<'e>) -> Event<'e> {
        if !self.has_fillers() {
            return event;
        }
        match event {
            Event::Start(tag) => Event::Start(self.tag(tag)),
            Event::Text(words) => Event::Text(self.words(words)),
            Event::Code(words) => Event::Code(self.words(words)),
            Event::InlineMath(words) => Event::InlineMath(self.words(words)),
            Event::DisplayMath(words) => Event::DisplayMath(self.words(words)),
            Event::Html(words) => Event::Html(self.words(words)),
            Event::InlineHtml(words) => Event::InlineHtml(self.words(words)),
            Event::FootnoteReference(label) => Event::FootnoteReference(self.words(label)),
            event @ (Event::End(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::TaskListMarker(_)) => event,
        }
    }

    fn tag<'e>(&self, tag: Tag<'e>) -> Tag<'e> {
        let pair = |(name, value): (CowStr<'e>, Option<CowStr<'e>>)| {
            (self.words(name), value.map(|value| self.words(value)))
        };
        match tag {
            Tag::Heading {
                level,
                id,
                classes,
                attrs,
            } => Tag::Heading {
                level,
                id: id.map(|id| self.words(id)),
                classes: classes.into_iter().map(|class| self.words(class)).collect(),
                attrs: attrs.into_iter().map(pair).collect(),
            },
            Tag::CodeBlock(CodeBlockKind::Fenced(words)) => {
                Tag::CodeBlock(CodeBlockKind::Fenced(self.words(words)))
            }
            Tag::FootnoteDefinition(label) => Tag::FootnoteDefinition(self.words(label)),
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            } => Tag::Link {
                link_type,
                dest_url: self.words(dest_url),
                title: self.words(title),
                id: self.words(id),
            },
            Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            } => Tag::Image {
                link_type,
                dest_url: self.words(dest_url),
                title: self.words(title),
                id: self.words(id),
            },
            tag => tag,
        }
    }

    fn words<'e>(&self, words: CowStr<'e>) -> CowStr<'e> {
        self.cleaned(&words).map_or(words, CowStr::from)
    }
}
