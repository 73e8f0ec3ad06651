//! The events of pulldown-cmark with the option to look ahead.
//!
//! Invariant: ranges count from the beginning of the whole text, not from the end of the front matter.

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag, TagEnd};

pub struct Events<'a> {
    inner: OffsetIter<'a>,
    ahead: VecDeque<(Event<'a>, Range<usize>)>,
    start: usize,
}

impl<'a> Events<'a> {
    pub fn new(text: &'a str, start: usize) -> Self {
        let markdown = text.get(start..).unwrap_or_default();
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_DEFINITION_LIST
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_GFM;
        Self {
            inner: Parser::new_ext(markdown, options).into_offset_iter(),
            ahead: VecDeque::new(),
            start,
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
        let (event, range) = self.inner.next()?;
        Some((event, range.start + self.start..range.end + self.start))
    }
}
