// The structured data of a page beside its own calendar file: both are made for programs, so nobody would see that they differ.
// The concern takes `{texts, calendar}` and returns sentences about what is said by one of them alone.

import { later } from '../days.mjs';
import { isEvent, nodes } from './data.mjs';

/** STATUS of RFC 5545, section 3.8.1.11, beside eventStatus of schema.org. */
const STATUSES = { CANCELLED: 'EventCancelled', TENTATIVE: 'EventPostponed', CONFIRMED: 'EventScheduled' };

/** Each event of the page is a time of one of the calendar, ends and stands like it; no event of the calendar is missing on the page. */
export function together({ texts, calendar: { events, happenings } }) {
  const statuses = new Map(events.map(({ uid, status }) => [uid, STATUSES[status]]));
  const times = happenings.map(([uid, start, end]) => `${start} to ${lastMoment(start, end)}, ${statuses.get(uid)}`);
  const onPage = nodes(texts).filter(isEvent).map(({ startDate, endDate, eventStatus }) => {
    const start = moment(startDate);
    return `${start} to ${moment(endDate) ?? start}, ${eventStatus?.split('/').at(-1)}`;
  });
  const found = onPage.filter((time) => !times.includes(time)).map((time) => `${time} is on the page alone`);
  return onPage.length === events.length ? found : [...found, `${onPage.length} events on the page, ${events.length} in the file`];
}

/** A day as a day, a time as an instant in UTC. */
function moment(written) {
  return written?.includes('T') ? new Date(written).toISOString().replace('.000Z', 'Z') : written;
}

/** The end as schema.org has it: days are the last ones, not the ones after. */
function lastMoment(start, end) {
  return end.includes('T') || end === start ? end : later(end, -1);
}
