//! Notes: marks in the text, and the list at its end that leads back to them.
//!
//! Invariant: notes are numbered in the order their first marks are met; those without a mark follow at the end, so no words are lost.

use std::collections::HashMap;

use crate::parse::markdown::{Writer, escape};
use crate::text::span::Span;

/// The notes of a text, known by their labels without regard to case.
#[derive(Default)]
pub struct Footnotes {
    notes: Vec<Note>,
    by_label: HashMap<String, usize>,
    numbered: usize,
}

#[derive(Default)]
struct Note {
    label: Box<str>,
    number: Option<usize>,
    marks: usize,
    definition: Option<Definition>,
}

struct Definition {
    html: String,
    span: Span,
}

impl Footnotes {
    fn note(&mut self, label: &str) -> &mut Note {
        let next = self.notes.len();
        let index = *self.by_label.entry(label.to_lowercase()).or_insert(next);
        if index == next {
            self.notes.push(Note {
                label: label.into(),
                ..Note::default()
            });
        }
        &mut self.notes[index]
    }

    /// The number of the note and how many marks it has with this one.
    fn mark(&mut self, label: &str) -> (usize, usize) {
        let next = self.numbered + 1;
        let note = self.note(label);
        note.marks += 1;
        let (number, marks) = (*note.number.get_or_insert(next), note.marks);
        self.numbered = self.numbered.max(number);
        (number, marks)
    }
}

impl Writer<'_, '_> {
    pub fn footnote_mark(&mut self, label: &str) {
        if self.open.image.is_some() {
            return;
        }
        let (number, mark) = self.footnotes.mark(label);
        let id = mark_id(number, mark);
        let mark = if self.open.link.is_some() {
            // A link inside a link is not HTML; the way back still works.
            format!("<sup class=\"k-footnote-ref\" id=\"{id}\">注{number}</sup>")
        } else {
            format!(
                "<sup class=\"k-footnote-ref\"><a id=\"{id}\" href=\"#fn-{number}\" aria-label=\"注{number}\">注{number}</a></sup>"
            )
        };
        self.out.push_str(&mark);
        self.last = Some('注');
    }

    /// Takes what was written since byte `at` out of the text and keeps it as the note `label`.
    pub fn define_footnote(&mut self, label: &str, span: Span, at: usize) {
        let html = self.out.split_off(at);
        let note = self.footnotes.note(label);
        match &mut note.definition {
            Some(first) => {
                first.html.push_str(&html);
                let first = first.span;
                self.remarks.footnote_twice(span, label, first);
            }
            None => note.definition = Some(Definition { html, span }),
        }
    }

    pub fn finish_footnotes(&mut self) {
        let mut notes = std::mem::take(&mut self.footnotes.notes);
        if notes.is_empty() {
            return;
        }
        notes.sort_by_key(|note| note.number.unwrap_or(usize::MAX));
        self.fresh_line();
        self.out.push_str(
            "<section class=\"k-footnotes\" aria-labelledby=\"footnotes\">\n<h2 id=\"footnotes\" class=\"k-footnotes__title\">注</h2>\n<ol>\n",
        );
        for note in notes {
            self.finish_footnote(note);
        }
        self.out.push_str("</ol>\n</section>\n");
    }

    fn finish_footnote(&mut self, note: Note) {
        let (html, span) = match note.definition {
            Some(definition) => (definition.html, definition.span),
            None => (String::new(), Span::default()),
        };
        let Some(number) = note.number else {
            self.remarks.footnote_unused(span, &note.label);
            self.out.push_str(&format!("<li>{html}</li>\n"));
            return;
        };
        let html = html.trim_end();
        let (words, end) = match html.strip_suffix("</p>") {
            Some(words) => (words, "</p>"),
            None => (html, ""),
        };
        self.out
            .push_str(&format!("<li id=\"fn-{number}\">{words}"));
        for mark in 1..=note.marks {
            self.out.push_str(&way_back(number, mark));
        }
        self.out.push_str(end);
        self.out.push_str("</li>\n");
    }
}

fn mark_id(number: usize, mark: usize) -> String {
    match mark {
        1 => format!("fnref-{number}"),
        _ => format!("fnref-{number}-{mark}"),
    }
}

fn way_back(number: usize, mark: usize) -> String {
    let place = match mark {
        1 => String::new(),
        _ => format!("（{mark}か所目）"),
    };
    let mut link = format!(
        " <a class=\"k-footnotes__back\" href=\"#{}\" aria-label=\"",
        mark_id(number, mark)
    );
    escape::attribute(&mut link, &format!("注{number}から本文へ戻る{place}"));
    link.push_str(&format!("\">本文へ戻る{place}</a>"));
    link
}
