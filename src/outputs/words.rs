//! 用語集: every word with its reading and plain explanation, in kana rows.

use std::sync::Arc;

use crate::model::address::OutputPath;
use crate::model::settings::Word;
use crate::model::ward::Place;
use crate::outputs::Job;
use crate::outputs::frame::{Frame, Page, Title, job};
use crate::text::kana::kana_row;
use crate::theme::view::reference::{WordRow, WordView, WordsPage};

const TITLE: &str = "用語集";

pub fn plan(frame: &Arc<Frame>) -> Vec<(OutputPath, Job)> {
    let address = frame.site.words_address();
    vec![job(frame, Place::City, &address, view)]
}

fn view(frame: &Frame) -> Page<WordsPage> {
    let mut rows: Vec<WordRow> = Vec::new();
    for word in &frame.site.words {
        let (heading, id) = kana_row(word.reading.as_str());
        if rows.last().is_none_or(|row| row.id != id) {
            rows.push(WordRow {
                heading: heading.to_owned(),
                id: id.to_owned(),
                words: Vec::new(),
            });
        }
        if let Some(row) = rows.last_mut() {
            row.words.push(word_view(word));
        }
    }
    let title = Title {
        title: TITLE,
        description: Some(
            "在宅医療や人生会議、感染対策の言葉を、やさしい言葉で説明します。".to_owned(),
        ),
        canonical: frame.site.words_address(),
        noindex: false,
        steps: Vec::new(),
    };
    let page = WordsPage {
        title: TITLE.to_owned(),
        rows,
    };
    frame.page("pages/words.html", Place::City, title, page)
}

fn word_view(word: &Word) -> WordView {
    WordView {
        id: word.anchor.to_string(),
        word: word.word.to_string(),
        reading: word.reading.to_string(),
        meaning: word.meaning.to_string(),
        plain: word.plain.as_ref().map(ToString::to_string),
        aliases: word.aliases.iter().map(ToString::to_string).collect(),
        source: word.source.as_ref().map(ToString::to_string),
    }
}
