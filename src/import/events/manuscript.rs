//! The text of a manuscript made from a row, and its marriage with one that is there already.

use crate::import::events::row::ASK;
use crate::model::date::Date;
use crate::model::field::Field;
use crate::model::names::Text;
use crate::parse::FENCE;
use crate::parse::cells::{self, Reading};
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
    /// Adds a line to ほかの項目.
    pub fn add_other(&mut self, label: &str, words: &str) {
        // A colon would end the label.
        let label = label.replace([':', '：'], " ");
        let line = format!("{label}：{words}");
        let place = self
            .fields
            .partition_point(|(field, _)| *field < Field::Others);
        match self.fields.get_mut(place) {
            Some((Field::Others, lines)) => lines.push(line),
            _ => self.fields.insert(place, (Field::Others, vec![line])),
        }
    }

    /// Moves a field that cannot be read to ほかの項目; `false` where a manuscript must not be without it. What must be said is left open.
    pub fn move_aside(&mut self, field: Field) -> bool {
        let fixed = [Field::Title, Field::Schedule, Field::Venue, Field::Others];
        let known = self.fields.iter().position(|(known, _)| *known == field);
        let Some(place) = known.filter(|_| !fixed.contains(&field)) else {
            return false;
        };
        let open = match field {
            Field::Fee | Field::Audience => Some(ASK),
            Field::Application => Some("必要"),
            _ => None,
        };
        let words = match open {
            Some(open) => self
                .fields
                .get_mut(place)
                .map(|(_, values)| std::mem::replace(values, vec![open.to_owned()])),
            None => Some(self.fields.remove(place).1),
        };
        let words = words.unwrap_or_default().join("、");
        let is_new = open != Some(words.as_str());
        if is_new {
            self.add_other(field.label(), &words);
        }
        is_new
    }

    /// Drops a 更新日 that is no later than the 掲載日 of the file.
    pub fn keep_later_update(&mut self, path: &str) {
        let name = path.rsplit('/').next().unwrap_or_default();
        let published = name.get(..10).and_then(Date::from_iso);
        self.fields.retain(|(field, values)| {
            let is_later = || {
                let day = cells::date(values.first().map_or("", String::as_str));
                matches!(day, Reading::Read(day) | Reading::Repaired(day, _) if Some(day) > published)
            };
            *field != Field::Updated || is_later()
        });
    }

    /// The field that stands at a byte of the text.
    pub fn field_at(&self, at: usize) -> Option<Field> {
        let mut end = FENCE.len() + 1;
        self.fields.iter().find_map(|(field, values)| {
            end += lines(*field, values).len();
            (at < end).then_some(*field)
        })
    }

    pub fn text(&self) -> String {
        let mut text = format!("{FENCE}\n");
        for (field, values) in &self.fields {
            text.push_str(&lines(*field, values));
        }
        text.push_str(FENCE);
        text.push('\n');
        text.push_str(&self.body.join("\n\n"));
        text.push('\n');
        text
    }
}

/// A line of a cell as a paragraph that shows the same words: what Markdown would take for its own is escaped, but for lists, which mean in
/// a cell what they mean here.
pub fn literal(line: &str) -> String {
    let is_rule = line.chars().all(|sign| "-=*_ ".contains(sign));
    let mut text = String::with_capacity(line.len());
    if line.starts_with(['#', '>']) || is_rule {
        text.push('\\');
    }
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        let is_tilde_twice = sign == '~' && signs.peek() == Some(&'~');
        if "\\`*[<".contains(sign) || is_tilde_twice {
            // The one in front of a rule is there already.
            if !(is_rule && text == "\\") {
                text.push('\\');
            }
        }
        text.push(sign);
    }
    text
}

/// A field as it stands in front matter.
fn lines(field: Field, values: &[String]) -> String {
    let label = field.label();
    match values {
        [one] if field != Field::Others => format!("{label}: {}\n", quoted(one)),
        many => {
            let lines = many.iter().map(|value| format!("  - {}\n", quoted(value)));
            format!("{label}:\n{}", lines.collect::<String>())
        }
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
    use super::{Manuscript, literal, merged};
    use crate::model::field::Field;

    #[test]
    fn signs_of_markdown_are_words_in_a_cell() {
        for (line, text) in [
            ("[ちらし](a.pdf)を見る", "\\[ちらし](a.pdf)を見る"),
            ("**限定**2*3", "\\*\\*限定\\*\\*2\\*3"),
            ("# 1", "\\# 1"),
            ("---", "\\---"),
            ("***", "\\*\\*\\*"),
            ("<b>10~~12", "\\<b>10\\~~12"),
            ("- 一つ", "- 一つ"),
            ("1～3", "1～3"),
        ] {
            assert_eq!(literal(line), text, "{line}");
        }
    }

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
