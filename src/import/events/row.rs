//! One row of a list of events as a manuscript, with a word about everything that was put right or had to be assumed.

use crate::import::events::items::{Item, takes_lines};
use crate::import::events::manuscript::{Manuscript, literal};
use crate::import::events::when::{Columns, When, when};
use crate::model::date::Date;
use crate::model::field::{FIELDS, Field};
use crate::parse::cells::{self, Coordinates, Reading};
use crate::parse::headers::Grid;

/// The cells of one row.
struct Row<'a> {
    grid: &'a Grid<'a, Item>,
    line: u32,
    notes: Vec<String>,
    /// What no field is for: a label and words.
    others: Vec<(String, String)>,
}

/// Reads a row.
///
/// # Errors
/// Why a person has to look at it, in one sentence.
pub fn manuscript(
    grid: &Grid<'_, Item>,
    line: u32,
    today: Date,
) -> Result<(Manuscript, Vec<String>), String> {
    let mut row = Row {
        grid,
        line,
        notes: Vec::new(),
        others: Vec::new(),
    };
    let title = row.title();
    let description = row.texts(Item::Description);
    let summary = description.first().map(|first| sentence(first));
    let mut body: Vec<String> = description.iter().map(|line| literal(line)).collect();
    let schedule = row.schedule(today)?;
    let mut fields: Vec<(Field, Vec<String>)> = Vec::new();
    for field in FIELDS.iter().map(|row| row.field) {
        let values = match field {
            Field::Title => vec![title.clone()],
            Field::Summary => summary.clone().into_iter().collect(),
            Field::Schedule => schedule.clone(),
            Field::Position => row.position().into_iter().collect(),
            Field::VenueAddress => row.address(),
            Field::Online => row.online(),
            Field::Fee => row.fee(),
            Field::Application => row.application(),
            Field::ApplyDeadline => row.deadline(),
            Field::Contact => row.contact(),
            Field::ContactPhone => row.phone(),
            Field::Audience => row.audience(),
            field if takes_lines(field) => row.values(Item::Field(field)),
            field => row.line(Item::Field(field)),
        };
        if !values.is_empty() {
            fields.push((field, values));
        }
    }
    body.extend(row.links());
    row.unknown();
    if body.is_empty() {
        body.push(literal(&title));
    }
    let mut manuscript = Manuscript {
        slug: row.slug(&title),
        fields,
        body,
    };
    for (label, words) in &row.others {
        manuscript.add_other(label, words);
    }
    Ok((manuscript, row.notes))
}

/// The first sentence, or as much of it as a summary should be.
fn sentence(text: &str) -> String {
    const LONGEST: usize = 100;
    let first = text.split_inclusive('。').next().unwrap_or(text);
    match first.chars().count() > LONGEST {
        true => first.chars().take(LONGEST - 1).chain(['…']).collect(),
        false => first.to_owned(),
    }
}

impl Row<'_> {
    fn words(&self, item: Item) -> &str {
        let heading = self.grid.heading(item);
        heading
            .map_or("", |heading| self.grid.cell(self.line, heading))
            .trim()
    }

    /// The lines of a cell, none where it says that there is nothing to say.
    fn texts(&self, item: Item) -> Vec<String> {
        let words = self.words(item);
        match cells::is_nothing(words) {
            true => Vec::new(),
            false => words
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect(),
        }
    }

    /// The values of a cell, by `;` or a line each.
    fn values(&self, item: Item) -> Vec<String> {
        let texts = self.texts(item);
        let values = texts.iter().flat_map(|line| line.split([';', '；']));
        let values = values.map(str::trim).filter(|value| !value.is_empty());
        values.map(str::to_owned).collect()
    }

    /// The lines of a cell as one.
    fn line(&self, item: Item) -> Vec<String> {
        let texts = self.texts(item);
        (!texts.is_empty())
            .then(|| texts.join(" "))
            .into_iter()
            .collect()
    }

    fn title(&self) -> String {
        let words = self.words(Item::TITLE).split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    }

    fn schedule(&mut self, today: Date) -> Result<Vec<String>, String> {
        let columns = Columns {
            whole: self.words(Item::SCHEDULE),
            first_day: self.words(Item::FirstDay),
            last_day: self.words(Item::LastDay),
            start: self.words(Item::StartTime),
            end: self.words(Item::EndTime),
            special: self.words(Item::Special),
        };
        let When {
            lines,
            others,
            notes,
        } = when(columns, today)?;
        self.notes.extend(notes);
        for (label, words) in others {
            self.other(label, &words);
        }
        match lines.is_empty() {
            true => Err("開催日がありません".to_owned()),
            false => Ok(lines),
        }
    }

    /// Keeps words that no field can say.
    fn other(&mut self, label: &str, words: &str) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !cells::is_nothing(&words) {
            self.others.push((label.to_owned(), words));
        }
    }

    fn audience(&mut self) -> Vec<String> {
        let texts = self.texts(Item::Field(Field::Audience));
        if !texts.is_empty() {
            return vec![texts.join("、")];
        }
        self.notes
            .push(format!("対象が書かれていないため「{ASK}」としました"));
        vec![ASK.to_owned()]
    }

    fn online(&self) -> Vec<String> {
        let own = self.texts(Item::Field(Field::Online));
        match self.words(Item::Online) {
            "オンライン" | "ハイブリッド" if own.is_empty() => {
                vec!["オンラインで参加できます".to_owned()]
            }
            _ => own,
        }
    }

    fn position(&mut self) -> Option<String> {
        let reading = cells::position(Coordinates {
            latitude: self.words(Item::Latitude),
            longitude: self.words(Item::Longitude),
        });
        match reading {
            Reading::Read(position) => Some(position.to_string()),
            Reading::Repaired(position, repair) => {
                self.notes.push(format!("{}「{}」", repair.why, repair.to));
                Some(position.to_string())
            }
            Reading::Faulty(fault) => {
                self.notes
                    .push(format!("{}ため、地図の位置は書きませんでした", fault.title));
                None
            }
            Reading::Empty => None,
        }
    }

    fn address(&self) -> Vec<String> {
        let whole = self.texts(Item::Field(Field::VenueAddress));
        let parts = [Item::Prefecture, Item::City, Item::Town, Item::Lot];
        let place: String = match whole.is_empty() {
            true => parts
                .into_iter()
                .flat_map(|part| self.texts(part))
                .collect(),
            false => whole.join(" "),
        };
        let building = self.texts(Item::Building);
        let lines = std::iter::once(place).chain(building);
        let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        (!lines.is_empty())
            .then(|| lines.join(" "))
            .into_iter()
            .collect()
    }

    fn fee(&mut self) -> Vec<String> {
        let parts = [Item::Fee, Item::FeeDetail].map(|item| self.texts(item));
        let mut parts: Vec<String> = parts.into_iter().flatten().collect();
        parts.dedup();
        if !parts.is_empty() {
            return vec![parts.join("、")];
        }
        self.notes
            .push(format!("費用が書かれていないため「{ASK}」としました"));
        vec![ASK.to_owned()]
    }

    /// Whether one must apply: as the list says in any of its columns.
    fn application(&mut self) -> Vec<String> {
        let own = self.texts(Item::Field(Field::Application));
        if !own.is_empty() {
            return own;
        }
        let period = self.words(Item::Period).to_owned();
        let capacity = self.texts(Item::Field(Field::Capacity)).join(" ");
        let by = self.texts(Item::Field(Field::ApplyBy)).join(" ");
        let says_no = [&period, &capacity, &by].into_iter().any(|words| {
            ["不要", "当日直接", "当日先着"]
                .iter()
                .any(|no| words.contains(no))
        });
        let is_bare = matches!(period.trim(), "不要" | "申込不要");
        if !is_bare {
            self.other("申込期間", &period);
        }
        let says_yes = !cells::is_nothing(&period)
            || !by.is_empty()
            || capacity.contains("申込")
            || [Item::DeadlineDay, Item::Field(Field::ApplyUrl)]
                .into_iter()
                .any(|item| !self.texts(item).is_empty());
        match (says_no, says_yes) {
            (true, _) => vec!["不要".to_owned()],
            (false, true) => vec!["必要".to_owned()],
            (false, false) => {
                self.notes.push(
                    "申込みについて書かれていないため「不要」としました。確かめてください"
                        .to_owned(),
                );
                vec!["不要".to_owned()]
            }
        }
    }

    fn deadline(&mut self) -> Vec<String> {
        let own = self.texts(Item::Field(Field::ApplyDeadline));
        if !own.is_empty() {
            return own;
        }
        let (day, time) = [Item::DeadlineDay, Item::DeadlineTime]
            .map(|item| self.words(item).to_owned())
            .into();
        let clock = cells::closing_time(&time);
        let clock = match &clock {
            Reading::Read(clock) | Reading::Repaired(clock, _) => Some(clock.to_string()),
            Reading::Empty => Some(String::new()),
            Reading::Faulty(_) => None,
        };
        match (cells::date(&day), clock) {
            (Reading::Read(day) | Reading::Repaired(day, _), Some(clock)) => {
                vec![format!("{}{clock}", day.with_weekday())]
            }
            (Reading::Empty, _) => Vec::new(),
            (_, _) => {
                self.other("申込締切", &format!("{day} {time}"));
                Vec::new()
            }
        }
    }

    /// Nobody can be asked at a name alone.
    fn contact(&mut self) -> Vec<String> {
        let name = self.line(Item::Field(Field::Contact));
        let phone = self.words(Item::Field(Field::ContactPhone)).to_owned();
        let is_reached = matches!(
            cells::phone(&phone, None),
            Reading::Read(_) | Reading::Repaired(..)
        );
        match is_reached {
            true => name,
            false => {
                self.other("問い合わせ先", &name.concat());
                Vec::new()
            }
        }
    }

    fn phone(&mut self) -> Vec<String> {
        let words = self.words(Item::Field(Field::ContactPhone)).to_owned();
        match cells::phone(&words, None) {
            Reading::Read(number) | Reading::Repaired(number, _) => {
                let extension = number.extension.map(|number| format!("内線{number}"));
                let note = number.note.map(|note| note.to_string());
                for beside in note.into_iter().chain(extension) {
                    self.other("電話について", &beside);
                }
                vec![number.phone.as_str().to_owned()]
            }
            Reading::Empty => Vec::new(),
            Reading::Faulty(fault) => {
                self.notes
                    .push(format!("{}：「ほかの項目」に書きました", fault.title));
                self.other("電話", &words);
                Vec::new()
            }
        }
    }

    /// Where to read more, as sentences.
    fn links(&mut self) -> Vec<String> {
        let (links, words): (Vec<String>, Vec<String>) = self
            .texts(Item::Url)
            .into_iter()
            .partition(|line| line.starts_with("http"));
        self.other("関連するページ", &words.join(" "));
        let sentence =
            |url: &String| format!("くわしくは、[案内のページ](<{url}>)をご覧ください。");
        links.iter().map(sentence).collect()
    }

    /// Columns that nobody here knows, so that nothing is lost.
    fn unknown(&mut self) {
        for heading in &self.grid.headings {
            if heading.meaning.is_none() {
                let words = self.grid.cell(self.line, heading).to_owned();
                self.other(heading.words.as_str(), &words);
            }
        }
    }

    /// From the ID of the set, else from what makes an event the same.
    fn slug(&self, title: &str) -> String {
        const LENGTH: usize = 12;
        let parts = match self.words(Item::Id) {
            "" => vec![
                title,
                self.words(Item::FirstDay),
                self.words(Item::SCHEDULE),
            ],
            id => vec![id],
        };
        let mut hash = blake3::Hasher::new();
        for part in parts {
            hash.update(part.as_bytes());
            hash.update(&[0]);
        }
        let hex: String = hash.finalize().to_hex().chars().take(LENGTH).collect();
        format!("import-{hex}")
    }
}

/// What stands where a list does not say it.
pub const ASK: &str = "主催者にお問い合わせください";
