// What a calendar file says, as independent programs read it. A concern takes `{bytes, python, icaljs, today}` of one file, `today` being
// the day of the build, and returns sentences about what is wrong. A file that cannot be read is told of once, by `readable`.

import { isDeepStrictEqual } from 'node:util';

import { daysBetween, tokyoDay } from '../days.mjs';

/** Both programs read the file without complaint. */
export function readable({ python, icaljs }) {
  return [...python.complaints.map((fault) => `icalendar: ${fault}`), ...icaljs.complaints.map((fault) => `ical.js: ${fault}`)];
}

/** Both read the same, and expand repetitions to the same days. */
export function agreement({ python, icaljs }) {
  if (isUnread(python) || isUnread(icaljs)) return [];
  const found = [];
  python.events.forEach((event, index) => {
    const other = icaljs.events[index] ?? {};
    for (const name of Object.keys(event)) {
      if (!isDeepStrictEqual(event[name], other[name])) found.push(differ(`${name} of ${event.uid}`, event[name], other[name]));
    }
  });
  if (icaljs.events.length > python.events.length) found.push('ical.js reads more events than icalendar');
  if (!isDeepStrictEqual(sorted(python.happenings), sorted(icaljs.happenings))) {
    found.push(differ('what happens', sorted(python.happenings), sorted(icaljs.happenings)));
  }
  return found;
}

/** dateutil, which knows rules and no calendars, expands repetitions to the same days. */
export function repetition({ python: { happenings = [], repeated = {} } }) {
  return Object.entries(repeated).flatMap(([uid, starts]) => {
    const expanded = happenings.filter(([each]) => each === uid).map(([, start]) => start);
    return isDeepStrictEqual(expanded, starts) ? [] : [differ(`what repeats of ${uid}`, expanded, starts)];
  });
}

/** RFC 5545, section 3.8.4.7: a UID is of one event alone. */
export function identity({ python: { events = [] } }) {
  const seen = new Set();
  return events.flatMap(({ uid, summary }) => {
    if (!uid) return [`${summary} has no UID`];
    const isSecond = seen.has(uid);
    seen.add(uid);
    return isSecond ? [`${uid} stands twice`] : [];
  });
}

/** RFC 5545, section 3.2.19: a zone that is used is defined in the same file; times are Japan's. */
export function zones({ python }) {
  const { zones = [], zonesUsed = [], events = [] } = python;
  const found = zonesUsed.filter((zone) => !zones.includes(zone)).map((zone) => `${zone} is not defined`);
  for (const zone of [...zones, ...zonesUsed]) if (zone !== 'Asia/Tokyo') found.push(`${zone} is not the zone of Japan`);
  for (const { uid, start } of events) if (/T[\d:]+$/.test(start)) found.push(`${uid} starts in no zone`);
  return found;
}

/** RFC 5545, section 3.6.1: the end is not part of the event, so the end of a day is the next one; both are days or both are times. */
export function ends({ python: { events = [] } }) {
  return events.flatMap(({ uid, start, end }) => {
    if (!end) return [];
    if (start.includes('T') !== end.includes('T')) return [`${uid} starts with a day and ends with a time, or the other way round`];
    return end > start ? [] : [`${uid} ends when it starts, or before`];
  });
}

const UNWANTED = ['VALARM', 'METHOD', 'ORGANIZER', 'ATTENDEE'];

/** Nothing rings on the telephone of a reader, and nothing asks for an answer. */
export function silence({ python: { parts = [], properties = [] } }) {
  return [...parts, ...properties].filter((name) => UNWANTED.includes(name)).map((name) => `${name} is there`);
}

/** DTSTAMP and LAST-MODIFIED are the day of the last change, SEQUENCE the number of days since publication, whose day the address has. */
export function versions({ python: { events = [] }, today }) {
  return events.flatMap(({ uid, url, stamp, modified, sequence }) => {
    const published = /\/(\d{4}-\d{2}-\d{2})-[^/]*\//.exec(url ?? '')?.[1];
    if (!published) return [`${uid} has no address with a day`];
    if (!stamp?.endsWith('Z') || stamp !== modified) return [`${uid}: DTSTAMP ${stamp}, LAST-MODIFIED ${modified}`];
    const changed = tokyoDay(modified);
    const found = changed > today ? [`${uid} is changed on ${changed}, after the build`] : [];
    const days = daysBetween(published, changed);
    return sequence === days ? found : [...found, `${uid}: SEQUENCE ${sequence}, ${days} days after publication`];
  });
}

function isUnread({ complaints }) {
  return complaints.length > 0;
}

function differ(what, ...both) {
  return `${what}: ${both.map((one) => JSON.stringify(one)).join(' and ')}`;
}

/** What happens, in an order that does not depend on how a program compares texts. */
function sorted(happenings) {
  return happenings.map((happening) => JSON.stringify(happening)).sort();
}
