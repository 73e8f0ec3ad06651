//! Texts for paper: the finished HTML of a body in, its blocks and words out.
//!
//! Invariant: every word that a reader of the page sees is in the blocks, in the same order; marks that paper has no use for are not.

use scraper::{ElementRef, Html, Node};

use crate::theme::view::print::{Block, Inline, TableBlock, TableRow, Term};

/// How deep blocks may lie in one another; what is deeper is read as if it were not.
const DEPTH: usize = 12;

/// The blocks of `html`. `origin` is put before addresses that begin at the top of the site.
pub fn blocks(html: &str, origin: &str) -> Vec<Block> {
    let fragment = Html::parse_fragment(html);
    Reader { origin }.blocks(fragment.root_element(), 0)
}

struct Reader<'a> {
    origin: &'a str,
}

impl Reader<'_> {
    /// The blocks in an element; words that stand between them are paragraphs.
    fn blocks(&self, parent: ElementRef<'_>, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut loose = Vec::new();
        for child in parent.children() {
            match ElementRef::wrap(child) {
                Some(element) if is_block(element) && depth < DEPTH => {
                    paragraph(&mut loose, &mut blocks);
                    self.block(element, depth + 1, &mut blocks);
                }
                Some(element) => self.words_of(element, &mut loose),
                None => {
                    if let Node::Text(text) = child.value() {
                        push_text(&mut loose, text);
                    }
                }
            }
        }
        paragraph(&mut loose, &mut blocks);
        blocks
    }

    fn block(&self, element: ElementRef<'_>, depth: usize, blocks: &mut Vec<Block>) {
        match element.value().name() {
            name @ ("h2" | "h3" | "h4" | "h5" | "h6") => {
                let level = name.as_bytes()[1] - b'1';
                let words = self.words(element);
                blocks.push(Block::Heading { level, words });
            }
            "p" => {
                let mut words = self.words(element);
                paragraph(&mut words, blocks);
            }
            name @ ("ul" | "ol") => {
                let start = element
                    .value()
                    .attr("start")
                    .and_then(|start| start.parse().ok());
                let items = elements(element).map(|item| self.blocks(item, depth));
                blocks.push(Block::List {
                    ordered: name == "ol",
                    start: start.unwrap_or(1),
                    items: items.collect(),
                });
            }
            "dl" => blocks.push(Block::Terms {
                terms: self.terms(element, depth),
            }),
            "table" => blocks.extend(self.table(element)),
            "blockquote" => blocks.push(Block::Aside {
                blocks: self.blocks(element, depth),
            }),
            "pre" => blocks.push(Block::Code {
                text: element.text().collect(),
            }),
            "hr" => {}
            _ => blocks.extend(self.blocks(element, depth)),
        }
    }

    fn terms(&self, list: ElementRef<'_>, depth: usize) -> Vec<Term> {
        let mut terms: Vec<Term> = Vec::new();
        for element in elements(list) {
            match (element.value().name(), terms.last_mut()) {
                ("dd", Some(term)) => term.blocks.extend(self.blocks(element, depth)),
                _ => terms.push(Term {
                    words: self.words(element),
                    blocks: Vec::new(),
                }),
            }
        }
        terms
    }

    /// `None` for a table without a cell.
    fn table(&self, table: ElementRef<'_>) -> Option<Block> {
        let named = |element: &ElementRef<'_>, name: &str| element.value().name() == name;
        let all = || table.descendants().filter_map(ElementRef::wrap);
        let caption = all().find(|element| named(element, "caption"));
        let mut header = Vec::new();
        let mut rows = Vec::new();
        for row in all().filter(|element| named(element, "tr")) {
            let cells: Vec<ElementRef<'_>> = elements(row).collect();
            let words: Vec<Vec<Inline>> = cells.iter().map(|cell| self.words(*cell)).collect();
            if header.is_empty() && rows.is_empty() && cells.iter().all(|cell| named(cell, "th")) {
                header = words;
            } else {
                let headed = cells.first().is_some_and(|cell| named(cell, "th"));
                rows.push(TableRow {
                    cells: words,
                    headed,
                });
            }
        }
        let widest = rows.iter().map(|row| row.cells.len()).max();
        let columns = widest.unwrap_or(0).max(header.len());
        for cells in rows.iter_mut().map(|row| &mut row.cells) {
            cells.resize(columns, Vec::new());
        }
        if !header.is_empty() {
            header.resize(columns, Vec::new());
        }
        (columns > 0).then(|| {
            Block::Table(TableBlock {
                caption: caption
                    .map(|caption| caption.text().collect::<String>().trim().to_owned()),
                header,
                rows,
                columns,
            })
        })
    }

    fn words(&self, element: ElementRef<'_>) -> Vec<Inline> {
        let mut words = Vec::new();
        for child in element.children() {
            match (ElementRef::wrap(child), child.value()) {
                (Some(element), _) => self.words_of(element, &mut words),
                (None, Node::Text(text)) => push_text(&mut words, text),
                (None, _) => {}
            }
        }
        words
    }

    /// The words of an element within a line.
    fn words_of(&self, element: ElementRef<'_>, out: &mut Vec<Inline>) {
        let value = element.value();
        match value.name() {
            "strong" | "b" => out.push(Inline::Strong {
                words: self.words(element),
            }),
            "em" | "i" => out.push(Inline::Emphasis {
                words: self.words(element),
            }),
            "br" => out.push(Inline::Break),
            "img" => push_text(out, value.attr("alt").unwrap_or_default()),
            // Brackets take the place of small type above the words.
            "rt" => {
                push_text(out, "（");
                out.extend(self.words(element));
                push_text(out, "）");
            }
            "rp" | "script" | "style" => {}
            "input" => push_text(out, "□ "),
            "a" => self.link(value.attr("href").unwrap_or_default(), element, out),
            _ => out.extend(self.words(element)),
        }
    }

    /// Where a link of the page leads on paper: out of the page, or nowhere.
    fn link(&self, href: &str, element: ElementRef<'_>, out: &mut Vec<Inline>) {
        let words = self.words(element);
        let address = match href {
            _ if href.starts_with('/') => format!("{}{href}", self.origin),
            _ if href.starts_with("https://") || href.starts_with("http://") => href.to_owned(),
            _ => return out.extend(words),
        };
        out.push(Inline::Link { address, words });
    }
}

fn elements(parent: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    parent.children().filter_map(ElementRef::wrap)
}

#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "dl", "table", "blockquote", "pre", "hr", "div", "section", "figure", "figcaption",
    "details", "summary", "aside", "article", "header", "footer", "html", "body",
];

fn is_block(element: ElementRef<'_>) -> bool {
    BLOCKS.contains(&element.value().name())
}

/// Puts loose words into a paragraph of their own; blanks between blocks are none.
fn paragraph(words: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    let words = std::mem::take(words);
    let is_blank = |word: &Inline| match word {
        Inline::Text { text } => text.trim().is_empty(),
        Inline::Break => true,
        Inline::Strong { .. } | Inline::Emphasis { .. } | Inline::Link { .. } => false,
    };
    if !words.iter().all(is_blank) {
        blocks.push(Block::Paragraph { words });
    }
}

/// Line ends of HTML are blanks, and those between Japanese letters have been taken out before.
fn push_text(out: &mut Vec<Inline>, text: &str) {
    let text = text.replace('\n', " ");
    match out.last_mut() {
        _ if text.is_empty() => {}
        Some(Inline::Text { text: before }) => before.push_str(&text),
        _ => out.push(Inline::Text { text }),
    }
}
