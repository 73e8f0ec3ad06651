//! One row of a register: its cells in, an institution and what is to be said about the cells out.

use crate::model::date::{Clock, Weekday};
use crate::model::desk::Opening;
use crate::model::institution::{Category, Function, Holidays, Hours, Institution, Postcode};
use crate::model::names::Text;
use crate::model::register::Column;
use crate::model::repeat::Weekdays;
use crate::parse::cells::{self, Coordinates, Day, Fault, Reading};
use crate::parse::headers::Grid;
use crate::parse::registers::{Remark, What};

/// The cells of one row while it is read.
pub struct Row<'a> {
    grid: &'a Grid<'a, Column>,
    row: u32,
    remarks: Vec<Remark>,
}

/// Reads a row; no institution where it has no name. Unknown columns are left to the caller.
pub fn institution(grid: &Grid<'_, Column>, row: u32) -> (Option<Institution>, Vec<Remark>) {
    let mut row = Row {
        grid,
        row,
        remarks: Vec::new(),
    };
    let institution = row.institution();
    (institution, row.remarks)
}

impl Row<'_> {
    fn institution(&mut self) -> Option<Institution> {
        let name = Text::new(self.words(Column::Name))?;
        let category_words = self.text(Column::Category);
        let phone = self.value(Column::Phone, |words| cells::phone(words, None));
        let fax = self.value(Column::Fax, |words| cells::phone(words, None));
        let (phone, extension, beside) = match phone {
            Some(number) => (Some(number.phone), number.extension, number.note),
            None => (None, None, None),
        };
        let remarks = [self.text(Column::Remarks), beside].into_iter().flatten();
        let remarks: Vec<String> = remarks.map(|text| text.to_string()).collect();
        Some(Institution {
            sheet: self.grid.sheet.name.clone(),
            row: self.row,
            name,
            reading: self.text(Column::Reading),
            category: category_words
                .as_ref()
                .map(|words| Category::of(words.as_str())),
            category_words,
            postcode: self.value(Column::Postcode, postcode),
            address: self.address(),
            building: self.text(Column::Building),
            position: self.position(),
            phone,
            extension: self.text(Column::Extension).or(extension),
            fax: fax.map(|number| number.phone),
            email: self.value(Column::Email, cells::email),
            url: self.value(Column::Url, cells::url),
            subjects: self
                .value(Column::Subjects, cells::list)
                .unwrap_or_default(),
            beds: self.value(Column::Beds, |words| cells::count(words, "20")),
            capacity: self.value(Column::Capacity, |words| cells::count(words, "30")),
            hours: self.hours(),
            after_hours: self.text(Column::AfterHours),
            home_visit: self.value(Column::HomeVisit, cells::yes),
            functions: self.functions(),
            consented: self.value(Column::Consent, cells::yes) == Some(true),
            note: self.text(Column::Note),
            remarks: Text::new(&remarks.join(" ")),
            code: self.value(Column::InstitutionCode, |words| {
                cells::code(words, &[10, 7])
            }),
            navi_id: self.value(Column::NaviId, |words| cells::code(words, &[13])),
            provider_number: self.value(Column::ProviderNumber, |words| cells::code(words, &[10])),
            corporate_number: self
                .value(Column::CorporateNumber, |words| cells::code(words, &[13])),
            corporate_name: self.text(Column::CorporateName),
            confirmed: self.value(Column::Confirmed, cells::date),
            sample: self.value(Column::Sample, cells::yes) == Some(true),
            others: Vec::new(),
        })
    }

    /// The words of a column; empty where the table has none.
    fn words(&self, column: Column) -> &str {
        let heading = self.grid.heading(column);
        heading.map_or("", |heading| self.grid.cell(self.row, heading))
    }

    fn text(&mut self, column: Column) -> Option<Text> {
        self.value(column, cells::text)
    }

    /// Reads a column; what is only written otherwise is not worth a word.
    fn value<T>(&mut self, column: Column, read: impl Fn(&str) -> Reading<T>) -> Option<T> {
        let reading = read(self.words(column));
        self.take(column, reading)
    }

    fn take<T>(&mut self, column: Column, reading: Reading<T>) -> Option<T> {
        let (value, what) = match reading {
            Reading::Empty => (None, None),
            Reading::Read(value) => (Some(value), None),
            Reading::Repaired(value, repair) => (Some(value), Some(What::Repaired(repair))),
            Reading::Faulty(fault) => (None, Some(What::Faulty(fault))),
        };
        self.remarks
            .extend(what.map(|what| Remark { column, what }));
        value
    }

    /// The whole address, or its parts put together.
    fn address(&mut self) -> Option<Text> {
        let parts = [Column::Prefecture, Column::City, Column::Town, Column::Lot];
        let parts = parts.map(|column| self.text(column));
        let joined: String = parts.iter().flatten().map(Text::as_str).collect();
        self.text(Column::Address).or_else(|| Text::new(&joined))
    }

    fn position(&mut self) -> Option<crate::model::position::Position> {
        let reading = cells::position(Coordinates {
            latitude: self.words(Column::Latitude),
            longitude: self.words(Column::Longitude),
        });
        self.take(Column::Latitude, reading)
    }

    fn functions(&mut self) -> Vec<Function> {
        let columns = [
            (Column::DailyCare, Function::DailyCare),
            (Column::Discharge, Function::Discharge),
            (Column::Emergency, Function::Emergency),
            (Column::EndOfLife, Function::EndOfLife),
        ];
        let held = columns
            .into_iter()
            .filter(|(column, _)| self.value(*column, cells::yes) == Some(true));
        held.map(|(_, function)| function).collect()
    }

    /// From a column for each weekday, or from one for the weekdays and two for the times.
    fn hours(&mut self) -> Hours {
        let note = self.text(Column::HoursNote);
        let common = self.common_hours();
        let mut week: Vec<(Clock, Clock, Vec<Weekday>)> = Vec::new();
        let mut open = |weekday: Weekday, (start, end): (Clock, Clock)| match week
            .iter_mut()
            .find(|one| (one.0, one.1) == (start, end))
        {
            Some((_, _, days)) => days.push(weekday),
            None => week.push((start, end, vec![weekday])),
        };
        for (column, weekday) in WEEK {
            let said = self.value(column, cells::day);
            let is_named = common.days.contains(&weekday);
            match (said, common.span) {
                (Some(Day::Hours(spans)), _) => {
                    spans.into_iter().for_each(|span| open(weekday, span));
                }
                (Some(Day::Open), Some(span)) => open(weekday, span),
                (None, Some(span)) if is_named => open(weekday, span),
                (Some(Day::Closed | Day::Open) | None, _) => {}
            }
        }
        let is_bare = week.is_empty();
        let week = week.into_iter().filter_map(|(start, end, days)| {
            Some(Opening {
                weekdays: Weekdays::new(days)?,
                start,
                end,
            })
        });
        let holidays = match (self.value(Column::Holiday, cells::day), common.holidays) {
            (Some(Day::Hours(spans)), _) => Holidays::Open(spans),
            (Some(Day::Closed), _) | (None, Some(false)) => Holidays::Closed,
            (Some(Day::Open), _) | (None, Some(true)) => {
                Holidays::Open(common.span.into_iter().collect())
            }
            (None, None) => Holidays::Unknown,
        };
        // Where every weekday has its own hours, the weekdays alone say nothing more.
        let bare = common.bare().filter(|_| is_bare);
        let notes: Vec<String> = [bare, note]
            .into_iter()
            .flatten()
            .map(|text| text.to_string())
            .collect();
        Hours {
            week: week.collect(),
            holidays,
            note: Text::new(&notes.join("。")),
        }
    }

    fn common_hours(&mut self) -> Common {
        let words = self.text(Column::OpenDays);
        let reading = cells::days(self.words(Column::OpenDays));
        let is_free = matches!(reading, Reading::Faulty(_));
        // Words that are no plain weekdays, such as 第3土曜日は休診, are shown as they are.
        let days = match is_free {
            true => None,
            false => self.take(Column::OpenDays, reading),
        };
        let start = self.value(Column::OpensAt, cells::clock);
        let end = self.value(Column::ClosesAt, cells::closing_time);
        let span = start.zip(end).filter(|(start, end)| start < end);
        if let (Some(start), Some(end), None) = (start, end, span) {
            let fault = Fault {
                title: format!("閉まる時刻（{}）が、開く時刻（{}）より前です", end.iso(), start.iso()),
                help: "開く時刻と閉まる時刻を確かめてください。夜をまたぐときは「診療日時特記事項」に書きます。".to_owned(),
            };
            self.take(Column::ClosesAt, Reading::<()>::Faulty(fault));
        }
        let (days, holidays) = days.unwrap_or_default();
        Common {
            words,
            days,
            holidays,
            span,
        }
    }
}

/// The weekdays with one time for all.
struct Common {
    words: Option<Text>,
    days: Vec<Weekday>,
    holidays: Option<bool>,
    span: Option<(Clock, Clock)>,
}

impl Common {
    /// Weekdays without times, and times whose weekdays are no plain ones, in words.
    fn bare(&self) -> Option<Text> {
        let times = self
            .span
            .map(|(start, end)| format!("{}から{}まで", start.iso(), end.iso()));
        let words = self.words.as_ref().map(ToString::to_string);
        match (self.days.is_empty(), &times) {
            (false, Some(_)) => None,
            (_, _) => {
                let parts: Vec<String> = words.into_iter().chain(times).collect();
                Text::new(&parts.join(" "))
            }
        }
    }
}

/// In the order of the columns.
const WEEK: [(Column, Weekday); 7] = [
    (Column::Monday, Weekday::Monday),
    (Column::Tuesday, Weekday::Tuesday),
    (Column::Wednesday, Weekday::Wednesday),
    (Column::Thursday, Weekday::Thursday),
    (Column::Friday, Weekday::Friday),
    (Column::Saturday, Weekday::Saturday),
    (Column::Sunday, Weekday::Sunday),
];

fn postcode(words: &str) -> Reading<Postcode> {
    let digits: String = words
        .chars()
        .map(crate::text::japanese::fold)
        .filter(|sign| !"〒 -".contains(*sign))
        .collect();
    if cells::is_nothing(words) {
        return Reading::Empty;
    }
    match Postcode::new(&digits) {
        Some(code) => Reading::Read(code),
        None => Reading::Faulty(Fault {
            title: "郵便番号が7桁の数ではありません".to_owned(),
            help: "「530-0000」のように書いてください。".to_owned(),
        }),
    }
}
