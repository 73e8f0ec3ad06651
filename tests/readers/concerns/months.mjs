// The list of a month page beside the calendar file of the same ward. The concern takes `{month, list, calendar}` and returns sentences
// about what stands in one of them alone.

import { attribute, page, within } from '../html.mjs';
import { later, tokyoDay } from '../days.mjs';

/** The month that a page is about and the calendar file beside it, or nothing for another page. */
export function monthOf(file) {
  const [, folder, month] = /^(.*\/)calendar\/(\d{4}-\d{2})\/index\.html$/.exec(file) ?? [];
  return month && { month, calendar: `${folder}calendar.ics` };
}

/** What the list says happens, as `{day, start, address}`: the day it stands on, when it begins, and the path of its page. */
export function listed(elements) {
  const days = elements.filter((element) => attribute(element, 'data-day'));
  return days.flatMap((day) => within(day).filter((element) => element.tagName === 'a').map((link) => {
    const time = within(entryOf(link)).find((element) => element.tagName === 'time');
    const address = new URL(attribute(link, 'href'), 'https://kairan.example.jp/').pathname;
    // Of one whole day the list says no more than the day.
    const start = time ? moment(attribute(time, 'datetime')) : attribute(day, 'data-day');
    return { day: attribute(day, 'data-day'), start, address };
  }));
}

function entryOf(element) {
  return element.tagName === 'li' ? element : entryOf(element.parentNode);
}

/** A day as a day, a time of Japan as an instant in UTC. */
function moment(written) {
  return written.includes('T') ? new Date(`${written}+09:00`).toISOString().replace('.000Z', 'Z') : written;
}

/** What the calendar says happens in the month, in the same form; what goes on for days stands on the first of them in the month. */
function announced({ events, happenings }, month) {
  const addresses = new Map(events.map(({ uid, url }) => [uid, new URL(url).pathname]));
  return happenings.flatMap(([uid, start, end]) => {
    const [first, last] = [tokyoDay(start), lastDay(start, end)];
    if (first.slice(0, 7) > month || last.slice(0, 7) < month) return [];
    return [{ day: first < month ? `${month}-01` : first, start, address: addresses.get(uid) }];
  });
}

/** Both say the same, as often. */
export function months({ month, list, calendar }) {
  const sentences = (happenings) => happenings.map(({ day, start, address }) => `${day} ${address} ${start}`);
  const [onPage, inFile] = [sentences(list), sentences(announced(calendar, month))];
  return [
    ...without(onPage, inFile).map((happening) => `${happening} is on the page alone`),
    ...without(inFile, onPage).map((happening) => `${happening} is in the file alone`),
  ];
}

/** Every month in which anything happens has a page, as far as there are pages. Takes the months that have one. */
export function gaps({ shown, calendar }) {
  const last = [...shown].sort().at(-1);
  const touched = calendar.happenings.flatMap(([, start, end]) => [tokyoDay(start), lastDay(start, end)]).map((day) => day.slice(0, 7));
  return [...new Set(touched)].filter((month) => month <= last && !shown.includes(month)).map((month) => `${month} has no page`);
}

function without(these, those) {
  const rest = [...those];
  return these.filter((one) => {
    const index = rest.indexOf(one);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}

/** An end is not part of what it ends, so at midnight it is the day before. */
function lastDay(start, end) {
  if (!end || end === start) return tokyoDay(start);
  return end.includes('T') ? tokyoDay(new Date(Date.parse(end) - 1).toISOString()) : later(end, -1);
}
