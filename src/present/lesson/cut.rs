//! Cuts the HTML of a part of a lesson into its heading, its sources, what is said and its questions.
//!
//! Invariant: works on the HTML of `parse::markdown`, whose elements are balanced and whose attributes stand between double quotes;
//! elements are taken out whole, so what is left is balanced too.

use crate::model::body::Heading;
use crate::model::lesson::{SCRIPT_MARKS, SOURCE_MARKS};
use crate::present::lesson::elements::{element, heading_tag};
use crate::theme::view::lessons::{QuestionView, QuizView, SlideView};

/// A slide from the HTML of its part.
pub fn slide(html: &str, title: &Heading) -> SlideView {
    let (title_html, html) = without_heading(html, title);
    let (mut said, mut sources) = (String::new(), String::new());
    let script = "<blockquote class=\"k-script\">";
    let mut html = taken(&html, script, "blockquote", |words| {
        said.push_str(&spoken(words));
    });
    for mark in SOURCE_MARKS {
        html = taken(&html, &format!("<p>{mark}"), "p", |words| {
            sources.push_str(&format!("<p>{mark}{words}</p>\n"));
        });
    }
    let filled = |html: String| Some(html.trim().to_owned()).filter(|html| !html.is_empty());
    SlideView {
        id: title.id.to_string(),
        title: title.text.to_string(),
        title_html,
        html: html.trim().to_owned(),
        source_html: filled(sources),
        notes_html: filled(said),
    }
}

/// The questions from the HTML of their section.
pub fn quiz(html: &str, heading: &Heading) -> QuizView {
    let (_, html) = without_heading(html, heading);
    let mut questions = Vec::new();
    let introduction_html = taken(&html, "<dl>", "dl", |list| pairs(list, &mut questions));
    QuizView {
        introduction_html: introduction_html.trim().to_owned(),
        questions,
    }
}

/// What stands before the section of a heading, in it and behind it, where the next heading or the notes of the text begin.
pub fn section<'a>(html: &'a str, heading: &Heading, next: Option<&Heading>) -> [&'a str; 3] {
    let (before, rest) = split(html, &heading_tag(heading).0);
    let notes = "<section class=\"k-footnotes\"";
    let next = next.map(|next| heading_tag(next).0);
    let (inside, after) = split(rest, next.as_deref().unwrap_or(notes));
    [before, inside, after]
}

/// What is said, without the mark that says so.
fn spoken(said: &str) -> String {
    let said = said.trim_start();
    let words = said.strip_prefix("<p>").unwrap_or(said);
    let mut marks = SCRIPT_MARKS.iter();
    match marks.find_map(|mark| words.strip_prefix(mark)) {
        Some(words) => format!("<p>{}", words.trim_start()),
        // A word of the glossary took the mark apart.
        None => said.to_owned(),
    }
}

/// The words of the heading, and the HTML without it.
fn without_heading(html: &str, heading: &Heading) -> (String, String) {
    let (open, name) = heading_tag(heading);
    match element(html, &open, name) {
        Some(found) => (
            found.inner.to_owned(),
            format!("{}{}", found.before, found.after),
        ),
        None => (heading.text.to_string(), html.to_owned()),
    }
}

/// The HTML before the first `mark`, and the rest from it.
fn split<'a>(html: &'a str, mark: &str) -> (&'a str, &'a str) {
    html.split_at(html.find(mark).unwrap_or(html.len()))
}

/// The HTML without the elements that begin with the tag `open`, whose insides go to `take`.
fn taken(html: &str, open: &str, name: &str, mut take: impl FnMut(&str)) -> String {
    let (mut left, mut rest) = (String::new(), html);
    while let Some(found) = element(rest, open, name) {
        left.push_str(found.before);
        take(found.inner);
        rest = found.after;
    }
    left.push_str(rest);
    left
}

/// The terms and descriptions of a list.
fn pairs(list: &str, questions: &mut Vec<QuestionView>) {
    let mut rest = list;
    loop {
        let term = element(rest, "<dt>", "dt");
        let description = element(rest, "<dd>", "dd");
        let is_first = |before: &str| {
            let other = description.as_ref().map(|found| found.before.len());
            other.is_none_or(|other| before.len() < other)
        };
        match (term, &description) {
            (Some(term), _) if is_first(term.before) => {
                questions.push(QuestionView {
                    question_html: term.inner.to_owned(),
                    answer_html: String::new(),
                });
                rest = term.after;
            }
            (_, Some(description)) => {
                if let Some(last) = questions.last_mut() {
                    last.answer_html.push_str(description.inner);
                }
                rest = description.after;
            }
            (_, None) => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{quiz, section, slide};
    use crate::model::body::Heading;
    use crate::text::span::Span;

    fn heading(level: u8, id: &str) -> Heading {
        Heading {
            level,
            id: id.into(),
            text: "題".into(),
            span: Span::default(),
            is_top: true,
        }
    }

    #[test]
    fn what_is_said_in_several_places_is_put_together() {
        let said = |words: &str| {
            format!("<blockquote class=\"k-script\">\n<p>{words}</p>\n</blockquote>\n")
        };
        let html = format!(
            "\n<h2 id=\"a\">題<em>名</em></h2>\n{}<p>本文</p>\n<blockquote>\n<p>引用</p>\n</blockquote>\n{}",
            said("台本：一"),
            said("<ruby>台本</ruby>：二")
        );
        let slide = slide(&html, &heading(2, "a"));
        assert_eq!(slide.title_html, "題<em>名</em>");
        let left = "<p>本文</p>\n<blockquote>\n<p>引用</p>\n</blockquote>";
        assert_eq!(slide.html, left);
        let said = "<p>一</p>\n<p><ruby>台本</ruby>：二</p>";
        assert_eq!(
            slide
                .notes_html
                .map(|notes| notes.replace("\n\n", "\n"))
                .as_deref(),
            Some(said)
        );
        assert_eq!(slide.source_html, None);
    }

    #[test]
    fn a_list_in_an_answer_belongs_to_the_answer() {
        let html = "<h3 id=\"q\">題</h3>\n<p>前</p>\n<dl>\n<dt>一</dt>\n<dd>あ</dd>\n<dd>い<dl><dt>う</dt><dd>え</dd></dl></dd>\n</dl>\n<p>後</p>\n<dl>\n<dt>二</dt>\n</dl>\n";
        let quiz = quiz(html, &heading(3, "q"));
        let pairs: Vec<_> = quiz
            .questions
            .iter()
            .map(|asked| (asked.question_html.as_str(), asked.answer_html.as_str()))
            .collect();
        let nested = "あい<dl><dt>う</dt><dd>え</dd></dl>";
        assert_eq!(pairs, [("一", nested), ("二", "")]);
        assert!(
            quiz.introduction_html.starts_with("<p>前</p>")
                && quiz.introduction_html.ends_with("<p>後</p>")
        );
    }

    #[test]
    fn a_section_ends_where_the_next_or_the_notes_begin() {
        let html =
            "前<h2 id=\"q\">題</h2>中<h2 id=\"n\">次</h2>後<section class=\"k-footnotes\">注";
        let next = heading(2, "n");
        let [before, inside, after] = section(html, &heading(2, "q"), Some(&next));
        assert_eq!(before, "前");
        assert_eq!(inside, "<h2 id=\"q\">題</h2>中");
        assert!(after.starts_with("<h2 id=\"n\">"));
        let [_, inside, after] = section(html, &heading(2, "n"), None);
        assert_eq!(inside, "<h2 id=\"n\">次</h2>後");
        assert!(after.ends_with("注"));
    }
}
