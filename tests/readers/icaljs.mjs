// One calendar file as ical.js reads it: the same facts as `python/calendars.py`, found by a program that shares no code with it.

import ICAL from 'ical.js';

/** The last day of `python/calendars.py`. */
const LAST = ICAL.Time.fromDateString('2040-01-01');

/** `{complaints, events, happenings}` of a calendar; the text is that of a whole file. */
export function read(text) {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    const events = calendar.getAllSubcomponents('vevent');
    return { complaints: [], events: events.map(facts), happenings: events.flatMap(happenings).sort() };
  } catch (fault) {
    return { complaints: [String(fault)] };
  }
}

function facts(event) {
  const value = (name) => event.getFirstPropertyValue(name);
  const moment = (name) => written(value(name));
  return {
    uid: value('uid'),
    summary: value('summary'),
    description: value('description'),
    location: value('location'),
    url: value('url'),
    contact: event.getAllProperties('contact').map((property) => property.getFirstValue()).join('\n') || null,
    categories: event.getAllProperties('categories').flatMap((property) => property.getValues()),
    geo: value('geo'),
    start: moment('dtstart'),
    end: moment('dtend'),
    stamp: moment('dtstamp'),
    modified: moment('last-modified'),
    sequence: value('sequence'),
    status: value('status'),
  };
}

function happenings(component) {
  const event = new ICAL.Event(component);
  const starts = event.iterator();
  const found = [];
  for (let start = starts.next(); start && start.compare(LAST) < 0; start = starts.next()) {
    const happening = event.getOccurrenceDetails(start);
    found.push([event.uid ?? '', written(happening.startDate), written(happening.endDate)]);
  }
  return found;
}

/** A day as a day, a time as an instant in UTC, by the time zone that the file itself defines. */
function written(time) {
  if (!time) return null;
  return time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString().replace('.000Z', 'Z');
}
