//! Whether a flyer certainly fits its page, so that nobody need set it to know. Setting one costs more than everything else that is
//! known of a document, and most flyers are far from the end of their page.
//!
//! Invariant: an estimate at the smallest type of the design, which rounds everything up; what it calls short fits, as a test shows.

use crate::model::flyer::FlyerDesign;
use crate::present::facts::in_one_line;
use crate::theme::view::print::{
    Block, FlyerView, Inline, PrintedFact, PrintedLine, PrintedList, Term,
};

/// A page of the standard theme, at the smallest type of its design.
struct Page {
    /// Letters in a full line.
    width: f64,
    /// Lines from top to bottom as they are counted here, which is more than they take: real flyers are 9 to 12 pt high for each line that
    /// is counted in type of 12 pt, and a page is 768 pt high.
    height: f64,
    /// How much of a line the facts have.
    facts: f64,
}

impl Page {
    fn of(design: FlyerDesign) -> Self {
        match design {
            FlyerDesign::Standard => Self {
                width: 42.0,
                height: 60.0,
                facts: 0.8,
            },
            FlyerDesign::Large => Self {
                width: 32.0,
                height: 45.0,
                facts: 0.76,
            },
            FlyerDesign::FaxForm => Self {
                width: 43.0,
                height: 33.0,
                facts: 0.46,
            },
        }
    }

    /// How high words are that fill lines of `width` letters in type of `size`, 1 for plain words.
    fn lines(&self, words: &str, width: f64, size: f64) -> f64 {
        let letters = words.chars().count() as f64;
        (letters * size / width).ceil().max(1.0) * size
    }

    fn facts(&self, facts: &[PrintedFact]) -> f64 {
        let width = self.facts * self.width;
        let row = |fact: &PrintedFact| {
            let height = |line: &PrintedLine| {
                let size = if line.strong { 1.35 } else { 1.0 };
                // Days and times are kept whole, so that a line may stay half empty.
                let torn = if line.words.parts.is_empty() {
                    0.0
                } else {
                    size
                };
                self.lines(&in_one_line(&line.words), width, size) + torn
            };
            fact.lines.iter().map(height).sum::<f64>() + 0.7
        };
        facts.iter().map(row).sum()
    }

    /// How high a text is in lines of `width` letters.
    fn blocks(&self, blocks: &[Block], width: f64) -> f64 {
        let lines =
            |words: &[Inline], width: f64| (letters(words) as f64 / width.max(4.0)).ceil().max(1.0);
        let inner = width - 3.0;
        let block = |block: &Block| match block {
            Block::Heading { words, .. } => 1.2 * lines(words, width / 1.2) + 1.2,
            Block::Paragraph { words } => lines(words, width) + 0.5,
            Block::List { items, .. } => {
                let items = items.iter().map(|item| self.blocks(item, inner));
                items.sum::<f64>() + 0.5
            }
            Block::Terms { terms } => {
                let term =
                    |term: &Term| lines(&term.words, width) + self.blocks(&term.blocks, inner);
                terms.iter().map(term).sum::<f64>() + 0.5
            }
            Block::Table(table) => {
                let cell = width / table.columns.max(1) as f64 - 1.5;
                let row = |cells: &[Vec<Inline>]| {
                    let heights = cells.iter().map(|words| lines(words, cell));
                    heights.fold(1.0, f64::max) + 0.7
                };
                let rows = table.rows.iter().map(|of| row(&of.cells));
                rows.sum::<f64>() + row(&table.header) + 2.5
            }
            Block::Aside { blocks } => self.blocks(blocks, inner) + 0.7,
            Block::Code { text } => text.lines().count() as f64 * 2.0 + 1.0,
        };
        blocks.iter().map(block).sum()
    }

    fn list(&self, list: &PrintedList, width: f64) -> f64 {
        let items = list.items.iter();
        let items = items.map(|item| self.lines(item, width - 2.0, 1.0));
        items.sum::<f64>() + 1.9
    }
}

pub fn is_short(view: &FlyerView, design: FlyerDesign) -> bool {
    let page = Page::of(design);
    let whole = page.width;
    let plain = |words: &str| page.lines(words, whole, 1.05);
    let title = page.lines(&view.title, 0.8 * whole, 2.1) + 2.0;
    let lead = view.lead.as_deref().map_or(0.0, |lead| plain(lead) + 0.6);
    // Beside the code, each on a line of its own.
    let contact = &view.contact;
    let email = contact.email.as_ref().map(|email| &email.label);
    let details = [
        email,
        contact.hours.as_ref(),
        contact.note.as_ref(),
        contact.fax.as_ref(),
    ];
    let beside = |words: &String| page.lines(words, 0.7 * whole, 1.0);
    let details: f64 = details.into_iter().flatten().map(beside).sum();
    // The heading, the name, the telephone, the address of the page in three lines, and the frame.
    let ask = details + page.lines(&contact.name, 0.7 * whole, 1.0) + 8.5;
    let organizers = view.organizers.join("　");
    let rest = page.facts(&view.facts) + page.lines(&organizers, 0.85 * whole, 1.0) + 1.0;
    let lists: f64 = match design {
        // Beside the facts, so only what is higher than them adds anything.
        FlyerDesign::FaxForm => {
            let beside = view.lists.iter().map(|list| page.list(list, 0.36 * whole));
            (beside.sum::<f64>() - page.facts(&view.facts)).max(0.0)
        }
        // Two side by side: no row is higher than both of its lists together.
        FlyerDesign::Standard | FlyerDesign::Large => {
            let all = view.lists.iter().map(|list| page.list(list, 0.46 * whole));
            all.sum()
        }
    };
    let state = view.state.as_ref().map_or(0.0, |state| {
        let note = state.note.as_deref().unwrap_or_default();
        page.lines(note, 0.8 * whole, 1.0) + 2.5
    });
    let body = page.blocks(&view.body, whole);
    1.5 + title + state + lead + rest + body + lists + ask <= page.height
}

/// How many letters there are in words.
fn letters(words: &[Inline]) -> usize {
    let count = |word: &Inline| match word {
        Inline::Text { text } => text.chars().count(),
        Inline::Strong { words } | Inline::Emphasis { words } | Inline::Link { words, .. } => {
            letters(words)
        }
        // What follows begins a line.
        Inline::Break => 40,
    };
    words.iter().map(count).sum()
}
