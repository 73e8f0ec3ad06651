//! What is repeated as a Schedule.

use crate::model::date::{Clock, Date, Weekday};
use crate::model::repeat::{Rule, Week, Weeks};
use crate::model::series::Series;
use crate::present::structured::node::{Node, Value};

/// The rule, the days it holds between, the hours of each time, and the days it pauses on.
pub fn schedule(series: &Series) -> Node {
    let hours = series.repeat.hours;
    let schedule = rule(Node::new("Schedule"), series.repeat.rule)
        .with("startDate", series.first.iso())
        .with_known("endDate", series.last.map(Date::iso))
        .with_known("startTime", hours.map(|hours| time(hours.start)))
        .with_known("endTime", hours.and_then(|hours| hours.end).map(time))
        .with("scheduleTimezone", "Asia/Tokyo");
    schedule.with_each("exceptDate", series.excluded.iter().map(|day| day.iso()))
}

/// Weeks of a month are numbers; the last one is none of them, so rules with it are written as in RFC 5545, section 3.3.10, which
/// `byDay` may be too.
fn rule(schedule: Node, rule: Rule) -> Node {
    match rule {
        Rule::Weekly { weekdays, every } => schedule
            .with("repeatFrequency", format!("P{}W", every.max(1)))
            .with_each("byDay", weekdays.iter().map(name)),
        Rule::MonthlyWeekday { weeks, weekday } => {
            let monthly = schedule.with("repeatFrequency", "P1M");
            match numbers(weeks) {
                Some(numbers) => monthly
                    .with("byDay", name(weekday))
                    .with_each("byMonthWeek", numbers),
                None => monthly.with_each("byDay", weeks.iter().map(|week| week.counted(weekday))),
            }
        }
        Rule::MonthlyDay(day) => schedule
            .with("repeatFrequency", "P1M")
            .with("byMonthDay", u32::from(day)),
    }
}

fn numbers(weeks: Weeks) -> Option<Vec<Value>> {
    let number = |week| match week {
        Week::Nth(number) => Some(u32::from(number).into()),
        Week::Last => None,
    };
    weeks.iter().map(number).collect()
}

fn name(weekday: Weekday) -> String {
    format!("https://schema.org/{}", english(weekday))
}

fn english(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Sunday => "Sunday",
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
    }
}

/// `14:00:00` in the zone of the schedule; the end of a day is the beginning of the next.
fn time(clock: Clock) -> String {
    match clock.hour() {
        24 => "00:00:00".to_owned(),
        _ => format!("{}:00", clock.iso()),
    }
}
