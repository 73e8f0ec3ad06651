//! The ※ notes of one page: each sentence once, numbered in the order in which it is first marked.

use crate::theme::view::LinkView;
use crate::theme::view::registers::{MarkView, NoteView};

#[derive(Default)]
pub struct Notes {
    notes: Vec<Note>,
}

struct Note {
    text: String,
    /// What stands beside each of its marks.
    marked: Vec<String>,
}

impl Notes {
    /// A mark beside `name` for a sentence.
    pub fn mark(&mut self, text: &str, name: &str) -> MarkView {
        let number = self.number(text);
        let note = &mut self.notes[number];
        note.marked.push(name.to_owned());
        MarkView {
            mark: format!("※{}", number + 1),
            id: reference(number, note.marked.len()),
            href: format!("#{}", id(number)),
        }
    }

    fn number(&mut self, text: &str) -> usize {
        let known = self.notes.iter().position(|note| note.text == text);
        known.unwrap_or_else(|| {
            self.notes.push(Note {
                text: text.to_owned(),
                marked: Vec::new(),
            });
            self.notes.len() - 1
        })
    }

    pub fn into_views(self) -> Vec<NoteView> {
        let notes = self.notes.into_iter().enumerate();
        let view = |(number, note): (usize, Note)| NoteView {
            mark: format!("※{}", number + 1),
            id: id(number),
            text: note.text,
            backs: (1..)
                .zip(note.marked)
                .map(|(mark, name)| LinkView {
                    label: name,
                    href: format!("#{}", reference(number, mark)),
                })
                .collect(),
        };
        notes.map(view).collect()
    }
}

fn id(number: usize) -> String {
    format!("k-note-{}", number + 1)
}

fn reference(number: usize, mark: usize) -> String {
    format!("k-note-{}-{mark}", number + 1)
}

#[cfg(test)]
mod tests {
    use super::Notes;

    #[test]
    fn a_sentence_is_one_note_however_often_it_is_marked() {
        let mut notes = Notes::default();
        let marks = [("内諾", "一"), ("登録", "二"), ("内諾", "三")]
            .map(|(text, name)| notes.mark(text, name))
            .map(|mark| (mark.mark, mark.id));
        let expected = [
            ("※1", "k-note-1-1"),
            ("※2", "k-note-2-1"),
            ("※1", "k-note-1-2"),
        ];
        assert_eq!(
            marks,
            expected.map(|(mark, id)| (mark.to_owned(), id.to_owned()))
        );
        let views = notes.into_views();
        let backs = views.iter().map(|note| {
            let backs = note.backs.iter();
            let backs = backs.map(|back| (back.label.as_str(), back.href.as_str()));
            backs.collect::<Vec<_>>()
        });
        let expected = [
            vec![("一", "#k-note-1-1"), ("三", "#k-note-1-2")],
            vec![("二", "#k-note-2-1")],
        ];
        assert_eq!(backs.collect::<Vec<_>>(), expected);
    }
}
