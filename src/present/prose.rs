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

#[cfg(test)]
mod tests {
    use super::{DEPTH, blocks};
    use crate::theme::view::print::{Block, Inline};

    const ORIGIN: &str = "https://kairan.example.jp";

    /// A short way to write what was read: `[h1 題]`, `[p 文]`, `[ul 一 | 二]`.
    fn read(html: &str) -> String {
        shown(&blocks(html, ORIGIN))
    }

    fn shown(blocks: &[Block]) -> String {
        blocks.iter().map(block).collect()
    }

    fn block(block: &Block) -> String {
        let cells = |cells: &[Vec<Inline>]| {
            let cells: Vec<String> = cells.iter().map(|words| self::words(words)).collect();
            cells.join(",")
        };
        match block {
            Block::Heading { level, words } => format!("[h{level} {}]", self::words(words)),
            Block::Paragraph { words } => format!("[p {}]", self::words(words)),
            Block::List {
                ordered,
                start,
                items,
            } => {
                let name = if *ordered {
                    format!("ol{start}")
                } else {
                    "ul".to_owned()
                };
                let items: Vec<String> = items.iter().map(|item| shown(item)).collect();
                format!("[{name} {}]", items.join("|"))
            }
            Block::Terms { terms } => {
                let term =
                    |term: &super::Term| format!("{}={}", words(&term.words), shown(&term.blocks));
                format!("[dl {}]", terms.iter().map(term).collect::<String>())
            }
            Block::Table(table) => {
                let row = |row: &super::TableRow| {
                    format!("{}{}", if row.headed { "*" } else { "" }, cells(&row.cells))
                };
                let rows: Vec<String> = table.rows.iter().map(row).collect();
                let caption = table.caption.as_deref().unwrap_or_default();
                format!(
                    "[table {caption}/{}/{}]",
                    cells(&table.header),
                    rows.join("/")
                )
            }
            Block::Aside { blocks } => format!("[aside {}]", shown(blocks)),
            Block::Code { text } => format!("[pre {text}]"),
        }
    }

    fn words(words: &[Inline]) -> String {
        let word = |word: &Inline| match word {
            Inline::Text { text } => text.clone(),
            Inline::Strong { words } => format!("<{}>", self::words(words)),
            Inline::Emphasis { words } => format!("_{}_", self::words(words)),
            Inline::Link { address, words } => format!("{}→{address}", self::words(words)),
            Inline::Break => "↵".to_owned(),
        };
        words.iter().map(word).collect()
    }

    #[test]
    fn blocks_keep_their_order_and_their_kind() {
        for (html, blocks) in [
            (
                "<h2 id=\"a\">題</h2>\n<p>文<br>です。</p>\n",
                "[h1 題][p 文↵です。]",
            ),
            (
                "<ul>\n<li>一</li>\n<li><p>二</p><ol start=\"3\"><li>三</li></ol></li>\n</ul>",
                "[ul [p 一]|[p 二][ol3 [p 三]]]",
            ),
            (
                "<dl><dt>問</dt><dd>答え</dd><dd><p>続き</p></dd></dl>",
                "[dl 問=[p 答え][p 続き]]",
            ),
            (
                "<blockquote><p>引用</p></blockquote><hr>",
                "[aside [p 引用]]",
            ),
            ("<pre><code>a\nb</code></pre>", "[pre a\nb]"),
            ("<div>前<p>中</p>後</div>", "[p 前][p 中][p 後]"),
            ("", ""),
        ] {
            assert_eq!(read(html), blocks, "{html}");
        }
    }

    #[test]
    fn tables_say_what_heads_their_columns_and_rows() {
        let html = "<div><table><caption>道具</caption><thead><tr><th>もの</th><th>数</th></tr></thead><tbody><tr><th scope=\"row\">石けん</th><td>1個</td></tr><tr><td>布</td></tr></tbody></table></div>";
        assert_eq!(read(html), "[table 道具/もの,数/*石けん,1個/布,]");
        assert_eq!(read("<table></table>"), "");
    }

    #[test]
    fn words_keep_their_meaning_without_what_paper_cannot_show() {
        for (html, words) in [
            ("<p><strong>手</strong>と<em>水</em></p>", "[p <手>と_水_]"),
            (
                "<p><ruby>手指<rp>（</rp><rt>しゅし</rt><rp>）</rp></ruby></p>",
                "[p 手指（しゅし）]",
            ),
            ("<p><img src=\"a.png\" alt=\"手の図\"></p>", "[p 手の図]"),
            (
                "<p><a href=\"/words/#a\">語</a></p>",
                "[p 語→https://kairan.example.jp/words/#a]",
            ),
            (
                "<p><a href=\"#a\">語</a>と<a href=\"tel:06\">電話</a></p>",
                "[p 語と電話]",
            ),
            (
                "<ul><li><input type=\"checkbox\" disabled>洗う</li></ul>",
                "[ul [p □ 洗う]]",
            ),
        ] {
            assert_eq!(read(html), words, "{html}");
        }
    }

    #[test]
    fn what_lies_too_deep_is_read_all_the_same() {
        let deep = format!(
            "{}底{}",
            "<div>".repeat(5 * DEPTH),
            "</div>".repeat(5 * DEPTH)
        );
        assert_eq!(read(&deep), "[p 底]");
    }
}
