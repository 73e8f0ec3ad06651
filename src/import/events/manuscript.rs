//! The text of a manuscript made from a row, and its marriage with one that is there already.

use crate::model::field::Field;
use crate::model::names::Text;
use crate::parse::FENCE;
use crate::scaffold::scalar;

/// What a row says, in the order of front matter.
#[derive(Clone, Debug)]
pub struct Manuscript {
    /// What its name ends with, the same whenever the row is read.
    pub slug: String,
    pub fields: Vec<(Field, Vec<String>)>,
    /// Paragraphs.
    pub body: Vec<String>,
}

impl Manuscript {
    pub fn text(&self) -> String {
        let mut text = format!("{FENCE}\n");
        for (field, values) in &self.fields {
            match values.as_slice() {
                [one] => text.push_str(&format!("{}: {}\n", field.label(), quoted(one))),
                many => {
                    text.push_str(&format!("{}:\n", field.label()));
                    for value in many {
                        text.push_str(&format!("  - {}\n", quoted(value)));
                    }
                }
            }
        }
        text.push_str(FENCE);
        text.push('\n');
        text.push_str(&self.body.join("\n\n"));
        text.push('\n');
        text
    }
}

fn quoted(value: &str) -> String {
    Text::new(value).map_or_else(String::new, |text| scalar(&text))
}

/// The old text with the new values of the fields that a row has; other fields, comments and the body stay as people left them.
pub fn merged(old: &str, new: &str) -> String {
    let (Some((old_front, old_body)), Some((new_front, _))) = (split(old), split(new)) else {
        return old.to_owned();
    };
    let mut fresh = entries(new_front);
    let mut text = format!("{FENCE}\n");
    for (key, lines) in entries(old_front) {
        let field = key.and_then(Field::named);
        let same = |(key, _): &(Option<&str>, String)| {
            field.is_some() && key.and_then(Field::named) == field
        };
        match fresh.iter().position(same) {
            Some(position) => text.push_str(&fresh.remove(position).1),
            None => text.push_str(&lines),
        }
    }
    for (_, lines) in fresh {
        text.push_str(&lines);
    }
    format!("{text}{FENCE}\n{old_body}")
}

/// Front matter without its fences, and what stands below.
fn split(text: &str) -> Option<(&str, &str)> {
    let rest = text
        .strip_prefix(FENCE)?
        .trim_start_matches('\r')
        .strip_prefix('\n')?;
    let end = rest.find(&format!("\n{FENCE}"))? + 1;
    let (front, below) = rest.split_at_checked(end)?;
    let body = below.find('\n').and_then(|end| below.get(end + 1..));
    Some((front, body.unwrap_or_default()))
}

/// Every key at the start of a line with the lines that belong to it.
fn entries(front: &str) -> Vec<(Option<&str>, String)> {
    let mut entries: Vec<(Option<&str>, String)> = Vec::new();
    for line in front.lines() {
        let starts = !line.starts_with([' ', '-', '#', '\t']) && !line.is_empty();
        let key = line.split_once(':').map(|(key, _)| key.trim());
        match (starts.then_some(key).flatten(), entries.last_mut()) {
            (None, Some((_, lines))) => lines.push_str(&format!("{line}\n")),
            (key, _) => entries.push((key, format!("{line}\n"))),
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::{Manuscript, merged};
    use crate::model::field::Field;

    #[test]
    fn what_people_wrote_besides_stays() {
        let manuscript = |place: &str| Manuscript {
            slug: "import-1".to_owned(),
            fields: vec![
                (Field::Title, vec!["催し: その1".to_owned()]),
                (Field::Venue, vec![place.to_owned()]),
                (Field::ApplyBy, vec!["電話".to_owned(), "# 窓口".to_owned()]),
            ],
            body: vec!["本文です。".to_owned()],
        };
        let first = manuscript("見本会館").text();
        assert_eq!(
            first,
            "---\n題名: \"催し: その1\"\n会場: 見本会館\n申込方法:\n  - 電話\n  - \"# 窓口\"\n---\n本文です。\n"
        );
        let edited = first
            .replace(
                "会場: 見本会館\n",
                "# 覚え\n場所: 見本会館\n分野:\n  - 看取り\n",
            )
            .replace("本文です。", "直した本文です。");
        let second = merged(&edited, &manuscript("見本区民センター").text());
        assert!(
            second.contains("会場: 見本区民センター\n分野:\n  - 看取り\n"),
            "{second}"
        );
        assert!(second.ends_with("---\n直した本文です。\n"), "{second}");
        assert_eq!(
            merged(&second, &manuscript("見本区民センター").text()),
            second
        );
    }
}
