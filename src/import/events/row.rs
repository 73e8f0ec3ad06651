//! One row of a list of events as a manuscript, with a word about everything that was put right or had to be assumed.

use crate::import::events::items::Item;
use crate::import::events::manuscript::Manuscript;
use crate::model::date::{Clock, Date};
use crate::model::field::{FIELDS, Field};
use crate::parse::cells::{self, Coordinates, Reading};
use crate::parse::headers::Grid;

/// The cells of one row.
struct Row<'a> {
    grid: &'a Grid<'a, Item>,
    line: u32,
    notes: Vec<String>,
}

/// Reads a row.
///
/// # Errors
/// Why a person has to look at it, in one sentence.
pub fn manuscript(grid: &Grid<'_, Item>, line: u32) -> Result<(Manuscript, Vec<String>), String> {
    let mut row = Row {
        grid,
        line,
        notes: Vec::new(),
    };
    let title = row
        .words(Item::TITLE)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    if title.is_empty() {
        return Err("名前がありません".to_owned());
    }
    let mut body = row.texts(Item::Description);
    let summary = body.first().map(|first| sentence(first));
    let schedule = row.schedule(&mut body)?;
    let mut fields: Vec<(Field, Vec<String>)> = Vec::new();
    for field in FIELDS.iter().map(|row| row.field) {
        let values = match field {
            Field::Title => vec![title.clone()],
            Field::Summary => summary.clone().into_iter().collect(),
            Field::Schedule => schedule.clone(),
            Field::Position => row.position().into_iter().collect(),
            Field::VenueAddress => row.address(),
            Field::Fee => row.fee(),
            Field::Application => row.application(),
            Field::ApplyDeadline => row.deadline(),
            Field::ContactPhone => row.phone(),
            Field::Audience => row.or_ask(Item::Field(Field::Audience)),
            field if takes_lines(field) => row.texts(Item::Field(field)),
            field => row.line(Item::Field(field)),
        };
        if !values.is_empty() {
            fields.push((field, values));
        }
    }
    body.extend(row.rest());
    if body.is_empty() {
        body.push(title.clone());
    }
    let slug = row.slug(&title);
    // Nobody can be asked at a name alone.
    let place = |wanted: Field| fields.iter().position(|(field, _)| *field == wanted);
    if let (None, Some(position)) = (place(Field::ContactPhone), place(Field::Contact)) {
        let (_, name) = fields.remove(position);
        body.push(format!("問い合わせ先：{}", name.join("、")));
    }
    let manuscript = Manuscript { slug, fields, body };
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

    /// The lines of a cell as one.
    fn line(&self, item: Item) -> Vec<String> {
        let texts = self.texts(item);
        (!texts.is_empty())
            .then(|| texts.join(" "))
            .into_iter()
            .collect()
    }

    fn or_ask(&mut self, item: Item) -> Vec<String> {
        let texts = self.texts(item);
        if !texts.is_empty() {
            return vec![texts.join("、")];
        }
        self.notes
            .push("対象が書かれていないため「主催者にお問い合わせください」としました".to_owned());
        vec!["主催者にお問い合わせください".to_owned()]
    }

    /// A value of a cell; what was repaired is noted, what cannot be read is a reason.
    fn value<T>(
        &mut self,
        item: Item,
        read: impl Fn(&str) -> Reading<T>,
    ) -> Result<Option<T>, String> {
        let words = self.words(item).to_owned();
        match read(&words) {
            Reading::Empty => Ok(None),
            Reading::Read(value) => Ok(Some(value)),
            Reading::Repaired(value, repair) => {
                if repair.is_guess {
                    self.notes.push(format!("「{words}」→「{}」", repair.to));
                }
                Ok(Some(value))
            }
            Reading::Faulty(fault) => Err(fault.title),
        }
    }

    /// 日時: our own words, or days and times put together. What cannot be put together goes to the body.
    fn schedule(&mut self, body: &mut Vec<String>) -> Result<Vec<String>, String> {
        let own = self.texts(Item::SCHEDULE);
        if !own.is_empty() {
            return Ok(own);
        }
        let special = self.texts(Item::Special);
        let start = self.value(Item::StartTime, cells::clock);
        let end = self.value(Item::EndTime, cells::closing_time);
        let hours = match (&start, &end) {
            (Ok(start), Ok(end)) => hours(*start, *end),
            (_, _) => {
                let words =
                    [self.words(Item::StartTime), self.words(Item::EndTime)].map(str::to_owned);
                body.push(format!(
                    "時間：{}",
                    words.join("から").replace(['\r', '\n'], " ")
                ));
                None
            }
        };
        if !special.is_empty() {
            body.push(format!("日時について：{}", special.join("、")));
        }
        let last = self.value(Item::LastDay, cells::date)?;
        let line = match (self.value(Item::FirstDay, cells::date), last) {
            (Ok(Some(first)), None) => one_day(first, hours.as_deref()),
            (Ok(Some(first)), Some(last)) if first == last => one_day(first, hours.as_deref()),
            (Ok(Some(first)), Some(last)) => {
                if let Some(hours) = hours {
                    body.push(format!("時間：{hours}"));
                }
                format!("{}から{}まで", first.with_weekday(), last.with_weekday())
            }
            (Ok(None), _) => return Err("開催日がありません".to_owned()),
            // Words such as 8月5日（水）～8月16日（日） are for the reader of front matter to judge.
            (Err(_), _) => {
                let words: Vec<String> = self.texts(Item::FirstDay);
                let is_range =
                    |words: &str| words.contains(['～', '〜', '~', '-']) || words.contains("から");
                match (words.as_slice(), hours) {
                    // Whether the hours are those of every day, front matter cannot say.
                    ([one], Some(hours)) if is_range(one) => {
                        body.push(format!("時間：{hours}"));
                        one.clone()
                    }
                    ([one], Some(hours)) => format!("{one} {hours}"),
                    ([one], None) => one.clone(),
                    _ => {
                        return Err("開催日を読み取れません。1日に1行ずつ書いてください".to_owned());
                    }
                }
            }
        };
        Ok(vec![line])
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
        let parts = [Item::Field(Field::VenueAddress), Item::Building].map(|item| self.texts(item));
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty())
            .then(|| parts.join(" "))
            .into_iter()
            .collect()
    }

    fn fee(&mut self) -> Vec<String> {
        let parts = [Item::Fee, Item::FeeDetail].map(|item| self.texts(item));
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if !parts.is_empty() {
            return vec![parts.join("、")];
        }
        self.notes
            .push("費用が書かれていないため「主催者にお問い合わせください」としました".to_owned());
        vec!["主催者にお問い合わせください".to_owned()]
    }

    fn application(&mut self) -> Vec<String> {
        let own = self.texts(Item::Field(Field::Application));
        if !own.is_empty() {
            return own;
        }
        let says = [
            Item::Field(Field::ApplyBy),
            Item::DeadlineDay,
            Item::Field(Field::ApplyUrl),
        ];
        let is_needed = says.into_iter().any(|item| !self.texts(item).is_empty());
        if is_needed {
            return vec!["必要".to_owned()];
        }
        self.notes.push(
            "申込みについて書かれていないため「不要」としました。確かめてください".to_owned(),
        );
        vec!["不要".to_owned()]
    }

    fn deadline(&mut self) -> Vec<String> {
        let own = self.texts(Item::Field(Field::ApplyDeadline));
        let day = self.value(Item::DeadlineDay, cells::date);
        let clock = self.value(Item::DeadlineTime, cells::closing_time);
        let line = match (day, clock) {
            (Ok(Some(day)), Ok(Some(clock))) => Some(format!("{}{clock}", day.with_weekday())),
            (Ok(Some(day)), _) => Some(day.with_weekday()),
            (_, _) => None,
        };
        match own.is_empty() {
            true => line.into_iter().collect(),
            false => own,
        }
    }

    fn phone(&mut self) -> Vec<String> {
        let words = self.words(Item::Field(Field::ContactPhone)).to_owned();
        match cells::phone(&words, None) {
            Reading::Read(number) | Reading::Repaired(number, _) => {
                vec![number.phone.as_str().to_owned()]
            }
            Reading::Empty => Vec::new(),
            Reading::Faulty(fault) => {
                self.notes
                    .push(format!("{}ため、電話番号は書きませんでした", fault.title));
                Vec::new()
            }
        }
    }

    /// Everything that has no field, so that nothing is lost.
    fn rest(&self) -> Vec<String> {
        let url = self
            .texts(Item::Url)
            .into_iter()
            .map(|url| format!("くわしくは、<{url}> をご覧ください。"));
        let unknown = self
            .grid
            .headings
            .iter()
            .filter(|heading| heading.meaning.is_none());
        let unknown = unknown.filter_map(|heading| {
            let words = self.grid.cell(self.line, heading).trim();
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            (!cells::is_nothing(&words)).then(|| format!("- {}：{words}", heading.words))
        });
        let unknown: Vec<String> = unknown.collect();
        let list = (!unknown.is_empty()).then(|| unknown.join("\n"));
        url.chain(list).collect()
    }

    /// From the ID of the set, else from what makes an event the same.
    fn slug(&self, title: &str) -> String {
        const LENGTH: usize = 12;
        let mut hash = blake3::Hasher::new();
        let id = self.words(Item::Id);
        // A number in the list alone says nothing once the list is another one.
        for part in [
            id,
            title,
            self.words(Item::FirstDay),
            self.words(Item::SCHEDULE),
        ] {
            hash.update(part.as_bytes());
            hash.update(&[0]);
        }
        let hex: String = hash.finalize().to_hex().chars().take(LENGTH).collect();
        format!("import-{hex}")
    }
}

/// Whether a field takes several values, one a line.
fn takes_lines(field: Field) -> bool {
    matches!(
        field,
        Field::Excluded
            | Field::ApplyBy
            | Field::Speakers
            | Field::Programme
            | Field::Belongings
            | Field::Support
            | Field::Agenda
            | Field::Attendance
            | Field::CoOrganizers
            | Field::Supporters
            | Field::Topics
            | Field::Attachments
            | Field::References
    )
}

fn hours(start: Option<Clock>, end: Option<Clock>) -> Option<String> {
    match (start, end) {
        (Some(start), Some(end)) => Some(format!("{start}から{end}まで")),
        (Some(start), None) => Some(format!("{start}から")),
        (None, _) => None,
    }
}

fn one_day(day: Date, hours: Option<&str>) -> String {
    format!("{}{}", day.with_weekday(), hours.unwrap_or_default())
}
