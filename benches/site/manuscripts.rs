//! Manuscripts that no person wrote but that read like those of a ward: always the same ones for the same number.
//!
//! Every field a kind can have is filled in, so that no part of the program is spared; the text has headings, lists, a table with
//! a caption, a note and links to other manuscripts. One manuscript is about 3 kB, as the project's own happenings are.

mod prose;

use kairan::model::date::Date;
use kairan::model::field::{Facet, Field};
use kairan::model::kind::{Dating, Kind, Scope};

/// A folder of `content/wards`.
pub struct Ward {
    pub id: String,
    pub name: String,
}

/// One made manuscript.
pub struct Manuscript {
    /// An index into the wards.
    pub ward: usize,
    pub kind: Kind,
    /// The file name without `.md`, which is the last part of the address.
    pub name: String,
    /// 掲載日, or 確認日 where the name has no day.
    pub day: Date,
    /// What front matter says, in the order of `FIELDS`.
    pub fields: Vec<(Field, Vec<String>)>,
    pub body: String,
}

/// The day the site is built for, in days since 1970-01-01: 2026-11-22.
const TODAY: usize = 20_779;

impl Manuscript {
    /// The manuscript as a ward would write it.
    pub fn text(&self) -> String {
        let mut text = String::from("---\n");
        for (field, values) in &self.fields {
            text += field.label();
            match values.as_slice() {
                [one] => text += &format!(": {one}\n"),
                several => {
                    text += ":\n";
                    for value in several {
                        text += &format!("  - {value}\n");
                    }
                }
            }
        }
        text += "---\n";
        text += &self.body;
        text
    }

    pub fn values(&self, field: Field) -> &[String] {
        let found = self.fields.iter().find(|(known, _)| *known == field);
        found.map_or(&[], |(_, values)| values)
    }

    pub fn first(&self, field: Field) -> &str {
        self.values(field).first().map_or("", String::as_str)
    }
}

/// The first `number` manuscripts, spread over the wards and the kinds that wards have.
pub fn manuscripts(number: usize, wards: &[Ward], topics: &[String]) -> Vec<Manuscript> {
    let plan = Plan {
        number,
        wards,
        topics,
        kinds: Kind::all()
            .filter(|kind| kind.scope == Scope::Everywhere)
            .collect(),
    };
    (0..number).map(|index| plan.manuscript(index)).collect()
}

/// What a manuscript may know of the others: where they are, so that it can link to them.
struct Plan<'a> {
    number: usize,
    wards: &'a [Ward],
    topics: &'a [String],
    kinds: Vec<Kind>,
}

impl Plan<'_> {
    fn ward(&self, index: usize) -> usize {
        index % self.wards.len()
    }

    fn kind(&self, index: usize) -> Kind {
        self.kinds[index / self.wards.len() % self.kinds.len()]
    }

    /// How many of the same ward come before.
    fn round(&self, index: usize) -> usize {
        index / self.wards.len()
    }

    /// Days since 1970-01-01; dated ones lie in the last three and a half years, undated ones were looked at this year.
    fn day(&self, index: usize) -> usize {
        let back = match self.kind(index).dating {
            Dating::Dated => 1_280,
            Dating::Undated | Dating::FiscalYear => 200,
        };
        TODAY - 1 - Draw::of(index, 1).below(back)
    }

    fn name(&self, index: usize) -> String {
        let slug = format!("no-{:05}", index + 1);
        match self.kind(index).dating {
            Dating::Dated => format!("{}-{slug}", date(self.day(index)).iso()),
            Dating::Undated | Dating::FiscalYear => slug,
        }
    }

    fn address(&self, index: usize) -> String {
        let ward = &self.wards[self.ward(index)].id;
        format!("/{ward}/{}/{}/", self.kind(index).id, self.name(index))
    }

    /// Other manuscripts of the same ward, with their titles.
    fn links(&self, index: usize) -> Vec<(String, String)> {
        let rounds = self
            .number
            .saturating_sub(self.ward(index))
            .div_ceil(self.wards.len());
        let mut draw = Draw::of(index, 2);
        let mut others: Vec<usize> = (0..3).map(|_| draw.below(rounds)).collect();
        others.sort_unstable();
        others.dedup();
        let other = |round: &usize| round * self.wards.len() + self.ward(index);
        let others = others.iter().map(other).filter(|other| *other != index);
        others
            .map(|other| (self.title(other), self.address(other)))
            .collect()
    }

    fn title(&self, index: usize) -> String {
        let (subject, _) = prose::SUBJECTS[Draw::of(index, 3).below(prose::SUBJECTS.len())];
        format!(
            "{}「{subject}」その{}",
            self.kind(index).label,
            self.round(index) + 1
        )
    }

    fn manuscript(&self, index: usize) -> Manuscript {
        let kind = self.kind(index);
        let mut fields = self.fields(index);
        fields.retain(|(field, values)| kind.takes(*field) && !values.is_empty());
        fields.sort_by_key(|(field, _)| *field);
        Manuscript {
            ward: self.ward(index),
            kind,
            name: self.name(index),
            day: date(self.day(index)),
            fields,
            body: prose::body(&mut Draw::of(index, 4), &self.links(index)),
        }
    }

    /// Values for all fields; those the kind does not have are left out afterwards.
    fn fields(&self, index: usize) -> Vec<(Field, Vec<String>)> {
        let mut draw = Draw::of(index, 5);
        let ward = &self.wards[self.ward(index)].name;
        let subject = prose::SUBJECTS[Draw::of(index, 3).below(prose::SUBJECTS.len())];
        let one = |field: Field, value: String| (field, vec![value]);
        let summary = format!("{ward}で「{}」について{}", subject.0, subject.1);
        let mut fields = vec![
            one(Field::Title, self.title(index)),
            one(Field::Summary, summary),
            one(Field::Reviewed, date(self.day(index)).to_string()),
            one(Field::Organizer, format!("{ward}役所")),
            (Field::Topics, self.topics(&mut draw)),
        ];
        let (floor, seats) = (1 + draw.below(5), 10 + 5 * draw.below(30));
        let (wards, people) = (1 + draw.below(24), 20 + draw.below(60));
        let fee = prose::pick(&mut draw, prose::FEES);
        fields.extend([
            one(Field::Venue, format!("{ward}の見本会館 {floor}階")),
            one(Field::Capacity, format!("{seats}人（先着順）")),
            one(Field::Fee, fee.to_owned()),
            one(Field::Attendance, format!("第1回 {wards}区{people}人")),
        ]);
        if self.kind(index).has(Facet::Schedule) {
            fields.extend(self.days(index, &mut draw));
        }
        for field in prose::EXAMPLES {
            fields.push(one(*field, field.row().example.to_owned()));
        }
        let owned = |line: &&str| (*line).to_owned();
        let lines = prose::LINES.iter();
        fields.extend(lines.map(|(field, lines)| (*field, lines.iter().map(owned).collect())));
        fields
    }

    /// Two different topics.
    fn topics(&self, draw: &mut Draw) -> Vec<String> {
        let first = draw.below(self.topics.len());
        let second = first + 1 + draw.below(2);
        let names = self.topics.iter().cycle();
        let names = [first, second].map(|topic| names.clone().nth(topic));
        names.into_iter().flatten().cloned().collect()
    }

    /// One to three days of a happening, and when one can apply.
    fn days(&self, index: usize, draw: &mut Draw) -> Vec<(Field, Vec<String>)> {
        let published = self.day(index);
        let first = published + 20 + draw.below(30);
        let hour = 10 + draw.below(6);
        let sessions = 1 + draw.below(3);
        let line = |number: usize| {
            let day = date(first + 7 * number).with_weekday();
            let time = format!("{hour}時から{}時30分まで", hour + 1);
            match sessions {
                1 => format!("{day}{time}"),
                _ => format!("第{}回 {day}{time}", number + 1),
            }
        };
        let opens = date(published + 1).with_weekday();
        let deadline = date(first - 5).with_weekday();
        vec![
            (Field::Schedule, (0..sessions).map(line).collect()),
            (Field::ApplyOpens, vec![format!("{opens}9時")]),
            (Field::ApplyDeadline, vec![format!("{deadline}17時")]),
        ]
    }
}

/// The day so many days after 1970-01-01.
fn date(days: usize) -> Date {
    let seconds = i64::try_from(days * 86_400).ok();
    let date = seconds.and_then(Date::in_tokyo);
    date.expect("the days of the benchmark are in the calendar")
}

/// Numbers that look random and are the same every time (a linear congruential generator, Knuth's constants for 64 bits).
pub struct Draw(u64);

impl Draw {
    /// A series of its own for each manuscript and use.
    fn of(index: usize, series: u64) -> Self {
        let mut draw = Self(index as u64 * 8 + series);
        // The first number of a series resembles those of its neighbours.
        draw.advance();
        draw.advance();
        draw
    }

    /// The next number below `limit`; 0 when there is none.
    pub fn below(&mut self, limit: usize) -> usize {
        // The low bits repeat soon, so the high ones are used.
        (self.advance() >> 33) as usize % limit.max(1)
    }

    fn advance(&mut self) -> u64 {
        let product = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = product.wrapping_add(1_442_695_040_888_963_407);
        self.0
    }
}
