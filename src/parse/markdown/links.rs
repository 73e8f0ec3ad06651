//! Links and images, whose addresses are left open as holes.

use std::ops::Range;

use crate::model::body::{Image, Link};
use crate::parse::markdown::{OpenImage, OpenLink, Writer, escape};

impl Writer<'_, '_> {
    pub fn start_link(&mut self, target: &str, title: &str, range: &Range<usize>) {
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
            target: target.replace('\0', "\u{FFFD}").into(),
            text: "".into(),
            span: self.span(range),
            is_image,
        });
        index
    }

    pub fn end_link(&mut self) {
        if self.open.image.is_some() {
            return;
        }
        if let Some(open) = self.open.link.take() {
            let text = self.plain.end(open.words);
            let mut may_be_file = false;
            if let Some(link) = self.links.get_mut(open.index) {
                link.text = text;
                may_be_file = is_file_address(&link.target);
            }
            if may_be_file {
                self.file_hole(open.index);
            }
        }
        self.html("</a>");
    }

    pub fn start_image(&mut self, target: &str, title: &str, range: &Range<usize>) {
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

    pub fn end_image(&mut self) {
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

/// Whether an address without scheme ends like the name of a file that is no manuscript.
fn is_file_address(target: &str) -> bool {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    let is_file = extension.is_some_and(|extension| !extension.is_empty() && extension != "md");
    is_file && !target.contains(':')
}
