//! What takes place as an Event, what is taught as a Course with its instances.
//!
//! Invariant: every line of 日時 whose day is known is one Event, as it is one VEVENT of the calendars. There is no event above them:
//! Google reads each alone, asks each for a day, and a span from the first to the last would claim the days between.

use crate::model::date::{Clock, Date};
use crate::model::document::Document;
use crate::model::facet::{Session, State, When};
use crate::model::occurrence::Occurrence;
use crate::model::series::Series;
use crate::model::site::Site;
use crate::present::structured::location::Attendance;
use crate::present::structured::node::Node;
use crate::present::structured::offer::offer;
use crate::present::structured::office::organizers;
use crate::present::structured::schedule::schedule;
use crate::present::structured::{canonical, duration, location, marked};
use crate::present::wording;

/// One for each line of 日時 whose day is known.
pub fn events(site: &Site, document: &Document, description: &str) -> Vec<Node> {
    let all = times(site, document).map(|time| {
        let event = event("Event", site, document, &time);
        whole(event, site, document, description).with_each("performer", people(document))
    });
    all.collect()
}

/// The course with an instance for each line of 日時 whose day is known; `None` where none is, as a course is asked for its instances.
/// Each of them is an Event too.
pub fn course(site: &Site, document: &Document, description: &str) -> Option<Node> {
    let instances: Vec<Node> = times(site, document)
        .map(|time| instance(site, document, description, &time))
        .collect();
    if instances.is_empty() {
        return None;
    }
    let url = canonical(site, document);
    let facets = &document.facets;
    let course = Node::new("Course")
        .with("@id", format!("{url}#course"))
        .with("name", marked(document.title.as_str(), facets.sample))
        .with("description", description)
        .with_each("provider", organizers(site, document))
        .with_known("offers", offer(site, document, &url))
        .with("inLanguage", "ja")
        .with("url", url)
        .with_each("hasCourseInstance", instances);
    Some(course)
}

/// A line of 日時 and the time of it that matters.
struct Time<'a> {
    number: usize,
    session: &'a Session,
    /// The next one on the day of the build, else the last one.
    shown: &'a Occurrence,
    /// The rule of what is repeated, beside the day of the next time: schema.org would have the one or the other, Google knows only the
    /// day.
    schedule: Option<Node>,
}

fn times<'a>(site: &'a Site, document: &'a Document) -> impl Iterator<Item = Time<'a>> {
    let sessions = document.facets.sessions.iter().enumerate();
    sessions.filter_map(move |(number, session)| {
        let own = || {
            document
                .occurrences
                .iter()
                .filter(move |time| time.session == number)
        };
        let ahead = own().find(|time| time.last >= site.today);
        let first = own().next()?.first;
        Some(Time {
            number,
            session,
            shown: ahead.or_else(|| own().next_back())?,
            schedule: session
                .when
                .repeat()
                .map(|repeat| schedule(&Series::new(site, &document.facets, repeat, first))),
        })
    })
}

fn instance(site: &Site, document: &Document, description: &str, time: &Time<'_>) -> Node {
    let attendance = Attendance::of(&document.facets, time.session);
    let instance = event("CourseInstance", site, document, time);
    let workload = match time.schedule {
        Some(_) => None,
        None => workload(time.shown.when),
    };
    whole(instance, site, document, description)
        .with_known("courseMode", attendance.map(Attendance::course_mode))
        .with_known("courseWorkload", workload)
        .with_known("courseSchedule", time.schedule.clone())
        .with_each("instructor", people(document))
}

/// Name, times, state and place.
fn event(kind: &'static str, site: &Site, document: &Document, time: &Time<'_>) -> Node {
    let facets = &document.facets;
    let number = match time.number {
        0 => String::new(),
        number => format!("-{}", number + 1),
    };
    let attendance = Attendance::of(facets, time.session);
    let (start, end) = ends(time.shown.when);
    Node::new(kind)
        .with(
            "@id",
            format!("{}#event{number}", canonical(site, document)),
        )
        .with(
            "name",
            marked(
                &wording::with_label(document.title.as_str(), time.session),
                facets.sample,
            ),
        )
        .with_known("startDate", start)
        .with_known("endDate", end)
        .with_known("eventSchedule", time.schedule.clone())
        .with("eventStatus", status(document.state()))
        .with_known(
            "eventAttendanceMode",
            attendance.map(Attendance::event_mode),
        )
        .with_each("location", location::locations(site, document, attendance))
}

/// With what holds for every time.
fn whole(event: Node, site: &Site, document: &Document, description: &str) -> Node {
    let facets = &document.facets;
    let url = canonical(site, document);
    let fee = facets.fee.as_ref().and_then(|fee| fee.value.yen);
    let capacity = facets.capacity.as_ref();
    let audience = facets.audience.iter();
    event
        .with("description", description)
        .with_each("organizer", organizers(site, document))
        .with_known("offers", offer(site, document, &url))
        .with_known("isAccessibleForFree", fee.map(|yen| yen == 0))
        .with_known(
            "maximumAttendeeCapacity",
            capacity.and_then(|capacity| capacity.value.people),
        )
        .with_each(
            "audience",
            audience.map(|words| Node::new("Audience").with("audienceType", words.value.as_str())),
        )
        .with("inLanguage", "ja")
        .with("url", url)
}

/// Names as they are written; what somebody is and where they work stands on the page.
fn people(document: &Document) -> impl Iterator<Item = Node> {
    let speakers = document.facets.speakers.iter();
    speakers.map(|speaker| Node::new("Person").with("name", speaker.value.name.as_str()))
}

/// What is postponed keeps its day until a new one is known (Google, Event structured data).
fn status(state: Option<State>) -> &'static str {
    match state {
        Some(State::Cancelled) => "https://schema.org/EventCancelled",
        Some(State::Postponed) => "https://schema.org/EventPostponed",
        Some(State::Full) | None => "https://schema.org/EventScheduled",
    }
}

/// Start and end: days alone for whole days, of which the last one belongs to it; never an end that is not after the start.
fn ends(when: When) -> (Option<String>, Option<String>) {
    match when {
        When::Days { first, last } => (Some(first.iso()), Some(last.max(first).iso())),
        When::Timed { start, end } => {
            let end = end.filter(|end| *end > start);
            (Some(instant(start)), end.map(instant))
        }
        When::Undecided | When::Repeated(_) => (None, None),
    }
}

/// `2026-12-05T14:00:00+09:00`; the end of a day is the beginning of the next.
pub fn instant((date, clock): (Date, Clock)) -> String {
    let (date, clock) = clock.on(date);
    format!("{}T{}:00+09:00", date.iso(), clock.iso())
}

/// How long it takes, `PT1H30M` (ISO 8601); `None` where no end is known.
fn workload(when: When) -> Option<String> {
    let When::Timed {
        start,
        end: Some(end),
    } = when
    else {
        return None;
    };
    let minutes = |clock: Clock| i64::from(clock.minutes());
    let all = start.0.days_until(end.0) * 24 * 60 + minutes(end.1) - minutes(start.1);
    (all > 0).then(|| duration(all))
}
