//! A page as a browser would read it: the bytes of a job in, its elements out.
//!
//! Invariant: this and `present::prose` are the only modules that name the HTML parser.

use scraper::{ElementRef, Html, Selector};

/// A page that is looked at.
pub struct Page {
    /// With scheme and host.
    pub address: String,
    document: Html,
}

/// One element of a page.
#[derive(Clone, Copy)]
pub struct Element<'a>(ElementRef<'a>);

impl Page {
    pub fn new(address: String, html: &str) -> Self {
        Self {
            address,
            document: Html::parse_document(html),
        }
    }

    /// The elements a CSS selector names, in the order of the page.
    pub fn all(&self, selector: &str) -> Vec<Element<'_>> {
        let Ok(selector) = Selector::parse(selector) else {
            debug_assert!(false, "not a selector: {selector}");
            return Vec::new();
        };
        self.document.select(&selector).map(Element).collect()
    }

    pub fn has(&self, selector: &str) -> bool {
        !self.all(selector).is_empty()
    }

    /// How often the parser had to guess what was meant.
    pub fn parse_errors(&self) -> usize {
        self.document.errors.len()
    }
}

impl<'a> Element<'a> {
    /// `img`.
    pub fn name(self) -> &'a str {
        self.0.value().name()
    }

    pub fn attribute(self, name: &str) -> Option<&'a str> {
        self.0.value().attr(name)
    }

    /// The text of the element and all below it, without white space at the ends.
    pub fn text(self) -> String {
        self.0.text().collect::<String>().trim().to_owned()
    }

    /// What it is called: by `aria-label`, by its text, or by the alternative of a picture in it.
    pub fn called(self) -> String {
        if let Some(label) = self.attribute("aria-label") {
            return label.trim().to_owned();
        }
        let pictures = self.0.descendants().filter_map(ElementRef::wrap);
        let alternatives = pictures.filter_map(|element| {
            let value = element.value();
            value.attr("alt").or_else(|| value.attr("aria-label"))
        });
        let words: Vec<String> = std::iter::once(self.text())
            .chain(alternatives.map(str::to_owned))
            .filter(|words| !words.is_empty())
            .collect();
        words.join(" ")
    }

    /// Whether it stands inside an element of one of these names.
    pub fn is_inside(self, names: &[&str]) -> bool {
        let above = self.0.ancestors().filter_map(ElementRef::wrap);
        above
            .into_iter()
            .any(|element| names.contains(&element.value().name()))
    }

    pub fn has(self, selector: &str) -> bool {
        Selector::parse(selector).is_ok_and(|selector| self.0.select(&selector).next().is_some())
    }
}
